-- Who looked at what: no staff member reads the bytes of a paper, or of a result, before a line says so (ND61 Đ5.1d).

create table app.view_log (
	id uuid primary key default gen_random_uuid(),
	agency_id uuid not null references public.agencies (id),
	dossier_id uuid references public.dossiers (id),
	kind text not null check (kind in ('photo', 'result', 'joint', 'register')),
	object text not null,
	staff_id uuid not null references public.staff (id),
	staff_name text not null,
	at timestamptz not null default now(),
	reason text
);
comment on table app.view_log is
	'Every opening of a paper or a result by staff, and every print of the register: who, when, why. Append-only. Prints of slips are in public.slip_prints.';
comment on column app.view_log.object is
	'photo: the name of the stored object; result: the id of its file; joint: the number of the receipt on a joint sheet; register: the days that were printed.';
create index view_log_by_object on app.view_log (object, staff_id, at);
create index view_log_by_dossier on app.view_log (dossier_id, at);
create index view_log_of_register on app.view_log (agency_id, at) where kind = 'register';
alter table app.view_log enable row level security;
create trigger keep_views before update or delete on app.view_log for each row execute function app.refuse_change();
create trigger keep_all_views before truncate on app.view_log for each statement execute function app.refuse_change();

create function app.i_opened(wanted_object text) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from app.view_log
		where object = wanted_object and staff_id = app.my_staff_id() and at > now() - interval '15 minutes'
	)
$$;
comment on function app.i_opened(text) is 'True when the caller wrote down within the last 15 minutes that they open this object.';
revoke all on function app.i_opened(text) from public, anon, authenticated;
grant execute on function app.i_opened(text) to authenticated;

create function public.open_file(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted uuid;
	found_file record;
	wanted_reason text;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'fileId');
	select list.kind, list.object, dossier.id, dossier.agency_id, dossier.lane = 'ended' as has_ended into found_file
	from (
		select 'photo' as kind, object_name as object, dossier_id from public.dossier_files where file_id = wanted
		union all
		select 'result', file_id::text, dossier_id from app.result_files where file_id = wanted and released_at is not null
	) as list
	join public.dossiers as dossier on dossier.id = list.dossier_id
	where app.i_may_read(dossier.id);
	if not found then
		perform app.fail('PT404', 'file-unknown');
	end if;
	wanted_reason := app.find_text(request, 'reason', 300);
	if found_file.has_ended and coalesce(length(wanted_reason), 0) < 3 then
		perform app.fail('PT400', 'view-reason');
	end if;
	-- A page fetched again within minutes is still the same look at it.
	insert into app.view_log (agency_id, dossier_id, kind, object, staff_id, staff_name, reason)
	select found_file.agency_id, found_file.id, found_file.kind, found_file.object, staff.id, staff.full_name, wanted_reason
	from public.staff
	where staff.id = app.my_staff_id() and not exists (
		select 1 from app.view_log as line
		where line.object = found_file.object and line.staff_id = staff.id
			and line.at > now() - interval '10 minutes' and line.reason is not distinct from wanted_reason
	);
	return jsonb_build_object('fileId', wanted);
end
$$;
comment on function public.open_file(jsonb) is
	'{protocol, fileId, reason?} → {fileId}: writes down that the caller opens this photo or result; only then its bytes can be read, for 15 minutes. PT404 file-unknown; PT400 view-reason when the dossier has ended and no reason is given.';
revoke all on function public.open_file(jsonb) from public, anon, authenticated;
grant execute on function public.open_file(jsonb) to authenticated;

drop policy "Whoever reads a dossier opens its files" on storage.objects;
create policy "Whoever reads a dossier opens its files, on the record" on storage.objects
	for select to authenticated
	using (bucket_id = 'dossier-files' and app.i_may_read_file(name) and app.i_opened(name));

create or replace function public.staff_result_part(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform app.require_protocol(request);
	if not app.i_may_read(app.get_uuid(request, 'dossierId')) then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	if not app.i_opened(app.get_uuid(request, 'fileId')::text) then
		perform app.fail('PT403', 'file-unopened');
	end if;
	return app.result_part_of(app.get_uuid(request, 'dossierId'), request);
end
$$;
comment on function public.staff_result_part(jsonb) is
	'{protocol, dossierId, fileId, position} → {bytes (base64), parts}: the released result for whoever reads the dossier and wrote down that they open it. PT404 dossier-unknown, result-unknown; PT403 file-unopened.';

-- Why a slip was printed again --------------------------------------------------------------------------------

alter table public.slip_prints add column reason text;
comment on column public.slip_prints.reason is 'Why it was printed, when somebody said so; asked for when the dossier has ended.';

create or replace function public.note_print(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	print_id uuid;
	wanted_slip uuid;
	known public.slip_prints;
begin
	perform app.require_protocol(request);
	print_id := app.get_uuid(request, 'printId');
	wanted_slip := app.get_uuid(request, 'slipId');
	perform 1 from public.slips where id = wanted_slip and app.i_may_read(slips.dossier_id) for update;
	if not found then
		perform app.fail('PT404', 'slip-unknown');
	end if;
	-- Never refused for want of a reason: by now the paper may lie in the printer, and an unlogged print is worse.
	insert into public.slip_prints (id, slip_id, staff_id, reason)
	values (print_id, wanted_slip, app.my_staff_id(), app.find_text(request, 'reason', 300))
	on conflict (id) do nothing;
	select * into known from public.slip_prints where id = print_id;
	if known.slip_id <> wanted_slip then
		perform app.fail('PT409', 'action-id-used');
	end if;
	return jsonb_build_object('copy', (
		select count(*) from public.slip_prints where slip_id = wanted_slip and (at, id) <= (known.at, known.id)
	));
end
$$;
comment on function public.note_print(jsonb) is
	'{protocol, slipId, printId, reason?} → {copy: 1 = the first print}: logs one print; the same printId counts once. PT404 slip-unknown when not yours to read.';

create function public.view_log(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	wanted uuid;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'dossierId');
	if not app.i_may_read(wanted) then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	if not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	return jsonb_build_object('lines', (
		select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'what', what, 'by', by_name, 'at', at, 'reason', reason)
			order by at desc, what), '[]')
		from (
			select line.kind, coalesce(file.requirement_id, result.name, line.object) as what, line.staff_name as by_name, line.at, line.reason
			from app.view_log as line
			left join public.dossier_files as file on line.kind = 'photo' and file.object_name = line.object
			left join app.result_files as result on line.kind = 'result' and result.file_id::text = line.object
			where line.dossier_id = wanted
			union all
			select 'print', slips.form || ' ' || slips.number, staff.full_name, prints.at, prints.reason
			from public.slips
			join public.slip_prints as prints on prints.slip_id = slips.id
			join public.staff on staff.id = prints.staff_id
			where slips.dossier_id = wanted
			order by at desc limit 500
		) as list
	));
end
$$;
comment on function public.view_log(jsonb) is
	'{protocol, dossierId} → {lines: [{kind photo|result|joint|print, what: paper, file name, number or "01 00012/2026", by, at, reason}]}: who opened or printed papers of a dossier, the latest 500; for leaders. PT404 dossier-unknown; PT403 role-missing.';
revoke all on function public.view_log(jsonb) from public, anon, authenticated;
grant execute on function public.view_log(jsonb) to authenticated;
