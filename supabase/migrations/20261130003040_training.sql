-- The training log (tập huấn): what the staff were taught, by whom, who was there.

create table public.training_entries (
	id uuid primary key,
	agency_id uuid not null references public.agencies (id),
	held_on date not null,
	kind text not null check (kind in ('skill', 'attitude', 'online-help', 'law', 'other')),
	topic text not null,
	teacher text not null,
	hours numeric(4, 1) not null check (hours > 0 and hours <= 200),
	guests int not null default 0 check (guests between 0 and 10000),
	material text not null default '',
	version int not null default 1
);
comment on table public.training_entries is
	'Trainings of an agency''s staff: kỹ năng, thái độ phục vụ, hướng dẫn trực tuyến, quy định mới, other. hours per person; guests = people who are no staff here, counted only.';
create index training_of_agency on public.training_entries (agency_id, held_on);

create table public.training_participants (
	entry_id uuid not null references public.training_entries (id) on delete cascade,
	staff_id uuid not null references public.staff (id),
	primary key (entry_id, staff_id)
);
comment on table public.training_participants is 'The staff members who took part in a training.';
create index training_participants_by_staff on public.training_participants (staff_id);

alter table public.training_entries enable row level security;
alter table public.training_participants enable row level security;
grant select on public.training_entries, public.training_participants to authenticated, service_role;
create policy "Whoever reads an agency's plan reads its training log" on public.training_entries
	for select to authenticated using (app.i_read_plan_of(agency_id));
create policy "Whoever reads a training reads who took part" on public.training_participants
	for select to authenticated
	using (exists (select 1 from public.training_entries where training_entries.id = entry_id));

create function app.training_snapshot(of_entry uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select to_jsonb(entry) || jsonb_build_object('participants', (
		select coalesce(jsonb_agg(staff.full_name order by staff.full_name, staff.id), '[]')
		from public.training_participants as part join public.staff on staff.id = part.staff_id where part.entry_id = entry.id
	))
	from public.training_entries as entry where entry.id = of_entry
$$;
comment on function app.training_snapshot(uuid) is 'A training as the record keeps it, with the names of who took part; null when there is none.';
revoke all on function app.training_snapshot(uuid) from public, anon, authenticated;

create function public.save_training(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	wanted public.training_entries;
	known public.training_entries;
	people uuid[];
	before jsonb;
begin
	select * into begun from app.begin_plan_change(request, 'save-training', false);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	wanted.id := app.get_uuid(request, 'entryId');
	wanted.agency_id := (begun.me).agency_id;
	wanted.held_on := app.get_log_day(request);
	wanted.kind := app.find_text(request, 'kind', 20);
	if wanted.kind is null or wanted.kind not in ('skill', 'attitude', 'online-help', 'law', 'other') then
		perform app.fail('PT400', 'training-kind');
	end if;
	wanted.topic := app.get_plan_text(request, 'topic', 300);
	wanted.teacher := app.get_plan_text(request, 'teacher', 200);
	wanted.hours := app.find_log_number(request, 'hours', 200);
	if coalesce(wanted.hours, 0) <= 0 then
		perform app.fail('PT400', 'log-number');
	end if;
	wanted.guests := coalesce(app.find_log_number(request, 'guests', 10000), 0);
	if wanted.guests <> coalesce((nullif(request -> 'guests', 'null'))::numeric, 0) then
		perform app.fail('PT400', 'log-number');
	end if;
	wanted.material := coalesce(app.find_text(request, 'material', 500), '');
	people := app.get_ids(request, 'participants', 300);
	if exists (select 1 from unnest(people) as person where not exists (
		select 1 from public.staff where staff.id = person and staff.agency_id = wanted.agency_id
	)) then
		perform app.fail('PT400', 'training-people');
	end if;
	if cardinality(people) + wanted.guests = 0 then
		perform app.fail('PT400', 'training-empty');
	end if;
	select * into known from public.training_entries where id = wanted.id and agency_id = wanted.agency_id;
	perform app.require_plan_version(request, coalesce(known.version, 0));
	wanted.version := coalesce(known.version, 0) + 1;
	before := app.training_snapshot(known.id);
	insert into public.training_entries select (wanted).*
	on conflict (id) do update set held_on = excluded.held_on, kind = excluded.kind, topic = excluded.topic, teacher = excluded.teacher,
		hours = excluded.hours, guests = excluded.guests, material = excluded.material, version = excluded.version
	where training_entries.agency_id = excluded.agency_id;
	if not found then
		perform app.fail('PT409', 'version-stale');
	end if;
	delete from public.training_participants where entry_id = wanted.id and staff_id <> all (people);
	insert into public.training_participants (entry_id, staff_id) select wanted.id, person from unnest(people) as person on conflict do nothing;
	return app.note_plan_change(request, begun.me, 'save-training', 'training', wanted.id, extract(year from wanted.held_on)::int,
		before, app.training_snapshot(wanted.id), null, jsonb_build_object('entryId', wanted.id, 'version', wanted.version));
end
$$;
comment on function public.save_training(jsonb) is
	'{protocol, actionId, entryId, expectedVersion (0 = new), heldOn, kind skill|attitude|online-help|law|other, topic, teacher, hours (halves, up to 200), participants [staffId ≤ 300 of the own agency], guests?, material?} → {entryId, version}: somebody took part, staff or guests. By leaders and administrators. PT400 log-day, plan-day, plan-text, training-kind, training-people, training-empty, log-number, id-malformed, request-malformed; PT409 version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.save_training(jsonb) from public, anon, authenticated;
grant execute on function public.save_training(jsonb) to authenticated;

create function public.remove_training(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	known public.training_entries;
	before jsonb;
	reason text;
begin
	select * into begun from app.begin_plan_change(request, 'remove-training', false);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	select * into known from public.training_entries where id = app.get_uuid(request, 'entryId') and agency_id = (begun.me).agency_id;
	if not found then
		perform app.fail('PT404', 'log-entry-unknown');
	end if;
	perform app.require_plan_version(request, known.version);
	reason := app.get_plan_reason(request, true);
	before := app.training_snapshot(known.id);
	delete from public.training_entries where id = known.id;
	return app.note_plan_change(request, begun.me, 'remove-training', 'training', known.id, extract(year from known.held_on)::int,
		before, null, reason, jsonb_build_object('entryId', known.id));
end
$$;
comment on function public.remove_training(jsonb) is
	'{protocol, actionId, entryId, expectedVersion, reason} → {entryId}: takes out what was written down by mistake; the record keeps it. PT400 plan-reason; PT404 log-entry-unknown; PT409 version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.remove_training(jsonb) from public, anon, authenticated;
grant execute on function public.remove_training(jsonb) to authenticated;

create function public.training_log(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	office constant uuid := app.plan_office(request);
	of_year constant int := app.get_plan_year(request);
begin
	return app.plan_head(office) || jsonb_build_object(
		'year', of_year,
		'entries', (
			select coalesce(jsonb_agg(jsonb_build_object('id', entry.id, 'version', entry.version, 'heldOn', entry.held_on, 'kind', entry.kind,
				'topic', entry.topic, 'teacher', entry.teacher, 'hours', entry.hours, 'guests', entry.guests, 'material', entry.material,
				'participants', (
					select coalesce(jsonb_agg(jsonb_build_object('id', staff.id, 'name', staff.full_name) order by staff.full_name, staff.id), '[]')
					from public.training_participants as part join public.staff on staff.id = part.staff_id where part.entry_id = entry.id
				)) order by entry.held_on desc, entry.id), '[]')
			from (
				select * from public.training_entries
				where agency_id = office and held_on >= make_date(of_year, 1, 1) and held_on <= make_date(of_year, 12, 31)
				order by held_on desc, id limit 300
			) as entry
		),
		'staff', case when app.i_write_plan_of(office) then (
			select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', full_name) order by full_name, id), '[]')
			from public.staff where agency_id = office and active
		) else '[]' end);
end
$$;
comment on function public.training_log(jsonb) is
	'{protocol, year, agencyId?} → {agency, today, mayWrite, offices, year, entries ≤ 300, the latest first, each with participants [{id, name}], staff (active ones, for who writes)}. For those who read the plan. PT400 plan-year; PT403 not-staff, role-missing.';
revoke all on function public.training_log(jsonb) from public, anon, authenticated;
grant execute on function public.training_log(jsonb) to authenticated;
