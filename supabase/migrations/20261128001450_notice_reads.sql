-- Who sees the notices: the phone that filed, its own; staff, those of dossiers they read, and how each went out.

create function app.notices_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object('sequence', latest.sequence, 'kind', latest.kind, 'title', latest.title,
		'body', latest.body, 'at', latest.created_at) order by latest.sequence desc), '[]')
	from (
		select * from app.notices where dossier_id = of_dossier and in_app order by sequence desc limit 30
	) as latest
$$;
comment on function app.notices_of(uuid) is 'What the phone that filed is told: [{sequence, kind, title, body, at}], the latest first, 30 at most.';
revoke all on function app.notices_of(uuid) from public, anon, authenticated;

create function app.sent_notices_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object('kind', notice.kind, 'title', notice.title, 'body', notice.body,
		'at', notice.created_at, 'inApp', notice.in_app, 'deliveries', (
			select coalesce(jsonb_agg(jsonb_build_object('channel', delivery.channel, 'address', delivery.address,
				'state', delivery.state, 'attempts', delivery.attempts, 'sentAt', delivery.sent_at) order by way.position), '[]')
			from app.deliveries as delivery join app.notice_channels as way on way.channel = delivery.channel
			where delivery.notice_id = notice.id
		)) order by notice.sequence desc), '[]')
	from app.notices as notice where notice.dossier_id = of_dossier
$$;
comment on function app.sent_notices_of(uuid) is
	'What was told of a dossier and how: [{kind, title, body, at, inApp, deliveries: [{channel, address, state, attempts, sentAt}]}], the latest first.';
revoke all on function app.sent_notices_of(uuid) from public, anon, authenticated;
-- staff_dossier runs as the caller and hands it only a dossier that the caller reads.
grant execute on function app.sent_notices_of(uuid) to authenticated;
