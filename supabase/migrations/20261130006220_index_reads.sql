-- The index of an office for some days: groups, lines, points as far as the weights are known, and why there are none where they are not.

create function app.index_points(percent numeric, full_at numeric, max_points numeric) returns numeric
language sql
immutable
set search_path = ''
as $$ select round(case when percent >= full_at then max_points else percent / full_at * max_points end, 2) $$;
comment on function app.index_points(numeric, numeric, numeric) is
	'Points of a line: all from full_at per cent on, below it in proportion (ratio × max ÷ full_at, domain §5.2); null when anything is unknown.';
revoke all on function app.index_points(numeric, numeric, numeric) from public, anon, authenticated;

create function app.index_sheet(agencies uuid[], from_day date, until_day date) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with lines as (
		select line.*, counted.part, counted.n, counted.percent, coalesce(counted.parts, '[]') as parts,
			app.index_points(counted.percent, line.full_at, line.max_points) as points,
			case
				when line.computed is null then 'no-data'
				when counted.percent is null then 'nothing-yet'
				when line.max_points is null then 'max-unknown'
				when line.full_at is null then 'full-unknown'
			end as because
		from app.index_lines as line
		left join app.index_measures(agencies, from_day, until_day) as counted on counted.measure = line.computed
	), sums as (
		select group_code, sum(points) as points, sum(max_points) as max_points, bool_and(max_points is not null) as is_split,
			bool_and(points is not null) as is_whole,
			jsonb_agg(jsonb_build_object('code', code, 'name', name, 'rule', rule, 'measure', computed, 'max', max_points, 'fullAt', full_at,
				'verified', verified, 'source', source, 'version', version, 'part', part, 'n', n, 'percent', percent, 'parts', parts,
				'points', points, 'because', because) order by place) as lines
		from lines group by group_code
	)
	select jsonb_agg(jsonb_build_object('code', grouped.code, 'name', grouped.name, 'max', grouped.max_points, 'verified', grouped.verified,
		'source', grouped.source, 'version', grouped.version,
		'points', case when sums.is_whole and sums.max_points = grouped.max_points then sums.points end,
		'because', case
			when not sums.is_split or sums.max_points <> grouped.max_points then 'split-unknown'
			when not sums.is_whole then 'not-whole'
		end, 'lines', sums.lines) order by grouped.place)
	from app.index_groups as grouped join sums on sums.group_code = grouped.code
$$;
comment on function app.index_sheet(uuid[], date, date) is
	'The groups with their lines. A group has points only when its points are split on its lines without a rest and every line has points: split-unknown, not-whole otherwise. A line without points says why: no-data (nothing here can tell), nothing-yet (of nothing there is no share), max-unknown, full-unknown.';
revoke all on function app.index_sheet(uuid[], date, date) from public, anon, authenticated;

create function public.staff_index(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	scope constant app.figure_scope := app.get_figure_scope(request);
	period record;
begin
	if not app.i_have_role('leader') and not app.i_have_role('admin') then
		perform app.fail('PT403', 'role-missing');
	end if;
	select * into period from app.get_period(request);
	return jsonb_build_object('from', period.first_day, 'to', period.last_day, 'judgedAt', app.local_time(least(period.until_at, now())),
		'agency', (select jsonb_build_object('id', id, 'name', name) from public.agencies where id = scope.top),
		'agencies', cardinality(scope.agencies), 'weighs', app.i_have_role('admin'),
		'groups', app.index_sheet(scope.agencies, period.first_day, period.last_day + 1));
end
$$;
comment on function public.staff_index(jsonb) is
	'{protocol, from, to, agencyId?} → {from, to, judgedAt, agency, agencies, weighs, groups: [{code, name, max, verified, source, version, points, because, lines: [{code, name, rule, measure, max, fullAt, verified, source, version, part, n, percent, parts: [{key, part, n}], points, because}]}]}: the index of QĐ 766/QĐ-TTg (domain §5.2) of these days, both included, for leaders and admins, as app.index_sheet tells it. weighs = the caller may change weights (public.save_index_weight). PT400 report-range; PT403 not-staff, role-missing, agency-foreign; PT409 figures-inconsistent.';
revoke all on function public.staff_index(jsonb) from public, anon, authenticated;
grant execute on function public.staff_index(jsonb) to authenticated;
