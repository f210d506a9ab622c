-- What the index counts: the reports' own numbers wherever a report has them, and the few that no report has, each in one place.

create function app.proven_total(agencies uuid[], from_at timestamptz, until_at timestamptz) returns app.report_cells
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	total constant app.report_cells := app.sum_cells(array(
		select line.cells from app.report_lines(agencies, from_at, until_at, '') as line));
begin
	perform app.check_report(total, app.open_at(agencies, from_at), app.open_at(agencies, until_at));
	return total;
end
$$;
comment on function app.proven_total(uuid[], timestamptz, timestamptz) is
	'The last line of Biểu II.06a of these days, proven as every report is. PT409 figures-inconsistent.';
revoke all on function app.proven_total(uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create function app.time_used(
	agencies uuid[], from_at timestamptz, until_at timestamptz, out used bigint, out promised bigint, out counted bigint
)
language sql
stable
security definer
set search_path = ''
as $$
	with calendar as materialized (select * from app.working_day_index()),
	done as materialized (
		-- Days by their place in the calendar.
		select fact.dossier_id, (fact.received_at at time zone interval '7 hours')::date - calendar.first_day + 1 as received_on,
			(fact.ended_at at time zone interval '7 hours')::date - calendar.first_day + 1 as ended_on, fact.due_date - calendar.first_day + 1 as due_on
		from app.report_members(agencies, from_at, until_at) as member
		join app.dossier_facts as fact on fact.dossier_id = member.dossier_id, calendar
		where member.fate in ('early', 'on-time', 'late')
	), counted as (
		select done.dossier_id, calendar.numbers[done.received_on] as received_number, calendar.numbers[done.ended_on] as ended_number,
			calendar.numbers[done.due_on] as due_number
		from done, calendar
		where calendar.eras[done.ended_on] = nullif(calendar.eras[done.received_on], 0) and calendar.eras[done.due_on] = calendar.eras[done.received_on]
	), spans as (
		select counted.*, waited.days, waited.days_before_due
		from counted cross join calendar cross join lateral (
			-- Looked up dossier by dossier, as in app.held_days.
			select coalesce(sum(least(until.number, counted.ended_number) - since.number), 0) as days,
				coalesce(sum(least(until.number, counted.due_number) - least(since.number, counted.due_number)), 0) as days_before_due
			from app.dossier_spans as span,
				lateral (select calendar.numbers[(span.from_at at time zone interval '7 hours')::date - calendar.first_day + 1] as number) as since,
				lateral (select calendar.numbers[(span.until_at at time zone interval '7 hours')::date - calendar.first_day + 1] as number) as until
			where span.dossier_id = counted.dossier_id and span.waiting
		) as waited
	)
	select coalesce(sum(ended_number - received_number - days), 0)::bigint,
		coalesce(sum(greatest(due_number, received_number) - received_number - days_before_due), 0)::bigint, count(*)
	from spans
$$;
comment on function app.time_used(uuid[], timestamptz, timestamptz, out bigint, out bigint, out bigint) is
	'Of the done (column 7): the working days used, from the day after receipt to the day it ended, and those promised, to the date in force at the end, both without the days it waited for papers or money (the day it was asked for belongs to the office, the day they came does not). counted = how many could be counted: they had a date, and the calendar has every year between. A same-day matter adds nought to both.';
revoke all on function app.time_used(uuid[], timestamptz, timestamptz, out bigint, out bigint, out bigint) from public, anon, authenticated;

create function app.services_used(agencies uuid[], from_at timestamptz, until_at timestamptz, out part bigint, out n bigint)
language sql
stable
security definer
set search_path = ''
as $$
	with online as (
		select procedure.code from public.procedures as procedure
		join public.procedure_versions as version on version.id = procedure.current_version_id
		where procedure.status = 'published' and version.content ->> 'onlineLevel' in ('full', 'partial')
	), used as (
		select distinct procedure_code from app.report_members(agencies, from_at, until_at) as member
		where app.is_in_column(member, 'receivedOnline')
	)
	select count(used.procedure_code), count(*) from online left join used on used.procedure_code = online.code
$$;
comment on function app.services_used(uuid[], timestamptz, timestamptz, out bigint, out bigint) is
	'How many (part) of the procedures that are published as online ones now (n) had an online dossier (column 4) in the period.';
revoke all on function app.services_used(uuid[], timestamptz, timestamptz, out bigint, out bigint) from public, anon, authenticated;

create function app.paid_online(agencies uuid[], from_at timestamptz, until_at timestamptz, out part bigint, out n bigint)
language sql
stable
security definer
set search_path = ''
as $$
	select count(distinct dossier_id) filter (where method = 'online'), count(distinct dossier_id)
	from public.payments
	where agency_id = any (agencies) and at >= from_at and at < until_at and total > 0
$$;
comment on function app.paid_online(uuid[], timestamptz, timestamptz, out bigint, out bigint) is
	'How many (part) of the dossiers a fee was taken for in these days (n) were paid online, at least in part. Fees of the office only: taxes and dues paid elsewhere are not.';
revoke all on function app.paid_online(uuid[], timestamptz, timestamptz, out bigint, out bigint) from public, anon, authenticated;

create function app.feedback_steps(agencies uuid[], from_day date, until_day date)
returns table (step text, part bigint, n bigint)
language sql
stable
security definer
set search_path = ''
as $$
	with items as materialized (
		-- As it stood at the end of the last day, or stands now, like app.feedback_between.
		select item.id, judged, known, app.local_time(item.sent_at)::date as sent, decided.day as decided,
			decided.day is not null and item.state = 'rejected' and item.question is null as is_rejected,
			nullif(least(app.local_time(item.published_at)::date, judged + 1), judged + 1) as published,
			case when decided.day is null
				then app.feedback_day(app.local_time(item.sent_at)::date, 'resolve', known) else app.feedback_last_day(item, known) end as last_day
		from app.feedback as item, (select app.index_calendar(app.working_calendar()) as known, least(app.today(), until_day - 1) as judged) as calendar,
			lateral (select nullif(least(app.local_time(item.decided_at)::date, judged + 1), judged + 1) as day) as decided
		where item.agency_id = any (agencies) and item.sent_at >= app.day_start(from_day) and item.sent_at < app.day_start(until_day)
	), steps as (
		select 'reject' as step, decided <= last_day as is_kept from items where is_rejected
		union all
		select 'resolve', decided is not null and decided <= last_day from items
		where not is_rejected and (decided is not null or judged > last_day)
		union all
		select 'ask', app.local_time(event.at)::date <= app.feedback_day(items.sent, 'ask', items.known)
		from items join app.feedback_events as event on event.feedback_id = items.id and event.action = 'ask' and app.local_time(event.at)::date <= judged
		union all
		select 'publish', published <= app.feedback_day(decided, 'publish', known) from items where published is not null
	)
	select name, count(*) filter (where steps.is_kept), count(steps.step)
	from unnest(array['reject', 'ask', 'resolve', 'publish']) with ordinality as list (name, place)
	left join steps on steps.step = list.name
	group by name, place order by place
$$;
comment on function app.feedback_steps(uuid[], date, date) is
	'For complaints and suggestions sent in these days, each step by its own deadline (app.feedback_limits): part in time of n. reject and resolve together are app.feedback_between: resolve counts what is unanswered past its last day, too.';
revoke all on function app.feedback_steps(uuid[], date, date) from public, anon, authenticated;

create function app.measure(name text, part bigint, n bigint, parts jsonb default '[]')
returns table (measure text, line_part bigint, line_n bigint, percent numeric, line_parts jsonb)
language sql
immutable
set search_path = ''
as $$ select name, part, n, case when n > 0 then part * 100::numeric / n end, parts $$;
comment on function app.measure(text, bigint, bigint, jsonb) is 'One row of app.index_measures: a share of nothing is no share.';
revoke all on function app.measure(text, bigint, bigint, jsonb) from public, anon, authenticated;

create function app.part_json(key text, part bigint, n bigint) returns jsonb
language sql
immutable
set search_path = ''
as $$ select jsonb_build_object('key', key, 'part', part, 'n', n) $$;
comment on function app.part_json(text, bigint, bigint) is 'So many of so many, of what a line of the index consists of.';
revoke all on function app.part_json(text, bigint, bigint) from public, anon, authenticated;

create function app.index_measures(agencies uuid[], from_day date, until_day date)
returns table (measure text, part bigint, n bigint, percent numeric, parts jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	from_at constant timestamptz := app.day_start(from_day);
	until_at constant timestamptz := app.day_start(until_day);
	total constant app.report_cells := app.proven_total(agencies, from_at, until_at);
	received constant bigint := total.received_online + total.received_other;
	done constant bigint := total.early + total.on_time + total.late;
	times record;
	services record;
	paid record;
	said record;
	rated record;
begin
	select * into times from app.time_used(agencies, from_at, until_at);
	select * into services from app.services_used(agencies, from_at, until_at);
	select * into paid from app.paid_online(agencies, from_at, until_at);
	select * into said from app.feedback_between(agencies, from_day, until_day);
	select * into rated from app.satisfaction_between(agencies, from_day, until_day);
	return query select * from app.measure('on-time', total.early + total.on_time, done);
	return query select * from app.measure('time-used', times.used, times.promised, jsonb_build_array(app.part_json('counted', times.counted, done)));
	return query select * from app.measure('services-used', services.part, services.n);
	return query select * from app.measure('online-share', total.received_online, received);
	return query select * from app.measure('paid-online', paid.part, paid.n);
	return query select * from app.measure('e-results', total.with_result_file, done);
	return query select * from app.measure('digitised', total.with_files, received);
	return query select * from app.measure('feedback', said.answered_in_time, said.answered_in_time + said.late, (
		select jsonb_agg(app.part_json(step, steps.part, steps.n)) from app.feedback_steps(agencies, from_day, until_day) as steps));
	-- Two shares of different things: taken together only when there is something of both.
	return query select 'satisfaction', null::bigint, null::bigint,
		case when done > 0 and rated.answers > 0 then
			greatest(0, 100 - total.late * 100::numeric / done - rated.dissatisfied * 100::numeric / rated.answers) end,
		jsonb_build_array(app.part_json('overdue', total.late, done), app.part_json('disliked', rated.dissatisfied, rated.answers));
end
$$;
comment on function app.index_measures(uuid[], date, date) is
	'What app.index_lines.computed names, of the days from from_day on and before until_day: part of n, per cent unrounded (null of nothing), and what it consists of. on-time = columns 8 + 9 of 7; online-share = 4 of 4 + 5; e-results, digitised = files of 7 and of 4 + 5; time-used = app.time_used in working days; services-used, paid-online; feedback = answered in time of answered and overdue, with its steps; satisfaction = 100 − late per cent of the done − dissatisfied per cent of the answers (index 5.4: the one place), neither the plain share of satisfied answers nor SIPAS. Ratings are of whole months and only what is let out. PT409 figures-inconsistent.';
revoke all on function app.index_measures(uuid[], date, date) from public, anon, authenticated;
