-- The survey: a code on each slip, one answer for a code, nothing that leads back to anybody.
begin;
select plan(52);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "clock": {"supplement": "restart"},
	"channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 3}}]}', repeat('a', 64)
);
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
select tests.add_staff('receiver@test', agencies.id, null, 'receiver'), tests.add_staff('leader@test', agencies.id, null, 'leader')
from public.agencies where code = 'H99.01';
create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
select public.open_submission(jsonb_build_object(
	'protocol', 1, 'id', tests.id(number), 'secretHash', app.hash_text('secret-' || number),
	'payload', '{"procedureCode": "1.001193", "answers": {}, "form": {}, "subject": "Nguyễn Văn An", "papers": [],
		"applicant": {"fullName": "Trần Thị Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}}'::jsonb
		|| jsonb_build_object('contentHash', repeat('a', 64))
)), public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 'secret-' || number))
from generate_series(1, 6) as number;
create function tests.receive(number int, version int default 1) returns jsonb language sql as $$
	select public.receive_dossier(jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', version, 'papers', '[]'::jsonb, 'departmentId', (select id from public.departments where name = 'Kinh tế')))
$$;
select tests.sign_in('receiver@test');
select tests.receive(number) from generate_series(1, 4) as number;
select public.request_supplement(jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(5), 'expectedVersion', 1,
	'until', tests.working_day(9), 'lines', '[{"id": "l1", "requirementId": null, "name": "Giấy", "verdict": "missing", "reason": "Chưa thấy giấy này",
		"originals": 1, "certified": 0, "copies": 0}]'::jsonb));
select public.refuse_dossier(jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(6), 'expectedVersion', 1,
	'reason', 'Không thuộc xã này', 'papersBack', false));
select tests.sign_out();
create temp table codes as
select dossier_id, form, snapshot ->> 'surveyCode' as code from public.slips;
grant select on codes to anon, authenticated;
create function tests.code(number int) returns text language sql as $$ select code from pg_temp.codes where dossier_id = tests.id(number) $$;
create function tests.ask(code text) returns jsonb language sql as $$
	select public.open_survey(jsonb_build_object('protocol', 1, 'code', code))
$$;
create function tests.send(id int, code text, more jsonb default '{}') returns jsonb language sql as $$
	select public.send_survey(jsonb_build_object('protocol', 1, 'id', tests.id(id), 'code', code, 'version', 1,
		'answers', '{"overall": "satisfied", "attitude": "good"}'::jsonb) || more)
$$;
create function tests.own(number int, secret text) returns jsonb language sql as $$
	select public.dossier_survey(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', secret))
$$;

-- On the slip -----------------------------------------------------------------------------------------

select results_eq('select form, count(*)::int from codes where code ~ ''^[0-9A-HJKMNP-TV-Z]{8}$'' group by form order by form',
	$$values ('01', 4), ('02', 1), ('03', 1)$$, 'every slip of form 01, 02 and 03 has a code of eight letters that cannot be mixed up');
select is((select count(distinct code) from codes), 6::bigint, 'each its own');
select is((select count(*) from app.survey_codes where code_hash in (select app.hash_text(code) from codes)), 6::bigint, 'of which the hash is kept');
select is_empty('select 1 from app.survey_codes as kept join codes on to_jsonb(kept)::text like ''%'' || code || ''%''', 'and only that');
select results_eq('select form, field_code, channel::int, expires_on - app.today() from app.survey_codes where code_hash = app.hash_text(tests.code(1))',
	$$values ('01', 'ho-tich', 2, 180)$$, 'with what it is about, for 180 days');
select is((select name from app.survey_codes join public.departments on departments.id = department_id where code_hash = app.hash_text(tests.code(1))),
	'Kinh tế', 'and the department it went to');
insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
select dossier_id, agency_id, form, '99991/2026', issued_by, snapshot || '{"surveyCode": "FORGED00"}' from public.slips where dossier_id = tests.id(4) and form = '01';
select is((select snapshot ->> 'surveyCode' from public.slips where number = '99991/2026'), tests.code(4), 'a receipt issued again keeps the code of the first');
insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
select tests.id(6), agency_id, form, '99992/2026', issued_by, snapshot || '{"blank": true}' from public.slips where dossier_id = tests.id(4) and form = '01' limit 1;
select is((select snapshot ? 'surveyCode' from public.slips where number = '99992/2026'), false, 'a blank that was filled in by hand has none');
insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
select dossier_id, agency_id, '04', '99993/2026', issued_by, snapshot - 'surveyCode' from public.slips where dossier_id = tests.id(4) and form = '01' limit 1;
select is((select snapshot ? 'surveyCode' from public.slips where number = '99993/2026'), false, 'other forms neither');
select is((select count(*) from app.survey_codes), 6::bigint, 'and no code was made for them');

-- Answering -------------------------------------------------------------------------------------------

select tests.as_anon();
select is(tests.ask(tests.code(1)), '{"found": true, "version": 1, "online": true, "office": "Trung tâm Phục vụ hành chính công xã Bến Đò (dùng thử)"}',
	'a code opens the form, and says no name and no procedure');
select is(tests.ask(lower(left(tests.code(1), 4)) || ' ' || right(tests.code(1), 4)) -> 'found', 'true', 'typed small and in two pieces as well');
select is(tests.ask('WRONG000'), '{"found": false}', 'a wrong one does not');
select is(tests.ask(null), '{"found": false}', 'nor none');
select throws_ok($$select tests.send(901, tests.code(1), '{"answers": {"attitude": "good"}}')$$, 'PT400', 'survey-malformed', 'the overall question is needed');
select throws_ok($$select tests.send(901, tests.code(1), '{"answers": {"overall": "fine"}}')$$, 'PT400', 'survey-malformed', 'an answer is one of those offered');
select throws_ok($$select tests.send(901, tests.code(1), '{"answers": {"overall": "satisfied", "name": "x"}}')$$, 'PT400', 'survey-malformed', 'to a question that is asked');
select throws_ok($$select tests.send(901, tests.code(1), '{"answers": []}')$$, 'PT400', 'survey-malformed', 'answers are an object');
select throws_ok($$select tests.send(901, tests.code(1), '{"version": 2}')$$, 'PT400', 'survey-version', 'of a form that exists');
select throws_ok($$select tests.send(901, tests.code(1), jsonb_build_object('comment', repeat('x', 1001)))$$, 'PT400', 'text-too-long', 'a remark has an end');
select throws_ok($$select public.send_survey('{"id": "x"}')$$, 'PT426', 'protocol-version', 'in this protocol');
select is(tests.send(901, 'WRONG000'), '{"taken": false}', 'a wrong code is not taken');
select is(tests.send(901, tests.code(1), '{"comment": "Chờ hơi lâu"}'), '{"taken": true}', 'a right one is');
select is(tests.send(901, tests.code(1), '{"comment": "Chờ hơi lâu"}'), '{"taken": true}', 'sent again it is taken again');
select is(tests.send(902, tests.code(1)), '{"taken": false}', 'another answer to the same code is not');
select is(tests.ask(tests.code(1)), '{"found": false}', 'an answered code looks like a wrong one');
select tests.sign_in('leader@test');
select throws_ok('select tests.send(903, tests.code(2))', 'PT403', 'survey-staff', 'who is signed in as staff answers for nobody');
select tests.sign_out();
select results_eq('select form, channel::int, overall, answers, comment, month from app.survey_answers',
	$$values ('01', 2, 'satisfied', '{"attitude": "good"}'::jsonb, 'Chờ hơi lâu', null::date)$$, 'the answer is there once and waits');
select columns_are('app', 'survey_answers', array['id', 'agency_id', 'department_id', 'field_code', 'procedure_code', 'channel', 'form',
	'form_version', 'overall', 'answers', 'comment', 'month'], 'no dossier, no slip, no person, no moment beside it');
select is((select count(*) from app.survey_codes where code_hash = app.hash_text(tests.code(1))), 0::bigint, 'and of its code nothing is left');
select is_empty($$select 1 from app.survey_answers as answer, public.slips, app.lookup_attempts as miss
	where to_jsonb(answer)::text like '%' || (slips.snapshot ->> 'surveyCode') || '%' or to_jsonb(answer)::text like '%' || miss.code_hash || '%'$$,
	'no code and no hash of one stands beside an answer');
update app.survey_codes set expires_on = app.today() - 1 where code_hash = app.hash_text(tests.code(2));
select tests.as_anon();
select is(tests.ask(tests.code(2)), '{"found": false}', 'an old code looks like a wrong one');
select is(tests.send(904, tests.code(2)), '{"taken": false}', 'and is not taken');
select tests.sign_out();
select is(app.purge_survey_codes(), 1, 'the worker purges it');

-- After the result, from the phone ---------------------------------------------------------------------

select tests.as_anon();
select is(tests.own(3, 'secret-3'), '{"code": null}', 'no question before the end');
select is(tests.own(6, 'secret-6') ->> 'code', tests.code(6), 'the refused gets the code of the slip');
select is(tests.own(6, 'secret-5'), '{"code": null}', 'for the right secret only');
select is(tests.own(99, 'secret-6'), '{"code": null}', 'an unknown id looks the same');
select tests.sign_out();
update public.dossiers set status = 10 where id in (tests.id(1), tests.id(3), tests.id(4));
select tests.as_anon();
select is(tests.own(3, 'secret-3') ->> 'code', tests.code(3), 'who has the result gets that of the receipt');
select is(tests.own(1, 'secret-1'), '{"code": null}', 'what was answered is not asked again');
select is(tests.own(4, 'secret-4') ->> 'code', tests.code(4), 'a receipt issued again asks once');

-- Let out by fives, and guesses ---------------------------------------------------------------------------

select is((select array_agg(tests.send(910 + number, tests.code(number)) -> 'taken') from generate_series(3, 5) as number), array['true', 'true', 'true']::jsonb[], 'three more');
select tests.sign_out();
select is((select count(*) from app.survey_answers where month is not null), 0::bigint, 'four are not shown to anybody');
select tests.as_anon();
select is(tests.send(920, tests.code(6), '{"answers": {"overall": "dissatisfied"}}'), '{"taken": true}', 'the refused says so, without a reason');
select tests.sign_out();
select is((select count(*) from app.survey_answers where month = date_trunc('month', app.today())), 5::bigint, 'with the fifth all are let out');
select is((select count(distinct xmin::text) from app.survey_answers), 1::bigint, 'in one go: not even the database says which came when');
delete from app.lookup_attempts;
select tests.as_anon();
select tests.set_address('203.0.113.9');
select is((select count(*) from generate_series(1, 200) as number where tests.ask('X' || number) = '{"found": false}'), 200::bigint, 'two hundred misses from one address are answered');
select throws_ok($$select tests.ask('X201')$$, 'PT429', 'too-many-lookups', 'the next is not');
select throws_ok($$select tests.send(930, 'X201')$$, 'PT429', 'too-many-lookups', 'whichever way it is guessed');
select is(tests.send(920, 'x'), '{"taken": true}', 'what was taken is still answered');
select tests.set_address('203.0.113.10');
select is(tests.ask('X201'), '{"found": false}', 'another address is not held');
select tests.as_nobody();
select is(tests.ask('X202'), '{"found": false}', 'an account of nobody may ask too');
select tests.sign_out();

select * from finish();
rollback;
