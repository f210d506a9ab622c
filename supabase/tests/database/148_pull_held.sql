-- The first pull of a phone that came with a build: only what differs, and what this office does not post.
begin;
select plan(14);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh, kết hôn", "position": 1}');
select app.seed_procedure(jsonb_build_object('code', code, 'field', 'ho-tich', 'title', code, 'shortTitle', code), repeat(digit, 64))
from (values ('1.000001', 'a'), ('1.000002', 'b'), ('1.000003', 'c')) as list (code, digit);
create function tests.pull(more jsonb) returns jsonb language sql as $$
	select public.pull_catalogue('{"protocol": 1}' || more)
$$;
create function tests.codes(more jsonb) returns text language sql as $$
	select string_agg(entry ->> 'code', ' ' order by entry ->> 'code') from jsonb_array_elements(tests.pull(more) -> 'procedures') as entry
$$;
grant execute on function tests.pull(jsonb), tests.codes(jsonb) to anon;

select is(tests.codes('{}'), '1.000001 1.000002 1.000003', 'who holds nothing gets everything');
select is(
	tests.codes('{"hashes": {"1.000001": "aaaaaaaaaaaa", "1.000002": "bbbbbbbbbbbb", "1.000003": "cccccccccccc"}}'), null,
	'who holds everything gets nothing'
);
select is(
	tests.codes('{"hashes": {"1.000001": "aaaaaaaaaaaa", "1.000002": "000000000000"}}'), '1.000002 1.000003',
	'what is held in another content, or not at all, is sent'
);
select is(tests.pull('{"hashes": {}}') -> 'unknown', '[]', 'holding nothing, nothing is unknown');
select is(
	tests.pull('{"hashes": {"1.000001": "aaaaaaaaaaaa", "9.999999": "aaaaaaaaaaaa"}}') -> 'unknown', '["9.999999"]',
	'what the build brought and the office does not post is named'
);
select is(
	(select count(*)::int from jsonb_array_elements(tests.pull('{"hashes": {}}') -> 'postings')), 3,
	'the first pull says when the office posted what'
);
select is(tests.pull('{}') -> 'unknown', null, 'who names nothing is told of nothing unknown');
select is(
	tests.pull('{"hashes": {"1.000001": "aaaaaaaaaaaa"}}') -> 'revision', tests.pull('{}') -> 'revision',
	'the phone reaches the same revision either way'
);

update public.procedures set status = 'withdrawn', withdrawn_reason = 'Bãi bỏ', revision = app.next_revision() where code = '1.000003';
select is(
	(select entry ->> 'withdrawn' from jsonb_array_elements(tests.pull('{"hashes": {"1.000003": "cccccccccccc"}}') -> 'procedures') as entry
		where entry ->> 'code' = '1.000003'),
	'Bãi bỏ', 'a withdrawn procedure of the build is told with its reason'
);
select is(tests.pull('{"hashes": {"1.000003": "cccccccccccc"}}') -> 'unknown', '[]', 'and is not unknown');

-- More than one page: the hashes are named again, and only the last page tells what is unknown.
select app.seed_procedure(jsonb_build_object('code', '2.' || lpad(n::text, 6, '0'), 'field', 'ho-tich', 'title', 'a', 'shortTitle', 'a'),
	encode(sha256(n::text::bytea), 'hex'))
from generate_series(1, 150) as n;
select is((tests.pull('{"hashes": {"9.999999": "aaaaaaaaaaaa"}}') ->> 'more')::boolean, true, 'a hundred at a time');
select is(tests.pull('{"hashes": {"9.999999": "aaaaaaaaaaaa"}}') -> 'unknown', null, 'the first page does not tell');
select is(
	tests.pull(jsonb_build_object('hashes', '{"9.999999": "aaaaaaaaaaaa"}'::jsonb,
		'revision', tests.pull('{"hashes": {"9.999999": "aaaaaaaaaaaa"}}') -> 'revision')) -> 'unknown',
	'["9.999999"]', 'the last one does'
);
set local role anon;
select is(tests.codes('{"hashes": {"1.000001": 7, "1.000002": {"a": 1}}}') is not null, true, 'hashes of no sense hold nothing');
reset role;
select * from finish();
rollback;
