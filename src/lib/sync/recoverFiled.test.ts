import { describe, expect, it } from 'vitest';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import { fail, ok, type AppError } from '$lib/domain/shared/Result';
import { aReceipt, anId, aSecret, birth, MORNING } from '$lib/testing/builders';
import { findFiled } from './recoverFiled';

const entry = (number: number) => ({ id: anId(number), secret: aSecret(number) });

/** Asks about entries 1, 2, …; the server answers them in this order. */
async function ask(...answers: Awaited<ReturnType<CitizenGateway['finalizeSubmission']>>[]) {
	const asked: string[] = [];
	const entries = answers.map((_, index) => entry(index + 1));
	const recovered = await findFiled(entries, {
		gateway: {
			finalizeSubmission: async ({ id }) => {
				asked.push(id);
				return answers[asked.length - 1] ?? fail({ kind: 'unknown' });
			}
		},
		titleOf: async () => 'Làm giấy khai sinh cho con',
		now: () => MORNING
	});
	return { recovered, asked };
}

describe('what became of dossiers whose rows were evicted', () => {
	it('gives back what the office holds', async () => {
		const { recovered } = await ask(ok({ receipt: aReceipt(anId(1)) }));
		expect(recovered).toEqual({
			filed: [
				{
					...entry(1),
					procedureCode: birth.code,
					title: 'Làm giấy khai sinh cho con',
					subject: '',
					receipt: aReceipt(anId(1)),
					draft: null,
					files: [],
					letGo: 0,
					answers: [],
					progress: null,
					checkedAt: MORNING.toISOString()
				}
			],
			lost: [],
			unknown: []
		});
	});

	it('says lost only when our own function says so', async () => {
		const { recovered } = await ask(
			fail({ kind: 'not-found', key: 'submission-unknown' }),
			ok({ missing: ['a'] }),
			fail({ kind: 'not-found' }),
			fail({ kind: 'throttled' }),
			ok({ receipt: aReceipt(anId(9)) })
		);
		expect(recovered.filed).toEqual([]);
		expect(recovered.lost).toEqual([entry(1), entry(2)]);
		expect(recovered.unknown).toEqual([entry(3), entry(4), entry(5)]);
	});

	it('leaves out what a later submission replaced', async () => {
		const error: AppError = { kind: 'conflict', key: 'submission-replaced' };
		const { recovered } = await ask(fail(error));
		expect(recovered).toEqual({ filed: [], lost: [], unknown: [] });
	});

	it('asks no further once nobody answers', async () => {
		const { recovered, asked } = await ask(
			ok({ receipt: aReceipt(anId(1)) }),
			fail({ kind: 'offline' }),
			ok({ receipt: aReceipt(anId(3)) })
		);
		expect(recovered.filed.map(({ id }) => id)).toEqual([anId(1)]);
		expect(recovered.unknown).toEqual([entry(2), entry(3)]);
		expect(asked).toEqual([anId(1), anId(2)]);
	});
});
