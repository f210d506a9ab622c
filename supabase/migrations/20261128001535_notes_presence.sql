-- What colleagues note for each other, and who has a dossier open just now.

create table public.dossier_notes (
	id uuid primary key,
	dossier_id uuid not null references public.dossiers (id),
	at timestamptz not null default now(),
	by_staff uuid not null references public.staff (id),
	by_name text not null,
	text text not null
);
comment on table public.dossier_notes is 'What colleagues note about a dossier for each other; no citizen is ever shown one.';
create index dossier_notes_by_dossier on public.dossier_notes (dossier_id, at);
alter table public.dossier_notes enable row level security;
grant select on public.dossier_notes to authenticated, service_role;
create policy "Whoever reads a dossier reads its notes" on public.dossier_notes
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));
create trigger keep_notes before update or delete on public.dossier_notes for each row execute function app.refuse_change();
create trigger keep_all_notes before truncate on public.dossier_notes for each statement execute function app.refuse_change();

create function public.note_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted uuid;
	note text;
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'noteId');
	if not app.i_may_read(app.get_uuid(request, 'dossierId')) then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	note := app.find_text(request, 'text', 2000);
	if coalesce(length(note), 0) < 2 then
		perform app.fail('PT400', 'note-text');
	end if;
	insert into public.dossier_notes (id, dossier_id, by_staff, by_name, text)
	select wanted, app.get_uuid(request, 'dossierId'), staff.id, staff.full_name, note from public.staff where staff.id = app.my_staff_id()
	on conflict (id) do nothing;
	return app.notes_of(app.get_uuid(request, 'dossierId'));
end
$$;
comment on function public.note_dossier(jsonb) is
	'{protocol, noteId, dossierId, text} → the notes of the dossier: an internal note of whoever reads it; the same noteId is noted once. PT404 dossier-unknown; PT400 note-text.';
revoke all on function public.note_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.note_dossier(jsonb) to authenticated;

create function app.notes_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', id, 'at', at, 'by', by_name, 'text', text) order by at, id), '[]')
	from public.dossier_notes where dossier_id = of_dossier
$$;
comment on function app.notes_of(uuid) is 'The internal notes of a dossier, the first one first.';
revoke all on function app.notes_of(uuid) from public, anon, authenticated;

create unlogged table app.presence (
	staff_id uuid not null references public.staff (id),
	dossier_id uuid not null,
	at timestamptz not null default now(),
	primary key (staff_id, dossier_id)
);
comment on table app.presence is
	'The dossiers each staff member has open just now, in one window or in several; a heartbeat keeps each, and nothing is lost with it.';
create index presence_by_dossier on app.presence (dossier_id);
alter table app.presence enable row level security;

create function public.note_presence(request jsonb) returns jsonb
language plpgsql
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
	delete from app.presence where staff_id = app.my_staff_id() and at <= now() - interval '90 seconds';
	insert into app.presence (staff_id, dossier_id) values (app.my_staff_id(), wanted)
	on conflict (staff_id, dossier_id) do update set at = now();
	return jsonb_build_object(
		'version', (select version from public.dossiers where id = wanted),
		'others', (
			select coalesce(jsonb_agg(staff.full_name order by staff.full_name), '[]')
			from app.presence join public.staff on staff.id = presence.staff_id
			where presence.dossier_id = wanted and presence.at > now() - interval '90 seconds' and staff.id <> app.my_staff_id()
		));
end
$$;
comment on function public.note_presence(jsonb) is
	'{protocol, dossierId} → {version, others: [name]}: I have this dossier open; who else has, and whether it moved. Sent every half minute. PT404 dossier-unknown.';
revoke all on function public.note_presence(jsonb) from public, anon, authenticated;
grant execute on function public.note_presence(jsonb) to authenticated;
