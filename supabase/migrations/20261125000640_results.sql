-- The result: as a file that the phone without an account can open, and handed out at the desk.
-- Result files lie in the database, not in Storage: Storage opens a file by account or by an address that lives for
-- minutes, and its policies do not see a header with a secret (supabase/supabase#29908). Here one SQL function compares
-- the secret, and SQL can hash what it stores.

create table app.result_files (
	file_id uuid primary key,
	dossier_id uuid not null references public.dossiers (id),
	name text not null,
	type text not null,
	size int not null check (size between 1 and 4194304),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	stored_by uuid not null references public.staff (id),
	stored_at timestamptz not null default now(),
	released_at timestamptz
);
comment on table app.result_files is 'Signed results as files, at most 4 MiB; nobody but the department sees one before finish names it (released_at).';
create index result_files_by_dossier on app.result_files (dossier_id);
create index result_files_unreleased on app.result_files (stored_at) where released_at is null;
alter table app.result_files enable row level security;

create table app.result_parts (
	file_id uuid not null references app.result_files (file_id) on delete cascade,
	position int not null,
	bytes bytea not null,
	primary key (file_id, position)
);
comment on table app.result_parts is 'The bytes of a result file, 192 KiB a part, so that one request stays small on a weak line.';
alter table app.result_parts alter column bytes set storage external;
alter table app.result_parts enable row level security;

create function app.result_is_known_type(head bytea, type text) returns boolean
language sql
immutable
set search_path = ''
as $$
	select case type
		-- A line may stand before the header, as readers accept and the phone's own check does.
		when 'application/pdf' then position('\x255044462d'::bytea in substr(head, 1, 1024)) > 0
		when 'image/jpeg' then substr(head, 1, 3) = '\xffd8ff'
		when 'image/png' then substr(head, 1, 8) = '\x89504e470d0a1a0a'
		when 'image/webp' then substr(head, 1, 4) = '\x52494646' and substr(head, 9, 4) = '\x57454250'
		else false
	end
$$;
comment on function app.result_is_known_type(bytea, text) is 'True when the first bytes are what the type says: PDF, JPEG, PNG or WebP.';
revoke all on function app.result_is_known_type(bytea, text) from public, anon, authenticated;

create function public.store_result_part(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	part_bytes constant int := 196608;
	most_files constant int := 5;
	me uuid := app.my_staff_id();
	dossier public.dossiers;
	wanted_file uuid;
	known app.result_files;
	place int;
	part bytea;
begin
	perform app.require_protocol(request);
	-- Officer or approver of the dossier's own department, while it is being worked on.
	select * into dossier from public.dossiers
	where id = app.get_uuid(request, 'dossierId') and agency_id = app.my_agency_id()
		and department_id = app.my_department_id() and app.i_work_in_a_department()
		and applicant_key is distinct from coalesce(app.my_citizen_key(), '-')
	for update;
	if not found then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	if dossier.status <> 4 then
		perform app.fail('PT409', 'status-changed');
	end if;
	wanted_file := app.get_uuid(request, 'fileId');
	if coalesce(app.find_text(request, 'name', 200), '') = ''
		or jsonb_typeof(request -> 'size') is distinct from 'number' or request ->> 'size' !~ '^[1-9][0-9]{0,6}$'
		or (request ->> 'size')::int > 4194304
		or coalesce(app.find_text(request, 'sha256', 64), '') !~ '^[0-9a-f]{64}$'
		or jsonb_typeof(request -> 'position') is distinct from 'number' or request ->> 'position' !~ '^[0-9]{1,3}$'
		or jsonb_typeof(request -> 'bytes') is distinct from 'string'
		or request ->> 'bytes' !~ '^[A-Za-z0-9+/]+={0,2}$'
	then
		perform app.fail('PT400', 'result-malformed');
	end if;
	place := (request ->> 'position')::int;
	begin
		part := decode(request ->> 'bytes', 'base64');
	exception when others then
		perform app.fail('PT400', 'result-malformed');
	end;
	if octet_length(part) is distinct from least(part_bytes, (request ->> 'size')::int - place * part_bytes) then
		perform app.fail('PT400', 'result-malformed');
	end if;
	if place = 0 and not app.result_is_known_type(part, request ->> 'type') then
		perform app.fail('PT400', 'result-type');
	end if;

	select * into known from app.result_files where file_id = wanted_file;
	if found then
		if known.dossier_id <> dossier.id or known.size <> (request ->> 'size')::int or known.sha256 <> request ->> 'sha256'
			or known.type is distinct from request ->> 'type' or known.released_at is not null
		then
			perform app.fail('PT409', 'result-differs');
		end if;
	else
		if place <> 0 then
			perform app.fail('PT409', 'result-incomplete');
		end if;
		if (select count(*) from app.result_files where dossier_id = dossier.id and released_at is null) >= most_files then
			delete from app.result_files
			where file_id in (
				select file_id from app.result_files where dossier_id = dossier.id and released_at is null order by stored_at limit 1
			);
		end if;
		insert into app.result_files (file_id, dossier_id, name, type, size, sha256, stored_by)
		values (wanted_file, dossier.id, app.find_text(request, 'name', 200), request ->> 'type', (request ->> 'size')::int,
			request ->> 'sha256', me);
	end if;
	insert into app.result_parts (file_id, position, bytes) values (wanted_file, place, part)
	on conflict (file_id, position) do update set bytes = excluded.bytes;
	return jsonb_build_object('stored', (select sum(octet_length(bytes)) from app.result_parts where file_id = wanted_file));
end
$$;
comment on function public.store_result_part(jsonb) is
	'{protocol, dossierId, fileId, name, type, size ≤ 4 MiB, sha256, position, bytes (base64, 192 KiB but for the last)} → {stored: bytes so far}; the same part again replaces itself, the oldest of six unused files goes. PT404 dossier-unknown; PT409 status-changed, result-differs, result-incomplete; PT400 result-malformed, result-type.';
revoke all on function public.store_result_part(jsonb) from public, anon, authenticated;
grant execute on function public.store_result_part(jsonb) to authenticated;

create function app.release_result(of_dossier uuid, wanted_file uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	file app.result_files;
	stored bytea;
begin
	select * into file from app.result_files where file_id = wanted_file and dossier_id = of_dossier for update;
	if not found then
		perform app.fail('PT409', 'result-incomplete');
	end if;
	select string_agg(bytes, ''::bytea order by position) into stored from app.result_parts where file_id = wanted_file;
	if octet_length(stored) is distinct from file.size then
		perform app.fail('PT409', 'result-incomplete');
	end if;
	if encode(sha256(stored), 'hex') <> file.sha256 then
		perform app.fail('PT409', 'result-differs');
	end if;
	update app.result_files set released_at = now() where file_id = wanted_file;
end
$$;
comment on function app.release_result(uuid, uuid) is
	'Lets a stored result be seen, once all its bytes are there (PT409 result-incomplete) and hash to what was declared (PT409 result-differs).';
revoke all on function app.release_result(uuid, uuid) from public, anon, authenticated;

create function app.result_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('fileId', file_id, 'name', name, 'type', type, 'size', size, 'sha256', sha256)
	from app.result_files where dossier_id = of_dossier and released_at is not null
	order by released_at desc limit 1
$$;
comment on function app.result_of(uuid) is 'The released result of a dossier {fileId, name, type, size, sha256}, or null.';
revoke all on function app.result_of(uuid) from public, anon, authenticated;
-- staff_dossier runs as the caller and hands it only a dossier that the caller reads.
grant execute on function app.result_of(uuid) to authenticated;

create function app.result_part_of(of_dossier uuid, request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	part bytea;
	parts int;
begin
	if jsonb_typeof(request -> 'position') is distinct from 'number' or request ->> 'position' !~ '^[0-9]{1,3}$' then
		perform app.fail('PT400', 'request-malformed');
	end if;
	select piece.bytes, (file.size + 196607) / 196608 into part, parts
	from app.result_files as file
	join app.result_parts as piece on piece.file_id = file.file_id
	where file.dossier_id = of_dossier and file.file_id = app.get_uuid(request, 'fileId') and file.released_at is not null
		and piece.position = (request ->> 'position')::int;
	if not found then
		perform app.fail('PT404', 'result-unknown');
	end if;
	return jsonb_build_object('bytes', translate(encode(part, 'base64'), e'\n', ''), 'parts', parts);
end
$$;
comment on function app.result_part_of(uuid, jsonb) is 'One part of a released result: {bytes (base64), parts}; PT404 result-unknown.';
revoke all on function app.result_part_of(uuid, jsonb) from public, anon, authenticated;

create function public.result_part(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	found_id uuid;
begin
	perform app.require_protocol(request);
	select id into found_id from app.submissions
	where id = app.get_uuid(request, 'id') and finalized_at is not null
		and secret_hash = app.hash_text(coalesce(app.find_text(request, 'secret', 128), ''));
	if not found then
		perform app.fail('PT404', 'submission-unknown');
	end if;
	return app.result_part_of(found_id, request);
end
$$;
comment on function public.result_part(jsonb) is
	'{protocol, id, secret, fileId, position} → {bytes (base64), parts}: the result for the phone that filed. PT404 submission-unknown, result-unknown.';
revoke all on function public.result_part(jsonb) from public, anon, authenticated;
grant execute on function public.result_part(jsonb) to anon, authenticated;

create function public.staff_result_part(request jsonb) returns jsonb
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
	return app.result_part_of(app.get_uuid(request, 'dossierId'), request);
end
$$;
comment on function public.staff_result_part(jsonb) is
	'{protocol, dossierId, fileId, position} → {bytes (base64), parts}: the released result for whoever reads the dossier. PT404 dossier-unknown, result-unknown.';
revoke all on function public.staff_result_part(jsonb) from public, anon, authenticated;
grant execute on function public.staff_result_part(jsonb) to authenticated;

create or replace function public.finish_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	result_number text;
	result_file uuid;
begin
	select * into acted from app.begin_action(request, 'finish');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	result_number := app.find_text(request, 'resultNumber', 60);
	if coalesce(request -> 'resultFileId', 'null') <> 'null'::jsonb then
		result_file := app.get_uuid(request, 'resultFileId');
		perform app.release_result(dossier.id, result_file);
	end if;
	update public.dossiers set finished_at = now() where id = dossier.id;
	return app.record_action(context, dossier, 'finish', jsonb_build_object('status', context.to_status),
		jsonb_build_object('resultNumber', result_number, 'resultFileId', result_file));
end
$$;
comment on function public.finish_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, resultNumber?, resultFileId?} → {status}: 4 → 9, the result is signed; a stored file is released with it. PT409 result-incomplete, result-differs.';

create function app.get_recipient(request jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	recipient constant text := app.find_text(request, 'recipientName', 120);
begin
	if coalesce(length(recipient), 0) < 2 then
		perform app.fail('PT400', 'recipient-name');
	end if;
	return jsonb_build_object('recipientName', recipient,
		'proxy', coalesce(request -> 'proxy', 'false') = 'true'::jsonb, 'proxyPaper', app.find_text(request, 'proxyPaper', 200));
end
$$;
comment on function app.get_recipient(jsonb) is 'Who took the result: {recipientName, proxy, proxyPaper}; PT400 recipient-name.';
revoke all on function app.get_recipient(jsonb) from public, anon, authenticated;

create or replace function public.return_result(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	recipient jsonb;
	originals jsonb;
begin
	select * into acted from app.begin_action(request, 'return');
	context := acted.context;
	if context.replayed is not null then
		return context.replayed;
	end if;
	recipient := app.get_recipient(request);
	originals := app.get_names(request, 'originals');
	update public.dossiers set returned_at = now() where id = (acted.dossier).id;
	return app.record_action(context, acted.dossier, 'return',
		jsonb_build_object('status', context.to_status), recipient || jsonb_build_object('originals', originals));
end
$$;
comment on function public.return_result(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, recipientName, proxy?, proxyPaper?, originals?: [name]} → {status}: 9 → 10; late or not, a result is always handed out. Originals that were kept are noted as given back (ND61 Đ20.2).';

create function app.purge_unused_results() returns int
language plpgsql
security definer
set search_path = ''
as $$
declare
	purged int;
begin
	delete from app.result_files where released_at is null and stored_at < now() - interval '30 days';
	get diagnostics purged = row_count;
	return purged;
end
$$;
comment on function app.purge_unused_results() is 'Deletes result files that no signature released within 30 days; gives how many.';
revoke all on function app.purge_unused_results() from public, anon, authenticated;
grant execute on function app.purge_unused_results() to service_role;
insert into app.jobs (kind, repeat_every) values ('purge-unused-results', interval '1 day');
