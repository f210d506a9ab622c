-- What the desk is told of a dossier: now with its later life and its notices.

create or replace function public.staff_dossier(request jsonb) returns jsonb
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
		'files', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'fileId', file.file_id, 'requirementId', file.requirement_id, 'type', file.type, 'size', file.size,
				'sha256', file.sha256, 'objectName', file.object_name, 'verifiedAt', file.verified_at,
				'wanted', file.wanted_at is not null) order by file.requirement_id, file.file_id), '[]')
			from public.dossier_files as file where file.dossier_id = dossier.id
		),
		'slips', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', slip.id, 'form', slip.form, 'number', slip.number, 'issuedAt', slip.issued_at,
				'prints', (select count(*) from public.slip_prints where slip_prints.slip_id = slip.id)) order by slip.issued_at), '[]')
			from public.slips as slip where slip.dossier_id = dossier.id
		),
		'supplements', app.supplements_of(dossier.id),
		'result', app.result_of(dossier.id),
		'notices', app.sent_notices_of(dossier.id)
	) || app.life_of(dossier);
end
$$;
comment on function public.staff_dossier(jsonb) is
	'{protocol, dossierId} → the whole dossier with its procedure version, departments, events, files, slips, rounds of asking for papers, result, notices and app.life_of; PT404 when not yours to read.';
