-- A result that was wrong is corrected; both versions are kept (domain §2.2, ND61 Đ21.1).

create or replace function public.store_result_part(request jsonb) returns jsonb
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
	-- Officer or approver of the dossier's own department, while it is being worked on, or to correct what was signed.
	select * into dossier from public.dossiers
	where id = app.get_uuid(request, 'dossierId') and agency_id = app.my_agency_id()
		and department_id = app.my_department_id() and app.i_work_in_a_department()
		and applicant_key is distinct from coalesce(app.my_citizen_key(), '-')
	for update;
	if not found then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	if dossier.status not in (4, 9, 10) then
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

create function public.correct_result(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	reason text;
	result_number text;
	result_file uuid;
begin
	select * into acted from app.begin_action(request, 'correct');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	reason := app.find_text(request, 'reason', 500);
	if coalesce(length(reason), 0) < 5 then
		perform app.fail('PT400', 'correct-reason');
	end if;
	if jsonb_typeof(request -> 'officeFault') is distinct from 'boolean' then
		perform app.fail('PT400', 'request-malformed');
	end if;
	result_number := app.find_text(request, 'resultNumber', 60);
	if coalesce(request -> 'resultFileId', 'null') <> 'null'::jsonb then
		result_file := app.get_uuid(request, 'resultFileId');
		if exists (select 1 from app.result_files where file_id = result_file and released_at is not null) then
			perform app.fail('PT409', 'result-differs');
		end if;
		perform app.release_result(dossier.id, result_file);
	end if;
	if result_number is null and result_file is null then
		perform app.fail('PT400', 'correct-nothing');
	end if;
	return app.record_action(context, dossier, 'correct', jsonb_build_object('status', context.to_status),
		jsonb_build_object('reason', reason, 'officeFault', request -> 'officeFault', 'resultNumber', result_number, 'resultFileId', result_file));
end
$$;
comment on function public.correct_result(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, reason, officeFault, resultNumber?, resultFileId?} → {status}: a corrected result beside the first one, 9 or 10 stays; when the office was at fault it costs nothing (ND61 Đ21.1). The date of completion stays. PT400 correct-reason, correct-nothing; PT409 result-incomplete, result-differs.';
revoke all on function public.correct_result(jsonb) from public, anon, authenticated;
grant execute on function public.correct_result(jsonb) to authenticated;

create function app.results_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'fileId', file.file_id, 'name', file.name, 'type', file.type, 'size', file.size, 'sha256', file.sha256,
		'releasedAt', file.released_at, 'correction', event.data ->> 'reason') order by file.released_at), '[]')
	from app.result_files as file
	left join public.dossier_events as event on event.dossier_id = file.dossier_id and event.action = 'correct'
		and event.data ->> 'resultFileId' = file.file_id::text
	where file.dossier_id = of_dossier and file.released_at is not null
$$;
comment on function app.results_of(uuid) is
	'Every released result of a dossier, the first one first: [{fileId, name, type, size, sha256, releasedAt, correction: why it replaces the one before | null}].';
revoke all on function app.results_of(uuid) from public, anon, authenticated;
grant execute on function app.results_of(uuid) to authenticated;
