-- The register of proposals: who proposes, sends, notes and decides, in which order; the draft that comes of it; who reads what.
begin;
select plan(118);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
create function tests.content(code text, more jsonb default '{}') returns jsonb language sql as $$
	select tests.procedure(code, 'Thử cắt giảm', jsonb_build_object(
		'requirements', (select jsonb_agg(jsonb_build_object('id', id, 'paper', id, 'name', 'Giấy ' || id, 'officialName', 'Theo luật', 'kind', 'photocopy', 'originals', 0, 'copies', 1,
			'why', 'Cần', 'ifMissing', 'Hỏi quầy', 'photo', true, 'source', 'thử')) from unnest(array['a', 'b']) as id),
		'channels', '[{"kind": "in-person", "where": "Một cửa", "limit": {"unit": "working-day", "value": 7}, "steps": ["Nộp"]}]'::jsonb)
		|| more)
$$;
select app.seed_procedure(tests.content(code), app.content_hash(tests.content(code))) from unnest(array['1.000555', '1.000556']) as code;
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Xã bên', true from public.agencies where code = 'H99';
select tests.add_staff(account || '@test', agencies.id, null, variadic roles)
from (values
	('receiver', 'H99.01', array['receiver']), ('officer', 'H99.01', array['officer']), ('approver', 'H99.01', array['approver']), ('leader', 'H99.01', array['leader']),
	('editor', 'H99.01', array['editor']), ('second', 'H99.01', array['editor']), ('admin', 'H99.01', array['admin']), ('beside', 'H99.02', array['leader', 'editor']), ('above', 'H99', array['leader'])
) as people (account, agency, roles) join public.agencies on agencies.code = people.agency;

create sequence tests.actions start 1000;
grant usage on sequence tests.actions to authenticated, anon;
create function tests.action(number bigint) returns text language sql as $$ select '00000000-0000-4000-b000-' || lpad(number::text, 12, '0') $$;
create function tests.try(account text, name text, request jsonb) returns jsonb language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	execute format('select public.%I($1)', name) into answer using jsonb_build_object('protocol', 1, 'actionId', tests.action(nextval('tests.actions'))) || request;
	perform tests.sign_out();
	return answer;
exception when others then
	perform tests.sign_out();
	return jsonb_build_object('state', case when sqlstate like 'PT%' then sqlstate || ' ' || sqlerrm else sqlstate end);
end
$$;
-- "state version" of the answer, or the refusal.
create function tests.ask(account text, name text, request jsonb) returns text language sql as $$
	select concat_ws(' ', answer ->> 'state', answer ->> 'version') from tests.try(account, name, request) as answer
$$;
create function tests.in_force(wanted text default '1.000555') returns uuid language sql security definer as $$ select current_version_id from public.procedures where code = wanted $$;
create function tests.propose(account text, more jsonb default '{}') returns text language sql as $$
	select tests.ask(account, 'propose_cut', jsonb_build_object('procedureCode', '1.000555', 'versionId', tests.in_force(),
		'cuts', '[{"kind": "paper", "requirementId": "a"}, {"kind": "time", "channel": "in-person", "to": {"unit": "working-day", "value": 5}}]'::jsonb, 'reason', 'Không ai dùng giấy này') || more)
$$;
-- The proposal of this number, as a request about it.
create function tests.of(wanted int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('proposalId', id, 'expectedVersion', version) || more from public.cut_proposals
	where number = wanted and agency_id = (select id from public.agencies where code = 'H99.01')
$$;
create function tests.day(ago int) returns text language sql as $$ select (app.today() - ago)::text $$;
create function tests.sent(more jsonb default '{}') returns jsonb language sql as $$ select jsonb_build_object('body', 'Sở Tư pháp', 'number', '12/TTr-UBND', 'on', tests.day(0)) || more $$;
create function tests.reply(more jsonb default '{}') returns jsonb language sql as $$ select jsonb_build_object('number', '88/STP', 'on', tests.day(0), 'agrees', 'partly', 'summary', 'Đồng ý bỏ giấy') || more $$;
create function tests.decided(more jsonb default '{}') returns jsonb language sql as $$ select jsonb_build_object('decision', 'accept', 'number', '9/QĐ-UBND', 'on', tests.day(0)) || more $$;

-- Proposing
select is(tests.propose(account, more), result, account || ' proposes ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('nobody', '{}', 'PT403 not-staff'), ('receiver', '{}', 'PT403 role-missing'), ('officer', '{}', 'PT403 role-missing'), ('admin', '{}', 'PT403 role-missing'),
	('editor', '{"procedureCode": "9.999999"}', 'PT404 procedure-unknown'), ('editor', '{"versionId": "00000000-0000-4000-8000-000000000000"}', 'PT409 version-stale'), ('editor', '{"versionId": null}', 'PT400 id-malformed'),
	('editor', '{"cuts": []}', 'PT400 cut-list'), ('editor', '{"cuts": [{"kind": "paper", "requirementId": "z"}]}', 'PT400 cut-unknown'), ('editor', '{"reason": "x"}', 'PT400 cut-text'), ('editor', '{"protocol": 2}', 'PT426 protocol-version'),
	('editor', '{}', 'proposed 1'), ('approver', '{}', 'proposed 1'), ('leader', '{}', 'proposed 1'), ('beside', '{}', 'proposed 1')
) as cases (account, more, result);
select is((select string_agg(agencies.code || ' ' || number, ', ' order by agencies.code, number) from public.cut_proposals join public.agencies on agencies.id = agency_id), 'H99.01 1, H99.01 2, H99.01 3, H99.02 1', 'numbers by agency, no gap left by what was refused');
select is((select savings - 'from' - 'to' from public.cut_proposals where number = 2), '{"agencies": 1, "dossiers": 0, "papers": 0, "trips": 0, "time": [{"channel": "in-person", "unit": "working-day", "amount": 0, "dossiers": 0}], "steps": []}', 'with its savings');

-- The same action once
select is(tests.propose('editor', jsonb_build_object('actionId', tests.action(1))), 'proposed 1', 'a fourth');
select is(tests.propose('editor', jsonb_build_object('actionId', tests.action(1))), 'proposed 1', 'sent twice');
select is((select count(*) from public.cut_proposals where agency_id = (select id from public.agencies where code = 'H99.01')), 4::bigint, 'happens once');
select is(tests.propose('editor', jsonb_build_object('actionId', tests.action(1), 'reason', 'Lý do khác')), 'PT409 action-id-used', 'the same id for something else');
select is(tests.propose('leader', jsonb_build_object('actionId', tests.action(1))), 'PT409 action-id-used', 'or by somebody else');

-- In order
select is(tests.ask(account, 'send_cut', tests.of(1, tests.sent(more))), result, account || ' sends ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('receiver', '{}', 'PT403 role-missing'), ('editor', '{}', 'PT403 role-missing'), ('approver', '{}', 'PT403 role-missing'), ('admin', '{}', 'PT403 role-missing'),
	('beside', '{}', 'PT404 cut-proposal-unknown'), ('above', '{}', 'PT404 cut-proposal-unknown'), ('leader', '{"expectedVersion": 9}', 'PT409 version-stale'), ('leader', '{"body": " "}', 'PT400 cut-text'), ('leader', '{"number": null}', 'PT400 cut-text'),
	('leader', jsonb_build_object('on', tests.day(-1)), 'PT400 cut-day'), ('leader', jsonb_build_object('on', tests.day(1)), 'PT400 cut-day'), ('leader', '{"on": "2026-02-30"}', 'PT400 cut-day'), ('leader', '{"on": null}', 'PT400 cut-day')
) as cases (account, more, result);
select is(tests.ask('leader', 'note_cut_reply', tests.of(1, tests.reply())), 'PT409 cut-state', 'no reply to what was never sent');
select is(tests.ask('leader', 'decide_cut', tests.of(1, tests.decided())), 'PT409 cut-state', 'and no decision');
select is(tests.ask('leader', 'send_cut', tests.of(1, tests.sent())), 'sent 2', 'sent');
select is(tests.ask('leader', 'send_cut', tests.of(1, tests.sent())), 'PT409 cut-state', 'once');
select is(tests.ask('leader', 'decide_cut', tests.of(1, tests.decided())), 'PT409 cut-state', 'no decision before a reply');
select is(tests.ask(account, 'note_cut_reply', tests.of(1, tests.reply(more))), result, account || ' notes ' || more::text) from (values
	('editor', '{}'::jsonb, 'PT403 role-missing'), ('beside', '{}', 'PT404 cut-proposal-unknown'), ('leader', '{"agrees": "maybe"}', 'PT400 cut-agrees'), ('leader', '{"agrees": null}', 'PT400 cut-agrees'),
	('leader', jsonb_build_object('on', tests.day(1)), 'PT400 cut-day'), ('leader', jsonb_build_object('on', tests.day(-1)), 'PT400 cut-day'), ('leader', '{"number": ""}', 'PT400 cut-text'),
	('leader', '{"agrees": "no", "summary": null}', 'replied 3'), ('leader', '{}', 'replied 4')
) as cases (account, more, result);
select is((select reply_agrees from public.cut_proposals where number = 1 and agency_id = (select id from public.agencies where code = 'H99.01')), 'partly', 'the later reply counts');
select is(tests.ask(account, 'decide_cut', tests.of(1, tests.decided(more))), result, account || ' decides ' || more::text) from (values
	('editor', '{}'::jsonb, 'PT403 role-missing'), ('approver', '{}', 'PT403 role-missing'), ('beside', '{}', 'PT404 cut-proposal-unknown'), ('leader', '{"decision": "perhaps"}', 'PT400 cut-decision'),
	('leader', '{"accepted": []}', 'PT400 cut-accepted'), ('leader', '{"accepted": [2]}', 'PT400 cut-accepted'), ('leader', '{"accepted": [-1]}', 'PT400 cut-accepted'), ('leader', '{"accepted": "all"}', 'PT400 cut-accepted'),
	('leader', '{"number": " "}', 'PT400 cut-text'), ('leader', jsonb_build_object('on', tests.day(1)), 'PT400 cut-day')
) as cases (account, more, result);

-- The draft. Somebody has another one open: it stays as it is.
select is(tests.try('editor', 'begin_procedure_draft', jsonb_build_object('draftId', tests.action(77), 'procedureCode', '1.000555', 'baseVersionId', tests.in_force(), 'content', tests.content('1.000555'))) ->> 'status', 'open', 'an editor is at work');
create temp table answer as select tests.try('leader', 'decide_cut', tests.of(1, tests.decided('{"accepted": [0]}')) || jsonb_build_object('actionId', tests.action(2))) as given;
select is((select given - 'draftId' - 'proposalId' - 'year' from answer), '{"state": "decided", "version": 5, "number": 1, "missed": [], "otherDrafts": 1}', 'decided: one of the two cuts');
select is(jsonb_path_query_array(content, '$.requirements[*].id'), '["b"]', 'the paper is gone') from public.procedure_drafts where id = (select (given ->> 'draftId')::uuid from answer);
select is(content #> '{channels,0,limit,value}', '7', 'what was not accepted is as it was') from public.procedure_drafts where id = (select (given ->> 'draftId')::uuid from answer);
select is(content -> 'legalBasis', jsonb_build_array('Quyết định số 9/QĐ-UBND ngày ' || to_char(app.today(), 'DD/MM/YYYY')), 'the decision is its legal basis') from public.procedure_drafts where id = (select (given ->> 'draftId')::uuid from answer);
select is((select status || ' ' || revision from public.procedure_drafts where id::text = tests.action(77)), 'open 1', 'the editor''s own draft was left alone');
select is((select note from public.catalogue_events where draft_id = (select (given ->> 'draftId')::uuid from answer)), 'Quyết định số 9/QĐ-UBND ngày ' || to_char(app.today(), 'DD/MM/YYYY') || ', đề nghị cắt giảm số 1/' || app.local_year(now()), 'and tells where it came from');
select is(tests.try('leader', 'decide_cut', tests.of(1, tests.decided('{"accepted": [0], "expectedVersion": 4}')) || jsonb_build_object('actionId', tests.action(2))), (select given from answer), 'sent twice: the same answer');
select is((select count(*) from public.procedure_drafts where source = 'cut'), 1::bigint, 'and one draft');
select is(tests.ask('leader', 'note_cut_reply', tests.of(1, tests.reply())), 'PT409 cut-state', 'it is over');
select is(tests.ask('leader', 'withdraw_cut', tests.of(1, '{"reason": "Thôi vậy"}')), 'PT409 cut-state', 'for good');

-- The register tells the draft's way
create function tests.line(account text, wanted int) returns jsonb language sql as $$
	select line from jsonb_array_elements(tests.try(account, 'staff_cuts', '{}') -> 'proposals') as line where line -> 'number' = to_jsonb(wanted) and line #>> '{agency,name}' like 'Trung tâm%'
$$;
create function tests.drafted() returns jsonb language sql as $$ select jsonb_build_object('draftId', line #> '{draft,id}', 'expectedRevision', 1, 'summary', 'Bỏ giấy a theo quyết định') from tests.line('leader', 1) as line $$;
select is(tests.line('leader', 1) #>> '{draft,state}', 'open', 'a draft');
select ok(jsonb_path_exists(tests.try('editor', 'catalogue_list', '{}'), '$.drafts[*] ? (@.source == "cut" && @.status == "open")'), 'the editor finds it');
select is(tests.try('editor', 'propose_procedure', tests.drafted()) ->> 'status', 'proposed', 'and proposes it');
select is(tests.line('leader', 1) #>> '{draft,state}', 'proposed', 'waiting');
select is(tests.ask('editor', 'publish_procedure', tests.drafted()), 'PT403 second-person-needed', 'not alone');
select isnt(tests.try('second', 'publish_procedure', tests.drafted()) ->> 'number', null, 'a second person publishes it');
select is(tests.line('approver', 1) -> 'draft', jsonb_build_object('id', (select given -> 'draftId' from answer), 'state', 'in-force', 'number', 2, 'since', tests.day(0)), 'in force: told by the version itself');
select is(tests.line('leader', 1) -> 'may', '[]', 'nothing is left to do');

-- What the version in force does not know any more
select is(tests.ask('leader', 'send_cut', tests.of(2, tests.sent())), 'sent 2', 'the second, written against the version before');
select is(tests.ask('leader', 'note_cut_reply', tests.of(2, tests.reply())), 'replied 3', 'answered');
select is(tests.try('leader', 'decide_cut', tests.of(2, tests.decided())) #> '{missed,0,requirementId}', '"a"', 'the paper is gone already: named, and the rest applied');
select is((select content #> '{channels,0,limit,value}' from public.procedure_drafts where id = (tests.line('leader', 2) #>> '{draft,id}')::uuid), '5', 'the time');
select is((select base_version_id from public.procedure_drafts where id = (tests.line('leader', 2) #>> '{draft,id}')::uuid), tests.in_force(), 'on the version in force');

-- Rejected, withdrawn
select is(tests.ask('approver', 'withdraw_cut', tests.of(4, '{"reason": "Thôi vậy"}')), 'PT403 cut-foreign', 'not another''s');
select is(tests.ask('editor', 'withdraw_cut', tests.of(4, '{"reason": "x"}')), 'PT400 cut-text', 'with a reason');
select is(tests.ask('editor', 'withdraw_cut', tests.of(4, '{"reason": "Tính lại"}')), 'withdrawn 2', 'one''s own');
select is(tests.ask('leader', 'send_cut', tests.of(4, tests.sent())), 'PT409 cut-state', 'and no further');
select is(tests.ask('leader', 'send_cut', tests.of(3, tests.sent())), 'sent 2', 'the third');
select is(tests.ask('leader', 'note_cut_reply', tests.of(3, tests.reply('{"agrees": "no"}'))), 'replied 3', 'answered');
select is(tests.ask('leader', 'decide_cut', tests.of(3, tests.decided('{"decision": "reject"}'))), 'decided 4', 'rejected');
select is(tests.line('leader', 3) -> 'draft', 'null', 'no draft of it');

-- Reading
select is(coalesce(answer ->> 'total', answer ->> 'state'), result, account || ' reads') from (values
	('anon', '42501'), ('nobody', 'PT403 not-staff'), ('receiver', 'PT403 role-missing'), ('officer', 'PT403 role-missing'), ('admin', '4'), ('editor', '4'), ('beside', '1'), ('above', '5')
) as cases (account, result), lateral tests.try(account, 'staff_cuts', '{}') as answer;
select is(tests.line('above', 1) -> 'proposedBy', 'null', 'no names for those above');
select is(jsonb_path_query_array(tests.line('above', 1), '$.history[*].by'), '[null, null, null, null, null]', 'nor in the history');
select is(jsonb_path_query_array(tests.line('leader', 1), '$.history[*].action'), '["propose", "send", "reply", "reply", "decide"]', 'what happened, in order');
select is(tests.line('leader', 1) #> '{history,2,agrees}', '"no"', 'with the reply that was replaced');
select is(tests.try('leader', 'staff_cuts', '{"state": "withdrawn"}') ->> 'total', '1', 'by state');
select is(tests.try('leader', 'staff_cuts', '{"procedureCode": "1.000556"}') -> 'proposals', '[]', 'by procedure');
select is(tests.try('leader', 'staff_cuts', tests.of(3)) ->> 'total', '1', 'one by itself');
select is(tests.try('beside', 'staff_cuts', tests.of(3)) ->> 'total', '0', 'not another agency''s');
select is(tests.ask('leader', 'staff_cuts', '{"proposalId": "3"}'), 'PT400 id-malformed', 'by its id');
select is(tests.ask('leader', 'staff_cuts', '{"state": "lost"}'), 'PT400 cut-filter', 'no other state');
select is(tests.try('admin', 'preview_cut', '{"procedureCode": "1.000555", "cuts": []}') #> '{papers}', '[{"requirementId": "b", "name": "Giấy b", "lookedUp": false, "database": null}]', 'what may be cut');
select is(tests.ask('officer', 'preview_cut', '{"procedureCode": "1.000555", "cuts": []}'), 'PT403 role-missing', 'not for everybody');

-- Nobody rewrites
select throws_ok('update app.cut_events set staff_name = ''x''', 'PT403', 'record-immutable', 'what happened stays');
select tests.sign_in('leader@test');
select throws_ok('update public.cut_proposals set state = ''proposed''', '42501', null, 'no leader writes a proposal');
select is((select count(*) from public.cut_proposals), 4::bigint, 'and reads those of the own agency');
select tests.sign_out();
select tests.sign_in('receiver@test');
select is((select count(*) from public.cut_proposals), 0::bigint, 'a receiver none');
select tests.sign_out();
select * from finish();
rollback;
