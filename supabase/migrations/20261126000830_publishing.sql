-- From a proposal to what is in force: a second person publishes, at once or for a date.

create function app.queue_rebuild() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	-- Locked until we commit: the worker skips it meanwhile and then builds with what we changed. One that it is working
	-- on does not count, it may have read before us.
	perform 1 from app.jobs
	where kind = 'rebuild-pages' and finished_at is null and (locked_until is null or locked_until < now())
	limit 1
	for update;
	if not found then
		insert into app.jobs (kind) values ('rebuild-pages');
	end if;
end
$$;
comment on function app.queue_rebuild() is 'The static pages are to be built anew; one waiting job stands for any number of changes.';
revoke all on function app.queue_rebuild() from public;

create function app.put_in_force(version public.procedure_versions) returns bigint
language sql
security definer
set search_path = ''
as $$
	update public.procedures set
		field_code = version.content ->> 'field', title = version.content ->> 'title',
		short_title = version.content ->> 'shortTitle',
		verification = version.content #>> '{provenance,verification}', decision_no = version.content ->> 'decisionNo',
		status = 'published', withdrawn_reason = null, current_version_id = version.id,
		posted_on = coalesce(posted_on, app.today()), revision = app.next_revision()
	where code = version.procedure_code
	returning revision
$$;
comment on function app.put_in_force(public.procedure_versions) is
	'Makes this version what phones and the desk get; gives the revision. After a withdrawal the procedure is back.';
revoke all on function app.put_in_force(public.procedure_versions) from public;

create function app.version_on(code text, day date) returns uuid
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(
		(
			select id from public.procedure_versions
			where procedure_code = code and status = 'scheduled' and effective_on <= day
			order by effective_on desc, number desc limit 1
		),
		(select current_version_id from public.procedures where procedures.code = version_on.code)
	)
$$;
comment on function app.version_on(text, date) is 'The version that will be in force on this day as far as is decided: what a draft for it must be based on.';
revoke all on function app.version_on(text, date) from public;

create function app.get_effective_on(request jsonb) returns date
language plpgsql
stable
set search_path = ''
as $$
declare
	day date := app.find_local_time(to_jsonb((request ->> 'effectiveOn') || 'T00:00'))::date;
begin
	if coalesce(jsonb_typeof(request -> 'effectiveOn'), 'null') = 'null' then
		return null;
	end if;
	if day is null or day < date '2000-01-01' or day > app.today() + 1100 then
		perform app.fail('PT400', 'effective-date');
	end if;
	return day;
end
$$;
comment on function app.get_effective_on(jsonb) is
	'The date {effectiveOn} (since 2000, at most three years ahead), or null = when it is published. PT400 effective-date.';
revoke all on function app.get_effective_on(jsonb) from public;

-- Proposing ---------------------------------------------------------------------------------------------

create function public.propose_procedure(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor']);
	replayed jsonb := app.catalogue_replay(request, me, 'propose');
	wanted_summary text := app.find_text(request, 'summary', 1000);
	wanted_date date := app.get_effective_on(request);
	draft public.procedure_drafts;
begin
	if replayed is not null then
		return replayed;
	end if;
	if wanted_summary is null or length(wanted_summary) < 3 then
		perform app.fail('PT400', 'summary-missing');
	end if;
	draft := app.draft_to_change(request, array['open']);
	if draft.kind = 'change' then
		perform app.check_complete(draft.content);
	end if;
	update public.procedure_drafts set
		status = 'proposed', summary = wanted_summary, effective_on = wanted_date, returned_reason = null,
		proposed_by = me.id, proposed_name = me.full_name, proposed_at = now(), updated_at = now()
	where id = draft.id
	returning * into draft;
	perform app.note_draft(draft, me, 'propose', wanted_summary, request, app.draft_place(draft));
	return app.draft_place(draft);
end
$$;
comment on function public.propose_procedure(jsonb) is
	'{protocol, actionId, draftId, expectedRevision, summary, effectiveOn|null} → {draftId, status: proposed, revision}. PT400 summary-missing, effective-date, content-incomplete; PT409 draft-changed, draft-closed, action-id-used.';
revoke all on function public.propose_procedure(jsonb) from public, anon, authenticated;
grant execute on function public.propose_procedure(jsonb) to authenticated;

create function public.return_proposal(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor', 'leader']);
	replayed jsonb := app.catalogue_replay(request, me, 'return');
	given_reason text := app.get_reason(request);
	draft public.procedure_drafts;
begin
	if replayed is not null then
		return replayed;
	end if;
	draft := app.draft_to_change(request, array['proposed']);
	update public.procedure_drafts set
		status = 'open', returned_reason = given_reason,
		proposed_by = null, proposed_name = null, proposed_at = null, updated_at = now()
	where id = draft.id
	returning * into draft;
	perform app.note_draft(draft, me, 'return', given_reason, request, app.draft_place(draft));
	return app.draft_place(draft);
end
$$;
comment on function public.return_proposal(jsonb) is
	'{protocol, actionId, draftId, expectedRevision, reason} → {draftId, status: open, revision}: back to the editors, by an editor or leader (the own proposal too). PT400 reason-missing; PT409 draft-changed, draft-closed, action-id-used.';
revoke all on function public.return_proposal(jsonb) from public, anon, authenticated;
grant execute on function public.return_proposal(jsonb) to authenticated;

-- Publishing --------------------------------------------------------------------------------------------

create function app.drop_scheduled(code text, since date, me public.staff, note text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	draft public.procedure_drafts;
begin
	for draft in
		update public.procedure_drafts set status = 'discarded', updated_at = now()
		where procedure_code = code and status = 'published' and in_force_at is null and effective_on >= since
		returning *
	loop
		update public.procedure_versions set status = 'dropped' where draft_id = draft.id;
		perform app.note_draft(draft, me, 'cancel', note,
			version_id => (select id from public.procedure_versions where draft_id = draft.id));
	end loop;
end
$$;
comment on function app.drop_scheduled(text, date, public.staff, text) is
	'Calls off what is scheduled for this code on or after a date: a withdrawal would otherwise be undone by it.';
revoke all on function app.drop_scheduled(text, date, public.staff, text) from public;

create function app.add_version(draft public.procedure_drafts, day date) returns public.procedure_versions
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
	return version;
end
$$;
comment on function app.add_version(public.procedure_drafts, date) is
	'The next version of the code, from a proposal, in force from this day. PT409 nothing-changed.';
revoke all on function app.add_version(public.procedure_drafts, date) from public;

create function public.publish_procedure(request jsonb) returns jsonb
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
comment on function public.publish_procedure(jsonb) is
	'{protocol, actionId, draftId, expectedRevision} → {code, versionId|null (withdrawal), number|null, revision|null (later)}: by an editor or leader who wrote nothing of it. PT403 second-person-needed; PT409 base-changed, nothing-changed, already-withdrawn, draft-changed, draft-closed, action-id-used.';
revoke all on function public.publish_procedure(jsonb) from public, anon, authenticated;
grant execute on function public.publish_procedure(jsonb) to authenticated;
