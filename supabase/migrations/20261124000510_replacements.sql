-- A correction is a new submission that names the earlier ones it takes the place of (design §6.2).

create table app.replacements (
	submission_id uuid not null references app.submissions (id) on delete cascade,
	replaced_id uuid not null,
	secret_hash text not null,
	primary key (submission_id, replaced_id)
);
comment on table app.replacements is
	'Which earlier submissions a submission takes the place of. It counts from the moment that one is finalized; an earlier one may never have arrived, so replaced_id refers to nothing.';
create index replacements_by_replaced on app.replacements (replaced_id);
alter table app.replacements enable row level security;

create function app.check_replaces(replaces jsonb, own_id uuid) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(replaces) <> 'array' or jsonb_array_length(replaces) > 5 then
		perform app.fail('PT400', 'replaces-malformed');
	end if;
	if exists (
		select 1 from jsonb_array_elements(replaces) as old
		where jsonb_typeof(old) <> 'object'
			or app.find_uuid(old, 'id') is null
			or app.find_uuid(old, 'id') = own_id
			or app.find_text(old, 'secret', 128) is null
	) or (
		select count(*) <> count(distinct app.find_uuid(old, 'id')) from jsonb_array_elements(replaces) as old
	) then
		perform app.fail('PT400', 'replaces-malformed');
	end if;
end
$$;
comment on function app.check_replaces(jsonb, uuid) is
	'Checks the earlier submissions [{id, secret}] that one takes the place of: at most five, each once, never itself.';
revoke all on function app.check_replaces(jsonb, uuid) from public, anon, authenticated;

create function app.replaced_by_request(replaces jsonb) returns table (replaced_id uuid, secret_hash text)
language sql
immutable
set search_path = ''
as $$
	select app.find_uuid(old, 'id'), app.hash_text(app.find_text(old, 'secret', 128))
	from jsonb_array_elements(replaces) as old
$$;
comment on function app.replaced_by_request(jsonb) is 'A list that passed check_replaces as rows, secrets hashed.';
revoke all on function app.replaced_by_request(jsonb) from public, anon, authenticated;

create function app.replaces_the_same(of_submission uuid, replaces jsonb) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_array_length(replaces) = (
			select count(*) from app.replacements where submission_id = of_submission
		)
		and not exists (
			select old.replaced_id, old.secret_hash from app.replaced_by_request(replaces) as old
			except
			select replaced_id, secret_hash from app.replacements where submission_id = of_submission
		)
$$;
comment on function app.replaces_the_same(uuid, jsonb) is 'True when a repeated open names the same earlier submissions with the same secrets.';
revoke all on function app.replaces_the_same(uuid, jsonb) from public, anon, authenticated;

create function app.is_replaced(of_submission uuid, of_secret_hash text) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from app.replacements as replacement
		join app.submissions as later on later.id = replacement.submission_id
		where replacement.replaced_id = of_submission and replacement.secret_hash = of_secret_hash
			and later.finalized_at is not null
	)
$$;
comment on function app.is_replaced(uuid, text) is
	'True when a finalized submission took the place of this one; the secret proves that both are of one phone.';
revoke all on function app.is_replaced(uuid, text) from public, anon, authenticated;

create or replace function public.open_submission(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	submission_id uuid;
	secret_hash text;
	payload jsonb := request -> 'payload';
	files jsonb := coalesce(request -> 'files', '[]');
	replaces jsonb := coalesce(request -> 'replaces', '[]');
	known app.submissions;
	procedure public.procedures;
	chosen_version uuid;
	office uuid;
	from_address text := app.hash_text(app.client_address());
	bytes int;
	-- A hundred and twenty families with twenty photos each send half of the first; nobody fills a disk in a night.
	most_bytes_an_hour constant bigint := 2147483648;
	most_bytes_a_day constant bigint := 10737418240;
begin
	perform app.require_protocol(request);
	submission_id := app.get_uuid(request, 'id');
	secret_hash := app.find_text(request, 'secretHash', 64);
	if coalesce(secret_hash, '') !~ '^[0-9a-f]{64}$' then
		perform app.fail('PT400', 'secret-malformed');
	end if;
	perform app.check_payload(payload);
	perform app.check_files(files);
	perform app.check_shown_files(payload, files);
	perform app.check_replaces(replaces, submission_id);
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
			or not app.replaces_the_same(known.id, replaces)
		then
			perform app.fail('PT409', 'submission-differs');
		end if;
		if known.finalized_at is null and app.is_replaced(known.id, known.secret_hash) then
			perform app.fail('PT409', 'submission-replaced');
		end if;
		return jsonb_build_object(
			'id', submission_id,
			'state', case when known.finalized_at is null then 'open' else 'finalized' end,
			'missing', app.missing_files(submission_id)
		);
	end if;

	-- The phone gave this one up before it arrived: a request that was long on its way must not bring it back.
	if app.is_replaced(submission_id, secret_hash) then
		perform app.fail('PT409', 'submission-replaced');
	end if;
	-- One that never arrived has nothing to withdraw; one that did is opened by its own secret only.
	if exists (
		select 1 from app.replaced_by_request(replaces) as old
		join app.submissions as earlier on earlier.id = old.replaced_id
		where earlier.secret_hash <> old.secret_hash
	) then
		perform app.fail('PT404', 'submission-unknown');
	end if;

	-- Shared addresses are normal (one village, one router): the quota only stops floods, and never staff.
	-- One of an address at a time, so that many at once cannot slip past the count. Always the last lock taken.
	perform pg_advisory_xact_lock(hashtextextended(from_address, 2));
	bytes := (select coalesce(sum(size), 0) from app.declared_files(files));
	if app.my_staff_id() is null and exists (
		select 1 from app.submissions
		where address_hash = from_address and opened_at > now() - interval '1 day'
		having count(*) filter (where opened_at > now() - interval '1 hour') >= 120
			or sum(declared_bytes) filter (where opened_at > now() - interval '1 hour') + bytes > most_bytes_an_hour
			or sum(declared_bytes) + bytes > most_bytes_a_day
	) then
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

	insert into app.submissions (id, secret_hash, payload, agency_id, version_id, address_hash, declared_bytes)
	values (submission_id, secret_hash, payload, office, chosen_version, from_address, bytes);
	insert into app.submission_files (file_id, submission_id, requirement_id, sha256, size, type)
	select file.file_id, submission_id, file.requirement_id, file.sha256, file.size, file.type
	from app.declared_files(files) as file;
	insert into app.replacements (submission_id, replaced_id, secret_hash)
	select submission_id, old.replaced_id, old.secret_hash from app.replaced_by_request(replaces) as old;
	return jsonb_build_object('id', submission_id, 'state', 'open', 'missing', app.missing_files(submission_id));
exception when unique_violation then
	-- A file id that another submission declared: say no more than that it differs.
	perform app.fail('PT409', 'submission-differs');
	return null;
end
$$;
comment on function public.open_submission(jsonb) is
	'{protocol, id, secretHash, payload, files, replaces?: [{id, secret}] ≤ 5} → {id, state: open|finalized, missing}. Same id and content = same answer; other content = PT409 submission-differs; given up for a later one = PT409 submission-replaced; a wrong secret of an earlier one = PT404.';
