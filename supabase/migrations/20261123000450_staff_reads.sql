-- What the console reads. These run as the caller: row level security decides what comes back.

create function public.staff_queue(request jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
	page_size constant int := 50;
	wanted smallint[];
	newest_first boolean;
	wanted_text text;
	patterns text[];
	after_at timestamptz;
	after_id uuid;
	rows jsonb;
	total int;
begin
	perform app.require_protocol(request);
	if app.my_staff_id() is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	wanted := case app.find_text(request, 'group', 20)
		when 'new' then array[1]
		when 'working' then array[2, 4]
		when 'ready' then array[9]
		when 'returned' then array[10]
	end;
	if wanted is null then
		perform app.fail('PT400', 'group-unknown');
	end if;
	newest_first := wanted = array[10::smallint];
	wanted_text := app.fold(app.find_text(request, 'search', 60));
	-- Only digits and what stands between them: perhaps a phone number, which is stored as 0 and nine digits or ten.
	patterns := array_remove(array[
		wanted_text,
		case when wanted_text ~ '^[+]?[0-9 .-]*[0-9][0-9 .-]*$' then
			regexp_replace(translate(wanted_text, ' .-', ''), '^([+]|00)840?|^840?(?=[0-9]{9,10}$)', '0')
		end
	], null);
	patterns := array(
		select '%' || replace(replace(replace(pattern, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(patterns) as pattern
	);
	after_id := app.find_uuid(request -> 'after', 'id');
	begin
		after_at := (app.find_text(request -> 'after', 'sortAt', 40))::timestamptz;
	exception when others then
		perform app.fail('PT400', 'request-malformed');
	end;
	if nullif(request -> 'after', 'null') is not null and (after_at is null or after_id is null) then
		perform app.fail('PT400', 'request-malformed');
	end if;
	with page as (
		-- One ordered walk of the index per status, from the place reached: a page costs the same at any depth. What was
		-- returned is walked backwards, the latest first; of the two walks only one is ever begun.
		select dossier.*, row_number() over (
			order by case when not newest_first then dossier.sort_at end, case when not newest_first then dossier.id end,
				dossier.sort_at desc, dossier.id desc
		) as position
		from unnest(wanted) as wanted_status, lateral (
			(
				select *
				from public.dossiers
				where not newest_first
					and dossiers.agency_id = (select app.my_agency_id())
					and dossiers.status = wanted_status
					and (wanted_text is null or dossiers.search_text like any (patterns))
					and (dossiers.sort_at, dossiers.id) > (coalesce(after_at, '-infinity'), coalesce(after_id, '00000000-0000-0000-0000-000000000000'))
				order by dossiers.sort_at, dossiers.id
				limit page_size + 1
			)
			union all
			(
				select *
				from public.dossiers
				where newest_first
					and dossiers.agency_id = (select app.my_agency_id())
					and dossiers.status = wanted_status
					and (wanted_text is null or dossiers.search_text like any (patterns))
					and (dossiers.sort_at, dossiers.id) < (coalesce(after_at, 'infinity'), coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
				order by dossiers.sort_at desc, dossiers.id desc
				limit page_size + 1
			)
		) as dossier
		order by position
		limit page_size + 1
	)
	select coalesce(jsonb_agg(jsonb_build_object(
			'id', page.id, 'code', page.code, 'reference', page.reference, 'status', page.status, 'version', page.version,
			'procedure', procedure.short_title, 'procedureCode', page.procedure_code,
			'subject', page.subject, 'applicant', page.applicant ->> 'fullName', 'phone', page.applicant ->> 'phone',
			'channel', page.channel, 'department', department.name,
			'submittedAt', page.submitted_at, 'receivedAt', page.received_at, 'dueDate', page.due_date,
			'dueAt', page.due_at, 'finishedAt', page.finished_at, 'returnedAt', page.returned_at, 'sortAt', page.sort_at
		) order by page.position), '[]'), count(*)
	into rows, total
	from page
	left join public.procedures as procedure on procedure.code = page.procedure_code
	left join public.departments as department on department.id = page.department_id;
	return jsonb_build_object(
		'rows', case when total > page_size then rows - page_size else rows end,
		'more', total > page_size,
		'counts', (
			select jsonb_build_object(
				'new', count(*) filter (where dossier.status = 1),
				'working', count(*) filter (where dossier.status in (2, 4)),
				'dueToday', count(*) filter (where dossier.status in (2, 4) and dossier.due_date = app.local_time(now())::date),
				'late', count(*) filter (where dossier.status in (2, 4) and dossier.due_date < app.local_time(now())::date),
				'ready', count(*) filter (where dossier.status = 9)
			)
			from public.dossiers as dossier
			where dossier.agency_id = (select app.my_agency_id()) and dossier.status in (1, 2, 4, 9)
		)
	);
end
$$;
comment on function public.staff_queue(jsonb) is
	'{protocol, group: new|working|ready|returned, search?, after?: {sortAt, id}} → {rows ≤ 50, more, counts}, in the order things must be done; what was returned comes latest first. A phone number is found however it is written.';
revoke all on function public.staff_queue(jsonb) from public, anon, authenticated;
grant execute on function public.staff_queue(jsonb) to authenticated;

create function public.staff_dossier(request jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
	dossier public.dossiers;
begin
	perform app.require_protocol(request);
	select * into dossier from public.dossiers where id = app.get_uuid(request, 'dossierId');
	if not found then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	return jsonb_build_object(
		'id', dossier.id, 'code', dossier.code, 'reference', dossier.reference, 'status', dossier.status,
		'version', dossier.version, 'channel', dossier.channel, 'subject', dossier.subject, 'applicant', dossier.applicant,
		'payload', dossier.payload, 'procedureCode', dossier.procedure_code, 'departmentId', dossier.department_id,
		'submittedAt', dossier.submitted_at, 'receivedAt', dossier.received_at, 'dueDate', dossier.due_date,
		'dueAt', dossier.due_at, 'firstDueDate', dossier.first_due_date, 'dueBasis', dossier.due_basis,
		'finishedAt', dossier.finished_at, 'returnedAt', dossier.returned_at,
		'procedure', (select version.content from public.procedure_versions as version where version.id = dossier.version_id),
		'departments', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', department.id, 'name', department.name, 'handles', procedure.field_code = any (department.field_codes)
			) order by department.name), '[]')
			from public.departments as department
			join public.procedures as procedure on procedure.code = dossier.procedure_code
			where department.agency_id = dossier.agency_id
		),
		'events', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'action', event.action, 'fromStatus', event.from_status, 'toStatus', event.to_status,
				'actor', event.actor_name, 'byStaff', event.actor_staff_id is not null, 'at', event.at,
				'data', event.data - 'answer') order by event.sequence), '[]')
			from public.dossier_events as event where event.dossier_id = dossier.id
		),
		'slips', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', slip.id, 'form', slip.form, 'number', slip.number, 'issuedAt', slip.issued_at) order by slip.issued_at), '[]')
			from public.slips as slip where slip.dossier_id = dossier.id
		)
	);
end
$$;
comment on function public.staff_dossier(jsonb) is
	'{protocol, dossierId} → the whole dossier with its procedure version, departments, events and slips; PT404 when not yours to read.';
revoke all on function public.staff_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.staff_dossier(jsonb) to authenticated;

create function public.staff_slip(request jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
	slip public.slips;
begin
	perform app.require_protocol(request);
	select * into slip from public.slips where id = app.get_uuid(request, 'slipId');
	if not found then
		perform app.fail('PT404', 'slip-unknown');
	end if;
	return jsonb_build_object('id', slip.id, 'dossierId', slip.dossier_id, 'form', slip.form, 'number', slip.number, 'snapshot', slip.snapshot);
end
$$;
comment on function public.staff_slip(jsonb) is '{protocol, slipId} → {id, dossierId, form, number, snapshot}; PT404 when not yours to read.';
revoke all on function public.staff_slip(jsonb) from public, anon, authenticated;
grant execute on function public.staff_slip(jsonb) to authenticated;

-- The invoker functions above call these helpers as the API role.
grant execute on function app.require_protocol(jsonb) to anon, authenticated;
grant execute on function app.fail(text, text) to anon, authenticated;
grant execute on function app.find_uuid(jsonb, text) to authenticated;
grant execute on function app.get_uuid(jsonb, text) to authenticated;
grant execute on function app.find_text(jsonb, text, int) to authenticated;
grant execute on function app.my_staff_id() to authenticated;
grant execute on function app.local_time(timestamptz) to authenticated;
