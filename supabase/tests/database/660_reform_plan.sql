-- The year's plan: leaders and administrators write it, the leading department reports, the office reads, nobody else.
begin;
select plan(55);

insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Trung tâm xã bên', true from public.agencies where code = 'H99';
create function tests.agency(wanted text) returns uuid language sql security definer as $$ select id from public.agencies where code = wanted $$;
create function tests.department(wanted text) returns uuid language sql security definer as $$ select id from public.departments where name = wanted $$;
select tests.add_staff(role || '@test', tests.agency('H99.01'), tests.department('Kinh tế'), role)
from unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin']) as role;
select tests.add_staff('neighbour@test', tests.agency('H99.01'), tests.department('Tư pháp – Hộ tịch'), 'officer'),
	tests.add_staff('second@test', tests.agency('H99.01'), null, 'leader'),
	tests.add_staff('elsewhere@test', tests.agency('H99.02'), null, 'leader', 'admin'),
	tests.add_staff('above@test', tests.agency('H99'), null, 'leader'),
	tests.add_staff('clerk-above@test', tests.agency('H99'), null, 'admin', 'receiver'),
	tests.add_staff('suspended@test', tests.agency('H99.01'), tests.department('Kinh tế'), 'leader', 'admin', 'officer');
update public.staff set active = false where full_name = 'suspended@test';

-- One task by number; in 2026 unless told otherwise.
create function tests.task(number int, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'year', 2026, 'expectedVersion', 0,
		'taskId', format('00000000-0000-4000-a000-%s', lpad(number::text, 12, '0')), 'heading', 'Cải cách thủ tục', 'title', 'Rà soát thủ tục số ' || number,
		'lead', 'Phòng Kinh tế', 'leadDepartmentId', tests.department('Kinh tế'), 'coordinators', '["Công an xã", "Đoàn xã"]'::jsonb,
		'from', '2026-01-01', 'to', '2026-06-30', 'timeWords', 'Quý I, II', 'deliverable', 'Báo cáo rà soát') || more
$$;
create function tests.report(number int, more jsonb) returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'expectedVersion', (
		select version from public.plan_tasks where id = (tests.task(number) ->> 'taskId')::uuid
	), 'taskId', tests.task(number) ->> 'taskId') || more
$$;
create function tests.ask(call text) returns jsonb language plpgsql as $$
declare
	head jsonb := jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'year', 2026);
begin
	return case call
		when 'read' then public.plan_year(head)
		when 'history' then public.plan_history(head)
		when 'plan' then public.save_plan_year(head || '{"expectedVersion": 1, "documentNumber": "15/KH-UBND", "documentDate": "2026-01-05", "approved": false}')
		when 'issue' then public.save_plan_year(head || '{"expectedVersion": 1, "documentNumber": "15/KH-UBND", "documentDate": "2026-01-05", "approved": true}')
		when 'add' then public.save_plan_task(tests.task(2))
		when 'change' then public.save_plan_task(tests.task(1, '{"expectedVersion": 1, "title": "Rà soát kỹ", "leadDepartmentId": null}'))
		when 'remove' then public.remove_plan_task(tests.report(1, '{"expectedVersion": 1, "reason": "Nhập nhầm"}'))
		when 'report' then public.report_plan_task(tests.report(1, '{"expectedVersion": 1, "status": "running", "evidence": "Đang rà soát"}'))
		when 'drop' then public.report_plan_task(tests.report(1, '{"expectedVersion": 1, "status": "dropped", "reason": "Cấp trên làm chung"}'))
		when 'import' then public.import_plan_tasks(head || jsonb_build_object('tasks', jsonb_build_array(tests.task(3), tests.task(4))))
	end;
end
$$;
create function tests.state() returns text language sql security definer as $$
	select md5(concat(
		(select string_agg(p::text, '' order by p::text) from public.plan_years as p),
		(select string_agg(t::text, '' order by t::text) from public.plan_tasks as t),
		(select string_agg(e::text, '' order by e::text) from public.plan_events as e)
	))
$$;
-- What becomes of a call, undone again.
create function tests.outcome(account text, call text) returns text language plpgsql as $$
declare
	before text := tests.state();
	answer text;
begin
	begin
		begin
			perform tests.as_actor(account);
			perform tests.ask(call);
			perform tests.sign_out();
			answer := case when tests.state() = before then 'read' else (
				select format('%s by %s', action, actor_name) from public.plan_events order by id desc limit 1
			) end;
		exception when others then
			answer := sqlstate || ' ' || case when sqlstate = '42501' then 'denied' else sqlerrm end
				|| case when tests.state() <> before then ', but something changed' else '' end;
		end;
		raise exception using errcode = 'ZZ000';
	exception when sqlstate 'ZZ000' then
		return answer;
	end;
end
$$;
create function tests.fault(call text) returns text language plpgsql as $$
begin
	execute call;
	return 'none';
exception when others then
	return sqlstate || ' ' || sqlerrm;
end
$$;

select tests.sign_in('leader@test');
select is(public.save_plan_task(tests.task(1)), '{"taskId": "00000000-0000-4000-a000-000000000001", "version": 1}', 'a task is written, and the plan begun with it');
select tests.sign_out();

-- Who may what ------------------------------------------------------------------------------------------

create temp table access as
select account, call, tests.outcome(account, call) as outcome
from unnest(array['anon', 'nobody', 'suspended', 'receiver', 'officer', 'approver', 'leader', 'editor', 'admin', 'neighbour', 'elsewhere', 'above', 'clerk-above']) as account,
	unnest(array['read', 'history', 'plan', 'issue', 'add', 'change', 'remove', 'report', 'drop', 'import']) as call;
select is_empty($$select * from access where account = 'anon' and outcome <> '42501 denied'$$, 'a stranger calls nothing');
select is_empty($$select * from access where account in ('nobody', 'suspended') and outcome <> 'PT403 not-staff'$$, 'who is no staff does nothing');
select results_eq(
	$$select account from access where call = 'read' and outcome = 'read' order by account collate "C"$$,
	array['above', 'admin', 'approver', 'clerk-above', 'elsewhere', 'leader', 'neighbour', 'officer', 'receiver'],
	'the office reads its plan (each of the others their own)'
);
select results_eq($$select account from access where call = 'history' and outcome = 'read' order by account collate "C"$$,
	$$select account from access where call = 'read' and outcome = 'read' order by account collate "C"$$, 'and who changed it');
select is((select outcome from access where account = 'editor' and call = 'read'), 'PT403 role-missing', 'an editor alone does not');
select results_eq(
	$$select call, outcome from access where account = 'leader' and call not in ('read', 'history') order by call collate "C"$$,
	$$values ('add', 'save-task by leader@test'), ('change', 'save-task by leader@test'), ('drop', 'report-task by leader@test'),
		('import', 'import-tasks by leader@test'), ('issue', 'save-plan by leader@test'), ('plan', 'save-plan by leader@test'),
		('remove', 'remove-task by leader@test'), ('report', 'report-task by leader@test')$$, 'the leader does everything'
);
select results_eq(
	$$select call, outcome from access where account = 'admin' and outcome like 'PT%'$$, $$values ('issue', 'PT403 role-missing')$$,
	'the administrator all but saying that it is issued'
);
select results_eq(
	$$select account, call from access where account in ('officer', 'approver', 'receiver', 'editor', 'neighbour') and outcome like '%by%' order by 1$$,
	$$values ('approver', 'report'), ('officer', 'report')$$, 'the leading department reports, and nothing else'
);
select is_empty(
	$$select * from access where account in ('officer', 'approver', 'receiver', 'editor', 'neighbour') and call not in ('read', 'history', 'report') and outcome <> 'PT403 role-missing'$$,
	'they are told so'
);
select is_empty(
	$$select * from access where account in ('elsewhere', 'above') and call in ('change', 'remove', 'report', 'drop') and outcome <> 'PT404 plan-task-unknown'$$,
	'a task of another agency is unknown, also to the agency above'
);

-- Row level security: the same people, past the functions.
create function tests.rows_of(account text) returns text language plpgsql as $$
declare
	counted text;
begin
	perform tests.as_actor(account);
	select format('%s %s %s', (select count(*) from public.plan_years), (select count(*) from public.plan_tasks), (select count(*) from public.plan_events)) into counted;
	perform tests.sign_out();
	return counted;
exception when insufficient_privilege then
	perform tests.sign_out();
	return 'denied';
end
$$;
select results_eq(
	$$select account, tests.rows_of(account) from unnest(array['anon', 'nobody', 'suspended', 'editor', 'elsewhere', 'clerk-above', 'above', 'receiver', 'neighbour']) with ordinality as list (account, place) order by place$$,
	$$values ('anon', 'denied'), ('nobody', '0 0 0'), ('suspended', '0 0 0'), ('editor', '0 0 0'), ('elsewhere', '0 0 0'), ('clerk-above', '0 0 0'),
		('above', '1 1 1'), ('receiver', '1 1 1'), ('neighbour', '1 1 1')$$, 'rows are seen by the office and by the leader above'
);
select tests.sign_in('above@test');
select is(jsonb_array_length(public.plan_year(jsonb_build_object('protocol', 1, 'year', 2026, 'agencyId', tests.agency('H99.01'))) -> 'tasks'), 1, 'the leader above opens the plan of an office below');
select is(public.plan_year(jsonb_build_object('protocol', 1, 'year', 2026, 'agencyId', tests.agency('H99.01'))) -> 'mayWrite', 'false', 'and may not write it');
select is(jsonb_array_length(public.plan_year('{"protocol": 1, "year": 2026}') -> 'offices'), 3, 'all offices below are offered');
select is(public.plan_year(jsonb_build_object('protocol', 1, 'year', 2026, 'agencyId', tests.agency('H99.01'))) #> '{tasks,0,mayReport}', 'false', 'nor report');
select tests.sign_in('elsewhere@test');
select throws_ok($$select public.plan_year(jsonb_build_object('protocol', 1, 'year', 2026, 'agencyId', tests.agency('H99.01')))$$, 'PT403', 'role-missing', 'an office beside does not');
select tests.sign_in('officer@test');
select results_eq(
	$$select task -> 'mayReport', plan -> 'mayWrite', jsonb_array_length(plan -> 'offices') from public.plan_year('{"protocol": 1, "year": 2026}') as plan, jsonb_array_elements(plan -> 'tasks') as task$$,
	$$values ('true'::jsonb, 'false'::jsonb, 1)$$, 'an officer of the leading department is told to report'
);
select tests.sign_in('neighbour@test');
select is(public.plan_year('{"protocol": 1, "year": 2026}') #> '{tasks,0,mayReport}', 'false', 'one of another department is not');

-- What is wrong with a task ------------------------------------------------------------------------------

select tests.sign_in('leader@test');
select is(tests.fault(format('select public.save_plan_task(tests.task(9, %L))', more)), fault, more)
from (values
	('{"title": " "}', 'PT400 plan-text'), ('{"heading": null}', 'PT400 plan-text'), ('{"lead": "x"}', 'PT400 plan-text'),
	('{"from": "2026-02-30"}', 'PT400 plan-day'), ('{"to": null}', 'PT400 plan-period'), ('{"from": "2026-07-01"}', 'PT400 plan-period'),
	('{"from": "2024-01-01", "to": "2025-12-31"}', 'PT400 plan-period'), ('{"from": "2027-01-01", "to": "2027-12-31"}', 'PT400 plan-period'),
	('{"from": "2025-12-01", "to": "2027-01-31"}', 'none'),
	('{"leadDepartmentId": "00000000-0000-4000-a000-00000000dead"}', 'PT400 department-unknown'),
	('{"coordinators": [""]}', 'PT400 plan-text'), ('{"coordinators": "Công an"}', 'PT400 request-malformed'), ('{"year": 1999}', 'PT400 plan-year')
) as list (more, fault);
select tests.sign_out();

-- How far it is: every state, by the last day ------------------------------------------------------------

select is(
	app.plan_task_state(jsonb_populate_record(null::public.plan_tasks, '{"from_day": "2026-01-01", "to_day": "2026-06-30"}'::jsonb || task), day::date), state, format('%s on %s', task, day)
)
from (values
	('{"status": "planned"}'::jsonb, '2026-06-30', 'planned'), ('{"status": "running"}', '2026-06-30', 'running'), ('{"status": "running"}', '2026-07-01', 'overdue'),
	('{"status": "done", "done_on": "2026-06-30"}', '2026-06-30', 'done'), ('{"status": "done", "done_on": "2026-07-01"}', '2026-07-01', 'done-late'),
	('{"status": "done", "done_on": "2026-06-20"}', '2026-06-10', 'running'), ('{"status": "done", "done_on": "2026-07-05"}', '2026-07-02', 'overdue'),
	('{"status": "dropped"}', '2026-07-02', 'dropped')
) as list (task, day, state);
select tests.sign_out();
select is(to_jsonb(figures), '{"tasks": 0, "done": 0, "done_late": 0, "overdue": 0, "upcoming": 0}', 'without a plan all figures are 0') from app.plan_figures(tests.agency('H99.02'), '2026-07-01') as figures;

select tests.sign_in('leader@test');
select public.save_plan_task(tests.task(20 + number)) from generate_series(1, 3) as number;
select public.report_plan_task(tests.report(21, jsonb_build_object('status', 'done', 'evidence', 'Báo cáo 12/BC', 'doneOn', '2026-06-01')));
select public.report_plan_task(tests.report(22, jsonb_build_object('status', 'done', 'evidence', 'Báo cáo 13/BC', 'doneOn', '2026-07-01')));
select public.report_plan_task(tests.report(23, '{"status": "dropped", "reason": "Cấp trên làm chung"}'));
select tests.sign_out();
select is(to_jsonb(figures), '{"tasks": 4, "done": 1, "done_late": 1, "overdue": 1, "upcoming": 1}', 'of five one is dropped; one still runs into the next year')
from app.plan_figures(tests.agency('H99.01'), '2026-08-01') as figures;

-- Reports and their proof ---------------------------------------------------------------------------------

select tests.sign_in('leader@test');
select is(tests.fault(format('select public.report_plan_task(tests.report(%s, %L))', number, more)), fault, number || ' ' || more)
from (values
	(1, '{"status": "done", "doneOn": "2026-03-01"}', 'PT400 plan-evidence'), (1, '{"status": "done", "evidence": "Báo cáo", "doneOn": "2099-03-01"}', 'PT400 plan-done-on'),
	(1, '{"status": "late"}', 'PT400 plan-status'), (1, '{"status": "dropped"}', 'PT400 plan-reason'),
	(21, '{"status": "running"}', 'PT400 plan-reason')
) as list (number, more, fault);

-- Two at once, twice the same -----------------------------------------------------------------------------

create temp table sent as select tests.report(1, '{"status": "running", "evidence": "Đã họp"}') as request;
grant select on sent to authenticated;
create temp table answers as select public.report_plan_task(request) as answer from sent;
select is((select public.report_plan_task(request) from sent), (select answer from answers), 'sent twice, it is answered the same');
select is((select count(*) from public.plan_events where action_id = (select (request ->> 'actionId')::uuid from sent)), 1::bigint, 'and happens once');
select throws_ok($$select public.report_plan_task(request || '{"evidence": "Khác"}') from sent$$, 'PT409', 'action-id-used', 'the same id for something else is refused');
select tests.sign_in('second@test');
select throws_ok($$select public.report_plan_task(request || '{"actionId": "00000000-0000-4000-a000-0000000000aa"}') from sent$$, 'PT409', 'version-stale', 'a second leader does not overwrite what they have not seen');

-- Issued --------------------------------------------------------------------------------------------------

select tests.sign_in('leader@test');
select throws_ok($$select public.save_plan_year('{"protocol": 1, "actionId": "00000000-0000-4000-a000-0000000000ab", "year": 2026, "expectedVersion": 1, "approved": true}')$$, 'PT400', 'plan-document', 'an issued plan has a number');
select tests.ask('issue');
select throws_ok($$select public.save_plan_task(tests.task(31))$$, 'PT400', 'plan-reason', 'what is issued is changed for a reason');
select throws_ok($$select public.remove_plan_task(tests.report(1, '{"reason": "Nhập nhầm"}'))$$, 'PT409', 'plan-issued', 'and nothing is taken out of it');
select is(public.save_plan_task(tests.task(31, '{"reason": "Bổ sung theo chỉ đạo"}')) -> 'version', '1', 'with a reason it is');
select * from finish();
rollback;
