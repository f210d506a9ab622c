-- Phiếu kiểm soát quá trình giải quyết hồ sơ (our form 06): who gave the dossier to whom, when, and whether in time. Nobody
-- fills it in: it is told by the events. An inside paper: no citizen holds it, so it leaves the dossier itself as it is and
-- needs no event of its own; the slip and its prints are the record.

create function app.transfer_day(received timestamptz) returns date
language sql
stable
security definer
set search_path = ''
as $$
	-- ND61 Đ18: the same working day; what comes after 15:00 goes first thing on the next.
	select case
		when app.is_working_day(at::date, known.calendar) and at::time <= time '15:00' then at::date
		else app.find_working_day_after(at::date, 1, known.calendar)
	end
	from (select app.local_time(received)::timestamp as at) as list, (select app.index_calendar(app.working_calendar()) as calendar) as known
$$;
comment on function app.transfer_day(timestamptz) is
	'The day by which what was received at this moment is with the department (ND61 Đ18); null when a year on the way has no calendar.';
revoke all on function app.transfer_day(timestamptz) from public, anon, authenticated;

create function app.patch_last(steps jsonb, kinds text[], patch jsonb) returns jsonb
language sql
immutable
set search_path = ''
as $$
	select coalesce((
		select jsonb_set(steps, array[(position - 1)::text], step || patch)
		from jsonb_array_elements(steps) with ordinality as list (step, position)
		where step ->> 'kind' = any (kinds) and not step ? 'takenAt'
		order by position desc limit 1
	), steps)
$$;
comment on function app.patch_last(jsonb, text[], jsonb) is
	'The steps, of which the last one of these kinds that nobody has taken over yet is patched.';
revoke all on function app.patch_last(jsonb, text[], jsonb) from public, anon, authenticated;

create function app.find_open_step(steps jsonb, kinds text[], wanted_to text) returns boolean
language sql
immutable
set search_path = ''
as $$
	select coalesce((
		select step ->> 'to' = wanted_to and not step ? 'number'
		from jsonb_array_elements(steps) with ordinality as list (step, position)
		where step ->> 'kind' = any (kinds) and not step ? 'takenAt'
		order by position desc limit 1
	), false)
$$;
comment on function app.find_open_step(jsonb, text[], text) is
	'True when the last open step of these kinds goes there and has no bordereau yet: the bordereau is that very step on paper.';
revoke all on function app.find_open_step(jsonb, text[], text) from public, anon, authenticated;

create function app.chain_of(dossier public.dossiers) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	desk constant text := (select name from public.agencies where id = dossier.agency_id);
	outward constant text[] := array['transfer', 'move'];
	event public.dossier_events;
	given jsonb;
	taken jsonb;
	department text;
	steps jsonb := '[]';
begin
	for event in select * from public.dossier_events where dossier_id = dossier.id order by sequence loop
		given := jsonb_build_object('givenAt', app.local_time(event.at), 'givenBy', event.actor_name);
		taken := jsonb_build_object('takenAt', app.local_time(event.at), 'takenBy', event.actor_name);
		case event.action
		when 'receive' then
			select name into department from public.departments where id = (event.data ->> 'departmentId')::uuid;
			steps := steps || (given || jsonb_build_object('kind', 'transfer', 'from', desk, 'to', department,
				-- On a blank the hand-over was made by hand, and nobody wrote down when.
				'until', case when not event.data ? 'blank' then app.transfer_day(dossier.received_at) end));
		when 'handover' then
			select name into department from public.departments where id = (event.data ->> 'departmentId')::uuid;
			given := given || jsonb_build_object('number', event.data ->> 'number');
			if event.data ->> 'direction' = 'to-desk' then
				steps := case when app.find_open_step(steps, array['back'], desk)
					then app.patch_last(steps, array['back'], given)
					else steps || (given || jsonb_build_object('kind', 'back', 'from', department, 'to', desk)) end;
			else
				steps := case when app.find_open_step(steps, outward, department)
					then app.patch_last(steps, outward, given)
					else steps || (given || jsonb_build_object('kind', 'transfer', 'from', desk, 'to', department)) end;
			end if;
		when 'taken' then
			steps := app.patch_last(steps, case event.data ->> 'direction' when 'to-desk' then array['back'] else outward end, taken);
		when 'start' then
			steps := app.patch_last(steps, outward, taken);
		when 'move' then
			department := event.data ->> 'department';
			steps := steps || (given || jsonb_build_object('kind', 'move', 'from', event.data ->> 'fromDepartment', 'to', department, 'note', event.data ->> 'reason'));
		when 'stage-done' then
			steps := steps || (taken || jsonb_build_object('kind', 'stage', 'from', department, 'givenAt', event.data ->> 'startedAt',
				'until', event.data ->> 'dueDate', 'timeliness', event.data ->> 'timeliness', 'note', event.data ->> 'stage'));
		when 'consult' then
			steps := steps || (given || jsonb_build_object('kind', 'consult', 'from', department, 'to', event.data ->> 'agency',
				'number', event.data ->> 'documentNumber', 'until', event.data ->> 'until', 'waitId', event.data ->> 'waitId'));
		when 'consult-answer' then
			select jsonb_agg(case when step ->> 'waitId' = event.data ->> 'waitId'
				then step || taken || jsonb_build_object('outcome', event.data ->> 'outcome') else step end order by position)
			into steps from jsonb_array_elements(steps) with ordinality as list (step, position);
		when 'supplement', 'supplement-again' then
			-- The office asks by one voice, the desk's (ND61 Đ5.1.e); before receipt there is no chain yet.
			if jsonb_array_length(steps) > 0 then
				steps := steps || (given || jsonb_build_object('kind', 'papers', 'from', desk, 'to', dossier.applicant ->> 'fullName'));
			end if;
		when 'resume' then
			steps := app.patch_last(steps, array['papers'], taken);
		when 'finish', 'halt', 'correct' then
			steps := steps || (given || jsonb_build_object('kind', 'back', 'from', department, 'to', desk,
				'outcome', event.action, 'note', event.data ->> 'reason'));
		when 'return', 'settle' then
			steps := steps || (given || jsonb_build_object('kind', 'return', 'from', desk, 'to', event.data ->> 'recipientName',
				'takenAt', app.local_time(event.at), 'takenBy', coalesce(event.data #>> '{post,carrier}', event.data ->> 'recipientName')));
			if event.data ? 'post' then
				steps := jsonb_set(steps, '{-1}', steps -> -1
					|| jsonb_build_object('outcome', 'post', 'number', event.data #>> '{post,number}', 'note', event.data #>> '{post,address}'));
			end if;
		else
			null;
		end case;
	end loop;
	return steps || coalesce((
		select jsonb_agg(jsonb_build_object('kind', 'part', 'from', desk, 'to', part.agency, 'givenAt', app.local_time(part.started_at),
			'takenAt', app.local_time(part.ended_at), 'until', part.due_date, 'outcome', part.state, 'note', part.title) order by part.position)
		from public.dossier_parts as part where part.dossier_id = dossier.id and part.started_at is not null
	), '[]');
end
$$;
comment on function app.chain_of(public.dossiers) is
	'Every time a received dossier changed hands, from its events: [{kind transfer|move|stage|consult|part|papers|back|return, from, to?, givenAt, givenBy?, takenAt?, takenBy?, number?, until?, outcome?, note?, timeliness?: of a stage}]. A bordereau is one step with the transfer it carries out.';
revoke all on function app.chain_of(public.dossiers) from public, anon, authenticated;

create function app.control_steps(dossier public.dossiers) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_strip_nulls(step - 'waitId' || jsonb_build_object('timeliness', case
		when step ->> 'kind' = 'stage' then step ->> 'timeliness'
		when step ->> 'kind' = 'transfer' then case
			when step ->> 'until' is null then null
			when left(step ->> 'givenAt', 10) <= step ->> 'until' then 'on-time' else 'late' end
		when step ->> 'kind' in ('consult', 'part') then case
			when step ->> 'until' is null then null
			-- What was still open when the whole ended is judged by that day.
			when coalesce(left(step ->> 'takenAt', 10), left(app.local_time(coalesce(dossier.finished_at, now())), 10)) > step ->> 'until'
				or step ->> 'outcome' = 'silent' then 'late'
			when step ->> 'takenAt' is null or step ->> 'outcome' = 'failed' then null
			when left(step ->> 'takenAt', 10) < step ->> 'until' then 'early' else 'on-time' end
		-- What the department was given the dossier for.
		when step ->> 'kind' = 'back' and step ->> 'outcome' in ('finish', 'halt') then app.timeliness_of(dossier)
	end)) order by position), '[]')
	from jsonb_array_elements(app.chain_of(dossier)) with ordinality as list (step, position)
$$;
comment on function app.control_steps(public.dossiers) is
	'app.chain_of with `timeliness` (early, on-time, late) where a step had a date: by working date, against the date in force.';
revoke all on function app.control_steps(public.dossiers) from public, anon, authenticated;

create function app.control_snapshot(dossier public.dossiers, issuer text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select head.value || coalesce(app.form_head(head.value ->> 'formSet', '06'), '{}') || jsonb_build_object(
		'channel', dossier.channel,
		'receivedAt', app.local_time(dossier.received_at),
		'limit', app.limit_of(dossier),
		'dueBasis', dossier.due_basis,
		'firstDueDate', dossier.first_due_date,
		'dueDate', dossier.due_date,
		'due', app.local_time(dossier.due_at),
		'status', dossier.status,
		'timeliness', app.timeliness_of(dossier),
		'papers', coalesce(receipt.papers, received.papers, '[]'),
		'steps', app.control_steps(dossier),
		'issuer', issuer)
	from (select app.slip_head(dossier, '06', '', now()) as value) as head
	left join lateral (
		select snapshot -> 'papers' as papers from public.slips
		where slips.dossier_id = dossier.id and form = '01' order by issued_at desc limit 1
	) as receipt on true
	-- A same-day matter without a slip.
	left join lateral (
		select data -> 'papers' as papers from public.dossier_events as event
		where event.dossier_id = dossier.id and event.action = 'receive' limit 1
	) as received on true
$$;
comment on function app.control_snapshot(public.dossiers, text) is 'The control sheet as data (domain §3.2); no lookup code, for it stays in the office.';
revoke all on function app.control_snapshot(public.dossiers, text) from public, anon, authenticated;

create function public.issue_control_sheet(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted uuid;
	dossier public.dossiers;
	known public.slips;
	drawn text;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'actionId');
	select * into dossier from public.dossiers where id = app.get_uuid(request, 'dossierId') and app.i_may_read(id);
	if not found then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	if not (app.i_have_role('receiver') or app.i_work_in_a_department()) then
		perform app.fail('PT403', 'role-missing');
	end if;
	if dossier.received_at is null then
		perform app.fail('PT409', 'not-received');
	end if;
	perform app.lock_submissions(array[wanted]);
	select * into known from public.slips where id = wanted;
	if found then
		if known.dossier_id <> dossier.id or known.form <> '06' or known.issued_by <> app.my_staff_id() then
			perform app.fail('PT409', 'action-id-used');
		end if;
		return jsonb_build_object('slipId', known.id, 'number', known.number);
	end if;
	drawn := app.draw_slip_number(dossier.agency_id, '06');
	insert into public.slips (id, dossier_id, agency_id, form, number, issued_by, snapshot)
	select wanted, dossier.id, dossier.agency_id, '06', drawn, staff.id,
		app.control_snapshot(dossier, staff.full_name) || jsonb_build_object('number', drawn)
	from public.staff where staff.id = app.my_staff_id();
	return jsonb_build_object('slipId', wanted, 'number', drawn);
end
$$;
comment on function public.issue_control_sheet(jsonb) is
	'{protocol, actionId, dossierId} → {slipId, number}: a control sheet of the dossier as it stands now, never changed again; the same actionId answers the same. For receivers, officers and approvers who read it. PT404 dossier-unknown; PT403 role-missing; PT409 not-received, action-id-used.';
revoke all on function public.issue_control_sheet(jsonb) from public, anon, authenticated;
grant execute on function public.issue_control_sheet(jsonb) to authenticated;
