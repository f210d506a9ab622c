-- Background jobs: each claimed once, tried again with growing pauses, repeated when they should be.
begin;
select plan(31);

select is((select repeat_every from app.jobs where kind = 'purge-lookup-attempts'), interval '1 day', 'old misses are purged every day');
delete from app.jobs;
insert into app.jobs (kind, payload, run_at, repeat_every) values
	('first', '{"a": 1}', now() - interval '2 minutes', null), ('second', '{}', now() - interval '1 minute', interval '1 hour'),
	('later', '{}', now() + interval '1 second', null);
create function tests.claim() returns text language sql as $$ select app.claim_job() ->> 'kind' $$;
create function tests.finish(wanted text, error text) returns void language sql as $$
	select app.finish_job((select id from app.jobs where kind = wanted), error)
$$;
select tests.as_anon();
select throws_ok('select app.claim_job()', '42501', null, 'anon claims no job');
select throws_ok('select app.finish_job(1, null)', '42501', null, 'anon finishes no job');
select tests.as_nobody();
select throws_ok('select app.claim_job()', '42501', null, 'an account claims no job');
select tests.sign_out();

set local role service_role;
select is(app.claim_job() - 'id', '{"kind": "first", "payload": {"a": 1}}', 'the job that waits longest comes first');
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
select lives_ok('select app.finish_job(-1, null)', 'a job nobody knows is no error');

select * from finish();
rollback;
