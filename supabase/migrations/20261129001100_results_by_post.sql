-- The result by public post (ND61 Đ16, Đ22): where the citizen wants it, and the parcel that carried it.

alter function app.check_payload(jsonb) rename to check_filed;
comment on function app.check_filed(jsonb) is
	'The part of app.check_payload every payload has: {procedureCode, contentHash, agencyCode?, answers, form, applicant, subject, subjectAddress?, papers: [{requirementId, state, reason?, files?}]}; PT400 keys name the part. A reason goes with cannot-get only.';

create function app.check_payload(payload jsonb) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	perform app.check_filed(payload);
	-- Older phones know neither: absent = fetched at the office, and nothing consented to.
	if payload ? 'postTo' and coalesce(length(app.find_text(payload, 'postTo', 300)), 0) < 3 then
		perform app.fail('PT400', 'post-address');
	end if;
	if payload ? 'consents' and (
		jsonb_typeof(payload -> 'consents') <> 'object' or jsonb_typeof(payload #> '{consents,zalo}') <> 'boolean'
	) then
		perform app.fail('PT400', 'payload-malformed');
	end if;
end
$$;
comment on function app.check_payload(jsonb) is
	'Checks the frozen payload: app.check_filed, and postTo? (the address the result is to be posted to), consents? {zalo?: boolean}; PT400 post-address, payload-malformed.';
revoke all on function app.check_payload(jsonb) from public, anon, authenticated;

create function app.post_to(dossier public.dossiers) returns text
language sql
immutable
set search_path = ''
as $$ select app.find_text(dossier.payload, 'postTo', 300) $$;
comment on function app.post_to(public.dossiers) is 'The address the citizen asked the result to be posted to; null = it is fetched at the office.';
revoke all on function app.post_to(public.dossiers) from public, anon, authenticated;

create or replace function app.receipt_snapshot(dossier public.dossiers, papers jsonb, due jsonb, lookup_code text, context app.action_context)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select app.slip_head(dossier, '01', lookup_code, dossier.received_at) || jsonb_build_object(
		'channel', dossier.channel,
		'papers', papers,
		'sets', 1,
		'limit', app.limit_of(dossier),
		'receivedAt', app.local_time(dossier.received_at),
		'dueDate', due ->> 'dueDate',
		'due', due ->> 'due',
		'dueBasis', due ->> 'basis',
		'collectAt', agency.name,
		'receiver', context.staff_name,
		'blank', due ? 'blank'
	) || case when app.post_to(dossier) is null then '{}' else jsonb_build_object('postTo', app.post_to(dossier)) end
	from public.agencies as agency
	where agency.id = dossier.agency_id
$$;
comment on function app.receipt_snapshot(public.dossiers, jsonb, jsonb, text, app.action_context) is
	'Mẫu số 01 as data (domain §3.2): everything the printed receipt and appointment slip says; `blank` = typed in later from a numbered blank, `postTo` = the result goes to this address by post.';

create or replace function public.desk_setup(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	home uuid := app.my_agency_id();
begin
	perform app.require_protocol(request);
	if home is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	return (
		select jsonb_build_object(
			'agency', jsonb_build_object('name', agency.name, 'parentName', coalesce(parent.name, ''), 'place', agency.place,
				'address', agency.address, 'phone', agency.phone, 'lookupUrl', agency.lookup_url),
			'formSet', app.form_set_on(app.local_time(now())::date),
			'departments', (
				select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'fields', to_jsonb(field_codes)) order by name), '[]')
				from public.departments where agency_id = home
			),
			'signers', (
				select coalesce(jsonb_agg(jsonb_build_object('id', staff.id, 'fullName', staff.full_name, 'title', staff.title) order by staff.full_name), '[]')
				from public.staff join public.staff_roles on staff_roles.staff_id = staff.id and staff_roles.role = 'approver'
				where staff.agency_id = home and staff.active
			),
			'zalo', (select is_on from app.notice_channels where channel = 'zalo')
		)
		from public.agencies as agency left join public.agencies as parent on parent.id = agency.parent_id
		where agency.id = home
	);
end
$$;
comment on function public.desk_setup(jsonb) is
	'{protocol} → {agency, formSet, departments: [{id, name, fields}], signers: [{id, fullName, title}], zalo: messages by Zalo can be sent}: what the counter needs before there is a dossier. PT403 not-staff.';

create function app.get_parcel(request jsonb, asked_address text) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	given constant jsonb := nullif(request -> 'post', 'null');
	number constant text := app.find_text(given, 'number', 40);
	address constant text := coalesce(app.find_text(given, 'address', 300), asked_address);
begin
	if given is null then
		return null;
	end if;
	-- It is read out to the post office and sent in messages: letters and digits, nothing made up here.
	if coalesce(number, '') !~ '^[A-Za-z0-9][A-Za-z0-9 .-]{2,38}[A-Za-z0-9]$' then
		perform app.fail('PT400', 'post-number');
	end if;
	if coalesce(length(address), 0) < 3 then
		perform app.fail('PT400', 'post-address');
	end if;
	return jsonb_build_object('number', number, 'carrier', coalesce(app.find_text(given, 'carrier', 80), 'Bưu điện Việt Nam'), 'address', address);
end
$$;
comment on function app.get_parcel(jsonb, text) is
	'The parcel of a request {post: {number, carrier?, address?}} as {number, carrier, address}; null when nothing is posted. The address asked for when none is given. PT400 post-number, post-address.';
revoke all on function app.get_parcel(jsonb, text) from public, anon, authenticated;

create or replace function public.return_result(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	parcel jsonb;
	recipient jsonb;
	originals jsonb;
begin
	select * into acted from app.begin_action(request, 'return');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	parcel := app.get_parcel(request, app.post_to(dossier));
	-- A parcel is addressed to somebody; nobody stands at the desk for anybody.
	recipient := app.get_recipient(case when parcel is null then request
		else jsonb_build_object('recipientName', dossier.applicant ->> 'fullName') || (request - 'proxy' - 'proxyPaper') end);
	originals := app.get_names(request, 'originals');
	update public.dossiers set returned_at = now() where id = dossier.id;
	return app.record_action(context, dossier, 'return',
		jsonb_build_object('status', context.to_status), recipient || jsonb_build_object('post', parcel, 'originals', originals));
end
$$;
comment on function public.return_result(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, recipientName, proxy?, proxyPaper?, post?: {number, carrier?, address?}, originals?: [name]} → {status}: 9 → 10; late or not, a result is always handed out, over the desk or to the post with the number of the parcel (ND61 Đ22). Originals that were kept are noted as given back (ND61 Đ20.2). PT400 recipient-name, post-number, post-address.';

create function app.post_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select case
		when handed.data is null and dossier.status not in (3, 8) and app.post_to(dossier) is not null
			then jsonb_build_object('address', app.post_to(dossier))
		when handed.data ? 'post' then handed.data -> 'post' || jsonb_build_object('at', handed.at, 'originals', coalesce(handed.data -> 'originals', '[]'))
	end
	from public.dossiers as dossier
	left join lateral (
		select event.data, event.at from public.dossier_events as event
		where event.dossier_id = dossier.id and dossier.status = 10 and event.action in ('return', 'settle') order by event.sequence limit 1
	) as handed on true
	where dossier.id = of_dossier
$$;
comment on function app.post_of(uuid) is
	'What the phone is told of the post: {address} while the result is to be posted, {address, number, carrier, at, originals} once it was; null = it is or was fetched.';
revoke all on function app.post_of(uuid) from public, anon, authenticated;
