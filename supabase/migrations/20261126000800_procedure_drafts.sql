-- Drafts of the catalogue's editors, the record of what was done to the catalogue, and versions that wait for their date.

create table app.settings (
	id int primary key default 1 check (id = 1),
	two_person_publishing boolean not null default true
);
comment on table app.settings is 'One row: what an operator may decide for the whole installation.';
comment on column app.settings.two_person_publishing is
	'On: whoever wrote or proposed a draft does not publish it. Off only where one person keeps the catalogue.';
alter table app.settings enable row level security;
insert into app.settings default values;

create function app.today() returns date
language sql
stable
set search_path = ''
as $$ select app.local_time(now())::date $$;
comment on function app.today() is 'The date in Vietnam.';
revoke all on function app.today() from public;

-- Drafts ------------------------------------------------------------------------------------------------

create table public.procedure_drafts (
	id uuid primary key default gen_random_uuid(),
	procedure_code text not null check (procedure_code ~ '^[0-9]\.[0-9]{6}$'),
	kind text not null default 'change' check (kind in ('change', 'withdraw')),
	content jsonb check ((kind = 'change') = (content is not null)),
	title text generated always as (content ->> 'title') stored,
	reason text check ((kind = 'withdraw') = (reason is not null)),
	source text not null check (source in ('editor', 'import', 'repository')),
	report jsonb,
	offered_hash text check (offered_hash ~ '^[0-9a-f]{64}$'),
	base_version_id uuid references public.procedure_versions (id),
	status text not null default 'open' check (status in ('open', 'proposed', 'published', 'discarded')),
	revision int not null default 1,
	author_staff_id uuid references public.staff (id),
	author_name text,
	saved_by uuid references public.staff (id),
	summary text,
	effective_on date,
	proposed_by uuid references public.staff (id),
	proposed_name text,
	proposed_at timestamptz,
	decided_by uuid references public.staff (id),
	decided_name text,
	decided_at timestamptz,
	in_force_at timestamptz,
	returned_reason text,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	check (status <> 'proposed' or proposed_by is not null),
	check (status <> 'published' or (decided_by is not null and effective_on is not null))
);
comment on table public.procedure_drafts is
	'What editors write before it is published. A code may have several open drafts: nobody overwrites anybody.';
comment on column public.procedure_drafts.report is 'What the importer guessed and dropped.';
comment on column public.procedure_drafts.offered_hash is
	'Content hash of what an importer or the repository offered: the same is not offered again, whatever became of the draft.';
comment on column public.procedure_drafts.base_version_id is 'The version it was begun from; null for a new code.';
comment on column public.procedure_drafts.saved_by is 'Who saved last; null while nobody has touched what was imported.';
comment on column public.procedure_drafts.in_force_at is 'When what was published took effect; null while its date has not come.';
create index drafts_of_a_code on public.procedure_drafts (procedure_code) where status in ('open', 'proposed');
create index drafts_due on public.procedure_drafts (effective_on) where status = 'published' and in_force_at is null;
create index drafts_offered on public.procedure_drafts (procedure_code, offered_hash) where offered_hash is not null;
create index drafts_that_withdraw on public.procedure_drafts (procedure_code) where kind = 'withdraw' and decided_at is not null;
alter table public.procedure_drafts enable row level security;
grant select on public.procedure_drafts to authenticated, service_role;
create policy "Editors and leaders read drafts" on public.procedure_drafts for select to authenticated
	using ((select app.i_have_role('editor')) or (select app.i_have_role('leader')));

create function app.keep_decided_drafts() returns trigger
language plpgsql
set search_path = ''
as $$
declare
	-- The title is generated from the content, after this trigger.
	may_change constant text[] := array['status', 'in_force_at', 'updated_at', 'title'];
begin
	-- Published for a later date, a draft still takes effect or is called off; nothing else of it changes.
	if tg_op = 'DELETE' or old.status = 'discarded' or (old.status = 'published' and (
		old.in_force_at is not null or to_jsonb(new) - may_change <> to_jsonb(old) - may_change
		or new.status not in ('published', 'discarded')
	)) then
		perform app.fail('PT403', 'record-immutable');
	end if;
	return new;
end
$$;
comment on function app.keep_decided_drafts() is 'What was published or discarded stays as it was decided; no draft is deleted.';
revoke all on function app.keep_decided_drafts() from public;
create trigger keep_decided_drafts before update or delete on public.procedure_drafts
	for each row execute function app.keep_decided_drafts();
create trigger keep_drafts before truncate on public.procedure_drafts
	for each statement execute function app.refuse_change();

-- The record --------------------------------------------------------------------------------------------

create table public.catalogue_events (
	id uuid primary key default gen_random_uuid(),
	procedure_code text,
	field_code text,
	draft_id uuid references public.procedure_drafts (id),
	version_id uuid references public.procedure_versions (id),
	action_id uuid unique,
	request_hash text,
	action text not null check (action in (
		'begin', 'save', 'rebase', 'discard', 'propose', 'return', 'publish', 'take-effect', 'cancel',
		'offer', 'renew', 'field', 'posting'
	)),
	actor_staff_id uuid references public.staff (id),
	actor_name text,
	note text,
	before jsonb,
	after jsonb,
	answer jsonb,
	at timestamptz not null default clock_timestamp()
);
comment on table public.catalogue_events is
	'Every change of the catalogue and its drafts: who, when, and in whose words. Append-only; no actor = the machine.';
comment on column public.catalogue_events.request_hash is 'Of the request behind action_id: another request with its id is refused.';
comment on column public.catalogue_events.answer is 'What action_id was answered, for whoever asks again.';
create index catalogue_events_of_a_draft on public.catalogue_events (draft_id, at);
create index catalogue_events_of_a_code on public.catalogue_events (procedure_code, at);
alter table public.catalogue_events enable row level security;
grant select on public.catalogue_events to authenticated, service_role;
create policy "Editors and leaders read the record of the catalogue" on public.catalogue_events for select to authenticated
	using ((select app.i_have_role('editor')) or (select app.i_have_role('leader')));
create trigger keep_catalogue_events before update or delete on public.catalogue_events
	for each row execute function app.refuse_change();
create trigger keep_all_catalogue_events before truncate on public.catalogue_events
	for each statement execute function app.refuse_change();

-- Versions ----------------------------------------------------------------------------------------------

-- What the repository proposed lay among the versions. The latest of a code becomes an open draft; the earlier ones are
-- kept as discarded, so that they are not offered again.
with moved as (
	insert into public.procedure_drafts
		(procedure_code, content, source, offered_hash, base_version_id, status, created_at, updated_at)
	select version.procedure_code, version.content, version.source, version.content_hash, procedure.current_version_id,
		case when version.number = max(version.number) over (partition by version.procedure_code)
			then 'open' else 'discarded' end,
		version.created_at, version.created_at
	from public.procedure_versions as version
	join public.procedures as procedure on procedure.code = version.procedure_code
	where version.status = 'draft'
	returning id, procedure_code, created_at
)
insert into public.catalogue_events (procedure_code, draft_id, action, at)
select procedure_code, id, 'offer', created_at from moved;
delete from public.procedure_versions where status = 'draft';

drop policy "Editors read drafts" on public.procedure_versions;
alter table public.procedure_versions
	drop constraint procedure_versions_status_check,
	add constraint procedure_versions_status_check check (status in ('published', 'scheduled', 'dropped')),
	-- Going back to what was published before is a version of its own.
	drop constraint procedure_versions_procedure_code_content_hash_key,
	alter column published_at set not null,
	add column effective_on date,
	add column draft_id uuid unique references public.procedure_drafts (id);
comment on column public.procedure_versions.status is
	'scheduled = published for a date that has not come: not shown, nothing is filed under it; dropped = called off before it.';
comment on column public.procedure_versions.effective_on is 'From when it holds; null for what the repository seeded.';
create index versions_by_hash on public.procedure_versions (procedure_code, content_hash);
create policy "Editors and leaders read what is not in force" on public.procedure_versions for select to authenticated
	using (status <> 'published' and ((select app.i_have_role('editor')) or (select app.i_have_role('leader'))));

create or replace function app.keep_published_versions() returns trigger
language plpgsql
set search_path = ''
as $$
begin
	if tg_op = 'DELETE' or old.status <> 'scheduled' or to_jsonb(new) - 'status' <> to_jsonb(old) - 'status' then
		perform app.fail('PT403', 'record-immutable');
	end if;
	return new;
end
$$;
comment on function app.keep_published_versions() is
	'A version is never changed or deleted; a scheduled one takes effect or is dropped.';

-- What the editor's list shows of a procedure without reading its content -----------------------------------

alter table public.procedures
	drop constraint procedures_status_check,
	add constraint procedures_status_check check (status in ('published', 'withdrawn', 'scheduled')),
	add column verification text,
	add column decision_no text,
	add column posted_on date,
	add column posted_decision text;
comment on column public.procedures.status is 'scheduled = a new code whose first version waits for its date.';
comment on column public.procedures.posted_on is 'When the office posted it (niêm yết): the day it was first published unless an editor says otherwise.';
comment on column public.procedures.posted_decision is 'The decision under which the office posted it.';

update public.procedures set
	verification = version.content #>> '{provenance,verification}',
	decision_no = version.content ->> 'decisionNo',
	posted_on = (
		select app.local_time(min(published_at))::date from public.procedure_versions as one
		where one.procedure_code = procedures.code
	),
	-- Phones hear of the posting as of any other change.
	revision = app.next_revision()
from public.procedure_versions as version
where version.id = procedures.current_version_id;
