-- Finalizing a correction withdraws what it replaces, in the same transaction: 1 → 7 → 8, or nothing at all.

insert into app.transitions (action, from_status, to_status, role) values
	('stop', 7, 8, 'applicant'),
	('withdraw', 1, 7, 'applicant');
comment on table app.transitions is
	'Who may do what in which status (domain §2.2). The one place; TypeScript holds a generated copy. Role applicant = by the phone that filed, before receipt: no desk has to confirm what it has not taken in.';

create function app.lock_submissions(ids uuid[]) returns void
language plpgsql
set search_path = ''
as $$
declare
	key bigint;
begin
	-- The locks open_submission takes, also of an id that never arrived; always in one order, so that nobody waits in a ring.
	for key in select distinct hashtextextended(id::text, 0) from unnest(ids) as id order by 1 loop
		perform pg_advisory_xact_lock(key);
	end loop;
end
$$;
comment on function app.lock_submissions(uuid[]) is 'Locks these submission ids until the transaction ends.';
revoke all on function app.lock_submissions(uuid[]) from public, anon, authenticated;

create function app.lock_replaced_dossiers(of_submission uuid) returns uuid[]
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
		if old.status <> 1 then
			perform app.fail('PT409', 'already-received');
		end if;
		to_withdraw := to_withdraw || old.id;
	end loop;
	return to_withdraw;
end
$$;
comment on function app.lock_replaced_dossiers(uuid) is
	'Locks the dossiers this submission takes the place of and gives those to withdraw. PT409 already-received when a desk has one of them; PT409 submission-replaced when another correction was faster.';
revoke all on function app.lock_replaced_dossiers(uuid) from public, anon, authenticated;

create function app.withdraw_dossiers(ids uuid[], for_reference text) returns void
language sql
security definer
set search_path = ''
as $$
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_name, data)
	select dossier.id, (
			select max(event.sequence) from public.dossier_events as event where event.dossier_id = dossier.id
		) + step.position, gen_random_uuid(), step.action, step.from_status, step.to_status,
		case step.action when 'withdraw' then dossier.applicant ->> 'fullName' else 'Hệ thống' end,
		jsonb_build_object('replacedBy', for_reference)
	from public.dossiers as dossier,
		(values (1, 'withdraw', 1::smallint, 7::smallint), (2, 'stop', 7, 8)) as step (position, action, from_status, to_status)
	where dossier.id = any (ids);
	update public.dossiers set status = 8, version = version + 2 where id = any (ids);
	-- Nobody is asked again for a photo of a dossier that has ended.
	update public.dossier_files set wanted_at = null, look_at = null where dossier_id = any (ids);
$$;
comment on function app.withdraw_dossiers(uuid[], text) is
	'1 → 7 → 8 with both events for dossiers that are locked and in status 1; the events name the new dossier''s reference.';
revoke all on function app.withdraw_dossiers(uuid[], text) from public, anon, authenticated;

create or replace function public.finalize_submission(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	secret text;
	wanted_id uuid;
	submission app.submissions;
	missing jsonb;
	replaced uuid[];
	applicant jsonb;
	reference text := app.new_reference();
	answer_by jsonb;
begin
	perform app.require_protocol(request);
	secret := coalesce(app.find_text(request, 'secret', 128), '');
	wanted_id := app.get_uuid(request, 'id');
	if not exists (select 1 from app.submissions where id = wanted_id and secret_hash = app.hash_text(secret)) then
		perform app.fail('PT404', 'submission-unknown');
	end if;
	-- Before anything is read: two phones with one dossier, or this and its correction, come one after the other.
	perform app.lock_submissions(
		wanted_id || array(select replaced_id from app.replacements where replacements.submission_id = wanted_id)
	);
	select * into submission from app.submissions where id = wanted_id for update;
	if not found then
		perform app.fail('PT404', 'submission-unknown');
	end if;
	if submission.finalized_at is not null then
		perform app.look_at_wanted_files(submission.id);
		return jsonb_build_object('receipt', app.receipt_of(submission.id, secret));
	end if;
	if app.is_replaced(submission.id, submission.secret_hash) then
		perform app.fail('PT409', 'submission-replaced');
	end if;
	replaced := app.lock_replaced_dossiers(submission.id);
	missing := app.missing_files(submission.id);
	if missing <> '[]'::jsonb then
		return jsonb_build_object('missing', missing);
	end if;

	applicant := app.applicant_of(submission.payload);
	-- The desk answers an online dossier within eight working hours; without a calendar no hour is promised.
	answer_by := app.compute_clock(
		jsonb_build_object(
			'received', app.local_time(now()),
			'limit', jsonb_build_object('value', 8, 'unit', 'working-hour')
		),
		app.working_calendar()
	);
	insert into public.dossiers (
		id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload,
		applicant_key, search_text, sort_at, submitted_at
	)
	values (
		submission.id, reference, submission.agency_id, submission.payload ->> 'procedureCode',
		submission.version_id, 1, 2, app.find_text(submission.payload, 'subject', 120), applicant, submission.payload,
		app.hash_text(applicant ->> 'citizenId'),
		app.fold(concat_ws(' ', applicant ->> 'fullName', submission.payload ->> 'subject', applicant ->> 'phone', applicant ->> 'citizenId', reference)),
		now(), now()
	);
	insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name)
	select file.file_id, submission.id, file.requirement_id, file.sha256, file.size, file.type,
		submission.id || '/' || file.file_id || '/' || (app.stored_attempts(submission.id, file.file_id, file.size))[1]
	from app.submission_files as file where file.submission_id = submission.id;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, data)
	values (
		-- Not the submission's id: a phone chooses that, and an action may have used it. finalized_at guards replays.
		submission.id, 1, gen_random_uuid(), 'submit', 1, applicant ->> 'fullName',
		jsonb_strip_nulls(jsonb_build_object(
			'answerBy', answer_by ->> 'due',
			'filledUnder', (
				select submission.payload ->> 'contentHash'
				from public.procedure_versions as version
				where version.id = submission.version_id
					and version.content_hash <> submission.payload ->> 'contentHash'
			),
			'replaces', (select jsonb_agg(old.reference order by old.submitted_at) from public.dossiers as old where old.id = any (replaced))
		))
	);
	insert into app.lookup_codes (dossier_id, code_hash)
	values (submission.id, app.hash_text(app.code_from_hash(app.hash_text(secret || ':lookup'), 8)));
	perform app.withdraw_dossiers(replaced, reference);
	update app.submissions set finalized_at = now() where id = submission.id;
	perform app.wake_job('verify-files');
	return jsonb_build_object('receipt', app.receipt_of(submission.id, secret));
end
$$;
comment on function public.finalize_submission(jsonb) is
	'{protocol, id, secret} → {receipt} or {missing: [fileId]}. Unknown id and wrong secret answer the same PT404. What it replaces is withdrawn, or PT409 already-received; PT409 submission-replaced when it was itself replaced. A repeat lets the worker look at wanted files again.';
