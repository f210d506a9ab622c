-- Opening a submission, and which uploads an open one admits (design §6).

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
