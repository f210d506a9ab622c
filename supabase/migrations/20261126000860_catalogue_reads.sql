-- What editors and leaders read: the list, one draft with what it is compared with, the history of a code.

create function public.catalogue_list(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor', 'leader']);
begin
	return jsonb_build_object(
		'procedures', (
			with waiting as (
				select procedure_code, count(*) filter (where status = 'open') as drafts,
					count(*) filter (where status = 'proposed') as proposals
				from public.procedure_drafts where status in ('open', 'proposed')
				group by procedure_code
			)
			select coalesce(jsonb_agg(jsonb_build_object(
					'code', procedure.code, 'title', procedure.title, 'shortTitle', procedure.short_title,
					'fieldCode', procedure.field_code, 'verification', procedure.verification, 'status', procedure.status,
					'versionNumber', version.number, 'postedOn', procedure.posted_on,
					'postedDecision', procedure.posted_decision, 'decisionNo', procedure.decision_no,
					'revision', procedure.revision, 'drafts', coalesce(waiting.drafts, 0),
					'proposals', coalesce(waiting.proposals, 0)
				) order by procedure.code collate "C"), '[]')
			from public.procedures as procedure
			left join public.procedure_versions as version on version.id = procedure.current_version_id
			left join waiting on waiting.procedure_code = procedure.code
			-- A new code whose first version was called off is nothing any more.
			where procedure.status <> 'scheduled' or exists (
				select 1 from public.procedure_versions where procedure_code = procedure.code and status = 'scheduled'
			)
		),
		'drafts', (
			select coalesce(jsonb_agg(jsonb_build_object(
					'draftId', draft.id, 'procedureCode', draft.procedure_code,
					'title', coalesce(nullif(draft.title, ''), procedure.title, draft.procedure_code),
					'kind', draft.kind, 'status', draft.status, 'source', draft.source, 'authorName', draft.author_name,
					'updatedAt', draft.updated_at, 'revision', draft.revision,
					'mine', coalesce(draft.author_staff_id = me.id, false)
				) order by draft.updated_at desc, draft.id), '[]')
			from public.procedure_drafts as draft
			left join public.procedures as procedure on procedure.code = draft.procedure_code
			where draft.status in ('open', 'proposed')
		),
		'fields', (select coalesce(jsonb_agg(to_jsonb(field) order by position, code), '[]') from public.fields as field)
	);
end
$$;
comment on function public.catalogue_list(jsonb) is
	'{protocol} → {procedures, drafts (open and proposed, the latest first), fields}, for editors and leaders. PT403 not-staff, role-missing.';
revoke all on function public.catalogue_list(jsonb) from public, anon, authenticated;
grant execute on function public.catalogue_list(jsonb) to authenticated;

create function public.procedure_draft(request jsonb) returns jsonb
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
					'id', event.id, 'action', event.action, 'actor', event.actor_name, 'at', event.at, 'note', event.note
				) order by event.at desc), '[]')
			from (
				select * from public.catalogue_events where draft_id = draft.id order by at desc limit 200
			) as event
		)
	);
end
$$;
comment on function public.procedure_draft(jsonb) is
	'{protocol, draftId} → the draft with the content of its base, what is in force now, what is scheduled and its last 200 events; for editors and leaders. PT404 draft-unknown.';
revoke all on function public.procedure_draft(jsonb) from public, anon, authenticated;
grant execute on function public.procedure_draft(jsonb) to authenticated;

create function public.procedure_history(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor', 'leader']);
	known public.procedures;
begin
	select * into known from public.procedures where code = app.find_text(request, 'code', 8);
	if not found then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	return jsonb_build_object('entries', (
		select coalesce(jsonb_agg(entry order by at desc, number desc), '[]')
		from (
			select version.published_at as at, version.number, jsonb_build_object(
				'kind', 'version', 'versionId', version.id, 'number', version.number, 'contentHash', version.content_hash,
				'source', version.source, 'status', version.status, 'isCurrent', version.id = known.current_version_id,
				'publishedAt', version.published_at, 'effectiveOn', version.effective_on,
				'proposedBy', draft.proposed_name, 'publishedBy', draft.decided_name, 'summary', draft.summary
			) as entry
			from public.procedure_versions as version
			left join public.procedure_drafts as draft on draft.id = version.draft_id
			where version.procedure_code = known.code
			union all
			select draft.decided_at, 0, jsonb_build_object(
				'kind', 'withdrawal', 'draftId', draft.id, 'reason', draft.reason,
				'status', case when draft.status = 'discarded' then 'dropped' when draft.in_force_at is null then 'scheduled' else 'published' end,
				'publishedAt', draft.decided_at, 'effectiveOn', draft.effective_on,
				'proposedBy', draft.proposed_name, 'publishedBy', draft.decided_name, 'summary', draft.summary
			)
			from public.procedure_drafts as draft
			where draft.procedure_code = known.code and draft.kind = 'withdraw' and draft.decided_at is not null
		) as list
	));
end
$$;
comment on function public.procedure_history(jsonb) is
	'{protocol, code} → {entries: versions and withdrawals, the latest first}, without contents; for editors and leaders. PT404 procedure-unknown.';
revoke all on function public.procedure_history(jsonb) from public, anon, authenticated;
grant execute on function public.procedure_history(jsonb) to authenticated;

create function public.procedure_version(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor', 'leader']);
	version public.procedure_versions;
begin
	select * into version from public.procedure_versions where id = app.get_uuid(request, 'versionId');
	if not found then
		perform app.fail('PT404', 'version-unknown');
	end if;
	return jsonb_build_object(
		'versionId', version.id, 'code', version.procedure_code, 'number', version.number,
		'contentHash', version.content_hash, 'content', version.content, 'publishedAt', version.published_at,
		'effectiveOn', version.effective_on
	);
end
$$;
comment on function public.procedure_version(jsonb) is
	'{protocol, versionId} → the content of one version, with its number and dates; for editors and leaders. PT404 version-unknown.';
revoke all on function public.procedure_version(jsonb) from public, anon, authenticated;
grant execute on function public.procedure_version(jsonb) to authenticated;
