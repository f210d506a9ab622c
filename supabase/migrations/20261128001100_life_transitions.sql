-- The rest of a dossier's life (domain §2.2): money, apology, stop, corrected results; and the forms they are told on.

insert into app.transitions (action, from_status, to_status, role, when_received) values
	('bill', 4, 6, 'officer', true),
	('paid', 6, 4, 'officer', true),
	('paid', 6, 4, 'receiver', true),
	('extend', 4, 4, 'approver', true),
	('extend', 4, 4, 'leader', true),
	('halt', 4, 8, 'approver', true),
	('halt', 4, 8, 'leader', true),
	-- Asked for papers after receipt, and the last date to bring them has passed.
	('halt', 5, 8, 'approver', true),
	('halt', 5, 8, 'leader', true),
	('correct', 9, 9, 'approver', null),
	('correct', 10, 10, 'approver', null),
	('fee', 1, 1, 'receiver', null),
	('fee', 2, 2, 'receiver', null),
	('fee', 4, 4, 'receiver', null),
	('fee', 9, 9, 'receiver', null),
	('withdraw', 6, 7, 'receiver', null),
	('withdraw', 6, 7, 'applicant', null);

create table app.slip_forms (
	form_set text not null references app.form_sets (name),
	form text not null check (form in ('01', '02', '03', '04', '05', '06', '07')),
	number text not null,
	title text not null,
	primary key (form_set, form)
);
comment on table app.slip_forms is
	'What each slip is called in each form set. `form` is our name of its purpose (the numbers of 2025), `number` is what is printed: the control sheet was Mẫu số 05 and is Mẫu số 06 (domain §3.1).';
alter table app.slip_forms enable row level security;
insert into app.slip_forms (form_set, form, number, title) values
	('TT 01/2018/TT-VPCP', '01', '01', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'),
	('TT 01/2018/TT-VPCP', '02', '02', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ'),
	('TT 01/2018/TT-VPCP', '03', '03', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ'),
	('TT 01/2018/TT-VPCP', '04', '04', 'Phiếu xin lỗi và hẹn lại ngày trả kết quả'),
	('TT 01/2018/TT-VPCP', '06', '05', 'Phiếu kiểm soát quá trình giải quyết hồ sơ'),
	('TT 01/2018/TT-VPCP', '07', '06', 'Sổ theo dõi hồ sơ'),
	('TT 03/2025/TT-VPCP', '01', '01', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'),
	('TT 03/2025/TT-VPCP', '02', '02', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ'),
	('TT 03/2025/TT-VPCP', '03', '03', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ'),
	('TT 03/2025/TT-VPCP', '04', '04', 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết'),
	('TT 03/2025/TT-VPCP', '05', '05', 'Thông báo dừng giải quyết hồ sơ'),
	('TT 03/2025/TT-VPCP', '06', '06', 'Phiếu kiểm soát quá trình giải quyết hồ sơ'),
	('TT 03/2025/TT-VPCP', '07', '07', 'Sổ theo dõi hồ sơ');

create function app.form_head(form_set text, form text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('formNumber', known.number, 'formTitle', known.title)
	from app.slip_forms as known where known.form_set = form_head.form_set and known.form = form_head.form
$$;
comment on function app.form_head(text, text) is '{formNumber, formTitle} of a slip in a form set, or null when the set has no such form.';
revoke all on function app.form_head(text, text) from public, anon, authenticated;

alter table public.dossiers
	add column extended_to date,
	add column extended_at timestamptz;
comment on column public.dossiers.extended_to is 'The date of the one re-appointment (Mẫu 04); due_date follows it and may lie later when the dossier waited since.';
comment on column public.dossiers.extended_at is 'When the re-appointment was made; it is made once (ND61 Đ19.9).';
comment on column public.dossiers.finished_at is 'When the office had finished: signed (9), or stopped by the office (8). Never changed again.';

-- A date that somebody was judged by stays as it was, whichever function comes along (domain §2.7).
create function app.keep_dates() returns trigger
language plpgsql
set search_path = ''
as $$
begin
	if (old.received_at is not null and new.received_at is distinct from old.received_at)
		or (old.first_due_date is not null and new.first_due_date is distinct from old.first_due_date)
		or (old.finished_at is not null and new.finished_at is distinct from old.finished_at)
		or (old.returned_at is not null and new.returned_at is distinct from old.returned_at)
		or (old.finished_at is not null and new.due_date is distinct from old.due_date)
		or (old.extended_at is not null and (new.extended_at, new.extended_to) is distinct from (old.extended_at, old.extended_to))
		or new.supplement_rounds < old.supplement_rounds
	then
		raise exception 'a date of dossier % that was set once would change', old.id;
	end if;
	return new;
end
$$;
comment on function app.keep_dates() is
	'Nobody rewrites when a dossier was received, re-appointed, finished or returned, the date it was first promised for, nor how often papers were asked for.';
revoke all on function app.keep_dates() from public;
create trigger keep_dates before update on public.dossiers for each row execute function app.keep_dates();

create table public.waits (
	id uuid primary key default gen_random_uuid(),
	dossier_id uuid not null references public.dossiers (id),
	kind text not null check (kind in ('money', 'agency')),
	pauses boolean not null generated always as (kind = 'money') stored,
	reason text not null,
	document_number text,
	about jsonb not null default '{}',
	until date,
	due_then timestamptz,
	from_at timestamptz not null default now(),
	from_name text not null,
	to_at timestamptz,
	to_name text,
	outcome text check (outcome in ('paid', 'withdrawn', 'answered', 'silent'))
);
comment on table public.waits is
	'Times a received dossier waits for money (status 6) or for another agency: why, which document, from, to, who (domain §9.3). Waiting for papers is in public.supplements.';
comment on column public.waits.pauses is 'True when the clock stands still: for money it does, for an agency that is asked it goes on.';
comment on column public.waits.due_then is 'The end of the time that stood when the waiting began (a minute for hour limits, else the end of the day): who asked after it was late already.';
create index waits_by_dossier on public.waits (dossier_id);
create unique index waits_for_money on public.waits (dossier_id) where kind = 'money' and to_at is null;
alter table public.waits enable row level security;
grant select on public.waits to authenticated, service_role;
create policy "Whoever reads a dossier reads what it waited for" on public.waits
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));

alter table public.supplements add column due_then timestamptz;
comment on column public.supplements.due_then is 'The end of the time that stood when papers were asked for, as in public.waits; null before receipt.';
create function app.note_due_then() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	select coalesce(due_at, app.end_of_day(due_date)) into new.due_then from public.dossiers where id = new.dossier_id;
	return new;
end
$$;
comment on function app.note_due_then() is 'Keeps the time that stood when a wait began, before the wait takes it away.';
revoke all on function app.note_due_then() from public, anon, authenticated;
create trigger note_due_then before insert on public.supplements for each row execute function app.note_due_then();
create trigger note_due_then before insert on public.waits for each row execute function app.note_due_then();

create function app.end_wait_for_money() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	update public.waits set
		to_at = now(),
		to_name = coalesce((select full_name from public.staff where user_id = auth.uid()), new.applicant ->> 'fullName'),
		outcome = 'withdrawn'
	where dossier_id = new.id and kind = 'money' and to_at is null;
	return null;
end
$$;
comment on function app.end_wait_for_money() is 'Who withdraws while money is waited for ends that wait; a payment ends it by itself.';
revoke all on function app.end_wait_for_money() from public, anon, authenticated;
create trigger end_wait_for_money after update on public.dossiers
	for each row when (old.status = 6 and new.status = 7) execute function app.end_wait_for_money();
