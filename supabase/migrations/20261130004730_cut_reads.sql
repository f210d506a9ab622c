-- The register as it is read, and what a cut would save before anybody proposes it.

create function app.cut_history(of_proposal uuid, with_names boolean) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
			'action', event.action, 'at', app.local_time(event.at), 'by', case when with_names then event.staff_name end,
			'on', app.find_text(event.request, 'on', 10), 'number', case when event.action <> 'propose' then app.find_text(event.request, 'number', 60) end,
			'body', app.find_text(event.request, 'body', 200), 'agrees', app.find_text(event.request, 'agrees', 10),
			'decision', app.find_text(event.request, 'decision', 10),
			'text', case event.action when 'reply' then app.find_text(event.request, 'summary', 2000) when 'withdraw' then app.find_text(event.request, 'reason', 1000) end
		) order by event.at, event.action_id), '[]')
	from app.cut_events as event where event.proposal_id = of_proposal
$$;
comment on function app.cut_history(uuid, boolean) is
	'[{action, at, by, on, number, body, agrees, decision, text}] of a proposal, the first first; names of people only where they are colleagues.';
revoke all on function app.cut_history(uuid, boolean) from public, anon, authenticated;

create function app.cut_json(proposal public.cut_proposals, home uuid, is_leader boolean) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('id', proposal.id,
		'agency', (select jsonb_build_object('id', id, 'name', name) from public.agencies where id = proposal.agency_id),
		'number', proposal.number, 'year', proposal.year, 'procedureCode', proposal.procedure_code,
		'procedure', (select short_title from public.procedures where code = proposal.procedure_code),
		'versionNumber', (select number from public.procedure_versions where id = proposal.version_id),
		'cuts', proposal.cuts, 'reason', proposal.reason, 'savings', proposal.savings, 'state', proposal.state, 'version', proposal.version,
		'proposedBy', case when proposal.agency_id = home then (select full_name from public.staff where id = proposal.proposed_by) end,
		'proposedOn', app.local_time(proposal.proposed_at)::date,
		'sent', case when proposal.sent_on is not null then
			jsonb_build_object('body', proposal.sent_to, 'number', proposal.sent_number, 'on', proposal.sent_on) end,
		'reply', case when proposal.reply_on is not null then jsonb_build_object('number', proposal.reply_number, 'on', proposal.reply_on,
			'agrees', proposal.reply_agrees, 'summary', proposal.reply_summary) end,
		'decision', case when proposal.decided_on is not null then jsonb_build_object('is', proposal.decision, 'number', proposal.decision_number,
			'on', proposal.decided_on, 'accepted', coalesce(to_jsonb(proposal.accepted), '[]'), 'missed', coalesce(proposal.not_applied, '[]')) end,
		'withdrawn', case when proposal.state = 'withdrawn' then
			jsonb_build_object('on', app.local_time(proposal.withdrawn_at)::date, 'reason', proposal.withdrawn_reason) end,
		'draft', (
			-- Told by the draft and its version: nobody writes down twice what is in force.
			select jsonb_build_object('id', draft.id,
				'state', case when version.status = 'published' then 'in-force' when version.status = 'scheduled' then 'scheduled'
					when draft.status = 'published' then 'dropped' else draft.status end,
				'number', version.number, 'since', coalesce(version.effective_on, app.local_time(version.published_at)::date))
			from public.procedure_drafts as draft left join public.procedure_versions as version on version.draft_id = draft.id
			where draft.id = proposal.draft_id
		),
		'history', app.cut_history(proposal.id, proposal.agency_id = home),
		'may', case when proposal.agency_id <> home then '[]'::jsonb else (
			select coalesce(jsonb_agg(action order by place), '[]')
			from (values (1, 'send', is_leader and proposal.state = 'proposed'), (2, 'decide', is_leader and proposal.state = 'replied'),
				(3, 'reply', is_leader and proposal.state in ('sent', 'replied')),
				(4, 'withdraw', proposal.state in ('proposed', 'sent', 'replied') and (is_leader or (proposal.proposed_by = app.my_staff_id()
					and (app.i_have_role('approver') or app.i_have_role('editor')))))) as list (place, action, allowed)
			where allowed
		) end)
$$;
comment on function app.cut_json(public.cut_proposals, uuid, boolean) is 'A proposal as TypeScript reads it, for a reader of this agency; `may` = what the reader may do next.';
revoke all on function app.cut_json(public.cut_proposals, uuid, boolean) from public, anon, authenticated;

create function app.cut_reader(request jsonb) returns public.staff
language sql
stable
security definer
set search_path = ''
as $$ select app.catalogue_member(request, array['leader', 'approver', 'editor', 'admin']) $$;
comment on function app.cut_reader(jsonb) is 'Who reads the register: leaders, approvers, editors, administrators. PT403 not-staff, role-missing.';
revoke all on function app.cut_reader(jsonb) from public, anon, authenticated;

create function public.staff_cuts(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	most constant int := 300;
	me public.staff;
	is_leader constant boolean := app.i_have_role('leader');
	wanted_state text;
	wanted_code text;
	wanted_id uuid;
	agencies uuid[];
	answer jsonb;
begin
	me := app.cut_reader(request);
	wanted_state := app.find_text(request, 'state', 20);
	if wanted_state not in ('proposed', 'sent', 'replied', 'decided', 'withdrawn') then
		perform app.fail('PT400', 'cut-filter');
	end if;
	wanted_code := app.find_text(request, 'procedureCode', 20);
	if coalesce(request -> 'proposalId', 'null') <> 'null' then
		wanted_id := app.get_uuid(request, 'proposalId');
	end if;
	agencies := case when is_leader then app.agencies_under(me.agency_id) else array[me.agency_id] end;
	with found as (
		select proposal, row_number() over (order by proposal.proposed_at desc, proposal.id) as place, count(*) over () as total
		from public.cut_proposals as proposal
		where proposal.agency_id = any (agencies)
			and (wanted_state is null or proposal.state = wanted_state) and (wanted_code is null or proposal.procedure_code = wanted_code)
			and (wanted_id is null or proposal.id = wanted_id)
	)
	select jsonb_build_object(
		'today', app.today(), 'home', me.agency_id, 'agency', (select name from public.agencies where id = me.agency_id),
		'proposes', is_leader or app.i_have_role('approver') or app.i_have_role('editor'),
		'editsDrafts', is_leader or app.i_have_role('editor'),
		'total', coalesce(max(found.total), 0),
		'proposals', coalesce(jsonb_agg(app.cut_json(found.proposal, me.agency_id, is_leader) order by found.place) filter (where found.place <= most), '[]')
	) into answer from found;
	return answer;
end
$$;
comment on function public.staff_cuts(jsonb) is
	'{protocol, state?, procedureCode?, proposalId?} → {today, home, agency, proposes, editsDrafts, total, proposals: [{id, agency: {id, name}, number, year, procedureCode, procedure, versionNumber, cuts, reason, savings, state, version, proposedBy, proposedOn, sent, reply, decision, withdrawn, draft: {id, state, number, since}|null, history, may}]}: the register, the newest first, at most 300 of `total`. Leaders, approvers, editors, administrators of the agency; leaders also of those below, without names of people. PT400 cut-filter, id-malformed; PT403 not-staff, role-missing.';
revoke all on function public.staff_cuts(jsonb) from public, anon, authenticated;
grant execute on function public.staff_cuts(jsonb) to authenticated;

create function public.preview_cut(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff;
	version public.procedure_versions;
begin
	me := app.cut_reader(request);
	version := app.procedure_to_cut(request);
	return jsonb_build_object(
		'procedureCode', version.procedure_code, 'procedure', version.content -> 'shortTitle', 'versionId', version.id, 'versionNumber', version.number,
		'papers', (
			select coalesce(jsonb_agg(jsonb_build_object('requirementId', paper -> 'id', 'name', paper -> 'name',
				'lookedUp', coalesce(paper ->> 'kind' = 'data-lookup', false), 'database', paper #> '{replacedBy,database}') order by place), '[]')
			from jsonb_array_elements(app.list_or_empty(version.content -> 'requirements')) with ordinality as list (paper, place)
		),
		'channels', (
			select coalesce(jsonb_agg(jsonb_build_object('kind', channel -> 'kind', 'limit', channel -> 'limit') order by place), '[]')
			from jsonb_array_elements(app.list_or_empty(version.content -> 'channels')) with ordinality as list (channel, place)
		),
		'steps', (
			select coalesce(jsonb_agg(jsonb_build_object('name', stage -> 'name', 'limit', stage -> 'limit') order by place), '[]')
			from jsonb_array_elements(app.list_or_empty(version.content #> '{clock,stages}')) with ordinality as list (stage, place)
		),
		'savings', app.cut_savings(app.agencies_under(me.agency_id), version.procedure_code, app.get_cuts(request, version.content, 0))
	);
end
$$;
comment on function public.preview_cut(jsonb) is
	'{protocol, procedureCode, cuts (may be [])} → {procedureCode, procedure, versionId, versionNumber, papers: [{requirementId, name, lookedUp, database}], channels: [{kind, limit}], steps: [{name, limit}], savings}: what of the version in force may be cut, and what these cuts would have saved in the last twelve months; nothing is written. Leaders, approvers, editors, administrators. PT400 cut-list, cut-twice, cut-unknown, cut-limit, cut-looked-up; PT403 not-staff, role-missing; PT404 procedure-unknown.';
revoke all on function public.preview_cut(jsonb) from public, anon, authenticated;
grant execute on function public.preview_cut(jsonb) to authenticated;
