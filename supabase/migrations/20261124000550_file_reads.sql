-- What is told about files: to the phone that filed, how many arrived right and which to send again; to staff, all.

create function app.files_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'verified', count(*) filter (where verified_at is not null),
		-- An attempt nobody has looked at yet may be the right one: until then it is not asked for once more.
		'wanted', coalesce(jsonb_agg(file_id order by file_id) filter (
			where wanted_at is not null and app.stored_attempts(dossier_id, file_id, size) <@ bad_attempts
		), '[]')
	)
	from public.dossier_files where dossier_id = of_dossier
$$;
comment on function app.files_of(uuid) is '{verified: how many files were hashed and are as declared, wanted: [fileId] to send again}.';
revoke all on function app.files_of(uuid) from public, anon, authenticated;

create or replace function public.dossier_progress(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	answers jsonb;
begin
	perform app.require_protocol(request);
	if jsonb_typeof(request -> 'dossiers') is distinct from 'array' or jsonb_array_length(request -> 'dossiers') > 50 then
		perform app.fail('PT400', 'request-malformed');
	end if;
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', submission.id,
		'progress', app.progress_of(submission.id) || jsonb_build_object('files', app.files_of(submission.id))
	)), '[]')
	into answers
	from jsonb_array_elements(request -> 'dossiers') as asked
	join app.submissions as submission on submission.id = app.find_uuid(asked, 'id')
		and submission.secret_hash = app.hash_text(coalesce(app.find_text(asked, 'secret', 128), ''))
		and submission.finalized_at is not null;
	return jsonb_build_object('dossiers', answers);
end
$$;
comment on function public.dossier_progress(jsonb) is
	'{protocol, dossiers: [{id, secret}] ≤ 50} → {dossiers: [{id, progress}]}; what the pair does not open is left out. Only here progress has `files`, never in the public lookup.';

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
				'id', slip.id, 'form', slip.form, 'number', slip.number, 'issuedAt', slip.issued_at) order by slip.issued_at), '[]')
			from public.slips as slip where slip.dossier_id = dossier.id
		)
	);
end
$$;
comment on function public.staff_dossier(jsonb) is
	'{protocol, dossierId} → the whole dossier with its procedure version, departments, events, files and slips; PT404 when not yours to read.';
