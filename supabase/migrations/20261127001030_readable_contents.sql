-- What is proposed and published is what every phone can read: the whole shape of a procedure, as the schema in TypeScript
-- has it (src/lib/domain/catalogue/Procedure.ts; a test compares the two). A draft may still be kept half written.

create function app.has_shape(given jsonb, shape jsonb) returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
	words constant text := case when jsonb_typeof(given) = 'string' then given #>> '{}' end;
begin
	if given is null then
		return false;
	end if;
	if jsonb_typeof(shape) = 'string' then
		return coalesce(case shape #>> '{}'
			when 'anything' then true
			when 'text' then words is not null
			when 'flag' then jsonb_typeof(given) = 'boolean'
			when 'number' then jsonb_typeof(given) = 'number'
			-- A dossier carries the ids of answers and papers: at most 60 characters.
			when 'id' then words ~ '^[a-z][a-z0-9-]*$' and length(words) <= 60
			when 'code' then words ~ '^[0-9]\.[0-9]{6}$'
			when 'date' then app.find_local_time(to_jsonb(words || 'T00:00')) is not null
			when 'condition' then app.has_shape(given, '{"either": [
				{"parts": {"all": {"list of": "condition"}}}, {"parts": {"any": {"list of": "condition"}}},
				{"parts": {"not": "condition"}}, {"parts": {"is": {"list of": "text", "least": 2}}}
			]}')
		end, false);
	end if;
	return coalesce(case
		when shape ? 'text of' then length(words) >= (shape ->> 'text of')::int
		when shape ? 'one of' then shape -> 'one of' @> jsonb_build_array(given) and words is not null
		when shape ? 'whole' then app.is_count(given, (shape #>> '{whole,0}')::int, (shape #>> '{whole,1}')::int)
		when shape ? 'or null' then jsonb_typeof(given) = 'null' or app.has_shape(given, shape -> 'or null')
		when shape ? 'either' then exists (
			select 1 from jsonb_array_elements(shape -> 'either') as one where app.has_shape(given, one)
		)
		when shape ? 'list of' then jsonb_typeof(given) = 'array'
			and jsonb_array_length(app.list_or_empty(given)) >= coalesce((shape ->> 'least')::int, 0)
			and not exists (
				select 1 from jsonb_array_elements(app.list_or_empty(given)) as item where not app.has_shape(item, shape -> 'list of')
			)
		when jsonb_typeof(given) <> 'object' then false
		when shape ? 'map of' then not exists (
			select 1 from jsonb_each(given) as entry where not app.has_shape(entry.value, shape -> 'map of')
		)
		-- A part whose name ends in "?" may be absent; a part that is not named may not be there.
		when shape ? 'parts' then not exists (
			select 1 from jsonb_each(shape -> 'parts') as part
			where not (right(part.key, 1) = '?' and not given ? left(part.key, -1))
				and not app.has_shape(given -> rtrim(part.key, '?'), part.value)
		) and not exists (
			select 1 from jsonb_object_keys(given) as name where not shape -> 'parts' ?| array[name, name || '?']
		)
	end, false);
end
$$;
comment on function app.has_shape(jsonb, jsonb) is
	'True for a value of this shape: a word (text, flag, number, id, code, date, condition, anything) or an object with one of text of, one of, whole, or null, either, list of (and least), map of, parts. Nesting is bounded by whoever calls.';
revoke all on function app.has_shape(jsonb, jsonb) from public;

create function app.procedure_shape() returns jsonb
language sql
immutable
set search_path = ''
as $$
	select jsonb_build_object('parts', '{
		"schema": "anything", "code": "code", "title": "text", "shortTitle": "text", "synonyms": {"list of": "text"},
		"lifeEvents": {"list of": {"one of": ["having-a-child", "marrying", "a-death", "land", "building", "opening-a-shop",
			"old-age", "school", "papers"]}},
		"field": "id",
		"level": {"one of": ["ministry", "province", "commune", "other"]},
		"levels?": {"list of": {"one of": ["ministry", "province", "commune", "other"]}, "least": 2},
		"decidedBy": "text", "decisionNo?": "text",
		"result": {"parts": {"name": "text", "code?": "text"}},
		"onlineLevel": {"one of": ["full", "partial", "none", "unknown"]},
		"summary": "text", "whoMayFile": "text", "deadline?": "text",
		"questions": {"list of": {"parts": {
			"id": "id", "text": {"text of": 5}, "help?": "text",
			"options": {"list of": {"parts": {"value": "text", "label": "text", "help?": "text"}}, "least": 2},
			"maybeUnsure?": "flag", "when?": "condition"
		}}},
		"notes": {"list of": {"parts": {"id": "text", "text": "text", "when?": "condition"}}},
		"channels": {"list of": {"parts": {
			"kind": "text", "where": "text", "limit": "anything", "limitNote?": "text", "steps": {"list of": "text", "least": 1}
		}}},
		"proxy": "text", "mistakes": {"list of": "text"},
		"lookalikes": {"list of": {"parts": {"code?": "text", "title": "text", "notThisIf": "text"}}},
		"related?": {"list of": "code"}, "legalBasis": {"list of": "text"}, "retention": "text",
		"provenance": {"parts": {
			"source": "text", "asOf": "date", "verification": {"one of": ["listed", "partial", "full"]},
			"unverified": {"list of": "text"},
			"differences?": {"list of": {"parts": {"at": "text", "ours": "text", "source": "text", "reason": {"text of": 10}}}}
		}}
	}' || jsonb_build_object(
		'requirements', '{"list of": {"parts": {
			"id": "id", "paper": "id", "name": {"text of": 3}, "officialName": "text",
			"kind": {"one of": ["submit-original", "certified-copy", "photocopy-with-original", "photocopy", "show-original",
				"electronic", "data-lookup"]},
			"originals": {"whole": [0, 1000000]}, "copies": {"whole": [0, 1000000]}, "when?": "condition",
			"why": "text", "ifMissing": "text", "ifLost?": "text",
			"drawing?": {"one of": ["birth-notice", "birth-certificate", "death-notice", "death-certificate",
				"marriage-certificate", "marital-status", "id-card", "passport", "authorisation", "declaration", "statement",
				"court-decision", "contract", "land-certificate", "house-drawing", "business-certificate",
				"disability-certificate", "document-pages"]},
			"discreet?": "flag", "photo": "flag", "builtByForm?": "flag",
			"replacedBy?": {"parts": {"database": "text", "law": "text"}}, "source": "text"
		}}}'::jsonb,
		'fees', jsonb_build_object('list of', jsonb_build_object('either', (
			-- Of a fee of kind amount the amount is said.
			select jsonb_agg(jsonb_build_object('parts', kind || '{
				"label": "text", "per?": "text",
				"tiers?": {"list of": {"parts": {"from": "anything", "amount": "anything"}}, "least": 1},
				"most?": {"parts": {"amount": "anything", "per": "text"}},
				"count?": {"parts": {"units": "text", "times?": "text"}},
				"channels?": {"list of": {"one of": ["in-person", "online", "post"]}, "least": 1},
				"when?": "condition", "exempt?": "text", "note?": "text", "source": "text"
			}'))
			from unnest(array[
				'{"kind": {"one of": ["amount"]}, "amount": "anything"}',
				'{"kind": {"one of": ["free", "province", "unknown"]}, "amount?": "anything"}'
			]::jsonb[]) as kind
		))),
		'clock', replace('{"parts": {"supplement": "text",
			"stages?": {"list of": {"parts": {"name": {"text of": 3}, "limit": LIMIT, "source?": "text"}}},
			"consults?": {"list of": {"parts": {
				"agency": {"text of": 3}, "limit": LIMIT, "silence": {"one of": ["agrees", "waits"]}, "source?": "text"
			}}}
		}}', 'LIMIT', '{"either": [
			{"parts": {"unit": {"one of": ["same-day"]}}},
			{"parts": {"unit": {"one of": ["working-day", "calendar-day", "working-hour"]}, "value": {"whole": [1, 1000]}}}
		]}')::jsonb,
		'eForm', '{"or null": {"parts": {
			"title": "text", "subjectField": "text", "subjectAddressField?": "text", "sample?": {"map of": "text"},
			"sections": {"least": 1, "list of": {"parts": {
				"id": "id", "title": "text", "help?": "text", "when?": "condition",
				"fields": {"least": 1, "list of": {"parts": {
					"id": "id", "label": "text", "help?": "text", "required": "flag", "when?": "condition",
					"type": {"one of": ["text", "long-text", "date", "year", "number", "choice", "address", "money",
						"citizen-id", "phone", "person-name"]},
					"options?": {"list of": {"parts": {"value": "text", "label": "text"}}},
					"min?": "number", "max?": "number", "maxLength?": {"whole": [1, 1000000]}
				}}}
			}}}
		}}}'::jsonb
	))
$$;
comment on function app.procedure_shape() is
	'The shape of a procedure, the twin of the schema in TypeScript. "anything" = app.check_procedure has looked at it.';
revoke all on function app.procedure_shape() from public;

create or replace function app.check_complete(content jsonb) returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform app.check_procedure(content);
	if length(btrim(content ->> 'title')) < 3 or length(btrim(content ->> 'shortTitle')) < 2
		or length(btrim(content ->> 'summary')) < 3
		or not app.has_shape(content, app.procedure_shape())
	then
		perform app.fail('PT400', 'content-incomplete');
	end if;
end
$$;
comment on function app.check_complete(jsonb) is
	'app.check_procedure, and nobody may publish what a phone could not read, or without title, short title and summary: PT400 content-incomplete.';
