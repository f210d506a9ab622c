-- Files of dossiers: a private bucket; the one INSERT policy of the system; nobody overwrites or deletes.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('dossier-files', 'dossier-files', false, 10485760,
	array['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])
on conflict (id) do nothing;

create policy "A phone stores the files its open submission declared" on storage.objects
	for insert to anon, authenticated
	with check (bucket_id = 'dossier-files' and (select app.upload_is_declared(name)));

create function app.i_may_read_file(object_name text) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
	select exists (
		select 1 from public.dossier_files as file
		where file.object_name = i_may_read_file.object_name
	)
$$;
comment on function app.i_may_read_file(text) is 'True when the caller reads the dossier this stored file belongs to (row level security decides).';
revoke all on function app.i_may_read_file(text) from public;
grant execute on function app.i_may_read_file(text) to authenticated;
create index dossier_files_by_object on public.dossier_files (object_name);

create policy "Whoever reads a dossier opens its files" on storage.objects
	for select to authenticated
	using (bucket_id = 'dossier-files' and app.i_may_read_file(name));
