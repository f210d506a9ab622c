-- Notices: one for every change that concerns the citizen, in words that say the date; for their phone and no other.
begin;
select plan(42);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "clock": {"supplement": "restart"},
	"channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 3}}]}', repeat('a', 64));
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'Kinh tế', array['receiver']), ('officer', 'Kinh tế', array['officer']), ('approver', 'Kinh tế', array['approver']),
	('leader', 'Kinh tế', array['leader'])
) as people (account, department, roles)
join public.agencies on agencies.code = 'H99.01'
join public.departments on departments.agency_id = agencies.id and departments.name = department;

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.submit(number int, more jsonb default '{}') returns jsonb language plpgsql as $$
begin
	perform public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('s', 'UTF8')), 'hex'),
		'payload', '{"answers": {}, "form": {}, "subject": "Nguyễn An", "papers": [], "procedureCode": "1.001193",
			"applicant": {"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}}'::jsonb
			|| jsonb_build_object('contentHash', repeat('a', 64))
	) || more);
	return public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's'));
end
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number)), 'papers', '[]'::jsonb,
		'departmentId', (select id from public.departments where name = 'Kinh tế')) || more
$$;
create function tests.told(number int) returns text language sql security definer as $$
	select string_agg(kind, ' ' order by sequence) from app.notices where dossier_id = tests.id(number)
$$;
create function tests.last(number int) returns app.notices language sql security definer as $$
	select notice.* from app.notices as notice where dossier_id = tests.id(number) order by sequence desc limit 1
$$;
create function tests.own(number int, secret text) returns jsonb language sql as $$
	select public.dossier_progress(jsonb_build_object('protocol', 1, 'dossiers', jsonb_build_array(
		jsonb_build_object('id', tests.id(number), 'secret', secret)))) #> '{dossiers,0,progress}'
$$;
create function tests.event(number int, wanted text, more jsonb default '{}', by_staff boolean default true) returns void language sql security definer as $$
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_staff_id, actor_name, data)
	select tests.id(number), max(sequence) + 1, gen_random_uuid(), wanted, 4, 4,
		case when by_staff then (select id from public.staff where full_name = 'receiver@test') end, 'x', more
	from public.dossier_events where dossier_id = tests.id(number)
$$;
select tests.submit(number) from generate_series(1, 6) as number;
select is(tests.told(1), null, 'filing is no news to the phone that filed');

-- The day of a dossier ------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select lives_ok('select public.receive_dossier(tests.request(1))', 'received');
select tests.sign_out();
select is(tests.told(1), 'receive', 'being received is told');
select is((tests.last(1)).title, 'Quầy đã tiếp nhận hồ sơ', 'under a title');
select matches((tests.last(1)).body, 'Mã hồ sơ: H99\.01-[0-9]{6}-0001\.\nNơi giải quyết: Kinh tế\.\nHẹn trả kết quả: (Thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ Nhật), [0-9]{2}/[0-9]{2}/[0-9]{4}, trước 17 giờ\.',
	'the code, who handles, and the date with its weekday and hour');
select is((tests.last(1)).facts ->> 'dueDate', (select due_date::text from public.dossiers where id = tests.id(1)), 'the date is the promised one');
select tests.sign_in('officer@test');
select lives_ok('select public.start_dossier(tests.request(1))', 'taken up by the department');
select is(tests.told(1), 'receive', 'a hand-over between desks is not told');
select lives_ok($$select public.request_supplement(tests.request(1, jsonb_build_object('until', tests.working_day(6), 'lines',
	'[{"id": "l1", "name": "Giấy chứng sinh", "verdict": "wrong", "reason": "Ảnh mờ quá", "originals": 1, "certified": 0, "copies": 0}]'::jsonb)))$$, 'papers are asked for');
select tests.sign_out();
select is((tests.last(1)).body, format(e'Hồ sơ %s cần bổ sung giấy tờ.\nSố giấy tờ cần gửi: 1.\nHãy gửi chậm nhất %s.\nTừng giấy tờ, lý do và cách gửi có ngay trên trang này.\nNgày hẹn trả sẽ được báo khi bạn gửi đủ.',
	(select code from public.dossiers where id = tests.id(1)), app.say_date(tests.working_day(6)::date)), 'how many, until when, what then');
select tests.sign_in('officer@test');
select lives_ok('select public.reply_supplement(tests.request(1, ''{"text": "Chụp {lý do} là được"}''))', 'a question is answered');
select lives_ok('select public.resume_dossier(tests.request(1))', 'the papers have come');
select tests.sign_in('approver@test');
select lives_ok('select public.finish_dossier(tests.request(1))', 'signed');
select tests.sign_in('receiver@test');
select lives_ok('select public.return_result(tests.request(1, ''{"recipientName": "Trần Bình"}''))', 'handed out');
select tests.sign_out();
select is(tests.told(1), 'receive supplement reply resume finish return', 'each change is told once, in order');
select is((select body from app.notices where dossier_id = tests.id(1) and kind = 'reply'), e'Chụp {lý do} là được\nCần hỏi thêm, bạn viết tiếp trong hồ sơ hoặc gọi 0200 000 0100.',
	'what somebody wrote is not filled in again');
select matches((select body from app.notices where dossier_id = tests.id(1) and kind = 'finish'), 'Kết quả có sớm hơn ngày hẹn Thứ', 'an early result says so (ND61 Đ20.4)');

-- The other ends ------------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select lives_ok('select public.refuse_dossier(tests.request(2, ''{"reason": "Nộp nhầm nơi ạ", "rightPlace": "Xã Bến Cát"}''))', 'refused');
select tests.sign_out();
select matches((tests.last(2)).body, 'Lý do: Nộp nhầm nơi ạ\nNơi giải quyết đúng: Xã Bến Cát', 'a refusal says why and where to');
select tests.as_anon();
select lives_ok('select public.withdraw_dossier(jsonb_build_object(''protocol'', 1, ''id'', tests.id(3), ''secret'', ''s''))', 'withdrawn by the phone');
select tests.sign_in('receiver@test');
select lives_ok('select public.stop_dossier(tests.request(3, ''{"originals": []}''))', 'confirmed');
select tests.sign_out();
select is(tests.told(3), 'withdraw stop', 'both are told');
select tests.submit(7, jsonb_build_object('replaces', jsonb_build_array(jsonb_build_object('id', tests.id(4), 'secret', 's'))));
select is(tests.told(4), 'replace', 'a correction is told once');
select matches((tests.last(4)).body, 'Hồ sơ mới: DK-', 'with the new reference');

-- What others bring: money, apology, stop, correction, calendar -----------------------------------------

update public.dossiers set code = 'H99.01-X', status = 4, due_date = '2026-12-04', first_due_date = '2026-11-26' where id = tests.id(5);
select tests.event(5, action, more::jsonb) from (values
	(1, 'bill', '{"total": 8000, "until": "2026-12-01"}'), (2, 'paid', '{}'), (3, 'halt', '{"reason": "Hết căn cứ"}'), (4, 'correct', '{}'), (5, 'note', '{}'), (6, 'assign', '{}')
) as list (position, action, more) order by position;
select is(tests.told(5), 'bill paid halt correct', 'each has its kind; notes and assignments have none');
select is((select body from app.notices where dossier_id = tests.id(5) and kind = 'bill'), e'Hồ sơ H99.01-X có khoản tiền phải nộp.\nSố tiền: 8.000 đồng.\nHãy nộp chậm nhất Thứ Ba, 01/12/2026.\nChưa rõ cách nộp, bạn hãy gọi 0200 000 0100 hoặc hỏi tại quầy.\nChỉ nộp theo hướng dẫn của quầy. Đừng chuyển tiền cho người lạ.',
	'money: how much, until when, whom to ask');
select is((select body from app.notices where dossier_id = tests.id(5) and kind = 'halt'), e'Rất tiếc, cơ quan dừng giải quyết hồ sơ H99.01-X.\nLý do: Hết căn cứ\nMời bạn đến quầy nhận thông báo và bản chính đã nộp, nếu có.\nNếu chưa rõ hoặc không đồng ý, bạn hãy gọi 0200 000 0100.', 'a stop says why');
update public.dossiers set due_date = '2026-12-10' where id = tests.id(5);
select tests.event(5, 'extend', '{"reason": "Chờ xác minh"}');
select is((tests.last(5)).body, e'Chúng tôi xin lỗi: hồ sơ H99.01-X chưa xong kịp như đã hẹn.\nLý do: Chờ xác minh\nNgày hẹn cũ: Thứ Sáu, 04/12/2026.\nNgày hẹn mới: Thứ Năm, 10/12/2026, trước 17 giờ.\nBạn không phải làm gì thêm.',
	'an apology gives the date last told and the new one (ND61 Đ19.9)');
update public.dossiers set due_date = null, due_at = null where id = tests.id(6);
select lives_ok(format('select tests.event(6, %L, %L)', kind, junk), format('%s bears %s', kind, junk))
from unnest(array['move-due']) as kind,
	unnest(array['[]', '5', '{"lines": "x", "until": "soon", "total": -1, "amount": "99999999999999", "reason": 7, "text": {}}', '{"until": "2026-02-31"}']) as junk;
select is((tests.last(6)).body ~ '[{}]|: \.|  ', false, 'what is not known is left out, not shown empty');

-- Who reads -----------------------------------------------------------------------------------------------

select tests.as_anon();
select is(jsonb_path_query_array(tests.own(1, 's'), '$.own.notices[*].kind'), '["return", "finish", "resume", "reply", "supplement", "receive"]', 'the phone that filed reads its own, the latest first');
select is((select array_agg(key order by key) from jsonb_object_keys(tests.own(1, 's') #> '{own,notices,0}') as key), '{at,body,kind,sequence,title}', 'and no more than that');
select is(tests.own(1, 't'), null, 'another secret reads nothing');
select throws_ok('select 1 from app.' || private, '42501', null, 'anon reads no ' || private) from unnest(array['notices', 'deliveries', 'notice_templates']) as private;
select tests.sign_out();
insert into app.lookup_codes (dossier_id, code_hash) values (tests.id(1), app.hash_text('AAAAAAAA'));
select tests.as_anon();
select is((public.lookup_dossier(jsonb_build_object('protocol', 1, 'code', (tests.own(1, 's') ->> 'code'), 'lookupCode', 'AAAAAAAA')))::text ~ 'notices|Kinh tế', false, 'the public lookup tells none of it');
select tests.sign_in('leader@test');
select is(jsonb_array_length(public.staff_dossier(jsonb_build_object('protocol', 1, 'dossierId', tests.id(1))) -> 'notices'), 6, 'staff see what was told');
select tests.sign_in('officer@test');
select throws_ok('select public.staff_dossier(jsonb_build_object(''protocol'', 1, ''dossierId'', tests.id(2)))', 'PT404', 'dossier-unknown', 'only of dossiers they read');

select * from finish();
rollback;
