-- What staff do with a dossier: one function per action, each checks role, reach, state and expected_version,
-- writes one event and moves the projection in the same transaction.

create type app.action_context as (
	action_id uuid,
	staff_id uuid,
	staff_name text,
	to_status smallint,
	replayed jsonb
);
comment on type app.action_context is 'Who acts, where the dossier goes; `replayed` = the answer given when this action_id ran before.';

create function app.begin_action(request jsonb, wanted_action text, out context app.action_context, out dossier public.dossiers)
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	earlier public.dossier_events;
	expected jsonb := request -> 'expectedVersion';
	actor_roles text[];
begin
	perform app.require_protocol(request);
	context.action_id := app.get_uuid(request, 'actionId');
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	context.staff_id := me.id;
	context.staff_name := me.full_name;
	select array_agg(role) into actor_roles from public.staff_roles where staff_id = me.id;

	-- Two desks at once: the second waits here and then sees what the first has done.
	select * into dossier from public.dossiers
	where id = app.get_uuid(request, 'dossierId') and agency_id = me.agency_id
		and (
			actor_roles && array['receiver', 'leader']
			or (department_id = me.department_id and actor_roles && array['officer', 'approver'])
		)
	for update;
	if not found then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	if dossier.applicant_key = (select citizen_id_hash from app.staff_identities where staff_id = me.id) then
		perform app.fail('PT403', 'own-dossier');
	end if;

	select * into earlier from public.dossier_events where action_id = context.action_id;
	if found then
		if earlier.dossier_id <> dossier.id or earlier.action <> wanted_action or earlier.actor_staff_id is distinct from me.id then
			perform app.fail('PT409', 'action-id-used');
		end if;
		context.replayed := earlier.data -> 'answer';
		return;
	end if;

	-- A receiver sees the whole agency, but works as officer or approver in the own department only.
	if dossier.department_id is distinct from me.department_id then
		actor_roles := array(select unnest(actor_roles) except select unnest(array['officer', 'approver']));
	end if;
	if not exists (select 1 from app.transitions where action = wanted_action and role = any (actor_roles)) then
		perform app.fail('PT403', 'role-missing');
	end if;
	select to_status into context.to_status from app.transitions
	where action = wanted_action and from_status = dossier.status and role = any (actor_roles)
	limit 1;
	if not found then
		perform app.fail('PT409', 'status-changed');
	end if;
	if expected is distinct from to_jsonb(dossier.version) then
		perform app.fail('PT409', 'version-stale');
	end if;
end
$$;
comment on function app.begin_action(jsonb, text) is
	'Checks one staff action and locks its dossier. PT403 not-staff, role-missing, own-dossier; PT404 dossier-unknown; PT409 status-changed, version-stale, action-id-used.';
revoke all on function app.begin_action(jsonb, text) from public;

create function app.record_action(context app.action_context, dossier public.dossiers, action text, answer jsonb, details jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
	insert into public.dossier_events
		(dossier_id, sequence, action_id, action, from_status, to_status, actor_staff_id, actor_name, data)
	select dossier.id, max(event.sequence) + 1, context.action_id, record_action.action, dossier.status,
		context.to_status, context.staff_id, context.staff_name,
		jsonb_strip_nulls(details) || jsonb_build_object('answer', answer)
	from public.dossier_events as event where event.dossier_id = dossier.id
	on conflict (action_id) do nothing;
	if not found then
		-- Another dossier's action took the same id at the same moment.
		perform app.fail('PT409', 'action-id-used');
	end if;
	update public.dossiers set status = context.to_status, version = dossiers.version + 1 where id = dossier.id;
	return answer;
end
$$;
comment on function app.record_action(app.action_context, public.dossiers, text, jsonb, jsonb) is
	'Appends the event and moves status and version; gives the answer back, which the event keeps for replays.';
revoke all on function app.record_action(app.action_context, public.dossiers, text, jsonb, jsonb) from public;

create function app.limit_of(dossier public.dossiers) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select nullif(channel -> 'limit', 'null'::jsonb)
	from public.procedure_versions as version, jsonb_array_elements(version.content -> 'channels') as channel
	where version.id = dossier.version_id
		and channel ->> 'kind' = case dossier.channel when 1 then 'in-person' when 2 then 'online' else 'post' end
	limit 1
$$;
comment on function app.limit_of(public.dossiers) is 'The time limit of the dossier''s procedure version for its channel, or null when the source states none.';
revoke all on function app.limit_of(public.dossiers) from public;

create function app.due_for(dossier public.dossiers, received timestamptz) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select case when app.limit_of(dossier) is null then jsonb_build_object('error', 'limit-unknown') else
		app.compute_clock(
			jsonb_build_object(
				'received', app.local_time(received),
				'limit', app.limit_of(dossier),
				'policy', (
					select version.content #>> '{clock,supplement}' from public.procedure_versions as version
					where version.id = dossier.version_id
				)
			),
			app.working_calendar()
		)
	end
$$;
comment on function app.due_for(public.dossiers, timestamptz) is 'The clock''s answer if this dossier were received at that moment: dueDate (and due), or error.';
revoke all on function app.due_for(public.dossiers, timestamptz) from public;

create function public.preview_receipt(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	dossier public.dossiers;
	due jsonb;
begin
	perform app.require_protocol(request);
	select * into dossier from public.dossiers
	where id = app.get_uuid(request, 'dossierId') and agency_id = app.my_agency_id() and app.i_read_the_agency()
		and applicant_key is distinct from coalesce(app.my_citizen_key(), '-');
	if not found then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	due := app.due_for(dossier, now());
	return jsonb_build_object(
		'limit', app.limit_of(dossier),
		'dueDate', due ->> 'dueDate',
		'due', due ->> 'due',
		'error', due ->> 'error',
		'undecided', (
			select coalesce(jsonb_agg(jsonb_build_object('from', from_day, 'to', to_day, 'note', note) order by from_day), '[]')
			from public.calendar_gaps
			where to_day >= app.local_time(now())::date and from_day <= (due ->> 'dueDate')::date
		)
	);
end
$$;
comment on function public.preview_receipt(jsonb) is
	'{protocol, dossierId} → {limit, dueDate, due, error, undecided}: what the slip would promise if received now.';
revoke all on function public.preview_receipt(jsonb) from public, anon, authenticated;
grant execute on function public.preview_receipt(jsonb) to authenticated;

-- Slips -------------------------------------------------------------------------------------------------

create function app.issue_slip(dossier public.dossiers, form text, staff_id uuid, snapshot jsonb) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	year text := left(app.local_time(now()), 4);
	number text;
	slip_id uuid;
begin
	number := app.pad_number(app.draw_number(dossier.agency_id, 'slip-' || form, year), 5) || '/' || year;
	insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
	values (dossier.id, dossier.agency_id, form, number, staff_id, snapshot || jsonb_build_object('number', number))
	returning id into slip_id;
	return slip_id;
end
$$;
comment on function app.issue_slip(public.dossiers, text, uuid, jsonb) is 'Stores a slip with the next number of its form and year; gives its id.';
revoke all on function app.issue_slip(public.dossiers, text, uuid, jsonb) from public;

create function app.get_received_papers(request jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	papers constant jsonb := coalesce(request -> 'papers', '[]');
begin
	if jsonb_typeof(papers) <> 'array' or jsonb_array_length(papers) > 80 or exists (
		select 1
		from jsonb_array_elements(papers) as paper, unnest(array['originals', 'certified', 'copies']) as kind
		where jsonb_typeof(paper) <> 'object'
			or coalesce(length(app.find_text(paper, 'name', 300)), 0) < 2
			or jsonb_typeof(paper -> kind) is distinct from 'number'
			or paper ->> kind !~ '^[0-9]{1,3}$'
	) then
		perform app.fail('PT400', 'papers-malformed');
	end if;
	-- A slip never changes again: only the four known fields get onto it.
	return coalesce((
		select jsonb_agg(jsonb_build_object(
			'name', app.find_text(paper, 'name', 300), 'originals', paper -> 'originals',
			'certified', paper -> 'certified', 'copies', paper -> 'copies') order by position)
		from jsonb_array_elements(papers) with ordinality as list (paper, position)
	), '[]');
end
$$;
comment on function app.get_received_papers(jsonb) is
	'The papers the desk took, as the request tells them: [{name, originals, certified, copies}] ≤ 80; PT400 papers-malformed.';
revoke all on function app.get_received_papers(jsonb) from public;

create function app.get_due(dossier public.dossiers, request jsonb, received timestamptz) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	due jsonb := app.due_for(dossier, received);
	entered text := app.find_text(request, 'dueDate', 10);
	basis text := app.find_text(request, 'dueBasis', 300);
begin
	if due ->> 'error' is null then
		return due;
	end if;
	if due ->> 'error' <> 'limit-unknown' then
		perform app.fail('PT409', case when due ->> 'error' = 'calendar-missing' then 'calendar-missing' else 'limit-unusable' end);
	end if;
	-- No verified limit: the officer names the date and the law it rests on, and the slip says so (design §4).
	if entered is null or basis is null or entered !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then
		perform app.fail('PT400', 'due-date-needed');
	end if;
	begin
		if entered::date < app.local_time(received)::date or entered::date > app.local_time(received)::date + 366 then
			perform app.fail('PT400', 'due-date-out-of-range');
		end if;
	exception when datetime_field_overflow or invalid_datetime_format then
		perform app.fail('PT400', 'due-date-needed');
	end;
	return jsonb_build_object('dueDate', entered, 'basis', basis);
end
$$;
comment on function app.get_due(public.dossiers, jsonb, timestamptz) is
	'{dueDate, due?, basis?} of a receipt: from the clock, or entered with its legal basis when no limit is verified. PT400, PT409 calendar-missing or limit-unusable.';
revoke all on function app.get_due(public.dossiers, jsonb, timestamptz) from public;

create function app.receipt_snapshot(dossier public.dossiers, papers jsonb, due jsonb, lookup_code text, context app.action_context)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'form', '01',
		'formSet', 'TT 03/2025/TT-VPCP',
		'code', dossier.code,
		'lookupCode', lookup_code,
		'lookupUrl', agency.lookup_url,
		'issuedAt', app.local_time(dossier.received_at),
		'agency', jsonb_build_object('name', agency.name, 'parentName', coalesce(parent.name, ''), 'place', agency.place, 'address', agency.address, 'phone', agency.phone),
		'applicant', jsonb_build_object(
			'fullName', dossier.applicant ->> 'fullName', 'address', dossier.applicant ->> 'address',
			'phone', dossier.applicant ->> 'phone', 'email', coalesce(dossier.applicant ->> 'email', ''),
			'citizenId', dossier.applicant ->> 'citizenId'),
		'channel', dossier.channel,
		'procedure', jsonb_build_object('code', dossier.procedure_code, 'title', version.content ->> 'title'),
		'subject', dossier.subject,
		'subjectAddress', coalesce(btrim(dossier.payload ->> 'subjectAddress'), dossier.applicant ->> 'address'),
		'papers', papers,
		'sets', 1,
		'limit', app.limit_of(dossier),
		'receivedAt', app.local_time(dossier.received_at),
		'dueDate', due ->> 'dueDate',
		'due', due ->> 'due',
		'dueBasis', due ->> 'basis',
		'collectAt', agency.name,
		'receiver', context.staff_name
	)
	from public.agencies as agency
	left join public.agencies as parent on parent.id = agency.parent_id
	join public.procedure_versions as version on version.id = dossier.version_id
	where agency.id = dossier.agency_id
$$;
comment on function app.receipt_snapshot(public.dossiers, jsonb, jsonb, text, app.action_context) is
	'Mẫu số 01 as data (domain §3.2): everything the printed receipt and appointment slip says.';
revoke all on function app.receipt_snapshot(public.dossiers, jsonb, jsonb, text, app.action_context) from public;

-- Actions -----------------------------------------------------------------------------------------------

create function public.receive_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	papers jsonb;
	department uuid := app.find_uuid(request, 'departmentId');
	due jsonb;
	slip_id uuid;
	lookup_code text := app.code_from_hash(app.random_digest(), 8);
begin
	select * into acted from app.begin_action(request, 'receive');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	papers := app.get_received_papers(request);
	if not exists (select 1 from public.departments where id = department and agency_id = dossier.agency_id) then
		perform app.fail('PT400', 'department-unknown');
	end if;
	dossier.received_at := now();
	due := app.get_due(dossier, request, dossier.received_at);
	dossier.code := app.next_dossier_code(dossier.agency_id, app.local_time(dossier.received_at)::date);

	update public.dossiers set
		code = dossier.code,
		department_id = department,
		received_at = dossier.received_at,
		due_date = (due ->> 'dueDate')::date,
		due_at = (due ->> 'due')::timestamp at time zone 'Asia/Ho_Chi_Minh',
		first_due_date = (due ->> 'dueDate')::date,
		due_basis = due ->> 'basis',
		search_text = dossiers.search_text || ' ' || app.fold(dossier.code),
		sort_at = ((due ->> 'dueDate')::date + time '23:59:59') at time zone 'Asia/Ho_Chi_Minh'
	where id = dossier.id;
	insert into app.lookup_codes (dossier_id, code_hash) values (dossier.id, app.hash_text(lookup_code));
	slip_id := app.issue_slip(dossier, '01', context.staff_id,
		app.receipt_snapshot(dossier, papers, due, lookup_code, context));
	return app.record_action(context, dossier, 'receive',
		jsonb_build_object('code', dossier.code, 'dueDate', due ->> 'dueDate', 'due', due ->> 'due', 'slipId', slip_id),
		jsonb_build_object('departmentId', department, 'papers', papers));
end
$$;
comment on function public.receive_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, papers, departmentId, dueDate?, dueBasis?} → {code, dueDate, due, slipId}: 1 → 2, with Mẫu số 01.';
revoke all on function public.receive_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.receive_dossier(jsonb) to authenticated;

create function public.start_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
begin
	select * into acted from app.begin_action(request, 'start');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	return app.record_action(context, dossier, 'start', jsonb_build_object('status', context.to_status), '{}');
end
$$;
comment on function public.start_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion} → {status}: 2 → 4, the department takes the dossier on.';
revoke all on function public.start_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.start_dossier(jsonb) to authenticated;

create function public.finish_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	result_number text;
begin
	select * into acted from app.begin_action(request, 'finish');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	result_number := app.find_text(request, 'resultNumber', 60);
	update public.dossiers set finished_at = now(), sort_at = now() where id = dossier.id;
	return app.record_action(context, dossier, 'finish',
		jsonb_build_object('status', context.to_status), jsonb_build_object('resultNumber', result_number));
end
$$;
comment on function public.finish_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, resultNumber?} → {status}: 4 → 9, the result is signed.';
revoke all on function public.finish_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.finish_dossier(jsonb) to authenticated;

create function public.return_result(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	recipient text;
	as_proxy boolean := coalesce(request -> 'proxy', 'false') = 'true'::jsonb;
begin
	select * into acted from app.begin_action(request, 'return');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	recipient := app.find_text(request, 'recipientName', 120);
	if coalesce(length(recipient), 0) < 2 then
		perform app.fail('PT400', 'recipient-name');
	end if;
	update public.dossiers set returned_at = now() where id = dossier.id;
	return app.record_action(context, dossier, 'return',
		jsonb_build_object('status', context.to_status),
		jsonb_build_object('recipientName', recipient, 'proxy', as_proxy));
end
$$;
comment on function public.return_result(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, recipientName, proxy?} → {status}: 9 → 10; late or not, a result is always handed out.';
revoke all on function public.return_result(jsonb) from public, anon, authenticated;
grant execute on function public.return_result(jsonb) to authenticated;
