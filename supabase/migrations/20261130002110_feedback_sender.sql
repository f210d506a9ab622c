-- What whoever complains or suggests may do: send it, see where it stands, answer a question. Without an account.

create function public.feedback_setup(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform app.require_protocol(request);
	return jsonb_build_object(
		'offices', (
			select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by name), '[]') from public.agencies where receives
		),
		'days', (select jsonb_object_agg(step, working_days) from app.feedback_limits)
	);
end
$$;
comment on function public.feedback_setup(jsonb) is
	'{protocol} → {offices: [{code, name}], days: {reject, ask, resolve, publish}}: whom one may write about, and the working days of each step.';
revoke all on function public.feedback_setup(jsonb) from public, anon, authenticated;
grant execute on function public.feedback_setup(jsonb) to anon, authenticated;

create function app.get_contact(request jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	given constant jsonb := request -> 'contact';
	mail constant text := app.find_text(given, 'email', 200);
begin
	if mail !~ '^[^\s@]+@[^\s@]+\.[^\s@]+$' then
		perform app.fail('PT400', 'contact-malformed');
	end if;
	return jsonb_strip_nulls(jsonb_build_object('name', app.find_text(given, 'name', 120), 'phone', app.find_text(given, 'phone', 20), 'email', mail));
end
$$;
comment on function app.get_contact(jsonb) is 'Who sent it as {name?, phone?, email?}; {} = nameless. PT400 contact-malformed.';
revoke all on function app.get_contact(jsonb) from public, anon, authenticated;

create function app.feedback_receipt(item app.feedback, given_hash text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('id', item.id, 'code', item.code, 'lookupCode', app.code_from_hash(app.hash_text(given_hash || ':feedback'), 8),
		'sentAt', app.local_time(item.sent_at), 'office', agency.name,
		'lastDay', app.feedback_day(app.local_time(item.sent_at)::date, 'resolve', app.index_calendar(app.working_calendar())))
	from public.agencies as agency where agency.id = item.handler_id
$$;
comment on function app.feedback_receipt(app.feedback, text) is
	'{id, code, lookupCode, sentAt, office, lastDay}: what the sender gets. The lookup code is derived from the hash the phone sends with it, of which only a hash is kept, so a replay answers the same and no table tells it.';
revoke all on function app.feedback_receipt(app.feedback, text) from public, anon, authenticated;

create function public.send_feedback(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	most_from_address constant int := 60;
	sent_mark constant text := 'feedback sent';
	wanted uuid;
	given_hash text;
	wanted_agency text;
	item app.feedback;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'id');
	given_hash := app.find_text(request, 'secretHash', 64);
	if coalesce(given_hash, '') !~ '^[0-9a-f]{64}$' then
		perform app.fail('PT400', 'secret-malformed');
	end if;
	perform pg_advisory_xact_lock(hashtextextended(wanted::text, 10));
	select * into item from app.feedback where id = wanted;
	if found then
		if item.secret_hash <> app.hash_text(given_hash) or item.content_hash <> app.hash_text((request - 'secretHash')::text) then
			perform app.fail('PT409', 'feedback-differs');
		end if;
		return app.feedback_receipt(item, given_hash);
	end if;
	-- Shared addresses are normal; the bound only stops floods. The mark goes with the misses of lookups after two days:
	-- beside the complaint itself no address is kept.
	perform app.hold_guesses(gen_random_uuid()::text);
	if (
		select count(*) from app.lookup_attempts
		where address_hash = app.hash_text(coalesce('staff ' || app.my_staff_id(), app.client_address()))
			and code_hash = app.hash_text(sent_mark) and at > now() - interval '1 hour'
	) >= most_from_address then
		perform app.fail('PT429', 'too-much-feedback');
	end if;
	item.kind := app.find_text(request, 'kind', 20);
	item.topic := app.find_text(request, 'topic', 20);
	item.content := app.find_text(request, 'content', 4000);
	if item.kind is null or item.kind not in ('complaint', 'suggestion')
		or item.topic is null or item.topic not in ('procedure', 'attitude', 'leader', 'other')
		or coalesce(length(item.content), 0) < 10
	then
		perform app.fail('PT400', 'feedback-malformed');
	end if;
	item.about_name := app.find_text(request, 'aboutName', 120);
	wanted_agency := app.find_text(request, 'agencyCode', 30);
	select id into item.agency_id from public.agencies where receives and code = wanted_agency;
	if not found then
		if wanted_agency is not null or (select count(*) from public.agencies where receives) <> 1 then
			perform app.fail('PT400', 'office-unknown');
		end if;
		select id into item.agency_id from public.agencies where receives;
	end if;
	insert into app.feedback
		(id, secret_hash, content_hash, code, lookup_hash, kind, topic, content, agency_id, handler_id, matter, dossier_code, about_name, contact)
	select wanted, app.hash_text(given_hash), app.hash_text((request - 'secretHash')::text),
		'PA-' || left(drawn.code, 4) || '-' || right(drawn.code, 4),
		app.hash_text(app.code_from_hash(app.hash_text(given_hash || ':feedback'), 8)),
		item.kind, item.topic, item.content, item.agency_id, app.find_feedback_handler(item.agency_id, item.topic, item.about_name),
		app.find_text(request, 'matter', 300), app.find_text(request, 'dossierCode', 60), item.about_name, app.get_contact(request)
	from (select app.code_from_hash(app.random_digest(), 8) as code) as drawn
	returning * into item;
	insert into app.feedback_events (feedback_id, sequence, action_id, action, to_state)
	values (item.id, 1, gen_random_uuid(), 'send', 'new');
	perform app.note_guess(sent_mark);
	return app.feedback_receipt(item, given_hash);
end
$$;
comment on function public.send_feedback(jsonb) is
	'{protocol, id, secretHash, kind: complaint|suggestion, topic: procedure|attitude|leader|other, content 10–4000, agencyCode?, matter?, dossierCode?, aboutName?, contact?: {name?, phone?, email?}} → {id, code, lookupCode, sentAt, office, lastDay}. Same id and content = same receipt; other content PT409 feedback-differs. PT409 feedback-nobody-above; PT400 feedback-malformed, contact-malformed, office-unknown, secret-malformed; PT429 too-much-feedback.';
revoke all on function public.send_feedback(jsonb) from public, anon, authenticated;
grant execute on function public.send_feedback(jsonb) to anon, authenticated;

create function app.find_feedback(request jsonb) returns app.feedback
language plpgsql
security definer
set search_path = ''
as $$
declare
	asked_code constant text := app.normalise_code(coalesce(app.find_text(request, 'code', 60), ''));
	asked_secret constant text := app.normalise_code(coalesce(app.find_text(request, 'lookupCode', 60), ''));
	item app.feedback;
begin
	perform app.hold_guesses(asked_code);
	select * into item from app.feedback
	where app.normalise_code(code) = asked_code and lookup_hash = app.hash_text(asked_secret);
	if not found then
		perform app.note_guess(asked_code);
	end if;
	return item;
end
$$;
comment on function app.find_feedback(jsonb) is
	'What the two codes of a request open, else a row of nulls, and the miss is counted. PT429 too-many-lookups.';
revoke all on function app.find_feedback(jsonb) from public, anon, authenticated;

create function app.feedback_shown(item app.feedback) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('kind', item.kind, 'state', item.state, 'sentAt', app.local_time(item.sent_at), 'office', agency.name,
		'lastDay', app.feedback_last_day(item, app.index_calendar(app.working_calendar())),
		'question', case when item.state = 'asked' then item.question end, 'answer', item.answer,
		'decidedAt', app.local_time(item.decided_at))
	from public.agencies as agency where agency.id = item.handler_id
$$;
comment on function app.feedback_shown(app.feedback) is
	'{kind, state, sentAt, office, lastDay, question, answer, decidedAt}: what the two codes show; neither what was written nor by whom, the paper with the codes may be found by anybody.';
revoke all on function app.feedback_shown(app.feedback) from public, anon, authenticated;

create function public.feedback_status(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	item app.feedback;
begin
	perform app.require_protocol(request);
	item := app.find_feedback(request);
	if item.id is null then
		return jsonb_build_object('found', false);
	end if;
	return jsonb_build_object('found', true, 'feedback', app.feedback_shown(item));
end
$$;
comment on function public.feedback_status(jsonb) is
	'{protocol, code, lookupCode} → {found: false} | {found: true, feedback}: one answer for every miss. PT429 too-many-lookups.';
revoke all on function public.feedback_status(jsonb) from public, anon, authenticated;
grant execute on function public.feedback_status(jsonb) to anon, authenticated;

create function public.reply_feedback(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	item app.feedback;
	wanted uuid;
	said text;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'actionId');
	said := app.find_text(request, 'text', 4000);
	if coalesce(length(said), 0) < 2 then
		perform app.fail('PT400', 'feedback-malformed');
	end if;
	item := app.find_feedback(request);
	if item.id is null then
		return jsonb_build_object('found', false);
	end if;
	select * into item from app.feedback where id = item.id for update;
	if exists (select 1 from app.feedback_events where action_id = wanted) then
		if not exists (select 1 from app.feedback_events where action_id = wanted and feedback_id = item.id and action = 'reply' and text = said) then
			perform app.fail('PT409', 'action-id-used');
		end if;
		return jsonb_build_object('found', true, 'feedback', app.feedback_shown(item));
	end if;
	if not exists (select 1 from app.feedback_moves where action = 'reply' and from_state = item.state) then
		perform app.fail('PT409', 'status-changed');
	end if;
	update app.feedback set state = 'accepted', version = version + 1 where id = item.id returning * into item;
	insert into app.feedback_events (feedback_id, sequence, action_id, action, to_state, text)
	select item.id, max(sequence) + 1, wanted, 'reply', item.state, said from app.feedback_events where feedback_id = item.id
	on conflict (action_id) do nothing;
	if not found then
		perform app.fail('PT409', 'action-id-used');
	end if;
	return jsonb_build_object('found', true, 'feedback', app.feedback_shown(item));
end
$$;
comment on function public.reply_feedback(jsonb) is
	'{protocol, actionId, code, lookupCode, text} → {found, feedback?}: the sender answers what the office asked; asked → accepted. The same actionId once. PT409 status-changed, action-id-used; PT400 feedback-malformed; PT429 too-many-lookups.';
revoke all on function public.reply_feedback(jsonb) from public, anon, authenticated;
grant execute on function public.reply_feedback(jsonb) to anon, authenticated;

create function public.published_feedback(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	most constant int := 50;
begin
	perform app.require_protocol(request);
	return jsonb_build_object('items', (
		select coalesce(jsonb_agg(jsonb_build_object('kind', shown.kind, 'question', shown.public_question, 'answer', shown.public_answer,
			'office', agencies.name, 'day', app.local_time(shown.published_at)::date) order by shown.published_at desc), '[]')
		from (select * from app.feedback where state = 'published' order by published_at desc limit most) as shown
		join public.agencies on agencies.id = shown.handler_id
	));
end
$$;
comment on function public.published_feedback(jsonb) is
	'{protocol} → {items: [{kind, question, answer, office, day}] ≤ 50}: what was answered in public, the latest first, in the words the leader wrote for it.';
revoke all on function public.published_feedback(jsonb) from public, anon, authenticated;
grant execute on function public.published_feedback(jsonb) to anon, authenticated;
