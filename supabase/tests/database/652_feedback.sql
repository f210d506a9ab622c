-- Complaints and suggestions: sent once, read by those who should, answered by a day, followed by two codes.
begin;
select plan(101);

insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int - 1, extract(year from now())::int + 1) as year
on conflict do nothing;
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Xã Đồng Sậy', true from public.agencies where code = 'H99';
insert into public.agencies (code, name, receives) values ('H98', 'Xã Không Ai Trên', true);
create function tests.agency(wanted text) returns uuid language sql stable security definer as $$ select id from public.agencies where code = wanted $$;
select tests.add_staff(role || '@test', tests.agency('H99.01'), null, role) from unnest(array['receiver', 'officer', 'approver', 'editor', 'admin', 'leader']) as role;
select tests.add_staff('second@test', tests.agency('H99.01'), null, 'leader'), tests.add_staff('above@test', tests.agency('H99'), null, 'leader'),
	tests.add_staff('beside@test', tests.agency('H99.02'), null, 'leader'), tests.add_staff('alone@test', tests.agency('H98'), null, 'leader');
update public.staff set full_name = name from (values ('leader@test', 'Phạm Văn Trưởng'), ('second@test', 'Lê Thị Phó'), ('above@test', 'Ngô Thị Tỉnh'),
	('beside@test', 'Bùi Văn Bên'), ('alone@test', 'Đỗ Thị Một')) as list (account, name) where full_name = account;
create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.message(number int, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('secret-' || number, 'UTF8')), 'hex'),
		'kind', 'complaint', 'topic', 'procedure', 'content', 'Tôi phải đến ba lần mới xong việc', 'agencyCode', 'H99.01') || more
$$;
create function tests.send(number int, more jsonb default '{}') returns jsonb language sql as $$ select public.send_feedback(tests.message(number, more)) $$;
create function tests.look(receipt jsonb) returns jsonb language sql as $$
	select public.feedback_status(jsonb_build_object('protocol', 1, 'code', receipt ->> 'code', 'lookupCode', receipt ->> 'lookupCode'))
$$;
create function tests.reply(receipt jsonb, action int, said text) returns jsonb language sql as $$
	select public.reply_feedback(jsonb_build_object('protocol', 1, 'actionId', tests.id(action), 'code', receipt ->> 'code', 'lookupCode', receipt ->> 'lookupCode', 'text', said))
$$;
create function tests.list(wanted text default 'open') returns jsonb language sql as $$
	select public.staff_feedback(jsonb_build_object('protocol', 1, 'group', wanted)) -> 'items'
$$;
create function tests.codes(wanted text default 'open') returns text language sql as $$
	select string_agg(right(item ->> 'id', 2), ' ' order by position) from jsonb_array_elements(tests.list(wanted)) with ordinality as list (item, position)
$$;
create function tests.act(number int, action text, version int, more jsonb default '{}') returns jsonb language sql as $$
	select public.answer_feedback(jsonb_build_object('protocol', 1, 'actionId', tests.id(1000 + number * 10 + version), 'feedbackId', tests.id(number),
		'expectedVersion', version, 'action', action, 'text', 'Đã xem và trả lời như sau') || more)
$$;
create function tests.refused(account text) returns setof text language plpgsql as $$
begin
	perform tests.as_actor(account);
	return next throws_ok('select tests.list()', case account when 'anon' then '42501' else 'PT403' end, case account when 'anon' then null
		when 'nobody' then 'not-staff' else 'role-missing' end, account || ' reads no complaints');
	return next throws_ok('select tests.act(1, ''accept'', 1)', case account when 'anon' then '42501' else 'PT403' end, case account when 'anon' then null
		when 'nobody' then 'not-staff' else 'role-missing' end, account || ' answers none');
end
$$;

-- Sending ------------------------------------------------------------------------------------------------

select tests.as_anon();
select tests.set_address('203.0.113.20');
select is(public.feedback_setup('{"protocol": 1}') -> 'days', '{"reject": 2, "ask": 5, "resolve": 15, "publish": 2}', 'everybody is told the days');
select is(jsonb_array_length(public.feedback_setup('{"protocol": 1}') -> 'offices'), 3, 'and the offices one may write about');
create temp table receipts (number int, receipt jsonb);
select tests.sign_out();
grant all on receipts to anon, authenticated;
select tests.as_anon();
select tests.set_address('203.0.113.20');
insert into receipts select 1, tests.send(1, '{"contact": {"name": "Trần Thị Bình", "phone": "0912345678", "email": "binh@thu.test"}, "matter": "Khai sinh", "dossierCode": "H99.01-1"}');
create function pg_temp.receipt(wanted int) returns jsonb language sql as $$ select receipt from pg_temp.receipts where number = wanted limit 1 $$;
select ok(pg_temp.receipt(1) ->> 'code' ~ '^PA-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$', 'the receipt has a code');
select ok(pg_temp.receipt(1) ->> 'lookupCode' ~ '^[0-9A-HJKMNP-TV-Z]{8}$', 'and one to look it up');
select is(tests.send(1, '{"contact": {"name": "Trần Thị Bình", "phone": "0912345678", "email": "binh@thu.test"}, "matter": "Khai sinh", "dossierCode": "H99.01-1"}'),
	pg_temp.receipt(1), 'sent again the receipt is the same');
select throws_ok('select tests.send(1)', 'PT409', 'feedback-differs', 'other content under the same id is refused');
select throws_ok($$select tests.send(1, jsonb_build_object('secretHash', repeat('a', 64)))$$, 'PT409', 'feedback-differs', 'so is another secret');
select throws_ok($$select tests.send(2, '{"kind": "praise"}')$$, 'PT400', 'feedback-malformed', 'a complaint or a suggestion');
select throws_ok($$select tests.send(2, '{"topic": "x"}')$$, 'PT400', 'feedback-malformed', 'about something');
select throws_ok($$select tests.send(2, '{"content": "Chậm    "}')$$, 'PT400', 'feedback-malformed', 'that says something');
select throws_ok($$select tests.send(2, jsonb_build_object('content', repeat('x', 4001)))$$, 'PT400', 'text-too-long', 'and ends');
select throws_ok($$select tests.send(2, '{"secretHash": "x"}')$$, 'PT400', 'secret-malformed', 'with a secret');
select throws_ok($$select tests.send(2, '{"contact": {"email": "x"}}')$$, 'PT400', 'contact-malformed', 'an address is one');
select throws_ok($$select tests.send(2, '{"agencyCode": "H99"}')$$, 'PT400', 'office-unknown', 'about an office that receives');
select throws_ok($$select tests.send(2, '{"agencyCode": null}')$$, 'PT400', 'office-unknown', 'where there are several, one is named');
select throws_ok($$select tests.send(2, '{"agencyCode": "H98", "topic": "leader"}')$$, 'PT409', 'feedback-nobody-above', 'about the head: not where nobody above would read it');
select throws_ok($$select tests.send(2, '{"agencyCode": "H98", "topic": "attitude", "aboutName": "bà ĐỖ THỊ MỘT"}')$$, 'PT409', 'feedback-nobody-above', 'nor when the only leader is named');
select throws_ok($$select public.send_feedback('{"id": 1}')$$, 'PT426', 'protocol-version', 'in this protocol');
insert into receipts select number, tests.send(number, more) from (values
	(2, '{"kind": "suggestion", "topic": "other"}'::jsonb),
	(3, '{"topic": "leader"}'), (4, '{"topic": "attitude", "aboutName": "ông phạm văn trưởng, giám đốc"}'), (5, '{"agencyCode": "H99.02"}'),
	(6, '{"topic": "attitude", "aboutName": "Văn Trưởng"}')
) as list (number, more);
select tests.sign_out();
select is((select string_agg(right(feedback.id::text, 1) || ' ' || agencies.code, ', ' order by feedback.id) from app.feedback join public.agencies on agencies.id = handler_id),
	'1 H99.01, 2 H99.01, 3 H99, 4 H99, 5 H99.02, 6 H99.01', 'each goes to the office, what is about its head to the one above');
select is((select contact from app.feedback where id = tests.id(2)), '{}', 'nameless is nameless');
select is_empty($$select 1 from app.feedback, receipts where to_jsonb(feedback)::text like '%' || (receipt ->> 'lookupCode') || '%'
	or to_jsonb(feedback)::text like '%' || app.hash_text('secret-' || number) || '%' or to_jsonb(feedback)::text like '%203.0.113%'
	or to_jsonb(feedback)::text like '%' || app.hash_text('203.0.113.20') || '%'$$, 'no table tells a lookup code, and no address stands beside a complaint');

-- Who reads ------------------------------------------------------------------------------------------------

select tests.refused(account) from unnest(array['anon', 'nobody', 'receiver', 'officer', 'approver', 'editor', 'admin']) as account;
select tests.sign_in('leader@test');
select is(tests.codes(), '01 02 06', 'a leader reads what is for the own office, and nothing about the head');
select throws_ok('select tests.act(3, ''accept'', 1)', 'PT404', 'feedback-unknown', 'and cannot answer it either');
select throws_ok('select tests.act(99, ''accept'', 1)', 'PT404', 'feedback-unknown', 'unknown looks the same');
select throws_ok($$select tests.list('x')$$, 'PT400', 'group-unknown', 'open or done');
select tests.sign_in('above@test');
select is(tests.codes(), '03 04', 'the leader above reads what is about the head of the office');
select tests.sign_in('beside@test');
select is(tests.codes(), '05', 'the neighbour reads the own');
select tests.sign_out();
update public.staff set active = false where full_name = 'Ngô Thị Tỉnh';
select tests.as_anon();
insert into receipts select 7, tests.send(7, '{"topic": "attitude", "aboutName": "Lê Thị Phó"}');
select throws_ok($$select tests.send(8, '{"topic": "leader"}')$$, 'PT409', 'feedback-nobody-above', 'about the head, and nobody active above: not taken');
select tests.sign_in('second@test');
select is(tests.codes(), '01 02 06', 'whom it names does not read it');
select throws_ok('select tests.act(7, ''accept'', 1)', 'PT404', 'feedback-unknown', 'nor answer it');
select tests.sign_in('leader@test');
select is(tests.codes(), '01 02 06 07', 'another leader of the office does, where nobody is above');
select throws_ok($$select tests.act(6, 'pass-up', 1)$$, 'PT409', 'feedback-nobody-above', 'nothing is passed up to nobody');
select is((select item -> 'actions' from jsonb_array_elements(tests.list()) as item where item ->> 'code' = pg_temp.receipt(6) ->> 'code'), '["accept", "ask", "reject"]', 'and it is not offered');
select tests.sign_out();
update public.staff set active = true where full_name = 'Ngô Thị Tỉnh';
select tests.sign_in('leader@test');
select is(tests.act(6, 'pass-up', 1), '{"state": "new"}', 'what turns out to be about a leader is passed up');
select is(tests.codes(), '01 02 07', 'and leaves the desk');
select tests.sign_in('above@test');
select is(tests.codes(), '03 04 06', 'for the one above');

-- Answering ------------------------------------------------------------------------------------------------

select tests.sign_in('leader@test');
select throws_ok($$select tests.act(1, 'ask', 1, '{"text": "?"}')$$, 'PT400', 'feedback-text', 'a question has words');
select throws_ok($$select tests.act(1, 'resolve', 1)$$, 'PT409', 'status-changed', 'nothing is answered before it is taken up');
select throws_ok($$select tests.act(1, 'reply', 1)$$, 'PT409', 'status-changed', 'nobody replies in the sender''s place');
select throws_ok($$select tests.act(1, 'ask', 2)$$, 'PT409', 'version-stale', 'not on an older sight');
select is(tests.act(1, 'ask', 1, '{"text": "Hôm đó là ngày nào?"}'), '{"state": "asked"}', 'the leader asks');
select is(tests.act(1, 'ask', 1, '{"text": "Hôm đó là ngày nào?"}'), '{"state": "asked"}', 'asked again, it is asked once');
select throws_ok($$select tests.act(1, 'accept', 1)$$, 'PT409', 'action-id-used', 'one id is one action');
select tests.sign_in('second@test');
select throws_ok($$select tests.act(1, 'ask', 1)$$, 'PT409', 'action-id-used', 'of one person');
select tests.as_anon();
select is(tests.look(pg_temp.receipt(1)) #>> '{feedback,question}', 'Hôm đó là ngày nào?', 'the sender reads the question by the two codes');
select unalike(tests.look(pg_temp.receipt(1))::text, pattern, 'but nothing that says who wrote what: ' || pattern)
from unnest(array['%ba lần%', '%Bình%', '%0912345678%', '%Trưởng%', '%Khai sinh%']) as pattern;
select throws_ok($$select tests.reply(pg_temp.receipt(1), 501, 'x')$$, 'PT400', 'feedback-malformed', 'a reply has words');
select is(tests.reply(pg_temp.receipt(1), 501, 'Ngày 20 tháng 11') #>> '{feedback,state}', 'accepted', 'and replies');
select is(tests.reply(pg_temp.receipt(1), 501, 'Ngày 20 tháng 11') #>> '{feedback,state}', 'accepted', 'sent again, once');
select throws_ok($$select tests.reply(pg_temp.receipt(1), 501, 'Ngày khác')$$, 'PT409', 'action-id-used', 'other words under the same id are refused');
select throws_ok($$select tests.reply(pg_temp.receipt(1), 502, 'Ngày khác')$$, 'PT409', 'status-changed', 'nothing more was asked');
select is(tests.reply(pg_temp.receipt(1) || '{"lookupCode": "x"}', 503, 'Ngày khác'), '{"found": false}', 'a wrong code replies nothing');
select tests.sign_in('leader@test');
select is((select item #>> '{events,2,text}' from jsonb_array_elements(tests.list()) as item where item ->> 'id' = tests.id(1)::text), 'Ngày 20 tháng 11', 'the leader reads the reply');
select is(tests.act(1, 'resolve', 3, '{"text": "Xin lỗi, nay chỉ cần đến một lần."}'), '{"state": "resolved"}', 'and answers');
select throws_ok($$select tests.act(1, 'publish', 4)$$, 'PT400', 'feedback-text', 'what is published is written for it');
select is(tests.act(1, 'publish', 4, '{"publicQuestion": "Vì sao phải đến ba lần?", "publicAnswer": "Nay chỉ cần đến một lần."}'), '{"state": "published"}', 'the answer is published');
select is(tests.act(2, 'accept', 1), '{"state": "accepted"}', 'another is taken up');
select is(tests.act(2, 'resolve', 2), '{"state": "resolved"}', 'answered');
select is(tests.act(2, 'keep', 3), '{"state": "kept"}', 'and not published');
select is(tests.act(7, 'reject', 1), '{"state": "rejected"}', 'a third is rejected with a reason');
select throws_ok($$select tests.act(7, 'accept', 2)$$, 'PT409', 'status-changed', 'which is its end');
select is((select string_agg(right(item ->> 'id', 1), '' order by item ->> 'id') from jsonb_array_elements(tests.list('done')) as item), '127', 'what is done stands apart');
select is(tests.list(), '[]', 'and nothing is left');
select tests.as_anon();
select is(tests.look(pg_temp.receipt(1)) #>> '{feedback,answer}', 'Xin lỗi, nay chỉ cần đến một lần.', 'the sender reads the answer');
select is((public.published_feedback('{"protocol": 1}') #> '{items,0}') - 'day' - 'office',
	'{"kind": "complaint", "question": "Vì sao phải đến ba lần?", "answer": "Nay chỉ cần đến một lần."}', 'everybody reads what was published, in the words for it');
select is(jsonb_array_length(public.published_feedback('{"protocol": 1}') -> 'items'), 1, 'and nothing else');
select tests.sign_out();
select throws_ok(attempt, 'PT403', 'record-immutable', 'what happened stands: ' || attempt)
from unnest(array['update app.feedback_events set text = ''x''', 'delete from app.feedback_events', 'truncate app.feedback_events']) as attempt;

-- Days ------------------------------------------------------------------------------------------------------

create function tests.nth(start date, days int) returns date language sql as $$ select app.find_working_day_after(start, days, app.index_calendar(app.working_calendar())) $$;
select tests.sign_in('beside@test');
create temp table due as select (item ->> 'due')::date as day, item -> 'overdue' as overdue from jsonb_array_elements(tests.list()) as item;
select tests.sign_out();
select is((select day from due), tests.nth(app.today(), 2), 'to take up or reject: two working days');
select is((select overdue from due), 'false', 'not over yet');
update app.feedback set sent_at = sent_at - interval '20 days' where id = tests.id(5);
select is(app.feedback_due(item, app.index_calendar(app.working_calendar())), tests.nth(app.today() - 20, 2), 'counted from the day it was sent') from app.feedback as item where id = tests.id(5);
update app.feedback set state = 'accepted' where id = tests.id(5);
select is(app.feedback_due(item, app.index_calendar(app.working_calendar())), tests.nth(app.today() - 20, 15), 'to answer: fifteen') from app.feedback as item where id = tests.id(5);
update app.feedback set state = 'resolved', decided_at = now() where id = tests.id(5);
select is(app.feedback_due(item, app.index_calendar(app.working_calendar())), tests.nth(app.today(), 2), 'to publish: two after the answer') from app.feedback as item where id = tests.id(5);
select results_eq($$select * from app.feedback_between(array[tests.agency('H99.01')], app.today(), app.today() + 1)$$,
	$$values (6::bigint, 3::bigint, 0::bigint, 3::bigint)$$, 'other reports count six, three answered in time, three open');
update app.feedback set sent_at = sent_at - interval '20 days' where id = tests.id(7);
update app.feedback set sent_at = sent_at - interval '40 days' where id in (tests.id(3), tests.id(4));
select results_eq($$select * from app.feedback_between(array[tests.agency('H99.01')], app.today() - 60, app.today() + 1)$$,
	$$values (6::bigint, 2::bigint, 3::bigint, 1::bigint)$$, 'rejected after two days and unanswered after fifteen are late');

-- Guesses and floods ---------------------------------------------------------------------------------------------

select tests.as_anon();
select tests.set_address('203.0.113.21');
select is(tests.look(pg_temp.receipt(1) || '{"lookupCode": "WRONG000"}'), '{"found": false}', 'a wrong lookup code is a miss');
select is(tests.look('{"code": "PA-0000-0000", "lookupCode": "x"}'), '{"found": false}', 'an unknown code the same');
select is((select count(*) from generate_series(1, 198) as number where tests.look(jsonb_build_object('code', 'PA' || number, 'lookupCode', 'x')) = '{"found": false}'), 198::bigint, 'two hundred misses');
select throws_ok($$select tests.look(pg_temp.receipt(1))$$, 'PT429', 'too-many-lookups', 'and no more from this address');
select tests.set_address('203.0.113.22');
select is((select count(*) from generate_series(100, 159) as number where tests.send(number) ? 'code'), 60::bigint, 'sixty an hour from one address are taken');
select throws_ok('select tests.send(160)', 'PT429', 'too-much-feedback', 'the next is not');
select ok(tests.send(159) ? 'code', 'what was taken is still answered');

select * from finish();
rollback;
