-- Notices on their way: what may leave the app, by which channels, taken at least once under one id, given up with a word.
begin;
select plan(47);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "channels": []}', repeat('a', 64));
select tests.add_staff('receiver@test', agencies.id, null, 'receiver') from public.agencies where code = 'H99.01';
create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.dossier(nth int, applicant jsonb, payload jsonb default '{}') returns void language sql as $$
	insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text, sort_at, submitted_at)
	select tests.id(nth), 'DK-' || nth, agencies.id, '1.001193', version.id, 1, 1, 'Nguyễn Kín', applicant || '{"fullName": "Trần Kín"}', payload, 'x', now(), now()
	from public.agencies, public.procedure_versions as version where agencies.code = 'H99.01' and version.procedure_code = '1.001193'
$$;
create function tests.event(number int, wanted text, more jsonb default '{}', by_staff boolean default true) returns void language sql as $$
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_staff_id, actor_name, data)
	select tests.id(number), coalesce(max(sequence), 0) + 1, gen_random_uuid(), wanted, 4,
		case when by_staff then (select id from public.staff where full_name = 'receiver@test') end, 'x', more
	from public.dossier_events where dossier_id = tests.id(number)
$$;
create function tests.sent(number int) returns text language sql as $$
	select coalesce(string_agg(concat_ws(' ', delivery.channel, delivery.state, delivery.last_error), ', ' order by notice.sequence, delivery.channel), '')
	from app.notices as notice join app.deliveries as delivery on delivery.notice_id = notice.id where notice.dossier_id = tests.id(number)
$$;
create function tests.take() returns jsonb language sql as $$ select app.take_delivery('{email}') $$;

select tests.dossier(number, applicant::jsonb, payload::jsonb) from (values
	(1, '{"email": "binh@thu.test", "phone": "0912 345 678"}', '{}'), (2, '{"phone": "0912345678"}', '{}'), (3, '{}', '{}'),
	(4, '{"email": "a,b@thu.test"}', '{}'), (5, '{"email": "binh@thu.test", "phone": "0912345678"}', '{"consents": {"zalo": true}}'),
	(6, '{"email": "binh@thu.test"}', '{"consents": {"zalo": true}}'), (7, '{"email": "bình@thu.test", "phone": "12"}', '{}')
) as list (number, applicant, payload);

-- Which channels ------------------------------------------------------------------------------------------

select results_eq('select channel, is_on from app.notice_channels order by position', $$values ('app', true), ('email', false), ('sms', false), ('zalo', false)$$, 'nothing is sent before somebody can');
select tests.event(1, 'receive');
select is(tests.sent(1), 'email off', 'a mail that could not go is told; nobody asked for a message');
select is(tests.take(), null, 'and nothing is to be sent');
select tests.as_anon();
select throws_ok('select ' || attempt, '42501', null, 'not for anon: ' || attempt)
from unnest(array['app.note_channels(''{}'')', 'app.take_delivery(''{email}'')', 'app.note_delivery(tests.id(1), 1, ''sent'', null)']) as attempt;
select tests.sign_out();
set local role service_role;
select lives_ok('select app.note_channels(''{"email": true, "app": false, "pigeon": true}'')', 'the worker tells what it can');
reset role;
select results_eq('select channel, is_on from app.notice_channels order by position', $$values ('app', true), ('email', true), ('sms', false), ('zalo', false)$$, 'the app cannot be off');
select is(tests.take(), null, 'what was off is not sent later');
update app.jobs set run_at = now() + interval '50 seconds' where kind = 'send-notices';
select tests.event(number, 'receive') from generate_series(2, 5) as number;
select is(tests.sent(2), '', 'no address, no mail');
select is(tests.sent(3), '', 'no way at all');
select is(tests.sent(4), 'email failed address-malformed', 'an address that is two is not tried');
select is(tests.sent(5), 'email waiting', 'an address is written to');
select is((select run_at from app.jobs where kind = 'send-notices'), now(), 'the worker is woken');
select app.note_channels('{"email": true, "sms": true, "zalo": true}');
select tests.event(number, 'finish') from unnest(array[2, 5, 6, 7]) as number;
select is(tests.sent(2), 'sms waiting', 'once messages can be sent they are; Zalo only by consent');
select is(tests.sent(5), 'email waiting, email waiting, sms waiting, zalo waiting', 'with consent Zalo too');
select is(tests.sent(6), 'email waiting', 'consent without a number reaches nobody');
select is(tests.sent(7), 'email failed address-malformed, sms failed address-malformed', 'letters no mail server takes, a number that is none');
select tests.event(6, 'withdraw', '{}', false), tests.event(6, 'stop', '{"replacedBy": "DK-9"}', false);
select is(tests.sent(6), 'email waiting', 'what a phone does by itself makes the office write to nobody');
select tests.event(6, 'withdraw');
select is(tests.sent(6), 'email waiting, email waiting', 'what a desk does is told');

-- What may leave the app ----------------------------------------------------------------------------------

select is_empty($$select delivery.subject, delivery.body from app.deliveries as delivery where delivery.subject || delivery.body ~ 'Kín|Khai sinh|[{}]'$$, 'no name, no matter, no bare placeholder');
select is((select delivery.body from app.deliveries as delivery join app.notices as notice on notice.id = delivery.notice_id where dossier_id = tests.id(2)),
	'Hồ sơ DK-2 đã có kết quả. Mời bạn mang giấy hẹn và căn cước đến quầy nhận, trong giờ làm việc. Hỏi: 0200 000 0100.', 'a message is one line');
select matches((select delivery.body from app.deliveries as delivery join app.notices as notice on notice.id = delivery.notice_id where dossier_id = tests.id(5) and kind = 'receive'),
	e'^Chào bạn,\n\nQuầy đã tiếp nhận hồ sơ DK-5 của bạn, lúc .+ giờ.*, .+, [0-9/]{10}\\.\n\nBây giờ .*Cần hỏi, xin gọi 0200 000 0100\\.\n\nTrung tâm', 'a mail says what happened, when, what now, whom to ring');
select tests.event(1, 'refuse', '{"reason": "Nhiễm HIV chưa xác minh", "rightPlace": "Trạm y tế"}'), tests.event(1, 'reply', '{"text": "Bệnh án"}');
select is_empty($$select 1 from app.deliveries where body ~ 'HIV|Trạm|Bệnh'$$, 'reasons and replies stay inside');
insert into app.notice_templates (kind, channel, version, subject, body) values ('halt', 'email', 2, '{lý do} {mã hồ sơ}', e'{lý do}\nHồ sơ {mã hồ sơ}');
select tests.event(1, 'halt', '{"reason": "Nhiễm HIV"}');
select is((select delivery.subject || '|' || delivery.body from app.deliveries as delivery join app.notices as notice on notice.id = delivery.notice_id where kind = 'halt' and channel = 'email'),
	'|Hồ sơ DK-1', 'whatever a text says');
update public.dossiers set applicant = '{"email": "x@thu.test"}', reference = E'DK\r\nBcc: y@z' where id = tests.id(3);
select tests.event(3, 'receive');
select is((select delivery.subject from app.deliveries as delivery join app.notices as notice on notice.id = delivery.notice_id where dossier_id = tests.id(3)), 'Quầy đã tiếp nhận hồ sơ (DK Bcc: y@z)', 'a subject is one line, always');

-- Taken, told, tried again --------------------------------------------------------------------------------

truncate app.deliveries;
insert into app.deliveries (id, notice_id, channel, address, subject, body, state, next_at)
select tests.id(number), (select min(id) + number from app.notices), channel, 'a', 's', 'b', 'waiting', now() - make_interval(secs => 100 - number)
from (values (1, 'email'), (2, 'email'), (3, 'zalo')) as list (number, channel);
select is(tests.take() - 'createdAt', jsonb_build_object('id', tests.id(1), 'attempt', 1, 'channel', 'email', 'address', 'a', 'subject', 's', 'body', 'b'), 'the longest waiting comes first');
select is(tests.take() ->> 'id', tests.id(2)::text, 'then the next');
select is(tests.take(), null, 'a channel that was not asked for waits');
create function tests.state(number int) returns text language sql as $$
	select concat_ws(' ', state, attempts, extract(epoch from next_at - now())::int, last_error, provider_id) from app.deliveries where id = tests.id(number)
$$;
select is(tests.state(1), 'waiting 1 600', 'taken for ten minutes');
select app.note_delivery(tests.id(1), 1, 'sent', 'provider-7');
select is(tests.state(1), 'sent 1 600 provider-7', 'sent is told');
select is((select sent_at from app.deliveries where id = tests.id(1)), now(), 'and when');
select app.note_delivery(tests.id(1), 1, 'refused', 'late');
select is(tests.state(1), 'sent 1 600 provider-7', 'once');
select app.note_delivery(tests.id(2), 1, 'later', 'down');
select is(tests.state(2), 'waiting 1 60 down', 'not now: in a minute');
create function tests.again(number int) returns text language plpgsql as $$
declare
	taken jsonb;
begin
	update app.deliveries set next_at = now() where id = tests.id(number);
	taken := app.take_delivery('{email}');
	perform app.note_delivery(tests.id(number), (taken ->> 'attempt')::int, 'later', 'down');
	return (select extract(epoch from next_at - now())::int / 60 from app.deliveries where id = tests.id(number));
end
$$;
select is(tests.again(2), pause, format('then after %s minutes', pause)) from unnest(array['2', '4', '8', '16', '32', '64', '120', '120']) as pause;
update app.deliveries set next_at = now() where id = tests.id(2);
create temp table slow as select app.take_delivery('{email}') as taken;
update app.deliveries set next_at = now() where id = tests.id(2);
create temp table quick as select app.take_delivery('{email}') as taken;
select is((select taken -> 'id' from slow), (select taken -> 'id' from quick), 'a worker that died gives it back, under the same id');
select app.note_delivery(tests.id(2), (select (taken ->> 'attempt')::int from slow), 'refused', 'x');
select is((select state from app.deliveries where id = tests.id(2)), 'waiting', 'what a slow one could not do does not count');
select app.note_delivery(tests.id(2), (select (taken ->> 'attempt')::int from slow), 'sent', 'x');
select is((select state from app.deliveries where id = tests.id(2)), 'sent', 'what it did has been done');
update app.deliveries set state = 'waiting', last_error = 'down', next_at = now(), created_at = now() - interval '49 hours' where id = tests.id(2);
select app.note_channels('{}');
select is(tests.take(), null, 'after two days nobody is written to, also when nothing can be sent by');
select is((select state || ' ' || last_error from app.deliveries where id = tests.id(2)), 'failed down', 'the desk is told to ring');

select * from finish();
rollback;
