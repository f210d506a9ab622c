-- Receiving a dossier: code, date, department and slip in one transaction.

create function public.receive_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	papers jsonb;
	department uuid := app.find_uuid(request, 'departmentId');
	due jsonb;
	slip_id uuid;
	lookup_code text := app.code_from_hash(app.random_digest(), 8);
begin
	select * into acted from app.begin_action(request, 'receive');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	papers := app.get_received_papers(request);
	if not exists (select 1 from public.departments where id = department and agency_id = dossier.agency_id) then
		perform app.fail('PT400', 'department-unknown');
	end if;
	dossier.received_at := now();
	due := app.get_due(dossier, request, dossier.received_at);
	dossier.code := app.next_dossier_code(dossier.agency_id, app.local_time(dossier.received_at)::date);

	update public.dossiers set
		code = dossier.code,
		department_id = department,
		received_at = dossier.received_at,
		due_date = (due ->> 'dueDate')::date,
		due_at = (due ->> 'due')::timestamp at time zone 'Asia/Ho_Chi_Minh',
		first_due_date = (due ->> 'dueDate')::date,
		due_basis = due ->> 'basis',
		search_text = dossiers.search_text || ' ' || app.fold(dossier.code),
		sort_at = ((due ->> 'dueDate')::date + time '23:59:59') at time zone 'Asia/Ho_Chi_Minh'
	where id = dossier.id;
	insert into app.lookup_codes (dossier_id, code_hash) values (dossier.id, app.hash_text(lookup_code));
	slip_id := app.issue_slip(dossier, '01', context.staff_id,
		app.receipt_snapshot(dossier, papers, due, lookup_code, context));
	return app.record_action(context, dossier, 'receive',
		jsonb_build_object('code', dossier.code, 'dueDate', due ->> 'dueDate', 'due', due ->> 'due', 'slipId', slip_id),
		jsonb_build_object('departmentId', department, 'papers', papers));
end
$$;
comment on function public.receive_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, papers, departmentId, dueDate?, dueBasis?} → {code, dueDate, due, slipId}: 1 → 2, with Mẫu số 01.';
revoke all on function public.receive_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.receive_dossier(jsonb) to authenticated;
