-- Two people may have one name: an event of a draft says whether it is of whoever asks.

create or replace function public.procedure_draft(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor', 'leader']);
	draft public.procedure_drafts;
begin
	select * into draft from public.procedure_drafts where id = app.get_uuid(request, 'draftId');
	if not found then
		perform app.fail('PT404', 'draft-unknown');
	end if;
	return app.draft_place(draft) || jsonb_build_object(
		'procedureCode', draft.procedure_code, 'kind', draft.kind, 'content', draft.content, 'reason', draft.reason,
		'source', draft.source, 'report', draft.report, 'baseVersionId', draft.base_version_id,
		'base', (select content from public.procedure_versions where id = draft.base_version_id),
		'authorName', draft.author_name, 'mine', coalesce(draft.author_staff_id = me.id, false),
		'mayPublish', draft.status = 'proposed'
			and (not app.wrote_draft(draft.id, me.id) or not (select two_person_publishing from app.settings)),
		'summary', draft.summary, 'effectiveOn', draft.effective_on,
		'proposedName', draft.proposed_name, 'proposedAt', draft.proposed_at,
		'decidedName', draft.decided_name, 'decidedAt', draft.decided_at, 'returnedReason', draft.returned_reason,
		'createdAt', draft.created_at, 'updatedAt', draft.updated_at,
		'current', (
			select jsonb_build_object('versionId', version.id, 'number', version.number, 'status', procedure.status, 'content', version.content)
			from public.procedures as procedure
			join public.procedure_versions as version on version.id = procedure.current_version_id
			where procedure.code = draft.procedure_code
		),
		'scheduled', (
			select coalesce(jsonb_agg(jsonb_build_object(
					'draftId', other.id, 'kind', other.kind, 'versionId', version.id, 'number', version.number,
					'effectiveOn', other.effective_on
				) order by other.effective_on, other.decided_at), '[]')
			from public.procedure_drafts as other
			left join public.procedure_versions as version on version.draft_id = other.id
			where other.procedure_code = draft.procedure_code and other.status = 'published' and other.in_force_at is null
		),
		'events', (
			select coalesce(jsonb_agg(jsonb_build_object(
					'id', event.id, 'action', event.action, 'actor', event.actor_name,
					'mine', coalesce(event.actor_staff_id = me.id, false), 'at', event.at, 'note', event.note
				) order by event.at desc), '[]')
			from (
				select * from public.catalogue_events where draft_id = draft.id order by at desc limit 200
			) as event
		)
	);
end
$$;
comment on function public.procedure_draft(jsonb) is
	'{protocol, draftId} → the draft with the content of its base, what is in force now, what is scheduled and its last 200 events, each with whether it is one''s own; for editors and leaders. PT404 draft-unknown.';
