import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { aDelta } from '$lib/testing/catalogues';
import { CatalogueDelta } from './Snapshot';

describe('the answer to a pull', () => {
	const { skipped: _, ...delta } = aDelta(4);
	const good = { code: '1.001193', contentHash: 'a', content: birth };

	it('is read whole when every procedure can be read', () => {
		const answer = CatalogueDelta.parse({ ...delta, procedures: [good] });
		expect(answer).toMatchObject({ procedures: [good], skipped: [] });
	});

	it('skips what this app cannot read, and says which', () => {
		const newer = { ...good, code: '1.000002', content: { ...birth, schema: 2 } };
		const gone = { code: '1.000003', withdrawn: 'Bãi bỏ' };
		const answer = CatalogueDelta.parse({ ...delta, procedures: [newer, good, gone] });
		expect(answer).toMatchObject({ procedures: [good, gone], skipped: ['1.000002'] });
	});

	it('is refused when it is no such answer at all', () => {
		expect(CatalogueDelta.safeParse({ revision: 4 }).success).toBe(false);
		expect(CatalogueDelta.safeParse({ ...delta, procedures: [{ content: birth }] }).success).toBe(
			false
		);
	});
});
