-- The same thing sent twice (acceptance cases, §4.6), row by row. What a phone or a desk repeats is done once; what is
-- merely alike is not the same. Rows that other files prove: a submission opened and finalized twice, an unknown procedure
-- (200); the same with photographs (210); a correction twice (220); an answer to a slip twice (520); a withdrawal twice
-- (530); filing at the counter twice (540); every action of the desk twice (500); a note, a bordereau twice (570); a sheet,
-- a closing twice (580). Counters that number at the same moment: tests/postgres/dossierNumbers.ts, racesAtDesk.ts.
begin;
select plan(13);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "clock": {"supplement": "restart"},
	"channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 3}}]}', repeat('a', 64));
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year on conflict do nothing;
select tests.add_staff('receiver@test', agencies.id, departments.id, 'receiver')
from public.agencies join public.departments on departments.agency_id = agencies.id and departments.name = 'Kinh tế' where agencies.code = 'H99.01';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.open(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('s', 'UTF8')), 'hex'),
		'payload', '{"procedureCode": "1.001193", "answers": {}, "form": {"con": "Giàng A Sính"}, "subject": "Giàng A Sính", "papers": [],
			"applicant": {"fullName": "Giàng Thị Mỷ", "phone": "0987654321", "citizenId": "002190000777", "address": "Bản Phố"}}'::jsonb
			|| jsonb_build_object('contentHash', repeat('a', 64)) || more))
$$;
create function tests.finalize(number int) returns jsonb language sql as $$
	select public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's'))
$$;
create function tests.receive(number int, action int) returns jsonb language sql as $$
	select public.receive_dossier(jsonb_build_object('protocol', 1, 'actionId', tests.id(action), 'dossierId', tests.id(number), 'expectedVersion', 1,
		'papers', '[]'::jsonb, 'departmentId', (select id from public.departments where name = 'Kinh tế')))
$$;
create function tests.last_part(code text) returns int language sql as $$ select substring(code from '[0-9]+$')::int $$;
create function tests.row(number int) returns public.dossiers language sql security definer as $$ select * from public.dossiers where id = tests.id(number) $$;
create function tests.count(what text) returns bigint language plpgsql security definer as $$
declare
	found bigint;
begin
	execute format('select count(*) from %s', what) into found;
	return found;
end
$$;

-- The phone ---------------------------------------------------------------------------------------------

select tests.as_anon();
create temp table receipts as select tests.open(1) as opened, tests.finalize(1) as answer;
grant select on receipts to authenticated;
select throws_ok($$select tests.open(1, '{"form": {"con": "Giàng A Sình"}}')$$, 'PT409', 'submission-differs', 'the same id with another word is refused');
select tests.sign_out();
select is((tests.row(1)).payload #>> '{form,con}', 'Giàng A Sính', 'and the word that came first stays');
select tests.as_anon();
select tests.open(2), tests.finalize(2);
select tests.sign_out();
select is(tests.count('public.dossiers'), 2::bigint, 'the same words under another id are another dossier: whether it was meant, the phone has asked');
select isnt((tests.row(2)).reference, (tests.row(1)).reference, 'with a registration number of its own');

-- The counter -------------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
create temp table codes as
select tests.receive(1, 101) as first, tests.receive(1, 101) as again, tests.receive(2, 102) as next;
grant select on codes to anon;
select is((select again from codes), (select first from codes), 'a receipt that is sent twice is one receipt');
select is((select tests.last_part(next ->> 'code') - tests.last_part(first ->> 'code') from codes), 1, 'it has taken one dossier number: the next one follows');
select throws_ok('select tests.receive(1, 103)', 'PT409', 'status-changed', 'a second press under a new id hears that it is done');
select tests.sign_out();
select is(tests.count('public.slips'), 2::bigint, 'two dossiers, two slips');

-- The phone, long afterwards --------------------------------------------------------------------------------

select tests.as_anon();
select is(tests.finalize(1), (select answer from receipts), 'a phone that never heard the answer gets the same receipt after the desk has received the dossier');
select is(tests.open(1) ->> 'state', 'finalized', 'and hears that it has arrived');
select public.withdraw_dossier(jsonb_build_object('protocol', 1, 'id', tests.id(2), 'secret', 's'));
select is(tests.finalize(2) #>> '{receipt,id}', tests.id(2)::text, 'also once it was withdrawn');
select tests.sign_out();
select is(tests.count('public.dossiers'), 2::bigint, 'nothing was filed anew');
select is((tests.row(2)).status, 7::smallint, 'and what was withdrawn stays withdrawn');

select * from finish();
rollback;
