-- A phone that comes with a build names what it holds, so that the first pull brings only what differs.

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
		with changed as (
			select procedure.code, procedure.revision, procedure.status, procedure.withdrawn_reason,
				procedure.posted_on, procedure.posted_decision, version.content_hash, version.content
			from public.procedures as procedure
			left join public.procedure_versions as version on version.id = procedure.current_version_id
			-- A phone that claims a revision of the future starts anew.
			where procedure.revision > case when since <= now_at then since else 0 end and procedure.status <> 'scheduled'
				and not (held is not null and procedure.status = 'published'
					and coalesce(held ->> procedure.code, '') = left(version.content_hash, 12))
			order by procedure.revision
			limit page_size + 1
		), numbered as (
			select *, row_number() over (order by revision) as line from changed
		)
		select
			coalesce(jsonb_agg(
				case when status = 'published' then
					jsonb_build_object('code', code, 'contentHash', content_hash, 'content', content,
						'postedOn', posted_on, 'postedDecision', posted_decision)
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
comment on function public.pull_catalogue(jsonb) is
	'{protocol, revision?, hashes?, snapshotHash?} → {revision, unchanged:true} or {revision, more, procedures[], fields[], offices[]}; a published procedure comes with postedOn and postedDecision. hashes = {code: first 12 hex digits} of what a phone holds whole: those are not sent, and the last page says unknown[] (codes this office does not post) and postings[].';
