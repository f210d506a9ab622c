-- Asking people how it went (ND61 Đ31, TT 01/2018 Đ12.2): a one-time code on every slip of form 01, 02 and 03. What is
-- answered can be led back to nobody, not even by whoever reads every table (ND61 Đ27.3).

create table app.survey_forms (
	version int primary key,
	valid_from date not null,
	code_days int not null check (code_days between 1 and 366),
	questions jsonb not null,
	source text not null
);
comment on table app.survey_forms is
	'The questions of the survey, by version: [{key, options (the best first), required?, onlineOnly?}]. A code can be answered code_days days. A test compares the newest with the words on the phone.';
alter table app.survey_forms enable row level security;
insert into app.survey_forms (version, valid_from, code_days, questions, source) values (1, '2026-11-30', 180, '[
	{"key": "returnTime", "options": ["early", "on-time", "late"]},
	{"key": "offices", "options": ["one", "two", "more"]},
	{"key": "contacts", "options": ["one", "two", "more"]},
	{"key": "information", "options": ["right", "partly", "wrong"]},
	{"key": "attitude", "options": ["good", "fair", "bad"]},
	{"key": "result", "options": ["right", "wrong"]},
	{"key": "extraCosts", "options": ["none", "asked", "paid"]},
	{"key": "explanation", "options": ["clear", "fair", "unclear"]},
	{"key": "online", "options": ["easy", "fair", "hard"], "onlineOnly": true},
	{"key": "convenience", "options": ["convenient", "fair", "inconvenient"]},
	{"key": "overall", "options": ["very-satisfied", "satisfied", "dissatisfied"], "required": true}
]', 'Điều 31 NĐ 61/2018/NĐ-CP; mức độ thuận tiện và đánh giá chung theo phiếu đang dùng ở các địa phương; 180 ngày do phần mềm đặt');

create table app.survey_codes (
	code_hash text primary key,
	agency_id uuid not null references public.agencies (id),
	form text not null check (form in ('01', '02', '03')),
	procedure_code text not null references public.procedures (code),
	field_code text not null references public.fields (code),
	department_id uuid references public.departments (id),
	channel smallint not null,
	expires_on date not null
);
comment on table app.survey_codes is
	'Codes that may still be answered, hashed. Answering DELETES the row instead of marking it: a row marked in the transaction of the answer would carry the same transaction number (xmin) as the answer, and so lead from the slip to what was said.';
create index survey_codes_by_day on app.survey_codes (expires_on);
alter table app.survey_codes enable row level security;

create function app.survey_form() returns app.survey_forms
language sql
stable
set search_path = ''
as $$ select * from app.survey_forms where valid_from <= app.today() or version = 1 order by version desc limit 1 $$;
comment on function app.survey_form() is 'The newest form of the survey that is in force; before the first is, the first.';
revoke all on function app.survey_form() from public, anon, authenticated;

-- One code for one contact with the office: TT 01/2018 hands the sheet out with each of the three slips, so a person who
-- was sent back once (02) and received later (01) may say how both went. A receipt that is issued again because its date
-- moved is the same contact and keeps its code; what follows in the app after the result answers the newest slip.
create function app.put_survey_code() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	new_code text;
	first_receipt jsonb;
begin
	new.snapshot := new.snapshot - 'surveyCode';
	-- A numbered blank was filled in by hand: the paper is in the person's hand already and has no code.
	if new.snapshot -> 'blank' = 'true'::jsonb then
		return new;
	end if;
	if new.form = '01' then
		select snapshot into first_receipt from public.slips
		where dossier_id = new.dossier_id and form = '01' order by issued_at limit 1;
		if found then
			new.snapshot := new.snapshot || jsonb_strip_nulls(jsonb_build_object('surveyCode', first_receipt -> 'surveyCode'));
			return new;
		end if;
	end if;
	new_code := app.code_from_hash(app.random_digest(), 8);
	insert into app.survey_codes (code_hash, agency_id, form, procedure_code, field_code, department_id, channel, expires_on)
	select app.hash_text(new_code), dossier.agency_id, new.form, dossier.procedure_code, procedure.field_code, dossier.department_id,
		dossier.channel, app.today() + (app.survey_form()).code_days
	from public.dossiers as dossier
	join public.procedures as procedure on procedure.code = dossier.procedure_code
	where dossier.id = new.dossier_id;
	new.snapshot := new.snapshot || jsonb_build_object('surveyCode', new_code);
	return new;
end
$$;
comment on function app.put_survey_code() is
	'Trigger: a new slip of form 01, 02 or 03 gets a one-time survey code (40 bits) as `surveyCode`; of it only the hash is kept outside the slip. A receipt issued again keeps the code of the first, a numbered blank has none.';
revoke all on function app.put_survey_code() from public, anon, authenticated;
create trigger put_survey_code before insert on public.slips
	for each row when (new.form in ('01', '02', '03')) execute function app.put_survey_code();

create function app.purge_survey_codes() returns int
language plpgsql
security definer
set search_path = ''
as $$
declare
	purged int;
begin
	delete from app.survey_codes where expires_on < app.today();
	get diagnostics purged = row_count;
	return purged;
end
$$;
comment on function app.purge_survey_codes() is 'Deletes codes whose last day is over; gives how many.';
revoke all on function app.purge_survey_codes() from public, anon, authenticated;
grant execute on function app.purge_survey_codes() to service_role;
insert into app.jobs (kind, repeat_every) values ('purge-survey-codes', interval '1 day');

-- Guesses ---------------------------------------------------------------------------------------------------

create function app.hold_guesses(about_code text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	-- The bounds of lookup_dossier, and for its reasons.
	most_from_address constant int := 200;
	most_about_code constant int := 100;
	asked_from constant text := app.hash_text(coalesce('staff ' || app.my_staff_id(), app.client_address()));
	about constant text := app.hash_text(about_code);
begin
	perform pg_advisory_xact_lock(hashtextextended(least(asked_from, about), 1));
	perform pg_advisory_xact_lock(hashtextextended(greatest(asked_from, about), 1));
	if (
		select count(*) from app.lookup_attempts where address_hash = asked_from and at > now() - interval '1 hour'
	) >= most_from_address or (
		select count(*) from app.lookup_attempts where code_hash = about and at > now() - interval '1 hour'
	) >= most_about_code then
		perform app.fail('PT429', 'too-many-lookups');
	end if;
end
$$;
comment on function app.hold_guesses(text) is
	'Stops whoever guesses codes: PT429 too-many-lookups after 200 misses an hour from one address or 100 about one code, counted together with those of lookup_dossier; one at a time until the transaction ends.';
revoke all on function app.hold_guesses(text) from public, anon, authenticated;

create function app.note_guess(about_code text) returns void
language sql
security definer
set search_path = ''
as $$
	insert into app.lookup_attempts (address_hash, code_hash)
	values (app.hash_text(coalesce('staff ' || app.my_staff_id(), app.client_address())), app.hash_text(about_code))
$$;
comment on function app.note_guess(text) is 'Writes down a miss about this code, hashed. Its caller returns, it does not raise: an error would roll the count back.';
revoke all on function app.note_guess(text) from public, anon, authenticated;
