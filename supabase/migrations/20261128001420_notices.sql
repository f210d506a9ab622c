-- Each change of a dossier that concerns its citizen becomes a notice, in the transaction of the change (NĐ 224 Đ15.1g:
-- at once, on every change). Its words are fixed here: what was told stays what was told when a text is edited later.

create table app.notices (
	id bigint generated always as identity primary key,
	dossier_id uuid not null references public.dossiers (id),
	sequence int not null,
	kind text not null references app.notice_kinds (kind),
	facts jsonb not null,
	title text not null,
	body text not null,
	in_app boolean not null,
	created_at timestamptz not null default now(),
	unique (dossier_id, sequence)
);
comment on table app.notices is 'What the citizen was told of a dossier. Whether it was read is known on the phone alone.';
comment on column app.notices.sequence is 'Of the event: grows within a dossier, so a phone remembers one number.';
comment on column app.notices.in_app is 'A phone filed the dossier and shows this at its next poll.';
alter table app.notices enable row level security;

create table app.deliveries (
	id uuid primary key default gen_random_uuid(),
	notice_id bigint not null references app.notices (id),
	channel text not null references app.notice_channels (channel),
	address text not null,
	subject text not null,
	body text not null,
	state text not null check (state in ('waiting', 'sent', 'failed', 'off')),
	attempts int not null default 0,
	next_at timestamptz not null default now(),
	last_error text,
	provider_id text,
	sent_at timestamptz,
	created_at timestamptz not null default now(),
	unique (notice_id, channel)
);
comment on table app.deliveries is 'A notice on its way by mail or message. off = nobody had configured the channel when it was due; never sent later.';
comment on column app.deliveries.id is 'Also the Message-ID: a repeat after a lost answer is the same message.';
create index deliveries_due on app.deliveries (next_at) where state = 'waiting';
alter table app.deliveries enable row level security;

insert into app.jobs (kind, repeat_every) values ('send-notices', interval '1 minute');

create function app.notice_kind_of(event public.dossier_events) returns text
language sql
stable
security definer
set search_path = ''
as $$
	-- Whatever has no kind (notes, assignment, hand-over between desks) is nobody's news.
	select kind.kind from app.notice_kinds as kind
	where kind.kind = case
		when event.action = 'settle' then 'return'
		when event.action = 'return' and event.data ? 'post' then 'post'
		when event.action = 'finish' and exists (
			select 1 from public.dossiers where dossiers.id = event.dossier_id and dossiers.payload ? 'postTo'
		) then 'finish-post'
		when event.data ->> 'replacedBy' is null then event.action
		when event.action = 'stop' then 'replace'
	end
$$;
comment on function app.notice_kind_of(public.dossier_events) is 'What the citizen is told about this event; null = nothing.';
revoke all on function app.notice_kind_of(public.dossier_events) from public, anon, authenticated;

create function app.told_due(of_dossier public.dossiers) returns date
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce((
		select (notice.facts ->> 'dueDate')::date from app.notices as notice
		where notice.dossier_id = of_dossier.id and notice.facts ->> 'dueDate' is not null
		order by notice.sequence desc limit 1
	), of_dossier.first_due_date)
$$;
comment on function app.told_due(public.dossiers) is 'The date the citizen was last promised.';
revoke all on function app.told_due(public.dossiers) from public, anon, authenticated;

create function app.notice_facts(dossier public.dossiers, event public.dossier_events, kind text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_strip_nulls(jsonb_build_object(
		'at', event.at,
		'code', coalesce(dossier.code, dossier.reference),
		'dueDate', dossier.due_date,
		'dueAt', dossier.due_at,
		'oldDue', case
			when kind in ('extend', 'move-due') then nullif(app.told_due(dossier), dossier.due_date)
			when kind in ('finish', 'finish-post') and app.local_time(event.at)::date < dossier.due_date then dossier.due_date
		end,
		'until', app.find_local_time(to_jsonb((event.data ->> 'until') || 'T00:00'))::date,
		'papers', case when jsonb_typeof(event.data -> 'lines') = 'array' then jsonb_array_length(event.data -> 'lines') end,
		'amount', (
			select value::bigint from unnest(array[event.data ->> 'total', event.data ->> 'amount']) as value
			where value ~ '^[1-9][0-9]{0,11}$' limit 1
		),
		-- A correction on paper does not send anybody to the file it replaces.
		'hasFile', case kind when 'correct' then nullif(event.data ->> 'resultFileId' is not null, false)
			when 'finish' then nullif(app.result_of(dossier.id) is not null, false)
			when 'finish-post' then nullif(app.result_of(dossier.id) is not null, false) end,
		'resultNumber', case when kind = 'correct' then nullif(btrim(event.data ->> 'resultNumber'), '') end,
		'parcel', event.data #>> '{post,number}', 'carrier', event.data #>> '{post,carrier}',
		'postTo', case kind when 'post' then event.data #>> '{post,address}' when 'finish-post' then nullif(btrim(dossier.payload ->> 'postTo'), '') end,
		'department', (select name from public.departments where id = dossier.department_id),
		'reason', nullif(btrim(event.data ->> 'reason'), ''),
		'rightPlace', nullif(btrim(event.data ->> 'rightPlace'), ''),
		'reply', nullif(btrim(event.data ->> 'text'), ''),
		'newReference', event.data ->> 'replacedBy'
	))
$$;
comment on function app.notice_facts(public.dossiers, public.dossier_events, text) is
	'What there is to tell, unworded. Total: whatever an event carries, no notice can keep a dossier from moving.';
revoke all on function app.notice_facts(public.dossiers, public.dossier_events, text) from public, anon, authenticated;

create function app.words_for(facts jsonb, agency public.agencies, in_app boolean) returns jsonb
language sql
stable
set search_path = ''
as $$
	select jsonb_strip_nulls(jsonb_build_object(
		'mã hồ sơ', facts ->> 'code',
		'thời điểm', app.say_time((facts ->> 'at')::timestamptz),
		'ngày hẹn trả', app.say_due((facts ->> 'dueDate')::date, (facts ->> 'dueAt')::timestamptz),
		'ngày hẹn cũ', app.say_date((facts ->> 'oldDue')::date),
		'hạn chót', app.say_date((facts ->> 'until')::date),
		'số giấy tờ', facts ->> 'papers',
		'số tiền', app.say_money((facts ->> 'amount')::bigint),
		'bản điện tử', case when in_app and facts ? 'hasFile' then (select sample from app.notice_words where name = 'bản điện tử') end,
		'nơi xem', case when in_app then (select sample from app.notice_words where name = 'nơi xem')
			else nullif(agency.lookup_url, '') || ' (dùng mã tra cứu in trên giấy hẹn)' end,
		'cơ quan', agency.name,
		-- The lines that name them say what to do: they must not be left out.
		'địa chỉ', coalesce(nullif(agency.address, ''), agency.name), 'điện thoại', coalesce(nullif(agency.phone, ''), 'quầy'),
		'phòng xử lý', facts ->> 'department',
		'lý do', facts ->> 'reason',
		'nơi giải quyết đúng', facts ->> 'rightPlace',
		'lời trả lời', facts ->> 'reply',
		'mã hồ sơ mới', facts ->> 'newReference',
		'số bưu gửi', facts ->> 'parcel', 'đơn vị gửi', facts ->> 'carrier', 'nơi gửi đến', facts ->> 'postTo',
		'số kết quả', facts ->> 'resultNumber'
	))
$$;
comment on function app.words_for(jsonb, public.agencies, boolean) is 'The facts as a person says them, by the names a text may use.';
revoke all on function app.words_for(jsonb, public.agencies, boolean) from public, anon, authenticated;

create function app.words_outside(words jsonb) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$ select words - array(select name from app.notice_words where only_in_app) $$;
comment on function app.words_outside(jsonb) is 'The words that may leave the app: whatever a text names, nothing private is filled into a mail.';
revoke all on function app.words_outside(jsonb) from public, anon, authenticated;

create function app.addresses_of(dossier public.dossiers) returns table (channel text, address text, is_good boolean)
language sql
stable
set search_path = ''
as $$
	select list.channel, left(list.address, 200), list.address ~ list.pattern
	from (
		select regexp_replace(dossier.applicant ->> 'phone', '[^0-9]', '', 'g') as digits
	) as phone, lateral (values
		-- One plain address and nothing that a mail header could take for more.
		('email', dossier.applicant ->> 'email',
			'^[A-Za-z0-9._%+''-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$'),
		('sms', phone.digits, '^0[0-9]{9}$'),
		-- An extra, unlike the office's duty to tell: only for who asked for it.
		('zalo', case when dossier.payload #> '{consents,zalo}' = 'true'::jsonb then phone.digits end, '^0[0-9]{9}$')
	) as list (channel, address, pattern)
	where list.address <> ''
$$;
comment on function app.addresses_of(public.dossiers) is 'Where this citizen can be reached outside the app; Zalo by consent only (Luật 91/2025).';
revoke all on function app.addresses_of(public.dossiers) from public, anon, authenticated;

create function app.queue_deliveries(notice app.notices, dossier public.dossiers, words jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	insert into app.deliveries (notice_id, channel, address, subject, body, state, last_error)
	select notice.id, reach.channel, reach.address,
		app.fill_template(template.subject, words, true), app.fill_template(template.body, words, reach.channel <> 'email'),
		case when not way.is_on then 'off' when not reach.is_good then 'failed' else 'waiting' end,
		case when way.is_on and not reach.is_good then 'address-malformed' end
	from app.addresses_of(dossier) as reach
	join app.notice_channels as way on way.channel = reach.channel
	cross join lateral app.template_of(dossier.agency_id, notice.kind, reach.channel) as template
	-- A mail that was asked for and could not be tried is told to the desk; a phone number is given for calls anyway.
	where way.is_on or reach.channel = 'email';
	if exists (select 1 from app.deliveries as delivery where delivery.notice_id = notice.id and delivery.state = 'waiting') then
		perform app.wake_job('send-notices');
	end if;
end
$$;
comment on function app.queue_deliveries(app.notices, public.dossiers, jsonb) is 'Queues this notice by every channel that reaches its citizen.';
revoke all on function app.queue_deliveries(app.notices, public.dossiers, jsonb) from public, anon, authenticated;

create function app.tell_citizen() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
	told constant text := app.notice_kind_of(new);
	dossier public.dossiers;
	agency public.agencies;
	template app.notice_templates;
	notice app.notices;
	facts jsonb;
	words jsonb;
	has_phone boolean;
begin
	if told is null then
		return null;
	end if;
	select * into dossier from public.dossiers where id = new.dossier_id;
	select * into agency from public.agencies where id = dossier.agency_id;
	has_phone := exists (select 1 from app.submissions where id = dossier.id and finalized_at is not null);
	facts := app.notice_facts(dossier, new, told);
	words := app.words_for(facts, agency, has_phone);
	template := app.template_of(dossier.agency_id, told, 'app');
	insert into app.notices (dossier_id, sequence, kind, facts, title, body, in_app)
	values (dossier.id, new.sequence, told, facts, app.fill_template(template.subject, words, true),
		app.fill_template(template.body, words, false), has_phone)
	returning * into notice;
	-- What a phone does by itself is told on that phone only: nobody makes the office write to a stranger's address
	-- without a person at a desk in between.
	if new.actor_staff_id is not null or told not in ('withdraw', 'replace') then
		perform app.queue_deliveries(notice, dossier, app.words_outside(words));
	end if;
	return null;
end
$$;
comment on function app.tell_citizen() is 'Trigger: writes the notice of an event and queues its deliveries.';
revoke all on function app.tell_citizen() from public, anon, authenticated;
create trigger tell_citizen after insert on public.dossier_events
	for each row execute function app.tell_citizen();
