-- What the worker asks and reports. At least once: a delivery is taken for ten minutes and comes again unless its outcome
-- was told, always under the same id.

create function app.note_channels(configured jsonb) returns void
language sql
security definer
set search_path = ''
as $$
	update app.notice_channels as way set is_on = not way.is_on
	where channel <> 'app' and is_on <> coalesce(configured -> channel = 'true'::jsonb, false);
	-- After two days somebody rings: a mail that comes later would tell of yesterday's news.
	update app.deliveries set state = 'failed', last_error = coalesce(last_error, 'expired')
	where id in (
		select id from app.deliveries
		where state = 'waiting' and next_at <= now() and created_at < now() - interval '2 days'
		limit 100 for update skip locked
	);
$$;
comment on function app.note_channels(jsonb) is
	'{email?: true, sms?, zalo?}: what the worker can send by; what is left out is off. What has waited for two days is given up, whether anything can be sent or not.';
revoke all on function app.note_channels(jsonb) from public, anon, authenticated;
grant execute on function app.note_channels(jsonb) to service_role;

create function app.take_delivery(channels text[]) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	taken app.deliveries;
begin
	select * into taken from app.deliveries
	where state = 'waiting' and next_at <= now() and channel = any (channels)
	order by next_at
	limit 1
	for update skip locked;
	if not found then
		return null;
	end if;
	update app.deliveries set attempts = attempts + 1, next_at = now() + interval '10 minutes' where id = taken.id;
	return jsonb_build_object('id', taken.id, 'attempt', taken.attempts + 1, 'channel', taken.channel, 'address', taken.address,
		'subject', taken.subject, 'body', taken.body, 'createdAt', taken.created_at);
end
$$;
comment on function app.take_delivery(text[]) is
	'The delivery that waits longest, by one of these channels: {id, attempt, channel, address, subject, body, createdAt}, or null. It comes again after ten minutes unless note_delivery is told.';
revoke all on function app.take_delivery(text[]) from public, anon, authenticated;
grant execute on function app.take_delivery(text[]) to service_role;

create function app.note_delivery(of_delivery uuid, attempt int, outcome text, detail text) returns void
language sql
security definer
set search_path = ''
as $$
	update app.deliveries set
		state = case outcome when 'sent' then 'sent' when 'refused' then 'failed' else 'waiting' end,
		sent_at = case outcome when 'sent' then now() end,
		provider_id = case outcome when 'sent' then left(detail, 200) end,
		last_error = case outcome when 'sent' then null else left(detail, 200) end,
		next_at = case when outcome = 'later'
			then now() + least(interval '1 minute' * power(2, least(attempts - 1, 12)), interval '2 hours') else next_at end
	where id = of_delivery and state = 'waiting'
		-- What went out has gone out, whoever took it since; of anything else only the last try knows.
		and (outcome = 'sent' or attempts = note_delivery.attempt)
$$;
comment on function app.note_delivery(uuid, int, text, text) is
	'How a try ended: sent (detail = the provider''s id), refused for good, or later: again after 1, 2, 4 … minutes, two hours at most.';
revoke all on function app.note_delivery(uuid, int, text, text) from public, anon, authenticated;
grant execute on function app.note_delivery(uuid, int, text, text) to service_role;
