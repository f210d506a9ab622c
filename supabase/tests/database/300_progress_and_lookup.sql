-- What a citizen sees: progress only, by (id, secret) or by code and lookup code; guessing is slowed down.
begin;
select plan(46);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "clock": {"supplement": "restart"},
	"channels": [{"kind": "online", "limit": null}]}', repeat('a', 64)
);
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
select tests.add_staff('receiver@test', agencies.id, null, 'receiver') from public.agencies where code = 'H99.01';
create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.submit(number int) returns jsonb language plpgsql as $$
begin
	perform public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('secret-' || number, 'UTF8')), 'hex'),
		'payload', '{"procedureCode": "1.001193", "answers": {}, "form": {}, "subject": "Nguyễn Văn An", "papers": [],
			"applicant": {"fullName": "Trần Thị Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung",
				"email": "binh@thu.test"}}'::jsonb || jsonb_build_object('contentHash', repeat('a', 64))
	));
	return public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 'secret-' || number)) -> 'receipt';
end
$$;
create function tests.progress(number int, secret text) returns jsonb language sql as $$
	select public.dossier_progress(jsonb_build_object(
		'protocol', 1, 'dossiers', jsonb_build_array(jsonb_build_object('id', tests.id(number), 'secret', secret))
	)) -> 'dossiers'
$$;
create function tests.lookup(code text, lookup_code text) returns jsonb language sql as $$
	select public.lookup_dossier(jsonb_build_object('protocol', 1, 'code', code, 'lookupCode', lookup_code))
$$;
create temp table receipts as
select number, tests.submit(number) as receipt from generate_series(1, 3) as number;
grant select on receipts to anon, authenticated;
create function tests.reference(of_number int) returns text language sql as $$
	select receipt ->> 'reference' from pg_temp.receipts where number = of_number
$$;
create function tests.lookup_code(of_number int) returns text language sql as $$
	select receipt ->> 'lookupCode' from pg_temp.receipts where number = of_number
$$;
-- Codes full of what is misread: dossier 4 is DK-0A1B-10C1 with the lookup code 10AB01CD.
select tests.submit(4);
update public.dossiers set reference = 'DK-0A1B-10C1' where id = tests.id(4);
insert into app.lookup_codes (dossier_id, code_hash) values (tests.id(4), app.hash_text('10AB01CD'));
-- The receipt slip of dossier 3, through the desk.
select tests.sign_in('receiver@test');
select public.receive_dossier(jsonb_build_object(
	'protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(3), 'expectedVersion', 1, 'papers', '[]'::jsonb,
	'departmentId', (select id from public.departments where name = 'Kinh tế'),
	'dueDate', tests.working_day(9), 'dueBasis', 'Luật'
));
select tests.sign_out();
create temp table slips as select snapshot ->> 'code' as code, snapshot ->> 'lookupCode' as lookup_code from public.slips;
grant select on slips to anon;

-- By id and secret ------------------------------------------------------------------------------------

select tests.as_anon();
select is(tests.progress(1, 'secret-1') #> '{0,progress,status}', '1', 'the phone that filed sees its progress');
select is(tests.progress(1, 'secret-1') #>> '{0,progress,reference}', tests.reference(1), 'under its reference');
select is(jsonb_array_length(tests.progress(3, 'secret-3') #> '{0,progress,steps}'), 2, 'with every step taken');
select is(tests.progress(1, 'secret-2'), '[]', 'another secret opens nothing');
select is(tests.progress(9, 'secret-9'), '[]', 'an unknown id looks the same');
select is(public.dossier_progress('{"protocol": 1, "dossiers": [1, null, "x", {}, {"id": 5}, []]}'), '{"dossiers": []}', 'nonsense opens nothing');
select throws_ok('select public.dossier_progress(''{"protocol": 1}'')', 'PT400', 'request-malformed', 'a list is needed');
select throws_ok(
	$$select public.dossier_progress(jsonb_build_object('protocol', 1, 'dossiers', (select jsonb_agg(1) from generate_series(1, 51))))$$,
	'PT400', 'request-malformed', 'of at most 50'
);
select throws_ok('select public.dossier_progress(''{"dossiers": []}'')', 'PT426', 'protocol-version', 'in this protocol');
select throws_ok(
	$$select tests.progress(1, repeat('x', 129))$$, 'PT400', 'text-too-long', 'a secret is no novel'
);
select tests.sign_out();
select tests.as_anon();
select results_eq(
	$$select key from jsonb_each(tests.progress(3, 'secret-3') #> '{0,progress}') order by key collate "C"$$,
	array['code', 'dueAt', 'dueDate', 'files', 'finishedAt', 'firstDueDate', 'office', 'own', 'receivedAt', 'reference', 'returnedAt', 'status',
		'steps', 'submittedAt'],
	'progress says when and where, never who or what'
);
select results_eq(
	$$select distinct jsonb_object_keys(step) from jsonb_array_elements(tests.progress(3, 'secret-3') #> '{0,progress,steps}') as step order by 1$$,
	array['at', 'status'], 'a step is a status and a moment'
);
select unalike(tests.progress(3, 'secret-3')::text, pattern, 'progress never says ' || pattern)
from unnest(array['%Bình%', '%Nguyễn%', '%0912345678%', '%001188012345%', '%binh@thu%', '%Khai sinh%', '%1.001193%', '%receiver@test%'])
	as pattern;
-- Who handles it is told to the phone that filed, in a notice (TT 01/2018 Đ16.2d: status down to the department once authenticated).
select unalike((tests.progress(3, 'secret-3') #- '{0,progress,own,notices}')::text, '%Kinh tế%', 'nor which department, but in its notices');

-- By code and lookup code -----------------------------------------------------------------------------

select is(
	tests.lookup(tests.reference(1), tests.lookup_code(1)) -> 'progress', (tests.progress(1, 'secret-1') #> '{0,progress}') - 'files' - 'own',
	'the two codes of the receipt show the same progress, without the files and what was asked for'
);
select is(
	tests.lookup(code, lookup_code) #>> '{progress,code}', code, 'so do the two codes of the slip'
) from slips;
select is(tests.lookup(code, tests.lookup_code(3)) -> 'found', 'true', 'the receipt''s lookup code stays good') from slips;
select is(tests.lookup(' dk oa1b ioCL ', 'l0-ab o1-cd') -> 'found', 'true', 'small letters, o for 0, i or l for 1, other spaces: all found');
select is(tests.lookup(tests.reference(1), tests.lookup_code(2)), '{"found": false}', 'a lookup code of another dossier is a miss');
select is(tests.lookup(tests.reference(1), 'x'), '{"found": false}', 'a wrong lookup code is a miss');
select is(tests.lookup('H99', tests.lookup_code(1)), '{"found": false}', 'an unknown code is the same miss');
select is(tests.lookup(null, null), '{"found": false}', 'nothing is the same miss');
select throws_ok('select tests.lookup(repeat(''x'', 61), ''x'')', 'PT400', 'text-too-long', 'a code is no novel');
select throws_ok('select public.lookup_dossier(''{"code": "x"}'')', 'PT426', 'protocol-version', 'another protocol is told so');

-- Throttle --------------------------------------------------------------------------------------------

select tests.sign_out();
delete from app.lookup_attempts;
create function tests.miss(times int, code text default null) returns bigint language sql as $$
	select count(*) from generate_series(1, times) as number where tests.lookup(coalesce(code, 'X' || number), 'x') = '{"found": false}'
$$;
select tests.as_anon();
select tests.set_address('203.0.113.1');
select is(
	tests.miss(200), 200::bigint, 'two hundred misses an hour from one address are answered: many people share it'
);
select throws_ok('select tests.lookup(''X201'', ''x'')', 'PT429', 'too-many-lookups', 'the next is not');
select throws_ok(
	'select tests.lookup(tests.reference(1), tests.lookup_code(1))', 'PT429', 'too-many-lookups', 'not even the right one'
);
select tests.set_address('203.0.113.2, 203.0.113.1');
select is(tests.lookup(tests.reference(1), tests.lookup_code(1)) -> 'found', 'true', 'another address is not held');
select is(tests.miss(50, tests.reference(1)), 50::bigint, 'fifty misses about one code from here');
select tests.set_address('203.0.113.3');
select is(tests.miss(50, lower(tests.reference(1))), 50::bigint, 'fifty more from elsewhere, typed otherwise');
select tests.set_address('203.0.113.4');
select throws_ok(
	'select tests.lookup(tests.reference(1), tests.lookup_code(1))', 'PT429', 'too-many-lookups', 'and the code is held for everybody'
);
select is(tests.lookup(tests.reference(2), tests.lookup_code(2)) -> 'found', 'true', 'other codes are not');
select tests.set_address('203.0.113.1');
select tests.sign_in('receiver@test');
select is(tests.lookup(tests.reference(2), tests.lookup_code(2)) -> 'found', 'true', 'the address never holds staff');
select tests.set_address('203.0.113.5');
select is(tests.miss(200), 200::bigint, 'a desk that looks up much');
select tests.as_anon();
select is(
	tests.lookup(tests.reference(2), tests.lookup_code(2)) -> 'found', 'true', 'never holds the citizens behind the same address'
);
select tests.sign_out();
select is_empty(
	'select 1 from app.lookup_attempts where address_hash !~ ''^[0-9a-f]{64}$'' or code_hash !~ ''^[0-9a-f]{64}$''',
	'misses are kept as hashes'
);
update app.lookup_attempts set at = now() - interval '61 minutes';
select tests.as_anon();
select is(tests.lookup(tests.reference(1), tests.lookup_code(1)) -> 'found', 'true', 'after an hour it opens again');
select tests.sign_out();
update app.lookup_attempts set at = now() - interval '49 hours' where address_hash = app.hash_text('203.0.113.1');
select is(app.purge_lookup_attempts(), 200, 'after two days the misses are purged');
select is((select count(*) from app.lookup_attempts), 300::bigint, 'and only those');

select * from finish();
rollback;
