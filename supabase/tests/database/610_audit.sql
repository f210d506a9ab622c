-- The history of a dossier is a chain: it tells what the dossier is, and whoever alters one or the other is found.
begin;
select plan(64);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(jsonb_build_object('code', code, 'field', 'ho-tich', 'title', code, 'shortTitle', code, 'clock', '{"supplement": "restart"}'::jsonb,
	'channels', jsonb_build_array(jsonb_build_object('kind', channel, 'limit', time_limit::jsonb))), repeat('a', 64))
from (values ('1.001193', 'online', '{"unit": "working-day", "value": 3}'), ('2.000815', 'in-person', '{"unit": "same-day"}'))
	as list (code, channel, time_limit);
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
select tests.add_staff('desk@test', agencies.id, departments.id, 'receiver', 'officer', 'approver', 'leader')
from public.agencies join public.departments on agency_id = agencies.id and departments.name = 'Kinh tế' where agencies.code = 'H99.01';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.payload() returns jsonb language sql as $$
	select '{"procedureCode": "1.001193", "answers": {}, "form": {}, "subject": "Nguyễn An", "papers": [],
		"applicant": {"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}}'::jsonb
		|| jsonb_build_object('contentHash', repeat('a', 64))
$$;
create function tests.submit(number int, variadic replaces int[] default '{}') returns jsonb language plpgsql as $$
begin
	perform public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('s', 'UTF8')), 'hex'), 'files', '[]'::jsonb, 'payload', tests.payload(),
		'replaces', (select coalesce(jsonb_agg(jsonb_build_object('id', tests.id(old), 'secret', 's')), '[]') from unnest(replaces) as old)));
	return public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's'));
end
$$;
create function tests.round_id(number int) returns uuid language sql as $$
	select id from public.supplements where dossier_id = tests.id(number) and closed_at is null
$$;
create function tests.answer(number int) returns jsonb language plpgsql as $$
begin
	perform public.open_answer(jsonb_build_object('protocol', 1, 'id', tests.id(100 + number), 'dossierId', tests.id(number), 'secret', 's',
		'supplementId', tests.round_id(number), 'files', '[]'::jsonb, 'lines', '[{"lineId": "a", "kind": "question", "text": "Ký ở đâu ạ?"}]'::jsonb));
	return public.finalize_answer(jsonb_build_object('protocol', 1, 'id', tests.id(100 + number), 'dossierId', tests.id(number), 'secret', 's'));
end
$$;
create temp table calls (position int generated always as identity, name text, request jsonb, answer jsonb);
create function tests.act(name text, number int, more jsonb default '{}') returns void language plpgsql as $$
declare
	sent constant jsonb := jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number))) || more;
	answered jsonb;
begin
	perform tests.sign_in('desk@test');
	execute format('select public.%I($1)', name) into answered using sent;
	perform tests.sign_out();
	insert into calls (name, request, answer) values (act.name, sent, answered);
end
$$;
create function tests.file(number int) returns void language sql as $$
	select tests.act('file_at_desk', number, tests.payload() || jsonb_build_object('procedureCode', '2.000815', 'channel', 1, 'visitId', tests.id(9),
		'identityCheck', 'card', 'source', 'typed'))
$$;
create function tests.receive(number int) returns void language sql as $$
	select tests.act('receive_dossier', number, jsonb_build_object('papers', '[]'::jsonb, 'departmentId', department_id))
	from public.staff where full_name = 'desk@test'
$$;
create function tests.ask(number int, more jsonb default '{}') returns void language sql as $$
	select tests.act('request_supplement', number, jsonb_build_object('until', tests.working_day(5), 'lines',
		'[{"id": "a", "requirementId": null, "name": "Tờ khai", "verdict": "missing", "reason": "Chưa ký", "originals": 1, "certified": 0, "copies": 0}]'::jsonb) || more)
$$;
create function tests.history(number int) returns text language sql as $$
	select string_agg(action, ' ' order by sequence) from public.dossier_events where dossier_id = tests.id(number)
$$;
create function tests.today() returns date language sql as $$ select app.local_time(now())::date $$;

-- A full life ---------------------------------------------------------------------------------------------

select tests.submit(1);
select tests.receive(1);
select tests.act('start_dossier', 1);
select tests.ask(1);
select tests.answer(1);
select tests.act('reply_supplement', 1, '{"text": "Ký ở trang hai."}');
select is(app.anchor_events(tests.today()), tests.today(), 'a day is anchored');
select is(app.anchor_events(tests.today()), null, 'once');
select tests.act('resume_dossier', 1, '{"papers": [{"name": "Tờ khai", "originals": 1, "certified": 0, "copies": 0}]}');
select tests.act('finish_dossier', 1);
select tests.act('return_result', 1, '{"recipientName": "Trần Bình"}');
select tests.submit(2);
select tests.ask(2);
select tests.ask(2, '{"again": {"reason": "Thiếu chữ ký ở trang hai"}}');
select tests.act('refuse_dossier', 2, '{"reason": "Nơi đăng ký là xã khác", "rightPlace": "UBND xã bên"}');
select tests.file(3);
select tests.receive(3);
select tests.act('settle_same_day', 3, jsonb_build_object('signedBy', id, 'recipientName', 'Trần Bình')) from public.staff where full_name = 'desk@test';
select app.anchor_events(tests.today() + 1);
select tests.submit(4);
select public.withdraw_dossier(jsonb_build_object('protocol', 1, 'id', tests.id(4), 'secret', 's'));
select tests.act('stop_dossier', 4);
select tests.submit(5);
select tests.act('withdraw_at_desk', 5);
select tests.submit(6);
select tests.submit(7, 6);
select app.anchor_events(tests.today() + 2);
select tests.submit(8);

select results_eq('select tests.history(number) from generate_series(1, 8) as number', array[
	'submit receive start supplement answer reply resume finish return', 'submit supplement supplement-again refuse', 'file receive settle',
	'submit withdraw stop', 'submit withdraw', 'submit withdraw stop', 'submit', 'submit'
], 'everything that can happen to a dossier has happened');
select is(app.audit_dossiers(null, 100), jsonb_build_object('dossiers', 8, 'events', 26, 'last', tests.id(8), 'faults', '[]'::jsonb), 'and every chain holds');
select is(app.audit_days(null, 100) - 'last', '{"anchors": 3, "faults": []}', 'and every day');
select is_empty(
	$$select dossier.reference from public.dossiers as dossier
	where app.rebuild_dossier(id) <> app.dossier_image(dossier) || jsonb_build_object('payload', app.hash_text(payload::text))$$,
	'every dossier is what its events tell'
);
select is_empty(
	$$select key from public.dossiers as dossier, jsonb_each(to_jsonb(dossier) - '{lane,payload}'::text[]) as list (key, value)
	where value <> 'null' and not app.dossier_image(dossier) ? key$$, 'in every column'
);
select is(
	(select jsonb_object_agg(column_name, column_default::jsonb) from information_schema.columns
	where table_schema = 'public' and table_name = 'dossiers' and column_default is not null),
	app.resting_values(), 'no column has a default that a fold does not know'
);
select is((select changes ->> 'payload' from public.dossier_events where dossier_id = tests.id(1) and sequence = 1),
	(select app.hash_text(payload::text) from public.dossiers where id = tests.id(1)), 'the first event holds the hash of what was sent');
create function tests.changed(number int, sequence int) returns text language sql as $$
	select string_agg(key, ' ' order by key collate "C") from public.dossier_events as event, jsonb_object_keys(changes) as key
	where dossier_id = tests.id(number) and event.sequence = changed.sequence
		-- Whether it moves in the queue depends on the day.
		and key <> 'sort_at'
$$;
select is(tests.changed(1, sequence), columns, 'an event holds what it changed: ' || columns) from (values
	(1, 'agency_id applicant applicant_key channel id payload procedure_code reference search_text status subject submitted_at version_id'),
	(2, 'code department_id due_date first_due_date received_at search_text status version'), (3, 'assigned_to status version'),
	(4, 'due_date search_text status supplement_rounds supplement_until version'), (5, 'answered_at version'), (9, 'returned_at status version')
) as list (sequence, columns);
select is((select changes -> 'answered_at' from public.dossier_events where dossier_id = tests.id(1) and sequence = 6), 'null', 'also what it emptied');
select is(tests.changed(6, 2) || ', ' || tests.changed(6, 3), 'status version, status version', 'two events at once share what was changed');

-- In pages, whoever asks in whatever zone.
create function tests.pages(size int, out dossiers int, out events int) language plpgsql as $$
declare
	page jsonb := '{}';
begin
	dossiers := 0;
	events := 0;
	loop
		page := app.audit_dossiers((page ->> 'last')::uuid, size);
		exit when page ->> 'last' is null;
		dossiers := dossiers + (page ->> 'dossiers')::int;
		events := events + (page ->> 'events')::int + 1000 * jsonb_array_length(page -> 'faults');
	end loop;
end
$$;
select results_eq(format('select * from tests.pages(%s)', size), 'values (8, 26)', format('pages of %s', size)) from unnest(array[1, 3, 8]) as size;
set local timezone = 'America/New_York';
set local datestyle = 'SQL, DMY';
select is(app.audit_dossiers(null, 100) -> 'faults' || (app.audit_days(null, 100) -> 'faults'), '[]', 'the zone and style of dates of a session do not matter');
reset timezone;
reset datestyle;
select is(app.audit_days(1, 1) #>> '{last,number}', '2', 'days come in pages too');
select is(app.audit_days(3, 1) - 'faults', '{"last": null, "anchors": 0}', 'to the last');

-- Replays -------------------------------------------------------------------------------------------------

create function tests.replay(wanted int) returns jsonb language plpgsql as $$
declare
	call record;
	answer jsonb;
begin
	select * into call from calls where position = wanted;
	perform tests.sign_in('desk@test');
	execute format('select public.%I($1)', call.name) into answer using call.request;
	perform tests.sign_out();
	return answer;
end
$$;
select is_empty('select name from calls where tests.replay(position) is distinct from answer', 'every action sent again answers the same');
select is(app.audit_dossiers(null, 100) ->> 'events', '26', 'and nothing was written');

-- Tampering -----------------------------------------------------------------------------------------------

-- What the verifier says after somebody with every right has done this; everything is undone again.
create function tests.found(variadic deeds text[]) returns text language plpgsql as $$
declare
	deed text;
	answer text;
begin
	begin
		alter table public.dossier_events disable trigger user;
		alter table public.dossiers disable trigger user;
		alter table app.audit_anchors disable trigger user;
		alter table public.slips disable trigger user;
		alter table public.dossier_events drop constraint dossier_events_dossier_id_fkey;
		foreach deed in array deeds loop
			execute replace(replace(deed, 'EVENTS', 'public.dossier_events'), 'OF 1', 'dossier_id = tests.id(1)');
		end loop;
		select string_agg(concat_ws(' ', right(fault ->> 'dossierId', 1), (fault ->> 'day')::date - tests.today(), fault ->> 'fault', fault ->> 'sequence',
			replace(fault ->> 'columns', '"', '')), ', ' order by position)
		into answer
		from jsonb_array_elements(app.audit_dossiers(null, 100) -> 'faults' || (app.audit_days(null, 100) -> 'faults')) with ordinality as list (fault, position);
		raise exception using errcode = 'ZZ000';
	exception when sqlstate 'ZZ000' then
		return answer;
	end;
end
$$;
-- Everything of a dossier but its events.
create function tests.delete_dossier(gone int) returns void language plpgsql as $$
begin
	delete from app.deliveries where notice_id in (select id from app.notices where dossier_id = tests.id(gone));
	delete from app.notices where dossier_id = tests.id(gone);
	delete from public.supplement_answers where dossier_id = tests.id(gone);
	delete from public.supplements where dossier_id = tests.id(gone);
	delete from public.slips where dossier_id = tests.id(gone);
	delete from app.lookup_codes where dossier_id = tests.id(gone);
	delete from app.visits where dossier_id = tests.id(gone);
	delete from app.dossier_spans where dossier_id = tests.id(gone);
	delete from app.dossier_facts where dossier_id = tests.id(gone);
	delete from public.dossiers where id = tests.id(gone);
end
$$;
create function tests.link_again() returns void language plpgsql as $$
declare
	event public.dossier_events;
	previous public.dossier_events;
begin
	for event in select * from public.dossier_events order by dossier_id, sequence loop
		event.hash := app.event_hash(case when previous.dossier_id = event.dossier_id then previous.hash end, event);
		update public.dossier_events set hash = event.hash where id = event.id;
		previous := event;
	end loop;
end
$$;
select is(tests.found(variadic deeds), findings, 'found: ' || about) from (values
	('nothing, when nothing was done', array['select 1'], null),
	('what happened was changed', array[$$update EVENTS set data = data || '{"papers": ["x"]}' where OF 1 and sequence = 2$$], '1 chain-broken 2'),
	('by whom, in name', array[$$update EVENTS set actor_name = 'Ai đó' where OF 1 and sequence = 3$$], '1 chain-broken 3'),
	('by whom, in truth', array[$$update EVENTS set actor_staff_id = null where OF 1 and sequence = 3$$], '1 chain-broken 3'),
	('when', array[$$update EVENTS set at = at - interval '1 microsecond' where OF 1 and sequence = 9$$], '1 chain-broken 9'),
	('what action', array[$$update EVENTS set action = 'note' where OF 1 and sequence = 4$$], '1 chain-broken 4'),
	('from which status', array[$$update EVENTS set from_status = 2 where OF 1 and sequence = 4$$], '1 chain-broken 4'),
	('to which status', array[$$update EVENTS set to_status = 4 where OF 1 and sequence = 4$$], '1 chain-broken 4'),
	('the action''s id', array[$$update EVENTS set action_id = gen_random_uuid() where OF 1 and sequence = 4$$], '1 chain-broken 4'),
	('what it changed', array[$$update EVENTS set changes = changes || '{"subject": "x"}' where OF 1 and sequence = 3$$],
		'1 chain-broken 3, 1 projection-differs [subject]'),
	('a hash', array[$$update EVENTS set hash = repeat('0', 64) where OF 1 and sequence = 2$$], '1 chain-broken 2, 1 chain-broken 3'),
	('the middle is missing', array['delete from EVENTS where OF 1 and sequence in (3, 4)'],
		'1 events-missing 5, 1 projection-differs [assigned_to, search_text, supplement_rounds], 0 events-differ'),
	('and the rest was numbered anew', array['delete from EVENTS where OF 1 and sequence = 3', 'update EVENTS set sequence = -sequence where OF 1 and sequence > 3',
		'update EVENTS set sequence = -sequence - 1 where OF 1 and sequence < 0'],
		'1 chain-broken 3, 1 chain-broken 4, 1 chain-broken 5, 1 chain-broken 6, 1 chain-broken 7, 1 chain-broken 8, 1 projection-differs [assigned_to], 0 events-differ'),
	('the start is missing', array['delete from EVENTS where dossier_id = tests.id(5) and sequence = 1'],
		'5 start-missing 2, 5 payload-differs, 5 projection-differs [agency_id, applicant, applicant_key, channel, id, procedure_code, reference, search_text, sort_at, subject, submitted_at, version_id], 2 events-differ'),
	('the end is missing', array['delete from EVENTS where OF 1 and sequence = 9'], '1 projection-differs [returned_at, status, version], 1 events-differ'),
	('the end is missing and the dossier is as it was before', array['delete from EVENTS where OF 1 and sequence = 9',
		'update public.dossiers set status = 9, returned_at = null, version = version - 1 where id = tests.id(1)'], '1 events-differ'),
	('all events are missing', array['delete from EVENTS where dossier_id = tests.id(5)'], '5 history-missing, 2 events-differ'),
	('a dossier is missing', array['select tests.delete_dossier(5)'], '5 dossier-missing'),
	('a dossier is missing with all that told of it', array['select tests.delete_dossier(2)', 'delete from EVENTS where dossier_id = tests.id(2)'], '1 events-differ'),
	('a column of a dossier', array[$$update public.dossiers set due_date = due_date + 1, subject = 'x' where id = tests.id(1)$$],
		'1 projection-differs [due_date, subject]'),
	('a column was emptied', array[$$update public.dossiers set code = null where id = tests.id(1)$$], '1 projection-differs [code]'),
	('a column that was empty', array[$$update public.dossiers set due_basis = 'x' where id = tests.id(4)$$], '4 projection-differs [due_basis]'),
	('a column at rest', array['update public.dossiers set supplement_rounds = 1 where id = tests.id(4)'], '4 projection-differs [supplement_rounds]'),
	('what the citizen sent', array[$$update public.dossiers set payload = payload || '{"subject": "x"}' where id = tests.id(1)$$], '1 payload-differs'),
	('a chain that was altered and linked anew', array[$$update EVENTS set actor_name = 'x' where OF 1 and sequence = 2$$, 'select tests.link_again()'],
		'0 events-differ, 1 events-differ'),
	('an event was given to another dossier', array['update EVENTS set dossier_id = tests.id(8), sequence = 2 where dossier_id = tests.id(5) and sequence = 2',
		'select tests.link_again()'], '5 projection-differs [status, version], 8 projection-differs [status, version], 2 events-differ'),
	('an anchor was altered', array['update app.audit_anchors set events = events - 1 where number = 2'], '1 anchor-broken, 1 events-differ'),
	('an anchor is missing', array['delete from app.audit_anchors where number = 2'], '2 anchor-missing'),
	('the first anchor is missing', array['delete from app.audit_anchors where number = 1'], '1 anchor-missing')
) as list (about, deeds, findings);

-- Who may -------------------------------------------------------------------------------------------------

select throws_ok(attempt, 'PT403', 'record-immutable', 'not even the owner: ' || attempt) from (values
	('update app.audit_anchors set events = 0'), ('delete from app.audit_anchors'), ('truncate app.audit_anchors'),
	('update public.dossiers set payload = ''{}''')
) as list (attempt);
select lives_ok('update public.dossiers set payload = payload', 'the same payload is no change');
insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, changes, hash)
values (tests.id(8), 2, gen_random_uuid(), 'note', 1, 'x', '{"subject": "x"}', repeat('0', 64));
select is(app.audit_dossiers(null, 100) -> 'faults', '[]', 'nobody chooses a hash or what was changed');

create function tests.refused(account text) returns text language plpgsql as $$
declare
	attempt text;
	allowed text := '';
begin
	foreach attempt in array array['select app.audit_dossiers(null, 1)', 'select app.audit_days(null, 1)', 'select app.rebuild_dossier(gen_random_uuid())',
		'select app.sum_events(0, 1)', 'select app.event_hash(null, null)', 'select app.anchor_hash(null, null)', 'select app.dossier_image(null)',
		'select app.resting_values()', 'select app.anchor_events()', 'select * from app.audit_anchors', 'insert into app.audit_anchors default values',
		'update app.audit_anchors set events = 0', 'update public.dossier_events set hash = ''''', 'update public.dossier_events set changes = ''{}''']
	loop
		begin
			if account = 'worker' then
				set local role service_role;
			else
				perform tests.as_actor(account);
			end if;
			execute attempt;
			allowed := allowed || attempt || ';';
		exception when insufficient_privilege then
			null;
		end;
	end loop;
	perform tests.sign_out();
	return allowed;
end
$$;
select is(tests.refused(account), '', account || ' reads and writes none of it') from unnest(array['anon', 'nobody', 'desk']) as account;
select is(tests.refused('worker'), 'select app.anchor_events();', 'the worker only writes the anchor of a day');

select * from finish();
rollback;
