-- Phản ánh, kiến nghị (PAKN): what somebody complains about or suggests, and who has to answer by when.

create table app.feedback_limits (
	step text primary key check (step in ('reject', 'ask', 'resolve', 'publish')),
	working_days int not null check (working_days > 0),
	source text not null
);
comment on table app.feedback_limits is
	'Working days for each step, counted from the date of sending, for publishing from the date of the answer. The date itself never counts.';
alter table app.feedback_limits enable row level security;
insert into app.feedback_limits (step, working_days, source) values
	('reject', 2, 'Chỉ số 5.1–5.3 của Bộ chỉ số theo QĐ 766/QĐ-TTg'), ('ask', 5, 'Chỉ số 5.1–5.3 của Bộ chỉ số theo QĐ 766/QĐ-TTg'),
	('resolve', 15, 'Chỉ số 5.1–5.3 của Bộ chỉ số theo QĐ 766/QĐ-TTg'), ('publish', 2, 'Chỉ số 5.1–5.3 của Bộ chỉ số theo QĐ 766/QĐ-TTg');

create table app.feedback_moves (
	action text not null,
	from_state text not null,
	to_state text not null,
	by_sender boolean not null default false,
	primary key (action, from_state)
);
comment on table app.feedback_moves is 'What may be done with a complaint or suggestion in which state; by leaders, or by whoever sent it.';
alter table app.feedback_moves enable row level security;
insert into app.feedback_moves (action, from_state, to_state, by_sender) values
	('reject', 'new', 'rejected', false), ('reject', 'asked', 'rejected', false),
	('ask', 'new', 'asked', false),
	('accept', 'new', 'accepted', false), ('accept', 'asked', 'accepted', false),
	('resolve', 'accepted', 'resolved', false), ('resolve', 'asked', 'resolved', false),
	('publish', 'resolved', 'published', false), ('keep', 'resolved', 'kept', false),
	('pass-up', 'new', 'new', false),
	('reply', 'asked', 'accepted', true);

create table app.feedback (
	id uuid primary key,
	secret_hash text not null,
	content_hash text not null,
	code text not null unique,
	lookup_hash text not null,
	kind text not null check (kind in ('complaint', 'suggestion')),
	topic text not null check (topic in ('procedure', 'attitude', 'leader', 'other')),
	content text not null check (length(content) between 10 and 4000),
	agency_id uuid not null references public.agencies (id),
	handler_id uuid not null references public.agencies (id),
	matter text,
	dossier_code text,
	about_name text,
	contact jsonb not null default '{}',
	state text not null default 'new' check (state in ('new', 'asked', 'accepted', 'rejected', 'resolved', 'published', 'kept')),
	version int not null default 1,
	sent_at timestamptz not null default now(),
	question text,
	answer text,
	decided_at timestamptz,
	published_at timestamptz,
	public_question text,
	public_answer text
);
comment on table app.feedback is
	'Complaints and suggestions. Read through functions only: by leaders of the agency that handles it, and state and answer by whoever has its two codes. Late is computed, never stored.';
comment on column app.feedback.agency_id is 'The office it is about.';
comment on column app.feedback.handler_id is 'The agency whose leaders answer it: the office itself, or the one above when it is about the head of the office.';
comment on column app.feedback.about_name is 'The staff member it is about, as the sender wrote the name. A leader of this name does not read it.';
comment on column app.feedback.contact is '{name, phone, email}, each as far as it was given; {} = nameless.';
create index feedback_by_handler on app.feedback (handler_id, state, sent_at);
create index feedback_by_agency on app.feedback (agency_id, sent_at);
create index feedback_by_code on app.feedback (app.normalise_code(code));
alter table app.feedback enable row level security;

create table app.feedback_events (
	id bigint generated always as identity primary key,
	feedback_id uuid not null references app.feedback (id),
	sequence int not null,
	action_id uuid not null unique,
	action text not null,
	to_state text not null,
	actor_staff_id uuid references public.staff (id),
	actor_name text,
	text text,
	at timestamptz not null default now(),
	unique (feedback_id, sequence)
);
comment on table app.feedback_events is 'Everything that happened with a complaint or suggestion, append-only; without an actor: whoever sent it.';
alter table app.feedback_events enable row level security;
create trigger keep_feedback_events before update or delete on app.feedback_events for each row execute function app.refuse_change();
create trigger keep_all_feedback_events before truncate on app.feedback_events for each statement execute function app.refuse_change();

create function app.is_named(full_name text, named text) returns boolean
language sql
immutable
set search_path = ''
as $$ select coalesce(position(' ' || app.fold(full_name) || ' ' in ' ' || regexp_replace(app.fold(named), '[^a-z0-9]+', ' ', 'g') || ' ') > 0, false) $$;
comment on function app.is_named(text, text) is 'True when the full name stands in the text, whatever the marks and capitals.';
revoke all on function app.is_named(text, text) from public, anon, authenticated;

create function app.has_leader_but(of_agency uuid, named text) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from public.staff join public.staff_roles on staff_roles.staff_id = staff.id and role = 'leader'
		where staff.agency_id = of_agency and staff.active and not app.is_named(staff.full_name, named)
	)
$$;
comment on function app.has_leader_but(uuid, text) is 'True when the agency has an active leader whose name is not in this text.';
revoke all on function app.has_leader_but(uuid, text) from public, anon, authenticated;

-- Nobody judges a complaint about themselves: it goes to the leaders of the agency above. Where nobody above uses this
-- system it would lie unread, so it is not taken and the person is told where to turn instead. A second leader of the same
-- office answers only what names another leader, not what is about the head without a name.
create function app.find_feedback_handler(of_agency uuid, topic text, named text) returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	above constant uuid := (select parent_id from public.agencies where id = of_agency);
	names_leader constant boolean := exists (
		select 1 from public.staff join public.staff_roles on staff_roles.staff_id = staff.id and role = 'leader'
		where staff.agency_id = of_agency and staff.active and app.is_named(staff.full_name, named)
	);
begin
	if topic <> 'leader' and not names_leader then
		return of_agency;
	end if;
	if app.has_leader_but(above, named) then
		return above;
	end if;
	if topic <> 'leader' and app.has_leader_but(of_agency, named) then
		return of_agency;
	end if;
	perform app.fail('PT409', 'feedback-nobody-above');
	return null;
end
$$;
comment on function app.find_feedback_handler(uuid, text, text) is
	'Whose leaders answer: the office''s own; about its head or naming one of its leaders those of the agency above, else another leader of the office. PT409 feedback-nobody-above.';
revoke all on function app.find_feedback_handler(uuid, text, text) from public, anon, authenticated;

create function app.feedback_day(from_day date, of_step text, known app.calendar_index) returns date
language sql
stable
security definer
set search_path = ''
as $$ select app.find_working_day_after(from_day, (select working_days from app.feedback_limits where step = of_step), known) $$;
comment on function app.feedback_day(date, text, app.calendar_index) is 'The last day for a step that is counted from this date; null past a year without calendar.';
revoke all on function app.feedback_day(date, text, app.calendar_index) from public, anon, authenticated;

create function app.feedback_due(item app.feedback, known app.calendar_index) returns date
language sql
stable
security definer
set search_path = ''
as $$
	select case
		when item.state = 'new' then app.feedback_day(app.local_time(item.sent_at)::date, 'reject', known)
		when item.state in ('asked', 'accepted') then app.feedback_day(app.local_time(item.sent_at)::date, 'resolve', known)
		when item.state = 'resolved' then app.feedback_day(app.local_time(item.decided_at)::date, 'publish', known)
	end
$$;
comment on function app.feedback_due(app.feedback, app.calendar_index) is
	'The last day for what comes next: to accept, ask or reject; to answer (waiting for the sender does not stop the days: the source knows no pause); to publish or not. Null when nothing is left to do.';
revoke all on function app.feedback_due(app.feedback, app.calendar_index) from public, anon, authenticated;

create function app.feedback_last_day(item app.feedback, known app.calendar_index) returns date
language sql
stable
security definer
set search_path = ''
as $$
	select app.feedback_day(app.local_time(item.sent_at)::date,
		-- Rejected after a question: the office had taken it up, and the days of an answer count.
		case when item.state = 'rejected' and item.question is null then 'reject' else 'resolve' end, known)
$$;
comment on function app.feedback_last_day(app.feedback, app.calendar_index) is 'The last day on which the sender''s answer is in time.';
revoke all on function app.feedback_last_day(app.feedback, app.calendar_index) from public, anon, authenticated;

create function app.feedback_between(
	agencies uuid[], from_day date, until_day date,
	out received bigint, out answered_in_time bigint, out late bigint, out open bigint
)
language sql
stable
security definer
set search_path = ''
as $$
	with items as (
		-- As it stood at the end of the last day, or stands now: what was decided later was undecided then.
		select judged, decided.day as decided, case when decided.day is null
			then app.feedback_day(app.local_time(item.sent_at)::date, 'resolve', known) else app.feedback_last_day(item, known) end as last_day
		from app.feedback as item, (select app.index_calendar(app.working_calendar()) as known, least(app.today(), until_day - 1) as judged) as calendar,
			lateral (select nullif(least(app.local_time(item.decided_at)::date, judged + 1), judged + 1) as day) as decided
		where item.agency_id = any (agencies)
			and item.sent_at >= from_day::timestamp at time zone interval '7 hours'
			and item.sent_at < until_day::timestamp at time zone interval '7 hours'
	)
	select count(*), count(*) filter (where decided <= last_day),
		count(*) filter (where coalesce(decided, judged) > last_day),
		count(*) filter (where decided is null and (judged <= last_day or last_day is null))
	from items
$$;
comment on function app.feedback_between(uuid[], date, date) is
	'Complaints and suggestions about these agencies that were sent from from_day on and before until_day: how many, answered or rejected in time, answered late or unanswered past the last day, and open within it: as it stood at the end of the last day, or stands now.';
revoke all on function app.feedback_between(uuid[], date, date) from public, anon, authenticated;
