-- What was answered. No dossier, no slip, no officer, no moment, and nothing to count the order by.

create table app.survey_answers (
	id uuid primary key,
	agency_id uuid not null references public.agencies (id),
	department_id uuid references public.departments (id),
	field_code text not null references public.fields (code),
	procedure_code text not null references public.procedures (code),
	channel smallint not null,
	form text not null,
	form_version int not null references app.survey_forms (version),
	overall text not null check (overall in ('very-satisfied', 'satisfied', 'dissatisfied')),
	answers jsonb not null,
	comment text check (length(comment) <= 1000),
	month date check (month = date_trunc('month', month)::date)
);
comment on table app.survey_answers is
	'Answers to the survey. `id` is drawn at random by the phone, and only the phone knows which it drew. Nobody sees a row before it is let out.';
comment on column app.survey_answers.month is
	'The first day of the month in which the answer was let out, null = it still waits. Answers of an office are let out five at a time: whoever watches the figures sees five more, never which is whose. So a quiet office''s answer may count for a later month than it was given in.';
create index survey_answers_by_month on app.survey_answers (agency_id, month);
alter table app.survey_answers enable row level security;

create function app.survey_batch() returns int
language sql
immutable
set search_path = ''
as $$ select 5 $$;
comment on function app.survey_batch() is 'The fewest answers that are ever shown together (domain §5.4: nothing below 5).';
revoke all on function app.survey_batch() from public, anon, authenticated;

create function app.get_survey_answers(request jsonb, of_form app.survey_forms) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
	given constant jsonb := request -> 'answers';
begin
	if jsonb_typeof(given) is distinct from 'object'
		or exists (
			select 1 from jsonb_each(given) as answer
			where not exists (
				select 1 from jsonb_array_elements(of_form.questions) as question
				where question ->> 'key' = answer.key and question -> 'options' @> jsonb_build_array(answer.value)
			)
		)
		or exists (
			select 1 from jsonb_array_elements(of_form.questions) as question
			where question -> 'required' = 'true' and not given ? (question ->> 'key')
		)
	then
		perform app.fail('PT400', 'survey-malformed');
	end if;
	return given;
end
$$;
comment on function app.get_survey_answers(jsonb, app.survey_forms) is
	'The answers of a request as {question: option}: only what this form asks and offers, and what it requires; a question without an opinion is left out. PT400 survey-malformed.';
revoke all on function app.get_survey_answers(jsonb, app.survey_forms) from public, anon, authenticated;

create function app.let_out_answers(of_agency uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	-- One at a time in an office, or two that come together would each see four.
	perform pg_advisory_xact_lock(hashtextextended(of_agency::text, 8));
	if (select count(*) from app.survey_answers where agency_id = of_agency and month is null) >= app.survey_batch() then
		update app.survey_answers set month = date_trunc('month', app.today())::date
		where agency_id = of_agency and month is null;
	end if;
end
$$;
comment on function app.let_out_answers(uuid) is 'Lets out what waits of an agency as soon as it is five.';
revoke all on function app.let_out_answers(uuid) from public, anon, authenticated;

create function app.find_survey_code(request jsonb) returns app.survey_codes
language sql
stable
security definer
set search_path = ''
as $$
	select * from app.survey_codes
	where code_hash = app.hash_text(app.normalise_code(coalesce(app.find_text(request, 'code', 60), ''))) and expires_on >= app.today()
$$;
comment on function app.find_survey_code(jsonb) is 'The code of a request while it may be answered; a row of nulls for every other.';
revoke all on function app.find_survey_code(jsonb) from public, anon, authenticated;

create function public.open_survey(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	about text;
	found_code app.survey_codes;
begin
	perform app.require_protocol(request);
	about := 'survey ' || app.normalise_code(coalesce(app.find_text(request, 'code', 60), ''));
	perform app.hold_guesses(about);
	found_code := app.find_survey_code(request);
	if found_code.code_hash is null then
		perform app.note_guess(about);
		return jsonb_build_object('found', false);
	end if;
	return jsonb_build_object('found', true, 'version', (app.survey_form()).version, 'online', found_code.channel = 2,
		'office', (select name from public.agencies where id = found_code.agency_id));
end
$$;
comment on function public.open_survey(jsonb) is
	'{protocol, code} → {found: false} | {found: true, version, online, office}: whether this code of a slip may still be answered, with which form, whether the matter was filed online. A wrong, an answered and an old code look the same. PT429 too-many-lookups.';
revoke all on function public.open_survey(jsonb) from public, anon, authenticated;
grant execute on function public.open_survey(jsonb) to anon, authenticated;

create function public.send_survey(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted uuid;
	about text;
	of_form app.survey_forms;
	answers jsonb;
	remark text;
	of_code app.survey_codes;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'id');
	-- Who works here answers as anybody else: at home, without being signed in.
	if app.my_staff_id() is not null then
		perform app.fail('PT403', 'survey-staff');
	end if;
	about := 'survey ' || app.normalise_code(coalesce(app.find_text(request, 'code', 60), ''));
	select * into of_form from app.survey_forms where to_jsonb(version) = request -> 'version';
	if not found then
		perform app.fail('PT400', 'survey-version');
	end if;
	answers := app.get_survey_answers(request, of_form);
	remark := app.find_text(request, 'comment', 1000);
	perform pg_advisory_xact_lock(hashtextextended(wanted::text, 9));
	-- The id alone says that this very answer has come: nothing else remembers which code it was.
	if exists (select 1 from app.survey_answers where id = wanted) then
		return jsonb_build_object('taken', true);
	end if;
	perform app.hold_guesses(about);
	delete from app.survey_codes where code_hash = (app.find_survey_code(request)).code_hash returning * into of_code;
	if not found then
		perform app.note_guess(about);
		return jsonb_build_object('taken', false);
	end if;
	insert into app.survey_answers
		(id, agency_id, department_id, field_code, procedure_code, channel, form, form_version, overall, answers, comment)
	values (wanted, of_code.agency_id, of_code.department_id, of_code.field_code, of_code.procedure_code, of_code.channel,
		of_code.form, of_form.version, answers ->> 'overall', answers - 'overall', remark);
	perform app.let_out_answers(of_code.agency_id);
	return jsonb_build_object('taken', true);
end
$$;
comment on function public.send_survey(jsonb) is
	'{protocol, id, code, version, answers: {question: option, overall}, comment? ≤ 1000} → {taken}: one answer for one code, once; the same id again is taken again and changes nothing; false for a wrong, an answered and an old code alike. PT400 survey-malformed, survey-version, text-too-long; PT403 survey-staff; PT429 too-many-lookups.';
revoke all on function public.send_survey(jsonb) from public, anon, authenticated;
grant execute on function public.send_survey(jsonb) to anon, authenticated;

create function public.dossier_survey(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	of_dossier uuid;
	code text;
begin
	perform app.require_protocol(request);
	select dossier.id into of_dossier
	from app.submissions as submission
	join public.dossiers as dossier on dossier.id = submission.id
	where submission.id = app.get_uuid(request, 'id') and submission.finalized_at is not null
		and submission.secret_hash = app.hash_text(coalesce(app.find_text(request, 'secret', 128), ''))
		and dossier.status in (3, 8, 9, 10);
	select slip.snapshot ->> 'surveyCode' into code
	from public.slips as slip
	join app.survey_codes as open on open.code_hash = app.hash_text(slip.snapshot ->> 'surveyCode') and open.expires_on >= app.today()
	where slip.dossier_id = of_dossier and slip.form in ('01', '02', '03')
	order by slip.issued_at desc, slip.form desc limit 1;
	return jsonb_build_object('code', code);
end
$$;
comment on function public.dossier_survey(jsonb) is
	'{protocol, id, secret} → {code}: for the phone that filed, once the dossier is refused, stopped or has its result (3, 8, 9, 10), the newest slip''s code that may still be answered; null for everything else.';
revoke all on function public.dossier_survey(jsonb) from public, anon, authenticated;
grant execute on function public.dossier_survey(jsonb) to anon, authenticated;
