-- What each group of the queue holds, in which order, page after page, and what a search finds in it and elsewhere.
begin;
select plan(111);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "channels": []}', repeat('a', 64)
);
insert into public.agencies (code, parent_id, name, receives)
select 'H99.02', id, 'Trung tâm xã bên', true from public.agencies where code = 'H99';
insert into public.departments (agency_id, name) select id, 'Kinh tế' from public.agencies where code = 'H99.02';
create function tests.department(agency text, department text) returns uuid language sql as $$
	select departments.id from public.departments join public.agencies on agencies.id = agency_id
	where agencies.code = agency and departments.name = department
$$;
select tests.add_staff(account || '@test', (select id from public.agencies where code = agency), tests.department(agency, department), role)
from (values
	('receiver', 'H99.01', 'Kinh tế', 'receiver'), ('officer', 'H99.01', 'Kinh tế', 'officer'),
	('neighbour', 'H99.01', 'Tư pháp – Hộ tịch', 'officer'), ('elsewhere', 'H99.02', 'Kinh tế', 'receiver'),
	('applicant', 'H99.01', 'Kinh tế', 'receiver')
) as people (account, agency, department, role);
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'applicant@test';

-- The groups ------------------------------------------------------------------------------------------

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.file_dossier(
	line int, in_status int, search_text text default '', agency text default 'H99.01', department text default 'Kinh tế',
	filed interval default '0', received boolean default true, due int default null, until int default null,
	answered interval default null, ended interval default null, citizen_id text default null, with_phone text default null
) returns void language sql as $$
	insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel, subject,
		applicant, payload, applicant_key, search_text, sort_at, submitted_at, received_at, due_date, supplement_until, answered_at,
		finished_at, returned_at)
	select tests.id(line), 'DK-' || line, case when received and in_status > 1 then agency || '-261123-' || lpad(line::text, 4, '0') end,
		agencies.id, case when received and in_status > 1 then tests.department(agency, department) end, '1.001193', version.id, in_status, 2, 'x',
		jsonb_build_object('phone', with_phone), '{}', app.hash_text(citizen_id), app.fold(search_text), now(), now() + filed,
		case when received and in_status > 1 then now() + filed end,
		case when in_status in (2, 4) then app.local_time(now())::date + due end,
		case when in_status = 5 then app.local_time(now())::date + until end, now() + answered,
		case when in_status in (9, 10) then now() + ended end, case when in_status = 10 then now() + ended end
	from public.agencies, public.procedure_versions as version where agencies.code = agency
$$;
select tests.file_dossier(1, 1, 'Đặng Ngọc Anh', filed => '-2 hours', with_phone => '0910000001');
select tests.file_dossier(2, 1, 'Lê Văn Bình 0910000002', filed => '-3 hours', with_phone => '0910000002', citizen_id => '001188012345');
select tests.file_dossier(3, 2, 'Đặng Minh', due => 5);
select tests.file_dossier(4, 4, 'Trần An', due => 0);
select tests.file_dossier(5, 4, 'Trần Bình', due => -1);
select tests.file_dossier(6, 4, 'Trần Cúc', due => -3, department => 'Tư pháp – Hộ tịch');
select tests.file_dossier(7, 5, 'Hồ Dung', until => 3);
select tests.file_dossier(8, 5, 'Hồ Em', until => -2, received => false);
select tests.file_dossier(9, 5, 'Hồ Giang', until => 9, answered => '-1 hour');
select tests.file_dossier(10, 7, 'Hồ Hoa', answered => '-2 hours');
select tests.file_dossier(11, 9, 'Vũ Khoa', ended => '-1 day');
select tests.file_dossier(12, 9, 'Vũ Lan', ended => '-2 days');
select tests.file_dossier(13, 10, 'Bùi Mai', ended => '-1 day', with_phone => '0910000013', citizen_id => 'B1234567');
select tests.file_dossier(14, 3, 'Bùi Nam', filed => '-3 days', received => false);
select tests.file_dossier(15, 8, 'Bùi Oanh', filed => '-2 days');
select tests.file_dossier(16, 6, 'Hồ Phúc', filed => '-9 days');
select tests.file_dossier(20, 4, 'Trần Xa', agency => 'H99.02', due => -1);
insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, data)
select id, 1, gen_random_uuid(), 'submit', 1, 'x', '{"answerBy": "2026-11-26T16:00"}' from public.dossiers;

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
	select coalesce(string_agg(right(entry ->> 'id', 3)::int::text, ',' order by position), '')
	from jsonb_array_elements(tests.queue(account, group_name, more) -> 'rows') with ordinality as list (entry, position)
$$;
select is(tests.found(account, group_name), found, format('%s, %s: %s', account, group_name, found)) from (values
	('receiver', 'new', '2,1'), ('receiver', 'answered', '10,9'), ('receiver', 'working', '6,5,4,3'), ('receiver', 'today', '4'),
	('receiver', 'late', '6,5'), ('receiver', 'waiting', '16,8,7'), ('receiver', 'ready', '12,11'), ('receiver', 'ended', '13,15,14'),
	('officer', 'new', ''), ('officer', 'answered', '10,9'), ('officer', 'working', '5,4,3'), ('officer', 'today', '4'), ('officer', 'late', '5'),
	('officer', 'waiting', '16,7'), ('officer', 'ready', '12,11'), ('officer', 'ended', '13,15'),
	('neighbour', 'working', '6'), ('neighbour', 'late', '6'), ('neighbour', 'today', ''), ('neighbour', 'ended', ''),
	('elsewhere', 'new', ''), ('elsewhere', 'late', '20'), ('elsewhere', 'ended', ''),
	('applicant', 'new', '1')
) as cases (account, group_name, found);
select is(tests.queue(account, 'ended') -> 'counts', counts::jsonb, account || ': counts') from (values
	('receiver', '{"new": 2, "answered": 2, "working": 4, "today": 1, "late": 2, "waiting": 3, "ready": 2}'),
	('officer', '{"new": 0, "answered": 2, "working": 3, "today": 1, "late": 1, "waiting": 2, "ready": 2}'),
	('elsewhere', '{"new": 0, "answered": 0, "working": 1, "today": 0, "late": 1, "waiting": 0, "ready": 0}'),
	('applicant', '{"new": 1, "answered": 2, "working": 4, "today": 1, "late": 2, "waiting": 3, "ready": 2}')
) as cases (account, counts);
select is(
	(select count(*) from public.dossiers where lane is null or lane not in ('new', 'answered', 'working', 'waiting', 'ready', 'ended')), 0::bigint,
	'every status has a lane'
);

-- Whose work ------------------------------------------------------------------------------------------

update public.dossiers set assigned_to = (select id from public.staff where full_name = 'officer@test') where id in (tests.id(5), tests.id(7));
select is(tests.found(account, group_name, jsonb_build_object('whose', whose)), found, format('%s, %s, %s: %s', account, group_name, whose, found)) from (values
	('officer', 'working', 'mine', '5'), ('officer', 'waiting', 'mine', '7'), ('officer', 'today', 'mine', ''),
	('receiver', 'working', 'mine', ''), ('receiver', 'working', 'department', '5,4,3'), ('officer', 'working', 'department', '5,4,3')
) as cases (account, group_name, whose, found);
select is(
	tests.queue('officer', 'ended', '{"whose": "mine"}') -> 'counts',
	'{"new": 0, "answered": 0, "working": 1, "today": 0, "late": 1, "waiting": 1, "ready": 0}', 'the counts are of my own work'
);
select is(tests.queue('receiver', 'late') #>> '{rows,1,assignedTo}', 'officer@test', 'a row says whose it is');

-- How it came ----------------------------------------------------------------------------------------

update public.dossiers set channel = 1 where id in (tests.id(2), tests.id(4), tests.id(13));
update public.dossiers set channel = 3 where id in (tests.id(5), tests.id(14));
select is(tests.found(account, group_name, more::jsonb), found, format('%s, %s, %s: %s', account, group_name, more, found)) from (values
	('receiver', 'new', '{"channel": 2}', '1'), ('receiver', 'new', '{"channel": 1}', '2'), ('receiver', 'new', '{"channel": null}', '2,1'),
	('receiver', 'working', '{"channel": 3}', '5'), ('receiver', 'ended', '{"channel": 3}', '14'), ('officer', 'ended', '{"channel": 3}', ''),
	('officer', 'working', '{"channel": 3, "whose": "mine"}', '5'), ('receiver', 'new', '{"channel": 2, "search": "binh"}', '')
) as cases (account, group_name, more, found);
select is(
	tests.queue('receiver', 'ended', '{"channel": 3}') -> 'counts',
	'{"new": 0, "answered": 0, "working": 1, "today": 0, "late": 1, "waiting": 0, "ready": 0}', 'the counts are of what came that way'
);
select throws_ok(
	$$ select tests.queue('receiver', 'new', '{"channel": 4}') $$, 'PT400', 'request-malformed', 'there are three ways'
);
update public.dossiers set channel = 2;

-- What a row and a page say ---------------------------------------------------------------------------

select is(tests.queue('receiver', 'new') #>> '{rows,0,answerBy}', '2026-11-26T16:00', 'a new dossier says by when it is to be answered');
select is(tests.queue('receiver', 'working') #> '{rows,0,answerBy}', 'null', 'one that was answered does not');
select is(
	(tests.queue('receiver', 'answered') #>> '{rows,1,answeredAt}')::timestamptz, now() - interval '1 hour', 'when the citizen answered'
);
select is(
	tests.queue('receiver', 'waiting') #>> '{rows,2,supplementUntil}', (app.local_time(now())::date + 3)::text, 'until when papers may come'
);
select is(tests.queue('receiver', 'waiting') #> '{rows,2,supplementRounds}', '0', 'and how often they were asked for');
select is(
	tests.queue('receiver', 'new') ->> 'soonBy',
	app.compute_clock(jsonb_build_object('received', app.local_time(now()), 'limit', '{"value": 2, "unit": "working-hour"}'::jsonb), app.working_calendar()) ->> 'due',
	'the page of new ones says when two working hours are over'
);
select is(tests.queue('receiver', 'working') -> 'soonBy', null, 'no other does');

-- The place is kept, whoever changes the dossier --------------------------------------------------------

create function tests.place(number int) returns timestamptz language sql as $$ select sort_at from public.dossiers where id = tests.id(number) $$;
create function tests.change(number int, assignments text) returns void language plpgsql as $$
begin
	execute format('update public.dossiers set %s where id = $1', assignments) using tests.id(number);
end
$$;
create temp table moves (step int, assignments text, lane text, place timestamptz);
insert into moves values
	(1, $$status = 2, due_date = '2030-01-02'$$, 'working', '2030-01-02 23:59:59+07'),
	(2, $$status = 4$$, 'working', '2030-01-02 23:59:59+07'),
	(3, $$status = 5, due_date = null, supplement_until = '2029-05-06'$$, 'waiting', '2029-05-06 23:59:59+07'),
	(4, $$answered_at = '2029-05-01 08:00+07'$$, 'answered', '2029-05-01 08:00+07'),
	(5, $$answered_at = null$$, 'waiting', '2029-05-06 23:59:59+07'),
	(6, $$status = 7, supplement_until = null$$, 'answered', now()),
	(7, $$status = 8$$, 'ended', now()),
	(8, $$status = 9, finished_at = '2029-07-08 09:00+07'$$, 'ready', '2029-07-08 09:00+07'),
	(9, $$status = 10, returned_at = '2029-07-09 10:00+07'$$, 'ended', '2029-07-09 10:00+07'),
	(10, $$search_text = 'x', sort_at = '2000-01-01'$$, 'ended', '2029-07-09 10:00+07');
create function tests.moved(number int) returns setof text language plpgsql as $$
declare
	step record;
begin
	for step in select * from pg_temp.moves order by step loop
		perform tests.change(number, step.assignments);
		return query select is((select lane || ' ' || sort_at from public.dossiers where id = tests.id(number)), step.lane || ' ' || step.place, step.assignments);
	end loop;
end
$$;
select tests.file_dossier(21, 1, agency => 'H99.02');
select tests.moved(21);
select tests.change(15, $$search_text = search_text || ' y'$$);
select is(tests.place(15), now() - interval '2 days', 'what was stopped keeps its place when it is touched');
select throws_ok($$update public.dossiers set lane = 'new'$$, '428C9', null, 'nobody sets a lane');

-- Search ----------------------------------------------------------------------------------------------

insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
select dossiers.id, dossiers.agency_id, form, number, staff.id, '{}'
from (values (5, '01', '00012/2026'), (13, '01', '00013/2026'), (20, '01', '00012/2026'), (8, '02', '00012/2026')) as list (line, form, number)
join public.dossiers on dossiers.id = tests.id(line), public.staff where full_name = 'receiver@test';
select is(tests.found('receiver', group_name, jsonb_build_object('search', search)), found, format('%s, search %L finds %L', group_name, search, found))
from (values
	('new', 'dang', '1'), ('new', 'Anh Đặng', '1'), ('new', 'ngoc a', '1'), ('new', 'goc', ''), ('new', '0910000002', '2'), ('new', '+84 910 000 001', '1'),
	('new', 'DK-1', '1'), ('new', 'dk1', '1'), ('working', 'tran', '6,5,4'), ('late', 'tran', '6,5'), ('today', 'tran', '4'),
	('working', 'H99.01-261123-0005', '5'), ('working', 'h99 01 261123 0005', '5'), ('working', '00012/2026', '5'), ('working', '12/2026', '5'),
	('waiting', '12/2026', '8'), ('working', '99999999999/2026', ''), ('ended', 'bui', '13,15,14'), ('ended', 'BÙI  mai', '13'), ('ended', 'mai bui', '13'), ('ended', 'ui', ''),
	('ended', '0910000013', '13'), ('ended', '+84910000013', '13'), ('ended', 'b1234567', '13'), ('ended', '13/2026', '13'),
	('ended', 'H9901-261123-0013', '13'), ('ended', 'H99.02-261123-0020', ''), ('ended', 'xa', '')
) as cases (group_name, search, found);
select is(tests.queue(account, group_name, jsonb_build_object('search', search)) -> 'elsewhere', elsewhere::jsonb, format('%s, %s, %L: elsewhere %s', account, group_name, search, elsewhere))
from (values
	('receiver', 'new', 'tran', '{"working": 3}'), ('receiver', 'today', 'cuc', '{"working": 1}'), ('receiver', 'ready', 'ho', '{"waiting": 3, "answered": 2}'),
	('receiver', 'ready', 'bui', '{"ended": 3}'), ('receiver', 'ready', 'xa', '{}'), ('receiver', 'new', 'dang', null), ('receiver', 'new', '', null),
	('officer', 'ready', 'tran', '{"working": 2}'), ('officer', 'ready', 'bui', '{"ended": 2}'), ('officer', 'ready', 'dang', '{"working": 1}'),
	('applicant', 'ready', '0910000002', '{}')
) as cases (account, group_name, search, elsewhere);

-- Pages -----------------------------------------------------------------------------------------------

insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload,
	search_text, sort_at, submitted_at, due_date, supplement_until, answered_at, finished_at, returned_at)
select gen_random_uuid(), format('P%s-%s', kind, line), agency_id, '1.001193', version_id, status, 2, 'x', '{}', '{}', 'qua ' || case when line % 2 = 0 then 'chan' else 'le' end, now(),
	now() + make_interval(hours => line / 10), case when status in (2, 4) then app.local_time(now())::date - line / 10 end,
	case when status = 5 then app.local_time(now())::date + line / 10 end, case when kind = 'a' then now() + make_interval(hours => line / 10) end,
	case when status = 9 then now() + make_interval(hours => line / 10) end, case when status = 10 then now() + make_interval(hours => line / 10) end
from (select agency_id, version_id from public.dossiers where id = tests.id(1)) as first,
	(values ('n', 1), ('a', 5), ('w', 4), ('p', 5), ('r', 9), ('e', 10)) as kinds (kind, status), generate_series(1, 250) as line;
create function tests.pages(group_name text, search text default null) returns table (line int, id text, sort_at timestamptz, page int) language plpgsql as $$
declare
	answer jsonb;
	place jsonb := '{}';
begin
	line := 0;
	page := 0;
	loop
		answer := tests.queue('receiver', group_name, place || jsonb_build_object('search', search));
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
select group_name, walk.* from unnest(array['new', 'answered', 'working', 'late', 'waiting', 'ready', 'ended']) as group_name, tests.pages(group_name) as walk
union all select 'ended chan', * from tests.pages('ended', 'chan')
union all select 'working chan', * from tests.pages('working', 'chan');
select results_eq(
	'select group_name, max(page), count(*)::int, count(distinct id)::int from walked group by 1 order by group_name collate "C"',
	$$values ('answered', 3, 252, 252), ('ended', 3, 253, 253), ('ended chan', 2, 125, 125), ('late', 3, 243, 243), ('new', 3, 252, 252), ('ready', 3, 252, 252),
		('waiting', 3, 253, 253), ('working', 3, 254, 254), ('working chan', 2, 125, 125)$$, 'every row of every group once, though ten share each moment'
);
select is_empty(
	$$select group_name from (
		select group_name, sort_at - lag(sort_at) over (partition by group_name order by line) as step from walked
	) as steps where case when group_name like 'ended%' then step > interval '0' else step < interval '0' end$$,
	'in the order things must be done; what ended last comes first'
);
select is(tests.queue('receiver', 'today', '{"search": "qua"}') #>> '{elsewhere,ended}', null, 'today has hits of its own');
select is(tests.queue('officer', 'new', '{"search": "qua"}') -> 'elsewhere', '{}', 'an officer is told nothing of what has no department');
select is(
	tests.queue('receiver', 'new', '{"search": "le chan"}') -> 'elsewhere', '{}', 'all words must be there'
);
select tests.change(1, $$search_text = 'khac'$$);
update public.dossiers set search_text = 'qua mot' where lane = 'ended' and search_text like 'qua%';
select is(
	tests.queue('receiver', 'new', '{"search": "qua mot"}') -> 'elsewhere', '{"ended": 100}', 'hits elsewhere are counted to a hundred'
);

select * from finish();
rollback;
