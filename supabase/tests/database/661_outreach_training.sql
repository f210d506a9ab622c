-- The outreach log with what came in before and after, and the training log.
begin;
select plan(46);

insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Trung tâm xã bên', true from public.agencies where code = 'H99';
create function tests.agency(wanted text) returns uuid language sql security definer as $$ select id from public.agencies where code = wanted $$;
select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_field('{"code": "dat-dai", "name": "Đất đai", "help": "Sổ đỏ", "position": 2}');
select app.seed_procedure(jsonb_build_object('code', code, 'field', field, 'title', code, 'shortTitle', code, 'channels', '[]'::jsonb), repeat(right(code, 1), 64))
from (values ('1.000001', 'ho-tich'), ('1.000002', 'ho-tich'), ('1.000003', 'dat-dai')) as list (code, field);
select tests.add_staff(role || '@test', tests.agency('H99.01'), (select id from public.departments where name = 'Kinh tế'), role)
from unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin']) as role;
select tests.add_staff('elsewhere@test', tests.agency('H99.02'), null, 'leader'), tests.add_staff('above@test', tests.agency('H99'), null, 'leader'),
	tests.add_staff('suspended@test', tests.agency('H99.01'), null, 'leader', 'admin');
update public.staff set active = false where full_name = 'suspended@test';

create function tests.outreach(number int, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'expectedVersion', 0,
		'entryId', format('00000000-0000-4000-a000-%s', lpad(number::text, 12, '0')), 'heldOn', '2026-03-31', 'place', 'Thôn Trung', 'form', 'loudspeaker',
		'topic', 'Nộp hồ sơ trên điện thoại', 'reach', 120, 'owner', 'Tổ công nghệ số thôn Trung') || more
$$;
create function tests.training(number int, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'expectedVersion', 0,
		'entryId', format('00000000-0000-4000-b000-%s', lpad(number::text, 12, '0')), 'heldOn', '2026-03-31', 'kind', 'attitude',
		'topic', 'Cách đón người dân', 'teacher', 'Trường chính trị', 'hours', 3.5, 'guests', 2) || more
$$;
create function tests.ask(call text) returns jsonb language sql as $$
	select case call
		when 'read' then public.outreach_log('{"protocol": 1, "year": 2026}') || public.training_log('{"protocol": 1, "year": 2026}')
		when 'outreach' then public.save_outreach(tests.outreach(2))
		when 'training' then public.save_training(tests.training(2))
		when 'remove outreach' then public.remove_outreach(tests.outreach(1, '{"expectedVersion": 1, "reason": "Ghi trùng"}'))
		when 'remove training' then public.remove_training(tests.training(1, '{"expectedVersion": 1, "reason": "Ghi trùng"}'))
	end
$$;
create function tests.outcome(account text, call text) returns text language plpgsql as $$
declare
	answer text;
begin
	begin
		begin
			perform tests.as_actor(account);
			perform tests.ask(call);
			answer := 'done';
		exception when others then
			answer := sqlstate || ' ' || case when sqlstate = '42501' then 'denied' else sqlerrm end;
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
select is(public.save_outreach(tests.outreach(1)) -> 'version', '1', 'outreach is written down');
select is(public.save_training(tests.training(1)) -> 'version', '1', 'so is a training');
select tests.sign_out();

-- Who may what -------------------------------------------------------------------------------------------

create temp table access as select account, call, tests.outcome(account, call) as outcome
from unnest(array['anon', 'nobody', 'suspended', 'receiver', 'officer', 'approver', 'leader', 'editor', 'admin', 'elsewhere', 'above']) as account,
	unnest(array['read', 'outreach', 'training', 'remove outreach', 'remove training']) as call;
select is_empty($$select * from access where account = 'anon' and outcome <> '42501 denied'$$, 'a stranger calls nothing');
select is_empty($$select * from access where account in ('nobody', 'suspended') and outcome <> 'PT403 not-staff'$$, 'who is no staff does nothing');
select results_eq(
	$$select account from access where call = 'read' and outcome = 'done' order by account collate "C"$$,
	array['above', 'admin', 'approver', 'elsewhere', 'leader', 'officer', 'receiver'], 'the office reads its logs'
);
select is_empty($$select * from access where account in ('leader', 'admin') and outcome <> 'done'$$, 'leaders and administrators write');
select is_empty(
	$$select * from access where account in ('receiver', 'officer', 'approver', 'editor') and call <> 'read' and outcome <> 'PT403 role-missing'$$, 'others do not'
);
select is_empty(
	$$select * from access where account in ('elsewhere', 'above') and (
		(call like 'remove%' and outcome <> 'PT404 log-entry-unknown') or (call in ('outreach', 'training') and outcome <> 'done'))$$,
	'what another agency wrote is unknown'
);
create function tests.rows_of(account text) returns text language plpgsql as $$
declare
	counted text;
begin
	perform tests.as_actor(account);
	select format('%s %s', (select count(*) from public.outreach_entries), (select count(*) from public.training_entries)) into counted;
	perform tests.sign_out();
	return counted;
exception when insufficient_privilege then
	perform tests.sign_out();
	return 'denied';
end
$$;
select results_eq(
	$$select account, tests.rows_of(account) from unnest(array['anon', 'nobody', 'suspended', 'editor', 'elsewhere', 'above', 'officer']) with ordinality as list (account, place) order by place$$,
	$$values ('anon', 'denied'), ('nobody', '0 0'), ('suspended', '0 0'), ('editor', '0 0'), ('elsewhere', '0 0'), ('above', '1 1'), ('officer', '1 1')$$,
	'rows are seen by the office and by the leader above'
);
select tests.sign_in('elsewhere@test');
select is(tests.fault($$select public.save_outreach(tests.outreach(1))$$), 'PT409 version-stale', 'nobody takes over the entry of another agency by its id');
select is(tests.fault($$select public.save_training(tests.training(1))$$), 'PT409 version-stale', 'nor a training');

-- What is wrong ------------------------------------------------------------------------------------------

select tests.sign_in('leader@test');
select is(tests.fault(format('select public.save_outreach(tests.outreach(9, %L))', more)), fault, more)
from (values
	('{"heldOn": null}', 'PT400 log-day'), ('{"heldOn": "2099-01-01"}', 'PT400 log-day'), ('{"heldOn": "2026-02-30"}', 'PT400 plan-day'),
	('{"place": ""}', 'PT400 plan-text'), ('{"form": "tv"}', 'PT400 outreach-form'), ('{"fieldCode": "none"}', 'PT400 outreach-subject'),
	('{"procedureCode": "9.999999"}', 'PT400 outreach-subject'), ('{"reach": -1}', 'PT400 log-number'), ('{"reach": 1.5}', 'PT400 log-number'),
	('{"reach": "many"}', 'PT400 log-number'), ('{"reach": 1000001}', 'PT400 log-number'), ('{"reach": null}', 'none')
) as list (more, fault);
select is(tests.fault(format('select public.save_training(tests.training(9, %L))', more)), fault, more)
from (values
	('{"kind": "none"}', 'PT400 training-kind'), ('{"hours": 0}', 'PT400 log-number'), ('{"hours": 1.3}', 'PT400 log-number'), ('{"hours": null}', 'PT400 log-number'),
	('{"guests": 0}', 'PT400 training-empty'), ('{"guests": 1.5}', 'PT400 log-number'), ('{"teacher": " "}', 'PT400 plan-text'),
	('{"participants": ["00000000-0000-4000-a000-00000000dead"]}', 'PT400 training-people')
) as list (more, fault);
select is(tests.fault(format('select public.save_training(tests.training(9, jsonb_build_object(''participants'', jsonb_build_array(%L))))', id)), 'PT400 training-people', 'nobody of another agency takes part')
from public.staff where full_name = 'elsewhere@test';
select tests.sign_out();
select is(tests.rows_of('leader'), '2 1', 'only what was right is there');

-- Sent twice, and by two ---------------------------------------------------------------------------------

create temp table people as select jsonb_agg(id order by full_name) as ids from public.staff where full_name in ('officer@test', 'receiver@test');
grant select on people to authenticated;
select tests.sign_in('leader@test');
create temp table sent as select tests.training(1, jsonb_build_object('expectedVersion', 1, 'participants', people.ids)) as request from people;
grant select on sent to authenticated;
create temp table answers as select public.save_training(request) as answer from sent;
select is((select public.save_training(request) from sent), (select answer from answers), 'sent twice, it is answered the same');
select is(jsonb_path_query_array(public.training_log('{"protocol": 1, "year": 2026}'), '$.entries[*].participants[*].name'), '["officer@test", "receiver@test"]', 'and who took part is told once');
select public.save_training(tests.training(1, jsonb_build_object('expectedVersion', 2, 'participants', jsonb_build_array(people.ids -> 0)))) from people;
select is(jsonb_path_query_array(public.training_log('{"protocol": 1, "year": 2026}'), '$.entries[*].participants[*].name'), '["officer@test"]', 'who is taken off the list is off it');
select is((select before -> 'participants' from public.plan_events where action = 'save-training' order by id desc limit 1), '["officer@test", "receiver@test"]', 'the record keeps who was on it');
select is(tests.fault($$select public.save_training(tests.training(1, '{"expectedVersion": 1}'))$$), 'PT409 version-stale', 'what was not seen is not overwritten');
select is(tests.fault($$select public.save_training(request || '{"hours": 8}') from sent$$), 'PT409 action-id-used', 'one id is for one thing');
select is(tests.fault($$select public.remove_outreach(tests.outreach(1, '{"expectedVersion": 1}'))$$), 'PT400 plan-reason', 'what is taken out has a reason');
select tests.sign_out();

-- Before and after ---------------------------------------------------------------------------------------

-- Received at local times around 31 March; 00:30 local is the evening before in UTC.
insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text, sort_at, submitted_at, received_at)
select gen_random_uuid(), 'DK-' || row_number() over (), tests.agency(agency), procedure, version.id, 2, channel, 'x', '{}', '{}', 'x', now(), now(), at::timestamp at time zone interval '7 hours'
from (values
	('H99.01', '1.000001', 2, '2026-03-02 23:59'), -- a day too early
	('H99.01', '1.000001', 2, '2026-03-03 00:30'), ('H99.01', '1.000002', 2, '2026-03-30 23:59'), ('H99.01', '1.000003', 2, '2026-03-15 09:00'),
	('H99.01', '1.000001', 1, '2026-03-15 09:00'), -- at the counter
	('H99.02', '1.000001', 2, '2026-03-15 09:00'), -- next door
	('H99.01', '1.000001', 2, '2026-03-31 09:00'), -- on the day
	('H99.01', '1.000001', 2, '2026-04-01 00:00'), ('H99.01', '1.000001', 2, '2026-04-28 23:59'), ('H99.01', '1.000003', 2, '2026-04-10 09:00'), ('H99.01', '1.000002', 2, '2026-04-10 09:00'),
	('H99.01', '1.000001', 2, '2026-04-29 00:00') -- a day too late
) as list (agency, procedure, channel, at)
join public.procedure_versions as version on version.procedure_code = procedure;
create function tests.effect(more jsonb, on_day date) returns jsonb language sql as $$
	select app.outreach_effect(jsonb_populate_record(entry, more), on_day) from public.outreach_entries as entry where id = (tests.outreach(1) ->> 'entryId')::uuid
$$;
select is(tests.effect('{}', '2026-04-29') - 'others', '{"before": 3, "after": 4, "until": "2026-04-28"}', 'four weeks before against four weeks after, by local dates, that day in neither');
select is(tests.effect('{}', '2026-04-28') -> 'after', 'null', 'nothing is said before the four weeks are over');
select is(tests.effect('{"field_code": "ho-tich"}', '2026-04-29') - 'others', '{"before": 2, "after": 3, "until": "2026-04-28"}', 'of a field');
select is(tests.effect('{"procedure_code": "1.000001"}', '2026-04-29') - 'others', '{"before": 1, "after": 2, "until": "2026-04-28"}', 'of a procedure');
select is(tests.effect('{}', '2026-04-29') -> 'others', '1', 'other talks in these weeks are counted');

create function tests.plan_of(query text) returns text language plpgsql as $$
declare
	line text;
	whole text := '';
begin
	for line in execute 'explain ' || query loop
		whole := whole || line;
	end loop;
	return whole;
end
$$;
set local enable_seqscan = off;
select matches(
	tests.plan_of(format($$select count(*) from public.dossiers as dossier where dossier.agency_id = %L and dossier.received_at >= '2026-03-03' and dossier.received_at < '2026-03-31' and dossier.channel = 2$$, tests.agency('H99.01'))),
	'dossiers_register', 'the register''s index serves it'
);
select is((select count(*) from public.plan_events where subject in ('outreach', 'training')), 5::bigint, 'every change is on the record, once');
select * from finish();
rollback;
