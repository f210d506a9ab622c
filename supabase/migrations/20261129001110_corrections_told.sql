-- A corrected result is told to the phone also when it is a paper with a number and no file.

create function app.corrections_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object('at', at, 'reason', data ->> 'reason', 'number', data ->> 'resultNumber',
		'fileId', data ->> 'resultFileId') order by sequence), '[]')
	from public.dossier_events where dossier_id = of_dossier and action = 'correct'
$$;
comment on function app.corrections_of(uuid) is
	'Every correction of a result, the first one first: [{at, reason, number | null, fileId | null}]; app.results_of has only those with a file.';
revoke all on function app.corrections_of(uuid) from public, anon, authenticated;
