-- Receiving again, now with everything that can come before it: an answered slip, a same-day matter without a slip, and
-- a numbered blank that was filled in by hand while the line was down (TT 01/2018 Đ10.2: numbers without gaps).

create table app.blank_slips (
	agency_id uuid not null references public.agencies (id),
	number text not null,
	lookup_code text not null,
	action_id uuid not null,
	reserved_at timestamptz not null default now(),
	reserved_by uuid not null references public.staff (id),
	dossier_id uuid references public.dossiers (id),
	used_at timestamptz,
	voided_at timestamptz,
	voided_by uuid references public.staff (id),
	void_reason text,
	primary key (agency_id, number)
);
comment on table app.blank_slips is 'Numbers of Mẫu số 01 drawn for blank slips. Each is printed with its lookup code and ends used or voided, never given again.';
create index blank_slips_open on app.blank_slips (agency_id, number) where used_at is null and voided_at is null;
create index blank_slips_by_action on app.blank_slips (action_id);
alter table app.blank_slips enable row level security;

create function app.blank_rows(of_agency uuid, of_action uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('slips', coalesce(jsonb_agg(jsonb_build_object(
		'number', blank.number, 'lookupCode', blank.lookup_code, 'reservedAt', blank.reserved_at, 'reservedBy', staff.full_name
	) order by blank.reserved_at, blank.number), '[]'))
	from app.blank_slips as blank
	join public.staff on staff.id = blank.reserved_by
	where blank.agency_id = of_agency
		and case when of_action is null then blank.used_at is null and blank.voided_at is null else blank.action_id = of_action end
$$;
comment on function app.blank_rows(uuid, uuid) is 'Blank slips of an agency as {slips: [{number, lookupCode, reservedAt, reservedBy}]}: those of one reservation, or all open ones.';
revoke all on function app.blank_rows(uuid, uuid) from public, anon, authenticated;

create function app.get_receiver() returns public.staff
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff;
begin
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_have_role('receiver') then
		perform app.fail('PT403', 'role-missing');
	end if;
	return me;
end
$$;
comment on function app.get_receiver() is 'The active receiver behind this request; PT403 not-staff, role-missing.';
revoke all on function app.get_receiver() from public, anon, authenticated;

create function public.reserve_blank_slips(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	wanted_action uuid;
	wanted int;
	most_open constant int := 200;
begin
	perform app.require_protocol(request);
	me := app.get_receiver();
	wanted_action := app.get_uuid(request, 'actionId');
	if jsonb_typeof(request -> 'count') is distinct from 'number' or request ->> 'count' !~ '^([1-9]|[1-4][0-9]|50)$' then
		perform app.fail('PT400', 'count-malformed');
	end if;
	wanted := (request ->> 'count')::int;
	perform pg_advisory_xact_lock(hashtextextended(me.agency_id::text, 3));
	if exists (select 1 from app.blank_slips where action_id = wanted_action) then
		if exists (select 1 from app.blank_slips where action_id = wanted_action and reserved_by <> me.id) then
			perform app.fail('PT409', 'action-id-used');
		end if;
		return app.blank_rows(me.agency_id, wanted_action);
	end if;
	if wanted + (
		select count(*) from app.blank_slips where agency_id = me.agency_id and used_at is null and voided_at is null
	) > most_open then
		perform app.fail('PT409', 'too-many-blanks');
	end if;
	for line in 1 .. wanted loop
		insert into app.blank_slips (agency_id, number, lookup_code, action_id, reserved_by)
		values (me.agency_id, app.draw_slip_number(me.agency_id, '01'), app.code_from_hash(app.random_digest(), 8), wanted_action, me.id);
	end loop;
	return app.blank_rows(me.agency_id, wanted_action);
end
$$;
comment on function public.reserve_blank_slips(jsonb) is
	'{protocol, actionId, count 1–50} → {slips: [{number, lookupCode, reservedAt, reservedBy}]}: the next numbers of Mẫu số 01 to print as blanks; the same actionId gives the same. PT403 not-staff, role-missing; PT409 too-many-blanks beyond 200 open ones.';
revoke all on function public.reserve_blank_slips(jsonb) from public, anon, authenticated;
grant execute on function public.reserve_blank_slips(jsonb) to authenticated;

create function public.open_blank_slips(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform app.require_protocol(request);
	return app.blank_rows((app.get_receiver()).agency_id, null);
end
$$;
comment on function public.open_blank_slips(jsonb) is '{protocol} → {slips}: blanks of the agency that are neither used nor voided; for receivers.';
revoke all on function public.open_blank_slips(jsonb) from public, anon, authenticated;
grant execute on function public.open_blank_slips(jsonb) to authenticated;

create function public.void_blank_slip(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	blank app.blank_slips;
	reason text;
begin
	perform app.require_protocol(request);
	me := app.get_receiver();
	select * into blank from app.blank_slips
	where agency_id = me.agency_id and number = app.find_text(request, 'number', 20) for update;
	if not found then
		perform app.fail('PT404', 'blank-unknown');
	end if;
	if blank.used_at is not null then
		perform app.fail('PT409', 'blank-used');
	end if;
	reason := app.find_text(request, 'reason', 300);
	if coalesce(length(reason), 0) < 3 then
		perform app.fail('PT400', 'void-reason');
	end if;
	update app.blank_slips set voided_at = now(), voided_by = me.id, void_reason = reason
	where agency_id = me.agency_id and number = blank.number and voided_at is null;
	return jsonb_build_object('number', blank.number);
end
$$;
comment on function public.void_blank_slip(jsonb) is
	'{protocol, number, reason} → {number}: a spoilt or lost blank; its number stays taken. PT404 blank-unknown; PT409 blank-used; PT400 void-reason.';
revoke all on function public.void_blank_slip(jsonb) from public, anon, authenticated;
grant execute on function public.void_blank_slip(jsonb) to authenticated;

create function app.take_blank(dossier public.dossiers, request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	given constant jsonb := request -> 'blank';
	blank app.blank_slips;
	received timestamp := app.find_local_time(given -> 'receivedAt');
	promised date := app.find_local_time(to_jsonb((given ->> 'dueDate') || 'T00:00'))::date;
begin
	if jsonb_typeof(given) <> 'object' or dossier.channel = 2 then
		perform app.fail('PT400', 'blank-time');
	end if;
	select * into blank from app.blank_slips
	where agency_id = dossier.agency_id and number = app.find_text(given, 'number', 20) for update;
	if not found then
		perform app.fail('PT404', 'blank-unknown');
	end if;
	if blank.used_at is not null or blank.voided_at is not null then
		perform app.fail('PT409', 'blank-used');
	end if;
	-- Filled in after it was printed and before it is typed in; the paper is in the citizen's hand and its date stands,
	-- whatever a calendar would have said.
	if received is null or promised is null
		or received > app.local_time(now())::timestamp
		or received < app.local_time(blank.reserved_at)::timestamp
		or promised < received::date or promised > received::date + 366
	then
		perform app.fail('PT400', 'blank-time');
	end if;
	update app.blank_slips set used_at = now(), dossier_id = dossier.id
	where agency_id = dossier.agency_id and number = blank.number;
	return jsonb_build_object('number', blank.number, 'lookupCode', blank.lookup_code,
		'receivedAt', received at time zone 'Asia/Ho_Chi_Minh', 'dueDate', promised);
end
$$;
comment on function app.take_blank(public.dossiers, jsonb) is
	'Uses up the blank slip a receipt names: {number, lookupCode, receivedAt, dueDate} as written by hand. PT404 blank-unknown; PT409 blank-used; PT400 blank-time.';
revoke all on function app.take_blank(public.dossiers, jsonb) from public, anon, authenticated;

create or replace function app.receipt_snapshot(dossier public.dossiers, papers jsonb, due jsonb, lookup_code text, context app.action_context)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select app.slip_head(dossier, '01', lookup_code, dossier.received_at) || jsonb_build_object(
		'channel', dossier.channel,
		'papers', papers,
		'sets', 1,
		'limit', app.limit_of(dossier),
		'receivedAt', app.local_time(dossier.received_at),
		'dueDate', due ->> 'dueDate',
		'due', due ->> 'due',
		'dueBasis', due ->> 'basis',
		'collectAt', agency.name,
		'receiver', context.staff_name,
		'blank', due ? 'blank'
	)
	from public.agencies as agency
	where agency.id = dossier.agency_id
$$;
comment on function app.receipt_snapshot(public.dossiers, jsonb, jsonb, text, app.action_context) is
	'Mẫu số 01 as data (domain §3.2): everything the printed receipt and appointment slip says; `blank` = typed in later from a numbered blank.';

create or replace function public.receive_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	papers jsonb;
	department uuid := app.find_uuid(request, 'departmentId');
	blank jsonb;
	due jsonb;
	number text;
	lookup_code text;
	slip_id uuid;
begin
	select * into acted from app.begin_action(request, 'receive');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	papers := app.get_received_papers(request);
	if not exists (select 1 from public.departments where id = department and agency_id = dossier.agency_id) then
		perform app.fail('PT400', 'department-unknown');
	end if;
	-- ND61 Đ17.4: what is handed back on the spot needs no slip; everything else does.
	if request -> 'slip' = 'false'::jsonb
		and (dossier.channel <> 1 or app.limit_of(dossier) ->> 'unit' is distinct from 'same-day')
	then
		perform app.fail('PT400', 'slip-needed');
	end if;
	if coalesce(request -> 'blank', 'null') <> 'null'::jsonb then
		blank := app.take_blank(dossier, request);
		dossier.received_at := (blank ->> 'receivedAt')::timestamptz;
		due := jsonb_build_object('dueDate', blank ->> 'dueDate', 'basis', 'giấy hẹn viết tay số ' || (blank ->> 'number'), 'blank', true);
	else
		dossier.received_at := now();
		due := app.get_due(dossier, request, dossier.received_at);
	end if;
	dossier.code := app.next_dossier_code(dossier.agency_id, app.local_time(dossier.received_at)::date);
	perform app.close_supplement(dossier, 'accepted', papers);

	update public.dossiers set
		code = dossier.code,
		department_id = department,
		submitted_at = least(submitted_at, dossier.received_at),
		received_at = dossier.received_at,
		due_date = (due ->> 'dueDate')::date,
		due_at = (due ->> 'due')::timestamp at time zone 'Asia/Ho_Chi_Minh',
		first_due_date = (due ->> 'dueDate')::date,
		due_basis = due ->> 'basis',
		search_text = dossiers.search_text || ' ' || app.fold(dossier.code)
	where id = dossier.id;
	if blank is not null then
		lookup_code := blank ->> 'lookupCode';
		number := blank ->> 'number';
		insert into app.lookup_codes (dossier_id, code_hash) values (dossier.id, app.hash_text(lookup_code));
	elsif request -> 'slip' is distinct from 'false'::jsonb then
		lookup_code := app.new_lookup_code(dossier.id);
		number := app.draw_slip_number(dossier.agency_id, '01');
	end if;
	if number is not null then
		slip_id := app.issue_slip(dossier, '01', context.staff_id,
			app.receipt_snapshot(dossier, papers, due, lookup_code, context), number);
	end if;
	return app.record_action(context, dossier, 'receive',
		jsonb_build_object('code', dossier.code, 'dueDate', due ->> 'dueDate', 'due', due ->> 'due', 'slipId', slip_id),
		jsonb_build_object('departmentId', department, 'papers', papers, 'blank', blank ->> 'number',
			'computedDue', case when blank is not null then app.due_for(dossier, dossier.received_at) ->> 'dueDate' end));
end
$$;
comment on function public.receive_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, papers, departmentId, dueDate?, dueBasis?, slip?, blank?: {number, receivedAt, dueDate}} → {code, dueDate, due, slipId}: 1 → 2, or 5 → 2 when what was missing came before receipt, with Mẫu số 01. slip: false only for same-day matters at the counter (PT400 slip-needed); with `blank` the number, time and date of the slip written by hand stand (PT404 blank-unknown, PT409 blank-used, PT400 blank-time).';

-- The number on a slip finds the dossier as well: a blank has no other ------------------------------------

create index slips_by_normalised_number on public.slips (app.normalise_code(number));

create function app.find_by_codes(asked_code text, asked_secret text) returns uuid
language sql
stable
security definer
set search_path = ''
as $$
	select code.dossier_id
	from (
		select id from public.dossiers where app.normalise_code(dossiers.code) = asked_code
		union
		select id from public.dossiers where app.normalise_code(dossiers.reference) = asked_code
		union
		select slips.dossier_id from public.slips where app.normalise_code(slips.number) = asked_code
	) as named
	join app.lookup_codes as code on code.dossier_id = named.id
	where code.code_hash = app.hash_text(asked_secret)
	limit 1
$$;
comment on function app.find_by_codes(text, text) is
	'The dossier with this (normalised) code, reference or slip number and this lookup code, or null.';
revoke all on function app.find_by_codes(text, text) from public, anon, authenticated;

create or replace function public.lookup_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	-- Many people share an address (a phone company's, a village's router), and dossier codes are sequential: low
	-- bounds would let a stranger, or a clumsy neighbour, lock out the rightful. A lookup code has 40 bits: with 100
	-- guesses an hour at one code the chance is still below one in a million a year. A slip's number is the same in
	-- every office and form: with 100 offices such guesses hit 300 slips, one in four thousand a year, somebody's status
	-- without a name; one address makes 200 guesses an hour at whatever it likes.
	most_from_address constant int := 200;
	most_about_code constant int := 100;
	me constant uuid := app.my_staff_id();
	asked_code text;
	asked_secret text;
	-- What a desk mistypes is counted under its own name, never against the citizens behind the same address.
	asked_from text := app.hash_text(coalesce('staff ' || me, app.client_address()));
	about_code text;
	found_id uuid;
begin
	perform app.require_protocol(request);
	asked_code := app.normalise_code(coalesce(app.find_text(request, 'code', 60), ''));
	asked_secret := app.normalise_code(coalesce(app.find_text(request, 'lookupCode', 60), ''));
	about_code := app.hash_text(asked_code);
	-- One address or one code at a time, so that many at once cannot slip past the count.
	perform pg_advisory_xact_lock(hashtextextended(least(asked_from, about_code), 1));
	perform pg_advisory_xact_lock(hashtextextended(greatest(asked_from, about_code), 1));
	if (
		me is null and
		(select count(*) from app.lookup_attempts where address_hash = asked_from and at > now() - interval '1 hour') >= most_from_address
	) or (
		select count(*) from app.lookup_attempts where code_hash = about_code and at > now() - interval '1 hour'
	) >= most_about_code then
		perform app.fail('PT429', 'too-many-lookups');
	end if;
	found_id := app.find_by_codes(asked_code, asked_secret);
	if found_id is null then
		-- Returned, not raised: an error would roll the count back.
		insert into app.lookup_attempts (address_hash, code_hash) values (asked_from, about_code);
		return jsonb_build_object('found', false);
	end if;
	return jsonb_build_object('found', true, 'progress', app.progress_of(found_id));
end
$$;
comment on function public.lookup_dossier(jsonb) is
	'{protocol, code, lookupCode} → {found, progress?}: `code` is the dossier''s, its reference or a slip''s number; one answer for every miss; PT429 after 200 misses an hour from one address or 100 about one code.';
