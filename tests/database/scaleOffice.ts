/**
 * SQL that adds to a migrated database 20 offices with so many dossiers between them, S-1, S-2, …: each with its
 * submission and files, and all but the new ones with a slip, a round of asking for papers, an answer and a print, those
 * handed out with a result. `secret` opens every one of them.
 */
export function scaleSql(dossiers: number, filesPerDossier: number, secret: string): string {
	return `
		insert into public.agencies (code, name, receives)
		select 'S88.' || n, 'Trung tâm số ' || n, true from generate_series(1, 20) as n;
		insert into public.departments (agency_id, name)
		select id, 'Phòng ' || n from public.agencies, generate_series(1, 3) as n where code like 'S88.%';
		insert into public.staff (user_id, agency_id, department_id, full_name)
		select md5(role || ' of scale')::uuid, agencies.id, departments.id, role || ' of scale'
		from public.agencies join public.departments on agency_id = agencies.id, unnest(array['receiver', 'officer']) as role
		where code = 'S88.18' and departments.name = 'Phòng 1';
		insert into public.staff_roles (staff_id, role)
		select id, split_part(full_name, ' ', 1) from public.staff where full_name like '% of scale';
		select app.seed_field('{"code": "quy-mo", "name": "Quy mô", "help": "x", "position": 99}');
		select app.seed_procedure('{"code": "8.000001", "field": "quy-mo", "title": "Thử", "shortTitle": "Thử", "channels": []}', repeat('8', 64));

		insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel,
			subject, applicant, applicant_key, payload, search_text, sort_at, submitted_at, due_date, answered_at)
		select md5('S-' || n)::uuid, 'S-' || n, 'S88-' || n, agency.id, department.id, '8.000001', version.id,
			case (n / 20) % 100 when 0 then 1 when 1 then 2 when 2 then 4 when 3 then 9 when 4 then 5 when 5 then 5 else 10 end,
			2, 'Nguyễn Văn ' || n, '{"fullName": "Trần Thị Bình", "phone": "0912345678"}', app.hash_text(lpad(n::text, 12, '0')), '{}',
			case when n % 20000 = 209 then 'lac long quan ' else 'tran thi binh nguyen van ' end || n,
			now(), now() - make_interval(mins => n / 3), app.local_time(now())::date - (n / 2000) % 3, case (n / 20) % 100 when 5 then now() end
		from generate_series(1, ${dossiers}) as n
		join (select id, row_number() over (order by code collate "C") - 1 as position from public.agencies where code like 'S88.%') as agency
			on agency.position = n % 20
		join (select id, agency_id, row_number() over (partition by agency_id order by name) - 1 as position from public.departments) as department
			on department.agency_id = agency.id and department.position = (n / 2000) % 3
		join public.procedure_versions as version on version.procedure_code = '8.000001';
		-- A hash for each would take a minute; none of these chains holds.
		alter table public.dossier_events disable trigger chain_event;
		insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, changes, hash)
		select id, 1, gen_random_uuid(), 'submit', 1, 'x', '{}', repeat('0', 64) from public.dossiers where reference like 'S-%';
		alter table public.dossier_events enable trigger chain_event;
		insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
		select dossier.id, dossier.agency_id, '01', split_part(reference, '-', 2) || '/2026', staff.id, '{}'
		from public.dossiers as dossier, public.staff where reference like 'S-%' and status > 1 and full_name = 'receiver of scale';
		insert into public.slip_prints (id, slip_id, staff_id)
		select gen_random_uuid(), slips.id, issued_by from public.slips join public.dossiers on dossiers.id = slips.dossier_id where reference like 'S-%';
		-- Everybody was once asked for papers and answered with a photo; who waits still may, and one is about to.
		insert into public.supplements (id, dossier_id, round, slip_id, requested_name, until, lines, counts_late, after_receipt, closed_at, completed_at, outcome)
		select md5('round ' || reference)::uuid, dossier.id, 1, slips.id, 'x', current_date, '[{"id": "a"}]', false, false,
			case when status <> 5 then now() end, case when status <> 5 then now() end, case when status <> 5 then 'accepted' end
		from public.dossiers as dossier join public.slips on slips.dossier_id = dossier.id where reference like 'S-%';
		insert into public.supplement_answers (id, supplement_id, dossier_id, lines, declared_bytes, finalized_at)
		select md5('answer ' || reference)::uuid, round.id, dossier.id, '[{"kind": "files", "lineId": "a"}]', 1, case when reference <> 'S-109' then now() end
		from public.dossiers as dossier join public.supplements as round on round.dossier_id = dossier.id where reference like 'S-%';
		insert into app.answer_files (file_id, answer_id, requirement_id, sha256, size, type)
		select md5('answer file ' || reference)::uuid, answer.id, 'x', 'x', 1, 'x'
		from public.dossiers as dossier join public.supplement_answers as answer on answer.dossier_id = dossier.id where reference like 'S-%';
		insert into storage.objects (bucket_id, name, metadata)
		values ('dossier-files', md5('S-109')::uuid || '/' || md5('answer file S-109')::uuid || '/1', '{"size": 1}');
		insert into app.result_files (file_id, dossier_id, name, type, size, sha256, stored_by, released_at)
		select md5('result ' || reference)::uuid, dossier.id, 'x', 'x', 1, repeat('a', 64), staff.id, now()
		from public.dossiers as dossier, public.staff where reference like 'S-%' and status = 10 and full_name = 'receiver of scale';
		insert into app.result_parts (file_id, position, bytes) select file_id, 0, '%' from app.result_files where name = 'x';
		insert into app.lookup_codes (dossier_id, code_hash)
		select id, app.hash_text(app.normalise_code(reference)) from public.dossiers where reference like 'S-%';
		-- The other way round than in life: dossiers first.
		alter table app.submissions disable trigger refuse_id_of_dossier;
		insert into app.submissions (id, secret_hash, payload, agency_id, version_id, address_hash, opened_at, finalized_at)
		select id, app.hash_text('${secret}'), '{}', agency_id, version_id, md5(reference), now() - interval '3 days', case when reference <> 'S-80' then now() end
		from public.dossiers where reference like 'S-%';
		alter table app.submissions enable trigger refuse_id_of_dossier;
		insert into app.submission_files (file_id, submission_id, requirement_id, sha256, size, type)
		select md5('file ' || reference || ' ' || page)::uuid, id, 'x', 'x', 1, 'x'
		from public.dossiers, generate_series(1, ${filesPerDossier}) as page where reference like 'S-%';
		-- All were verified but 20 that are due and 601 that were asked for again and never came.
		insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name, verified_at, wanted_at, bad_attempts, look_at)
		select file_id, submission_id, 'x', 'x', 1, 'x', submission_id || '/' || file_id || '/1', case when not is_due and not is_wanted then now() end,
			case when is_wanted then now() end, case when is_wanted then '{1}'::smallint[] else '{}' end,
			case when is_due then now() - interval '1 hour' when is_wanted then now() end
		from app.submission_files as file
		join public.dossiers as dossier on dossier.id = submission_id and reference like 'S-%' and reference <> 'S-80',
		lateral (select file_id = md5('file ' || reference || ' 1')::uuid as is_first) as page,
		lateral (select is_first and reference ~ '^S-1000[01][0-9]$' as is_due,
			is_first and reference ~ '^S-(100|1[1-6][0-9]{2}00)$' as is_wanted) as kind;
		insert into storage.objects (bucket_id, name, metadata, created_at)
		select 'dossier-files', submission_id || '/' || file_id || '/1', '{"size": 1}', now() - interval '2 days' from app.submission_files
		where requirement_id = 'x';
		insert into app.replacements (submission_id, replaced_id, secret_hash)
		select id, gen_random_uuid(), 'x' from app.submissions where md5(id::text) < '1';
		analyze;
	`;
}
