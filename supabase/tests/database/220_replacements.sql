-- A correction takes the place of what its phone sent before: one of them counts, and the desk's receipt ends the choice.
begin;
select plan(43);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "clock": {"supplement": "restart"},
	"channels": [{"kind": "online", "limit": null}]}', repeat('a', 64)
);
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
select tests.add_staff('receiver@test', agencies.id, null, 'receiver') from public.agencies where code = 'H99.01';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.old(number int, secret text default null) returns jsonb language sql as $$
	select jsonb_build_object('id', tests.id(number), 'secret', coalesce(secret, 'secret-' || number))
$$;
create function tests.open(number int, variadic replaces jsonb[]) returns jsonb language sql as $$
	select public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('secret-' || number, 'UTF8')), 'hex'),
		'replaces', to_jsonb(replaces), 'files', jsonb_build_array(jsonb_build_object('fileId', tests.id(number + 1000),
			'requirementId', 'giay', 'sha256', repeat('c', 64), 'size', 1000, 'type', 'image/jpeg')),
		'payload', jsonb_build_object('procedureCode', '1.001193', 'agencyCode', 'H99.01', 'answers', '{}'::jsonb, 'form', '{}'::jsonb,
			'subject', 'Nguyễn An', 'contentHash', repeat('a', 64),
			'papers', jsonb_build_array(jsonb_build_object('requirementId', 'giay', 'state', 'ready', 'files', jsonb_build_array(tests.id(number + 1000)))),
			'applicant', '{"fullName": "Nguyễn Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}'::jsonb)
	))
$$;
create function tests.open(number int) returns jsonb language sql as $$ select tests.open(number, variadic array[]::jsonb[]) $$;
create function tests.name(number int) returns text language sql as $$ select tests.id(number) || '/' || tests.id(number + 1000) || '/1' $$;
create function tests.finalize(number int) returns jsonb language sql as $$
	select public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 'secret-' || number))
$$;
-- Opens, stores the one file, finalizes.
create function tests.file(number int, variadic replaces jsonb[]) returns jsonb language plpgsql as $$
begin
	perform tests.open(number, variadic replaces);
	insert into storage.objects (bucket_id, name, metadata) values ('dossier-files', tests.name(number), '{"size": 1000}');
	return tests.finalize(number);
end
$$;
create function tests.file(number int) returns jsonb language sql as $$ select tests.file(number, variadic array[]::jsonb[]) $$;
create function tests.history(number int) returns text language sql as $$
	select string_agg(format('%s>%s', action, to_status), ' ' order by sequence) from public.dossier_events where dossier_id = tests.id(number)
$$;
create function tests.store(number int) returns text language sql as $$
	select format('insert into storage.objects (bucket_id, name, metadata) values (''dossier-files'', %L, ''{"size": 1000}'')', tests.name(number))
$$;
create function tests.receive(number int) returns text language sql as $$
	select format($q$select public.receive_dossier(jsonb_build_object(
		'protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', %L::uuid, 'expectedVersion', 1, 'papers', '[]'::jsonb,
		'departmentId', (select id from public.departments where name = 'Kinh tế'),
		'dueDate', tests.working_day(9), 'dueBasis', 'Luật'))$q$, tests.id(number))
$$;

-- Opening ---------------------------------------------------------------------------------------------

select tests.as_anon();
select ok(tests.file(1) ? 'receipt', 'a first dossier arrives');
select throws_ok('select tests.open(2, tests.old(1, ''wrong''))', 'PT404', 'submission-unknown', 'a wrong secret opens no way to withdraw it');
select is(tests.open(2, tests.old(1), tests.old(99)) ->> 'state', 'open', 'with the right one; what never arrived is no obstacle');
select is(tests.open(2, tests.old(99), tests.old(1)) ->> 'state', 'open', 'a repeat answers the same, in any order');
select throws_ok('select ' || call, 'PT409', 'submission-differs', about) from (values
	('tests.open(2)', 'a repeat that replaces nothing differs'), ('tests.open(2, tests.old(1))', 'so does one that replaces less'),
	('tests.open(2, tests.old(1), tests.old(98))', 'or another'), ('tests.open(2, tests.old(1), tests.old(99, ''other''))', 'or with another secret'),
	('tests.open(2, tests.old(1), tests.old(99), tests.old(98))', 'or more')
) as calls (call, about);
select tests.sign_out();
select is_empty(
	'select 1 from app.submissions as s, app.replacements as r where s::text || r::text ~ ''secret-[0-9]''', 'no secret is stored, the earlier one''s neither'
);
select is(tests.history(1), 'submit>1', 'until the correction is whole the first stays');
select tests.as_anon();
select ok(tests.finalize(2) ? 'missing', 'a correction without its file is not whole');
select tests.sign_out();
select is(tests.history(1), 'submit>1', 'and withdraws nothing');

-- Finalizing ------------------------------------------------------------------------------------------

select tests.as_anon();
select lives_ok(tests.store(2), 'its file arrives');
create temp table second as select tests.finalize(2) as answer;
select ok((select answer ? 'receipt' from second), 'the correction is filed');
select is(tests.finalize(2), (select answer from second), 'a repeat answers the same');
select ok(tests.finalize(1) ? 'receipt', 'so does the first: its receipt stays true');
select is(tests.open(1) ->> 'state', 'finalized', 'it had arrived');
select tests.sign_out();
select is(tests.history(1), 'submit>1 withdraw>7 stop>8', 'the first was withdrawn and ended');
select results_eq(
	format('select status, version from public.dossiers where id = %L', tests.id(1)), 'values (8::smallint, 3)', 'its row says the same'
);
select is(tests.history(2), 'submit>1', 'the second is new');
select results_eq(
	format('select distinct data from public.dossier_events where dossier_id = %L and sequence > 1', tests.id(1)),
	format('select jsonb_build_object(''replacedBy'', reference) from public.dossiers where id = %L', tests.id(2)), 'the old names the new'
);
select is(
	(select data -> 'replaces' from public.dossier_events where dossier_id = tests.id(2)),
	(select jsonb_build_array(reference) from public.dossiers where id = tests.id(1)), 'and the new the old'
);
select is((select data ? 'replaces' from public.dossier_events where dossier_id = tests.id(1) and sequence = 1), false, 'only then');
select results_eq(
	format('select action, from_status, to_status from public.dossier_events where dossier_id = %L and sequence > 1', tests.id(1)),
	'select action, from_status, to_status from app.transitions where role = ''applicant'' and from_status in (1, 7) order by from_status',
	'by the transition table'
);
select tests.sign_in('receiver@test');
select is(
	jsonb_path_query_array(public.staff_queue('{"protocol": 1, "group": "new"}'), '$.rows[*].id'), jsonb_build_array(tests.id(2)),
	'the desk has one dossier to receive'
);
select throws_ok(tests.receive(1), 'PT409', 'status-changed', 'and cannot receive the other');
select tests.sign_out();
select is(
	(select array_agg(look_at is null and wanted_at is null) from public.dossier_files where dossier_id = tests.id(1)), array[true],
	'nobody looks at the photos of what was withdrawn'
);

-- What was given up never comes back -------------------------------------------------------------------

select tests.as_anon();
select is(tests.open(3) ->> 'state', 'open', 'one that was opened only');
select ok(tests.file(4, tests.old(3), tests.old(5)) ? 'receipt', 'is replaced, with one that never arrived');
select throws_ok(call, 'PT409', 'submission-replaced', about) from (values
	('select tests.open(3)', 'it cannot be opened again'), ('select tests.finalize(3)', 'nor finalized'),
	('select tests.open(5)', 'the other, arriving late, is not let in')
) as calls (call, about);
select throws_ok(tests.store(3), '42501', null, 'nor are its files');
select ok(tests.file(6, tests.old(2), tests.old(1)) ? 'receipt', 'a correction of the correction names both: one is withdrawn already');
select tests.sign_out();
select is(tests.history(1), 'submit>1 withdraw>7 stop>8', 'once is enough');
select is(tests.history(2), 'submit>1 withdraw>7 stop>8', 'now the second too');
select tests.as_anon();
select throws_ok('select tests.file(7, tests.old(2))', 'PT409', 'submission-replaced', 'a rival that corrects the same one comes too late');

-- The desk was faster ----------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select lives_ok(tests.receive(6), 'the desk receives it');
select tests.as_anon();
select throws_ok('select tests.file(8, tests.old(6))', 'PT409', 'already-received', 'what the desk has is not withdrawn by a phone');
select tests.sign_out();
select results_eq(
	format('select status::int from public.dossiers where id in (%L, %L) order by id', tests.id(6), tests.id(8)), array[2], 'and nothing new is filed'
);
select is_empty(format('select 1 from app.submissions where id = %L and finalized_at is not null', tests.id(8)), 'not even half');
select results_eq(
	'select count(*)::int from public.dossiers where status = 1', array[1], 'of all these one is new: the one that replaced what was only opened'
);

select * from finish();
rollback;
