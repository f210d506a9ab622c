-- Files: a phone stores only what its open submission declared; nobody overwrites; staff read what they may.
begin;
select plan(36);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "channels": []}', repeat('a', 64)
);
insert into public.agencies (code, name, receives) values ('H99.02', 'Trung tâm xã bên', true);
select tests.add_staff('receiver@test', agencies.id, null, 'receiver'),
	tests.add_staff('editor@test', agencies.id, null, 'editor'),
	tests.add_staff('officer@test', agencies.id, departments.id, 'officer')
from public.agencies join public.departments on departments.agency_id = agencies.id and departments.name = 'Kinh tế'
where agencies.code = 'H99.01';
select tests.add_staff('elsewhere@test', agencies.id, null, 'receiver') from public.agencies where code = 'H99.02';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.name(submission int, file int, attempt text) returns text language sql as $$
	select tests.id(submission) || '/' || tests.id(file) || '/' || attempt
$$;
create function tests.file(number int, bytes int) returns jsonb language sql as $$
	select jsonb_build_object('fileId', tests.id(number), 'requirementId', 'giay', 'sha256', repeat('c', 64), 'size', bytes, 'type', 'image/jpeg')
$$;
create function tests.open(number int, variadic files jsonb[]) returns jsonb language sql as $$
	select public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('secret', 'UTF8')), 'hex'), 'files', to_jsonb(files),
		'payload', '{"procedureCode": "1.001193", "agencyCode": "H99.01", "answers": {}, "form": {}, "subject": "Nguyễn An",
			"applicant": {"fullName": "Nguyễn Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}}'::jsonb
			|| jsonb_build_object('contentHash', repeat('a', 64), 'papers', jsonb_build_array(jsonb_build_object(
				'requirementId', 'giay', 'state', 'ready', 'files', (select jsonb_agg(file -> 'fileId') from unnest(files) as file))))
	))
$$;
create function tests.finalize(number int) returns jsonb language sql as $$
	select public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 'secret'))
$$;
create function tests.upload(name text, bytes text, bucket text default 'dossier-files') returns text language sql as $$
	select format($q$insert into storage.objects (bucket_id, name, metadata) values (%L, %L, jsonb_build_object('size', %L::jsonb))$q$, bucket, name, bytes)
$$;

select tests.as_anon();
select is(
	tests.open(1, tests.file(11, 1000), tests.file(12, 2000)) -> 'missing', jsonb_build_array(tests.id(11), tests.id(12)),
	'declared files are missing first'
);
select throws_ok(
	'select tests.open(1, tests.file(11, 1000))', 'PT409', 'submission-differs', 'a replay that declares fewer files differs'
);
select throws_ok(
	$$select tests.open(1, tests.file(11, 1000), tests.file(12, 2000) || '{"type": "image/png"}')$$, 'PT409', 'submission-differs',
	'a replay that declares another type differs'
);
select throws_ok(
	$$select tests.open(1, tests.file(11, 1000), tests.file(12, 2000) || '{"requirementId": "khac"}')$$, 'PT409', 'submission-differs',
	'a replay that declares another paper differs'
);
select throws_ok(
	'select tests.open(2, tests.file(11, 1000))', 'PT409', 'submission-differs', 'a file id of another submission is refused'
);
select is(
	tests.finalize(1), jsonb_build_object('missing', jsonb_build_array(tests.id(11), tests.id(12))),
	'finalize names what is missing and makes no dossier'
);

-- Who may store what ----------------------------------------------------------------------------------

select throws_ok(tests.upload(name, '1'), '42501', null, 'a phone cannot store ' || about) from (values
	(tests.name(1, 11, '0'), 'attempt 0'), (tests.name(1, 11, '6'), 'attempt 6'), (tests.name(1, 11, '1/x'), 'below a name'),
	(tests.name(1, 13, '1'), 'an undeclared file'), (tests.name(2, 11, '1'), 'into another submission'),
	(upper(tests.id(1)::text) || '/' || tests.id(11) || '/1', 'a name in other letters'),
	('x', 'any name'), ('//', 'an empty name')
) as names (name, about);
select throws_ok(tests.upload(tests.name(1, 11, '1'), '1', null), '42501', null, 'nor into no bucket');
select lives_ok(tests.upload(tests.name(1, 11, '1'), '999'), 'a phone stores a declared file');
select throws_ok(tests.upload(tests.name(1, 11, '1'), '1000'), '23505', null, 'the same name is not stored twice');
select is_empty('select 1 from storage.objects', 'a phone reads no stored file');
select is(tests.finalize(1) -> 'missing', jsonb_build_array(tests.id(11), tests.id(12)), 'a file of another size is still missing');
select lives_ok(tests.upload(tests.name(1, 11, '2'), '1000'), 'the next attempt is stored');
select is(tests.finalize(1) -> 'missing', jsonb_build_array(tests.id(12)), 'any attempt of the declared size counts');
select lives_ok(tests.upload(tests.name(1, 12, '4'), '"odd"'), 'a store that notes an odd size');
select is(tests.finalize(1) -> 'missing', jsonb_build_array(tests.id(12)), 'is no error, only missing');
select lives_ok(tests.upload(tests.name(1, 12, '5'), '2000'), 'a signed-in citizen could store the last');
select is(
	tests.open(1, tests.file(11, 1000), tests.file(12, 2000)) -> 'missing', '[]', 'opening again says nothing is missing'
);
select ok(tests.finalize(1) ? 'receipt', 'now there is a receipt');
select throws_ok(tests.upload(tests.name(1, 11, '3'), '1000'), '42501', null, 'after the receipt nothing more is stored');
select tests.sign_out();
select results_eq(
	'select object_name from public.dossier_files order by file_id',
	array[tests.name(1, 11, '2'), tests.name(1, 12, '5')], 'the dossier names the attempts that fit'
);

-- Who reads and who changes ---------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select is_empty('select 1 from storage.objects', 'a receiver opens no file without a line that says so');
select public.open_file(jsonb_build_object('protocol', 1, 'fileId', file_id)) from public.dossier_files;
select results_eq(
	'select name from storage.objects order by name', array[tests.name(1, 11, '2'), tests.name(1, 12, '5')],
	'with one the files of a dossier, not other attempts'
);
select is((select count(*) from public.dossier_files), 2::bigint, 'and reads their list');
update storage.objects set name = 'x';
delete from storage.objects;
select tests.sign_out();
select is((select count(*) from storage.objects), 4::bigint, 'nobody changes or deletes a stored file');
create function tests.files_read_by(account text) returns bigint language plpgsql as $$
declare
	seen bigint;
begin
	perform tests.sign_in(account);
	select count(*) into seen from (select name from storage.objects union all select object_name from public.dossier_files) as files;
	perform tests.sign_out();
	return seen;
end
$$;
select is(tests.files_read_by(account), 0::bigint, account || ' reads no file of it')
from unnest(array['editor@test', 'officer@test', 'elsewhere@test']) as account;
update public.staff set active = false where full_name = 'receiver@test';
select is(tests.files_read_by('receiver@test'), 0::bigint, 'a suspended receiver reads none');

select * from finish();
rollback;
