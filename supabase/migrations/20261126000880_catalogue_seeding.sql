-- What arrives from outside: the repository publishes a code once and from then on only offers; importers only offer.

create function app.offer_draft(
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
	-- A newer offer takes the place of one that nobody has touched; a screen that shows it hears draft-changed.
	update public.procedure_drafts set
		content = offer_draft.content, offered_hash = offer_draft.offered_hash, report = offer_draft.report,
		author_name = actor, base_version_id = base_id, revision = revision + 1, updated_at = now()
	where procedure_code = wanted_code and procedure_drafts.source = offer_draft.source and status = 'open' and saved_by is null
	returning * into draft;
	if not found then
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
comment on function app.offer_draft(jsonb, text, text, jsonb, text) is
	'Lays a content from outside beside the office''s own, as a draft (offer) or in place of an earlier offer that nobody touched (renew).';
revoke all on function app.offer_draft(jsonb, text, text, jsonb, text) from public;

create or replace function app.seed_procedure(content jsonb, content_hash text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
	known public.procedures;
	version public.procedure_versions;
begin
	perform 1 from app.catalogue_counter for update;
	select * into known from public.procedures where code = content ->> 'code';
	if known.code is null then
		insert into public.procedures (code, field_code, title, short_title, status, revision)
		values (content ->> 'code', content ->> 'field', content ->> 'title', content ->> 'shortTitle', 'scheduled', 0);
		insert into public.procedure_versions
			(procedure_code, number, content, content_hash, status, source, published_at)
		values (content ->> 'code', 1, content, seed_procedure.content_hash, 'published', 'repository', now())
		returning * into version;
		perform app.put_in_force(version);
		return 'published';
	end if;
	if exists (
		select 1 from public.procedure_versions as one
		where one.procedure_code = known.code and one.content_hash = seed_procedure.content_hash
	) or exists (
		-- Also what an editor has discarded: the same files are offered at every start.
		select 1 from public.procedure_drafts as one
		where one.procedure_code = known.code and one.offered_hash = seed_procedure.content_hash and one.source = 'repository'
	) then
		return 'known';
	end if;
	-- Once an office has published a code its database is the truth; newer JSON is only proposed.
	perform app.offer_draft(content, seed_procedure.content_hash, 'repository');
	return 'proposed';
end
$$;
comment on function app.seed_procedure(jsonb, text) is
	'(procedure JSON, content hash) → published (new code), proposed (a draft beside the office''s own) or known.';

create function app.import_draft(content jsonb, report jsonb, actor text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
	hash text;
begin
	perform app.check_procedure(content);
	hash := app.content_hash(content);
	perform 1 from app.catalogue_counter for update;
	if exists (
		select 1 from public.procedure_versions
		where procedure_code = import_draft.content ->> 'code' and content_hash = hash and status in ('published', 'scheduled')
	) or exists (
		select 1 from public.procedure_drafts
		where procedure_code = import_draft.content ->> 'code' and offered_hash = hash and source = 'import'
			and status in ('open', 'proposed')
	) then
		return 'known';
	end if;
	return case app.offer_draft(content, hash, 'import', import_draft.report, actor) when 'renew' then 'renewed' else 'draft' end;
end
$$;
comment on function app.import_draft(jsonb, jsonb, text) is
	'(procedure JSON, what was guessed and dropped, who imports) → draft, renewed (in place of an earlier import that nobody touched) or known (published already, or such a draft is open). PT400 content-invalid.';
revoke all on function app.import_draft(jsonb, jsonb, text) from public;
grant execute on function app.import_draft(jsonb, jsonb, text) to service_role;
