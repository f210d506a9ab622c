-- Sổ theo dõi hồ sơ (our form 07): one line for every dossier received, in the order of receipt, numbered from 1 without gaps in
-- each year; closed by the leader when the year is over (TT 01/2018 Đ10.2).

create index dossiers_register on public.dossiers (agency_id, received_at, id) where received_at is not null;

create table app.register_closings (
	agency_id uuid not null references public.agencies (id),
	year int not null,
	action_id uuid not null unique,
	lines int not null,
	first_code text not null,
	last_code text not null,
	sha256 text not null,
	closed_by uuid not null references public.staff (id),
	closed_name text not null,
	closed_at timestamptz not null default now(),
	primary key (agency_id, year)
);
comment on table app.register_closings is
	'Registers that were closed: how many lines, the first and the last code, and the SHA-256 over number, code and time of receipt of every line (app.register_sum). Append-only.';
alter table app.register_closings enable row level security;
create trigger keep_closings before update or delete on app.register_closings for each row execute function app.refuse_change();
create trigger keep_all_closings before truncate on app.register_closings for each statement execute function app.refuse_change();

create function app.year_start(year int) returns timestamptz
language sql
immutable
set search_path = ''
as $$ select make_timestamp(year, 1, 1, 0, 0, 0) at time zone interval '7 hours' $$;
comment on function app.year_start(int) is 'The first moment of a year in Asia/Ho_Chi_Minh.';
revoke all on function app.year_start(int) from public, anon, authenticated;

create function app.local_year(instant timestamptz) returns int
language sql
immutable
set search_path = ''
as $$ select extract(year from instant at time zone interval '7 hours')::int $$;
comment on function app.local_year(timestamptz) is 'The year of an instant in Asia/Ho_Chi_Minh.';
revoke all on function app.local_year(timestamptz) from public, anon, authenticated;

create function app.register_lock(of_agency uuid, year int) returns bigint
language sql
stable
set search_path = ''
as $$ select hashtextextended(of_agency::text || ' ' || year, 7) $$;
comment on function app.register_lock(uuid, int) is 'The advisory lock of one register: receipts share it, the closing has it alone.';
revoke all on function app.register_lock(uuid, int) from public, anon, authenticated;

create function app.keep_closed_register() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform pg_advisory_xact_lock_shared(app.register_lock(new.agency_id, app.local_year(new.received_at)));
	if exists (
		select 1 from app.register_closings where agency_id = new.agency_id and year = app.local_year(new.received_at)
	) then
		perform app.fail('PT409', 'register-closed');
	end if;
	return new;
end
$$;
comment on function app.keep_closed_register() is 'Trigger: nothing is received into a year whose register is closed, by whichever way; PT409 register-closed.';
revoke all on function app.keep_closed_register() from public, anon, authenticated;
create trigger keep_closed_register before insert on public.dossiers
	for each row when (new.received_at is not null) execute function app.keep_closed_register();
create trigger keep_closed_register_on_receipt before update of received_at on public.dossiers
	for each row when (old.received_at is null and new.received_at is not null) execute function app.keep_closed_register();

create function app.register_sum(of_agency uuid, of_year int) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('lines', count(*), 'firstCode', min(code) filter (where number = 1),
		'lastCode', (array_agg(code order by number desc))[1],
		'sha256', app.hash_text(coalesce(string_agg(number || ' ' || code || ' ' || app.local_time(received_at) || e'\n', '' order by number), '')))
	from (
		select code, received_at, row_number() over (order by received_at, id) as number
		from public.dossiers
		where agency_id = of_agency and received_at >= app.year_start(of_year) and received_at < app.year_start(of_year + 1)
	) as lines
$$;
comment on function app.register_sum(uuid, int) is
	'{lines, firstCode, lastCode, sha256} of a year''s register: the hash is over one line "number code YYYY-MM-DDTHH:mm" and a line end each.';
revoke all on function app.register_sum(uuid, int) from public, anon, authenticated;

create function app.get_year(request jsonb) returns int
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(request -> 'year') is distinct from 'number' or request ->> 'year' !~ '^20[0-9]{2}$' then
		perform app.fail('PT400', 'register-range');
	end if;
	return (request ->> 'year')::int;
end
$$;
comment on function app.get_year(jsonb) is 'The year of a request, 2000–2099; PT400 register-range.';
revoke all on function app.get_year(jsonb) from public, anon, authenticated;

create function app.get_register_days(request jsonb, out first_day date, out last_day date)
language plpgsql
immutable
set search_path = ''
as $$
declare
	year constant int := app.get_year(request);
begin
	first_day := make_date(year, 1, 1);
	last_day := make_date(year, 12, 31);
	if coalesce(request -> 'from', 'null') <> 'null' or coalesce(request -> 'to', 'null') <> 'null' then
		first_day := app.find_local_time(to_jsonb(app.find_text(request, 'from', 10) || 'T00:00'))::date;
		last_day := app.find_local_time(to_jsonb(app.find_text(request, 'to', 10) || 'T00:00'))::date;
	end if;
	-- Numbers begin anew every year: no page has lines of two.
	if first_day is null or last_day is null or first_day > last_day
		or first_day < make_date(year, 1, 1) or last_day > make_date(year, 12, 31)
	then
		perform app.fail('PT400', 'register-range');
	end if;
end
$$;
comment on function app.get_register_days(jsonb) is 'The days {year, from?, to?} means, all of one year; PT400 register-range.';
revoke all on function app.get_register_days(jsonb) from public, anon, authenticated;

create function app.register_line(dossier public.dossiers, line_number bigint) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('number', line_number, 'id', dossier.id, 'code', dossier.code, 'receivedAt', app.local_time(dossier.received_at),
		'procedure', version.content ->> 'title', 'sets', coalesce((receipt.snapshot -> 'sets')::int, 1), 'status', dossier.status)
	-- Nobody reads their own dossier, but its line is there: numbers have no gaps.
	|| case when dossier.applicant_key = app.my_citizen_key() then '{"own": true}'::jsonb else jsonb_build_object(
		'own', false,
		'applicant', dossier.applicant ->> 'fullName', 'address', coalesce(dossier.applicant ->> 'address', ''),
		'phone', coalesce(dossier.applicant ->> 'phone', ''), 'subject', dossier.subject,
		'department', (select name from public.departments where id = dossier.department_id),
		'dueDate', dossier.due_date, 'firstDueDate', dossier.first_due_date,
		'finishedAt', app.local_time(dossier.finished_at), 'returnedAt', app.local_time(dossier.returned_at),
		'timeliness', app.timeliness_of(dossier),
		'electronic', exists (select 1 from app.result_files as file where file.dossier_id = dossier.id and file.released_at is not null),
		'recipient', handed.data ->> 'recipientName', 'proxy', coalesce((handed.data -> 'proxy')::boolean, false),
		'parcel', handed.data #>> '{post,number}',
		'blank', coalesce(receipt.snapshot -> 'blank' = 'true'::jsonb, false))
	end
	from public.procedure_versions as version
	left join lateral (
		select snapshot from public.slips where slips.dossier_id = dossier.id and form = '01' order by issued_at desc limit 1
	) as receipt on true
	left join lateral (
		select data from public.dossier_events as event
		where event.dossier_id = dossier.id and event.action in ('return', 'settle') order by event.sequence limit 1
	) as handed on true
	where version.id = dossier.version_id
$$;
comment on function app.register_line(public.dossiers, bigint) is 'One line of the register (domain §3.2).';
revoke all on function app.register_line(public.dossiers, bigint) from public, anon, authenticated;

create function app.register_head(of_agency uuid, of_year int, last_day date) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(app.form_head(sets.name, '07'), '{}') || jsonb_build_object(
		'formSet', sets.name,
		'agency', jsonb_build_object('name', agency.name, 'parentName', coalesce(parent.name, ''), 'place', agency.place),
		'yearIsOver', of_year < app.local_year(now()),
		'openBlanks', (
			select count(*) from app.blank_slips
			where agency_id = of_agency and used_at is null and voided_at is null and reserved_at < app.year_start(of_year + 1)
		),
		'closing', (
			select jsonb_build_object('lines', closing.lines, 'firstCode', closing.first_code, 'lastCode', closing.last_code,
				'sha256', closing.sha256, 'by', closing.closed_name, 'at', app.local_time(closing.closed_at),
				'intact', app.register_sum(of_agency, of_year) = jsonb_build_object('lines', closing.lines,
					'firstCode', closing.first_code, 'lastCode', closing.last_code, 'sha256', closing.sha256))
			from app.register_closings as closing where closing.agency_id = of_agency and closing.year = of_year
		))
	|| case when app.i_have_role('leader') then jsonb_build_object('prints', (
		select coalesce(jsonb_agg(jsonb_build_object('from', split_part(line.object, ' – ', 1), 'to', split_part(line.object, ' – ', 2),
			'by', line.staff_name, 'at', app.local_time(line.at), 'reason', line.reason) order by line.at desc, line.id), '[]')
		from (
			select * from app.view_log
			where kind = 'register' and agency_id = of_agency and left(object, 4) = of_year::text order by at desc, id limit 100
		) as line
	)) else '{}' end
	from public.agencies as agency
	left join public.agencies as parent on parent.id = agency.parent_id,
	(select app.form_set_on(least(last_day, app.today())) as name) as sets
	where agency.id = of_agency
$$;
comment on function app.register_head(uuid, int, date) is
	'What stands above a register: its form in the set of the last day shown, the agency, whether the year is over, blanks still out, and its closing, compared with the lines as they are now (intact); for a leader also who printed days of that year, the latest 100.';
revoke all on function app.register_head(uuid, int, date) from public, anon, authenticated;

create function app.register_search(of_agency uuid, wanted_code text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('rows', coalesce(jsonb_agg(app.register_line(dossier, (
		select count(*) from public.dossiers as earlier
		where earlier.agency_id = of_agency and earlier.received_at >= app.year_start(app.local_year(dossier.received_at))
			and earlier.received_at is not null and (earlier.received_at, earlier.id) <= (dossier.received_at, dossier.id)
	)) || jsonb_build_object('cursor', dossier.received_at)), '[]'), 'more', false)
	from public.dossiers as dossier
	where app.normalise_code(dossier.code) = wanted_code and dossier.agency_id = of_agency and dossier.received_at is not null
$$;
comment on function app.register_search(uuid, text) is 'The line of the dossier with this (normalised) code, as a page of the register.';
revoke all on function app.register_search(uuid, text) from public, anon, authenticated;

create function public.register_page(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	page_size constant int := 100;
	home constant uuid := app.my_agency_id();
	days record;
	year int;
	after_at timestamptz;
	after_id uuid;
	rows jsonb;
	total int;
begin
	perform app.require_protocol(request);
	if home is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_read_the_agency() then
		perform app.fail('PT403', 'role-missing');
	end if;
	select * into days from app.get_register_days(request);
	year := app.get_year(request);
	if coalesce(request -> 'code', 'null') <> 'null' then
		return app.register_search(home, app.normalise_code(coalesce(app.find_text(request, 'code', 60), '')));
	end if;
	after_id := app.find_uuid(request -> 'after', 'id');
	begin
		after_at := (app.find_text(request -> 'after', 'receivedAt', 40))::timestamptz;
	exception when others then
		perform app.fail('PT400', 'request-malformed');
	end;
	if nullif(request -> 'after', 'null') is not null and (after_at is null or after_id is null) then
		perform app.fail('PT400', 'request-malformed');
	end if;
	-- Just before the first line that is wanted; nothing has such an id.
	if after_at is null or after_at < days.first_day::timestamp at time zone interval '7 hours' then
		after_at := days.first_day::timestamp at time zone interval '7 hours';
		after_id := '00000000-0000-0000-0000-000000000000';
	end if;
	-- One walk of one index: its keys from New Year on are counted, only the lines of this page are read.
	with before as (
		select count(*) as lines from public.dossiers
		where agency_id = home and received_at >= app.year_start(year) and received_at is not null and (received_at, id) <= (after_at, after_id)
	), page as (
		select * from public.dossiers
		where agency_id = home and received_at is not null and (received_at, id) > (after_at, after_id)
			and received_at < (days.last_day + 1)::timestamp at time zone interval '7 hours'
		order by received_at, id limit page_size + 1
	), numbered as (
		select page.id, page.received_at, before.lines + row_number() over (order by page.received_at, page.id) as number,
			row_number() over (order by page.received_at, page.id) as position
		from page, before
	)
	select coalesce(jsonb_agg(app.register_line(page, numbered.number) || jsonb_build_object('cursor', page.received_at) order by numbered.number)
			filter (where numbered.position <= page_size), '[]'), count(*)
	into rows, total
	from numbered join page on page.id = numbered.id;
	return jsonb_build_object('rows', rows, 'more', total > page_size)
		|| case when nullif(request -> 'after', 'null') is null then jsonb_build_object('head', app.register_head(home, year, days.last_day)) else '{}' end;
end
$$;
comment on function public.register_page(jsonb) is
	'{protocol, year, from?, to?, after?: {receivedAt: cursor, id}, code?} → {rows ≤ 100, more, head? (first page only)}: the register in order of receipt; numbers count from New Year whatever days are asked for. With `code` the line of this dossier, of whichever year. For receivers and leaders. PT403 not-staff, role-missing; PT400 register-range.';
revoke all on function public.register_page(jsonb) from public, anon, authenticated;
grant execute on function public.register_page(jsonb) to authenticated;

create function public.close_register(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	wanted uuid;
	wanted_year int;
	known app.register_closings;
	sum jsonb;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'actionId');
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	wanted_year := app.get_year(request);
	if wanted_year >= app.local_year(now()) then
		perform app.fail('PT409', 'register-year-open');
	end if;
	-- Receipts into this year that have begun end first.
	perform pg_advisory_xact_lock(app.register_lock(me.agency_id, wanted_year));
	select * into known from app.register_closings where agency_id = me.agency_id and year = wanted_year;
	if found and (known.action_id <> wanted or known.closed_by <> me.id) then
		perform app.fail('PT409', 'register-closed');
	end if;
	if not found then
		sum := app.register_sum(me.agency_id, wanted_year);
		if (sum ->> 'lines')::int = 0 then
			perform app.fail('PT409', 'register-empty');
		end if;
		insert into app.register_closings (agency_id, year, action_id, lines, first_code, last_code, sha256, closed_by, closed_name)
		values (me.agency_id, wanted_year, wanted, (sum ->> 'lines')::int, sum ->> 'firstCode', sum ->> 'lastCode', sum ->> 'sha256', me.id, me.full_name)
		on conflict (action_id) do nothing
		returning * into known;
		if not found then
			perform app.fail('PT409', 'action-id-used');
		end if;
	end if;
	return jsonb_build_object('lines', known.lines, 'firstCode', known.first_code, 'lastCode', known.last_code, 'sha256', known.sha256);
end
$$;
comment on function public.close_register(jsonb) is
	'{protocol, actionId, year} → {lines, firstCode, lastCode, sha256}: the leader closes the register of a year that is over, once; from then on nothing is received into that year. PT403 not-staff, role-missing; PT400 register-range; PT409 register-year-open, register-closed, register-empty, action-id-used.';
revoke all on function public.close_register(jsonb) from public, anon, authenticated;
grant execute on function public.close_register(jsonb) to authenticated;

create function public.note_register_print(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	days record;
	wanted uuid;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'printId');
	if not app.i_read_the_agency() then
		perform app.fail('PT403', 'role-missing');
	end if;
	select * into days from app.get_register_days(request);
	insert into app.view_log (id, agency_id, kind, object, staff_id, staff_name, reason)
	select wanted, staff.agency_id, 'register', days.first_day || ' – ' || days.last_day, staff.id, staff.full_name, app.find_text(request, 'reason', 300)
	from public.staff where staff.id = app.my_staff_id()
	on conflict (id) do nothing;
	return jsonb_build_object('printId', wanted);
end
$$;
comment on function public.note_register_print(jsonb) is
	'{protocol, printId, year, from?, to?, reason?} → {printId}: writes down that these days of the register go to a printer; the same printId counts once. PT403 role-missing; PT400 register-range.';
revoke all on function public.note_register_print(jsonb) from public, anon, authenticated;
grant execute on function public.note_register_print(jsonb) to authenticated;
