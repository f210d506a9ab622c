-- What reports count of a dossier, told by its events alone: any past period can be counted again, and nobody types a figure.

create table app.dossier_facts (
	dossier_id uuid primary key references public.dossiers (id),
	agency_id uuid not null references public.agencies (id),
	department_id uuid references public.departments (id),
	officer_id uuid references public.staff (id),
	field_code text not null,
	procedure_code text not null,
	channel smallint not null,
	received_at timestamptz not null,
	ended_at timestamptz,
	outcome text check (outcome in ('early', 'on-time', 'late', 'withdrawn', 'no-due')),
	first_due_date date,
	due_date date,
	rounds smallint not null,
	reappointed boolean not null,
	kept_first boolean not null,
	late_reason text check (late_reason in ('second-request', 'asked-late', 'part-late', 'overdue')),
	has_files boolean not null,
	has_result_file boolean not null,
	returned_at timestamptz,
	life tstzrange not null generated always as (tstzrange(received_at, ended_at, '[]')) stored,
	check ((ended_at is null) = (outcome is null))
);
comment on table app.dossier_facts is
	'One row per dossier that was received, a projection of dossier_events (app.dossier_life): when its time with the office began and ended and how it was kept (domain §2.7). Nothing here is typed; reports read only this and app.dossier_spans.';
comment on column app.dossier_facts.outcome is
	'early, on-time, late: the office finished it (signed or stopped); withdrawn: by the applicant, never on time; no-due: ended while no date stood (the papers asked for never came). Null while open.';
comment on column app.dossier_facts.department_id is 'The department that holds it now, or held it when it ended.';
comment on column app.dossier_facts.officer_id is 'Whose work it was: assigned to, else who signed or stopped it.';
comment on column app.dossier_facts.rounds is 'How often papers were asked for (Mẫu 02), before and after receipt.';
comment on column app.dossier_facts.kept_first is 'It ended by the date it was first promised for, whatever came later.';
comment on column app.dossier_facts.late_reason is
	'Why it counts as late: papers asked for a second time (CT766); asked for papers or money after the date; a part of another agency late; else the date passed.';
comment on column app.dossier_facts.has_files is 'Its papers are kept as files: photographed at home or at the desk.';
comment on column app.dossier_facts.life is 'From receipt to the end, both included (a same-day matter may have one moment only): it overlaps every period the dossier belongs to.';
alter table app.dossier_facts enable row level security;
create index dossier_facts_received on app.dossier_facts (agency_id, received_at);
create index dossier_facts_ended on app.dossier_facts (agency_id, ended_at);
create index dossier_facts_life on app.dossier_facts using gist (life);

create table app.dossier_spans (
	dossier_id uuid not null references public.dossiers (id),
	from_at timestamptz not null,
	until_at timestamptz,
	department_id uuid,
	officer_id uuid,
	waiting boolean not null,
	due_at timestamptz,
	late_from timestamptz,
	late_reason text check (late_reason in ('second-request', 'asked-late', 'part-late', 'overdue')),
	primary key (dossier_id, from_at)
);
comment on table app.dossier_spans is
	'How an open dossier stood, from one moment to the next, until it ended (the last span is then closed): a projection of dossier_events, so that "open on 31 March, in time or late" is the same answer whenever it is asked.';
comment on column app.dossier_spans.waiting is 'It waits for papers or money: no date runs.';
comment on column app.dossier_spans.due_at is 'The end of the time in force; null while it waits.';
comment on column app.dossier_spans.late_from is 'At any later moment of this span the dossier is late; null = never. It may lie before the span: then it was late already.';
alter table app.dossier_spans enable row level security;

create function app.part_late_from(of_dossier uuid) returns timestamptz
language sql
stable
security definer
set search_path = ''
as $$
	select min(greatest(app.end_of_day(due_date), started_at))
	from public.dossier_parts
	where dossier_id = of_dossier and started_at is not null and due_date is not null
		and (ended_at is null or app.local_time(ended_at)::date > due_date)
$$;
comment on function app.part_late_from(uuid) is
	'When a part of another agency made, or would make, this dossier late: the earliest date of a part that was not done by it. Null without such a part (domain §8, 12: kept only when every part was).';
revoke all on function app.part_late_from(uuid) from public, anon, authenticated;

create function app.dossier_life(of_dossier uuid, out fact app.dossier_facts, out spans app.dossier_spans[])
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	event record;
	state jsonb := app.resting_values();
	was jsonb;
	span app.dossier_spans;
	last app.dossier_spans;
	stuck_from timestamptz;
	stuck_reason text;
	part_from constant timestamptz := app.part_late_from(of_dossier);
	due timestamptz;
	at timestamptz;
begin
	spans := '{}';
	for event in
		select dossier_events.at, action, actor_staff_id, changes from public.dossier_events where dossier_id = of_dossier order by sequence
	loop
		was := state;
		state := state || event.changes;
		continue when coalesce(state -> 'received_at', 'null') = 'null';
		if fact.ended_at is null then
			-- A receipt typed in after an outage counts from the hour on its slip.
			at := case when was -> 'received_at' is null or was -> 'received_at' = 'null'
				then (state ->> 'received_at')::timestamptz
				-- Time does not run backwards, whatever clock wrote the event.
				else greatest(event.at, last.from_at) end;
			due := coalesce((state ->> 'due_at')::timestamptz, app.end_of_day((state ->> 'due_date')::date));
			-- Late for good: asked for papers a second time, or for papers or money after the date.
			if stuck_from is null and (state ->> 'supplement_rounds')::int > 1 then
				stuck_from := at;
				stuck_reason := 'second-request';
			elsif stuck_from is null and state ->> 'status' in ('5', '6') and was ->> 'status' is distinct from state ->> 'status'
				and at > coalesce((was ->> 'due_at')::timestamptz, app.end_of_day((was ->> 'due_date')::date))
			then
				stuck_from := coalesce((was ->> 'due_at')::timestamptz, app.end_of_day((was ->> 'due_date')::date));
				stuck_reason := 'asked-late';
			end if;
			if state ->> 'status' in ('7', '8') or coalesce(state -> 'finished_at', 'null') <> 'null' then
				fact.ended_at := greatest(coalesce((state ->> 'finished_at')::timestamptz, event.at), (state ->> 'received_at')::timestamptz);
				fact.outcome := case
					when stuck_from is not null or part_from < fact.ended_at then 'late'
					when coalesce(state -> 'finished_at', 'null') = 'null' then
						case when app.local_time(fact.ended_at)::date > (state ->> 'due_date')::date then 'late' else 'withdrawn' end
					when due is null then 'no-due'
					when app.local_time(fact.ended_at)::timestamp > (due at time zone interval '7 hours') then 'late'
					when app.local_time(fact.ended_at)::date < (state ->> 'due_date')::date then 'early'
					else 'on-time'
				end;
				fact.late_reason := case when fact.outcome = 'late' then
					coalesce(stuck_reason, case when part_from < fact.ended_at then 'part-late' else 'overdue' end) end;
			end if;
			fact.officer_id := coalesce((state ->> 'assigned_to')::uuid,
				case when coalesce(state -> 'finished_at', 'null') <> 'null' then event.actor_staff_id end);
			fact.department_id := (state ->> 'department_id')::uuid;
			fact.due_date := coalesce((state ->> 'due_date')::date, fact.due_date);
			fact.rounds := (state ->> 'supplement_rounds')::smallint;
			fact.reappointed := coalesce(state -> 'extended_at', 'null') <> 'null';
			if last.dossier_id is not null and fact.ended_at is not null then
				last.until_at := fact.ended_at;
				spans[cardinality(spans)] := last;
			elsif fact.ended_at is null then
				span := row(of_dossier, at, null, fact.department_id, fact.officer_id, state ->> 'status' in ('5', '6'), due, null, null);
				span.late_from := least(stuck_from, case when not span.waiting then due end, part_from);
				span.late_reason := case
					when stuck_from is not null then stuck_reason
					when span.late_from = part_from then 'part-late'
					when span.late_from is not null then 'overdue'
				end;
				if last.dossier_id is null or last.from_at = at then
					spans[greatest(cardinality(spans), 1)] := span;
					last := span;
				elsif (last.department_id, last.officer_id, last.waiting, last.due_at, last.late_from)
					is distinct from (span.department_id, span.officer_id, span.waiting, span.due_at, span.late_from)
				then
					last.until_at := at;
					spans[cardinality(spans)] := last;
					spans := spans || span;
					last := span;
				end if;
			end if;
		end if;
		fact.returned_at := (state ->> 'returned_at')::timestamptz;
	end loop;
	if coalesce(state -> 'received_at', 'null') = 'null' then
		return;
	end if;
	fact.dossier_id := of_dossier;
	fact.agency_id := (state ->> 'agency_id')::uuid;
	fact.procedure_code := state ->> 'procedure_code';
	fact.field_code := (select field_code from public.procedures where code = fact.procedure_code);
	fact.channel := (state ->> 'channel')::smallint;
	fact.received_at := (state ->> 'received_at')::timestamptz;
	fact.first_due_date := (state ->> 'first_due_date')::date;
	fact.kept_first := coalesce(app.local_time(fact.ended_at)::date <= fact.first_due_date, false);
	fact.has_files := exists (select 1 from public.dossier_files where dossier_id = of_dossier);
	fact.has_result_file := exists (select 1 from app.result_files where dossier_id = of_dossier and released_at is not null);
end
$$;
comment on function app.dossier_life(uuid, out app.dossier_facts, out app.dossier_spans[]) is
	'A dossier''s facts and spans as its events tell them; both empty before receipt. The one place where early, on time and late of a report come from (CT766, domain §2.7): by working date, hour limits by the minute, against the date after a re-appointment.';
revoke all on function app.dossier_life(uuid, out app.dossier_facts, out app.dossier_spans[]) from public, anon, authenticated;

create function app.tell_facts(of_dossier uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	life record;
	fact app.dossier_facts;
	spans app.dossier_spans[];
begin
	select * into life from app.dossier_life(of_dossier);
	fact := life.fact;
	spans := life.spans;
	if fact.dossier_id is null then
		return;
	end if;
	insert into app.dossier_facts (dossier_id, agency_id, department_id, officer_id, field_code, procedure_code, channel, received_at, ended_at, outcome,
		first_due_date, due_date, rounds, reappointed, kept_first, late_reason, has_files, has_result_file, returned_at)
	values (fact.dossier_id, fact.agency_id, fact.department_id, fact.officer_id, fact.field_code, fact.procedure_code, fact.channel, fact.received_at,
		fact.ended_at, fact.outcome, fact.first_due_date, fact.due_date, fact.rounds, fact.reappointed, fact.kept_first, fact.late_reason, fact.has_files,
		fact.has_result_file, fact.returned_at)
	on conflict (dossier_id) do update set
		department_id = excluded.department_id, officer_id = excluded.officer_id, ended_at = excluded.ended_at, outcome = excluded.outcome,
		due_date = excluded.due_date, rounds = excluded.rounds, reappointed = excluded.reappointed, kept_first = excluded.kept_first, late_reason = excluded.late_reason,
		has_files = excluded.has_files, has_result_file = excluded.has_result_file, returned_at = excluded.returned_at;
	delete from app.dossier_spans as old where old.dossier_id = of_dossier
		and not exists (select 1 from unnest(spans) as span where span.from_at = old.from_at);
	insert into app.dossier_spans as old select * from unnest(spans)
	on conflict (dossier_id, from_at) do update set
		until_at = excluded.until_at, department_id = excluded.department_id, officer_id = excluded.officer_id, waiting = excluded.waiting,
		due_at = excluded.due_at, late_from = excluded.late_from, late_reason = excluded.late_reason
	where old is distinct from excluded;
end
$$;
comment on function app.tell_facts(uuid) is 'Writes a dossier''s facts and spans as its events tell them; changes nothing when nothing changed.';
revoke all on function app.tell_facts(uuid) from public, anon, authenticated;

create function app.keep_facts() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform app.tell_facts(new.dossier_id);
	return null;
end
$$;
comment on function app.keep_facts() is 'Trigger: after every event the facts follow, in the same transaction.';
revoke all on function app.keep_facts() from public, anon, authenticated;
create trigger keep_facts after insert on public.dossier_events for each row execute function app.keep_facts();

select app.tell_facts(id) from public.dossiers where received_at is not null;
