-- Whoever changes a dossier changes it first and writes the event then, so that the event can say what it changed.

create or replace function app.record_action(context app.action_context, dossier public.dossiers, action text, answer jsonb, details jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
	-- The desk has looked: whatever the phone sent before is no news any more. Who only passes a dossier on has not looked.
	update public.dossiers
	set status = context.to_status, version = dossiers.version + 1, answered_at = case
		when context.to_status = dossier.status and record_action.action not in ('reply', 'supplement-again') then dossiers.answered_at
	end
	where id = dossier.id;
	insert into public.dossier_events
		(dossier_id, sequence, action_id, action, from_status, to_status, actor_staff_id, actor_name, data)
	select dossier.id, max(event.sequence) + 1, context.action_id, record_action.action, dossier.status,
		context.to_status, context.staff_id, context.staff_name,
		jsonb_strip_nulls(details) || jsonb_build_object('answer', answer)
	from public.dossier_events as event where event.dossier_id = dossier.id
	on conflict (action_id) do nothing;
	if not found then
		-- Another dossier's action took the same id at the same moment; nothing of this one stays.
		perform app.fail('PT409', 'action-id-used');
	end if;
	return answer;
end
$$;
comment on function app.record_action(app.action_context, public.dossiers, text, jsonb, jsonb) is
	'Moves status and version and appends the event, last of all: the event says what the whole action changed. Gives the answer back, which the event keeps for replays.';

create or replace function app.withdraw_dossiers(ids uuid[], for_reference text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	step record;
begin
	for step in
		select * from (values (1, 'withdraw', 1::smallint, 7::smallint), (2, 'stop', 7, 8)) as list (position, action, from_status, to_status)
		order by position
	loop
		update public.dossiers set status = step.to_status, version = version + 1 where id = any (ids);
		insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_name, data)
		select dossier.id, (
				select max(event.sequence) + 1 from public.dossier_events as event where event.dossier_id = dossier.id
			), gen_random_uuid(), step.action, step.from_status, step.to_status,
			case step.action when 'withdraw' then dossier.applicant ->> 'fullName' else 'Hệ thống' end,
			jsonb_build_object('replacedBy', for_reference)
		from public.dossiers as dossier
		where dossier.id = any (ids);
	end loop;
	-- Nobody is asked again for a photo of a dossier that has ended.
	update public.dossier_files set wanted_at = null, look_at = null where dossier_id = any (ids);
end
$$;

create or replace function public.finalize_answer(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	dossier public.dossiers;
	answer public.supplement_answers;
	missing jsonb;
begin
	perform app.require_protocol(request);
	dossier := app.get_filed_dossier(request, 'dossierId');
	select * into answer from public.supplement_answers
	where id = app.get_uuid(request, 'id') and dossier_id = dossier.id
	-- The purge of what was never finished waits, and then leaves it.
	for update;
	if not found then
		perform app.fail('PT404', 'submission-unknown');
	end if;
	if answer.finalized_at is not null then
		perform app.look_at_wanted_files(dossier.id);
		return jsonb_build_object('answeredAt', answer.finalized_at);
	end if;
	if dossier.status <> 5 or not exists (
		select 1 from public.supplements where id = answer.supplement_id and closed_at is null
	) then
		perform app.fail('PT409', 'supplement-closed');
	end if;
	missing := app.missing_answer_files(answer.id);
	if missing <> '[]'::jsonb then
		return jsonb_build_object('missing', missing);
	end if;
	insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name)
	select file.file_id, dossier.id, file.requirement_id, file.sha256, file.size, file.type,
		dossier.id || '/' || file.file_id || '/' || (app.stored_attempts(dossier.id, file.file_id, file.size))[1]
	from app.answer_files as file where file.answer_id = answer.id;
	update public.supplement_answers set finalized_at = now() where id = answer.id;
	update public.dossiers set answered_at = now(), version = version + 1 where id = dossier.id;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_name, data)
	select dossier.id, max(event.sequence) + 1, gen_random_uuid(), 'answer', 5, 5, dossier.applicant ->> 'fullName',
		jsonb_build_object('supplementId', answer.supplement_id, 'answerId', answer.id)
	from public.dossier_events as event where event.dossier_id = dossier.id;
	perform app.wake_job('verify-files');
	return jsonb_build_object('answeredAt', now());
end
$$;

create or replace function public.withdraw_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	dossier public.dossiers;
begin
	perform app.require_protocol(request);
	dossier := app.get_filed_dossier(request, 'id');
	if dossier.status in (7, 8) then
		return jsonb_build_object('status', dossier.status);
	end if;
	if not exists (
		select 1 from app.transitions where action = 'withdraw' and role = 'applicant' and from_status = dossier.status
	) then
		perform app.fail('PT409', 'withdraw-too-late');
	end if;
	perform app.close_supplement(dossier, 'withdrawn', '[]');
	update public.dossiers set status = 7, version = version + 1, answered_at = now() where id = dossier.id;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_name, data)
	select dossier.id, max(event.sequence) + 1, gen_random_uuid(), 'withdraw', dossier.status, 7, dossier.applicant ->> 'fullName',
		jsonb_strip_nulls(jsonb_build_object('reason', app.find_text(request, 'reason', 500)))
	from public.dossier_events as event where event.dossier_id = dossier.id;
	return jsonb_build_object('status', 7);
end
$$;
