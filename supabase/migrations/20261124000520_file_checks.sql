-- The worker hashes what is stored: equal to what the phone declared = verified, otherwise that file is wanted again.

alter table public.dossier_files
	add column wanted_at timestamptz,
	add column bad_attempts smallint[] not null default '{}',
	add column look_at timestamptz default now();
comment on column public.dossier_files.wanted_at is 'Since when the phone is asked for the file again: no stored attempt is what was declared.';
comment on column public.dossier_files.bad_attempts is 'Attempts that were looked at and are not the declared file; their names stay taken.';
comment on column public.dossier_files.look_at is 'When the worker looks next; null = nothing to look for.';
comment on column public.dossier_files.object_name is 'The attempt that is shown: the verified one, before that the first of the declared size.';
-- In the order the worker takes them (app.take_files_to_verify).
create index dossier_files_to_look_at on public.dossier_files ((coalesce(look_at > wanted_at, false)), look_at) where look_at is not null;

insert into app.jobs (kind, repeat_every) values ('verify-files', interval '1 minute');

create function app.wake_job(wanted_kind text) returns void
language sql
set search_path = ''
as $$
	-- A job that somebody else is waking, claiming or finishing is left alone: nobody waits for a row lock here.
	update app.jobs set run_at = now()
	where id = (
		select id from app.jobs
		where kind = wanted_kind and finished_at is null and run_at > now() and last_error is null
		order by id limit 1
		for update skip locked
	)
$$;
comment on function app.wake_job(text) is 'Lets a repeated job of this kind run now instead of at its next time, unless it waits after a failure.';
revoke all on function app.wake_job(text) from public, anon, authenticated;

create function app.stored_attempts(of_submission uuid, of_file uuid, of_size int) returns smallint[]
language sql
stable
security definer
set search_path = ''
as $$
	-- By the five full names: a pattern would read every object of the bucket.
	select coalesce(array_agg(right(object.name, 1)::smallint order by object.name), '{}')
	from storage.objects as object
	where object.bucket_id = 'dossier-files'
		and object.name = any (array(
			select of_submission || '/' || of_file || '/' || attempt from generate_series(1, 5) as attempt
		))
		and object.metadata ->> 'size' = of_size::text
		-- Left over from before a purge: a sweep may be removing it this moment. The day is the sweep's own, and room
		-- for clocks that differ.
		and not exists (
			select 1 from app.submissions as submission
			where submission.id = of_submission and object.created_at < submission.opened_at - interval '24 hours'
		)
$$;
comment on function app.stored_attempts(uuid, uuid, int) is
	'The stored attempts (1–5) of the declared size at one file, in order; what an earlier submission of this id left does not count.';
revoke all on function app.stored_attempts(uuid, uuid, int) from public, anon, authenticated;

create or replace function app.missing_files(of_submission uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(file.file_id order by file.file_id), '[]')
	from app.submission_files as file
	where file.submission_id = of_submission
		and app.stored_attempts(file.submission_id, file.file_id, file.size) = '{}'
$$;

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
			and (
				-- One attempt of the right size is enough until it proves bad: five times the bytes would only fill the disk.
				app.stored_attempts(submission.id, file.file_id, file.size) <@ coalesce((
					select known.bad_attempts from public.dossier_files as known where known.file_id = file.file_id
				), '{}')
				-- A name that is taken is refused by its index, which tells the phone that it is there. Nobody overwrites.
				or exists (
					select 1 from storage.objects as object
					where object.bucket_id = 'dossier-files' and object.name = object_name
				)
			)
	);
end
$$;
comment on function app.upload_is_declared(text) is
	'True for <submission>/<file>/<attempt 1–5> of a submission that is still open and not replaced, and for a file of a dossier that is wanted again, while no stored attempt may be the right one: the random name is the capability.';

create function app.next_look(wanted_since timestamptz) returns timestamptz
language sql
stable
set search_path = ''
as $$
	select now() + least(interval '1 hour', greatest(interval '1 minute', (now() - wanted_since) / 10))
$$;
comment on function app.next_look(timestamptz) is 'When to look again for a new attempt at a wanted file: after a minute at first, after an hour at most.';
revoke all on function app.next_look(timestamptz) from public, anon, authenticated;

create function app.want_file(of_file uuid, bad smallint[]) returns void
language sql
set search_path = ''
as $$
	update public.dossier_files as file set
		bad_attempts = bad,
		-- Nobody is asked for a photo of a dossier that was stopped, also when that happened while the worker was reading.
		wanted_at = case when dossier.status <> 8 then coalesce(file.wanted_at, now()) end,
		look_at = case when dossier.status <> 8 and cardinality(bad) < 5 then app.next_look(coalesce(file.wanted_at, now())) end
	from public.dossiers as dossier
	where file.file_id = of_file and dossier.id = file.dossier_id
$$;
comment on function app.want_file(uuid, smallint[]) is
	'Notes the bad attempts at a file and asks its phone for it again, unless its dossier was stopped. After five nobody looks any more.';
revoke all on function app.want_file(uuid, smallint[]) from public, anon, authenticated;

create function app.take_files_to_verify(most int) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	-- Files that wait for their phone cost a few index probes each and must not hold up the fresh ones for long.
	most_looked_at constant int := 200;
	file public.dossier_files;
	attempts smallint[];
	answer jsonb := '[]';
begin
	for file in
		select * from public.dossier_files where look_at <= now()
		-- Fresh ones and those a phone just sent again (look_at = wanted_at) before those that only wait for their phone:
		-- a stranger can make thousands of these.
		order by coalesce(look_at > wanted_at, false), look_at
		limit most_looked_at
		for update skip locked
	loop
		exit when jsonb_array_length(answer) >= most;
		attempts := array(
			select attempt from unnest(app.stored_attempts(file.dossier_id, file.file_id, file.size)) as attempt
			where attempt <> all (file.bad_attempts)
		);
		if attempts = '{}' then
			perform app.want_file(file.file_id, file.bad_attempts);
		else
			-- Taken for ten minutes, as a claimed job is.
			update public.dossier_files set look_at = now() + interval '10 minutes' where file_id = file.file_id;
			answer := answer || jsonb_build_object(
				'fileId', file.file_id, 'folder', file.dossier_id || '/' || file.file_id, 'type', file.type, 'attempts', attempts
			);
		end if;
	end loop;
	return answer;
end
$$;
comment on function app.take_files_to_verify(int) is
	'At most `most` files to hash now: [{fileId, folder, type, attempts: [n]}], the object of an attempt being <folder>/<n>. They come again after ten minutes unless judge_file is told about them.';
revoke all on function app.take_files_to_verify(int) from public, anon, authenticated;
grant execute on function app.take_files_to_verify(int) to service_role;

create function app.judge_file(of_file uuid, findings jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	file public.dossier_files;
	good smallint;
	bad smallint[];
begin
	select * into file from public.dossier_files where file_id = of_file for update;
	if not found or file.verified_at is not null then
		return;
	end if;
	select finding.attempt into good
	from jsonb_to_recordset(findings) as finding (attempt smallint, sha256 text, fault text)
	where finding.attempt between 1 and 5 and finding.sha256 = file.sha256 and finding.fault is null
	-- What is shown stays: while it was verified, a sweep may have begun to remove the others.
	order by right(file.object_name, 2) <> '/' || finding.attempt, finding.attempt
	limit 1;
	if good is not null then
		update public.dossier_files
		set verified_at = now(), wanted_at = null, look_at = null, object_name = file.dossier_id || '/' || file.file_id || '/' || good
		where file_id = of_file;
		return;
	end if;
	-- Bytes that are not there a moment after they were stored are looked for again; later they are gone, and as long as
	-- that attempt counted the phone would not hear that it must send another.
	select array(
		select attempt from unnest(file.bad_attempts) as attempt
		union
		select finding.attempt from jsonb_to_recordset(findings) as finding (attempt smallint, sha256 text)
		where finding.attempt between 1 and 5 and (finding.sha256 is not null or exists (
			select 1 from storage.objects as object
			where object.bucket_id = 'dossier-files' and object.created_at < now() - interval '10 minutes'
				and object.name = file.dossier_id || '/' || file.file_id || '/' || finding.attempt
		))
		order by 1
	) into bad;
	perform app.want_file(of_file, bad);
end
$$;
comment on function app.judge_file(uuid, jsonb) is
	'What the worker found at a file: [{attempt, sha256 | null when there are no bytes, fault | null}]. One equal to the declared hash and without fault = verified and shown; none = wanted again, and after five bad attempts no longer looked at.';
revoke all on function app.judge_file(uuid, jsonb) from public, anon, authenticated;
grant execute on function app.judge_file(uuid, jsonb) to service_role;

create function app.look_at_wanted_files(of_dossier uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	-- Only what has come: who merely asks often gets no closer look.
	update public.dossier_files set look_at = wanted_at
	where dossier_id = of_dossier and look_at <> wanted_at
		and not app.stored_attempts(dossier_id, file_id, size) <@ bad_attempts;
	if found then
		perform app.wake_job('verify-files');
	end if;
end
$$;
comment on function app.look_at_wanted_files(uuid) is 'Lets the worker look now, before all others, at the wanted files of this dossier that its phone has sent again.';
revoke all on function app.look_at_wanted_files(uuid) from public, anon, authenticated;

create function public.recheck_file(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted_file uuid;
begin
	perform app.require_protocol(request);
	wanted_file := app.get_uuid(request, 'fileId');
	-- The same people as the policies on dossiers let read (design §8).
	if not exists (
		select 1 from public.dossier_files as file
		join public.dossiers as dossier on dossier.id = file.dossier_id
		where file.file_id = wanted_file and dossier.agency_id = app.my_agency_id()
			and (
				app.i_read_the_agency()
				or (dossier.department_id = app.my_department_id() and app.i_work_in_a_department())
			)
			and dossier.applicant_key is distinct from coalesce(app.my_citizen_key(), '-')
	) then
		perform app.fail('PT404', 'file-unknown');
	end if;
	-- Asked twice while the first look has not happened: the same look.
	update public.dossier_files set verified_at = null, bad_attempts = '{}', look_at = coalesce(wanted_at, now())
	where file_id = wanted_file and (verified_at is not null or look_at is null or look_at > now());
	perform app.wake_job('verify-files');
	return jsonb_build_object('fileId', wanted_file);
end
$$;
comment on function public.recheck_file(jsonb) is
	'{protocol, fileId} → {fileId}: the worker hashes the stored bytes once more, because a browser found another hash; PT404 file-unknown when not yours to read.';
revoke all on function public.recheck_file(jsonb) from public, anon, authenticated;
grant execute on function public.recheck_file(jsonb) to authenticated;
