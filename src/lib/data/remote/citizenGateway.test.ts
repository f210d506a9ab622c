import { describe, expect, it } from 'vitest';
import { fail, ok } from '$lib/domain/shared/Result';
import { aPayload, aReceipt, aSecret, anId } from '$lib/testing/builders';
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
	it('to open a submission, with no files yet', async () => {
		const { gateway, asked } = aGateway({ state: 'open', missing: [] });
		const request = { id: anId(1), secretHash: 'a'.repeat(64), payload: aPayload() };
		expect(await gateway.openSubmission(request)).toEqual(ok({ state: 'open', missing: [] }));
		expect(asked).toEqual([
			{
				url: 'open_submission',
				key: 'key',
				authorization: null,
				request: { protocol: 1, ...request, files: [] }
			}
		]);
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
		expect(await gateway.pullCatalogue({ revision: 4, snapshotHash: null })).toEqual(
			ok({ revision: 4, unchanged: true })
		);
		expect(asked[0]).toMatchObject({ url: 'pull_catalogue', request: { revision: 4 } });
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
