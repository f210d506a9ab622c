-- Background jobs: claimed one at a time by a worker, retried with growing pauses, repeated when they should be.

create table app.jobs (
	id bigint generated always as identity primary key,
	kind text not null,
	payload jsonb not null default '{}',
	run_at timestamptz not null default now(),
	repeat_every interval,
	attempts int not null default 0,
	claim int not null default 0,
	locked_until timestamptz,
	last_error text,
	finished_at timestamptz
);
comment on table app.jobs is 'Work for the worker; repeat_every = run again that long after it succeeded.';
comment on column app.jobs.claim is 'Number of the last claim; never set back, so a worker that was too slow is told from the next.';
create index jobs_due on app.jobs (run_at) where finished_at is null;
alter table app.jobs enable row level security;

insert into app.jobs (kind, repeat_every) values
	('purge-lookup-attempts', interval '1 day'),
	('purge-abandoned-submissions', interval '1 day');

create function app.claim_job() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	job app.jobs;
begin
	select * into job from app.jobs
	where finished_at is null and run_at <= now() and (locked_until is null or locked_until < now())
	order by run_at
	limit 1
	for update skip locked;
	if not found then
		return null;
	end if;
	update app.jobs set locked_until = now() + interval '10 minutes', attempts = attempts + 1, claim = job.claim + 1
	where id = job.id;
	return jsonb_build_object('id', job.id, 'claim', job.claim + 1, 'kind', job.kind, 'payload', job.payload);
end
$$;
comment on function app.claim_job() is 'The next due job {id, claim, kind, payload}, locked for ten minutes, or null.';
revoke all on function app.claim_job() from public;
grant execute on function app.claim_job() to service_role;

create function app.finish_job(job_id bigint, claim int, error text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	update app.jobs set
		locked_until = null,
		last_error = left(error, 500),
		attempts = case when error is null then 0 else attempts end,
		finished_at = case when error is null and repeat_every is null then now() end,
		run_at = case
			when error is not null then now() + least(interval '1 minute' * power(2, least(attempts, 12)), interval '6 hours')
			when repeat_every is not null then now() + repeat_every
			else run_at
		end
	-- After ten minutes the job may be another worker's: only whoever claimed it last ends it, and once.
	where jobs.id = job_id and jobs.claim = finish_job.claim and jobs.locked_until is not null;
end
$$;
comment on function app.finish_job(bigint, int, text) is
	'Reports a claimed job as done (error null) or failed: it comes again after 2, 4, 8 … minutes, at most six hours. A claim that is not the last is ignored.';
revoke all on function app.finish_job(bigint, int, text) from public;
grant execute on function app.finish_job(bigint, int, text) to service_role;
