-- The lists of the desk by whose work they are and by how they came; and the first answer is due to whoever filed on paper, too.

-- The other lanes are short, what has ended is not.
create index dossiers_ended_by_channel on public.dossiers (agency_id, channel, sort_at, id) where lane = 'ended';

create or replace function public.staff_queue(request jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
	page_size constant int := 100;
	me constant uuid := app.my_staff_id();
	-- Null = the whole agency.
	my_department constant uuid := case
		when not app.i_read_the_agency() or request ->> 'whose' = 'department' then coalesce(app.my_department_id(), '00000000-0000-0000-0000-000000000000')
	end;
	group_name constant text := app.find_text(request, 'group', 20);
	lane constant text := case when group_name in ('today', 'late') then 'working' else group_name end;
	today constant date := app.local_time(now())::date;
	search constant text := app.fold(app.find_text(request, 'search', 60));
	whose constant text := coalesce(app.find_text(request, 'whose', 20), 'all');
	-- Null = however it came.
	channel constant text := nullif(request -> 'channel', 'null') #>> '{}';
	-- Whoever does not see the whole agency, or asks for the own department, walks the index of that; whoever asks for the
	-- own work, the index of that. $1 agency, $2 department, $3 lane, $11 me, $12 channel.
	reach constant text := 'dossiers.agency_id = $1'
		|| case when my_department is null then '' else ' and dossiers.department_id = $2' end
		|| case when whose = 'mine' then ' and dossiers.assigned_to = $11' else '' end
		|| case when channel is null then '' else ' and dossiers.channel = $12' end;
	-- $7 patterns, $8 phone, $9 ids by number, $10 ids among the ended ones.
	matching constant text := ' and (('' '' || dossiers.search_text) like all ($7) or dossiers.search_text like $8 or dossiers.id = any ($9))';
	patterns constant text[] := app.search_patterns(search);
	phone constant text := '%' || app.phone_of(search) || '%';
	numbered constant uuid[] := case when search is not null then app.find_numbered(search) end;
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
	if me is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if group_name is null or group_name not in ('new', 'answered', 'working', 'today', 'late', 'waiting', 'ready', 'ended') then
		perform app.fail('PT400', 'group-unknown');
	end if;
	if whose not in ('all', 'department', 'mine') or channel not in ('1', '2', '3') then
		perform app.fail('PT400', 'request-malformed');
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
	-- One's own work is little enough to be walked through.
	if search is not null and lane = 'ended' and whose <> 'mine' then
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
					'channel', page.channel, 'department', department.name, 'departmentId', page.department_id,
					'submittedAt', page.submitted_at, 'receivedAt', page.received_at, 'dueDate', page.due_date,
					'dueAt', page.due_at, 'finishedAt', page.finished_at, 'returnedAt', page.returned_at,
					'answerBy', case when page.status = 1 then (
						select event.data ->> 'answerBy' from public.dossier_events as event
						where event.dossier_id = page.id and event.sequence = 1 and event.action in ('submit', 'file')
					) end,
					'answeredAt', page.answered_at, 'supplementUntil', page.supplement_until,
					'supplementRounds', page.supplement_rounds, 'assignedTo', colleague.full_name,
					'externalCode', page.external_code, 'extended', page.extended_at is not null, 'sortAt', page.sort_at
				) order by page.position), '[]'), count(*)
			from page
			left join public.procedures as procedure on procedure.code = page.procedure_code
			left join public.departments as department on department.id = page.department_id
			left join public.staff as colleague on colleague.id = page.assigned_to
		$walk$,
		case when lane = 'ended' then 'desc' else 'asc' end, walk, page_size + 1
	)
	using app.my_agency_id(), my_department, lane, today, after_at, after_id, patterns, phone, numbered, ended, me, channel::int
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
	using app.my_agency_id(), my_department, today, null, null, null, null, null, null, null, me, channel::int
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
					select 'ended', count(*) from public.dossiers where %1$s and lane = 'ended' %2$s and (id = any ($10) or %3$L = 'mine')
				) as lanes
				where found > 0
			$elsewhere$,
			reach, matching, whose
		)
		using app.my_agency_id(), my_department, lane, today, after_at, after_id, patterns, phone, numbered, ended, me, channel::int
		into counts;
		answer := answer || jsonb_build_object('elsewhere', counts);
	end if;
	return answer;
end
$$;
comment on function public.staff_queue(jsonb) is
	'{protocol, group: new|answered|working|today|late|waiting|ready|ended, whose?: all|department|mine, channel?: 1 at the desk, 2 online, 3 by post, search?, after?: {sortAt, id}} → {rows ≤ 100, more, counts, soonBy? (group new: local time two working hours from now), elsewhere? (nothing found: hits of other lanes, ≤ 100 each)}, in the order things must be done; what ended comes latest first. `mine` = assigned to me; the counts are of what `whose` and `channel` show.';

create function app.answer_by(channel int) returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case when channel = 2 then clock.answer ->> 'due' else
		(clock.answer ->> 'dueDate') || 'T' || coalesce((select to_char(max(closes), 'HH24:MI') from public.office_hours), '17:00')
	end
	from (select app.compute_clock(
		jsonb_build_object('received', app.local_time(now()), 'limit', case
			when channel = 2 then jsonb_build_object('value', 8, 'unit', 'working-hour')
			else jsonb_build_object('value', 1, 'unit', 'working-day')
		end),
		app.working_calendar()
	) as answer) as clock
$$;
comment on function app.answer_by(int) is
	'The local time by which a dossier filed now is received, refused or asked to be completed: eight working hours online, one working day on paper or by post (NQ 66.7/2025 Đ8, domain §2.4); null without a calendar.';
revoke all on function app.answer_by(int) from public, anon, authenticated;

create or replace function public.file_at_desk(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	wanted_action uuid;
	new_id uuid;
	earlier public.dossier_events;
	payload jsonb;
	applicant jsonb;
	procedure public.procedures;
	version public.procedure_versions;
	channel int;
	own_key text;
	reference text := app.new_reference();
	answer_by text;
begin
	perform app.require_protocol(request);
	wanted_action := app.get_uuid(request, 'actionId');
	new_id := app.get_uuid(request, 'dossierId');
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_have_role('receiver') then
		perform app.fail('PT403', 'role-missing');
	end if;
	perform app.lock_submissions(array[new_id]);
	select * into earlier from public.dossier_events where action_id = wanted_action;
	if found then
		if earlier.dossier_id <> new_id or earlier.action <> 'file' or earlier.actor_staff_id is distinct from me.id then
			perform app.fail('PT409', 'action-id-used');
		end if;
		return earlier.data -> 'answer';
	end if;
	if exists (select 1 from public.dossiers where id = new_id) or exists (select 1 from app.submissions where id = new_id) then
		perform app.fail('PT409', 'action-id-used');
	end if;

	payload := jsonb_strip_nulls(jsonb_build_object(
		'procedureCode', request -> 'procedureCode', 'contentHash', request -> 'contentHash', 'answers', request -> 'answers',
		'form', request -> 'form', 'applicant', request -> 'applicant', 'subject', request -> 'subject',
		'subjectAddress', request -> 'subjectAddress', 'papers', request -> 'papers', 'postTo', request -> 'postTo',
		'consents', request -> 'consents'));
	perform app.check_counter_payload(payload);
	if jsonb_typeof(request -> 'channel') is distinct from 'number' or request ->> 'channel' not in ('1', '2', '3')
		or coalesce(request ->> 'identityCheck', '') not in ('card', 'vneid', 'known', 'none')
		or coalesce(request ->> 'source', '') not in ('typed', 'checklist', 'person-code', 'earlier')
		or app.find_uuid(request, 'visitId') is null
	then
		perform app.fail('PT400', 'payload-malformed');
	end if;
	channel := (request ->> 'channel')::int;
	select * into procedure from public.procedures where code = payload ->> 'procedureCode';
	if not found then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	if procedure.status <> 'published' then
		perform app.fail('PT410', 'procedure-withdrawn');
	end if;
	select * into version from public.procedure_versions as one
	where one.procedure_code = procedure.code and one.status = 'published'
		and (one.content_hash = payload ->> 'contentHash' or one.id = procedure.current_version_id)
	order by one.content_hash = payload ->> 'contentHash' desc limit 1;
	if channel = 2 and coalesce(version.content ->> 'onlineLevel', 'none') = 'none' then
		perform app.fail('PT400', 'not-online');
	end if;
	applicant := app.applicant_of(payload);
	select citizen_id_hash into own_key from app.staff_identities where staff_id = me.id;
	if app.hash_text(applicant ->> 'citizenId') = own_key then
		perform app.fail('PT403', 'own-dossier');
	end if;
	answer_by := app.answer_by(channel);

	insert into public.dossiers (
		id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload,
		applicant_key, search_text, sort_at, submitted_at
	)
	values (
		new_id, reference, me.agency_id, procedure.code, version.id, 1, channel, app.find_text(payload, 'subject', 120),
		applicant, payload, app.hash_text(applicant ->> 'citizenId'),
		app.fold(concat_ws(' ', applicant ->> 'fullName', payload ->> 'subject', applicant ->> 'phone', applicant ->> 'citizenId', reference)),
		now(), now()
	);
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_staff_id, actor_name, data)
	values (new_id, 1, wanted_action, 'file', 1, me.id, me.full_name,
		jsonb_strip_nulls(jsonb_build_object(
			'visitId', app.find_uuid(request, 'visitId'), 'identityCheck', request ->> 'identityCheck', 'source', request ->> 'source',
			'assisted', case when channel = 2 then true end, 'answerBy', answer_by,
			'answer', jsonb_build_object('reference', reference, 'version', 1)
		)));
	return jsonb_build_object('reference', reference, 'version', 1);
exception when unique_violation then
	-- Another dossier took the same action id at the same moment.
	perform app.fail('PT409', 'action-id-used');
	return null;
end
$$;
