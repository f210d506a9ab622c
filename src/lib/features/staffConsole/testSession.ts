import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import { createMemoryKeeper, createMemoryStorage } from '$lib/testing/memoryDesk';
import { StaffSession } from './staffSession.svelte';

/** For tests: a signed-in session over a desk of which only the given calls exist; ids are id-1, id-2, … */
export async function aSession(
	calls: Partial<StaffDesk>,
	deskStore?: DeskStore
): Promise<StaffSession> {
	let ids = 0;
	const refuse = () => {
		throw new Error('this call is not part of the test');
	};
	const desk: StaffDesk = {
		signIn: refuse,
		signOut: refuse,
		dossier: refuse,
		openFile: refuse,
		recheckFile: refuse,
		previewReceipt: refuse,
		receive: refuse,
		start: refuse,
		requestSupplement: refuse,
		replySupplement: refuse,
		resume: refuse,
		refuse,
		withdraw: refuse,
		stop: refuse,
		storeResult: refuse,
		openResult: refuse,
		finish: refuse,
		returnResult: refuse,
		bill: refuse,
		confirmPayment: refuse,
		takeFee: refuse,
		extend: refuse,
		halt: refuse,
		correctResult: refuse,
		setup: refuse,
		findPerson: refuse,
		fileAtDesk: refuse,
		settle: refuse,
		reserveBlanks: refuse,
		openBlanks: refuse,
		voidBlank: refuse,
		slip: refuse,
		notePrint: refuse,
		openRouting: refuse,
		queue: async () => ({ ok: false, error: { kind: 'offline' } }),
		findMe: async () => ({
			ok: true,
			value: {
				id: 's1',
				fullName: 'Trần Thị Tiếp',
				title: '',
				agencyId: 'a1',
				agencyName: 'Trung tâm',
				agencyCode: 'H99.01',
				departmentId: null,
				departmentName: null,
				roles: ['receiver']
			}
		}),
		...calls
	};
	const session = new StaffSession({
		loadStaffDesk: async () => desk,
		loadStaffRecords: refuse,
		loadSeldomPorts: refuse,
		loadDeskKeeper: async () => createMemoryKeeper(deskStore),
		startChainSender: async () => ({ run: async () => undefined, stop: () => undefined }),
		tabStorage: () => createMemoryStorage(),
		hashBytes: async () => '',
		now: () => new Date('2026-11-23T02:00:00Z'),
		newId: () => `id-${(ids += 1)}`
	});
	await session.load();
	return session;
}
