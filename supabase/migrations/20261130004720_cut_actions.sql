-- What is done about a proposal: put forward, sent, answered, decided, withdrawn; and the draft that an accepted one becomes.

create function app.begin_cut(request jsonb, wanted_action text, roles text[], out me public.staff, out replayed jsonb)
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted_id uuid;
	earlier app.cut_events;
begin
	-- PT403 not-staff, role-missing: the catalogue knows the same people.
	me := app.catalogue_member(request, roles);
	wanted_id := app.get_uuid(request, 'actionId');
	-- One writer at a time in an agency: numbers without gaps, and the second sees what the first has done.
	perform pg_advisory_xact_lock(hashtextextended('public.cut_proposals ' || me.agency_id::text, 0));
	select * into earlier from app.cut_events where action_id = wanted_id;
	if found then
		if earlier.staff_id <> me.id or earlier.action <> wanted_action or earlier.request <> request then
			perform app.fail('PT409', 'action-id-used');
		end if;
		replayed := earlier.answer;
	end if;
end
$$;
comment on function app.begin_cut(jsonb, text, text[]) is
	'Who changes a proposal (somebody with one of these roles), the agency''s proposals being theirs alone until the end; `replayed` = the answer of the same actionId and request before. PT403 not-staff, role-missing; PT409 action-id-used.';
revoke all on function app.begin_cut(jsonb, text, text[]) from public, anon, authenticated;

create function app.note_cut(request jsonb, me public.staff, done text, proposal uuid, more jsonb default '{}') returns jsonb
language sql
security definer
set search_path = ''
as $$
	insert into app.cut_events (action_id, proposal_id, action, staff_id, staff_name, request, answer)
	select app.get_uuid(request, 'actionId'), known.id, done, me.id, me.full_name, request,
		jsonb_build_object('proposalId', known.id, 'number', known.number, 'year', known.year, 'state', known.state, 'version', known.version) || more
	from public.cut_proposals as known where known.id = note_cut.proposal
	returning answer
$$;
comment on function app.note_cut(jsonb, public.staff, text, uuid, jsonb) is
	'Appends what was done to a proposal and gives the answer {proposalId, number, year, state, version, …}.';
revoke all on function app.note_cut(jsonb, public.staff, text, uuid, jsonb) from public, anon, authenticated;

create function app.get_cut_proposal(request jsonb, me public.staff, wanted_states text[]) returns public.cut_proposals
language plpgsql
security definer
set search_path = ''
as $$
declare
	proposal public.cut_proposals;
begin
	select * into proposal from public.cut_proposals where id = app.get_uuid(request, 'proposalId') and agency_id = me.agency_id;
	if not found then
		perform app.fail('PT404', 'cut-proposal-unknown');
	end if;
	if request -> 'expectedVersion' is distinct from to_jsonb(proposal.version) then
		perform app.fail('PT409', 'version-stale');
	end if;
	if proposal.state <> all (wanted_states) then
		perform app.fail('PT409', 'cut-state');
	end if;
	return proposal;
end
$$;
comment on function app.get_cut_proposal(jsonb, public.staff, text[]) is
	'The proposal {proposalId, expectedVersion} of the own agency in one of these states. PT404 cut-proposal-unknown; PT409 version-stale, cut-state.';
revoke all on function app.get_cut_proposal(jsonb, public.staff, text[]) from public, anon, authenticated;

create function app.get_cut_text(request jsonb, field text, shortest int, longest int) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	given constant text := app.find_text(request, field, longest);
begin
	if coalesce(length(given), 0) < shortest then
		perform app.fail('PT400', 'cut-text');
	end if;
	return given;
end
$$;
comment on function app.get_cut_text(jsonb, text, int, int) is 'A text of a request of so many characters; PT400 cut-text, text-too-long.';
revoke all on function app.get_cut_text(jsonb, text, int, int) from public, anon, authenticated;

create function app.get_cut_day(request jsonb, not_before date) returns date
language plpgsql
stable
set search_path = ''
as $$
declare
	day constant date := app.find_local_time(to_jsonb(app.find_text(request, 'on', 10) || 'T00:00'))::date;
begin
	if day is null or day < not_before or day > app.today() then
		perform app.fail('PT400', 'cut-day');
	end if;
	return day;
end
$$;
comment on function app.get_cut_day(jsonb, date) is 'The date {on} of a paper: not before the step before it, not in the future. PT400 cut-day.';
revoke all on function app.get_cut_day(jsonb, date) from public, anon, authenticated;

create function app.procedure_to_cut(request jsonb) returns public.procedure_versions
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	version public.procedure_versions;
begin
	select known.* into version from public.procedures as procedure
	join public.procedure_versions as known on known.id = procedure.current_version_id
	where procedure.code = app.find_text(request, 'procedureCode', 20) and procedure.status = 'published';
	if not found then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	return version;
end
$$;
comment on function app.procedure_to_cut(jsonb) is 'The version in force of {procedureCode}; PT404 procedure-unknown.';
revoke all on function app.procedure_to_cut(jsonb) from public, anon, authenticated;

create function public.propose_cut(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	version public.procedure_versions;
	cuts jsonb;
	reason text;
	this_year constant int := app.local_year(now());
	made uuid;
begin
	select * into begun from app.begin_cut(request, 'propose', array['leader', 'approver', 'editor']);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	version := app.procedure_to_cut(request);
	if app.get_uuid(request, 'versionId') <> version.id then
		perform app.fail('PT409', 'version-stale');
	end if;
	cuts := app.get_cuts(request, version.content, 1);
	reason := app.get_cut_text(request, 'reason', 3, 2000);
	insert into public.cut_proposals (agency_id, year, number, procedure_code, version_id, cuts, reason, savings, proposed_by)
	select (begun.me).agency_id, this_year,
		coalesce((select max(number) from public.cut_proposals where agency_id = (begun.me).agency_id and year = this_year), 0) + 1,
		version.procedure_code, version.id, cuts, reason,
		app.cut_savings(app.agencies_under((begun.me).agency_id), version.procedure_code, cuts), (begun.me).id
	returning id into made;
	return app.note_cut(request, begun.me, 'propose', made);
end
$$;
comment on function public.propose_cut(jsonb) is
	'{protocol, actionId, procedureCode, versionId (the one in force, as on screen), cuts: [{kind: paper|paper-to-lookup, requirementId, database?} | {kind: time, channel, to: limit} | {kind: step, name}], reason} → {proposalId, number, year, state, version}: puts a proposal forward with what it saves. Leaders, approvers, editors. PT400 cut-list, cut-twice, cut-unknown, cut-limit, cut-looked-up, cut-text; PT403 not-staff, role-missing; PT404 procedure-unknown; PT409 version-stale, action-id-used.';
revoke all on function public.propose_cut(jsonb) from public, anon, authenticated;
grant execute on function public.propose_cut(jsonb) to authenticated;

create function public.send_cut(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	proposal public.cut_proposals;
begin
	select * into begun from app.begin_cut(request, 'send', array['leader']);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	proposal := app.get_cut_proposal(request, begun.me, array['proposed']);
	update public.cut_proposals set state = 'sent', version = version + 1, sent_to = app.get_cut_text(request, 'body', 3, 200),
		sent_number = app.get_cut_text(request, 'number', 1, 60), sent_on = app.get_cut_day(request, app.local_time(proposal.proposed_at)::date)
	where id = proposal.id;
	return app.note_cut(request, begun.me, 'send', proposal.id);
end
$$;
comment on function public.send_cut(jsonb) is
	'{protocol, actionId, proposalId, expectedVersion, body (to whom), number, on (of the paper)} → {proposalId, number, year, state: sent, version}. Leaders. PT400 cut-text, cut-day; PT403 not-staff, role-missing; PT404 cut-proposal-unknown; PT409 cut-state, version-stale, action-id-used.';
revoke all on function public.send_cut(jsonb) from public, anon, authenticated;
grant execute on function public.send_cut(jsonb) to authenticated;

create function public.note_cut_reply(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	proposal public.cut_proposals;
	agrees text;
begin
	select * into begun from app.begin_cut(request, 'reply', array['leader']);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	proposal := app.get_cut_proposal(request, begun.me, array['sent', 'replied']);
	agrees := app.find_text(request, 'agrees', 10);
	if agrees is null or agrees not in ('yes', 'partly', 'no') then
		perform app.fail('PT400', 'cut-agrees');
	end if;
	update public.cut_proposals set state = 'replied', version = version + 1, reply_agrees = agrees,
		reply_number = app.get_cut_text(request, 'number', 1, 60), reply_summary = app.find_text(request, 'summary', 2000),
		reply_on = app.get_cut_day(request, coalesce(proposal.reply_on, proposal.sent_on))
	where id = proposal.id;
	return app.note_cut(request, begun.me, 'reply', proposal.id);
end
$$;
comment on function public.note_cut_reply(jsonb) is
	'{protocol, actionId, proposalId, expectedVersion, number, on, agrees yes|partly|no, summary?} → {proposalId, number, year, state: replied, version}: what the body answered; a later reply takes the place of the one before, which stays in the history. Leaders. PT400 cut-agrees, cut-text, cut-day; PT403 not-staff, role-missing; PT404 cut-proposal-unknown; PT409 cut-state (never sent, or over), version-stale, action-id-used.';
revoke all on function public.note_cut_reply(jsonb) from public, anon, authenticated;
grant execute on function public.note_cut_reply(jsonb) to authenticated;

create function public.withdraw_cut(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	proposal public.cut_proposals;
begin
	select * into begun from app.begin_cut(request, 'withdraw', array['leader', 'approver', 'editor']);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	proposal := app.get_cut_proposal(request, begun.me, array['proposed', 'sent', 'replied']);
	if proposal.proposed_by <> (begun.me).id and not app.i_have_role('leader') then
		perform app.fail('PT403', 'cut-foreign');
	end if;
	update public.cut_proposals set state = 'withdrawn', version = version + 1, withdrawn_at = now(),
		withdrawn_reason = app.get_cut_text(request, 'reason', 3, 1000)
	where id = proposal.id;
	return app.note_cut(request, begun.me, 'withdraw', proposal.id);
end
$$;
comment on function public.withdraw_cut(jsonb) is
	'{protocol, actionId, proposalId, expectedVersion, reason} → {proposalId, number, year, state: withdrawn, version}: by who put it forward or a leader, until it is decided. PT400 cut-text; PT403 not-staff, role-missing, cut-foreign; PT404 cut-proposal-unknown; PT409 cut-state, version-stale, action-id-used.';
revoke all on function public.withdraw_cut(jsonb) from public, anon, authenticated;
grant execute on function public.withdraw_cut(jsonb) to authenticated;

-- The decision ----------------------------------------------------------------------------------------------

create function app.get_accepted(request jsonb, cuts jsonb) returns int[]
language plpgsql
immutable
set search_path = ''
as $$
declare
	given constant jsonb := request -> 'accepted';
	places int[];
begin
	if coalesce(given, 'null') = 'null' then
		return array(select generate_series(0, jsonb_array_length(cuts) - 1));
	end if;
	if jsonb_typeof(given) <> 'array' or exists (
		select 1 from jsonb_array_elements(app.list_or_empty(given)) as place where not app.is_count(place, 0, jsonb_array_length(cuts) - 1)
	) then
		perform app.fail('PT400', 'cut-accepted');
	end if;
	places := array(select distinct (place #>> '{}')::numeric::int from jsonb_array_elements(given) as place order by 1);
	if places = '{}' then
		perform app.fail('PT400', 'cut-accepted');
	end if;
	return places;
end
$$;
comment on function app.get_accepted(jsonb, jsonb) is
	'Which cuts {accepted} names, by their place from 0, each once; all when it is absent. PT400 cut-accepted for none or others.';
revoke all on function app.get_accepted(jsonb, jsonb) from public, anon, authenticated;

create function app.draft_of_cuts(proposal public.cut_proposals, me public.staff, cuts jsonb, decided_by text, out draft_id uuid, out missed jsonb)
language plpgsql
security definer
set search_path = ''
as $$
declare
	version public.procedure_versions;
	applied record;
	draft public.procedure_drafts;
	origin constant text := decided_by || ', đề nghị cắt giảm số ' || proposal.number || '/' || proposal.year;
begin
	select known.* into version from public.procedures as procedure
	join public.procedure_versions as known on known.id = procedure.current_version_id
	where procedure.code = proposal.procedure_code and procedure.status = 'published';
	if version.id is null then
		missed := cuts;
		return;
	end if;
	select * into applied from app.apply_cuts(version.content, cuts, decided_by);
	missed := applied.missed;
	if missed = cuts then
		return;
	end if;
	perform app.check_procedure(applied.result);
	-- A draft of its own beside those that are open: nobody's work is overwritten, and whichever is published first, the
	-- other is rebased on it. Offered, not written: whoever noted the decision is no author and may be the second person.
	insert into public.procedure_drafts (procedure_code, content, source, report, base_version_id)
	values (proposal.procedure_code, applied.result, 'cut', jsonb_build_object('origin', origin), version.id)
	returning * into draft;
	perform app.note_draft(draft, me, 'offer', origin);
	draft_id := draft.id;
end
$$;
comment on function app.draft_of_cuts(public.cut_proposals, public.staff, jsonb, text) is
	'Lays the version in force without these cuts beside it, as an open draft that tells the decision; missed = the cuts that version does not know any more. No draft when none applies, or the procedure is not in force.';
revoke all on function app.draft_of_cuts(public.cut_proposals, public.staff, jsonb, text) from public, anon, authenticated;

create function public.decide_cut(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	proposal public.cut_proposals;
	wanted text;
	wanted_number text;
	day date;
	places int[];
	made record;
	others bigint;
begin
	select * into begun from app.begin_cut(request, 'decide', array['leader']);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	proposal := app.get_cut_proposal(request, begun.me, array['replied']);
	wanted := app.find_text(request, 'decision', 10);
	if wanted is null or wanted not in ('accept', 'reject') then
		perform app.fail('PT400', 'cut-decision');
	end if;
	wanted_number := app.get_cut_text(request, 'number', 1, 60);
	day := app.get_cut_day(request, proposal.reply_on);
	if wanted = 'reject' then
		update public.cut_proposals set state = 'decided', version = version + 1, decision = wanted, decision_number = wanted_number, decided_on = day
		where id = proposal.id;
		return app.note_cut(request, begun.me, 'decide', proposal.id);
	end if;
	places := app.get_accepted(request, proposal.cuts);
	others := (select count(*) from public.procedure_drafts where procedure_code = proposal.procedure_code and status in ('open', 'proposed'));
	select * into made from app.draft_of_cuts(proposal, begun.me,
		(select jsonb_agg(proposal.cuts -> place order by place) from unnest(places) as place),
		'Quyết định số ' || wanted_number || ' ngày ' || to_char(day, 'DD/MM/YYYY'));
	update public.cut_proposals set state = 'decided', version = version + 1, decision = wanted, decision_number = wanted_number, decided_on = day,
		accepted = places, not_applied = made.missed, draft_id = made.draft_id
	where id = proposal.id;
	return app.note_cut(request, begun.me, 'decide', proposal.id,
		jsonb_build_object('draftId', made.draft_id, 'missed', made.missed, 'otherDrafts', others));
end
$$;
comment on function public.decide_cut(jsonb) is
	'{protocol, actionId, proposalId, expectedVersion, decision accept|reject, number, on, accepted?: [place of a cut from 0] (all when absent)} → {proposalId, number, year, state: decided, version} and, accepted, {draftId|null, missed: [cut], otherDrafts}: in the same transaction the version in force without the accepted cuts becomes an open draft with the decision in its legal basis; missed = cuts that version does not know any more. Leaders. PT400 cut-decision, cut-accepted, cut-text, cut-day, content-invalid; PT403 not-staff, role-missing; PT404 cut-proposal-unknown; PT409 cut-state (no reply yet, or over), version-stale, action-id-used.';
revoke all on function public.decide_cut(jsonb) from public, anon, authenticated;
grant execute on function public.decide_cut(jsonb) to authenticated;
