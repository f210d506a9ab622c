-- The stages of a dossier are told where it lies.

create or replace function app.routing_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'assignedTo', (select jsonb_build_object('id', staff.id, 'name', staff.full_name) from public.staff where staff.id = dossier.assigned_to),
		'colleagues', (
			select coalesce(jsonb_agg(jsonb_build_object('id', staff.id, 'name', staff.full_name) order by staff.full_name), '[]')
			from public.staff
			where staff.department_id = dossier.department_id and staff.active
				and exists (select 1 from public.staff_roles where staff_roles.staff_id = staff.id and role = 'officer')
		),
		'stages', app.stages_of(dossier.id),
		'consults', app.consults_of(dossier.id),
		'parts', app.parts_of(dossier.id),
		'external', case when dossier.external_code is not null then jsonb_build_object('system', dossier.external_system,
			'code', dossier.external_code, 'status', dossier.external_status, 'copiedAt', dossier.copied_at) end,
		'notes', app.notes_of(dossier.id),
		'handovers', (
			select coalesce(jsonb_agg(jsonb_build_object('id', handover.id, 'number', handover.number, 'direction', handover.direction,
				'department', department.name, 'madeBy', handover.made_name, 'madeAt', handover.made_at,
				'takenBy', handover.taken_name, 'takenAt', handover.taken_at, 'taken', item.taken) order by handover.made_at), '[]')
			from public.handover_items as item
			join public.handovers as handover on handover.id = item.handover_id
			join public.departments as department on department.id = handover.department_id
			where item.dossier_id = dossier.id
		))
	from public.dossiers as dossier where dossier.id = of_dossier and app.i_may_read(of_dossier)
$$;
comment on function app.routing_of(uuid) is
	'Whose work a dossier is, who could take it, its stages, the agencies its procedure names to be asked, its parts, its code elsewhere, internal notes and hand-overs; null for who may not read it.';
