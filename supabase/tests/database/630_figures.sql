-- Biểu II.06a: one dossier of each awkward kind, two months, and the table counted by hand. All days lie in the past, so nothing moves.
begin;
select plan(140);

select tests.add_awkward_cases();
create function tests.id(number int) returns uuid language sql as 'select tests.case_id(number)';
create function tests.department(wanted text) returns uuid language sql as 'select tests.case_department(wanted)';
create function tests.staff(account text) returns uuid language sql as 'select tests.case_staff(account)';

-- The table -----------------------------------------------------------------------------------------------

create function tests.today(days int) returns text language sql security definer as $$ select (app.today() + days)::text $$;
create function tests.now_local() returns text language sql security definer as $$ select app.local_time(now()) $$;
create function tests.report(from_day text, to_day text, more jsonb default '{}') returns jsonb language sql as $$
	select public.staff_report(jsonb_build_object('protocol', 1, 'from', from_day, 'to', to_day) || more)
$$;
-- A line as the form has it, columns 3 to 13, then what stands beside it: withdrawn, without a date, waiting.
create function tests.columns(cells jsonb) returns text language sql as $$
	select concat_ws(' ', (c.online + c.other + c.carried), c.online, c.other, c.carried, '|', c.early + c.on_time + c.late, c.early, c.on_time, c.late, '|', c.in_time + c.open_late, c.in_time, c.open_late,
		'|', cells ->> 'withdrawn', cells ->> 'noDue', cells ->> 'waiting')
	from (select (cells ->> 'receivedOnline')::int as online, (cells ->> 'receivedOther')::int as other, (cells ->> 'carried')::int as carried,
		(cells ->> 'early')::int as early, (cells ->> 'onTime')::int as on_time, (cells ->> 'late')::int as late,
		(cells ->> 'openInTime')::int as in_time, (cells ->> 'openLate')::int as open_late) as c
$$;
create function tests.lines(report jsonb) returns text language sql as $$
	select string_agg(coalesce(line ->> 'label', line ->> 'key', '-') || ': ' || tests.columns(line -> 'cells'), e'\n' order by coalesce(line ->> 'label', line ->> 'key', '-') collate "C")
	from jsonb_array_elements(report -> 'lines') as line
$$;

create function tests.behind(from_day text, to_day text, wanted text, more jsonb default '{}') returns text language sql as $$
	select coalesce(string_agg(substr(row_ ->> 'code', 5), ' ' order by position), '') from jsonb_array_elements(
		public.staff_report_dossiers(jsonb_build_object('protocol', 1, 'from', from_day, 'to', to_day, 'column', wanted) || more) -> 'rows') with ordinality as list (row_, position)
$$;

select tests.sign_in('leader@test');
-- February: one dossier, still open.
select is(tests.columns(tests.report('2024-02-01', '2024-02-29') -> 'total'), '1 0 1 0 | 0 0 0 0 | 1 1 0 | 0 0 0', 'February: one received, open and in time');
select is(tests.columns(tests.report('2024-03-01', '2024-03-31') -> 'total'), '22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3', 'March, counted by hand');
select is(tests.columns(tests.report('2024-04-01', '2024-04-30') -> 'total'), '8 1 0 7 | 8 2 3 3 | 0 0 0 | 1 2 0', 'April, counted by hand');
select is(tests.columns(tests.report('2024-05-01', '2024-05-31') -> 'total'), '0 0 0 0 | 0 0 0 0 | 0 0 0 | 0 0 0', 'May: nothing at all');
select is(tests.columns(tests.report('2024-02-01', '2024-04-30') -> 'total'), '21 3 18 0 | 21 6 6 9 | 0 0 0 | 2 2 0', 'the three months in one');
select is(tests.columns(tests.report('2024-03-13', '2024-03-13') -> 'total'), '8 0 2 6 | 3 1 1 1 | 5 3 2 | 0 0 0', 'one day');
select is(tests.report('2024-04-01', '2024-04-30') -> 'openBefore', '10', 'April begins with what March ended with: 9 of the form and 1 without a date');
select is((tests.report('2024-04-01', '2024-04-30') -> 'total') - array['receivedOnline', 'receivedOther', 'early', 'onTime', 'late', 'openInTime', 'openLate', 'waiting', 'withFiles', 'withResultFile'],
	'{"carried": 7, "withdrawn": 1, "withdrawnCarried": 1, "noDue": 2, "noDueCarried": 2, "reappointed": 0, "keptFirst": 0, "supplemented": 1}', 'what was carried over and then left the form is told apart');
select is((tests.report('2024-03-01', '2024-03-31') -> 'total') - array['receivedOnline', 'receivedOther', 'early', 'onTime', 'late', 'openInTime', 'openLate', 'waiting', 'carried', 'withdrawn', 'noDue'],
	'{"withdrawnCarried": 0, "noDueCarried": 0, "reappointed": 1, "keptFirst": 0, "supplemented": 1, "withFiles": 0, "withResultFile": 0}', 'a new date is kept, the first was not');

-- One after the other, by every line; the lines add up to the total.
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "field"}')),
	'Hộ tịch: 19 1 17 1 | 12 4 3 5 | 7 5 2 | 1 1 2' || e'\n' || 'Đất đai: 3 1 2 0 | 1 0 0 1 | 2 2 0 | 0 0 1', 'March by field');
select is(tests.lines(tests.report('2024-04-01', '2024-04-30', '{"by": "field"}')),
	'Hộ tịch: 5 0 0 5 | 5 2 1 2 | 0 0 0 | 1 2 0' || e'\n' || 'Đất đai: 3 1 0 2 | 3 0 2 1 | 0 0 0 | 0 0 0', 'April by field');
select is(tests.lines(tests.report('2024-04-01', '2024-04-30', '{"by": "procedure"}')),
	'Cấp sổ đỏ: 3 1 0 2 | 3 0 2 1 | 0 0 0 | 0 0 0' || e'\n' || 'Khai sinh: 5 0 0 5 | 5 2 1 2 | 0 0 0 | 1 2 0', 'April by procedure');
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "channel"}')),
	'1: 19 0 18 1 | 11 2 3 6 | 8 6 2 | 1 1 3' || e'\n' || '2: 2 2 0 0 | 1 1 0 0 | 1 1 0 | 0 0 0' || e'\n' || '3: 1 0 1 0 | 1 1 0 0 | 0 0 0 | 0 0 0', 'March by channel');
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "department"}')), 'Kinh tế: 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3',
	'March by department: what moved in April was still in the first one');
select is(tests.lines(tests.report('2024-04-01', '2024-04-30', '{"by": "department"}')),
	'Kinh tế: 7 1 0 6 | 7 1 3 3 | 0 0 0 | 1 2 0' || e'\n' || 'Tư pháp – Hộ tịch: 1 0 0 1 | 1 1 0 0 | 0 0 0 | 0 0 0', 'April by department: where it ended');
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "officer"}')),
	'-: 10 1 9 0 | 1 0 0 1 | 9 7 2 | 1 1 3' || e'\n' || 'leader@test: 2 0 2 0 | 2 1 0 1 | 0 0 0 | 0 0 0' || e'\n' || 'registrar@test: 10 1 8 1 | 10 3 3 4 | 0 0 0 | 0 0 0', 'March by officer: whose work it was');
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "agency"}')), (select name from public.agencies where code = 'H99.01') || ': 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3', 'March by agency');
select is(tests.columns(tests.report('2024-03-01', '2024-03-31', jsonb_build_object('only', filter)) -> 'total'), counts, 'only ' || filter::text)
from (values
	('{"field": "dat-dai"}'::jsonb, '3 1 2 0 | 1 0 0 1 | 2 2 0 | 0 0 1'), ('{"procedure": "1.001193"}', '19 1 17 1 | 12 4 3 5 | 7 5 2 | 1 1 2'),
	('{"channel": "2"}', '2 2 0 0 | 1 1 0 0 | 1 1 0 | 0 0 0'), ('{"channel": "2", "field": "dat-dai"}', '1 1 0 0 | 0 0 0 0 | 1 1 0 | 0 0 0'),
	('{"field": "khong-co"}', '0 0 0 0 | 0 0 0 0 | 0 0 0 | 0 0 0')
) as cases (filter, counts);
select is(tests.report('2024-03-01', '2024-03-31', '{"only": {"channel": "2"}}') -> 'openBefore', 'null', 'under a filter nothing is said of what was open before');
select is(tests.report('2024-03-01', '2024-03-31') ->> 'judgedAt', '2024-04-01T00:00', 'what is open is judged when the period ends');
select is(tests.report(tests.today(0), tests.today(9)) ->> 'judgedAt', tests.now_local(), 'or now, when it has not ended');

-- Behind every figure its dossiers.
select is(tests.behind('2024-03-01', '2024-03-31', wanted), numbers, 'March, ' || wanted) from (values
	('early', '14 1 4 11'), ('onTime', '2 13 19'), ('late', '3 5 10 12 18 24'), ('openLate', '6 15'), ('openInTime', '7 23 20 26 9 25 22'), ('waiting', '6 7 23'),
	('withdrawn', '8'), ('noDue', '28'), ('carried', '14'), ('receivedOnline', '1 22'), ('reappointed', '4'), ('supplemented', '5'), ('everyLate', '3 5 6 10 12 18 24 15')
) as cases (wanted, numbers);
select is((select count(*) from jsonb_array_elements(public.staff_report_dossiers('{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31", "column": "everyReceived"}') -> 'rows')), 23::bigint,
	'the intake book has also what was withdrawn and what has no date');
select is(tests.behind('2024-03-04', '2024-03-04', 'everyReceived'), '1 2 3', 'the intake book of a day');
select is((select string_agg(substr(row_ ->> 'code', 5) || ' ' || (row_ ->> 'lateBecause'), ', ' order by row_ ->> 'code') from jsonb_array_elements(
	public.staff_report_dossiers('{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31", "column": "everyLate"}') -> 'rows') as row_),
	'10 overdue, 12 overdue, 15 overdue, 18 overdue, 24 part-late, 3 overdue, 5 second-request, 6 asked-late', 'and why each was late');
select tests.sign_out();

-- The facts are what the events tell, and no rewriting helps --------------------------------------------------
select is((select count(*) from app.dossier_facts), 26::bigint, 'facts of what was received, and of nothing else');
select is_empty($$
	select fact.dossier_id from app.dossier_facts as fact, app.dossier_life(fact.dossier_id) as life
	where to_jsonb(fact) - 'life' <> to_jsonb(life.fact) - 'life'
		or (select jsonb_agg(to_jsonb(span) order by from_at) from app.dossier_spans as span where span.dossier_id = fact.dossier_id)
			is distinct from (select jsonb_agg(to_jsonb(span) order by span.from_at) from unnest(life.spans) as span)
$$, 'told again from the events they are the same');
select is_empty($$
	select fact.dossier_id from app.dossier_facts as fact join public.dossiers as dossier on dossier.id = fact.dossier_id
	where fact.outcome is not null and dossier.id not in (tests.id(5), tests.id(6))
		and case fact.outcome when 'no-due' then 'withdrawn' else fact.outcome end <> app.timeliness_of(dossier)
$$, 'and the queue and the dossier say the same as the report (5 and 6 have no rounds in this test''s tables)');
select throws_ok($$update public.dossier_events set at = at - interval '3 days' where dossier_id = tests.id(3)$$, 'PT403', null, 'nobody moves the moment in which a dossier was finished');
select throws_ok(format('update public.dossiers set finished_at = %L where id = %L', '2024-03-11T09:00+07', tests.id(3)), null, null, 'and nobody rewrites it in the dossier');
update app.dossier_facts set ended_at = '2024-05-01' where dossier_id = tests.id(14);
delete from app.dossier_spans where dossier_id = tests.id(14);
select tests.sign_in('leader@test');
select throws_ok($$select tests.report('2024-03-01', '2024-03-31')$$, 'PT409', 'figures-inconsistent', 'a report whose figures do not fit together is not shown');
select tests.sign_out();
select app.tell_facts(tests.id(14));

-- Who reads which -------------------------------------------------------------------------------------------
create function tests.answer(account text, call text, more jsonb default '{}') returns text language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	execute format('select public.%I($1)', call) into answer using '{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31", "column": "late"}'::jsonb || more;
	return case call when 'staff_report' then tests.columns(answer -> 'total') else coalesce(answer ->> 'count', jsonb_array_length(answer -> 'rows')::text) end;
exception when others then
	return sqlstate || case when sqlstate like 'PT%' then ' ' || sqlerrm else '' end;
end
$$;
select is(tests.answer(account, 'staff_report', more), result, account || ' reads ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('nobody', '{}', 'PT403 not-staff'), ('editor', '{}', 'PT403 role-missing'), ('loose', '{}', 'PT403 role-missing'),
	('receiver', '{}', '22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3'), ('admin', '{}', '22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3'),
	('officer', '{}', '22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3'), ('registrar', '{}', '0 0 0 0 | 0 0 0 0 | 0 0 0 | 0 0 0'),
	('above', '{}', '23 3 19 1 | 14 5 3 6 | 9 7 2 | 1 1 3'), ('beside', '{}', '1 1 0 0 | 1 1 0 0 | 0 0 0 | 0 0 0'),
	('receiver', '{"by": "officer"}', 'PT403 role-missing'), ('admin', '{"by": "officer"}', 'PT403 role-missing'),
	('leader', '{"by": "colour"}', 'PT400 report-by'), ('leader', '{"from": "2024-04-01"}', 'PT400 report-range'), ('leader', '{"from": "2010-01-01"}', 'PT400 report-range'),
	('leader', '{"from": "2024-02-30"}', 'PT400 report-range'), ('leader', '{"from": 5}', 'PT400 report-range'), ('leader', '{"only": []}', 'PT400 report-filter'),
	('leader', '{"only": {"channel": "9"}}', 'PT400 report-filter'), ('leader', '{"protocol": 2}', 'PT426 protocol-version')
) as cases (account, more, result);
select tests.sign_out();
select is(tests.answer('above', 'staff_report', jsonb_build_object('agencyId', agencies.id)), '1 1 0 0 | 1 1 0 0 | 0 0 0 | 0 0 0', 'the parent looks into one commune') from public.agencies where code = 'H99.02';
select tests.sign_out();
select is(tests.answer('leader', 'staff_report', jsonb_build_object('agencyId', agencies.id)), 'PT403 agency-foreign', 'nobody looks at ' || code) from public.agencies where code in ('H99', 'H99.02', 'H98');
select tests.sign_out();
select is(tests.answer('officer', 'staff_report', jsonb_build_object('only', jsonb_build_object('departmentId', tests.department('Tư pháp – Hộ tịch')))), 'PT403 role-missing', 'an officer asks for no other department');
select is(tests.answer('receiver', 'staff_report', jsonb_build_object('only', jsonb_build_object('officerId', tests.staff('registrar')))), 'PT403 role-missing', 'only leaders look at one officer');
select is(tests.answer(account, 'staff_report_dossiers', more), result, account || ' reads the dossiers behind ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('nobody', '{}', 'PT403 not-staff'), ('editor', '{}', 'PT403 role-missing'), ('admin', '{}', 'PT403 role-missing'),
	('leader', '{}', '6'), ('receiver', '{}', '6'), ('officer', '{}', '6'), ('registrar', '{}', '0'), ('beside', '{}', '0'), ('above', '{}', '0'),
	('leader', '{"column": "nothing"}', 'PT400 report-column'), ('leader', '{"after": 5}', 'PT400 report-after'),
	('leader', '{"after": {"id": "00000000-0000-4000-a000-000000000010", "receivedAt": "2024-03-07T09:00"}}', '6')
) as cases (account, more, result);
select tests.sign_out();
select is(tests.answer('above', 'staff_report_dossiers', jsonb_build_object('agencyId', agencies.id)), 'PT403 figures-only', 'the parent reads no dossier of a commune') from public.agencies where code = 'H99.01';
select tests.sign_in('leader@test');
select is(tests.behind('2024-03-01', '2024-03-31', 'late', '{"after": {"id": "00000000-0000-4000-a000-000000000010", "receivedAt": "2024-03-07T09:00"}}'), '12 18 24', 'the page after a dossier');
select tests.sign_out();

-- The leader's page: every number is that of a report ------------------------------------------------------------
insert into public.calendar_years (year, status, source) select year, 'complete', 'test' from generate_series(2023, 2025) as year on conflict do nothing;
create function tests.dashboard(on_day text, more jsonb default '{}') returns jsonb language sql as $$
	select public.staff_dashboard(jsonb_build_object('protocol', 1, 'on', on_day) || more)
$$;
create function tests.of_months(dashboard jsonb) returns text language sql as $$
	select string_agg(concat_ws(' ', one ->> 'month', one ->> 'received', one ->> 'receivedOnline', one ->> 'early', one ->> 'onTime', one ->> 'late'), ', ' order by one ->> 'month')
	from jsonb_array_elements(dashboard -> 'months') as one
$$;
create function tests.of_reports(variadic months text[]) returns text language sql as $$
	select string_agg(concat_ws(' ', month, (total ->> 'receivedOnline')::int + (total ->> 'receivedOther')::int, total ->> 'receivedOnline', total ->> 'early', total ->> 'onTime', total ->> 'late'), ', ' order by month)
	from unnest(months) as month, lateral (
		select tests.report(month || '-01', ((month || '-01')::date + interval '1 month' - interval '1 day')::date::text) -> 'total' as total
	) as report
$$;
select tests.sign_in('leader@test');
select is(tests.dashboard('2024-03-31') -> 'month', tests.report('2024-03-01', '2024-03-31') -> 'total', 'the month is its report');
select is(tests.dashboard('2024-03-31') -> 'day', tests.report('2024-03-31', '2024-03-31') -> 'total', 'the day is its report');
select is(tests.dashboard('2024-03-13') -> 'month', tests.report('2024-03-01', '2024-03-13') -> 'total', 'a month that has begun, too');
select is(tests.dashboard('2024-04-30') -> 'year', tests.report('2024-01-01', '2024-04-30') -> 'total', 'the year so far is its report');
select is(tests.dashboard('2025-04-10') -> 'lastYear', tests.report('2024-01-01', '2024-04-10') -> 'total', 'the same days of last year are theirs');
select is(tests.of_months(tests.dashboard('2024-04-30')), tests.of_reports('2024-02', '2024-03', '2024-04'), 'each month is its own report');
select is(tests.of_months(tests.dashboard('2024-04-30')), '2024-02 1 0 0 0 0, 2024-03 21 2 4 3 6, 2024-04 1 1 2 3 3', 'counted by hand');
select is(tests.lines(tests.dashboard('2024-03-31')), tests.lines(tests.report('2024-01-01', '2024-03-31', '{"by": "department"}')), 'each department is its line');
select is(tests.dashboard('2024-03-31') -> 'risk', '{"open": 10, "late": 2, "waiting": 2, "dueToday": 0, "dueSoon": 1, "later": 4, "noDue": 1}', 'what is open at the end of March, counted by hand');
select is(tests.dashboard('2024-04-05') -> 'risk', '{"open": 5, "late": 0, "waiting": 1, "dueToday": 0, "dueSoon": 3, "later": 0, "noDue": 1}', 'and on 5 April');
select is(tests.dashboard('2024-04-02') -> 'risk', '{"open": 9, "late": 1, "waiting": 1, "dueToday": 0, "dueSoon": 0, "later": 6, "noDue": 1}', 'and on 2 April');
select is(tests.dashboard(tests.today(0)) ->> 'judgedAt', tests.now_local(), 'today is judged now');
select is((tests.dashboard('2024-03-31') -> 'satisfaction', tests.dashboard('2024-03-31') #> '{plan,tasks}', tests.dashboard('2024-03-31') #> '{trips,dossiers}')::text, ('null'::jsonb, '0'::jsonb, '23'::jsonb)::text,
	'no satisfaction of fewer than five, no plan, and the trips of everything received');
select tests.sign_in('receiver@test');
select ok(not tests.dashboard('2024-03-31') ? 'feedback', 'what people say is for leaders and admins');
select tests.sign_out();
select tests.sign_in('above@test');
select is(tests.dashboard(day) -> part, tests.report(from_day, to_day) -> 'total', 'a parent, ' || day || ', ' || part) from (values
	('2024-03-31', 'year', '2024-01-01', '2024-03-31'), ('2024-04-02', 'year', '2024-01-01', '2024-04-02'), ('2024-03-13', 'year', '2024-01-01', '2024-03-13'),
	('2024-12-31', 'year', '2024-01-01', '2024-12-31'), ('2025-03-19', 'lastYear', '2024-01-01', '2024-03-19'), ('2025-02-28', 'lastYear', '2024-01-01', '2024-02-28')
) as cases (day, part, from_day, to_day);
select is(tests.of_months(tests.dashboard('2024-04-30')), tests.of_reports('2024-02', '2024-03', '2024-04'), 'a parent''s months are their reports');
select is(tests.lines(tests.dashboard('2024-04-03')), tests.lines(tests.report('2024-01-01', '2024-04-03', '{"by": "agency"}')), 'and its agencies their lines');
select tests.sign_out();
select is_empty($$
	select * from (
		select agency_id, ended_month, fate, sum(n) as n from app.month_kinds group by 1, 2, 3 having sum(n) <> 0
	) as kept full join (
		select agency_id, app.month_of(ended_at) as ended_month, outcome as fate, count(*)::numeric as n from app.dossier_facts where outcome is not null group by 1, 2, 3
	) as counted using (agency_id, ended_month, fate, n) where kept.n is null or counted.n is null
$$, 'what is kept counted is what there is, also after the facts were bent and told again');
create function tests.opens(account text, more jsonb) returns text language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	answer := tests.dashboard('2024-03-31', more);
	return answer ->> 'by' || ' ' || (answer ->> 'agencies') || ' ' || tests.columns(answer -> 'month') || ' ' || (answer #>> '{risk,open}');
exception when others then
	return sqlstate || case when sqlstate like 'PT%' then ' ' || sqlerrm else '' end;
end
$$;
select is(tests.opens(account, more), result, account || ' opens it with ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('nobody', '{}', 'PT403 not-staff'), ('editor', '{}', 'PT403 role-missing'), ('loose', '{}', 'PT403 role-missing'),
	('leader', '{}', 'department 1 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3 10'), ('admin', '{}', 'department 1 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3 10'),
	('receiver', '{}', 'department 1 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3 10'), ('officer', '{}', 'department 1 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3 10'),
	('registrar', '{}', 'department 1 0 0 0 0 | 0 0 0 0 | 0 0 0 | 0 0 0 0'), ('above', '{}', 'agency 3 23 3 19 1 | 14 5 3 6 | 9 7 2 | 1 1 3 10'),
	('leader', '{"on": "2099-01-01"}', 'PT400 report-range'), ('leader', '{"on": "2024-02-30"}', 'PT400 report-range'), ('leader', '{"agencyId": "00000000-0000-4000-8000-000000000001"}', 'PT403 agency-foreign')
) as cases (account, more, result);
select tests.sign_out();

-- For everybody: counts, and no small ones ------------------------------------------------------------------------
select app.tell_public_figures();
create function tests.of_public(more jsonb default '{}') returns jsonb language plpgsql as $$
begin
	perform tests.as_anon();
	return public.public_figures('{"protocol": 1, "year": 2024}'::jsonb || more);
end
$$;
select is(tests.of_public() #> '{figures}', '{"received": 22, "receivedOnline": 4, "early": 7, "onTime": 6, "late": 9, "open": 0,
	"months": [{"month": "2024-03", "received": 22, "receivedOnline": 3, "early": 5, "onTime": 3, "late": 6}],
	"fields": [{"field": "ho-tich", "name": "Hộ tịch", "received": 18}]}', 'the year of all agencies: February, April and the four of Đất đai are too few to be told');
select tests.sign_out();
select is(tests.of_public() ->> 'agencyId', agencies.id::text, 'who has most below it speaks first') from public.agencies where code = 'H99';
select tests.sign_out();
select is(tests.of_public(jsonb_build_object('agencyId', agencies.id)) #> '{figures,received}', '1', 'and one agency for itself') from public.agencies where code = 'H99.02';
select tests.sign_out();
select is(tests.of_public('{"year": 2020}') -> 'figures', 'null', 'of a year without dossiers there is nothing');
select is(tests.of_public('{"agencyId": "00000000-0000-4000-8000-000000000001"}') -> 'figures', 'null', 'nor of an agency that is none');
select tests.sign_out();
select throws_ok('select public.public_figures(''{"protocol": 1, "year": "x"}'')', 'PT400', 'register-range', 'a year is a year');
select doesnt_match(tests.of_public()::text, 'Nguyễn An|Trần Bình|DK-', 'nobody''s name is in it');
select tests.sign_out();

-- A file leaves a trace ---------------------------------------------------------------------------------------
select is(tests.answer(account, 'export_dossiers', '{"actionId": "00000000-0000-4000-b000-000000000001"}'), result, account || ' takes the late list along') from (values
	('anon', '42501'), ('editor', 'PT403 role-missing'), ('receiver', 'PT403 role-missing'), ('officer', 'PT403 role-missing'), ('admin', 'PT403 role-missing'), ('leader', '6'), ('leader', '6')
) as cases (account, result);
select tests.sign_out();
select results_eq($$select staff_name, rows, about ->> 'column' from app.exports$$, $$values ('leader@test', 6, 'late')$$, 'once, and who it was is written down');
select throws_ok('delete from app.exports', 'PT403', null, 'and stays');

select * from finish();
rollback;
