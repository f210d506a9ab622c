-- The two ways a dossier ends without a result: the desk does not take it (Mẫu số 03), or its applicant withdraws it.

create function public.refuse_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	reason text;
	right_place text;
	number text;
	slip_id uuid;
begin
	select * into acted from app.begin_action(request, 'refuse');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	reason := app.find_text(request, 'reason', 1000);
	if coalesce(length(reason), 0) < 5 then
		perform app.fail('PT400', 'refuse-reason');
	end if;
	right_place := app.find_text(request, 'rightPlace', 300);
	perform app.close_supplement(dossier, 'refused', '[]');
	number := app.draw_slip_number(dossier.agency_id, '03');
	slip_id := app.issue_slip(dossier, '03', context.staff_id,
		app.slip_head(dossier, '03', app.new_lookup_code(dossier.id), now()) || jsonb_build_object(
			'reason', reason, 'rightPlace', right_place, 'papersBack', dossier.channel <> 2,
			'officer', app.slip_officer(context.staff_id)
		), number);
	perform app.end_dossier(dossier.id);
	return app.record_action(context, dossier, 'refuse', jsonb_build_object('slipId', slip_id, 'number', number),
		jsonb_build_object('slipId', slip_id, 'reason', reason, 'rightPlace', right_place));
end
$$;
comment on function public.refuse_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, reason, rightPlace?} → {slipId, number}: 1|5 → 3 before receipt, with Mẫu số 03, the reason and where the matter belongs (ND61 Đ17.2a). PT400 refuse-reason.';
revoke all on function public.refuse_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.refuse_dossier(jsonb) to authenticated;

create function app.end_dossier(of_dossier uuid) returns void
language sql
security definer
set search_path = ''
as $$
	-- Nobody is asked again for a photo of a dossier that has ended.
	update public.dossier_files set wanted_at = null, look_at = null where dossier_id = of_dossier and verified_at is null;
$$;
comment on function app.end_dossier(uuid) is 'A dossier that ends without a result: its phone is asked for no photo any more.';
revoke all on function app.end_dossier(uuid) from public, anon, authenticated;

create or replace function app.want_file(of_file uuid, bad smallint[]) returns void
language sql
set search_path = ''
as $$
	update public.dossier_files as file set
		bad_attempts = bad,
		-- Nobody is asked for a photo of a dossier that was refused or stopped, also when that happened while the worker was reading.
		wanted_at = case when dossier.status not in (3, 8) then coalesce(file.wanted_at, now()) end,
		look_at = case when dossier.status not in (3, 8) and cardinality(bad) < 5 then app.next_look(coalesce(file.wanted_at, now())) end
	from public.dossiers as dossier
	where file.file_id = of_file and dossier.id = file.dossier_id
$$;
comment on function app.want_file(uuid, smallint[]) is
	'Notes the bad attempts at a file and asks its phone for it again, unless its dossier was refused or stopped. After five nobody looks any more.';

create or replace function app.lock_replaced_dossiers(of_submission uuid) returns uuid[]
language plpgsql
security definer
set search_path = ''
as $$
declare
	old public.dossiers;
	to_withdraw uuid[] := '{}';
begin
	-- What it replaces may have been replaced by a rival: then one of the two is enough, the one that came first.
	if exists (
		select 1
		from app.replacements as mine
		join app.replacements as theirs on theirs.replaced_id = mine.replaced_id and theirs.secret_hash = mine.secret_hash
		join app.submissions as rival on rival.id = theirs.submission_id
		where mine.submission_id = of_submission and rival.id <> of_submission and rival.finalized_at is not null
			and rival.id not in (select replaced_id from app.replacements where submission_id = of_submission)
	) then
		perform app.fail('PT409', 'submission-replaced');
	end if;
	for old in
		select dossier.*
		from public.dossiers as dossier
		where dossier.id = any (array(
			select replacement.replaced_id
			from app.replacements as replacement
			join app.submissions as earlier on earlier.id = replacement.replaced_id
				and earlier.secret_hash = replacement.secret_hash
			where replacement.submission_id = of_submission and not app.is_replaced(earlier.id, earlier.secret_hash)
		))
		order by dossier.id
		for update of dossier
	loop
		-- Refused, withdrawn or stopped: nothing is left to take back, and the correction is a dossier of its own.
		continue when old.status in (3, 7, 8);
		if old.status <> 1 then
			perform app.fail('PT409', 'already-received');
		end if;
		to_withdraw := to_withdraw || old.id;
	end loop;
	return to_withdraw;
end
$$;
comment on function app.lock_replaced_dossiers(uuid) is
	'Locks the dossiers this submission takes the place of and gives those to withdraw; one that was refused, withdrawn or stopped stays as it ended. PT409 already-received when a desk has one of them; PT409 submission-replaced when another correction was faster.';

create function public.withdraw_at_desk(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
begin
	select * into acted from app.begin_action(request, 'withdraw');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	perform app.close_supplement(dossier, 'withdrawn', '[]');
	return app.record_action(context, dossier, 'withdraw', jsonb_build_object('status', context.to_status),
		jsonb_build_object('reason', app.find_text(request, 'reason', 500)));
end
$$;
comment on function public.withdraw_at_desk(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, reason?} → {status}: the applicant asked at the desk to withdraw, 1|2|4|5 → 7.';
revoke all on function public.withdraw_at_desk(jsonb) from public, anon, authenticated;
grant execute on function public.withdraw_at_desk(jsonb) to authenticated;

create function public.withdraw_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	dossier public.dossiers;
begin
	perform app.require_protocol(request);
	dossier := app.get_filed_dossier(request, 'id');
	if dossier.status in (7, 8) then
		return jsonb_build_object('status', dossier.status);
	end if;
	if not exists (
		select 1 from app.transitions where action = 'withdraw' and role = 'applicant' and from_status = dossier.status
	) then
		perform app.fail('PT409', 'withdraw-too-late');
	end if;
	perform app.close_supplement(dossier, 'withdrawn', '[]');
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_name, data)
	select dossier.id, max(event.sequence) + 1, gen_random_uuid(), 'withdraw', dossier.status, 7, dossier.applicant ->> 'fullName',
		jsonb_strip_nulls(jsonb_build_object('reason', app.find_text(request, 'reason', 500)))
	from public.dossier_events as event where event.dossier_id = dossier.id;
	update public.dossiers set status = 7, version = version + 1, answered_at = now() where id = dossier.id;
	return jsonb_build_object('status', 7);
end
$$;
comment on function public.withdraw_dossier(jsonb) is
	'{protocol, id, secret, reason?} → {status}: the phone asks to withdraw, 1|2|4|5 → 7; the desk confirms it. Asking again changes nothing. PT409 withdraw-too-late once there is a result; PT404 submission-unknown.';
revoke all on function public.withdraw_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.withdraw_dossier(jsonb) to anon, authenticated;

create function app.get_names(request jsonb, field text) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	names constant jsonb := coalesce(request -> field, '[]');
begin
	if jsonb_typeof(names) <> 'array' or jsonb_array_length(names) > 80 or exists (
		select 1 from jsonb_array_elements(names) as entry
		where jsonb_typeof(entry) <> 'string' or length(entry #>> '{}') not between 2 and 300
	) then
		perform app.fail('PT400', 'papers-malformed');
	end if;
	return names;
end
$$;
comment on function app.get_names(jsonb, text) is 'A list of at most 80 names of papers; PT400 papers-malformed.';
revoke all on function app.get_names(jsonb, text) from public, anon, authenticated;

create function public.stop_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	originals jsonb;
begin
	select * into acted from app.begin_action(request, 'stop');
	context := acted.context;
	if context.replayed is not null then
		return context.replayed;
	end if;
	originals := app.get_names(request, 'originals');
	perform app.end_dossier((acted.dossier).id);
	return app.record_action(context, acted.dossier, 'stop', jsonb_build_object('status', context.to_status),
		jsonb_build_object('originals', originals));
end
$$;
comment on function public.stop_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, originals: [name]} → {status}: confirms a withdrawal, 7 → 8, and notes the originals given back.';
revoke all on function public.stop_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.stop_dossier(jsonb) to authenticated;
