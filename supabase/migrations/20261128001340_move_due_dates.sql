-- Moving due dates after the calendar has changed. The administrator edits the calendar and sees no dossier; the leader
-- answers for what was promised to citizens, so the leader moves dates: chosen ones, with a reason, an event and a new
-- slip each. The old slip stays as it was handed out.

insert into app.transitions (action, from_status, to_status, role, when_received) values
	('move-due', 2, 2, 'leader', true),
	('move-due', 4, 4, 'leader', true);

create function app.reissue_receipt(
	dossier public.dossiers, due jsonb, reason text, context app.action_context
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	replaced public.slips;
	number text;
begin
	select * into replaced from public.slips
	where dossier_id = dossier.id and form = '01'
	order by issued_at desc, slips.number desc limit 1;
	-- A same-day matter may have been taken without a slip; then there is none to replace.
	if not found then
		return '{}';
	end if;
	number := app.draw_slip_number(dossier.agency_id, '01');
	return jsonb_build_object(
		'number', number,
		'slipId', app.issue_slip(dossier, '01', context.staff_id,
			-- What was received does not change, nor the lookup code: both papers lead to the same dossier.
			replaced.snapshot - 'blank' || jsonb_build_object(
				'issuedAt', app.local_time(now()),
				'dueDate', due ->> 'dueDate',
				'due', due ->> 'due',
				'firstDueDate', dossier.first_due_date,
				'moveReason', reason,
				'replaces', jsonb_build_object('number', replaced.number, 'dueDate', replaced.snapshot ->> 'dueDate',
					'due', replaced.snapshot ->> 'due')
			), number)
	);
end
$$;
comment on function app.reissue_receipt(public.dossiers, jsonb, text, app.action_context) is
	'Mẫu số 01 again under its own number with another due date, saying which slip it replaces, why, and the first date; {slipId, number}, or {} when there was no slip.';
revoke all on function app.reissue_receipt(public.dossiers, jsonb, text, app.action_context) from public;

create function app.part_action(of_action uuid, of_dossier uuid) returns uuid
language sql
immutable
set search_path = ''
as $$ select left(encode(sha256(convert_to(of_action::text || of_dossier::text, 'UTF8')), 'hex'), 32)::uuid $$;
comment on function app.part_action(uuid, uuid) is 'The action id of one dossier in an action on many: the same every time it is sent.';
revoke all on function app.part_action(uuid, uuid) from public, anon, authenticated;

create function app.move_due_date(request jsonb, wanted_date text, reason text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	due jsonb;
	slip jsonb;
begin
	select * into acted from app.begin_action(request, 'move-due');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	if dossier.due_date is null or app.due_is_by_hand(dossier) then
		perform app.fail('PT409', 'due-by-hand');
	end if;
	due := app.due_for(dossier, dossier.received_at);
	if due ->> 'dueDate' is distinct from wanted_date then
		-- The calendar has changed once more since the list was read.
		perform app.fail('PT409', 'due-differs');
	end if;
	if (due ->> 'dueDate')::date = dossier.due_date and due ->> 'due' is not distinct from app.local_time(dossier.due_at) then
		perform app.fail('PT409', 'due-unmoved');
	end if;
	-- Nobody can come yesterday, and no dossier becomes late by somebody moving its date.
	if (due ->> 'dueDate')::date < app.today() then
		perform app.fail('PT409', 'due-past');
	end if;
	update public.dossiers set
		due_date = (due ->> 'dueDate')::date,
		due_at = (due ->> 'due')::timestamp at time zone 'Asia/Ho_Chi_Minh'
	where id = dossier.id;
	slip := app.reissue_receipt(dossier, due, reason, context);
	return app.record_action(context, dossier, 'move-due',
		jsonb_build_object('id', dossier.id, 'code', dossier.code, 'dueDate', due ->> 'dueDate', 'due', due ->> 'due',
			'slipId', slip ->> 'slipId', 'number', slip ->> 'number'),
		jsonb_build_object('fromDate', dossier.due_date, 'fromDue', app.local_time(dossier.due_at), 'dueDate', due ->> 'dueDate',
			'due', due ->> 'due', 'reason', reason, 'slipId', slip ->> 'slipId'));
end
$$;
comment on function app.move_due_date(jsonb, text, text) is
	'Moves one due date to what the calendar says now, which must be the date the leader saw. PT409 due-by-hand, due-differs, due-unmoved, due-past, and as app.begin_action.';
revoke all on function app.move_due_date(jsonb, text, text) from public;

create function public.move_due_dates(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	most constant int := 50;
	asked constant jsonb := request -> 'dossiers';
	wanted_action uuid;
	reason text;
	one jsonb;
	moved jsonb := '[]';
	skipped jsonb := '[]';
begin
	perform app.require_protocol(request);
	if app.my_staff_id() is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	wanted_action := app.get_uuid(request, 'actionId');
	reason := app.find_text(request, 'reason', 500);
	if coalesce(length(reason), 0) < 3 then
		perform app.fail('PT400', 'move-reason');
	end if;
	if jsonb_typeof(asked) is distinct from 'array' or jsonb_array_length(asked) not between 1 and most then
		perform app.fail('PT400', 'move-list');
	end if;
	if exists (
		select 1 from jsonb_array_elements(asked) as entry
		where jsonb_typeof(entry) <> 'object' or app.find_uuid(entry, 'id') is null or app.find_text(entry, 'dueDate', 10) is null
	) then
		perform app.fail('PT400', 'move-list');
	end if;
	-- All at once and in one order, before the numbers of slips are drawn: two leaders wait for each other, never in a circle.
	perform 1 from public.dossiers
	where id in (select app.find_uuid(entry, 'id') from jsonb_array_elements(asked) as entry) and agency_id = app.my_agency_id()
	order by id for update;
	for one in
		select distinct on (lower(entry ->> 'id')) entry from jsonb_array_elements(asked) as entry order by lower(entry ->> 'id')
	loop
		begin
			moved := moved || jsonb_build_array(app.move_due_date(
				jsonb_build_object(
					'protocol', 1,
					'actionId', app.part_action(wanted_action, app.find_uuid(one, 'id')),
					'dossierId', one -> 'id',
					'expectedVersion', one -> 'expectedVersion'
				), app.find_text(one, 'dueDate', 10), reason
			));
		exception when sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT409' then
			-- One that cannot be moved holds up no other.
			skipped := skipped || jsonb_build_array(jsonb_build_object('id', one -> 'id', 'why', sqlerrm));
		end;
	end loop;
	return jsonb_build_object('moved', moved, 'skipped', skipped);
end
$$;
comment on function public.move_due_dates(jsonb) is
	'{protocol, actionId, reason, dossiers: [{id, expectedVersion, dueDate}] ≤ 50} → {moved: [{id, code, dueDate, due, slipId, number}], skipped: [{id, why}]}: the leader moves each to the date the calendar gives now, 2 → 2 or 4 → 4, with an event and a new Mẫu số 01. PT403 not-staff, role-missing; PT400 move-reason, move-list; why = version-stale, status-changed, dossier-unknown, own-dossier, due-by-hand, due-differs, due-unmoved, due-past.';
revoke all on function public.move_due_dates(jsonb) from public, anon, authenticated;
grant execute on function public.move_due_dates(jsonb) to authenticated;
