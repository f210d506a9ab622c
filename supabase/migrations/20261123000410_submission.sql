-- The submission protocol (design §6): open, upload, finalize. No account; (id, secret) is the capability.

create table app.submissions (
	id uuid primary key,
	secret_hash text not null,
	payload jsonb not null,
	agency_id uuid not null references public.agencies (id),
	version_id uuid not null references public.procedure_versions (id),
	address_hash text not null,
	opened_at timestamptz not null default now(),
	finalized_at timestamptz
);
comment on table app.submissions is 'Submissions as opened by a phone; a dossier exists only after finalize.';
create index submissions_by_address on app.submissions (address_hash, opened_at);
alter table app.submissions enable row level security;

create table app.submission_files (
	file_id uuid primary key,
	submission_id uuid not null references app.submissions (id) on delete cascade,
	requirement_id text not null,
	sha256 text not null,
	size int not null,
	type text not null
);
comment on table app.submission_files is 'Files an open submission declared; only their names may be uploaded.';
create index submission_files_by_submission on app.submission_files (submission_id);
alter table app.submission_files enable row level security;

create table app.lookup_codes (
	code_hash text not null,
	dossier_id uuid not null references public.dossiers (id),
	primary key (dossier_id, code_hash)
);
comment on table app.lookup_codes is 'Hashes of the lookup codes of a dossier: the one on the phone''s receipt and the one on each slip.';
alter table app.lookup_codes enable row level security;

create function app.check_string_map(map jsonb, most int, longest int) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(map) is distinct from 'object' or (select count(*) from jsonb_object_keys(map)) > most then
		perform app.fail('PT400', 'payload-malformed');
	end if;
	if exists (
		select 1 from jsonb_each(map)
		where jsonb_typeof(value) <> 'string' or length(value #>> '{}') > longest or length(key) > 60
	) then
		perform app.fail('PT400', 'payload-malformed');
	end if;
end
$$;
comment on function app.check_string_map(jsonb, int, int) is
	'Refuses (PT400 payload-malformed) what is not an object of at most `most` strings of at most `longest` characters.';
revoke all on function app.check_string_map(jsonb, int, int) from public;

create function app.check_payload(payload jsonb) returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
	applicant jsonb := payload -> 'applicant';
begin
	if jsonb_typeof(payload) is distinct from 'object' then
		perform app.fail('PT400', 'payload-malformed');
	end if;
	if coalesce(payload ->> 'contentHash', '') !~ '^[0-9a-f]{64}$'
		or jsonb_typeof(payload -> 'procedureCode') is distinct from 'string'
		or jsonb_typeof(payload -> 'agencyCode') <> 'string'
	then
		perform app.fail('PT400', 'payload-malformed');
	end if;
	perform app.check_string_map(payload -> 'answers', 60, 60);
	perform app.check_string_map(payload -> 'form', 300, 2000);
	if jsonb_typeof(applicant) is distinct from 'object' then
		perform app.fail('PT400', 'payload-malformed');
	end if;
	if coalesce(length(app.find_text(applicant, 'fullName', 120)), 0) < 2 then
		perform app.fail('PT400', 'applicant-name');
	end if;
	if jsonb_typeof(applicant -> 'phone') is distinct from 'string' or applicant ->> 'phone' !~ '^0[0-9]{9,10}$' then
		perform app.fail('PT400', 'applicant-phone');
	end if;
	if jsonb_typeof(applicant -> 'citizenId') is distinct from 'string'
		or applicant ->> 'citizenId' !~ '^([0-9]{12}|[0-9]{9}|[A-Z][0-9]{7,8})$'
	then
		perform app.fail('PT400', 'applicant-citizen-id');
	end if;
	if coalesce(length(app.find_text(applicant, 'address', 300)), 0) < 3 then
		perform app.fail('PT400', 'applicant-address');
	end if;
	if jsonb_typeof(applicant -> 'email') <> 'string'
		or coalesce(app.find_text(applicant, 'email', 200), '') <> applicant ->> 'email'
		or applicant ->> 'email' !~ e'^[^@[:space:]\u00a0]+@[^@[:space:]\u00a0]+\\.[^@[:space:]\u00a0]+$'
	then
		perform app.fail('PT400', 'applicant-email');
	end if;
	if coalesce(length(app.find_text(payload, 'subject', 120)), 0) < 2 then
		perform app.fail('PT400', 'subject-name');
	end if;
	if payload ? 'subjectAddress' and coalesce(length(app.find_text(payload, 'subjectAddress', 300)), 0) < 3 then
		perform app.fail('PT400', 'subject-address');
	end if;
	if jsonb_typeof(payload -> 'papers') is distinct from 'array'
		or jsonb_array_length(payload -> 'papers') > 80
		or exists (
			select 1 from jsonb_array_elements(payload -> 'papers') as paper
			where jsonb_typeof(paper) <> 'object'
				or app.find_text(paper, 'requirementId', 60) is null
				or coalesce(paper ->> 'state', '') not in ('ready', 'missing', 'cannot-get', 'nothing-to-bring')
		)
	then
		perform app.fail('PT400', 'payload-malformed');
	end if;
end
$$;
comment on function app.check_payload(jsonb) is
	'Checks the frozen payload {procedureCode, contentHash, agencyCode?, answers, form, applicant, subject, subjectAddress?, papers}; PT400 keys name the part.';
revoke all on function app.check_payload(jsonb) from public;

create function app.check_files(files jsonb) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(files) is distinct from 'array' or jsonb_array_length(files) > 60 then
		perform app.fail('PT400', 'files-malformed');
	end if;
	if exists (
		select 1 from jsonb_array_elements(files) as file
		where jsonb_typeof(file) <> 'object'
			or app.find_uuid(file, 'fileId') is null
			or app.find_text(file, 'requirementId', 60) is null
			or coalesce(app.find_text(file, 'sha256', 64), '') !~ '^[0-9a-f]{64}$'
			or coalesce(file ->> 'type', '') not in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')
			or jsonb_typeof(file -> 'size') is distinct from 'number'
			or (file ->> 'size') !~ '^[1-9][0-9]{0,7}$'
			or (file ->> 'size')::int > 10485760
	) or (
		select count(*) <> count(distinct app.find_uuid(file, 'fileId')) from jsonb_array_elements(files) as file
	) then
		perform app.fail('PT400', 'files-malformed');
	end if;
end
$$;
comment on function app.check_files(jsonb) is
	'Checks the declared files [{fileId, requirementId, sha256, size ≤ 10 MiB, type}], at most 60.';
revoke all on function app.check_files(jsonb) from public;

create function app.declared_files(files jsonb)
returns table (file_id uuid, requirement_id text, sha256 text, size int, type text)
language sql
immutable
set search_path = ''
as $$
	select app.find_uuid(file, 'fileId'), app.find_text(file, 'requirementId', 60), file ->> 'sha256',
		(file ->> 'size')::int, file ->> 'type'
	from jsonb_array_elements(files) as file
$$;
comment on function app.declared_files(jsonb) is 'Files that passed check_files as rows, as they are stored.';
revoke all on function app.declared_files(jsonb) from public;

create function app.missing_files(of_submission uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(file.file_id order by file.file_id), '[]')
	from app.submission_files as file
	where file.submission_id = of_submission
		and not exists (
			select 1 from storage.objects as object
			where object.bucket_id = 'dossier-files'
				and object.name in (
					select file.submission_id || '/' || file.file_id || '/' || attempt
					from generate_series(1, 5) as attempt
				)
				and object.metadata ->> 'size' = file.size::text
		)
$$;
comment on function app.missing_files(uuid) is 'The declared files of which no attempt of the declared size is stored yet.';
revoke all on function app.missing_files(uuid) from public;

create function public.open_submission(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	submission_id uuid;
	secret_hash text;
	payload jsonb := request -> 'payload';
	files jsonb := coalesce(request -> 'files', '[]');
	known app.submissions;
	procedure public.procedures;
	chosen_version uuid;
	office uuid;
	from_address text := app.hash_text(app.client_address());
begin
	perform app.require_protocol(request);
	submission_id := app.get_uuid(request, 'id');
	secret_hash := app.find_text(request, 'secretHash', 64);
	if coalesce(secret_hash, '') !~ '^[0-9a-f]{64}$' then
		perform app.fail('PT400', 'secret-malformed');
	end if;
	perform app.check_payload(payload);
	perform app.check_files(files);
	perform pg_advisory_xact_lock(hashtextextended(submission_id::text, 0));

	select * into known from app.submissions where id = submission_id;
	if found then
		if known.secret_hash <> secret_hash or known.payload <> payload
			or jsonb_array_length(files) <> (
				select count(*) from app.submission_files where app.submission_files.submission_id = known.id
			)
			or exists (
				select file_id, requirement_id, sha256, size, type from app.declared_files(files)
				except
				select file_id, requirement_id, sha256, size, type from app.submission_files
				where app.submission_files.submission_id = known.id
			)
		then
			perform app.fail('PT409', 'submission-differs');
		end if;
		return jsonb_build_object(
			'id', submission_id,
			'state', case when known.finalized_at is null then 'open' else 'finalized' end,
			'missing', app.missing_files(submission_id)
		);
	end if;

	-- Shared addresses are normal (one village, one router): the quota only stops floods, and never staff.
	if app.my_staff_id() is null and (
		select count(*) from app.submissions
		where address_hash = from_address and opened_at > now() - interval '1 hour'
	) >= 120 then
		perform app.fail('PT429', 'too-many-submissions');
	end if;

	select * into procedure from public.procedures where code = payload ->> 'procedureCode';
	if not found then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	if procedure.status <> 'published' then
		perform app.fail('PT410', 'procedure-withdrawn');
	end if;
	-- A phone may hold a version this office never published: the dossier then falls under the office's own.
	select id into chosen_version from public.procedure_versions
	where procedure_code = procedure.code and status = 'published'
		and content_hash = app.find_text(payload, 'contentHash', 64);
	chosen_version := coalesce(chosen_version, procedure.current_version_id);

	select id into office from public.agencies where receives and code = app.find_text(payload, 'agencyCode', 30);
	if not found then
		if app.find_text(payload, 'agencyCode', 30) is not null
			or (select count(*) from public.agencies where receives) <> 1
		then
			perform app.fail('PT400', 'office-unknown');
		end if;
		select id into office from public.agencies where receives;
	end if;

	insert into app.submissions (id, secret_hash, payload, agency_id, version_id, address_hash)
	values (submission_id, secret_hash, payload, office, chosen_version, from_address);
	insert into app.submission_files (file_id, submission_id, requirement_id, sha256, size, type)
	select file.file_id, submission_id, file.requirement_id, file.sha256, file.size, file.type
	from app.declared_files(files) as file;
	return jsonb_build_object('id', submission_id, 'state', 'open', 'missing', app.missing_files(submission_id));
exception when unique_violation then
	-- A file id that another submission declared: say no more than that it differs.
	perform app.fail('PT409', 'submission-differs');
	return null;
end
$$;
comment on function public.open_submission(jsonb) is
	'{protocol, id, secretHash, payload, files} → {id, state: open|finalized, missing}. Same id and content = same answer; other content = PT409.';
revoke all on function public.open_submission(jsonb) from public, anon, authenticated;
grant execute on function public.open_submission(jsonb) to anon, authenticated;

create function app.upload_is_declared(object_name text) returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	parts text[] := string_to_array(object_name, '/');
begin
	if object_name !~ '^[0-9a-f-]{36}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/[1-5]$' then
		return false;
	end if;
	return exists (
		select 1
		from app.submission_files as file
		join app.submissions as submission on submission.id = file.submission_id
		-- By the primary key: compared as text, every declared file of the office would be read.
		where file.file_id = parts[2]::uuid and file.submission_id::text = parts[1]
			and submission.finalized_at is null
	);
end
$$;
comment on function app.upload_is_declared(text) is
	'True for <submission>/<file>/<attempt 1–5> of a submission that is still open: the random name is the capability.';
revoke all on function app.upload_is_declared(text) from public;
grant execute on function app.upload_is_declared(text) to anon, authenticated;

-- Receipts ----------------------------------------------------------------------------------------------

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
