import { describe, expect, it } from 'vitest';
import { fail, ok } from '$lib/domain/shared/Result';
import { declarationOf } from '$lib/domain/dossier/Submission';
import { aFile, aPayload, aReceipt, aSecret, anId } from '$lib/testing/builders';
import { createCitizenGateway } from './citizenGateway';

/** A gateway whose server answers every call with this. */
function aGateway(
	body: unknown,
	connection = ok({ url: 'https://api.example', publishableKey: 'key' })
) {
	const asked: {
		url: string;
		key: string | null;
		authorization: string | null;
		request: unknown;
	}[] = [];
	const gateway = createCitizenGateway(
		async () => connection,
		async (input, init) => {
			const headers = new Headers(init?.headers);
			asked.push({
				url: String(input).replace('https://api.example/rest/v1/rpc/', ''),
				key: headers.get('apikey'),
				authorization: headers.get('authorization'),
				request: JSON.parse(String(init?.body)).request
			});
			return Response.json(body);
		}
	);
	return { gateway, asked };
}

describe('the citizen asks without an account', () => {
	it('to open a submission with the files it declares', async () => {
		const { gateway, asked } = aGateway({ state: 'open', missing: [anId(2)] });
		const files = [declarationOf(aFile(1))];
		const request = { id: anId(1), secretHash: 'a'.repeat(64), payload: aPayload(), files };
		expect(await gateway.openSubmission({ ...request, replaces: [] })).toEqual(
			ok({ state: 'open', missing: [anId(2)] })
		);
		expect(asked).toEqual([
			{
				url: 'open_submission',
				key: 'key',
				authorization: null,
				request: { protocol: 1, ...request }
			}
		]);
		const replaces = [{ id: anId(3), secret: aSecret(3) }];
		await gateway.openSubmission({ ...request, replaces });
		expect(asked[1]).toMatchObject({ request: { ...request, replaces } });
	});

	it('to store a file, once it knows where', async () => {
		const upload = {
			submissionId: anId(1),
			fileId: anId(2),
			attempt: 1,
			type: 'image/png' as const,
			bytes: new ArrayBuffer(2)
		};
		const urls: string[] = [];
		const gateway = createCitizenGateway(
			async () => ok({ url: 'https://api.example', publishableKey: 'key' }),
			async (input) => {
				urls.push(String(input));
				return Response.json({ Key: `dossier-files/${anId(1)}/${anId(2)}/1` });
			}
		);
		expect(await gateway.uploadFile(upload)).toEqual(ok(null));
		expect(urls).toEqual([
			`https://api.example/storage/v1/object/dossier-files/${anId(1)}/${anId(2)}/1`
		]);
		const nowhere = aGateway({}, fail({ kind: 'offline' }) as never);
		expect(await nowhere.gateway.uploadFile(upload)).toEqual(fail({ kind: 'offline' }));
		expect(nowhere.asked).toEqual([]);
	});

	it.each([
		['7', 7],
		['Mon, 23 Nov 2026 02:00:00 GMT', undefined],
		[undefined, undefined]
	])('and hears how long a busy server wants to rest: %s', async (given, seconds) => {
		const gateway = createCitizenGateway(
			async () => ok({ url: 'https://api.example', publishableKey: 'key' }),
			async () =>
				Response.json(
					{ code: 'PT429', message: 'too-many-submissions' },
					{ status: 429, headers: given === undefined ? {} : { 'retry-after': given } }
				)
		);
		expect(await gateway.finalizeSubmission({ id: anId(1), secret: aSecret(1) })).toEqual(
			fail({ kind: 'throttled', key: 'too-many-submissions', retryAfterSeconds: seconds })
		);
	});

	it('for a receipt, or hears what is missing', async () => {
		const request = { id: anId(1), secret: aSecret(1) };
		const receipt = aReceipt(anId(1));
		expect(await aGateway({ receipt }).gateway.finalizeSubmission(request)).toEqual(
			ok({ receipt })
		);
		expect(await aGateway({ missing: ['a'] }).gateway.finalizeSubmission(request)).toEqual(
			ok({ missing: ['a'] })
		);
	});

	it.each([{ receipt: {} }, {}, { receipt: { ...aReceipt(anId(1)), office: null } }])(
		'and takes no half receipt: %j',
		async (body) => {
			const { gateway } = aGateway(body);
			expect(await gateway.finalizeSubmission({ id: anId(1), secret: aSecret(1) })).toMatchObject({
				ok: false,
				error: { kind: 'unknown' }
			});
		}
	);

	it('about a code, and every miss looks the same', async () => {
		const { gateway, asked } = aGateway({ found: false });
		expect(await gateway.lookup('H99.01-261123-0001', 'ABCD-EFGH')).toEqual(ok(null));
		expect(asked[0]).toMatchObject({
			url: 'lookup_dossier',
			request: { protocol: 1, code: 'H99.01-261123-0001', lookupCode: 'ABCD-EFGH' }
		});
	});

	it('what changed since a revision', async () => {
		const { gateway, asked } = aGateway({ revision: 4, unchanged: true });
		expect(await gateway.pullCatalogue({ revision: 4, hints: 0 })).toEqual(
			ok({ revision: 4, unchanged: true })
		);
		expect(asked[0]).toMatchObject({ url: 'pull_catalogue', request: { revision: 4, hints: 0 } });
	});

	it('where dossiers stand', async () => {
		expect(await aGateway({ dossiers: [] }).gateway.progress([])).toEqual(ok([]));
	});

	it('nothing at all while nobody knows where the API is', async () => {
		const { gateway, asked } = aGateway({}, fail({ kind: 'offline' }) as never);
		expect(await gateway.lookup('a', 'b')).toEqual(fail({ kind: 'offline' }));
		expect(asked).toEqual([]);
	});
});
