-- Asking another agency (ND61 Đ19.5): it answers by the date in the request; who is silent is told of, not waited for for ever.

insert into app.transitions (action, from_status, to_status, role, when_received) values
	('consult', 4, 4, 'officer', true),
	('consult-answer', 4, 4, 'officer', true),
	('consult-answer', 5, 5, 'officer', true),
	('consult-answer', 6, 6, 'officer', true);

create function public.consult_agency(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	agency text;
	question text;
	document_number text;
	last_day date;
	wait_id uuid;
begin
	select * into acted from app.begin_action(request, 'consult');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	agency := app.find_text(request, 'agency', 200);
	if coalesce(length(agency), 0) < 3 then
		perform app.fail('PT400', 'consult-agency');
	end if;
	question := app.find_text(request, 'question', 1000);
	if coalesce(length(question), 0) < 5 then
		perform app.fail('PT400', 'consult-question');
	end if;
	document_number := app.find_text(request, 'documentNumber', 60);
	last_day := app.get_until(request);
	insert into public.waits (dossier_id, kind, reason, document_number, about, until, from_name)
	values (dossier.id, 'agency', question, document_number,
		jsonb_strip_nulls(jsonb_build_object('agency', agency, 'silence', app.find_text(request, 'silence', 300))), last_day, context.staff_name)
	returning id into wait_id;
	return app.record_action(context, dossier, 'consult', jsonb_build_object('waitId', wait_id),
		jsonb_build_object('waitId', wait_id, 'agency', agency, 'question', question, 'documentNumber', document_number, 'until', last_day));
end
$$;
comment on function public.consult_agency(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, agency, question, documentNumber?, until, silence?: the law by which silence is consent} → {waitId}: asks another agency for its view; the clock goes on. PT400 consult-agency, consult-question, supplement-until.';
revoke all on function public.consult_agency(jsonb) from public, anon, authenticated;
grant execute on function public.consult_agency(jsonb) to authenticated;

create function public.close_consultation(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	wait public.waits;
	how text;
	answer text;
begin
	select * into acted from app.begin_action(request, 'consult-answer');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	select * into wait from public.waits
	where id = app.find_uuid(request, 'waitId') and dossier_id = dossier.id and kind = 'agency' for update;
	if not found then
		perform app.fail('PT404', 'consultation-unknown');
	end if;
	if wait.to_at is not null then
		perform app.fail('PT409', 'consultation-closed');
	end if;
	how := app.find_text(request, 'outcome', 10);
	if how is null or how not in ('answered', 'silent') then
		perform app.fail('PT400', 'request-malformed');
	end if;
	if how = 'silent' and wait.until >= app.today() then
		perform app.fail('PT409', 'consultation-early');
	end if;
	answer := app.find_text(request, 'answer', 1000);
	if how = 'answered' and coalesce(length(answer), 0) < 3 then
		perform app.fail('PT400', 'consult-answer');
	end if;
	update public.waits set to_at = now(), to_name = context.staff_name, outcome = how,
		about = about || jsonb_strip_nulls(jsonb_build_object('answer', answer, 'answerNumber', app.find_text(request, 'documentNumber', 60)))
	where id = wait.id;
	return app.record_action(context, dossier, 'consult-answer', jsonb_build_object('status', context.to_status),
		jsonb_build_object('waitId', wait.id, 'agency', wait.about ->> 'agency', 'outcome', how, 'reply', answer,
			'documentNumber', app.find_text(request, 'documentNumber', 60)));
end
$$;
comment on function public.close_consultation(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, waitId, outcome answered|silent, answer?, documentNumber?} → {status}: the agency answered, or was silent past its date. PT404 consultation-unknown; PT409 consultation-closed, consultation-early; PT400 consult-answer.';
revoke all on function public.close_consultation(jsonb) from public, anon, authenticated;
grant execute on function public.close_consultation(jsonb) to authenticated;
