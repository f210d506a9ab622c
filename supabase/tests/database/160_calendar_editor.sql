-- The calendar: administrators change it one after another, with a source, and the record keeps what stood there before.
begin;
select plan(52);

insert into public.agencies (code, name, receives) values ('H99.02', 'Trung tâm xã bên', true);
create function tests.agency(wanted text) returns uuid language sql security definer as $$ select id from public.agencies where code = wanted $$;
select tests.add_staff(role || '@test', tests.agency('H99.01'), null, role)
from unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin']) as role;
select tests.add_staff('second@test', tests.agency('H99.01'), null, 'admin'),
	tests.add_staff('elsewhere@test', tests.agency('H99.02'), null, 'admin'),
	tests.add_staff('suspended@test', tests.agency('H99.01'), null, 'admin', 'leader');
update public.staff set active = false where full_name = 'suspended@test';
-- 2091 begins on a Monday; nothing of it is stored.
create function tests.ask(call text, more jsonb default '{}') returns jsonb language plpgsql as $$
declare
	request jsonb := jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'expectedRevision', (
		select (public.staff_calendar('{"protocol": 1, "year": 2091}') ->> 'revision')::int
	));
begin
	return case call
		when 'save' then public.save_calendar_day(request || '{"day": "2091-01-01", "kind": "holiday", "name": "Tết Dương lịch", "source": "BLLĐ Đ112"}' || more)
		when 'remove' then public.remove_calendar_day(request || '{"day": "2091-01-01", "reason": "nhầm"}' || more)
		when 'open' then public.open_calendar_year(request || '{"year": 2091, "source": "BLLĐ Đ112"}' || more)
		when 'hours' then public.save_office_hours(request || '{"hours": [["07:30", "11:30"], ["13:00", "17:00"]], "source": "Thông báo 12"}' || more)
		when 'read' then public.staff_calendar(request || '{"year": 2091}' || more)
		when 'preview' then public.preview_calendar_change(request || more)
	end;
end
$$;
create function tests.state() returns text language sql security definer as $$
	select md5(concat(
		(select string_agg(d::text, '' order by d::text) from public.calendar_days as d),
		(select string_agg(y::text, '' order by y::text) from public.calendar_years as y),
		(select string_agg(g::text, '' order by g::text) from public.calendar_gaps as g),
		(select string_agg(h::text, '' order by h::text) from public.office_hours as h),
		(select string_agg(c::text, '' order by c::text) from public.calendar_changes as c)
	))
$$;
create function tests.outcome(account text, call text) returns text language plpgsql as $$
declare
	before text := tests.state();
	answer text;
begin
	begin
		begin
			perform tests.as_actor(account);
			perform tests.ask(call);
			perform tests.sign_out();
			answer := case when tests.state() = before then 'read' else (
				select format('%s by %s', action, actor_name) from public.calendar_changes order by id desc limit 1
			) end;
		exception when others then
			answer := sqlstate || ' ' || case when sqlstate = '42501' then 'denied' else sqlerrm end
				|| case when tests.state() <> before then ', but something changed' else '' end;
		end;
		raise exception using errcode = 'ZZ000';
	exception when sqlstate 'ZZ000' then
		return answer;
	end;
end
$$;

select is_empty(
	$$select source from public.calendar_days where source ~* '\m(notice|press|date|day off|computed)\M'
	union all select source || note from public.calendar_years where source || note ~* '\m(notice|press|from memory|decided)\M'
	union all select source from public.calendar_gaps where source ~* '\m(decided|yearly)\M'$$,
	'what comes with the installation says its grounds in Vietnamese'
);

-- Every function × every kind of caller ------------------------------------------------------------------

select tests.sign_in('admin@test');
create temp table saved as select tests.ask('save') as answer;
grant select on saved to authenticated;
select tests.sign_out();
create temp table outcomes as
select account, call, tests.outcome(account, call) as answer
from unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin', 'elsewhere', 'suspended', 'nobody', 'anon']) as account,
	unnest(array['save', 'remove', 'open', 'hours', 'read', 'preview']) as call;
select results_eq(
	'select account, call, answer from outcomes order by 1, 2',
	$$select account, call, case
			when account = 'anon' then '42501 denied'
			when account in ('suspended', 'nobody') then 'PT403 not-staff'
			when call = 'read' or (call = 'preview' and account in ('leader', 'admin', 'elsewhere')) then 'read'
			when account not in ('admin', 'elsewhere') then 'PT403 role-missing'
			-- Written down once more as it was: a changed day says why.
			when call = 'save' then 'PT400 calendar-reason'
			else case call when 'remove' then 'remove-day' when 'open' then 'open-year' else 'office-hours' end || ' by ' || account || '@test'
		end
	from outcomes order by 1, 2$$,
	'all staff read, leaders and administrators preview, only administrators change, and what is denied changes nothing'
);

select tests.as_anon();
select throws_ok('select * from public.calendar_changes', '42501', null, 'anon reads no record of changes');
select tests.as_nobody();
select is_empty('select * from public.calendar_changes', 'an account without a place on the staff reads none');
select tests.sign_in('receiver@test');
select isnt_empty('select * from public.calendar_changes', 'staff do');

-- A day --------------------------------------------------------------------------------------------------

select tests.sign_in('admin@test');
select is(
	(tests.ask('read') -> 'days' -> 0) - 'enteredAt',
	'{"day": "2091-01-01", "kind": "holiday", "name": "Tết Dương lịch", "source": "BLLĐ Đ112", "verification": "verified", "enteredBy": "admin@test"}',
	'a day is there with its source and who entered it'
);
select is(
	(tests.ask('read') -> 'changes' -> 0) - 'id' - 'at',
	'{"action": "save-day", "subject": "2091-01-01", "before": null, "reason": null, "actor": "admin@test",
		"after": {"day": "2091-01-01", "kind": "holiday", "name": "Tết Dương lịch", "source": "BLLĐ Đ112", "verification": "verified"}}',
	'and on the record'
);
select is(tests.ask('read') -> 'revision', (select answer -> 'revision' from saved), 'its number is the calendar''s revision');
select throws_ok(
	$$select tests.ask('save', jsonb_build_object('day', '2091-01-02', 'expectedRevision', (tests.ask('read') ->> 'revision')::int - 1))$$,
	'PT409', 'version-stale', 'two administrators at once: the second is told'
);
select throws_ok($$select tests.ask('save', '{"day": "2091-01-02", "expectedRevision": null}')$$, 'PT409', 'version-stale', 'so is whoever has not read');
create temp table replays as
select tests.ask('save', '{"day": "2091-01-02", "actionId": "00000000-0000-4000-a000-000000000001"}') as first;
grant select on replays to authenticated;
select is(
	tests.ask('save', '{"day": "2091-01-02", "actionId": "00000000-0000-4000-a000-000000000001", "expectedRevision": 0}'),
	(select first from replays), 'sent twice, the answer is the same'
);
select is(jsonb_array_length(tests.ask('read') -> 'changes'), 2, 'and it happened once');
select throws_ok(
	$$select tests.ask('save', '{"day": "2091-01-03", "actionId": "00000000-0000-4000-a000-000000000001"}')$$,
	'PT409', 'action-id-used', 'an id is of one day'
);
select throws_ok(
	$$select tests.ask('remove', '{"day": "2091-01-02", "actionId": "00000000-0000-4000-a000-000000000001"}')$$,
	'PT409', 'action-id-used', 'and of one action'
);
select tests.sign_in('second@test');
select throws_ok(
	$$select tests.ask('save', '{"day": "2091-01-02", "actionId": "00000000-0000-4000-a000-000000000001"}')$$,
	'PT409', 'action-id-used', 'and of one person'
);

select throws_ok(format('select tests.ask(''save'', %L)', more), 'PT400', key, 'refused: ' || more)
from (values
	('{"day": "2091-02-30"}', 'calendar-day'), ('{"day": "1999-12-31"}', 'calendar-day'), ('{"day": null}', 'calendar-day'),
	('{"kind": "party"}', 'calendar-kind'), ('{"kind": null}', 'calendar-kind'),
	('{"day": "2091-01-06"}', 'calendar-weekday'), ('{"day": "2091-01-05", "kind": "make-up"}', 'calendar-weekday'),
	('{"day": "2091-01-04", "name": " x "}', 'calendar-name'), ('{"day": "2091-01-04", "source": null}', 'calendar-source'),
	('{"day": "2091-01-04", "source": "TB"}', 'calendar-source'),
	-- What is past, and what is changed, needs a reason.
	('{"day": "2026-11-25"}', 'calendar-reason'), ('{"day": "2091-01-02", "kind": "closure"}', 'calendar-reason')
) as list (more, key);

select lives_ok(
	$$select tests.ask('save', '{"day": "2091-01-02", "kind": "closure", "name": "Mất điện", "reason": "Sửa lại"}')$$,
	'a day is changed with a reason'
);
select is(
	tests.ask('read') -> 'changes' -> 0 #>> '{before,name}', 'Tết Dương lịch', 'what it was before is kept'
);
select is(tests.ask('read') -> 'days' -> 1 ->> 'enteredBy', 'second@test', 'and who changed it stands beside it');
select lives_ok($$select tests.ask('save', '{"day": "2091-01-06", "kind": "make-up", "name": "Làm bù"}')$$, 'a Saturday may work instead');

select throws_ok($$select tests.ask('remove', '{"day": "2091-01-09"}')$$, 'PT404', 'calendar-day-unknown', 'only a day that is there is taken out');
select throws_ok($$select tests.ask('remove', '{"reason": ""}')$$, 'PT400', 'calendar-reason', 'and never without a reason');
select lives_ok($$select tests.ask('remove', '{"day": "2091-01-02"}')$$, 'with one it is');
select is(tests.ask('read') -> 'changes' -> 0 #>> '{before,name}', 'Mất điện', 'and the record keeps it');

-- A year -------------------------------------------------------------------------------------------------

select throws_ok($$select tests.ask('open', '{"year": 2092}')$$, 'PT409', 'calendar-year-empty', 'a year without a single holiday is not opened');
select throws_ok(format('select tests.ask(''open'', %L)', more), 'PT400', key, 'refused: ' || more)
from (values
	('{"year": 1999}', 'calendar-year'), ('{"source": null}', 'calendar-source'),
	('{"gaps": [{"from": "2091-02-10", "to": "2091-02-09", "note": "Tết"}]}', 'calendar-gaps'),
	('{"gaps": [{"from": "2090-02-01", "to": "2090-02-09", "note": "Tết"}]}', 'calendar-gaps')
) as list (more, key);
select tests.ask('open', '{"gaps": [{"from": "2091-02-15", "to": "2091-02-24", "note": "Tết chưa có thông báo"}]}');
select ok(
	tests.ask('read') -> 'years' @> '[{"year": 2091, "status": "provisional"}]'
		and tests.ask('read') -> 'gaps' = '[{"from": "2091-02-15", "to": "2091-02-24", "note": "Tết chưa có thông báo"}]',
	'a confirmed year is known; while something is undecided it is provisional and says what'
);
select tests.ask('open', '{"source": "Thông báo 99/TB-BNV"}');
select ok(
	tests.ask('read') -> 'years' @> '[{"year": 2091, "status": "complete", "source": "Thông báo 99/TB-BNV"}]'
		and tests.ask('read') -> 'gaps' = '[]',
	'once everything is decided it is complete'
);
select throws_ok(attempt, 'PT409', 'calendar-year-empty', 'a year that is open keeps its last holiday: ' || about) from (values
	($$select tests.ask('remove')$$, 'it is not taken out'),
	($$select tests.ask('save', '{"kind": "closure", "reason": "Sửa lại"}')$$, 'nor made another kind of day')
) as list (attempt, about);
select is(tests.ask('read') -> 'days' -> 0 ->> 'kind', 'holiday', 'and it is still there');
select lives_ok($$select tests.ask('remove', '{"day": "2091-01-06"}')$$, 'any other day is taken out');
select tests.ask('save', '{"day": "2091-01-03", "name": "Nghỉ bù"}');
select lives_ok($$select tests.ask('remove')$$, 'and that one too once there is another holiday');

-- Hours --------------------------------------------------------------------------------------------------

select throws_ok(format('select tests.ask(''hours'', %L)', more), 'PT400', 'office-hours', 'refused: ' || more)
from unnest(array['{"hours": []}', '{"hours": [["11:30", "07:30"]]}', '{"hours": [["07:00", "12:00"], ["11:00", "17:00"]]}']) as more;
select tests.ask('hours');
select is(tests.ask('read') -> 'hours', '[["07:30", "11:30"], ["13:00", "17:00"]]', 'office hours are changed');

-- The record ---------------------------------------------------------------------------------------------

select tests.sign_out();
select throws_ok('update public.calendar_changes set actor_name = ''x''', 'PT403', 'record-immutable', 'nobody rewrites the record');

select * from finish();
rollback;
