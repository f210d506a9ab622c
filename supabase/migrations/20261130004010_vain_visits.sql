-- "Came in vain": one tap at the desk, on a dossier or before there is one. Not a change of the dossier: no status moves and
-- the history of the dossier stays what it is. What was lacking may be said right after, and a wrong tap taken back.

create function app.get_vain_reason(request jsonb) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	papers constant jsonb := coalesce(nullif(request -> 'papers', 'null'), '[]');
	reason constant text := app.find_text(request, 'reason', 40);
begin
	if reason is not null and reason not in ('lacks-paper', 'wrong-place', 'closed', 'officer-away', 'result-not-ready', 'other') then
		perform app.fail('PT400', 'vain-reason');
	end if;
	if papers <> '[]' and coalesce(reason, 'lacks-paper') <> 'lacks-paper' then
		perform app.fail('PT400', 'vain-reason');
	end if;
	return case when papers <> '[]' then 'lacks-paper' else reason end;
end
$$;
comment on function app.get_vain_reason(jsonb) is
	'Why somebody came in vain, null = not said; papers that lack are a reason of their own. PT400 vain-reason.';
revoke all on function app.get_vain_reason(jsonb) from public, anon, authenticated;

create function app.get_vain_papers(request jsonb, of_version uuid) returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	known constant jsonb := (select content -> 'requirements' from public.procedure_versions where id = of_version);
	papers constant jsonb := coalesce(nullif(request -> 'papers', 'null'), '[]');
begin
	if jsonb_typeof(papers) <> 'array' or jsonb_array_length(papers) > 40 then
		perform app.fail('PT400', 'vain-papers');
	end if;
	if exists (
		select 1 from jsonb_array_elements(papers) as paper
		where jsonb_typeof(paper) <> 'string' or not exists (
			select 1 from jsonb_array_elements(app.list_or_empty(known)) as requirement where requirement -> 'id' = paper
		)
	) then
		perform app.fail('PT400', 'vain-papers');
	end if;
	return array(select distinct paper from jsonb_array_elements_text(papers) as paper order by paper);
end
$$;
comment on function app.get_vain_papers(jsonb, uuid) is
	'The papers that lacked, as ids of the version''s requirements, each once; PT400 vain-papers for others or more than 40.';
revoke all on function app.get_vain_papers(jsonb, uuid) from public, anon, authenticated;

create function app.keep_vain_visit() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	if new.dossier_id is not null then
		perform app.rebuild_visits(new.dossier_id);
	elsif new.undone then
		delete from app.visits where visit_key = new.visit_id and agency_id = new.agency_id and at = new.at and dossier_id is null;
	elsif new.action_id = new.visit_id then
		insert into app.visits (agency_id, procedure_code, at, kind, visit_key)
		values (new.agency_id, new.procedure_code, new.at, 'in-vain', new.visit_id);
	end if;
	return null;
end
$$;
comment on function app.keep_vain_visit() is 'Trigger: keeps app.visits with what the desk notes of visits in vain.';
revoke all on function app.keep_vain_visit() from public, anon, authenticated;
create trigger keep_vain_visit after insert on app.vain_notes for each row execute function app.keep_vain_visit();

create function public.note_vain_visit(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	wanted_action uuid;
	wanted_dossier uuid;
	code text;
	version uuid;
	note app.vain_notes;
begin
	perform app.require_protocol(request);
	wanted_action := app.get_uuid(request, 'actionId');
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	-- Whoever may stand at a desk; reading alone is not enough.
	if not (app.i_have_role('receiver') or app.i_have_role('officer')) then
		perform app.fail('PT403', 'role-missing');
	end if;
	if coalesce(request -> 'dossierId', 'null') <> 'null'::jsonb then
		wanted_dossier := app.get_uuid(request, 'dossierId');
		if not app.i_may_read(wanted_dossier) then
			perform app.fail('PT404', 'dossier-unknown');
		end if;
		select procedure_code, version_id into code, version from public.dossiers where id = wanted_dossier;
	else
		select procedures.code, current_version_id into code, version from public.procedures
		where procedures.code = app.find_text(request, 'procedureCode', 20);
		-- One that waits for its date is not in force anywhere yet.
		if version is null then
			perform app.fail('PT404', 'procedure-unknown');
		end if;
	end if;
	select * into note from app.vain_notes where action_id = wanted_action;
	if not found then
		insert into app.vain_notes (action_id, visit_id, agency_id, dossier_id, procedure_code, version_id, at, staff_id, reason, papers)
		values (wanted_action, wanted_action, me.agency_id, wanted_dossier, code, version, now(), me.id, app.get_vain_reason(request),
			app.get_vain_papers(request, version))
		-- Sent twice at once.
		on conflict (action_id) do nothing;
		select * into note from app.vain_notes where action_id = wanted_action;
	end if;
	if note.staff_id <> me.id or note.visit_id <> wanted_action or note.dossier_id is distinct from wanted_dossier or note.procedure_code <> code then
		perform app.fail('PT409', 'action-id-used');
	end if;
	return jsonb_build_object('visitId', note.visit_id, 'at', app.local_time(note.at));
end
$$;
comment on function public.note_vain_visit(jsonb) is
	'{protocol, actionId, dossierId? | procedureCode, reason? lacks-paper|wrong-place|closed|officer-away|result-not-ready|other, papers?: [requirementId]} → {visitId, at}: somebody came in vain. For receivers, and officers for what they read. The same actionId = the same answer, once. PT403 not-staff, role-missing; PT404 dossier-unknown, procedure-unknown; PT400 vain-reason, vain-papers; PT409 action-id-used.';
revoke all on function public.note_vain_visit(jsonb) from public, anon, authenticated;
grant execute on function public.note_vain_visit(jsonb) to authenticated;

create function public.mend_vain_visit(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me uuid := app.my_staff_id();
	wanted_action uuid;
	is_undone boolean;
	wanted_reason text;
	wanted_papers text[];
	noted app.vain_notes;
	earlier app.vain_notes;
begin
	perform app.require_protocol(request);
	wanted_action := app.get_uuid(request, 'actionId');
	if me is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not (app.i_have_role('receiver') or app.i_have_role('officer')) then
		perform app.fail('PT403', 'role-missing');
	end if;
	-- One after another, and only by whoever tapped.
	select * into noted from app.vain_notes
	where action_id = app.get_uuid(request, 'visitId') and visit_id = action_id and staff_id = me and agency_id = app.my_agency_id()
	for update;
	if not found then
		perform app.fail('PT404', 'visit-unknown');
	end if;
	is_undone := coalesce(request -> 'undo' = 'true'::jsonb, false);
	if not is_undone then
		wanted_reason := app.get_vain_reason(request);
		wanted_papers := app.get_vain_papers(request, noted.version_id);
	end if;
	select * into earlier from app.vain_notes where action_id = wanted_action;
	if found then
		if earlier.visit_id <> noted.visit_id or earlier.action_id = noted.visit_id or earlier.undone <> is_undone then
			perform app.fail('PT409', 'action-id-used');
		end if;
		return jsonb_build_object('visitId', noted.visit_id, 'undone', earlier.undone);
	end if;
	-- The screen offers the way back for a minute; the rest is for slow lines. Later, figures that were read stay.
	if now() > noted.at + (case when is_undone then interval '3 minutes' else interval '15 minutes' end)
		or not exists (select 1 from app.vain_visits where visit_id = noted.visit_id)
	then
		perform app.fail('PT409', 'visit-settled');
	end if;
	insert into app.vain_notes (action_id, visit_id, agency_id, dossier_id, procedure_code, version_id, at, staff_id, reason, papers, undone)
	values (wanted_action, noted.visit_id, noted.agency_id, noted.dossier_id, noted.procedure_code, noted.version_id, noted.at, me, wanted_reason,
		coalesce(wanted_papers, '{}'), is_undone);
	return jsonb_build_object('visitId', noted.visit_id, 'undone', is_undone);
end
$$;
comment on function public.mend_vain_visit(jsonb) is
	'{protocol, actionId, visitId, reason?, papers? | undo: true} → {visitId, undone}: what was lacking, said within 15 minutes by whoever tapped, or the tap taken back within three. The same actionId = the same answer. PT404 visit-unknown; PT409 visit-settled, action-id-used; else as note_vain_visit.';
revoke all on function public.mend_vain_visit(jsonb) from public, anon, authenticated;
grant execute on function public.mend_vain_visit(jsonb) to authenticated;
