-- Visits (lượt đến): how often somebody had to come to the office for a dossier. Counted from what happened, never asked
-- for twice. Domain §1 (5, 16), §5.3 (index 3).
--
-- What is a visit, and what is not:
-- * A matter filed at the desk for somebody who stands there: at the counter (channel 1), or online with an officer's help
--   (channel 2). What came by phone or by post (channel 3) brought nobody.
-- * Papers of a supplement handed over at the desk: going on (`resume`) with papers taken, or receiving what had been asked
--   for (`receive` out of status 5) when no phone had answered that round. Papers of a dossier that came by post are taken
--   to have come by post as well; a question that is only answered (`reply`) brings nobody.
-- * A result handed out over the desk, also to a proxy and on the day itself; not one that was posted.
-- * A withdrawal at the desk, originals given back, cash paid at the desk.
-- * "Came in vain", which the desk notes with one tap.
-- Two of these within 90 minutes of each other are one visit of that dossier, of the kind of the first of them that was
-- not in vain. A matter typed in later from a blank slip counts at the time written on the slip.
-- Matters of one sitting share the key of the visit: for the office one visit, for each dossier its own.

create table app.vain_notes (
	action_id uuid primary key,
	visit_id uuid not null,
	agency_id uuid not null references public.agencies (id),
	dossier_id uuid references public.dossiers (id),
	procedure_code text not null references public.procedures (code),
	version_id uuid not null references public.procedure_versions (id),
	at timestamptz not null,
	noted_at timestamptz not null default clock_timestamp(),
	staff_id uuid not null references public.staff (id),
	reason text check (reason in ('lacks-paper', 'wrong-place', 'closed', 'officer-away', 'result-not-ready', 'other')),
	papers text[] not null default '{}',
	undone boolean not null default false
);
comment on table app.vain_notes is
	'Somebody came in vain: one row for the tap (visit_id = action_id), one for each thing said about it since; the latest counts. Append-only. No person is named.';
comment on column app.vain_notes.version_id is 'The version whose papers were asked for: the dossier''s, else the one in force.';
comment on column app.vain_notes.papers is 'Ids of the requirements of that version whose papers were lacking.';
create index vain_notes_by_visit on app.vain_notes (visit_id, noted_at);
create index vain_notes_by_agency on app.vain_notes (agency_id, at);
create index vain_notes_by_dossier on app.vain_notes (dossier_id) where dossier_id is not null;
alter table app.vain_notes enable row level security;
create trigger keep_vain_notes before update or delete on app.vain_notes for each row execute function app.refuse_change();
create trigger keep_all_vain_notes before truncate on app.vain_notes for each statement execute function app.refuse_change();

create view app.vain_visits with (security_invoker = true) as
	select note.visit_id, note.agency_id, note.dossier_id, note.procedure_code, note.version_id, note.at, note.reason, note.papers
	from app.vain_notes as note
	where not note.undone and not exists (
		select 1 from app.vain_notes as later
		where later.visit_id = note.visit_id and (later.noted_at, later.action_id) > (note.noted_at, note.action_id)
	);
comment on view app.vain_visits is 'Visits in vain as they stand: the latest row of each in app.vain_notes, unless it was undone.';
revoke all on app.vain_visits from public, anon, authenticated, service_role;

create table app.visits (
	id bigint generated always as identity primary key,
	agency_id uuid not null references public.agencies (id),
	dossier_id uuid references public.dossiers (id) on delete cascade,
	procedure_code text not null references public.procedures (code),
	at timestamptz not null,
	kind text not null check (kind in ('intake', 'supplement', 'pick-up', 'in-vain', 'other')),
	visit_key uuid not null
);
comment on table app.visits is
	'Visits (lượt đến), told by dossier_events and app.vain_notes (app.told_visits) and kept by triggers. Without a dossier: somebody came in vain before there was one.';
comment on column app.visits.visit_key is 'The same for matters of one sitting: for the office they are one visit.';
create index visits_by_dossier on app.visits (dossier_id) where dossier_id is not null;
create index visits_by_agency on app.visits (agency_id, at);
alter table app.visits enable row level security;

create function app.was_answered_by_phone(event public.dossier_events) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from public.dossier_events as answered
		join public.supplement_answers as answer on answer.id = (answered.data ->> 'answerId')::uuid
		where answered.dossier_id = event.dossier_id and answered.action = 'answer' and answered.sequence < event.sequence
			and answered.sequence > (
				select max(asked.sequence) from public.dossier_events as asked
				where asked.dossier_id = event.dossier_id and asked.sequence < event.sequence and asked.action in ('supplement', 'supplement-again')
			)
			-- A question brings no paper.
			and exists (select 1 from jsonb_array_elements(answer.lines) as line where line ->> 'kind' <> 'question')
	)
$$;
comment on function app.was_answered_by_phone(public.dossier_events) is
	'Whether a phone had answered the round of papers that this event ends, with more than a question.';
revoke all on function app.was_answered_by_phone(public.dossier_events) from public, anon, authenticated;

create function app.visit_kind_of(event public.dossier_events, channel smallint) returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case event.action
		when 'file' then case when channel <> 3 then 'intake' end
		when 'receive' then case when event.from_status = 5 and channel <> 3 and not app.was_answered_by_phone(event) then 'supplement' end
		when 'resume' then case when channel <> 3 and event.data -> 'papers' <> '[]' then 'supplement' end
		when 'return' then case when not event.data ? 'post' then 'pick-up' end
		when 'settle' then 'pick-up'
		when 'withdraw' then 'other'
		when 'stop' then case when event.data -> 'originals' <> '[]' then 'other' end
		when 'fee' then case when event.data ->> 'method' = 'cash' then 'other' end
		when 'paid' then case when event.data ->> 'method' = 'cash' then 'other' end
	end
	where event.actor_staff_id is not null
$$;
comment on function app.visit_kind_of(public.dossier_events, smallint) is
	'What kind of visit this event of a dossier of this channel shows; null = nobody stood at the desk for it. The rules stand at the head of the migration.';
revoke all on function app.visit_kind_of(public.dossier_events, smallint) from public, anon, authenticated;

create function app.told_visits(of_dossier uuid) returns table (at timestamptz, kind text, visit_key uuid)
language sql
stable
security definer
set search_path = ''
as $$
	with stops as (
		select case when event.action = 'file' then coalesce((
				-- Written on a blank slip during an outage, typed in later.
				select (received.changes ->> 'received_at')::timestamptz from public.dossier_events as received
				where received.dossier_id = of_dossier and received.action = 'receive' and received.data ? 'blank'
			), event.at) else event.at end as at,
			app.visit_kind_of(event, dossier.channel) as kind,
			coalesce(app.find_uuid(event.data, 'visitId'), event.action_id) as visit_key, event.sequence as place
		from public.dossier_events as event
		join public.dossiers as dossier on dossier.id = event.dossier_id
		where event.dossier_id = of_dossier and event.actor_staff_id is not null
		union all
		select vain.at, 'in-vain', vain.visit_id, 0 from app.vain_visits as vain where vain.dossier_id = of_dossier
	), gaps as (
		select *, coalesce(stops.at - lag(stops.at) over line < interval '90 minutes', false) as goes_on
		from stops where stops.kind is not null
		window line as (order by stops.at, place, stops.visit_key)
	), sittings as (
		select *, count(*) filter (where not goes_on) over (order by gaps.at, place, gaps.visit_key) as sitting from gaps
	)
	select min(sittings.at),
		(array_agg(sittings.kind order by sittings.kind = 'in-vain', sittings.at, place))[1],
		(array_agg(sittings.visit_key order by sittings.kind = 'in-vain', sittings.at, place))[1]
	from sittings group by sitting
$$;
comment on function app.told_visits(uuid) is
	'The visits of a dossier as its events and the desk''s notes tell them: when each began, its kind, its key. The rules stand at the head of the migration.';
revoke all on function app.told_visits(uuid) from public, anon, authenticated;

create function app.rebuild_visits(of_dossier uuid) returns void
language sql
security definer
set search_path = ''
as $$
	delete from app.visits where dossier_id = of_dossier;
	insert into app.visits (agency_id, dossier_id, procedure_code, at, kind, visit_key)
	select dossier.agency_id, dossier.id, dossier.procedure_code, told.at, told.kind, told.visit_key
	from public.dossiers as dossier, app.told_visits(dossier.id) as told
	where dossier.id = of_dossier;
$$;
comment on function app.rebuild_visits(uuid) is 'Writes the visits of a dossier anew from what happened to it.';
revoke all on function app.rebuild_visits(uuid) from public, anon, authenticated;

create function app.keep_visits() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform app.rebuild_visits(new.dossier_id);
	return null;
end
$$;
comment on function app.keep_visits() is 'Trigger: keeps app.visits with what happens at the desk.';
revoke all on function app.keep_visits() from public, anon, authenticated;
-- Most events bring nobody to the desk, and cost nothing here; nor does the receipt that follows a filing.
create trigger keep_visits after insert on public.dossier_events
	for each row when (
		new.actor_staff_id is not null
		and new.action in ('file', 'receive', 'resume', 'return', 'settle', 'withdraw', 'stop', 'fee', 'paid')
		and (new.action <> 'receive' or new.from_status = 5 or new.data ? 'blank')
	)
	execute function app.keep_visits();

-- What has happened so far.
insert into app.visits (agency_id, dossier_id, procedure_code, at, kind, visit_key)
select dossier.agency_id, dossier.id, dossier.procedure_code, told.at, told.kind, told.visit_key
from public.dossiers as dossier, app.told_visits(dossier.id) as told;
