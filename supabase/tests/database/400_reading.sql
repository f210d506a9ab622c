-- Who reads which dossier, its events, files and slips: as tables and through the console's functions.
begin;
select plan(98);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "channels": []}', repeat('a', 64)
);
insert into public.agencies (code, parent_id, name, receives)
select 'H99.02', id, 'Trung tâm xã bên', true from public.agencies where code = 'H99';
insert into public.departments (agency_id, name) select id, 'Kinh tế' from public.agencies where code = 'H99.02';
create temp table desks as
select agencies.id as agency_id, departments.id as department_id, agencies.code || '/' || departments.name as name
from public.agencies join public.departments on departments.agency_id = agencies.id;
create function tests.desk(wanted text) returns uuid language sql as $$ select department_id from pg_temp.desks where name = wanted $$;
select tests.add_staff(account || '@test', desks.agency_id, desks.department_id, variadic roles)
from (values
	('receiver', 'H99.01/Kinh tế', array['receiver']),
	('officer', 'H99.01/Kinh tế', array['officer']),
	('neighbour', 'H99.01/Tư pháp – Hộ tịch', array['officer']),
	('approver', 'H99.01/Kinh tế', array['approver']),
	('leader', 'H99.01/Tư pháp – Hộ tịch', array['leader']),
	('editor', 'H99.01/Kinh tế', array['editor']),
	('admin', 'H99.01/Kinh tế', array['admin']),
	('elsewhere', 'H99.02/Kinh tế', array['receiver', 'officer', 'approver', 'leader']),
	('suspended', 'H99.01/Kinh tế', array['receiver', 'officer', 'leader']),
	('rolefree', 'H99.01/Kinh tế', array[]::text[]),
	('applicant', 'H99.01/Kinh tế', array['receiver', 'officer', 'leader'])
) as people (account, desk, roles) join desks on desks.name = desk;
select tests.add_staff('province@test', id, null, 'leader', 'receiver') from public.agencies where code = 'H99';
select tests.add_staff('homeless@test', id, null, 'officer') from public.agencies where code = 'H99.01';
update public.staff set active = false where full_name = 'suspended@test';
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'applicant@test';

-- Dossiers 1 (new, no department), 2 (Kinh tế), 3 (Hộ tịch) and 4 (the other office); 2 is by the staff member "applicant".
create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel, subject,
	applicant, payload, applicant_key, search_text, sort_at, submitted_at, due_date)
select tests.id(line), 'DK-' || line, case when line > 1 then 'H99-261123-000' || line end, desks.agency_id,
	case when line > 1 then desks.department_id end, '1.001193', version.id, case when line = 1 then 1 else 2 end, 2,
	'Nguyễn ' || line, jsonb_build_object('fullName', 'Trần ' || line, 'phone', '0900000000'), '{}',
	case when line = 2 then app.hash_text('001188012345') end, app.fold('Đặng Ngọc 100% a_b c\d ' || line),
	now() + make_interval(secs => line), now() + make_interval(secs => line), app.local_time(now())::date
from (values (1, 'H99.01/Kinh tế'), (2, 'H99.01/Kinh tế'), (3, 'H99.01/Tư pháp – Hộ tịch'), (4, 'H99.02/Kinh tế')) as list (line, desk)
join desks on desks.name = desk, public.procedure_versions as version;
insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, data)
select id, 1, gen_random_uuid(), 'submit', 1, 'x', '{"answer": {"x": 1}, "papers": []}' from public.dossiers;
insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name)
select id, id, 'giay', repeat('c', 64), 1, 'image/jpeg', id || '/x/1' from public.dossiers;
insert into public.slips (id, dossier_id, agency_id, form, number, issued_by, snapshot)
select dossiers.id, dossiers.id, dossiers.agency_id, '01', reference, staff.id, '{}'
from public.dossiers, public.staff where staff.full_name = 'receiver@test';

-- What an account sees of each kind, as "1,2,3"; one column after the other must agree.
create function tests.seen(account text) returns setof text language plpgsql as $$
declare
	source text;
	answer text;
begin
	foreach source in array array[
		'select id from public.dossiers', 'select dossier_id from public.dossier_events',
		'select dossier_id from public.dossier_files', 'select dossier_id from public.slips',
		'select tests.id(number) from generate_series(1, 4) as number where tests.opens(''staff_dossier'', ''dossierId'', tests.id(number))',
		'select tests.id(number) from generate_series(1, 4) as number where tests.opens(''staff_slip'', ''slipId'', tests.id(number))'
	] loop
		if account = 'anon' then
			perform tests.as_anon();
		elsif account = 'nobody' then
			perform tests.as_nobody();
		else
			perform tests.sign_in(account || '@test');
		end if;
		begin
			execute format('select coalesce(string_agg(right(id::text, 1), '','' order by id), '''') from (%s) as list (id)', source) into answer;
		exception when insufficient_privilege then
			answer := 'denied';
		end;
		perform tests.sign_out();
		return next answer;
	end loop;
end
$$;
create function tests.opens(function_name text, field text, id uuid) returns boolean language plpgsql as $$
declare
	answer jsonb;
begin
	execute format('select public.%I($1)', function_name) into answer using jsonb_build_object('protocol', 1, field, id);
	return answer ->> 'id' = id::text;
exception when sqlstate 'PT404' then
	if sqlerrm not in ('dossier-unknown', 'slip-unknown') then
		raise;
	end if;
	return false;
end
$$;
select results_eq(
	format('select tests.seen(%L)', account), array_fill(seen, array[6]),
	format('%s reads %s: dossiers, events, files, slips, and both functions', account, coalesce(nullif(seen, ''), 'nothing'))
)
from (values
	('receiver', '1,2,3'), ('leader', '1,2,3'), ('officer', '2'), ('approver', '2'), ('neighbour', '3'), ('editor', ''),
	('admin', ''), ('elsewhere', '4'), ('province', ''), ('suspended', ''), ('rolefree', ''), ('homeless', ''), ('nobody', ''),
	('applicant', '1,3'), ('anon', 'denied')
) as actors (account, seen);

-- The queue -------------------------------------------------------------------------------------------

create function tests.queue(account text, group_name text, more jsonb default '{}') returns jsonb language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.sign_in(account || '@test');
	answer := public.staff_queue(jsonb_build_object('protocol', 1, 'group', group_name) || more);
	perform tests.sign_out();
	return answer;
end
$$;
create function tests.found(account text, group_name text, more jsonb default '{}') returns text language sql as $$
	select coalesce(string_agg(right(entry ->> 'id', 1), ',' order by position), '')
	from jsonb_array_elements(tests.queue(account, group_name, more) -> 'rows') with ordinality as list (entry, position)
$$;
select is(tests.found(account, 'new'), fresh, account || ': new') from (values
	('receiver', '1'), ('leader', '1'), ('officer', ''), ('editor', ''), ('admin', ''), ('elsewhere', ''), ('applicant', '1')
) as actors (account, fresh);
select is(tests.found(account, 'working'), working, account || ': working') from (values
	('receiver', '2,3'), ('leader', '2,3'), ('officer', '2'), ('neighbour', '3'), ('approver', '2'), ('editor', ''), ('admin', ''),
	('elsewhere', '4'), ('province', ''), ('applicant', '3')
) as actors (account, working);
select is(tests.queue('officer', 'new') -> 'counts', '{"new": 0, "answered": 0, "working": 1, "today": 1, "late": 0, "waiting": 0, "ready": 0}', 'an officer''s counts are their own');
select is(tests.queue('receiver', 'new') -> 'counts' ->> 'working', '2', 'a receiver''s counts are the agency''s');
select is(tests.queue('receiver', 'working') #>> '{rows,0,procedure}', 'Khai sinh', 'a row names the procedure');
select is(tests.queue('receiver', 'working') #>> '{rows,0,department}', 'Kinh tế', 'and the department');
update public.procedures set status = 'withdrawn';
select is(tests.queue('receiver', 'working') #>> '{rows,0,procedure}', 'Khai sinh', 'also when it was withdrawn since');
select tests.sign_in('receiver@test');
select is(
	jsonb_array_length(public.staff_dossier(jsonb_build_object('protocol', 1, 'dossierId', tests.id(1))) -> 'departments'), 3,
	'and the desk can still choose a department'
);
select is(
	public.staff_dossier(jsonb_build_object('protocol', 1, 'dossierId', tests.id(1))) #> '{events,0,data}', '{"papers": []}',
	'an event''s kept answer is not shown'
);
select tests.sign_out();
select throws_ok(format('select tests.queue(%L, ''new'')', account), 'PT403', 'not-staff', account || ' has no queue')
from unnest(array['suspended']) as account;
select tests.as_nobody();
select throws_ok('select public.staff_queue(''{"protocol": 1, "group": "new"}'')', 'PT403', 'not-staff', 'nobody has no queue');
select tests.as_anon();
select throws_ok('select public.staff_queue(''{"protocol": 1, "group": "new"}'')', '42501', null, 'anon has no queue');
select throws_ok('select public.staff_dossier(''{"protocol": 1}'')', '42501', null, 'anon opens no dossier');
select throws_ok('select public.staff_slip(''{"protocol": 1}'')', '42501', null, 'anon opens no slip');
select tests.sign_out();
select throws_ok(format('select tests.queue(''receiver'', %s)', arguments), 'PT400', key, about) from (values
	('''returned''', 'group-unknown', 'an unknown group is refused'),
	('null', 'group-unknown', 'no group is refused'),
	('''new'', ''{"after": {"sortAt": "yesterday-ish", "id": "x"}}''', 'request-malformed', 'a place that is none is refused'),
	('''new'', ''{"after": {"sortAt": "2026-11-23T00:00:00Z"}}''', 'request-malformed', 'half a place is refused'),
	('''new'', ''{"after": {"id": "00000000-0000-4000-a000-000000000001"}}''', 'request-malformed', 'the other half too'),
	('''new'', ''{"after": 5}''', 'request-malformed', 'a number is no place'),
	('''new'', jsonb_build_object(''search'', repeat(''x'', 61))', 'text-too-long', 'a search is no novel')
) as cases (arguments, key, about);
select is(tests.found('receiver', 'new', '{"after": null}'), '1', 'no place is the start');

-- Search ----------------------------------------------------------------------------------------------

select is(tests.found('receiver', 'working', jsonb_build_object('search', search)), found, format('search %L finds %L', search, found))
from (values
	('dang ngoc', '2,3'), ('ĐẶNG  NGỌC', '2,3'), ('Ngọc', '2,3'), ('100% a_b', '2,3'), ('%', '2,3'), ('_', '2,3'), ('0_', ''),
	('1%%', ''), ('d%2', ''), ('c\d', '2,3'), ('\', '2,3'), ('d 2', '2'), ('d 4', ''), ('', '2,3'), ('   ', '2,3'), ('''; drop', '')
) as cases (search, found);
select is(tests.found('officer', 'working', '{"search": "d 3"}'), '', 'a search finds nothing of another department');
select is(tests.queue('receiver', 'working', '{"search": "d 2"}') #>> '{counts,working}', '2', 'counts do not depend on the search');

-- A phone number is found however it is written.
update public.dossiers set search_text = search_text || ' 0910000007 h99.01-261123-0002' where id = tests.id(2);
select is(tests.found('receiver', 'working', jsonb_build_object('search', search)), found, format('search %L finds %L', search, coalesce(found, '')))
from (values
	('0910000007', '2'), ('091 000 0007', '2'), ('091.000.0007', '2'), ('+84910000007', '2'), ('+84 91-000-0007', '2'), ('0084 910 000 007', '2'),
	('84910000007', '2'), ('+84 091 000 0007', '2'), ('+8491', '2'), ('261123-0002', '2'), ('-', '2'), ('+', '')
) as cases (search, found);

-- Pages -----------------------------------------------------------------------------------------------

insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload,
	search_text, sort_at, submitted_at, returned_at)
select gen_random_uuid(), format('P%s-%s', wanted, line), agency_id, '1.001193', version_id, wanted, 2, 'x', '{}', '{}', '', now(),
	submitted_at + make_interval(hours => line / 10), case when wanted = 10 then now() + make_interval(hours => line / 10) end
from public.dossiers, unnest(array[1, 9, 10]) as wanted, generate_series(1, 119) as line where dossiers.id = tests.id(1);
create function tests.pages(group_name text) returns table (line int, id text, sort_at timestamptz, page int) language plpgsql as $$
declare
	answer jsonb;
	place jsonb := '{}';
begin
	line := 0;
	page := 0;
	loop
		answer := tests.queue('receiver', group_name, place);
		page := page + 1;
		for id, sort_at in select entry ->> 'id', entry ->> 'sortAt' from jsonb_array_elements(answer -> 'rows') as entry loop
			line := line + 1;
			return next;
		end loop;
		exit when not (answer -> 'more')::boolean or page = 10;
		place := jsonb_build_object('after', jsonb_build_object('sortAt', answer #> '{rows,-1,sortAt}', 'id', answer #> '{rows,-1,id}'));
	end loop;
end
$$;
create temp table walked as
select 'new' as group_name, * from tests.pages('new') union all select 'ended', * from tests.pages('ended');
select results_eq(
	'select group_name, page, count(*)::int, count(distinct id)::int from walked group by 1, 2 order by 1, 2',
	$$values ('ended', 1, 100, 100), ('ended', 2, 19, 19), ('new', 1, 100, 100), ('new', 2, 20, 20)$$, 'pages of 100, to the end'
);
select is((select count(distinct id) from walked), 239::bigint, 'every row once, though ten share each moment');
select is_empty(
	$$select 1 from (
		select group_name, sort_at - lag(sort_at) over (partition by group_name order by line) as step from walked
	) as steps where case when group_name = 'ended' then step > interval '0' else step < interval '0' end$$,
	'in the order things must be done; what ended last comes first'
);

-- No write passes row level security ------------------------------------------------------------------

create temp table api_tables as
select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'app');
grant select on api_tables to anon, authenticated;
create function tests.written_by() returns setof text language plpgsql as $$
declare
	table_name text;
	statement text;
begin
	for table_name in select name from pg_temp.api_tables loop
		foreach statement in array array[
			format('insert into %s default values', table_name), format('delete from %s', table_name), format('truncate %s cascade', table_name)
		] loop
			begin
				execute statement;
				return next statement;
			exception
				when insufficient_privilege then null;
				when others then return next statement || ': ' || sqlerrm;
			end;
		end loop;
	end loop;
end
$$;
select cmp_ok((select count(*) from api_tables), '>=', 20::bigint, 'there are tables to write to');
select tests.as_anon();
select is_empty('select tests.written_by()', 'anon inserts, deletes and truncates nowhere');
select tests.sign_in('receiver@test');
select is_empty('select tests.written_by()', 'a receiver neither');
select tests.sign_in('admin@test');
select is_empty('select tests.written_by()', 'an admin neither');
select tests.sign_in('receiver@test');
select throws_ok(format('update public.%s', change), '42501', null, 'a receiver cannot update ' || change) from (values
	('dossiers set status = 10'), ('dossier_events set action = action'), ('slips set number = number'), ('dossier_files set size = 1'),
	('staff set active = true'), ('staff_roles set role = role'), ('agencies set name = name'), ('procedures set title = title'),
	('procedure_versions set content = content')
) as changes (change);
select tests.sign_out();

select * from finish();
rollback;
