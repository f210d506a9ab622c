import { describe, expect, it } from 'vitest';
import type { Services } from '$lib/app/context';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { fetchResult } from './fetchResult';

const bytes = new ArrayBuffer(3);
const file = {
	fileId: 'f',
	name: 'a.pdf',
	type: 'application/pdf' as const,
	size: 3,
	sha256: 'right'
};

function fetchWith(answer: Result<ArrayBuffer> | Error, hash = 'right') {
	const services = {
		loadGateway: async () => {
			if (answer instanceof Error) throw answer;
			return { downloadResult: async () => answer };
		},
		hashBytes: async () => hash
	} as unknown as Pick<Services, 'loadGateway' | 'hashBytes'>;
	return fetchResult({ id: 'd', secret: 's' }, file, services);
}

describe('the result as a file', () => {
	it('is given when it is what the desk stored', async () =>
		expect(await fetchWith(ok(bytes))).toEqual(ok(bytes)));
	it('is not given when it is anything else', async () =>
		expect(await fetchWith(ok(bytes), 'wrong')).toEqual(
			fail({ kind: 'invalid', key: 'file-differs' })
		));
	it('says why it did not come', async () => {
		expect(await fetchWith(fail({ kind: 'offline' }))).toEqual(fail({ kind: 'offline' }));
		expect(await fetchWith(new Error('chunk'))).toMatchObject({ error: { kind: 'offline' } });
	});
});
