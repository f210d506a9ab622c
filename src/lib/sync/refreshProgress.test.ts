import { describe, expect, it } from 'vitest';
import type { DossierStore } from '$lib/data/ports/DossierStore';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { Progress } from '$lib/domain/dossier/Receipt';
import { fail, ok } from '$lib/domain/shared/Result';
import { aReceipt, anId, aSecret, MORNING, OFFICE } from '$lib/testing/builders';
import { createFakeServer } from '$lib/testing/fakeServer';
import { refreshProgress } from './refreshProgress';

function aProgress(status: number): Progress {
	return {
		reference: 'N-1',
		code: null,
		status,
		submittedAt: MORNING.toISOString(),
		receivedAt: null,
		dueDate: null,
		dueAt: null,
		firstDueDate: null,
		finishedAt: null,
		returnedAt: null,
		steps: [],
		office: OFFICE
	};
}

function aDossier(number: number, status?: number): MyDossier {
	return {
		id: anId(number),
		secret: aSecret(number),
		procedureCode: '1.001193',
		title: 'Làm giấy khai sinh cho con',
		subject: 'Nguyễn Minh An',
		receipt: aReceipt(anId(number)),
		progress: status === undefined ? null : aProgress(status),
		checkedAt: null
	};
}

/** A phone with these dossiers; the office knows them all with status 2. */
function aPhone(...dossiers: MyDossier[]) {
	const saved: [string, number, string][] = [];
	const asked: { id: string; secret: string }[][] = [];
	const store: DossierStore = {
		list: async () => dossiers,
		find: async () => undefined,
		saveProgress: async (id, progress, at) => void saved.push([id, progress.status, at]),
		watch: () => () => undefined
	};
	const gateway = {
		...createFakeServer().gateway,
		progress: async (wanted: { id: string; secret: string }[]) => {
			asked.push(wanted);
			return ok(wanted.map(({ id }) => ({ id, progress: aProgress(2) })));
		}
	};
	return { store, gateway, saved, asked };
}

describe('asking where my dossiers stand', () => {
	it('asks once, for those under way only, and keeps what is heard', async () => {
		const { store, gateway, saved, asked } = aPhone(
			aDossier(1),
			aDossier(2, 4),
			aDossier(3, 10),
			aDossier(4, 3),
			aDossier(5, 8),
			aDossier(6, 9)
		);
		await refreshProgress(store, gateway, () => MORNING);
		const open = [1, 2, 6];
		expect(asked).toEqual([open.map((n) => ({ id: anId(n), secret: aSecret(n) }))]);
		expect(saved).toEqual(open.map((n) => [anId(n), 2, MORNING.toISOString()]));
	});

	it('asks nothing when every dossier has ended', async () => {
		const { store, gateway, asked } = aPhone(aDossier(1, 10));
		expect(await refreshProgress(store, gateway, () => MORNING)).toEqual(ok(null));
		expect(asked).toEqual([]);
	});

	it('keeps the last known state when no answer comes', async () => {
		const { store, gateway, saved } = aPhone(aDossier(1));
		gateway.progress = async () => fail({ kind: 'offline' }) as never;
		expect((await refreshProgress(store, gateway, () => MORNING)).ok).toBe(false);
		expect(saved).toEqual([]);
	});
});
