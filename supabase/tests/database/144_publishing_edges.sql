-- Where publishing meets what waits, what was returned and what failed.
begin;
select plan(32);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(tests.procedure('1.001193', 'Khai sinh'), app.content_hash(tests.procedure('1.001193', 'Khai sinh')));
select tests.add_staff(account || '@test', agencies.id, null, account)
from public.agencies, unnest(array['receiver', 'editor', 'leader']) as account where code = 'H99.01';
select tests.add_staff('author@test', agencies.id, null, 'editor') from public.agencies where code = 'H99.01';

create function tests.id(name text) returns uuid language sql as $$ select md5(name)::uuid $$;
create function tests.day(days int) returns date language sql security definer as $$ select app.local_time(now())::date + days $$;
create function tests.version(wanted text default '1.001193', nth int default null) returns uuid language sql security definer as $$
	select coalesce((select id from public.procedure_versions where procedure_code = wanted and number = nth),
		(select current_version_id from public.procedures where code = wanted))
$$;
create function tests.row(name text) returns public.procedure_drafts language sql security definer as $$
	select * from public.procedure_drafts where id = tests.id(name)
$$;
create function tests.draft(name text, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'draftId', tests.id(name),
		'expectedRevision', coalesce((tests.row(name)).revision, 0)) || more
$$;
create function tests.as_member(account text, name text, request jsonb) returns jsonb language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.sign_in(account || '@test');
	execute format('select public.%I($1)', name) into answer using request;
	perform tests.sign_out();
	return answer;
exception when others then
	perform tests.sign_out();
	raise;
end
$$;
-- The author proposes; the title (null: the end), from a day on (null: at once), on top of what is in force or of `base`.
create function tests.propose(name text, title text, days int default null, base uuid default tests.version(), code text default '1.001193')
returns void language plpgsql as $$
begin
	perform tests.as_member('author', 'begin_procedure_draft', tests.draft(name) || jsonb_build_object('procedureCode', code, 'baseVersionId', base)
		|| case when title is null then '{"kind": "withdraw", "reason": "Bãi bỏ theo QĐ 9"}' else
			jsonb_build_object('content', tests.procedure(code, title)) end);
	perform tests.as_member('author', 'propose_procedure', tests.draft(name, jsonb_build_object('summary', 'Đề nghị ' || name, 'effectiveOn', tests.day(days))));
end
$$;
create function tests.publish(name text, more jsonb default '{}') returns jsonb language sql as $$
	select tests.as_member('editor', 'publish_procedure', tests.draft(name, more))
$$;
create function tests.do(name text, title text, days int default null, base uuid default tests.version(), code text default '1.001193')
returns jsonb language plpgsql as $$
begin
	perform tests.propose(name, title, days, base, code);
	return tests.publish(name);
end
$$;
create function tests.cancel(name text) returns jsonb language sql as $$
	select tests.as_member('leader', 'cancel_scheduled', tests.draft(name, '{"reason": "Luật lùi ngày"}'))
$$;
create function tests.listed(wanted text) returns text language sql as $$
	select line ->> 'title' from jsonb_array_elements(tests.as_member('editor', 'catalogue_list', '{"protocol": 1}') -> 'procedures') as line
	where line ->> 'code' = wanted
$$;

-- An offer that was proposed and returned -----------------------------------------------------------------

create function tests.seed(title text) returns text language sql as $$
	select app.seed_procedure(content, app.content_hash(content)) from tests.procedure('1.001193', title) as content
$$;
create function tests.offered(wanted text) returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'draftId', id, 'expectedRevision', revision)
	from public.procedure_drafts where title = wanted and status in ('open', 'proposed')
$$;
create function tests.offers() returns text language sql security definer as $$
	select string_agg(format('%s %s', title, status), ', ' order by title) from public.procedure_drafts where source = 'repository'
$$;
select tests.seed('Kho 1');
select tests.as_member('author', 'propose_procedure', tests.offered('Kho 1') || '{"summary": "Theo kho"}');
select is(tests.seed('Kho 2'), 'proposed', 'beside an offer that is proposed a newer one is laid');
select tests.as_member('leader', 'return_proposal', tests.offered('Kho 1') || '{"reason": "Xem lại phí"}');
select is(tests.seed('Kho 3'), 'proposed', 'when the proposal has come back, the next offer is taken all the same');
select is(tests.offers(), 'Kho 1 open, Kho 3 open', 'in place of the one that nobody has touched');
select is(tests.seed('Kho 3'), 'known', 'and once');
select tests.as_member('author', 'propose_procedure', tests.offered('Kho 1') || '{"summary": "Theo kho, lần hai"}');
select tests.as_member('author', 'propose_procedure', tests.offered('Kho 3') || '{"summary": "Theo kho mới"}');
select tests.as_member('leader', 'return_proposal', tests.offered(title) || '{"reason": "Xem lại"}') from unnest(array['Kho 1', 'Kho 3']) as title;
select is(tests.seed('Kho 4'), 'proposed', 'with all offers returned, a newer one lies beside them');
select is(tests.offers(), 'Kho 1 open, Kho 3 open, Kho 4 open', 'and nothing that somebody has judged is lost');

-- A proposal that was returned and proposed anew -------------------------------------------------------------

select tests.propose('returned', 'Phí mới', 3);
create temp table seen as select tests.draft('returned') as request;
grant select on seen to authenticated;
select is(
	tests.as_member('leader', 'return_proposal', tests.draft('returned', '{"reason": "Sai ngày"}')) - 'draftId', '{"status": "open", "revision": 2}',
	'what is returned has another revision'
);
select tests.as_member('author', 'propose_procedure', tests.draft('returned', '{"summary": "Từ hôm nay", "effectiveOn": null}'));
select throws_ok('select tests.as_member(''editor'', ''publish_procedure'', (select request from seen))', 'PT409', 'draft-changed',
	'who has seen the first proposal only does not publish the second');
select throws_ok($$select tests.as_member('editor', 'return_proposal', (select request || '{"reason": "Sai phí"}' from seen))$$, 'PT409', 'draft-changed', 'nor return it');
select is(tests.publish('returned') -> 'number', '2', 'who has seen it does');

-- What is overdue while the worker sleeps ------------------------------------------------------------------

select tests.do('due', 'Từ ngày mai', 1), tests.do('later', 'Từ ngày kia', 2, tests.version('1.001193', 3));
create or replace function app.today() returns date language sql stable set search_path = '' as $$ select app.local_time(now())::date + 1 $$;
select throws_ok($$select tests.cancel('due')$$, 'PT409', 'draft-closed', 'what its date has put in force is not called off any more');
select is(tests.do('urgent', 'Sửa gấp', null, tests.version('1.001193', 3)) -> 'number', '5', 'on the day of a date that the worker has not seen yet, something is published');
select is((tests.row('due')).in_force_at is not null, true, 'first the date takes effect');
select is(app.publish_due(), 0, 'the worker finds nothing that it would put in force again');
select is((select title from public.procedures where code = '1.001193'), 'Sửa gấp', 'and what was published last stays');
create or replace function app.today() returns date language sql stable set search_path = '' as $$ select app.local_time(now())::date + 2 $$;
select is(tests.do('end', null, null, tests.version('1.001193', 4)) -> 'versionId', 'null', 'a withdrawal on such a day');
select is(app.publish_due(), 0, 'is not undone either');
select is((select status from public.procedures where code = '1.001193'), 'withdrawn', 'the procedure stays withdrawn');
select is((tests.row('later')).status, 'published', 'and the record says that the date came first');
create or replace function app.today() returns date language sql stable set search_path = '' as $$ select app.local_time(now())::date $$;

-- Calling off what another one stands on -------------------------------------------------------------------

select tests.do('new', 'Tên đầu', 3, null, '2.000001'), tests.do('new-next', 'Tên sau', 5, tests.version('2.000001', 1), '2.000001');
select is(tests.listed('2.000001'), 'Tên đầu', 'a new code is listed under the name it will have first');
select throws_ok($$select tests.cancel('new')$$, 'PT409', 'others-based-on-it', 'while a later one that is based on it waits, it is not called off');
select is((tests.row('new')).status, 'published', 'and goes on waiting');
select is(tests.cancel('new-next') -> 'status', '"discarded"', 'the later one is');
select is(tests.cancel('new') -> 'status', '"discarded"', 'and then the first');
select tests.do('new-again', 'Tên khác', 4, null, '2.000001');
select is(tests.listed('2.000001'), 'Tên khác', 'a code that is scheduled anew is listed under its new name');
select tests.do('new-before', 'Tên sớm hơn', 2, null, '2.000001');
select is(tests.listed('2.000001'), 'Tên sớm hơn', 'or under that of what comes before');
select tests.cancel('new-before');
select is(tests.listed('2.000001'), 'Tên khác', 'until that is called off');

-- Who reads of a code that is still to come -----------------------------------------------------------------

create function tests.reads(account text) returns text language plpgsql as $$
declare
	codes text;
begin
	perform tests.as_actor(account);
	select string_agg(code, ' ' order by code) into codes from public.procedures;
	perform tests.sign_out();
	return codes;
end
$$;
select results_eq(
	$$select account, tests.reads(account) from unnest(array['anon', 'receiver', 'editor', 'leader']) as account$$,
	$$values ('anon', null), ('receiver', '1.001193'), ('editor', '1.001193 2.000001'), ('leader', '1.001193 2.000001')$$,
	'staff reads what is withdrawn, editors and leaders what is to come as well'
);

-- Rebuilding the pages ---------------------------------------------------------------------------------------

delete from app.jobs where kind = 'rebuild-pages';
insert into app.jobs (kind, run_at, attempts, last_error) values ('rebuild-pages', now() + interval '5 hours', 9, 'vite build: mã 1');
select app.queue_rebuild();
select results_eq($$select run_at <= now(), attempts from app.jobs where kind = 'rebuild-pages'$$, 'values (true, 0)',
	'a rebuild that failed is tried at once when something has changed');
insert into app.jobs (kind, locked_until) values ('rebuild-pages', now() + interval '9 minutes');
update app.jobs set run_at = now() - interval '1 minute' where kind = 'rebuild-pages';
select app.queue_rebuild();
select results_eq($$select locked_until is null from app.jobs where kind = 'rebuild-pages' and run_at = now()$$, 'values (true)',
	'the one that is being worked on is left alone');
delete from app.jobs where kind = 'rebuild-pages';
select tests.do('back', 'Khai sinh trở lại');
delete from app.jobs where kind = 'rebuild-pages';
select tests.as_member('editor', 'save_posting', '{"protocol": 1, "code": "1.001193", "postedOn": "2026-01-02", "postedDecision": "3/QĐ"}');
select is_empty($$select 1 from app.jobs where kind = 'rebuild-pages'$$, 'no page shows a posting, so none is built for it');
select tests.as_member('editor', 'save_field', '{"protocol": 1, "code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh, kết hôn", "position": 1}');
select isnt_empty($$select 1 from app.jobs where kind = 'rebuild-pages'$$, 'a field is shown on pages');

select * from finish();
rollback;
