-- Drafts: nobody's text is overwritten, nothing happens twice, and what no procedure can be is refused by its key.
begin;
select plan(69);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(tests.procedure(code, title), app.content_hash(tests.procedure(code, title)))
from (values ('1.001193', 'Khai sinh'), ('1.000894', 'Kết hôn')) as list (code, title);
select tests.add_staff(account || '@test', agencies.id, null, 'editor')
from public.agencies, unnest(array['mai', 'lan']) as account where code = 'H99.01';

create function tests.id(name text) returns uuid language sql as $$ select md5(name)::uuid $$;
create function tests.version(wanted text default '1.001193') returns uuid language sql security definer as $$
	select current_version_id from public.procedures where code = wanted
$$;
create function tests.row(name text) returns public.procedure_drafts language sql security definer as $$
	select * from public.procedure_drafts where id = tests.id(name)
$$;
create function tests.draft(name text, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'draftId', tests.id(name),
		'expectedRevision', coalesce((tests.row(name)).revision, 0)) || more
$$;
create function tests.begin(name text, more jsonb default '{}') returns jsonb language sql as $$
	select public.begin_procedure_draft(tests.draft(name) || jsonb_build_object('procedureCode', '1.001193',
		'content', tests.procedure('1.001193', 'Khai sinh ' || name), 'baseVersionId', tests.version()) || more)
$$;
create function tests.title(title text) returns jsonb language sql as $$
	select jsonb_build_object('content', tests.procedure('1.001193', title))
$$;
create function tests.save(name text, title text, more jsonb default '{}') returns jsonb language sql as $$
	select public.save_procedure_draft(tests.draft(name) || tests.title(title) || more)
$$;
create function tests.propose(name text, more jsonb default '{}') returns jsonb language sql as $$
	select public.propose_procedure(tests.draft(name) || '{"summary": "Theo quyết định mới", "effectiveOn": null}' || more)
$$;
create function tests.events(name text) returns text language sql security definer as $$
	select string_agg(format('%s %s', action, split_part(actor_name, '@', 1)), ', ' order by at) from public.catalogue_events where draft_id = tests.id(name)
$$;
create function tests.offer(name text) returns text language sql security definer as $$
	select (source, report ->> 'file', offered_hash = app.content_hash(content), author_name)::text from tests.row(name)
$$;
create function tests.place(name text, status text, revision int) returns jsonb language sql as $$
	select jsonb_build_object('draftId', tests.id(name), 'status', status, 'revision', revision)
$$;

-- Beginning ----------------------------------------------------------------------------------------------

select tests.sign_in('mai@test');
select is(tests.begin('a', '{"actionId": "00000000-0000-4000-a000-000000000001"}'), tests.place('a', 'open', 1), 'a draft is begun');
select is(
	(select (procedure_code, kind, title, source, base_version_id, revision, author_name, status)::text from tests.row('a')),
	format('(1.001193,change,"Khai sinh a",editor,%s,1,mai@test,open)', tests.version()), 'with what was sent'
);
select is(
	public.begin_procedure_draft(tests.draft('a', '{"expectedRevision": 0, "actionId": "00000000-0000-4000-a000-000000000001", "procedureCode": "1.001193"}')
		|| tests.title('Khai sinh a') || jsonb_build_object('baseVersionId', tests.version())),
	tests.place('a', 'open', 1), 'sent twice, it is begun once'
);
select throws_ok($$select tests.begin('a', '{"actionId": "00000000-0000-4000-a000-000000000001"}' || tests.title('Khác'))$$,
	'PT409', 'action-id-used', 'the same action with another text is refused');
select throws_ok($$select tests.begin('a')$$, 'PT409', 'draft-exists', 'the same draft by another action too');
select tests.sign_in('lan@test');
select throws_ok($$select tests.begin('a', '{"actionId": "00000000-0000-4000-a000-000000000001"}')$$,
	'PT409', 'action-id-used', 'and the action of somebody else');
select lives_ok($$select tests.begin('b')$$, 'another editor begins an own draft of the same code');
select is(jsonb_array_length(public.catalogue_list('{"protocol": 1}') -> 'drafts'), 2, 'both are in the list');
select is(
	(select jsonb_agg(line -> 'mine' order by line -> 'title') from jsonb_array_elements(public.catalogue_list('{"protocol": 1}') -> 'drafts') as line),
	'[false, true]', 'which says whose they are'
);
select is(
	(select line - 'revision' from jsonb_array_elements(public.catalogue_list('{"protocol": 1}') -> 'procedures') as line where line ->> 'code' = '1.001193'),
	jsonb_build_object('code', '1.001193', 'title', 'Khai sinh', 'shortTitle', 'Khai sinh', 'fieldCode', 'ho-tich', 'verification', 'partial',
		'status', 'published', 'versionNumber', 1, 'postedOn', app.local_time(now())::date, 'postedDecision', null, 'decisionNo', '12/QĐ',
		'drafts', 2, 'proposals', 0), 'a procedure is listed with what waits for it'
);

-- What the editor's screen read out of a list --------------------------------------------------------------

select is(
	tests.begin('list', '{"source": "import", "report": {"file": "ds.xlsx", "notes": []}, "baseVersionId": null, "procedureCode": "1.000894"}'
		|| jsonb_build_object('content', tests.procedure('1.000894', 'Kết hôn mới'))),
	tests.place('list', 'open', 1), 'a draft read out of a list is begun'
);
select is(
	tests.offer('list'),
	'(import,ds.xlsx,t,lan@test)', 'it says so, with what was guessed'
);
select is(public.procedure_draft(tests.draft('list')) #>> '{report,file}', 'ds.xlsx', 'which its editor reads');
select throws_ok($$select tests.begin('x', '{"source": "import"}')$$, 'PT400', 'draft-malformed', 'an import has a report');
select throws_ok($$select tests.begin('x', '{"report": {"file": "ds.xlsx", "notes": []}}')$$, 'PT400', 'draft-malformed', 'and nothing else has');
select throws_ok($$select tests.begin('x', '{"source": "repository", "report": {}}')$$, 'PT400', 'draft-malformed', 'nobody is the repository');
select public.discard_procedure_draft(tests.draft('list'));
select is(
	(select jsonb_agg(line -> 'mine') from jsonb_array_elements(public.procedure_draft(tests.draft('a')) -> 'events') as line),
	'[false]', 'a draft tells which of its events are one''s own'
);

-- Saving -------------------------------------------------------------------------------------------------

select is(tests.save('a', 'Lan sửa'), tests.place('a', 'open', 2), 'another editor may go on writing');
select is(tests.save('a', 'Lan sửa', '{"expectedRevision": 1}'), tests.place('a', 'open', 2), 'a save whose answer was lost is answered again');
select tests.sign_in('mai@test');
select throws_ok($$select tests.save('a', 'Mai sửa', '{"expectedRevision": 1}')$$, 'PT409', 'draft-changed', 'who has not seen it saves nothing');
select throws_ok($$select tests.save('a', 'Lan sửa', '{"expectedRevision": 1}')$$, 'PT409', 'draft-changed', 'even the same text');
select throws_ok($$select tests.save('a', 'Mai sửa', '{"expectedRevision": "2"}')$$, 'PT409', 'draft-changed', 'a text is no revision');
select throws_ok($$select tests.save('a', 'Mai sửa', '{"expectedRevision": null}')$$, 'PT409', 'draft-changed', 'nor is nothing');
select is((tests.row('a')).title, 'Lan sửa', 'what was saved stays');
select is(tests.save('a', 'Mai 1') -> 'revision', '3', 'having seen it, they go on');
select tests.save('a', 'Mai 2'), tests.save('a', 'Mai 3');
select tests.sign_in('lan@test');
select tests.save('a', 'Lan 4');
select tests.sign_in('mai@test');
select tests.save('a', 'Mai 5');
select tests.sign_out();
select is(tests.events('a'), 'begin mai, save lan, save mai, save lan, save mai', 'the record tells who wrote after whom, not every pause in typing');
select is((select authors from (select array_agg(distinct app.wrote_draft(tests.id('a'), id)) as authors from public.staff where full_name in ('mai@test', 'lan@test')) as list), array[true], 'and both are authors');

-- Discarding ---------------------------------------------------------------------------------------------

select tests.sign_in('lan@test');
select is(public.discard_procedure_draft(tests.draft('b')), tests.place('b', 'discarded', 1), 'a draft is discarded');
select is(public.discard_procedure_draft(tests.draft('b')), tests.place('b', 'discarded', 1), 'twice is once');
select throws_ok($$select tests.save('b', 'Muộn')$$, 'PT409', 'draft-closed', 'what is discarded is not written');
select throws_ok($$select tests.propose('b')$$, 'PT409', 'draft-closed', 'nor proposed');
select is(tests.events('b'), 'begin lan, discard lan', 'the record has it once');
select tests.sign_out();
select throws_ok($$update public.procedure_drafts set summary = 'x' where status = 'discarded'$$, 'PT403', 'record-immutable', 'nor changed by anybody');
select throws_ok('delete from public.procedure_drafts', 'PT403', 'record-immutable', 'no draft is deleted');
select throws_ok('truncate public.procedure_drafts cascade', 'PT403', 'record-immutable', 'nor all of them');

-- Proposing, returning, rebasing ---------------------------------------------------------------------------

select tests.sign_in('mai@test');
select is(tests.propose('a', '{"expectedRevision": 7, "actionId": "00000000-0000-4000-a000-000000000002", "effectiveOn": "2026-01-01"}'), tests.place('a', 'proposed', 7), 'a draft is proposed');
select is(
	(select (status, summary, effective_on, proposed_name)::text from tests.row('a')),
	'(proposed,"Theo quyết định mới",2026-01-01,mai@test)', 'with what changed, from when and by whom'
);
select throws_ok($$select tests.save('a', 'Muộn')$$, 'PT409', 'draft-closed', 'what is proposed is not written any more');
select throws_ok($$select public.discard_procedure_draft(tests.draft('a'))$$, 'PT409', 'draft-closed', 'nor discarded');
select throws_ok($$select tests.propose('a')$$, 'PT409', 'draft-closed', 'nor proposed again');
select tests.sign_in('lan@test');
select throws_ok($$select public.return_proposal(tests.draft('a', '{"reason": "Sai phí", "expectedRevision": 6}'))$$, 'PT409', 'draft-changed', 'nobody returns what they have not seen');
select is(public.return_proposal(tests.draft('a', '{"reason": "Sai phí", "expectedRevision": 7, "actionId": "00000000-0000-4000-a000-000000000003"}')), tests.place('a', 'open', 8), 'it is returned');
select is(public.return_proposal(tests.draft('a', '{"reason": "Sai phí", "expectedRevision": 7, "actionId": "00000000-0000-4000-a000-000000000003"}')), tests.place('a', 'open', 8), 'once');
select is(public.procedure_draft(tests.draft('a')) -> 'returnedReason', '"Sai phí"', 'with the reason');
select tests.sign_in('mai@test');
select is(tests.propose('a', '{"expectedRevision": 7, "actionId": "00000000-0000-4000-a000-000000000002", "effectiveOn": "2026-01-01"}'), tests.place('a', 'proposed', 7), 'a late repeat of the proposal is answered as before');
select is((tests.row('a')).status, 'open', 'and proposes nothing');
select tests.propose('a');
select is((select (returned_reason, effective_on)::text from tests.row('a')), '(,)', 'proposed anew, the old reason and date are gone');
select is(
	public.rebase_procedure_draft(tests.draft('a') || tests.title('Trên bản mới') || jsonb_build_object('baseVersionId', tests.version())),
	tests.place('a', 'open', 9), 'on top of another version it is to be proposed again'
);
select is(
	public.rebase_procedure_draft(tests.draft('a', '{"expectedRevision": 8}') || tests.title('Trên bản mới') || jsonb_build_object('baseVersionId', tests.version())),
	tests.place('a', 'open', 9), 'sent twice, once'
);
select is(
	(select jsonb_agg(event ->> 'action' || coalesce(' ' || (event ->> 'note'), '')) from jsonb_array_elements(public.procedure_draft(tests.draft('a')) -> 'events') as event),
	'["rebase", "propose Theo quyết định mới", "return Sai phí", "propose Theo quyết định mới", "save", "save", "save", "save", "begin"]',
	'its history tells everything, the latest first'
);
select is(
	(select draft - array['events', 'createdAt', 'updatedAt'] from public.procedure_draft(tests.draft('a')) as draft),
	tests.place('a', 'open', 9) || jsonb_build_object('procedureCode', '1.001193', 'kind', 'change', 'reason', null, 'source', 'editor',
		'report', null, 'content', tests.procedure('1.001193', 'Trên bản mới'), 'baseVersionId', tests.version(),
		'base', tests.procedure('1.001193', 'Khai sinh'), 'authorName', 'mai@test', 'mine', true, 'mayPublish', false,
		'summary', 'Theo quyết định mới', 'effectiveOn', null, 'proposedName', null, 'proposedAt', null, 'decidedName', null,
		'decidedAt', null, 'returnedReason', null, 'scheduled', '[]'::jsonb,
		'current', jsonb_build_object('versionId', tests.version(), 'number', 1, 'status', 'published', 'content', tests.procedure('1.001193', 'Khai sinh'))),
	'the whole draft with what it is compared with'
);

-- Withdrawals --------------------------------------------------------------------------------------------

select is(tests.begin('end', '{"kind": "withdraw", "content": null, "reason": "Bãi bỏ"}'), tests.place('end', 'open', 1), 'a withdrawal is a draft too');
select is(public.save_procedure_draft(tests.draft('end', '{"reason": "Bãi bỏ theo QĐ 9"}')), tests.place('end', 'open', 2), 'its reason is written');
select is(public.save_procedure_draft(tests.draft('end', '{"reason": "Bãi bỏ theo QĐ 9", "expectedRevision": 1}')), tests.place('end', 'open', 2), 'once');
select throws_ok($$select public.save_procedure_draft(tests.draft('end') || tests.title('Bất ngờ'))$$, 'PT400', 'reason-missing', 'it takes no content');
select is((select (content is null, reason)::text from tests.row('end')), '(t,"Bãi bỏ theo QĐ 9")', 'and has none');

-- What is refused ----------------------------------------------------------------------------------------

select tests.sign_out();
create function tests.fault(verb text, more jsonb) returns text language plpgsql as $$
begin
	begin
		case verb
			when 'begin' then perform tests.begin('x', more);
			when 'save' then perform public.save_procedure_draft(tests.draft('a') || tests.title('x') || more);
			when 'rebase' then perform public.rebase_procedure_draft(tests.draft('a') || tests.title('x') || more);
			when 'propose' then perform tests.propose('a', more);
			when 'return' then perform public.return_proposal(tests.draft('a') || more);
			when 'field' then perform public.save_field('{"protocol": 1, "code": "dat-dai", "name": "Đất đai", "help": "", "position": 2}' || more);
			when 'posting' then perform public.save_posting('{"protocol": 1, "code": "1.001193", "postedOn": "2026-01-02", "postedDecision": null}' || more);
			when 'draft' then perform public.procedure_draft('{"protocol": 1}' || more);
			when 'history' then perform public.procedure_history('{"protocol": 1}' || more);
			when 'version' then perform public.procedure_version('{"protocol": 1}' || more);
		end case;
		raise exception using errcode = 'ZZ000';
	exception
		when sqlstate 'ZZ000' then return 'fine';
		when others then return sqlstate || ' ' || sqlerrm;
	end;
end
$$;
create temp table refused (verb, more, expected) as values
	('begin', '{"actionId": "x"}'::jsonb, 'PT400 id-malformed'), ('begin', '{"draftId": null}', 'PT400 id-malformed'),
	('begin', '{"procedureCode": "1.00119"}', 'PT400 draft-malformed'), ('begin', '{"procedureCode": "1.0011931"}', 'PT400 text-too-long'),
	('begin', '{"procedureCode": 1.001193}', 'PT400 draft-malformed'), ('begin', '{"kind": "delete"}', 'PT400 draft-malformed'),
	('begin', '{"procedureCode": "1.000894"}', 'PT400 content-invalid'), ('begin', '{"content": null}', 'PT400 content-invalid'),
	('begin', '{"baseVersionId": null}', 'fine'), ('begin', '{"baseVersionId": "x"}', 'PT400 id-malformed'),
	('begin', jsonb_build_object('baseVersionId', tests.id('none')), 'PT404 version-unknown'),
	('begin', jsonb_build_object('baseVersionId', tests.version('1.000894')), 'PT404 version-unknown'),
	('begin', '{"kind": "withdraw", "content": null}', 'PT400 reason-missing'),
	('begin', '{"kind": "withdraw", "content": null, "reason": " .. "}', 'PT400 reason-missing'),
	('begin', jsonb_build_object('kind', 'withdraw', 'reason', repeat('x', 1001)), 'PT400 text-too-long'),
	('begin', '{"kind": "withdraw", "procedureCode": "9.999999", "baseVersionId": null, "reason": "Bãi bỏ"}', 'PT404 procedure-unknown'),
	('save', '{"draftId": "x"}', 'PT400 id-malformed'), ('save', jsonb_build_object('draftId', tests.id('none')), 'PT404 draft-unknown'),
	('rebase', '{}', 'fine'), ('rebase', jsonb_build_object('baseVersionId', tests.version('1.000894')), 'PT404 version-unknown'),
	('rebase', '{"expectedRevision": 1}', 'PT409 draft-changed'),
	('propose', '{"summary": "  "}', 'PT400 summary-missing'), ('propose', '{"summary": ["x"]}', 'PT400 summary-missing'),
	('propose', jsonb_build_object('summary', repeat('x', 1001)), 'PT400 text-too-long'), ('propose', '{"expectedRevision": 1}', 'PT409 draft-changed'),
	('propose', '{"effectiveOn": "2026-02-30"}', 'PT400 effective-date'), ('propose', '{"effectiveOn": "1.1.2026"}', 'PT400 effective-date'),
	('propose', '{"effectiveOn": "1999-12-31"}', 'PT400 effective-date'), ('propose', '{"effectiveOn": "2099-01-01"}', 'PT400 effective-date'),
	('propose', '{"effectiveOn": 20260101}', 'PT400 effective-date'), ('propose', '{"effectiveOn": {}}', 'PT400 effective-date'),
	('propose', '{"actionId": "00000000-0000-4000-a000-000000000002"}', 'PT409 action-id-used'),
	('propose', '{"actionId": "00000000-0000-4000-a000-000000000003"}', 'PT409 action-id-used'),
	('return', '{"reason": "Sai"}', 'PT409 draft-closed'), ('return', '{}', 'PT400 reason-missing'),
	('field', '{"code": "Đất"}', 'PT400 field-malformed'), ('field', '{"code": null}', 'PT400 field-malformed'),
	('field', '{"name": "x"}', 'PT400 field-malformed'), ('field', '{"position": "1"}', 'PT400 field-malformed'),
	('field', '{"position": -1}', 'PT400 field-malformed'), ('field', '{"position": 1.5}', 'PT400 field-malformed'),
	('field', '{"position": 1e300}', 'PT400 field-malformed'), ('field', '{"help": null}', 'fine'),
	('posting', '{"postedOn": null}', 'PT400 posted-date'), ('posting', '{"postedOn": "2026-02-30"}', 'PT400 posted-date'),
	('posting', '{"postedOn": "2099-01-01"}', 'PT400 posted-date'), ('posting', '{"postedOn": ["2026-01-01"]}', 'PT400 posted-date'),
	('posting', '{"code": "9.999999"}', 'PT404 procedure-unknown'), ('posting', '{"code": null}', 'PT404 procedure-unknown'),
	('posting', jsonb_build_object('postedDecision', repeat('x', 201)), 'PT400 text-too-long'),
	('draft', '{}', 'PT400 id-malformed'), ('draft', jsonb_build_object('draftId', tests.id('none')), 'PT404 draft-unknown'),
	('history', '{}', 'PT404 procedure-unknown'), ('history', '{"code": "9.999999"}', 'PT404 procedure-unknown'),
	('version', '{}', 'PT400 id-malformed'), ('version', jsonb_build_object('versionId', tests.id('none')), 'PT404 version-unknown');
grant select on refused to authenticated;
select tests.sign_in('mai@test');
select results_eq('select verb, more, tests.fault(verb, more) from refused', 'select verb, more, expected from refused', 'each fault has its own key');

-- Contents -----------------------------------------------------------------------------------------------

select tests.sign_out();
create function tests.nested(depth int) returns jsonb language sql as $$ select (repeat('[', depth) || repeat(']', depth))::jsonb $$;
create temp table contents (change, expected) as values
	('{}'::jsonb, 'fine'), ('{"schema": 2}', 'no'), ('{"schema": "1"}', 'no'), ('{"code": "1.000894"}', 'no'), ('{"code": 1.001193}', 'no'),
	('{"field": "none"}', 'no'), ('{"field": null}', 'no'), ('{"field": ["ho-tich"]}', 'no'),
	('{"title": ""}', 'fine'), ('{"title": 5}', 'no'), ('{"title": null}', 'no'), (jsonb_build_object('title', repeat('ế', 1000)), 'fine'),
	(jsonb_build_object('title', repeat('x', 1001)), 'no'), (jsonb_build_object('shortTitle', repeat('x', 301)), 'no'),
	('{"shortTitle": {}}', 'no'), (jsonb_build_object('summary', repeat('x', 2001)), 'no'), ('{"summary": false}', 'no'),
	('{"clock": null}', 'no'), ('{"clock": {}}', 'no'), ('{"clock": {"supplement": "stop"}}', 'no'), ('{"clock": {"supplement": "pause"}}', 'fine'),
	('{"channels": {}}', 'no'), ('{"channels": []}', 'fine'), ('{"channels": [null]}', 'no'), ('{"channels": [[]]}', 'no'),
	('{"channels": [{"kind": "fax", "limit": null}]}', 'no'), ('{"channels": [{"kind": "post"}]}', 'no'),
	('{"channels": [{"kind": "post", "limit": []}]}', 'no'), ('{"channels": [{"kind": "post", "limit": 3}]}', 'no'),
	('{"channels": [{"kind": "online", "limit": {"unit": "same-day"}}]}', 'fine'),
	('{"channels": [{"kind": "online", "limit": {"unit": "working-hour", "value": 1000}}]}', 'fine'),
	('{"channels": [{"kind": "online", "limit": {"unit": "working-hour", "value": 1001}}]}', 'no'),
	('{"channels": [{"kind": "online", "limit": {"unit": "calendar-day", "value": 0}}]}', 'no'),
	('{"channels": [{"kind": "online", "limit": {"unit": "calendar-day", "value": 1.5}}]}', 'no'),
	('{"channels": [{"kind": "online", "limit": {"unit": "calendar-day", "value": "3"}}]}', 'no'),
	('{"channels": [{"kind": "online", "limit": {"unit": "calendar-day", "value": 1e40}}]}', 'no'),
	('{"channels": [{"kind": "online", "limit": {"unit": "calendar-day"}}]}', 'no'), ('{"channels": [{"kind": "online", "limit": {"unit": "week", "value": 1}}]}', 'no'),
	('{"questions": null}', 'no'), ('{"questions": [1]}', 'no'), ('{"requirements": "x"}', 'no'), ('{"notes": [{"id": "a"}]}', 'fine'),
	(jsonb_build_object('requirements', (select jsonb_agg('{}'::jsonb) from generate_series(1, 300))), 'fine'),
	(jsonb_build_object('requirements', (select jsonb_agg('{}'::jsonb) from generate_series(1, 301))), 'no'),
	('{"fees": [{}]}', 'no'), ('{"fees": [{"label": "Phí", "kind": "province"}]}', 'fine'), ('{"fees": [{"label": "Phí", "kind": "gift"}]}', 'no'),
	('{"fees": [{"label": "Phí", "kind": "amount", "amount": 0}]}', 'no'), ('{"fees": [{"label": "Phí", "kind": "amount", "amount": 1e12}]}', 'no'),
	('{"fees": [{"label": "Phí", "kind": "amount", "amount": "8000"}]}', 'no'), ('{"fees": [{"label": "Phí", "kind": "amount", "amount": 1, "tiers": {}}]}', 'no'),
	('{"fees": [{"label": "Phí", "kind": "amount", "amount": 1, "tiers": [{"from": 1, "amount": 1}]}]}', 'no'),
	('{"fees": [{"label": "Phí", "kind": "amount", "amount": 1, "tiers": [{"from": 2, "amount": 0}], "most": {"amount": 5}}]}', 'fine'),
	('{"fees": [{"label": "Phí", "kind": "amount", "amount": 1, "most": []}]}', 'no'), ('{"fees": [{"label": null, "kind": "free"}]}', 'no'),
	(jsonb_build_object('x', tests.nested(40)), 'fine'), (jsonb_build_object('x', tests.nested(41)), 'no'), (jsonb_build_object('x', tests.nested(2000)), 'no'),
	(jsonb_build_object('x', repeat('x', 250000)), 'fine'), (jsonb_build_object('x', repeat('x', 262144)), 'no');
grant select on contents to authenticated;
select tests.sign_in('mai@test');
select results_eq(
	$$select change, tests.fault('save', jsonb_build_object('content', tests.procedure('1.001193', 'Thử') || change)) from contents$$,
	$$select change, case expected when 'no' then 'PT400 content-invalid' else expected end from contents$$,
	'a content the database could not work with is refused, anything else may be kept while it is written'
);
select is(tests.fault('save', jsonb_build_object('content', content)), 'PT400 content-invalid', format('%s is no content', content))
from unnest(array['null', '"x"', '[]', '7']::jsonb[]) as content;
select is(tests.fault('save', jsonb_build_object('content', tests.procedure('1.001193', letter))), 'PT400 request-malformed', 'nor does a character nobody sees come in')
from unnest(array[e'a\u0001', e'a\u200b', e'a\u202e']) as letter;
select throws_ok(
	format('select app.check_procedure(%L)', tests.procedure('1.001193', e'a\u200b')), '42501', null, 'the check itself is not for the API'
);
select is(tests.fault('save', jsonb_build_object('content', tests.procedure('1.001193', 'x', jsonb_build_object('x', repeat('x', 500000))))), 'PT413 request-too-large', 'half a megabyte is not even read');
select tests.save('a', '  ');
select is(tests.fault('propose', '{}'), 'PT400 content-incomplete', 'without a title nothing is proposed');
select tests.sign_out();
select throws_ok(
	format('select app.check_procedure(%L)', tests.procedure('1.001193', e'a\u200b')), 'PT400', 'content-invalid', 'what importers bring is looked at too'
);

select * from finish();
rollback;
