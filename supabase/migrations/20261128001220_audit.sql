-- The verifier of the event chains, page by page.

create function app.audit_dossiers(after uuid, page int) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with ids as materialized (
		-- Also ids that only events still know.
		select id from (
			(
				select id from public.dossiers
				where id >= coalesce(after, '00000000-0000-0000-0000-000000000000') and id is distinct from after
				order by id limit page
			)
			union
			(
				select distinct dossier_id from public.dossier_events
				where dossier_id >= coalesce(after, '00000000-0000-0000-0000-000000000000') and dossier_id is distinct from after
				order by dossier_id limit page
			)
		) as known order by id limit page
	), events as materialized (
		select event.dossier_id, event.sequence, event.hash, event as whole,
			lag(event.sequence) over history as sequence_before, lag(event.hash) over history as hash_before
		from ids join public.dossier_events as event on event.dossier_id = ids.id
		window history as (partition by event.dossier_id order by event.sequence)
	), dossiers as materialized (
		select ids.id, dossier.id is not null as is_there, coalesce(dossier.code, dossier.reference) as code,
			exists (select 1 from events where events.dossier_id = ids.id) as has_events,
			app.dossier_image(dossier) as now_is, app.rebuild_dossier(ids.id) as told,
			app.hash_text(dossier.payload::text) as payload_hash
		from ids left join public.dossiers as dossier on dossier.id = ids.id
	), faults as (
		select dossier_id as id, case
				when sequence = coalesce(sequence_before, 0) + 1 then 'chain-broken'
				when sequence_before is null then 'start-missing'
				else 'events-missing'
			end as fault, sequence, null::text[] as columns
		from events
		where sequence <> coalesce(sequence_before, 0) + 1 or hash <> app.event_hash(hash_before, whole)
		union all
		select id, 'dossier-missing', null, null from dossiers where not is_there
		union all
		select id, 'history-missing', null, null from dossiers where not has_events
		union all
		select id, 'projection-differs', null, differing.columns
		from dossiers, lateral (
			select array_agg(key order by key collate "C") as columns from jsonb_object_keys(told || now_is) as key
			where key <> 'payload' and now_is -> key is distinct from told -> key
		) as differing
		where is_there and has_events and differing.columns is not null
		union all
		select id, 'payload-differs', null, null from dossiers
		where is_there and has_events and payload_hash is distinct from told ->> 'payload'
	)
	select jsonb_build_object(
		'dossiers', (select count(*) from ids),
		'events', (select count(*) from events),
		'last', (select id from ids order by id desc limit 1),
		'faults', (
			select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('dossierId', id, 'code', dossiers.code, 'fault', fault,
				'sequence', sequence, 'columns', columns)) order by id, sequence, fault collate "C"), '[]')
			from faults join dossiers using (id)
		)
	)
$$;
comment on function app.audit_dossiers(uuid, int) is
	'Verifies the next `page` dossiers after this id (null = from the start): {dossiers, events, last, faults: [{dossierId, code?, fault, sequence?, columns?}]}. chain-broken: this event or the one before was altered; events-missing, start-missing: before this sequence; dossier-missing: only its events are left; history-missing: it has no event; projection-differs: in these columns the dossier is not what its events tell; payload-differs. Reads these dossiers and their events only.';
revoke all on function app.audit_dossiers(uuid, int) from public, anon, authenticated;
