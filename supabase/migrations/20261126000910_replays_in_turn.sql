-- The same action sent twice at once: whoever comes second is answered as the first, and not told that it is done.

create or replace function app.catalogue_replay(request jsonb, me public.staff, action text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
	wanted_id uuid := app.get_uuid(request, 'actionId');
	earlier public.catalogue_events;
begin
	perform pg_advisory_xact_lock(hashtextextended(wanted_id::text, 0));
	select * into earlier from public.catalogue_events where action_id = wanted_id;
	if not found then
		return null;
	end if;
	if earlier.action <> catalogue_replay.action or earlier.actor_staff_id is distinct from me.id
		or earlier.request_hash <> app.hash_text(request::text)
	then
		perform app.fail('PT409', 'action-id-used');
	end if;
	return earlier.answer;
end
$$;
comment on function app.catalogue_replay(jsonb, public.staff, text) is
	'What {actionId} was answered before, or null; until this transaction ends nobody else looks at the same action. PT409 action-id-used for another request, person or action.';
