-- What has been reached of the targets: the reports' own counts, never a second way of counting.

create type app.target_counts as (department_id uuid, cells app.report_cells, online_full bigint, online_unknown bigint);
comment on type app.target_counts is
	'The counts of a department: its line of the report, and of the online ones (column 4) those whose procedure was toàn trình (level 4 of 2021), and those whose procedure does not tell its level.';

create function app.count_for_targets(agencies uuid[], from_at timestamptz, until_at timestamptz) returns setof app.target_counts
language sql
stable
security definer
set search_path = ''
as $$
	with levels as (
		-- The level is that of the version a dossier was received under; which of them count, and where, only app.count_kinds says.
		select alike.department_id, version.content ->> 'onlineLevel' as level, (app.count_kinds(array_agg(alike.kind))).received_online as n
		from (
			select member.department_id, dossier.version_id, row('', null, null, member.fate, member.is_new, true, member.waiting,
				member.reappointed, member.kept_first, false, member.has_files, member.has_result_file, member.never_due, count(*))::app.report_kind as kind
			from app.report_members(agencies, from_at, until_at) as member
			join public.dossiers as dossier on dossier.id = member.dossier_id
			where member.is_new and member.channel = 2
			group by member.department_id, dossier.version_id, member.fate, member.is_new, member.waiting, member.reappointed,
				member.kept_first, member.has_files, member.has_result_file, member.never_due
		) as alike
		join public.procedure_versions as version on version.id = alike.version_id
		group by 1, 2
	)
	select line.key::uuid, line.cells,
		coalesce((select sum(n) from levels where level = 'full' and department_id is not distinct from line.key::uuid), 0)::bigint,
		coalesce((select sum(n) from levels
			where coalesce(level, 'unknown') not in ('full', 'partial', 'none') and department_id is not distinct from line.key::uuid), 0)::bigint
	from app.report_lines(agencies, from_at, until_at, 'department') as line
$$;
comment on function app.count_for_targets(uuid[], timestamptz, timestamptz) is
	'What the report of these days counts, per department (null = none), with the online levels.';
revoke all on function app.count_for_targets(uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create function app.find_target_counts(counts app.target_counts[], department uuid) returns app.target_counts
language sql
immutable
set search_path = ''
as $$
	select row(department, app.sum_cells(coalesce(array_agg(line.cells), '{}')), coalesce(sum(line.online_full), 0), coalesce(sum(line.online_unknown), 0))::app.target_counts
	from unnest(counts) as line
	where department is null or line.department_id = department
$$;
comment on function app.find_target_counts(app.target_counts[], uuid) is 'The counts of one department, or the sum of all when it is null; zeros of nothing.';
revoke all on function app.find_target_counts(app.target_counts[], uuid) from public, anon, authenticated;

create function app.target_actual(
	kind text, counts app.target_counts, agencies uuid[], from_at timestamptz, until_at timestamptz, out part bigint, out n bigint
)
language sql
stable
security definer
set search_path = ''
as $$
	select actual.part, actual.n
	from (select (counts.cells).*) as cells, lateral (
		-- Ratings are told of a whole office, never of fewer than five (app.satisfaction_between).
		select very_satisfied + satisfied as pleased, answers
		from app.satisfaction_between(agencies, app.local_time(from_at)::date, app.local_time(until_at)::date)
		where kind = 'satisfaction' and counts.department_id is null and answers >= 5
		union all
		select null, null
		limit 1
	) as ratings, lateral (
		select case kind
				when 'online' then cells.received_online
				when 'online-full' then counts.online_full
				when 'on-time' then cells.early + cells.on_time
				when 'satisfaction' then ratings.pleased
			end as part,
			case kind
				when 'online' then cells.received_online + cells.received_other
				when 'online-full' then cells.received_online + cells.received_other
				when 'on-time' then cells.early + cells.on_time + cells.late
				when 'satisfaction' then ratings.answers
			end as n
	) as actual
$$;
comment on function app.target_actual(text, app.target_counts, uuid[], timestamptz, timestamptz) is
	'How many (part) of how many (n) count towards a target of this kind: online = columns 4 of 4 + 5; online-full = its toàn trình of the same; on-time = 8 + 9 of 7. satisfaction = satisfied and very satisfied of the answers, of a whole office and from five answers on; else both null.';
revoke all on function app.target_actual(text, app.target_counts, uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create function app.targets_of(agencies uuid[], of_year int)
returns table (agency_id uuid, department_id uuid, kind text, percent numeric)
language sql
stable
security definer
set search_path = ''
as $$
	select targets.agency_id, targets.department_id, targets.kind, targets.percent
	from public.targets
	where targets.agency_id = any (agencies) and targets.year = of_year and targets.state = 'approved' and targets.replaced_by is null
$$;
comment on function app.targets_of(uuid[], int) is
	'The targets in force of these agencies in a year; department_id null = of the whole agency. A parent''s line is its own row, not made of those below.';
revoke all on function app.targets_of(uuid[], int) from public, anon, authenticated;

create function app.actual_json(kind text, counts app.target_counts, agencies uuid[], from_at timestamptz, until_at timestamptz) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select case when n is not null then jsonb_build_object('part', part, 'n', n) end
	from app.target_actual(kind, counts, agencies, from_at, until_at)
$$;
comment on function app.actual_json(text, app.target_counts, uuid[], timestamptz, timestamptz) is 'app.target_actual as {part, n}, null for what nobody counts yet.';
revoke all on function app.actual_json(text, app.target_counts, uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create function app.target_json(target public.targets, with_names boolean) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('id', target.id, 'departmentId', target.department_id, 'kind', target.kind, 'percent', target.percent,
		'state', target.state, 'note', target.note, 'version', target.version, 'replaced', target.replaced_by is not null,
		'own', target.proposed_by is not distinct from app.my_staff_id(),
		'proposedBy', case when with_names then (select full_name from public.staff where id = target.proposed_by) end,
		'proposedAt', app.local_time(target.proposed_at),
		'decidedBy', case when with_names then (select full_name from public.staff where id = target.decided_by) end,
		'decidedAt', app.local_time(target.decided_at), 'reason', target.reason)
$$;
comment on function app.target_json(public.targets, boolean) is 'A target as TypeScript reads it; names of people only where they are colleagues.';
revoke all on function app.target_json(public.targets, boolean) from public, anon, authenticated;

create function public.staff_targets(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	home constant uuid := app.my_agency_id();
	is_leader constant boolean := app.i_have_role('leader');
	top uuid;
	agencies uuid[];
	of_year int;
	from_at timestamptz;
	until_at timestamptz;
	lately_from timestamptz;
	counts app.target_counts[];
	lately app.target_counts[];
begin
	perform app.require_protocol(request);
	if home is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	of_year := app.get_target_year(request);
	top := coalesce(app.find_uuid(request, 'agencyId'), home);
	if top <> home and not (is_leader and top = any (app.agencies_under(home))) then
		perform app.fail('PT403', 'agency-foreign');
	end if;
	agencies := app.agencies_under(top);
	from_at := app.year_start(of_year);
	until_at := app.year_start(of_year + 1);
	counts := array(select line from app.count_for_targets(agencies, from_at, until_at) as line);
	if of_year = app.local_year(now()) then
		lately_from := greatest(from_at, app.day_start(app.today() - 29));
		lately := array(select line from app.count_for_targets(agencies, lately_from, until_at) as line);
	end if;
	return jsonb_build_object(
		'year', of_year, 'today', app.today(), 'judgedAt', app.local_time(least(until_at, now())),
		'latelyFrom', app.local_time(lately_from)::date,
		'agency', (select jsonb_build_object('id', id, 'name', name) from public.agencies where id = top),
		'agencies', cardinality(agencies),
		'below', case when is_leader then (
			select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name collate "C", id), '[]')
			from public.agencies where parent_id = top
		) else '[]' end,
		'proposes', case
			when top <> home then '{"agency": false, "departments": []}'::jsonb
			when is_leader then jsonb_build_object('agency', true,
				'departments', (select coalesce(jsonb_agg(id), '[]') from public.departments where agency_id = home))
			when app.i_work_in_a_department() and app.my_department_id() is not null then
				jsonb_build_object('agency', false, 'departments', jsonb_build_array(app.my_department_id()))
			else '{"agency": false, "departments": []}'
		end,
		'decides', top = home and is_leader,
		'approvesOwn', top = home and is_leader
			and not app.other_leader((select staff from public.staff where id = app.my_staff_id())),
		'departments', (
			select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name collate "C", id), '[]')
			from public.departments where agency_id = top
		),
		'targets', (
			select coalesce(jsonb_agg(app.target_json(target, top = home) || case
				when target.state in ('proposed', 'approved') and target.replaced_by is null then jsonb_build_object(
					'actual', app.actual_json(target.kind, app.find_target_counts(counts, target.department_id), agencies, from_at, until_at),
					'lately', case when lately_from is not null then
						app.actual_json(target.kind, app.find_target_counts(lately, target.department_id), agencies, lately_from, until_at) end,
					'unknownLevel', case when target.kind = 'online-full' then (app.find_target_counts(counts, target.department_id)).online_unknown end)
				else '{"actual": null, "lately": null, "unknownLevel": null}' end
				order by target.kind collate "C", target.proposed_at, target.id), '[]')
			from public.targets as target where target.agency_id = top and target.year = of_year
		)
	);
end
$$;
comment on function public.staff_targets(jsonb) is
	'{protocol, year, agencyId?} → {year, today, judgedAt, latelyFrom, agency, agencies, below: [{id, name}], proposes: {agency, departments: [id]}, decides, approvesOwn, departments: [{id, name}], targets: [{id, departmentId, kind, percent, state, note, version, replaced, own, proposedBy, proposedAt, decidedBy, decidedAt, reason, actual, lately: {part, n}|null, unknownLevel}]}: every target of the year with what has been reached of it (the report of the year so far; the whole agency with all below it), and within the last 30 days; below = the agencies a leader may look at next. For the staff of the agency, and leaders of one above it, who read no names. PT400 target-year; PT403 not-staff, agency-foreign.';
revoke all on function public.staff_targets(jsonb) from public, anon, authenticated;
grant execute on function public.staff_targets(jsonb) to authenticated;
