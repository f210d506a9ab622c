-- The date a receipt promises, and the slip that says it (Mẫu số 01).

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
	day date;
	known app.calendar_index;
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
		day := entered::date;
	exception when datetime_field_overflow or invalid_datetime_format then
		perform app.fail('PT400', 'due-date-needed');
	end;
	if day < app.local_time(received)::date or day > app.local_time(received)::date + 366 then
		perform app.fail('PT400', 'due-date-out-of-range');
	end if;
	-- Nobody is told to come on a day the office is closed.
	known := app.index_calendar(app.working_calendar());
	if not app.is_known_span(day, day, known) then
		perform app.fail('PT409', 'calendar-missing');
	end if;
	if not app.is_working_day(day, known) then
		perform app.fail('PT400', 'due-date-day-off');
	end if;
	return jsonb_build_object('dueDate', entered, 'basis', basis);
end
$$;
comment on function app.get_due(public.dossiers, jsonb, timestamptz) is
	'{dueDate, due?, basis?} of a receipt: from the clock, or entered with its legal basis when no limit is verified. PT400 due-date-needed, -out-of-range or -day-off; PT409 calendar-missing or limit-unusable.';
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
