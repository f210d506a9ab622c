-- What the officer's other half of the day stands on: every permitted move, rounds of asking for papers, the set of
-- forms in force, and slips that may carry a number drawn earlier.

alter table app.transitions add column when_received boolean;
comment on column app.transitions.when_received is
	'Only when the dossier has (true) or has not (false) been received; null = either. Before receipt no clock runs (domain §2.4).';

-- ND61 Đ5.1.e: the agency never asks people directly. An officer's request goes out as the one-stop's own slip, through
-- this system and under the one-stop's name, so a second person who only presses "send" would add a wait and no check.
insert into app.transitions (action, from_status, to_status, role, when_received) values
	('receive', 5, 2, 'receiver', false),
	('refuse', 1, 3, 'receiver', null),
	('refuse', 5, 3, 'receiver', false),
	('reply', 5, 5, 'officer', null),
	('reply', 5, 5, 'receiver', null),
	('resume', 5, 4, 'officer', true),
	('resume', 5, 4, 'receiver', true),
	('settle', 2, 10, 'receiver', null),
	('stop', 7, 8, 'receiver', null),
	('supplement', 1, 5, 'receiver', null),
	('supplement', 4, 5, 'officer', null),
	('supplement', 4, 5, 'receiver', null),
	('supplement-again', 1, 5, 'leader', null),
	('supplement-again', 4, 5, 'leader', null),
	('supplement-again', 5, 5, 'leader', null),
	('withdraw', 1, 7, 'receiver', null),
	('withdraw', 2, 7, 'receiver', null),
	('withdraw', 4, 7, 'receiver', null),
	('withdraw', 5, 7, 'receiver', null),
	('answer', 5, 5, 'applicant', null),
	('withdraw', 2, 7, 'applicant', null),
	('withdraw', 4, 7, 'applicant', null),
	('withdraw', 5, 7, 'applicant', null);
comment on table app.transitions is
	'Who may do what in which status (domain §2.2). The one place; TypeScript holds a generated copy. Role applicant = by the phone that filed. A second request for papers is an action of its own, the leader''s (domain §9.4).';

alter table public.dossiers
	add column supplement_rounds int not null default 0,
	add column supplement_until date,
	add column answered_at timestamptz;
comment on column public.dossiers.supplement_rounds is 'How often papers were asked for; from the second time on the dossier counts as late (CT766, domain §2.7).';
comment on column public.dossiers.supplement_until is 'The last date to answer the open round; null when none is open.';
comment on column public.dossiers.answered_at is 'When the phone last answered, or asked to withdraw, and no desk has done anything since.';

create table public.supplements (
	id uuid primary key default gen_random_uuid(),
	dossier_id uuid not null references public.dossiers (id),
	round int not null,
	slip_id uuid not null references public.slips (id),
	requested_at timestamptz not null default now(),
	requested_name text not null,
	until date not null,
	note text,
	lines jsonb not null,
	counts_late boolean not null,
	again_reason text,
	after_receipt boolean not null,
	closed_at timestamptz,
	completed_at timestamptz,
	outcome text check (outcome in ('accepted', 'again', 'refused', 'withdrawn')),
	unique (dossier_id, round)
);
comment on table public.supplements is 'Rounds of asking for papers (Mẫu số 02), a projection of dossier_events; at most one is open per dossier.';
comment on column public.supplements.completed_at is 'When everything had come: the phone''s last answer, or the moment at the desk. From here the clock runs anew or on.';
create unique index supplements_open on public.supplements (dossier_id) where closed_at is null;
alter table public.supplements enable row level security;
grant select on public.supplements to authenticated, service_role;
create policy "Whoever reads a dossier reads what was asked for" on public.supplements
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));

create or replace function app.begin_action(request jsonb, wanted_action text, out context app.action_context, out dossier public.dossiers)
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
		and (when_received is null or when_received = (dossier.received_at is not null))
	limit 1;
	if not found then
		perform app.fail('PT409', 'status-changed');
	end if;
	if expected is distinct from to_jsonb(dossier.version) then
		perform app.fail('PT409', 'version-stale');
	end if;
end
$$;

create or replace function app.record_action(context app.action_context, dossier public.dossiers, action text, answer jsonb, details jsonb)
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
	-- The desk has looked: whatever the phone sent before is no news any more.
	update public.dossiers
	set status = context.to_status, version = dossiers.version + 1, answered_at = null
	where id = dossier.id;
	return answer;
end
$$;

-- Which set of forms --------------------------------------------------------------------------------------

create table app.form_sets (
	name text primary key,
	valid_from date not null unique,
	source text not null
);
comment on table app.form_sets is 'The circulars that lay down the slips (domain §3.1); a slip names the set in force on the date of receipt.';
alter table app.form_sets enable row level security;
insert into app.form_sets (name, valid_from, source) values
	('TT 01/2018/TT-VPCP', '2018-11-23', 'Ngày của thông tư; trước ngày này không có mẫu nào khác ở đây'),
	('TT 03/2025/TT-VPCP', '2025-09-15', 'Ngày của thông tư; ngày có hiệu lực chưa kiểm chứng');

create function app.form_set_on(day date) returns text
language sql
stable
security definer
set search_path = ''
as $$
	select name from app.form_sets order by valid_from <= day desc, abs(valid_from - day) limit 1
$$;
comment on function app.form_set_on(date) is 'The form set in force on this date; before the first one, the first.';
revoke all on function app.form_set_on(date) from public, anon, authenticated;

-- Slips ---------------------------------------------------------------------------------------------------

drop function app.issue_slip(public.dossiers, text, uuid, jsonb);

create function app.draw_slip_number(of_agency uuid, form text) returns text
language sql
set search_path = ''
as $$
	select app.pad_number(app.draw_number(of_agency, 'slip-' || form, year), 5) || '/' || year
	from (select left(app.local_time(now()), 4) as year) as today
$$;
comment on function app.draw_slip_number(uuid, text) is 'The next number of a form in this year, e.g. 00012/2026; never given twice.';
revoke all on function app.draw_slip_number(uuid, text) from public, anon, authenticated;

create function app.issue_slip(dossier public.dossiers, form text, staff_id uuid, snapshot jsonb, number text)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	slip_id uuid;
begin
	insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
	values (dossier.id, dossier.agency_id, form, issue_slip.number, staff_id, snapshot || jsonb_build_object('number', issue_slip.number))
	returning id into slip_id;
	-- So that the second visit, with nothing but the paper in hand, is found.
	update public.dossiers set search_text = search_text || ' ' || issue_slip.number where id = dossier.id;
	return slip_id;
end
$$;
comment on function app.issue_slip(public.dossiers, text, uuid, jsonb, text) is 'Stores a slip under this number, by which its dossier is found from then on; gives its id.';
revoke all on function app.issue_slip(public.dossiers, text, uuid, jsonb, text) from public, anon, authenticated;

create function app.slip_head(dossier public.dossiers, form text, lookup_code text, issued timestamptz) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'form', form,
		'formSet', app.form_set_on(app.local_time(coalesce(dossier.received_at, issued))::date),
		'code', dossier.code,
		'reference', dossier.reference,
		'lookupCode', lookup_code,
		'lookupUrl', agency.lookup_url,
		'issuedAt', app.local_time(issued),
		'agency', jsonb_build_object('name', agency.name, 'parentName', coalesce(parent.name, ''), 'place', agency.place, 'address', agency.address, 'phone', agency.phone),
		'applicant', jsonb_build_object(
			'fullName', dossier.applicant ->> 'fullName', 'address', coalesce(dossier.applicant ->> 'address', ''),
			'phone', coalesce(dossier.applicant ->> 'phone', ''), 'email', coalesce(dossier.applicant ->> 'email', ''),
			'citizenId', coalesce(dossier.applicant ->> 'citizenId', '')),
		'procedure', jsonb_build_object('code', dossier.procedure_code, 'title', version.content ->> 'title'),
		'subject', dossier.subject,
		'subjectAddress', coalesce(btrim(dossier.payload ->> 'subjectAddress'), dossier.applicant ->> 'address', '')
	)
	from public.agencies as agency
	left join public.agencies as parent on parent.id = agency.parent_id
	join public.procedure_versions as version on version.id = dossier.version_id
	where agency.id = dossier.agency_id
$$;
comment on function app.slip_head(public.dossiers, text, text, timestamptz) is
	'What every slip says first (domain §3.2): form set, codes, agency, applicant, procedure, subject.';
revoke all on function app.slip_head(public.dossiers, text, text, timestamptz) from public, anon, authenticated;

create function app.slip_officer(of_staff uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('name', staff.full_name, 'phone', coalesce(nullif(staff.phone, ''), agency.phone))
	from public.staff join public.agencies as agency on agency.id = staff.agency_id
	where staff.id = of_staff
$$;
comment on function app.slip_officer(uuid) is 'Whom to ring about a slip: name and phone of the staff member, else the office''s phone.';
revoke all on function app.slip_officer(uuid) from public, anon, authenticated;

create function app.new_lookup_code(of_dossier uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
	code constant text := app.code_from_hash(app.random_digest(), 8);
begin
	insert into app.lookup_codes (dossier_id, code_hash) values (of_dossier, app.hash_text(code));
	return code;
end
$$;
comment on function app.new_lookup_code(uuid) is 'A lookup code for a slip of this dossier; only its hash is kept outside the slip.';
revoke all on function app.new_lookup_code(uuid) from public, anon, authenticated;

create function app.i_may_read(wanted_dossier uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from public.dossiers as dossier
		where dossier.id = wanted_dossier and dossier.agency_id = app.my_agency_id()
			and (
				app.i_read_the_agency()
				or (dossier.department_id = app.my_department_id() and app.i_work_in_a_department())
			)
			and dossier.applicant_key is distinct from coalesce(app.my_citizen_key(), '-')
	)
$$;
comment on function app.i_may_read(uuid) is 'True for the dossiers that the policies on public.dossiers show to the caller (design §8); for functions that run past them.';
revoke all on function app.i_may_read(uuid) from public, anon, authenticated;
