-- Biểu II.06a and every other count of dossiers: one population, counted in one place (domain §5.1).

create function app.agencies_under(top uuid) returns uuid[]
language sql
stable
security definer
set search_path = ''
as $$
	with recursive below as (
		select id from public.agencies where id = top
		union
		select child.id from public.agencies as child join below on child.parent_id = below.id
	)
	select array_agg(id order by id) from below
$$;
comment on function app.agencies_under(uuid) is 'An agency and all that stand below it: a parent sees the sum of its communes.';
revoke all on function app.agencies_under(uuid) from public, anon, authenticated;

create type app.report_cells as (
	received_online bigint, received_other bigint, carried bigint,
	early bigint, on_time bigint, late bigint, open_in_time bigint, open_late bigint,
	withdrawn bigint, withdrawn_carried bigint, no_due bigint, no_due_carried bigint,
	waiting bigint, reappointed bigint, kept_first bigint, supplemented bigint, with_files bigint, with_result_file bigint
);
comment on type app.report_cells is
	'The counts of one line. received_online (column 4), received_other (5), carried (6), early (8), on_time (9), late (10), open_in_time (12), open_late (13): columns 3, 7 and 11 are their sums. Beside the form, in none of its columns: withdrawn and no_due (ended, or running, without a date), each with how many were carried over. Of the form''s: waiting among the open; of the ended: reappointed, and kept_first that met even their first date; supplemented, with_result_file (handed out as a file). Of columns 4 + 5: with_files (papers kept as files).';

create type app.report_member as (
	dossier_id uuid, agency_id uuid, department_id uuid, officer_id uuid, field_code text, procedure_code text, channel smallint,
	received_at timestamptz, ended_at timestamptz, is_new boolean, fate text, waiting boolean, late_reason text, reappointed boolean, kept_first boolean,
	rounds smallint, has_files boolean, has_result_file boolean, never_due boolean
);
comment on type app.report_member is
	'A dossier in a period: is_new = received within; fate early|on-time|late|withdrawn|no-due when it ended within, open|open-late|no-due when it was open at its end.';

create function app.report_members(agencies uuid[], starts_at timestamptz, ends_at timestamptz) returns setof app.report_member
language sql
stable
-- No settings and no rights of its own: so the planner takes it into the query that calls it, and a year of a province is counted without
-- being written down first. Only functions of the owner with an empty search_path call it.
as $$
	-- Half-open: ended within, or open at its end and judged there, or now when that lies ahead.
	select fact.dossier_id, fact.agency_id, fact.department_id, fact.officer_id, fact.field_code, fact.procedure_code, fact.channel,
		fact.received_at, fact.ended_at, fact.received_at >= starts_at, fact.outcome, false, fact.late_reason, fact.reappointed,
		fact.kept_first, fact.rounds, fact.has_files, fact.has_result_file, fact.due_date is null
	from app.dossier_facts as fact
	where fact.agency_id = any (agencies) and fact.ended_at >= starts_at and fact.ended_at < ends_at
	union all
	select fact.dossier_id, fact.agency_id, span.department_id, span.officer_id, fact.field_code, fact.procedure_code, fact.channel,
		fact.received_at, null, fact.received_at >= starts_at,
		case when least(ends_at, now()) > span.late_from then 'open-late' when span.due_at is null and not span.waiting then 'no-due' else 'open' end,
		span.waiting, case when least(ends_at, now()) > span.late_from then span.late_reason end, fact.reappointed, false,
		fact.rounds, fact.has_files, fact.has_result_file, fact.due_date is null
	from (
		-- Found by `life` alone, then by agency: the indexes of days would walk all that was ever received before.
		select * from app.dossier_facts where life @> ends_at and lower(life) < ends_at offset 0
	) as fact
	join app.dossier_spans as span on span.dossier_id = fact.dossier_id
		and span.from_at < ends_at and (span.until_at is null or span.until_at >= ends_at)
	where fact.agency_id = any (agencies)
$$;
comment on function app.report_members(uuid[], timestamptz, timestamptz) is
	'Every dossier that belongs to the period [starts_at, ends_at) of these agencies, once, with what became of it. What is open is judged at ends_at, or now when that lies ahead. Department and officer are those of the end, or of ends_at. The one population of every report.';
revoke all on function app.report_members(uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create type app.report_kind as (
	key text, received_month date, ended_month date, fate text, is_new boolean, is_online boolean, waiting boolean, reappointed boolean, kept_first boolean,
	had_rounds boolean, has_files boolean, has_result_file boolean, never_due boolean, n bigint
);
comment on type app.report_kind is 'So many dossiers (n) of a line (key) that are alike in everything a report counts.';

create function app.report_kinds(
	agencies uuid[], starts_at timestamptz, ends_at timestamptz, per text, only_these jsonb default '{}', with_months boolean default false
)
returns setof app.report_kind
language plpgsql
stable
security definer
set search_path = ''
as $function$
begin
	-- Planned anew with what was asked: a day of a commune and a year of a province are not read the same way.
	return query execute $query$
		select case $4
				when 'agency' then agency_id::text when 'department' then department_id::text when 'officer' then officer_id::text
				when 'field' then field_code when 'procedure' then procedure_code when 'channel' then channel::text else ''
			end,
			case when $6 then date_trunc('month', received_at at time zone interval '7 hours')::date end,
			case when $6 then date_trunc('month', ended_at at time zone interval '7 hours')::date end,
			fate, is_new, channel = 2, waiting, reappointed, kept_first, rounds > 0, has_files, has_result_file, never_due, count(*)
		from app.report_members($1, $2, $3)
		where ($5 ->> 'departmentId' is null or department_id = ($5 ->> 'departmentId')::uuid)
			and ($5 ->> 'officerId' is null or officer_id = ($5 ->> 'officerId')::uuid)
			and ($5 ->> 'field' is null or field_code = $5 ->> 'field')
			and ($5 ->> 'procedure' is null or procedure_code = $5 ->> 'procedure')
			and ($5 ->> 'channel' is null or channel = ($5 ->> 'channel')::smallint)
		group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
	$query$ using agencies, starts_at, ends_at, per, only_these, with_months;
end
$function$;
comment on function app.report_kinds(uuid[], timestamptz, timestamptz, text, jsonb, boolean) is
	'Every kind of dossier of a period once with its number, per agency|department|field|procedure|officer|channel, or all in one line (key ''''). key is an id or code, null where a dossier has none. only_these {departmentId?, officerId?, field?, procedure?, channel?} leaves the others out; with_months tells kinds apart by the months of receipt and end.';
revoke all on function app.report_kinds(uuid[], timestamptz, timestamptz, text, jsonb, boolean) from public, anon, authenticated;

create function app.count_kinds(kinds app.report_kind[]) returns app.report_cells
language sql
immutable
set search_path = ''
as $$
	select row(
		coalesce(sum(n) filter (where is_counted and is_new and is_online), 0),
		coalesce(sum(n) filter (where is_counted and is_new and not is_online), 0),
		coalesce(sum(n) filter (where is_counted and not is_new), 0),
		coalesce(sum(n) filter (where fate = 'early'), 0), coalesce(sum(n) filter (where fate = 'on-time'), 0), coalesce(sum(n) filter (where fate = 'late'), 0),
		coalesce(sum(n) filter (where fate = 'open'), 0), coalesce(sum(n) filter (where fate = 'open-late'), 0),
		coalesce(sum(n) filter (where fate = 'withdrawn'), 0), coalesce(sum(n) filter (where fate = 'withdrawn' and not is_new), 0),
		coalesce(sum(n) filter (where fate = 'no-due'), 0), coalesce(sum(n) filter (where fate = 'no-due' and not is_new), 0),
		coalesce(sum(n) filter (where fate in ('open', 'open-late') and waiting), 0),
		coalesce(sum(n) filter (where is_done and reappointed), 0), coalesce(sum(n) filter (where is_done and reappointed and kept_first), 0),
		coalesce(sum(n) filter (where is_done and had_rounds), 0), coalesce(sum(n) filter (where is_counted and is_new and has_files), 0),
		coalesce(sum(n) filter (where is_done and has_result_file), 0)
	)::app.report_cells
	from (
		select *, fate not in ('withdrawn', 'no-due') as is_counted, fate in ('early', 'on-time', 'late') as is_done from unnest(kinds)
	) as kind
$$;
comment on function app.count_kinds(app.report_kind[]) is 'The columns that these kinds make: the one place that says what is counted where.';
revoke all on function app.count_kinds(app.report_kind[]) from public, anon, authenticated;

create function app.report_lines(
	agencies uuid[], starts_at timestamptz, ends_at timestamptz, per text, only_these jsonb default '{}'
)
returns table (key text, cells app.report_cells)
language sql
stable
security definer
set search_path = ''
as $$
	select kind.key, app.count_kinds(array_agg(kind))
	from app.report_kinds(agencies, starts_at, ends_at, per, only_these) as kind
	group by kind.key
$$;
comment on function app.report_lines(uuid[], timestamptz, timestamptz, text, jsonb) is
	'The counts of a period, one line per key of app.report_kinds.';
revoke all on function app.report_lines(uuid[], timestamptz, timestamptz, text, jsonb) from public, anon, authenticated;
