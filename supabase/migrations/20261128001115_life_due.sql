-- The date of a dossier with its waits for money and its re-appointment.

create function app.money_spans(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_array(app.local_time(from_at), app.local_time(to_at)) order by from_at), '[]')
	from public.waits where dossier_id = of_dossier and pauses and to_at is not null
$$;
comment on function app.money_spans(uuid) is 'The ended waits of a dossier during which the clock stood still, as the clock takes them: [[from, to]] in local time.';
revoke all on function app.money_spans(uuid) from public, anon, authenticated;

create or replace function app.due_for(dossier public.dossiers, received timestamptz) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select case when app.limit_of(dossier) is null then jsonb_build_object('error', 'limit-unknown') else
		app.compute_clock(
			jsonb_build_object(
				'received', app.local_time(received),
				'limit', app.limit_of(dossier),
				'policy', (
					select version.content #>> '{clock,supplement}' from public.procedure_versions as version
					where version.id = dossier.version_id
				),
				'supplements', app.supplement_spans(dossier.id),
				'payments', app.money_spans(dossier.id),
				'reappointedTo', dossier.extended_to,
				'reappointedAt', app.local_time(dossier.extended_at)
			),
			app.working_calendar()
		)
	end
$$;
comment on function app.due_for(public.dossiers, timestamptz) is
	'The clock''s answer for this dossier, received at that moment, with every wait and the re-appointment so far: dueDate (and due), or error.';

create function app.move_by_waits(day date, spans jsonb) returns date
language sql
stable
security definer
set search_path = ''
as $$
	select app.find_working_day_after(day, app.count_working_days((
		select coalesce(range_agg(daterange((pair ->> 0)::timestamp::date, (pair ->> 1)::timestamp::date, '(]')), '{}')
		from jsonb_array_elements(spans) as pair
	), known.calendar), known.calendar)
	from (select app.index_calendar(app.working_calendar()) as calendar) as known
$$;
comment on function app.move_by_waits(date, jsonb) is
	'A date written by hand (no legal limit) moved by the working days of these waits; null when a year on the way has no calendar.';
revoke all on function app.move_by_waits(date, jsonb) from public, anon, authenticated;
