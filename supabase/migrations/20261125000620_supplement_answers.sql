-- The phone's answer to a supplement slip: announced, its files uploaded, finalized; the submission protocol once more
-- (design §6), so that a lost line, a killed tab or a lost answer costs nothing and doubles nothing.

create table public.supplement_answers (
	id uuid primary key,
	supplement_id uuid not null references public.supplements (id),
	dossier_id uuid not null references public.dossiers (id),
	lines jsonb not null,
	declared_bytes int not null,
	opened_at timestamptz not null default now(),
	finalized_at timestamptz
);
comment on table public.supplement_answers is 'Answers to supplement slips as a phone opened them; one counts from finalized_at on, a later answer to a line takes the place of an earlier one.';
create index supplement_answers_by_round on public.supplement_answers (supplement_id, finalized_at);
create index supplement_answers_open on public.supplement_answers (opened_at) where finalized_at is null;
alter table public.supplement_answers enable row level security;
grant select on public.supplement_answers to authenticated, service_role;
create policy "Whoever reads a dossier reads what was answered" on public.supplement_answers
	for select to authenticated
	using (finalized_at is not null and exists (select 1 from public.dossiers where dossiers.id = dossier_id));

create table app.answer_files (
	file_id uuid primary key,
	answer_id uuid not null references public.supplement_answers (id) on delete cascade,
	requirement_id text not null,
	sha256 text not null,
	size int not null,
	type text not null
);
comment on table app.answer_files is 'Files an answer declared; they are stored under the dossier''s id, and become dossier_files when the answer is finalized.';
create index answer_files_by_answer on app.answer_files (answer_id);
alter table app.answer_files enable row level security;

create function app.refuse_file_of_answer() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	if exists (select 1 from app.answer_files where file_id = new.file_id) then
		raise unique_violation using message = 'file-taken';
	end if;
	return new;
end
$$;
comment on function app.refuse_file_of_answer() is
	'Trigger: a file id is declared once, by a submission or by an answer; open_submission says submission-differs, as to any id that is taken.';
revoke all on function app.refuse_file_of_answer() from public, anon, authenticated;
create trigger refuse_file_of_answer before insert on app.submission_files
	for each row execute function app.refuse_file_of_answer();

create function app.check_answer_lines(lines jsonb, asked jsonb) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(lines) is distinct from 'array' or jsonb_array_length(lines) not between 1 and 40 or exists (
		select 1 from jsonb_array_elements(lines) as line
		where jsonb_typeof(line) <> 'object'
			or not exists (select 1 from jsonb_array_elements(asked) as slip_line where slip_line ->> 'id' = line ->> 'lineId')
			or coalesce(line ->> 'kind', '') not in ('files', 'cannot-get', 'question')
			or (line ->> 'kind' = 'cannot-get') <> (coalesce(line ->> 'reason', '') in ('does-not-apply', 'cannot-find', 'cannot-obtain'))
			or (line ? 'reason' and line ->> 'kind' <> 'cannot-get')
			or (line ->> 'kind' = 'question' and coalesce(length(app.find_text(line, 'text', 1000)), 0) < 2)
			or (line ? 'text' and jsonb_typeof(line -> 'text') <> 'string')
			or (line ->> 'kind' = 'files') <> (line ? 'files')
			or (line ? 'files' and not app.are_file_ids(line -> 'files'))
			or line -> 'files' = '[]'::jsonb
	) or (select count(*) <> count(distinct line ->> 'lineId') from jsonb_array_elements(lines) as line) then
		perform app.fail('PT400', 'answer-malformed');
	end if;
	perform app.find_text(line, 'text', 1000) from jsonb_array_elements(lines) as line;
end
$$;
comment on function app.check_answer_lines(jsonb, jsonb) is
	'Refuses (PT400 answer-malformed, text-too-long) lines [{lineId, kind files|cannot-get|question, reason?, text?, files?}] that do not answer the lines asked, each once.';
revoke all on function app.check_answer_lines(jsonb, jsonb) from public, anon, authenticated;

create function app.known_answer_lines(lines jsonb) returns jsonb
language sql
immutable
set search_path = ''
as $$
	select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('lineId', line -> 'lineId', 'kind', line -> 'kind',
		'reason', line -> 'reason', 'text', line -> 'text', 'files', line -> 'files')) order by position)
	from jsonb_array_elements(app.list_or_empty(lines)) with ordinality as list (line, position)
$$;
comment on function app.known_answer_lines(jsonb) is
	'The lines of an answer with their known fields only: whatever else was sent is not kept, and not shown to every desk and phone again and again.';
revoke all on function app.known_answer_lines(jsonb) from public, anon, authenticated;

create function app.check_answer_files(lines jsonb, files jsonb) returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
	shown constant uuid[] := array(
		select (entry #>> '{}')::uuid
		from jsonb_array_elements(lines) as line, jsonb_array_elements(line -> 'files') as entry
	);
	declared constant uuid[] := array(select file_id from app.declared_files(files));
begin
	if not (shown <@ declared and declared <@ shown) then
		perform app.fail('PT400', 'files-malformed');
	end if;
end
$$;
comment on function app.check_answer_files(jsonb, jsonb) is 'Refuses (PT400 files-malformed) lines that do not show exactly the declared files.';
revoke all on function app.check_answer_files(jsonb, jsonb) from public, anon, authenticated;

create function app.missing_answer_files(of_answer uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(file.file_id order by file.file_id), '[]')
	from app.answer_files as file
	join public.supplement_answers as answer on answer.id = file.answer_id
	where file.answer_id = of_answer and app.stored_attempts(answer.dossier_id, file.file_id, file.size) = '{}'
$$;
comment on function app.missing_answer_files(uuid) is 'The declared files of an answer of which no attempt of the declared size is stored yet.';
revoke all on function app.missing_answer_files(uuid) from public, anon, authenticated;

create function app.get_filed_dossier(request jsonb, field text) returns public.dossiers
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted_id constant uuid := app.get_uuid(request, field);
	found_dossier public.dossiers;
begin
	-- One phone with two tabs comes one after the other; the desk waits for the row.
	perform app.lock_submissions(array[wanted_id]);
	select dossier.* into found_dossier
	from public.dossiers as dossier
	join app.submissions as submission on submission.id = dossier.id and submission.finalized_at is not null
	where dossier.id = wanted_id
		and submission.secret_hash = app.hash_text(coalesce(app.find_text(request, 'secret', 128), ''))
	for update of dossier;
	if not found then
		perform app.fail('PT404', 'submission-unknown');
	end if;
	return found_dossier;
end
$$;
comment on function app.get_filed_dossier(jsonb, text) is
	'The dossier that this id and `secret` open, locked; PT404 submission-unknown, the same for a wrong id and a wrong secret.';
revoke all on function app.get_filed_dossier(jsonb, text) from public, anon, authenticated;

create function public.open_answer(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	answer_id uuid;
	lines jsonb := request -> 'lines';
	files jsonb := coalesce(request -> 'files', '[]');
	dossier public.dossiers;
	known public.supplement_answers;
	round public.supplements;
	-- A round has a few lines and a person a few tries; nobody fills a disk through one slip.
	most_answers constant int := 20;
	most_bytes constant bigint := 251658240;
begin
	perform app.require_protocol(request);
	answer_id := app.get_uuid(request, 'id');
	dossier := app.get_filed_dossier(request, 'dossierId');
	perform app.check_files(files);

	select * into known from public.supplement_answers where id = answer_id;
	if found then
		if known.dossier_id <> dossier.id or known.supplement_id is distinct from app.find_uuid(request, 'supplementId')
			or known.lines is distinct from app.known_answer_lines(lines)
			or jsonb_array_length(files) <> (select count(*) from app.answer_files as file where file.answer_id = known.id)
			or exists (
				select file_id, requirement_id, sha256, size, type from app.declared_files(files)
				except
				select file_id, requirement_id, sha256, size, type from app.answer_files as file where file.answer_id = known.id
			)
		then
			perform app.fail('PT409', 'answer-differs');
		end if;
		if known.finalized_at is not null then
			return jsonb_build_object('id', answer_id, 'state', 'finalized', 'missing', '[]'::jsonb);
		end if;
	end if;

	select * into round from public.supplements
	where id = app.get_uuid(request, 'supplementId') and dossier_id = dossier.id and closed_at is null;
	if not found or dossier.status <> 5 then
		perform app.fail('PT409', 'supplement-closed');
	end if;
	if known.id is null then
		perform app.check_answer_lines(lines, round.lines);
		perform app.check_answer_files(lines, files);
		if exists (
			select 1 from public.supplement_answers as earlier where earlier.supplement_id = round.id
			having count(*) >= most_answers
				or coalesce(sum(declared_bytes), 0) + (select coalesce(sum(size), 0) from app.declared_files(files)) > most_bytes
		) then
			perform app.fail('PT429', 'too-many-submissions');
		end if;
		if exists (
			select 1 from app.declared_files(files) as file
			where exists (select 1 from app.submission_files as other where other.file_id = file.file_id)
		) then
			perform app.fail('PT409', 'answer-differs');
		end if;
		insert into public.supplement_answers (id, supplement_id, dossier_id, lines, declared_bytes)
		values (answer_id, round.id, dossier.id, app.known_answer_lines(lines), (select coalesce(sum(size), 0) from app.declared_files(files)));
		insert into app.answer_files (file_id, answer_id, requirement_id, sha256, size, type)
		select file.file_id, answer_id, file.requirement_id, file.sha256, file.size, file.type
		from app.declared_files(files) as file;
	end if;
	return jsonb_build_object('id', answer_id, 'state', 'open', 'missing', app.missing_answer_files(answer_id));
exception when unique_violation then
	-- A file id that another answer declared: say no more than that it differs.
	perform app.fail('PT409', 'answer-differs');
	return null;
end
$$;
comment on function public.open_answer(jsonb) is
	'{protocol, id, dossierId, secret, supplementId, lines, files} → {id, state: open|finalized, missing}. Same id and content = same answer, other content = PT409 answer-differs; PT409 supplement-closed once the desk has moved on; PT404 submission-unknown.';
revoke all on function public.open_answer(jsonb) from public, anon, authenticated;
grant execute on function public.open_answer(jsonb) to anon, authenticated;

create function public.finalize_answer(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	dossier public.dossiers;
	answer public.supplement_answers;
	missing jsonb;
begin
	perform app.require_protocol(request);
	dossier := app.get_filed_dossier(request, 'dossierId');
	select * into answer from public.supplement_answers
	where id = app.get_uuid(request, 'id') and dossier_id = dossier.id
	-- The purge of what was never finished waits, and then leaves it.
	for update;
	if not found then
		perform app.fail('PT404', 'submission-unknown');
	end if;
	if answer.finalized_at is not null then
		perform app.look_at_wanted_files(dossier.id);
		return jsonb_build_object('answeredAt', answer.finalized_at);
	end if;
	if dossier.status <> 5 or not exists (
		select 1 from public.supplements where id = answer.supplement_id and closed_at is null
	) then
		perform app.fail('PT409', 'supplement-closed');
	end if;
	missing := app.missing_answer_files(answer.id);
	if missing <> '[]'::jsonb then
		return jsonb_build_object('missing', missing);
	end if;
	insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name)
	select file.file_id, dossier.id, file.requirement_id, file.sha256, file.size, file.type,
		dossier.id || '/' || file.file_id || '/' || (app.stored_attempts(dossier.id, file.file_id, file.size))[1]
	from app.answer_files as file where file.answer_id = answer.id;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_name, data)
	select dossier.id, max(event.sequence) + 1, gen_random_uuid(), 'answer', 5, 5, dossier.applicant ->> 'fullName',
		jsonb_build_object('supplementId', answer.supplement_id, 'answerId', answer.id)
	from public.dossier_events as event where event.dossier_id = dossier.id;
	update public.supplement_answers set finalized_at = now() where id = answer.id;
	update public.dossiers set answered_at = now(), version = version + 1 where id = dossier.id;
	perform app.wake_job('verify-files');
	return jsonb_build_object('answeredAt', now());
end
$$;
comment on function public.finalize_answer(jsonb) is
	'{protocol, id, dossierId, secret} → {answeredAt} or {missing: [fileId]}; a repeat answers the same. PT409 supplement-closed when the desk was faster: nothing is taken then. PT404 submission-unknown.';
revoke all on function public.finalize_answer(jsonb) from public, anon, authenticated;
grant execute on function public.finalize_answer(jsonb) to anon, authenticated;
