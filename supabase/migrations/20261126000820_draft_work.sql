-- Writing a draft: begin, save, rebase, discard. What the client believes to be the latest revision must be it.

create function app.catalogue_member(request jsonb, wanted text[]) returns public.staff
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff;
begin
	perform app.require_protocol(request);
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not exists (select 1 from public.staff_roles where staff_id = me.id and role = any (wanted)) then
		perform app.fail('PT403', 'role-missing');
	end if;
	return me;
end
$$;
comment on function app.catalogue_member(jsonb, text[]) is
	'The staff member behind this request, who has one of these roles; the catalogue belongs to every agency of the installation. PT403 not-staff, role-missing.';
revoke all on function app.catalogue_member(jsonb, text[]) from public;

create function app.catalogue_replay(request jsonb, me public.staff, action text) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	earlier public.catalogue_events;
begin
	select * into earlier from public.catalogue_events where action_id = app.get_uuid(request, 'actionId');
	if not found then
		return null;
	end if;
	if earlier.action <> catalogue_replay.action or earlier.actor_staff_id is distinct from me.id
		or earlier.request_hash <> app.hash_text(request::text)
	then
		perform app.fail('PT409', 'action-id-used');
	end if;
	return earlier.answer;
end
$$;
comment on function app.catalogue_replay(jsonb, public.staff, text) is
	'What {actionId} was answered before, or null. PT409 action-id-used for another request, person or action.';
revoke all on function app.catalogue_replay(jsonb, public.staff, text) from public;

create function app.draft_to_change(request jsonb, wanted text[]) returns public.procedure_drafts
language plpgsql
security definer
set search_path = ''
as $$
declare
	draft public.procedure_drafts;
begin
	select * into draft from public.procedure_drafts where id = app.get_uuid(request, 'draftId') for update;
	if not found then
		perform app.fail('PT404', 'draft-unknown');
	end if;
	if draft.status <> all (wanted) then
		perform app.fail('PT409', 'draft-closed');
	end if;
	if request -> 'expectedRevision' is distinct from to_jsonb(draft.revision) then
		perform app.fail('PT409', 'draft-changed');
	end if;
	return draft;
end
$$;
comment on function app.draft_to_change(jsonb, text[]) is
	'The draft {draftId}, locked, in one of these states and as {expectedRevision} knows it. PT404 draft-unknown; PT409 draft-closed, draft-changed.';
revoke all on function app.draft_to_change(jsonb, text[]) from public;

create function app.draft_place(draft public.procedure_drafts) returns jsonb
language sql
immutable
set search_path = ''
as $$ select jsonb_build_object('draftId', draft.id, 'status', draft.status, 'revision', draft.revision) $$;
comment on function app.draft_place(public.procedure_drafts) is 'Where a draft stands: {draftId, status, revision}.';
revoke all on function app.draft_place(public.procedure_drafts) from public;

create function app.note_draft(
	draft public.procedure_drafts, me public.staff, action text, note text default null,
	request jsonb default null, answer jsonb default null, version_id uuid default null
) returns void
language sql
security definer
set search_path = ''
as $$
	insert into public.catalogue_events (procedure_code, draft_id, version_id, action_id, request_hash, action,
		actor_staff_id, actor_name, note, answer)
	values (draft.procedure_code, draft.id, note_draft.version_id, app.find_uuid(request, 'actionId'),
		app.hash_text(request::text), note_draft.action, me.id, me.full_name, note_draft.note, note_draft.answer)
$$;
comment on function app.note_draft(public.procedure_drafts, public.staff, text, text, jsonb, jsonb, uuid) is
	'Appends what was done to a draft; with a request, under its actionId and with what it is answered.';
revoke all on function app.note_draft(public.procedure_drafts, public.staff, text, text, jsonb, jsonb, uuid) from public;

create function app.note_saved(draft public.procedure_drafts, me public.staff) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	latest public.catalogue_events;
begin
	select * into latest from public.catalogue_events where draft_id = draft.id order by at desc limit 1;
	-- A screen saves every few seconds; one line tells that this person wrote, and when they began.
	if latest.action = 'save' and latest.actor_staff_id = me.id and latest.at > clock_timestamp() - interval '10 minutes' then
		return;
	end if;
	perform app.note_draft(draft, me, 'save');
end
$$;
comment on function app.note_saved(public.procedure_drafts, public.staff) is
	'Appends that somebody saved a draft; once for what the same person saves in a row within ten minutes.';
revoke all on function app.note_saved(public.procedure_drafts, public.staff) from public;

create function app.wrote_draft(draft_id uuid, staff_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from public.catalogue_events as event
		where event.draft_id = wrote_draft.draft_id and event.actor_staff_id = wrote_draft.staff_id
			and event.action in ('begin', 'save', 'rebase', 'propose')
	)
$$;
comment on function app.wrote_draft(uuid, uuid) is 'True for whoever began, saved, rebased or proposed this draft: no second person.';
revoke all on function app.wrote_draft(uuid, uuid) from public;

create function app.get_reason(request jsonb) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	reason text := app.find_text(request, 'reason', 1000);
begin
	if reason is null or length(reason) < 3 then
		perform app.fail('PT400', 'reason-missing');
	end if;
	return reason;
end
$$;
comment on function app.get_reason(jsonb) is 'The {reason} of a request, 3 to 1000 characters. PT400 reason-missing.';
revoke all on function app.get_reason(jsonb) from public;

create function app.find_base(request jsonb, code text) returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	base_id uuid;
begin
	if coalesce(jsonb_typeof(request -> 'baseVersionId'), 'null') = 'null' then
		return null;
	end if;
	select id into base_id from public.procedure_versions
	where id = app.get_uuid(request, 'baseVersionId') and procedure_code = code and status in ('published', 'scheduled');
	if not found then
		perform app.fail('PT404', 'version-unknown');
	end if;
	return base_id;
end
$$;
comment on function app.find_base(jsonb, text) is
	'The version {baseVersionId} of this code, or null when none is given. PT404 version-unknown.';
revoke all on function app.find_base(jsonb, text) from public;

create function app.get_content(request jsonb, code text) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform app.check_procedure(request -> 'content');
	if request #>> '{content,code}' <> code then
		perform app.fail('PT400', 'content-invalid');
	end if;
	return request -> 'content';
end
$$;
comment on function app.get_content(jsonb, text) is 'The checked {content} of a request, which is of this code. PT400 content-invalid.';
revoke all on function app.get_content(jsonb, text) from public;

-- The functions -----------------------------------------------------------------------------------------

create function public.begin_procedure_draft(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor']);
	replayed jsonb := app.catalogue_replay(request, me, 'begin');
	wanted_code text := coalesce(app.find_text(request, 'procedureCode', 8), '');
	wanted_kind text := coalesce(request ->> 'kind', 'change');
	draft public.procedure_drafts;
begin
	if replayed is not null then
		return replayed;
	end if;
	if wanted_code !~ '^[0-9]\.[0-9]{6}$' or wanted_kind not in ('change', 'withdraw') or coalesce(request ->> 'source', 'editor') <> 'editor' then
		perform app.fail('PT400', 'draft-malformed');
	end if;
	if wanted_kind = 'withdraw' and not exists (
		select 1 from public.procedures where code = wanted_code and status = 'published'
	) then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	insert into public.procedure_drafts
		(id, procedure_code, kind, content, reason, source, base_version_id, author_staff_id, author_name, saved_by)
	values (
		app.get_uuid(request, 'draftId'), wanted_code, wanted_kind,
		case when wanted_kind = 'change' then app.get_content(request, wanted_code) end,
		case when wanted_kind = 'withdraw' then app.get_reason(request) end,
		'editor', app.find_base(request, wanted_code), me.id, me.full_name, me.id
	)
	on conflict (id) do nothing
	returning * into draft;
	if draft.id is null then
		-- Perhaps the same request, sent twice at once.
		replayed := app.catalogue_replay(request, me, 'begin');
		if replayed is null then
			perform app.fail('PT409', 'draft-exists');
		end if;
		return replayed;
	end if;
	perform app.note_draft(draft, me, 'begin', null, request, app.draft_place(draft));
	return app.draft_place(draft);
end
$$;
comment on function public.begin_procedure_draft(jsonb) is
	'{protocol, actionId, draftId, procedureCode, kind?: change|withdraw, content | reason, baseVersionId|null, source?: editor} → {draftId, status, revision}. PT400 draft-malformed, content-invalid, reason-missing; PT404 procedure-unknown, version-unknown; PT409 draft-exists, action-id-used.';
revoke all on function public.begin_procedure_draft(jsonb) from public, anon, authenticated;
grant execute on function public.begin_procedure_draft(jsonb) to authenticated;

create function app.was_saved_already(request jsonb, me public.staff, is_rebase boolean) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select app.draft_place(draft) from public.procedure_drafts as draft
	where draft.id = app.find_uuid(request, 'draftId') and draft.saved_by = me.id and draft.status = 'open'
		and to_jsonb(draft.revision - 1) = request -> 'expectedRevision'
		and coalesce(draft.content, 'null') = coalesce(request -> 'content', 'null')
		and (draft.kind = 'change' or is_rebase or draft.reason = app.find_text(request, 'reason', 1000))
		and (not is_rebase or draft.base_version_id = app.find_uuid(request, 'baseVersionId'))
$$;
comment on function app.was_saved_already(jsonb, public.staff, boolean) is
	'Where the draft stands if the same person has just saved exactly this: the answer to a save that got lost. Otherwise null.';
revoke all on function app.was_saved_already(jsonb, public.staff, boolean) from public;

create function public.save_procedure_draft(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor']);
	saved jsonb := app.was_saved_already(request, me, false);
	draft public.procedure_drafts;
begin
	if saved is not null then
		return saved;
	end if;
	draft := app.draft_to_change(request, array['open']);
	update public.procedure_drafts set
		content = case when draft.kind = 'change' then app.get_content(request, draft.procedure_code) end,
		reason = case when draft.kind = 'withdraw' then app.get_reason(request) end,
		revision = revision + 1, saved_by = me.id, updated_at = now()
	where id = draft.id
	returning * into draft;
	perform app.note_saved(draft, me);
	return app.draft_place(draft);
end
$$;
comment on function public.save_procedure_draft(jsonb) is
	'{protocol, draftId, expectedRevision, content | reason} → {draftId, status, revision}: by any editor, while open. PT400 content-invalid, reason-missing; PT404 draft-unknown; PT409 draft-changed (nothing is saved), draft-closed.';
revoke all on function public.save_procedure_draft(jsonb) from public, anon, authenticated;
grant execute on function public.save_procedure_draft(jsonb) to authenticated;

create function public.rebase_procedure_draft(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor']);
	saved jsonb := app.was_saved_already(request, me, true);
	draft public.procedure_drafts;
begin
	if saved is not null then
		return saved;
	end if;
	draft := app.draft_to_change(request, array['open', 'proposed']);
	update public.procedure_drafts set
		content = case when draft.kind = 'change' then app.get_content(request, draft.procedure_code) end,
		base_version_id = app.find_base(request, draft.procedure_code),
		-- What was proposed was another difference: it is to be proposed again.
		status = 'open', proposed_by = null, proposed_name = null, proposed_at = null,
		revision = revision + 1, saved_by = me.id, updated_at = now()
	where id = draft.id
	returning * into draft;
	perform app.note_draft(draft, me, 'rebase');
	return app.draft_place(draft);
end
$$;
comment on function public.rebase_procedure_draft(jsonb) is
	'{protocol, draftId, expectedRevision, baseVersionId, content|null} → {draftId, status: open, revision}: the draft on top of another version; a proposal is to be proposed again. PT404 version-unknown; PT409 draft-changed, draft-closed.';
revoke all on function public.rebase_procedure_draft(jsonb) from public, anon, authenticated;
grant execute on function public.rebase_procedure_draft(jsonb) to authenticated;

create function public.discard_procedure_draft(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor']);
	draft public.procedure_drafts;
begin
	draft := app.draft_to_change(request, array['open', 'discarded']);
	-- A repeat finds it done already and says the same again.
	if draft.status = 'open' then
		update public.procedure_drafts set status = 'discarded', updated_at = now() where id = draft.id returning * into draft;
		perform app.note_draft(draft, me, 'discard');
	end if;
	return app.draft_place(draft);
end
$$;
comment on function public.discard_procedure_draft(jsonb) is
	'{protocol, draftId, expectedRevision} → {draftId, status: discarded, revision}: by any editor, while open. PT409 draft-changed, draft-closed.';
revoke all on function public.discard_procedure_draft(jsonb) from public, anon, authenticated;
grant execute on function public.discard_procedure_draft(jsonb) to authenticated;
