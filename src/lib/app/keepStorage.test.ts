import { describe, expect, it, vi } from 'vitest';
import type { LocalStores } from './citizenServices';
import { createKeepStorage } from './keepStorage';

function aPhone(isKept = true) {
	let known: boolean | undefined;
	const stores = {
		isKept,
		phone: {
			findPersistence: async () => known,
			savePersistence: async (value: boolean) => void (known = value)
		}
	} as unknown as LocalStores;
	return { load: async () => stores, known: () => known };
}

function aManager(persisted: boolean, grants: boolean) {
	return { persisted: vi.fn(async () => persisted), persist: vi.fn(async () => grants) };
}

describe('asking the browser to keep the storage', () => {
	it('happens once, in this page and after it', async () => {
		const phone = aPhone();
		const manager = aManager(false, false);
		const first = createKeepStorage(phone.load, () => manager);
		await Promise.all([first.keepStorage(), first.keepStorage()]);
		await createKeepStorage(phone.load, () => manager).keepStorage();
		expect(manager.persist).toHaveBeenCalledTimes(1);
		expect(phone.known()).toBe(false);
	});

	it('asks nobody who has already said yes', async () => {
		const phone = aPhone();
		const manager = aManager(true, false);
		await createKeepStorage(phone.load, () => manager).keepStorage();
		expect(manager.persist).not.toHaveBeenCalled();
		expect(phone.known()).toBe(true);
	});

	it('is pointless where nothing is kept or nobody can be asked', async () => {
		const manager = aManager(false, true);
		await createKeepStorage(aPhone(false).load, () => manager).keepStorage();
		await createKeepStorage(aPhone().load, () => undefined).keepStorage();
		expect(manager.persist).not.toHaveBeenCalled();
	});

	it('never throws, whatever the browser does', async () => {
		const broken = {
			persisted: () => Promise.reject(new TypeError('no')),
			persist: () => Promise.reject(new TypeError('no'))
		};
		const { keepStorage, mayBeCleared } = createKeepStorage(aPhone().load, () => broken);
		await expect(keepStorage()).resolves.toBeUndefined();
		expect(await mayBeCleared()).toBe(true);
	});

	it('knows whether the storage may be cleared now', async () => {
		const may = (manager: ReturnType<typeof aManager> | undefined) =>
			createKeepStorage(aPhone().load, () => manager).mayBeCleared();
		expect(await may(aManager(true, true))).toBe(false);
		expect(await may(aManager(false, true))).toBe(true);
		expect(await may(undefined)).toBe(true);
	});
});
