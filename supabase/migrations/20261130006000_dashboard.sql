-- The page the head of the office opens in the morning: today, this month, this year against last; what is open and at risk.

create function app.month_counts(kinds app.report_kind[]) returns jsonb
language sql
immutable
set search_path = ''
as $$
	-- A month's own report counts what it received unless that was withdrawn, or ended without a date, within the same month.
	select coalesce(jsonb_agg(jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'received', received, 'receivedOnline', online,
		'early', early, 'onTime', on_time, 'late', late) order by month), '[]')
	from (
		select month,
			coalesce(sum(n) filter (where moment = 'received' and not is_out), 0) as received,
			coalesce(sum(n) filter (where moment = 'received' and not is_out and is_online), 0) as online,
			coalesce(sum(n) filter (where moment = 'ended' and fate = 'early'), 0) as early,
			coalesce(sum(n) filter (where moment = 'ended' and fate = 'on-time'), 0) as on_time,
			coalesce(sum(n) filter (where moment = 'ended' and fate = 'late'), 0) as late
		from (
			select 'received' as moment, received_month as month, n, is_online, fate,
				never_due or (fate in ('withdrawn', 'no-due') and ended_month = received_month) as is_out
			from unnest(kinds) where is_new
			union all
			select 'ended', ended_month, n, is_online, fate, false from unnest(kinds) where ended_month is not null
		) as moments
		group by month
	) as months
$$;
comment on function app.month_counts(app.report_kind[]) is
	'[{month: YYYY-MM, received, receivedOnline, early, onTime, late}] of kinds told apart by months: for each month what its own report says in columns 4 + 5, 4, 8, 9 and 10.';
revoke all on function app.month_counts(app.report_kind[]) from public, anon, authenticated;

create function app.open_risk(agencies uuid[], on_day date, of_department uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with moment as (
		select least(app.day_start(on_day + 1), now()) as judged,
			app.end_of_day(on_day) as day_end,
			app.end_of_day(app.find_working_day_after(on_day, 2, app.index_calendar(app.working_calendar()))) as soon_end
	), open as (
		select span.*
		from moment cross join lateral (
			select dossier_id, agency_id from app.dossier_facts where life @> judged and lower(life) < judged offset 0
		) as fact
		join app.dossier_spans as span on span.dossier_id = fact.dossier_id
			and span.from_at < judged and (span.until_at is null or span.until_at >= judged)
		where fact.agency_id = any (agencies) and (of_department is null or span.department_id = of_department)
	)
	select jsonb_build_object(
		'open', count(*),
		'late', count(*) filter (where judged > late_from),
		'waiting', count(*) filter (where waiting and coalesce(judged <= late_from, true)),
		'dueToday', count(*) filter (where not waiting and coalesce(judged <= late_from, true) and due_at <= day_end),
		'dueSoon', count(*) filter (where not waiting and coalesce(judged <= late_from, true) and due_at > day_end and due_at <= soon_end),
		'later', count(*) filter (where not waiting and coalesce(judged <= late_from, true) and (soon_end is null or due_at > soon_end)),
		'noDue', count(*) filter (where not waiting and due_at is null and late_from is null))
	from open, moment
$$;
comment on function app.open_risk(uuid[], date, uuid) is
	'What is open at the end of a day, or now: {open, late, waiting, dueToday, dueSoon (the next two working days), later, noDue}, disjoint; in one department when given.';
revoke all on function app.open_risk(uuid[], date, uuid) from public, anon, authenticated;

create function public.staff_dashboard(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	scope constant app.figure_scope := app.get_figure_scope(request);
	day constant date := case when coalesce(request -> 'on', 'null') = 'null' then app.today() else app.get_day(request, 'on') end;
	filter constant jsonb := case when scope.department is null then '{}' else jsonb_build_object('departmentId', scope.department) end;
	per constant text := case when cardinality(scope.agencies) > 1 then 'agency' else 'department' end;
	last_day constant date := (day - interval '1 year')::date;
	until_at constant timestamptz := app.day_start(day + 1);
	kinds app.report_kind[];
begin
	if day > app.today() then
		perform app.fail('PT400', 'report-range');
	end if;
	kinds := array(
		select kind from app.report_kinds(scope.agencies, app.day_start(date_trunc('year', day)::date), until_at, per, filter, true) as kind
	);
	return jsonb_build_object(
		'on', day, 'judgedAt', app.local_time(least(until_at, now())), 'by', per,
		'agency', (select jsonb_build_object('id', id, 'name', name) from public.agencies where id = scope.top),
		'agencies', cardinality(scope.agencies),
		'department', (select name from public.departments where id = scope.department),
		'day', app.cells_json((select app.count_kinds(array_agg(kind))
			from app.report_kinds(scope.agencies, app.day_start(day), until_at, '', filter) as kind)),
		'month', app.cells_json((select app.count_kinds(array_agg(kind))
			from app.report_kinds(scope.agencies, app.day_start(date_trunc('month', day)::date), until_at, '', filter) as kind)),
		'year', app.cells_json(app.count_kinds(kinds)),
		'lastYear', app.cells_json((select app.count_kinds(array_agg(kind))
			from app.report_kinds(scope.agencies, app.day_start(date_trunc('year', last_day)::date), app.day_start(last_day + 1), '', filter) as kind)),
		'months', app.month_counts(kinds),
		'lines', (
			select coalesce(jsonb_agg(jsonb_build_object('key', line.key, 'label', app.line_label(per, line.key), 'cells', app.cells_json(line.cells))
				order by line.key collate "C" nulls last), '[]')
			from (select kind.key, app.count_kinds(array_agg(kind)) as cells from unnest(kinds) as kind group by kind.key) as line
		),
		'risk', app.open_risk(scope.agencies, day, scope.department)
	);
end
$$;
comment on function public.staff_dashboard(jsonb) is
	'{protocol, on?, agencyId?} → {on, judgedAt, by department|agency, agency, agencies, department, day, month, year, lastYear: cells, months, lines, risk}: the office on this day (today): this day, this month and this year so far, the same days of last year, each as its own Biểu II.06a would count them (app.report_kinds); months and lines of this year; what is open and at risk. PT400 report-range (a day to come); PT403 not-staff, role-missing, agency-foreign.';
revoke all on function public.staff_dashboard(jsonb) from public, anon, authenticated;
grant execute on function public.staff_dashboard(jsonb) to authenticated;
