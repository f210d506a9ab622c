-- What is told of where a dossier lies, and whether its date was kept.

create function app.routing_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'assignedTo', (select jsonb_build_object('id', staff.id, 'name', staff.full_name) from public.staff where staff.id = dossier.assigned_to),
		'colleagues', (
			select coalesce(jsonb_agg(jsonb_build_object('id', staff.id, 'name', staff.full_name) order by staff.full_name), '[]')
			from public.staff
			where staff.department_id = dossier.department_id and staff.active
				and exists (select 1 from public.staff_roles where staff_roles.staff_id = staff.id and role = 'officer')
		),
		'stages', app.stages_of(dossier.id),
		'consults', app.consults_of(dossier.id),
		'parts', app.parts_of(dossier.id),
		'external', case when dossier.external_code is not null then jsonb_build_object('system', dossier.external_system,
			'code', dossier.external_code, 'status', dossier.external_status, 'copiedAt', dossier.copied_at) end,
		'notes', app.notes_of(dossier.id),
		'handovers', (
			select coalesce(jsonb_agg(jsonb_build_object('id', handover.id, 'number', handover.number, 'direction', handover.direction,
				'department', department.name, 'madeBy', handover.made_name, 'madeAt', handover.made_at,
				'takenBy', handover.taken_name, 'takenAt', handover.taken_at, 'taken', item.taken) order by handover.made_at), '[]')
			from public.handover_items as item
			join public.handovers as handover on handover.id = item.handover_id
			join public.departments as department on department.id = handover.department_id
			where item.dossier_id = dossier.id
		))
	from public.dossiers as dossier where dossier.id = of_dossier and app.i_may_read(of_dossier)
$$;
comment on function app.routing_of(uuid) is
	'Whose work a dossier is, who could take it, its stages, the agencies its procedure names to be asked, its parts, its code elsewhere, internal notes and hand-overs; null for who may not read it.';
revoke all on function app.routing_of(uuid) from public, anon;
grant execute on function app.routing_of(uuid) to authenticated;

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
			where round.dossier_id = dossier.id and round.requested_at > round.due_then
		) or exists (
			select 1 from public.waits as wait
			where wait.dossier_id = dossier.id and wait.pauses and wait.from_at > wait.due_then
		) then 'late'
		-- Liên thông: kept only when every part was (domain §8, 12).
		when exists (
			select 1 from public.dossier_parts as part
			where part.dossier_id = dossier.id and part.state <> 'waiting' and part.due_date < coalesce(
				app.local_time(part.ended_at)::date,
				-- What is open when the whole ends is not late later on.
				case when dossier.status in (7, 8) then coalesce(app.local_time(dossier.finished_at)::date, withdrawn.at) end,
				app.today()
			)
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

create function app.life_of(dossier public.dossiers) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
	select jsonb_build_object(
		'timeliness', app.timeliness_of(dossier), 'answeredAt', dossier.answered_at, 'extendedTo', dossier.extended_to, 'extendedAt', dossier.extended_at,
		'waits', app.waits_of(dossier.id), 'payments', app.payments_of(dossier.id), 'results', app.results_of(dossier.id),
		'routing', app.routing_of(dossier.id))
$$;
comment on function app.life_of(public.dossiers) is
	'The part of staff_dossier about dates kept, waits, money, results, and where the dossier lies.';
revoke all on function app.life_of(public.dossiers) from public, anon;
grant execute on function app.life_of(public.dossiers) to authenticated;
