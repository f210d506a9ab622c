-- What was published for a date takes effect on it, or is called off before.

create function app.publish_due(today date default app.today()) returns int
language plpgsql
security definer
set search_path = ''
as $$
declare
	draft public.procedure_drafts;
	version public.procedure_versions;
	done int := 0;
begin
	-- Asked every minute: nothing is locked while nothing is due.
	if not exists (
		select 1 from public.procedure_drafts where status = 'published' and in_force_at is null and effective_on <= today
	) then
		return 0;
	end if;
	perform 1 from app.catalogue_counter for update;
	for draft in
		select * from public.procedure_drafts
		where status = 'published' and in_force_at is null and effective_on <= today
		order by effective_on, decided_at, id
		for update
	loop
		version := null;
		if draft.kind = 'change' then
			update public.procedure_versions set status = 'published' where draft_id = draft.id returning * into version;
			perform app.put_in_force(version);
		else
			update public.procedures set status = 'withdrawn', withdrawn_reason = draft.reason, revision = app.next_revision()
			where code = draft.procedure_code and status = 'published';
		end if;
		update public.procedure_drafts set in_force_at = now(), updated_at = now() where id = draft.id;
		perform app.note_draft(draft, null, 'take-effect', version_id => version.id);
		done := done + 1;
	end loop;
	if done > 0 then
		perform app.queue_rebuild();
	end if;
	return done;
end
$$;
comment on function app.publish_due(date) is
	'Puts in force, in the order of their dates, what was published for today or earlier; gives how many. The worker calls it every minute.';
revoke all on function app.publish_due(date) from public;
grant execute on function app.publish_due(date) to service_role;
insert into app.jobs (kind, repeat_every) values ('publish-due', interval '1 minute');

create function public.cancel_scheduled(request jsonb) returns jsonb
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
	update public.procedure_versions set status = 'dropped' where draft_id = draft.id returning id into dropped;
	update public.procedure_drafts set status = 'discarded', updated_at = now() where id = draft.id returning * into draft;
	perform app.note_draft(draft, me, 'cancel', given_reason, request, app.draft_place(draft), dropped);
	return app.draft_place(draft);
end
$$;
comment on function public.cancel_scheduled(jsonb) is
	'{protocol, actionId, draftId, reason} → {draftId, status: discarded, revision}: what was published for a date that has not come never takes effect; by an editor or leader. PT400 reason-missing; PT404 draft-unknown; PT409 draft-closed, action-id-used.';
revoke all on function public.cancel_scheduled(jsonb) from public, anon, authenticated;
grant execute on function public.cancel_scheduled(jsonb) to authenticated;
