-- Who reads which figures: leaders and admins their agency and what stands below it, receivers their agency, officers and approvers
-- their department. A parent sees figures, never a dossier (design §8).

create type app.figure_scope as (home uuid, top uuid, agencies uuid[], department uuid, reads_people boolean);
comment on type app.figure_scope is
	'Whose figures the caller reads: home = the own agency, top = the one asked for, agencies = it and what stands below; department = only that one; reads_people = may compare officers.';

create function app.get_figure_scope(request jsonb) returns app.figure_scope
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	scope app.figure_scope;
	wide constant boolean := app.i_have_role('leader') or app.i_have_role('admin');
begin
	perform app.require_protocol(request);
	scope.home := app.my_agency_id();
	if scope.home is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	scope.top := coalesce(app.find_uuid(request, 'agencyId'), scope.home);
	scope.reads_people := app.i_have_role('leader');
	if wide then
		if scope.top <> all (app.agencies_under(scope.home)) then
			perform app.fail('PT403', 'agency-foreign');
		end if;
		scope.agencies := app.agencies_under(scope.top);
	elsif scope.top <> scope.home then
		perform app.fail('PT403', 'agency-foreign');
	elsif app.i_have_role('receiver') then
		scope.agencies := array[scope.home];
	elsif app.i_work_in_a_department() and app.my_department_id() is not null then
		scope.agencies := array[scope.home];
		scope.department := app.my_department_id();
	else
		perform app.fail('PT403', 'role-missing');
	end if;
	return scope;
end
$$;
comment on function app.get_figure_scope(jsonb) is
	'The scope of {agencyId?} for the caller; PT403 not-staff, role-missing (editors), agency-foreign.';
revoke all on function app.get_figure_scope(jsonb) from public, anon, authenticated;

create function app.day_start(day date) returns timestamptz
language sql
immutable
set search_path = ''
as $$ select day::timestamp at time zone interval '7 hours' $$;
comment on function app.day_start(date) is 'The first moment of a date in Asia/Ho_Chi_Minh.';
revoke all on function app.day_start(date) from public, anon, authenticated;

create function app.get_day(request jsonb, name text) returns date
language plpgsql
immutable
set search_path = ''
as $$
declare
	day constant date := app.find_local_time(to_jsonb(app.find_text(request, name, 10) || 'T00:00'))::date;
begin
	if day is null or day not between '2000-01-01' and '2099-12-31' then
		perform app.fail('PT400', 'report-range');
	end if;
	return day;
end
$$;
comment on function app.get_day(jsonb, text) is 'A date YYYY-MM-DD of a request, of the years 2000–2099; PT400 report-range.';
revoke all on function app.get_day(jsonb, text) from public, anon, authenticated;

create function app.get_period(request jsonb, out first_day date, out last_day date, out from_at timestamptz, out until_at timestamptz)
language plpgsql
immutable
set search_path = ''
as $$
begin
	first_day := app.get_day(request, 'from');
	last_day := app.get_day(request, 'to');
	if first_day > last_day or last_day - first_day > 366 * 6 then
		perform app.fail('PT400', 'report-range');
	end if;
	from_at := app.day_start(first_day);
	until_at := app.day_start(last_day + 1);
end
$$;
comment on function app.get_period(jsonb) is
	'The days {from, to} of a request, both included, and the moments [from_at, until_at) they mean in Vietnam; at most six years. PT400 report-range.';
revoke all on function app.get_period(jsonb) from public, anon, authenticated;

create function app.get_report_filter(request jsonb, scope app.figure_scope) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
	wanted constant jsonb := coalesce(request -> 'only', '{}');
	filter jsonb;
begin
	if jsonb_typeof(wanted) <> 'object' then
		perform app.fail('PT400', 'report-filter');
	end if;
	filter := jsonb_strip_nulls(jsonb_build_object(
		'departmentId', app.find_uuid(wanted, 'departmentId'), 'officerId', app.find_uuid(wanted, 'officerId'),
		'field', app.find_text(wanted, 'field', 60), 'procedure', app.find_text(wanted, 'procedure', 40),
		'channel', app.find_text(wanted, 'channel', 1)));
	if filter ->> 'channel' not in ('1', '2', '3') then
		perform app.fail('PT400', 'report-filter');
	end if;
	if filter ? 'officerId' and not scope.reads_people then
		perform app.fail('PT403', 'role-missing');
	end if;
	if scope.department is not null then
		if filter ? 'departmentId' and (filter ->> 'departmentId')::uuid <> scope.department then
			perform app.fail('PT403', 'role-missing');
		end if;
		filter := filter || jsonb_build_object('departmentId', scope.department);
	end if;
	return filter;
end
$$;
comment on function app.get_report_filter(jsonb, app.figure_scope) is
	'The filter `only` {departmentId?, officerId?, field?, procedure?, channel?: "1"|"2"|"3"} of a request within the caller''s scope. PT400 report-filter; PT403 role-missing.';
revoke all on function app.get_report_filter(jsonb, app.figure_scope) from public, anon, authenticated;

create function app.cells_json(cells app.report_cells) returns jsonb
language sql
immutable
set search_path = ''
as $$
	select jsonb_build_object(
		'receivedOnline', cells.received_online, 'receivedOther', cells.received_other, 'carried', cells.carried,
		'early', cells.early, 'onTime', cells.on_time, 'late', cells.late, 'openInTime', cells.open_in_time, 'openLate', cells.open_late,
		'withdrawn', cells.withdrawn, 'withdrawnCarried', cells.withdrawn_carried, 'noDue', cells.no_due, 'noDueCarried', cells.no_due_carried,
		'waiting', cells.waiting, 'reappointed', cells.reappointed, 'keptFirst', cells.kept_first, 'supplemented', cells.supplemented,
		'withFiles', cells.with_files, 'withResultFile', cells.with_result_file)
$$;
comment on function app.cells_json(app.report_cells) is 'The counts of a line by the names TypeScript uses.';
revoke all on function app.cells_json(app.report_cells) from public, anon, authenticated;

create function app.sum_cells(lines app.report_cells[]) returns app.report_cells
language sql
immutable
set search_path = ''
as $$
	select row(
		coalesce(sum(received_online), 0), coalesce(sum(received_other), 0), coalesce(sum(carried), 0), coalesce(sum(early), 0),
		coalesce(sum(on_time), 0), coalesce(sum(late), 0), coalesce(sum(open_in_time), 0), coalesce(sum(open_late), 0),
		coalesce(sum(withdrawn), 0), coalesce(sum(withdrawn_carried), 0), coalesce(sum(no_due), 0), coalesce(sum(no_due_carried), 0),
		coalesce(sum(waiting), 0), coalesce(sum(reappointed), 0), coalesce(sum(kept_first), 0), coalesce(sum(supplemented), 0),
		coalesce(sum(with_files), 0), coalesce(sum(with_result_file), 0)
	)::app.report_cells
	from unnest(lines)
$$;
comment on function app.sum_cells(app.report_cells[]) is 'The sum of lines; zeros of none.';
revoke all on function app.sum_cells(app.report_cells[]) from public, anon, authenticated;

create function app.open_at(agencies uuid[], moment timestamptz) returns bigint
language sql
stable
security definer
set search_path = ''
as $$
	select count(*)
	from (select agency_id from app.dossier_facts where life @> moment and lower(life) < moment offset 0) as fact
	where agency_id = any (agencies)
$$;
comment on function app.open_at(uuid[], timestamptz) is 'How many dossiers of these agencies were received before this moment and not ended before it: what the period that begins here carries over.';
revoke all on function app.open_at(uuid[], timestamptz) from public, anon, authenticated;

create function app.check_report(total app.report_cells, open_before bigint, open_after bigint) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	if total.received_online + total.received_other + total.carried
			<> total.early + total.on_time + total.late + total.open_in_time + total.open_late
		or total.carried + total.withdrawn_carried + total.no_due_carried <> open_before
		or total.open_in_time + total.open_late > open_after
		or open_after - total.open_in_time - total.open_late > total.no_due
	then
		perform app.fail('PT409', 'figures-inconsistent');
	end if;
end
$$;
comment on function app.check_report(app.report_cells, bigint, bigint) is
	'Every report proves itself before anybody sees it (domain §5.1): 3 = 7 + 11; what it carries over is what was open when the period began, counted another way; what is open at the end too. PT409 figures-inconsistent: then the facts do not fit together, and no figure is shown.';
revoke all on function app.check_report(app.report_cells, bigint, bigint) from public, anon, authenticated;

create function app.line_label(per text, key text) returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case per
		when 'agency' then (select name from public.agencies where id = key::uuid)
		when 'department' then (select name from public.departments where id = key::uuid)
		when 'officer' then (select full_name from public.staff where id = key::uuid)
		when 'field' then (select name from public.fields where code = key)
		when 'procedure' then (
			select version.content ->> 'title' from public.procedures as procedure
			join public.procedure_versions as version on version.id = procedure.current_version_id where procedure.code = key
		)
	end
$$;
comment on function app.line_label(text, text) is 'What a line of a report is called: the name behind its key; null for channels, which the app names.';
revoke all on function app.line_label(text, text) from public, anon, authenticated;

create function public.staff_report(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	scope app.figure_scope := app.get_figure_scope(request);
	period record;
	per constant text := coalesce(app.find_text(request, 'by', 20), 'field');
	filter constant jsonb := app.get_report_filter(request, scope);
	lines jsonb;
	all_cells app.report_cells[];
	total app.report_cells;
	open_before bigint;
begin
	select * into period from app.get_period(request);
	if per not in ('agency', 'department', 'field', 'procedure', 'officer', 'channel') then
		perform app.fail('PT400', 'report-by');
	end if;
	if per = 'officer' and not scope.reads_people then
		perform app.fail('PT403', 'role-missing');
	end if;
	select coalesce(jsonb_agg(jsonb_build_object('key', line.key, 'label', app.line_label(per, line.key), 'cells', app.cells_json(line.cells))
		order by line.key collate "C" nulls last), '[]'), array_agg(line.cells)
	into lines, all_cells
	from app.report_lines(scope.agencies, period.from_at, period.until_at, per, filter) as line;
	total := app.sum_cells(coalesce(all_cells, '{}'));
	if filter = '{}' then
		open_before := app.open_at(scope.agencies, period.from_at);
		perform app.check_report(total, open_before, app.open_at(scope.agencies, period.until_at));
	end if;
	return jsonb_build_object(
		'from', period.first_day, 'to', period.last_day, 'judgedAt', app.local_time(least(period.until_at, now())), 'by', per,
		'agency', (select jsonb_build_object('id', id, 'name', name) from public.agencies where id = scope.top),
		'agencies', cardinality(scope.agencies),
		'department', (select name from public.departments where id = scope.department),
		'lines', lines, 'total', app.cells_json(total), 'openBefore', open_before);
end
$$;
comment on function public.staff_report(jsonb) is
	'{protocol, from, to, by? agency|department|field|procedure|officer|channel, agencyId?, only?} → {from, to, judgedAt, by, agency, agencies, department, lines: [{key, label, cells}], total, openBefore}: Biểu II.06a of these days, both included (domain §5.1), for the caller''s scope. openBefore = open when the period began, null under a filter. Refuses to show figures that do not fit together (PT409 figures-inconsistent). PT400 report-range, report-by, report-filter; PT403 not-staff, role-missing, agency-foreign.';
revoke all on function public.staff_report(jsonb) from public, anon, authenticated;
grant execute on function public.staff_report(jsonb) to authenticated;
