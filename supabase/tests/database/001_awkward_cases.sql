-- Loaded beside the helpers: one dossier of each awkward kind, in the spring of 2024, and the people of three offices. All days lie in
-- the past, so nothing moves. Whoever counts dossiers counts these by hand: 630 the reports, 631 the index and the reasons.

create or replace function tests.case_id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create or replace function tests.case_department(wanted text) returns uuid language sql security definer as $$ select id from public.departments where name = wanted and agency_id = (select id from public.agencies where code = 'H99.01') $$;
create or replace function tests.case_staff(account text) returns uuid language sql security definer as $$ select id from public.staff where full_name = account || '@test' $$;

-- Something happened to a dossier at that moment: these columns hold that now, and the event says so. Local times of 2024.
create or replace function tests.case_happens(number int, moment text, action text, status int, change jsonb default '{}', by_whom text default 'officer') returns void
language plpgsql security definer as $$
declare
	before public.dossiers;
begin
	select * into before from public.dossiers where id = tests.case_id(number);
	update public.dossiers as dossier set
		status = case_happens.status, version = dossier.version + 1, department_id = coalesce((change ->> 'department_id')::uuid, dossier.department_id),
		received_at = case when change ? 'received_at' then (change ->> 'received_at')::timestamp at time zone interval '7 hours' else dossier.received_at end,
		due_date = case when change ? 'due_date' then (change ->> 'due_date')::date else dossier.due_date end,
		due_at = case when change ? 'due_at' then (change ->> 'due_at')::timestamp at time zone interval '7 hours' when change ? 'due_date' then null else dossier.due_at end,
		first_due_date = coalesce(dossier.first_due_date, (change ->> 'due_date')::date),
		extended_at = case when change ? 'extended_to' then (moment::timestamp at time zone interval '7 hours') else dossier.extended_at end,
		extended_to = coalesce((change ->> 'extended_to')::date, dossier.extended_to),
		finished_at = case when change ? 'finished' then (moment::timestamp at time zone interval '7 hours') else dossier.finished_at end,
		assigned_to = coalesce((change ->> 'assigned_to')::uuid, dossier.assigned_to),
		supplement_rounds = dossier.supplement_rounds + case when case_happens.status = 5 then 1 else 0 end
	where id = tests.case_id(number);
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_staff_id, actor_name, at)
	select tests.case_id(number), coalesce(max(sequence), 0) + 1, gen_random_uuid(), case_happens.action, before.status, case_happens.status,
		tests.case_staff(by_whom), by_whom, moment::timestamp at time zone interval '7 hours'
	from public.dossier_events where dossier_id = tests.case_id(number);
end
$$;
create or replace function tests.file_case(number int, channel int default 1, procedure text default '1.001193', agency text default 'H99.01') returns void language plpgsql security definer as $$
begin
	insert into public.dossiers (id, reference, code, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text, sort_at, submitted_at)
	select tests.case_id(file_case.number), 'DK-' || file_case.number, 'H99-' || file_case.number, agencies.id, procedure, version.id, 1, file_case.channel, 'Nguyễn An', '{"fullName": "Trần Bình"}', '{}', 'x', now(), now()
	from public.agencies join public.procedure_versions as version on version.procedure_code = procedure where agencies.code = agency;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, at)
	values (tests.case_id(number), 1, gen_random_uuid(), 'file', 1, 'x', '2024-02-20T09:00+07');
end
$$;
-- Received at that moment, due by the end of that day.
create or replace function tests.receive_case(number int, moment text, due text, channel int default 1, procedure text default '1.001193', agency text default 'H99.01', department text default 'Kinh tế') returns void language plpgsql as $$
begin
	perform tests.file_case(number, channel, procedure, agency);
	perform tests.case_happens(number, moment, 'receive', 2, jsonb_build_object('received_at', moment, 'due_date', due, 'department_id', tests.case_department(department)), 'receiver');
	perform tests.case_happens(number, moment, 'start', 4);
end
$$;
create or replace function tests.finish_case(number int, moment text) returns void language sql as $$ select tests.case_happens(number, moment, 'finish', 9, '{"finished": true}', 'registrar') $$;

-- Two fields, two procedures, four offices, and 28 dossiers of the receiver, officer, registrar and leader @test.
create or replace function tests.add_awkward_cases() returns void language sql as $$
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

	select tests.receive_case(1, '2024-03-04T09:00', '2024-03-11', 2); -- early, online
	select tests.finish_case(1, '2024-03-08T10:00');
	select tests.receive_case(2, '2024-03-04T09:00', '2024-03-11'); -- on time: closing time plays no part
	select tests.finish_case(2, '2024-03-11T18:30');
	select tests.receive_case(3, '2024-03-04T09:00', '2024-03-11'); -- late by one morning
	select tests.finish_case(3, '2024-03-12T07:00');
	select tests.receive_case(4, '2024-03-05T09:00', '2024-03-12'); -- re-appointed once, early by the new date
	select tests.case_happens(4, '2024-03-08T09:00', 'extend', 4, '{"due_date": "2024-03-20", "extended_to": "2024-03-20"}', 'leader');
	select tests.finish_case(4, '2024-03-19T09:00');
	select tests.receive_case(5, '2024-03-05T09:00', '2024-03-12'); -- a second supplement: late, however fast afterwards
	select tests.case_happens(5, '2024-03-06T09:00', 'request-supplement', 5, '{"due_date": null}');
	select tests.case_happens(5, '2024-03-08T09:00', 'resume', 4, '{"due_date": "2024-03-15"}');
	select tests.case_happens(5, '2024-03-11T09:00', 'request-supplement', 5, '{"due_date": null}');
	select tests.case_happens(5, '2024-03-13T09:00', 'resume', 4, '{"due_date": "2024-03-20"}');
	select tests.finish_case(5, '2024-03-14T09:00');
	select tests.receive_case(6, '2024-03-06T09:00', '2024-03-13'); -- asked for papers when it was late already; answered in April
	select tests.case_happens(6, '2024-03-15T09:00', 'request-supplement', 5, '{"due_date": null}');
	select tests.case_happens(6, '2024-04-03T09:00', 'resume', 4, '{"due_date": "2024-04-10"}');
	select tests.finish_case(6, '2024-04-05T09:00');
	select tests.receive_case(7, '2024-03-20T09:00', '2024-03-27'); -- waits in time; stopped in April because nothing came
	select tests.case_happens(7, '2024-03-22T09:00', 'request-supplement', 5, '{"due_date": null}');
	select tests.case_happens(7, '2024-04-15T09:00', 'halt', 8, '{"finished": true}', 'leader');
	select tests.receive_case(8, '2024-03-07T09:00', '2024-03-14'); -- withdrawn
	select tests.case_happens(8, '2024-03-11T09:00', 'withdraw', 7, '{}', 'receiver');
	select tests.case_happens(8, '2024-03-12T09:00', 'stop', 8, '{}', 'receiver');
	select tests.receive_case(9, '2024-03-28T09:00', '2024-04-04'); -- carried over, then withdrawn
	select tests.case_happens(9, '2024-04-02T09:00', 'withdraw', 7, '{}', 'receiver');
	select tests.receive_case(10, '2024-03-07T09:00', '2024-03-14'); -- withdrawn when it was late
	select tests.case_happens(10, '2024-03-18T09:00', 'withdraw', 7, '{}', 'receiver');
	select tests.receive_case(11, '2024-03-08T09:00', '2024-03-15', 3); -- refused after appraisal, by post, before the date
	select tests.case_happens(11, '2024-03-13T09:00', 'halt', 8, '{"finished": true}', 'leader');
	select tests.receive_case(12, '2024-03-08T09:00', '2024-03-15'); -- stopped by the office after the date
	select tests.case_happens(12, '2024-03-18T09:00', 'halt', 8, '{"finished": true}', 'leader');
	select tests.file_case(13); -- same day: received and done in one moment
	select tests.case_happens(13, '2024-03-12T10:00', 'receive', 2, jsonb_build_object('received_at', '2024-03-12T10:00', 'due_date', '2024-03-12', 'department_id', tests.case_department('Kinh tế')));
	select tests.case_happens(13, '2024-03-12T10:00', 'start', 4);
	select tests.finish_case(13, '2024-03-12T10:00');
	select tests.receive_case(14, '2024-02-27T09:00', '2024-03-05'); -- carried over from February
	select tests.finish_case(14, '2024-03-04T09:00');
	select tests.receive_case(15, '2024-03-18T09:00', '2024-03-25'); -- open and late at the end of March
	select tests.finish_case(15, '2024-04-02T09:00');
	select tests.file_case(16); -- refused at intake: never counted
	select tests.case_happens(16, '2024-03-05T09:00', 'refuse', 3);
	select tests.file_case(17); -- filed, not received
	select tests.receive_case(18, '2024-03-13T07:30', '2024-03-13'); -- an hour limit, missed by a minute
	select tests.case_happens(18, '2024-03-13T07:31', 'move-due', 4, '{"due_date": "2024-03-13", "due_at": "2024-03-13T10:00"}');
	select tests.finish_case(18, '2024-03-13T10:01');
	select tests.receive_case(19, '2024-03-13T07:30', '2024-03-13'); -- an hour limit, met to the minute
	select tests.case_happens(19, '2024-03-13T07:31', 'move-due', 4, '{"due_date": "2024-03-13", "due_at": "2024-03-13T10:00"}');
	select tests.finish_case(19, '2024-03-13T10:00');
	select tests.receive_case(20, '2024-03-25T09:00', '2024-04-05'); -- moved to another department in April
	select tests.case_happens(20, '2024-04-01T08:00', 'move', 4, jsonb_build_object('department_id', tests.case_department('Tư pháp – Hộ tịch')), 'leader');
	select tests.finish_case(20, '2024-04-04T09:00');
	select tests.receive_case(21, '2024-04-01T00:00', '2024-04-08', 2, '1.013978'); -- the first moment of April
	select tests.finish_case(21, '2024-04-08T09:00');
	select tests.receive_case(22, '2024-03-31T23:59', '2024-04-08', 2, '1.013978'); -- the last minute of March
	select tests.finish_case(22, '2024-04-30T23:59');
	select tests.receive_case(23, '2024-03-21T09:00', '2024-03-28', 1, '1.013978'); -- waits for money over the end of March
	select tests.case_happens(23, '2024-03-25T09:00', 'bill', 6, '{"due_date": null}');
	select tests.case_happens(23, '2024-04-02T09:00', 'paid', 4, '{"due_date": "2024-04-05"}');
	select tests.finish_case(23, '2024-04-05T09:00');
	select tests.receive_case(24, '2024-03-14T09:00', '2024-03-29', 1, '1.013978'); -- in time by itself, but a part of another agency was late
	insert into public.dossier_parts (dossier_id, position, title, agency, state, due_date, started_at, ended_at)
	values (tests.case_id(24), 1, 'Cấp thẻ', 'BHXH', 'done', '2024-03-20', '2024-03-14T09:00+07', '2024-03-22T09:00+07');
	select tests.finish_case(24, '2024-03-27T09:00');
	select tests.file_case(25); -- a blank slip of an outage, typed in on the first day of April
	select tests.case_happens(25, '2024-04-01T09:00', 'receive', 2, jsonb_build_object('received_at', '2024-03-29T09:00', 'due_date', '2024-04-05', 'department_id', tests.case_department('Kinh tế')));
	select tests.finish_case(25, '2024-04-05T16:00');
	select tests.receive_case(26, '2024-03-26T09:00', '2024-04-02'); -- its date was moved with the calendar
	select tests.case_happens(26, '2024-04-01T09:00', 'move-due', 4, '{"due_date": "2024-04-09"}', 'leader');
	select tests.finish_case(26, '2024-04-08T09:00');
	select tests.receive_case(27, '2024-03-06T09:00', '2024-03-13', 2, '1.001193', 'H99.02'); -- the commune next door
	select tests.finish_case(27, '2024-03-07T09:00');
	select tests.file_case(28); -- received without a date, and none ever stood
	select tests.case_happens(28, '2024-03-19T09:00', 'receive', 2, jsonb_build_object('received_at', '2024-03-19T09:00', 'department_id', tests.case_department('Kinh tế')));
	select tests.case_happens(28, '2024-04-10T09:00', 'finish', 9, '{"finished": true}');
$$;
