-- Why dossiers are late: a report of its own (biểu 07a; the number of the form is from memory, nobody has seen it, and no screen says it).

create function app.late_reason_kinds(agencies uuid[], from_at timestamptz, until_at timestamptz, per text, only_these jsonb)
returns table (key text, reason text, n bigint)
language plpgsql
stable
security definer
set search_path = ''
as $function$
begin
	-- Planned anew with what was asked, as app.report_kinds is.
	return query execute $query$
		select case $4 when 'department' then department_id::text when 'field' then field_code else procedure_code end,
			app.late_because(member), count(*)
		from app.report_members($1, $2, $3) as member
		where fate in ('late', 'open-late') and ($5 ->> 'departmentId' is null or department_id = ($5 ->> 'departmentId')::uuid)
		group by 1, 2
	$query$ using agencies, from_at, until_at, per, only_these;
end
$function$;
comment on function app.late_reason_kinds(uuid[], timestamptz, timestamptz, text, jsonb) is
	'How many late dossiers (columns 10 and 13) of the period there are for each reason (app.late_because), per field|department|procedure.';
revoke all on function app.late_reason_kinds(uuid[], timestamptz, timestamptz, text, jsonb) from public, anon, authenticated;

create function public.staff_late_reasons(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	scope constant app.figure_scope := app.get_figure_scope(request);
	per constant text := coalesce(app.find_text(request, 'by', 20), 'field');
	filter jsonb;
	period record;
	lines jsonb;
	is_proven boolean;
begin
	select * into period from app.get_period(request);
	if per not in ('department', 'field', 'procedure') then
		perform app.fail('PT400', 'report-by');
	end if;
	-- The caller's own department where they read no more; nobody asks for less here.
	filter := app.get_report_filter(request - 'only', scope);
	with reasons as (
		select kind.key, jsonb_object_agg(kind.reason, kind.n) as reasons, sum(kind.n) as n
		from app.late_reason_kinds(scope.agencies, period.from_at, period.until_at, per, filter) as kind
		where kind.reason is not null group by kind.key
	), counted as (
		select line.key, (line.cells).late, (line.cells).open_late
		from app.report_lines(scope.agencies, period.from_at, period.until_at, per, filter) as line
		where (line.cells).late + (line.cells).open_late > 0
	), both_ways as (
		select coalesce(counted.key, reasons.key) as key, coalesce(reasons, '{}') as reasons, late, open_late,
			reasons.n is not distinct from counted.late + counted.open_late as is_same
		from counted full join reasons on coalesce(reasons.key, '') = coalesce(counted.key, '')
	)
	select coalesce(jsonb_agg(jsonb_build_object('key', key, 'label', app.line_label(per, key), 'late', late, 'openLate', open_late, 'reasons', reasons)
		order by key collate "C" nulls last), '[]'), coalesce(bool_and(is_same), true)
	into lines, is_proven
	from both_ways;
	if not is_proven then
		perform app.fail('PT409', 'figures-inconsistent');
	end if;
	return jsonb_build_object('from', period.first_day, 'to', period.last_day, 'judgedAt', app.local_time(least(period.until_at, now())), 'by', per,
		'agency', (select jsonb_build_object('id', id, 'name', name) from public.agencies where id = scope.top),
		'agencies', cardinality(scope.agencies), 'department', (select name from public.departments where id = scope.department), 'lines', lines);
end
$$;
comment on function public.staff_late_reasons(jsonb) is
	'{protocol, from, to, by? field|department|procedure, agencyId?} → {from, to, judgedAt, by, agency, agencies, department, lines: [{key, label, late, openLate, reasons: {reason: n}}]}: the late dossiers of these days by what is recorded of why (app.late_because), for the caller''s scope; lines without any are left out. The reasons of a line are its columns 10 and 13 of Biểu II.06a, counted another way, or nothing is shown (PT409 figures-inconsistent). PT400 report-range, report-by; PT403 not-staff, role-missing, agency-foreign.';
revoke all on function public.staff_late_reasons(jsonb) from public, anon, authenticated;
grant execute on function public.staff_late_reasons(jsonb) to authenticated;
