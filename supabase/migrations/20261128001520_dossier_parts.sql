-- Liên thông: one dossier, several agencies. Every part has its own state and date; one that fails blocks no other; the result
-- comes back to the desk that received (ND61 Đ19.6–19.7).

insert into app.transitions (action, from_status, to_status, role, when_received)
select action, status, status, role, true
from (values ('part-add', 'officer'), ('part-add', 'receiver'), ('part-step', 'officer'), ('part-step', 'receiver')) as list (action, role),
	unnest(array[2, 4, 5, 6]::smallint[]) as status
union all
-- What another agency is still working on may come after the first result was handed out.
select 'part-step', status, status, role, true from unnest(array[9, 10]::smallint[]) as status, unnest(array['officer', 'receiver']) as role
union all
select 'external', status, status, role, true
from unnest(array[2, 4, 5, 6, 9, 10]::smallint[]) as status, unnest(array['officer', 'receiver']) as role;

create table public.dossier_parts (
	id uuid primary key default gen_random_uuid(),
	dossier_id uuid not null references public.dossiers (id),
	position int not null,
	title text not null,
	agency text not null,
	after_position int,
	state text not null check (state in ('waiting', 'running', 'done', 'failed')),
	due_date date,
	started_at timestamptz,
	ended_at timestamptz,
	result_number text,
	note text,
	external_code text,
	external_status text,
	copied_from text,
	copied_at timestamptz,
	collected_at timestamptz,
	unique (dossier_id, position),
	check (after_position < position),
	check ((external_status is null) = (copied_at is null))
);
comment on table public.dossier_parts is
	'The parts of an inter-agency dossier (liên thông), a projection of dossier_events: what each agency does, by when, and what came of it. after_position = begins when that part has ended (paper); null = at once (electronic).';
comment on column public.dossier_parts.external_status is 'The status in the other agency''s system, as copied from there at that moment; never ours to judge.';
alter table public.dossier_parts enable row level security;
grant select on public.dossier_parts to authenticated, service_role;
create policy "Whoever reads a dossier reads its parts" on public.dossier_parts
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));

alter table public.dossiers
	add column external_system text,
	add column external_code text,
	add column external_status text,
	add column copied_at timestamptz;
comment on column public.dossiers.external_code is 'Its code in the ministry''s system that it really belongs to (domain §4.1); external_status is copied from there at copied_at.';

create function public.add_parts(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	parts constant jsonb := coalesce(request -> 'parts', '[]');
	before int;
	part jsonb;
	place int;
	after_place int;
	due date;
begin
	select * into acted from app.begin_action(request, 'part-add');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	if jsonb_typeof(parts) <> 'array' or jsonb_array_length(parts) not between 1 and 10 then
		perform app.fail('PT400', 'parts-malformed');
	end if;
	select coalesce(max(position), 0) into before from public.dossier_parts where dossier_id = dossier.id;
	if before + jsonb_array_length(parts) > 20 then
		perform app.fail('PT400', 'parts-malformed');
	end if;
	place := before;
	for part in select one from jsonb_array_elements(parts) with ordinality as list (one, position) order by list.position loop
		place := place + 1;
		if jsonb_typeof(part) <> 'object' or coalesce(length(app.find_text(part, 'title', 200)), 0) < 3
			or coalesce(length(app.find_text(part, 'agency', 200)), 0) < 3
			or (coalesce(part -> 'after', 'null') <> 'null' and (jsonb_typeof(part -> 'after') <> 'number' or part ->> 'after' !~ '^[0-9]{1,2}$'))
		then
			perform app.fail('PT400', 'parts-malformed');
		end if;
		after_place := (part ->> 'after')::int;
		if after_place is not null and (after_place < 1 or after_place >= place) then
			perform app.fail('PT400', 'parts-malformed');
		end if;
		due := null;
		if coalesce(part -> 'dueDate', 'null') <> 'null' then
			due := app.get_until(jsonb_build_object('until', part -> 'dueDate'));
		end if;
		insert into public.dossier_parts (dossier_id, position, title, agency, after_position, state, due_date, started_at)
		select dossier.id, place, app.find_text(part, 'title', 200), app.find_text(part, 'agency', 200), after_place,
			case when is_free then 'running' else 'waiting' end, due, case when is_free then now() end
		from (select after_place is null or exists (
			select 1 from public.dossier_parts where dossier_id = dossier.id and position = after_place and ended_at is not null
		) as is_free) as free;
	end loop;
	return app.record_action(context, dossier, 'part-add', jsonb_build_object('count', place - before),
		jsonb_build_object('parts', (
			select jsonb_agg(jsonb_build_object('position', position, 'title', title, 'agency', agency, 'after', after_position,
				'dueDate', due_date) order by position)
			from public.dossier_parts where dossier_id = dossier.id and position > before
		)));
end
$$;
comment on function public.add_parts(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, parts: [{title, agency, after?: position, dueDate?}] 1–10} → {count}: parts for other agencies, at once or one after the other; the status stays. PT400 parts-malformed, supplement-until.';
revoke all on function public.add_parts(jsonb) from public, anon, authenticated;
grant execute on function public.add_parts(jsonb) to authenticated;

create function app.get_copied(request jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	copied constant jsonb := coalesce(request -> 'external', '{}');
	code constant text := app.find_text(copied, 'code', 60);
	status constant text := app.find_text(copied, 'status', 200);
	system constant text := app.find_text(copied, 'system', 120);
begin
	if jsonb_typeof(copied) <> 'object' or (copied <> '{}' and (code is null or (status is not null and system is null))) then
		perform app.fail('PT400', 'external-malformed');
	end if;
	return jsonb_strip_nulls(jsonb_build_object('code', code, 'status', status, 'system', system));
end
$$;
comment on function app.get_copied(jsonb) is
	'What stands in another system: {code, status?, system?}, a status only with the system it was read in; {} when nothing is named. PT400 external-malformed.';
revoke all on function app.get_copied(jsonb) from public, anon, authenticated;

create function public.step_part(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	part public.dossier_parts;
	step text;
	copied jsonb;
	remark text;
	number text;
begin
	select * into acted from app.begin_action(request, 'part-step');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	select * into part from public.dossier_parts
	where id = app.find_uuid(request, 'partId') and dossier_id = dossier.id for update;
	if not found then
		perform app.fail('PT404', 'part-unknown');
	end if;
	step := app.find_text(request, 'step', 10);
	remark := app.find_text(request, 'note', 500);
	number := app.find_text(request, 'resultNumber', 60);
	copied := app.get_copied(request);
	if step is null or step not in ('done', 'failed', 'copy', 'collect') or (step = 'copy' and copied = '{}') then
		perform app.fail('PT400', 'part-step');
	end if;
	if (step in ('done', 'failed') and part.state <> 'running')
		or (step = 'collect' and (part.state <> 'done' or part.collected_at is not null))
		or (step = 'copy' and part.state not in ('waiting', 'running'))
	then
		perform app.fail('PT409', 'part-changed');
	end if;
	if step = 'failed' and coalesce(length(remark), 0) < 3 then
		perform app.fail('PT400', 'reason-missing');
	end if;
	update public.dossier_parts set
		state = case when step in ('done', 'failed') then step else state end,
		ended_at = case when step in ('done', 'failed') then now() else ended_at end,
		collected_at = case when step = 'collect' then now() else collected_at end,
		result_number = coalesce(number, result_number),
		note = coalesce(remark, note),
		external_code = coalesce(copied ->> 'code', external_code),
		external_status = coalesce(copied ->> 'status', external_status),
		copied_from = case when copied ? 'status' then copied ->> 'system' else copied_from end,
		copied_at = case when copied ? 'status' then now() else copied_at end
	where id = part.id;
	if step in ('done', 'failed') then
		-- Whatever came of it, what was to come after it begins: one failure blocks nobody.
		update public.dossier_parts set state = 'running', started_at = now()
		where dossier_id = dossier.id and state = 'waiting' and after_position = part.position;
	end if;
	return app.record_action(context, dossier, 'part-step', jsonb_build_object('status', context.to_status),
		jsonb_build_object('partId', part.id, 'part', part.title, 'agency', part.agency, 'step', step, 'reason', remark,
			'resultNumber', number, 'external', nullif(copied, '{}')));
end
$$;
comment on function public.step_part(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, partId, step done|failed|copy|collect, note?, resultNumber?, external?: {code, status?, system?}} → {status}: what came of a part; after it ended the next begins. PT404 part-unknown; PT409 part-changed; PT400 part-step, reason-missing, external-malformed.';
revoke all on function public.step_part(jsonb) from public, anon, authenticated;
grant execute on function public.step_part(jsonb) to authenticated;

create function public.copy_external(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	copied jsonb;
begin
	select * into acted from app.begin_action(request, 'external');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	copied := app.get_copied(request);
	if not (copied ? 'code' and copied ? 'system') then
		perform app.fail('PT400', 'external-malformed');
	end if;
	update public.dossiers set
		external_system = copied ->> 'system', external_code = copied ->> 'code', external_status = copied ->> 'status',
		copied_at = now(), search_text = case
			when dossiers.external_code is distinct from copied ->> 'code' then search_text || ' ' || app.fold(copied ->> 'code') else search_text
		end
	where id = dossier.id;
	return app.record_action(context, dossier, 'external', jsonb_build_object('status', context.to_status), jsonb_build_object('external', copied));
end
$$;
comment on function public.copy_external(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, external: {system, code, status?}} → {status}: the code and status of a dossier that really belongs to a ministry''s system, copied from there now; our own status stays. PT400 external-malformed.';
revoke all on function public.copy_external(jsonb) from public, anon, authenticated;
grant execute on function public.copy_external(jsonb) to authenticated;

create function app.parts_of(of_dossier uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', part.id, 'position', part.position, 'title', part.title, 'agency', part.agency, 'after', part.after_position,
		'state', part.state, 'dueDate', part.due_date, 'startedAt', part.started_at, 'endedAt', part.ended_at,
		'timeliness', case
			when part.due_date is null or part.state = 'waiting' then null
			when app.local_time(coalesce(part.ended_at, now()))::date > part.due_date then 'late'
			when part.ended_at is null then 'running'
			when part.state = 'failed' then null
			when app.local_time(part.ended_at)::date < part.due_date then 'early'
			else 'on-time'
		end,
		'resultNumber', part.result_number, 'note', part.note, 'externalCode', part.external_code,
		'externalStatus', part.external_status, 'copiedFrom', part.copied_from, 'copiedAt', part.copied_at,
		'collectedAt', part.collected_at) order by part.position), '[]')
	from public.dossier_parts as part where part.dossier_id = of_dossier
$$;
comment on function app.parts_of(uuid) is 'The parts of an inter-agency dossier with their own dates. Runs with the rights of whoever asks.';
revoke all on function app.parts_of(uuid) from public, anon;
grant execute on function app.parts_of(uuid) to authenticated;
