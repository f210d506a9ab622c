-- The queue of the desk: every dossier lies in one lane, a page is one ordered walk of an index, a search is one too.

create function app.lane_of(status smallint, answered_at timestamptz) returns text
language sql
immutable
set search_path = ''
as $$
	select case
		when status = 1 then 'new'
		when status = 7 or (status = 5 and answered_at is not null) then 'answered'
		when status in (2, 4) then 'working'
		when status in (5, 6) then 'waiting'
		when status = 9 then 'ready'
		else 'ended'
	end
$$;
comment on function app.lane_of(smallint, timestamptz) is
	'Where a dossier lies at the desk: new, answered (the citizen answered or asks to withdraw), working, waiting (for the citizen), ready, ended.';
revoke all on function app.lane_of(smallint, timestamptz) from public;

alter table public.dossiers add column lane text not null generated always as (app.lane_of(status, answered_at)) stored;
comment on column public.dossiers.lane is 'Where the dossier lies at the desk, see app.lane_of.';
comment on column public.dossiers.sort_at is
	'The moment the lane is sorted by: filed, answered, end of the due date, end of the last date to answer, signed, ended. A trigger keeps it.';

create function app.end_of_day(day date) returns timestamptz
language sql
immutable
set search_path = ''
as $$ select (day + time '23:59:59') at time zone interval '7 hours' $$;
comment on function app.end_of_day(date) is 'The last second of a local date.';
revoke all on function app.end_of_day(date) from public;
grant execute on function app.end_of_day(date) to authenticated;

create function app.keep_queue_place() returns trigger
language plpgsql
set search_path = ''
as $$
declare
	lane constant text := app.lane_of(new.status, new.answered_at);
	-- When it came into this lane, for what keeps no moment of its own (refused, stopped).
	came timestamptz := greatest(new.submitted_at, new.received_at, new.finished_at, new.returned_at);
begin
	if tg_op = 'UPDATE' then
		came := case when app.lane_of(old.status, old.answered_at) = lane then old.sort_at else now() end;
	end if;
	new.sort_at := case lane
		when 'new' then new.submitted_at
		when 'answered' then coalesce(new.answered_at, came)
		when 'working' then coalesce(app.end_of_day(new.due_date), new.received_at, new.submitted_at)
		when 'waiting' then coalesce(app.end_of_day(new.supplement_until), came)
		when 'ready' then coalesce(new.finished_at, came)
		else coalesce(new.returned_at, came)
	end;
	return new;
end
$$;
comment on function app.keep_queue_place() is 'Sets dossiers.sort_at by lane, whichever function changed the dossier.';
revoke all on function app.keep_queue_place() from public;
create trigger keep_queue_place before insert or update on public.dossiers
	for each row execute function app.keep_queue_place();
update public.dossiers set sort_at = sort_at;

drop index public.dossiers_queue;
drop index public.dossiers_department_queue;
create index dossiers_queue on public.dossiers (agency_id, lane, sort_at, id);
create index dossiers_department_queue on public.dossiers (department_id, lane, sort_at, id);
-- The counts are asked for with every page: all they and row level security look at is in this small index.
create index dossiers_open on public.dossiers (agency_id, lane) include (department_id, due_date, applicant_key) where lane <> 'ended';

-- Search -----------------------------------------------------------------------------------------------

create function app.name_lexemes(agency_id uuid, search_text text) returns tsvector
language sql
immutable
set search_path = ''
as $$
	select array_to_tsvector(array(
		select distinct left(agency_id::text, 8) || word from unnest(string_to_array(search_text, ' ')) as word where word ~ '^[a-z]+$'
	))
$$;
comment on function app.name_lexemes(uuid, text) is
	'The words of names in a search text, each behind the first letters of the agency, so that offices do not read each other''s Nguyễn.';
revoke all on function app.name_lexemes(uuid, text) from public;

-- What has ended only grows: names are found there by index, numbers exactly.
create index dossiers_ended_by_name on public.dossiers using gin (app.name_lexemes(agency_id, search_text)) where lane = 'ended';

create function app.phone_of(search text) returns text
language sql
immutable
set search_path = ''
as $$
	select case when search ~ '^[+]?[0-9 .-]*[0-9][0-9 .-]*$' then
		regexp_replace(translate(search, ' .-', ''), '^([+]|00)840?|^840?(?=[0-9]{9,10}$)', '0')
	end
$$;
comment on function app.phone_of(text) is
	'The digits of a search that is only digits and what stands between them, a phone number as it is stored (0 and nine digits or ten); else null.';
revoke all on function app.phone_of(text) from public;
grant execute on function app.phone_of(text) to authenticated;

create function app.find_numbered(search text) returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	agency constant uuid := app.my_agency_id();
	wanted_code constant text := app.normalise_code(search);
	wanted_phone constant text := app.phone_of(search);
	-- As it is stored: a passport in capitals.
	wanted_key constant text := app.hash_text(upper(search));
	wanted_slip text;
begin
	if search ~ '^[0-9]{1,9}/20[0-9]{2}$' then
		wanted_slip := app.pad_number(split_part(search, '/', 1)::int, 5) || '/' || split_part(search, '/', 2);
	end if;
	return array(
		select id from public.dossiers where app.normalise_code(code) = wanted_code and agency_id = agency
		union
		select id from public.dossiers where app.normalise_code(reference) = wanted_code and agency_id = agency
		union
		select dossier_id from public.slips
		where agency_id = agency and form in ('01', '02', '03', '04', '05', '06', '07') and number = wanted_slip
		union
		(select id from public.dossiers where agency_id = agency and applicant_key = wanted_key order by submitted_at desc limit 500)
		union
		(select id from public.dossiers where agency_id = agency and applicant ->> 'phone' = wanted_phone order by submitted_at desc limit 500)
	);
end
$$;
comment on function app.find_numbered(text) is
	'The caller''s agency''s dossiers that have exactly this number: code, reference, slip (12/2026), citizen number or phone. The reader''s rights are looked at afterwards.';
revoke all on function app.find_numbered(text) from public;
grant execute on function app.find_numbered(text) to authenticated;

create function app.search_patterns(search text) returns text[]
language sql
immutable
set search_path = ''
as $$
	select array(
		select case when word ~ '^[a-z]+$' then '% ' else '%' end
			|| replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
		from unnest(string_to_array(search, ' ')) as word
	)
$$;
comment on function app.search_patterns(text) is
	'A pattern per word of a folded search, all to be found in '' '' || search_text: letters begin a word, anything with a digit or a mark stands anywhere.';
revoke all on function app.search_patterns(text) from public;
grant execute on function app.search_patterns(text) to authenticated;

create function app.find_ended(search text, of_department uuid, after_at timestamptz, after_id uuid, wanted int) returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	-- A common name is among these often enough; a rare one is left to the index.
	recent constant int := 2000;
	agency constant uuid := app.my_agency_id();
	patterns constant text[] := app.search_patterns(search);
	phone constant text := '%' || app.phone_of(search) || '%';
	place_at constant timestamptz := coalesce(after_at, 'infinity');
	place_id constant uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
	words tsquery;
	found uuid[];
begin
	found := array(
		select list.id from (
			select id, search_text from public.dossiers
			where agency_id = agency and lane = 'ended' and (sort_at, id) < (place_at, place_id)
				and (of_department is null or department_id = of_department)
			order by sort_at desc, id desc limit recent
		) as list
		where (' ' || list.search_text) like all (patterns) or list.search_text like phone
		limit wanted
	);
	if cardinality(found) >= wanted then
		return found;
	end if;
	select string_agg(left(agency::text, 8) || word || ':*', ' & ')::tsquery into words
	from unnest(string_to_array(search, ' ')) as word where word ~ '^[a-z]+$';
	if words is null then
		return found;
	end if;
	-- Materialized: whatever the planner thinks of the words, it goes by their index.
	return found || array(
		with named as materialized (
			select id, agency_id, department_id, sort_at, search_text from public.dossiers
			where lane = 'ended' and app.name_lexemes(agency_id, search_text) @@ words
		)
		select id from named
		where agency_id = agency and (of_department is null or department_id = of_department)
			and (sort_at, id) < (place_at, place_id) and (' ' || search_text) like all (patterns)
		order by sort_at desc, id desc limit wanted
	);
end
$$;
comment on function app.find_ended(text, uuid, timestamptz, uuid, int) is
	'Ended dossiers of the caller''s agency (and department) from a place on, the latest first: any match among the latest 2,000, then those in which words begin with these. The reader''s rights are looked at afterwards.';
revoke all on function app.find_ended(text, uuid, timestamptz, uuid, int) from public;
grant execute on function app.find_ended(text, uuid, timestamptz, uuid, int) to authenticated;

create function app.soon_by() returns text
language sql
stable
security definer
set search_path = ''
as $$
	select app.compute_clock(
		jsonb_build_object('received', app.local_time(now()), 'limit', jsonb_build_object('value', 2, 'unit', 'working-hour')),
		app.working_calendar()
	) ->> 'due'
$$;
comment on function app.soon_by() is 'The local time two working hours from now, null without a calendar.';
revoke all on function app.soon_by() from public;
grant execute on function app.soon_by() to authenticated;

-- The list ---------------------------------------------------------------------------------------------

create or replace function public.staff_queue(request jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
	page_size constant int := 100;
	group_name constant text := app.find_text(request, 'group', 20);
	lane constant text := case when group_name in ('today', 'late') then 'working' else group_name end;
	today constant date := app.local_time(now())::date;
	search constant text := app.fold(app.find_text(request, 'search', 60));
	-- Whoever does not see the whole agency walks the index of their department. $1 agency, $2 department, $3 lane.
	reach constant text := 'dossiers.agency_id = $1'
		|| case when app.i_read_the_agency() then '' else ' and dossiers.department_id = $2' end;
	-- $7 patterns, $8 phone, $9 ids by number, $10 ids among the ended ones.
	matching constant text := ' and (('' '' || dossiers.search_text) like all ($7) or dossiers.search_text like $8 or dossiers.id = any ($9))';
	patterns constant text[] := app.search_patterns(search);
	phone constant text := '%' || app.phone_of(search) || '%';
	numbered constant uuid[] := case when search is not null then app.find_numbered(search) end;
	my_department constant uuid := case when not app.i_read_the_agency() then app.my_department_id() end;
	ended uuid[];
	walk text;
	after_at timestamptz;
	after_id uuid;
	rows jsonb;
	total int;
	counts jsonb;
	answer jsonb;
begin
	perform app.require_protocol(request);
	if app.my_staff_id() is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if group_name is null or group_name not in ('new', 'answered', 'working', 'today', 'late', 'waiting', 'ready', 'ended') then
		perform app.fail('PT400', 'group-unknown');
	end if;
	after_id := app.find_uuid(request -> 'after', 'id');
	begin
		after_at := (app.find_text(request -> 'after', 'sortAt', 40))::timestamptz;
	exception when others then
		perform app.fail('PT400', 'request-malformed');
	end;
	if nullif(request -> 'after', 'null') is not null and (after_at is null or after_id is null) then
		perform app.fail('PT400', 'request-malformed');
	end if;
	if search is not null and lane = 'ended' then
		ended := numbered || app.find_ended(search, my_department, after_at, after_id, page_size + 50);
	end if;

	-- One ordered walk of one index from the place reached: a page costs the same at any depth. Built as text so that
	-- the planner sees which; nothing of the request is in it.
	walk := reach || ' and dossiers.lane = $3'
		|| case group_name
			when 'today' then ' and dossiers.due_date = $4 and dossiers.sort_at = app.end_of_day($4)'
			when 'late' then ' and dossiers.due_date < $4 and dossiers.sort_at <= app.end_of_day($4 - 1)'
			else ''
		end
		|| case when search is null then '' else matching end
		|| case when ended is null then '' else ' and dossiers.id = any ($10)' end
		|| case
			when after_id is null then ''
			when lane = 'ended' then ' and (dossiers.sort_at, dossiers.id) < ($5, $6)'
			else ' and (dossiers.sort_at, dossiers.id) > ($5, $6)'
		end;
	execute format(
		$walk$
			with page as (
				select dossiers.*, row_number() over (order by sort_at %1$s, id %1$s) as position
				from (select * from public.dossiers where %2$s order by sort_at %1$s, id %1$s limit %3$s) as dossiers
			)
			select coalesce(jsonb_agg(jsonb_build_object(
					'id', page.id, 'code', page.code, 'reference', page.reference, 'status', page.status, 'version', page.version,
					'procedure', procedure.short_title, 'procedureCode', page.procedure_code,
					'subject', page.subject, 'applicant', page.applicant ->> 'fullName', 'phone', page.applicant ->> 'phone',
					'channel', page.channel, 'department', department.name,
					'submittedAt', page.submitted_at, 'receivedAt', page.received_at, 'dueDate', page.due_date,
					'dueAt', page.due_at, 'finishedAt', page.finished_at, 'returnedAt', page.returned_at,
					'answerBy', case when page.status = 1 then (
						select event.data ->> 'answerBy' from public.dossier_events as event
						where event.dossier_id = page.id and event.sequence = 1 and event.action in ('submit', 'file')
					) end,
					'answeredAt', page.answered_at, 'supplementUntil', page.supplement_until,
					'supplementRounds', page.supplement_rounds, 'sortAt', page.sort_at
				) order by page.position), '[]'), count(*)
			from page
			left join public.procedures as procedure on procedure.code = page.procedure_code
			left join public.departments as department on department.id = page.department_id
		$walk$,
		case when lane = 'ended' then 'desc' else 'asc' end, walk, page_size + 1
	)
	using app.my_agency_id(), my_department, lane, today, after_at, after_id, patterns, phone, numbered, ended
	into rows, total;

	execute format(
		$count$
			select jsonb_build_object(
				'new', count(*) filter (where lane = 'new'), 'answered', count(*) filter (where lane = 'answered'),
				'working', count(*) filter (where lane = 'working'),
				'today', count(*) filter (where lane = 'working' and due_date = $3),
				'late', count(*) filter (where lane = 'working' and due_date < $3),
				'waiting', count(*) filter (where lane = 'waiting'), 'ready', count(*) filter (where lane = 'ready')
			)
			from public.dossiers where %s and lane <> 'ended'
		$count$, reach
	)
	using app.my_agency_id(), my_department, today
	into counts;

	answer := jsonb_build_object(
		'rows', case when total > page_size then rows - page_size else rows end, 'more', total > page_size, 'counts', counts
	);
	if lane = 'new' then
		answer := answer || jsonb_build_object('soonBy', app.soon_by());
	end if;
	if total = 0 and search is not null and after_id is null then
		ended := numbered || app.find_ended(search, my_department, null, null, page_size);
		execute format(
			$elsewhere$
				select coalesce(jsonb_object_agg(lane, least(found, 100)), '{}')
				from (
					select lane, count(*) as found from public.dossiers where %1$s and lane <> 'ended' %2$s group by lane
					union all
					select 'ended', count(*) from public.dossiers where %1$s and lane = 'ended' %2$s and id = any ($10)
				) as lanes
				where found > 0
			$elsewhere$,
			reach, matching
		)
		using app.my_agency_id(), my_department, lane, today, after_at, after_id, patterns, phone, numbered, ended
		into counts;
		answer := answer || jsonb_build_object('elsewhere', counts);
	end if;
	return answer;
end
$$;
comment on function public.staff_queue(jsonb) is
	'{protocol, group: new|answered|working|today|late|waiting|ready|ended, search?, after?: {sortAt, id}} → {rows ≤ 100, more, counts, soonBy? (group new: local time two working hours from now), elsewhere? (nothing found: hits of other lanes, ≤ 100 each)}, in the order things must be done; what ended comes latest first.';
