-- The submission protocol (design §6): the same request gives the same answer, whatever is forged in it.
begin;
select plan(129);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "clock": {"supplement": "restart"},
	"channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 3}}]}', repeat('a', 64)
);
select app.seed_procedure(
	'{"code": "1.000894", "field": "ho-tich", "title": "Kết hôn", "shortTitle": "Kết hôn", "channels": []}', repeat('b', 64)
);
update public.procedures set status = 'withdrawn' where code = '1.000894';
select tests.add_staff('receiver@test', agencies.id, null, 'receiver') from public.agencies where code = 'H99.01';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.payload(more jsonb default '{}') returns jsonb language sql as $$
	select '{"procedureCode": "1.001193", "answers": {"noi-sinh": "vn"}, "form": {"con": "Nguyễn An"}, "subject": "Nguyễn An",
		"applicant": {"fullName": "Nguyễn Thị Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"},
		"papers": [{"requirementId": "giay-chung-sinh", "state": "ready"}]}'::jsonb
		|| jsonb_build_object('contentHash', repeat('a', 64)) || more
$$;
create function tests.applicant(more jsonb) returns jsonb language sql as $$
	select tests.payload(jsonb_build_object('applicant', tests.payload() -> 'applicant' || more))
$$;
create function tests.request(number int, payload jsonb default tests.payload(), more jsonb default '{}') returns jsonb
language sql as $$
	select jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'payload', payload, 'files', '[]'::jsonb,
		'secretHash', encode(sha256(convert_to('secret-' || number, 'UTF8')), 'hex')
	) || more
$$;
create function tests.open(number int, payload jsonb default tests.payload(), more jsonb default '{}') returns jsonb
language sql as $$ select public.open_submission(tests.request(number, payload, more)) $$;
create function tests.finalize(number int, secret text default null) returns jsonb language sql as $$
	select public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', coalesce(secret, 'secret-' || number)))
$$;
create function tests.file(number int, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('fileId', tests.id(number), 'requirementId', 'giay-chung-sinh', 'sha256', repeat('c', 64),
		'size', 1000, 'type', 'image/jpeg') || more
$$;

-- A payload whose one paper shows these files.
create function tests.shows(variadic numbers int[]) returns jsonb language sql as $$
	select tests.payload(jsonb_build_object('papers', jsonb_build_array(jsonb_build_object(
		'requirementId', 'giay-chung-sinh', 'state', 'ready', 'files', array(select tests.id(number) from unnest(numbers) as number)))))
$$;

-- What the request must be ----------------------------------------------------------------------------

select tests.as_anon();
select lives_ok(
	$$select app.require_protocol(jsonb_build_object('protocol', 1, 'x', e'Đặng Thị Ngọc\u00a0– “ấp\u2026” \\u202e \U0001f600'))$$,
	'a request holds any letter, dash, quote and no-break space, and a typed backslash'
);
select throws_ok(format('select public.open_submission(%s)', request), status, key, 'open refuses ' || about)
from (values
	('null', 'PT400', 'request-malformed', 'no request'),
	($$'[]'$$, 'PT400', 'request-malformed', 'a list'),
	($$tests.request(1) - 'protocol'$$, 'PT426', 'protocol-version', 'no protocol'),
	($$tests.request(1) || '{"protocol": 0}'$$, 'PT426', 'protocol-version', 'protocol 0'),
	($$tests.request(1) || '{"protocol": 2}'$$, 'PT426', 'protocol-version', 'protocol 2'),
	($$tests.request(1) || '{"protocol": "1"}'$$, 'PT426', 'protocol-version', 'protocol as text'),
	($$tests.request(1) || jsonb_build_object('x', repeat('x', 400000))$$, 'PT413', 'request-too-large', 'too much'),
	($$tests.request(1, tests.payload(jsonb_build_object('subject', e'An\u202enB')))$$, 'PT400', 'request-malformed', 'a name written backwards'),
	($$tests.request(1, tests.payload(jsonb_build_object('subject', e'An\u2069')))$$, 'PT400', 'request-malformed', 'the last of those marks'),
	($$tests.request(1, tests.payload(jsonb_build_object('subject', e'An\u200e')))$$, 'PT400', 'request-malformed', 'a direction mark'),
	($$tests.request(1, tests.payload(jsonb_build_object('subject', e'A\u200bn')))$$, 'PT400', 'request-malformed', 'a letter of no width'),
	($$tests.request(1, tests.payload(jsonb_build_object('form', jsonb_build_object(e'con\ufeff', 'An'))))$$, 'PT400', 'request-malformed', 'one in a key'),
	($$tests.request(1, tests.payload(jsonb_build_object('subject', e'A\u0085n')))$$, 'PT400', 'request-malformed', 'a C1 control character'),
	($$tests.request(1) - 'id'$$, 'PT400', 'id-malformed', 'no id'),
	($$tests.request(1) || '{"id": "00000000"}'$$, 'PT400', 'id-malformed', 'half an id'),
	($$tests.request(1) - 'secretHash'$$, 'PT400', 'secret-malformed', 'no secret'),
	($$tests.request(1) || '{"secretHash": "abc"}'$$, 'PT400', 'secret-malformed', 'a short secret hash'),
	($$tests.request(1) - 'payload'$$, 'PT400', 'payload-malformed', 'no payload'),
	($$tests.request(1) || '{"payload": "x"}'$$, 'PT400', 'payload-malformed', 'a text as payload'),
	($$tests.request(1) || '{"files": {}}'$$, 'PT400', 'files-malformed', 'files that are no list'),
	($$tests.request(1) || '{"files": null}'$$, 'PT400', 'files-malformed', 'files null'),
	($$tests.request(1) || '{"files": [1]}'$$, 'PT400', 'files-malformed', 'a file that is a number'),
	($$tests.request(1, tests.shows(1))$$, 'PT400', 'files-malformed', 'a page nobody declared'),
	($$tests.request(1) || jsonb_build_object('files', jsonb_build_array(tests.file(1)))$$, 'PT400', 'files-malformed', 'a file no paper shows'),
	($$tests.request(1, tests.shows(1)) || jsonb_build_object('files', jsonb_build_array(tests.file(2)))$$, 'PT400', 'files-malformed',
		'a file other than the one shown'),
	($$tests.request(1) || jsonb_build_object('files', (select jsonb_agg(tests.file(number, '{"size": 10485760}')) from generate_series(1, 13) as number))$$,
		'PT400', 'files-too-large', '130 MiB of files'),
	($$tests.request(1) || '{"replaces": null}'$$, 'PT400', 'replaces-malformed', 'earlier submissions null'),
	($$tests.request(1) || '{"replaces": {}}'$$, 'PT400', 'replaces-malformed', 'earlier submissions that are no list'),
	($$tests.request(1) || '{"replaces": ["x"]}'$$, 'PT400', 'replaces-malformed', 'an earlier submission that is a text'),
	($$tests.request(1) || '{"replaces": [{"id": "x", "secret": "x"}]}'$$, 'PT400', 'replaces-malformed', 'an earlier submission without id'),
	($$tests.request(1) || jsonb_build_object('replaces', jsonb_build_array(jsonb_build_object('id', tests.id(2))))$$,
		'PT400', 'replaces-malformed', 'an earlier submission without secret'),
	($$tests.request(1) || jsonb_build_object('replaces', jsonb_build_array(jsonb_build_object('id', tests.id(2), 'secret', repeat('x', 129))))$$,
		'PT400', 'text-too-long', 'a secret that is a novel'),
	($$tests.request(1) || jsonb_build_object('replaces', jsonb_build_array(jsonb_build_object('id', tests.id(1), 'secret', 'x')))$$,
		'PT400', 'replaces-malformed', 'a submission that replaces itself'),
	($$tests.request(1) || jsonb_build_object('replaces', (select jsonb_agg(jsonb_build_object('id', tests.id(2), 'secret', 'x')) from generate_series(1, 2)))$$,
		'PT400', 'replaces-malformed', 'an earlier submission twice'),
	($$tests.request(1) || jsonb_build_object('replaces', (select jsonb_agg(jsonb_build_object('id', tests.id(number), 'secret', 'x')) from generate_series(2, 7) as number))$$,
		'PT400', 'replaces-malformed', 'six earlier submissions')
) as cases (request, status, key, about);
select throws_ok(format('select tests.open(1, %s)', payload), 'PT400', key, 'open refuses ' || about)
from (values
	($$tests.payload() - 'answers'$$, 'payload-malformed', 'no answers'),
	($$tests.payload() - 'form'$$, 'payload-malformed', 'no form'),
	($$tests.payload() - 'papers'$$, 'payload-malformed', 'no papers'),
	($$tests.payload() - 'applicant'$$, 'payload-malformed', 'no applicant'),
	($$tests.payload() - 'contentHash'$$, 'payload-malformed', 'no content hash'),
	($$tests.payload('{"contentHash": "abc"}')$$, 'payload-malformed', 'a content hash that is none'),
	($$tests.payload() - 'procedureCode'$$, 'payload-malformed', 'no procedure'),
	($$tests.payload('{"procedureCode": 1.001193}')$$, 'payload-malformed', 'a procedure that is a number'),
	($$tests.payload('{"agencyCode": null}')$$, 'payload-malformed', 'an office that is null'),
	($$tests.payload('{"answers": []}')$$, 'payload-malformed', 'answers that are a list'),
	($$tests.payload('{"answers": {"a": {}}}')$$, 'payload-malformed', 'an answer that is no text'),
	($$tests.payload('{"form": {"a": 1}}')$$, 'payload-malformed', 'a form field that is a number'),
	($$tests.payload(jsonb_build_object('form', jsonb_build_object('a', repeat('x', 2001))))$$, 'payload-malformed', 'a form field too long'),
	($$tests.payload('{"papers": [{"requirementId": "x", "state": "eaten"}]}')$$, 'payload-malformed', 'an unknown paper state'),
	($$tests.payload('{"papers": [{"state": "ready"}]}')$$, 'payload-malformed', 'a paper without name'),
	($$tests.payload('{"papers": ["x"]}')$$, 'payload-malformed', 'a paper that is a text'),
	($$tests.payload('{"papers": [{"requirementId": "x", "state": "cannot-get", "reason": "lazy"}]}')$$, 'payload-malformed', 'an unknown reason'),
	($$tests.payload('{"papers": [{"requirementId": "x", "state": "cannot-get", "reason": null}]}')$$, 'payload-malformed', 'a reason that is null'),
	($$tests.payload('{"papers": [{"requirementId": "x", "state": "ready", "reason": "cannot-find"}]}')$$, 'payload-malformed', 'a reason at a paper that is there'),
	($$tests.payload('{"papers": [{"requirementId": "x", "state": "ready", "files": null}]}')$$, 'payload-malformed', 'pages that are null'),
	($$tests.payload('{"papers": [{"requirementId": "x", "state": "ready", "files": ["x"]}]}')$$, 'payload-malformed', 'a page without id'),
	($$tests.payload('{"papers": [{"requirementId": "x", "state": "ready", "files": [1]}]}')$$, 'payload-malformed', 'a page that is a number'),
	($$tests.payload(jsonb_build_object('papers', jsonb_build_array(jsonb_build_object('requirementId', 'x', 'state', 'ready',
		'files', array(select tests.id(number) from generate_series(1, 61) as number)))))$$, 'payload-malformed', '61 pages of one paper'),
	($$tests.payload('{"form": {"a": "x\u0001"}}')$$, 'request-malformed', 'a control character'),
	($$tests.payload('{"form": {"a": "x\b"}}')$$, 'request-malformed', 'a backspace'),
	($$tests.payload('{"form": {"a": "x\f"}}')$$, 'request-malformed', 'a form feed'),
	($$tests.payload('{"form": {"a": "x\u007f"}}')$$, 'request-malformed', 'a delete character'),
	($$tests.payload('{"subject": " "}')$$, 'subject-name', 'an empty subject'),
	($$tests.payload('{"subject": 7}')$$, 'subject-name', 'a subject that is a number'),
	($$tests.payload(jsonb_build_object('subject', repeat('x', 121)))$$, 'text-too-long', 'a subject too long'),
	($$tests.applicant('{"fullName": "\t \u00a0 "}')$$, 'applicant-name', 'a name of spaces'),
	($$tests.applicant('{"phone": "912345678"}')$$, 'applicant-phone', 'a phone without 0'),
	($$tests.applicant('{"phone": " 0912345678"}')$$, 'applicant-phone', 'a phone with a space'),
	($$tests.applicant('{"citizenId": "12345"}')$$, 'applicant-citizen-id', 'a short citizen number'),
	($$tests.applicant('{"citizenId": " 001188012345"}')$$, 'applicant-citizen-id', 'a citizen number with a space'),
	($$tests.applicant('{"citizenId": "001188012345\n"}')$$, 'applicant-citizen-id', 'a citizen number with a line end'),
	($$tests.applicant('{"address": ""}')$$, 'applicant-address', 'no address'),
	($$tests.applicant('{"email": "a b@c.d"}')$$, 'applicant-email', 'an e-mail that is none'),
	($$tests.applicant('{"email": ""}')$$, 'applicant-email', 'an e-mail that is empty'),
	($$tests.applicant('{"email": 5}')$$, 'applicant-email', 'an e-mail that is a number')
) as cases (payload, key, about);
select throws_ok(format('select tests.open(1, default_payload.payload, jsonb_build_object(''files'', jsonb_build_array(%s))) from tests.payload() as default_payload (payload)', files),
	'PT400', key, 'open refuses ' || about)
from (values
	($$tests.file(1, '{"fileId": "x"}')$$, 'files-malformed', 'a file without id'),
	($$tests.file(1, '{"size": 0}')$$, 'files-malformed', 'an empty file'),
	($$tests.file(1, '{"size": 10485761}')$$, 'files-malformed', 'a file over 10 MiB'),
	($$tests.file(1, '{"size": 99999999999}')$$, 'files-malformed', 'a file far over 10 MiB'),
	($$tests.file(1, '{"size": "1000"}')$$, 'files-malformed', 'a size that is a text'),
	($$tests.file(1, '{"size": 10.5}')$$, 'files-malformed', 'half a byte'),
	($$tests.file(1, '{"type": "text/html"}')$$, 'files-malformed', 'a file that is no picture'),
	($$tests.file(1, '{"type": "image/jpeg "}')$$, 'files-malformed', 'a type with a space'),
	($$tests.file(1, '{"sha256": "abc"}')$$, 'files-malformed', 'a hash that is none'),
	($$tests.file(1), tests.file(1)$$, 'files-malformed', 'a file twice'),
	($$tests.file(10), tests.file(10) || jsonb_build_object('fileId', upper(tests.id(10)::text))$$, 'files-malformed', 'a file twice, once in capitals')
) as cases (files, key, about);
select throws_ok(format('select tests.open(1, %s)', payload), status, key, 'open refuses ' || about)
from (values
	($$tests.payload('{"procedureCode": "9.999999"}')$$, 'PT404', 'procedure-unknown', 'an unknown procedure'),
	($$tests.payload('{"procedureCode": " 1.001193"}')$$, 'PT404', 'procedure-unknown', 'a procedure code with a space'),
	($$tests.payload('{"procedureCode": "1.000894"}')$$, 'PT410', 'procedure-withdrawn', 'a withdrawn procedure'),
	($$tests.payload('{"agencyCode": "H77"}')$$, 'PT400', 'office-unknown', 'an unknown office'),
	($$tests.payload('{"agencyCode": "H99"}')$$, 'PT400', 'office-unknown', 'an office that takes no dossiers')
) as cases (payload, status, key, about);
select tests.sign_out();
select is((select count(*) from app.submissions), 0::bigint, 'what was refused left nothing behind');

-- Opening, replaying, finishing -----------------------------------------------------------------------

select tests.as_anon();
select is(
	tests.open(1), jsonb_build_object('id', tests.id(1), 'state', 'open', 'missing', '[]'::jsonb), 'anon opens a submission'
);
select is(tests.open(1), jsonb_build_object('id', tests.id(1), 'state', 'open', 'missing', '[]'::jsonb), 'a replay answers the same');
select throws_ok(
	$$select tests.open(1, tests.payload('{"subject": "Ai khác"}'))$$, 'PT409', 'submission-differs', 'same id, other payload'
);
select throws_ok(
	$$select tests.open(1, tests.payload(), jsonb_build_object('secretHash', repeat('0', 64)))$$, 'PT409', 'submission-differs',
	'same id, other secret: somebody else''s id says no more'
);
select throws_ok(
	$$select tests.open(1, tests.shows(1), jsonb_build_object('files', jsonb_build_array(tests.file(1))))$$,
	'PT409', 'submission-differs', 'same id, one more file'
);
select throws_ok('select tests.finalize(2)', 'PT404', 'submission-unknown', 'an unknown id is unknown');
select throws_ok('select tests.finalize(1, ''wrong'')', 'PT404', 'submission-unknown', 'a wrong secret is the same');
select throws_ok('select tests.finalize(1, '''')', 'PT404', 'submission-unknown', 'so is no secret');
create temp table receipts as select tests.finalize(1) as first, tests.finalize(1) as second;
select is((select first from receipts), (select second from receipts), 'the receipt is identical on replay');
select is((select first #>> '{receipt,id}' from receipts), tests.id(1)::text, 'the receipt names the submission');
select ok((select first #>> '{receipt,reference}' from receipts) ~ '^DK-[0-9A-Z]{4}-[0-9A-Z]{4}$', 'it has a reference');
select is((select first #>> '{receipt,office,code}' from receipts), 'H99.01', 'it names the office');
select is(tests.open(1) ->> 'state', 'finalized', 'opening again says it arrived');
select is(
	public.lookup_dossier(jsonb_build_object('protocol', 1, 'code', first #>> '{receipt,reference}',
		'lookupCode', first #>> '{receipt,lookupCode}')) -> 'found', 'true', 'the lookup code of the receipt works'
) from receipts;
select tests.sign_out();
select is((select count(*) from public.dossiers), 1::bigint, 'there is one dossier');
select results_eq(
	'select sequence, action, from_status, to_status, actor_staff_id, actor_name from public.dossier_events',
	$$values (1, 'submit', null::smallint, 1::smallint, null::uuid, 'Nguyễn Thị Bình')$$, 'with one event'
);
select is_empty(
	'select 1 from app.submissions, app.lookup_codes where submissions::text || lookup_codes::text ~ ''secret-1''',
	'the secret is stored nowhere'
);

select tests.as_anon();
select is(
	tests.open(
		9, tests.payload(jsonb_build_object('papers', jsonb_build_array(
			jsonb_build_object('requirementId', 'a', 'state', 'ready', 'files', jsonb_build_array(tests.id(91), tests.id(92))),
			jsonb_build_object('requirementId', 'b', 'state', 'ready', 'files', jsonb_build_array(upper(tests.id(92)::text))),
			jsonb_build_object('requirementId', 'c', 'state', 'cannot-get', 'reason', 'cannot-find', 'files', '[]'::jsonb),
			'{"requirementId": "d", "state": "cannot-get"}'::jsonb
		))),
		jsonb_build_object('files', jsonb_build_array(tests.file(91), tests.file(92)))
	) -> 'missing', jsonb_build_array(tests.id(91), tests.id(92)),
	'a paper has pages, one page serves two papers, and one that cannot be had says why'
);
select is(
	jsonb_array_length(tests.open(10, tests.shows(101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112), jsonb_build_object('files', (
		select jsonb_agg(tests.file(number, '{"size": 10485760}')) from generate_series(101, 112) as number))) -> 'missing'),
	12, '120 MiB of files are not too many'
);
select tests.sign_out();

-- Forged fields ---------------------------------------------------------------------------------------

select tests.as_anon();
select lives_ok(
	$$select tests.open(3, tests.payload('{"status": 10, "code": "H99.01-261123-9999", "version": 9, "agency_id": "x", "channel": 1,
		"due_date": "2000-01-01", "receivedAt": "2000-01-01"}') || jsonb_build_object(
			'applicant', tests.payload() -> 'applicant' || '{"fullName": " Nguyễn Thị Bình ", "status": 10, "more": {"x": []}}'),
		'{"status": 10, "channel": 1, "agencyId": "x", "submittedAt": "2000-01-01"}')$$, 'forged fields are no error'
);
select lives_ok('select tests.finalize(3)', 'and the submission arrives');
select tests.sign_out();
select results_eq(
	format('select status, code, version, channel, due_date, received_at, department_id, submitted_at = now() from public.dossiers where id = %L', tests.id(3)),
	$$values (1::smallint, null::text, 1, 2::smallint, null::date, null::timestamptz, null::uuid, true)$$, 'but change nothing'
);
select is(
	(select applicant from public.dossiers where id = tests.id(3)), tests.payload() -> 'applicant',
	'the applicant is what the form asks, trimmed, and nothing else'
);

-- Versions, offices, clocks ---------------------------------------------------------------------------

select tests.as_anon();
select lives_ok(
	$$select tests.open(4, tests.payload(jsonb_build_object('contentHash', repeat('f', 64)))), tests.finalize(4)$$,
	'a content hash this office never published is accepted'
);
select tests.sign_out();
select results_eq(
	format('select version.content_hash from public.dossiers join public.procedure_versions as version on version.id = version_id where dossiers.id = %L', tests.id(4)),
	array[repeat('a', 64)], 'under the office''s own version'
);
select is(
	(select data ->> 'filledUnder' from public.dossier_events where dossier_id = tests.id(4)), repeat('f', 64), 'and noted'
);
select is((select data ? 'filledUnder' from public.dossier_events where dossier_id = tests.id(1)), false, 'only then');
select is(
	(select data ->> 'answerBy' from public.dossier_events where dossier_id = tests.id(1)),
	app.compute_clock(jsonb_build_object('received', app.local_time(now()), 'limit', '{"value": 8, "unit": "working-hour"}'::jsonb),
		app.working_calendar()) ->> 'due',
	'the receipt promises an answer within eight working hours, or nothing where no calendar reaches'
);
insert into public.agencies (code, name, receives) values ('H99.02', 'Trung tâm xã bên', true);
select tests.as_anon();
select throws_ok('select tests.open(5)', 'PT400', 'office-unknown', 'with two offices the phone must name one');
select lives_ok($$select tests.open(5, tests.payload('{"agencyCode": "H99.02"}')), tests.finalize(5)$$, 'named, it is found');
select tests.sign_out();
select is(
	(select agencies.code from public.dossiers join public.agencies on agencies.id = agency_id where dossiers.id = tests.id(5)),
	'H99.02', 'and gets the dossier'
);

-- An id that staff used for an action must not break the submission.
insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
values (tests.id(1), 2, tests.id(6), 'note', 1, 'x');
select tests.as_anon();
select lives_ok(
	$$select tests.open(6, tests.payload('{"agencyCode": "H99.01"}')), tests.finalize(6)$$,
	'a submission whose id was an action''s id arrives all the same'
);
select tests.sign_out();

-- Quota -----------------------------------------------------------------------------------------------

select tests.set_address('198.51.100.7');
insert into app.submissions (id, secret_hash, payload, agency_id, version_id, address_hash)
select gen_random_uuid(), repeat('0', 64), '{}', agency_id, version_id, app.hash_text('198.51.100.7')
from public.dossiers, generate_series(1, 120) where dossiers.id = tests.id(1);
select tests.as_anon();
select throws_ok(
	$$select tests.open(7, tests.payload('{"agencyCode": "H99.01"}'))$$, 'PT429', 'too-many-submissions', 'the 121st an hour from one address waits'
);
select lives_ok('select tests.open(1)', 'a replay is never counted');
select tests.set_address('198.51.100.8, 198.51.100.7');
select lives_ok($$select tests.open(7, tests.payload('{"agencyCode": "H99.01"}'))$$, 'another address is not held');
select tests.set_address('198.51.100.7');
select tests.sign_in('receiver@test');
select lives_ok($$select tests.open(8, tests.payload('{"agencyCode": "H99.01"}'))$$, 'staff are never held');
select tests.sign_out();

select * from finish();
rollback;
