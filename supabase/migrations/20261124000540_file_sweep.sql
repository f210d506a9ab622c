-- Stored objects that nobody can need any more. What a dossier shows, or may still be compared, is never among them.

insert into app.jobs (kind, repeat_every) values ('sweep-files', interval '1 day');

create table app.sweep_place (
	only_row boolean primary key default true check (only_row),
	after_name text not null default ''
);
comment on table app.sweep_place is 'How far the sweep has walked through the names of the bucket; empty = it begins anew.';
alter table app.sweep_place enable row level security;
insert into app.sweep_place default values;

create function app.is_orphan(object_name text, stored_at timestamptz) returns boolean
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
	);
end
$$;
comment on function app.is_orphan(text, timestamptz) is
	'True for an object older than a day that no dossier shows, no unverified file of a dossier may turn out to be, and no open submission (not purged, not replaced) declared since.';
revoke all on function app.is_orphan(text, timestamptz) from public, anon, authenticated;

create function app.take_orphans(most int) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	place text;
	reached text;
	examined int;
	orphans jsonb;
begin
	select after_name into place from app.sweep_place for update;
	select count(*), max(page.name),
		coalesce(jsonb_agg(page.name order by page.name) filter (where app.is_orphan(page.name, page.created_at)), '[]')
	into examined, reached, orphans
	from (
		select object.name, object.created_at
		from storage.objects as object
		where object.bucket_id = 'dossier-files' and object.name > place
		order by object.name
		limit most
	) as page;
	update app.sweep_place set after_name = case when examined < most then '' else reached end;
	-- One run removes so many at most: a bucket that was flooded is swept on until its end, not a little every day.
	update app.jobs set repeat_every = case when examined < most then interval '1 day' else interval '10 minutes' end
	where kind = 'sweep-files';
	return jsonb_build_object('examined', examined, 'orphans', orphans, 'ended', examined < most);
end
$$;
comment on function app.take_orphans(int) is
	'Looks at the next `most` objects by name: {examined, orphans: [name], ended}. The next call goes on from there, after the end from the beginning, and the job comes again in ten minutes instead of a day while the end is not reached; an orphan that was not removed is met again on the next round.';
revoke all on function app.take_orphans(int) from public, anon, authenticated;
grant execute on function app.take_orphans(int) to service_role;

comment on function app.purge_abandoned_submissions() is
	'Deletes submissions opened more than 90 days ago and never finalized, with their declared files; gives how many. Their stored objects are then orphans for the sweep.';
