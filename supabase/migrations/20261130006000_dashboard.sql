-- The page the head of the office opens in the morning: today, this month, this year against last; what is open and at risk.

-- A year of a province is hundreds of thousands of dossiers: what has ended is kept counted, per agency and month.

create table app.month_kinds (
	agency_id uuid not null references public.agencies (id),
	ended_month date not null,
	received_month date not null,
	fate text not null,
	is_online boolean not null,
	reappointed boolean not null,
	kept_first boolean not null,
	had_rounds boolean not null,
	has_files boolean not null,
	has_result_file boolean not null,
	never_due boolean not null,
	n bigint not null,
	primary key (agency_id, ended_month, received_month, fate, is_online, reappointed, kept_first, had_rounds, has_files, has_result_file, never_due)
);
comment on table app.month_kinds is
	'How many dossiers of each kind (app.report_kind) an agency ended in a month: app.dossier_facts counted, kept by a trigger on it in the same transaction.';
alter table app.month_kinds enable row level security;

create function app.month_of(moment timestamptz) returns date
language sql
immutable
set search_path = ''
as $$ select date_trunc('month', moment at time zone interval '7 hours')::date $$;
comment on function app.month_of(timestamptz) is 'The first day of the month of a moment in Asia/Ho_Chi_Minh.';
revoke all on function app.month_of(timestamptz) from public, anon, authenticated;

create function app.count_ended(fact app.dossier_facts, change int) returns void
language sql
security definer
set search_path = ''
as $$
	insert into app.month_kinds as known
	select fact.agency_id, app.month_of(fact.ended_at), app.month_of(fact.received_at), fact.outcome, fact.channel = 2, fact.reappointed, fact.kept_first,
		fact.rounds > 0, fact.has_files, fact.has_result_file, fact.due_date is null, change
	where fact.outcome is not null
	on conflict (agency_id, ended_month, received_month, fate, is_online, reappointed, kept_first, had_rounds, has_files, has_result_file, never_due)
	do update set n = known.n + excluded.n
$$;
comment on function app.count_ended(app.dossier_facts, int) is 'Counts an ended dossier in (+1) or out (−1) of app.month_kinds; an open one is not counted.';
revoke all on function app.count_ended(app.dossier_facts, int) from public, anon, authenticated;

create function app.keep_month_kinds() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	if tg_op <> 'INSERT' then
		perform app.count_ended(old, -1);
	end if;
	if tg_op <> 'DELETE' then
		perform app.count_ended(new, 1);
	end if;
	return null;
end
$$;
comment on function app.keep_month_kinds() is 'Trigger: app.month_kinds follows the facts.';
revoke all on function app.keep_month_kinds() from public, anon, authenticated;
create trigger keep_month_kinds after insert or delete on app.dossier_facts for each row execute function app.keep_month_kinds();
create trigger keep_month_kinds_on_change after update on app.dossier_facts
	for each row when (old is distinct from new) execute function app.keep_month_kinds();
insert into app.month_kinds select agency_id, app.month_of(ended_at), app.month_of(received_at), outcome, channel = 2, reappointed, kept_first, rounds > 0, has_files, has_result_file, due_date is null, count(*)
from app.dossier_facts where outcome is not null group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;

create function app.year_kinds(agencies uuid[], starts_on date, ends_at timestamptz) returns setof app.report_kind
language sql
stable
security definer
set search_path = ''
as $$
	select agency_id::text, received_month, ended_month, fate, received_month >= starts_on, is_online, false, reappointed, kept_first,
		had_rounds, has_files, has_result_file, never_due, n
	from app.month_kinds
	where agency_id = any (agencies) and ended_month >= starts_on and ended_month < app.month_of(ends_at) and n <> 0
	union all
	-- The month that is not whole, and what is open at the end.
	select key, received_month, ended_month, fate, received_month >= starts_on, is_online, waiting, reappointed, kept_first,
		had_rounds, has_files, has_result_file, never_due, n
	from app.report_kinds(agencies, app.day_start(app.month_of(ends_at)), ends_at, 'agency', '{}', true)
$$;
comment on function app.year_kinds(uuid[], date, timestamptz) is
	'app.report_kinds per agency, with months, from the first day of a month until ends_at: the whole months as app.month_kinds counted them.';
revoke all on function app.year_kinds(uuid[], date, timestamptz) from public, anon, authenticated;

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

create function app.figure_kinds(scope app.figure_scope, starts_on date, ends_at timestamptz, per text, filter jsonb) returns setof app.report_kind
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	-- One office is read dossier by dossier, to tell its departments apart; many are read from what was counted.
	if cardinality(scope.agencies) > 1 then
		return query select * from app.year_kinds(scope.agencies, starts_on, ends_at);
	else
		return query select * from app.report_kinds(scope.agencies, app.day_start(starts_on), ends_at, per, filter, true);
	end if;
end
$$;
comment on function app.figure_kinds(app.figure_scope, date, timestamptz, text, jsonb) is
	'The kinds of a year so far for the leader''s page: of one agency per department, of several per agency.';
revoke all on function app.figure_kinds(app.figure_scope, date, timestamptz, text, jsonb) from public, anon, authenticated;

create function app.people_say(scope app.figure_scope, day date) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		-- Visits are read dossier by dossier: of one office, not of a province.
		'trips', case when cardinality(scope.agencies) = 1 then (
			select jsonb_build_object('dossiers', trip.dossiers, 'secondTrips', trip.second_trips, 'inVain', trip.in_vain)
			from app.trip_figures(scope.agencies, app.day_start(date_trunc('month', day)::date), app.day_start(day + 1)) as trip
		) end,
		-- Nothing is told of fewer than five answers.
		'satisfaction', (
			select jsonb_build_object('answers', said.answers, 'satisfied', said.very_satisfied + said.satisfied)
			from app.satisfaction_between(scope.agencies, date_trunc('year', day)::date, day + 1) as said where said.answers >= 5
		),
		'feedback', (
			select jsonb_build_object('received', said.received, 'late', said.late, 'open', said.open)
			from app.feedback_between(scope.agencies, date_trunc('year', day)::date, day + 1) as said
		),
		'plan', (
			select jsonb_build_object('tasks', plan.tasks, 'done', plan.done + plan.done_late, 'overdue', plan.overdue)
			from app.plan_figures(scope.top, day) as plan
		))
$$;
comment on function app.people_say(app.figure_scope, date) is
	'What else the head of an office answers for: {trips of this month (one office) {dossiers, secondTrips, inVain}, satisfaction of this year {answers, satisfied} from five on, feedback of this year {received, late, open}, the year''s plan {tasks, done, overdue}}; null where there is none.';
revoke all on function app.people_say(app.figure_scope, date) from public, anon, authenticated;

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
		select kind from app.figure_kinds(scope, date_trunc('year', day)::date, until_at, per, filter) as kind
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
			from app.figure_kinds(scope, date_trunc('year', last_day)::date, app.day_start(last_day + 1), per, filter) as kind)),
		'months', app.month_counts(kinds),
		'lines', (
			select coalesce(jsonb_agg(jsonb_build_object('key', line.key, 'label', app.line_label(per, line.key), 'cells', app.cells_json(line.cells))
				order by line.key collate "C" nulls last), '[]')
			from (select kind.key, app.count_kinds(array_agg(kind)) as cells from unnest(kinds) as kind group by kind.key) as line
		),
		'risk', app.open_risk(scope.agencies, day, scope.department),
		'targets', (
			select coalesce(jsonb_agg(jsonb_build_object('departmentId', target.department_id, 'kind', target.kind, 'percent', target.percent)
				order by target.kind, target.department_id), '[]')
			from app.targets_of(array[scope.top], extract(year from day)::int) as target
		),
		'quotes', app.quotes_of(scope.top, extract(year from day)::int)
	) || case when app.i_have_role('leader') or app.i_have_role('admin') then app.people_say(scope, day) else '{}' end;
end
$$;
comment on function public.staff_dashboard(jsonb) is
	'{protocol, on?, agencyId?} → {on, judgedAt, by department|agency, agency, agencies, department, day, month, year, lastYear: cells, months, lines, risk, targets, quotes: app.quotes_of, trips?, satisfaction?, feedback?, plan?}: the office on this day (today): this day, this month and this year so far, the same days of last year, each as its own Biểu II.06a would count them (app.report_kinds); months and lines of this year; what is open and at risk; for leaders and admins also app.people_say. PT400 report-range (a day to come); PT403 not-staff, role-missing, agency-foreign.';
revoke all on function public.staff_dashboard(jsonb) from public, anon, authenticated;
grant execute on function public.staff_dashboard(jsonb) to authenticated;
