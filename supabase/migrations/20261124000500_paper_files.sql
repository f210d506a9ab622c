-- Papers name the files that show them and say why one cannot be had; all files of a submission together are bounded.

create function app.are_file_ids(list jsonb) returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(list) <> 'array' or jsonb_array_length(list) > 60 then
		return false;
	end if;
	return not exists (
		select 1 from jsonb_array_elements(list) as entry
		where jsonb_typeof(entry) <> 'string'
			or entry #>> '{}' !~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
	);
end
$$;
comment on function app.are_file_ids(jsonb) is 'True for a list of at most 60 UUIDs, as a paper names its pages.';
revoke all on function app.are_file_ids(jsonb) from public, anon, authenticated;

create or replace function app.check_payload(payload jsonb) returns void
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
				or (paper ? 'reason' and (
					paper ->> 'state' <> 'cannot-get'
					or coalesce(paper ->> 'reason', '') not in ('does-not-apply', 'cannot-find', 'cannot-obtain')
				))
				or (paper ? 'files' and not app.are_file_ids(paper -> 'files'))
		)
	then
		perform app.fail('PT400', 'payload-malformed');
	end if;
end
$$;
comment on function app.check_payload(jsonb) is
	'Checks the frozen payload {procedureCode, contentHash, agencyCode?, answers, form, applicant, subject, subjectAddress?, papers: [{requirementId, state, reason?, files?}]}; PT400 keys name the part. A reason goes with cannot-get only.';

create or replace function app.check_files(files jsonb) returns void
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
	if (select sum((file ->> 'size')::int) from jsonb_array_elements(files) as file) > 125829120 then
		perform app.fail('PT400', 'files-too-large');
	end if;
end
$$;
comment on function app.check_files(jsonb) is
	'Checks the declared files [{fileId, requirementId, sha256, size ≤ 10 MiB, type}], at most 60 (PT400 files-malformed) and 120 MiB together (PT400 files-too-large).';

create function app.check_shown_files(payload jsonb, files jsonb) returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
	shown constant uuid[] := array(
		select (entry #>> '{}')::uuid
		from jsonb_array_elements(payload -> 'papers') as paper, jsonb_array_elements(paper -> 'files') as entry
	);
	declared constant uuid[] := array(select file_id from app.declared_files(files));
begin
	-- A file that no paper shows would be kept and never looked at; a page nobody declared would never arrive.
	if not (shown <@ declared and declared <@ shown) then
		perform app.fail('PT400', 'files-malformed');
	end if;
end
$$;
comment on function app.check_shown_files(jsonb, jsonb) is
	'Refuses (PT400 files-malformed) a checked payload whose papers do not show exactly the declared files.';
revoke all on function app.check_shown_files(jsonb, jsonb) from public, anon, authenticated;

alter table app.submissions add column declared_bytes int not null default 0;
comment on column app.submissions.declared_bytes is 'What its declared files weigh together, at most 120 MiB; open_submission bounds the sum per address.';
