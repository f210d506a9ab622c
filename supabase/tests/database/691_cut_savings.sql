-- What a cut saves, counted by hand; and what becomes of a procedure without what is cut.
begin;
select plan(38);

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.content(code text, in_person jsonb) returns jsonb language sql as $$
	select tests.procedure(code, 'Thử cắt giảm', jsonb_build_object(
		'requirements', (select jsonb_agg('{"officialName": "Theo luật", "why": "Cần", "ifMissing": "Hỏi quầy", "source": "thử"}'::jsonb || paper || jsonb_build_object('paper', paper -> 'id') order by place)
			from jsonb_array_elements('[{"id": "a", "name": "Giấy A", "kind": "photocopy", "originals": 0, "copies": 2, "photo": true, "builtByForm": true},
				{"id": "b", "name": "Giấy B", "kind": "submit-original", "originals": 1, "copies": 0, "photo": true, "replacedBy": {"database": "CSDL cũ", "law": "Luật"}},
				{"id": "c", "name": "Giấy C", "kind": "data-lookup", "originals": 0, "copies": 0, "photo": false}]') with ordinality as list (paper, place)),
		'channels', jsonb_build_array(jsonb_build_object('kind', 'in-person', 'where', 'Một cửa', 'limit', in_person, 'steps', '["Nộp"]'::jsonb),
			'{"kind": "online", "where": "Mạng", "limit": {"unit": "working-day", "value": 5}, "steps": ["Nộp"]}'::jsonb,
			'{"kind": "post", "where": "Bưu điện", "limit": null, "steps": ["Gửi"]}'::jsonb),
		'clock', '{"supplement": "restart", "stages": [{"name": "Thẩm định", "limit": {"unit": "working-day", "value": 3}}, {"name": "Trình ký", "limit": {"unit": "working-day", "value": 1}}]}'::jsonb,
		'legalBasis', '["Luật cũ"]'::jsonb))
$$;
create function tests.limit(unit text, value int) returns jsonb language sql as $$ select jsonb_build_object('unit', unit, 'value', value) $$;

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(tests.content(code, tests.limit('working-day', 7)), app.content_hash(tests.content(code, tests.limit('working-day', 7))))
from unnest(array['1.000555', '1.000556']) as code;
-- Earlier versions: a longer limit, a shorter one, another unit.
insert into public.procedure_versions (id, procedure_code, number, content, content_hash, status, source, published_at)
select tests.id(900 + number), '1.000555', number, tests.content('1.000555', time_limit), app.hash_text(number::text), 'published', 'repository', now()
from (values (10, tests.limit('working-day', 10)), (11, tests.limit('working-day', 6)), (12, tests.limit('calendar-day', 7))) as list (number, time_limit);
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Xã bên', true from public.agencies where code = 'H99';
select tests.add_staff('receiver@test', id, null, 'receiver') from public.agencies where code = 'H99.01';

create function tests.add(number int, received date, channel int, papers jsonb, version int default null, code text default '1.000555', agency text default 'H99.01')
returns void language sql as $$
	insert into public.dossiers (id, reference, code, agency_id, procedure_code, version_id, status, channel, subject, applicant,
		payload, search_text, sort_at, submitted_at, received_at)
	select tests.id(add.number), 'DK-' || add.number, agency || '-' || add.number, agencies.id, add.code,
		coalesce(tests.id(900 + version), procedures.current_version_id), 2, add.channel, 'Nguyễn An', '{"fullName": "Trần Bình"}',
		jsonb_build_object('papers', papers), 'x', now(), app.day_start(received), app.day_start(received)
	from public.agencies, public.procedures where agencies.code = add.agency and procedures.code = add.code;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	values (tests.id(add.number), 1, gen_random_uuid(), 'submit', 2, 'x');
$$;
create function tests.ask(number int, round int, lines jsonb) returns void language sql as $$
	with slip as (
		insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
		select dossiers.id, dossiers.agency_id, '02', 'S' || ask.number || ask.round, staff.id, '{}' from public.dossiers, public.staff
		where dossiers.id = tests.id(ask.number) and staff.full_name = 'receiver@test' returning id, dossier_id
	)
	insert into public.supplements (dossier_id, round, slip_id, requested_name, until, lines, counts_late, after_receipt, closed_at)
	select dossier_id, ask.round, id, 'x', '2030-01-01', ask.lines, false, true, now() from slip
$$;
create function tests.vain(number int, day date, papers text[], dossier int default null, code text default '1.000555') returns void language sql as $$
	insert into app.vain_notes (action_id, visit_id, agency_id, dossier_id, procedure_code, version_id, at, staff_id, reason, papers)
	select tests.id(number), tests.id(number), staff.agency_id, tests.id(dossier), procedures.code, procedures.current_version_id,
		app.day_start(day), staff.id, case when vain.papers <> '{}' then 'lacks-paper' end, vain.papers
	from public.staff, public.procedures where staff.full_name = 'receiver@test' and procedures.code = vain.code;
$$;
-- Somebody of the office does this, each on the day after the one before: what that is as a visit, the events tell.
create function tests.visit(number int, actions text) returns void language sql as $$
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_staff_id, actor_name, at, data)
	select tests.id(visit.number), place + 1, gen_random_uuid(), action, 2, staff.id, 'x', dossiers.received_at + (place - 1) * interval '1 day',
		case action when 'resume' then '{"papers": [{}]}' else '{}' end::jsonb
	from string_to_table(visit.actions, ' ') with ordinality as list (action, place), public.staff, public.dossiers
	where staff.full_name = 'receiver@test' and dossiers.id = tests.id(visit.number)
$$;
create function tests.ago(days int) returns date language sql as $$ select app.today() - days $$;
create function tests.year_ago() returns date language sql as $$ select (app.today() - interval '1 year')::date $$;
create function tests.agencies(variadic codes text[]) returns uuid[] language sql as $$ select array_agg(id) from public.agencies where code = any (codes) $$;

-- Nothing yet
select is(app.cut_days('{}')::text, format('(%s,%s)', tests.year_ago(), tests.ago(1)), 'without any dossier: the year that ended yesterday');
select is(app.cut_savings(tests.agencies('H99.01'), '1.000555', '[]') - 'from' - 'to', '{"agencies": 1, "dossiers": 0, "papers": 0, "trips": 0, "time": [], "steps": []}', 'nothing of nothing');

-- 1: asked for A alone. 2: for A and B. 3: for A, then for B. 4: came in vain. 5: by post. 6: yesterday. 8: the first day.
select tests.add(1, tests.ago(10), 1, '[{"requirementId": "a", "state": "ready"}, {"requirementId": "b", "state": "ready"}]');
select tests.add(2, tests.ago(20), 1, '[{"requirementId": "a", "state": "nothing-to-bring"}, {"requirementId": "b", "state": "ready"}]');
select tests.add(3, tests.ago(30), 2, '[{"requirementId": "a", "state": "missing"}]');
select tests.add(4, tests.ago(40), 1, '[{"requirementId": "b", "state": "ready"}]', 11);
select tests.add(5, tests.ago(50), 3, '[{"requirementId": "a", "state": "ready"}, {"requirementId": "c", "state": "nothing-to-bring"}]');
select tests.add(6, tests.ago(1), 1, '[]', 12);
select tests.add(8, tests.year_ago(), 1, '[{"requirementId": "a", "state": "ready"}]', 10);
-- Today, the day before the first, another procedure, another agency.
select tests.add(number, day, 1, '[{"requirementId": "a", "state": "ready"}]', null, code, agency)
from (values (7, tests.ago(0), '1.000555', 'H99.01'), (9, tests.year_ago() - 1, '1.000555', 'H99.01'), (10, tests.ago(10), '1.000556', 'H99.01'), (11, tests.ago(100), '1.000555', 'H99.02')) as list (number, day, code, agency);
select tests.ask(number, round, lines::jsonb) from (values
	(1, 1, '[{"requirementId": "a", "verdict": "missing"}]'), (2, 1, '[{"requirementId": "a", "verdict": "missing"}, {"requirementId": "b", "verdict": "wrong"}]'),
	(3, 1, '[{"requirementId": "a", "verdict": "missing"}]'), (3, 2, '[{"requirementId": "b", "verdict": "missing"}]'),
	(8, 1, '[{"requirementId": "a", "verdict": "wrong"}, {"requirementId": null, "verdict": "missing"}]')
) as list (number, round, lines);
select tests.vain(41, tests.ago(42), '{a}', 4), tests.vain(42, tests.ago(41), '{a,b}', 4), tests.vain(43, tests.ago(40), '{}', 4);
select tests.vain(44, tests.ago(15), '{a}'), tests.vain(45, tests.ago(15), '{a,b}'), tests.vain(46, tests.ago(15), '{}'), tests.vain(47, tests.ago(0), '{a}'), tests.vain(48, tests.ago(15), '{a}', null, '1.000556');
select tests.visit(number, actions) from (values (1, 'file resume return'), (2, 'resume'), (3, 'resume resume'), (8, 'resume')) as list (number, actions);
insert into app.dossier_facts (dossier_id, agency_id, field_code, procedure_code, channel, received_at, rounds, reappointed, kept_first, has_files, has_result_file)
select id, agency_id, 'ho-tich', procedure_code, channel, received_at, 0, false, false, false, false from public.dossiers on conflict (dossier_id) do nothing;
insert into public.dossier_stages (dossier_id, run, number, name, time_limit)
select tests.id(dossier), run, 1, 'Thẩm định', tests.limit('working-day', 3) from (values (1, 1), (1, 2), (2, 1), (11, 1)) as list (dossier, run) on conflict do nothing;

create function tests.saved(cuts jsonb, variadic agencies text[] default array['H99.01']) returns jsonb language sql as $$
	select app.cut_savings(tests.agencies(variadic agencies), '1.000555', (select jsonb_agg(app.get_cut(cut, content) order by place) from jsonb_array_elements(cuts) with ordinality as list (cut, place)))
	from public.procedure_versions where id = (select current_version_id from public.procedures where code = '1.000555')
$$;
create function tests.three(saved jsonb) returns text language sql as $$ select concat_ws(' ', saved ->> 'dossiers', saved ->> 'papers', saved ->> 'trips') $$;
select is(tests.three(tests.saved('[{"kind": "paper", "requirementId": "a"}]')), '7 5 3', 'A: 7 dossiers; 1, 2 (asked for), 3, 5, 8 had it; 1 came for it alone, 4 and somebody without a dossier came in vain for it alone');
select is(tests.three(tests.saved('[{"kind": "paper-to-lookup", "requirementId": "a"}]')), '7 5 3', 'looked up: the same');
select is(tests.three(tests.saved('[{"kind": "paper", "requirementId": "b"}]')), '7 4 0', 'B: 1, 2, 3 (asked for), 4 had it; nobody came for it alone');
select is(tests.three(tests.saved('[{"kind": "paper", "requirementId": "a"}, {"kind": "paper", "requirementId": "b"}]')), '7 9 8', 'both: their papers, and 1, 2, 3 twice, 4 twice, two without a dossier; 8 lacked something else as well');
select is(tests.three(tests.saved('[{"kind": "paper", "requirementId": "c"}]')), '7 0 0', 'what is looked up already saves nobody anything');
select is(tests.saved('[{"kind": "paper", "requirementId": "a"}]') ->> 'from', tests.year_ago()::text, 'twelve months');
select is(tests.saved('[{"kind": "paper", "requirementId": "a"}]') ->> 'to', tests.ago(1)::text, 'to yesterday');
select is(tests.saved('[{"kind": "paper", "requirementId": "a"}]', 'H99.02') ->> 'from', tests.ago(100)::text, 'a young office counts from its first dossier');
select is(tests.three(tests.saved('[{"kind": "paper", "requirementId": "a"}]', 'H99.02')), '1 1 0', 'its own only');
select is(tests.three(tests.saved('[{"kind": "paper", "requirementId": "a"}]', 'H99.01', 'H99.02')), '8 6 3', 'both together');
select is(tests.saved('[{"kind": "paper", "requirementId": "a"}]', 'H99.01', 'H99.02') ->> 'from', tests.year_ago()::text, 'from the elder''s first day');
select is(tests.saved('[{"kind": "time", "channel": "in-person", "to": {"unit": "working-day", "value": 5}}]') -> 'time',
	'[{"channel": "in-person", "unit": "working-day", "amount": 7, "dossiers": 4}]', 'time: 1, 2 and 8 (had ten, in force seven) two days each, 4 (had six) one; 6 counted other days');
select is(tests.saved('[{"kind": "time", "channel": "in-person", "to": {"unit": "working-day", "value": 6}}]') #> '{time,0,amount}', '3', 'to six: 4 had them already');
select is(tests.saved('[{"kind": "time", "channel": "online", "to": {"unit": "working-day", "value": 4}}]') -> 'time',
	'[{"channel": "online", "unit": "working-day", "amount": 1, "dossiers": 1}]', 'each way to file by itself');
select is(tests.saved('[{"kind": "step", "name": "Thẩm định"}, {"kind": "step", "name": "Trình ký"}]') -> 'steps',
	'[{"name": "Thẩm định", "limit": {"unit": "working-day", "value": 3}, "dossiers": 2}, {"name": "Trình ký", "limit": {"unit": "working-day", "value": 1}, "dossiers": 0}]', 'steps: a dossier that began anew counts once');
select is(tests.three(tests.saved('[{"kind": "step", "name": "Thẩm định"}]')), '7 0 0', 'a step moves nothing else');

-- What may be cut
create function tests.cuts(cuts jsonb) returns text language plpgsql as $$
begin
	return app.get_cuts(jsonb_build_object('cuts', cuts), (select content from public.procedure_versions where id = (select current_version_id from public.procedures where code = '1.000555')), 1);
exception when others then
	return sqlstate || ' ' || sqlerrm;
end
$$;
select is(tests.cuts(given::jsonb), result, given) from (values
	('[]', 'PT400 cut-list'), ('{}', 'PT400 cut-list'), ('["paper"]', 'PT400 cut-list'), ('null', 'PT400 cut-list'),
	('[{"kind": "paper", "requirementId": "x"}]', 'PT400 cut-unknown'), ('[{"kind": "paper"}]', 'PT400 cut-unknown'), ('[{"kind": "fee", "requirementId": "a"}]', 'PT400 cut-unknown'),
	('[{"kind": "paper", "requirementId": "a"}, {"kind": "paper-to-lookup", "requirementId": "a"}]', 'PT400 cut-twice'),
	('[{"kind": "paper-to-lookup", "requirementId": "c"}]', 'PT400 cut-looked-up'),
	('[{"kind": "time", "channel": "in-person", "to": {"unit": "working-day", "value": 7}}]', 'PT400 cut-limit'),
	('[{"kind": "time", "channel": "in-person", "to": {"unit": "working-hour", "value": 1}}]', 'PT400 cut-limit'),
	('[{"kind": "time", "channel": "post", "to": {"unit": "working-day", "value": 1}}]', 'PT400 cut-limit'),
	('[{"kind": "time", "channel": "in-person", "to": {"unit": "working-day", "value": 0}}]', 'PT400 cut-limit')
) as list (given, result);
select is(tests.cuts('[{"kind": "paper-to-lookup", "requirementId": "a", "database": "CSDL dân cư", "more": 1}, {"kind": "time", "channel": "in-person", "to": {"unit": "working-day", "value": 3.0}}]')::jsonb,
	'[{"kind": "paper-to-lookup", "requirementId": "a", "name": "Giấy A", "database": "CSDL dân cư"}, {"kind": "time", "channel": "in-person", "from": {"unit": "working-day", "value": 7}, "to": {"unit": "working-day", "value": 3}}]', 'kept with names, and nothing that is not asked for');

-- The procedure without it
create temp table applied as select one.* from app.apply_cuts(tests.content('1.000555', tests.limit('working-day', 7)), '[{"kind": "paper", "requirementId": "b"},
	{"kind": "paper-to-lookup", "requirementId": "a", "database": "CSDL dân cư"}, {"kind": "time", "channel": "in-person", "from": {"unit": "working-day", "value": 7}, "to": {"unit": "working-day", "value": 5}},
	{"kind": "time", "channel": "online", "from": {"unit": "working-day", "value": 9}, "to": {"unit": "working-day", "value": 6}}, {"kind": "step", "name": "Thẩm định"}, {"kind": "step", "name": "Trình ký"}, {"kind": "paper", "requirementId": "gone"}]', 'Quyết định số 7 ngày 01/02/2026') as one;
select lives_ok('select app.check_complete(result) from applied', 'is still a procedure');
select is((select jsonb_agg(paper - '{officialName,why,ifMissing,source,paper}'::text[]) from jsonb_array_elements(result -> 'requirements') as paper),
	'[{"id": "a", "name": "Giấy A", "kind": "data-lookup", "originals": 0, "copies": 0, "photo": false, "replacedBy": {"database": "CSDL dân cư", "law": "Quyết định số 7 ngày 01/02/2026"}},
		{"id": "c", "name": "Giấy C", "kind": "data-lookup", "originals": 0, "copies": 0, "photo": false}]', 'B is gone, A is looked up') from applied;
select is(jsonb_path_query_array(result, '$.channels[*].limit.value'), '[5, 5]', 'the counter is shorter; online was shorter already') from applied;
select is(result -> 'clock', '{"supplement": "restart"}', 'no step is left, and no empty list') from applied;
select is(result -> 'legalBasis', '["Luật cũ", "Quyết định số 7 ngày 01/02/2026"]', 'the decision stands in its legal basis') from applied;
select is(jsonb_array_length(missed), 2, 'two cuts it does not know: named') from applied;

select * from finish();
rollback;
