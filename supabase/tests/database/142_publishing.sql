-- Publishing: what phones see and when, conflicts of two drafts, dates, withdrawals; what arrives from outside.
begin;
select plan(81);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(tests.procedure('1.001193', 'Khai sinh'), app.content_hash(tests.procedure('1.001193', 'Khai sinh')));
select tests.add_staff(account || '@test', agencies.id, null, 'editor')
from public.agencies, unnest(array['mai', 'lan']) as account where code = 'H99.01';

create function tests.id(name text) returns uuid language sql as $$ select md5(name)::uuid $$;
create function tests.day(days int) returns date language sql security definer as $$ select app.today() + days $$;
create function tests.revision() returns bigint language sql security definer as $$ select revision from app.catalogue_counter $$;
create function tests.version(wanted text default '1.001193', nth int default null) returns uuid language sql security definer as $$
	select coalesce((select id from public.procedure_versions where procedure_code = wanted and number = nth),
		(select current_version_id from public.procedures where code = wanted))
$$;
create function tests.row(name text) returns public.procedure_drafts language sql security definer as $$
	select * from public.procedure_drafts where id = tests.id(name)
$$;
create function tests.draft(name text, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'draftId', tests.id(name),
		'expectedRevision', coalesce((tests.row(name)).revision, 0)) || more
$$;
-- Mai proposes what Lan publishes: the title, from a day on (null: at once), on top of what is in force or of `base`.
create function tests.propose(name text, title text, days int default null, base uuid default tests.version(), code text default '1.001193')
returns void language plpgsql as $$
begin
	perform tests.sign_in('mai@test');
	perform public.begin_procedure_draft(tests.draft(name) || jsonb_build_object('procedureCode', code, 'baseVersionId', base)
		|| case when title is null then '{"kind": "withdraw", "reason": "Bãi bỏ theo QĐ 9"}' else
			jsonb_build_object('content', tests.procedure(code, title)) end);
	perform public.propose_procedure(tests.draft(name, jsonb_build_object('summary', 'Đề nghị ' || name, 'effectiveOn', tests.day(days))));
	perform tests.sign_out();
end
$$;
create function tests.publish(name text, more jsonb default '{}') returns jsonb language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.sign_in('lan@test');
	answer := public.publish_procedure(tests.draft(name, more));
	perform tests.sign_out();
	return answer;
end
$$;
create function tests.do(name text, title text, days int default null, base uuid default tests.version(), code text default '1.001193')
returns jsonb language plpgsql as $$
begin
	perform tests.propose(name, title, days, base, code);
	return tests.publish(name);
end
$$;
-- What a phone hears that knows everything up to a revision: code and title, or why it is gone.
create function tests.heard(since bigint) returns jsonb language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_anon();
	select coalesce(jsonb_object_agg(entry ->> 'code', coalesce(entry #>> '{content,title}', 'gone: ' || (entry ->> 'withdrawn'))), '{}')
	into answer from jsonb_array_elements(public.pull_catalogue(jsonb_build_object('protocol', 1, 'revision', since)) -> 'procedures') as entry;
	perform tests.sign_out();
	return answer;
exception when others then
	perform tests.sign_out();
	raise;
end
$$;
create function tests.rebuilds() returns bigint language sql security definer as $$
	select count(*) from app.jobs where kind = 'rebuild-pages' and finished_at is null
$$;

-- At once ------------------------------------------------------------------------------------------------

create temp table start as select revision from app.catalogue_counter;
select tests.propose('first', 'Khai sinh mới');
select is(tests.heard((select revision from start)), '{}', 'a proposal is heard by nobody');
create temp table answers as select tests.publish('first', '{"actionId": "00000000-0000-4000-a000-000000000001"}') as answer;
select is((select answer from answers), jsonb_build_object('code', '1.001193', 'versionId', tests.version(), 'number', 2, 'revision', tests.revision()),
	'the second person publishes the next version');
select is(tests.publish('first', '{"actionId": "00000000-0000-4000-a000-000000000001"}'), (select answer from answers), 'sent twice, once');
select throws_ok($$select tests.publish('first')$$, 'PT409', 'draft-closed', 'by another action it is not published again');
select tests.sign_out();
select throws_ok($$select tests.publish('first', '{"actionId": "00000000-0000-4000-a000-000000000001", "expectedRevision": 2}')$$, 'PT409', 'action-id-used', 'nor by the same action for another revision');
select tests.sign_out();
select is(
	(select (number, content_hash, status, source, effective_on, draft_id)::text from public.procedure_versions where id = tests.version()),
	format('(2,%s,published,editor,%s,%s)', app.content_hash(tests.procedure('1.001193', 'Khai sinh mới')), tests.day(0), tests.id('first')),
	'the version has the hash of its content and comes from the draft'
);
select is(
	(select (title, short_title, field_code, verification, decision_no, status, revision)::text from public.procedures),
	format('("Khai sinh mới","Khai sinh mới",ho-tich,partial,12/QĐ,published,%s)', tests.revision()), 'the procedure shows what was published'
);
select is(tests.heard((select revision from start)), '{"1.001193": "Khai sinh mới"}', 'and a phone hears of it');
select is(app.catalogue_hash(), app.hash_text('1.001193:' || app.content_hash(tests.procedure('1.001193', 'Khai sinh mới'))), 'the hash of the catalogue follows');
select is((select (status, decided_name, in_force_at is not null)::text from tests.row('first')), '(published,lan@test,t)', 'the draft says who decided');
select throws_ok($$update public.procedure_drafts set content = '{}'$$, 'PT403', 'record-immutable', 'and stays as it was published');
select throws_ok($$update public.procedure_drafts set status = 'discarded'$$, 'PT403', 'record-immutable', 'and published');
select is(tests.rebuilds(), 1::bigint, 'the pages are to be built anew');
select tests.do('second', 'Khai sinh mới nữa');
select is(tests.rebuilds(), 1::bigint, 'once for several changes');
update app.jobs set locked_until = now() + interval '1 minute' where kind = 'rebuild-pages';
select tests.do('third', 'Khai sinh mới mãi');
select is(tests.rebuilds(), 2::bigint, 'but again when the worker is at it already');

-- Two drafts of one code ---------------------------------------------------------------------------------

select tests.propose('mine', 'Của Mai'), tests.propose('other', 'Của ai khác');
select tests.publish('other');
select throws_ok($$select tests.publish('mine')$$, 'PT409', 'base-changed', 'what was begun before the other was published is not published over it');
select tests.sign_in('mai@test');
select is(public.procedure_draft(tests.draft('mine')) #>> '{current,content,title}', 'Của ai khác', 'the draft shows what is in force now');
select is(public.procedure_draft(tests.draft('mine')) #>> '{base,title}', 'Khai sinh mới mãi', 'beside what it was begun from');
select public.rebase_procedure_draft(tests.draft('mine') || jsonb_build_object('baseVersionId', tests.version(), 'content', tests.procedure('1.001193', 'Của cả hai')));
select public.propose_procedure(tests.draft('mine', '{"summary": "Gộp lại"}'));
select tests.sign_out();
select is(tests.publish('mine') -> 'number', '6', 'rebased and proposed again, it is published');
select tests.propose('same', 'Của cả hai');
select throws_ok($$select tests.publish('same')$$, 'PT409', 'nothing-changed', 'what is in force already is no version');
select tests.sign_out();
select is(tests.do('back', 'Khai sinh') -> 'number', '7', 'going back to an earlier text is one');
select is((select count(*) from public.procedure_versions where content_hash = app.content_hash(tests.procedure('1.001193', 'Khai sinh'))), 2::bigint, 'with the hash of the earlier');
select tests.propose('no-base', 'Không gốc', null, null);
select throws_ok($$select tests.publish('no-base')$$, 'PT409', 'base-changed', 'a draft that took the code for a new one is told');
select tests.sign_out();
select is(tests.do('past', 'Có hiệu lực từ trước', -30) ->> 'revision', tests.revision()::text, 'a date of the past is in force at once');
select is((select effective_on from public.procedure_versions where id = tests.version()), tests.day(0), 'from today');

-- On a date ----------------------------------------------------------------------------------------------

delete from app.jobs where kind = 'rebuild-pages';
update start set revision = tests.revision();
select is(tests.do('later', 'Từ ngày mai', 1) - 'versionId', '{"code": "1.001193", "number": 9, "revision": null}', 'for a later date there is a version but no revision');
select is((select status from public.procedure_versions where number = 9), 'scheduled', 'it waits');
select is(tests.heard((select revision from start)), '{}', 'phones hear nothing');
select is(tests.rebuilds(), 0::bigint, 'no page changes');
select tests.as_anon();
select is_empty('select 1 from public.procedure_versions where number = 9', 'nobody outside reads it');
select tests.sign_in('lan@test');
select is(
	public.procedure_draft(tests.draft('mine')) -> 'scheduled',
	jsonb_build_array(jsonb_build_object('draftId', tests.id('later'), 'kind', 'change', 'versionId', tests.version('1.001193', 9), 'number', 9, 'effectiveOn', tests.day(1))),
	'editors see what is to come'
);
select throws_ok('select app.publish_due()', '42501', null, 'nobody puts it in force by hand');
select tests.sign_out();
select is(app.publish_due(), 0, 'nothing is due today');
select is(tests.do('between', 'Sửa ngay') -> 'number', '10', 'what is urgent is published in between');
select tests.propose('day-after', 'Từ ngày kia', 2);
select throws_ok($$select tests.publish('day-after')$$, 'PT409', 'base-changed', 'what comes after it must be based on it');
select tests.sign_out();
select is(tests.do('day-after-2', 'Từ ngày kia', 2, tests.version('1.001193', 9)) -> 'number', '11', 'and then waits behind it');
delete from app.jobs where kind = 'rebuild-pages';
update start set revision = tests.revision();
set local role service_role;
select is(app.publish_due(tests.day(1)), 1, 'on its date the worker puts it in force');
reset role;
select is(tests.heard((select revision from start)), '{"1.001193": "Từ ngày mai"}', 'phones hear of it');
select is(tests.version(), tests.version('1.001193', 9), 'it is the current one');
select is(tests.rebuilds(), 1::bigint, 'and the pages are to be built');
select is(app.publish_due(tests.day(1)), 0, 'once');
select is((select count(*) from public.catalogue_events where draft_id = tests.id('later') and action = 'take-effect' and actor_name is null), 1::bigint, 'the record has it without a name');
select tests.do('third-day', 'Từ ngày thứ ba', 3, tests.version('1.001193', 11));
select is(app.publish_due(tests.day(9)), 2, 'a worker that slept does both');
select is((select title from public.procedures), 'Từ ngày thứ ba', 'in the order of their dates');

select tests.do('off', 'Không bao giờ', 5);
select tests.sign_in('mai@test');
select is(
	public.cancel_scheduled(tests.draft('off', '{"reason": "Luật lùi ngày", "actionId": "00000000-0000-4000-a000-000000000002", "expectedRevision": 1}')) -> 'status',
	'"discarded"', 'what waits is called off'
);
select is(
	public.cancel_scheduled(tests.draft('off', '{"reason": "Luật lùi ngày", "actionId": "00000000-0000-4000-a000-000000000002", "expectedRevision": 1}')) -> 'status',
	'"discarded"', 'once'
);
select throws_ok($$select public.cancel_scheduled(tests.draft('off', '{"reason": "Lần nữa"}'))$$, 'PT409', 'draft-closed', 'what was called off is not called off again');
select throws_ok($$select public.cancel_scheduled(tests.draft('later', '{"reason": "Muộn"}'))$$, 'PT409', 'draft-closed', 'nor what is in force');
select tests.sign_out();
select is(app.publish_due(tests.day(9)), 0, 'it never takes effect');
select is((select status from public.procedure_versions where draft_id = tests.id('off')), 'dropped', 'its version is dropped');

-- A new code ---------------------------------------------------------------------------------------------

update start set revision = tests.revision();
select is(tests.do('new', 'Thủ tục mới', null, null, '2.000001') - array['versionId', 'revision'], '{"code": "2.000001", "number": 1}', 'a new code is published');
select is(tests.heard((select revision from start)), '{"2.000001": "Thủ tục mới"}', 'and heard of');
select is((select posted_on from public.procedures where code = '2.000001'), tests.day(0), 'posted today');
select tests.do('new-later', 'Thủ tục sắp có', 1, null, '2.000002'), tests.do('new-never', 'Thủ tục không có', 1, null, '2.000003');
select is(tests.heard((select revision from start)), '{"2.000001": "Thủ tục mới"}', 'one for a later date is not');
select tests.as_anon();
select is_empty('select 1 from public.procedures where code = ''2.000002''', 'nor read');
select tests.sign_in('mai@test');
select public.cancel_scheduled(tests.draft('new-never', '{"reason": "Không ban hành"}'));
select is(
	(select jsonb_object_agg(line ->> 'code', line -> 'status') from jsonb_array_elements(public.catalogue_list('{"protocol": 1}') -> 'procedures') as line),
	'{"1.001193": "published", "2.000001": "published", "2.000002": "scheduled"}', 'editors see it coming; what was called off is gone'
);
select tests.sign_out();
select app.publish_due(tests.day(1));
select is(tests.heard((select revision from start)), '{"2.000001": "Thủ tục mới", "2.000002": "Thủ tục sắp có"}', 'on its date it is there');

-- Withdrawing --------------------------------------------------------------------------------------------

update start set revision = tests.revision();
select tests.do('coming', 'Sắp đổi', 4);
select is(tests.do('end', null) - 'revision', '{"code": "1.001193", "versionId": null, "number": null}', 'a procedure is withdrawn');
select is(tests.heard((select revision from start)), '{"1.001193": "gone: Bãi bỏ theo QĐ 9"}', 'phones hear it, and why');
select ok(app.catalogue_hash() = (select app.hash_text(string_agg(code || ':' || app.content_hash(tests.procedure(code, title)), e'\n' order by code))
	from public.procedures where code in ('2.000001', '2.000002')), 'the hash of the catalogue leaves it out');
select is((select status from tests.row('coming')), 'discarded', 'what waited for a date would bring it back and is called off');
select is(app.publish_due(tests.day(9)), 0, 'and it does not');
select tests.propose('end-again', 'Còn gì nữa');
select tests.sign_in('mai@test');
select throws_ok($$select public.begin_procedure_draft(tests.draft('end-x', '{"procedureCode": "1.001193", "kind": "withdraw", "reason": "Bãi bỏ"}'))$$,
	'PT404', 'procedure-unknown', 'what is withdrawn is not withdrawn again');
select throws_ok($$select public.save_posting('{"protocol": 1, "code": "1.001193", "postedOn": "2026-01-02"}')$$, 'PT404', 'procedure-unknown', 'nor posted');
select tests.sign_out();
update start set revision = tests.revision();
select is(tests.do('again', 'Từ ngày thứ ba') - array['versionId', 'revision'], '{"code": "1.001193", "number": 15}', 'published again with the old text, it is a version');
select is(tests.heard((select revision from start)), '{"1.001193": "Từ ngày thứ ba"}', 'and back on the phones');
select is((select (status, withdrawn_reason)::text from public.procedures where code = '1.001193'), '(published,)', 'with no reason left');
select tests.propose('end-1', null), tests.propose('end-2', null, 2);
select tests.publish('end-2');
select is((select (status, in_force_at)::text from tests.row('end-2')), '(published,)', 'a withdrawal waits for its date too');
select tests.publish('end-1');
select is(app.publish_due(tests.day(2)), 0, 'one that comes first takes its place');
select tests.sign_in('lan@test');
select is(
	(select jsonb_agg(coalesce(entry ->> 'number', 'end') || ' ' || (entry ->> 'status') || ' ' || coalesce(entry ->> 'publishedBy', 'seed'))
	from (select entry from jsonb_array_elements(public.procedure_history('{"protocol": 1, "code": "1.001193"}') -> 'entries') as entry limit 6) as list),
	'["15 published lan@test", "14 dropped lan@test", "13 dropped lan@test", "12 published lan@test", "11 published lan@test", "10 published lan@test"]',
	'the history has every version'
);
select is(
	(select jsonb_agg((entry ->> 'status') || ': ' || (entry ->> 'reason') order by entry ->> 'status') from jsonb_array_elements(public.procedure_history('{"protocol": 1, "code": "1.001193"}') -> 'entries') as entry
	where entry ->> 'kind' = 'withdrawal'),
	'["dropped: Bãi bỏ theo QĐ 9", "published: Bãi bỏ theo QĐ 9", "published: Bãi bỏ theo QĐ 9"]', 'and every withdrawal'
);
select is(public.procedure_version(jsonb_build_object('protocol', 1, 'versionId', tests.version('1.001193', 13))) #>> '{content,title}', 'Không bao giờ', 'any content can be read');
select tests.sign_out();
select is((select posted_on from public.procedures where code = '1.001193'), tests.day(0), 'the posting of the first time stays');

-- Fields and posting -------------------------------------------------------------------------------------

delete from app.jobs where kind = 'rebuild-pages';
update start set revision = tests.revision();
create function tests.post() returns jsonb language sql as $$
	select public.save_posting('{"protocol": 1, "code": "2.000001", "postedOn": "2026-01-02", "postedDecision": " 3/QĐ "}')
$$;
select tests.sign_in('mai@test');
select is(tests.post(), jsonb_build_object('code', '2.000001', 'revision', tests.revision()), 'a posting is a revision of its own');
select is(tests.post() -> 'revision', to_jsonb(tests.revision()), 'twice is once');
select is(
	(select public.pull_catalogue(jsonb_build_object('protocol', 1, 'revision', tests.revision() - 1)) #> '{procedures,0}') - array['content', 'contentHash'],
	'{"code": "2.000001", "postedOn": "2026-01-02", "postedDecision": "3/QĐ"}', 'phones learn date and decision'
);
select tests.sign_out();
select is(tests.revision(), (select revision + 1 from start), 'one revision only');
select is((select (before ->> 'postedDecision', after ->> 'postedDecision', actor_name)::text from public.catalogue_events where action = 'posting'), '(,3/QĐ,mai@test)', 'the record has it once, before and after');
select tests.sign_in('mai@test');
select public.save_field('{"protocol": 1, "code": "dat-dai", "name": "Đất đai", "help": "Sổ đỏ", "position": 2}') from generate_series(1, 2);
select public.save_field('{"protocol": 1, "code": "dat-dai", "name": "Đất đai", "help": "Sổ đỏ, sổ hồng", "position": 2}');
select is(public.pull_catalogue('{"protocol": 1, "revision": 0}') #> '{fields,1}', '{"code": "dat-dai", "name": "Đất đai", "help": "Sổ đỏ, sổ hồng", "position": 2}', 'a field is added and changed');
select tests.sign_out();
select results_eq($$select before ->> 'help', after ->> 'help' from public.catalogue_events where field_code = 'dat-dai' order by at$$,
	$$values (null, 'Sổ đỏ'), ('Sổ đỏ', 'Sổ đỏ, sổ hồng')$$, 'each change is on the record once');
select is(tests.rebuilds(), 1::bigint, 'and the pages are to be built once');

select * from finish();
rollback;
