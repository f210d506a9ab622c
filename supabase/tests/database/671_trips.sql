-- Second trips and their causes, per procedure, field, department, month and paper; and who may see them.
begin;
select plan(39);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(jsonb_build_object('code', code, 'field', 'ho-tich', 'title', name, 'shortTitle', name, 'onlineLevel', 'full',
	'clock', '{"supplement": "restart"}'::jsonb, 'channels', '[]'::jsonb,
	'requirements', '[{"id": "to-khai", "name": "Tờ khai"}, {"id": "giay-chung-sinh", "name": "Giấy chứng sinh"}]'::jsonb), repeat(right(code, 1), 64))
from (values ('1.001193', 'Khai sinh'), ('1.000894', 'Kết hôn')) as list (code, name);
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Xã bên', true from public.agencies where code = 'H99';
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'H99.01', 'Kinh tế', array['receiver']), ('officer', 'H99.01', 'Kinh tế', array['officer']),
	('approver', 'H99.01', 'Kinh tế', array['approver']), ('leader', 'H99.01', 'Kinh tế', array['leader']),
	('editor', 'H99.01', null, array['editor']), ('admin', 'H99.01', null, array['admin']),
	('elsewhere', 'H99.02', null, array['leader']), ('above', 'H99', null, array['leader']), ('clerk', 'H99', null, array['admin'])
) as people (account, agency, department, roles)
join public.agencies on agencies.code = agency
left join public.departments on departments.agency_id = agencies.id and departments.name = department;

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
-- A dossier received at a local time, as its columns are; its visits by hand, each a day after the one before.
create function tests.add(number int, code text, channel int, received text, visits text default '', more jsonb default '{}') returns void
language sql security definer as $$
	insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel, subject, applicant,
		payload, search_text, sort_at, submitted_at, received_at, supplement_rounds)
	select tests.id(add.number), 'DK-' || add.number, case when add.received is not null then 'H99.01-' || add.number end, agencies.id, departments.id, add.code,
		procedures.current_version_id, coalesce((more ->> 'status')::int, 2), add.channel, 'Nguyễn An', '{"fullName": "Trần Bình"}', coalesce(more -> 'payload', '{}'), 'x', now(),
		coalesce(received::timestamp at time zone interval '7 hours', (more ->> 'submitted')::timestamptz), received::timestamp at time zone interval '7 hours', coalesce((more ->> 'rounds')::int, 0)
	from public.agencies join public.departments on departments.agency_id = agencies.id and departments.name = coalesce(more ->> 'department', 'Kinh tế'), public.procedures
	where agencies.code = 'H99.01' and procedures.code = add.code;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	values (tests.id(add.number), 1, gen_random_uuid(), 'submit', coalesce((more ->> 'status')::int, 2), 'x');
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_staff_id, actor_name, at, data)
	select tests.id(add.number), place + 1, gen_random_uuid(), action, coalesce((more ->> 'status')::int, 2), staff.id, 'x',
		received::timestamp at time zone interval '7 hours' + (place - 1) * interval '1 day',
		case action when 'resume' then '{"papers": [{}]}' else '{}' end::jsonb
	from string_to_table(nullif(visits, ''), ' ') with ordinality as list (action, place), public.staff where staff.full_name = 'receiver@test';
$$;
create function tests.vain(number int, code text, at text, papers text[] default '{}', reason text default null, dossier int default null) returns void
language sql security definer as $$
	insert into app.vain_notes (action_id, visit_id, agency_id, dossier_id, procedure_code, version_id, at, staff_id, reason, papers)
	select tests.id(number), tests.id(number), staff.agency_id, tests.id(dossier), procedures.code, procedures.current_version_id,
		vain.at::timestamp at time zone interval '7 hours', staff.id, vain.reason, vain.papers
	from public.staff, public.procedures where staff.full_name = 'receiver@test' and procedures.code = vain.code;
$$;
create function tests.ask(number int, lines jsonb) returns void language sql security definer as $$
	with slip as (
		insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
		select dossiers.id, dossiers.agency_id, '02', 'S' || ask.number, staff.id, '{}' from public.dossiers, public.staff
		where dossiers.id = tests.id(ask.number) and staff.full_name = 'receiver@test' returning id, dossier_id
	)
	insert into public.supplements (dossier_id, round, slip_id, requested_name, until, lines, counts_late, after_receipt, closed_at)
	select dossier_id, 1, id, 'x', '2030-01-01', ask.lines, false, true, now() from slip
$$;

-- March. 1: filed and fetched. 2: brought a paper and fetched. 3: from home and by post. 4: from home, fetched. 5: with help, fetched.
select tests.add(1, '1.001193', 1, '2026-03-02T08:00', 'file return', '{"status": 10}');
select tests.add(2, '1.001193', 1, '2026-03-31T23:59', 'file resume return', '{"status": 10, "rounds": 1}');
select tests.add(3, '1.001193', 2, '2026-03-03T08:00', '', '{"status": 10, "rounds": 1, "payload": {"postTo": "Xóm Chợ"}}');
select tests.add(4, '1.001193', 2, '2026-03-04T08:00', 'return', '{"status": 10}');
select tests.add(5, '1.000894', 2, '2026-03-05T08:00', 'file return', '{"status": 10, "payload": {"postTo": "Xóm Chợ"}, "department": "Tư pháp – Hộ tịch"}');
-- 6: from home and by post, and had to come all the same. 7: came in vain once, then fetched. 8: last of February. 9: first of April.
select tests.add(6, '1.001193', 3, '2026-03-06T08:00', 'withdraw', '{"status": 7, "payload": {"postTo": "Xóm Chợ"}}');
select tests.add(7, '1.000894', 2, '2026-03-07T08:00', 'return', '{"status": 10}');
select tests.vain(57, '1.000894', '2026-03-06T08:00', reason => 'result-not-ready', dossier => 7);
select tests.add(8, '1.001193', 1, '2026-02-28T23:59', 'file return');
select tests.add(9, '1.001193', 1, '2026-04-01T00:00', 'file return');
-- In vain before there was a dossier.
select tests.vain(61, '1.001193', '2026-03-10T09:00', array['giay-chung-sinh'], 'lacks-paper');
select tests.vain(62, '1.001193', '2026-03-11T09:00');
select tests.vain(63, '1.001193', '2026-04-01T00:00');

create temp table march as select (select array_agg(id) from public.agencies where code = 'H99.01') as agencies,
	'2026-03-01T00:00+07'::timestamptz as from_at, '2026-04-01T00:00+07'::timestamptz as until_at;
grant select on march to authenticated;
select results_eq(
	$$select dossier_id, visits, second_trips, rounds, pick_ups, supplements, in_vain, others from march, app.trips_of(agencies, from_at, until_at) where dossier_id is not null order by 1$$,
	$$values (tests.id(1), 2, 1, 0, 1, 0, 0, 0), (tests.id(2), 3, 2, 1, 1, 1, 0, 0), (tests.id(3), 0, 0, 1, 0, 0, 0, 0), (tests.id(4), 1, 0, 0, 0, 0, 0, 0),
		(tests.id(5), 2, 1, 0, 1, 0, 0, 0), (tests.id(6), 1, 1, 0, 0, 0, 0, 1), (tests.id(7), 2, 1, 0, 0, 0, 1, 0)$$,
	'each dossier by itself: its visits, those beyond the needed ones, and why'
);
select results_eq(
	'select figures.* from march, app.trip_figures(agencies, from_at, until_at) as figures',
	'values (7, 13, 8, 15, 2, 3)', 'their sum, with who came in vain before there was a dossier'
);
select results_eq(
	$$select figures.* from march, app.trip_figures('{}', from_at, until_at) as figures$$, 'values (0, 0, 0, 0, 0, 0)', 'nothing of nobody is noughts'
);
select is(app.trip_lines(agencies, from_at, until_at, 'procedure'), '[
	{"key": "1.001193", "name": "Khai sinh", "dossiers": 5, "visits": 9, "secondTrips": 6, "withSecondTrip": 3, "contacts": 11, "rounds": 2,
		"causes": {"pickUp": 2, "supplement": 1, "inVain": 2, "other": 1}},
	{"key": "1.000894", "name": "Kết hôn", "dossiers": 2, "visits": 4, "secondTrips": 2, "withSecondTrip": 2, "contacts": 4, "rounds": 0,
		"causes": {"pickUp": 1, "supplement": 0, "inVain": 1, "other": 0}}]', 'by procedure') from march;
select is(app.trip_lines(agencies, from_at, until_at, 'field') #>> '{0,name}', 'Hộ tịch', 'by field') from march;
select is((select string_agg((line ->> 'name') || ' ' || (line ->> 'secondTrips'), ', ' order by place)
	from march, jsonb_array_elements(app.trip_lines(agencies, from_at, until_at, 'department')) with ordinality as list (line, place)),
	'Kinh tế 5, ' || ' 2, Tư pháp – Hộ tịch 1', 'by department; who had no dossier belongs to none');
select is((select string_agg((line ->> 'key') || ' ' || (line ->> 'dossiers'), ', ' order by place)
	from march, jsonb_array_elements(app.trip_lines(agencies, from_at - interval '1 month', until_at + interval '1 month', 'month')) with ordinality as list (line, place)),
	'2026-02 1, 2026-03 7, 2026-04 1', 'by month in Vietnam, in order');

-- Papers
select tests.add(21, '1.001193', 1, '2026-03-12T08:00', '', '{"payload": {"papers": [{"requirementId": "to-khai", "state": "ready"}, {"requirementId": "giay-chung-sinh", "state": "missing"}]}}');
select tests.add(22, '1.001193', 1, '2026-03-12T08:00', '', '{"payload": {"papers": [{"requirementId": "to-khai", "state": "nothing-to-bring"}, {"requirementId": "giay-chung-sinh", "state": "ready"}]}}');
select tests.add(23, '1.001193', 2, null, '', '{"status": 5, "rounds": 1, "submitted": "2026-03-13T08:00+07", "payload": {"papers": [{"requirementId": "giay-chung-sinh", "state": "ready"}]}}');
select tests.add(24, '1.001193', 2, null, '', '{"status": 1, "submitted": "2026-03-13T08:00+07", "payload": {"papers": [{"requirementId": "giay-chung-sinh", "state": "ready"}]}}');
select tests.add(25, '1.001193', 2, null, '', '{"status": 5, "rounds": 1, "submitted": "2026-04-01T00:00+07", "payload": {"papers": [{"requirementId": "giay-chung-sinh", "state": "ready"}]}}');
select tests.ask(number, lines::jsonb) from (values
	(21, '[{"requirementId": "giay-chung-sinh", "verdict": "missing"}, {"requirementId": null, "verdict": "wrong"}]'),
	(23, '[{"requirementId": "giay-chung-sinh", "verdict": "wrong"}]'), (25, '[{"requirementId": "giay-chung-sinh", "verdict": "wrong"}]'),
	(1, '[{"requirementId": "to-khai", "verdict": "wrong"}, {"requirementId": "to-khai", "verdict": "missing"}]')
) as list (number, lines);
select results_eq(
	'select requirement_id, cases, lacking, missing, wrong, in_vain from march, app.lacks_of(agencies, from_at, until_at) order by 1',
	$$values ('giay-chung-sinh', 4, 3, 1, 1, 1), ('to-khai', 2, 1, 1, 1, 0)$$,
	'lists with the paper, and who lacked it; what was looked up, never judged or of April is none'
);
select is(app.lack_lines(agencies, from_at, until_at) -> 0, '{"procedureCode": "1.001193", "procedure": "Khai sinh", "requirementId": "giay-chung-sinh",
	"name": "Giấy chứng sinh", "cases": 4, "lacking": 3, "missing": 1, "wrong": 1, "inVain": 1}', 'by paper, the most lacked first') from march;

-- Who may
create function tests.trips(more jsonb default '{}') returns jsonb language sql as $$
	select public.staff_trips('{"protocol": 1, "from": "2026-03-01", "to": "2026-03-31", "by": "procedure"}'::jsonb || more)
$$;
create function tests.try(account text, statement text) returns text language plpgsql as $$
declare
	given text;
begin
	perform tests.as_actor(account);
	execute statement into given;
	return given;
exception when others then
	return sqlerrm;
end
$$;
select is(tests.try(account, 'select tests.trips() #>> ''{total,dossiers}'''), expected, account)
from (values ('nobody', 'not-staff'), ('receiver', 'role-missing'), ('officer', 'role-missing'), ('editor', 'role-missing'),
	('approver', '9'), ('leader', '9'), ('admin', '9'), ('elsewhere', '0'), ('above', '9'), ('clerk', '0')) as list (account, expected);
select is(tests.try('anon', 'select tests.trips()'), 'permission denied for function staff_trips', 'nobody without an account');
select tests.sign_in('leader@test');
select is(tests.trips() -> 'reasons', '{"lacks-paper": 1, "unsaid": 1, "result-not-ready": 1}', 'why people came in vain');
select is(tests.trips() -> 'sittings', '12', 'visits as the office saw them');
select is(tests.trips('{"from": "2020-01-01", "to": "2020-02-01"}') #>> '{total,secondTrips}', '0', 'an empty period has noughts');
select is(tests.trips('{"from": "2020-01-01", "to": "2020-02-01"}') -> 'lines', '[]', 'and no lines');
select is(jsonb_array_length(tests.trips('{"by": "paper"}') -> 'lines'), 2, 'by paper');
select throws_ok(format('select tests.trips(%L)', wrong), 'PT400', key, wrong)
from (values ('{"by": "person"}', 'grouping-unknown'), ('{"by": null}', 'grouping-unknown'), ('{"from": "2026-04-01"}', 'report-range'),
	('{"from": "2026-02-30"}', 'report-range'), ('{"to": null}', 'report-range'), ('{"from": "2020-01-01"}', 'report-range')) as list (wrong, key);

-- The dossiers behind a figure
create temp table opened (account text, given text);
grant all on opened to authenticated;
select tests.sign_out();
create function tests.behind(more jsonb default '{}') returns text language sql as $$
	select string_agg(line ->> 'code', ' ' order by place) from jsonb_array_elements(public.trip_dossiers(
		'{"protocol": 1, "from": "2026-03-01", "to": "2026-03-31", "procedureCode": "1.001193"}'::jsonb || more) -> 'dossiers') with ordinality as list (line, place)
$$;
select is(tests.try('leader', 'select tests.behind()'), 'H99.01-2 H99.01-6 H99.01-1', 'those with a second trip, the most first');
select is(tests.try('leader', 'select tests.behind(''{"requirementId": "giay-chung-sinh"}'')'), 'H99.01-21', 'those in which this paper lacked');
select is(tests.try('approver', 'select tests.behind(''{"procedureCode": "1.000894"}'')'), 'H99.01-7', 'an approver: of the own department only');
select is(tests.try('leader', 'select tests.behind(''{"procedureCode": "1.000894"}'')'), 'H99.01-7 H99.01-5', 'the leader: of the whole agency');
select is(tests.try('admin', 'select tests.behind()'), null, 'an admin: none');
select is(tests.try('above', 'select tests.behind()'), null, 'the leader above: figures only');
select is(tests.try('receiver', 'select tests.behind()'), 'role-missing', 'a receiver: none');
select is(tests.try('leader', 'select tests.behind(''{"procedureCode": null}'')'), 'procedure-unknown', 'of no procedure');

select * from finish();
rollback;
