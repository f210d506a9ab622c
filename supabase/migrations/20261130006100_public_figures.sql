-- What everybody may know of the office: counts only, worked out by a job and kept, so that no stranger makes the database count.

create table app.public_figures (
	agency_id uuid not null references public.agencies (id),
	year int not null,
	figures jsonb not null,
	told_at timestamptz not null default now(),
	primary key (agency_id, year)
);
comment on table app.public_figures is
	'The figures of the public statistics page, per agency (a parent with all below it) and year. Written by app.tell_public_figures only.';
alter table app.public_figures enable row level security;

create function app.public_year(of_agency uuid, year int) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	agencies constant uuid[] := app.agencies_under(of_agency);
	starts_at constant timestamptz := app.year_start(year);
	ends_at constant timestamptz := least(app.year_start(year + 1), app.day_start(app.today() + 1));
	kinds constant app.report_kind[] := array(
		select kind from app.report_kinds(agencies, starts_at, ends_at, 'field', '{}', true) as kind
	);
	cells constant app.report_cells := app.count_kinds(kinds);
begin
	return jsonb_build_object(
		'received', cells.received_online + cells.received_other, 'receivedOnline', cells.received_online,
		'early', cells.early, 'onTime', cells.on_time, 'late', cells.late, 'open', cells.open_in_time + cells.open_late,
		-- Fewer than five could be somebody's neighbour: such a month or field is added to none and named by none.
		'months', (
			select coalesce(jsonb_agg(one order by one ->> 'month'), '[]')
			from jsonb_array_elements(app.month_counts(kinds)) as one
			where (one ->> 'received')::int >= 5 or (one ->> 'received')::int = 0
		),
		'fields', (
			select coalesce(jsonb_agg(jsonb_build_object('field', line.key, 'name', app.line_label('field', line.key), 'received', line.n) order by line.n desc, line.key collate "C"), '[]')
			from (
				select key, (counted).received_online + (counted).received_other as n
				from (select kind.key, app.count_kinds(array_agg(kind)) as counted from unnest(kinds) as kind group by kind.key) as fields
			) as line
			where line.n >= 5
		)
	);
end
$$;
comment on function app.public_year(uuid, int) is
	'{received, receivedOnline, early, onTime, late, open, months, fields} of a year so far, of an agency and all below it, as Biểu II.06a counts them; months and fields with one to four dossiers are left out.';
revoke all on function app.public_year(uuid, int) from public, anon, authenticated;

create function app.tell_public_figures() returns void
language sql
security definer
set search_path = ''
as $$
	insert into app.public_figures (agency_id, year, figures)
	select wanted.agency_id, wanted.year, app.public_year(wanted.agency_id, wanted.year)
	from (
		select agency.id as agency_id, known.year
		from public.agencies as agency
		cross join lateral (
			select distinct extract(year from month)::int as year
			from (
				select ended_month as month from app.month_kinds where agency_id = any (app.agencies_under(agency.id))
				union
				select app.month_of(received_at) from app.dossier_facts where agency_id = any (app.agencies_under(agency.id)) and ended_at is null
				union
				select received_month from app.month_kinds where agency_id = any (app.agencies_under(agency.id))
			) as months
		) as known
	) as wanted
	-- A year that is long over is told once, and again only when something of it has changed since.
	where wanted.year >= extract(year from app.today())::int - 1 or not exists (
		select 1 from app.public_figures as told where told.agency_id = wanted.agency_id and told.year = wanted.year
	)
	on conflict (agency_id, year) do update set figures = excluded.figures, told_at = now()
$$;
comment on function app.tell_public_figures() is
	'Works out the figures of the public page: this year and the last anew, older years once. The job tell-public-figures calls it every hour.';
revoke all on function app.tell_public_figures() from public, anon, authenticated;
grant execute on function app.tell_public_figures() to service_role;
insert into app.jobs (kind, repeat_every) values ('tell-public-figures', interval '1 hour');

create function public.public_figures(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	wanted_agency uuid;
	wanted_year int;
begin
	perform app.require_protocol(request);
	wanted_agency := coalesce(app.find_uuid(request, 'agencyId'), (
		-- Whoever has most below it speaks first.
		select told.agency_id from app.public_figures as told join public.agencies as agency on agency.id = told.agency_id
		order by cardinality(app.agencies_under(told.agency_id)) desc, agency.code collate "C" limit 1
	));
	if coalesce(request -> 'year', 'null') <> 'null' then
		wanted_year := app.get_year(request);
	else
		select max(year) into wanted_year from app.public_figures where agency_id = wanted_agency;
	end if;
	return jsonb_build_object(
		'agencies', (
			select coalesce(jsonb_agg(jsonb_build_object('id', agency.id, 'name', agency.name) order by agency.code collate "C"), '[]')
			from public.agencies as agency where exists (select 1 from app.public_figures as told where told.agency_id = agency.id)
		),
		'years', (select coalesce(jsonb_agg(year order by year desc), '[]') from app.public_figures where agency_id = wanted_agency),
		'agencyId', wanted_agency, 'year', wanted_year,
		'procedures', (select count(*) from public.procedures where status = 'published'),
		'fields', (select count(distinct field_code) from public.procedures where status = 'published'),
		'figures', (select figures from app.public_figures where agency_id = wanted_agency and year = wanted_year),
		'toldAt', (select app.local_time(told_at) from app.public_figures where agency_id = wanted_agency and year = wanted_year),
		'quotes', app.quotes_of(wanted_agency, wanted_year)
	);
end
$$;
comment on function public.public_figures(jsonb) is
	'{protocol, agencyId?, year?} → {agencies: [{id, name}], years, agencyId, year, procedures, fields, figures: app.public_year | null, toldAt, quotes: app.quotes_of}: the public statistics page; counts only, never a dossier. Reads what was worked out within the last hour. PT400 register-range (a year).';
revoke all on function public.public_figures(jsonb) from public, anon, authenticated;
grant execute on function public.public_figures(jsonb) to anon, authenticated;
