-- With thousands of procedures and ten versions of each: lists and deltas read no version but those they show.

alter table public.procedures add column current_number int, add column current_hash text;
comment on column public.procedures.current_number is 'Number of the current version.';
comment on column public.procedures.current_hash is 'Content hash of the current version.';
update public.procedures set current_number = version.number, current_hash = version.content_hash
from public.procedure_versions as version where version.id = procedures.current_version_id;
create index versions_scheduled on public.procedure_versions (procedure_code, effective_on) where status = 'scheduled';

create or replace function app.put_in_force(version public.procedure_versions) returns bigint
language sql
security definer
set search_path = ''
as $$
	update public.procedures set
		field_code = version.content ->> 'field', title = version.content ->> 'title',
		short_title = version.content ->> 'shortTitle',
		verification = version.content #>> '{provenance,verification}', decision_no = version.content ->> 'decisionNo',
		status = 'published', withdrawn_reason = null, current_version_id = version.id, current_number = version.number,
		current_hash = version.content_hash, posted_on = coalesce(posted_on, app.today()), revision = app.next_revision()
	where code = version.procedure_code
	returning revision
$$;

create or replace function app.catalogue_hash() returns text
language sql
stable
security definer
set search_path = ''
as $$
	select app.hash_text(coalesce(string_agg(code || ':' || current_hash, e'\n' order by code collate "C"), ''))
	from public.procedures
	where status = 'published'
$$;

create or replace function public.catalogue_list(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor', 'leader']);
begin
	-- Built as json and turned once: a jsonb for every line would cost twice the time.
	return json_build_object(
		'procedures', (
			with waiting as (
				select procedure_code, count(*) filter (where status = 'open') as drafts,
					count(*) filter (where status = 'proposed') as proposals
				from public.procedure_drafts where status in ('open', 'proposed')
				group by procedure_code
			)
			select coalesce(json_agg(json_build_object(
					'code', procedure.code, 'title', procedure.title, 'shortTitle', procedure.short_title,
					'fieldCode', procedure.field_code, 'verification', procedure.verification, 'status', procedure.status,
					'versionNumber', procedure.current_number, 'postedOn', procedure.posted_on,
					'postedDecision', procedure.posted_decision, 'decisionNo', procedure.decision_no,
					'revision', procedure.revision, 'drafts', coalesce(waiting.drafts, 0),
					'proposals', coalesce(waiting.proposals, 0)
				) order by procedure.code collate "C"), '[]')
			from public.procedures as procedure
			left join waiting on waiting.procedure_code = procedure.code
			-- A new code whose first version was called off is nothing any more.
			where procedure.status <> 'scheduled' or exists (
				select 1 from public.procedure_versions where procedure_code = procedure.code and status = 'scheduled'
			)
		),
		'drafts', (
			select coalesce(json_agg(json_build_object(
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
		'fields', (select coalesce(json_agg(to_json(field) order by position, code), '[]') from public.fields as field)
	)::jsonb;
end
$$;

create or replace function public.pull_catalogue(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	page_size constant int := 100;
	now_at bigint;
	since bigint;
	held jsonb := case when jsonb_typeof(request -> 'hashes') = 'object' then request -> 'hashes' end;
	page jsonb;
	reached bigint;
	remaining boolean;
	same_build boolean;
begin
	perform app.require_protocol(request);
	select revision into now_at from app.catalogue_counter;
	since := case
		when jsonb_typeof(request -> 'revision') = 'number' and request ->> 'revision' ~ '^[0-9]{1,15}$'
		then (request ->> 'revision')::bigint
	end;
	if since = now_at and held is null then
		return jsonb_build_object('revision', now_at, 'unchanged', true);
	end if;
	-- How phones of earlier apps ask: by one hash over everything.
	same_build := since is null and held is null and app.find_text(request, 'snapshotHash', 64) = app.catalogue_hash();
	if same_build then
		page := '[]';
		remaining := false;
	else
		-- First the lines of the page, in the order of their index; then the contents of these only.
		with changed as materialized (
			select code, revision, status, withdrawn_reason, posted_on, posted_decision, current_hash, current_version_id
			from public.procedures as procedure
			-- A phone that claims a revision of the future starts anew.
			where revision > case when since <= now_at then since else 0 end and status <> 'scheduled'
				and not (held is not null and status = 'published' and coalesce(held ->> code, '') = left(current_hash, 12))
			order by revision
			limit page_size + 1
		), numbered as (
			select *, row_number() over (order by revision) as line from changed
		)
		select
			coalesce(jsonb_agg(
				case when status = 'published' then
					jsonb_build_object('code', code, 'contentHash', current_hash, 'content', (
							select version.content from public.procedure_versions as version where version.id = numbered.current_version_id
						), 'postedOn', posted_on, 'postedDecision', posted_decision)
				else
					jsonb_build_object('code', code, 'withdrawn', coalesce(withdrawn_reason, ''))
				end order by revision) filter (where line <= page_size), '[]'),
			max(revision) filter (where line <= page_size),
			count(*) > page_size
		into page, reached, remaining
		from numbered;
	end if;
	return jsonb_build_object(
		'revision', case when remaining then reached else now_at end,
		'more', remaining,
		'procedures', page,
		'fields', (select coalesce(jsonb_agg(to_jsonb(field) order by position), '[]') from public.fields as field),
		'offices', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'code', code, 'name', name, 'address', address, 'phone', phone) order by code), '[]')
			from public.agencies where receives
		)
	) || case when same_build or (held is not null and not remaining) then jsonb_build_object(
		-- What no build knows: when this office posted what.
		'postings', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'code', code, 'postedOn', posted_on, 'postedDecision', posted_decision) order by code collate "C"), '[]')
			from public.procedures where status = 'published'
		)
	) else '{}' end || case when held is not null and not remaining then jsonb_build_object(
		-- What the build brought and this office does not post.
		'unknown', (
			select coalesce(jsonb_agg(held_codes.code order by held_codes.code collate "C"), '[]')
			from jsonb_object_keys(held) as held_codes (code)
			where not exists (
				select 1 from public.procedures where procedures.code = held_codes.code and status <> 'scheduled'
			)
		)
	) else '{}' end;
end
$$;
