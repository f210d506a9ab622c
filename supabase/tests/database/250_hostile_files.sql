-- Strangers, floods, a desk and a worker that come at the wrong moment: bytes are bounded, and nobody's file is forgotten.
begin;
select plan(60);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "channels": []}', repeat('a', 64)
);
select tests.add_staff('receiver@test', agencies.id, null, 'receiver') from public.agencies where code = 'H99.01';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.name(submission int, file int, attempt int) returns text language sql as $$
	select tests.id(submission) || '/' || tests.id(file) || '/' || attempt
$$;
-- Declares `amount` files of `bytes` each, numbered from 100 times the submission's own number.
create function tests.open(number int, amount int default 1, bytes int default 1000, replaces int default null) returns jsonb language sql as $$
	select public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('secret', 'UTF8')), 'hex'),
		'replaces', case when replaces is null then '[]' else jsonb_build_array(jsonb_build_object('id', tests.id(replaces), 'secret', 'secret')) end,
		'files', (select jsonb_agg(jsonb_build_object('fileId', tests.id(number * 100 + file), 'requirementId', 'giay', 'sha256', repeat('c', 64), 'size', bytes, 'type', 'image/jpeg'))
			from generate_series(1, amount) as file),
		'payload', '{"procedureCode": "1.001193", "agencyCode": "H99.01", "answers": {}, "form": {}, "subject": "Nguyễn An",
			"applicant": {"fullName": "Nguyễn Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}}'::jsonb
			|| jsonb_build_object('contentHash', repeat('a', 64), 'papers', jsonb_build_array(jsonb_build_object(
				'requirementId', 'giay', 'state', 'ready', 'files', (select jsonb_agg(tests.id(number * 100 + file)) from generate_series(1, amount) as file))))
	))
$$;
create function tests.finalize(number int) returns jsonb language sql as $$
	select public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 'secret'))
$$;
create function tests.upload(submission int, file int, attempt int, bytes int default 1000) returns text language sql as $$
	select format($q$insert into storage.objects (bucket_id, name, metadata) values ('dossier-files', %L, '{"size": %s}')$q$, tests.name(submission, file, attempt), bytes)
$$;
create function tests.wanted(number int) returns jsonb language sql as $$
	select public.dossier_progress(jsonb_build_object('protocol', 1, 'dossiers', jsonb_build_array(
		jsonb_build_object('id', tests.id(number), 'secret', 'secret')))) #> '{dossiers,0,progress,files,wanted}'
$$;
create function tests.state(number int) returns text language sql as $$
	select concat_ws(' ', case when verified_at is not null then 'verified' end, case when wanted_at is not null then 'wanted' end,
		'shows ' || right(object_name, 1), 'bad {' || array_to_string(bad_attempts, ',') || '}', case when look_at is null then 'done' end)
	from public.dossier_files where file_id = tests.id(number)
$$;
create function tests.found(attempt int, hash text) returns jsonb language sql as $$
	select jsonb_build_array(jsonb_build_object('attempt', attempt, 'sha256', hash, 'fault', null))
$$;

-- How many bytes one stranger may have stored ---------------------------------------------------------------

select tests.set_address('198.51.100.20');
select tests.as_anon();
select lives_ok(format('select tests.open(%s, 12, 10485760)', number), 'dossier ' || number || ' of 120 MiB is taken in')
from generate_series(21, 37) as number;
select throws_ok('select tests.open(38, 12, 10485760)', 'PT429', 'too-many-submissions', 'no address declares more than 2 GiB an hour');
select lives_ok('select tests.open(39, 3, 300000)', 'an ordinary dossier still fits beside them');
select lives_ok('select tests.open(21, 12, 10485760)', 'a repeat is never counted');
select tests.set_address('198.51.100.21');
select lives_ok('select tests.open(38, 12, 10485760)', 'another address is not held');
select tests.sign_out();
update app.submissions set opened_at = now() - interval '2 hours' where address_hash = app.hash_text('198.51.100.20');
select tests.set_address('198.51.100.20');
select tests.as_anon();
select lives_ok('select tests.open(40, 12, 10485760)', 'an hour later it goes on');
select tests.sign_out();
update app.submissions set declared_bytes = 1073741824 where address_hash = app.hash_text('198.51.100.20') and opened_at < now() - interval '1 hour' and id <= tests.id(29);
select tests.as_anon();
select throws_ok('select tests.open(41, 12, 10485760)', 'PT429', 'too-many-submissions', 'but no more than 10 GiB a day');
select tests.sign_in('receiver@test');
select lives_ok('select tests.open(41, 12, 10485760)', 'staff are never held');

-- One attempt of the declared size at a time ------------------------------------------------------------------

select tests.set_address('198.51.100.22');
select tests.as_anon();
select ok(tests.open(1) ? 'missing', 'a dossier with one photo');
select lives_ok(tests.upload(1, 101, 1), 'which arrives');
select throws_ok(tests.upload(1, 101, attempt), '42501', null, 'attempt ' || attempt || ' would only fill the disk') from unnest(array[2, 5]) as attempt;
select throws_ok(tests.upload(1, 101, 1), '23505', null, 'a phone that lost the answer hears that it is there');
select ok(tests.finalize(1) ? 'receipt', 'and is complete');
select tests.sign_out();
select app.judge_file(tests.id(101), tests.found(1, repeat('d', 64)));
select tests.as_anon();
select lives_ok(tests.upload(1, 101, 2), 'one that is wanted is sent again');
select throws_ok(tests.upload(1, 101, 3), '42501', null, 'once, until somebody has looked at it');
select tests.sign_out();

-- Bytes that are gone -------------------------------------------------------------------------------------------

select app.judge_file(tests.id(101), tests.found(2, null));
select tests.as_anon();
select is(tests.wanted(1), '[]', 'bytes that are not there a moment after they were stored may still come');
select tests.sign_out();
update storage.objects set created_at = now() - interval '1 hour' where name = tests.name(1, 101, 2);
select app.judge_file(tests.id(101), tests.found(2, null));
select tests.as_anon();
select is(tests.wanted(1), jsonb_build_array(tests.id(101)), 'bytes that are gone are asked for again');
select lives_ok(tests.upload(1, 101, 3), 'and sent');
select tests.sign_out();

-- The desk looks again ------------------------------------------------------------------------------------------

select app.judge_file(tests.id(101), tests.found(3, repeat('c', 64)));
update public.dossier_files set verified_at = null, look_at = now(), bad_attempts = '{}' where file_id = tests.id(101);
select app.judge_file(tests.id(101), tests.found(2, repeat('c', 64)) || tests.found(3, repeat('c', 64)));
select is(tests.state(101), 'verified shows 3 bad {} done', 'the shown attempt stays when it is right: a sweep may be removing the others');

-- A dossier that was withdrawn ------------------------------------------------------------------------------------

select tests.as_anon();
select ok(tests.open(2) ? 'missing', 'a dossier');
select lives_ok(tests.upload(2, 201, 1), 'with its photo');
select ok(tests.finalize(2) ? 'receipt', 'is filed');
select tests.sign_out();
select is(jsonb_array_length(app.take_files_to_verify(20)), 1, 'the worker reads its photo');
select tests.as_anon();
select is(tests.open(3, replaces => 2) ->> 'state', 'open', 'meanwhile it is corrected');
select lives_ok(tests.upload(3, 301, 1), 'with another photo');
select ok(tests.finalize(3) ? 'receipt', 'and withdrawn');
select tests.sign_out();
select app.judge_file(tests.id(201), tests.found(1, repeat('d', 64)));
select is(tests.state(201), 'shows 1 bad {1} done', 'nobody is asked again for a photo of what has ended');

-- A flood of files that wait --------------------------------------------------------------------------------------

update public.dossier_files set look_at = null;
insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name, wanted_at, look_at, bad_attempts)
select gen_random_uuid(), tests.id(3), 'giay', repeat('c', 64), 1000, 'image/jpeg', 'x', now() - interval '2 hours', now() - interval '1 hour', '{1}'
from generate_series(1, 300);
update public.dossier_files set look_at = now() where file_id = tests.id(301);
select is(app.take_files_to_verify(20) #>> '{0,fileId}', tests.id(301)::text, 'a fresh file is not held up by those that wait for their phone');
select app.judge_file(tests.id(301), tests.found(1, repeat('d', 64)));
select tests.as_anon();
select lives_ok(tests.upload(3, 301, 2), 'its phone sends it again');
select ok(tests.finalize(3) ? 'receipt', 'and says so');
select tests.sign_out();
select is(
	(select count(*)::int from public.dossier_files where look_at <= now() and bad_attempts = '{1}' and file_id <> tests.id(301)), 101,
	'that hurries no look at what was not sent'
);
select is(app.take_files_to_verify(20) #>> '{0,fileId}', tests.id(301)::text, 'nor is one that was sent again held up');

-- A phone that comes back on day 91 ---------------------------------------------------------------------------------

select tests.as_anon();
select ok(tests.open(4) ? 'missing', 'a dossier is begun');
select lives_ok(tests.upload(4, 401, 1), 'its photo stored');
select tests.sign_out();
update app.submissions set opened_at = now() - interval '91 days' where id = tests.id(4);
update storage.objects set created_at = now() - interval '91 days' where name = tests.name(4, 401, 1);
select is(app.is_orphan(tests.name(4, 401, 1), now() - interval '91 days'), false, 'while the phone may still finalize, its photo is not swept');
select is(app.purge_abandoned_submissions(), 1, 'the purge gives it up');
select is(app.is_orphan(tests.name(4, 401, 1), now() - interval '91 days'), true, 'then the photo is swept');
select tests.as_anon();
select is(tests.open(4) -> 'missing', jsonb_build_array(tests.id(401)), 'a phone that is back does not count on what a sweep may be removing');
select throws_ok(tests.upload(4, 401, 1), '23505', null, 'its name is still taken');
select lives_ok(tests.upload(4, 401, 2), 'the next is not');
select ok(tests.finalize(4) ? 'receipt', 'and so it arrives');
select tests.sign_out();
select is(tests.state(401), 'shows 2 bad {}', 'with the photo that stays');
select is(app.is_orphan(tests.name(4, 401, 1), now() - interval '91 days'), true, 'the old one is still the sweep''s');

select * from finish();
rollback;
