-- The office's own words: who edits them, what a text may say, every version kept, every kind by every channel readable.
begin;
select plan(60);

insert into public.agencies (code, name, receives) values ('H99.02', 'Trung tâm xã bên', true);
select tests.add_staff(role || '@test', agencies.id, null, role)
from public.agencies, unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin']) as role where code = 'H99.01';
select tests.add_staff('suspended@test', id, null, 'leader', 'admin') from public.agencies where code = 'H99.01';
update public.staff set active = false where full_name = 'suspended@test';
select tests.add_staff('elsewhere@test', id, null, 'leader') from public.agencies where code = 'H99.02';
create function tests.wording(more jsonb default '{}') returns jsonb language sql as $$
	select '{"protocol": 1, "kind": "receive", "channel": "email", "subject": "Hồ sơ {mã hồ sơ}", "body": "Chào bạn, hẹn {ngày hẹn trả}.", "expectedVersion": 0}' || more
$$;
create function tests.save(more jsonb default '{}') returns jsonb language sql as $$ select public.save_notice_template(tests.wording(more)) $$;
create function tests.preview(more jsonb default '{}') returns jsonb language sql as $$ select public.preview_notice_template(tests.wording(more)) $$;
create function tests.read() returns jsonb language sql as $$ select public.notice_templates('{"protocol": 1}') $$;
create function tests.text(wanted_kind text, wanted_channel text) returns jsonb language sql as $$
	select text from jsonb_array_elements(tests.read() -> 'kinds') as kind, jsonb_array_elements(kind -> 'texts') as text
	where kind ->> 'kind' = wanted_kind and text ->> 'channel' = wanted_channel
$$;

-- Who -----------------------------------------------------------------------------------------------------

select tests.as_anon();
select throws_ok('select tests.' || attempt, '42501', null, 'not anon: ' || attempt) from unnest(array['save()', 'preview()', 'read()']) as attempt;
select tests.sign_out();
create temp table refused as
select role, attempt, case role when 'nobody' then 'not-staff' when 'suspended' then 'not-staff' else 'role-missing' end as key
from unnest(array['nobody', 'suspended', 'receiver', 'officer', 'approver', 'editor']) as role, unnest(array['save()', 'preview()', 'read()']) as attempt;
create function tests.refusal(role text, attempt text) returns text language plpgsql as $$
begin
	perform tests.as_actor(role);
	execute 'select tests.' || attempt;
	return 'allowed';
exception when others then
	return sqlerrm;
end
$$;
select is(tests.refusal(role, attempt), key, format('%s: %s', role, attempt)) from refused;
select tests.sign_out();

-- As shipped ----------------------------------------------------------------------------------------------

select is((select count(*) from app.notice_templates), (select count(*) * 4 from app.notice_kinds), 'every kind has a text for every channel');
select is_empty($$select kind, channel from app.notice_templates, lateral (
		select jsonb_build_object('protocol', 1, 'kind', kind, 'channel', channel, 'subject', subject, 'body', body) as request
	) as list where (app.get_wording(request)).body <> body$$, 'every one of them passes what an edited text must pass');
select tests.sign_in('leader@test');
create temp table shipped as
select kind ->> 'kind' as kind, text ->> 'channel' as channel,
	public.preview_notice_template(jsonb_build_object('protocol', 1, 'kind', kind ->> 'kind', 'channel', text ->> 'channel', 'subject', text ->> 'subject', 'body', text ->> 'body')) as shown
from jsonb_array_elements(tests.read() -> 'kinds') as kind, jsonb_array_elements(kind -> 'texts') as text;
select is((select count(*) from shipped), 76::bigint, 'all are previewed');
select is_empty($$select * from shipped where shown::text ~ '\\{[^"]*\\}[^}]|undefined|null' or shown ->> 'body' ~ '[{}]' or length(shown ->> 'body') < 20$$, 'none has a bare placeholder or nothing to say');
select is_empty($$select kind, channel from shipped where channel in ('sms', 'zalo') and (length(shown ->> 'body') > 320 or shown ->> 'body' ~ e'\n')$$, 'messages are short and in one line');
select is_empty($$select kind, channel from shipped where channel <> 'app' and shown ->> 'body' !~ '0200 000 0100'$$, 'whatever leaves the app says whom to ring');
select is_empty($$select kind, channel, sentence from shipped, regexp_split_to_table(shown ->> 'body', '[.:?!]\s+|\n') as sentence
	where array_length(regexp_split_to_array(btrim(sentence), '\s+'), 1) > 22$$, 'sentences are short (domain §7.2)');
-- With nothing known but the code every text must still be one.
select tests.sign_out();
select is_empty($$select kind, channel from app.notice_templates as text, public.agencies as agency,
	lateral app.fill_template(text.body, app.words_outside(app.words_for('{"at": "2026-11-23T02:05:00Z", "code": "DK-1"}', agency, false)), false) as filled
	where agency.code = 'H99.01' and channel <> 'app' and (filled ~ '[{}]' or filled !~ 'DK-1' or length(filled) < 30)$$, 'also when only the code is known');

-- Saying dates --------------------------------------------------------------------------------------------

select is(app.say_date('2026-11-26'), 'Thứ Năm, 26/11/2026', 'a date has its weekday');
select is(app.say_time('2026-11-23T09:05:00Z'), '16 giờ 05, Thứ Hai, 23/11/2026', 'a moment is local time');
select is(app.say_due('2026-11-26', null), 'Thứ Năm, 26/11/2026, trước 17 giờ', 'a date ends when the office closes');
select is(app.say_due('2026-11-25', '2026-11-25T04:30:00Z'), 'Thứ Tư, 25/11/2026, trước 11 giờ 30', 'a limit in hours at its hour');
select is(app.say_money(1250000), '1.250.000 đồng', 'money has its points');

-- What a text may say -------------------------------------------------------------------------------------

select tests.sign_in('admin@test');
select throws_ok(format('select tests.%s(%L)', attempt, more), status, key, format('%s: %s', attempt, coalesce(nullif(left(more, 70), ''), key)))
from (values
	('{"body": "Chào {họ tên} nhé bạn"}', 'PT400', 'notice-word-unknown'), ('{"body": "Chào bạn { nhé bạn"}', 'PT400', 'notice-word-unknown'),
	('{"body": "Vì {lý do} nên chậm"}', 'PT400', 'notice-word-private'), ('{"subject": "Hồ sơ của bạn"}', 'PT400', 'notice-code-missing'),
	('{"subject": ""}', 'PT400', 'notice-subject'), ('{"body": "ngắn"}', 'PT400', 'notice-body'), ('{"kind": "x"}', 'PT404', 'notice-unknown')
) as list (more, status, key), unnest(array['save', 'preview']) as attempt;
select is(tests.preview(), '{"subject": "Hồ sơ H99.01-261123-0007", "body": "Chào bạn, hẹn Thứ Năm, 26/11/2026, trước 17 giờ."}', 'a preview has invented facts');

-- Versions ------------------------------------------------------------------------------------------------

select is(tests.save(), '{"version": 1}', 'an admin saves');
select is(tests.save(), '{"version": 1}', 'said again: the same');
select tests.sign_in('leader@test');
select throws_ok('select tests.save(''{"body": "Chào bạn, tôi sửa khác."}'')', 'PT409', 'version-stale', 'over somebody else''s text nobody saves unseen');
select is(tests.save('{"body": "Chào bạn, tôi sửa khác.", "expectedVersion": 1}'), '{"version": 2}', 'a leader saves');
select is(tests.text('receive', 'email') - 'savedAt' - 'shipped', '{"channel": "email", "subject": "Hồ sơ {mã hồ sơ}", "body": "Chào bạn, tôi sửa khác.", "version": 2, "savedBy": "leader@test"}', 'the latest is in force, with who saved it');
select matches(tests.text('receive', 'email') #>> '{shipped,body}', 'Bây giờ bạn chưa phải làm gì', 'the shipped one can be had back');
select tests.sign_in('elsewhere@test');
select is((tests.text('receive', 'email') ->> 'version')::int, 0, 'another agency keeps its own');
select tests.sign_out();
select is((select count(*) from app.notice_templates where agency_id is not null), 2::bigint, 'both versions are kept');
select throws_ok(attempt, 'PT403', 'record-immutable', 'nobody rewrites one: ' || attempt)
from unnest(array['update app.notice_templates set body = ''x''', 'delete from app.notice_templates', 'truncate app.notice_templates']) as attempt;

select * from finish();
rollback;
