-- A slip never changes; how often it was printed, by whom and when, is written down (domain §9.6).

create table public.slip_prints (
	id uuid primary key,
	slip_id uuid not null references public.slips (id),
	staff_id uuid not null references public.staff (id),
	-- When the turn came, not when the request did: two desks at once are told different copies.
	at timestamptz not null default clock_timestamp()
);
comment on table public.slip_prints is 'Every time a slip went to a printer, append-only; the first is the print, the others are reprints.';
create index slip_prints_by_slip on public.slip_prints (slip_id, at);
alter table public.slip_prints enable row level security;
grant select on public.slip_prints to authenticated, service_role;
create policy "Whoever reads a slip reads how often it was printed" on public.slip_prints
	for select to authenticated
	using (exists (select 1 from public.slips where slips.id = slip_id));
create trigger keep_prints before update or delete on public.slip_prints
	for each row execute function app.refuse_change();
create trigger keep_all_prints before truncate on public.slip_prints
	for each statement execute function app.refuse_change();

create function public.note_print(request jsonb) returns jsonb
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
	insert into public.slip_prints (id, slip_id, staff_id) values (print_id, wanted_slip, app.my_staff_id())
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
	'{protocol, slipId, printId} → {copy: 1 = the first print}: logs one print; the same printId counts once. PT404 slip-unknown when not yours to read.';
revoke all on function public.note_print(jsonb) from public, anon, authenticated;
grant execute on function public.note_print(jsonb) to authenticated;

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
		'prints', (select count(*) from public.slip_prints where slip_prints.slip_id = slip.id), 'snapshot', slip.snapshot);
end
$$;
comment on function public.staff_slip(jsonb) is '{protocol, slipId} → {id, dossierId, form, number, prints, snapshot}; PT404 when not yours to read.';
