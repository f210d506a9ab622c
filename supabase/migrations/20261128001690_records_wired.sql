-- What the page of a slip needs to know beside the slip.

create or replace function public.staff_slip(request jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
	slip public.slips;
begin
	perform app.require_protocol(request);
	select * into slip from public.slips where id = app.get_uuid(request, 'slipId');
	if not found then
		perform app.fail('PT404', 'slip-unknown');
	end if;
	return jsonb_build_object('id', slip.id, 'dossierId', slip.dossier_id, 'form', slip.form, 'number', slip.number,
		'prints', (select count(*) from public.slip_prints where slip_prints.slip_id = slip.id),
		'ended', (select lane = 'ended' from public.dossiers where dossiers.id = slip.dossier_id),
		'field', (
			select procedure.field_code from public.dossiers join public.procedures as procedure on procedure.code = dossiers.procedure_code
			where dossiers.id = slip.dossier_id
		),
		'together', case when slip.form = '01' then cardinality(app.visit_of(slip.id)) else 0 end,
		'snapshot', slip.snapshot);
end
$$;
comment on function public.staff_slip(jsonb) is
	'{protocol, slipId} → {id, dossierId, form, number, prints, ended: nothing more happens to the dossier, field of its procedure, together: receipts of the same visit, snapshot}; PT404 when not yours to read.';
