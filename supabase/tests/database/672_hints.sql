-- What people keep lacking: counted daily, told to phones only of enough people, proposed to editors with its effect.
begin;
select plan(37);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "onlineLevel": "full",
	"clock": {"supplement": "restart"}, "channels": [], "requirements": [
		{"id": "to-khai", "name": "Tờ khai", "why": "Theo mẫu"}, {"id": "giay-chung-sinh", "name": "Giấy chứng sinh", "why": "Chứng minh"},
		{"id": "cccd", "name": "Căn cước", "why": "Để biết ai nộp"}]}', repeat('a', 64));
select tests.add_staff(account || '@test', agencies.id, null, account)
from (values ('receiver'), ('officer'), ('approver'), ('leader'), ('editor'), ('admin')) as people (account) join public.agencies on agencies.code = 'H99.01';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
-- So many dossiers of today with this paper in their list, of which so many lacked it.
create sequence tests.numbers;
create function tests.bring(paper text, cases int, lacking int, verdict text default 'missing', ago interval default '1 hour') returns void language plpgsql security definer as $$
declare
	new_id uuid;
	slip uuid;
begin
	for place in 1 .. cases loop
		new_id := tests.id(nextval('tests.numbers')::int);
		insert into public.dossiers (id, reference, code, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text,
			sort_at, submitted_at, received_at)
		select new_id, 'DK-' || new_id, 'H99.01-' || new_id, agencies.id, '1.001193', procedures.current_version_id, 2, 1, 'x', '{}',
			jsonb_build_object('papers', jsonb_build_array(jsonb_build_object('requirementId', paper, 'state', 'ready'))), 'x', now(), now() - ago, now() - ago
		from public.agencies, public.procedures where agencies.code = 'H99.01' and procedures.code = '1.001193';
		insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name) values (new_id, 1, gen_random_uuid(), 'file', 2, 'x');
		continue when place > lacking;
		insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
		select new_id, agency_id, '02', new_id::text, id, '{}' from public.staff where full_name = 'receiver@test' returning id into slip;
		insert into public.supplements (dossier_id, round, slip_id, requested_name, until, lines, counts_late, after_receipt)
		values (new_id, 1, slip, 'x', '2030-01-01', jsonb_build_array(jsonb_build_object('requirementId', paper, 'verdict', verdict)), false, true);
	end loop;
end
$$;
create function tests.hints() returns text language sql security definer as $$
	select coalesce(string_agg(requirement_id || ' ' || tenths || '/10 of ' || cases, ', ' order by requirement_id), 'none') from app.paper_hints
$$;
create function tests.stamp() returns bigint language sql security definer as $$ select stamp from app.hint_counter $$;
create function tests.pull(more jsonb) returns jsonb language sql as $$
	select public.pull_catalogue(jsonb_build_object('protocol', 1, 'revision', (select max(revision) from public.procedures)) || more)
$$;

-- How many it takes
select tests.bring('to-khai', 19, 19);
select app.refresh_hints();
select is(tests.hints(), 'none', '19 cases are too few to speak of');
select is(tests.stamp(), 0::bigint, 'nothing changed for anybody');
select tests.bring('to-khai', 1, 0);
select app.refresh_hints();
select is(tests.hints(), 'to-khai 9/10 of 20', '20 are enough; 19 of 20 are never told as ten of ten');
select is(tests.stamp(), 1::bigint, 'phones hear of it');
select app.refresh_hints();
select is(tests.stamp(), 1::bigint, 'and only once');
select tests.bring('giay-chung-sinh', 20, 4);
select app.refresh_hints();
select is(tests.hints(), 'to-khai 9/10 of 20', 'four of twenty are too few');
update app.settings set hint_least_share = 0.2;
select tests.bring('cccd', 24, 5, 'wrong');
select app.refresh_hints();
select is(tests.hints(), 'cccd 2/10 of 20, to-khai 9/10 of 20', 'five of 24 with a lower bar; brought but wrong counts as well');
update app.settings set hint_least_share = 0.3;
select app.refresh_hints();
select is(tests.hints(), 'to-khai 9/10 of 20', 'below the share that stands');
select is(tests.stamp(), 3::bigint, 'each change has a stamp of its own');
select tests.bring('to-khai', 9, 9);
select app.refresh_hints();
select is(tests.stamp(), 3::bigint, 'a few more of the same are no news');
select throws_ok('update app.settings set hint_least_cases = 4', '23514', null, 'nobody may tell the public of fewer than five');
select throws_ok('update app.settings set hint_least_lacking = 4', '23514', null, 'nor of fewer than five who lacked it');
select throws_ok($$insert into app.paper_hints values ('1.001193', 'x', 5, 4)$$, '23514', null, 'whoever writes it');
select tests.bring('giay-chung-sinh', 20, 20, 'missing', '367 days');
select app.refresh_hints();
select is(tests.hints(), 'to-khai 9/10 of 20', 'what was more than a year ago is over');

-- To phones
select tests.as_anon();
select is(tests.pull('{}') - 'revision', '{"unchanged": true}', 'a phone of an earlier app asks for none and is told none');
select is(tests.pull('{"hints": 3}') - 'revision', '{"unchanged": true}', 'who has them is told nothing');
select is(tests.pull('{"hints": 0}') - 'revision', '{"unchanged": true, "hints": {"stamp": 3, "papers": [{"code": "1.001193", "id": "to-khai", "tenths": 9, "cases": 20}]}}',
	'who has others gets them, though no procedure changed');
select is(tests.pull('{"hints": 99}') #>> '{hints,stamp}', '3', 'of a time that never was: anew');
select is(tests.pull(jsonb_build_object('hints', wrong::jsonb)) -> 'hints', null, 'no stamp: ' || wrong)
from unnest(array['"3"', 'null', '[]', 'true']) as wrong;
select is(tests.pull('{"hints": 0, "revision": null}') #>> '{hints,stamp}', '3', 'a new phone gets them with the rest');
select throws_ok('select app.refresh_hints()', '42501', null, 'nobody else counts');
select tests.sign_out();

-- To editors, under the words that stand
create function tests.lacking(more jsonb default '{}') returns jsonb language sql as $$ select public.lacking_papers('{"protocol": 1}'::jsonb || more) $$;
create function tests.try(account text) returns text language plpgsql as $$
declare
	given text;
begin
	perform tests.as_actor(account);
	execute 'select tests.lacking() #>> ''{papers,0,name}''' into given;
	return given;
exception when others then
	return sqlerrm;
end
$$;
select is(tests.try(account), expected, account) from (values ('anon', 'permission denied for function lacking_papers'), ('nobody', 'not-staff'),
	('receiver', 'role-missing'), ('admin', 'role-missing'), ('editor', 'Tờ khai'), ('leader', 'Tờ khai')) as list (account, expected);
select tests.sign_in('editor@test');
select is(tests.lacking() -> 'papers', jsonb_build_array(jsonb_build_object('procedureCode', '1.001193', 'procedure', 'Khai sinh', 'requirementId', 'to-khai', 'name', 'Tờ khai',
	'cases', 29, 'lacking', 28, 'missing', 28, 'wrong', 0, 'inVain', 0, 'proposed', true,
	'wordings', jsonb_build_array(jsonb_build_object('since', 1, 'on', left(app.local_time(now()), 10), 'cases', 29, 'lacking', 28)))), 'what is proposed, and why');
select is((select string_agg((paper ->> 'requirementId') || ' ' || (paper ->> 'proposed'), ', ' order by place)
	from jsonb_array_elements(tests.lacking('{"procedureCode": "1.001193"}') -> 'papers') with ordinality as list (paper, place)),
	'to-khai true, cccd false, giay-chung-sinh false', 'of one procedure: every paper that somebody lacked');
select tests.sign_out();

-- Written anew: the words of one paper, and of no other.
create function tests.rewrite(why text) returns void language sql security definer as $$
	with made as (
		insert into public.procedure_versions (procedure_code, number, content, content_hash, status, source, published_at)
		select procedure_code, number + 1, jsonb_set(content, '{requirements,0,why}', to_jsonb(why)), app.hash_text(why), 'published', 'editor', now()
		from public.procedure_versions where procedure_code = '1.001193' order by number desc limit 1
		returning id
	)
	update public.procedures set current_version_id = made.id from made where code = '1.001193'
$$;
select tests.rewrite('Mang theo tờ khai đã ký ở cuối trang');
select app.refresh_hints();
select tests.sign_in('editor@test');
select is(tests.lacking() -> 'papers', '[]', 'the new words have not been tried yet: nothing is proposed');
select is((select paper -> 'wordings' from jsonb_array_elements(tests.lacking('{"procedureCode": "1.001193"}') -> 'papers') as paper where paper ->> 'requirementId' = 'to-khai'),
	jsonb_build_array(jsonb_build_object('since', 1, 'on', left(app.local_time(now()), 10), 'cases', 29, 'lacking', 28),
		jsonb_build_object('since', 2, 'on', left(app.local_time(now()), 10), 'cases', 0, 'lacking', 0)), 'before, and after with nobody yet');
select tests.sign_out();
select is(tests.hints(), 'to-khai 9/10 of 20', 'and phones are still told that people lacked it');
select tests.bring('to-khai', 30, 6);
select tests.bring('cccd', 3, 0);
select app.refresh_hints();
select tests.sign_in('editor@test');
select is((select jsonb_path_query_array(paper, '$.wordings[*].lacking') || jsonb_path_query_array(paper, '$.wordings[*].cases')
	from jsonb_array_elements(tests.lacking('{"procedureCode": "1.001193"}') -> 'papers') as paper where paper ->> 'requirementId' = 'to-khai'),
	'[28, 6, 29, 30]', 'the effect: 28 of 29 before, 6 of 30 after');
select is((select jsonb_array_length(paper -> 'wordings') from jsonb_array_elements(tests.lacking('{"procedureCode": "1.001193"}') -> 'papers') as paper where paper ->> 'requirementId' = 'cccd'),
	1, 'a paper whose words stayed is counted over both versions');

select * from finish();
rollback;
