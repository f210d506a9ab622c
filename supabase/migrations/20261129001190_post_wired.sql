-- The phone that filed is told of the parcel and of every correction.

create or replace function app.own_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'supplements', app.supplements_of(of_dossier),
		'refusal', (
			select jsonb_build_object('reason', event.data ->> 'reason', 'rightPlace', event.data ->> 'rightPlace')
			from public.dossier_events as event where event.dossier_id = of_dossier and event.action = 'refuse'
			order by event.sequence desc limit 1
		),
		'result', app.result_of(of_dossier),
		'results', app.results_of(of_dossier),
		'bill', (
			select wait.about || jsonb_build_object('reason', wait.reason, 'documentNumber', wait.document_number, 'until', wait.until)
			from public.waits as wait where wait.dossier_id = of_dossier and wait.kind = 'money' and wait.to_at is null
		),
		'extension', (
			select jsonb_build_object('oldDate', event.data ->> 'oldDate', 'newDate', event.data ->> 'newDate', 'reason', event.data ->> 'reason')
			from public.dossier_events as event where event.dossier_id = of_dossier and event.action = 'extend'
		),
		'halt', (
			select jsonb_build_object('kind', event.data ->> 'kind', 'reason', event.data ->> 'reason', 'basis', event.data ->> 'basis',
				'originals', event.data -> 'originals')
			from public.dossier_events as event where event.dossier_id = of_dossier and event.action = 'halt'
		),
		'post', app.post_of(of_dossier),
		'corrections', app.corrections_of(of_dossier),
		'notices', app.notices_of(of_dossier)
	)
$$;
comment on function app.own_of(uuid) is
	'What only the phone that filed is told: {supplements, refusal, result, results, bill: what is to be paid | null, extension | null, halt | null, post: where the result is or was posted to | null, corrections, notices}.';
