-- The calendar of a year as staff see it, and what was changed in it.

create function public.staff_calendar(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	wanted constant int := case when request ->> 'year' ~ '^20[0-9]{2}$' then (request ->> 'year')::int end;
begin
	perform app.require_protocol(request);
	if app.my_staff_id() is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if wanted is null then
		perform app.fail('PT400', 'calendar-year');
	end if;
	return jsonb_build_object(
		'revision', app.calendar_revision(),
		'years', (
			select coalesce(jsonb_agg(jsonb_build_object('year', year, 'status', status, 'source', source, 'note', note) order by year), '[]')
			from public.calendar_years
		),
		'days', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'day', known.day, 'kind', known.kind, 'name', known.name, 'source', known.source, 'verification', known.verification,
				'enteredBy', entry.actor_name, 'enteredAt', entry.at
			) order by known.day), '[]')
			from public.calendar_days as known
			left join lateral (
				select actor_name, at from public.calendar_changes
				where subject = known.day::text and action = 'save-day' order by id desc limit 1
			) as entry on true
			where extract(year from known.day) = wanted
		),
		'gaps', coalesce(app.calendar_year(wanted) -> 'gaps', '[]'),
		'hours', app.stored_calendar() -> 'hours',
		'changes', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', change.id, 'action', change.action, 'subject', change.subject, 'before', change.before, 'after', change.after,
				'reason', change.reason, 'actor', change.actor_name, 'at', change.at
			) order by change.id desc), '[]')
			from (
				select * from public.calendar_changes
				where left(subject, 4) = wanted::text or action = 'office-hours' order by id desc limit 100
			) as change
		)
	);
end
$$;
comment on function public.staff_calendar(jsonb) is
	'{protocol, year} → {revision, years, days of that year with who entered them, gaps, hours, changes ≤ 100, the latest first}; for all staff. PT403 not-staff; PT400 calendar-year.';
revoke all on function public.staff_calendar(jsonb) from public, anon, authenticated;
grant execute on function public.staff_calendar(jsonb) to authenticated;
