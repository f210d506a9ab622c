-- What is told about rounds of asking for papers and about results: to staff all of it, to the phone that filed its own.

create function app.supplements_of(of_dossier uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', round.id, 'round', round.round,
		'slipNumber', (select slips.number from public.slips where slips.id = round.slip_id),
		'requestedAt', round.requested_at, 'requestedBy', round.requested_name, 'until', round.until, 'note', round.note,
		'countsLate', round.counts_late, 'againReason', round.again_reason, 'lines', round.lines,
		'answers', (
			select coalesce(jsonb_agg(jsonb_build_object('id', answer.id, 'at', answer.finalized_at, 'lines', answer.lines) order by answer.finalized_at, answer.id), '[]')
			from public.supplement_answers as answer where answer.supplement_id = round.id and answer.finalized_at is not null
		),
		'replies', (
			select coalesce(jsonb_agg(jsonb_build_object('at', event.at, 'by', event.actor_name, 'text', event.data ->> 'text') order by event.sequence), '[]')
			from public.dossier_events as event
			where event.dossier_id = of_dossier and event.action = 'reply' and event.data ->> 'supplementId' = round.id::text
		),
		'closedAt', round.closed_at, 'outcome', round.outcome
	) order by round.round), '[]')
	from public.supplements as round where round.dossier_id = of_dossier
$$;
comment on function app.supplements_of(uuid) is
	'Every round of a dossier with its answers and replies, as Supplement in TypeScript. Runs with the rights of whoever asks.';
revoke all on function app.supplements_of(uuid) from public, anon;
grant execute on function app.supplements_of(uuid) to authenticated;

create or replace function app.progress_of(dossier_id uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'reference', dossier.reference,
		'code', dossier.code,
		'status', dossier.status,
		'submittedAt', dossier.submitted_at,
		'receivedAt', dossier.received_at,
		'dueDate', dossier.due_date,
		'dueAt', dossier.due_at,
		'firstDueDate', dossier.first_due_date,
		'finishedAt', dossier.finished_at,
		'returnedAt', dossier.returned_at,
		'steps', (
			-- A question and its answer move nothing.
			select jsonb_agg(jsonb_build_object('status', event.to_status, 'at', event.at) order by event.sequence)
			from public.dossier_events as event
			where event.dossier_id = dossier.id and event.from_status is distinct from event.to_status
		),
		'office', jsonb_build_object('code', agency.code, 'name', agency.name, 'address', agency.address, 'phone', agency.phone)
	)
	from public.dossiers as dossier
	join public.agencies as agency on agency.id = dossier.agency_id
	where dossier.id = dossier_id
$$;

create function app.own_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'supplements', app.supplements_of(of_dossier),
		'refusal', (
			select jsonb_build_object('reason', event.data ->> 'reason', 'rightPlace', event.data ->> 'rightPlace')
			from public.dossier_events as event where event.dossier_id = of_dossier and event.action = 'refuse'
			order by event.sequence desc limit 1
		),
		'result', app.result_of(of_dossier)
	)
$$;
comment on function app.own_of(uuid) is 'What only the phone that filed is told: {supplements, refusal: {reason, rightPlace} | null, result | null}.';
revoke all on function app.own_of(uuid) from public, anon, authenticated;

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
		'progress', app.progress_of(submission.id)
			|| jsonb_build_object('files', app.files_of(submission.id), 'own', app.own_of(submission.id))
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
	'{protocol, dossiers: [{id, secret}] ≤ 50} → {dossiers: [{id, progress}]}; what the pair does not open is left out. Only here progress has `files` and `own`, never in the public lookup.';

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
		'result', app.result_of(dossier.id)
	);
end
$$;
comment on function public.staff_dossier(jsonb) is
	'{protocol, dossierId} → the whole dossier with its procedure version, departments, events, files, slips, rounds of asking for papers and result; PT404 when not yours to read.';
