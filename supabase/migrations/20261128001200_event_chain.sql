-- Every event carries what it changed and the hash of everything before it: who alters the history of a dossier, or the
-- dossier itself, is found. A function that changes a dossier does so before it writes the event.

create function app.resting_values() returns jsonb
language sql
immutable
set search_path = ''
as $$ select '{"version": 1, "supplement_rounds": 0}'::jsonb $$;
comment on function app.resting_values() is
	'What the columns of public.dossiers with a default hold before any event says otherwise; all others are null. A migration that adds a column with a default adds it here, and no old history has to be touched.';
revoke all on function app.resting_values() from public, anon, authenticated;

create function app.dossier_image(dossier public.dossiers) returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
begin
	-- As large as all the rest together, and it never changes: its hash stands for it.
	dossier.payload := null;
	return (
		select coalesce(jsonb_object_agg(key, value), '{}')
		from jsonb_each(to_jsonb(dossier) - 'lane') where value <> 'null'
	);
end
$$;
comment on function app.dossier_image(public.dossiers) is
	'Every column of a dossier that is not null, times in UTC; without its payload and without the lane, which follows from the others.';
revoke all on function app.dossier_image(public.dossiers) from public, anon, authenticated;

alter table public.dossier_events add column changes jsonb, add column hash text;
comment on column public.dossier_events.changes is
	'Column → what it held after this event, for every column of public.dossiers that differs from all events before; null = emptied; payload = SHA-256 of it. A trigger sets it.';
comment on column public.dossier_events.hash is
	'SHA-256 over the hash of this dossier''s event before and this whole row, see app.event_hash. A trigger sets it.';

create function app.event_hash(previous text, event public.dossier_events) returns text
language sql
stable
set search_path = ''
set timezone = 'UTC'
as $$
	-- What is null is left out, so that a column added later changes no hash. jsonb writes a value in one way only.
	select app.hash_text(coalesce(previous, '') || jsonb_object_agg(key, value)::text)
	from jsonb_each(to_jsonb(event) - 'hash') where value <> 'null'
$$;
comment on function app.event_hash(text, public.dossier_events) is
	'The hash an event must have, from the hash of the event before it (null for the first).';
revoke all on function app.event_hash(text, public.dossier_events) from public, anon, authenticated;

create function app.rebuild_dossier(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_object_agg(key, value), '{}')
	from jsonb_each(app.resting_values() || coalesce((
		-- Of one column the latest counts: a jsonb object keeps the last value of a key.
		select jsonb_object_agg(change.key, change.value order by event.sequence)
		from public.dossier_events as event, jsonb_each(event.changes) as change
		where event.dossier_id = of_dossier
	), '{}'))
	where value <> 'null'
$$;
comment on function app.rebuild_dossier(uuid) is
	'A dossier as its events tell it: every column that is not null, as app.dossier_image gives them, and the SHA-256 of the payload.';
revoke all on function app.rebuild_dossier(uuid) from public, anon, authenticated;

-- What was there before: what each event changed is not known any more, so the last one holds everything. -----

alter table public.dossier_events disable trigger keep_events;
update public.dossier_events as event set changes = case
	when exists (
		select 1 from public.dossier_events as later
		where later.dossier_id = event.dossier_id and later.sequence > event.sequence
	) then '{}'
	else app.dossier_image(dossier) || jsonb_build_object('payload', app.hash_text(dossier.payload::text))
end
from public.dossiers as dossier where dossier.id = event.dossier_id;
do $$
declare
	event public.dossier_events;
	previous public.dossier_events;
begin
	for event in select * from public.dossier_events order by dossier_id, sequence loop
		event.hash := app.event_hash(case when previous.dossier_id = event.dossier_id then previous.hash end, event);
		update public.dossier_events set hash = event.hash where id = event.id;
		previous := event;
	end loop;
end
$$;
alter table public.dossier_events enable trigger keep_events;
alter table public.dossier_events alter column changes set not null, alter column hash set not null;

create function app.chain_event() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	dossier public.dossiers;
	previous text;
	told constant jsonb := app.rebuild_dossier(new.dossier_id);
	now_is jsonb;
begin
	select * into dossier from public.dossiers where id = new.dossier_id;
	select hash into previous from public.dossier_events where dossier_id = new.dossier_id order by sequence desc limit 1;
	now_is := app.dossier_image(dossier)
		|| jsonb_build_object('payload', coalesce(told ->> 'payload', app.hash_text(dossier.payload::text)));
	select coalesce(jsonb_object_agg(key, coalesce(now_is -> key, 'null')), '{}') into new.changes
	from jsonb_object_keys(told || now_is) as key
	where now_is -> key is distinct from told -> key;
	new.hash := app.event_hash(previous, new);
	return new;
end
$$;
comment on function app.chain_event() is
	'Trigger: writes into a new event what the dossier holds now and no earlier event says, and links it to the event before. Reads this dossier and its events only.';
revoke all on function app.chain_event() from public, anon, authenticated;
create trigger chain_event before insert on public.dossier_events
	for each row execute function app.chain_event();

create trigger keep_payload before update of payload on public.dossiers
	for each row when (new.payload is distinct from old.payload) execute function app.refuse_change();
comment on column public.dossiers.payload is 'What the citizen sent, word for word; never changed, so the events keep its hash only.';
