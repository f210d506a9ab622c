-- Signing up grants nothing; an invitation makes an account staff, once; a suspension works at once.
begin;
select plan(29);

create function tests.accept(code text) returns jsonb language sql as $$
	select public.accept_invitation(jsonb_build_object('protocol', 1, 'code', code))
$$;
insert into public.staff (id, agency_id, full_name)
select ('00000000-0000-4000-8000-00000000000' || number)::uuid, agencies.id, 'Người được mời ' || number
from public.agencies, generate_series(1, 4) as number where agencies.code = 'H99.01';
insert into public.staff_roles (staff_id, role) values ('00000000-0000-4000-8000-000000000001', 'receiver');
create temp table codes as
select right(staff.id::text, 1)::int as number, app.new_invitation(staff.id) as code
from public.staff where full_name like 'Người được mời%';
grant select on codes to anon, authenticated;
create function tests.code_of(wanted int) returns text language sql as $$
	select code from pg_temp.codes where number = wanted
$$;
select tests.add_staff('receiver@test', agencies.id, null, 'receiver')
from public.agencies where code = 'H99.01';

select isnt_empty('select 1 from codes', 'an invitation gives a code');
select is_empty(
	'select 1 from app.staff_invitations, codes where staff_invitations::text like ''%'' || codes.code || ''%''',
	'the code itself is stored nowhere'
);
select ok(tests.code_of(1) ~ '^[0-9A-HJKMNP-TV-Z]{20}$', 'the code has 20 symbols nobody misreads');

-- Nobody yet ------------------------------------------------------------------------------------------

select tests.as_anon();
select throws_ok('select tests.accept(tests.code_of(1))', '42501', null, 'anon cannot accept an invitation');
select throws_ok('select public.my_staff(''{"protocol": 1}'')', '42501', null, 'anon has no staff page');

select tests.as_nobody();
select is(public.my_staff('{"protocol": 1}'), null, 'an account alone is no staff member');
select is_empty('select 1 from public.staff', 'an account alone sees no staff');
select is_empty('select 1 from public.staff_roles', 'an account alone sees no roles');
select is_empty('select 1 from public.departments', 'an account alone sees no departments');
select throws_ok('select tests.accept(''WRONG-CODE'')', 'PT404', 'invitation-unknown', 'a wrong code is unknown');
select throws_ok('select tests.accept(null)', 'PT404', 'invitation-unknown', 'no code is unknown');
select throws_ok(
	'select public.accept_invitation(''{"code": "X"}'')', 'PT426', 'protocol-version',
	'a request without protocol is told the version'
);
select tests.sign_out();
select set_config('role', 'authenticated', true);
select throws_ok('select tests.accept(tests.code_of(1))', 'PT401', 'sign-in-needed', 'a token without a person is refused');
select tests.sign_out();

-- Accepting -------------------------------------------------------------------------------------------

update app.staff_invitations set expires_at = now() where staff_id = '00000000-0000-4000-8000-000000000002';
select tests.as_nobody();
select throws_ok('select tests.accept(tests.code_of(2))', 'PT404', 'invitation-unknown', 'an expired code is unknown');
select is(
	tests.accept(lower(regexp_replace(tests.code_of(1), '(.{5})', '\1-', 'g'))),
	'{"staffId": "00000000-0000-4000-8000-000000000001"}',
	'the code as typed from paper, with dashes and small letters, is accepted'
);
select is(public.my_staff('{"protocol": 1}') -> 'roles', '["receiver"]', 'the account is staff from now on, with its roles');
select isnt_empty('select 1 from public.departments', 'and reads the departments of the agency');
select throws_ok('select tests.accept(tests.code_of(1))', 'PT409', 'already-staff', 'a repeat changes nothing');
select throws_ok('select tests.accept(tests.code_of(3))', 'PT409', 'already-staff', 'one account is one staff member');

select tests.sign_in_as('00000000-0000-4000-8000-00000000beef');
select throws_ok('select tests.accept(tests.code_of(1))', 'PT404', 'invitation-unknown', 'a used code is unknown to the next');
select tests.sign_out();
insert into app.staff_invitations (staff_id, code_hash, expires_at)
values ('00000000-0000-4000-8000-000000000001', app.hash_text('SEC0NDC0DE'), now() + interval '1 day');
select tests.sign_in_as('00000000-0000-4000-8000-00000000beef');
select throws_ok('select tests.accept(''secondcode'')', 'PT409', 'invitation-used', 'a second code for a taken row is refused');
select is(public.my_staff('{"protocol": 1}'), null, 'and the second account stays nobody');
select tests.sign_out();
select is(
	(select accepted_at from app.staff_invitations where code_hash = app.hash_text('SEC0NDC0DE')), null,
	'a refused code is not used up'
);

-- Suspension ------------------------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select is(public.my_staff('{"protocol": 1}') ->> 'agencyCode', 'H99.01', 'a receiver is staff of the agency');
select isnt_empty('select 1 from public.staff', 'a receiver sees colleagues');
select tests.sign_out();
update public.staff set active = false where full_name = 'receiver@test';
select tests.sign_in('receiver@test');
select is(public.my_staff('{"protocol": 1}'), null, 'a suspended receiver is nobody, the same token notwithstanding');
select is_empty('select 1 from public.staff', 'a suspended receiver sees no colleagues');
select is_empty('select 1 from public.staff_roles', 'a suspended receiver sees no roles');
select throws_ok('select tests.accept(tests.code_of(3))', 'PT409', 'already-staff', 'a suspended receiver cannot come in by an invitation');

select * from finish();
rollback;
