-- What is overdue takes effect before anything else is decided; what others stand on is not called off; a new code is
-- listed under the name it will have.

create function app.name_new_code(code text) returns void
language sql
security definer
set search_path = ''
as $$
	update public.procedures set
		field_code = coming.content ->> 'field', title = coming.content ->> 'title', short_title = coming.content ->> 'shortTitle'
	from (
		select content from public.procedure_versions
		where procedure_code = name_new_code.code and status = 'scheduled'
		order by effective_on, number desc limit 1
	) as coming
	where procedures.code = name_new_code.code and procedures.status = 'scheduled'
$$;
comment on function app.name_new_code(text) is
	'A code that nothing is in force of yet is listed under the field and the names of what comes first.';
revoke all on function app.name_new_code(text) from public;

create or replace function app.add_version(draft public.procedure_drafts, day date) returns public.procedure_versions
language plpgsql
security definer
set search_path = ''
as $$
declare
	hash text := app.content_hash(draft.content);
	version public.procedure_versions;
begin
	if exists (
		select 1 from public.procedure_versions as base
		join public.procedures on procedures.code = base.procedure_code and procedures.status <> 'withdrawn'
		where base.id = draft.base_version_id and base.content_hash = hash
	) then
		perform app.fail('PT409', 'nothing-changed');
	end if;
	insert into public.procedures (code, field_code, title, short_title, status, revision)
	values (draft.procedure_code, draft.content ->> 'field', draft.content ->> 'title', draft.content ->> 'shortTitle', 'scheduled', 0)
	on conflict (code) do nothing;
	insert into public.procedure_versions
		(procedure_code, number, content, content_hash, status, source, published_at, effective_on, draft_id)
	select draft.procedure_code, coalesce(max(number), 0) + 1, draft.content, hash,
		case when day > app.today() then 'scheduled' else 'published' end, draft.source, now(), day, draft.id
	from public.procedure_versions where procedure_code = draft.procedure_code
	returning * into version;
	perform app.name_new_code(draft.procedure_code);
	return version;
end
$$;

create or replace function public.publish_procedure(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor', 'leader']);
	replayed jsonb;
	draft public.procedure_drafts;
	day date;
	version public.procedure_versions;
	new_revision bigint;
	answer jsonb;
begin
	-- First of all, as seeding does: whatever changes the catalogue runs one after another.
	perform 1 from app.catalogue_counter for update;
	-- What the worker has not got to yet would otherwise come later and undo this.
	perform app.publish_due();
	replayed := app.catalogue_replay(request, me, 'publish');
	if replayed is not null then
		return replayed;
	end if;
	draft := app.draft_to_change(request, array['proposed']);
	if app.wrote_draft(draft.id, me.id) and (select two_person_publishing from app.settings) then
		perform app.fail('PT403', 'second-person-needed');
	end if;
	day := greatest(draft.effective_on, app.today());
	if app.version_on(draft.procedure_code, day) is distinct from draft.base_version_id then
		perform app.fail('PT409', 'base-changed');
	end if;
	if draft.kind = 'change' then
		perform app.check_complete(draft.content);
		version := app.add_version(draft, day);
		if day <= app.today() then
			new_revision := app.put_in_force(version);
		end if;
	else
		if not exists (select 1 from public.procedures where code = draft.procedure_code and status = 'published') then
			perform app.fail('PT409', 'already-withdrawn');
		end if;
		perform app.drop_scheduled(draft.procedure_code, day, me, draft.reason);
		if day <= app.today() then
			update public.procedures set status = 'withdrawn', withdrawn_reason = draft.reason, revision = app.next_revision()
			where code = draft.procedure_code
			returning revision into new_revision;
		end if;
	end if;
	update public.procedure_drafts set
		status = 'published', effective_on = day, decided_by = me.id, decided_name = me.full_name, decided_at = now(),
		in_force_at = case when new_revision is not null then now() end, updated_at = now()
	where id = draft.id
	returning * into draft;
	answer := jsonb_build_object(
		'code', draft.procedure_code, 'versionId', version.id, 'number', version.number, 'revision', new_revision
	);
	perform app.note_draft(draft, me, 'publish', coalesce(draft.reason, draft.summary), request, answer, version.id);
	if new_revision is not null then
		perform app.queue_rebuild();
	end if;
	return answer;
end
$$;

create or replace function public.cancel_scheduled(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor', 'leader']);
	given_reason text := app.get_reason(request);
	replayed jsonb;
	draft public.procedure_drafts;
	dropped uuid;
begin
	perform 1 from app.catalogue_counter for update;
	-- Its date may have come: then it is in force, whether or not the worker has got to it.
	perform app.publish_due();
	replayed := app.catalogue_replay(request, me, 'cancel');
	if replayed is not null then
		return replayed;
	end if;
	select * into draft from public.procedure_drafts where id = app.get_uuid(request, 'draftId') for update;
	if not found then
		perform app.fail('PT404', 'draft-unknown');
	end if;
	if draft.status <> 'published' or draft.in_force_at is not null then
		perform app.fail('PT409', 'draft-closed');
	end if;
	-- What comes later would bring in what is called off here, as it was written on top of it.
	if exists (
		select 1 from public.procedure_drafts as later
		join public.procedure_versions as base on base.id = later.base_version_id
		where base.draft_id = draft.id and later.status = 'published' and later.in_force_at is null
	) then
		perform app.fail('PT409', 'others-based-on-it');
	end if;
	update public.procedure_versions set status = 'dropped' where draft_id = draft.id returning id into dropped;
	update public.procedure_drafts set status = 'discarded', updated_at = now() where id = draft.id returning * into draft;
	perform app.name_new_code(draft.procedure_code);
	perform app.note_draft(draft, me, 'cancel', given_reason, request, app.draft_place(draft), dropped);
	return app.draft_place(draft);
end
$$;
comment on function public.cancel_scheduled(jsonb) is
	'{protocol, actionId, draftId, reason} → {draftId, status: discarded, revision}: what was published for a date that has not come never takes effect; by an editor or leader. PT400 reason-missing; PT404 draft-unknown; PT409 draft-closed, others-based-on-it (first call off what is scheduled on top of it), action-id-used.';
