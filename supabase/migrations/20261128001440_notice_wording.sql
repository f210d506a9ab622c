-- Editing the texts: by the leader, who answers for what the office says, or the admin, who keeps its settings (design §8).
-- A text holds no dossier's content, so the admin sees none here.

create function app.get_wording_editor(request jsonb) returns public.staff
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff;
begin
	perform app.require_protocol(request);
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not (app.i_have_role('leader') or app.i_have_role('admin')) then
		perform app.fail('PT403', 'role-missing');
	end if;
	return me;
end
$$;
comment on function app.get_wording_editor(jsonb) is 'The leader or admin behind this request. PT403 not-staff, role-missing.';
revoke all on function app.get_wording_editor(jsonb) from public, anon, authenticated;

create function app.get_wording(request jsonb) returns app.notice_templates
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	wanted app.notice_templates;
	whole text;
begin
	select template.* into wanted from app.notice_templates as template
	where template.kind = app.find_text(request, 'kind', 40) and template.channel = app.find_text(request, 'channel', 20)
		and template.agency_id is null
	limit 1;
	if not found then
		perform app.fail('PT404', 'notice-unknown');
	end if;
	-- Letters typed in two halves must find their word too.
	wanted.subject := coalesce(normalize(app.find_text(request, 'subject', 150), nfc), '');
	wanted.body := coalesce(normalize(app.find_text(request, 'body', 2000), nfc), '');
	if wanted.channel in ('app', 'email') and length(wanted.subject) < 3 or wanted.subject ~ '[\r\n]' then
		perform app.fail('PT400', 'notice-subject');
	end if;
	if wanted.channel not in ('app', 'email') then
		wanted.subject := '';
	end if;
	if length(wanted.body) < 10 or (wanted.channel not in ('app', 'email') and length(wanted.body) > 400) then
		perform app.fail('PT400', 'notice-body');
	end if;
	whole := wanted.subject || e'\n' || wanted.body;
	if regexp_replace(whole, '\{[^{}]*\}', '', 'g') ~ '[{}]' or exists (
		select 1 from regexp_matches(whole, '\{([^{}]*)\}', 'g') as named
		where not exists (select 1 from app.notice_words as word where word.name = named[1])
	) then
		perform app.fail('PT400', 'notice-word-unknown');
	end if;
	if wanted.channel <> 'app' and exists (
		select 1 from regexp_matches(whole, '\{([^{}]*)\}', 'g') as named
		join app.notice_words as word on word.name = named[1] and word.only_in_app
	) then
		perform app.fail('PT400', 'notice-word-private');
	end if;
	-- Outside the app a notice that does not say of which dossier helps nobody.
	if wanted.channel <> 'app' and position('{mã hồ sơ}' in whole) = 0 then
		perform app.fail('PT400', 'notice-code-missing');
	end if;
	return wanted;
end
$$;
comment on function app.get_wording(jsonb) is
	'The checked text {kind, channel, subject, body}. PT404 notice-unknown; PT400 notice-subject, notice-body, notice-word-unknown, notice-word-private, notice-code-missing.';
revoke all on function app.get_wording(jsonb) from public, anon, authenticated;

create function public.save_notice_template(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	wanted app.notice_templates;
	own app.notice_templates;
begin
	me := app.get_wording_editor(request);
	wanted := app.get_wording(request);
	-- Two editors of one text come one after the other.
	perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'wording', me.agency_id, wanted.kind, wanted.channel), 0));
	select * into own from app.notice_templates
	where agency_id = me.agency_id and kind = wanted.kind and channel = wanted.channel
	order by version desc limit 1;
	-- Said again after a lost answer: nothing new.
	if own.subject = wanted.subject and own.body = wanted.body then
		return jsonb_build_object('version', own.version);
	end if;
	if request -> 'expectedVersion' is distinct from to_jsonb(coalesce(own.version, 0)) then
		perform app.fail('PT409', 'version-stale');
	end if;
	insert into app.notice_templates (agency_id, kind, channel, version, subject, body, saved_by, saved_name)
	values (me.agency_id, wanted.kind, wanted.channel, coalesce(own.version, 0) + 1, wanted.subject, wanted.body, me.id, me.full_name);
	return jsonb_build_object('version', coalesce(own.version, 0) + 1);
end
$$;
comment on function public.save_notice_template(jsonb) is
	'{protocol, kind, channel, subject, body, expectedVersion (0 = as shipped)} → {version}: the text of the own agency from now on; earlier versions are kept. PT403 not-staff, role-missing; PT409 version-stale; PT404 and PT400 as app.get_wording.';
revoke all on function public.save_notice_template(jsonb) from public, anon, authenticated;
grant execute on function public.save_notice_template(jsonb) to authenticated;

create function public.preview_notice_template(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff;
	wanted app.notice_templates;
	words jsonb;
begin
	me := app.get_wording_editor(request);
	wanted := app.get_wording(request);
	-- Invented facts, but the office's own name and numbers.
	select (select jsonb_object_agg(word.name, word.sample) from app.notice_words as word)
		|| (app.words_for(jsonb_build_object('at', now()), agency, true) - 'thời điểm')
	into words from public.agencies as agency where agency.id = me.agency_id;
	return jsonb_build_object(
		'subject', app.fill_template(wanted.subject, words, true),
		'body', app.fill_template(wanted.body, words, wanted.channel not in ('app', 'email')));
end
$$;
comment on function public.preview_notice_template(jsonb) is
	'{protocol, kind, channel, subject, body} → {subject, body} with invented facts; refuses what saving would refuse. PT403 not-staff, role-missing; PT404 and PT400 as app.get_wording.';
revoke all on function public.preview_notice_template(jsonb) from public, anon, authenticated;
grant execute on function public.preview_notice_template(jsonb) to authenticated;

create function public.notice_templates(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	me public.staff;
begin
	me := app.get_wording_editor(request);
	return jsonb_build_object(
		'channels', (
			select jsonb_agg(jsonb_build_object('channel', way.channel, 'name', way.name, 'isOn', way.is_on) order by way.position)
			from app.notice_channels as way
		),
		'words', (
			select jsonb_agg(jsonb_build_object('name', word.name, 'meaning', word.meaning, 'onlyInApp', word.only_in_app) order by word.position)
			from app.notice_words as word
		),
		'kinds', (
			select jsonb_agg(jsonb_build_object('kind', kind.kind, 'name', kind.name, 'texts', (
				select jsonb_agg(jsonb_build_object('channel', way.channel, 'subject', text.subject, 'body', text.body,
					'version', case when text.agency_id is null then 0 else text.version end,
					'savedBy', text.saved_name, 'savedAt', case when text.agency_id is not null then text.saved_at end,
					'shipped', jsonb_build_object('subject', shipped.subject, 'body', shipped.body)) order by way.position)
				from app.notice_channels as way,
					lateral app.template_of(me.agency_id, kind.kind, way.channel) as text,
					lateral app.template_of(null, kind.kind, way.channel) as shipped
			)) order by kind.position)
			from app.notice_kinds as kind
		)
	);
end
$$;
comment on function public.notice_templates(jsonb) is
	'{protocol} → {channels: [{channel, name, isOn}], words: [{name, meaning, onlyInApp}], kinds: [{kind, name, texts: [{channel, subject, body, version, savedBy, savedAt, shipped}]}]} of the own agency, for leaders and admins. PT403 not-staff, role-missing.';
revoke all on function public.notice_templates(jsonb) from public, anon, authenticated;
grant execute on function public.notice_templates(jsonb) to authenticated;
