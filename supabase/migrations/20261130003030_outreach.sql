-- The outreach log (tuyên truyền): when, where and how people were told of online filing and of the procedures, and how many
-- online dossiers came in the four weeks before and after. That shows what happened together, not what caused it.

create table public.outreach_entries (
	id uuid primary key,
	agency_id uuid not null references public.agencies (id),
	held_on date not null,
	place text not null,
	form text not null check (form in ('loudspeaker', 'zalo', 'village-meeting', 'leaflet', 'other')),
	topic text not null,
	field_code text references public.fields (code),
	procedure_code text references public.procedures (code),
	reach int check (reach between 0 and 1000000),
	owner_name text not null,
	note text not null default '',
	version int not null default 1
);
comment on table public.outreach_entries is
	'Outreach of an agency: loa truyền thanh, Zalo, họp thôn, tờ rơi, other. reach = people, null = unknown; field or procedure when it was about one.';
create index outreach_of_agency on public.outreach_entries (agency_id, held_on);
create index outreach_of_field on public.outreach_entries (field_code);
create index outreach_of_procedure on public.outreach_entries (procedure_code);
alter table public.outreach_entries enable row level security;
grant select on public.outreach_entries to authenticated, service_role;
create policy "Whoever reads an agency's plan reads its outreach log" on public.outreach_entries
	for select to authenticated using (app.i_read_plan_of(agency_id));

create function app.get_log_day(request jsonb) returns date
language plpgsql
stable
set search_path = ''
as $$
declare
	day date := app.find_plan_day(request, 'heldOn');
begin
	if day is null or day > app.today() then
		perform app.fail('PT400', 'log-day');
	end if;
	return day;
end
$$;
comment on function app.get_log_day(jsonb) is 'The day {heldOn} of something that was done: not after today; PT400 log-day, plan-day.';
revoke all on function app.get_log_day(jsonb) from public, anon, authenticated;

create function app.find_log_number(request jsonb, field text, most int) returns numeric
language plpgsql
immutable
set search_path = ''
as $$
declare
	value numeric;
begin
	if coalesce(request -> field, 'null') = 'null' then
		return null;
	end if;
	if jsonb_typeof(request -> field) <> 'number' then
		perform app.fail('PT400', 'log-number');
	end if;
	value := (request ->> field)::numeric;
	if value < 0 or value > most or value * 2 <> trunc(value * 2) then
		perform app.fail('PT400', 'log-number');
	end if;
	return value;
end
$$;
comment on function app.find_log_number(jsonb, text, int) is 'A number from 0 to `most`, whole or a half, or null when it is absent; PT400 log-number.';
revoke all on function app.find_log_number(jsonb, text, int) from public, anon, authenticated;

create function app.online_received(of_agency uuid, first_day date, last_day date, of_field text, of_procedure text) returns int
language sql
stable
security definer
set search_path = ''
as $$
	select count(*)::int from public.dossiers as dossier
	where dossier.agency_id = of_agency and dossier.received_at >= app.day_start(first_day) and dossier.received_at < app.day_start(last_day + 1)
		and dossier.channel = 2
		and (of_procedure is null or dossier.procedure_code = of_procedure)
		and (of_field is null or exists (
			select 1 from public.procedures as procedure where procedure.code = dossier.procedure_code and procedure.field_code = of_field
		))
$$;
comment on function app.online_received(uuid, date, date, text, text) is
	'Online dossiers (channel 2) that an agency received from the first to the last day (local dates, both counted), of a field or a procedure when one is named. Walks dossiers_register.';
revoke all on function app.online_received(uuid, date, date, text, text) from public, anon, authenticated;

create function app.outreach_effect(entry public.outreach_entries, on_day date) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'before', app.online_received(entry.agency_id, entry.held_on - 28, entry.held_on - 1, entry.field_code, entry.procedure_code),
		'after', case when on_day > entry.held_on + 28 then
			app.online_received(entry.agency_id, entry.held_on + 1, entry.held_on + 28, entry.field_code, entry.procedure_code) end,
		'until', entry.held_on + 28,
		'others', (
			select count(*) from public.outreach_entries as other
			where other.agency_id = entry.agency_id and other.id <> entry.id and other.held_on between entry.held_on - 28 and entry.held_on + 28
		))
$$;
comment on function app.outreach_effect(public.outreach_entries, date) is
	'{before, after, until, others}: online dossiers received in the 28 days before the day of the talk and in the 28 after it, that day in neither; after = null until they are over. others = further talks in those weeks, which may have moved the figure as well.';
revoke all on function app.outreach_effect(public.outreach_entries, date) from public, anon, authenticated;

create function public.save_outreach(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	wanted public.outreach_entries;
	known public.outreach_entries;
begin
	select * into begun from app.begin_plan_change(request, 'save-outreach', false);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	wanted.id := app.get_uuid(request, 'entryId');
	wanted.agency_id := (begun.me).agency_id;
	wanted.held_on := app.get_log_day(request);
	wanted.place := app.get_plan_text(request, 'place', 200);
	wanted.form := app.find_text(request, 'form', 20);
	if wanted.form is null or wanted.form not in ('loudspeaker', 'zalo', 'village-meeting', 'leaflet', 'other') then
		perform app.fail('PT400', 'outreach-form');
	end if;
	wanted.topic := app.get_plan_text(request, 'topic', 300);
	wanted.field_code := app.find_text(request, 'fieldCode', 60);
	wanted.procedure_code := app.find_text(request, 'procedureCode', 20);
	if (wanted.field_code is not null and not exists (select 1 from public.fields where code = wanted.field_code))
		or (wanted.procedure_code is not null and not exists (select 1 from public.procedures where code = wanted.procedure_code))
	then
		perform app.fail('PT400', 'outreach-subject');
	end if;
	wanted.reach := app.find_log_number(request, 'reach', 1000000);
	if wanted.reach <> (request ->> 'reach')::numeric then
		perform app.fail('PT400', 'log-number');
	end if;
	wanted.owner_name := app.get_plan_text(request, 'owner', 120);
	wanted.note := coalesce(app.find_text(request, 'note', 500), '');
	select * into known from public.outreach_entries where id = wanted.id and agency_id = wanted.agency_id;
	perform app.require_plan_version(request, coalesce(known.version, 0));
	wanted.version := coalesce(known.version, 0) + 1;
	insert into public.outreach_entries select (wanted).*
	on conflict (id) do update set held_on = excluded.held_on, place = excluded.place, form = excluded.form, topic = excluded.topic,
		field_code = excluded.field_code, procedure_code = excluded.procedure_code, reach = excluded.reach, owner_name = excluded.owner_name,
		note = excluded.note, version = excluded.version
	where outreach_entries.agency_id = excluded.agency_id;
	if not found then
		perform app.fail('PT409', 'version-stale');
	end if;
	return app.note_plan_change(request, begun.me, 'save-outreach', 'outreach', wanted.id, extract(year from wanted.held_on)::int,
		case when known.id is not null then to_jsonb(known) end, to_jsonb(wanted), null, jsonb_build_object('entryId', wanted.id, 'version', wanted.version));
end
$$;
comment on function public.save_outreach(jsonb) is
	'{protocol, actionId, entryId, expectedVersion (0 = new), heldOn, place, form loudspeaker|zalo|village-meeting|leaflet|other, topic, fieldCode?, procedureCode?, reach? (people; absent = unknown), owner, note?} → {entryId, version}. By leaders and administrators. PT400 log-day, plan-day, plan-text, outreach-form, outreach-subject, log-number, text-too-long; PT409 version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.save_outreach(jsonb) from public, anon, authenticated;
grant execute on function public.save_outreach(jsonb) to authenticated;

create function public.remove_outreach(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	known public.outreach_entries;
	reason text;
begin
	select * into begun from app.begin_plan_change(request, 'remove-outreach', false);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	select * into known from public.outreach_entries where id = app.get_uuid(request, 'entryId') and agency_id = (begun.me).agency_id;
	if not found then
		perform app.fail('PT404', 'log-entry-unknown');
	end if;
	perform app.require_plan_version(request, known.version);
	reason := app.get_plan_reason(request, true);
	delete from public.outreach_entries where id = known.id;
	return app.note_plan_change(request, begun.me, 'remove-outreach', 'outreach', known.id, extract(year from known.held_on)::int,
		to_jsonb(known), null, reason, jsonb_build_object('entryId', known.id));
end
$$;
comment on function public.remove_outreach(jsonb) is
	'{protocol, actionId, entryId, expectedVersion, reason} → {entryId}: takes out what was written down by mistake; the record keeps it. PT400 plan-reason; PT404 log-entry-unknown; PT409 version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.remove_outreach(jsonb) from public, anon, authenticated;
grant execute on function public.remove_outreach(jsonb) to authenticated;

create function public.outreach_log(request jsonb) returns jsonb
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
			select coalesce(jsonb_agg(jsonb_build_object('id', entry.id, 'version', entry.version, 'heldOn', entry.held_on, 'place', entry.place,
				'form', entry.form, 'topic', entry.topic, 'fieldCode', entry.field_code, 'fieldName', field.name,
				'procedureCode', entry.procedure_code, 'procedureTitle', procedure.short_title, 'reach', entry.reach, 'owner', entry.owner_name,
				'note', entry.note, 'effect', app.outreach_effect(entry, app.today())) order by entry.held_on desc, entry.id), '[]')
			from (
				select * from public.outreach_entries
				where agency_id = office and held_on >= make_date(of_year, 1, 1) and held_on <= make_date(of_year, 12, 31)
				order by held_on desc, id limit 300
			) as entry
			left join public.fields as field on field.code = entry.field_code
			left join public.procedures as procedure on procedure.code = entry.procedure_code
		),
		'fields', case when app.i_write_plan_of(office) then (
			select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by position, code), '[]') from public.fields
		) else '[]' end,
		'procedures', case when app.i_write_plan_of(office) then (
			select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', short_title, 'fieldCode', field_code) order by short_title, code), '[]')
			from public.procedures where status <> 'withdrawn'
		) else '[]' end);
end
$$;
comment on function public.outreach_log(jsonb) is
	'{protocol, year, agencyId?} → {agency, today, mayWrite, offices, year, entries ≤ 300, the latest first [{…, effect (app.outreach_effect)}], fields, procedures (both for who writes)}. For those who read the plan. PT400 plan-year; PT403 not-staff, role-missing.';
revoke all on function public.outreach_log(jsonb) from public, anon, authenticated;
grant execute on function public.outreach_log(jsonb) to authenticated;
