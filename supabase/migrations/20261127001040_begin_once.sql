-- A draft is begun by an editor, also of what the screen read out of a list; a repeat of the same action is answered before
-- anything else is looked at.

create or replace function public.begin_procedure_draft(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor']);
	replayed jsonb := app.catalogue_replay(request, me, 'begin');
	wanted_code text := coalesce(app.find_text(request, 'procedureCode', 8), '');
	wanted_kind text := coalesce(request ->> 'kind', 'change');
	is_import boolean := coalesce(request ->> 'source', 'editor') = 'import';
	draft public.procedure_drafts;
begin
	if replayed is not null then
		return replayed;
	end if;
	if wanted_code !~ '^[0-9]\.[0-9]{6}$' or wanted_kind not in ('change', 'withdraw')
		or coalesce(request ->> 'source', 'editor') not in ('editor', 'import') or (is_import and wanted_kind <> 'change')
		or is_import <> (coalesce(jsonb_typeof(request -> 'report'), 'null') = 'object') or length(request ->> 'report') > 131072
	then
		perform app.fail('PT400', 'draft-malformed');
	end if;
	if wanted_kind = 'withdraw' and not exists (
		select 1 from public.procedures where code = wanted_code and status = 'published'
	) then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	insert into public.procedure_drafts
		(id, procedure_code, kind, content, reason, source, report, offered_hash, base_version_id, author_staff_id, author_name, saved_by)
	values (
		app.get_uuid(request, 'draftId'), wanted_code, wanted_kind,
		case when wanted_kind = 'change' then app.get_content(request, wanted_code) end,
		case when wanted_kind = 'withdraw' then app.get_reason(request) end,
		case when is_import then 'import' else 'editor' end,
		case when is_import then request -> 'report' end,
		case when is_import then app.content_hash(request -> 'content') end,
		app.find_base(request, wanted_code), me.id, me.full_name, me.id
	)
	on conflict (id) do nothing
	returning * into draft;
	if draft.id is null then
		perform app.fail('PT409', 'draft-exists');
	end if;
	perform app.note_draft(draft, me, 'begin', null, request, app.draft_place(draft));
	return app.draft_place(draft);
end
$$;
comment on function public.begin_procedure_draft(jsonb) is
	'{protocol, actionId, draftId, procedureCode, kind?: change|withdraw, content | reason, baseVersionId|null, source?: editor|import, report (what an import guessed and dropped)} → {draftId, status, revision}. PT400 draft-malformed, content-invalid, reason-missing; PT404 procedure-unknown, version-unknown; PT409 draft-exists, action-id-used.';
