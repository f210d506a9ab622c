-- Was the date kept? And what is told of a dossier's later life.

create function app.timeliness_of(dossier public.dossiers) returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case
		when dossier.received_at is null then null
		-- CT766: who asks for papers a second time is late. Who asked, for papers or money, after the date was late already:
		-- no later wait, restart or new date takes that away.
		when dossier.supplement_rounds > 1 then 'late'
		when exists (
			select 1 from public.supplements as round
			where round.dossier_id = dossier.id and app.local_time(round.requested_at)::date > round.due_then
		) or exists (
			select 1 from public.waits as wait
			where wait.dossier_id = dossier.id and wait.pauses and app.local_time(wait.from_at)::date > wait.due_then
		) then 'late'
		when dossier.status = 7 or (dossier.status = 8 and dossier.finished_at is null) then
			case when withdrawn.at > dossier.due_date then 'late' else 'withdrawn' end
		when dossier.status in (5, 6) then 'waiting'
		when ended.at > coalesce(app.local_time(dossier.due_at)::timestamp, app.end_of_day(dossier.due_date) at time zone interval '7 hours') then 'late'
		when dossier.finished_at is null then 'running'
		when ended.at::date < dossier.due_date then 'early'
		when dossier.due_date is not null then 'on-time'
		-- Stopped because the papers never came: nothing was kept.
		else 'withdrawn'
	end
	from (select app.local_time(coalesce(dossier.finished_at, now()))::timestamp as at) as ended
	left join lateral (
		select app.local_time(event.at)::date as at from public.dossier_events as event
		where event.dossier_id = dossier.id and event.action = 'withdraw' order by event.sequence desc limit 1
	) as withdrawn on true
$$;
comment on function app.timeliness_of(public.dossiers) is
	'early, on-time or late for what the office has finished (signed, or stopped); late, running or waiting for what is open; withdrawn (never on time), also when the papers asked for never came, unless it was late by then; null before receipt (domain §2.7). By working date, hour limits by the minute; against the date after a re-appointment.';
revoke all on function app.timeliness_of(public.dossiers) from public, anon, authenticated;
grant execute on function app.timeliness_of(public.dossiers) to authenticated;

create function app.waits_of(of_dossier uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', wait.id, 'kind', wait.kind, 'pauses', wait.pauses, 'reason', wait.reason, 'documentNumber', wait.document_number,
		'about', wait.about, 'until', wait.until, 'from', wait.from_at, 'fromBy', wait.from_name,
		'to', wait.to_at, 'toBy', wait.to_name, 'outcome', wait.outcome) order by wait.from_at), '[]')
	from public.waits as wait where wait.dossier_id = of_dossier
$$;
comment on function app.waits_of(uuid) is 'What a dossier waited for besides papers, the earliest first. Runs with the rights of whoever asks.';
revoke all on function app.waits_of(uuid) from public, anon;
grant execute on function app.waits_of(uuid) to authenticated;

create function app.payments_of(of_dossier uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', payment.id, 'at', payment.at, 'by', payment.by_name, 'lines', payment.lines, 'total', payment.total,
		'method', payment.method, 'receiptSeries', payment.receipt_series, 'receiptNumber', payment.receipt_number,
		'transferReference', payment.transfer_reference, 'exemption', payment.exemption, 'exemptionProof', payment.exemption_proof
	) order by payment.at), '[]')
	from public.payments as payment where payment.dossier_id = of_dossier
$$;
comment on function app.payments_of(uuid) is 'The fees taken or let off for a dossier. Runs with the rights of whoever asks.';
revoke all on function app.payments_of(uuid) from public, anon;
grant execute on function app.payments_of(uuid) to authenticated;

create function app.life_of(dossier public.dossiers) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
	select jsonb_build_object(
		'timeliness', app.timeliness_of(dossier), 'extendedTo', dossier.extended_to, 'extendedAt', dossier.extended_at,
		'waits', app.waits_of(dossier.id), 'payments', app.payments_of(dossier.id), 'results', app.results_of(dossier.id))
$$;
comment on function app.life_of(public.dossiers) is 'The part of staff_dossier about dates kept, waits, money and results.';
revoke all on function app.life_of(public.dossiers) from public, anon;
grant execute on function app.life_of(public.dossiers) to authenticated;

create or replace function app.own_of(of_dossier uuid) returns jsonb
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
		'result', app.result_of(of_dossier),
		'results', app.results_of(of_dossier),
		'bill', (
			select wait.about || jsonb_build_object('reason', wait.reason, 'documentNumber', wait.document_number, 'until', wait.until)
			from public.waits as wait where wait.dossier_id = of_dossier and wait.kind = 'money' and wait.to_at is null
		),
		'extension', (
			select jsonb_build_object('oldDate', event.data ->> 'oldDate', 'newDate', event.data ->> 'newDate', 'reason', event.data ->> 'reason')
			from public.dossier_events as event where event.dossier_id = of_dossier and event.action = 'extend'
		),
		'halt', (
			select jsonb_build_object('kind', event.data ->> 'kind', 'reason', event.data ->> 'reason', 'basis', event.data ->> 'basis',
				'originals', event.data -> 'originals')
			from public.dossier_events as event where event.dossier_id = of_dossier and event.action = 'halt'
		)
	)
$$;
comment on function app.own_of(uuid) is
	'What only the phone that filed is told: {supplements, refusal, result, results, bill: what is to be paid | null, extension | null, halt | null}.';

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
	) || app.life_of(dossier);
end
$$;
