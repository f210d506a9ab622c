-- A date that cannot be kept (Mẫu 04), and a dossier the office ends after looking into it (Mẫu 05, or 03).

create function app.life_head(dossier public.dossiers, form text) returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
	select head.value || coalesce(app.form_head(head.value ->> 'formSet', form), '{}') || jsonb_build_object(
		'receivedAt', app.local_time(dossier.received_at), 'firstDueDate', dossier.first_due_date)
	from (select app.slip_head(dossier, form, app.new_lookup_code(dossier.id), now()) as value) as head
$$;
comment on function app.life_head(public.dossiers, text) is
	'What the slips after receipt say first: slip_head with a lookup code of their own, the form''s number and title in the set of the day of receipt, receivedAt and firstDueDate.';
revoke all on function app.life_head(public.dossiers, text) from public, anon, authenticated;

create function public.extend_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	today constant date := app.today();
	reason text;
	day date;
	number text;
	slip_id uuid;
begin
	select * into acted from app.begin_action(request, 'extend');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	-- ND61 Đ19.9: once, and at the latest the day before.
	if dossier.extended_at is not null then
		perform app.fail('PT409', 'extend-once');
	end if;
	if dossier.due_date is null or today >= dossier.due_date then
		perform app.fail('PT409', 'extend-too-late');
	end if;
	reason := app.find_text(request, 'reason', 1000);
	if coalesce(length(reason), 0) < 5 then
		perform app.fail('PT400', 'extend-reason');
	end if;
	day := app.get_until(jsonb_build_object('until', request -> 'newDate'));
	if day <= dossier.due_date then
		perform app.fail('PT400', 'extend-date');
	end if;
	number := app.draw_slip_number(dossier.agency_id, '04');
	slip_id := app.issue_slip(dossier, '04', context.staff_id, app.life_head(dossier, '04') || jsonb_build_object(
		'dueDate', dossier.due_date, 'newDate', day, 'reason', reason, 'signer', context.staff_name,
		'officer', app.slip_officer(context.staff_id)), number);
	update public.dossiers set extended_to = day, extended_at = now(), due_date = day, due_at = null where id = dossier.id;
	return app.record_action(context, dossier, 'extend', jsonb_build_object('slipId', slip_id, 'number', number, 'dueDate', day),
		jsonb_build_object('slipId', slip_id, 'reason', reason, 'oldDate', dossier.due_date, 'newDate', day));
end
$$;
comment on function public.extend_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, newDate, reason} → {slipId, number, dueDate}: Mẫu 04, an apology and one new date, at the latest the day before the old one (ND61 Đ19.9). PT409 extend-once, extend-too-late, calendar-missing; PT400 extend-reason, extend-date, supplement-until.';
revoke all on function public.extend_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.extend_dossier(jsonb) to authenticated;

create function public.halt_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	today constant date := app.today();
	kind text;
	reason text;
	basis text;
	originals jsonb;
	form text;
	number text;
	slip_id uuid;
begin
	select * into acted from app.begin_action(request, 'halt');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	-- Who was asked for papers has until the last day to bring them, and what they sent is looked at first.
	if dossier.status = 5 and (dossier.supplement_until >= today or dossier.answered_at is not null) then
		perform app.fail('PT409', 'halt-too-early');
	end if;
	kind := app.find_text(request, 'kind', 10);
	if kind is null or kind not in ('stop', 'refuse') then
		perform app.fail('PT400', 'halt-kind');
	end if;
	reason := app.find_text(request, 'reason', 1000);
	basis := app.find_text(request, 'basis', 500);
	if coalesce(length(reason), 0) < 5 or coalesce(length(basis), 0) < 3 then
		perform app.fail('PT400', 'halt-reason');
	end if;
	originals := app.get_names(request, 'originals');
	-- The forms of 2018 have no notice of stopping: there it is a refusal (domain §3.1).
	form := case
		when kind = 'stop' and app.form_head(app.form_set_on(app.local_time(dossier.received_at)::date), '05') is not null then '05'
		else '03'
	end;
	perform app.close_supplement(dossier, 'refused', '[]');
	number := app.draw_slip_number(dossier.agency_id, form);
	slip_id := app.issue_slip(dossier, form, context.staff_id, app.life_head(dossier, form) || jsonb_build_object(
		'reason', reason, 'basis', basis, 'originals', originals, 'signer', context.staff_name,
		'rightPlace', null, 'papersBack', originals <> '[]', 'officer', app.slip_officer(context.staff_id)), number);
	perform app.end_dossier(dossier.id);
	update public.dossiers set finished_at = now() where id = dossier.id;
	return app.record_action(context, dossier, 'halt', jsonb_build_object('slipId', slip_id, 'number', number),
		jsonb_build_object('slipId', slip_id, 'kind', kind, 'reason', reason, 'basis', basis, 'originals', originals));
end
$$;
comment on function public.halt_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, kind stop|refuse, reason, basis, originals?: [name]} → {slipId, number}: 4 → 8, or 5 → 8 after the last date to bring papers has passed unanswered; with Mẫu 05, or Mẫu 03 for a refusal and under the forms of 2018. PT409 halt-too-early; PT400 halt-kind, halt-reason.';
revoke all on function public.halt_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.halt_dossier(jsonb) to authenticated;
