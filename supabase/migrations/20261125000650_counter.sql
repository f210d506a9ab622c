-- People who walk in: filing at the counter, who was here before, and matters that are done on the spot.

create index dossiers_by_applicant on public.dossiers (agency_id, applicant_key, submitted_at);
create index dossiers_by_phone on public.dossiers (agency_id, (applicant ->> 'phone'), submitted_at);

create function public.desk_setup(request jsonb) returns jsonb
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
			)
		)
		from public.agencies as agency left join public.agencies as parent on parent.id = agency.parent_id
		where agency.id = home
	);
end
$$;
comment on function public.desk_setup(jsonb) is
	'{protocol} → {agency, formSet, departments: [{id, name, fields}], signers: [{id, fullName, title}]}: what the counter needs before there is a dossier. PT403 not-staff.';
revoke all on function public.desk_setup(jsonb) from public, anon, authenticated;
grant execute on function public.desk_setup(jsonb) to authenticated;

create function public.find_person(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	home constant uuid := app.my_agency_id();
	citizen_id text;
	phone text;
begin
	perform app.require_protocol(request);
	if not app.i_have_role('receiver') then
		perform app.fail('PT403', 'role-missing');
	end if;
	citizen_id := app.find_text(request, 'citizenId', 12);
	phone := app.find_text(request, 'phone', 11);
	-- Whole numbers only: nobody browses the office's people.
	if not coalesce(citizen_id ~ '^([0-9]{12}|[0-9]{9}|[A-Z][0-9]{7,8})$', phone ~ '^0[0-9]{9,10}$', false) then
		perform app.fail('PT400', 'person-query');
	end if;
	return jsonb_build_object('people', (
		with known as (
			-- Two walks of two indexes; each stops after the latest fifty.
			(
				select * from public.dossiers
				where agency_id = home and citizen_id is not null and applicant_key = app.hash_text(citizen_id)
				order by submitted_at desc limit 50
			)
			union all
			(
				select * from public.dossiers
				where agency_id = home and citizen_id is null and applicant ->> 'phone' = phone
				order by submitted_at desc limit 50
			)
		), visible as (
			select * from known where applicant_key is distinct from coalesce(app.my_citizen_key(), '-')
		), people as (
			select coalesce(applicant_key, app.fold(applicant ->> 'fullName')) as person, max(submitted_at) as latest
			from visible group by 1 order by 2 desc limit 5
		)
		select coalesce(jsonb_agg((
			select jsonb_build_object('fullName', last.applicant ->> 'fullName', 'phone', coalesce(last.applicant ->> 'phone', ''),
				'citizenId', coalesce(last.applicant ->> 'citizenId', ''), 'address', coalesce(last.applicant ->> 'address', ''),
				'email', coalesce(last.applicant ->> 'email', ''))
			from visible as last
			where coalesce(last.applicant_key, app.fold(last.applicant ->> 'fullName')) = people.person and last.submitted_at = people.latest
			limit 1
		) || jsonb_build_object('dossiers', (
			select jsonb_agg(jsonb_build_object('id', one.id, 'code', one.code, 'procedureCode', one.procedure_code,
				'procedure', procedure.short_title, 'status', one.status, 'submittedAt', one.submitted_at) order by one.submitted_at desc)
			from (
				select * from visible
				where coalesce(visible.applicant_key, app.fold(visible.applicant ->> 'fullName')) = people.person
				order by submitted_at desc limit 5
			) as one
			left join public.procedures as procedure on procedure.code = one.procedure_code
		)) order by people.latest desc), '[]')
		from people
	));
end
$$;
comment on function public.find_person(jsonb) is
	'{protocol, citizenId? | phone?} → {people: [{fullName, phone, citizenId, address, email, dossiers ≤ 5}] ≤ 5}: who was here before, by a whole number only. For receivers (PT403 role-missing); PT400 person-query.';
revoke all on function public.find_person(jsonb) from public, anon, authenticated;
grant execute on function public.find_person(jsonb) to authenticated;

create function app.check_counter_payload(payload jsonb) returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
	applicant jsonb := payload -> 'applicant';
begin
	if jsonb_typeof(applicant) is distinct from 'object' then
		perform app.fail('PT400', 'payload-malformed');
	end if;
	-- Not everybody has a phone, and some come without their card: the desk writes down how it knows them.
	perform app.check_payload(payload || jsonb_build_object('applicant',
		jsonb_build_object('phone', '0000000000', 'citizenId', '000000000') || jsonb_strip_nulls(applicant)));
end
$$;
comment on function app.check_counter_payload(jsonb) is
	'Checks a payload taken down at the counter like any other, but phone and citizen number may be absent; PT400 keys name the part.';
revoke all on function app.check_counter_payload(jsonb) from public, anon, authenticated;

create function app.refuse_id_of_dossier() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	if exists (select 1 from public.dossiers where id = new.id) then
		raise unique_violation using message = 'id-taken';
	end if;
	return new;
end
$$;
comment on function app.refuse_id_of_dossier() is
	'Trigger: the id of a dossier of the counter is no id of a new submission; open_submission says submission-differs.';
revoke all on function app.refuse_id_of_dossier() from public, anon, authenticated;
create trigger refuse_id_of_dossier before insert on app.submissions
	for each row execute function app.refuse_id_of_dossier();

create function public.file_at_desk(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	wanted_action uuid;
	new_id uuid;
	earlier public.dossier_events;
	payload jsonb;
	applicant jsonb;
	procedure public.procedures;
	version public.procedure_versions;
	channel int;
	own_key text;
	reference text := app.new_reference();
	answer_by jsonb;
begin
	perform app.require_protocol(request);
	wanted_action := app.get_uuid(request, 'actionId');
	new_id := app.get_uuid(request, 'dossierId');
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_have_role('receiver') then
		perform app.fail('PT403', 'role-missing');
	end if;
	perform app.lock_submissions(array[new_id]);
	select * into earlier from public.dossier_events where action_id = wanted_action;
	if found then
		if earlier.dossier_id <> new_id or earlier.action <> 'file' or earlier.actor_staff_id is distinct from me.id then
			perform app.fail('PT409', 'action-id-used');
		end if;
		return earlier.data -> 'answer';
	end if;
	if exists (select 1 from public.dossiers where id = new_id) or exists (select 1 from app.submissions where id = new_id) then
		perform app.fail('PT409', 'action-id-used');
	end if;

	payload := jsonb_strip_nulls(jsonb_build_object(
		'procedureCode', request -> 'procedureCode', 'contentHash', request -> 'contentHash', 'answers', request -> 'answers',
		'form', request -> 'form', 'applicant', request -> 'applicant', 'subject', request -> 'subject',
		'subjectAddress', request -> 'subjectAddress', 'papers', request -> 'papers'));
	perform app.check_counter_payload(payload);
	if jsonb_typeof(request -> 'channel') is distinct from 'number' or request ->> 'channel' not in ('1', '2', '3')
		or coalesce(request ->> 'identityCheck', '') not in ('card', 'vneid', 'known', 'none')
		or coalesce(request ->> 'source', '') not in ('typed', 'checklist', 'person-code', 'earlier')
		or app.find_uuid(request, 'visitId') is null
	then
		perform app.fail('PT400', 'payload-malformed');
	end if;
	channel := (request ->> 'channel')::int;
	select * into procedure from public.procedures where code = payload ->> 'procedureCode';
	if not found then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	if procedure.status <> 'published' then
		perform app.fail('PT410', 'procedure-withdrawn');
	end if;
	select * into version from public.procedure_versions as one
	where one.procedure_code = procedure.code and one.status = 'published'
		and (one.content_hash = payload ->> 'contentHash' or one.id = procedure.current_version_id)
	order by one.content_hash = payload ->> 'contentHash' desc limit 1;
	if channel = 2 and coalesce(version.content ->> 'onlineLevel', 'none') = 'none' then
		perform app.fail('PT400', 'not-online');
	end if;
	applicant := app.applicant_of(payload);
	select citizen_id_hash into own_key from app.staff_identities where staff_id = me.id;
	if app.hash_text(applicant ->> 'citizenId') = own_key then
		perform app.fail('PT403', 'own-dossier');
	end if;
	if channel = 2 then
		answer_by := app.compute_clock(
			jsonb_build_object('received', app.local_time(now()), 'limit', jsonb_build_object('value', 8, 'unit', 'working-hour')),
			app.working_calendar()
		);
	end if;

	insert into public.dossiers (
		id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload,
		applicant_key, search_text, sort_at, submitted_at
	)
	values (
		new_id, reference, me.agency_id, procedure.code, version.id, 1, channel, app.find_text(payload, 'subject', 120),
		applicant, payload, app.hash_text(applicant ->> 'citizenId'),
		app.fold(concat_ws(' ', applicant ->> 'fullName', payload ->> 'subject', applicant ->> 'phone', applicant ->> 'citizenId', reference)),
		now(), now()
	);
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_staff_id, actor_name, data)
	values (new_id, 1, wanted_action, 'file', 1, me.id, me.full_name,
		jsonb_strip_nulls(jsonb_build_object(
			'visitId', app.find_uuid(request, 'visitId'), 'identityCheck', request ->> 'identityCheck', 'source', request ->> 'source',
			'assisted', case when channel = 2 then true end, 'answerBy', answer_by ->> 'due',
			'answer', jsonb_build_object('reference', reference, 'version', 1)
		)));
	return jsonb_build_object('reference', reference, 'version', 1);
exception when unique_violation then
	-- Another dossier took the same action id at the same moment.
	perform app.fail('PT409', 'action-id-used');
	return null;
end
$$;
comment on function public.file_at_desk(jsonb) is
	'{protocol, actionId, dossierId, visitId, channel 1|2|3, procedureCode, contentHash, applicant, subject, subjectAddress?, answers, form, papers, identityCheck, source} → {reference, version}: a dossier in status 1 for somebody at the counter. The applicant is the citizen, also when an officer helped to file online (channel 2, once). Same actionId = same answer. PT403 not-staff, role-missing, own-dossier; PT404 procedure-unknown; PT410; PT400 not-online and as open_submission.';
revoke all on function public.file_at_desk(jsonb) from public, anon, authenticated;
grant execute on function public.file_at_desk(jsonb) to authenticated;

-- Done on the spot ----------------------------------------------------------------------------------------

create function app.compute_fee(fee jsonb, units int, times int) returns int
language plpgsql
immutable
set search_path = ''
as $$
declare
	total bigint := 0;
	price int;
begin
	if fee ->> 'kind' is distinct from 'amount' or units not between 1 and 10000 or times not between 1 and 10000 then
		return null;
	end if;
	for unit in 1 .. units loop
		select (tier ->> 'amount')::int into price
		from jsonb_array_elements(app.list_or_empty(fee -> 'tiers')) with ordinality as list (tier, position)
		where unit >= (tier ->> 'from')::int
		order by position desc limit 1;
		total := total + coalesce(price, (fee ->> 'amount')::int);
	end loop;
	total := least(total, (fee #>> '{most,amount}')::int) * times;
	return case when total <= 2000000000 then total end;
end
$$;
comment on function app.compute_fee(jsonb, int, int) is
	'What `units` cost `times` over under a fee of the catalogue, in đồng; null when it has no amount or a count is out of 1–10,000. The twin of computeFee in TypeScript (TT 226/2016/TT-BTC for certified copies).';
revoke all on function app.compute_fee(jsonb, int, int) from public, anon, authenticated;

create function app.get_fees(dossier public.dossiers, request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	asked constant jsonb := coalesce(request -> 'fees', '[]');
	line jsonb;
	fee jsonb;
	amount int;
	sum bigint := 0;
	fees jsonb := '[]';
begin
	if jsonb_typeof(asked) <> 'array' or jsonb_array_length(asked) > 20 or exists (
		select 1 from jsonb_array_elements(asked) as entry, unnest(array['units', 'times']) as kind
		where jsonb_typeof(entry) <> 'object' or jsonb_typeof(entry -> kind) is distinct from 'number' or entry ->> kind !~ '^[0-9]{1,5}$'
	) then
		perform app.fail('PT400', 'count-malformed');
	end if;
	for line in select entry from jsonb_array_elements(asked) as entry loop
		select list.one into fee
		from public.procedure_versions as version, jsonb_array_elements(app.list_or_empty(version.content -> 'fees')) as list (one)
		where version.id = dossier.version_id and list.one ->> 'label' = line ->> 'label' and list.one ->> 'kind' = 'amount'
		limit 1;
		if not found then
			perform app.fail('PT400', 'fee-unknown');
		end if;
		amount := app.compute_fee(fee, (line ->> 'units')::int, (line ->> 'times')::int);
		if amount is null then
			perform app.fail('PT400', 'count-malformed');
		end if;
		sum := sum + amount;
		fees := fees || jsonb_build_object('label', line ->> 'label', 'units', (line ->> 'units')::int, 'times', (line ->> 'times')::int, 'amount', amount);
	end loop;
	if sum > 2000000000 then
		perform app.fail('PT400', 'count-malformed');
	end if;
	return fees;
end
$$;
comment on function app.get_fees(public.dossiers, jsonb) is
	'The fees of a request [{label, units, times}] with the amounts of the dossier''s procedure version; PT400 fee-unknown, count-malformed.';
revoke all on function app.get_fees(public.dossiers, jsonb) from public, anon, authenticated;

create function public.settle_same_day(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	signer public.staff;
	recipient jsonb;
	fees jsonb;
	total int;
	exemption text;
begin
	select * into acted from app.begin_action(request, 'settle');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	if app.limit_of(dossier) ->> 'unit' is distinct from 'same-day' then
		perform app.fail('PT409', 'not-same-day');
	end if;
	select staff.* into signer from public.staff
	join public.staff_roles on staff_roles.staff_id = staff.id and staff_roles.role = 'approver'
	where staff.id = app.find_uuid(request, 'signedBy') and staff.agency_id = dossier.agency_id and staff.active;
	if not found then
		perform app.fail('PT400', 'signer-unknown');
	end if;
	-- Nobody handles their own dossier, also when the desk types in who signed it.
	if dossier.applicant_key = (select citizen_id_hash from app.staff_identities where staff_id = signer.id) then
		perform app.fail('PT400', 'signer-own-dossier');
	end if;
	recipient := app.get_recipient(request);
	fees := app.get_fees(dossier, request);
	exemption := app.find_text(request, 'exemption', 300);
	total := case when exemption is null then (select coalesce(sum((fee ->> 'amount')::int), 0) from jsonb_array_elements(fees) as fee) else 0 end;
	update public.dossiers set finished_at = now(), returned_at = now() where id = dossier.id;
	return app.record_action(context, dossier, 'settle', jsonb_build_object('fees', fees, 'total', total),
		recipient || jsonb_build_object('signedBy', signer.full_name, 'signerId', signer.id, 'resultNumber', app.find_text(request, 'resultNumber', 60),
			'fees', fees, 'total', total, 'exemption', exemption));
end
$$;
comment on function public.settle_same_day(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, signedBy, resultNumber?, recipientName, proxy?, proxyPaper?, fees: [{label, units, times}], exemption?} → {fees, total}: 2 → 10, decided and handed over in one session, for procedures with a same-day limit (ND61 Đ17.4). PT409 not-same-day; PT400 signer-unknown, signer-own-dossier, recipient-name, fee-unknown, count-malformed.';
revoke all on function public.settle_same_day(jsonb) from public, anon, authenticated;
grant execute on function public.settle_same_day(jsonb) to authenticated;
