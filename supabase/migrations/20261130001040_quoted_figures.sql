-- Figures that somebody else has printed about an office: shown beside what is counted here, and never mixed with it.

create table app.quoted_figures (
	agency_id uuid not null references public.agencies (id),
	first_day date not null,
	last_day date not null,
	figure text not null check (figure in ('procedures', 'fields', 'solved', 'early', 'onTime', 'late', 'online')),
	value int not null check (value >= 0),
	more_than boolean not null,
	source text not null check (length(source) between 10 and 500),
	source_seen boolean not null,
	primary key (agency_id, first_day, figure),
	check (first_day <= last_day and extract(year from first_day) = extract(year from last_day))
);
comment on table app.quoted_figures is
	'What a source prints about an office and days of one year. No figure of ours is made of it; it is written by whoever keeps the database.';
comment on column app.quoted_figures.figure is
	'procedures, fields: posted; solved: received and ended; early, onTime, late: of these; online: filed online (levels 3 and 4 of 2021).';
comment on column app.quoted_figures.more_than is 'The source says "trên": more than this, the exact number is not told.';
comment on column app.quoted_figures.source_seen is 'Somebody of us has read the source itself.';
alter table app.quoted_figures enable row level security;

create function app.quotes_of(agency uuid, of_year int) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(quote order by quote ->> 'from', quote ->> 'source'), '[]')
	from (
		select jsonb_build_object('from', first_day, 'to', last_day, 'source', source, 'sourceSeen', source_seen,
			'figures', jsonb_agg(jsonb_build_object('figure', figure, 'value', value, 'moreThan', more_than)
				order by array_position(array['procedures', 'fields', 'solved', 'early', 'onTime', 'late', 'online'], figure))) as quote
		from app.quoted_figures
		where agency_id = agency and extract(year from first_day) = of_year
		group by first_day, last_day, source, source_seen
	) as quotes
$$;
comment on function app.quotes_of(uuid, int) is
	'[{from, to, source, sourceSeen, figures: [{figure, value, moreThan}]}]: what sources print about an agency in a year.';
revoke all on function app.quotes_of(uuid, int) from public, anon, authenticated;
