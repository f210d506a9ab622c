-- The loop back into the checklist: what people keep lacking is counted once a day; the phone is told of the papers that
-- many lack, and the editor is asked to write them anew and shown what that changed.

create table app.paper_figures (
	procedure_code text not null references public.procedures (code),
	requirement_id text not null,
	wording text not null,
	cases int not null,
	lacking int not null,
	missing int not null,
	wrong int not null,
	in_vain int not null,
	primary key (procedure_code, requirement_id, wording)
);
comment on table app.paper_figures is
	'Of how many cases of the last twelve months, of all agencies, a paper was in the list and how many lacked it, for each wording of the paper (app.lacks_of, app.wording_of). Written anew by the job hint-papers.';
alter table app.paper_figures enable row level security;

create table app.paper_hints (
	procedure_code text not null references public.procedures (code),
	requirement_id text not null,
	tenths int not null check (tenths between 1 and 10),
	cases int not null check (cases >= 5),
	primary key (procedure_code, requirement_id)
);
comment on table app.paper_hints is 'What the checklist says of papers that many lack: `tenths` of ten, out of at least `cases`. Public; nothing under five cases ever is.';
alter table app.paper_hints enable row level security;

create table app.hint_counter (
	id int primary key default 1 check (id = 1),
	stamp bigint not null default 0,
	computed_at timestamptz
);
comment on table app.hint_counter is 'One row: `stamp` grows when the hints change, so that a phone is sent them once; computed_at = when the figures were last counted.';
alter table app.hint_counter enable row level security;
insert into app.hint_counter default values;

alter table app.settings
	add column hint_least_cases int not null default 20 check (hint_least_cases >= 5),
	add column hint_least_lacking int not null default 5 check (hint_least_lacking >= 5),
	add column hint_least_share numeric not null default 0.3 check (hint_least_share > 0 and hint_least_share <= 1);
comment on column app.settings.hint_least_cases is 'A paper is pointed out from so many cases of twelve months on; never fewer than five.';
comment on column app.settings.hint_least_lacking is 'And when at least so many of them lacked it; never fewer than five.';
comment on column app.settings.hint_least_share is 'And when those were at least this share, 0–1.';

create function app.wording_of(requirement jsonb) returns text
language sql
immutable
set search_path = ''
as $$
	select md5(jsonb_build_array(requirement -> 'name', requirement -> 'kind', requirement -> 'why', requirement -> 'ifMissing', requirement -> 'ifLost')::text)
$$;
comment on function app.wording_of(jsonb) is 'The same for two editions of a paper that say the same words to whoever prepares it.';
revoke all on function app.wording_of(jsonb) from public, anon, authenticated;

create function app.wordings_of(codes text[]) returns table (
	procedure_code text, requirement_id text, wording text, name text, since_number int, since_at timestamptz, is_current boolean
)
language sql
stable
security definer
set search_path = ''
as $$
	select version.procedure_code, requirement ->> 'id', app.wording_of(requirement), (array_agg(requirement ->> 'name' order by version.number desc))[1],
		min(version.number), min(version.published_at), bool_or(version.id = procedure.current_version_id and procedure.status = 'published')
	from public.procedures as procedure
	join public.procedure_versions as version on version.procedure_code = procedure.code and version.status = 'published',
		jsonb_array_elements(app.list_or_empty(version.content -> 'requirements')) as requirement
	where procedure.code = any (codes) and requirement ->> 'id' is not null
	group by 1, 2, 3
$$;
comment on function app.wordings_of(text[]) is
	'Every wording of every paper of these procedures: the first version that had it, when that was published, and whether it is the one in force.';
revoke all on function app.wordings_of(text[]) from public, anon, authenticated;

create function app.round_down(cases int) returns int
language sql
immutable
set search_path = ''
as $$ select case when cases < 10 then cases when cases < 200 then cases - cases % 10 when cases < 1000 then cases - cases % 50 else cases - cases % 500 end $$;
comment on function app.round_down(int) is 'A number of cases as "at least so many", coarse enough that a phone is not sent a new one every day.';
revoke all on function app.round_down(int) from public, anon, authenticated;

create function app.refresh_hints() returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	rules app.settings;
	fresh jsonb;
	held jsonb;
begin
	-- One at a time; the figures of two would mix.
	perform 1 from app.hint_counter for update;
	select * into rules from app.settings;
	delete from app.paper_figures;
	insert into app.paper_figures (procedure_code, requirement_id, wording, cases, lacking, missing, wrong, in_vain)
	select lack.procedure_code, lack.requirement_id, app.wording_of(requirement), sum(lack.cases), sum(lack.lacking), sum(lack.missing),
		sum(lack.wrong), sum(lack.in_vain)
	from app.lacks_of(array(select id from public.agencies), now() - interval '1 year', now()) as lack
	join public.procedure_versions as version on version.id = lack.version_id
	join lateral (
		select one from jsonb_array_elements(app.list_or_empty(version.content -> 'requirements')) as one where one ->> 'id' = lack.requirement_id limit 1
	) as found (requirement) on true
	group by 1, 2, 3;

	-- Whatever the wording was: people lacked the paper. Of papers in force only.
	select coalesce(jsonb_agg(jsonb_build_array(list.procedure_code, list.requirement_id, list.tenths, list.cases)
		order by list.procedure_code collate "C", list.requirement_id collate "C"), '[]')
	into fresh
	from (
		select figure.procedure_code, figure.requirement_id, app.round_down(sum(figure.cases)::int) as cases,
			-- All of them only when it was all of them.
			case when sum(figure.lacking) = sum(figure.cases) then 10
				else least(9, greatest(1, round(10.0 * sum(figure.lacking) / sum(figure.cases))))::int end as tenths
		from app.paper_figures as figure
		join public.procedures as procedure on procedure.code = figure.procedure_code and procedure.status = 'published'
		join public.procedure_versions as version on version.id = procedure.current_version_id
		where exists (
			select 1 from jsonb_array_elements(app.list_or_empty(version.content -> 'requirements')) as one where one ->> 'id' = figure.requirement_id
		)
		group by 1, 2
		having sum(figure.cases) >= rules.hint_least_cases and sum(figure.lacking) >= rules.hint_least_lacking
			and sum(figure.lacking) >= rules.hint_least_share * sum(figure.cases)
	) as list;
	select coalesce(jsonb_agg(jsonb_build_array(hint.procedure_code, hint.requirement_id, hint.tenths, hint.cases)
		order by hint.procedure_code collate "C", hint.requirement_id collate "C"), '[]')
	into held from app.paper_hints as hint;
	if fresh <> held then
		delete from app.paper_hints;
		insert into app.paper_hints (procedure_code, requirement_id, tenths, cases)
		select hint ->> 0, hint ->> 1, (hint ->> 2)::int, (hint ->> 3)::int from jsonb_array_elements(fresh) as hint;
	end if;
	update app.hint_counter set computed_at = now(), stamp = stamp + (fresh <> held)::int;
end
$$;
comment on function app.refresh_hints() is
	'Counts anew what people lacked in the last twelve months, and what the checklists say of it; the stamp grows only when they say something else.';
revoke all on function app.refresh_hints() from public, anon, authenticated;
grant execute on function app.refresh_hints() to service_role;
insert into app.jobs (kind, repeat_every) values ('hint-papers', interval '1 day');

-- To the phones ---------------------------------------------------------------------------------------------

create function app.hints_since(request jsonb) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce((
		select jsonb_build_object('hints', jsonb_build_object('stamp', counter.stamp, 'papers', (
			select coalesce(jsonb_agg(jsonb_build_object('code', hint.procedure_code, 'id', hint.requirement_id, 'tenths', hint.tenths, 'cases', hint.cases)
				order by hint.procedure_code collate "C", hint.requirement_id collate "C"), '[]')
			from app.paper_hints as hint
		)))
		from app.hint_counter as counter
		-- Phones of earlier apps do not ask.
		where jsonb_typeof(request -> 'hints') = 'number' and request ->> 'hints' is distinct from counter.stamp::text
	), '{}')
$$;
comment on function app.hints_since(jsonb) is
	'For a pull {hints: the stamp the phone has}: {hints: {stamp, papers: [{code, id of the requirement, tenths, cases: at least so many}]}}, or {} when it has them.';
revoke all on function app.hints_since(jsonb) from public, anon, authenticated;

alter function public.pull_catalogue(jsonb) set schema app;
alter function app.pull_catalogue(jsonb) rename to catalogue_since;
revoke all on function app.catalogue_since(jsonb) from public, anon, authenticated;
create function public.pull_catalogue(request jsonb) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$ select app.catalogue_since(request) || app.hints_since(request) $$;
comment on function public.pull_catalogue(jsonb) is
	'{protocol, revision?, hashes?, snapshotHash?, hints?} → {revision, unchanged:true, hints?} or {revision, more, procedures[], fields[], offices[], hints?}; a published procedure comes with postedOn and postedDecision. hashes = {code: first 12 hex digits} of what a phone holds whole: those are not sent, and the last page says unknown[] (codes this office does not post) and postings[]. hints = the stamp of the hints a phone has (0: none): they come when there are others, without a new revision of any procedure.';
revoke all on function public.pull_catalogue(jsonb) from public;
grant execute on function public.pull_catalogue(jsonb) to anon, authenticated;

-- To the editors --------------------------------------------------------------------------------------------

create function public.lacking_papers(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	rules app.settings;
	wanted_code text;
	lines jsonb;
begin
	perform app.catalogue_member(request, array['editor', 'leader']);
	select * into rules from app.settings;
	wanted_code := app.find_text(request, 'procedureCode', 20);
	with counted as (
		select wording.procedure_code, wording.requirement_id, wording.name, wording.since_number, wording.since_at, wording.is_current,
			coalesce(figure.cases, 0) as cases, coalesce(figure.lacking, 0) as lacking, coalesce(figure.missing, 0) as missing,
			coalesce(figure.wrong, 0) as wrong, coalesce(figure.in_vain, 0) as in_vain
		from app.wordings_of(case when wanted_code is null then array(select distinct procedure_code from app.paper_figures where lacking > 0)
			else array[wanted_code] end) as wording
		left join app.paper_figures as figure on figure.procedure_code = wording.procedure_code
			and figure.requirement_id = wording.requirement_id and figure.wording = wording.wording
	), papers as (
		select current.*, current.cases >= rules.hint_least_cases and current.lacking >= rules.hint_least_lacking
				and current.lacking >= rules.hint_least_share * current.cases as proposed, earlier.wordings
		from counted as current
		cross join lateral (
			select jsonb_agg(jsonb_build_object('since', other.since_number, 'on', left(app.local_time(other.since_at), 10),
				'cases', other.cases, 'lacking', other.lacking) order by other.since_number) as wordings, sum(other.lacking) as ever
			from counted as other
			where other.procedure_code = current.procedure_code and other.requirement_id = current.requirement_id
				-- What was never counted tells nothing, but for the words that stand now.
				and (other.cases > 0 or other.is_current)
		) as earlier
		where current.is_current and earlier.ever > 0
	)
	select coalesce(jsonb_agg(jsonb_build_object('procedureCode', papers.procedure_code, 'procedure', procedure.short_title,
			'requirementId', papers.requirement_id, 'name', papers.name, 'cases', papers.cases, 'lacking', papers.lacking,
			'missing', papers.missing, 'wrong', papers.wrong, 'inVain', papers.in_vain, 'proposed', papers.proposed, 'wordings', papers.wordings
		) order by papers.proposed desc, papers.lacking desc, papers.procedure_code, papers.requirement_id), '[]')
	into lines
	from papers join public.procedures as procedure on procedure.code = papers.procedure_code
	where papers.proposed or wanted_code is not null;
	return jsonb_build_object(
		'computedAt', (select app.local_time(computed_at) from app.hint_counter),
		'least', jsonb_build_object('cases', rules.hint_least_cases, 'lacking', rules.hint_least_lacking, 'share', rules.hint_least_share),
		'papers', lines
	);
end
$$;
comment on function public.lacking_papers(jsonb) is
	'{protocol, procedureCode?} → {computedAt|null, least: {cases, lacking, share}, papers: [{procedureCode, procedure, requirementId, name, cases, lacking, missing, wrong, inVain, proposed, wordings: [{since: version number, on: date, cases, lacking}]}]}: papers that people keep lacking, under the words that stand now; `proposed` = they should be written anew. With a code every paper of it that anybody lacked, else only what is proposed. Figures of twelve months, all agencies, counted daily. For editors and leaders. PT403 not-staff, role-missing.';
revoke all on function public.lacking_papers(jsonb) from public, anon, authenticated;
grant execute on function public.lacking_papers(jsonb) to authenticated;
