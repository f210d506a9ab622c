import { describe, expect, it } from 'vitest';
import type { Loss, LostSubmission } from '$lib/data/ports/PhoneStore';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import { fail, ok } from '$lib/domain/shared/Result';
import { anId, aReceipt, aSecret, MORNING } from '$lib/testing/builders';
import type { LocalStores } from './citizenServices';
import { recoverLost } from './recoverLost';

function lostOne(number: number, wasFiled = false): LostSubmission {
	return {
		id: anId(number),
		secret: aSecret(number),
		procedureCode: '1.001193',
		title: 'Khai sinh',
		subject: `Trẻ ${number}`,
		wasFiled
	};
}

function aLoss(changes: Partial<Loss> = {}): Loss {
	return {
		drafts: 0,
		pages: 0,
		unasked: [],
		found: 0,
		lost: [],
		isRead: false,
		at: '',
		...changes
	};
}

/** A phone with this loss, and a server that knows these ids; `undefined` = it does not answer. */
function aPhone(start: Loss | undefined, known: string[] | undefined) {
	let loss = start;
	const dossiers: MyDossier[] = [];
	const stores = {
		phone: {
			findLoss: async () => loss,
			changeLoss: async (change: (loss: Loss) => Loss | undefined) => {
				if (loss) loss = change(loss);
			}
		},
		dossiers: { add: async (dossier: MyDossier) => void dossiers.push(dossier) },
		catalogue: { find: async () => undefined }
	} as unknown as LocalStores;
	const gateway = {
		finalizeSubmission: async ({ id }: { id: string }) => {
			if (!known) return fail({ kind: 'offline' as const });
			if (known.includes(id)) return ok({ receipt: aReceipt(id) });
			return fail({ kind: 'not-found' as const, key: 'submission-unknown' });
		}
	};
	return { run: () => recoverLost(stores, gateway, () => MORNING), dossiers, loss: () => loss };
}

describe('looking for what was lost', () => {
	it('lists again what had arrived, under the name the phone knew', async () => {
		const phone = aPhone(aLoss({ unasked: [lostOne(1, true), lostOne(2)] }), [anId(1)]);
		await phone.run();
		expect(phone.dossiers).toMatchObject([{ id: anId(1), secret: aSecret(1), subject: 'Trẻ 1' }]);
		expect(phone.loss()).toMatchObject({ unasked: [], found: 1, lost: [{ id: anId(2) }] });
	});

	it('keeps asking while nobody answers', async () => {
		const phone = aPhone(aLoss({ unasked: [lostOne(1)] }), undefined);
		await phone.run();
		expect(phone.loss()).toMatchObject({ unasked: [{ id: anId(1) }], found: 0, lost: [] });
	});

	it('forgets a loss that was read once all of it is found', async () => {
		const phone = aPhone(aLoss({ unasked: [lostOne(1)], isRead: true }), [anId(1)]);
		await phone.run();
		expect(phone.loss()).toBeUndefined();
	});

	it('opens a loss that was read when there is bad news', async () => {
		const phone = aPhone(aLoss({ unasked: [lostOne(1)], isRead: true }), []);
		await phone.run();
		expect(phone.loss()).toMatchObject({ isRead: false, lost: [{ id: anId(1) }] });
	});

	it('asks nothing when nothing was lost', async () => {
		const phone = aPhone(undefined, []);
		await phone.run();
		expect(phone.dossiers).toEqual([]);
	});
});
