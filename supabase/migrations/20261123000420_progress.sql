-- What a citizen may see: progress only, by (id, secret) on the phone or by code + lookup code from any phone.

create function app.progress_of(dossier_id uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'reference', dossier.reference,
		'code', dossier.code,
		'status', dossier.status,
		'submittedAt', dossier.submitted_at,
		'receivedAt', dossier.received_at,
		'dueDate', dossier.due_date,
		'dueAt', dossier.due_at,
		'firstDueDate', dossier.first_due_date,
		'finishedAt', dossier.finished_at,
		'returnedAt', dossier.returned_at,
		'steps', (
			select jsonb_agg(jsonb_build_object('status', event.to_status, 'at', event.at) order by event.sequence)
			from public.dossier_events as event where event.dossier_id = dossier.id
		),
		'office', jsonb_build_object('code', agency.code, 'name', agency.name, 'address', agency.address, 'phone', agency.phone)
	)
	from public.dossiers as dossier
	join public.agencies as agency on agency.id = dossier.agency_id
	where dossier.id = dossier_id
$$;
comment on function app.progress_of(uuid) is 'Code, status, dates and office of a dossier; no name, no phone, no procedure (TT 01/2018 Đ16.2d).';
revoke all on function app.progress_of(uuid) from public;

create function public.dossier_progress(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	answers jsonb;
begin
	perform app.require_protocol(request);
	if jsonb_typeof(request -> 'dossiers') is distinct from 'array' or jsonb_array_length(request -> 'dossiers') > 50 then
		perform app.fail('PT400', 'request-malformed');
	end if;
	select coalesce(jsonb_agg(jsonb_build_object('id', submission.id, 'progress', app.progress_of(submission.id))), '[]')
	into answers
	from jsonb_array_elements(request -> 'dossiers') as asked
	join app.submissions as submission on submission.id = app.find_uuid(asked, 'id')
		and submission.secret_hash = app.hash_text(coalesce(app.find_text(asked, 'secret', 128), ''))
		and submission.finalized_at is not null;
	return jsonb_build_object('dossiers', answers);
end
$$;
comment on function public.dossier_progress(jsonb) is
	'{protocol, dossiers: [{id, secret}] ≤ 50} → {dossiers: [{id, progress}]}; what the pair does not open is left out.';
revoke all on function public.dossier_progress(jsonb) from public, anon, authenticated;
grant execute on function public.dossier_progress(jsonb) to anon, authenticated;

create table app.lookup_attempts (
	id bigint generated always as identity primary key,
	at timestamptz not null default now(),
	address_hash text not null,
	code_hash text not null
);
comment on table app.lookup_attempts is 'Misses of the public lookup, hashed; kept for two days only to slow down guessing.';
create index lookup_attempts_by_address on app.lookup_attempts (address_hash, at);
create index lookup_attempts_by_code on app.lookup_attempts (code_hash, at);
alter table app.lookup_attempts enable row level security;

create function public.lookup_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	-- Many people share an address (a phone company's, a village's router), and dossier codes are sequential: low
	-- bounds would let a stranger, or a clumsy neighbour, lock out the rightful. A lookup code has 40 bits: with 100
	-- guesses an hour at one code the chance is still below one in a million a year.
	most_from_address constant int := 200;
	most_about_code constant int := 100;
	me constant uuid := app.my_staff_id();
	asked_code text;
	asked_secret text;
	-- What a desk mistypes is counted under its own name, never against the citizens behind the same address.
	asked_from text := app.hash_text(coalesce('staff ' || me, app.client_address()));
	about_code text;
	found_id uuid;
begin
	perform app.require_protocol(request);
	asked_code := app.normalise_code(coalesce(app.find_text(request, 'code', 60), ''));
	asked_secret := app.normalise_code(coalesce(app.find_text(request, 'lookupCode', 60), ''));
	about_code := app.hash_text(asked_code);
	-- One address or one code at a time, so that many at once cannot slip past the count.
	perform pg_advisory_xact_lock(hashtextextended(least(asked_from, about_code), 1));
	perform pg_advisory_xact_lock(hashtextextended(greatest(asked_from, about_code), 1));
	if (
		me is null and
		(select count(*) from app.lookup_attempts where address_hash = asked_from and at > now() - interval '1 hour') >= most_from_address
	) or (
		select count(*) from app.lookup_attempts where code_hash = about_code and at > now() - interval '1 hour'
	) >= most_about_code then
		perform app.fail('PT429', 'too-many-lookups');
	end if;
	select dossier.id into found_id
	from public.dossiers as dossier
	join app.lookup_codes as code on code.dossier_id = dossier.id
	where (app.normalise_code(dossier.code) = asked_code or app.normalise_code(dossier.reference) = asked_code)
		and code.code_hash = app.hash_text(asked_secret)
	limit 1;
	if found_id is null then
		-- Returned, not raised: an error would roll the count back.
		insert into app.lookup_attempts (address_hash, code_hash) values (asked_from, about_code);
		return jsonb_build_object('found', false);
	end if;
	return jsonb_build_object('found', true, 'progress', app.progress_of(found_id));
end
$$;
comment on function public.lookup_dossier(jsonb) is
	'{protocol, code, lookupCode} → {found, progress?}: one answer for every miss; PT429 after 200 misses an hour from one address or 100 about one code.';
revoke all on function public.lookup_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.lookup_dossier(jsonb) to anon, authenticated;

-- The lookup searches by normalised code: without these a million rows would be read.
create index dossiers_by_normalised_code on public.dossiers (app.normalise_code(code));
create index dossiers_by_normalised_reference on public.dossiers (app.normalise_code(reference));

create function app.purge_lookup_attempts() returns int
language plpgsql
security definer
set search_path = ''
as $$
declare
	purged int;
begin
	delete from app.lookup_attempts where at < now() - interval '2 days';
	get diagnostics purged = row_count;
	return purged;
end
$$;
comment on function app.purge_lookup_attempts() is 'Deletes misses older than two days; gives how many.';
revoke all on function app.purge_lookup_attempts() from public;
grant execute on function app.purge_lookup_attempts() to service_role;
