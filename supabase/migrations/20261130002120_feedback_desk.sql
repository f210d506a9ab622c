-- What leaders do with complaints and suggestions.

create function app.i_handle(item app.feedback) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from public.staff
		where staff.user_id = auth.uid() and staff.active and staff.agency_id = item.handler_id
			and not app.is_named(staff.full_name, item.about_name)
	) and app.i_have_role('leader')
$$;
comment on function app.i_handle(app.feedback) is 'True for leaders of the agency that handles it, but not for the one it names.';
revoke all on function app.i_handle(app.feedback) from public, anon, authenticated;

create function app.feedback_row(item app.feedback, known app.calendar_index) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('id', item.id, 'code', item.code, 'version', item.version, 'kind', item.kind, 'topic', item.topic,
		'content', item.content, 'about', agency.name, 'matter', item.matter, 'dossierCode', item.dossier_code, 'aboutName', item.about_name,
		'contact', item.contact, 'state', item.state, 'sentAt', app.local_time(item.sent_at), 'answer', item.answer,
		'decidedAt', app.local_time(item.decided_at), 'due', due.day, 'overdue', coalesce(due.day < app.today(), false),
		'late', coalesce(app.local_time(item.decided_at)::date > app.feedback_last_day(item, known), false),
		'publicQuestion', item.public_question, 'publicAnswer', item.public_answer,
		'actions', (
			select coalesce(jsonb_agg(action order by action), '[]') from app.feedback_moves
			where from_state = item.state and not by_sender
				and (action <> 'pass-up' or app.has_leader_but((select parent_id from public.agencies where id = item.handler_id), item.about_name))
		),
		'events', (
			select jsonb_agg(jsonb_build_object('action', action, 'by', actor_name, 'at', app.local_time(at), 'text', text) order by sequence)
			from app.feedback_events where feedback_id = item.id
		))
	from public.agencies as agency, (select app.feedback_due(item, known) as day) as due
	where agency.id = item.agency_id
$$;
comment on function app.feedback_row(app.feedback, app.calendar_index) is 'One complaint or suggestion as leaders see it, with what may be done next and by when.';
revoke all on function app.feedback_row(app.feedback, app.calendar_index) from public, anon, authenticated;

create function public.staff_feedback(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	most constant int := 200;
	wanted text;
	known app.calendar_index;
begin
	perform app.require_protocol(request);
	if app.my_agency_id() is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	wanted := app.find_text(request, 'group', 10);
	if wanted is null or wanted not in ('open', 'done') then
		perform app.fail('PT400', 'group-unknown');
	end if;
	known := app.index_calendar(app.working_calendar());
	return jsonb_build_object('items', (
		select coalesce(jsonb_agg(app.feedback_row(item, known) order by
			case when wanted = 'open' then app.feedback_due(item, known) end, case when wanted = 'open' then item.sent_at end, item.decided_at desc, item.id), '[]')
		from (
			select * from app.feedback
			where handler_id = app.my_agency_id() and (state in ('new', 'asked', 'accepted', 'resolved')) = (wanted = 'open') and app.i_handle(feedback)
			order by case when wanted = 'open' then sent_at end, decided_at desc limit most
		) as item
	));
end
$$;
comment on function public.staff_feedback(jsonb) is
	'{protocol, group: open|done} → {items ≤ 200}: what the leaders of this agency have to answer, by deadline, or have dealt with, the latest first. Never what names the caller. PT403 not-staff, role-missing; PT400 group-unknown.';
revoke all on function public.staff_feedback(jsonb) from public, anon, authenticated;
grant execute on function public.staff_feedback(jsonb) to authenticated;

create function public.answer_feedback(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	item app.feedback;
	earlier app.feedback_events;
	wanted uuid;
	wanted_action text;
	next_state text;
	said text;
	shown_question text;
	shown_answer text;
	above uuid;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'actionId');
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	wanted_action := app.find_text(request, 'action', 20);
	said := app.find_text(request, 'text', 4000);
	select * into item from app.feedback where id = app.get_uuid(request, 'feedbackId') for update;
	select * into earlier from app.feedback_events where action_id = wanted;
	if found then
		if earlier.feedback_id is distinct from item.id or earlier.actor_staff_id is distinct from me.id or earlier.action is distinct from wanted_action then
			perform app.fail('PT409', 'action-id-used');
		end if;
		return jsonb_build_object('state', earlier.to_state);
	end if;
	if item.id is null or not app.i_handle(item) then
		perform app.fail('PT404', 'feedback-unknown');
	end if;
	select to_state into next_state from app.feedback_moves where action = wanted_action and from_state = item.state and not by_sender;
	if not found then
		perform app.fail('PT409', 'status-changed');
	end if;
	if request -> 'expectedVersion' is distinct from to_jsonb(item.version) then
		perform app.fail('PT409', 'version-stale');
	end if;
	if wanted_action in ('reject', 'ask', 'resolve', 'pass-up') and coalesce(length(said), 0) < 5 then
		perform app.fail('PT400', 'feedback-text');
	end if;
	if wanted_action = 'publish' then
		shown_question := app.find_text(request, 'publicQuestion', 2000);
		shown_answer := app.find_text(request, 'publicAnswer', 4000);
		if coalesce(length(shown_question), 0) < 5 or coalesce(length(shown_answer), 0) < 5 then
			perform app.fail('PT400', 'feedback-text');
		end if;
	end if;
	if wanted_action = 'pass-up' then
		above := (select parent_id from public.agencies where id = item.handler_id);
		if not app.has_leader_but(above, item.about_name) then
			perform app.fail('PT409', 'feedback-nobody-above');
		end if;
	end if;
	insert into app.feedback_events (feedback_id, sequence, action_id, action, to_state, actor_staff_id, actor_name, text)
	select item.id, max(sequence) + 1, wanted, wanted_action, next_state, me.id, me.full_name, said from app.feedback_events where feedback_id = item.id
	on conflict (action_id) do nothing;
	if not found then
		perform app.fail('PT409', 'action-id-used');
	end if;
	update app.feedback set state = next_state, version = version + 1,
		handler_id = coalesce(above, handler_id),
		question = case when wanted_action = 'ask' then said else question end,
		answer = case when wanted_action in ('reject', 'resolve') then said else answer end,
		decided_at = case when wanted_action in ('reject', 'resolve') then now() else decided_at end,
		public_question = coalesce(shown_question, public_question), public_answer = coalesce(shown_answer, public_answer),
		published_at = case when wanted_action = 'publish' then now() else published_at end
	where id = item.id;
	return jsonb_build_object('state', next_state);
end
$$;
comment on function public.answer_feedback(jsonb) is
	'{protocol, actionId, feedbackId, expectedVersion, action: reject|ask|accept|resolve|publish|keep|pass-up, text? (reject, ask, resolve, pass-up: at least 5), publicQuestion?, publicAnswer? (publish)} → {state}: a leader deals with a complaint or suggestion; the same actionId once. PT403 not-staff, role-missing; PT404 feedback-unknown; PT409 status-changed, version-stale, action-id-used, feedback-nobody-above; PT400 feedback-text.';
revoke all on function public.answer_feedback(jsonb) from public, anon, authenticated;
grant execute on function public.answer_feedback(jsonb) to authenticated;
