-- The catalogue's editors: who may do and read what, and the second person.
begin;
select plan(35);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(tests.procedure('1.001193', 'Khai sinh'), app.content_hash(tests.procedure('1.001193', 'Khai sinh')));
insert into public.agencies (code, name, receives) values ('H99.02', 'Trung tâm xã bên', true);
select tests.add_staff(role || '@test', agencies.id, null, role)
from public.agencies, unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin']) as role
where code = 'H99.01';
select tests.add_staff('author@test', agencies.id, null, 'editor'), tests.add_staff('suspended@test', agencies.id, null, 'editor', 'leader')
from public.agencies where code = 'H99.01';
select tests.add_staff('elsewhere@test', agencies.id, null, 'editor') from public.agencies where code = 'H99.02';
update public.staff set active = false where full_name = 'suspended@test';

create function tests.id(name text) returns uuid language sql as $$ select md5(name)::uuid $$;
create function tests.day(days int) returns date language sql security definer as $$ select app.today() + days $$;
create function tests.version() returns uuid language sql security definer as $$
	select current_version_id from public.procedures where code = '1.001193'
$$;
create function tests.draft(name text) returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'draftId', tests.id(name),
		'expectedRevision', coalesce((select revision from public.procedure_drafts where id = tests.id(name)), 0))
$$;
create function tests.begin(name text, more jsonb default '{}') returns jsonb language sql as $$
	select public.begin_procedure_draft(tests.draft(name) || jsonb_build_object('procedureCode', '1.001193',
		'content', tests.procedure('1.001193', 'Khai sinh ' || name), 'baseVersionId', tests.version()) || more)
$$;
create function tests.ask(action text, more jsonb default '{}') returns jsonb language sql as $$
	select case action
		when 'begin' then tests.begin('new', more)
		when 'begin-withdraw' then tests.begin('new', '{"kind": "withdraw", "content": null, "reason": "Bãi bỏ"}' || more)
		when 'save' then public.save_procedure_draft(tests.draft('open') || jsonb_build_object('content', tests.procedure('1.001193', 'Sửa')) || more)
		when 'rebase' then public.rebase_procedure_draft(tests.draft('open')
			|| jsonb_build_object('content', tests.procedure('1.001193', 'Sửa'), 'baseVersionId', tests.version()) || more)
		when 'discard' then public.discard_procedure_draft(tests.draft('open') || more)
		when 'propose' then public.propose_procedure(tests.draft('open') || '{"summary": "Theo quyết định mới", "effectiveOn": null}' || more)
		when 'return' then public.return_proposal(tests.draft('proposed') || '{"reason": "Thiếu phí"}' || more)
		when 'publish' then public.publish_procedure(tests.draft('proposed') || more)
		when 'cancel' then public.cancel_scheduled(tests.draft('scheduled') || '{"reason": "Luật lùi ngày"}' || more)
		when 'field' then public.save_field('{"protocol": 1, "code": "dat-dai", "name": "Đất đai", "help": "", "position": 2}' || more)
		when 'posting' then public.save_posting(
			'{"protocol": 1, "code": "1.001193", "postedOn": "2026-01-02", "postedDecision": "3/QĐ"}' || more)
		when 'list' then public.catalogue_list('{"protocol": 1}' || more)
		when 'draft' then public.procedure_draft(tests.draft('open') || more)
		when 'history' then public.procedure_history('{"protocol": 1, "code": "1.001193"}' || more)
		when 'version' then public.procedure_version(jsonb_build_object('protocol', 1, 'versionId', tests.version()) || more)
	end
$$;
create function tests.state() returns text language sql security definer as $$
	select md5(concat(
		(select string_agg(p::text, '' order by p::text) from public.procedures as p),
		(select string_agg(v::text, '' order by v::text) from public.procedure_versions as v),
		(select string_agg(d::text, '' order by d::text) from public.procedure_drafts as d),
		(select string_agg(e::text, '' order by e::text) from public.catalogue_events as e),
		(select string_agg(f::text, '' order by f::text) from public.fields as f),
		(select string_agg(j::text, '' order by j::text) from app.jobs as j),
		(select revision from app.catalogue_counter)
	))
$$;
-- What happened, in one line; everything is undone again.
create function tests.outcome(account text, action text, more jsonb default '{}') returns text language plpgsql as $$
declare
	before text := tests.state();
	answer text;
begin
	begin
		begin
			perform tests.as_actor(account);
			perform tests.ask(action, more);
			perform tests.sign_out();
			answer := case when tests.state() = before then 'read' else coalesce((
				select format('%s by %s', event.action, actor_name) from public.catalogue_events as event
				order by at desc limit 1
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

select tests.sign_in('author@test');
select tests.begin('open'), tests.begin('proposed'), tests.begin('scheduled');
select public.propose_procedure(tests.draft('proposed') || '{"summary": "Phí mới"}');
select public.propose_procedure(tests.draft('scheduled') || jsonb_build_object('summary', 'Luật mới', 'effectiveOn', tests.day(5)));
select tests.sign_in('editor@test');
select public.publish_procedure(tests.draft('scheduled'));
select tests.sign_out();

-- Every function × every kind of caller ------------------------------------------------------------------

create temp table actors as select unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'author', 'admin',
	'suspended', 'elsewhere', 'nobody', 'anon']) as account;
create temp table actions (action, done) as values ('begin', 'begin'), ('begin-withdraw', 'begin'), ('save', 'save'),
	('rebase', 'rebase'), ('discard', 'discard'), ('propose', 'propose'), ('return', 'return'), ('publish', 'publish'),
	('cancel', 'cancel'), ('field', 'field'), ('posting', 'posting'), ('list', null), ('draft', null), ('history', null), ('version', null);
create temp table outcomes as
select account, action, done, tests.outcome(account, action) as answer from actors, actions;
select results_eq(
	'select account, action, answer from outcomes order by 1, 2',
	$$select account, action, case
			when account = 'anon' then '42501 denied'
			when account in ('suspended', 'nobody') then 'PT403 not-staff'
			when account in ('receiver', 'officer', 'approver', 'admin') then 'PT403 role-missing'
			when account = 'leader' and action not in ('list', 'draft', 'history', 'version', 'return', 'publish', 'cancel')
				then 'PT403 role-missing'
			when account = 'author' and action = 'publish' then 'PT403 second-person-needed'
			when done is null then 'read'
			else format('%s by %s@test', done, account) end
	from outcomes order by 1, 2$$,
	'editors of every agency write, leaders read and decide, nobody publishes their own, and what is denied changes nothing'
);
select is(tests.outcome('editor', action, '{"protocol": 9}'), 'PT426 protocol-version', format('%s: another protocol is told so', action))
from actions where action <> 'begin-withdraw';

-- The second person --------------------------------------------------------------------------------------

-- The outcome of publishing for somebody who first did something to the draft and had it proposed by the author again.
create function tests.publishes(account text, verb text) returns text language plpgsql as $$
declare
	answer text;
begin
	begin
		perform tests.sign_in('author@test');
		if verb = 'begin' then
			perform tests.sign_in(account || '@test');
		end if;
		perform tests.begin('second');
		perform tests.sign_in(account || '@test');
		if verb = 'save' then
			perform public.save_procedure_draft(tests.draft('second') || jsonb_build_object('content', tests.procedure('1.001193', 'Ghi')));
		elsif verb = 'rebase' then
			perform public.rebase_procedure_draft(tests.draft('second')
				|| jsonb_build_object('content', tests.procedure('1.001193', 'Ghi'), 'baseVersionId', tests.version()));
		elsif verb in ('propose', 'propose and return') then
			perform public.propose_procedure(tests.draft('second') || '{"summary": "Lần một"}');
		end if;
		perform tests.sign_in('author@test');
		if verb = 'propose and return' then
			perform public.return_proposal(tests.draft('second') || '{"reason": "Xem lại"}');
		end if;
		if verb <> 'propose' then
			perform public.propose_procedure(tests.draft('second') || '{"summary": "Lần hai"}');
		end if;
		perform tests.sign_in(account || '@test');
		if verb = 'return' then
			perform public.return_proposal(tests.draft('second') || '{"reason": "Xem lại"}');
			perform tests.sign_in('author@test');
			perform public.propose_procedure(tests.draft('second') || '{"summary": "Lần ba"}');
			perform tests.sign_in(account || '@test');
		end if;
		answer := (public.procedure_draft(tests.draft('second')) -> 'mayPublish')::text;
		begin
			perform public.publish_procedure(tests.draft('second'));
			answer := answer || ' published';
		exception when others then
			answer := answer || ' ' || sqlerrm;
		end;
		raise exception using errcode = 'ZZ000';
	exception when sqlstate 'ZZ000' then
		return answer;
	end;
end
$$;
select is(tests.publishes('editor', verb), 'false second-person-needed', format('whoever did "%s" does not publish', verb))
from unnest(array['begin', 'save', 'rebase', 'propose', 'propose and return']) as verb;
select is(tests.publishes('editor', 'return'), 'true published', 'whoever returned it may publish it later');
select is(tests.publishes('elsewhere', 'nothing'), 'true published', 'an editor of another agency is a second person too');
select is(tests.publishes('leader', 'nothing'), 'true published', 'and so is a leader');
update app.settings set two_person_publishing = false;
select is(tests.publishes('editor', 'begin'), 'true published', 'with the setting off one person is enough');
select is(tests.outcome('receiver', 'publish'), 'PT403 role-missing', 'but it takes the role');
update app.settings set two_person_publishing = true;

-- Reading by the tables ----------------------------------------------------------------------------------

create function tests.readable(account text) returns text language plpgsql as $$
declare
	answer text;
begin
	perform tests.as_actor(account);
	select format('%s drafts, %s events, %s scheduled', (select count(*) from public.procedure_drafts),
		(select count(*) from public.catalogue_events), (select count(*) from public.procedure_versions where status = 'scheduled'))
	into answer;
	perform tests.sign_out();
	return answer;
end
$$;
select results_eq(
	$$select account, tests.readable(account) from actors where account <> 'anon' order by 1$$,
	$$select account, case when account in ('leader', 'editor', 'author', 'elsewhere') then '3 drafts, 6 events, 1 scheduled'
		else '0 drafts, 0 events, 0 scheduled' end from actors where account <> 'anon' order by 1$$,
	'drafts, the record and what is scheduled are read by editors and leaders of every agency'
);
select tests.as_anon();
select throws_ok('select 1 from public.procedure_drafts', '42501', null, 'anon reads no draft');
select throws_ok('select 1 from public.catalogue_events', '42501', null, 'and no event');
select is_empty('select 1 from public.procedure_versions where status = ''scheduled''', 'and nothing that is not in force');
select tests.sign_in('editor@test');
select throws_ok('update public.procedure_drafts set summary = ''x''', '42501', null, 'an editor changes no draft past the functions');
select throws_ok('insert into public.catalogue_events (action) values (''publish'')', '42501', null, 'and writes no event');
select throws_ok('select 1 from app.settings', '42501', null, 'and does not see the settings');
select tests.sign_out();
select throws_ok('update public.catalogue_events set actor_name = ''x''', 'PT403', 'record-immutable', 'not even the owner changes the record');
select throws_ok('delete from public.catalogue_events', 'PT403', 'record-immutable', 'or deletes from it');
select throws_ok('truncate public.catalogue_events', 'PT403', 'record-immutable', 'or empties it');

select * from finish();
rollback;
