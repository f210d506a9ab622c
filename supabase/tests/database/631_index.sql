-- The index of QĐ 766 and the reasons for lateness: counted by hand over the awkward dossiers of March and April 2024 (001_awkward_cases.sql).
begin;
select plan(109);

select tests.add_awkward_cases();
insert into public.calendar_years (year, status, source) select year, 'complete', 'test' from generate_series(2023, 2025) as year on conflict do nothing;
create function tests.agency(wanted text) returns uuid language sql security definer as $$ select id from public.agencies where code = wanted $$;
create function tests.index(from_day text, to_day text, more jsonb default '{}') returns jsonb language sql as $$
	select public.staff_index(jsonb_build_object('protocol', 1, 'from', from_day, 'to', to_day) || more)
$$;
create function tests.line(sheet jsonb, wanted text) returns jsonb language sql as $$
	select line from jsonb_array_elements(sheet -> 'groups') as grouped, jsonb_array_elements(grouped -> 'lines') as line where line ->> 'code' = wanted
$$;
-- A line as "part/n percent", or why it has no points.
create function tests.counted(sheet jsonb) returns text language sql as $$
	select string_agg(concat_ws(' ', line ->> 'code', (line ->> 'part') || '/' || (line ->> 'n'), round((line ->> 'percent')::numeric, 1) || ' %', line ->> 'because'), ', ' order by grouped ->> 'code', line ->> 'code')
	from jsonb_array_elements(sheet -> 'groups') as grouped, jsonb_array_elements(grouped -> 'lines') as line where line ->> 'measure' is not null
$$;
create function tests.of_groups(sheet jsonb) returns text language sql as $$
	select string_agg(concat_ws(' ', grouped ->> 'code', trim_scale((grouped ->> 'max')::numeric), case when (grouped ->> 'verified')::boolean then 'seen' else 'remembered' end, grouped ->> 'points', grouped ->> 'because'), ', ' order by place)
	from jsonb_array_elements(sheet -> 'groups') with ordinality as list (grouped, place)
$$;

-- What is known, and how well ---------------------------------------------------------------------------------
select tests.sign_in('leader@test');
select is(tests.of_groups(tests.index('2024-03-01', '2024-03-31')), '1 18 seen split-unknown, 2 20 remembered split-unknown, 3 12 seen split-unknown, 3-pay 10 remembered split-unknown, 4 22 remembered split-unknown, 5 18 remembered split-unknown',
	'the groups with their marks; no points while nobody knows how they are split');
select tests.sign_out();
select is((select sum(max_points) from app.index_groups), 100::numeric, 'together they are 100');
select is((select count(*) from app.index_lines where max_points is not null), 0::bigint, 'and no line''s points were made up');
select is((select string_agg(code || ' ' || trim_scale(full_at), ', ' order by place) from app.index_lines where full_at is not null), '3.1 80, 3.3 50, 3.5 80, 4.2 80, 4.3 80, 5.4 90', 'the shares for all points that the source tells');

-- The lines, counted by hand ----------------------------------------------------------------------------------
select tests.sign_in('leader@test');
select is(tests.counted(tests.index('2024-03-01', '2024-03-31')),
	'2.1 7/13 53.8 % max-unknown, 2.2 57/64 89.1 % max-unknown, 3.2 0/0 nothing-yet, 3.3 2/21 9.5 % max-unknown, 3.6 0/0 nothing-yet, 4.1 0/13 0.0 % max-unknown, 4.2 0/21 0.0 % max-unknown, 5.1–5.3 0/0 nothing-yet, 5.4 nothing-yet', 'March');
select is(tests.counted(tests.index('2024-04-01', '2024-04-30')),
	'2.1 5/8 62.5 % max-unknown, 2.2 74/57 129.8 % max-unknown, 3.2 0/0 nothing-yet, 3.3 1/1 100.0 % max-unknown, 3.6 0/0 nothing-yet, 4.1 0/8 0.0 % max-unknown, 4.2 0/1 0.0 % max-unknown, 5.1–5.3 0/0 nothing-yet, 5.4 nothing-yet', 'April');
select is(tests.counted(tests.index('2024-05-01', '2024-05-31')),
	'2.1 0/0 nothing-yet, 2.2 0/0 nothing-yet, 3.2 0/0 nothing-yet, 3.3 0/0 nothing-yet, 3.6 0/0 nothing-yet, 4.1 0/0 nothing-yet, 4.2 0/0 nothing-yet, 5.1–5.3 0/0 nothing-yet, 5.4 nothing-yet', 'May: of nothing there is no share, least of all 100 %');
select is(tests.line(tests.index('2024-03-01', '2024-03-31'), '1.4') ->> 'because', 'no-data', 'what nothing here can tell says so');
select is((select (total ->> 'early')::int + (total ->> 'onTime')::int || '/' || (total ->> 'early')::int + (total ->> 'onTime')::int + (total ->> 'late')::int
	from (select public.staff_report('{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31"}') -> 'total' as total) as report),
	tests.line(sheet, '2.1') ->> 'part' || '/' || (tests.line(sheet, '2.1') ->> 'n'), '2.1 is what II.06a says') from (select tests.index('2024-03-01', '2024-03-31') as sheet) as once;
select tests.sign_in('above@test');
select is(tests.line(tests.index('2024-03-01', '2024-03-31'), wanted) -> 'part', part, 'the parent counts its communes together: ' || wanted)
from (values ('2.1', '8'::jsonb), ('2.2', '58'), ('3.3', '3')) as cases (wanted, part);
select is(tests.counted(tests.index('2024-03-01', '2024-03-31', jsonb_build_object('agencyId', tests.agency('H99.02')))) ~ '2.1 1/1 100.0 %', true, 'or looks at one');
select tests.sign_out();

-- Working days: at once, and one dossier after the other; a holiday and a make-up day among them.
insert into public.calendar_days (day, kind, name, source, verification) values
	('2024-03-12', 'holiday', 'Nghỉ', 'test', 'computed'), ('2024-04-06', 'make-up', 'Làm bù', 'test', 'computed'), ('2024-03-28', 'closure', 'Mất điện', 'test', 'computed');
create function tests.days(from_day date, to_day date) returns int language sql as $$
	select app.count_working_days(datemultirange(daterange(from_day, greatest(from_day, to_day), '(]')), app.index_calendar(app.working_calendar()))
$$;
create function tests.one_by_one(from_day date, to_day date) returns text language sql as $$
	select concat_ws(' ', coalesce(sum(tests.days(received, ended) - waited), 0), coalesce(sum(tests.days(received, due) - waited_before_due), 0), count(*))
	from (
		select app.local_time(received_at)::date as received, app.local_time(ended_at)::date as ended, due_date as due,
			(select coalesce(sum(tests.days(app.local_time(from_at)::date, app.local_time(until_at)::date)), 0)
				from app.dossier_spans as span where span.dossier_id = fact.dossier_id and waiting) as waited,
			(select coalesce(sum(tests.days(least(app.local_time(from_at)::date, due_date), least(app.local_time(until_at)::date, due_date))), 0)
				from app.dossier_spans as span where span.dossier_id = fact.dossier_id and waiting) as waited_before_due
		from app.dossier_facts as fact
		where agency_id = tests.agency('H99.01') and outcome in ('early', 'on-time', 'late') and due_date is not null
			and ended_at >= app.day_start(from_day) and ended_at < app.day_start(to_day)
	) as done
$$;
create function tests.at_once(from_day date, to_day date) returns text language sql as $$
	select concat_ws(' ', used, promised, counted) from app.time_used(array[tests.agency('H99.01')], app.day_start(from_day), app.day_start(to_day))
$$;
select is(tests.at_once('2024-03-01', '2024-04-01'), '52 59 13', 'a holiday is no working day: March by hand');
select is(tests.at_once(from_day, to_day), tests.one_by_one(from_day, to_day), 'counted at once as one by one, from ' || from_day)
from (values ('2024-02-01'::date, '2024-03-01'::date), ('2024-03-01', '2024-04-01'), ('2024-04-01', '2024-05-01'), ('2024-01-01', '2025-01-01')) as cases (from_day, to_day);
delete from public.calendar_years where year = 2024;
select is(tests.at_once('2024-03-01', '2024-04-01'), '0 0 0', 'a year without a calendar is not counted');
insert into public.calendar_years (year, status, source) values (2024, 'complete', 'test');
select ok(eras['2021-12-31'::date - first_day + 1] is distinct from eras['2025-01-02'::date - first_day + 1], 'and no span leaps over one') from app.working_day_index();

-- Files, services, fees.
update app.dossier_facts set has_files = true where dossier_id in (tests.case_id(1), tests.case_id(8), tests.case_id(14), tests.case_id(22), tests.case_id(28));
update app.dossier_facts set has_result_file = true where dossier_id in (tests.case_id(1), tests.case_id(3), tests.case_id(6), tests.case_id(14));
select app.seed_procedure(jsonb_build_object('code', code, 'field', 'ho-tich', 'title', code, 'shortTitle', code, 'channels', '[]'::jsonb, 'onlineLevel', level), repeat(letter, 64))
from (values ('1.000894', 'full', 'c'), ('1.004873', 'partial', 'd'), ('1.000656', 'none', 'e'), ('2.000815', 'unknown', 'f')) as list (code, level, letter);
select tests.receive_case(41, '2024-06-03T09:00', '2024-06-10', 2, '1.000894');
select tests.receive_case(42, '2024-06-04T09:00', '2024-06-11', 2, '1.000894');
select tests.receive_case(43, '2024-06-03T09:00', '2024-06-10', 1, '1.004873');
select tests.receive_case(44, '2024-06-03T09:00', '2024-06-10', 2, '1.000656');
insert into public.payments (dossier_id, agency_id, at, by_name, lines, total, method, exemption)
select tests.case_id(number), agency_id, moment::timestamptz, 'x', '[]', total, method, case when method is null then 'Hộ nghèo' end
from (values (1, '2024-03-04T09:00+07', 8000, 'online'), (2, '2024-03-31T23:59+07', 8000, 'cash'), (2, '2024-03-05T09:00+07', 3000, 'cash'), (3, '2024-03-05T09:00+07', 8000, 'transfer'), (3, '2024-03-06T09:00+07', 2000, 'online'),
	(4, '2024-03-05T09:00+07', 0, null), (21, '2024-04-01T00:00+07', 8000, 'online'), (27, '2024-03-06T09:00+07', 8000, 'post')) as list (number, moment, total, method)
join public.dossiers on dossiers.id = tests.case_id(number);
select tests.sign_in('leader@test');
select is(concat_ws('/', line -> 'part', line -> 'n'), counts, from_day || ' ' || wanted) from (values
	('2024-03-01', '2024-03-31', '4.1', '3/13'), ('2024-03-01', '2024-03-31', '4.2', '2/21'), ('2024-04-01', '2024-04-30', '4.1', '1/8'), ('2024-03-01', '2024-03-31', '3.6', '2/3'), ('2024-04-01', '2024-04-30', '3.6', '1/1'),
	('2024-05-01', '2024-05-31', '3.2', '0/2'), ('2024-06-01', '2024-06-30', '3.2', '1/2'), ('2024-06-01', '2024-06-30', '3.3', '3/4')
) as cases (from_day, to_day, wanted, counts), lateral (select tests.line(tests.index(from_day, to_day), wanted) as line) as found;
select is((public.staff_report('{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31"}') #>> '{total,withFiles}') || ' ' || (public.staff_report('{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31"}') #>> '{total,withResultFile}'), '2 3',
	'of the received 1 and 22 (14 came before, 8 was withdrawn, 28 has no date), of the done 1, 3 and 14, as the report tells them');
select tests.sign_in('above@test');
select is(tests.line(tests.index('2024-03-01', '2024-03-31'), '3.6') ->> 'n', '4', 'the fees of all communes');
select tests.sign_out();

-- Complaints: 1 rejected in time, 2 late; 3 asked, answered and published in time; 4 each late; 5 asked, then rejected in the days of an answer; 6 forgotten, with time until April.
delete from public.calendar_days where source = 'test';
insert into app.feedback (id, secret_hash, content_hash, code, lookup_hash, kind, topic, content, agency_id, handler_id, state, sent_at, question, decided_at, published_at)
select tests.case_id(900 + number), 'x', 'x', 'PA-' || number, 'x', 'complaint', 'other', 'Chờ lâu quá nửa ngày', tests.agency('H99.01'), tests.agency('H99.01'), state, sent::timestamptz, question, decided::timestamptz, published::timestamptz
from (values (1, 'rejected', '2024-03-04T09:00+07', null, '2024-03-06T17:00+07', null), (2, 'rejected', '2024-03-04T09:00+07', null, '2024-03-07T08:00+07', null),
	(3, 'published', '2024-03-04T09:00+07', 'Hôm nào?', '2024-03-25T16:00+07', '2024-03-27T16:00+07'), (4, 'published', '2024-03-04T09:00+07', 'Hôm nào?', '2024-03-26T08:00+07', '2024-03-29T08:00+07'),
	(5, 'rejected', '2024-03-05T09:00+07', 'Hôm nào?', '2024-03-20T08:00+07', null), (6, 'accepted', '2024-03-31T23:00+07', null, null, null)) as list (number, state, sent, question, decided, published);
insert into app.feedback_events (feedback_id, sequence, action_id, action, to_state, at)
select tests.case_id(900 + number), 2, gen_random_uuid(), 'ask', 'asked', moment::timestamptz
from (values (3, '2024-03-11T16:00+07'), (4, '2024-03-12T08:00+07'), (5, '2024-03-12T16:00+07')) as list (number, moment);
select tests.sign_in('leader@test');
select is(concat_ws('/', line -> 'part', line -> 'n') || ' ' || (select string_agg(concat_ws(' ', step ->> 'key', (step ->> 'part') || '/' || (step ->> 'n')), ', ' order by place) from jsonb_array_elements(line -> 'parts') with ordinality as list (step, place)),
	told, 'complaints until ' || to_day || ', each step by its own days; rejected and answered are the whole; at the end of March the sixth has days left')
from (values ('2024-03-31', '3/5 reject 1/2, ask 2/3, resolve 2/3, publish 1/2'), ('2024-04-30', '3/6 reject 1/2, ask 2/3, resolve 2/4, publish 1/2')) as list (to_day, told),
	lateral (select tests.line(tests.index('2024-03-01', to_day), '5.1–5.3') as line) as found;
select is(tests.line(tests.index('2024-04-01', '2024-04-30'), '5.1–5.3') ->> 'because', 'nothing-yet', 'counted by the day they were sent');
select tests.sign_out();

-- 5.4: 6 of 13 late = 46.2 %, 1 of 5 dissatisfied = 20 %: 33.8.
insert into app.survey_answers (id, agency_id, field_code, procedure_code, channel, form, form_version, overall, answers, month)
select gen_random_uuid(), tests.agency('H99.01'), 'ho-tich', '1.001193', 1, '01', 1, case when n = 1 then 'dissatisfied' else 'satisfied' end, '{}', '2024-03-01' from generate_series(1, 5) as n;
insert into app.survey_answers (id, agency_id, field_code, procedure_code, channel, form, form_version, overall, answers, month)
select gen_random_uuid(), tests.agency('H99.01'), 'ho-tich', '1.001193', 1, '01', 1, 'dissatisfied', '{}', month from generate_series(1, 5), (values ('2024-04-01'::date), ('2024-05-01'), (null)) as months (month);
select tests.sign_in('leader@test');
select is(round((line ->> 'percent')::numeric, 3), percent, from_day || ' satisfaction') from (values ('2024-03-01', '2024-03-31', 33.846), ('2024-04-01', '2024-04-30', 0::numeric), ('2024-05-01', '2024-05-31', null)) as cases (from_day, to_day, percent),
	lateral (select tests.line(tests.index(from_day, to_day), '5.4') as line) as found;
select is(tests.line(tests.index('2024-03-01', '2024-03-31'), '5.4') -> 'parts', '[{"key": "overdue", "part": 6, "n": 13}, {"key": "disliked", "part": 1, "n": 5}]', 'and the numbers it is made of');
select tests.sign_out();

-- Weights are data -------------------------------------------------------------------------------------------
create function tests.weigh(account text, number int, code text, more jsonb) returns text language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	answer := public.save_index_weight(jsonb_build_object('protocol', 1, 'actionId', tests.case_id(800 + number), 'kind', 'line', 'code', code, 'fullAt', 100, 'verified', true,
		'source', 'Phụ lục QĐ 766/QĐ-TTg', 'reason', 'Đã đọc văn bản', 'expectedVersion', 1) || more);
	return answer ->> 'version';
exception when others then
	return sqlstate || case when sqlstate like 'PT%' then ' ' || sqlerrm else '' end;
end
$$;
select is(tests.weigh(account, number, code, more), result, account || ' weighs ' || code || ' ' || more::text) from (values
	('anon', 1, '2.1', '{"maxPoints": 10}'::jsonb, '42501'), ('nobody', 1, '2.1', '{"maxPoints": 10}', 'PT403 not-staff'), ('leader', 1, '2.1', '{"maxPoints": 10}', 'PT403 role-missing'),
	('officer', 1, '2.1', '{"maxPoints": 10}', 'PT403 role-missing'), ('editor', 1, '2.1', '{"maxPoints": 10}', 'PT403 role-missing'), ('receiver', 1, '2.1', '{"maxPoints": 10}', 'PT403 role-missing'),
	('admin', 1, '2.1', '{"maxPoints": 10}', '2'), ('admin', 1, '2.1', '{"maxPoints": 10}', '2'), ('admin', 1, '2.1', '{"maxPoints": 11}', 'PT409 action-id-used'),
	('admin', 2, '2.1', '{"maxPoints": 10}', 'PT409 version-stale'), ('admin', 2, '9.9', '{"maxPoints": 10}', 'PT404 index-unknown'), ('admin', 2, '2.1', '{"kind": "group", "maxPoints": 10}', 'PT404 index-unknown'),
	('admin', 2, '2.2', '{"maxPoints": 0}', 'PT400 index-points'), ('admin', 2, '2.2', '{"maxPoints": 101}', 'PT400 index-points'), ('admin', 2, '2.2', '{"maxPoints": 1.234}', 'PT400 index-points'),
	('admin', 2, '2.2', '{"maxPoints": "ten"}', 'PT400 index-points'), ('admin', 2, '2.2', '{"fullAt": 0}', 'PT400 index-points'), ('admin', 2, '2', '{"kind": "group"}', 'PT400 index-points'),
	('admin', 2, '2.2', '{"kind": "colour"}', 'PT400 index-kind'), ('admin', 2, '2.2', '{"source": "x"}', 'PT400 index-source'), ('admin', 2, '2.2', '{"verified": "yes"}', 'PT400 index-source'),
	('admin', 2, '2.2', '{"reason": "x"}', 'PT400 index-reason'), ('admin', 2, '2.2', '{"maxPoints": 10.5}', 'PT409 index-split'), ('admin', 2, '2', '{"kind": "group", "maxPoints": 9}', 'PT409 index-split'),
	('admin', 2, '2.2', '{"protocol": 2}', 'PT426 protocol-version'), ('admin', 3, '3.3', '{"maxPoints": 5, "fullAt": 50}', '2'), ('admin', 4, '4.2', '{"maxPoints": 6, "fullAt": null}', '2'),
	('admin', 5, '5.1–5.3', '{"maxPoints": 10}', '2'), ('admin', 6, '5.4', '{"maxPoints": 7, "fullAt": 90}', '2')
) as cases (account, number, code, more, result);
select tests.sign_in('leader@test');
select is((select string_agg(concat_ws(' ', code, tests.line(sheet, code) ->> 'points', tests.line(sheet, code) ->> 'because'), ', ' order by code) from unnest(array['2.1', '3.3', '4.2', '5.1–5.3', '5.4']) as code),
	'2.1 5.38, 3.3 0.95, 4.2 full-unknown, 5.1–5.3 6.00, 5.4 2.63', 'points where maximum and share are known: 7/13 of 10; 9.52 of 50 of 5; 60 of 100 of 10; 33.85 of 90 of 7') from (select tests.index('2024-03-01', '2024-03-31') as sheet) as once;
select is(tests.line(tests.index('2024-06-01', '2024-06-30'), '3.3') ->> 'points', '5.00', 'all points from the share on, never more');
select is(tests.line(tests.index('2024-05-01', '2024-05-31'), '3.3') ->> 'points', null, 'and none of nothing');
select is(tests.of_groups(tests.index('2024-03-01', '2024-03-31')) ~ '5 18 remembered split-unknown', true, '17 of 18 points are told: a group is not computed by halves');
select tests.sign_out();
select is(tests.weigh('admin', 7, '5', '{"kind": "group", "maxPoints": 17}'), '2', 'the group as somebody has read it');
select tests.sign_in('leader@test');
select is(tests.of_groups(tests.index('2024-03-01', '2024-03-31')) ~ '5 17 seen 8.63$', true, 'and it has points');
select is(tests.of_groups(tests.index('2024-06-01', '2024-06-30')) ~ '5 17 seen not-whole$', true, 'but not where a line has nothing to tell');
select tests.sign_out();
select is((select string_agg(code || ' ' || coalesce(before ->> 'maxPoints', '-') || '→' || (after ->> 'maxPoints') || ' ' || staff_name, ', ' order by action_id) from app.index_events),
	'2.1 -→10.00 admin@test, 3.3 -→5.00 admin@test, 4.2 -→6.00 admin@test, 5.1–5.3 -→10.00 admin@test, 5.4 -→7.00 admin@test, 5 18.00→17.00 admin@test', 'and all of it is on record');
select throws_ok('delete from app.index_events', 'PT403', 'record-immutable', 'which stays');

-- Why late ---------------------------------------------------------------------------------------------------
create function tests.reasons(from_day text, to_day text, more jsonb default '{}') returns text language sql as $$
	select string_agg(concat_ws(' ', coalesce(line ->> 'label', '-') || ':', (line ->> 'late') || '+' || (line ->> 'openLate'), line ->> 'reasons'), ', ' order by line ->> 'label')
	from jsonb_array_elements(public.staff_late_reasons(jsonb_build_object('protocol', 1, 'from', from_day, 'to', to_day) || more) -> 'lines') as line
$$;
select tests.sign_in('leader@test');
select is(tests.reasons('2024-03-01', '2024-03-31'), 'Hộ tịch: 5+2 {"overdue": 5, "asked-late": 1, "second-request": 1}, Đất đai: 1+0 {"part-late": 1}', 'March by field: the 6 of column 10 and the 2 of column 13');
select is(tests.reasons('2024-04-01', '2024-04-30', '{"by": "procedure"}'), 'Cấp sổ đỏ: 1+0 {"overdue": 1}, Khai sinh: 2+0 {"overdue": 1, "asked-late": 1}', 'April by procedure');
select is(tests.reasons('2024-03-01', '2024-03-31', '{"by": "department"}'), 'Kinh tế: 6+2 {"overdue": 5, "part-late": 1, "asked-late": 1, "second-request": 1}', 'March by department');
select is(tests.reasons('2024-05-01', '2024-05-31'), null, 'May: nobody was late');
select tests.sign_out();
insert into public.waits (dossier_id, kind, reason, until, from_at, from_name, to_at, outcome) values (tests.case_id(3), 'agency', 'Hỏi ý kiến', '2024-03-08', '2024-03-05T09:00+07', 'x', '2024-03-11T09:00+07', 'answered');
select tests.sign_in('leader@test');
select is(tests.reasons('2024-03-01', '2024-03-31') ~ 'Hộ tịch: 5\+2 \{"overdue": 4, "asked-late": 1, "consulted-late": 1, "second-request": 1\}', true, 'an agency that answered after its day is a reason');
select tests.sign_out();
update app.dossier_facts set late_reason = null where dossier_id = tests.case_id(5);
select tests.sign_in('leader@test');
select throws_ok($$select tests.reasons('2024-03-01', '2024-03-31')$$, 'PT409', 'figures-inconsistent', 'reasons that are not those of the report are not shown');
select tests.sign_out();
update app.dossier_facts set ended_at = '2024-05-01' where dossier_id = tests.case_id(14);
select tests.sign_in('leader@test');
select throws_ok($$select tests.index('2024-03-01', '2024-03-31')$$, 'PT409', 'figures-inconsistent', 'nor an index of figures that do not fit together');
select tests.sign_out();
select app.tell_facts(dossier_id) from app.dossier_facts;

-- Who reads which ----------------------------------------------------------------------------------------------
create function tests.answer(account text, call text, more jsonb) returns text language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	execute format('select public.%I($1)', call) into answer using '{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31"}'::jsonb || more;
	return case call when 'staff_index' then tests.line(answer, '2.1') ->> 'n' || case when answer -> 'weighs' = 'true' then ' weighs' else '' end
		else (select coalesce(sum((line ->> 'late')::int + (line ->> 'openLate')::int), 0)::text from jsonb_array_elements(answer -> 'lines') as line) end;
exception when others then
	return sqlstate || case when sqlstate like 'PT%' then ' ' || sqlerrm else '' end;
end
$$;
select is(tests.answer(account, call, more), result, account || ' asks ' || call || ' ' || more::text) from (values
	('anon', 'staff_index', '{}'::jsonb, '42501'), ('nobody', 'staff_index', '{}', 'PT403 not-staff'), ('editor', 'staff_index', '{}', 'PT403 role-missing'), ('officer', 'staff_index', '{}', 'PT403 role-missing'),
	('receiver', 'staff_index', '{}', 'PT403 role-missing'), ('loose', 'staff_index', '{}', 'PT403 role-missing'), ('leader', 'staff_index', '{}', '13'), ('admin', 'staff_index', '{}', '13 weighs'), ('above', 'staff_index', '{}', '14'),
	('beside', 'staff_index', '{}', '1'), ('leader', 'staff_index', '{"from": "2024-04-01"}', 'PT400 report-range'), ('leader', 'staff_index', '{"protocol": 2}', 'PT426 protocol-version'),
	('anon', 'staff_late_reasons', '{}', '42501'), ('nobody', 'staff_late_reasons', '{}', 'PT403 not-staff'), ('editor', 'staff_late_reasons', '{}', 'PT403 role-missing'), ('loose', 'staff_late_reasons', '{}', 'PT403 role-missing'),
	('leader', 'staff_late_reasons', '{}', '8'), ('admin', 'staff_late_reasons', '{}', '8'), ('receiver', 'staff_late_reasons', '{}', '8'), ('officer', 'staff_late_reasons', '{}', '8'), ('registrar', 'staff_late_reasons', '{}', '0'),
	('above', 'staff_late_reasons', '{}', '8'), ('beside', 'staff_late_reasons', '{}', '0'), ('leader', 'staff_late_reasons', '{"by": "officer"}', 'PT400 report-by'), ('leader', 'staff_late_reasons', '{"to": "2024-02-30"}', 'PT400 report-range')
) as cases (account, call, more, result);
select tests.sign_out();
select is(tests.answer('leader', call, jsonb_build_object('agencyId', tests.agency('H99.02'))), 'PT403 agency-foreign', 'nobody looks at another office: ' || call) from unnest(array['staff_index', 'staff_late_reasons']) as call;
select tests.sign_out();

select * from finish();
rollback;
