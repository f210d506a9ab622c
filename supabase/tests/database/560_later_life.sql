-- After receipt: money that stops the clock, one apology, a stop by the office, a corrected result, and what counts as kept.
begin;
select plan(77);

-- A year of Mondays to Fridays, whatever the real calendar says.
delete from public.calendar_days;
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(2024, extract(year from now())::int + 2) as year on conflict do nothing;
select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(('{"code": "1.001193", "field": "ho-tich", "title": "Biến động đất đai", "shortTitle": "Biến động",
	"clock": {"supplement": "' || policy || '"}, "fees": [{"label": "Phí sao", "kind": "amount", "amount": 2000, "tiers": [{"from": 3, "amount": 1000}]}],
	"channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 5}}]}')::jsonb || jsonb_build_object('code', code), repeat(letter, 64))
from (values ('1.001193', 'restart', 'a'), ('1.001194', 'pause', 'b')) as list (code, policy, letter);
select app.seed_procedure('{"code": "1.001195", "field": "ho-tich", "title": "Không có thời hạn", "shortTitle": "Không hạn",
	"clock": {"supplement": "restart"}, "channels": []}', repeat('c', 64));
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', array['receiver']), ('officer', array['officer']), ('approver', array['approver']), ('leader', array['leader'])
) as people (account, roles)
join public.agencies on agencies.code = 'H99.01'
join public.departments on departments.agency_id = agencies.id and departments.name = 'Kinh tế';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
-- A dossier that was received so many days ago and is being worked on, due by its clock.
create function tests.add(number int, received timestamptz, procedure text default '1.001193') returns void language plpgsql security definer as $$
declare
	dossier public.dossiers;
	due jsonb;
begin
	insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel, subject, applicant,
		payload, applicant_key, search_text, sort_at, submitted_at, received_at)
	select tests.id(add.number), 'DK-' || add.number, 'H99.01-260101-' || lpad(add.number::text, 4, '0'), department.agency_id, department.id, procedure,
		version.id, 4, 2, 'Nguyễn An', '{"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}', '{}',
		app.hash_text('001188012345'), 'nguyen an', now(), received, received
	from public.departments as department
	join public.agencies on agencies.id = department.agency_id and agencies.code = 'H99.01'
	join public.procedure_versions as version on version.procedure_code = procedure
	where department.name = 'Kinh tế' returning * into dossier;
	due := app.due_for(dossier, received);
	update public.dossiers set due_date = (due ->> 'dueDate')::date, first_due_date = (due ->> 'dueDate')::date where id = dossier.id;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	values (dossier.id, 1, gen_random_uuid(), 'submit', 4, 'x');
end
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number))) || more
$$;
create function tests.row(number int) returns public.dossiers language sql security definer as $$ select * from public.dossiers where id = tests.id(number) $$;
create function tests.timely(number int) returns text language sql security definer as $$ select app.timeliness_of(d) from public.dossiers as d where id = tests.id(number) $$;
-- The same wall clock so many working days ago (or, below zero, from now).
create function tests.ago(days int) returns timestamptz language sql stable security definer as $$
	select now() - (today.day - list.day) * interval '1 day'
	from (select app.local_time(now())::date as day) as today, lateral (
		select one.day, row_number() over (order by one.day desc) as position
		from (select today.day - back as day from generate_series(0, 60) as back) as one where extract(isodow from one.day) < 6
	) as list
	where list.position = ago.days + 1
$$;
create function tests.ahead(days int) returns date language sql stable security definer as $$
	select app.find_working_day_after(app.local_time(now())::date, days, app.index_calendar(app.working_calendar()))
$$;
create function tests.bill(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.bill_dossier(tests.request(number, '{"amount": 120000, "reason": "Lệ phí trước bạ", "documentNumber": "12/TB"}'::jsonb || more))
$$;
create function tests.pay(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.confirm_payment(tests.request(number, '{"method": "transfer", "transferReference": "FT123"}'::jsonb || more))
$$;
create function tests.extend(number int, day date, more jsonb default '{}') returns jsonb language sql as $$
	select public.extend_dossier(tests.request(number, jsonb_build_object('newDate', day, 'reason', 'Chờ trích đo thửa đất') || more))
$$;
create function tests.halt(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.halt_dossier(tests.request(number, '{"kind": "stop", "reason": "Đất đang có tranh chấp", "basis": "Luật Đất đai"}'::jsonb || more))
$$;
-- As if the open wait had begun so many working days ago.
create function tests.backdate(number int, days int) returns void language sql security definer as $$
	update public.waits set from_at = tests.ago(days) where dossier_id = tests.id(number) and to_at is null;
	update public.supplements set requested_at = tests.ago(days) where dossier_id = tests.id(number) and closed_at is null;
$$;

-- Money ---------------------------------------------------------------------------------------------------

select tests.add(1, tests.ago(3));
select tests.sign_in('officer@test');
select throws_ok(format('select tests.bill(1, %L)', more), 'PT400', key, 'bill: ' || key) from (values
	('{"amount": 0}', 'amount-malformed'), ('{"amount": 1.5}', 'amount-malformed'), ('{"amount": 2000000001}', 'amount-malformed'),
	('{"amount": "120000"}', 'amount-malformed'), ('{"reason": "x"}', 'bill-reason'), ('{"documentNumber": " "}', 'bill-document')
) as cases (more, key);
select is(tests.bill(1), '{"status": 6}', 'something is to be paid');
select is((tests.row(1)).due_date, null, 'while it waits there is no date');
select is(tests.timely(1), 'waiting', 'and nothing is kept or missed');
select is((select about ->> 'transferText' from public.waits where dossier_id = tests.id(1)), 'HS H99012601010001', 'what to write on the transfer');
select throws_ok('select tests.bill(1)', 'PT409', 'status-changed', 'once at a time');
select throws_ok('select tests.pay(1, ''{"transferReference": null}'')', 'PT400', 'payment-proof', 'something shows that it is paid');
select throws_ok('select tests.pay(1, ''{"method": "gold"}'')', 'PT400', 'payment-method', 'in a known way');
select tests.sign_out();
select tests.backdate(1, 2);
select tests.sign_in('receiver@test');
select is(tests.pay(1) ->> 'dueDate', tests.ahead(4)::text, 'five days, three are gone, two of them waited: due in four');
select tests.sign_out();
select results_eq(format('select outcome, to_name, pauses from public.waits where dossier_id = %L', tests.id(1)),
	$$values ('paid', 'receiver@test', true)$$, 'the wait says who ended it');
select is((tests.row(1)).first_due_date, tests.ahead(2), 'the first date is kept');

select tests.add(2, tests.ago(1), '1.001195');
update public.dossiers set due_date = tests.ahead(3) where id = tests.id(2);
select tests.sign_in('officer@test');
select tests.bill(2);
select tests.sign_out();
select tests.backdate(2, 1);
select tests.sign_in('officer@test');
select is(tests.pay(2) ->> 'dueDate', tests.ahead(4)::text, 'a date written by hand moves by what was waited');
select tests.bill(2);
select tests.sign_in('receiver@test');
select is(public.withdraw_at_desk(tests.request(2)), '{"status": 7}', 'withdrawn while it waited for money');
select tests.sign_out();
select is((select string_agg(outcome, ' ' order by from_at, outcome) from public.waits where dossier_id = tests.id(2)), 'paid withdrawn', 'its wait ends too');
select is(tests.timely(2), 'withdrawn', 'withdrawn is not on time');

-- Fees of the office ----------------------------------------------------------------------------------------

create function tests.fee(number int, more jsonb) returns jsonb language sql as $$
	select public.take_fee(tests.request(number, '{"fees": [{"label": "Phí sao", "units": 5, "times": 2}]}'::jsonb || more))
$$;
select tests.sign_in('receiver@test');
select throws_ok('select tests.fee(1, ''{"method": "cash"}'')', 'PT400', 'payment-proof', 'no receipt number is made up');
select is(tests.fee(1, '{"method": "cash", "receiptSeries": "AB/26", "receiptNumber": "0000001"}') ->> 'total', '14000', '2 × 2.000 + 3 × 1.000, twice');
select throws_ok(
	'select tests.fee(1, ''{"method": "cash", "receiptSeries": "AB/26", "receiptNumber": "0000001"}'')', 'PT409', 'receipt-used', 'a receipt is given once'
);
select throws_ok('select tests.fee(1, ''{"exemption": "Hộ nghèo"}'')', 'PT400', 'exemption-proof', 'let off only with proof');
select is(tests.fee(1, '{"exemption": "Hộ nghèo", "exemptionProof": "Giấy chứng nhận hộ nghèo 12/2026"}') ->> 'total', '0', 'and then it costs nothing');
select throws_ok('select tests.fee(1, ''{"fees": []}'')', 'PT400', 'fee-unknown', 'a fee has lines');
select tests.sign_out();
select throws_ok('update public.payments set total = 1', 'PT403', 'record-immutable', 'what was paid is never changed');

-- Apology -------------------------------------------------------------------------------------------------

select tests.add(3, tests.ago(3));
select tests.sign_in('approver@test');
select throws_ok(format('select tests.extend(3, %L)', tests.ahead(2)), 'PT400', 'extend-date', 'the new date lies after the old one');
select throws_ok(format('select tests.extend(3, %L, ''{"reason": " "}'')', tests.ahead(4)), 'PT400', 'extend-reason', 'an apology says why');
select is(tests.extend(3, tests.ahead(4)) ->> 'dueDate', tests.ahead(4)::text, 'a new date');
select throws_ok(format('select tests.extend(3, %L)', tests.ahead(9)), 'PT409', 'extend-once', 'and no other (ND61 Đ19.9)');
select tests.sign_out();
select results_eq(
	format('select form, snapshot ->> ''formTitle'', snapshot ->> ''dueDate'', snapshot ->> ''newDate'' from public.slips where dossier_id = %L', tests.id(3)),
	format('values (''04'', ''Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết'', %L, %L)', tests.ahead(2), tests.ahead(4)),
	'Mẫu 04 keeps both dates'
);
select is((tests.row(3)).first_due_date, tests.ahead(2), 'and so does the dossier');
select tests.add(4, tests.ago(5));
select tests.add(5, tests.ago(7));
select tests.sign_in('leader@test');
select throws_ok(format('select tests.extend(%s, %L)', number, tests.ahead(4)), 'PT409', 'extend-too-late', about)
from (values (4, 'on the day it is due it is too late'), (5, 'and afterwards')) as list (number, about);
select tests.sign_in('officer@test');
select tests.bill(3);
select tests.sign_out();
-- As if both had happened earlier.
alter table public.dossiers disable trigger keep_dates;
update public.dossiers set extended_at = tests.ago(2) where id = tests.id(3);
alter table public.dossiers enable trigger keep_dates;
select tests.backdate(3, 1);
select tests.sign_in('officer@test');
select is(tests.pay(3) ->> 'dueDate', tests.ahead(5)::text, 'what is waited after a re-appointment moves that date');
select tests.sign_out();

-- Stop ----------------------------------------------------------------------------------------------------

select tests.add(6, tests.ago(1));
select tests.sign_in('approver@test');
select throws_ok(format('select tests.halt(6, %L)', more), 'PT400', key, 'halt: ' || key) from (values
	('{"kind": "end"}', 'halt-kind'), ('{"reason": "x"}', 'halt-reason'), ('{"basis": " "}', 'halt-reason')
) as cases (more, key);
select matches(tests.halt(6, '{"originals": ["Giấy chứng nhận"]}') ->> 'number', '^[0-9]{5}/20[0-9]{2}$', 'the office stops it');
select tests.sign_out();
select results_eq(
	format('select slip.form, slip.snapshot ->> ''formNumber'', slip.snapshot -> ''originals'', (tests.row(6)).status::int, tests.timely(6)
		from public.slips as slip where dossier_id = %L', tests.id(6)),
	$$values ('05', '05', '["Giấy chứng nhận"]'::jsonb, 8, 'early')$$, 'with Mẫu 05 of 2025, and in time'
);
select tests.add(7, '2025-03-03T02:00:00Z');
select tests.sign_in('approver@test');
select tests.halt(7);
select tests.sign_out();
select results_eq(
	format('select slip.form, slip.snapshot ->> ''formTitle'', tests.timely(7) from public.slips as slip where dossier_id = %L', tests.id(7)),
	$$values ('03', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'late')$$, 'what was received under the forms of 2018 is refused on Mẫu 03; late is late'
);
select tests.add(8, tests.ago(1));
create function tests.ask(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.request_supplement(tests.request(number, jsonb_build_object('until', tests.ahead(3),
		'lines', '[{"id": "l1", "name": "Giấy chứng sinh", "verdict": "missing", "reason": "Chưa có", "originals": 1, "certified": 0, "copies": 0}]'::jsonb) || more))
$$;
select tests.sign_in('officer@test');
select tests.ask(8);
select tests.sign_in('approver@test');
select throws_ok('select tests.halt(8)', 'PT409', 'halt-too-early', 'who was asked for papers has until the last day');
select tests.sign_out();
update public.dossiers set supplement_until = tests.ago(1)::date where id = tests.id(8);
select tests.sign_in('approver@test');
select ok(tests.halt(8) ? 'slipId', 'then it may be stopped');
select tests.sign_out();
select is(tests.timely(8), 'withdrawn', 'no date was kept');
select is((select outcome from public.supplements where dossier_id = tests.id(8)), 'refused', 'the round is closed');

-- A date on a slip written by hand stands, and moves by what was waited.
select tests.add(20, tests.ago(1));
update public.dossiers set due_date = tests.ahead(7), due_basis = 'giấy hẹn viết tay số 00001/2026' where id = tests.id(20);
select tests.sign_in('officer@test');
select tests.bill(20);
select is(tests.pay(20) ->> 'dueDate', tests.ahead(7)::text, 'a date written by hand is not computed anew');
select tests.sign_out();
-- An hour limit is missed by the minute.
select tests.add(21, tests.ago(1));
update public.dossiers set due_date = app.today(), due_at = now() - interval '1 hour' where id = tests.id(21);
select tests.sign_in('officer@test');
select tests.ask(21);
select is(tests.timely(21), 'late', 'who asks an hour after the hour is late');
select public.resume_dossier(tests.request(21, '{"papers": []}'));
select tests.sign_out();
select is(tests.timely(21), 'late', 'and stays it');

-- What counts as kept ---------------------------------------------------------------------------------------

create function tests.finish(number int) returns text language plpgsql as $$
begin
	perform tests.sign_in('approver@test');
	perform public.finish_dossier(tests.request(number));
	perform tests.sign_out();
	return tests.timely(number);
end
$$;
select tests.add(number, tests.ago(days)) from (values (11, 1), (12, 5), (13, 6)) as list (number, days);
select is(tests.timely(13), 'late', 'past its date it is late before anybody says so');
select is(tests.timely(12), 'running', 'on its last day it is not');
select is(tests.finish(number), wanted, 'signed: ' || wanted) from (values (11, 'early'), (12, 'on-time'), (13, 'late')) as list (number, wanted);

-- Asked after the date: no restart and no pause takes the lateness away.
select tests.add(14, tests.ago(7));
select tests.add(15, tests.ago(7), '1.001194');
select tests.sign_in('officer@test');
select tests.ask(14), tests.ask(15);
select is(tests.timely(14), 'late', 'who asks for papers after the date is late while waiting');
select public.resume_dossier(tests.request(14, '{"papers": []}')), public.resume_dossier(tests.request(15, '{"papers": []}'));
select tests.sign_out();
select is(tests.finish(number), 'late', 'and stays late under ' || policy) from (values (14, 'restart'), (15, 'pause')) as list (number, policy);

-- A second request for papers.
select tests.add(16, tests.ago(1));
select tests.sign_in('officer@test');
select tests.ask(16);
select public.resume_dossier(tests.request(16, '{"papers": []}'));
select tests.sign_in('leader@test');
select tests.ask(16, '{"again": {"reason": "Thiếu trang hai"}}');
select tests.sign_in('officer@test');
select public.resume_dossier(tests.request(16, '{"papers": []}'));
select tests.sign_out();
select is(tests.finish(16), 'late', 'a second request counts as late, however soon it is signed (CT766)');

-- Nobody rewrites it.
select throws_like(format('update public.dossiers set %s where id = %L', change, tests.id(11)), '%set once would change', change)
from unnest(array['finished_at = finished_at - interval ''1 day''', 'received_at = now()', 'due_date = due_date + 9', 'first_due_date = null']) as change;
select tests.sign_in('receiver@test');
select public.return_result(tests.request(12, '{"recipientName": "Trần Bình"}'));
select tests.sign_out();
select throws_like(format('update public.dossiers set %s where id = %L', change, tests.id(number)), '%set once would change', change)
from (values (12, 'returned_at = returned_at - interval ''1 day'''), (12, 'returned_at = null'), (3, 'extended_to = extended_to + 1'),
	(3, 'extended_at = null'), (16, 'supplement_rounds = 1')) as list (number, change);
select lives_ok(format('update public.dossiers set supplement_rounds = supplement_rounds where id = %L', tests.id(16)), 'to leave it as it is changes nothing');

-- A corrected result ----------------------------------------------------------------------------------------

select tests.sign_in('approver@test');
select throws_ok(format('select public.correct_result(tests.request(11, %L))', more), 'PT400', key, 'correct: ' || key) from (values
	('{"reason": "x", "officeFault": true}', 'correct-reason'), ('{"reason": "Sai tên đệm"}', 'request-malformed'),
	('{"reason": "Sai tên đệm", "officeFault": true}', 'correct-nothing')
) as cases (more, key);
select is(public.correct_result(tests.request(11, '{"reason": "Sai tên đệm", "officeFault": true, "resultNumber": "13/KS"}')), '{"status": 9}', 'a corrected result');
select tests.sign_out();
insert into app.result_files (file_id, dossier_id, name, type, size, sha256, stored_by, released_at)
select tests.id(77), tests.id(11), 'Kết quả.pdf', 'application/pdf', 9, repeat('a', 64), id, now() from public.staff where full_name = 'approver@test';
select tests.sign_in('approver@test');
select throws_ok(
	format('select public.correct_result(tests.request(11, %L))', jsonb_build_object('reason', 'Sai tên đệm', 'officeFault', true, 'resultFileId', tests.id(77))),
	'PT409', 'result-differs', 'not by the file that was given out before'
);
select tests.sign_out();
create function tests.store(file int, bytes text) returns void language sql security definer as $$
	insert into app.result_files (file_id, dossier_id, name, type, size, sha256, stored_by)
	select tests.id(file), tests.id(11), 'Bản sửa.pdf', 'application/pdf', 8, encode(sha256(convert_to('%PDF-1.7', 'UTF8')), 'hex'), id
	from public.staff where full_name = 'approver@test';
	insert into app.result_parts (file_id, position, bytes) values (tests.id(file), 0, convert_to(bytes, 'UTF8'));
$$;
create function tests.correct(file int) returns jsonb language sql as $$
	select public.correct_result(tests.request(11, jsonb_build_object('reason', 'Sai tên đệm', 'officeFault', true, 'resultFileId', tests.id(file))))
$$;
select tests.store(78, '%PDF-1.7'), tests.store(79, '%PDF');
select tests.sign_in('approver@test');
select throws_ok('select tests.correct(79)', 'PT409', 'result-incomplete', 'nor by half a file');
select is(tests.correct(78), '{"status": 9}', 'by a whole one it is');
select tests.sign_out();
select results_eq(format($$select one ->> 'name', one ->> 'correction' from jsonb_array_elements(app.results_of(%L)) as one order by 1$$, tests.id(11)),
	$$values ('Bản sửa.pdf', 'Sai tên đệm'), ('Kết quả.pdf', null)$$, 'and whoever had the first result is given the second beside it');
select is(tests.timely(11), 'early', 'and the date of completion stays');

select * from finish();
rollback;
