-- Background jobs: each claimed once, tried again with growing pauses, repeated when they should be.
begin;
select plan(37);

select results_eq('select kind, repeat_every from app.jobs order by kind',
	$$values ('anchor-events', interval '1 hour'), ('hint-papers', interval '1 day'), ('publish-due', interval '1 minute'), ('purge-abandoned-submissions', interval '1 day'),
		('purge-lookup-attempts', interval '1 day'), ('purge-unused-results', interval '1 day'),
		('send-notices', interval '1 minute'), ('sweep-files', interval '1 day'), ('verify-files', interval '1 minute')$$,
	'every day what was abandoned, old misses, unused results and orphans are purged; every hour a day that has ended is anchored, every minute files are verified, what is due is published and notices are sent');
delete from app.jobs;
insert into app.jobs (kind, payload, run_at, repeat_every) values
	('first', '{"a": 1}', now() - interval '2 minutes', null), ('second', '{}', now() - interval '1 minute', interval '1 hour'),
	('later', '{}', now() + interval '1 second', null);
create function tests.claim() returns text language sql as $$ select app.claim_job() ->> 'kind' $$;
create function tests.finish(wanted text, error text) returns void language sql as $$
	select app.finish_job(id, claim, error) from app.jobs where kind = wanted
$$;
select tests.as_anon();
select throws_ok('select app.claim_job()', '42501', null, 'anon claims no job');
select throws_ok('select app.finish_job(1, 1, null)', '42501', null, 'anon finishes no job');
select tests.as_nobody();
select throws_ok('select app.claim_job()', '42501', null, 'an account claims no job');
select tests.sign_out();

set local role service_role;
select is(app.claim_job() - 'id', '{"kind": "first", "claim": 1, "payload": {"a": 1}}', 'the job that waits longest comes first');
select is(tests.claim(), 'second', 'the next worker gets the next');
select is(tests.claim(), null, 'a job of the future does not come yet, a claimed one not again');
reset role;
select results_eq('select kind, attempts, locked_until from app.jobs order by run_at',
	$$values ('first', 1, now() + interval '10 minutes'), ('second', 1, now() + interval '10 minutes'), ('later', 0, null)$$,
	'claimed jobs are locked for ten minutes');

select tests.finish('first', null);
select results_eq('select finished_at, locked_until, last_error from app.jobs where kind = ''first''',
	'values (now(), null::timestamptz, null::text)', 'a job that is done is finished');
select tests.finish('second', null);
select results_eq('select finished_at, locked_until, attempts, run_at from app.jobs where kind = ''second''',
	$$values (null::timestamptz, null::timestamptz, 0, now() + interval '1 hour')$$, 'a repeated one comes again after its pause');
select is(tests.claim(), null, 'and not before');

update app.jobs set run_at = now() - interval '1 minute' where kind = 'later';
select is(tests.claim(), 'later', 'its time has come');
update app.jobs set locked_until = now() - interval '1 second' where kind = 'later';
select is(tests.claim(), 'later', 'a worker that died gives its job back after ten minutes');
select is((select attempts from app.jobs where kind = 'later'), 2, 'and that counts as a try');
update app.jobs set attempts = 0, locked_until = null where kind = 'later';
create function tests.fail_again(wanted text) returns interval language plpgsql as $$
begin
	update app.jobs set run_at = now() where kind = wanted;
	perform tests.claim();
	perform tests.finish(wanted, repeat('x', 600));
	return (select run_at - now() from app.jobs where kind = wanted);
end
$$;
select is(tests.fail_again('later'), pause, format('failed: again after %s', pause)) from unnest(array[
	'2 minutes', '4 minutes', '8 minutes', '16 minutes', '32 minutes', '64 minutes', '128 minutes', '256 minutes', '6 hours', '6 hours'
]::interval[]) as pause;
select is((select length(last_error) from app.jobs where kind = 'later'), 500, 'the reason is kept, cut to 500 characters');
select is((select finished_at from app.jobs where kind = 'later'), null, 'a job is never given up');
update app.jobs set run_at = now() where kind = 'second';
select is(tests.fail_again('second'), interval '2 minutes', 'a repeated job that failed does not wait for its hour');
update app.jobs set run_at = now() where kind = 'second';
select is(tests.claim(), 'second', 'it is tried');
select tests.finish('second', null);
select results_eq('select attempts, run_at, last_error from app.jobs where kind = ''second''',
	$$values (0, now() + interval '1 hour', null::text)$$, 'and once it succeeds all is forgotten');
select is(tests.claim(), null, 'nothing is due now');
-- A worker slower than ten minutes: its job has gone to another, and what it reports no longer counts.
update app.jobs set run_at = now() where kind = 'second';
create temp table slow as select app.claim_job() as job;
update app.jobs set locked_until = now() - interval '1 second' where kind = 'second';
create temp table quick as select app.claim_job() as job;
select isnt((select job -> 'claim' from quick), (select job -> 'claim' from slow), 'each claim has a number of its own');
select app.finish_job((job ->> 'id')::bigint, (job ->> 'claim')::int, reported) from slow, (values (null), ('late')) as reports (reported);
select results_eq('select locked_until, last_error, finished_at from app.jobs where kind = ''second''',
	$$values (now() + interval '10 minutes', null::text, null::timestamptz)$$, 'a slow worker does not free the lock of the next');
select app.finish_job((job ->> 'id')::bigint, (job ->> 'claim')::int, null) from quick;
select app.finish_job((job ->> 'id')::bigint, (job ->> 'claim')::int, 'twice') from quick;
select results_eq('select locked_until, run_at, last_error from app.jobs where kind = ''second''',
	$$values (null::timestamptz, now() + interval '1 hour', null::text)$$, 'the one that holds the job ends it, once');
update app.jobs set run_at = now() where kind = 'second';
select isnt(app.claim_job() -> 'claim', (select job -> 'claim' from slow), 'a number never comes back, whatever succeeded since');

select lives_ok('select app.finish_job(-1, 1, null)', 'a job nobody knows is no error');

-- Submissions that never became a dossier ------------------------------------------------------------

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "x", "shortTitle": "x", "channels": []}', repeat('a', 64));
insert into app.submissions (id, secret_hash, payload, agency_id, version_id, address_hash, opened_at, finalized_at)
select gen_random_uuid(), list.name, '{}', agencies.id, version.id, 'x', now() - age::interval, case when filed then now() end
from (values ('abandoned', '91 days', false), ('filed', '91 days', true), ('recent', '89 days', false)) as list (name, age, filed),
	public.agencies, public.procedure_versions as version where agencies.code = 'H99.01';
insert into app.submission_files (file_id, submission_id, requirement_id, sha256, size, type)
select gen_random_uuid(), id, 'x', 'x', 1, 'x' from app.submissions;
set local role service_role;
select is(app.purge_abandoned_submissions(), 1, 'what was opened ninety days ago and never filed is purged');
reset role;
select results_eq(
	'select secret_hash, count(file_id)::int from app.submissions join app.submission_files on submission_id = submissions.id group by 1 order by 1',
	$$values ('filed', 1), ('recent', 1)$$, 'with its declared files; what was filed, or is recent, stays'
);

select * from finish();
rollback;
