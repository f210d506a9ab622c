-- The result by post: where the citizen wants it, the slip that says so, the parcel, and what the phone and the books say of it.
begin;
select plan(52);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "onlineLevel": "full", "clock": {"supplement": "restart"},
	"channels": [{"kind": "in-person", "limit": {"unit": "working-day", "value": 3}}, {"kind": "online", "limit": {"unit": "working-day", "value": 3}}]}', repeat('a', 64));
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
select tests.add_staff(account || '@test', agencies.id, departments.id, account)
from unnest(array['receiver', 'officer', 'approver', 'leader']) as account
join public.agencies on agencies.code = 'H99.01'
join public.departments on departments.agency_id = agencies.id and departments.name = 'Kinh tế';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.open(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('s', 'UTF8')), 'hex'),
		'payload', '{"answers": {}, "form": {}, "subject": "Nguyễn An", "papers": [], "procedureCode": "1.001193",
			"applicant": {"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}}'::jsonb
			|| jsonb_build_object('contentHash', repeat('a', 64)) || more
	))
$$;
create function tests.submit(number int, more jsonb default '{}') returns jsonb language sql as $$
	select tests.open(number, more);
	select public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's'))
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number), 'papers', '[]'::jsonb,
		'expectedVersion', (select version from public.dossiers where id = tests.id(number)),
		'departmentId', (select id from public.departments where name = 'Kinh tế')) || more
$$;
create function tests.last(number int) returns jsonb language sql security definer as $$
	select data - 'answer' from public.dossier_events where dossier_id = tests.id(number) order by sequence desc limit 1
$$;
create function tests.told(number int) returns app.notices language sql security definer as $$
	select notice.* from app.notices as notice where dossier_id = tests.id(number) order by sequence desc limit 1
$$;
create function tests.own(number int) returns jsonb language sql as $$
	select public.dossier_progress(jsonb_build_object('protocol', 1, 'dossiers', jsonb_build_array(
		jsonb_build_object('id', tests.id(number), 'secret', 's')))) #> '{dossiers,0,progress,own}'
$$;
create function tests.finish(number int) returns void language plpgsql as $$
begin
	perform tests.sign_in('receiver@test');
	perform public.receive_dossier(tests.request(number));
	perform tests.sign_in('officer@test');
	perform public.start_dossier(tests.request(number));
	perform tests.sign_in('approver@test');
	perform public.finish_dossier(tests.request(number));
	perform tests.sign_in('receiver@test');
end
$$;
create function tests.return(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.return_result(tests.request(number, '{"recipientName": "Trần Bình"}'::jsonb || more))
$$;
create function tests.snapshot(number int) returns jsonb language sql security definer as $$
	select snapshot from public.slips where dossier_id = tests.id($1) and form = '01'
$$;

-- What a phone files --------------------------------------------------------------------------------------

select tests.as_anon();
select lives_ok('select tests.submit(1)', 'a phone that knows nothing of post files as ever');
select is(tests.open(1) ->> 'state', 'finalized', 'and its bundle is the same bundle later');
select lives_ok($$select tests.submit(2, '{"postTo": " Thôn Hạ, xã Bến Đò "}')$$, 'with post');
select throws_ok($$select tests.open(2, '{"postTo": "Thôn Thượng"}')$$, 'PT409', 'submission-differs', 'another address is another bundle');
select throws_ok(format('select tests.open(90, %L)', more), 'PT400', key, 'refused: ' || more) from (values
	('{"postTo": ""}', 'post-address'), ('{"postTo": 5}', 'post-address'), ('{"postTo": "ab"}', 'post-address'), ('{"postTo": null}', 'post-address'),
	(jsonb_build_object('postTo', repeat('x', 301))::text, 'text-too-long'),
	('{"consents": true}', 'payload-malformed'), ('{"consents": {"zalo": "yes"}}', 'payload-malformed')
) as cases (more, key);
select lives_ok($$select tests.submit(3, '{"consents": {"zalo": true}}')$$, 'a consent is taken');
select lives_ok(format('select tests.submit(%s, ''{"postTo": "Thôn Hạ"}'')', number), 'filed') from generate_series(4, 6) as number;
select is(tests.own(1) -> 'post', 'null'::jsonb, 'nothing is posted');
select is(tests.own(2) -> 'post', '{"address": "Thôn Hạ, xã Bến Đò"}', 'the phone is told where to');

-- The counter ---------------------------------------------------------------------------------------------

select tests.sign_out();
create function tests.file(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.file_at_desk(jsonb_build_object('protocol', 1, 'actionId', tests.id(1000 + number), 'dossierId', tests.id(number), 'visitId', tests.id(9),
		'channel', 1, 'procedureCode', '1.001193', 'contentHash', repeat('a', 64), 'subject', 'Lê Thị Lúa', 'answers', '{}'::jsonb, 'form', '{}'::jsonb,
		'papers', '[]'::jsonb, 'identityCheck', 'card', 'source', 'typed',
		'applicant', '{"fullName": "Lê Thị Lúa", "address": "Thôn Trung", "phone": "0912345679"}'::jsonb) || more)
$$;
select tests.sign_in('receiver@test');
select is(public.desk_setup('{"protocol": 1}') -> 'zalo', 'false'::jsonb, 'without a way to send by Zalo the counter does not ask');
select tests.sign_out();
select app.note_channels('{"zalo": true}');
select tests.sign_in('receiver@test');
select is(public.desk_setup('{"protocol": 1}') -> 'zalo', 'true'::jsonb, 'with one it may');
select throws_ok($$select tests.file(20, '{"postTo": " "}')$$, 'PT400', 'post-address', 'no address, no post');
select lives_ok($$select tests.file(20, '{"postTo": "Thôn Hạ", "consents": {"zalo": true}}')$$, 'at the counter too');
select is((select payload - array['applicant', 'answers', 'form', 'papers', 'contentHash'] from public.dossiers where id = tests.id(20)),
	'{"procedureCode": "1.001193", "subject": "Lê Thị Lúa", "postTo": "Thôn Hạ", "consents": {"zalo": true}}', 'both are kept');
select lives_ok($$select tests.file(21)$$, 'neither');
select is((select payload ?| array['postTo', 'consents'] from public.dossiers where id = tests.id(21)), false, 'leaves no trace');
select lives_ok('select public.receive_dossier(tests.request(20))', 'received');
select tests.sign_out();
select is((select string_agg(channel || ' ' || address, ', ') from app.deliveries
	join app.notices on notices.id = notice_id where dossier_id = tests.id(20)), 'zalo 0912345679', 'and the news goes by Zalo');

-- The slip ------------------------------------------------------------------------------------------------

select tests.finish(number) from generate_series(1, 2) as number;
select tests.sign_out();
select is(tests.snapshot(1) ? 'postTo', false, 'fetched at the office, the slip says what it said');
select is(tests.snapshot(2) -> 'postTo', '"Thôn Hạ, xã Bến Đò"', 'posted, it says where to (Mẫu 01, 6)');
select is((tests.told(1)).kind, 'finish', 'come and fetch it');
select is((tests.told(2)).kind, 'finish-post', 'or wait for the post');
select matches((tests.told(2)).body, 'Quầy sẽ gửi qua bưu điện, đến: Thôn Hạ, xã Bến Đò\.', 'at this address');
select doesnt_match((tests.told(2)).body, 'Mời bạn đến', 'nobody is sent on a trip');

-- Handed to the post --------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select throws_ok(format('select tests.return(2, %L)', more), 'PT400', key, 'refused: ' || more) from (values
	('{"post": {}}', 'post-number'), ('{"post": {"number": "12"}}', 'post-number'), ('{"post": {"number": "EE<1>9VN"}}', 'post-number'), ('{"post": []}', 'post-number'),
	('{"post": {"number": "EE123456789VN"}, "recipientName": "B"}', 'recipient-name'), ('{"post": {"number": "EE123456789VN", "address": "x"}}', 'post-address')
) as cases (more, key);
select throws_ok('select tests.return(1, ''{"post": {"number": "EE123456789VN"}}'')', 'PT400', 'post-address', 'nobody said where to');
select is(tests.return(2, '{"post": {"number": " EE123456789VN "}, "proxy": true, "proxyPaper": "x", "originals": ["Giấy chứng sinh"]}'), '{"status": 10}', 'posted');
select is(tests.return(1, '{"post": {"number": "7001.22", "carrier": "Viettel Post", "address": "Thôn Đông"}}'), '{"status": 10}', 'also to an address that was rung up');
select tests.sign_out();
select is(tests.last(2), '{"recipientName": "Trần Bình", "proxy": false, "originals": ["Giấy chứng sinh"],
	"post": {"number": "EE123456789VN", "carrier": "Bưu điện Việt Nam", "address": "Thôn Hạ, xã Bến Đò"}}', 'the event has the parcel, and no proxy');
select is((tests.told(2)).kind || ': ' || (tests.told(2)).title, 'post: Kết quả đã gửi qua bưu điện', 'the citizen is told');
select matches((tests.told(2)).body, e'Đơn vị gửi: Bưu điện Việt Nam\\.\nSố bưu gửi: EE123456789VN\\.\nGửi đến: Thôn Hạ, xã Bến Đò\\.', 'with the number');
select is((select array_agg(filled ~ 'EE123456789VN' and filled !~ 'Thôn Hạ|Bưu điện Việt Nam') from app.notices as notice, unnest(array['email', 'sms']) as way,
	lateral app.template_of(null, notice.kind, way) as template, lateral app.fill_template(template.body, app.words_outside(app.words_for(notice.facts,
		(select agencies from public.agencies where code = 'H99.01'), false)), false) as filled
	where dossier_id = tests.id(2) and notice.kind = 'post'), array[true, true], 'a mail or message has the number and neither the address nor the desk''s own words');
select tests.as_anon();
select is((tests.own(2) -> 'post') - 'at', '{"address": "Thôn Hạ, xã Bến Đò", "number": "EE123456789VN", "carrier": "Bưu điện Việt Nam", "originals": ["Giấy chứng sinh"]}', 'the phone has it');
select tests.finish(number) from generate_series(4, 5) as number;
select tests.return(4);
select tests.return(5, '{"proxy": true, "proxyPaper": "Giấy ủy quyền 20/11/2026"}');
select tests.as_anon();
select is(tests.own(4) -> 'post', 'null'::jsonb, 'asked for and fetched after all: no parcel');

-- In the books --------------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select is((select string_agg(concat_ws(' ', line ->> 'recipient', line ->> 'proxy', coalesce(line ->> 'parcel', '-')), ', ' order by (line ->> 'number')::int)
	from jsonb_array_elements(public.register_page(jsonb_build_object('protocol', 1, 'year', extract(year from now() at time zone interval '7 hours')::int)) -> 'rows') as line
	where line ->> 'recipient' is not null), (select string_agg(case id
		when tests.id(1) then 'Trần Bình false 7001.22' when tests.id(2) then 'Trần Bình false EE123456789VN'
		when tests.id(4) then 'Trần Bình false -' else 'Trần Bình true -' end, ', ' order by received_at, id)
	from public.dossiers where returned_at is not null), 'the register knows who, by whom, and by which parcel');
select tests.sign_out();
select is((select app.control_steps(dossier) -> -1 from public.dossiers as dossier where id = tests.id(2)) - array['from', 'givenAt', 'givenBy', 'takenAt'],
	'{"kind": "return", "to": "Trần Bình", "takenBy": "Bưu điện Việt Nam", "outcome": "post", "number": "EE123456789VN", "note": "Thôn Hạ, xã Bến Đò"}', 'so does the control sheet');

-- A correction on paper -----------------------------------------------------------------------------------

select tests.sign_in('approver@test');
select lives_ok($$select public.correct_result(tests.request(2, '{"reason": "Sai ngày sinh", "officeFault": true, "resultNumber": "12/KS-CL"}'))$$, 'corrected by number');
select tests.as_anon();
select is((tests.own(2) #> '{corrections,0}') - 'at', '{"reason": "Sai ngày sinh", "number": "12/KS-CL", "fileId": null}', 'the phone is told, without a file');
select tests.sign_out();
select matches((tests.told(2)).body, e'Số của bản mới: 12/KS-CL\\.\nLý do: Sai ngày sinh\nBản đã nhận', 'and the notice names the number and no file');

select * from finish();
rollback;
