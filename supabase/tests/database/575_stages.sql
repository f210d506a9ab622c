-- The office's own limits inside a dossier: they begin, end, wait and begin anew with its clock, and never move its date.
begin;
select plan(58);

-- A year of Mondays to Fridays, whatever the real calendar says.
delete from public.calendar_days;
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(2024, extract(year from now())::int + 2) as year on conflict do nothing;
select app.seed_field('{"code": "xay-dung", "name": "Xây dựng", "help": "Xây nhà", "position": 1}');
select app.seed_procedure(jsonb_build_object('code', code, 'field', 'xay-dung', 'title', 'Giấy phép xây dựng', 'shortTitle', 'Xây nhà',
	'channels', '[{"kind": "online", "limit": {"unit": "working-day", "value": 7}}]'::jsonb, 'clock', clock), repeat(letter, 64))
from (values
	('1.013225', 'a', '{"supplement": "restart", "stages": [{"name": "Thẩm định", "limit": {"unit": "working-day", "value": 3}, "source": "NĐ 217/2026"},
		{"name": "Lấy ý kiến", "limit": {"unit": "working-day", "value": 2}}, {"name": "Trình ký", "limit": {"unit": "working-hour", "value": 4}}],
		"consults": [{"agency": "Cơ quan liên quan", "limit": {"unit": "working-day", "value": 2}, "silence": "agrees", "source": "NĐ 217/2026"},
		{"agency": "Sở Xây dựng", "limit": {"unit": "working-day", "value": 5}, "silence": "waits"}]}'::jsonb),
	('1.013226', 'b', '{"supplement": "pause", "stages": [{"name": "Thẩm định", "limit": {"unit": "working-day", "value": 3}}]}'),
	('1.013227', 'c', '{"supplement": "restart"}')
) as list (code, letter, clock);
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'Kinh tế', array['receiver']), ('officer', 'Kinh tế', array['officer']), ('approver', 'Kinh tế', array['approver']),
	('leader', 'Tư pháp – Hộ tịch', array['leader']), ('neighbour', 'Tư pháp – Hộ tịch', array['officer'])
) as people (account, department, roles)
join public.agencies on agencies.code = 'H99.01'
join public.departments on departments.agency_id = agencies.id and departments.name = department;

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
-- A dossier received so many days ago and worked on since, due by its clock.
create function tests.add(number int, received timestamptz, procedure text default '1.013225') returns void language plpgsql security definer as $$
declare
	dossier public.dossiers;
	due jsonb;
begin
	insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel, subject, applicant,
		payload, applicant_key, search_text, sort_at, submitted_at)
	select tests.id(add.number), 'DK-' || add.number, 'H99.01-260101-' || lpad(add.number::text, 4, '0'), department.agency_id, department.id, procedure,
		version.id, 1, 2, 'Nguyễn An', '{"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}', '{}',
		app.hash_text('001188012345'), 'nguyen an', now(), received
	from public.departments as department
	join public.agencies on agencies.id = department.agency_id and agencies.code = 'H99.01'
	join public.procedure_versions as version on version.procedure_code = procedure
	where department.name = 'Kinh tế' returning * into dossier;
	due := app.due_for(dossier, received);
	update public.dossiers set status = 4, received_at = received, due_date = (due ->> 'dueDate')::date, first_due_date = (due ->> 'dueDate')::date
	where id = dossier.id;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, data)
	values (dossier.id, 1, gen_random_uuid(), 'receive', 4, 'x', jsonb_build_object('departmentId', dossier.department_id));
end
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number))) || more
$$;
create function tests.row(number int) returns public.dossiers language sql security definer as $$ select * from public.dossiers where id = tests.id(number) $$;
-- The same wall clock so many working days ago.
create function tests.ago(days int) returns timestamptz language sql stable security definer as $$
	select now() - (today.day - list.day) * interval '1 day'
	from (select app.local_time(now())::date as day) as today, lateral (
		select one.day, row_number() over (order by one.day desc) as position
		from (select today.day - back as day from generate_series(0, 60) as back) as one where extract(isodow from one.day) < 6
	) as list
	where list.position = ago.days + 1
$$;
create function tests.ahead(days int) returns date language sql stable security definer as $$
	select app.find_working_day_after(app.local_time(now())::date, days, app.index_calendar(app.working_calendar()))
$$;
create function tests.done(number int, stage int, more jsonb default '{}') returns jsonb language sql as $$
	select public.finish_stage(tests.request(number, jsonb_build_object('number', stage) || more))
$$;
-- The run a dossier is in: number, date and judgement of every stage, as one line.
create function tests.stages(number int) returns text language sql security definer as $$
	select string_agg(concat_ws(' ', stage ->> 'number', stage ->> 'dueDate', stage ->> 'timeliness'), ', ' order by position)
	from jsonb_array_elements(app.stages_of(tests.id(number))) with ordinality as list (stage, position)
$$;
create function tests.line(variadic parts text[]) returns text language sql as $$ select array_to_string(parts, ' ') $$;
create function tests.ask(number int) returns jsonb language sql as $$
	select public.request_supplement(tests.request(number, jsonb_build_object('until', tests.ahead(3),
		'lines', '[{"id": "l1", "requirementId": null, "name": "Tờ khai", "verdict": "missing", "reason": "Chưa ký", "originals": 1, "certified": 0, "copies": 0}]'::jsonb)))
$$;
-- As if the open wait had begun so many working days ago.
create function tests.backdate(number int, days int) returns void language sql security definer as $$
	update public.waits set from_at = tests.ago(days) where dossier_id = tests.id(number) and to_at is null;
	update public.supplements set requested_at = tests.ago(days) where dossier_id = tests.id(number) and closed_at is null;
$$;

-- Beginning, and one after the other ---------------------------------------------------------------------------

select tests.add(1, tests.ago(1));
select is(tests.stages(1), tests.line('1', tests.ahead(2)::text, 'running, 2, 3'), 'the first stage begins with the dossier''s clock, the others wait for it');
select is((tests.row(1)).due_date, tests.ahead(6), 'the date promised is that of the whole');
select tests.add(2, tests.ago(1), '1.013227');
select is(app.stages_of(tests.id(2)), '[]', 'a procedure without stages has none');

create function tests.cell(account text) returns text language plpgsql as $$
declare
	answer text;
begin
	begin
		perform tests.sign_in(account || '@test');
		answer := (tests.done(1, 1) -> 'next')::text;
		perform tests.sign_out();
		raise exception using errcode = 'ZZ000';
	exception
		when sqlstate 'ZZ000' then return answer;
		when others then return sqlstate || ' ' || sqlerrm;
	end;
end
$$;
select is(tests.cell(account), answer, account || ' → ' || answer) from (values
	('officer', '2'), ('leader', '2'), ('receiver', 'PT403 role-missing'), ('approver', 'PT403 role-missing'), ('neighbour', 'PT404 dossier-unknown')
) as cells (account, answer);

select tests.sign_in('officer@test');
select throws_ok(format('select tests.done(1, 1, %L)', more), status, key, 'a stage: ' || about) from (values
	('{"number": null}', 'PT400', 'request-malformed', 'without a number'), ('{"number": "1"}', 'PT400', 'request-malformed', 'by a text'),
	('{"number": 1.5}', 'PT400', 'request-malformed', 'and a half'), ('{"number": 2}', 'PT409', 'stage-changed', 'that has not begun'),
	('{"number": 9}', 'PT409', 'stage-changed', 'that is none'), ('{"expectedVersion": 99}', 'PT409', 'version-stale', 'of a version nobody has')
) as cases (more, status, key, about);
select throws_ok('select tests.done(2, 1)', 'PT409', 'stage-changed', 'a dossier without stages finishes none');
select is(tests.done(1, 1, jsonb_build_object('actionId', tests.id(900))), jsonb_build_object('status', 4, 'next', 2, 'dueDate', tests.ahead(2)), 'done, and the next begins');
select is(tests.done(1, 1, jsonb_build_object('actionId', tests.id(900), 'expectedVersion', 1)), jsonb_build_object('status', 4, 'next', 2, 'dueDate', tests.ahead(2)), 'the same action again answers the same');
select throws_ok('select tests.done(1, 1)', 'PT409', 'stage-changed', 'done once');
select tests.sign_out();
select is(tests.stages(1), tests.line('1', tests.ahead(2)::text, 'early, 2', tests.ahead(2)::text, 'running, 3'), 'one done early, one running, one to come');
select results_eq(format('select action, from_status, to_status, data - ''answer'' - ''startedAt'' from public.dossier_events where dossier_id = %L and sequence = 2', tests.id(1)),
	format($$values ('stage-done', 4::smallint, 4::smallint, %L::jsonb)$$, jsonb_build_object('stage', 'Thẩm định', 'dueDate', tests.ahead(2), 'timeliness', 'early',
		'nextStage', 'Lấy ý kiến', 'nextDate', tests.ahead(2))), 'the history tells it');
select is((tests.row(1)).due_date, tests.ahead(6), 'the date promised stays');
select is((app.own_of(tests.id(1)))::text like '%Thẩm định%', false, 'no citizen is told of it');

update public.dossier_stages set started_at = tests.ago(3) where dossier_id = tests.id(1) and number = 2;
select app.date_open_stage(tests.row(1));
select is(tests.stages(1), tests.line('1', tests.ahead(2)::text, 'early, 2', app.local_time(tests.ago(1))::date::text, 'late, 3'), 'a stage past its date is late');
select tests.sign_in('leader@test');
select is(tests.done(1, 2) -> 'next', '3', 'and can be finished');
select tests.sign_out();
select results_eq(format('select due_date is not null, due_at = (app.compute_clock(jsonb_build_object(''received'', app.local_time(started_at), ''limit'', time_limit), app.working_calendar())
	->> ''due'')::timestamp at time zone ''Asia/Ho_Chi_Minh'' from public.dossier_stages where dossier_id = %L and number = 3', tests.id(1)), 'values (true, true)', 'hours end by the minute');
select tests.sign_in('officer@test');
select is(tests.done(1, 3), '{"status": 4}', 'after the last one none begins');
select tests.sign_out();
select is(tests.stages(1), tests.line('1', tests.ahead(2)::text, 'early, 2', app.local_time(tests.ago(1))::date::text, 'late, 3',
	(select due_date::text from public.dossier_stages where dossier_id = tests.id(1) and number = 3),
	(select case when due_date > app.local_time(now())::date then 'early' else 'on-time' end from public.dossier_stages where dossier_id = tests.id(1) and number = 3)), 'all are done');
select results_eq(
	format('select step ->> ''note'', step ->> ''timeliness'', step ->> ''takenBy'', step ->> ''from'' from jsonb_array_elements(app.control_steps(tests.row(1))) as step
		where step ->> ''kind'' = ''stage'' and step ->> ''note'' <> ''Trình ký'''),
	$$values ('Thẩm định', 'early', 'officer@test', 'Kinh tế'), ('Lấy ý kiến', 'late', 'leader@test', 'Kinh tế')$$, 'the control sheet lists them');
select tests.add(3, tests.ago(3));
select tests.sign_in('officer@test');
select is(tests.done(3, 1) -> 'next', '2', 'done on its last day');
select tests.sign_out();
select is((app.stages_of(tests.id(3)) -> 0) ->> 'timeliness', 'on-time', 'is done on time');

-- Waiting ---------------------------------------------------------------------------------------------------------

select tests.add(4, tests.ago(2), '1.013226');
select tests.sign_in('officer@test');
select ok(tests.ask(4) ? 'slipId', 'asked for papers, under a clock that pauses');
select tests.sign_out();
select is(tests.stages(4), '1 waiting', 'while it waits the stage has no date either');
select tests.sign_in('officer@test');
select throws_ok('select tests.done(4, 1)', 'PT409', 'status-changed', 'nor is it finished');
select tests.sign_out();
select tests.backdate(4, 1);
select tests.sign_in('officer@test');
select is(public.resume_dossier(tests.request(4, '{"papers": []}')) ->> 'dueDate', tests.ahead(6)::text, 'one day was waited: the dossier''s date moves by it');
select tests.sign_out();
select is(tests.stages(4), tests.line('1', tests.ahead(2)::text, 'running'), 'and so does that of the stage');
select is((select max(run) from public.dossier_stages where dossier_id = tests.id(4)), 1, 'which goes on');
select tests.sign_in('officer@test');
select is(public.bill_dossier(tests.request(4, '{"amount": 120000, "reason": "Lệ phí", "documentNumber": "12/TB"}')), '{"status": 6}', 'something is to be paid');
select tests.sign_out();
select is(tests.stages(4), '1 waiting', 'that waits, too');
update public.supplements set requested_at = tests.ago(2), completed_at = tests.ago(1), closed_at = tests.ago(1) where dossier_id = tests.id(4);
select tests.backdate(4, 1);
select tests.sign_in('officer@test');
select is(public.confirm_payment(tests.request(4, '{"method": "transfer", "transferReference": "FT1"}')) ->> 'dueDate', tests.ahead(7)::text, 'paid: two days were waited');
select tests.sign_out();
select is(tests.stages(4), tests.line('1', tests.ahead(3)::text, 'running'), 'the stage has two days more');

select tests.add(5, tests.ago(2));
select tests.sign_in('officer@test');
select is(tests.done(5, 1) -> 'next', '2', 'one stage is done');
select ok(tests.ask(5) ? 'slipId', 'then papers are asked for, under a clock that begins anew');
select is(public.resume_dossier(tests.request(5, '{"papers": []}')) ->> 'dueDate', tests.ahead(7)::text, 'the whole time begins anew');
select tests.sign_out();
select is(tests.stages(5), tests.line('1', tests.ahead(3)::text, 'running, 2, 3'), 'and with it the stages, from the first');
select results_eq(format('select run, number, done_at is not null from public.dossier_stages where dossier_id = %L and started_at is not null order by 1, 2', tests.id(5)),
	'values (1, 1, true), (1, 2, false), (2, 1, false)', 'what was done before stays on record');
select tests.sign_in('officer@test');
select is(tests.done(5, 1) -> 'next', '2', 'and it goes on in the new run');
select tests.sign_out();

-- Other dates, other ends -----------------------------------------------------------------------------------------

select tests.add(6, now());
insert into public.calendar_days (day, kind, name, source, verification) values (tests.ahead(1), 'closure', 'Mất điện', 'test', 'computed');
select tests.sign_in('leader@test');
select is(jsonb_array_length(public.move_due_dates(jsonb_build_object('protocol', 1, 'actionId', tests.id(901), 'reason', 'Mất điện', 'dossiers', jsonb_build_array(
	jsonb_build_object('id', tests.id(6), 'expectedVersion', 1, 'dueDate', tests.ahead(7))))) -> 'moved'), 1, 'the calendar has a day off more: the leader moves the date');
select tests.sign_out();
select is(tests.stages(6), tests.line('1', tests.ahead(3)::text, 'running, 2, 3'), 'and the stage moves with it');

select tests.add(7, now());
update public.dossier_stages set due_date = app.today() - 1 where dossier_id = tests.id(7) and number = 1;
select is(tests.stages(7), tests.line('1', (app.today() - 1)::text, 'late, 2, 3'), 'late while it is open');
select tests.sign_in('leader@test');
select ok(public.halt_dossier(tests.request(7, '{"kind": "stop", "reason": "Đất đang có tranh chấp", "basis": "Luật Đất đai"}')) ? 'slipId', 'the dossier ends');
select throws_ok('select tests.done(7, 1)', 'PT409', 'status-changed', 'nothing is finished any more');
select tests.sign_out();
select is(tests.stages(7), tests.line('1', (app.today() - 1)::text || ', 2, 3'), 'and what was not finished is not late later on');

-- Who reads it, and what it offers --------------------------------------------------------------------------------

select tests.sign_in('officer@test');
select is(app.routing_of(tests.id(3)) -> 'stages' -> 1 ->> 'name', 'Lấy ý kiến', 'the desk is told the stages');
select is(app.routing_of(tests.id(3)) -> 'consults', jsonb_build_array(
	jsonb_build_object('agency', 'Cơ quan liên quan', 'limit', '{"unit": "working-day", "value": 2}'::jsonb, 'silence', 'agrees', 'source', 'NĐ 217/2026', 'until', tests.ahead(2)),
	jsonb_build_object('agency', 'Sở Xây dựng', 'limit', '{"unit": "working-day", "value": 5}'::jsonb, 'silence', 'waits', 'source', null, 'until', tests.ahead(5))
), 'whom the procedure asks, and by when if asked now');
select is((select count(*) from public.dossier_stages where dossier_id = tests.id(3)), 3::bigint, 'who reads the dossier reads its stages');
select tests.sign_in('neighbour@test');
select is((select count(*) from public.dossier_stages), 0::bigint, 'nobody else does');
select is(app.routing_of(tests.id(3)), null, 'nor is told');
select tests.sign_out();
select is(app.consults_of(tests.id(7)), '[]', 'nobody is asked for a dossier that has ended');

select * from finish();
rollback;
