-- What arrives from outside is only offered: newer files of the repository and what importers bring.
begin;
select plan(42);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select tests.add_staff(account || '@test', agencies.id, null, 'editor')
from public.agencies, unnest(array['mai', 'lan']) as account where code = 'H99.01';
create function tests.seed(title text) returns text language sql as $$
	select app.seed_procedure(content, app.content_hash(content)) from tests.procedure('1.001193', title) as content
$$;
create function tests.import(title text, code text default '1.001193', report jsonb default '{"guessed": ["fees"]}') returns text language sql as $$
	select app.import_draft(tests.procedure(code, title), report, 'Lệnh nạp')
$$;
create function tests.drafts(wanted text default '1.001193') returns text language sql security definer as $$
	select string_agg(format('%s %s %s %s', title, source, status, revision), ', ' order by title collate "C", source collate "C", status collate "C")
	from public.procedure_drafts where procedure_code = wanted
$$;
create function tests.request(title text, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'draftId', draft.id, 'expectedRevision', draft.revision,
		'baseVersionId', (select current_version_id from public.procedures where code = draft.procedure_code)) || more
	from public.procedure_drafts as draft where draft.title = request.title and status in ('open', 'proposed')
$$;

-- The repository -----------------------------------------------------------------------------------------

select is(tests.seed('Bản 1'), 'published', 'a new code is published');
select is((select effective_on from public.procedure_versions), null, 'from a day nobody knows');
select is(tests.seed('Bản 2'), 'proposed', 'newer content is offered');
select is(tests.drafts(), 'Bản 2 repository open 1', 'as a draft');
select is(tests.seed('Bản 2'), 'known', 'once');
select is(tests.seed('Bản 3'), 'proposed', 'still newer content');
select is(tests.drafts(), 'Bản 3 repository open 2', 'takes the place of what nobody has touched');
select tests.sign_in('mai@test');
select throws_ok(
	$$select public.save_procedure_draft(tests.request('Bản 3', '{"expectedRevision": 1}') || jsonb_build_object('content', tests.procedure('1.001193', 'Mai sửa')))$$,
	'PT409', 'draft-changed', 'who was reading the older one is told'
);
select public.save_procedure_draft(tests.request('Bản 3') || jsonb_build_object('content', tests.procedure('1.001193', 'Mai sửa')));
select tests.sign_out();
select is(tests.seed('Bản 3'), 'known', 'what an editor is working on is not offered again');
select is(tests.seed('Bản 4'), 'proposed', 'newer content lies beside it');
select is(tests.drafts(), 'Bản 4 repository open 1, Mai sửa repository open 3', 'and touches nothing of theirs');
select tests.sign_in('mai@test');
select public.discard_procedure_draft(tests.request('Bản 4'));
select tests.sign_out();
select is(tests.seed('Bản 4'), 'known', 'what was discarded does not come back at the next start');
select is(tests.seed('Bản 1'), 'known', 'nor what was published once');
select results_eq(
	$$select action, actor_name from public.catalogue_events order by at$$,
	$$values ('offer', null), ('renew', null), ('save', 'mai@test'), ('offer', null), ('discard', 'mai@test')$$, 'the record has every step'
);
select tests.sign_in('mai@test');
select public.propose_procedure(tests.request('Mai sửa', '{"summary": "Theo bản mới"}'));
select tests.sign_in('lan@test');
select is(public.publish_procedure(tests.request('Mai sửa')) -> 'number', '2', 'an offer is published like any draft');
select tests.sign_out();
select is((select source from public.procedure_versions where number = 2), 'repository', 'the version says where it came from');

-- Importers ----------------------------------------------------------------------------------------------

set local role service_role;
select is(tests.import('Nhập 1'), 'draft', 'an import is a draft');
select is(tests.import('Nhập 1'), 'known', 'once');
select is(tests.import('Nhập 2', '1.001193', '{"dropped": ["x"]}'), 'renewed', 'a newer import takes its place');
select is(tests.import('Bản 1'), 'known', 'what was published once is known');
select is(tests.import('Mai sửa'), 'known', 'as is what is published now');
select is(tests.import('Chưa có', '2.000001'), 'draft', 'a code nobody knows is a draft as well');
reset role;
select is(
	(select (title, source, report, offered_hash, base_version_id, author_staff_id, author_name)::text from public.procedure_drafts where title = 'Nhập 2'),
	format('("Nhập 2",import,"{""dropped"": [""x""]}",%s,%s,,"Lệnh nạp")', app.content_hash(tests.procedure('1.001193', 'Nhập 2')),
		(select current_version_id from public.procedures where code = '1.001193')),
	'with the report, on top of what is published'
);
select is((select base_version_id from public.procedure_drafts where procedure_code = '2.000001'), null, 'a new code has no base');
select is_empty('select 1 from public.procedures where code = ''2.000001''', 'and is published by nobody yet');
select tests.sign_in('mai@test');
select public.save_procedure_draft(tests.request('Nhập 2') || jsonb_build_object('content', tests.procedure('1.001193', 'Mai sửa nhập')));
select tests.sign_out();
select is(tests.import('Nhập 2'), 'known', 'an import that an editor works on is known');
select is(tests.import('Nhập 3'), 'draft', 'a newer one lies beside it');
select tests.sign_in('mai@test');
select public.discard_procedure_draft(tests.request('Nhập 3'));
select tests.sign_out();
select is(tests.import('Nhập 3'), 'draft', 'whoever imports again what was discarded means it');
select is(tests.seed('Nhập 3'), 'proposed', 'the repository offers on its own');
select is(
	tests.drafts(),
	'Bản 4 repository discarded 1, Mai sửa repository published 3, Mai sửa nhập import open 3, Nhập 3 import discarded 1, Nhập 3 import open 1, Nhập 3 repository open 1',
	'all of them side by side'
);
select tests.sign_in('mai@test');
select is(
	(select jsonb_agg((line ->> 'title') || ' ' || coalesce(line ->> 'authorName', '-') || ' ' || (line ->> 'mine') order by line ->> 'title' collate "C", line ->> 'source' collate "C")
	from jsonb_array_elements(public.catalogue_list('{"protocol": 1}') -> 'drafts') as line),
	'["Chưa có Lệnh nạp false", "Mai sửa nhập Lệnh nạp false", "Nhập 3 Lệnh nạp false", "Nhập 3 - false"]', 'the list has what is open'
);
select is(public.procedure_draft(tests.request('Chưa có')) -> 'current', 'null', 'a new code has nothing in force');
select is(public.procedure_draft(tests.request('Chưa có')) -> 'report', '{"guessed": ["fees"]}', 'editors read what was guessed');
select public.propose_procedure(tests.request('Chưa có', '{"summary": "Đã đối chiếu"}'));
select tests.sign_in('lan@test');
select is(public.publish_procedure(tests.request('Chưa có')) -> 'code', '"2.000001"', 'somebody else publishes it');
select tests.sign_out();
select is((select source from public.procedure_versions where procedure_code = '2.000001'), 'import', 'as an import');
select throws_ok(format('select app.import_draft(%L, null, null)', content), 'PT400', 'content-invalid', 'what no procedure can be is not imported')
from unnest(array['null', '[]', '{}', tests.procedure('1.001193', 'x', '{"field": "none"}')::text, tests.procedure('1.001193', e'x\u200b')::text]) as content;
select throws_ok('select app.import_draft(null, null, null)', 'PT400', 'content-invalid', 'nor is nothing');
select tests.sign_in('mai@test');
select throws_ok($$select app.import_draft('{}', null, null)$$, '42501', null, 'nobody imports through the API');

select * from finish();
rollback;
