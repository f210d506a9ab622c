-- Files are hashed by the worker: right ones are verified, wrong ones wanted again, and only whoever may asks for another look.
begin;
select plan(80);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "channels": []}', repeat('a', 64)
);
insert into public.agencies (code, name, receives) values ('H99.02', 'Trung tâm xã bên', true);
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'H99.01', null, array['receiver']), ('leader', 'H99.01', null, array['leader']),
	('officer', 'H99.01', 'Kinh tế', array['officer']), ('approver', 'H99.01', 'Kinh tế', array['approver']),
	('neighbour', 'H99.01', 'Tư pháp – Hộ tịch', array['officer']), ('editor', 'H99.01', 'Kinh tế', array['editor']),
	('admin', 'H99.01', 'Kinh tế', array['admin']), ('elsewhere', 'H99.02', null, array['receiver', 'leader']),
	('suspended', 'H99.01', null, array['receiver']), ('applicant', 'H99.01', null, array['receiver', 'leader'])
) as people (account, agency, department, roles)
join public.agencies on agencies.code = agency
left join public.departments on departments.agency_id = agencies.id and departments.name = department;
update public.staff set active = false where full_name = 'suspended@test';
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'applicant@test';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.folder(number int) returns text language sql as $$ select tests.id(1) || '/' || tests.id(number) $$;
create function tests.store(number int, attempt int, bytes int default 1000) returns text language sql as $$
	select format($q$insert into storage.objects (bucket_id, name, metadata) values ('dossier-files', %L, '{"size": %s}')$q$,
		tests.folder(number) || '/' || attempt, bytes)
$$;
create function tests.finalize() returns jsonb language sql as $$
	select public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(1), 'secret', 'secret'))
$$;
create function tests.files() returns jsonb language sql as $$
	select public.dossier_progress(jsonb_build_object('protocol', 1, 'dossiers', jsonb_build_array(
		jsonb_build_object('id', tests.id(1), 'secret', 'secret')))) #> '{dossiers,0,progress,files}'
$$;
-- As the worker: what is there to hash, and what was found, as attempt:hash pairs ('good', 'bad' or 'none').
create function tests.taken(most int default 20) returns text language plpgsql as $$
declare
	answer text;
begin
	set local role service_role;
	select coalesce(string_agg(right(entry ->> 'fileId', 2) || ':' || (select string_agg(attempt, '') from jsonb_array_elements_text(entry -> 'attempts') as attempt), ' ' order by entry ->> 'fileId'), '')
	into answer from jsonb_array_elements(app.take_files_to_verify(most)) as entry;
	reset role;
	return answer;
end
$$;
create function tests.judge(number int, findings jsonb) returns void language plpgsql as $$
begin
	set local role service_role;
	perform app.judge_file(tests.id(number), findings);
	reset role;
end
$$;
create function tests.found(attempt int, hash text, fault text default null) returns jsonb language sql as $$
	select jsonb_build_object('attempt', attempt, 'sha256', hash, 'fault', fault)
$$;
create function tests.state(number int) returns text language sql as $$
	select concat_ws(' ', case when verified_at is not null then 'verified' end, case when wanted_at is not null then 'wanted' end,
		'shows ' || right(object_name, 1), 'bad {' || array_to_string(bad_attempts, ',') || '}', case when look_at is null then 'done' end)
	from public.dossier_files where file_id = tests.id(number)
$$;

select tests.as_anon();
select public.open_submission(jsonb_build_object(
	'protocol', 1, 'id', tests.id(1), 'secretHash', encode(sha256(convert_to('secret', 'UTF8')), 'hex'),
	'files', (select jsonb_agg(jsonb_build_object('fileId', tests.id(number), 'requirementId', 'giay', 'sha256', repeat('c', 64), 'size', 1000, 'type', 'image/jpeg'))
		from generate_series(11, 13) as number),
	'payload', jsonb_build_object('procedureCode', '1.001193', 'agencyCode', 'H99.01', 'answers', '{}'::jsonb, 'form', '{}'::jsonb,
		'subject', 'Nguyễn An', 'contentHash', repeat('a', 64),
		'papers', jsonb_build_array(jsonb_build_object('requirementId', 'giay', 'state', 'ready', 'files', array[tests.id(11), tests.id(12), tests.id(13)])),
		'applicant', '{"fullName": "Nguyễn Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}'::jsonb)
));
select lives_ok(tests.store(number, attempt, bytes), format('attempt %s at %s is stored', attempt, number))
from (values (11, 1, 999), (11, 2, 1000), (12, 1, 1000), (13, 1, 1000)) as attempts (number, attempt, bytes);
select tests.sign_out();
select lives_ok(tests.store(11, 3), 'two uploads at once may both have been admitted');
update app.jobs set run_at = now() + interval '1 minute' where kind = 'verify-files';
select tests.as_anon();
select ok(tests.finalize() ? 'receipt', 'all is there in its size');
select is(tests.files(), '{"verified": 0, "wanted": []}', 'the phone hears that nothing was verified yet');
select tests.sign_out();
select is((select run_at from app.jobs where kind = 'verify-files'), now(), 'the job runs at once');

-- Nobody but the worker -------------------------------------------------------------------------------

select tests.as_anon();
select throws_ok(call, '42501', null, 'anon cannot ' || call) from unnest(array[
	'select app.take_files_to_verify(1)', 'select app.judge_file(tests.id(11), ''[]'')', 'select app.take_orphans(1)',
	'select public.recheck_file(''{"protocol": 1}'')'
]) as call;
select tests.sign_in('receiver@test');
select throws_ok(call, '42501', null, 'a receiver cannot ' || call) from unnest(array[
	'select app.take_files_to_verify(1)', 'select app.judge_file(tests.id(11), ''[]'')', 'select app.take_orphans(1)',
	'select app.look_at_wanted_files(tests.id(1))', 'select app.wake_job(''verify-files'')'
]) as call;
select tests.sign_out();

-- What the worker is given, and what its findings do ------------------------------------------------------

select is(tests.taken(2), '11:23 12:1', 'the worker gets as many as it asks for, with the attempts of the declared size');
select is(tests.taken(), '13:1', 'the next gets the rest');
select is(tests.taken(), '', 'and what was taken is not given twice');
update public.dossier_files set look_at = now() - interval '1 second' where file_id = tests.id(13);
select is(tests.taken(), '13:1', 'unless it was not heard of for ten minutes');
select tests.judge(11, jsonb_build_array(tests.found(2, repeat('d', 64)), tests.found(3, repeat('c', 64))));
select is(tests.state(11), 'verified shows 3 bad {} done', 'the attempt with the declared hash is verified and shown');
select tests.judge(11, jsonb_build_array(tests.found(2, repeat('d', 64))));
select is(tests.state(11), 'verified shows 3 bad {} done', 'what is verified is not judged again');
select tests.judge(12, jsonb_build_array(tests.found(1, repeat('d', 64))));
select is(tests.state(12), 'wanted shows 1 bad {1}', 'none equal: wanted again');
select tests.judge(13, jsonb_build_array(tests.found(1, repeat('c', 64), 'type')));
select is(tests.state(13), 'wanted shows 1 bad {1}', 'the right hash of something that is no photo is not verified either');
select lives_ok(format('select tests.judge(%s, %L)', number, findings), 'no harm: ' || findings) from (values
	(99, '[]'), (12, '[{"attempt": 6, "sha256": "x"}]'), (12, '[{"attempt": null}]'), (12, '[{}]')
) as cases (number, findings);
select is(tests.state(12), 'wanted shows 1 bad {1}', 'an attempt that cannot be counts for nothing');

-- Sending again ---------------------------------------------------------------------------------------

select tests.as_anon();
select is(tests.files(), jsonb_build_object('verified', 1, 'wanted', jsonb_build_array(tests.id(12), tests.id(13))), 'the phone hears which to send again');
select is(
	public.lookup_dossier(jsonb_build_object('protocol', 1, 'code', answer #>> '{receipt,reference}', 'lookupCode', answer #>> '{receipt,lookupCode}')) #> '{progress,files}',
	null, 'the public lookup says nothing of files'
) from tests.finalize() as answer;
select throws_ok(tests.store(number, attempt), status, null, about) from (values
	(11, 4, '42501', 'a verified file takes no more attempts'), (12, 1, '23505', 'a stored attempt keeps its bytes'),
	(12, 6, '42501', 'there is no sixth'), (14, 1, '42501', 'what was never declared is not wanted')
) as attempts (number, attempt, status, about);
select lives_ok(tests.store(12, 2), 'a wanted file takes the next');
select is(tests.files() -> 'wanted', jsonb_build_array(tests.id(13)), 'and is not asked for once more before somebody has looked at it');
select tests.sign_out();
update public.dossier_files set look_at = now() + interval '1 hour' where wanted_at is not null;
update app.jobs set run_at = now() + interval '1 minute' where kind = 'verify-files';
select is(tests.taken(), '', 'by itself the worker would look later');
select tests.as_anon();
select ok(tests.finalize() ? 'receipt', 'the phone asks for its receipt once more');
select tests.sign_out();
select is((select run_at from app.jobs where kind = 'verify-files'), now(), 'that wakes the worker');
select is(tests.taken(), '12:2', 'which looks at the new attempt only');
select is(tests.state(13), 'wanted shows 1 bad {1}', 'nothing new at the other: it goes on waiting');
select is(
	(select look_at from public.dossier_files where file_id = tests.id(13)), now() + interval '1 hour', 'in its own time'
);
select tests.judge(12, jsonb_build_array(tests.found(2, null)));
select is(tests.state(12), 'wanted shows 1 bad {1}', 'an attempt without bytes is not bad yet');
update public.dossier_files set look_at = now() where wanted_at is not null;
select is(tests.taken(), '12:2', 'it is looked at again');
select tests.judge(12, jsonb_build_array(tests.found(2, repeat('c', 64))));
select is(tests.state(12), 'verified shows 2 bad {1} done', 'now it is right');
select tests.as_anon();
select throws_ok(tests.store(12, 3), '42501', null, 'and takes no more');
select lives_ok(tests.store(13, 2), 'the other is sent again');
select tests.sign_out();
select lives_ok(tests.store(13, attempt), 'and again') from generate_series(3, 5) as attempt;
update public.dossier_files set wanted_at = now() - interval '3 hours', look_at = now() where file_id = tests.id(13);
select is(tests.taken(), '13:2345', 'all new attempts are looked at');
select tests.judge(13, (select jsonb_agg(tests.found(attempt, repeat('d', 64))) from generate_series(2, 4) as attempt));
select is(
	(select look_at from public.dossier_files where file_id = tests.id(13)), now() + interval '18 minutes', 'who waits long is looked at less often'
);
select tests.judge(13, jsonb_build_array(tests.found(5, repeat('d', 64))));
select is(tests.state(13), 'wanted shows 1 bad {1,2,3,4,5} done', 'after five bad attempts the desk sees it, and nobody looks any more');
select is(app.next_look(now() - interval '90 days'), now() + interval '1 hour', 'no pause is longer than an hour');

-- A second look ---------------------------------------------------------------------------------------

create function tests.recheck(account text, number int) returns text language plpgsql as $$
begin
	if account = 'nobody' then
		perform tests.as_nobody();
	else
		perform tests.sign_in(account || '@test');
	end if;
	perform public.recheck_file(jsonb_build_object('protocol', 1, 'fileId', tests.id(number)));
	perform tests.sign_out();
	return 'asked';
exception when sqlstate 'PT404' then
	perform tests.sign_out();
	return sqlerrm;
end
$$;
select is(tests.recheck(account, 11), 'file-unknown', account || ' cannot ask about a dossier at the desk') from unnest(array[
	'officer', 'approver', 'neighbour', 'editor', 'admin', 'elsewhere', 'suspended', 'applicant', 'nobody'
]) as account;
select is(tests.recheck('receiver', 99), 'file-unknown', 'an unknown file looks the same');
select is(tests.state(11), 'verified shows 3 bad {} done', 'nothing has changed');
select is(tests.recheck('receiver', 11), 'asked', 'a receiver asks');
select is(tests.state(11), 'shows 3 bad {}', 'and it is no longer verified');
select is(tests.recheck('leader', 11), 'asked', 'a leader asks too: the same look');
update public.dossiers set department_id = departments.id from public.departments where departments.name = 'Kinh tế';
select is(tests.recheck(account, 12), answer, account || ' about one of the department: ' || answer) from (values
	('officer', 'asked'), ('approver', 'asked'), ('neighbour', 'file-unknown'), ('editor', 'file-unknown')
) as cases (account, answer);
select is(tests.taken(), '11:23 12:12', 'all stored attempts are hashed once more');
select tests.judge(11, jsonb_build_array(tests.found(2, repeat('c', 64)), tests.found(3, repeat('c', 64))));
select is(tests.state(11), 'verified shows 3 bad {} done', 'what is right is verified again');

-- What staff are told -----------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select is(
	public.staff_dossier(jsonb_build_object('protocol', 1, 'dossierId', tests.id(1))) -> 'files' -> 0,
	jsonb_build_object('fileId', tests.id(11), 'requirementId', 'giay', 'type', 'image/jpeg', 'size', 1000, 'sha256', repeat('c', 64),
		'objectName', tests.folder(11) || '/3', 'verifiedAt', now(), 'wanted', false), 'the desk gets every file with its object'
);
select is(
	jsonb_path_query_array(public.staff_dossier(jsonb_build_object('protocol', 1, 'dossierId', tests.id(1))), '$.files[*].wanted'),
	'[false, false, true]', 'and which are wanted'
);
select is_empty('select 1 from storage.objects', 'it opens none without a line that says so');
select public.open_file(jsonb_build_object('protocol', 1, 'fileId', tests.id(file))) from unnest(array[11, 12, 13]) as file;
select results_eq('select right(name, 4) from storage.objects order by name', array['11/3', '12/2', '13/1'], 'with one it opens the shown attempts, no others');
select tests.sign_out();

select * from finish();
rollback;
