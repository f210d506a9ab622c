-- What procedures cost the people, and what of them might go: some dossiers of March 2026 (the 2nd is a Monday), counted by hand.
begin;
select plan(65);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(jsonb_build_object('code', code, 'field', 'ho-tich', 'title', 'Thủ tục ' || name, 'shortTitle', name, 'onlineLevel', 'full',
	'clock', '{"supplement": "pause"}'::jsonb || more, 'channels', '[]'::jsonb, 'requirements', requirements::jsonb), repeat(right(code, 1), 64))
from (values
	('1.001193', 'Khai sinh', '{}'::jsonb, '[
		{"id": "to-khai", "paper": "declaration", "name": "Tờ khai", "officialName": "Tờ khai theo mẫu", "kind": "submit-original"},
		{"id": "chung-sinh", "paper": "birth-paper", "name": "Giấy chứng sinh", "officialName": "Giấy chứng sinh", "kind": "submit-original"},
		{"id": "can-cuoc", "paper": "identity", "name": "Căn cước", "officialName": "Thẻ căn cước", "kind": "show-original", "replacedBy": {"database": "CSDL dân cư", "law": "NĐ 1"}}]'),
	('1.000894', 'Kết hôn', '{}', '[
		{"id": "to-khai", "paper": "declaration", "name": "Tờ khai", "officialName": "Tờ khai theo mẫu", "kind": "submit-original"},
		{"id": "can-cuoc-hai-ben", "paper": "identity", "name": "Căn cước hai bên", "officialName": "Thẻ căn cước của hai bên", "kind": "show-original", "replacedBy": {"database": "CSDL dân cư", "law": "NĐ 1"}},
		{"id": "cu-tru", "paper": "identity", "name": "Giấy khác cùng tên mã", "officialName": "", "kind": "photocopy"}]'),
	('1.013978', 'Cấp sổ đỏ', '{"stages": [{"name": "Thẩm định", "limit": {"unit": "working-day", "value": 3}}, {"name": "Trình ký", "limit": {"unit": "working-day", "value": 2}}, {"name": "Đo đạc", "limit": {"unit": "working-day", "value": 2}}]}', '[
		{"id": "chung-sinh", "paper": "other", "name": "Giấy sinh", "officialName": " Giấy  CHỨNG SINH. ", "kind": "photocopy"},
		{"id": "thua-dat", "paper": "land", "name": "Thông tin thửa đất", "officialName": "", "kind": "data-lookup"}]'),
	('1.000007', 'Đã bỏ', '{}', '[{"id": "chung-sinh", "paper": "birth-paper", "name": "Giấy chứng sinh", "officialName": "Giấy chứng sinh", "kind": "photocopy"}]')
) as list (code, name, more, requirements);
update public.procedures set status = 'withdrawn', withdrawn_reason = 'x' where code = '1.000007';
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Xã bên', true from public.agencies where code = 'H99';
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'H99.01', 'Kinh tế', array['receiver']), ('officer', 'H99.01', 'Kinh tế', array['officer']), ('approver', 'H99.01', 'Kinh tế', array['approver']),
	('leader', 'H99.01', null, array['leader']), ('editor', 'H99.01', null, array['editor']), ('admin', 'H99.01', null, array['admin']),
	('elsewhere', 'H99.02', null, array['leader']), ('above', 'H99', null, array['leader']), ('clerk', 'H99', null, array['admin'])
) as people (account, agency, department, roles)
join public.agencies on agencies.code = agency
left join public.departments on departments.agency_id = agencies.id and departments.name = department;

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.staff(account text) returns uuid language sql security definer as $$ select id from public.staff where full_name = account || '@test' $$;
create function tests.at(moment text) returns timestamptz language sql as $$ select moment::timestamp at time zone interval '7 hours' $$;
-- Something happened to a dossier at that local time: its columns hold that now, and the event says so. Without `by_whom` the citizen did it.
create function tests.happen(number int, moment text, action text, status int, change jsonb default '{}', by_whom text default 'officer') returns void
language plpgsql security definer as $$
declare
	before public.dossiers;
begin
	select * into before from public.dossiers where id = tests.id(number);
	update public.dossiers as dossier set
		status = happen.status, version = dossier.version + 1,
		department_id = coalesce((select staff.department_id from public.staff where id = tests.staff('officer') and change ? 'received_at'), dossier.department_id),
		received_at = case when change ? 'received_at' then tests.at(change ->> 'received_at') else dossier.received_at end,
		due_date = case when change ? 'due_date' then (change ->> 'due_date')::date else dossier.due_date end,
		first_due_date = coalesce(dossier.first_due_date, (change ->> 'due_date')::date),
		finished_at = case when change ? 'finished' then tests.at(moment) else dossier.finished_at end,
		returned_at = case when happen.status = 10 then tests.at(moment) else dossier.returned_at end,
		supplement_rounds = dossier.supplement_rounds + case when happen.status = 5 then 1 else 0 end
	where id = tests.id(number);
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_staff_id, actor_name, at)
	select tests.id(number), coalesce(max(sequence), 0) + 1, gen_random_uuid(), happen.action, before.status, happen.status,
		tests.staff(by_whom), coalesce(by_whom, 'x'), tests.at(moment)
	from public.dossier_events where dossier_id = tests.id(number);
end
$$;
-- Filed and received at that moment: at the desk by somebody who stands there (channel 1), or online. Papers by their ids; "-id" = nothing to bring.
create function tests.receive(number int, code text, channel int, moment text, due text, papers text default '', agency text default 'H99.01') returns void
language plpgsql security definer as $$
begin
	insert into public.dossiers (id, reference, code, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text, sort_at, submitted_at)
	select tests.id(number), 'DK-' || number, 'H99-' || number, agencies.id, procedures.code, procedures.current_version_id, 1, channel, 'Nguyễn An', '{"fullName": "Trần Bình"}',
		jsonb_build_object('papers', (select jsonb_agg(jsonb_build_object('requirementId', ltrim(paper, '-'), 'state', case when paper like '-%' then 'nothing-to-bring' else 'ready' end))
			from string_to_table(nullif(papers, ''), ' ') as paper)), 'x', now(), tests.at(moment)
	from public.agencies, public.procedures where agencies.code = agency and procedures.code = receive.code;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_staff_id, actor_name, at)
	values (tests.id(number), 1, gen_random_uuid(), case channel when 1 then 'file' else 'submit' end, 1, case channel when 1 then tests.staff('receiver') end, 'x', tests.at(moment));
	perform tests.happen(number, moment, 'receive', 2, jsonb_build_object('received_at', moment, 'due_date', due), 'receiver');
end
$$;
create function tests.finish(number int, moment text) returns void language sql as $$ select tests.happen(number, moment, 'finish', 9, '{"finished": true}', 'approver') $$;

-- The calendar -------------------------------------------------------------------------------------------------

select is((
		select count(*) from app.working_day_index() as list, generate_series(2, cardinality(list.numbers)) as place
		where (list.numbers[place] > list.numbers[place - 1])
			<> (list.eras[place] > 0 and app.is_working_day(list.first_day + place - 1, app.index_calendar(app.working_calendar())))
	), 0::bigint, 'each day works as the clock says, and none of a year without a calendar');
select is((select numbers['2026-03-31'::date - first_day + 1] - numbers['2026-02-10'::date - first_day + 1] from app.working_day_index()),
	app.count_working_days('{[2026-02-11,2026-04-01)}', app.index_calendar(app.working_calendar())), 'working days between two dates, Tết among them, as the clock counts them');
select is((select array[eras['2021-12-31'::date - first_day + 1] = eras['2025-01-01'::date - first_day + 1], eras['2023-05-05'::date - first_day + 1] = 0,
	eras['2025-01-01'::date - first_day + 1] = eras['2027-12-31'::date - first_day + 1]] from app.working_day_index()), '{f,t,t}', 'years in a row are one era');

-- What happened --------------------------------------------------------------------------------------------------

-- 1: taken up on the 4th, done on the 6th: 3, 4, 5, 6 = 4 days; filed and fetched = 2 visits. What the citizen writes on the 5th is no work of the office.
select tests.receive(1, '1.001193', 1, '2026-03-02T09:00', '2026-03-09', 'to-khai chung-sinh -can-cuoc');
select tests.happen(1, '2026-03-04T09:00', 'start', 4);
select tests.happen(1, '2026-03-05T09:00', 'note', 4, by_whom => null);
select tests.finish(1, '2026-03-06T10:00');
select tests.happen(1, '2026-03-30T09:00', 'return', 10, by_whom => 'receiver');
-- 2: over a weekend, and waited from the 9th to the 12th: 9, 13 = 2 days.
select tests.receive(2, '1.001193', 1, '2026-03-06T09:00', '2026-03-16', 'to-khai chung-sinh can-cuoc');
select tests.happen(2, '2026-03-06T11:00', 'start', 4);
select tests.happen(2, '2026-03-07T09:00', 'note', 4); -- on a Saturday
select tests.happen(2, '2026-03-09T09:00', 'supplement', 5, '{"due_date": null}');
select tests.happen(2, '2026-03-12T09:00', 'resume', 4, '{"due_date": "2026-03-19"}');
select tests.finish(2, '2026-03-13T10:00');
-- 3: while one waits: 1 day, 1 visit.
select tests.receive(3, '1.001193', 1, '2026-03-10T08:00', '2026-03-10', 'to-khai');
select tests.happen(3, '2026-03-10T08:30', 'settle', 10, '{"finished": true}', 'receiver');
-- 4: online and still open, its papers sent as photos. 5: withdrawn.
select tests.receive(4, '1.001193', 2, '2026-03-16T09:00', '2026-03-23', 'to-khai chung-sinh');
select tests.receive(5, '1.001193', 1, '2026-03-17T09:00', '2026-03-24', 'to-khai');
select tests.happen(5, '2026-03-17T10:00', 'start', 4);
select tests.happen(5, '2026-03-18T15:00', 'withdraw', 7, by_whom => 'receiver');
-- 6: the last minute of March, online, nothing to bring: 1 and 2 April. 7, 8: not of March. 9: the agency beside.
select tests.receive(6, '1.001193', 2, '2026-03-31T23:59', '2026-04-07');
select tests.happen(6, '2026-04-01T09:00', 'start', 4);
select tests.finish(6, '2026-04-02T10:00');
select tests.receive(7, '1.001193', 1, '2026-04-01T00:00', '2026-04-08', 'to-khai');
select tests.receive(8, '1.001193', 1, '2026-02-28T23:59', '2026-03-09', 'to-khai');
select tests.receive(9, '1.001193', 1, '2026-03-03T09:00', '2026-03-10', 'to-khai', 'H99.02');
select tests.happen(9, '2026-03-03T10:00', 'start', 4);
select tests.finish(9, '2026-03-05T10:00');
-- Another procedure, nothing done yet; and one with stages, brought to the counter on the 11th.
select tests.receive(11, '1.000894', 1, '2026-03-20T09:00', '2026-03-27', 'to-khai can-cuoc-hai-ben');
select tests.receive(12, '1.013978', 1, '2026-03-02T09:00', '2026-03-13', 'chung-sinh -thua-dat');
select tests.happen(12, '2026-03-02T10:00', 'start', 4);
select tests.happen(12, '2026-03-05T10:00', 'stage-done', 4);
select tests.finish(12, '2026-03-09T10:00');
select tests.happen(12, '2026-03-11T10:00', 'taken', 9, by_whom => 'receiver');
update public.dossier_stages set done_at = tests.at('2026-03-05T10:00'), done_name = 'x', due_date = null where dossier_id = tests.id(12) and number = 1;
update public.dossier_stages set started_at = tests.at('2026-03-05T10:00'), done_at = tests.at('2026-03-09T10:00'), done_name = 'x' where dossier_id = tests.id(12) and number = 2;
-- From one year with a calendar into another, over years without one.
select tests.receive(13, '1.000894', 1, '2021-12-31T09:00', '2025-01-10', 'to-khai');
select tests.happen(13, '2021-12-31T10:00', 'start', 4);
select tests.finish(13, '2025-01-02T10:00');

-- Somebody came without a paper, before there was a dossier; 2 was asked for a paper; 4 sent photos, one of which somebody opened.
insert into app.vain_notes (action_id, visit_id, agency_id, procedure_code, version_id, at, staff_id, reason, papers)
select tests.id(61), tests.id(61), staff.agency_id, code, current_version_id, tests.at('2026-03-10T09:00'), staff.id, 'lacks-paper', '{can-cuoc}'
from public.staff, public.procedures where staff.full_name = 'receiver@test' and code = '1.001193';
with slip as (
	insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
	select id, agency_id, '02', 'S2', tests.staff('officer'), '{}' from public.dossiers where id = tests.id(2) returning id, dossier_id
)
insert into public.supplements (dossier_id, round, slip_id, requested_name, until, lines, counts_late, after_receipt, closed_at)
select dossier_id, 1, id, 'x', '2030-01-01', '[{"requirementId": "chung-sinh", "verdict": "missing"}]', false, true, now() from slip;
insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name)
select tests.id(70 + place), tests.id(dossier), requirement, repeat('0', 64), 1, 'image/jpeg', 'o' || place
from (values (4, 'to-khai', 1), (4, 'chung-sinh', 2), (4, 'chung-sinh', 3), (1, 'chung-sinh', 4)) as list (dossier, requirement, place);
insert into app.view_log (agency_id, dossier_id, kind, object, staff_id, staff_name)
select agency_id, tests.id(4), 'photo', 'o3', id, 'x' from public.staff where full_name = 'officer@test';

-- What it cost ---------------------------------------------------------------------------------------------------

select results_eq(
	$$select line.dossier_id, line.days from public.agencies, app.held_days(array[agencies.id], '2026-03-01T00:00+07', '2026-04-01T00:00+07') as line where agencies.code = 'H99.01' order by 1$$,
	$$values (tests.id(1), 4), (tests.id(2), 2), (tests.id(3), 1), (tests.id(6), 2), (tests.id(12), 5)$$, 'working days with the office, of what is done'
);
create function tests.costs(more jsonb default '{}') returns jsonb language sql as $$
	select public.procedure_costs('{"protocol": 1, "from": "2026-03-01", "to": "2026-03-31"}'::jsonb || more)
$$;
create function tests.review(code text, more jsonb default '{}') returns jsonb language sql as $$
	select public.procedure_review(jsonb_build_object('protocol', 1, 'procedureCode', code, 'from', '2026-03-01', 'to', '2026-03-31') || more)
$$;
-- The dossiers of an answer's first line, or the error.
create function tests.try(account text, call text, more jsonb default '{}') returns text language plpgsql as $$
declare
	given text;
begin
	perform tests.as_actor(account);
	if call = 'costs' then
		given := coalesce(tests.costs(more) #>> '{lines,0,dossiers}', 'none');
	else
		given := tests.review('1.001193', more) ->> 'dossiers';
	end if;
	perform tests.sign_out();
	return given;
exception when others then
	return sqlstate || ' ' || sqlerrm;
end
$$;
select tests.sign_in('leader@test');
select is(tests.costs() -> 'lines', '[
	{"code": "1.001193", "shortTitle": "Khai sinh", "field": "Hộ tịch", "dossiers": 6, "papers": 9, "visits": 7, "secondTrips": 3, "done": 4, "days": 9, "cost": 23.6},
	{"code": "1.013978", "shortTitle": "Cấp sổ đỏ", "field": "Hộ tịch", "dossiers": 1, "papers": 1, "visits": 1, "secondTrips": 0, "done": 1, "days": 5, "cost": 5.0},
	{"code": "1.000894", "shortTitle": "Kết hôn", "field": "Hộ tịch", "dossiers": 1, "papers": 2, "visits": 1, "secondTrips": 0, "done": 0, "days": 0, "cost": null}]',
	'the dearest first, last what nobody can tell yet: 9/6 papers × 7/6 visits × 9/4 days × 6 = 23.625');
select is(tests.costs() - 'lines' - 'agency', '{"from": "2026-03-01", "to": "2026-03-31", "agencies": 1}', 'of these days');
select is(tests.costs('{"from": "2026-03-31"}') #>> '{lines,0,dossiers}', '1', 'the last minute of the last day is in it');
select is(tests.costs('{"from": "2026-04-01", "to": "2026-04-01"}') #>> '{lines,0,dossiers}', '1', 'and the first moment of the next day is not');
select is(tests.costs('{"from": "2020-01-01", "to": "2020-12-31"}') -> 'lines', '[]', 'of nothing there is nothing');
select is(tests.costs('{"from": "2021-12-01", "to": "2021-12-31"}') #>> '{lines,0,done}', '0', 'over years without a calendar no days are told');
select is(tests.costs('{"from": "2021-12-01", "to": "2021-12-31"}') #> '{lines,0,cost}', 'null', 'nor a cost');
select doesnt_match(tests.costs()::text || tests.review('1.001193')::text, 'Nguyễn An|Trần Bình|DK-|H99-', 'nobody''s name or code is in it');
select throws_ok(format('select tests.costs(%L)', wrong), 'PT400', key, wrong)
from (values ('{"from": "2026-04-01"}', 'report-range'), ('{"from": "2026-02-30"}', 'report-range'), ('{"to": null}', 'report-range')) as list (wrong, key);
select tests.sign_out();

select is(app.cost_of(dossiers, papers, visits, done, days), cost, why) from (values
	(10::bigint, 20::bigint, 10::bigint, 10::bigint, 30::bigint, 60.0, 'two papers, one visit, three days, ten times'),
	(10, 0, 10, 10, 30, 30.0, 'no paper counts as one'), (10, 20, 0, 10, 30, 60.0, 'no visit counts as one'),
	(10, 5, 5, 10, 10, 10.0, 'less than one each counts as one'), (10, 20, 10, 0, 0, null, 'nothing done, nothing told'), (0, 0, 0, 0, 0, null, 'nor of nothing')
) as list (dossiers, papers, visits, done, days, cost, why);

-- What might go ---------------------------------------------------------------------------------------------------

select tests.sign_in('editor@test');
select is(tests.review('1.001193') -> 'papers', '[
	{"requirementId": "to-khai", "name": "Tờ khai", "kind": "submit-original", "cases": 5, "lacking": 0, "sent": 1, "opened": 0, "replacedBy": null, "alsoAskedBy": 0, "examples": [], "flags": []},
	{"requirementId": "chung-sinh", "name": "Giấy chứng sinh", "kind": "submit-original", "cases": 3, "lacking": 1, "sent": 1, "opened": 1, "replacedBy": null,
		"alsoAskedBy": 1, "examples": ["Cấp sổ đỏ"], "flags": ["duplicate"]},
	{"requirementId": "can-cuoc", "name": "Căn cước", "kind": "show-original", "cases": 2, "lacking": 1, "sent": 0, "opened": 0,
		"replacedBy": {"database": "CSDL dân cư", "law": "NĐ 1"}, "alsoAskedBy": 1, "examples": ["Kết hôn"], "flags": ["in-database", "duplicate"]}]',
	'the same by its official name or out of the same database; not what is written for the matter, nor of what is withdrawn');
select is(tests.review('1.013978') #> '{papers,1,flags}', '["in-database"]', 'what is only looked up is in a database');
select is(tests.review('1.000894') #> '{papers,2,flags}', '[]', 'the same word for a paper alone is not the same paper');
select is(tests.review('1.001193') - 'papers' - 'steps' - 'agency', '{"procedureCode": "1.001193", "title": "Thủ tục Khai sinh", "shortTitle": "Khai sinh", "field": "Hộ tịch",
	"version": 1, "from": "2026-03-01", "to": "2026-03-31", "agencies": 1, "dossiers": 6}', 'whose, and of which days');
select is(tests.review('1.001193') -> 'steps', '[
	{"kind": "taking-up", "name": null, "dossiers": 4, "days": 3, "idleDays": 1},
	{"kind": "working", "name": null, "dossiers": 4, "days": 5, "idleDays": 1}]',
	'taking up: 2 (the 3rd idle), 0, 0, 1; working: 2 (the 5th idle), 2, 0, 1; the three weeks until it was fetched are not the office''s');
select is(tests.review('1.013978') -> 'steps', '[
	{"kind": "stage", "name": "Thẩm định", "dossiers": 1, "days": 3, "idleDays": 2}, {"kind": "stage", "name": "Trình ký", "dossiers": 1, "days": 2, "idleDays": 1},
	{"kind": "stage", "name": "Đo đạc", "dossiers": 0, "days": 0, "idleDays": 0}, {"kind": "to-counter", "name": null, "dossiers": 1, "days": 2, "idleDays": 1}]',
	'by stages where there are any, and until the result lay at the counter');
select is(tests.review('1.000007') #>> '{papers,0,alsoAskedBy}', '2', 'of what is withdrawn: what it asked last');
select throws_ok(format('select tests.review(%L, %L)', code, more), state, key, code || more)
from (values ('9.999999', '{}', 'PT404', 'procedure-unknown'), ('1.001193', '{"procedureCode": null}', 'PT404', 'procedure-unknown'),
	('1.001193', '{"to": "x"}', 'PT400', 'report-range')) as list (code, more, state, key);
select tests.sign_out();

select is(app.paper_flags(has_database, kind, cases, lacking, sent, opened, also), flags::text[], flags || why) from (values
	(false, 'photocopy', 20, 0, 20, 0, 0, '{never-lacked,unread}', ' of twenty'), (false, 'photocopy', 19, 0, 19, 0, 0, '{}', ' of nineteen'),
	(false, 'photocopy', 200, 1, 200, 1, 0, '{}', ' when there was one'), (true, 'photocopy', 0, 0, 0, 0, 0, '{in-database}', ' by law'),
	(false, 'data-lookup', 0, 0, 0, 0, 2, '{in-database,duplicate}', ' by kind')
) as list (has_database, kind, cases, lacking, sent, opened, also, flags, why);
select results_eq(
	$$select lack.requirement_id, sum(cases), sum(lacking) from public.agencies, app.lacks_of(array[agencies.id], '2026-03-01T00:00+07', '2026-04-01T00:00+07') as lack
		where agencies.code = 'H99.01' and lack.procedure_code = '1.001193' group by 1 order by 1$$,
	$$values ('can-cuoc', 2::bigint, 1::bigint), ('chung-sinh', 3, 1), ('to-khai', 5, 0)$$, 'of all procedures papers lack as of one'
);

-- Who may ----------------------------------------------------------------------------------------------------------

select is(tests.try(account, call), expected, account || ' ' || call)
from (values ('receiver', 'PT403 role-missing'), ('officer', 'PT403 role-missing'), ('nobody', 'PT403 not-staff'), ('approver', '6'), ('leader', '6'), ('editor', '6'),
	('admin', '6'), ('elsewhere', '1'), ('above', '7')) as list (account, expected), (values ('costs'), ('review')) as calls (call);
select is(tests.try('clerk', 'costs'), 'none', 'an admin above: the own agency alone');
select is(tests.try('clerk', 'review'), '0', 'an admin above: of its own there are none');
select tests.as_anon();
select throws_ok('select tests.costs()', '42501', null, 'nobody without an account');
select throws_ok('select tests.review(''1.001193'')', '42501', null, 'nor the review');
select tests.sign_out();
select is(tests.try(account, 'costs', jsonb_build_object('agencyId', (select id from public.agencies where code = agency))), expected, account || ' asks for ' || agency)
from (values ('above', 'H99.02', '1'), ('approver', 'H99.01', '6'), ('leader', 'H99.02', 'PT403 agency-foreign'), ('leader', 'H99', 'PT403 agency-foreign'),
	('clerk', 'H99.01', 'PT403 agency-foreign'), ('editor', 'H99.02', 'PT403 agency-foreign')) as list (account, agency, expected);

select * from finish();
rollback;
