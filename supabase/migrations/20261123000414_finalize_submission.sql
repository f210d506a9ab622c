-- Finalizing a submission: the dossier, its first event and the receipt (design §6).

create function app.receipt_of(dossier_id uuid, secret text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'id', dossier.id,
		'reference', dossier.reference,
		'lookupCode', app.code_from_hash(app.hash_text(secret || ':lookup'), 8),
		'submittedAt', dossier.submitted_at,
		'procedureCode', dossier.procedure_code,
		'answerBy', (select event.data ->> 'answerBy' from public.dossier_events as event
			where event.dossier_id = dossier.id and event.action = 'submit'),
		'office', jsonb_build_object('code', agency.code, 'name', agency.name, 'address', agency.address, 'phone', agency.phone)
	)
	from public.dossiers as dossier
	join public.agencies as agency on agency.id = dossier.agency_id
	where dossier.id = dossier_id
$$;
comment on function app.receipt_of(uuid, text) is 'The receipt of a finalized submission; its lookup code is derived from the secret, so a replay answers the same.';
revoke all on function app.receipt_of(uuid, text) from public;

create function app.new_reference() returns text
language sql
set search_path = ''
as $$
	select 'DK-' || substr(code, 1, 4) || '-' || substr(code, 5, 4)
	from app.code_from_hash(app.random_digest(), 8) as code
$$;
comment on function app.new_reference() is 'A random reference (40 bits) for a dossier that has no code yet.';
revoke all on function app.new_reference() from public;

create function app.applicant_of(payload jsonb) returns jsonb
language sql
immutable
set search_path = ''
as $$
	select jsonb_strip_nulls(jsonb_build_object(
		'fullName', app.find_text(payload -> 'applicant', 'fullName', 120),
		'phone', payload #>> '{applicant,phone}',
		'citizenId', payload #>> '{applicant,citizenId}',
		'address', app.find_text(payload -> 'applicant', 'address', 300),
		'email', app.find_text(payload -> 'applicant', 'email', 200)
	))
$$;
comment on function app.applicant_of(jsonb) is
	'The applicant of a checked payload: the known fields, trimmed; whatever else was sent with them stays out.';
revoke all on function app.applicant_of(jsonb) from public;

create function public.finalize_submission(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	secret text;
	submission app.submissions;
	missing jsonb;
	applicant jsonb;
	reference text := app.new_reference();
	answer_by jsonb;
begin
	perform app.require_protocol(request);
	secret := coalesce(app.find_text(request, 'secret', 128), '');
	select * into submission from app.submissions
	where id = app.get_uuid(request, 'id') and secret_hash = app.hash_text(secret)
	for update;
	if not found then
		perform app.fail('PT404', 'submission-unknown');
	end if;
	if submission.finalized_at is not null then
		return jsonb_build_object('receipt', app.receipt_of(submission.id, secret));
	end if;
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
		(
			select object.name from storage.objects as object
			where object.bucket_id = 'dossier-files' and object.name like submission.id || '/' || file.file_id || '/%'
				and object.metadata ->> 'size' = file.size::text
			order by object.name limit 1
		)
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
			)
		))
	);
	insert into app.lookup_codes (dossier_id, code_hash)
	values (submission.id, app.hash_text(app.code_from_hash(app.hash_text(secret || ':lookup'), 8)));
	update app.submissions set finalized_at = now() where id = submission.id;
	return jsonb_build_object('receipt', app.receipt_of(submission.id, secret));
end
$$;
comment on function public.finalize_submission(jsonb) is
	'{protocol, id, secret} → {receipt} or {missing: [fileId]}. Unknown id and wrong secret answer the same PT404.';
revoke all on function public.finalize_submission(jsonb) from public, anon, authenticated;
grant execute on function public.finalize_submission(jsonb) to anon, authenticated;

create function app.purge_abandoned_submissions() returns int
language plpgsql
security definer
set search_path = ''
as $$
declare
	purged int;
begin
	-- What was never filed is kept 30–90 days (domain §4.6), here the longest: a phone may come back late, and it still
	-- holds everything. The stored objects under their names are left to the sweep that comes with the photographs.
	delete from app.submissions where finalized_at is null and opened_at < now() - interval '90 days';
	get diagnostics purged = row_count;
	return purged;
end
$$;
comment on function app.purge_abandoned_submissions() is
	'Deletes submissions opened more than 90 days ago and never finalized, with their declared files; gives how many.';
revoke all on function app.purge_abandoned_submissions() from public, anon, authenticated;
grant execute on function app.purge_abandoned_submissions() to service_role;
