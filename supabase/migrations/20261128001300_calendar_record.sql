-- Who changed the calendar, when, and what stood there before. The calendar is one for all offices of this database, as
-- its tables always were; whoever administers one of them may change it, and the record says who did.

create table public.calendar_changes (
	-- The number of the last change is the calendar's revision.
	id bigint generated always as identity primary key,
	action_id uuid not null unique,
	action text not null check (action in ('save-day', 'remove-day', 'open-year', 'office-hours')),
	-- The day, the year, or "office-hours".
	subject text not null,
	before jsonb,
	after jsonb,
	reason text,
	agency_id uuid not null references public.agencies (id),
	actor_staff_id uuid not null references public.staff (id),
	actor_name text not null,
	at timestamptz not null default clock_timestamp()
);
comment on table public.calendar_changes is
	'Every change of the working calendar: who, when, before and after. Append-only; the latest id is the calendar''s revision. What came with the installation has no line here.';
create index calendar_changes_by_subject on public.calendar_changes (subject, id);
create index calendar_changes_by_agency on public.calendar_changes (agency_id);
create index calendar_changes_by_actor on public.calendar_changes (actor_staff_id);
alter table public.calendar_changes enable row level security;
grant select on public.calendar_changes to authenticated, service_role;
create policy "Staff read what was changed in the calendar" on public.calendar_changes for select to authenticated
	using ((select app.my_staff_id()) is not null);

create trigger keep_calendar_changes before update or delete on public.calendar_changes
	for each row execute function app.refuse_change();
create trigger keep_all_calendar_changes before truncate on public.calendar_changes
	for each statement execute function app.refuse_change();

create function app.calendar_revision() returns bigint
language sql
stable
security definer
set search_path = ''
as $$ select coalesce(max(id), 0) from public.calendar_changes $$;
comment on function app.calendar_revision() is 'The number of the last change of the calendar, 0 before the first.';
revoke all on function app.calendar_revision() from public;

create function app.begin_calendar_change(
	request jsonb, wanted_action text, wanted_subject text, out me public.staff, out replayed jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted_id uuid;
	earlier public.calendar_changes;
begin
	me := app.begin_administration(request);
	wanted_id := app.get_uuid(request, 'actionId');
	-- One calendar, one writer at a time, also from two offices; the second then sees what the first has done.
	perform pg_advisory_xact_lock(hashtextextended('public.calendar_changes', 0));
	select * into earlier from public.calendar_changes where action_id = wanted_id;
	if found then
		if earlier.action <> wanted_action or earlier.subject <> wanted_subject or earlier.actor_staff_id <> me.id then
			perform app.fail('PT409', 'action-id-used');
		end if;
		replayed := jsonb_build_object('revision', earlier.id);
		return;
	end if;
	if request -> 'expectedRevision' is distinct from to_jsonb(app.calendar_revision()) then
		perform app.fail('PT409', 'version-stale');
	end if;
end
$$;
comment on function app.begin_calendar_change(jsonb, text, text) is
	'The administrator behind a change of the calendar, which then is theirs alone until the end; `replayed` = the answer of the same actionId before. PT403 not-staff, role-missing; PT409 version-stale, action-id-used.';
revoke all on function app.begin_calendar_change(jsonb, text, text) from public;

create function app.note_calendar_change(
	request jsonb, me public.staff, action text, subject text, before jsonb, after jsonb, reason text default null
) returns jsonb
language sql
security definer
set search_path = ''
as $$
	insert into public.calendar_changes (action_id, action, subject, before, after, reason, agency_id, actor_staff_id, actor_name)
	values (
		app.get_uuid(request, 'actionId'), note_calendar_change.action, note_calendar_change.subject,
		note_calendar_change.before, note_calendar_change.after, note_calendar_change.reason, me.agency_id, me.id, me.full_name
	)
	returning jsonb_build_object('revision', id)
$$;
comment on function app.note_calendar_change(jsonb, public.staff, text, text, jsonb, jsonb, text) is
	'Appends what was changed in the calendar and gives {revision}.';
revoke all on function app.note_calendar_change(jsonb, public.staff, text, text, jsonb, jsonb, text) from public;
