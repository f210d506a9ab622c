-- What a phone pulls: everything after its revision and nothing else; published versions never change.
begin;
select plan(56);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh, kết hôn", "position": 1}');
create function tests.content(code text, title text) returns jsonb language sql as $$
	select jsonb_build_object('code', code, 'field', 'ho-tich', 'title', title, 'shortTitle', title)
$$;
create function tests.hash(letter text) returns text language sql as $$ select repeat(letter, 64) $$;
create function tests.revision() returns bigint language sql security definer as $$ select revision from app.catalogue_counter $$;
create function tests.pull(more jsonb) returns jsonb language sql as $$
	select public.pull_catalogue('{"protocol": 1}' || more)
$$;
create function tests.pulled_codes(more jsonb) returns setof text language sql as $$
	select entry ->> 'code' from jsonb_array_elements(tests.pull(more) -> 'procedures') as entry
$$;
select tests.add_staff('editor@test', agencies.id, null, 'editor'),
	tests.add_staff('receiver@test', agencies.id, null, 'receiver')
from public.agencies where code = 'H99.01';

-- Seeding ---------------------------------------------------------------------------------------------

select is(app.seed_procedure(tests.content('1.001193', 'Khai sinh'), tests.hash('a')), 'published', 'a new code is published');
select is(app.seed_procedure(tests.content('1.001193', 'Khai sinh'), tests.hash('a')), 'known', 'the same content is known');
select is(
	app.seed_procedure(tests.content('1.001193', 'Khai sinh mới'), tests.hash('b')), 'proposed',
	'newer content for a published code is only proposed'
);
select is(app.seed_procedure(tests.content('1.001193', 'Khai sinh mới'), tests.hash('b')), 'known', 'a proposal is made once');
select is((select title from public.procedures where code = '1.001193'), 'Khai sinh', 'a proposal changes nothing that is shown');
select results_eq(
	'select number, status from public.procedure_versions order by number',
	$$values (1, 'published')$$, 'nor is it a version'
);
select results_eq(
	'select title, kind, status, source, offered_hash, base_version_id, author_name from public.procedure_drafts',
	$$select 'Khai sinh mới', 'change', 'open', 'repository', tests.hash('b'), current_version_id, null::text from public.procedures$$,
	'but an open draft on top of what is published'
);
select is(
	(select (verification, decision_no, posted_on, posted_decision)::text from public.procedures where code = '1.001193'),
	format('(,,%s,)', app.today()), 'what is published for the first time counts as posted that day'
);
select is((select name from public.fields where code = 'ho-tich'), 'Hộ tịch', 'the field is there');
select app.seed_field('{"code": "ho-tich", "name": "Other", "help": "Other", "position": 9}');
select is((select name from public.fields where code = 'ho-tich'), 'Hộ tịch', 'the office''s own field is never overwritten');

-- Pulling ---------------------------------------------------------------------------------------------

update public.procedures set posted_on = '2026-01-02', posted_decision = '12/QĐ-UBND' where code = '1.001193';
select tests.as_anon();
select results_eq('select tests.pulled_codes(''{}'')', array['1.001193'], 'a phone that knows nothing gets all');
select is(
	(tests.pull('{}') #> '{procedures,0}') - array['code', 'content', 'contentHash'],
	'{"postedOn": "2026-01-02", "postedDecision": "12/QĐ-UBND"}', 'with date and decision of the posting'
);
select ok(not tests.pull('{}') ? 'postings', 'which are not sent twice');
select is(tests.pull('{}') #>> '{procedures,0,contentHash}', tests.hash('a'), 'with the published hash, not the draft''s');
select is(tests.pull('{}') #> '{procedures,0,content}', tests.content('1.001193', 'Khai sinh'), 'and the published content');
select is(tests.pull('{"revision": null}') -> 'procedures', tests.pull('{}') -> 'procedures', 'revision null is the same as none');
select tests.sign_out();
create temp table seen as select tests.revision() as revision;
grant select on seen to anon, authenticated;
create function tests.seen() returns jsonb language sql as $$ select jsonb_build_object('revision', revision) from pg_temp.seen $$;
select tests.as_anon();
select is(
	tests.pull(tests.seen()), tests.seen() || '{"unchanged": true}',
	'nothing new: the revision and nothing else'
);
select cmp_ok(octet_length(tests.pull(tests.seen())::text), '<', 100, 'nothing new costs some bytes');
select results_eq(
	'select tests.pulled_codes(''{"revision": 999999999}'')', array['1.001193'],
	'a revision of the future starts anew'
);
select results_eq('select tests.pulled_codes(''{"revision": -1}'')', array['1.001193'], 'a revision that is none starts anew');
select results_eq('select tests.pulled_codes(''{"revision": "x"}'')', array['1.001193'], 'a text is no revision');
select results_eq('select tests.pulled_codes(''{"revision": 1e40}'')', array['1.001193'], 'a huge number is no revision');
select tests.sign_out();
select is(
	app.catalogue_hash(), app.hash_text('1.001193:' || tests.hash('a')), 'the catalogue hash covers code and content hash'
);
create temp table snapshot as select app.catalogue_hash() as hash;
grant select on snapshot to anon;
select tests.as_anon();
select is(
	tests.pull(jsonb_build_object('snapshotHash', (select hash from pg_temp.snapshot))) -> 'procedures', '[]',
	'a phone with today''s build downloads no procedure'
);
select is(
	tests.pull(jsonb_build_object('snapshotHash', (select hash from pg_temp.snapshot))) -> 'revision', tests.seen() -> 'revision',
	'but learns the revision it has'
);
select is(
	tests.pull(jsonb_build_object('snapshotHash', (select hash from pg_temp.snapshot))) -> 'postings',
	'[{"code": "1.001193", "postedOn": "2026-01-02", "postedDecision": "12/QĐ-UBND"}]',
	'and when procedures were posted, which no build knows'
);
select results_eq(
	format('select tests.pulled_codes(%L)', jsonb_build_object('snapshotHash', tests.hash('f'))), array['1.001193'],
	'another build gets all'
);
select is(tests.pull('{}') #>> '{offices,0,code}', 'H99.01', 'offices that receive come along');
select is(jsonb_array_length(tests.pull('{}') -> 'offices'), 1, 'offices that do not receive stay out');
select throws_ok('select public.pull_catalogue(''{"protocol": 2}'')', 'PT426', 'protocol-version', 'another protocol is told so');
select throws_ok('select public.pull_catalogue(''{}'')', 'PT426', 'protocol-version', 'no protocol is told so');
select throws_ok('select public.pull_catalogue(''[]'')', 'PT400', 'request-malformed', 'a list is no request');
select throws_ok('select public.pull_catalogue(null)', 'PT400', 'request-malformed', 'null is no request');
select throws_ok(
	$$select tests.pull(jsonb_build_object('snapshotHash', repeat('x', 65)))$$, 'PT400', 'text-too-long', 'a long hash is refused'
);
select tests.sign_out();

update public.agencies set phone = '1900 1000' where code = 'H99.01';
select tests.as_anon();
select results_eq('select tests.pulled_codes(tests.seen())', array[]::text[], 'an office changed: no procedure is sent again');
select is(tests.pull(tests.seen()) #>> '{offices,0,phone}', '1900 1000', 'an office changed: the office is');
select tests.sign_out();

-- More than one page ----------------------------------------------------------------------------------

select app.seed_procedure(tests.content('9.' || lpad(number::text, 6, '0'), 'Thủ tục ' || number), lpad(number::text, 64, '0'))
from generate_series(1, 250) as number;
create function tests.pull_all(since jsonb) returns table (code text, page int) language plpgsql as $$
declare
	answer jsonb;
begin
	page := 0;
	loop
		answer := tests.pull(since);
		page := page + 1;
		for code in select entry ->> 'code' from jsonb_array_elements(answer -> 'procedures') as entry loop
			return next;
		end loop;
		exit when not (answer -> 'more')::boolean or page = 10;
		since := jsonb_build_object('revision', answer -> 'revision');
	end loop;
end
$$;
select tests.as_anon();
select results_eq(
	'select count(*)::int, count(distinct code)::int from tests.pull_all(tests.seen())',
	'values (250, 250)', 'a delta of 250 arrives whole and without repeats'
);
select results_eq(
	'select count(*)::int from tests.pull_all(tests.seen()) group by page order by page',
	array[100, 100, 50], 'at most 100 a page'
);
select is((select count(*) from tests.pull_all('{}')), 251::bigint, 'a phone that knows nothing gets 251');
select tests.sign_out();

-- Withdrawing, drafts, immutability -------------------------------------------------------------------

insert into public.procedure_versions (procedure_code, number, content, content_hash, status, source, published_at, effective_on)
values ('1.001193', 2, '{}', tests.hash('c'), 'scheduled', 'editor', now(), app.today() + 1);

update public.procedures set status = 'withdrawn', withdrawn_reason = 'Bãi bỏ', revision = app.next_revision() where code = '1.001193';
select tests.as_anon();
select ok(
	tests.pull(jsonb_build_object('revision', tests.revision() - 1)) -> 'procedures'
		= '[{"code": "1.001193", "withdrawn": "Bãi bỏ"}]',
	'a phone hears that a procedure was withdrawn, and why'
);
select is_empty('select 1 from public.procedures where code = ''1.001193''', 'a citizen no longer finds it');
select is_empty('select 1 from public.procedure_versions where status <> ''published''', 'a citizen reads no version that is not in force');
select throws_ok('select 1 from public.procedure_drafts', '42501', null, 'and no draft');
select tests.sign_out();
select is(
	app.catalogue_hash(),
	app.hash_text((
		select string_agg(format('9.%s:%s', lpad(number::text, 6, '0'), lpad(number::text, 64, '0')), e'\n' order by number)
		from generate_series(1, 250) as number
	)),
	'the catalogue hash leaves it out and sorts by code'
);
select tests.sign_in('receiver@test');
select is_empty('select 1 from public.procedure_drafts', 'a receiver reads no draft');
select is_empty('select 1 from public.procedure_versions where status = ''scheduled''', 'nor what is not in force yet');
select isnt_empty(
	'select 1 from public.procedures where code = ''1.001193''', 'a receiver still finds the procedure of dossiers on the way'
);
select tests.sign_in('editor@test');
select is((select count(*) from public.procedure_drafts), 1::bigint, 'an editor reads drafts');
select is((select count(*) from public.procedure_versions where status = 'scheduled'), 1::bigint, 'and what is not in force yet');
select tests.sign_out();
select throws_ok(
	$$update public.procedure_versions set content = '{}' where status = 'published'$$, 'PT403', 'record-immutable',
	'a published version is not changed'
);
select throws_ok(
	$$delete from public.procedure_versions where status = 'published'$$, 'PT403', 'record-immutable', 'nor deleted'
);
select throws_ok('truncate public.procedure_versions cascade', 'PT403', 'record-immutable', 'nor truncated');
select throws_ok(
	$$update public.procedure_versions set content = '{"code": 1}', status = 'published' where status = 'scheduled'$$, 'PT403',
	'record-immutable', 'what waits for its date is not changed either'
);
select throws_ok(
	$$delete from public.procedure_versions where status = 'scheduled'$$, 'PT403', 'record-immutable', 'nor deleted'
);
select lives_ok(
	$$update public.procedure_versions set status = 'published' where status = 'scheduled'$$, 'but takes effect'
);
select throws_ok(
	$$update public.procedure_versions set status = 'scheduled' where number = 2$$, 'PT403', 'record-immutable', 'once'
);

select * from finish();
rollback;
