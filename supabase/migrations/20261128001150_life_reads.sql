-- Was the date kept? And what is told of a dossier's later life.

create function app.timeliness_of(dossier public.dossiers) returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case
		when dossier.received_at is null then null
		-- CT766: who asks for papers a second time is late. Who asked, for papers or money, after the date was late already:
		-- no later wait, restart or new date takes that away.
		when dossier.supplement_rounds > 1 then 'late'
		when exists (
			select 1 from public.supplements as round
			where round.dossier_id = dossier.id and app.local_time(round.requested_at)::date > round.due_then
		) or exists (
			select 1 from public.waits as wait
			where wait.dossier_id = dossier.id and wait.pauses and app.local_time(wait.from_at)::date > wait.due_then
		) then 'late'
		when dossier.status = 7 or (dossier.status = 8 and dossier.finished_at is null) then
			case when withdrawn.at > dossier.due_date then 'late' else 'withdrawn' end
		when dossier.status in (5, 6) then 'waiting'
		when ended.at > coalesce(app.local_time(dossier.due_at)::timestamp, app.end_of_day(dossier.due_date) at time zone interval '7 hours') then 'late'
		when dossier.finished_at is null then 'running'
		when ended.at::date < dossier.due_date then 'early'
		when dossier.due_date is not null then 'on-time'
		-- Stopped because the papers never came: nothing was kept.
		else 'withdrawn'
	end
	from (select app.local_time(coalesce(dossier.finished_at, now()))::timestamp as at) as ended
	left join lateral (
		select app.local_time(event.at)::date as at from public.dossier_events as event
		where event.dossier_id = dossier.id and event.action = 'withdraw' order by event.sequence desc limit 1
	) as withdrawn on true
$$;
comment on function app.timeliness_of(public.dossiers) is
	'early, on-time or late for what the office has finished (signed, or stopped); late, running or waiting for what is open; withdrawn (never on time), also when the papers asked for never came, unless it was late by then; null before receipt (domain §2.7). By working date, hour limits by the minute; against the date after a re-appointment.';
revoke all on function app.timeliness_of(public.dossiers) from public, anon, authenticated;
grant execute on function app.timeliness_of(public.dossiers) to authenticated;

create function app.waits_of(of_dossier uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', wait.id, 'kind', wait.kind, 'pauses', wait.pauses, 'reason', wait.reason, 'documentNumber', wait.document_number,
		'about', wait.about, 'until', wait.until, 'from', wait.from_at, 'fromBy', wait.from_name,
		'to', wait.to_at, 'toBy', wait.to_name, 'outcome', wait.outcome) order by wait.from_at), '[]')
	from public.waits as wait where wait.dossier_id = of_dossier
$$;
comment on function app.waits_of(uuid) is 'What a dossier waited for besides papers, the earliest first. Runs with the rights of whoever asks.';
revoke all on function app.waits_of(uuid) from public, anon;
grant execute on function app.waits_of(uuid) to authenticated;

create function app.payments_of(of_dossier uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', payment.id, 'at', payment.at, 'by', payment.by_name, 'lines', payment.lines, 'total', payment.total,
		'method', payment.method, 'receiptSeries', payment.receipt_series, 'receiptNumber', payment.receipt_number,
		'transferReference', payment.transfer_reference, 'exemption', payment.exemption, 'exemptionProof', payment.exemption_proof
	) order by payment.at), '[]')
	from public.payments as payment where payment.dossier_id = of_dossier
$$;
comment on function app.payments_of(uuid) is 'The fees taken or let off for a dossier. Runs with the rights of whoever asks.';
revoke all on function app.payments_of(uuid) from public, anon;
grant execute on function app.payments_of(uuid) to authenticated;

create function app.life_of(dossier public.dossiers) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
	select jsonb_build_object(
		'timeliness', app.timeliness_of(dossier), 'extendedTo', dossier.extended_to, 'extendedAt', dossier.extended_at,
		'waits', app.waits_of(dossier.id), 'payments', app.payments_of(dossier.id), 'results', app.results_of(dossier.id))
$$;
comment on function app.life_of(public.dossiers) is 'The part of staff_dossier about dates kept, waits, money and results.';
revoke all on function app.life_of(public.dossiers) from public, anon;
grant execute on function app.life_of(public.dossiers) to authenticated;
