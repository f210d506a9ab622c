-- Asking for papers and the life around it (acceptance cases, §4.7), row by row, in our law: one request by whoever works
-- on it, a second one only by the leader and counted as late; working days; no silent consent, nothing decided by itself.
-- The words of the checks are the rows. Rows that other files prove: the table of ten codes × every action, so accepted
-- twice, accepted when not new, returned twice (500); withdrawn after 10 (530); the slip, its lines and its number, what an
-- answer may be, the clock afterwards (520); stopped after the last day (560); what the phone is told (720); many dossiers in one
-- action (565, 570); which list a dossier stands in (410).
begin;
select plan(56);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "clock": {"supplement": "restart"},
	"channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 5}}]}', repeat('a', 64));
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year on conflict do nothing;
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', array['receiver']), ('officer', array['officer']), ('colleague', array['officer']), ('approver', array['approver']), ('leader', array['leader'])
) as people (account, roles)
join public.agencies on agencies.code = 'H99.01'
join public.departments on departments.agency_id = agencies.id and departments.name = 'Kinh tế';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.submit(number int) returns void language plpgsql as $$
begin
	perform public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('s', 'UTF8')), 'hex'),
		'payload', '{"procedureCode": "1.001193", "answers": {}, "form": {}, "subject": "Vàng Seo Páo", "papers": [],
			"applicant": {"fullName": "Vàng Thị Say", "phone": "0971112223", "citizenId": "010190000111", "address": "Bản Già"}}'::jsonb
			|| jsonb_build_object('contentHash', repeat('a', 64))));
	perform public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's'));
end
$$;
create function tests.row(number int) returns public.dossiers language sql security definer as $$ select * from public.dossiers where id = tests.id(number) $$;
create function tests.staff(account text) returns uuid language sql security definer as $$ select id from public.staff where full_name = account || '@test' $$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number), 'expectedVersion', (tests.row(number)).version) || more
$$;
create function tests.ask(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.request_supplement(tests.request(number, jsonb_build_object('until', tests.working_day(5),
		'checks', '[{"requirementId": "chung-sinh", "verdict": "wrong"}, {"requirementId": "can-cuoc", "verdict": "right"}]'::jsonb, 'lines',
		'[{"id": "a", "requirementId": "chung-sinh", "name": "Giấy chứng sinh", "verdict": "wrong", "reason": "Ảnh loá, không thấy số", "originals": 1, "certified": 0, "copies": 0},
		{"id": "b", "requirementId": null, "name": "Giấy kết hôn", "verdict": "missing", "reason": "Chưa có trong hồ sơ", "originals": 1, "certified": 0, "copies": 1}]'::jsonb) || more))
$$;
create function tests.again(number int) returns jsonb language sql as $$ select tests.ask(number, '{"again": {"reason": "Bản mới vẫn loá"}}') $$;
create function tests.receive(number int) returns jsonb language sql as $$
	select public.receive_dossier(tests.request(number, jsonb_build_object('papers', '[]'::jsonb, 'departmentId', (select id from public.departments where name = 'Kinh tế'))))
$$;
create function tests.resume(number int) returns jsonb language sql as $$ select public.resume_dossier(tests.request(number, '{"papers": []}')) $$;
create function tests.round_id(number int, wanted int default null) returns uuid language sql security definer as $$
	select id from public.supplements where dossier_id = tests.id(number) and round = coalesce(wanted, round) order by round desc limit 1
$$;
create function tests.rounds(number int) returns text language sql security definer as $$
	select string_agg(coalesce(outcome, 'open'), ' ' order by round) from public.supplements where dossier_id = tests.id(number)
$$;
create function tests.answer_with(number int, answer int, more jsonb) returns jsonb language sql as $$
	select public.open_answer(jsonb_build_object('protocol', 1, 'id', tests.id(answer), 'dossierId', tests.id(number), 'secret', 's', 'supplementId', tests.round_id(number),
		'lines', '[{"lineId": "a", "kind": "question", "text": "Nhà tôi mất giấy, làm sao ạ?"}]'::jsonb, 'files', '[]'::jsonb) || more)
$$;
create function tests.answer(number int, answer int) returns void language plpgsql as $$
begin
	perform tests.answer_with(number, answer, '{}');
	perform public.finalize_answer(jsonb_build_object('protocol', 1, 'id', tests.id(answer), 'dossierId', tests.id(number), 'secret', 's'));
end
$$;
-- What the phone that filed is told, and the tag of each round: open while it has no outcome.
create function tests.own(number int) returns jsonb language sql security definer as $$ select app.own_of(tests.id(number)) $$;
create function tests.tags(number int) returns text language sql as $$
	select string_agg(coalesce(one ->> 'outcome', 'open'), ' ' order by position) from jsonb_array_elements(tests.own(number) -> 'supplements') with ordinality as list (one, position)
$$;
create function tests.history(number int) returns text language sql security definer as $$
	select string_agg(action || '>' || to_status, ' ' order by sequence) from public.dossier_events where dossier_id = tests.id(number)
$$;
select tests.submit(number) from generate_series(1, 12) as number;

-- Does it wait for papers? --------------------------------------------------------------------------------

select is((tests.row(1)).lane, 'new', 'without a request it waits for nothing');
select tests.sign_in('receiver@test');
select tests.ask(1);
select tests.receive(number) from unnest(array[2, 3, 4, 5, 6, 7]) as number;
select tests.sign_in('officer@test');
select public.start_dossier(tests.request(number)) from unnest(array[2, 3, 4, 5, 6, 7]) as number;
select tests.ask(2), tests.ask(3);
select tests.sign_out();
select is((tests.row(number)).lane, 'waiting', 'with an open request it does, ' || about) from (values (1, 'new'), (2, 'in processing')) as list (number, about);
select tests.sign_in('officer@test');
select tests.resume(2);
select tests.sign_out();
select is((tests.row(2)).lane, 'working', 'with a closed request it does not');
select tests.sign_in('approver@test');
select public.finish_dossier(tests.request(2));
select tests.sign_out();
select is((tests.row(2)).lane, 'ready', 'nor once it was decided, whatever was asked for before');

-- Who asks, and when ----------------------------------------------------------------------------------------

select is(tests.history(1), 'submit>1 supplement>5', 'asked for while new: it waits, without ever having been received');
select is(tests.history(3), 'submit>1 receive>2 start>4 supplement>5', 'asked for in processing: it is sent back to waiting');
create function tests.ask_as(account text, number int) returns jsonb language plpgsql as $$
begin
	perform tests.sign_in(account || '@test');
	return tests.ask(number);
end
$$;
select throws_ok(format('select tests.ask_as(%L, %s)', account, number), 'PT409', 'status-changed', 'a second request while the first is open is refused the ' || account)
from (values (1, 'receiver'), (3, 'officer')) as list (number, account);
select is(tests.rounds(number), 'open', 'and nothing of it is left at ' || number) from unnest(array[1, 3]) as number;
select tests.sign_in('officer@test');
select tests.resume(3);
select throws_ok('select tests.ask(3)', 'PT409', 'supplement-again-needed', 'a second request after the first was closed is not theirs either');
select tests.sign_in('leader@test');
select lives_ok('select tests.again(3)', 'it is the leader''s');
select is((select one -> 'countsLate' from jsonb_array_elements(tests.own(3) -> 'supplements') with ordinality as list (one, position) where position = 2), 'true', 'and counts as late');
select tests.sign_in('receiver@test');
select throws_ok('select tests.ask(2)', 'PT409', 'status-changed', 'nobody asks once it was decided');
select tests.sign_in('leader@test');
select throws_ok('select tests.again(2)', 'PT409', 'status-changed', 'not even the leader');
select tests.sign_out();

-- What is written down --------------------------------------------------------------------------------------

select results_eq(
	format($$select action, from_status::int, to_status::int, actor_name, line ->> 'verdict', line ->> 'reason' from public.dossier_events, jsonb_array_elements(data -> 'lines') as line
	where dossier_id = %L and action = 'supplement' order by line ->> 'id'$$, tests.id(3)),
	$$values ('supplement', 4, 5, 'officer@test', 'wrong', 'Ảnh loá, không thấy số'), ('supplement', 4, 5, 'officer@test', 'missing', 'Chưa có trong hồ sơ')$$,
	'who asked, from where to where, and for each paper whether it was wrong or missing and why'
);
select is((select data ->> 'reason' from public.dossier_events where dossier_id = tests.id(3) and action = 'supplement-again'), 'Bản mới vẫn loá', 'the leader''s reason apart');
select throws_ok(format('update public.slips set snapshot = ''{}'' where dossier_id = %L', tests.id(3)), 'PT403', 'record-immutable', 'a request that was sent is not edited');
select throws_ok(format('delete from public.slips where dossier_id = %L', tests.id(3)), 'PT403', 'record-immutable', 'nor deleted');

-- Who hears of it ---------------------------------------------------------------------------------------------

select is((tests.row(3)).assigned_to, tests.staff('officer'), 'the officer whose work it is keeps it while it waits');
select tests.as_anon();
select tests.answer(3, 301);
select tests.sign_out();
select is((tests.row(3)).lane, 'answered', 'an answer is news');
create function tests.mine(account text) returns text language plpgsql as $$
declare
	found text;
begin
	perform tests.sign_in(account || '@test');
	select string_agg(right(entry ->> 'id', 3)::int::text, ',') into found
	from jsonb_array_elements(public.staff_queue('{"protocol": 1, "group": "answered", "whose": "mine"}') -> 'rows') as entry;
	perform tests.sign_out();
	return found;
end
$$;
select is(tests.mine('officer'), '3', 'to the officer whose work it is');
select is(tests.mine('colleague'), null, 'not to a colleague of the same department');
select tests.sign_in('officer@test');
select tests.resume(3);
select tests.sign_out();
select is((tests.row(3)).lane, 'working', 'and no news any more once the papers were accepted');

-- Closing a round -----------------------------------------------------------------------------------------------

select tests.sign_in('officer@test');
select throws_ok('select tests.resume(4)', 'PT409', 'status-changed', 'where nothing was asked for there is nothing to close');
select throws_ok('select tests.resume(3)', 'PT409', 'status-changed', 'nor where it was closed before');
select tests.sign_out();
select results_eq(format('select round, outcome, completed_at is not null from public.supplements where dossier_id = %L order by round', tests.id(3)),
	$$values (1, 'accepted', true), (2, 'accepted', true)$$, 'each round says when its papers were there');

-- Back to where it was ---------------------------------------------------------------------------------------------

select is(((tests.row(3)).status, (tests.row(3)).assigned_to, (tests.row(3)).department_id), (4::smallint, tests.staff('officer'), (select department_id from public.staff where id = tests.staff('officer'))),
	'asked for in processing, after the answer it is in processing again, in the same department and the same hands');
select tests.as_anon();
select tests.answer(1, 101);
select tests.sign_in('receiver@test');
select tests.receive(1);
select tests.sign_out();
select is(tests.history(1), 'submit>1 supplement>5 answer>5 receive>2', 'asked for while new, after the answer it is received like any other');

-- An answer by whoever has the secret --------------------------------------------------------------------------------

select tests.sign_in('officer@test');
select tests.ask(4);
select tests.as_anon();
select throws_ok(format('select tests.answer_with(4, 401, %L)', more), status, key, 'an answer ' || about) from (values
	('{"secret": "t"}', 'PT404', 'submission-unknown', 'with a wrong secret finds nothing'), ('{"secret": null}', 'PT404', 'submission-unknown', 'without a secret finds nothing'),
	(jsonb_build_object('dossierId', tests.id(999))::text, 'PT404', 'submission-unknown', 'to an unknown dossier looks the same'),
	('{"lines": []}', 'PT400', 'answer-malformed', 'that says nothing is refused'),
	('{"lines": [{"lineId": "a", "kind": "files", "files": []}]}', 'PT400', 'answer-malformed', 'with no photograph in it is refused'),
	(jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('lineId', 'a', 'kind', 'files', 'files', jsonb_build_array(tests.id(41)))),
		'files', jsonb_build_array(jsonb_build_object('fileId', tests.id(41), 'requirementId', 'chung-sinh', 'sha256', repeat('c', 64), 'size', 1000,
			'type', 'application/msword')))::text, 'PT400', 'files-malformed', 'with a file of a wrong kind is refused')
) as cases (more, status, key, about);
select tests.sign_out();
select is(public.dossier_progress(jsonb_build_object('protocol', 1, 'dossiers', jsonb_build_array(jsonb_build_object('id', tests.id(4), 'secret', secret)))) -> 'dossiers', '[]',
	'nor is the request shown ' || about) from (values ('t', 'with a wrong secret'), (null, 'without one')) as list (secret, about);
select is(tests.own(4) #>> '{supplements,0,until}', tests.working_day(5), 'with the secret it is, with its last day');

-- Open, closed, overtaken ------------------------------------------------------------------------------------------------

select tests.sign_in('leader@test');
select tests.again(4);
select tests.as_anon();
select throws_ok(format('select tests.answer_with(4, 402, %L)', jsonb_build_object('supplementId', tests.round_id(4, 1))), 'PT409', 'supplement-closed',
	'a request that a later one has taken the place of is answered no more');
select tests.sign_out();
select is(tests.tags(4), 'again open', 'its tag says so, the later one is open');
select is(tests.own(4) #>> '{supplements,1,againReason}', 'Bản mới vẫn loá', 'and says why');
select tests.sign_in('receiver@test');
select tests.ask(8), tests.ask(9);
select public.refuse_dossier(tests.request(8, '{"reason": "Con đăng ký ở xã khác", "rightPlace": "UBND xã Lùng Phình"}'));
select public.withdraw_at_desk(tests.request(9)), public.stop_dossier(tests.request(9));
select tests.as_anon();
select throws_ok(format('select tests.answer_with(%s, %s, ''{}'')', number, number * 100), 'PT409', 'supplement-closed', 'nor one of a dossier that was ' || about)
from (values (8, 'refused'), (9, 'withdrawn'), (3, 'taken up again')) as list (number, about);
select tests.sign_out();
select is(tests.tags(number), tags, format('tags of %s: %s', number, tags)) from (values (3, 'accepted accepted'), (8, 'refused')) as list (number, tags);
select is(tests.own(8) #>> '{refusal,reason}', 'Con đăng ký ở xã khác', 'and the phone is told why it was refused');

-- Before anything is sent -------------------------------------------------------------------------------------------------

select is(tests.own(10) -> 'supplements', '[]', 'before the desk has sent a request the phone sees none');
select is((select count(*) from public.dossier_events where dossier_id = tests.id(3) and data::text like '%can-cuoc%'), 2::bigint, 'the desk keeps what it found right');
select is(tests.own(3)::text like '%can-cuoc%', false, 'the phone is only told what to do');

-- The last day has passed ---------------------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select tests.ask(11);
select tests.sign_out();
update public.dossiers set supplement_until = app.today() - 1 where id = tests.id(11);
select tests.as_anon();
select tests.answer(11, 1101);
select tests.sign_out();
select is((tests.row(11)).lane, 'answered', 'an answer after the last day still arrives: the law lets the desk refuse, it does not make it deaf');
select tests.sign_in('receiver@test');
select ok(public.refuse_dossier(tests.request(11, '{"reason": "Quá hạn bổ sung, giấy vẫn thiếu"}')) ? 'slipId', 'what was not brought by then is refused on Mẫu 03');
select tests.sign_out();
select is(tests.history(11), 'submit>1 supplement>5 answer>5 refuse>3', 'from waiting to refused');

-- A decision waits for nobody --------------------------------------------------------------------------------------------------

select tests.sign_in('officer@test');
select public.consult_agency(tests.request(5, jsonb_build_object('agency', 'Công an xã', 'question', 'Xác nhận nơi cư trú', 'until', tests.working_day(3))));
select tests.sign_in('approver@test');
select is(public.finish_dossier(tests.request(5)), '{"status": 9}', 'a decision does not wait for a view that was asked for');
select tests.sign_out();
update public.waits set until = app.today() - 1 where dossier_id = tests.id(5);
select is(app.timeliness_of(tests.row(5)), 'early', 'and is not late by that view');

select * from finish();
rollback;
