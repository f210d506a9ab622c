-- A rebuild that failed does not keep new changes waiting; a posting, which no page shows, asks for none. What is still to
-- come is read by those who keep the catalogue.

create or replace function app.queue_rebuild() returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	waiting bigint;
begin
	-- Locked until we commit: the worker skips it meanwhile and then builds with what we changed. One that it is working
	-- on does not count, it may have read before us.
	select id into waiting from app.jobs
	where kind = 'rebuild-pages' and finished_at is null and (locked_until is null or locked_until < now())
	order by run_at
	limit 1
	for update;
	if found then
		-- It may have failed and wait for hours: what is new may be what mends it.
		update app.jobs set run_at = now(), attempts = 0 where id = waiting;
	else
		insert into app.jobs (kind) values ('rebuild-pages');
	end if;
end
$$;
comment on function app.queue_rebuild() is
	'The static pages are to be built anew, at once; one waiting job stands for any number of changes.';

create or replace function public.save_posting(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor']);
	day date := app.find_local_time(to_jsonb((request ->> 'postedOn') || 'T00:00'))::date;
	decision text := app.find_text(request, 'postedDecision', 200);
	known public.procedures;
	new_revision bigint;
begin
	if jsonb_typeof(request -> 'postedOn') is distinct from 'string' or day is null
		or day < date '2000-01-01' or day > app.today()
	then
		perform app.fail('PT400', 'posted-date');
	end if;
	perform 1 from app.catalogue_counter for update;
	select * into known from public.procedures
	where code = app.find_text(request, 'code', 8) and status = 'published'
	for no key update;
	if not found then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	new_revision := known.revision;
	if (known.posted_on, known.posted_decision) is distinct from (day, decision) then
		-- Phones hear of it by the revision; no page shows it.
		update public.procedures set posted_on = day, posted_decision = decision, revision = app.next_revision()
		where code = known.code
		returning revision into new_revision;
		insert into public.catalogue_events (procedure_code, action, actor_staff_id, actor_name, before, after)
		values (
			known.code, 'posting', me.id, me.full_name,
			jsonb_build_object('postedOn', known.posted_on, 'postedDecision', known.posted_decision),
			jsonb_build_object('postedOn', day, 'postedDecision', decision)
		);
	end if;
	return jsonb_build_object('code', known.code, 'revision', new_revision);
end
$$;

drop policy "Staff read withdrawn procedures" on public.procedures;
create policy "Staff read withdrawn procedures" on public.procedures for select to authenticated
	using (status <> 'scheduled' and (select app.my_staff_id()) is not null);
comment on policy "Staff read withdrawn procedures" on public.procedures is
	'A dossier filed before the withdrawal still needs the name and the field of its procedure.';
create policy "Editors and leaders read procedures still to come" on public.procedures for select to authenticated
	using (status = 'scheduled' and ((select app.i_have_role('editor')) or (select app.i_have_role('leader'))));
comment on policy "Editors and leaders read procedures still to come" on public.procedures is
	'A new code whose first version waits for its date is nobody else''s business yet.';

-- Nothing reads the record by code.
drop index public.catalogue_events_of_a_code;
