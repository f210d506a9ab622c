/**
 * SQL for one province of a hundred communes (B88.1–B88.100, five departments each), 15 fields, 150 procedures. Run once;
 * then `dossiersSql` adds dossiers.
 */
export const provinceSql = `
	insert into public.agencies (code, name, receives) values ('B88', 'Tỉnh của phép đo', false);
	insert into public.agencies (code, parent_id, name, receives)
	select 'B88.' || n, (select id from public.agencies where code = 'B88'), 'Trung tâm số ' || n, true from generate_series(1, 100) as n;
	insert into public.departments (agency_id, name)
	select id, 'Phòng ' || n from public.agencies, generate_series(1, 5) as n where code like 'B88.%';
	insert into public.staff (user_id, agency_id, full_name)
	select md5(code || ' leads')::uuid, id, 'Lãnh đạo ' || code from public.agencies where code in ('B88', 'B88.7');
	insert into public.staff_roles (staff_id, role) select id, 'leader' from public.staff where full_name like 'Lãnh đạo B88%';
	select app.seed_field(jsonb_build_object('code', 'b-' || chr(96 + n), 'name', 'Lĩnh vực ' || n, 'help', 'x', 'position', 100 + n))
	from generate_series(1, 15) as n;
	select app.seed_procedure(jsonb_build_object('code', '8.' || lpad(n::text, 6, '0'), 'field', 'b-' || chr(97 + n % 15),
		'title', 'Thủ tục ' || n, 'shortTitle', 'Thủ tục ' || n, 'channels', '[]'::jsonb), encode(sha256(n::text::bytea), 'hex'))
	from generate_series(1, 150) as n;
	-- Only what reports read is measured here: nothing else has to keep up with a million rows.
	alter table public.dossiers disable trigger user;
	do $$
	declare
		name text;
	begin
		for name in select indexrelid::regclass from pg_index where indrelid = 'public.dossiers'::regclass and not indisunique loop
			execute 'drop index ' || name;
		end loop;
	end
	$$;
`;

/**
 * SQL that adds the dossiers number `first` to `last` of five years that end now: spread evenly over the days and communes, 12 % online, done
 * within eleven days (early, on the day, or late), 3 % withdrawn, every eleventh with a wait for papers; those of the last days open.
 * Facts and spans are written as app.dossier_life would tell them of such lives; there are no events behind them.
 */
export function dossiersSql(first: number, last: number, total: number): string {
	return `
		insert into public.dossiers (id, reference, agency_id, department_id, procedure_code, version_id, status, channel,
			subject, applicant, payload, search_text, sort_at, submitted_at, received_at, due_date, first_due_date)
		select md5('B-' || n)::uuid, 'B-' || n, agency.id, department.id, version.procedure_code, version.id, 10,
			case when n * 7919 % 100 < 12 then 2 when n * 7919 % 100 < 14 then 3 else 1 end, 'x', '{}', '{}', '', moment.at, moment.at, moment.at,
			(moment.at + interval '8 days')::date, (moment.at + interval '8 days')::date
		from generate_series(${first}::bigint, ${last}) as n
		cross join lateral (select now() - interval '5 years' + n * (interval '5 years' / ${total}) as at) as moment
		join (select id, row_number() over (order by code collate "C") - 1 as position from public.agencies where code like 'B88.%') as agency
			on agency.position = n * 31 % 100
		join (select id, agency_id, row_number() over (partition by agency_id order by name) - 1 as position from public.departments) as department
			on department.agency_id = agency.id and department.position = n % 5
		join (select id, procedure_code, row_number() over (order by procedure_code) - 1 as position from public.procedure_versions where procedure_code like '8.%') as version
			on version.position = n * 17 % 150;
		insert into app.dossier_facts (dossier_id, agency_id, department_id, field_code, procedure_code, channel, received_at, ended_at, outcome,
			first_due_date, due_date, rounds, reappointed, kept_first, late_reason, has_files, has_result_file)
		select dossier.id, agency_id, department_id, procedure.field_code, procedure_code, channel, received_at, ended.at,
			case
				when ended.at is null then null when luck.h % 100 < 3 then 'withdrawn' when ended.at > app.end_of_day(due_date) then 'late'
				when (ended.at at time zone interval '7 hours')::date = due_date then 'on-time' else 'early'
			end,
			first_due_date, due_date, case when luck.h % 11 = 0 then 1 else 0 end, false, ended.at <= app.end_of_day(due_date),
			case when luck.h % 100 >= 3 and ended.at > app.end_of_day(due_date) then 'overdue' end, true, false
		from generate_series(${first}::bigint, ${last}) as n
		join public.dossiers as dossier on dossier.id = md5('B-' || n)::uuid
		join public.procedures as procedure on procedure.code = procedure_code
		cross join lateral (select abs(hashtext(reference)::bigint) as h) as luck
		cross join lateral (
			select case when received_at + make_interval(hours => 4 + (luck.h % 260)::int) < now() then received_at + make_interval(hours => 4 + (luck.h % 260)::int) end as at
		) as ended;
		insert into app.dossier_spans (dossier_id, from_at, until_at, department_id, waiting, due_at, late_from, late_reason)
		select fact.dossier_id, span.from_at, span.until_at, fact.department_id, span.waiting,
			case when not span.waiting then app.end_of_day(due_date) end, case when not span.waiting then app.end_of_day(due_date) end,
			case when not span.waiting then 'overdue' end
		from generate_series(${first}::bigint, ${last}) as n
		join app.dossier_facts as fact on fact.dossier_id = md5('B-' || n)::uuid
		cross join lateral (
			select received_at as from_at, case when rounds = 1 then least(received_at + interval '1 day', ended_at) else ended_at end as until_at, false as waiting
			union all
			select received_at + interval '1 day', ended_at, true
			where rounds = 1 and coalesce(ended_at, now()) > received_at + interval '1 day'
		) as span;
		analyze;
	`;
}
