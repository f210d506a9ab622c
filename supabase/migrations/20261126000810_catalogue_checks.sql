-- The hash of a content, the same as in TypeScript, and what a content must be before anybody may keep it.

create function app.canonical_number(value numeric) returns text
language plpgsql
immutable
strict
set search_path = ''
set extra_float_digits = 1
as $$
declare
	nearest double precision;
	shortest numeric;
	shorter numeric;
	plain text;
	digits text;
	place int;
begin
	if value % 1 = 0 and abs(value) <= 9007199254740991 then
		return trim_scale(value)::text;
	end if;
	-- JavaScript knows doubles only.
	begin
		nearest := value;
	exception when numeric_value_out_of_range then
		return case when abs(value) < 1 then '0' else 'null' end;
	end;
	-- PostgreSQL's text reads back as this double; JavaScript's is the shortest that does, sometimes shorter.
	shortest := abs(nearest::text::numeric);
	loop
		plain := trim_scale(shortest)::text;
		digits := regexp_replace(translate(plain, '.', ''), '^0+|0+$', '', 'g');
		place := case
			when shortest >= 1 then length(split_part(plain, '.', 1)) - 1
			else length(regexp_replace(split_part(plain, '.', 2), '^(0*).*$', '\1')) * -1 - 1
		end;
		exit when length(digits) < 2;
		shorter := round(shortest, length(digits) - 2 - place);
		begin
			exit when shorter::double precision <> abs(nearest);
		exception when numeric_value_out_of_range then
			exit;
		end;
		shortest := shorter;
	end loop;
	return case when value < 0 then '-' else '' end || case
		when place between -6 and 20 then plain
		else left(digits, 1) || case when length(digits) > 1 then '.' || substr(digits, 2) else '' end
			|| 'e' || case when place < 0 then '-' else '+' end || abs(place)
	end;
end
$$;
comment on function app.canonical_number(numeric) is 'A number as JSON.stringify of JavaScript writes it, after reading it as a double.';
revoke all on function app.canonical_number(numeric) from public;

create function app.code_unit_key(key text) returns text
language sql
immutable
set search_path = ''
as $$
	-- By code point the letters beyond the basic plane come last; by code unit (U+D800 and on) before U+E000.
	select case when octet_length(key) = length(key) then key else
		regexp_replace(replace(key, u&'\+10ffff', u&'\+10ffff\0001'), u&'([\e000-\ffff])', u&'\+10ffff' || '\1', 'g')
	end
$$;
comment on function app.code_unit_key(text) is 'What to sort by in collation "C" to get the order of UTF-16 code units, that of JavaScript.';
revoke all on function app.code_unit_key(text) from public;

create function app.canonical_json(value jsonb) returns text
language plpgsql
immutable
strict
set search_path = ''
as $$
begin
	case jsonb_typeof(value)
		when 'object' then
			return (
				select '{' || coalesce(string_agg(
					to_jsonb(key)::text || ':' || case when jsonb_typeof(member) in ('object', 'array', 'number')
						then app.canonical_json(member) else member::text end,
					',' order by app.code_unit_key(key) collate "C"
				), '') || '}'
				from jsonb_each(value) as list (key, member)
			);
		when 'array' then
			return (
				select '[' || coalesce(string_agg(
					case when jsonb_typeof(member) in ('object', 'array', 'number')
						then app.canonical_json(member) else member::text end,
					',' order by position
				), '') || ']'
				from jsonb_array_elements(value) with ordinality as list (member, position)
			);
		when 'number' then
			return app.canonical_number(value::numeric);
		else
			return value::text;
	end case;
end
$$;
comment on function app.canonical_json(jsonb) is
	'JSON with the keys of every object sorted by code unit: the twin of canonicalJson in TypeScript. Nesting is bounded by whoever calls.';
revoke all on function app.canonical_json(jsonb) from public;

create function app.content_hash(content jsonb) returns text
language sql
immutable
strict
set search_path = ''
as $$ select app.hash_text(app.canonical_json(content)) $$;
comment on function app.content_hash(jsonb) is 'SHA-256 of the canonical JSON, as hex: the twin of contentHash in TypeScript.';
revoke all on function app.content_hash(jsonb) from public;

-- What a content must be --------------------------------------------------------------------------------

create function app.is_count(value jsonb, least_allowed int, most_allowed int) returns boolean
language sql
immutable
set search_path = ''
as $$
	select coalesce(case when jsonb_typeof(value) = 'number' then
		value::numeric % 1 = 0 and value::numeric between least_allowed and most_allowed
	end, false)
$$;
comment on function app.is_count(jsonb, int, int) is 'True for a whole JSON number between these two.';
revoke all on function app.is_count(jsonb, int, int) from public;

create function app.is_text(value jsonb, longest int) returns boolean
language sql
immutable
set search_path = ''
as $$ select coalesce(jsonb_typeof(value) = 'string' and length(value #>> '{}') <= longest, false) $$;
comment on function app.is_text(jsonb, int) is 'True for a JSON string of at most so many characters.';
revoke all on function app.is_text(jsonb, int) from public;

create function app.is_list_of_objects(value jsonb, most int) returns boolean
language sql
immutable
set search_path = ''
as $$
	select coalesce(jsonb_typeof(value) = 'array' and jsonb_array_length(app.list_or_empty(value)) <= most and not exists (
		select 1 from jsonb_array_elements(app.list_or_empty(value)) as item where jsonb_typeof(item) <> 'object'
	), false)
$$;
comment on function app.is_list_of_objects(jsonb, int) is 'True for a JSON array of at most so many objects.';
revoke all on function app.is_list_of_objects(jsonb, int) from public;

create function app.is_sound_channel(channel jsonb) returns boolean
language sql
immutable
set search_path = ''
as $$
	select coalesce(channel ->> 'kind' in ('in-person', 'online', 'post'), false) and channel ? 'limit'
		and case jsonb_typeof(channel -> 'limit')
			when 'null' then true
			when 'object' then coalesce(channel #> '{limit,unit}' = '"same-day"'
				or (channel #> '{limit,unit}' in ('"working-day"', '"calendar-day"', '"working-hour"')
					and app.is_count(channel #> '{limit,value}', 1, 1000)), false)
			else false
		end
$$;
comment on function app.is_sound_channel(jsonb) is 'True for a way to file whose time limit the clock takes, or that has none (null).';
revoke all on function app.is_sound_channel(jsonb) from public;

create function app.is_sound_fee(fee jsonb) returns boolean
language sql
immutable
set search_path = ''
as $$
	select app.is_text(fee -> 'label', 500) and coalesce(fee ->> 'kind' in ('free', 'amount', 'province', 'unknown'), false)
		and (not fee ? 'amount' or app.is_count(fee -> 'amount', 1, 1000000000))
		and (not fee ? 'most' or app.is_count(fee #> '{most,amount}', 1, 1000000000))
		and (not fee ? 'tiers' or (app.is_list_of_objects(fee -> 'tiers', 50) and not exists (
			select 1 from jsonb_array_elements(app.list_or_empty(fee -> 'tiers')) as tier
			where not app.is_count(tier -> 'from', 2, 1000000) or not app.is_count(tier -> 'amount', 0, 1000000000)
		)))
$$;
comment on function app.is_sound_fee(jsonb) is 'True for a fee whose figures app.compute_fee can count with.';
revoke all on function app.is_sound_fee(jsonb) from public;

create function app.check_procedure(content jsonb) returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	-- In this order: what comes later may be costly or fail on what comes before. Nesting is looked at level by level.
	if jsonb_typeof(content) is distinct from 'object' or octet_length(content::text) > 262144
		or jsonb_path_exists(content, '$.**{41}')
	then
		perform app.fail('PT400', 'content-invalid');
	end if;
	if replace(content::text, '\\', '')
		-- As in app.require_protocol: nobody types these, and importers bring them.
		~ e'\\\\(b|f|u00)|[\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]'
		or content -> 'schema' is distinct from '1'::jsonb
		or not app.is_text(content -> 'code', 8) or content ->> 'code' !~ '^[0-9]\.[0-9]{6}$'
		or jsonb_typeof(content -> 'field') is distinct from 'string'
		or not exists (select 1 from public.fields where code = content ->> 'field')
		or not app.is_text(content -> 'title', 1000)
		or not app.is_text(content -> 'shortTitle', 300)
		or not app.is_text(content -> 'summary', 2000)
		or not coalesce(content #> '{clock,supplement}' in ('"restart"', '"pause"'), false)
		or exists (
			select 1 from unnest(array['channels', 'questions', 'requirements', 'notes', 'fees']) as list
			where not app.is_list_of_objects(content -> list, 300)
		)
	then
		perform app.fail('PT400', 'content-invalid');
	end if;
	if exists (select 1 from jsonb_array_elements(content -> 'channels') as channel where not app.is_sound_channel(channel))
		or exists (select 1 from jsonb_array_elements(content -> 'fees') as fee where not app.is_sound_fee(fee))
	then
		perform app.fail('PT400', 'content-invalid');
	end if;
end
$$;
comment on function app.check_procedure(jsonb) is
	'PT400 content-invalid unless this is a procedure the database can work with: known field, limits the clock takes, fees that can be counted, ≤ 256 kB. Texts may still be empty.';
revoke all on function app.check_procedure(jsonb) from public;

create function app.check_complete(content jsonb) returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform app.check_procedure(content);
	if length(btrim(content ->> 'title')) < 3 or length(btrim(content ->> 'shortTitle')) < 2
		or length(btrim(content ->> 'summary')) < 3
	then
		perform app.fail('PT400', 'content-incomplete');
	end if;
end
$$;
comment on function app.check_complete(jsonb) is 'app.check_procedure, and nobody may publish without title, short title and summary: PT400 content-incomplete.';
revoke all on function app.check_complete(jsonb) from public;
