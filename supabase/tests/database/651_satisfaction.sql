-- Figures of the survey: who sees them, and that no way of asking shows fewer than five.
begin;
select plan(38);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_field('{"code": "dat-dai", "name": "Đất đai", "help": "Sổ đỏ", "position": 2}');
select app.seed_procedure(jsonb_build_object('code', '1.00000' || number, 'field', field, 'title', 'Thủ tục ' || number, 'shortTitle', 'TT' || number, 'channels', '[]'::jsonb),
	repeat(number::text, 64))
from (values (1, 'ho-tich'), (2, 'ho-tich'), (3, 'dat-dai')) as list (number, field);
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Xã Đồng Sậy', true from public.agencies where code = 'H99';
create function tests.agency(wanted text) returns uuid language sql stable security definer as $$ select id from public.agencies where code = wanted $$;
select tests.add_staff(role || '@test', tests.agency('H99.01'), null, role) from unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin']) as role;
select tests.add_staff('above@test', tests.agency('H99'), null, 'leader');
select tests.add_staff('beside@test', tests.agency('H99.02'), null, 'leader');
create function tests.month(ago int) returns date language sql stable security definer as $$
	select (date_trunc('month', app.today()) - make_interval(months => ago))::date
$$;
create function tests.answers(times int, office text, procedure text, ago int, overall text, remark text default null, given jsonb default '{"attitude": "good"}')
returns void language sql as $$
	insert into app.survey_answers (id, agency_id, department_id, field_code, procedure_code, channel, form, form_version, overall, answers, comment, month)
	select gen_random_uuid(), tests.agency(office), (select id from public.departments where name = 'Kinh tế'), procedures.field_code, code, 1, '01', 1,
		overall, given, remark, tests.month(ago)
	from public.procedures, generate_series(1, times) where code = procedure
$$;
-- Last month: 6 + 4 in Bến Đò (4 alone are too few, and 4 left over are too few as well), 5 in Đồng Sậy; this month 5; 2 wait.
select tests.answers(4, 'H99.01', '1.000001', 1, 'very-satisfied'), tests.answers(2, 'H99.01', '1.000001', 1, 'dissatisfied', 'Chờ lâu', '{}');
select tests.answers(3, 'H99.01', '1.000002', 1, 'satisfied'), tests.answers(1, 'H99.01', '1.000003', 1, 'satisfied');
-- Two months ago: 6, 7 and 2 in three procedures.
select tests.answers(6, 'H99.01', '1.000001', 2, 'satisfied'), tests.answers(7, 'H99.01', '1.000002', 2, 'satisfied'), tests.answers(2, 'H99.01', '1.000003', 2, 'satisfied');
select tests.answers(5, 'H99.02', '1.000001', 1, 'dissatisfied', 'Ở nơi khác'), tests.answers(1, 'H99.01', '1.000001', 0, 'very-satisfied', 'Cảm ơn'),
	tests.answers(4, 'H99.01', '1.000001', 0, 'very-satisfied', 'Cảm ơn', '{"attitude": "good", "explanation": "clear"}');
select tests.answers(2, 'H99.01', '1.000001', null, 'dissatisfied', 'Còn đợi');
create function tests.figures(by text, first int, last int, more jsonb default '{}') returns jsonb language sql as $$
	select public.staff_satisfaction(jsonb_build_object('protocol', 1, 'by', by,
		'from', to_char(tests.month(first), 'YYYY-MM'), 'to', to_char(tests.month(last), 'YYYY-MM')) || more)
$$;
create function tests.lines(figures jsonb) returns text language sql as $$
	select string_agg(concat_ws(' ', coalesce(line ->> 'name', line ->> 'key', '…'), line ->> 'answers', line ->> 'verySatisfied', line ->> 'satisfied',
		line ->> 'dissatisfied'), ', ' order by position)
	from jsonb_array_elements(figures -> 'groups') with ordinality as list (line, position)
$$;

create function tests.refused(account text) returns text language plpgsql as $$
begin
	perform tests.sign_in(account || '@test');
	return throws_ok($q$select tests.figures('month', 2, 0)$q$, 'PT403', 'role-missing', account || ' does not');
end
$$;
create function tests.open(more jsonb default '{}') returns jsonb language sql as $$
	select public.public_satisfaction(jsonb_build_object('protocol', 1, 'from', to_char(tests.month(1), 'YYYY-MM'), 'to', to_char(tests.month(0), 'YYYY-MM-DD')) || more)
$$;

-- Who ------------------------------------------------------------------------------------------------------

select tests.as_anon();
select throws_ok($$select tests.figures('month', 2, 0)$$, '42501', null, 'anon sees no figures of the staff');
select tests.as_nobody();
select throws_ok($$select tests.figures('month', 2, 0)$$, 'PT403', 'not-staff', 'nor does an account of nobody');
select tests.refused(role) from unnest(array['receiver', 'officer', 'approver', 'editor']) as role;
select tests.sign_in('admin@test');
select is(jsonb_array_length(tests.figures('month', 2, 0) -> 'groups'), 3, 'an administrator sees the figures');
select is(tests.figures('month', 2, 0) -> 'comments', '[]', 'but no remarks');

-- The leader of the office -----------------------------------------------------------------------------------

select tests.sign_in('leader@test');
select is(tests.figures('month', 2, 0) - 'groups' - 'comments' - 'agencies' - 'questions',
	'{"least": 5, "waiting": 2, "total": {"answers": 30, "verySatisfied": 9, "satisfied": 19, "dissatisfied": 2}}', 'a leader sees how many of all, and how many wait');
select is(tests.lines(tests.figures('month', 2, 0)), concat(to_char(tests.month(2), 'YYYY-MM'), ' 15 0 15 0, ', to_char(tests.month(1), 'YYYY-MM'),
	' 10 4 4 2, ', to_char(tests.month(0), 'YYYY-MM'), ' 5 5 0 0'), 'month after month');
select is(tests.lines(tests.figures('month', 1, 1)), to_char(tests.month(1), 'YYYY-MM') || ' 10 4 4 2', 'of the months that are asked for');
select is(tests.figures('month', 1, 1) #> '{groups,0,questions}', '{"attitude": {"good": 8}}', 'with what was said to each question');
select is(tests.figures('month', 2, 0) -> 'questions', '{"attitude": {"good": 28}}', 'and over the whole time; what four answered is not told');
select is(tests.figures('month', 0, 0) #> '{groups,0,questions}', '{"attitude": {"good": 5}}', 'nor in a part');
select is(tests.lines(tests.figures('procedure', 1, 1)), '… 10 4 4 2', 'what is left over is too small itself: the smallest shown joins it');
select is(tests.lines(tests.figures('procedure', 2, 2)), 'TT2 7 0 7 0, … 8 0 8 0', 'and only that one does');
select is(tests.lines(tests.figures('procedure', 2, 0)), 'TT2 7 0 7 0, … 18 4 12 2', 'two months tell no more than each by itself') ;
select is(tests.lines(tests.figures('field', 2, 1)), '… 25 4 19 2', 'the same by field');
select is(tests.lines(tests.figures('department', 1, 1)), 'Kinh tế 10 4 4 2', 'by department');
select is(tests.lines(tests.figures('channel', 1, 1)), '1 10 4 4 2', 'by channel');
select is(tests.figures('procedure', 0, 0) -> 'groups', '[]', 'parts of a month that still grows are not told');
select is((select string_agg(distinct remark ->> 'text', ', ') from jsonb_array_elements(tests.figures('month', 2, 0) -> 'comments') as remark), 'Chờ lâu, Cảm ơn',
	'remarks of the own office, none that waits');
select is((select jsonb_agg(distinct keys) from jsonb_array_elements(tests.figures('month', 2, 0) -> 'comments') as remark, jsonb_object_keys(remark) as keys),
	'["overall", "text"]', 'without a month, a matter or a person');
select is(tests.lines(tests.figures('agency', 1, 1, jsonb_build_object('agencyId', tests.agency('H99.01')))), 'Trung tâm Phục vụ hành chính công xã Bến Đò (dùng thử) 10 4 4 2', 'the own office by name');
select throws_ok($$select tests.figures('agency', 1, 1, jsonb_build_object('agencyId', tests.agency('H99.02')))$$, 'PT404', 'office-unknown', 'not the neighbour''s');
select throws_ok($$select tests.figures('officer', 1, 1)$$, 'PT400', 'part-unknown', 'never by officer');
select throws_ok($$select tests.figures('month', 0, 1)$$, 'PT400', 'months-malformed', 'months in their order');
select throws_ok($$select tests.figures('month', 0, 0, '{"from": "hôm nay"}')$$, 'PT400', 'months-malformed', 'and real ones');
select tests.sign_in('beside@test');
select is(tests.lines(tests.figures('month', 2, 0)), to_char(tests.month(1), 'YYYY-MM') || ' 5 0 0 5', 'the neighbour sees the own');
select tests.sign_in('above@test');
select is(tests.lines(tests.figures('agency', 1, 1)), 'Trung tâm Phục vụ hành chính công xã Bến Đò (dùng thử) 10 4 4 2, Xã Đồng Sậy 5 0 0 5', 'the leader above sees both');
select is(tests.figures('agency', 1, 1) #> '{total,answers}', '15', 'and their sum');
select is(tests.figures('agency', 1, 1) -> 'comments', '[]', 'but nobody''s words');
select is(tests.figures('month', 1, 1, jsonb_build_object('agencyId', tests.agency('H99.02'))) #> '{total,dissatisfied}', '5', 'or one of them alone');

-- For everybody, and for other reports -------------------------------------------------------------------------

select tests.as_anon();
select is(tests.open(), '{"answers": 20, "verySatisfied": 9, "satisfied": 4, "dissatisfied": 7}', 'everybody sees the sums');
select is(tests.open(jsonb_build_object('agencyId', tests.agency('H99.02'))), '{"answers": 5, "verySatisfied": 0, "satisfied": 0, "dissatisfied": 5}', 'of one office');
select is(tests.open(jsonb_build_object('agencyId', gen_random_uuid())), '{"answers": 0, "verySatisfied": 0, "satisfied": 0, "dissatisfied": 0}', 'of none there are none');
select tests.sign_out();
select results_eq($$select * from app.satisfaction_between(array[tests.agency('H99.01')], tests.month(2), tests.month(0))$$,
	$$values (25::bigint, 4::bigint, 19::bigint, 2::bigint)$$, 'another report asks for whole months, the last not counted');
select results_eq($$select * from app.satisfaction_between(array[tests.agency('H99.01')], tests.month(1) + 9, tests.month(1) + 14)$$,
	$$values (10::bigint, 4::bigint, 4::bigint, 2::bigint)$$, 'or for days of one');

select * from finish();
rollback;
