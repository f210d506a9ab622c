-- The working calendar: which dates the office works, year by year. A year without a row here has no
-- calendar, and a date in it is never computed (design §7). What is not decided yet is said as a gap.

create table public.calendar_years (
	year int primary key check (year between 2000 and 2100),
	status text not null check (status in ('complete', 'provisional')),
	source text not null,
	note text not null default ''
);
comment on table public.calendar_years is
	'The years that have a calendar; provisional = some days off of the year are not decided yet (see calendar_gaps).';

create table public.calendar_days (
	day date primary key,
	kind text not null check (kind in ('holiday', 'substitute', 'swap-off', 'make-up', 'closure')),
	name text not null,
	source text not null,
	verification text not null check (verification in ('verified', 'from-memory', 'computed')),
	-- A row that changes nothing would only mislead: days off fall on Monday–Friday, make-up days do not.
	check ((extract(isodow from day) > 5) = (kind = 'make-up'))
);
comment on table public.calendar_days is
	'Exceptions to Monday–Friday: holiday, substitute (nghỉ bù, BLLĐ Đ111.3), swap-off (hoán đổi nghỉ), make-up (làm bù), closure (power cut, incident). verification says how far the row is proven.';

create table public.calendar_gaps (
	from_day date primary key,
	to_day date not null check (to_day >= from_day),
	note text not null,
	source text not null
);
comment on table public.calendar_gaps is
	'Windows whose days off the authorities have not decided: a due date counted across one may move by an explicit, logged action only.';

create table public.office_hours (
	position int primary key check (position between 1 and 10),
	opens time not null,
	closes time not null check (closes > opens and closes <= time '23:59')
);
comment on table public.office_hours is
	'Office hours of a working date, in order; they matter for limits in hours only.';

alter table public.calendar_years enable row level security;
alter table public.calendar_days enable row level security;
alter table public.calendar_gaps enable row level security;
alter table public.office_hours enable row level security;

grant select on public.calendar_years, public.calendar_days, public.calendar_gaps, public.office_hours
	to anon, authenticated, service_role;

create policy "Anyone reads which years have a calendar" on public.calendar_years
	for select to anon, authenticated using (true);
create policy "Anyone reads the days off and make-up days" on public.calendar_days
	for select to anon, authenticated using (true);
create policy "Anyone reads what is not decided yet" on public.calendar_gaps
	for select to anon, authenticated using (true);
create policy "Anyone reads the office hours" on public.office_hours
	for select to anon, authenticated using (true);
