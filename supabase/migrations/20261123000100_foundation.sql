-- The private schema, the one way to raise an error, and small helpers every other migration uses.
-- `public` holds what the API shows; `app` holds the rest and is never exposed.

create schema app;
comment on schema app is 'Everything the API does not show: hashes, counters, jobs, the transition table, helpers.';

grant usage on schema app to authenticated, anon, service_role;

create function app.fail(status text, key text) returns void
language plpgsql
set search_path = ''
as $$
begin
	-- The key is a stable message key; stored or given values never go into an error.
	raise exception using errcode = status, message = key;
end
$$;
comment on function app.fail(text, text) is
	'Raises an API error: status = PT4xx, key = stable message key that the app turns into Vietnamese.';
revoke all on function app.fail(text, text) from public;

create function app.require_protocol(request jsonb) returns void
language plpgsql
set search_path = ''
as $$
begin
	if request is null or jsonb_typeof(request) <> 'object' then
		perform app.fail('PT400', 'request-malformed');
	end if;
	if pg_column_size(request) > 400000 then
		perform app.fail('PT413', 'request-too-large');
	end if;
	if request -> 'protocol' is distinct from '1'::jsonb then
		-- The phone keeps the row and asks its user to update; nothing is thrown away.
		perform app.fail('PT426', 'protocol-version');
	end if;
	-- jsonb cannot hold a NUL, but a string may hold other characters nobody types (tab and line ends they do).
	-- As text, jsonb writes them as \b, \f and \u00.., a typed backslash as two, and the others as themselves: DEL and
	-- the C1 controls, marks that turn the direction of writing (a slip would print a name backwards) and letters of
	-- no width. Our own screens drop these before they send (tidyText).
	if replace(request::text, '\\', '')
		~ e'\\\\(b|f|u00)|[\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]'
	then
		perform app.fail('PT400', 'request-malformed');
	end if;
end
$$;
comment on function app.require_protocol(jsonb) is
	'Refuses what is no object or holds control or invisible characters (PT400), is oversized (PT413) or speaks another protocol version (PT426).';
revoke all on function app.require_protocol(jsonb) from public;

create function app.find_uuid(request jsonb, field text) returns uuid
language plpgsql
immutable
set search_path = ''
as $$
declare
	value text := case when jsonb_typeof(request -> field) = 'string' then request ->> field end;
begin
	if value ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then
		return value::uuid;
	end if;
	return null;
end
$$;
comment on function app.find_uuid(jsonb, text) is 'The UUID in this field, or null when it is absent or no UUID.';
revoke all on function app.find_uuid(jsonb, text) from public;

create function app.get_uuid(request jsonb, field text) returns uuid
language plpgsql
immutable
set search_path = ''
as $$
declare
	value uuid := app.find_uuid(request, field);
begin
	if value is null then
		perform app.fail('PT400', 'id-malformed');
	end if;
	return value;
end
$$;
comment on function app.get_uuid(jsonb, text) is 'The UUID in this field; PT400 id-malformed otherwise.';
revoke all on function app.get_uuid(jsonb, text) from public;

create function app.find_text(request jsonb, field text, longest int) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	value text := case when jsonb_typeof(request -> field) = 'string' then request ->> field end;
begin
	if length(value) > longest then
		perform app.fail('PT400', 'text-too-long');
	end if;
	-- What a phone's keyboard calls a space: also tab, line end and the no-break space.
	return nullif(btrim(value, e' \t\r\n\u00a0'), '');
end
$$;
comment on function app.find_text(jsonb, text, int) is
	'The trimmed text in this field, null when absent or empty; PT400 text-too-long beyond `longest` characters.';
revoke all on function app.find_text(jsonb, text, int) from public;

create function app.hash_text(value text) returns text
language sql
immutable
strict
set search_path = ''
as $$ select encode(sha256(convert_to(value, 'UTF8')), 'hex') $$;
comment on function app.hash_text(text) is 'SHA-256 of the UTF-8 text, as 64 hex digits.';
revoke all on function app.hash_text(text) from public;

create function app.code_from_hash(digest text, characters int) returns text
language plpgsql
immutable
strict
set search_path = ''
as $$
declare
	-- No I, L, O, U: nothing that is read as a digit or spells a word.
	alphabet constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	bytes constant bytea := decode(digest, 'hex');
	code text := '';
begin
	for position in 0 .. characters - 1 loop
		code := code || substr(alphabet, (get_byte(bytes, position) & 31) + 1, 1);
	end loop;
	return code;
end
$$;
comment on function app.code_from_hash(text, int) is
	'The first `characters` (≤ 32) symbols a person can read aloud, five bits each, from a hex digest.';
revoke all on function app.code_from_hash(text, int) from public;

create function app.random_digest() returns text
language sql
volatile
set search_path = ''
as $$
	select encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex')
$$;
comment on function app.random_digest() is '256 unguessable bits as hex: two random UUIDs (122 bits each), hashed.';
revoke all on function app.random_digest() from public;

create function app.normalise_code(code text) returns text
language sql
immutable
set search_path = ''
as $$
	select translate(upper(regexp_replace(code, '[^[:alnum:]]', '', 'g')), 'OIL', '011')
$$;
comment on function app.normalise_code(text) is
	'A code as typed from paper: marks and spaces dropped, upper case, O read as 0, I and L as 1.';
revoke all on function app.normalise_code(text) from public;

create function app.client_address() returns text
language plpgsql
stable
set search_path = ''
as $$
declare
	headers text := current_setting('request.headers', true);
begin
	return coalesce(
		nullif(btrim(split_part(nullif(headers, '')::jsonb ->> 'x-forwarded-for', ',', 1)), ''),
		'unknown'
	);
exception when others then
	return 'unknown';
end
$$;
comment on function app.client_address() is
	'The caller''s address as our own server wrote it into x-forwarded-for (see supabase/README.md for other gateways).';
revoke all on function app.client_address() from public;

create function app.refuse_change() returns trigger
language plpgsql
set search_path = ''
as $$
begin
	perform app.fail('PT403', 'record-immutable');
	return null;
end
$$;
comment on function app.refuse_change() is 'Trigger for append-only tables: no update, delete or truncate, whoever asks.';
revoke all on function app.refuse_change() from public;
