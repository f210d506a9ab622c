-- The submission protocol (design §6): what is kept of a submission, and the checks it must pass.

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
create index submissions_open on app.submissions (opened_at) where finalized_at is null;
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
