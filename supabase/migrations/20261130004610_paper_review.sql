-- The papers of a procedure under review: which the office can look up itself, which nobody ever lacks, which nobody opens,
-- which other procedures ask for as well.

create function app.opened_papers(agencies uuid[], from_at timestamptz, until_at timestamptz, of_code text) returns table (
	requirement_id text, sent int, opened int
)
language sql
stable
security definer
set search_path = ''
as $$
	select paper.requirement_id, count(*)::int, count(*) filter (where paper.opened)::int
	from (
		select file.dossier_id, file.requirement_id, bool_or(exists (
				select 1 from app.view_log as line where line.object = file.object_name and line.kind = 'photo'
			)) as opened
		from public.dossiers as dossier
		join public.dossier_files as file on file.dossier_id = dossier.id
		where dossier.agency_id = any (agencies) and dossier.procedure_code = of_code and dossier.channel = 2
			and dossier.received_at >= from_at and dossier.received_at < until_at
		group by file.dossier_id, file.requirement_id
	) as paper
	group by paper.requirement_id
$$;
comment on function app.opened_papers(uuid[], timestamptz, timestamptz, text) is
	'For each paper of a procedure: in how many dossiers filed online and received in [from_at, until_at) it was sent as a photo, and in how many of them any staff member ever opened it (app.view_log). What lies on the desk as paper is read without a trace, so it tells nothing here.';
revoke all on function app.opened_papers(uuid[], timestamptz, timestamptz, text) from public, anon, authenticated;

create function app.official_paper(requirement jsonb) returns text
language sql
immutable
set search_path = ''
as $$
	select nullif(btrim(regexp_replace(lower(coalesce(nullif(requirement ->> 'officialName', ''), requirement ->> 'name')), '\s+', ' ', 'g'), ' .;,'), '')
$$;
comment on function app.official_paper(jsonb) is 'What the law calls a paper, in small letters and without blanks and stops around it: the same text is the same paper.';
revoke all on function app.official_paper(jsonb) from public, anon, authenticated;

create function app.is_own_writing(requirement jsonb) returns boolean
language sql
immutable
set search_path = ''
as $$
	select coalesce(requirement ->> 'paper' in ('application', 'declaration', 'request', 'authorisation'), false)
		or coalesce(requirement -> 'builtByForm' = 'true', false)
$$;
comment on function app.is_own_writing(jsonb) is
	'Written for this very matter (application, declaration, request, authorisation, or built by the e-form): another procedure that asks for one means another sheet.';
revoke all on function app.is_own_writing(jsonb) from public, anon, authenticated;

create function app.papers_in_force() returns table (
	procedure_code text, short_title text, requirement_id text, place bigint, requirement jsonb, paper text, official text, database text, own_writing boolean
)
language sql
stable
security definer
set search_path = ''
as $$
	select procedure.code, procedure.short_title, list.one ->> 'id', list.place, list.one, list.one ->> 'paper', app.official_paper(list.one),
		list.one #>> '{replacedBy,database}', app.is_own_writing(list.one)
	from public.procedures as procedure
	join public.procedure_versions as version on version.id = procedure.current_version_id,
		jsonb_array_elements(app.list_or_empty(version.content -> 'requirements')) with ordinality as list (one, place)
	where procedure.status = 'published'
$$;
comment on function app.papers_in_force() is 'The papers of every version in force, in their order.';
revoke all on function app.papers_in_force() from public, anon, authenticated;

create function app.paper_flags(has_database boolean, kind text, cases int, lacking int, sent int, opened int, also int) returns text[]
language sql
immutable
set search_path = ''
as $$
	select array_remove(array[
		case when has_database or kind = 'data-lookup' then 'in-database' end,
		case when cases >= 20 and lacking = 0 then 'never-lacked' end,
		case when sent >= 20 and opened = 0 then 'unread' end,
		case when also > 0 then 'duplicate' end
	], null)
$$;
comment on function app.paper_flags(boolean, text, int, int, int, int, int) is
	'Why a paper might go, the one place that says so: in-database (the law lets a database replace it, or it is only looked up); never-lacked (of at least 20 cases nobody lacked it); unread (of at least 20 that were sent as photos nobody opened one); duplicate (another procedure asks for it too). Hints to look, not proof.';
revoke all on function app.paper_flags(boolean, text, int, int, int, int, int) from public, anon, authenticated;

create function app.paper_lines(agencies uuid[], from_at timestamptz, until_at timestamptz, of_code text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with every as materialized (select * from app.papers_in_force()),
	own as (
		-- Also of a procedure that is withdrawn: what it asked last.
		select list.one as requirement, list.one ->> 'id' as requirement_id, list.place, list.one ->> 'paper' as paper,
			app.official_paper(list.one) as official, list.one #>> '{replacedBy,database}' as database, app.is_own_writing(list.one) as own_writing
		from public.procedures as procedure
		join public.procedure_versions as version on version.id = procedure.current_version_id,
			jsonb_array_elements(app.list_or_empty(version.content -> 'requirements')) with ordinality as list (one, place)
		where procedure.code = of_code
	), lacks as (
		select lack.requirement_id, sum(lack.cases)::int as cases, sum(lack.lacking)::int as lacking
		from app.lacks_of(agencies, from_at, until_at, of_code) as lack group by 1
	), opened as (
		select * from app.opened_papers(agencies, from_at, until_at, of_code)
	), others as (
		select own.requirement_id, count(distinct every.procedure_code)::int as also,
			(array_agg(distinct every.short_title order by every.short_title))[1:3] as examples
		from own join every on every.procedure_code <> of_code and not own.own_writing and not every.own_writing
			and (every.official = own.official or (every.paper = own.paper and every.database = own.database))
		group by 1
	)
	select coalesce(jsonb_agg(jsonb_build_object(
			'requirementId', own.requirement_id, 'name', own.requirement ->> 'name', 'kind', own.requirement ->> 'kind',
			'cases', coalesce(lacks.cases, 0), 'lacking', coalesce(lacks.lacking, 0),
			'sent', coalesce(opened.sent, 0), 'opened', coalesce(opened.opened, 0),
			'replacedBy', own.requirement -> 'replacedBy',
			'alsoAskedBy', coalesce(others.also, 0), 'examples', to_jsonb(coalesce(others.examples, '{}')),
			'flags', to_jsonb(app.paper_flags(own.requirement ? 'replacedBy', own.requirement ->> 'kind', coalesce(lacks.cases, 0),
				coalesce(lacks.lacking, 0), coalesce(opened.sent, 0), coalesce(opened.opened, 0), coalesce(others.also, 0)))
		) order by own.place), '[]')
	from own
	left join lacks on lacks.requirement_id = own.requirement_id
	left join opened on opened.requirement_id = own.requirement_id
	left join others on others.requirement_id = own.requirement_id
$$;
comment on function app.paper_lines(uuid[], timestamptz, timestamptz, text) is
	'[{requirementId, name, kind, cases, lacking, sent, opened, replacedBy: {database, law}|null, alsoAskedBy, examples: ≤ 3 names, flags}] for each paper of the version in force. The same paper in another procedure = the same official name, or the same `paper` out of the same database; never what is written for the very matter.';
revoke all on function app.paper_lines(uuid[], timestamptz, timestamptz, text) from public, anon, authenticated;
