-- Staff and departments: only an active administrator changes those of the own agency, every change is on the record,
-- and what is denied changes no row.
begin;
select plan(57);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
insert into public.agencies (code, name, receives) values ('H99.02', 'Trung tâm xã bên', true);
insert into public.departments (agency_id, name) select id, 'Địa chính' from public.agencies where code = 'H99.02';
create function tests.agency(wanted text) returns uuid language sql security definer as $$ select id from public.agencies where code = wanted $$;
create function tests.department(wanted text) returns uuid language sql security definer as $$ select id from public.departments where name = wanted $$;
select tests.add_staff(role || '@test', tests.agency('H99.01'), tests.department('Kinh tế'), role)
from unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin']) as role;
select tests.add_staff('suspended@test', tests.agency('H99.01'), tests.department('Kinh tế'), 'admin', 'leader'),
	tests.add_staff('elsewhere@test', tests.agency('H99.02'), tests.department('Địa chính'), 'admin', 'leader'),
	tests.add_staff('target@test', tests.agency('H99.01'), tests.department('Kinh tế'), 'officer');
update public.staff set active = false where full_name = 'suspended@test';
insert into public.staff (agency_id, full_name) values (tests.agency('H99.01'), 'Chưa vào'), (tests.agency('H99.01'), 'Bị khóa');
update public.staff set active = false where full_name = 'Bị khóa';

create function tests.person(wanted text) returns public.staff language sql security definer as $$
	select * from public.staff where full_name = wanted
$$;
create function tests.profile(more jsonb) returns jsonb language sql security definer as $$
	select jsonb_build_object('fullName', 'Mai Thị Mới', 'title', 'Công chức', 'phone', '0912 345 678', 'roles', '["officer"]'::jsonb,
		'departmentId', (tests.department('Kinh tế')), 'actionId', '00000000-0000-4000-a000-000000000001') || more
$$;
create function tests.ask(action text, wanted text default 'target@test', more jsonb default '{}') returns jsonb language plpgsql as $$
declare
	request jsonb := jsonb_build_object('protocol', 1, 'staffId', (tests.person(wanted)).id, 'expectedVersion', (tests.person(wanted)).version);
begin
	return case action
		when 'list' then public.staff_list(request || more)
		when 'changes' then public.staff_changes(request || more)
		when 'invite' then public.invite_staff(request || tests.profile(more))
		when 'renew' then public.renew_invitation(request || more)
		when 'update' then public.update_staff(request || tests.profile(more))
		when 'suspend' then public.suspend_staff(request || more)
		when 'restore' then public.restore_staff(request || more)
		when 'untie' then public.untie_account(request || more)
		when 'department' then public.save_department(request || '{"name": "Phòng mới", "fieldCodes": ["ho-tich"]}' || more)
		when 'accept' then public.accept_invitation(request || more)
	end;
end
$$;
-- Everything an administrator may change, as one text.
create function tests.state() returns text language sql security definer as $$
	select md5(concat(
		(select string_agg(s::text, '' order by s::text) from public.staff as s),
		(select string_agg(r::text, '' order by r::text) from public.staff_roles as r),
		(select string_agg(d::text, '' order by d::text) from public.departments as d),
		(select string_agg(e::text, '' order by e::text) from public.staff_events as e),
		(select string_agg(i::text, '' order by i::text) from app.staff_invitations as i),
		(select string_agg(n::text, '' order by n::text) from app.staff_identities as n),
		(select string_agg(u.id::text, '' order by u.id) from auth.users as u)
	))
$$;
-- What happened, in one line; everything is undone again.
create function tests.outcome(account text, action text, wanted text default 'target@test', more jsonb default '{}')
returns text language plpgsql as $$
declare
	before text := tests.state();
	answer text;
begin
	begin
		begin
			perform tests.as_actor(account);
			perform tests.ask(action, wanted, more);
			perform tests.sign_out();
			answer := case when tests.state() = before then 'read' else coalesce((
				select format('%s by %s', staff_events.action, actor_name) from public.staff_events
				where agency_id = tests.agency('H99.01') order by at desc limit 1
			), 'changed without a record') end;
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

-- Every function × every kind of caller ------------------------------------------------------------------

create temp table actors as select unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin', 'suspended',
	'elsewhere', 'nobody', 'anon']) as account;
create temp table actions as
select * from (values ('list', 'target@test'), ('changes', 'target@test'), ('invite', 'target@test'), ('renew', 'Chưa vào'),
	('update', 'target@test'), ('suspend', 'target@test'), ('restore', 'Bị khóa'), ('untie', 'target@test'),
	('department', 'target@test')) as list (action, wanted);
create temp table outcomes as
select account, action, tests.outcome(account, action, wanted) as answer from actors, actions;

select results_eq(
	'select account, action, answer from outcomes order by 1, 2',
	$$select account, action, case
			when account = 'anon' then '42501 denied'
			when account in ('suspended', 'nobody') then 'PT403 not-staff'
			when account = 'elsewhere' then case
				when action in ('list', 'changes') then 'read'
				-- An administrator elsewhere invites into the own agency; nothing is on our record.
				when action = 'invite' then 'PT400 department-unknown'
				when action = 'department' then 'changed without a record'
				else 'PT404 staff-unknown' end
			when account = 'leader' and action = 'list' then 'read'
			when account <> 'admin' then 'PT403 role-missing'
			when action in ('list', 'changes') then 'read'
			else action || ' by admin@test' end
	from outcomes order by 1, 2$$,
	'only an administrator of the agency changes anything, a leader reads the list, and what is denied changes nothing'
);

-- Reading ------------------------------------------------------------------------------------------------

create function tests.listed(account text) returns jsonb language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	answer := tests.ask('list');
	perform tests.sign_out();
	return answer;
end
$$;
select is(jsonb_array_length(tests.listed('admin') -> 'staff'), (select count(*)::int from public.staff where agency_id = tests.agency('H99.01')), 'the list has everybody of the agency');
select is_empty($$select 1 from jsonb_array_elements(tests.listed('elsewhere') -> 'staff') as person where person ->> 'fullName' = 'target@test'$$, 'and nobody of another');
select is(
	(select person - 'id' - 'departmentId' from jsonb_array_elements(tests.listed('admin') -> 'staff') as person where person ->> 'fullName' = 'target@test'),
	'{"fullName": "target@test", "title": "", "phone": "", "active": true, "version": 1, "joined": true, "hasCitizenId": false, "roles": ["officer"], "invitedUntil": null, "email": "target@test"}',
	'a person is listed with their e-mail address'
);
select is_empty($$select 1 from jsonb_array_elements(tests.listed('leader') -> 'staff') as person where person ? 'email'$$, 'a leader sees no e-mail addresses');
select is(
	(select department -> 'staffCount' from jsonb_array_elements(tests.listed('leader') -> 'departments') as department where department ->> 'name' = 'Kinh tế'),
	to_jsonb(7), 'a department counts its active staff'
);

-- What is refused ----------------------------------------------------------------------------------------

create temp table refused as
select *, tests.outcome('admin', action, wanted, more) as answer
from (values
	('invite', 'target@test', '{"fullName": "A"}'::jsonb, 'PT400 staff-name'),
	('invite', 'target@test', '{"fullName": null}', 'PT400 staff-name'),
	('invite', 'target@test', '{"phone": "gọi tôi"}', 'PT400 staff-phone'),
	('invite', 'target@test', '{"roles": []}', 'PT400 roles-missing'),
	('invite', 'target@test', '{"roles": ["owner"]}', 'PT400 roles-malformed'),
	('invite', 'target@test', '{"roles": [null]}', 'PT400 roles-malformed'),
	('invite', 'target@test', '{"roles": "admin"}', 'PT400 roles-malformed'),
	('invite', 'target@test', '{"roles": [["admin"]]}', 'PT400 roles-malformed'),
	('invite', 'target@test', '{"departmentId": null}', 'PT400 department-needed'),
	('invite', 'target@test', '{"departmentId": "x"}', 'PT400 department-unknown'),
	('invite', 'target@test', '{"departmentId": null, "roles": ["receiver"]}', 'invite by admin@test'),
	('invite', 'target@test', jsonb_build_object('departmentId', tests.department('Địa chính')), 'PT400 department-unknown'),
	('invite', 'target@test', '{"citizenId": "12"}', 'PT400 citizen-id-malformed'),
	('invite', 'target@test', '{"citizenId": "001 188 012 345"}', 'invite by admin@test'),
	('invite', 'target@test', '{"actionId": "x"}', 'PT400 id-malformed'),
	('renew', 'target@test', '{}', 'PT409 already-joined'),
	('renew', 'Bị khóa', '{}', 'PT409 staff-suspended'),
	('update', 'target@test', '{"expectedVersion": 0}', 'PT409 version-stale'),
	('update', 'target@test', '{"expectedVersion": "1"}', 'PT409 version-stale'),
	('update', 'elsewhere@test', '{}', 'PT404 staff-unknown'),
	('update', 'admin@test', '{"roles": ["admin"]}', 'update by admin@test'),
	('update', 'admin@test', '{"roles": ["admin", "receiver"]}', 'PT409 last-admin'),
	('update', 'admin@test', '{"roles": ["receiver"]}', 'PT409 last-admin'),
	('suspend', 'admin@test', '{}', 'PT409 last-admin'),
	('suspend', 'Bị khóa', '{}', 'read'),
	('restore', 'target@test', '{}', 'read'),
	('restore', 'admin@test', '{}', 'read'),
	('untie', 'Chưa vào', '{}', 'PT409 not-joined'),
	('untie', 'suspended@test', '{}', 'PT409 staff-suspended'),
	('untie', 'admin@test', '{}', 'PT409 last-admin'),
	('department', '-', '{"name": "  "}', 'PT400 department-name'),
	('department', '-', '{"name": "kinh TE"}', 'PT409 department-exists'),
	('department', '-', '{"fieldCodes": ["none"]}', 'PT400 field-unknown'),
	('department', '-', '{"fieldCodes": [null]}', 'PT400 field-unknown'),
	('department', '-', '{"fieldCodes": "ho-tich"}', 'PT400 field-unknown'),
	('department', '-', '{"departmentId": "x"}', 'PT400 id-malformed'),
	('department', '-', jsonb_build_object('departmentId', tests.department('Địa chính')), 'PT404 department-unknown'),
	('department', '-', jsonb_build_object('departmentId', tests.department('Kinh tế'), 'name', 'Kinh tế'), 'department by admin@test')
) as list (action, wanted, more, expected);
select results_eq('select action, more, answer from refused', 'select action, more, expected from refused', 'each fault has its own key');
select is(tests.outcome('admin', 'suspend', 'target@test', '{"protocol": 9}'), 'PT426 protocol-version', 'another protocol is told so');

insert into public.staff_roles (staff_id, role) select id, 'admin' from public.staff where full_name = 'leader@test';
select is(tests.outcome('admin', 'suspend', 'admin@test'), 'PT403 own-account', 'with a second administrator nobody suspends themselves either');
select is(tests.outcome('admin', 'update', 'admin@test', '{"roles": ["receiver"]}'), 'PT403 own-account', 'nor takes their own role away');
select is(tests.outcome('admin', 'untie', 'admin@test'), 'PT403 own-account', 'nor unties their own account');
select is(tests.outcome('leader', 'suspend', 'admin@test'), 'suspend by leader@test', 'the other one may');
select tests.sign_in('admin@test');
select tests.ask('suspend', 'leader@test');
select tests.sign_out();
select is(tests.outcome('leader', 'suspend', 'admin@test'), 'PT403 not-staff', 'of two who suspend each other the second is too late');

-- Inviting, joining, being suspended -----------------------------------------------------------------------

create temp table answers (name text, answer jsonb);
grant select, insert on answers to authenticated;
create function tests.keep(name text, answer jsonb) returns void language sql as $$ insert into pg_temp.answers values (name, answer) $$;
create function tests.code(wanted text) returns jsonb language sql as $$
	select jsonb_build_object('code', answer -> 'code') from pg_temp.answers where name = wanted
$$;
select tests.sign_in('admin@test');
select tests.keep('first', tests.ask('invite', 'target@test', '{"citizenId": "001188012345"}'));
select tests.keep('repeat', tests.ask('invite'));
select throws_ok($$select tests.ask('invite', 'target@test', '{"fullName": "Người Khác"}')$$, 'PT409', 'action-id-used', 'the same id for another person is refused');
select tests.sign_out();
select ok((select answer ->> 'code' ~ '^[0-9A-HJKMNP-TV-Z]{20}$' from answers where name = 'first'), 'the code has 20 symbols nobody misreads');
select is((select count(distinct answer -> 'staffId') from answers), 1::bigint, 'a repeat names the same person');
select is((select count(*) from public.staff where full_name = 'Mai Thị Mới'), 1::bigint, 'and makes no second one');
select isnt(tests.code('first'), tests.code('repeat'), 'with a fresh code');
select is((select version from public.staff where full_name = 'Mai Thị Mới'), 1, 'a new person has version 1');
select is(
	(select citizen_id_hash from app.staff_identities where staff_id = (tests.person('Mai Thị Mới')).id), app.hash_text('001188012345'),
	'the citizen number is kept as the hash dossiers are compared with'
);
select is_empty($$select 1 from public.staff_events as e, answers where e::text like '%001188012345%' or e::text like '%' || (answer ->> 'code') || '%'$$, 'the record holds no number and no code');
select isnt((select person ->> 'invitedUntil' from jsonb_array_elements(tests.listed('admin') -> 'staff') as person where person ->> 'fullName' = 'Mai Thị Mới'), null, 'the list tells until when the code works');

select tests.as_nobody();
select throws_ok($$select tests.ask('accept', '-', tests.code('first'))$$, 'PT404', 'invitation-unknown', 'the code of before is void');
select tests.sign_in('admin@test');
select tests.keep('renewed', tests.ask('renew', 'Mai Thị Mới'));
select tests.ask('suspend', 'Mai Thị Mới', '{"reason": "Nghỉ phép"}');
select tests.as_nobody();
select throws_ok($$select tests.ask('accept', '-', tests.code('repeat'))$$, 'PT404', 'invitation-unknown', 'a renewed invitation voids the lost code');
select throws_ok($$select tests.ask('accept', '-', tests.code('renewed'))$$, 'PT403', 'staff-suspended', 'who is suspended cannot join');
select is(public.my_staff('{"protocol": 1}'), null, 'and stays nobody');
select tests.sign_in('admin@test');
select tests.ask('restore', 'Mai Thị Mới');
select tests.as_nobody();
select lives_ok($$select tests.ask('accept', '-', tests.code('renewed'))$$, 'once restored, the same code works');
select is(public.my_staff('{"protocol": 1}') -> 'roles', '["officer"]', 'and the new colleague has the roles given');
select tests.sign_in('admin@test');
select throws_ok($$select tests.ask('invite')$$, 'PT409', 'already-joined', 'a late repeat of the invitation takes no account away');
select lives_ok($$select tests.ask('suspend', 'Mai Thị Mới')$$, 'the administrator suspends the new colleague');
select tests.as_nobody();
select throws_ok($$select public.staff_queue('{"protocol": 1, "group": "new"}')$$, 'PT403', 'not-staff', 'the very next request of the same session is refused');
select is(public.my_staff('{"protocol": 1}'), null, 'who was suspended is nobody');
select tests.sign_in('admin@test');
select tests.ask('restore', 'Mai Thị Mới');
select tests.as_nobody();
select isnt(public.my_staff('{"protocol": 1}'), null, 'restored, the same session works again');

-- Changing -----------------------------------------------------------------------------------------------

select tests.sign_in('admin@test');
select throws_ok($$select tests.ask('update', 'Mai Thị Mới', '{"expectedVersion": 1}')$$, 'PT409', 'version-stale', 'a form of before the suspensions is stale');
select lives_ok($$select tests.ask('update', 'Mai Thị Mới', '{"fullName": "Mai Thị Đổi", "roles": ["receiver", "leader"], "departmentId": null, "citizenId": "079088001234"}')$$, 'a fresh form is saved');
select tests.sign_out();
select is(app.staff_snapshot(tests.person('Mai Thị Đổi')) - 'title' - 'phone', '{"fullName": "Mai Thị Đổi", "departmentId": null, "active": true, "joined": true, "citizenId": true, "roles": ["leader", "receiver"]}', 'with every value');
select is((select before -> 'citizenIdReplaced' from public.staff_events where action = 'update'), 'true', 'the record says that the citizen number was replaced');
select is((select after -> 'roles' from public.staff_events where action = 'update'), '["leader", "receiver"]', 'and which roles there are now');
select tests.sign_in('admin@test');
select tests.ask('update', 'Mai Thị Đổi', '{"fullName": "Mai Thị Đổi"}');
select tests.sign_out();
select is((app.staff_snapshot(tests.person('Mai Thị Đổi'))) -> 'citizenId', 'true', 'a form without a citizen number leaves it as it was');
insert into app.staff_identities (staff_id, citizen_id_hash) values ((tests.person('admin@test')).id, app.hash_text('001188099999'));
select is(tests.outcome('admin', 'update', 'admin@test', '{"roles": ["admin"], "citizenId": ""}'), 'PT403 own-citizen-id', 'an administrator cannot forget the own number');
select is(tests.outcome('admin', 'update', 'admin@test', '{"roles": ["admin"], "citizenId": "001188099998"}'), 'PT403 own-citizen-id', 'nor give another one');
select is(tests.outcome('admin', 'update', 'admin@test', '{"roles": ["admin"], "citizenId": "001188099999"}'), 'update by admin@test', 'the same one is fine');
select tests.sign_in('admin@test');
select tests.ask('update', 'Mai Thị Đổi', '{"fullName": "Mai Thị Đổi", "citizenId": ""}');
select tests.sign_out();
select is((app.staff_snapshot(tests.person('Mai Thị Đổi'))) -> 'citizenId', 'false', 'an empty one is forgotten');

-- A forgotten password -------------------------------------------------------------------------------------

create temp table old_account as select user_id from public.staff where full_name = 'target@test';
grant select on old_account to authenticated;
select tests.sign_in('admin@test');
select tests.keep('untied', tests.ask('untie'));
select tests.sign_in_as((select user_id from old_account));
select is(public.my_staff('{"protocol": 1}'), null, 'an untied account is a stranger, whatever token it holds');
select tests.sign_out();
select is_empty('select 1 from auth.users where id = (select user_id from old_account)', 'and its e-mail address is free again');
select tests.sign_in_as('00000000-0000-4000-8000-00000000beef');
select is(tests.ask('accept', '-', tests.code('untied')) -> 'staffId', to_jsonb((tests.person('target@test')).id), 'a new account takes the same place');
select tests.sign_out();

-- Departments ----------------------------------------------------------------------------------------------

select tests.sign_in('admin@test');
select tests.keep('department', tests.ask('department'));
select lives_ok(
	$$select tests.ask('department', '-', (select answer from pg_temp.answers where name = 'department') || '{"name": "Phòng khác", "fieldCodes": []}')$$,
	'a department is renamed'
);
select tests.sign_out();
select results_eq(
	$$select before, after from public.staff_events where action = 'department' order by at$$,
	$$values (null::jsonb, '{"name": "Phòng mới", "fieldCodes": ["ho-tich"]}'::jsonb),
		('{"name": "Phòng mới", "fieldCodes": ["ho-tich"]}'::jsonb, '{"name": "Phòng khác", "fieldCodes": []}'::jsonb)$$,
	'both changes are on the record'
);

-- The record -----------------------------------------------------------------------------------------------

select tests.sign_in('admin@test');
select isnt_empty('select 1 from public.staff_events', 'an administrator reads the record');
select is(
	(select jsonb_agg(change -> 'action') from jsonb_array_elements(tests.ask('changes', 'Mai Thị Đổi') -> 'changes') as change),
	'["update", "update", "update", "restore", "suspend", "join", "restore", "suspend", "renew", "invite"]',
	'the history of one person tells every step, the latest first'
);
select throws_ok('update public.staff_events set actor_name = ''x''', '42501', null, 'but writes nothing into it');
select tests.sign_in('receiver@test');
select is_empty('select 1 from public.staff_events', 'a receiver reads nothing of it');
select tests.sign_in('elsewhere@test');
select is_empty('select 1 from public.staff_events', 'nor does an administrator elsewhere');
select tests.as_anon();
select throws_ok('select 1 from public.staff_events', '42501', null, 'nor anon');
select tests.sign_out();
select throws_ok('update public.staff_events set actor_name = ''x''', 'PT403', 'record-immutable', 'not even the owner changes it');
select throws_ok('delete from public.staff_events', 'PT403', 'record-immutable', 'or deletes from it');
select throws_ok('truncate public.staff_events', 'PT403', 'record-immutable', 'or empties it');

select * from finish();
rollback;
