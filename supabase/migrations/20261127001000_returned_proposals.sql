-- A proposal that came back: the next offer leaves it alone, and whoever saw it before looks again before publishing.

create or replace function app.offer_draft(
	content jsonb, offered_hash text, source text, report jsonb default null, actor text default null
) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted_code text := content ->> 'code';
	base_id uuid := (select current_version_id from public.procedures where code = wanted_code);
	draft public.procedure_drafts;
	done text := 'renew';
begin
	-- A newer offer takes the place of one that nobody has touched; a screen that shows it hears draft-changed. What was
	-- proposed and returned somebody has judged: it stays, and at its side there may be another.
	select * into draft from public.procedure_drafts
	where procedure_code = wanted_code and procedure_drafts.source = offer_draft.source and status = 'open'
		and saved_by is null and returned_reason is null
	order by created_at desc, id
	limit 1
	for update;
	if found then
		update public.procedure_drafts set
			content = offer_draft.content, offered_hash = offer_draft.offered_hash, report = offer_draft.report,
			author_name = actor, base_version_id = base_id, revision = revision + 1, updated_at = now()
		where id = draft.id;
	else
		done := 'offer';
		insert into public.procedure_drafts
			(procedure_code, content, source, report, offered_hash, base_version_id, author_name)
		values (wanted_code, offer_draft.content, offer_draft.source, offer_draft.report, offer_draft.offered_hash, base_id, actor)
		returning * into draft;
	end if;
	insert into public.catalogue_events (procedure_code, draft_id, action, actor_name)
	values (wanted_code, draft.id, done, actor);
	return done;
end
$$;

comment on column public.procedure_drafts.offered_hash is
	'Content hash of what an importer or the repository offered. The repository does not offer the same again, whatever became of the draft; an importer does, once no such draft is open or proposed.';

create or replace function public.return_proposal(request jsonb) returns jsonb
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
		proposed_by = null, proposed_name = null, proposed_at = null,
		-- Proposed anew it may have another summary and another date: who saw the first does not publish the second.
		revision = revision + 1, updated_at = now()
	where id = draft.id
	returning * into draft;
	perform app.note_draft(draft, me, 'return', given_reason, request, app.draft_place(draft));
	return app.draft_place(draft);
end
$$;
