-- What a hostile or hurried caller tries at the desk's other half of the day: bytes nobody declared, ids taken twice,
-- one's own papers signed, sums that overflow, and clocks set back by a friendly word.
begin;
select plan(30);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.000001", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "onlineLevel": "full",
	"clock": {"supplement": "restart"}, "channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 5}}, {"kind": "in-person", "limit": {"unit": "working-day", "value": 5}}]}', repeat('1', 64));
select app.seed_procedure('{"code": "2.000815", "field": "ho-tich", "title": "Sao y", "shortTitle": "Sao y", "onlineLevel": "none",
	"clock": {"supplement": "restart"}, "channels": [{"kind": "in-person", "limit": {"unit": "same-day"}}],
	"fees": [{"label": "Phí", "kind": "amount", "amount": 2000}]}', repeat('2', 64));
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values ('receiver', array['receiver']), ('officer', array['officer']), ('approver', array['approver'])) as people (account, roles)
join public.agencies on agencies.code = 'H99.01'
join public.departments on departments.agency_id = agencies.id and departments.name = 'Kinh tế';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.open(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('s', 'UTF8')), 'hex'),
		'payload', '{"answers": {}, "form": {}, "subject": "Nguyễn An", "papers": [], "procedureCode": "1.000001",
			"applicant": {"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}}'::jsonb
			|| jsonb_build_object('contentHash', repeat('1', 64)) || coalesce(more -> 'payload', '{}')
	) || more - 'payload')
$$;
create function tests.submit(number int, more jsonb default '{}') returns jsonb language plpgsql as $$
begin
	perform tests.open(number, more);
	return public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's'));
end
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number))) || more
$$;
create function tests.ask(number int, id text default 'a') returns jsonb language sql as $$
	select public.request_supplement(tests.request(number, jsonb_build_object('until', tests.working_day(5), 'lines', jsonb_build_array(jsonb_build_object(
		'id', id, 'requirementId', null, 'name', 'Giấy a', 'verdict', 'wrong', 'reason', 'Ảnh mờ', 'originals', 1, 'certified', 0, 'copies', 2)))))
$$;
create function tests.round_id(number int) returns uuid language sql security definer as $$
	select id from public.supplements where dossier_id = tests.id(number) order by round desc limit 1
$$;
create function tests.answer(number int, answer int, line jsonb, files jsonb default '[]') returns jsonb language sql as $$
	select public.open_answer(jsonb_build_object('protocol', 1, 'id', tests.id(answer), 'dossierId', tests.id(number), 'secret', 's',
		'supplementId', tests.round_id(number), 'lines', jsonb_build_array('{"lineId": "a"}' || line), 'files', files))
$$;
create function tests.finalize(number int, answer int) returns jsonb language sql as $$
	select public.finalize_answer(jsonb_build_object('protocol', 1, 'id', tests.id(answer), 'dossierId', tests.id(number), 'secret', 's'))
$$;
create function tests.photo(number int) returns jsonb language sql as $$
	select jsonb_build_object('fileId', tests.id(number), 'requirementId', 'giay-a', 'sha256', repeat('c', 64), 'size', 1000, 'type', 'image/jpeg')
$$;
create function tests.shows(number int) returns jsonb language sql as $$ select jsonb_build_object('kind', 'files', 'files', jsonb_build_array(tests.id(number))) $$;
create function tests.store(dossier int, file int) returns void language sql as $$
	insert into storage.objects (bucket_id, name, metadata) values ('dossier-files', tests.id(dossier) || '/' || tests.id(file) || '/1', '{"size": 1000}')
$$;
create function tests.work_on(number int, received timestamp) returns void language sql security definer as $$
	update public.dossiers set status = 4, received_at = received at time zone 'Asia/Ho_Chi_Minh', code = 'C-' || number,
		department_id = (select id from public.departments where name = 'Kinh tế'), due_date = received::date + 7, first_due_date = received::date + 7
	where id = tests.id(number)
$$;
select tests.submit(number) from generate_series(1, 9) as number;

-- Files of answers ----------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select lives_ok('select tests.ask(1, '' a '')', 'asked, the line named with spaces around');
select tests.sign_out();
select is((select lines #>> '{0,id}' from public.supplements where dossier_id = tests.id(1)), 'a', 'the line has its name without them');
select tests.as_anon();
select is(tests.answer(1, 101, tests.shows(11) || jsonb_build_object('junk', repeat('x', 200000)), jsonb_build_array(tests.photo(11))) ->> 'state', 'open', 'answered with a photograph and with junk');
select is(tests.answer(1, 101, tests.shows(11) || jsonb_build_object('junk', repeat('x', 200000)), jsonb_build_array(tests.photo(11))) ->> 'state', 'open', 'and again');
select tests.sign_out();
select is((select lines from public.supplement_answers where id = tests.id(101)), jsonb_build_array('{"lineId": "a"}' || tests.shows(11)), 'only what an answer says is kept');
select is(app.declared_size(tests.id(1), tests.id(11)), 1000, 'its photograph has one size, which the upload is held to');
select is(app.declared_size(tests.id(2), tests.id(11)), null, 'under its own dossier only');
select tests.as_anon();
select throws_ok(
	format('select tests.open(20, %L)', jsonb_build_object('files', jsonb_build_array(tests.photo(11)),
		'payload', jsonb_build_object('papers', jsonb_build_array(jsonb_build_object('requirementId', 'giay-a', 'state', 'ready', 'files', jsonb_build_array(tests.id(11))))))),
	'PT409', 'submission-differs', 'a file of an answer is no file of a new submission'
);
select tests.store(1, 11);
select ok(tests.finalize(1, 101) ? 'answeredAt', 'and the answer arrives all the same');

-- The clock -------------------------------------------------------------------------------------------------

select tests.sign_out();
select tests.work_on(number, '2026-11-02 09:00') from generate_series(2, 3) as number;
select tests.sign_in('officer@test');
select tests.ask(2), tests.ask(3);
select tests.as_anon();
select tests.answer(2, 102, '{"kind": "cannot-get", "reason": "cannot-obtain"}'), tests.finalize(2, 102);
select tests.answer(3, 103, '{"kind": "question", "text": "Ký ở đâu ạ?"}'), tests.finalize(3, 103);
select tests.sign_out();
update public.supplements set requested_at = '2026-11-04 10:00+07' where dossier_id in (tests.id(2), tests.id(3));
update public.supplement_answers set finalized_at = '2026-11-10 15:30+07' where id in (tests.id(102), tests.id(103));
update public.dossiers set answered_at = '2026-11-10 15:30+07' where id in (tests.id(2), tests.id(3));
select tests.sign_in('officer@test');
select public.reply_supplement(tests.request(number, '{"text": "Vâng ạ."}')) from unnest(array[2, 3]) as number;
create temp table resumed as select number, public.resume_dossier(tests.request(number, '{"papers": []}')) ->> 'dueDate' as due from unnest(array[2, 3]) as number;
select tests.sign_out();
select is((select due from resumed where number = 2), '2026-11-17', 'a friendly word to an answer gives the office no more days');
select is((select completed_at from public.supplements where dossier_id = tests.id(3)), now(), 'a question brings nothing: it is complete when the desk says so');

-- At the counter ----------------------------------------------------------------------------------------------

create function tests.walk_in(number int, procedure text default '2.000815', channel int default 1) returns jsonb language sql as $$
	select public.file_at_desk(jsonb_build_object('protocol', 1, 'actionId', tests.id(1000 + number), 'dossierId', tests.id(number), 'visitId', tests.id(99),
		'channel', channel, 'procedureCode', procedure, 'contentHash', repeat('2', 64), 'subject', 'Lê Duyệt', 'answers', '{}'::jsonb, 'form', '{}'::jsonb,
		'papers', '[]'::jsonb, 'identityCheck', 'card', 'source', 'typed',
		'applicant', '{"fullName": "Lê Duyệt", "address": "Thôn Trung", "citizenId": "001188099999"}'::jsonb))
$$;
create function tests.receive(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.receive_dossier(tests.request(number, jsonb_build_object('papers', '[]'::jsonb, 'departmentId', (select id from public.departments where name = 'Kinh tế')) || more))
$$;
create function tests.staff_id(account text) returns uuid language sql security definer as $$ select id from public.staff where full_name = account || '@test' $$;
create function tests.settle(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.settle_same_day(tests.request(number, jsonb_build_object('signedBy', tests.staff_id('approver'), 'recipientName', 'Lê Duyệt') || more))
$$;
insert into app.staff_identities (staff_id, citizen_id_hash) values (tests.staff_id('approver'), app.hash_text('001188099999'));
select tests.sign_in('receiver@test');
select tests.walk_in(31), tests.receive(31, '{"slip": false}');
select throws_ok('select tests.settle(31)', 'PT400', 'signer-own-dossier', 'nobody signs what is their own');
select tests.sign_out();
delete from app.staff_identities;
select tests.sign_in('receiver@test');
select throws_ok('select tests.settle(31, ''{"fees": [{"label": "Phí", "units": 1000, "times": 1000}, {"label": "Phí", "units": 1000, "times": 1000}]}'')',
	'PT400', 'count-malformed', 'what costs more than there are numbers for is refused in words');
select is(tests.settle(31, '{"fees": [{"label": "Phí", "units": 2, "times": 1}, {"label": "Phí", "units": 3, "times": 1}]}') -> 'total', '10000', 'two lines of one fee are added up');
select tests.as_anon();
select throws_ok('select tests.open(31)', 'PT409', 'submission-differs', 'the id of a dossier of the counter is no id of a new submission');

-- Whom the desk helped to file online waits for an answer like everybody who filed online.
select tests.sign_in('receiver@test');
select tests.walk_in(33, '1.000001', 2);
select is(
	(select row ->> 'answerBy' is not null from jsonb_array_elements(public.staff_queue('{"protocol": 1, "group": "new"}') -> 'rows') as row where row ->> 'id' = tests.id(33)::text),
	true, 'the queue tells by when'
);

-- A blank, then papers, then a date of the clock's own
select tests.sign_in('receiver@test');
select tests.walk_in(32, '1.000001');
create temp table blank as select public.reserve_blank_slips(jsonb_build_object('protocol', 1, 'actionId', tests.id(500), 'count', 1)) #>> '{slips,0,number}' as number;
select tests.receive(32, jsonb_build_object('blank', jsonb_build_object('number', number, 'receivedAt', app.local_time(now()), 'dueDate', left(app.local_time(now() + interval '9 days'), 10)))) from blank;
select tests.sign_out();
select is((select due_basis from public.dossiers where id = tests.id(32)), (select 'giấy hẹn viết tay số ' || number from blank), 'a date written by hand says so');
update public.dossiers set status = 4 where id = tests.id(32);
select tests.sign_in('officer@test');
select tests.ask(32), public.resume_dossier(tests.request(32, '{"papers": [{"name": "Giấy a", "originals": 1, "certified": 0, "copies": 0}]}'));
select tests.sign_out();
select is((select due_basis from public.dossiers where id = tests.id(32)), null, 'the date after it is the clock''s');

-- Prints ------------------------------------------------------------------------------------------------------

create temp table slip as select id from public.slips where dossier_id = tests.id(32) and form = '01';
grant select on slip to authenticated;
select tests.sign_in('receiver@test');
select is(
	public.note_print(jsonb_build_object('protocol', 1, 'printId', tests.id(print), 'slipId', (select id from slip))),
	jsonb_build_object('copy', copy), format('print %s of three is told so, whatever its id', copy)
)
from (values (1, 3003), (2, 3001), (3, 3002)) as prints (copy, print);
select is(public.note_print(jsonb_build_object('protocol', 1, 'printId', tests.id(3001), 'slipId', (select id from slip))), '{"copy": 2}', 'a repeat is told the same');

-- Ended dossiers ------------------------------------------------------------------------------------------------

select tests.sign_out();
insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name)
select tests.id(40 + number), tests.id(number), 'giay-a', repeat('c', 64), 1000, 'image/jpeg', tests.id(number) || '/' || tests.id(40 + number) || '/1' from unnest(array[4, 5]) as number;
select tests.sign_in('receiver@test');
select ok(public.refuse_dossier(tests.request(4, '{"reason": "Không thuộc nơi này"}')) ? 'slipId', 'refused while the worker reads its photograph');
select tests.sign_out();
select app.judge_file(tests.id(40 + number), '[{"attempt": 1, "sha256": "bad", "fault": null}]') from unnest(array[4, 5]) as number;
select is((select wanted_at from public.dossier_files where file_id = tests.id(44)), null, 'a bad photograph of a refused dossier is asked for no more');
select is((select wanted_at from public.dossier_files where file_id = tests.id(45)), now(), 'that of a living one is');

-- A correction was begun while the first was still new; before it came, the first had ended.
create function tests.correct(number int, old int) returns jsonb language sql as $$
	select tests.submit(number, jsonb_build_object('replaces', jsonb_build_array(jsonb_build_object('id', tests.id(old), 'secret', 's'))))
$$;
select tests.as_anon();
select lives_ok('select tests.correct(50, 4)', 'it is taken when the first was refused');
select is(public.withdraw_dossier(jsonb_build_object('protocol', 1, 'id', tests.id(6), 'secret', 's')), '{"status": 7}', 'the next was withdrawn');
select lives_ok('select tests.correct(51, 6)', 'and its correction is taken too');
select tests.sign_out();
select is((select array_agg(status order by id) from public.dossiers where id in (tests.id(4), tests.id(6), tests.id(50))), array[3, 7, 1]::smallint[], 'what has ended stays as it ended');
update public.dossiers set status = 2 where id = tests.id(7);
select tests.as_anon();
select throws_ok('select tests.correct(52, 7)', 'PT409', 'already-received', 'what the desk has is not taken away from it');
select tests.sign_out();

select * from finish();
rollback;
