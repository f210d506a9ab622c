-- The ways a dossier ends: withdrawn by its applicant, or with a result, also as a file.
begin;
select plan(53);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "clock": {"supplement": "restart"}, "channels": []}', repeat('a', 64));
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'Kinh tế', array['receiver']), ('officer', 'Kinh tế', array['officer']), ('approver', 'Kinh tế', array['approver']),
	('neighbour', 'Tư pháp – Hộ tịch', array['officer', 'approver']), ('leader', 'Kinh tế', array['leader'])
) as people (account, department, roles)
join public.agencies on agencies.code = 'H99.01'
join public.departments on departments.agency_id = agencies.id and departments.name = department;

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.submit(number int) returns jsonb language plpgsql as $$
begin
	perform public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('s', 'UTF8')), 'hex'),
		'payload', '{"answers": {}, "form": {}, "subject": "Nguyễn An", "papers": [], "procedureCode": "1.001193",
			"applicant": {"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}}'::jsonb
			|| jsonb_build_object('contentHash', repeat('a', 64))
	));
	return public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's'));
end
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number))) || more
$$;
create function tests.withdraw(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.withdraw_dossier(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's') || more)
$$;
create function tests.put(number int, status int) returns void language sql security definer as $$
	update public.dossiers set status = put.status, department_id = (select id from public.departments where name = 'Kinh tế') where id = tests.id(number)
$$;
create function tests.history(number int) returns text language sql security definer as $$
	select string_agg(action || '>' || to_status, ' ' order by sequence) from public.dossier_events where dossier_id = tests.id(number)
$$;
select tests.submit(number) from generate_series(1, 13) as number;
select tests.put(number, number) from generate_series(2, 10) as number;

-- Withdrawal ----------------------------------------------------------------------------------------------

select tests.as_anon();
select throws_ok('select tests.withdraw(1, ''{"secret": "t"}'')', 'PT404', 'submission-unknown', 'another secret withdraws nothing');
select throws_ok('select tests.withdraw(99)', 'PT404', 'submission-unknown', 'an unknown dossier looks the same');
select is(tests.withdraw(number), '{"status": 7}', format('asked in status %s', number)) from unnest(array[1, 2, 4, 5, 6]) as number;
select is(tests.withdraw(1), '{"status": 7}', 'asked again: the same');
select is(tests.withdraw(7), '{"status": 7}', 'what is asked already is asked');
select is(tests.withdraw(8), '{"status": 8}', 'what is stopped is stopped');
select throws_ok(format('select tests.withdraw(%s)', number), 'PT409', 'withdraw-too-late', format('too late in status %s', number))
from unnest(array[3, 9, 10]) as number;
select tests.sign_out();
select is(tests.history(1), 'submit>1 withdraw>7', 'once');
select is((select answered_at from public.dossiers where id = tests.id(1)), now(), 'the desk is told');
select tests.sign_in('receiver@test');
select throws_ok('select public.stop_dossier(tests.request(1, ''{"originals": [5]}''))', 'PT400', 'papers-malformed', 'what is given back has names');
select is(public.stop_dossier(tests.request(1, '{"originals": ["Giấy chứng sinh"]}')), '{"status": 8}', 'the desk confirms');
select is(public.withdraw_at_desk(tests.request(11, '{"reason": " Nộp nhầm xã "}')), '{"status": 7}', 'asked at the desk');
select is(public.stop_dossier(tests.request(11)), '{"status": 8}', 'and confirmed');
select tests.sign_out();
select is(tests.history(11), 'submit>1 withdraw>7 stop>8', 'both steps are kept');
select is((select data - 'answer' from public.dossier_events where dossier_id = tests.id(11) and action = 'withdraw'), '{"reason": "Nộp nhầm xã"}', 'with the reason');
select is((select data - 'answer' from public.dossier_events where dossier_id = tests.id(1) and action = 'stop'), '{"originals": ["Giấy chứng sinh"]}', 'and what was given back');
select is((select finished_at from public.dossiers where id = tests.id(1)), null, 'what was withdrawn was never finished, so never on time');

-- A result as a file --------------------------------------------------------------------------------------

select tests.put(number, 4) from generate_series(12, 13) as number;
-- Two parts: 196,608 bytes and one more.
create temp table pdf as select part || rest as bytes, part, rest
from (select convert_to('%PDF-1.7' || e'\n', 'UTF8') || convert_to(repeat('x', 196608 - 9), 'UTF8') as part, '\x0a'::bytea as rest) as made;
grant select on pdf to authenticated, anon;
create function tests.part(place int, more jsonb default '{}', file int default 50) returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'dossierId', tests.id(12), 'fileId', tests.id(file), 'name', 'Giấy khai sinh.pdf', 'type', 'application/pdf',
		'size', octet_length(bytes), 'sha256', encode(sha256(bytes), 'hex'), 'position', place,
		'bytes', translate(encode(case place when 0 then part else rest end, 'base64'), e'\n', '')) || more from pg_temp.pdf
$$;
create function tests.read(place int, more jsonb default '{}') returns jsonb language sql as $$
	select public.result_part(jsonb_build_object('protocol', 1, 'id', tests.id(12), 'secret', 's', 'fileId', tests.id(50), 'position', place) || more)
$$;
select tests.sign_in('neighbour@test');
select throws_ok('select public.store_result_part(tests.part(0))', 'PT404', 'dossier-unknown', 'another department stores nothing');
select tests.sign_in('receiver@test');
select throws_ok('select public.store_result_part(tests.part(0))', 'PT404', 'dossier-unknown', 'nor the counter');
select tests.sign_in('leader@test');
select throws_ok('select public.store_result_part(tests.part(0))', 'PT404', 'dossier-unknown', 'nor the leader');
select tests.sign_in('officer@test');
select throws_ok(format('select public.store_result_part(tests.part(0, %L))', more), status, key, 'refused: ' || about) from (values
	('{"name": " "}', 'PT400', 'result-malformed', 'no name'), ('{"size": 4194305}', 'PT400', 'result-malformed', 'more than 4 MiB'),
	('{"sha256": "x"}', 'PT400', 'result-malformed', 'no hash'), ('{"bytes": "***"}', 'PT400', 'result-malformed', 'bytes that are none'),
	('{"bytes": "AAAA"}', 'PT400', 'result-malformed', 'a part of another length'), ('{"position": -1}', 'PT400', 'result-malformed', 'no place'),
	('{"type": "image/png"}', 'PT400', 'result-type', 'a PDF that says it is a picture'), ('{"type": "text/html"}', 'PT400', 'result-type', 'a page')
) as cases (more, status, key, about);
select throws_ok('select public.store_result_part(tests.part(1))', 'PT409', 'result-incomplete', 'the second part before the first');
select is(public.store_result_part(tests.part(0)), '{"stored": 196608}', 'the first part');
select is(public.store_result_part(tests.part(0)), '{"stored": 196608}', 'sent twice, stored once');
select throws_ok(format('select public.store_result_part(tests.part(0, %L))', jsonb_build_object('sha256', repeat('0', 64))), 'PT409', 'result-differs', 'the same id is the same file');
select tests.sign_in('approver@test');
select throws_ok(format('select public.finish_dossier(tests.request(12, %L))', jsonb_build_object('resultFileId', tests.id(50))), 'PT409', 'result-incomplete', 'half a file is signed by nobody');
select is(public.store_result_part(tests.part(1)), '{"stored": 196609}', 'the second part');
select throws_ok(format('select public.finish_dossier(tests.request(13, %L))', jsonb_build_object('resultFileId', tests.id(50))), 'PT409', 'result-incomplete', 'the file of another dossier');
select tests.as_anon();
select throws_ok('select tests.read(0)', 'PT404', 'result-unknown', 'nobody reads a result before it is signed');
select tests.sign_in('approver@test');
select is(public.finish_dossier(tests.request(12, jsonb_build_object('resultFileId', tests.id(50), 'resultNumber', '12/KS'))), '{"status": 9}', 'signed with the file');
select throws_ok('select public.store_result_part(tests.part(0))', 'PT409', 'result-differs', 'a signed result is not replaced');
select tests.as_anon();
select is((decode(tests.read(0) ->> 'bytes', 'base64') || decode(tests.read(1) ->> 'bytes', 'base64')), bytes, 'the phone gets the same bytes') from pdf;
select throws_ok('select tests.read(0, ''{"secret": "t"}'')', 'PT404', 'submission-unknown', 'another secret does not');
select throws_ok('select tests.read(2)', 'PT404', 'result-unknown', 'there is no third part');
select tests.sign_in('neighbour@test');
select throws_ok(format('select public.staff_result_part(%L)', jsonb_build_object('protocol', 1, 'dossierId', tests.id(12), 'fileId', tests.id(50), 'position', 0)), 'PT404', 'dossier-unknown', 'another department does not');
select tests.sign_in('receiver@test');
select throws_ok(format('select public.staff_result_part(%L)', jsonb_build_object('protocol', 1, 'dossierId', tests.id(12), 'fileId', tests.id(50), 'position', 0)), 'PT403', 'file-unopened', 'nor does who wrote down nothing');
select public.open_file(jsonb_build_object('protocol', 1, 'fileId', tests.id(50)));
select is(public.staff_result_part(jsonb_build_object('protocol', 1, 'dossierId', tests.id(12), 'fileId', tests.id(50), 'position', 0)) ->> 'parts', '2', 'the counter does, to print it');
select is(public.return_result(tests.request(12, '{"recipientName": "Trần Văn Con", "proxy": true, "proxyPaper": "Giấy ủy quyền 20/11/2026", "originals": ["Sổ đỏ"]}')), '{"status": 10}', 'handed to a proxy');
select tests.sign_out();
select is((select data - 'answer' from public.dossier_events where dossier_id = tests.id(12) and action = 'return'),
	'{"recipientName": "Trần Văn Con", "proxy": true, "proxyPaper": "Giấy ủy quyền 20/11/2026", "originals": ["Sổ đỏ"]}', 'with what they showed and got back');
update app.result_files set released_at = null, stored_at = now() - interval '31 days';
select is(app.purge_unused_results(), 1, 'what nobody signed goes after 30 days');

select * from finish();
rollback;
