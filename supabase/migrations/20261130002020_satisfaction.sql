-- What people answered, as figures: for leaders and administrators, for the public, for other reports. These are desk
-- ratings of this office; they are not SIPAS, the sociological survey of the Ministry of Home Affairs, and are never mixed with it.

create function app.get_months(request jsonb, out first_month date, out last_month date)
language plpgsql
immutable
set search_path = ''
as $$
begin
	first_month := app.find_local_time(to_jsonb(left(app.find_text(request, 'from', 10), 7) || '-01T00:00'))::date;
	last_month := app.find_local_time(to_jsonb(left(app.find_text(request, 'to', 10), 7) || '-01T00:00'))::date;
	if first_month is null or last_month is null or first_month > last_month or last_month > first_month + interval '10 years' then
		perform app.fail('PT400', 'months-malformed');
	end if;
end
$$;
comment on function app.get_months(jsonb) is
	'The first days of the months from `from` to `to` (YYYY-MM, or a day of them), both counted, at most ten years; PT400 months-malformed.';
revoke all on function app.get_months(jsonb) from public, anon, authenticated;

create function app.survey_parts(agencies uuid[], first_month date, last_month date, part text)
returns table (answer_id uuid, part_key text)
language sql
stable
security definer
set search_path = ''
as $$
	with let_out as (
		select answer.id, answer.agency_id, answer.month, case part
				when 'agency' then agency_id::text
				when 'month' then to_char(month, 'YYYY-MM')
				when 'department' then coalesce(department_id::text, '-')
				when 'field' then field_code
				when 'procedure' then procedure_code
				when 'channel' then channel::text
			end as value
		from public.agencies as office
		join app.survey_answers as answer on answer.agency_id = office.id
		where office.id = any (agencies) and month between first_month and last_month
			-- Whole offices and months grow by fives. Parts do not: they are told once a month is over and grows no more.
			and (part in ('agency', 'month') or month < date_trunc('month', app.today()))
	), cells as (
		select agency_id, month, value, count(*) as n from let_out group by agency_id, month, value
	), small as (
		select agency_id, month, sum(n) filter (where n < app.survey_batch()) as n from cells group by agency_id, month
	), ranked as (
		select cells.*, small.n as small_n,
			row_number() over (partition by agency_id, month order by cells.n < app.survey_batch(), cells.n, value) as place
		from cells join small using (agency_id, month)
	)
	select let_out.id, case
			when ranked.n < app.survey_batch() then null
			-- What is left over is itself too small: it could be had by taking the shown from the whole. One more joins it.
			when ranked.small_n < app.survey_batch() and ranked.place = 1 then null
			else ranked.value
		end
	from let_out join ranked using (agency_id, month, value)
$$;
comment on function app.survey_parts(uuid[], date, date, text) is
	'Every answer that is let out, with the part (agency, month, department, field, procedure or channel) under which it may be shown, null = among the rest. Decided within each office and month, so that no two periods or offices can be subtracted to get at fewer than five.';
revoke all on function app.survey_parts(uuid[], date, date, text) from public, anon, authenticated;

create function app.survey_part_name(part text, part_key text) returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case part
		when 'agency' then (select name from public.agencies where id::text = part_key)
		when 'department' then (select name from public.departments where id::text = part_key)
		when 'field' then (select name from public.fields where code = part_key)
		when 'procedure' then (select short_title from public.procedures where code = part_key)
	end
$$;
comment on function app.survey_part_name(text, text) is 'What a part of the figures is called; null for months, channels, the rest and what never had a department, which the screen names.';
revoke all on function app.survey_part_name(text, text) from public, anon, authenticated;

create function app.survey_groups(agencies uuid[], first_month date, last_month date, part text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with parts as (
		select parts.part_key, answer.*
		from app.survey_parts(agencies, first_month, last_month, part) as parts
		join app.survey_answers as answer on answer.id = parts.answer_id
	), overall as (
		select part_key, count(*) as n, count(*) filter (where overall = 'very-satisfied') as very,
			count(*) filter (where overall = 'satisfied') as satisfied, count(*) filter (where overall = 'dissatisfied') as dissatisfied
		from parts group by part_key
	), counted as (
		select part_key, said.key, said.value, count(*) as n
		from parts, jsonb_each_text(parts.answers) as said group by part_key, said.key, said.value
	), questions as (
		-- A question that fewer than five answered is not told: the others of the five were silent.
		select part_key, jsonb_object_agg(key, options) as questions
		from (
			select part_key, key, jsonb_object_agg(value, n) as options from counted group by part_key, key
			having sum(n) >= app.survey_batch()
		) as asked
		group by part_key
	)
	select coalesce(jsonb_agg(jsonb_build_object(
		'key', overall.part_key, 'name', app.survey_part_name(part, overall.part_key), 'answers', overall.n,
		'verySatisfied', overall.very, 'satisfied', overall.satisfied, 'dissatisfied', overall.dissatisfied,
		'questions', coalesce(questions.questions, '{}')
	) order by overall.part_key is null, case when part = 'month' then overall.part_key end, overall.n desc, overall.part_key), '[]')
	from overall left join questions on questions.part_key is not distinct from overall.part_key
$$;
comment on function app.survey_groups(uuid[], date, date, text) is
	'[{key, name, answers, verySatisfied, satisfied, dissatisfied, questions: {question: {option: count}}}], questions only with five answers or more: the most answered first, months in their order, the rest (key null) last.';
revoke all on function app.survey_groups(uuid[], date, date, text) from public, anon, authenticated;

create function app.survey_questions(agencies uuid[], first_month date, last_month date) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_object_agg(key, options), '{}')
	from (
		select key, jsonb_object_agg(value, n) as options
		from (
			select said.key, said.value, count(*) as n
			from app.survey_answers as answer, jsonb_each_text(answer.answers) as said
			where answer.agency_id = any (agencies) and answer.month between first_month and last_month
			group by said.key, said.value
		) as counted
		group by key having sum(n) >= app.survey_batch()
	) as asked
$$;
comment on function app.survey_questions(uuid[], date, date) is
	'{question: {option: count}} over everything that is let out of these months; questions only with five answers or more.';
revoke all on function app.survey_questions(uuid[], date, date) from public, anon, authenticated;

create function app.satisfaction_between(
	agencies uuid[], from_day date, until_day date,
	out answers bigint, out very_satisfied bigint, out satisfied bigint, out dissatisfied bigint
)
language sql
stable
security definer
set search_path = ''
as $$
	select count(*), count(*) filter (where overall = 'very-satisfied'), count(*) filter (where overall = 'satisfied'),
		count(*) filter (where overall = 'dissatisfied')
	from app.survey_answers
	where agency_id = any (agencies) and month >= date_trunc('month', from_day)::date and month < until_day
$$;
comment on function app.satisfaction_between(uuid[], date, date) is
	'What people answered about these agencies in the months from that of from_day to the last that begins before until_day: only what is let out, so nothing or at least five of each agency. Desk ratings, not SIPAS.';
revoke all on function app.satisfaction_between(uuid[], date, date) from public, anon, authenticated;

create function public.staff_satisfaction(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	home constant uuid := app.my_agency_id();
	is_leader constant boolean := app.i_have_role('leader');
	part text;
	months record;
	scope uuid[];
	wanted uuid;
begin
	perform app.require_protocol(request);
	if home is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not is_leader and not app.i_have_role('admin') then
		perform app.fail('PT403', 'role-missing');
	end if;
	select * into months from app.get_months(request);
	part := app.find_text(request, 'by', 20);
	if part is null or part not in ('agency', 'department', 'field', 'procedure', 'channel', 'month') then
		perform app.fail('PT400', 'part-unknown');
	end if;
	-- The leader of a parent agency sees the figures of the agencies below; an administrator those of the own.
	scope := case when is_leader then app.agencies_under(home) else array[home] end;
	if coalesce(request -> 'agencyId', 'null') <> 'null' then
		wanted := app.get_uuid(request, 'agencyId');
		if not wanted = any (scope) then
			perform app.fail('PT404', 'office-unknown');
		end if;
	end if;
	return jsonb_build_object(
		'agencies', (
			select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by code) from public.agencies where id = any (scope)
		),
		'least', app.survey_batch(),
		'waiting', (
			select count(*) from app.survey_answers
			where month is null and agency_id = any (case when wanted is null then scope else array[wanted] end)
		),
		'total', (
			select jsonb_build_object('answers', answers, 'verySatisfied', very_satisfied, 'satisfied', satisfied, 'dissatisfied', dissatisfied)
			from app.satisfaction_between(case when wanted is null then scope else array[wanted] end,
				months.first_month, (months.last_month + 1)::date)
		),
		'questions', app.survey_questions(case when wanted is null then scope else array[wanted] end, months.first_month, months.last_month),
		'groups', app.survey_groups(case when wanted is null then scope else array[wanted] end, months.first_month, months.last_month, part),
		'comments', case when is_leader and (wanted is null or wanted = home) then (
			-- By random ids: neither in the order they came nor in one that a new comment shows in.
			select coalesce(jsonb_agg(jsonb_build_object('text', said.comment, 'overall', said.overall) order by md5(said.id::text || app.today())), '[]')
			from app.survey_answers as said
			where said.agency_id = home and said.comment is not null and said.month between months.first_month and months.last_month
		) else '[]' end
	);
end
$$;
comment on function public.staff_satisfaction(jsonb) is
	'{protocol, from, to (months), by: agency|department|field|procedure|channel|month, agencyId?} → {agencies, least, waiting, total, questions, groups, comments}: figures for leaders (own agency and those below) and administrators (own agency); `waiting` = answers not let out yet. Comments of the own agency for leaders only, without month or matter, in an order that means nothing. PT403 not-staff, role-missing; PT400 months-malformed, part-unknown; PT404 office-unknown.';
revoke all on function public.staff_satisfaction(jsonb) from public, anon, authenticated;
grant execute on function public.staff_satisfaction(jsonb) to authenticated;

create function public.public_satisfaction(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	months record;
	scope uuid[];
begin
	perform app.require_protocol(request);
	select * into months from app.get_months(request);
	if coalesce(request -> 'agencyId', 'null') <> 'null' then
		scope := app.agencies_under(app.get_uuid(request, 'agencyId'));
	else
		scope := array(select id from public.agencies);
	end if;
	return (
		select jsonb_build_object('answers', answers, 'verySatisfied', very_satisfied, 'satisfied', satisfied, 'dissatisfied', dissatisfied)
		from app.satisfaction_between(scope, months.first_month, (months.last_month + 1)::date)
	);
end
$$;
comment on function public.public_satisfaction(jsonb) is
	'{protocol, agencyId?, from, to (months)} → {answers, verySatisfied, satisfied, dissatisfied}: for everybody, of an agency and those below it, or of all; never of fewer than five answers. Desk ratings, not SIPAS. PT400 months-malformed, id-malformed.';
revoke all on function public.public_satisfaction(jsonb) from public, anon, authenticated;
grant execute on function public.public_satisfaction(jsonb) to anon, authenticated;
