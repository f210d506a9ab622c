-- Asking for papers: one slip with all lines at once (Mẫu số 02), answering a question, and going on afterwards.

create function app.get_lines(request jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	lines constant jsonb := coalesce(request -> 'lines', '[]');
begin
	if jsonb_typeof(lines) <> 'array' or jsonb_array_length(lines) not between 1 and 40 or exists (
		select 1 from jsonb_array_elements(lines) as line
		where jsonb_typeof(line) <> 'object'
			or coalesce(app.find_text(line, 'id', 40), '') !~ '^[a-z0-9-]+$'
			or coalesce(jsonb_typeof(line -> 'requirementId'), 'null') not in ('null', 'string')
			or coalesce(length(app.find_text(line, 'name', 300)), 0) < 2
			or coalesce(line ->> 'verdict', '') not in ('wrong', 'missing')
	) or exists (
		select 1
		from jsonb_array_elements(lines) as line, unnest(array['originals', 'certified', 'copies']) as kind
		where jsonb_typeof(line -> kind) is distinct from 'number' or line ->> kind !~ '^[0-9]{1,3}$'
	) or (select count(*) <> count(distinct app.find_text(line, 'id', 40)) from jsonb_array_elements(lines) as line) then
		perform app.fail('PT400', 'supplement-lines');
	end if;
	-- A line without a reason sends somebody away without telling what is wrong.
	if exists (
		select 1 from jsonb_array_elements(lines) as line
		where coalesce(length(app.find_text(line, 'reason', 500)), 0) < 3
	) then
		perform app.fail('PT400', 'supplement-reason');
	end if;
	return (
		select jsonb_agg(jsonb_build_object(
			'id', app.find_text(line, 'id', 40), 'requirementId', app.find_text(line, 'requirementId', 60),
			'name', app.find_text(line, 'name', 300), 'verdict', line ->> 'verdict',
			'reason', app.find_text(line, 'reason', 500), 'originals', line -> 'originals',
			'certified', line -> 'certified', 'copies', line -> 'copies') order by position)
		from jsonb_array_elements(lines) with ordinality as list (line, position)
	);
end
$$;
comment on function app.get_lines(jsonb) is
	'The lines of a supplement request, known fields only: [{id, requirementId|null, name, verdict wrong|missing, reason, originals, certified, copies}], 1–40. PT400 supplement-lines or supplement-reason.';
revoke all on function app.get_lines(jsonb) from public, anon, authenticated;

create function app.get_checks(request jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	checks constant jsonb := coalesce(request -> 'checks', '[]');
begin
	if jsonb_typeof(checks) <> 'array' or jsonb_array_length(checks) > 80 or exists (
		select 1 from jsonb_array_elements(checks) as entry
		where jsonb_typeof(entry) <> 'object'
			or app.find_text(entry, 'requirementId', 60) is null
			or coalesce(entry ->> 'verdict', '') not in ('right', 'wrong', 'missing', 'not-needed')
	) then
		perform app.fail('PT400', 'supplement-lines');
	end if;
	return coalesce((
		select jsonb_agg(jsonb_build_object('requirementId', app.find_text(entry, 'requirementId', 60), 'verdict', entry ->> 'verdict'))
		from jsonb_array_elements(checks) as entry
	), '[]');
end
$$;
comment on function app.get_checks(jsonb) is 'What the desk found at every paper: [{requirementId, verdict}] ≤ 80; PT400 supplement-lines.';
revoke all on function app.get_checks(jsonb) from public, anon, authenticated;

create function app.get_until(request jsonb) returns date
language plpgsql
stable
set search_path = ''
as $$
declare
	entered constant text := app.find_text(request, 'until', 10);
	today constant date := app.local_time(now())::date;
	known constant app.calendar_index := app.index_calendar(app.working_calendar());
	day date;
begin
	day := app.find_local_time(to_jsonb(entered || 'T00:00'))::date;
	if day is null or day <= today or day > today + 366 then
		perform app.fail('PT400', 'supplement-until');
	end if;
	if not app.is_known_span(day, day, known) then
		perform app.fail('PT409', 'calendar-missing');
	end if;
	-- Nobody is told to come by a day the office is closed.
	if not app.is_working_day(day, known) then
		perform app.fail('PT400', 'supplement-until');
	end if;
	return day;
end
$$;
comment on function app.get_until(jsonb) is
	'The last date to answer: a working day after today, within a year; PT400 supplement-until, PT409 calendar-missing.';
revoke all on function app.get_until(jsonb) from public, anon, authenticated;

create function app.close_supplement(dossier public.dossiers, how text, brought jsonb) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
	closed uuid;
begin
	update public.supplements set
		closed_at = now(),
		outcome = how,
		-- What came by phone was complete when it came, whatever the desk said to it since; what was handed over at the
		-- desk is complete now. A question brings nothing.
		completed_at = case when brought = '[]'::jsonb then coalesce((
			select max(answer.finalized_at)
			from public.supplement_answers as answer, jsonb_array_elements(answer.lines) as line
			where answer.supplement_id = supplements.id and line ->> 'kind' <> 'question'
		), now()) else now() end
	where dossier_id = dossier.id and closed_at is null
	returning id into closed;
	update public.dossiers set supplement_until = null where id = dossier.id;
	return closed;
end
$$;
comment on function app.close_supplement(public.dossiers, text, jsonb) is
	'Ends the open round, if there is one; `brought` = papers handed over at the desk just now. Gives its id.';
revoke all on function app.close_supplement(public.dossiers, text, jsonb) from public, anon, authenticated;

create function public.request_supplement(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	is_again constant boolean := coalesce(request -> 'again', 'null') <> 'null'::jsonb;
	wanted constant text := case when is_again then 'supplement-again' else 'supplement' end;
	acted record;
	context app.action_context;
	dossier public.dossiers;
	lines jsonb;
	checks jsonb;
	until date;
	note text;
	again_reason text;
	number text;
	slip_id uuid;
	supplement_id uuid;
begin
	select * into acted from app.begin_action(request, wanted);
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	-- ND61 Đ11.2c: once. A second time needs the head, a reason, and it counts as late.
	if not is_again and dossier.supplement_rounds > 0 then
		perform app.fail('PT409', 'supplement-again-needed');
	end if;
	if is_again then
		if dossier.supplement_rounds = 0 then
			perform app.fail('PT409', 'supplement-first');
		end if;
		again_reason := app.find_text(request -> 'again', 'reason', 500);
		if coalesce(length(again_reason), 0) < 3 then
			perform app.fail('PT400', 'again-reason');
		end if;
	end if;
	lines := app.get_lines(request);
	checks := app.get_checks(request);
	until := app.get_until(request);
	note := app.find_text(request, 'note', 1000);

	perform app.close_supplement(dossier, 'again', '[]');
	number := app.draw_slip_number(dossier.agency_id, '02');
	slip_id := app.issue_slip(dossier, '02', context.staff_id,
		app.slip_head(dossier, '02', app.new_lookup_code(dossier.id), now()) || jsonb_build_object(
			'round', dossier.supplement_rounds + 1,
			'lines', (select jsonb_agg(line - 'id' - 'requirementId' order by position) from jsonb_array_elements(lines) with ordinality as list (line, position)),
			'note', note, 'until', until, 'countsLate', is_again, 'againReason', again_reason,
			'officer', app.slip_officer(context.staff_id)
		), number);
	insert into public.supplements (dossier_id, round, slip_id, requested_name, until, note, lines, counts_late, again_reason, after_receipt)
	values (dossier.id, dossier.supplement_rounds + 1, slip_id, context.staff_name, until, note, lines, is_again, again_reason, dossier.received_at is not null)
	returning id into supplement_id;
	-- While the dossier waits for papers there is no date to be late against; the next one is computed when they came.
	update public.dossiers
	set supplement_rounds = supplement_rounds + 1, supplement_until = until, due_date = null, due_at = null
	where id = dossier.id;
	return app.record_action(context, dossier, wanted, jsonb_build_object('slipId', slip_id, 'number', number),
		jsonb_build_object('supplementId', supplement_id, 'slipId', slip_id, 'until', until, 'lines', lines, 'checks', checks,
			'countsLate', is_again, 'reason', again_reason));
end
$$;
comment on function public.request_supplement(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, lines, checks?, until, note?, again?: {reason}} → {slipId, number}: 1|4 → 5 with Mẫu số 02; with `again` (leader) a second time, which counts as late. PT409 supplement-again-needed, supplement-first; PT400 supplement-lines, supplement-reason, supplement-until, again-reason.';
revoke all on function public.request_supplement(jsonb) from public, anon, authenticated;
grant execute on function public.request_supplement(jsonb) to authenticated;

create function public.reply_supplement(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	reply text;
	open_round uuid;
begin
	select * into acted from app.begin_action(request, 'reply');
	context := acted.context;
	if context.replayed is not null then
		return context.replayed;
	end if;
	reply := app.find_text(request, 'text', 1000);
	if coalesce(length(reply), 0) < 2 then
		perform app.fail('PT400', 'reply-text');
	end if;
	select id into open_round from public.supplements where dossier_id = (acted.dossier).id and closed_at is null;
	return app.record_action(context, acted.dossier, 'reply', jsonb_build_object('status', context.to_status),
		jsonb_build_object('supplementId', open_round, 'text', reply));
end
$$;
comment on function public.reply_supplement(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, text} → {status}: answers what the citizen asked about a slip; shown on their phone. PT400 reply-text.';
revoke all on function public.reply_supplement(jsonb) from public, anon, authenticated;
grant execute on function public.reply_supplement(jsonb) to authenticated;

-- The date after papers have come -------------------------------------------------------------------------

create function app.supplement_spans(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_array(app.local_time(requested_at), app.local_time(completed_at)) order by round), '[]')
	from public.supplements
	where dossier_id = of_dossier and after_receipt and completed_at is not null
$$;
comment on function app.supplement_spans(uuid) is 'The closed waits for papers of a received dossier as the clock takes them: [[from, to]] in local time.';
revoke all on function app.supplement_spans(uuid) from public, anon, authenticated;

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
				'supplements', app.supplement_spans(dossier.id)
			),
			app.working_calendar()
		)
	end
$$;
comment on function app.due_for(public.dossiers, timestamptz) is
	'The clock''s answer for this dossier, received at that moment, with every wait for papers so far: dueDate (and due), or error.';

create function app.get_entered_due(request jsonb, earliest date) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
	entered text := app.find_text(request, 'dueDate', 10);
	basis text := app.find_text(request, 'dueBasis', 300);
	day date := app.find_local_time(to_jsonb(entered || 'T00:00'))::date;
	known app.calendar_index;
begin
	-- No verified limit: the officer names the date and the law it rests on, and the slip says so (design §4).
	if day is null or basis is null then
		perform app.fail('PT400', 'due-date-needed');
	end if;
	if day < earliest or day > earliest + 366 then
		perform app.fail('PT400', 'due-date-out-of-range');
	end if;
	-- Nobody is told to come on a day the office is closed.
	known := app.index_calendar(app.working_calendar());
	if not app.is_known_span(day, day, known) then
		perform app.fail('PT409', 'calendar-missing');
	end if;
	if not app.is_working_day(day, known) then
		perform app.fail('PT400', 'due-date-day-off');
	end if;
	return jsonb_build_object('dueDate', entered, 'basis', basis);
end
$$;
comment on function app.get_entered_due(jsonb, date) is
	'{dueDate, basis} as an officer entered them, from `earliest` to a year later. PT400 due-date-needed, -out-of-range or -day-off; PT409 calendar-missing.';
revoke all on function app.get_entered_due(jsonb, date) from public, anon, authenticated;

create or replace function app.get_due(dossier public.dossiers, request jsonb, received timestamptz) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	due jsonb := app.due_for(dossier, received);
begin
	if due ->> 'error' is null then
		return due;
	end if;
	if due ->> 'error' <> 'limit-unknown' then
		perform app.fail('PT409', case when due ->> 'error' = 'calendar-missing' then 'calendar-missing' else 'limit-unusable' end);
	end if;
	return app.get_entered_due(request, app.local_time(now())::date);
end
$$;

create function public.resume_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	papers jsonb;
	due jsonb;
	round_id uuid;
begin
	select * into acted from app.begin_action(request, 'resume');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	papers := app.get_received_papers(request);
	round_id := app.close_supplement(dossier, 'accepted', papers);
	due := app.get_due(dossier, request, dossier.received_at);
	update public.dossiers set
		due_date = (due ->> 'dueDate')::date,
		due_at = (due ->> 'due')::timestamp at time zone 'Asia/Ho_Chi_Minh',
		-- Of the new date, not of one that was written by hand before.
		due_basis = due ->> 'basis'
	where id = dossier.id;
	return app.record_action(context, dossier, 'resume',
		jsonb_build_object('dueDate', due ->> 'dueDate', 'due', due ->> 'due'),
		jsonb_build_object('supplementId', round_id, 'papers', papers, 'completedAt', (
			select app.local_time(completed_at) from public.supplements where id = round_id
		), 'dueDate', due ->> 'dueDate'));
end
$$;
comment on function public.resume_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, papers, dueDate?, dueBasis?} → {dueDate, due}: 5 → 4, what was missing has come; the date by the procedure''s policy (restart, ND61 Đ19.4, or pause) from the moment it was complete.';
revoke all on function public.resume_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.resume_dossier(jsonb) to authenticated;
