-- Giấy tiếp nhận nhiều hồ sơ: several receipts of one visit on one sheet. It has no number of its own: it lists the slips,
-- each of which stands by itself.

create index dossier_events_by_visit on public.dossier_events ((data ->> 'visitId')) where action = 'file';

create function app.visit_of(of_slip uuid) returns uuid[]
language sql
stable
security invoker
set search_path = ''
as $$
	select coalesce(array_agg(other.id order by other.issued_at, other.id), '{}')
	from public.slips as slip
	join public.dossier_events as filed on filed.dossier_id = slip.dossier_id and filed.action = 'file'
	join public.dossier_events as beside on beside.action = 'file' and beside.data ->> 'visitId' = filed.data ->> 'visitId'
	join public.slips as other on other.dossier_id = beside.dossier_id and other.form = '01' and other.agency_id = slip.agency_id
	where slip.id = of_slip and slip.form = '01'
		-- Of one person: what a neighbour filed at the same sitting is not theirs to carry home.
		and other.snapshot #>> '{applicant,fullName}' = slip.snapshot #>> '{applicant,fullName}'
		-- Issued again: the latest says the date that stands.
		and not exists (
			select 1 from public.slips as later
			where later.dossier_id = other.dossier_id and later.form = '01' and (later.issued_at, later.id) > (other.issued_at, other.id)
		)
$$;
comment on function app.visit_of(uuid) is
	'The receipt slips of the visit that this receipt slip belongs to, one for each dossier; none for what no desk filed. Runs with the rights of whoever asks.';
revoke all on function app.visit_of(uuid) from public, anon;
grant execute on function app.visit_of(uuid) to authenticated;

create function app.note_joint(ids uuid[]) returns void
language sql
security definer
set search_path = ''
as $$
	insert into app.view_log (agency_id, dossier_id, kind, object, staff_id, staff_name)
	select slips.agency_id, slips.dossier_id, 'joint', slips.number, staff.id, staff.full_name
	from public.slips join public.staff on staff.id = app.my_staff_id()
	where slips.id = any (ids) and app.i_may_read(slips.dossier_id) and not exists (
		select 1 from app.view_log as line
		where line.object = slips.number and line.staff_id = staff.id and line.dossier_id = slips.dossier_id and line.at > now() - interval '10 minutes'
	)
$$;
comment on function app.note_joint(uuid[]) is 'Writes down that the caller opens the joint sheet of these receipts, to print it; of those they read only.';
revoke all on function app.note_joint(uuid[]) from public, anon;
grant execute on function app.note_joint(uuid[]) to authenticated;

create function public.joint_receipt(request jsonb) returns jsonb
language plpgsql
security invoker
set search_path = ''
as $$
declare
	ids uuid[];
begin
	perform app.require_protocol(request);
	ids := app.visit_of(app.get_uuid(request, 'slipId'));
	if cardinality(ids) = 0 then
		perform app.fail('PT404', 'slip-unknown');
	end if;
	perform app.note_joint(ids);
	return jsonb_build_object('slips', (
		select jsonb_agg(jsonb_build_object('id', slips.id, 'number', slips.number, 'snapshot', slips.snapshot) order by position)
		from unnest(ids) with ordinality as list (id, position) join public.slips on slips.id = list.id
	));
end
$$;
comment on function public.joint_receipt(jsonb) is
	'{protocol, slipId} → {slips: [{id, number, snapshot}]}: all receipts of the visit of this one, for one sheet; that it was opened is written down. PT404 slip-unknown.';
revoke all on function public.joint_receipt(jsonb) from public, anon, authenticated;
grant execute on function public.joint_receipt(jsonb) to authenticated;
