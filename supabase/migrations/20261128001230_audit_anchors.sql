-- A chain per dossier does not show that its end is missing, or all of it. So once a day an anchor sums up the events
-- since the anchor before it, and is linked to that. Only the newest events are without one.

create table app.audit_anchors (
	number int primary key,
	day date not null unique,
	last_event bigint not null,
	dossiers int not null,
	events bigint not null,
	heads_hash text not null,
	hash text not null
);
comment on table app.audit_anchors is
	'Sums over the events up to last_event that no anchor before covers, append-only. Only these, not all events from the first: then a day costs what happened on it, and verifying all days reads every event once.';
comment on column app.audit_anchors.number is 'Without a gap; the order of the chain (a day would follow a clock that was wrong).';
comment on column app.audit_anchors.day is 'The local day up to whose end events are covered.';
comment on column app.audit_anchors.dossiers is 'How many dossiers these events belong to.';
comment on column app.audit_anchors.heads_hash is 'SHA-256 over the hash of the last of these events of each of those dossiers.';
comment on column app.audit_anchors.hash is 'SHA-256 over the hash of the anchor before and this whole row, see app.anchor_hash.';
alter table app.audit_anchors enable row level security;
create trigger keep_anchors before update or delete on app.audit_anchors
	for each row execute function app.refuse_change();
create trigger keep_all_anchors before truncate on app.audit_anchors
	for each statement execute function app.refuse_change();

create function app.sum_events(after_event bigint, last_event bigint, out dossiers int, out events bigint, out heads_hash text)
language sql
stable
security definer
set search_path = ''
as $$
	select count(*)::int, coalesce(sum(heads.count), 0)::bigint,
		app.hash_text(coalesce(string_agg(heads.hash, '' order by heads.dossier_id), ''))
	from (
		select dossier_id, count(*) as count, (array_agg(event.hash order by sequence desc))[1] as hash
		from public.dossier_events as event
		where event.id > after_event and event.id <= sum_events.last_event
		group by dossier_id
	) as heads
$$;
comment on function app.sum_events(bigint, bigint) is 'What an anchor says of the events after the first and up to the second id.';
revoke all on function app.sum_events(bigint, bigint) from public, anon, authenticated;

create function app.anchor_hash(previous text, anchor app.audit_anchors) returns text
language sql
immutable
set search_path = ''
as $$ select app.hash_text(coalesce(previous, '') || (to_jsonb(anchor) - 'hash')::text) $$;
comment on function app.anchor_hash(text, app.audit_anchors) is
	'The hash an anchor must have, from the hash of the anchor before it (null for the first).';
revoke all on function app.anchor_hash(text, app.audit_anchors) from public, anon, authenticated;

create function app.anchor_events(ended date default null) returns date
language plpgsql
security definer
set search_path = ''
as $$
declare
	previous app.audit_anchors;
	anchor app.audit_anchors;
begin
	-- An hour after midnight every action that began before it has ended: none can still appear among what is covered.
	ended := coalesce(ended, app.local_time(now() - interval '1 hour')::date - 1);
	if exists (select 1 from app.audit_anchors where day = ended) then
		return null;
	end if;
	select * into previous from app.audit_anchors order by number desc limit 1;
	anchor.number := coalesce(previous.number, 0) + 1;
	anchor.day := ended;
	-- From the newest back: today's events are few.
	select id into anchor.last_event from public.dossier_events
	where app.local_time(at)::date <= ended order by id desc limit 1;
	anchor.last_event := greatest(anchor.last_event, previous.last_event, 0);
	select sums.dossiers, sums.events, sums.heads_hash into anchor.dossiers, anchor.events, anchor.heads_hash
	from app.sum_events(coalesce(previous.last_event, 0), anchor.last_event) as sums;
	anchor.hash := app.anchor_hash(previous.hash, anchor);
	insert into app.audit_anchors select anchor.*;
	return ended;
end
$$;
comment on function app.anchor_events(date) is
	'Writes the anchor of the local day that ended last and gives that day; null when it is there already.';
revoke all on function app.anchor_events(date) from public, anon, authenticated;
grant execute on function app.anchor_events(date) to service_role;
-- Every hour, and all but once a day for nothing: a machine that is off at night still anchors in the morning.
insert into app.jobs (kind, repeat_every) values ('anchor-events', interval '1 hour');

create function app.audit_days(after int, page int) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with anchors as materialized (
		select anchor.number, anchor.day, anchor.hash, anchor as whole, previous.hash as hash_before,
			anchor.number = 1 or previous.number is not null as is_linked,
			jsonb_build_object('dossiers', anchor.dossiers, 'events', anchor.events, 'headsHash', anchor.heads_hash) as said,
			coalesce(previous.last_event, 0) as after_event, anchor.last_event
		from app.audit_anchors as anchor
		left join app.audit_anchors as previous on previous.number = anchor.number - 1
		where anchor.number > coalesce(after, 0)
		order by anchor.number limit page
	), faults as (
		select number, day, 'anchor-missing' as fault, null::jsonb as said, null::jsonb as found from anchors where not is_linked
		union all
		select number, day, 'anchor-broken', null, null from anchors where is_linked and hash <> app.anchor_hash(hash_before, whole)
		union all
		select number, day, 'events-differ', said - 'headsHash', sums.found - 'headsHash'
		from anchors, lateral (
			select jsonb_build_object('dossiers', dossiers, 'events', events, 'headsHash', heads_hash) as found
			from app.sum_events(after_event, last_event)
		) as sums
		where is_linked and said <> sums.found
	)
	select jsonb_build_object(
		'anchors', (select count(*) from anchors),
		'last', (select jsonb_build_object('number', number, 'day', day, 'hash', hash) from anchors order by number desc limit 1),
		'faults', (
			select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('day', day, 'fault', fault, 'said', said, 'found', found))
				order by number, fault collate "C"), '[]')
			from faults
		)
	)
$$;
comment on function app.audit_days(int, int) is
	'Verifies the next `page` anchors after this number (null = from the first): {anchors, last: {number, day, hash}, faults: [{day, fault, said?, found?}]}. anchor-missing: the one before this day; anchor-broken: this anchor was altered; events-differ: the events it covers are not what they were.';
revoke all on function app.audit_days(int, int) from public, anon, authenticated;
