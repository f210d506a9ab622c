-- What is told of a dossier's later life.

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
