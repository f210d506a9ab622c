-- What a source prints about an office stands beside the figures of its year, and is none of them.
begin;
select plan(8);

select tests.add_staff('leader@test', id, null, variadic array['leader']) from public.agencies where code = 'H99.01';
select tests.add_staff('above@test', id, null, variadic array['leader']) from public.agencies where code = 'H99';
insert into app.quoted_figures (agency_id, first_day, last_day, figure, value, more_than, source, source_seen)
select id, '2021-01-01', '2021-08-17', figure, value, more_than, 'Một bài báo năm 2021', false
from public.agencies, (values ('online', 22, false), ('solved', 2150, true)) as list (figure, value, more_than)
where code = 'H99.01';
insert into app.public_figures (agency_id, year, figures)
select id, 2021, '{}' from public.agencies where code in ('H99', 'H99.01');

create function tests.quotes(on_day text) returns jsonb language sql as $$
	select public.staff_dashboard(jsonb_build_object('protocol', 1, 'on', on_day)) -> 'quotes'
$$;
create function tests.public_quotes(code text, year int) returns jsonb language sql as $$
	select public.public_figures(jsonb_build_object('protocol', 1, 'year', year,
		'agencyId', (select id from public.agencies where agencies.code = public_quotes.code))) -> 'quotes'
$$;
create temp table wanted as select '[{"from": "2021-01-01", "to": "2021-08-17", "source": "Một bài báo năm 2021", "sourceSeen": false, "figures": [
	{"figure": "solved", "value": 2150, "moreThan": true}, {"figure": "online", "value": 22, "moreThan": false}]}]'::jsonb as quotes;
grant all on wanted to authenticated, anon;

select tests.sign_in('leader@test');
select is(tests.quotes('2021-08-17'), quotes, 'on the leader''s page of that year, in order') from wanted;
select is(tests.quotes('2022-08-17'), '[]', 'of another year nothing');
select is(public.staff_dashboard('{"protocol": 1, "on": "2021-08-17"}') #>> '{year,receivedOnline}', '0', 'nothing is counted of it');
select tests.sign_in('above@test');
select is(tests.quotes('2021-08-17'), '[]', 'the agency above is another one');
select tests.sign_out();
select is(tests.public_quotes('H99.01', 2021), quotes, 'on the public page') from wanted;
select is(tests.public_quotes('H99', 2021), '[]', 'of the agency above nothing');
select is(tests.public_quotes('H99.01', 2020), '[]', 'of another year nothing');
select throws_ok(
	$$insert into app.quoted_figures select id, '2021-12-01', '2022-01-31', 'late', 0, false, 'Một bài báo khác', true from public.agencies where code = 'H99'$$,
	'23514', null, 'days of one year'
);
select * from finish();
rollback;
