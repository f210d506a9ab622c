-- Biểu II.06a: one dossier of each awkward kind, two months, and the table counted by hand. All days lie in the past, so nothing moves.
begin;
select plan(140);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_field('{"code": "dat-dai", "name": "Đất đai", "help": "Sổ đỏ", "position": 2}');
select app.seed_procedure(jsonb_build_object('code', code, 'field', field, 'title', title, 'shortTitle', title, 'channels', '[]'::jsonb), repeat(letter, 64))
from (values ('1.001193', 'ho-tich', 'Khai sinh', 'a'), ('1.013978', 'dat-dai', 'Cấp sổ đỏ', 'b')) as list (code, field, title, letter);
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Trung tâm xã bên', true from public.agencies where code = 'H99';
insert into public.agencies (code, name, receives) values ('H98', 'Tỉnh khác', true);
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'H99.01', null, array['receiver']), ('officer', 'H99.01', 'Kinh tế', array['officer']), ('registrar', 'H99.01', 'Tư pháp – Hộ tịch', array['officer', 'approver']),
	('leader', 'H99.01', null, array['leader']), ('admin', 'H99.01', null, array['admin']), ('editor', 'H99.01', null, array['editor']),
	('loose', 'H99.01', null, array['officer']), ('above', 'H99', null, array['leader']), ('beside', 'H99.02', null, array['leader'])
) as people (account, agency, department, roles)
join public.agencies on agencies.code = people.agency
left join public.departments on departments.agency_id = agencies.id and departments.name = people.department;

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.department(wanted text) returns uuid language sql security definer as $$ select id from public.departments where name = wanted and agency_id = (select id from public.agencies where code = 'H99.01') $$;
create function tests.staff(account text) returns uuid language sql security definer as $$ select id from public.staff where full_name = account || '@test' $$;

-- Something happened to a dossier at that moment: these columns hold that now, and the event says so. Local times of 2024.
create function tests.happen(number int, moment text, action text, status int, change jsonb default '{}', by_whom text default 'officer') returns void
language plpgsql security definer as $$
declare
	before public.dossiers;
begin
	select * into before from public.dossiers where id = tests.id(number);
	update public.dossiers as dossier set
		status = happen.status, version = dossier.version + 1, department_id = coalesce((change ->> 'department_id')::uuid, dossier.department_id),
		received_at = case when change ? 'received_at' then (change ->> 'received_at')::timestamp at time zone interval '7 hours' else dossier.received_at end,
		due_date = case when change ? 'due_date' then (change ->> 'due_date')::date else dossier.due_date end,
		due_at = case when change ? 'due_at' then (change ->> 'due_at')::timestamp at time zone interval '7 hours' when change ? 'due_date' then null else dossier.due_at end,
		first_due_date = coalesce(dossier.first_due_date, (change ->> 'due_date')::date),
		extended_at = case when change ? 'extended_to' then (moment::timestamp at time zone interval '7 hours') else dossier.extended_at end,
		extended_to = coalesce((change ->> 'extended_to')::date, dossier.extended_to),
		finished_at = case when change ? 'finished' then (moment::timestamp at time zone interval '7 hours') else dossier.finished_at end,
		assigned_to = coalesce((change ->> 'assigned_to')::uuid, dossier.assigned_to),
		supplement_rounds = dossier.supplement_rounds + case when happen.status = 5 then 1 else 0 end
	where id = tests.id(number);
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_staff_id, actor_name, at)
	select tests.id(number), coalesce(max(sequence), 0) + 1, gen_random_uuid(), happen.action, before.status, happen.status,
		tests.staff(by_whom), by_whom, moment::timestamp at time zone interval '7 hours'
	from public.dossier_events where dossier_id = tests.id(number);
end
$$;
create function tests.file(number int, channel int default 1, procedure text default '1.001193', agency text default 'H99.01') returns void language plpgsql security definer as $$
begin
	insert into public.dossiers (id, reference, code, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text, sort_at, submitted_at)
	select tests.id(file.number), 'DK-' || file.number, 'H99-' || file.number, agencies.id, procedure, version.id, 1, file.channel, 'Nguyễn An', '{"fullName": "Trần Bình"}', '{}', 'x', now(), now()
	from public.agencies join public.procedure_versions as version on version.procedure_code = procedure where agencies.code = agency;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, at)
	values (tests.id(number), 1, gen_random_uuid(), 'file', 1, 'x', '2024-02-20T09:00+07');
end
$$;
-- Received at that moment, due by the end of that day.
create function tests.receive(number int, moment text, due text, channel int default 1, procedure text default '1.001193', agency text default 'H99.01', department text default 'Kinh tế') returns void language plpgsql as $$
begin
	perform tests.file(number, channel, procedure, agency);
	perform tests.happen(number, moment, 'receive', 2, jsonb_build_object('received_at', moment, 'due_date', due, 'department_id', tests.department(department)), 'receiver');
	perform tests.happen(number, moment, 'start', 4);
end
$$;
create function tests.finish(number int, moment text) returns void language sql as $$ select tests.happen(number, moment, 'finish', 9, '{"finished": true}', 'registrar') $$;

-- What happened ------------------------------------------------------------------------------------------

select tests.receive(1, '2024-03-04T09:00', '2024-03-11', 2); -- early, online
select tests.finish(1, '2024-03-08T10:00');
select tests.receive(2, '2024-03-04T09:00', '2024-03-11'); -- on time: closing time plays no part
select tests.finish(2, '2024-03-11T18:30');
select tests.receive(3, '2024-03-04T09:00', '2024-03-11'); -- late by one morning
select tests.finish(3, '2024-03-12T07:00');
select tests.receive(4, '2024-03-05T09:00', '2024-03-12'); -- re-appointed once, early by the new date
select tests.happen(4, '2024-03-08T09:00', 'extend', 4, '{"due_date": "2024-03-20", "extended_to": "2024-03-20"}', 'leader');
select tests.finish(4, '2024-03-19T09:00');
select tests.receive(5, '2024-03-05T09:00', '2024-03-12'); -- a second supplement: late, however fast afterwards
select tests.happen(5, '2024-03-06T09:00', 'request-supplement', 5, '{"due_date": null}');
select tests.happen(5, '2024-03-08T09:00', 'resume', 4, '{"due_date": "2024-03-15"}');
select tests.happen(5, '2024-03-11T09:00', 'request-supplement', 5, '{"due_date": null}');
select tests.happen(5, '2024-03-13T09:00', 'resume', 4, '{"due_date": "2024-03-20"}');
select tests.finish(5, '2024-03-14T09:00');
select tests.receive(6, '2024-03-06T09:00', '2024-03-13'); -- asked for papers when it was late already; answered in April
select tests.happen(6, '2024-03-15T09:00', 'request-supplement', 5, '{"due_date": null}');
select tests.happen(6, '2024-04-03T09:00', 'resume', 4, '{"due_date": "2024-04-10"}');
select tests.finish(6, '2024-04-05T09:00');
select tests.receive(7, '2024-03-20T09:00', '2024-03-27'); -- waits in time; stopped in April because nothing came
select tests.happen(7, '2024-03-22T09:00', 'request-supplement', 5, '{"due_date": null}');
select tests.happen(7, '2024-04-15T09:00', 'halt', 8, '{"finished": true}', 'leader');
select tests.receive(8, '2024-03-07T09:00', '2024-03-14'); -- withdrawn
select tests.happen(8, '2024-03-11T09:00', 'withdraw', 7, '{}', 'receiver');
select tests.happen(8, '2024-03-12T09:00', 'stop', 8, '{}', 'receiver');
select tests.receive(9, '2024-03-28T09:00', '2024-04-04'); -- carried over, then withdrawn
select tests.happen(9, '2024-04-02T09:00', 'withdraw', 7, '{}', 'receiver');
select tests.receive(10, '2024-03-07T09:00', '2024-03-14'); -- withdrawn when it was late
select tests.happen(10, '2024-03-18T09:00', 'withdraw', 7, '{}', 'receiver');
select tests.receive(11, '2024-03-08T09:00', '2024-03-15', 3); -- refused after appraisal, by post, before the date
select tests.happen(11, '2024-03-13T09:00', 'halt', 8, '{"finished": true}', 'leader');
select tests.receive(12, '2024-03-08T09:00', '2024-03-15'); -- stopped by the office after the date
select tests.happen(12, '2024-03-18T09:00', 'halt', 8, '{"finished": true}', 'leader');
select tests.file(13); -- same day: received and done in one moment
select tests.happen(13, '2024-03-12T10:00', 'receive', 2, jsonb_build_object('received_at', '2024-03-12T10:00', 'due_date', '2024-03-12', 'department_id', tests.department('Kinh tế')));
select tests.happen(13, '2024-03-12T10:00', 'start', 4);
select tests.finish(13, '2024-03-12T10:00');
select tests.receive(14, '2024-02-27T09:00', '2024-03-05'); -- carried over from February
select tests.finish(14, '2024-03-04T09:00');
select tests.receive(15, '2024-03-18T09:00', '2024-03-25'); -- open and late at the end of March
select tests.finish(15, '2024-04-02T09:00');
select tests.file(16); -- refused at intake: never counted
select tests.happen(16, '2024-03-05T09:00', 'refuse', 3);
select tests.file(17); -- filed, not received
select tests.receive(18, '2024-03-13T07:30', '2024-03-13'); -- an hour limit, missed by a minute
select tests.happen(18, '2024-03-13T07:31', 'move-due', 4, '{"due_date": "2024-03-13", "due_at": "2024-03-13T10:00"}');
select tests.finish(18, '2024-03-13T10:01');
select tests.receive(19, '2024-03-13T07:30', '2024-03-13'); -- an hour limit, met to the minute
select tests.happen(19, '2024-03-13T07:31', 'move-due', 4, '{"due_date": "2024-03-13", "due_at": "2024-03-13T10:00"}');
select tests.finish(19, '2024-03-13T10:00');
select tests.receive(20, '2024-03-25T09:00', '2024-04-05'); -- moved to another department in April
select tests.happen(20, '2024-04-01T08:00', 'move', 4, jsonb_build_object('department_id', tests.department('Tư pháp – Hộ tịch')), 'leader');
select tests.finish(20, '2024-04-04T09:00');
select tests.receive(21, '2024-04-01T00:00', '2024-04-08', 2, '1.013978'); -- the first moment of April
select tests.finish(21, '2024-04-08T09:00');
select tests.receive(22, '2024-03-31T23:59', '2024-04-08', 2, '1.013978'); -- the last minute of March
select tests.finish(22, '2024-04-30T23:59');
select tests.receive(23, '2024-03-21T09:00', '2024-03-28', 1, '1.013978'); -- waits for money over the end of March
select tests.happen(23, '2024-03-25T09:00', 'bill', 6, '{"due_date": null}');
select tests.happen(23, '2024-04-02T09:00', 'paid', 4, '{"due_date": "2024-04-05"}');
select tests.finish(23, '2024-04-05T09:00');
select tests.receive(24, '2024-03-14T09:00', '2024-03-29', 1, '1.013978'); -- in time by itself, but a part of another agency was late
insert into public.dossier_parts (dossier_id, position, title, agency, state, due_date, started_at, ended_at)
values (tests.id(24), 1, 'Cấp thẻ', 'BHXH', 'done', '2024-03-20', '2024-03-14T09:00+07', '2024-03-22T09:00+07');
select tests.finish(24, '2024-03-27T09:00');
select tests.file(25); -- a blank slip of an outage, typed in on the first day of April
select tests.happen(25, '2024-04-01T09:00', 'receive', 2, jsonb_build_object('received_at', '2024-03-29T09:00', 'due_date', '2024-04-05', 'department_id', tests.department('Kinh tế')));
select tests.finish(25, '2024-04-05T16:00');
select tests.receive(26, '2024-03-26T09:00', '2024-04-02'); -- its date was moved with the calendar
select tests.happen(26, '2024-04-01T09:00', 'move-due', 4, '{"due_date": "2024-04-09"}', 'leader');
select tests.finish(26, '2024-04-08T09:00');
select tests.receive(27, '2024-03-06T09:00', '2024-03-13', 2, '1.001193', 'H99.02'); -- the commune next door
select tests.finish(27, '2024-03-07T09:00');
select tests.file(28); -- received without a date, and none ever stood
select tests.happen(28, '2024-03-19T09:00', 'receive', 2, jsonb_build_object('received_at', '2024-03-19T09:00', 'department_id', tests.department('Kinh tế')));
select tests.happen(28, '2024-04-10T09:00', 'finish', 9, '{"finished": true}');

-- The table -----------------------------------------------------------------------------------------------

create function tests.today(days int) returns text language sql security definer as $$ select (app.today() + days)::text $$;
create function tests.now_local() returns text language sql security definer as $$ select app.local_time(now()) $$;
create function tests.report(from_day text, to_day text, more jsonb default '{}') returns jsonb language sql as $$
	select public.staff_report(jsonb_build_object('protocol', 1, 'from', from_day, 'to', to_day) || more)
$$;
-- A line as the form has it, columns 3 to 13, then what stands beside it: withdrawn, without a date, waiting.
create function tests.columns(cells jsonb) returns text language sql as $$
	select concat_ws(' ', (c.online + c.other + c.carried), c.online, c.other, c.carried, '|', c.early + c.on_time + c.late, c.early, c.on_time, c.late, '|', c.in_time + c.open_late, c.in_time, c.open_late,
		'|', cells ->> 'withdrawn', cells ->> 'noDue', cells ->> 'waiting')
	from (select (cells ->> 'receivedOnline')::int as online, (cells ->> 'receivedOther')::int as other, (cells ->> 'carried')::int as carried,
		(cells ->> 'early')::int as early, (cells ->> 'onTime')::int as on_time, (cells ->> 'late')::int as late,
		(cells ->> 'openInTime')::int as in_time, (cells ->> 'openLate')::int as open_late) as c
$$;
create function tests.lines(report jsonb) returns text language sql as $$
	select string_agg(coalesce(line ->> 'label', line ->> 'key', '-') || ': ' || tests.columns(line -> 'cells'), e'\n' order by coalesce(line ->> 'label', line ->> 'key', '-') collate "C")
	from jsonb_array_elements(report -> 'lines') as line
$$;

create function tests.behind(from_day text, to_day text, wanted text, more jsonb default '{}') returns text language sql as $$
	select coalesce(string_agg(substr(row_ ->> 'code', 5), ' ' order by position), '') from jsonb_array_elements(
		public.staff_report_dossiers(jsonb_build_object('protocol', 1, 'from', from_day, 'to', to_day, 'column', wanted) || more) -> 'rows') with ordinality as list (row_, position)
$$;

select tests.sign_in('leader@test');
-- February: one dossier, still open.
select is(tests.columns(tests.report('2024-02-01', '2024-02-29') -> 'total'), '1 0 1 0 | 0 0 0 0 | 1 1 0 | 0 0 0', 'February: one received, open and in time');
select is(tests.columns(tests.report('2024-03-01', '2024-03-31') -> 'total'), '22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3', 'March, counted by hand');
select is(tests.columns(tests.report('2024-04-01', '2024-04-30') -> 'total'), '8 1 0 7 | 8 2 3 3 | 0 0 0 | 1 2 0', 'April, counted by hand');
select is(tests.columns(tests.report('2024-05-01', '2024-05-31') -> 'total'), '0 0 0 0 | 0 0 0 0 | 0 0 0 | 0 0 0', 'May: nothing at all');
select is(tests.columns(tests.report('2024-02-01', '2024-04-30') -> 'total'), '21 3 18 0 | 21 6 6 9 | 0 0 0 | 2 2 0', 'the three months in one');
select is(tests.columns(tests.report('2024-03-13', '2024-03-13') -> 'total'), '8 0 2 6 | 3 1 1 1 | 5 3 2 | 0 0 0', 'one day');
select is(tests.report('2024-04-01', '2024-04-30') -> 'openBefore', '10', 'April begins with what March ended with: 9 of the form and 1 without a date');
select is((tests.report('2024-04-01', '2024-04-30') -> 'total') - array['receivedOnline', 'receivedOther', 'early', 'onTime', 'late', 'openInTime', 'openLate', 'waiting', 'withFiles', 'withResultFile'],
	'{"carried": 7, "withdrawn": 1, "withdrawnCarried": 1, "noDue": 2, "noDueCarried": 2, "reappointed": 0, "keptFirst": 0, "supplemented": 1}', 'what was carried over and then left the form is told apart');
select is((tests.report('2024-03-01', '2024-03-31') -> 'total') - array['receivedOnline', 'receivedOther', 'early', 'onTime', 'late', 'openInTime', 'openLate', 'waiting', 'carried', 'withdrawn', 'noDue'],
	'{"withdrawnCarried": 0, "noDueCarried": 0, "reappointed": 1, "keptFirst": 0, "supplemented": 1, "withFiles": 0, "withResultFile": 0}', 'a new date is kept, the first was not');

-- One after the other, by every line; the lines add up to the total.
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "field"}')),
	'Hộ tịch: 19 1 17 1 | 12 4 3 5 | 7 5 2 | 1 1 2' || e'\n' || 'Đất đai: 3 1 2 0 | 1 0 0 1 | 2 2 0 | 0 0 1', 'March by field');
select is(tests.lines(tests.report('2024-04-01', '2024-04-30', '{"by": "field"}')),
	'Hộ tịch: 5 0 0 5 | 5 2 1 2 | 0 0 0 | 1 2 0' || e'\n' || 'Đất đai: 3 1 0 2 | 3 0 2 1 | 0 0 0 | 0 0 0', 'April by field');
select is(tests.lines(tests.report('2024-04-01', '2024-04-30', '{"by": "procedure"}')),
	'Cấp sổ đỏ: 3 1 0 2 | 3 0 2 1 | 0 0 0 | 0 0 0' || e'\n' || 'Khai sinh: 5 0 0 5 | 5 2 1 2 | 0 0 0 | 1 2 0', 'April by procedure');
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "channel"}')),
	'1: 19 0 18 1 | 11 2 3 6 | 8 6 2 | 1 1 3' || e'\n' || '2: 2 2 0 0 | 1 1 0 0 | 1 1 0 | 0 0 0' || e'\n' || '3: 1 0 1 0 | 1 1 0 0 | 0 0 0 | 0 0 0', 'March by channel');
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "department"}')), 'Kinh tế: 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3',
	'March by department: what moved in April was still in the first one');
select is(tests.lines(tests.report('2024-04-01', '2024-04-30', '{"by": "department"}')),
	'Kinh tế: 7 1 0 6 | 7 1 3 3 | 0 0 0 | 1 2 0' || e'\n' || 'Tư pháp – Hộ tịch: 1 0 0 1 | 1 1 0 0 | 0 0 0 | 0 0 0', 'April by department: where it ended');
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "officer"}')),
	'-: 10 1 9 0 | 1 0 0 1 | 9 7 2 | 1 1 3' || e'\n' || 'leader@test: 2 0 2 0 | 2 1 0 1 | 0 0 0 | 0 0 0' || e'\n' || 'registrar@test: 10 1 8 1 | 10 3 3 4 | 0 0 0 | 0 0 0', 'March by officer: whose work it was');
select is(tests.lines(tests.report('2024-03-01', '2024-03-31', '{"by": "agency"}')), (select name from public.agencies where code = 'H99.01') || ': 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3', 'March by agency');
select is(tests.columns(tests.report('2024-03-01', '2024-03-31', jsonb_build_object('only', filter)) -> 'total'), counts, 'only ' || filter::text)
from (values
	('{"field": "dat-dai"}'::jsonb, '3 1 2 0 | 1 0 0 1 | 2 2 0 | 0 0 1'), ('{"procedure": "1.001193"}', '19 1 17 1 | 12 4 3 5 | 7 5 2 | 1 1 2'),
	('{"channel": "2"}', '2 2 0 0 | 1 1 0 0 | 1 1 0 | 0 0 0'), ('{"channel": "2", "field": "dat-dai"}', '1 1 0 0 | 0 0 0 0 | 1 1 0 | 0 0 0'),
	('{"field": "khong-co"}', '0 0 0 0 | 0 0 0 0 | 0 0 0 | 0 0 0')
) as cases (filter, counts);
select is(tests.report('2024-03-01', '2024-03-31', '{"only": {"channel": "2"}}') -> 'openBefore', 'null', 'under a filter nothing is said of what was open before');
select is(tests.report('2024-03-01', '2024-03-31') ->> 'judgedAt', '2024-04-01T00:00', 'what is open is judged when the period ends');
select is(tests.report(tests.today(0), tests.today(9)) ->> 'judgedAt', tests.now_local(), 'or now, when it has not ended');

-- Behind every figure its dossiers.
select is(tests.behind('2024-03-01', '2024-03-31', wanted), numbers, 'March, ' || wanted) from (values
	('early', '14 1 4 11'), ('onTime', '2 13 19'), ('late', '3 5 10 12 18 24'), ('openLate', '6 15'), ('openInTime', '7 23 20 26 9 25 22'), ('waiting', '6 7 23'),
	('withdrawn', '8'), ('noDue', '28'), ('carried', '14'), ('receivedOnline', '1 22'), ('reappointed', '4'), ('supplemented', '5'), ('everyLate', '3 5 6 10 12 18 24 15')
) as cases (wanted, numbers);
select is((select count(*) from jsonb_array_elements(public.staff_report_dossiers('{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31", "column": "everyReceived"}') -> 'rows')), 23::bigint,
	'the intake book has also what was withdrawn and what has no date');
select is(tests.behind('2024-03-04', '2024-03-04', 'everyReceived'), '1 2 3', 'the intake book of a day');
select is((select string_agg(substr(row_ ->> 'code', 5) || ' ' || (row_ ->> 'lateBecause'), ', ' order by row_ ->> 'code') from jsonb_array_elements(
	public.staff_report_dossiers('{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31", "column": "everyLate"}') -> 'rows') as row_),
	'10 overdue, 12 overdue, 15 overdue, 18 overdue, 24 part-late, 3 overdue, 5 second-request, 6 asked-late', 'and why each was late');
select tests.sign_out();

-- The facts are what the events tell, and no rewriting helps --------------------------------------------------
select is((select count(*) from app.dossier_facts), 26::bigint, 'facts of what was received, and of nothing else');
select is_empty($$
	select fact.dossier_id from app.dossier_facts as fact, app.dossier_life(fact.dossier_id) as life
	where to_jsonb(fact) - 'life' <> to_jsonb(life.fact) - 'life'
		or (select jsonb_agg(to_jsonb(span) order by from_at) from app.dossier_spans as span where span.dossier_id = fact.dossier_id)
			is distinct from (select jsonb_agg(to_jsonb(span) order by span.from_at) from unnest(life.spans) as span)
$$, 'told again from the events they are the same');
select is_empty($$
	select fact.dossier_id from app.dossier_facts as fact join public.dossiers as dossier on dossier.id = fact.dossier_id
	where fact.outcome is not null and dossier.id not in (tests.id(5), tests.id(6))
		and case fact.outcome when 'no-due' then 'withdrawn' else fact.outcome end <> app.timeliness_of(dossier)
$$, 'and the queue and the dossier say the same as the report (5 and 6 have no rounds in this test''s tables)');
select throws_ok($$update public.dossier_events set at = at - interval '3 days' where dossier_id = tests.id(3)$$, 'PT403', null, 'nobody moves the moment in which a dossier was finished');
select throws_ok(format('update public.dossiers set finished_at = %L where id = %L', '2024-03-11T09:00+07', tests.id(3)), null, null, 'and nobody rewrites it in the dossier');
update app.dossier_facts set ended_at = '2024-05-01' where dossier_id = tests.id(14);
delete from app.dossier_spans where dossier_id = tests.id(14);
select tests.sign_in('leader@test');
select throws_ok($$select tests.report('2024-03-01', '2024-03-31')$$, 'PT409', 'figures-inconsistent', 'a report whose figures do not fit together is not shown');
select tests.sign_out();
select app.tell_facts(tests.id(14));

-- Who reads which -------------------------------------------------------------------------------------------
create function tests.answer(account text, call text, more jsonb default '{}') returns text language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	execute format('select public.%I($1)', call) into answer using '{"protocol": 1, "from": "2024-03-01", "to": "2024-03-31", "column": "late"}'::jsonb || more;
	return case call when 'staff_report' then tests.columns(answer -> 'total') else coalesce(answer ->> 'count', jsonb_array_length(answer -> 'rows')::text) end;
exception when others then
	return sqlstate || case when sqlstate like 'PT%' then ' ' || sqlerrm else '' end;
end
$$;
select is(tests.answer(account, 'staff_report', more), result, account || ' reads ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('nobody', '{}', 'PT403 not-staff'), ('editor', '{}', 'PT403 role-missing'), ('loose', '{}', 'PT403 role-missing'),
	('receiver', '{}', '22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3'), ('admin', '{}', '22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3'),
	('officer', '{}', '22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3'), ('registrar', '{}', '0 0 0 0 | 0 0 0 0 | 0 0 0 | 0 0 0'),
	('above', '{}', '23 3 19 1 | 14 5 3 6 | 9 7 2 | 1 1 3'), ('beside', '{}', '1 1 0 0 | 1 1 0 0 | 0 0 0 | 0 0 0'),
	('receiver', '{"by": "officer"}', 'PT403 role-missing'), ('admin', '{"by": "officer"}', 'PT403 role-missing'),
	('leader', '{"by": "colour"}', 'PT400 report-by'), ('leader', '{"from": "2024-04-01"}', 'PT400 report-range'), ('leader', '{"from": "2010-01-01"}', 'PT400 report-range'),
	('leader', '{"from": "2024-02-30"}', 'PT400 report-range'), ('leader', '{"from": 5}', 'PT400 report-range'), ('leader', '{"only": []}', 'PT400 report-filter'),
	('leader', '{"only": {"channel": "9"}}', 'PT400 report-filter'), ('leader', '{"protocol": 2}', 'PT426 protocol-version')
) as cases (account, more, result);
select tests.sign_out();
select is(tests.answer('above', 'staff_report', jsonb_build_object('agencyId', agencies.id)), '1 1 0 0 | 1 1 0 0 | 0 0 0 | 0 0 0', 'the parent looks into one commune') from public.agencies where code = 'H99.02';
select tests.sign_out();
select is(tests.answer('leader', 'staff_report', jsonb_build_object('agencyId', agencies.id)), 'PT403 agency-foreign', 'nobody looks at ' || code) from public.agencies where code in ('H99', 'H99.02', 'H98');
select tests.sign_out();
select is(tests.answer('officer', 'staff_report', jsonb_build_object('only', jsonb_build_object('departmentId', tests.department('Tư pháp – Hộ tịch')))), 'PT403 role-missing', 'an officer asks for no other department');
select is(tests.answer('receiver', 'staff_report', jsonb_build_object('only', jsonb_build_object('officerId', tests.staff('registrar')))), 'PT403 role-missing', 'only leaders look at one officer');
select is(tests.answer(account, 'staff_report_dossiers', more), result, account || ' reads the dossiers behind ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('nobody', '{}', 'PT403 not-staff'), ('editor', '{}', 'PT403 role-missing'), ('admin', '{}', 'PT403 role-missing'),
	('leader', '{}', '6'), ('receiver', '{}', '6'), ('officer', '{}', '6'), ('registrar', '{}', '0'), ('beside', '{}', '0'), ('above', '{}', '0'),
	('leader', '{"column": "nothing"}', 'PT400 report-column'), ('leader', '{"after": 5}', 'PT400 report-after'),
	('leader', '{"after": {"id": "00000000-0000-4000-a000-000000000010", "receivedAt": "2024-03-07T09:00"}}', '6')
) as cases (account, more, result);
select tests.sign_out();
select is(tests.answer('above', 'staff_report_dossiers', jsonb_build_object('agencyId', agencies.id)), 'PT403 figures-only', 'the parent reads no dossier of a commune') from public.agencies where code = 'H99.01';
select tests.sign_in('leader@test');
select is(tests.behind('2024-03-01', '2024-03-31', 'late', '{"after": {"id": "00000000-0000-4000-a000-000000000010", "receivedAt": "2024-03-07T09:00"}}'), '12 18 24', 'the page after a dossier');
select tests.sign_out();

-- The leader's page: every number is that of a report ------------------------------------------------------------
insert into public.calendar_years (year, status, source) select year, 'complete', 'test' from generate_series(2023, 2025) as year on conflict do nothing;
create function tests.dashboard(on_day text, more jsonb default '{}') returns jsonb language sql as $$
	select public.staff_dashboard(jsonb_build_object('protocol', 1, 'on', on_day) || more)
$$;
create function tests.of_months(dashboard jsonb) returns text language sql as $$
	select string_agg(concat_ws(' ', one ->> 'month', one ->> 'received', one ->> 'receivedOnline', one ->> 'early', one ->> 'onTime', one ->> 'late'), ', ' order by one ->> 'month')
	from jsonb_array_elements(dashboard -> 'months') as one
$$;
create function tests.of_reports(variadic months text[]) returns text language sql as $$
	select string_agg(concat_ws(' ', month, (total ->> 'receivedOnline')::int + (total ->> 'receivedOther')::int, total ->> 'receivedOnline', total ->> 'early', total ->> 'onTime', total ->> 'late'), ', ' order by month)
	from unnest(months) as month, lateral (
		select tests.report(month || '-01', ((month || '-01')::date + interval '1 month' - interval '1 day')::date::text) -> 'total' as total
	) as report
$$;
select tests.sign_in('leader@test');
select is(tests.dashboard('2024-03-31') -> 'month', tests.report('2024-03-01', '2024-03-31') -> 'total', 'the month is its report');
select is(tests.dashboard('2024-03-31') -> 'day', tests.report('2024-03-31', '2024-03-31') -> 'total', 'the day is its report');
select is(tests.dashboard('2024-03-13') -> 'month', tests.report('2024-03-01', '2024-03-13') -> 'total', 'a month that has begun, too');
select is(tests.dashboard('2024-04-30') -> 'year', tests.report('2024-01-01', '2024-04-30') -> 'total', 'the year so far is its report');
select is(tests.dashboard('2025-04-10') -> 'lastYear', tests.report('2024-01-01', '2024-04-10') -> 'total', 'the same days of last year are theirs');
select is(tests.of_months(tests.dashboard('2024-04-30')), tests.of_reports('2024-02', '2024-03', '2024-04'), 'each month is its own report');
select is(tests.of_months(tests.dashboard('2024-04-30')), '2024-02 1 0 0 0 0, 2024-03 21 2 4 3 6, 2024-04 1 1 2 3 3', 'counted by hand');
select is(tests.lines(tests.dashboard('2024-03-31')), tests.lines(tests.report('2024-01-01', '2024-03-31', '{"by": "department"}')), 'each department is its line');
select is(tests.dashboard('2024-03-31') -> 'risk', '{"open": 10, "late": 2, "waiting": 2, "dueToday": 0, "dueSoon": 1, "later": 4, "noDue": 1}', 'what is open at the end of March, counted by hand');
select is(tests.dashboard('2024-04-05') -> 'risk', '{"open": 5, "late": 0, "waiting": 1, "dueToday": 0, "dueSoon": 3, "later": 0, "noDue": 1}', 'and on 5 April');
select is(tests.dashboard('2024-04-02') -> 'risk', '{"open": 9, "late": 1, "waiting": 1, "dueToday": 0, "dueSoon": 0, "later": 6, "noDue": 1}', 'and on 2 April');
select is(tests.dashboard(tests.today(0)) ->> 'judgedAt', tests.now_local(), 'today is judged now');
select is((tests.dashboard('2024-03-31') -> 'satisfaction', tests.dashboard('2024-03-31') #> '{plan,tasks}', tests.dashboard('2024-03-31') #> '{trips,dossiers}')::text, ('null'::jsonb, '0'::jsonb, '23'::jsonb)::text,
	'no satisfaction of fewer than five, no plan, and the trips of everything received');
select tests.sign_in('receiver@test');
select ok(not tests.dashboard('2024-03-31') ? 'feedback', 'what people say is for leaders and admins');
select tests.sign_out();
select tests.sign_in('above@test');
select is(tests.dashboard(day) -> part, tests.report(from_day, to_day) -> 'total', 'a parent, ' || day || ', ' || part) from (values
	('2024-03-31', 'year', '2024-01-01', '2024-03-31'), ('2024-04-02', 'year', '2024-01-01', '2024-04-02'), ('2024-03-13', 'year', '2024-01-01', '2024-03-13'),
	('2024-12-31', 'year', '2024-01-01', '2024-12-31'), ('2025-03-19', 'lastYear', '2024-01-01', '2024-03-19'), ('2025-02-28', 'lastYear', '2024-01-01', '2024-02-28')
) as cases (day, part, from_day, to_day);
select is(tests.of_months(tests.dashboard('2024-04-30')), tests.of_reports('2024-02', '2024-03', '2024-04'), 'a parent''s months are their reports');
select is(tests.lines(tests.dashboard('2024-04-03')), tests.lines(tests.report('2024-01-01', '2024-04-03', '{"by": "agency"}')), 'and its agencies their lines');
select tests.sign_out();
select is_empty($$
	select * from (
		select agency_id, ended_month, fate, sum(n) as n from app.month_kinds group by 1, 2, 3 having sum(n) <> 0
	) as kept full join (
		select agency_id, app.month_of(ended_at) as ended_month, outcome as fate, count(*)::numeric as n from app.dossier_facts where outcome is not null group by 1, 2, 3
	) as counted using (agency_id, ended_month, fate, n) where kept.n is null or counted.n is null
$$, 'what is kept counted is what there is, also after the facts were bent and told again');
create function tests.opens(account text, more jsonb) returns text language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	answer := tests.dashboard('2024-03-31', more);
	return answer ->> 'by' || ' ' || (answer ->> 'agencies') || ' ' || tests.columns(answer -> 'month') || ' ' || (answer #>> '{risk,open}');
exception when others then
	return sqlstate || case when sqlstate like 'PT%' then ' ' || sqlerrm else '' end;
end
$$;
select is(tests.opens(account, more), result, account || ' opens it with ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('nobody', '{}', 'PT403 not-staff'), ('editor', '{}', 'PT403 role-missing'), ('loose', '{}', 'PT403 role-missing'),
	('leader', '{}', 'department 1 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3 10'), ('admin', '{}', 'department 1 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3 10'),
	('receiver', '{}', 'department 1 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3 10'), ('officer', '{}', 'department 1 22 2 19 1 | 13 4 3 6 | 9 7 2 | 1 1 3 10'),
	('registrar', '{}', 'department 1 0 0 0 0 | 0 0 0 0 | 0 0 0 | 0 0 0 0'), ('above', '{}', 'agency 3 23 3 19 1 | 14 5 3 6 | 9 7 2 | 1 1 3 10'),
	('leader', '{"on": "2099-01-01"}', 'PT400 report-range'), ('leader', '{"on": "2024-02-30"}', 'PT400 report-range'), ('leader', '{"agencyId": "00000000-0000-4000-8000-000000000001"}', 'PT403 agency-foreign')
) as cases (account, more, result);
select tests.sign_out();

-- For everybody: counts, and no small ones ------------------------------------------------------------------------
select app.tell_public_figures();
create function tests.of_public(more jsonb default '{}') returns jsonb language plpgsql as $$
begin
	perform tests.as_anon();
	return public.public_figures('{"protocol": 1, "year": 2024}'::jsonb || more);
end
$$;
select is(tests.of_public() #> '{figures}', '{"received": 22, "receivedOnline": 4, "early": 7, "onTime": 6, "late": 9, "open": 0,
	"months": [{"month": "2024-03", "received": 22, "receivedOnline": 3, "early": 5, "onTime": 3, "late": 6}],
	"fields": [{"field": "ho-tich", "name": "Hộ tịch", "received": 18}]}', 'the year of all agencies: February, April and the four of Đất đai are too few to be told');
select tests.sign_out();
select is(tests.of_public() ->> 'agencyId', agencies.id::text, 'who has most below it speaks first') from public.agencies where code = 'H99';
select tests.sign_out();
select is(tests.of_public(jsonb_build_object('agencyId', agencies.id)) #> '{figures,received}', '1', 'and one agency for itself') from public.agencies where code = 'H99.02';
select tests.sign_out();
select is(tests.of_public('{"year": 2020}') -> 'figures', 'null', 'of a year without dossiers there is nothing');
select is(tests.of_public('{"agencyId": "00000000-0000-4000-8000-000000000001"}') -> 'figures', 'null', 'nor of an agency that is none');
select tests.sign_out();
select throws_ok('select public.public_figures(''{"protocol": 1, "year": "x"}'')', 'PT400', 'register-range', 'a year is a year');
select doesnt_match(tests.of_public()::text, 'Nguyễn An|Trần Bình|DK-', 'nobody''s name is in it');
select tests.sign_out();

-- A file leaves a trace ---------------------------------------------------------------------------------------
select is(tests.answer(account, 'export_dossiers', '{"actionId": "00000000-0000-4000-b000-000000000001"}'), result, account || ' takes the late list along') from (values
	('anon', '42501'), ('editor', 'PT403 role-missing'), ('receiver', 'PT403 role-missing'), ('officer', 'PT403 role-missing'), ('admin', 'PT403 role-missing'), ('leader', '6'), ('leader', '6')
) as cases (account, result);
select tests.sign_out();
select results_eq($$select staff_name, rows, about ->> 'column' from app.exports$$, $$values ('leader@test', 6, 'late')$$, 'once, and who it was is written down');
select throws_ok('delete from app.exports', 'PT403', null, 'and stays');

select * from finish();
rollback;
