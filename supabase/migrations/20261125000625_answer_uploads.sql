-- Files of answers beside those of submissions: what may be uploaded, what no sweep may take, and what is purged.

create function app.answer_file_is_awaited(of_dossier text, of_file uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1
		from app.answer_files as file
		join public.supplement_answers as answer on answer.id = file.answer_id
		join public.supplements as round on round.id = answer.supplement_id
		where file.file_id = of_file and answer.dossier_id::text = of_dossier
			and case when answer.finalized_at is null
				then round.closed_at is null
				else exists (select 1 from public.dossier_files as wanted where wanted.file_id = file.file_id and wanted.wanted_at is not null)
			end
			and app.stored_attempts(answer.dossier_id, file.file_id, file.size) <@ coalesce((
				select known.bad_attempts from public.dossier_files as known where known.file_id = file.file_id
			), '{}')
	)
$$;
comment on function app.answer_file_is_awaited(text, uuid) is
	'True for a file that an answer to an open round declared, or that is wanted again, while no stored attempt may be the right one.';
revoke all on function app.answer_file_is_awaited(text, uuid) from public, anon, authenticated;

create function app.declared_size(of_dossier uuid, of_file uuid) returns int
language sql
stable
security definer
set search_path = ''
as $$
	select size from app.submission_files where file_id = of_file and submission_id = of_dossier
	union all
	select file.size
	from app.answer_files as file
	join public.supplement_answers as answer on answer.id = file.answer_id
	where file.file_id = of_file and answer.dossier_id = of_dossier
	limit 1
$$;
comment on function app.declared_size(uuid, uuid) is
	'How many bytes a phone declared for a file, in a submission or in an answer; null when it declared none. A server that stores uploads itself refuses any other number, or the declared sums bound nothing.';
revoke all on function app.declared_size(uuid, uuid) from public, anon, authenticated;

create or replace function app.upload_is_declared(object_name text) returns boolean
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
			and case when submission.finalized_at is null
				then not app.is_replaced(submission.id, submission.secret_hash)
				else exists (
					select 1 from public.dossier_files as wanted
					where wanted.file_id = file.file_id and wanted.wanted_at is not null
				)
			end
			-- One attempt of the right size is enough until it proves bad: five times the bytes would only fill the disk.
			and app.stored_attempts(submission.id, file.file_id, file.size) <@ coalesce((
				select known.bad_attempts from public.dossier_files as known where known.file_id = file.file_id
			), '{}')
	)
	or app.answer_file_is_awaited(parts[1], parts[2]::uuid)
	-- A name that is taken is refused by its index, which tells the phone that it is there. Nobody overwrites.
	or exists (
		select 1 from storage.objects as object
		where object.bucket_id = 'dossier-files' and object.name = object_name
			and (
				exists (
					select 1 from app.submission_files as file
					join app.submissions as submission on submission.id = file.submission_id
					where file.file_id = parts[2]::uuid and file.submission_id::text = parts[1]
						and (submission.finalized_at is not null or not app.is_replaced(submission.id, submission.secret_hash))
						and (submission.finalized_at is null or exists (
							select 1 from public.dossier_files as wanted where wanted.file_id = file.file_id and wanted.wanted_at is not null
						))
				)
				or exists (
					select 1 from app.answer_files as file
					join public.supplement_answers as answer on answer.id = file.answer_id
					where file.file_id = parts[2]::uuid and answer.dossier_id::text = parts[1]
				)
			)
	);
end
$$;
comment on function app.upload_is_declared(text) is
	'True for <submission>/<file>/<attempt 1–5> of a submission that is still open and not replaced, of an answer to an open round, and for a file of a dossier that is wanted again, while no stored attempt may be the right one: the random name is the capability.';

create or replace function app.is_orphan(object_name text, stored_at timestamptz) returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	parts text[] := string_to_array(object_name, '/');
begin
	if coalesce(stored_at, now()) > now() - interval '24 hours'
		or exists (select 1 from public.dossier_files as file where file.object_name = is_orphan.object_name)
	then
		return false;
	end if;
	if object_name !~ '^[0-9a-f-]{36}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/[1-5]$' then
		return true;
	end if;
	return not exists (
		select 1
		from app.submission_files as file
		join app.submissions as submission on submission.id = file.submission_id
		where file.file_id = parts[2]::uuid and file.submission_id::text = parts[1]
			-- What an earlier submission of this id left is not counted as stored (app.stored_attempts).
			and stored_at >= submission.opened_at - interval '24 hours'
			-- However old: until the purge takes it away its phone may finalize it.
			and case when submission.finalized_at is null
				then not app.is_replaced(submission.id, submission.secret_hash)
				else exists (
					select 1 from public.dossier_files as kept where kept.file_id = file.file_id and kept.verified_at is null
				)
			end
	) and not exists (
		select 1
		from app.answer_files as file
		join public.supplement_answers as answer on answer.id = file.answer_id
		join public.supplements as round on round.id = answer.supplement_id
		where file.file_id = parts[2]::uuid and answer.dossier_id::text = parts[1]
			and case when answer.finalized_at is null
				then round.closed_at is null
				else exists (
					select 1 from public.dossier_files as kept where kept.file_id = file.file_id and kept.verified_at is null
				)
			end
	);
end
$$;
comment on function app.is_orphan(text, timestamptz) is
	'True for an object older than a day that no dossier shows, no unverified file of a dossier may turn out to be, and no open submission (not purged, not replaced) or answer to an open round declared since.';

create or replace function app.purge_abandoned_submissions() returns int
language plpgsql
security definer
set search_path = ''
as $$
declare
	purged int;
	answers int;
begin
	-- What was never filed is kept 30–90 days (domain §4.6), here the longest: a phone may come back late, and it still
	-- holds everything. The stored objects under their names are then left to the sweep.
	delete from app.submissions where finalized_at is null and opened_at < now() - interval '90 days';
	get diagnostics purged = row_count;
	delete from public.supplement_answers where finalized_at is null and opened_at < now() - interval '90 days';
	get diagnostics answers = row_count;
	return purged + answers;
end
$$;
comment on function app.purge_abandoned_submissions() is
	'Deletes submissions and answers opened more than 90 days ago and never finalized, with their declared files; gives how many. Their stored objects are then orphans for the sweep.';
