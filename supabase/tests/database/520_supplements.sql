-- Asking for papers: one slip with all lines, a second one only by the leader, the phone's answer, and the date afterwards.
begin;
select plan(94);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(jsonb_build_object(
	'code', '1.00000' || number, 'field', 'ho-tich', 'title', 'Thủ tục ' || number, 'shortTitle', 'TT' || number,
	'clock', jsonb_build_object('supplement', policy), 'channels', jsonb_build_array(
		jsonb_build_object('kind', 'online', 'limit', time_limit::jsonb))
), repeat(number::text, 64))
from (values (1, 'restart', '{"unit": "working-day", "value": 5}'), (2, 'pause', '{"unit": "working-day", "value": 5}'), (3, 'restart', 'null'))
	as list (number, policy, time_limit);
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', array['receiver']), ('officer', array['officer']), ('leader', array['leader'])
) as people (account, roles)
join public.agencies on agencies.code = 'H99.01'
join public.departments on departments.agency_id = agencies.id and departments.name = 'Kinh tế';
update public.staff set phone = '0388111222' where full_name = 'receiver@test';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.submit(number int, procedure text) returns jsonb language plpgsql as $$
begin
	perform public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('s', 'UTF8')), 'hex'),
		'payload', '{"answers": {}, "form": {}, "subject": "Nguyễn An", "papers": [],
			"applicant": {"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}}'::jsonb
			|| jsonb_build_object('contentHash', repeat('a', 64), 'procedureCode', procedure)
	));
	return public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's'));
end
$$;
create function tests.version(number int) returns int language sql security definer as $$ select version from public.dossiers where id = tests.id(number) $$;
create function tests.line(id text, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('id', id, 'requirementId', 'giay-' || id, 'name', 'Giấy ' || id, 'verdict', 'wrong',
		'reason', 'Ảnh mờ, không đọc được', 'originals', 1, 'certified', 0, 'copies', 2) || more
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number), 'expectedVersion', tests.version(number)) || more
$$;
create function tests.ask(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.request_supplement(tests.request(number, jsonb_build_object('until', tests.working_day(5),
		'lines', jsonb_build_array(tests.line('a'), tests.line('b', '{"verdict": "missing", "requirementId": null}'))) || more))
$$;
create function tests.round_id(number int) returns uuid language sql security definer as $$
	select id from public.supplements where dossier_id = tests.id(number) order by round desc limit 1
$$;
create function tests.progress(number int) returns jsonb language sql as $$
	select public.dossier_progress(jsonb_build_object('protocol', 1, 'dossiers', jsonb_build_array(
		jsonb_build_object('id', tests.id(number), 'secret', 's')))) #> '{dossiers,0,progress}'
$$;
create function tests.file(number int) returns jsonb language sql as $$
	select jsonb_build_object('fileId', tests.id(number), 'requirementId', 'giay-a', 'sha256', repeat('c', 64), 'size', 1000, 'type', 'image/jpeg')
$$;
create function tests.answer(number int, answer int, lines jsonb, files jsonb default '[]', more jsonb default '{}') returns jsonb language sql as $$
	select public.open_answer(jsonb_build_object('protocol', 1, 'id', tests.id(answer), 'dossierId', tests.id(number), 'secret', 's',
		'supplementId', tests.round_id(number), 'lines', lines, 'files', files) || more)
$$;
create function tests.finalize(number int, answer int) returns jsonb language sql as $$
	select public.finalize_answer(jsonb_build_object('protocol', 1, 'id', tests.id(answer), 'dossierId', tests.id(number), 'secret', 's'))
$$;
select tests.submit(number, procedure) from (values (1, '1.000001'), (2, '1.000001'), (3, '1.000002'), (4, '1.000003'), (5, '1.000001'), (6, '1.000001'))
	as list (number, procedure);

-- The slip ----------------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select throws_ok(format('select tests.ask(1, %L)', more), status, key, 'refused: ' || about) from (values
	('{"lines": []}', 'PT400', 'supplement-lines', 'no lines'),
	('{"lines": "x"}', 'PT400', 'supplement-lines', 'lines that are no list'),
	(jsonb_build_object('lines', jsonb_build_array(tests.line('a'), tests.line('a')))::text, 'PT400', 'supplement-lines', 'one line twice'),
	(jsonb_build_object('lines', jsonb_build_array(tests.line('a', '{"verdict": "right"}')))::text, 'PT400', 'supplement-lines', 'a right paper'),
	(jsonb_build_object('lines', jsonb_build_array(tests.line('a', '{"name": " "}')))::text, 'PT400', 'supplement-lines', 'a nameless paper'),
	(jsonb_build_object('lines', jsonb_build_array(tests.line('a', '{"requirementId": 5}')))::text, 'PT400', 'supplement-lines', 'a requirement that is no text'),
	(jsonb_build_object('lines', jsonb_build_array(tests.line('a', '{"copies": "2"}')))::text, 'PT400', 'supplement-lines', 'a count that is a text'),
	(jsonb_build_object('lines', jsonb_build_array(tests.line('a', '{"reason": " "}')))::text, 'PT400', 'supplement-reason', 'a line without a reason'),
	('{"checks": [{"requirementId": "x", "verdict": "perfect"}]}', 'PT400', 'supplement-lines', 'an unknown verdict'),
	('{"until": null}', 'PT400', 'supplement-until', 'no last date'),
	('{"until": "2026-02-30"}', 'PT400', 'supplement-until', 'a date that does not exist'),
	(jsonb_build_object('until', left(app.local_time(now()), 10))::text, 'PT400', 'supplement-until', 'today'),
	(jsonb_build_object('until', (select min(day)::date from generate_series(app.local_time(now())::date + 1, app.local_time(now())::date + 8, interval '1 day') as day
		where extract(isodow from day) = 7))::text, 'PT400', 'supplement-until', 'a Sunday'),
	('{"again": {"reason": "Vì sao"}}', 'PT403', 'role-missing', 'a second slip by a receiver')
) as cases (more, status, key, about);
select tests.sign_in('leader@test');
select throws_ok('select tests.ask(1, ''{"again": {"reason": "Thiếu nữa"}}'')', 'PT409', 'supplement-first', 'refused: a second slip before the first');
select throws_ok('select tests.ask(1)', 'PT403', 'role-missing', 'refused: a first slip by the leader');
select tests.sign_out();
select is_empty('select 1 from public.supplements union all select 1 from public.slips', 'what was refused wrote nothing');
select is((select tests.progress(1) #>> '{own,supplements}'), '[]', 'and the phone knows of nothing');

select tests.sign_in('receiver@test');
create temp table asked as select request, public.request_supplement(request) as answer
from (select tests.request(1, jsonb_build_object('until', tests.working_day(5), 'note', ' Mang cả hai giấy một lần. ',
	'checks', '[{"requirementId": "giay-a", "verdict": "wrong"}, {"requirementId": "giay-c", "verdict": "right"}]'::jsonb,
	'lines', jsonb_build_array(tests.line('a', '{"more": "x"}'), tests.line('b', '{"verdict": "missing", "requirementId": null}')))) as request) as one;
grant select on asked to anon;
select is((select public.request_supplement(request) from asked), (select answer from asked), 'sent twice, asked once');
select tests.sign_out();
select is((select count(*) from public.supplements), 1::bigint, 'one round');
select is((select snapshot - 'lookupCode' - 'surveyCode' - 'agency' from public.slips), jsonb_build_object(
	'form', '02', 'formSet', 'TT 03/2025/TT-VPCP', 'number', answer ->> 'number', 'code', null, 'lookupUrl', '',
	'reference', (select reference from public.dossiers where id = tests.id(1)), 'issuedAt', app.local_time(now()),
	'applicant', '{"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung", "email": ""}'::jsonb,
	'procedure', '{"code": "1.000001", "title": "Thủ tục 1"}'::jsonb, 'subject', 'Nguyễn An', 'subjectAddress', 'Thôn Trung', 'round', 1,
	'lines', jsonb_build_array(tests.line('a') - 'id' - 'requirementId', tests.line('b', '{"verdict": "missing"}') - 'id' - 'requirementId'),
	'note', 'Mang cả hai giấy một lần.', 'until', tests.working_day(5), 'countsLate', false, 'againReason', null,
	'officer', '{"name": "receiver@test", "phone": "0388111222"}'::jsonb
), 'the slip says all of Mẫu 02 and not a field more') from asked;
select is((select answer ->> 'number' from asked), '00001/' || left(app.local_time(now()), 4), 'under a number of its own');
select results_eq(
	format('select status, supplement_rounds, supplement_until, due_date, received_at, version from public.dossiers where id = %L', tests.id(1)),
	format('select 5::smallint, 1, %L::date, null::date, null::timestamptz, 2', tests.working_day(5)), 'the dossier waits, before receipt'
);
select ok((select search_text like '%' || (answer ->> 'number') || '%' from public.dossiers, asked where id = tests.id(1)), 'its number finds the dossier');
select is(
	(select data - 'answer' - 'supplementId' - 'slipId' - 'lines' from public.dossier_events where dossier_id = tests.id(1) and action = 'supplement'),
	jsonb_build_object('until', tests.working_day(5), 'countsLate', false,
		'checks', '[{"requirementId": "giay-a", "verdict": "wrong"}, {"requirementId": "giay-c", "verdict": "right"}]'::jsonb),
	'the history keeps what was found at every paper'
);
select is(
	(tests.progress(1) #> '{own,supplements,0}') - 'id' - 'requestedAt',
	jsonb_build_object('round', 1, 'slipNumber', answer ->> 'number', 'requestedBy', 'receiver@test', 'until', tests.working_day(5),
		'note', 'Mang cả hai giấy một lần.', 'countsLate', false, 'againReason', null, 'answers', '[]'::jsonb, 'replies', '[]'::jsonb, 'closedAt', null, 'outcome', null,
		'lines', jsonb_build_array(tests.line('a'), tests.line('b', '{"verdict": "missing", "requirementId": null}'))),
	'the phone sees each line and why'
) from asked;
select ok(not public.lookup_dossier(jsonb_build_object('protocol', 1, 'code', (select reference from public.dossiers where id = tests.id(1)),
	'lookupCode', (select snapshot ->> 'lookupCode' from public.slips))) -> 'progress' ? 'own', 'the codes on the slip show the progress only');

-- The phone answers ---------------------------------------------------------------------------------------

select tests.as_anon();
select throws_ok(
	format('select tests.answer(1, 101, %L, %L, %L)', lines, files, more), status, key, 'refused: ' || about
) from (values
	('[{"lineId": "z", "kind": "question", "text": "Gì ạ?"}]', '[]', '{}', 'PT400', 'answer-malformed', 'a line nobody asked for'),
	('[{"lineId": "a", "kind": "question"}]', '[]', '{}', 'PT400', 'answer-malformed', 'a question without words'),
	('[{"lineId": "a", "kind": "cannot-get"}]', '[]', '{}', 'PT400', 'answer-malformed', 'no reason'),
	('[{"lineId": "a", "kind": "files"}]', '[]', '{}', 'PT400', 'answer-malformed', 'photographs without any'),
	('[{"lineId": "a", "kind": "question", "text": "Gì ạ?"}, {"lineId": "a", "kind": "question", "text": "Gì ạ?"}]', '[]', '{}', 'PT400', 'answer-malformed', 'a line twice'),
	('[]', '[]', '{}', 'PT400', 'answer-malformed', 'nothing'),
	(format('[{"lineId": "a", "kind": "files", "files": ["%s"]}]', tests.id(11)), '[]', '{}', 'PT400', 'files-malformed', 'a photograph nobody declared'),
	('[{"lineId": "a", "kind": "question", "text": "Gì ạ?"}]', jsonb_build_array(tests.file(11))::text, '{}', 'PT400', 'files-malformed', 'a file no line shows'),
	('[{"lineId": "a", "kind": "question", "text": "Gì ạ?"}]', '[]', '{"secret": "t"}', 'PT404', 'submission-unknown', 'a wrong secret'),
	('[{"lineId": "a", "kind": "question", "text": "Gì ạ?"}]', '[]', jsonb_build_object('dossierId', tests.id(2))::text, 'PT409', 'supplement-closed', 'the round of another dossier'),
	('[{"lineId": "a", "kind": "question", "text": "Gì ạ?"}]', '[]', jsonb_build_object('supplementId', tests.id(77))::text, 'PT409', 'supplement-closed', 'an unknown round')
) as cases (lines, files, more, status, key, about);
create temp table said as select jsonb_build_array(
	jsonb_build_object('lineId', 'a', 'kind', 'files', 'files', jsonb_build_array(tests.id(11))),
	'{"lineId": "b", "kind": "cannot-get", "reason": "cannot-obtain", "text": "Trạm xá không cấp"}'::jsonb) as lines, jsonb_build_array(tests.file(11)) as files;
select is(tests.answer(1, 101, lines, files), jsonb_build_object('id', tests.id(101), 'state', 'open', 'missing', jsonb_build_array(tests.id(11))), 'announced: a photograph is awaited') from said;
select is(tests.answer(1, 101, lines, files) ->> 'state', 'open', 'announced again: the same') from said;
select throws_ok(format('select tests.answer(1, 101, %L)', '[{"lineId": "a", "kind": "question", "text": "Gì ạ?"}]'), 'PT409', 'answer-differs', 'the same id with other content is refused');
select throws_ok(format('select tests.answer(1, 102, %L, %L)', lines, files), 'PT409', 'answer-differs', 'a file belongs to one answer') from said;
select is(tests.finalize(1, 101), jsonb_build_object('missing', jsonb_build_array(tests.id(11))), 'not finished before the photograph is there');
select is(app.upload_is_declared(tests.id(1) || '/' || tests.id(11) || '/1'), true, 'the declared name may be stored');
select is(app.upload_is_declared(tests.id(2) || '/' || tests.id(11) || '/1'), false, 'not under another dossier');
select is(app.upload_is_declared(tests.id(1) || '/' || tests.id(12) || '/1'), false, 'nor another name');
select lives_ok(format($$insert into storage.objects (bucket_id, name, metadata) values ('dossier-files', '%s/%s/1', '{"size": 1000}')$$, tests.id(1), tests.id(11)), 'the phone stores it');
select is(app.upload_is_declared(tests.id(1) || '/' || tests.id(11) || '/2'), false, 'once is enough');
select tests.sign_out();
select is(tests.progress(1) #>> '{own,supplements,0,answers}', '[]', 'what is not finished is told to nobody');
select is(app.is_orphan(tests.id(1) || '/' || tests.id(11) || '/1', now() - interval '2 days'), false, 'no sweep takes it');
select tests.as_anon();
create temp table answered as select tests.finalize(1, 101) as first, tests.finalize(1, 101) as second;
grant select on answered to authenticated;
select is((select first ->> 'answeredAt' is not null and first = second from answered), true, 'finished, and again the same');
select is(tests.answer(1, 101, lines, files) ->> 'state', 'finalized', 'a late announcement hears that it is finished') from said;
select tests.sign_out();
select results_eq(
	format('select status, answered_at, version from public.dossiers where id = %L', tests.id(1)), 'select 5::smallint, now(), 3', 'the desk is told, the status stays'
);
select is((select count(*) from public.dossier_events where dossier_id = tests.id(1) and action = 'answer'), 1::bigint, 'one event of it');
select is((select object_name from public.dossier_files where file_id = tests.id(11)), tests.id(1) || '/' || tests.id(11) || '/1', 'the photograph belongs to the dossier');
select is(tests.progress(1) #> '{own,supplements,0,answers,0,lines}', lines, 'the phone sees what it said') from said;
select is(jsonb_array_length(tests.progress(1) -> 'steps'), 2, 'questions and answers are no steps of the way');
select tests.as_anon();
select is(
	(select count(tests.answer(1, 200 + line, '[{"lineId": "a", "kind": "question", "text": "Gì ạ?"}]')) from generate_series(1, 19) as line), 19::bigint,
	'a person tries a few times'
);
select throws_ok(format('select tests.answer(1, 220, %L)', '[{"lineId": "a", "kind": "question", "text": "Gì ạ?"}]'), 'PT429', 'too-many-submissions', 'not for ever');

-- Reply and receipt ---------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select throws_ok('select public.reply_supplement(tests.request(1, ''{"text": " "}''))', 'PT400', 'reply-text', 'a reply says something');
select is(public.reply_supplement(tests.request(1, '{"text": "Không cần giấy b nữa."}')), '{"status": 5}', 'the desk replies');
select tests.sign_out();
select is((select answered_at from public.dossiers where id = tests.id(1)), null, 'then the answer is no news any more');
select is(tests.progress(1) #>> '{own,supplements,0,replies,0,text}', 'Không cần giấy b nữa.', 'the phone sees the reply');
select tests.sign_in('receiver@test');
select is(public.staff_dossier(jsonb_build_object('protocol', 1, 'dossierId', tests.id(1))) -> 'supplements', tests.progress(1) #> '{own,supplements}', 'both sides see the same rounds');
select ok(public.receive_dossier(tests.request(1, jsonb_build_object('papers', '[]'::jsonb, 'departmentId', (select id from public.departments where name = 'Kinh tế')))) ? 'code', 'received once everything is there');
select tests.as_anon();
select throws_ok(format('select tests.answer(1, 103, %L)', '[{"lineId": "a", "kind": "question", "text": "Gì ạ?"}]'), 'PT409', 'supplement-closed', 'a late answer is told that the desk has moved on');
select throws_ok('select tests.finalize(1, 201)', 'PT409', 'supplement-closed', 'also one that was only announced');
select is(tests.finalize(1, 101) ? 'answeredAt', true, 'and the finished one stays finished');
select tests.sign_out();
select results_eq('select outcome, closed_at, completed_at from public.supplements', 'select ''accepted'', now(), now()', 'the round ended well');
select is(app.is_orphan(tests.id(1) || '/' || tests.id(11) || '/2', now() - interval '2 days'), false, 'an unverified photograph is kept in every attempt');
update public.dossier_files set verified_at = now() where file_id = tests.id(11);
select is(app.is_orphan(tests.id(1) || '/' || tests.id(11) || '/2', now() - interval '2 days'), true, 'after that only the one that is shown');

-- The clock -----------------------------------------------------------------------------------------------

-- Received Monday 2/11/2026 with five working days; asked on Wednesday 4/11, everything there on Tuesday 10/11.
create function tests.work_on(number int, received timestamp) returns void language sql security definer as $$
	update public.dossiers set status = 4, received_at = received at time zone 'Asia/Ho_Chi_Minh', code = 'C-' || number,
		department_id = (select id from public.departments where name = 'Kinh tế'), due_date = received::date + 7, first_due_date = received::date + 7
	where id = tests.id(number)
$$;
create function tests.date_round(number int, round int, asked timestamp, answered timestamp) returns void language sql security definer as $$
	update public.supplements set requested_at = asked at time zone 'Asia/Ho_Chi_Minh' where dossier_id = tests.id(number) and supplements.round = date_round.round;
	insert into public.supplement_answers (id, supplement_id, dossier_id, lines, declared_bytes, finalized_at)
	select gen_random_uuid(), id, dossier_id, '[{"lineId": "a", "kind": "cannot-get", "reason": "cannot-find"}]', 0, answered at time zone 'Asia/Ho_Chi_Minh'
	from public.supplements where dossier_id = tests.id(number) and supplements.round = date_round.round;
$$;
create function tests.resume(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.resume_dossier(tests.request(number, '{"papers": []}'::jsonb || more))
$$;
select tests.work_on(number, '2026-11-02 09:00') from generate_series(2, 4) as number;
select tests.sign_in('officer@test');
select lives_ok(format('select tests.ask(%s)', number), 'an officer asks through the one-stop') from generate_series(2, 4) as number;
select tests.sign_out();
select results_eq(format('select due_date, first_due_date from public.dossiers where id = %L', tests.id(2)), 'values (null::date, date ''2026-11-09'')', 'while it waits there is no date to be late against');
select tests.date_round(number, 1, '2026-11-04 10:00', '2026-11-10 15:30') from generate_series(2, 4) as number;
select tests.sign_in('officer@test');
select is(tests.resume(2), '{"due": null, "dueDate": "2026-11-17"}', 'restart: five working days anew from the day everything was there');
select is(tests.resume(3), '{"due": null, "dueDate": "2026-11-13"}', 'pause: the four working days of waiting are added');
select throws_ok('select tests.resume(4)', 'PT400', 'due-date-needed', 'without a verified limit the officer names the date');
select is(tests.resume(4, jsonb_build_object('dueDate', tests.working_day(9), 'dueBasis', 'Điều 5')) ->> 'dueDate', tests.working_day(9), 'and its law');
select tests.sign_out();
select results_eq(
	format('select status, due_date, first_due_date, supplement_until, answered_at from public.dossiers where id = %L', tests.id(3)),
	'values (4::smallint, date ''2026-11-13'', date ''2026-11-09'', null::date, null::timestamptz)', 'both dates are kept'
);

-- Once more ------------------------------------------------------------------------------------------------

select tests.sign_in('officer@test');
select throws_ok('select tests.ask(2)', 'PT409', 'supplement-again-needed', 'a second time is not the officer''s');
select tests.sign_in('leader@test');
select throws_ok('select tests.ask(2, ''{"again": {"reason": ""}}'')', 'PT400', 'again-reason', 'nor without a reason');
select lives_ok('select tests.ask(2, ''{"again": {"reason": "Giấy b bị sửa"}}'')', 'the leader may, with a reason');
select lives_ok('select tests.ask(2, ''{"again": {"reason": "Ảnh vẫn mờ"}}'')', 'also while the second is open');
select tests.sign_out();
select results_eq(
	format('select round, counts_late, again_reason, outcome, after_receipt from public.supplements where dossier_id = %L order by round', tests.id(2)),
	$$values (1, false, null, 'accepted', true), (2, true, 'Giấy b bị sửa', 'again', true), (3, true, 'Ảnh vẫn mờ', null, true)$$, 'every round is kept'
);
select is((select snapshot -> 'countsLate' from public.slips where dossier_id = tests.id(2) order by number desc limit 1), 'true', 'and the slip says that it counts as late');
select is(tests.progress(2) #> '{own,supplements,2,againReason}', '"Ảnh vẫn mờ"', 'and the phone is told why it is asked again');
select is((select supplement_rounds from public.dossiers where id = tests.id(2)), 3, 'the dossier counts them');

-- The other ends --------------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select lives_ok('select tests.ask(5)', 'asked before receipt');
select throws_ok('select public.refuse_dossier(tests.request(5, ''{"reason": "x"}''))', 'PT400', 'refuse-reason', 'a refusal says why');
select ok(public.refuse_dossier(tests.request(5, '{"reason": "Đất ở xã khác quản lý", "rightPlace": "UBND xã Bến Cát"}')) ? 'slipId', 'refused');
select tests.sign_out();
select is((select jsonb_build_array(snapshot -> 'reason', snapshot -> 'rightPlace', snapshot -> 'papersBack', snapshot -> 'form') from public.slips where dossier_id = tests.id(5) and form = '03'),
	'["Đất ở xã khác quản lý", "UBND xã Bến Cát", false, "03"]', 'the slip says why and where to');
select is(tests.progress(5) #> '{own,refusal}', '{"reason": "Đất ở xã khác quản lý", "rightPlace": "UBND xã Bến Cát"}', 'so does the phone');
select results_eq(format('select outcome from public.supplements where dossier_id = %L', tests.id(5)), array['refused'], 'its round ended so');

select * from finish();
rollback;
