-- The sweep: only what nobody can need any more is named, in pages, and what a dossier shows never.
begin;
select plan(15);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "channels": []}', repeat('a', 64)
);
create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;

-- Each submission declares one file, number + 100; a filed one has a dossier.
create temp table submitted (number int, age interval, filed boolean, verified boolean, shown int);
insert into submitted values
	(1, '1 day', false, false, null), (2, '89 days', false, false, null), (3, '91 days', false, false, null),
	(4, '91 days', true, true, 2), (5, '91 days', true, false, 1), (6, '2 days', false, false, null), (7, '2 days', true, true, 1);
insert into app.submissions (id, secret_hash, payload, agency_id, version_id, address_hash, opened_at, finalized_at)
select tests.id(submitted.number), 'hash', '{}', agencies.id, version.id, 'x', now() - age, case when filed then now() end
from submitted, public.agencies, public.procedure_versions as version where agencies.code = 'H99.01';
insert into app.submission_files (file_id, submission_id, requirement_id, sha256, size, type)
select tests.id(number + 100), tests.id(number), 'x', 'x', 1, 'x' from submitted;
-- 7 took the place of 6.
insert into app.replacements (submission_id, replaced_id, secret_hash) values (tests.id(7), tests.id(6), 'hash');
insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text, sort_at, submitted_at)
select tests.id(submitted.number), 'DK-' || submitted.number, agency_id, '1.001193', version_id, 10, 2, 'x', '{}', '{}', '', now(), now()
from submitted join app.submissions on submissions.id = tests.id(submitted.number) where filed;
insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name, verified_at)
select tests.id(number + 100), tests.id(number), 'x', 'x', 1, 'x', tests.id(number) || '/' || tests.id(number + 100) || '/' || shown, case when verified then now() end
from submitted where filed;
create temp table stored (name text, age interval, is_orphan boolean, about text);
insert into stored select format('%s/%s/%s', tests.id(number), tests.id(number + 100), attempt), age, orphan, about from (values
	(1, 1, interval '1 day', false, 'of an open submission'),
	(2, 1, '89 days', false, 'of one opened 89 days ago'),
	(3, 1, '91 days', false, 'of one opened 91 days ago that no purge has met'),
	(4, 1, '91 days', true, 'an attempt before the verified one'),
	(4, 2, '91 days', false, 'the verified one'),
	(4, 3, '91 days', true, 'one after it'),
	(5, 1, '91 days', false, 'shown and not verified'),
	(5, 2, '91 days', false, 'not shown, but it may turn out to be the right one'),
	(6, 1, '2 days', true, 'of a replaced submission that was never filed'),
	(7, 1, '2 days', false, 'of the one that replaced it'),
	(8, 1, '25 hours', true, 'of a submission that is gone'),
	(9, 1, '23 hours', false, 'of nothing, but younger than a day')
) as list (number, attempt, age, orphan, about);
insert into stored values
	(tests.id(1) || '/' || tests.id(102) || '/1', '2 days', true, 'of one submission under another''s name'),
	('x', '2 days', true, 'a name nobody could have declared');
insert into storage.objects (bucket_id, name, metadata, created_at) select 'dossier-files', name, '{"size": 1}', now() - age from stored;
insert into storage.buckets (id, name) values ('another', 'another');
insert into storage.objects (bucket_id, name, created_at) values ('another', 'x', now() - interval '1 year');

set local role service_role;
create temp table first_page as select app.take_orphans(1000) as page;
reset role;
select results_eq(
	'select name collate "C" from first_page, jsonb_array_elements_text(page -> ''orphans'') as name order by 1',
	'select name collate "C" from stored where is_orphan order by 1', 'exactly what nobody needs is named'
);
select is((select page - 'orphans' from first_page), '{"examined": 14, "ended": true}', 'after one look at each');
select is_empty(
	'select 1 from first_page join public.dossier_files on page -> ''orphans'' ? object_name', 'nothing a dossier shows is ever among them'
);

create temp table walked (page jsonb);
insert into walked select app.take_orphans(5) from generate_series(1, 3);
select results_eq('select (page -> ''examined'')::int, (page -> ''ended'')::boolean from walked', 'values (5, false), (5, false), (4, true)', 'a walk in pages');
select results_eq(
	'select name collate "C" from walked, jsonb_array_elements_text(page -> ''orphans'') as name order by 1',
	'select name collate "C" from stored where is_orphan order by 1', 'meets each of them once'
);
select is((select after_name from app.sweep_place), '', 'and begins anew');
select is((select repeat_every from app.jobs where kind = 'sweep-files'), interval '1 day', 'a day later');
select is(app.take_orphans(14) -> 'ended', 'false', 'a page that is just full is not known to be the last');
select is((select repeat_every from app.jobs where kind = 'sweep-files'), interval '10 minutes', 'a run that stops before the end goes on soon');
select is(app.take_orphans(14), '{"examined": 0, "orphans": [], "ended": true}', 'the next is empty');
select is((select repeat_every from app.jobs where kind = 'sweep-files'), interval '1 day', 'and then there is a day''s rest');

delete from app.submissions where id = tests.id(3);
select is(app.is_orphan(name, now() - age), true, 'one whose submission is purged is an orphan') from stored where about like '%no purge%';
update public.dossier_files set verified_at = null where file_id = tests.id(104);
select is((select count(*) from stored where app.is_orphan(name, now() - age) and about like '%verified%'), 0::bigint, 'a file that is looked at again keeps its attempts');
select is(app.is_orphan('x', null), false, 'what has no age is left alone');
select is((select count(*) from storage.objects where bucket_id = 'another'), 1::bigint, 'other buckets are not its business');

select * from finish();
rollback;
