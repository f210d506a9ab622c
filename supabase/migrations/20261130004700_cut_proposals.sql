-- Đề nghị cắt giảm: the register of what the office proposes to cut of a procedure, to whom it was sent, what came back, what was decided.

create table public.cut_proposals (
	id uuid primary key default gen_random_uuid(),
	agency_id uuid not null references public.agencies (id),
	year int not null check (year between 2000 and 2099),
	number int not null check (number > 0),
	procedure_code text not null references public.procedures (code),
	version_id uuid not null references public.procedure_versions (id),
	cuts jsonb not null check (jsonb_typeof(cuts) = 'array' and cuts <> '[]'),
	reason text not null check (length(reason) between 3 and 2000),
	savings jsonb not null,
	state text not null default 'proposed' check (state in ('proposed', 'sent', 'replied', 'decided', 'withdrawn')),
	version int not null default 1,
	proposed_by uuid not null references public.staff (id),
	proposed_at timestamptz not null default now(),
	sent_to text,
	sent_number text,
	sent_on date,
	reply_number text,
	reply_on date,
	reply_agrees text check (reply_agrees in ('yes', 'partly', 'no')),
	reply_summary text,
	decision text check (decision in ('accept', 'reject')),
	decision_number text,
	decided_on date,
	accepted int[],
	not_applied jsonb,
	draft_id uuid unique references public.procedure_drafts (id),
	withdrawn_reason text,
	withdrawn_at timestamptz,
	unique (agency_id, year, number),
	check ((sent_on is null) = (sent_to is null) and (sent_on is null) = (sent_number is null)),
	check ((reply_on is null) = (reply_agrees is null) and (reply_on is null or reply_on >= sent_on)),
	check ((decided_on is null) = (decision is null) and (decided_on is null or decided_on >= reply_on)),
	check ((decision is not distinct from 'accept') = (accepted is not null)),
	check (draft_id is null or decision = 'accept'),
	check (case state
		when 'proposed' then sent_on is null when 'sent' then sent_on is not null and reply_on is null
		when 'replied' then reply_on is not null and decided_on is null when 'decided' then decided_on is not null
		else withdrawn_at is not null and decided_on is null end)
);
comment on table public.cut_proposals is
	'Proposals to cut papers, time or inner steps of a procedure: proposed → sent → replied → decided, or withdrawn before that. The row is where it stands, app.cut_events what happened. Whether what was decided is in force is told by draft_id and its version, never written here.';
comment on column public.cut_proposals.number is 'Counted within agency and year, without gaps.';
comment on column public.cut_proposals.version_id is 'The version in force when it was proposed: what the cuts name is named by it.';
comment on column public.cut_proposals.cuts is
	'[{kind: paper, requirementId, name} | {kind: paper-to-lookup, requirementId, name, database?} | {kind: time, channel, from, to} | {kind: step, name, limit}] as app.get_cuts writes them.';
comment on column public.cut_proposals.savings is 'What app.cut_savings counted on the day of the proposal, with its days and its n: the basis that was sent out.';
comment on column public.cut_proposals.reply_on is 'The latest reply; the earlier ones are in app.cut_events.';
comment on column public.cut_proposals.accepted is 'Which of the cuts were accepted, by their place from 0.';
comment on column public.cut_proposals.not_applied is 'Accepted cuts that the version in force did not know any more when it was decided.';
comment on column public.cut_proposals.draft_id is 'The draft of the next version that the decision made; null = nothing of it applied.';
create index cut_proposals_of_procedure on public.cut_proposals (procedure_code);
alter table public.cut_proposals enable row level security;
grant select on public.cut_proposals to authenticated, service_role;
create policy "Leaders, approvers, editors and administrators read the proposals of their agency" on public.cut_proposals
	for select to authenticated using (agency_id = (select app.my_agency_id()) and (
		(select app.i_have_role('leader')) or (select app.i_have_role('approver')) or (select app.i_have_role('editor')) or (select app.i_have_role('admin'))
	));

create table app.cut_events (
	action_id uuid primary key,
	proposal_id uuid not null references public.cut_proposals (id),
	action text not null check (action in ('propose', 'send', 'reply', 'decide', 'withdraw')),
	staff_id uuid not null references public.staff (id),
	staff_name text not null,
	request jsonb not null,
	answer jsonb not null,
	at timestamptz not null default clock_timestamp()
);
comment on table app.cut_events is
	'What happened to proposals, append-only: who, when, what was asked and answered. The same action_id gives the same answer again.';
create index cut_events_of on app.cut_events (proposal_id, at);
alter table app.cut_events enable row level security;
create trigger keep_cut_events before update or delete on app.cut_events for each row execute function app.refuse_change();
create trigger keep_all_cut_events before truncate on app.cut_events for each statement execute function app.refuse_change();

-- A draft that a decision made is neither an editor's nor an import.
alter table public.procedure_drafts
	drop constraint procedure_drafts_source_check,
	add constraint procedure_drafts_source_check check (source in ('editor', 'import', 'repository', 'cut'));
alter table public.procedure_versions
	drop constraint procedure_versions_source_check,
	add constraint procedure_versions_source_check check (source in ('repository', 'editor', 'import', 'cut'));

-- What may be cut -------------------------------------------------------------------------------------------

create function app.find_channel(content jsonb, wanted text) returns jsonb
language sql
immutable
set search_path = ''
as $$
	select channel from jsonb_array_elements(app.list_or_empty(content -> 'channels')) with ordinality as list (channel, place)
	where channel ->> 'kind' = wanted order by place limit 1
$$;
comment on function app.find_channel(jsonb, text) is 'The way to file of this kind (in-person, online, post) in a procedure, or null.';
revoke all on function app.find_channel(jsonb, text) from public, anon, authenticated;

create function app.find_requirement(content jsonb, wanted text) returns jsonb
language sql
immutable
set search_path = ''
as $$
	select requirement from jsonb_array_elements(app.list_or_empty(content -> 'requirements')) as requirement
	where requirement ->> 'id' = wanted limit 1
$$;
comment on function app.find_requirement(jsonb, text) is 'The paper with this id in a procedure, or null.';
revoke all on function app.find_requirement(jsonb, text) from public, anon, authenticated;

create function app.find_stage(content jsonb, wanted text) returns jsonb
language sql
immutable
set search_path = ''
as $$
	select stage from jsonb_array_elements(app.list_or_empty(content #> '{clock,stages}')) as stage where stage ->> 'name' = wanted limit 1
$$;
comment on function app.find_stage(jsonb, text) is 'The inner step of this name in a procedure, or null.';
revoke all on function app.find_stage(jsonb, text) from public, anon, authenticated;

create function app.is_shorter_limit(old jsonb, new jsonb) returns boolean
language sql
immutable
set search_path = ''
as $$
	select coalesce(app.is_count(old -> 'value', 1, 1000) and app.is_count(new -> 'value', 1, 1000)
		and new -> 'unit' = old -> 'unit' and (new ->> 'value')::numeric < (old ->> 'value')::numeric, false)
$$;
comment on function app.is_shorter_limit(jsonb, jsonb) is 'True when both limits count the same unit and the new one is shorter.';
revoke all on function app.is_shorter_limit(jsonb, jsonb) from public, anon, authenticated;

create function app.get_cut(cut jsonb, content jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	kind constant text := app.find_text(cut, 'kind', 20);
	known jsonb;
begin
	if kind in ('paper', 'paper-to-lookup') then
		known := app.find_requirement(content, app.find_text(cut, 'requirementId', 100));
	elsif kind = 'time' then
		known := app.find_channel(content, app.find_text(cut, 'channel', 20));
	elsif kind = 'step' then
		known := app.find_stage(content, app.find_text(cut, 'name', 300));
	end if;
	if known is null then
		perform app.fail('PT400', 'cut-unknown');
	end if;
	if kind = 'time' and not app.is_shorter_limit(known -> 'limit', cut -> 'to') then
		perform app.fail('PT400', 'cut-limit');
	end if;
	if kind = 'paper-to-lookup' and known ->> 'kind' = 'data-lookup' then
		perform app.fail('PT400', 'cut-looked-up');
	end if;
	return jsonb_build_object('kind', kind) || case kind
		when 'time' then jsonb_build_object('channel', known -> 'kind', 'from', known -> 'limit',
			'to', jsonb_build_object('unit', known #> '{limit,unit}', 'value', (cut #>> '{to,value}')::numeric::int))
		when 'step' then jsonb_build_object('name', known -> 'name', 'limit', known -> 'limit')
		when 'paper' then jsonb_build_object('requirementId', known -> 'id', 'name', known -> 'name')
		else jsonb_strip_nulls(jsonb_build_object('requirementId', known -> 'id', 'name', known -> 'name',
			'database', coalesce(app.find_text(cut, 'database', 200), known #>> '{replacedBy,database}')))
	end;
end
$$;
comment on function app.get_cut(jsonb, jsonb) is
	'One cut of a request, as it is kept: with the names and limits of the procedure it is about. PT400 cut-unknown (no such kind, paper, way to file or step), cut-limit (not shorter in the same unit), cut-looked-up (that paper is looked up already).';
revoke all on function app.get_cut(jsonb, jsonb) from public, anon, authenticated;

create function app.get_cuts(request jsonb, content jsonb, fewest int) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	given constant jsonb := request -> 'cuts';
	cuts jsonb;
begin
	if not app.is_list_of_objects(given, 40) or jsonb_array_length(app.list_or_empty(given)) < fewest then
		perform app.fail('PT400', 'cut-list');
	end if;
	select coalesce(jsonb_agg(app.get_cut(cut, content) order by place), '[]') into cuts
	from jsonb_array_elements(given) with ordinality as list (cut, place);
	-- A paper is either cut or looked up; a way to file has one new limit.
	if (select count(*) <> count(distinct coalesce('paper ' || (cut ->> 'requirementId'), 'time ' || (cut ->> 'channel'), 'step ' || (cut ->> 'name')))
		from jsonb_array_elements(cuts) as cut)
	then
		perform app.fail('PT400', 'cut-twice');
	end if;
	return cuts;
end
$$;
comment on function app.get_cuts(jsonb, jsonb, int) is
	'The {cuts} of a request, at least so many and at most 40, each thing once, as app.get_cut writes them. PT400 cut-list, cut-twice and those of app.get_cut.';
revoke all on function app.get_cuts(jsonb, jsonb, int) from public, anon, authenticated;

create function app.apply_cuts(content jsonb, cuts jsonb, decided_by text, out result jsonb, out missed jsonb)
language plpgsql
immutable
set search_path = ''
as $$
declare
	cut jsonb;
	known jsonb;
begin
	result := content;
	missed := '[]';
	for cut in select one from jsonb_array_elements(cuts) with ordinality as list (one, place) order by place loop
		known := case cut ->> 'kind'
			when 'time' then app.find_channel(result, cut ->> 'channel')
			when 'step' then app.find_stage(result, cut ->> 'name')
			else app.find_requirement(result, cut ->> 'requirementId')
		end;
		if known is null or (cut ->> 'kind' = 'paper-to-lookup' and known ->> 'kind' = 'data-lookup')
			or (cut ->> 'kind' = 'time' and not app.is_shorter_limit(known -> 'limit', cut -> 'to'))
		then
			missed := missed || cut;
			continue;
		end if;
		case cut ->> 'kind'
			when 'time' then
				result := jsonb_set(result, '{channels}', (
					select jsonb_agg(case when channel ->> 'kind' = cut ->> 'channel' and app.is_shorter_limit(channel -> 'limit', cut -> 'to')
						then jsonb_set(channel, '{limit}', cut -> 'to') else channel end order by place)
					from jsonb_array_elements(result -> 'channels') with ordinality as list (channel, place)
				));
			when 'step' then
				result := jsonb_set(result, '{clock,stages}', (
					select coalesce(jsonb_agg(stage order by place), '[]')
					from jsonb_array_elements(result #> '{clock,stages}') with ordinality as list (stage, place) where stage ->> 'name' <> cut ->> 'name'
				));
			when 'paper' then
				result := jsonb_set(result, '{requirements}', (
					select coalesce(jsonb_agg(paper order by place), '[]')
					from jsonb_array_elements(result -> 'requirements') with ordinality as list (paper, place) where paper ->> 'id' <> cut ->> 'requirementId'
				));
			else
				-- Nothing to bring, to photograph or to build from the form: the office looks it up.
				known := (known - 'builtByForm') || '{"kind": "data-lookup", "originals": 0, "copies": 0, "photo": false}'
					|| case when cut ? 'database' and not known ? 'replacedBy'
						then jsonb_build_object('replacedBy', jsonb_build_object('database', cut -> 'database', 'law', decided_by)) else '{}' end;
				result := jsonb_set(result, '{requirements}', (
					select jsonb_agg(case when paper ->> 'id' = cut ->> 'requirementId' then known else paper end order by place)
					from jsonb_array_elements(result -> 'requirements') with ordinality as list (paper, place)
				));
		end case;
	end loop;
	if result #> '{clock,stages}' = '[]' then
		result := result #- '{clock,stages}';
	end if;
	if not app.list_or_empty(result -> 'legalBasis') ? decided_by then
		result := jsonb_set(result, '{legalBasis}', app.list_or_empty(result -> 'legalBasis') || to_jsonb(decided_by));
	end if;
end
$$;
comment on function app.apply_cuts(jsonb, jsonb, text) is
	'(procedure, cuts as app.get_cuts writes them, the decision as a line of the legal basis) → result: the procedure without them and with that line; missed: the cuts that it does not know any more.';
revoke all on function app.apply_cuts(jsonb, jsonb, text) from public, anon, authenticated;
