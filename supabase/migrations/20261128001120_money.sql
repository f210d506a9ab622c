-- Money: what is owed outside (status 6, the clock stands still), and what the office itself takes.

create function app.get_method(request jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	method constant text := app.find_text(request, 'method', 20);
	proof jsonb;
begin
	if method is null or method not in ('cash', 'transfer', 'post', 'online') then
		perform app.fail('PT400', 'payment-method');
	end if;
	proof := jsonb_build_object('method', method, 'receiptSeries', app.find_text(request, 'receiptSeries', 40),
		'receiptNumber', app.find_text(request, 'receiptNumber', 60), 'transferReference', app.find_text(request, 'transferReference', 120));
	-- A receipt has a series and number of the tax law's: the office types them in, nobody makes them up (domain §3.1).
	if coalesce(proof ->> 'receiptNumber', proof ->> 'transferReference') is null then
		perform app.fail('PT400', 'payment-proof');
	end if;
	return jsonb_strip_nulls(proof);
end
$$;
comment on function app.get_method(jsonb) is
	'How something was paid and what shows it: {method cash|transfer|post|online, receiptSeries?, receiptNumber?, transferReference?}, a number or a reference at least. PT400 payment-method, payment-proof.';
revoke all on function app.get_method(jsonb) from public, anon, authenticated;

create function app.get_amount(request jsonb) returns int
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(request -> 'amount') is distinct from 'number' or request ->> 'amount' !~ '^[1-9][0-9]{0,9}$'
		or (request ->> 'amount')::bigint > 2000000000
	then
		perform app.fail('PT400', 'amount-malformed');
	end if;
	return (request ->> 'amount')::int;
end
$$;
comment on function app.get_amount(jsonb) is 'A sum in whole đồng, 1–2,000,000,000; PT400 amount-malformed.';
revoke all on function app.get_amount(jsonb) from public, anon, authenticated;

create function app.transfer_text(dossier public.dossiers) returns text
language sql
immutable
set search_path = ''
as $$ select 'HS ' || regexp_replace(coalesce(dossier.code, dossier.reference), '[^A-Za-z0-9]+', '', 'g') $$;
comment on function app.transfer_text(public.dossiers) is
	'What to write on a bank transfer so that it is known again: HS and the dossier code, letters and digits only, as banks keep nothing else.';
revoke all on function app.transfer_text(public.dossiers) from public, anon, authenticated;

create function public.bill_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	reason text;
	document_number text;
	last_day date;
	about jsonb;
	wait_id uuid;
begin
	select * into acted from app.begin_action(request, 'bill');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	reason := app.find_text(request, 'reason', 500);
	if coalesce(length(reason), 0) < 5 then
		perform app.fail('PT400', 'bill-reason');
	end if;
	document_number := app.find_text(request, 'documentNumber', 60);
	if document_number is null then
		perform app.fail('PT400', 'bill-document');
	end if;
	if coalesce(request -> 'until', 'null') <> 'null'::jsonb then
		last_day := app.get_until(request);
	end if;
	about := jsonb_strip_nulls(jsonb_build_object('amount', app.get_amount(request), 'payTo', app.find_text(request, 'payTo', 500),
		'transferText', app.transfer_text(dossier)));
	insert into public.waits (dossier_id, kind, reason, document_number, about, until, from_name)
	values (dossier.id, 'money', reason, document_number, about, last_day, context.staff_name)
	returning id into wait_id;
	-- While the dossier waits for money there is no date to be late against.
	update public.dossiers set due_date = null, due_at = null where id = dossier.id;
	return app.record_action(context, dossier, 'bill', jsonb_build_object('status', context.to_status),
		about || jsonb_build_object('waitId', wait_id, 'reason', reason, 'documentNumber', document_number, 'until', last_day));
end
$$;
comment on function public.bill_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, amount, reason, documentNumber, payTo?, until?} → {status}: 4 → 6, tax or another duty is to be paid; the clock stands still until it is. PT400 bill-reason, bill-document, amount-malformed, supplement-until.';
revoke all on function public.bill_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.bill_dossier(jsonb) to authenticated;

create function public.confirm_payment(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	wait public.waits;
	paid jsonb;
	due jsonb;
begin
	select * into acted from app.begin_action(request, 'paid');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	paid := app.get_method(request);
	select * into wait from public.waits where dossier_id = dossier.id and kind = 'money' and to_at is null for update;
	update public.waits set to_at = now(), to_name = context.staff_name, outcome = 'paid' where id = wait.id;
	due := app.due_for(dossier, dossier.received_at);
	-- A date somebody wrote by hand is not computed anew: it moves by what was waited.
	if due ->> 'error' = 'limit-unknown' or dossier.due_basis is not null then
		due := jsonb_build_object('dueDate', app.move_by_waits(app.local_time(wait.due_then)::date,
			jsonb_build_array(jsonb_build_array(app.local_time(wait.from_at), app.local_time(now())))));
	end if;
	if due ->> 'dueDate' is null then
		perform app.fail('PT409', 'calendar-missing');
	end if;
	update public.dossiers set
		due_date = (due ->> 'dueDate')::date,
		due_at = (due ->> 'due')::timestamp at time zone 'Asia/Ho_Chi_Minh'
	where id = dossier.id;
	return app.record_action(context, dossier, 'paid', jsonb_build_object('dueDate', due ->> 'dueDate', 'due', due ->> 'due'),
		paid || jsonb_build_object('waitId', wait.id, 'amount', wait.about -> 'amount', 'dueDate', due ->> 'dueDate'));
end
$$;
comment on function public.confirm_payment(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, method, receiptSeries?, receiptNumber?, transferReference?} → {dueDate, due}: 6 → 4, what was owed is shown to be paid; the clock goes on. PT400 payment-method, payment-proof; PT409 calendar-missing.';
revoke all on function public.confirm_payment(jsonb) from public, anon, authenticated;
grant execute on function public.confirm_payment(jsonb) to authenticated;

create table public.payments (
	id uuid primary key default gen_random_uuid(),
	dossier_id uuid not null references public.dossiers (id),
	agency_id uuid not null references public.agencies (id),
	at timestamptz not null default now(),
	by_name text not null,
	lines jsonb not null,
	total int not null check (total >= 0),
	method text check (method in ('cash', 'transfer', 'post', 'online')),
	receipt_series text,
	receipt_number text,
	transfer_reference text,
	exemption text,
	exemption_proof text,
	check ((exemption is null) = (method is not null)),
	check (exemption is null or total = 0)
);
comment on table public.payments is
	'Fees the office took for a dossier (phí, lệ phí) or let off, computed from its procedure version; receipt series and numbers are typed in.';
create index payments_by_dossier on public.payments (dossier_id);
create index payments_by_agency on public.payments (agency_id, at);
create unique index payments_by_receipt on public.payments (agency_id, coalesce(receipt_series, ''), receipt_number) where receipt_number is not null;
alter table public.payments enable row level security;
grant select on public.payments to authenticated, service_role;
create policy "Whoever reads a dossier reads what was paid for it" on public.payments
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));
create trigger keep_payments before update or delete on public.payments for each row execute function app.refuse_change();
create trigger keep_all_payments before truncate on public.payments for each statement execute function app.refuse_change();

create function public.take_fee(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	fees jsonb;
	paid jsonb := '{}';
	let_off text;
	proof text;
	sum int;
	payment_id uuid;
begin
	select * into acted from app.begin_action(request, 'fee');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	fees := app.get_fees(dossier, request);
	if fees = '[]' then
		perform app.fail('PT400', 'fee-unknown');
	end if;
	let_off := app.find_text(request, 'exemption', 300);
	proof := app.find_text(request, 'exemptionProof', 300);
	if let_off is not null and proof is null then
		perform app.fail('PT400', 'exemption-proof');
	end if;
	if let_off is null then
		paid := app.get_method(request);
		sum := (select sum((fee ->> 'amount')::int) from jsonb_array_elements(fees) as fee);
	else
		sum := 0;
	end if;
	insert into public.payments (dossier_id, agency_id, by_name, lines, total, method, receipt_series, receipt_number,
		transfer_reference, exemption, exemption_proof)
	values (dossier.id, dossier.agency_id, context.staff_name, fees, sum, paid ->> 'method', paid ->> 'receiptSeries',
		paid ->> 'receiptNumber', paid ->> 'transferReference', let_off, proof)
	returning id into payment_id;
	return app.record_action(context, dossier, 'fee', jsonb_build_object('fees', fees, 'total', sum),
		paid || jsonb_build_object('paymentId', payment_id, 'fees', fees, 'total', sum, 'exemption', let_off, 'exemptionProof', proof));
exception when unique_violation then
	-- A receipt is given once.
	perform app.fail('PT409', 'receipt-used');
	return null;
end
$$;
comment on function public.take_fee(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, fees: [{label, units, times}], method, receiptSeries?, receiptNumber?, transferReference?} or {…, exemption, exemptionProof} → {fees, total}: the office takes a fee of the procedure, or lets it off with proof; the status stays. PT400 fee-unknown, count-malformed, payment-method, payment-proof, exemption-proof; PT409 receipt-used.';
revoke all on function public.take_fee(jsonb) from public, anon, authenticated;
grant execute on function public.take_fee(jsonb) to authenticated;
