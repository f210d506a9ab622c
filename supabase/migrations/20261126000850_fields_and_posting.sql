-- What an editor changes without a draft: the fields of work, and when the office posted a procedure.

create function public.save_field(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.catalogue_member(request, array['editor']);
	wanted public.fields;
	known public.fields;
begin
	wanted.code := app.find_text(request, 'code', 60);
	wanted.name := app.find_text(request, 'name', 120);
	wanted.help := coalesce(app.find_text(request, 'help', 300), '');
	if wanted.code is null or wanted.code !~ '^[a-z][a-z0-9-]*$' or wanted.name is null or length(wanted.name) < 2
		or not app.is_count(request -> 'position', 0, 10000)
	then
		perform app.fail('PT400', 'field-malformed');
	end if;
	wanted.position := (request ->> 'position')::numeric;
	perform 1 from app.catalogue_counter for update;
	select * into known from public.fields where code = wanted.code for update;
	-- A repeat changes nothing and is no revision.
	if known is distinct from wanted then
		insert into public.fields values (wanted.*)
		on conflict (code) do update set name = excluded.name, help = excluded.help, position = excluded.position;
		insert into public.catalogue_events (field_code, action, actor_staff_id, actor_name, before, after)
		values (wanted.code, 'field', me.id, me.full_name, case when known.code is not null then to_jsonb(known) end, to_jsonb(wanted));
		perform app.queue_rebuild();
	end if;
	return jsonb_build_object('code', wanted.code);
end
$$;
comment on function public.save_field(jsonb) is
	'{protocol, code, name, help, position} → {code}: adds a field of work or changes the one of this code; for editors. PT400 field-malformed.';
revoke all on function public.save_field(jsonb) from public, anon, authenticated;
grant execute on function public.save_field(jsonb) to authenticated;

create function public.save_posting(request jsonb) returns jsonb
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
		update public.procedures set posted_on = day, posted_decision = decision, revision = app.next_revision()
		where code = known.code
		returning revision into new_revision;
		insert into public.catalogue_events (procedure_code, action, actor_staff_id, actor_name, before, after)
		values (
			known.code, 'posting', me.id, me.full_name,
			jsonb_build_object('postedOn', known.posted_on, 'postedDecision', known.posted_decision),
			jsonb_build_object('postedOn', day, 'postedDecision', decision)
		);
		perform app.queue_rebuild();
	end if;
	return jsonb_build_object('code', known.code, 'revision', new_revision);
end
$$;
comment on function public.save_posting(jsonb) is
	'{protocol, code, postedOn, postedDecision|null} → {code, revision}: the date (not of the future) and the decision under which the office posted a procedure; for editors. PT400 posted-date; PT404 procedure-unknown.';
revoke all on function public.save_posting(jsonb) from public, anon, authenticated;
grant execute on function public.save_posting(jsonb) to authenticated;
