-- After receipt: the department starts, the signer finishes, the desk hands out.

create function public.start_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
begin
	select * into acted from app.begin_action(request, 'start');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	return app.record_action(context, dossier, 'start', jsonb_build_object('status', context.to_status), '{}');
end
$$;
comment on function public.start_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion} → {status}: 2 → 4, the department takes the dossier on.';
revoke all on function public.start_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.start_dossier(jsonb) to authenticated;

create function public.finish_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	result_number text;
begin
	select * into acted from app.begin_action(request, 'finish');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	result_number := app.find_text(request, 'resultNumber', 60);
	update public.dossiers set finished_at = now(), sort_at = now() where id = dossier.id;
	return app.record_action(context, dossier, 'finish',
		jsonb_build_object('status', context.to_status), jsonb_build_object('resultNumber', result_number));
end
$$;
comment on function public.finish_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, resultNumber?} → {status}: 4 → 9, the result is signed.';
revoke all on function public.finish_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.finish_dossier(jsonb) to authenticated;

create function public.return_result(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	recipient text;
	as_proxy boolean := coalesce(request -> 'proxy', 'false') = 'true'::jsonb;
begin
	select * into acted from app.begin_action(request, 'return');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	recipient := app.find_text(request, 'recipientName', 120);
	if coalesce(length(recipient), 0) < 2 then
		perform app.fail('PT400', 'recipient-name');
	end if;
	update public.dossiers set returned_at = now(), sort_at = now() where id = dossier.id;
	return app.record_action(context, dossier, 'return',
		jsonb_build_object('status', context.to_status),
		jsonb_build_object('recipientName', recipient, 'proxy', as_proxy));
end
$$;
comment on function public.return_result(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, recipientName, proxy?} → {status}: 9 → 10; late or not, a result is always handed out.';
revoke all on function public.return_result(jsonb) from public, anon, authenticated;
grant execute on function public.return_result(jsonb) to authenticated;
