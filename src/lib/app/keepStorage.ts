import type { LocalStores } from './citizenServices';

/** What is used of navigator.storage; missing on plain http and in older browsers. */
type StorageManagerPart = Pick<StorageManager, 'persist' | 'persisted'>;

/**
 * Asks the browser, once in the life of this install, not to clear our storage. Called when the first real work is
 * saved: Chromium decides silently, Firefox asks the person, who by then knows what for. Never throws.
 */
export function createKeepStorage(
	loadStores: () => Promise<Pick<LocalStores, 'phone' | 'isKept'>>,
	getManager: () => StorageManagerPart | undefined
): { keepStorage(): Promise<void>; mayBeCleared(): Promise<boolean> } {
	let asking: Promise<void> | undefined;

	async function ask(): Promise<void> {
		const manager = getManager();
		const { phone, isKept } = await loadStores();
		if (!manager || !isKept || (await phone.findPersistence()) !== undefined) return;
		await phone.savePersistence((await manager.persisted()) || (await manager.persist()));
	}

	return {
		keepStorage() {
			asking ??= ask().catch(() => undefined);
			return asking;
		},
		async mayBeCleared() {
			try {
				// Asked anew: an app that was put on the home screen meanwhile is often kept from then on.
				return !(await getManager()?.persisted());
			} catch {
				return true;
			}
		}
	};
}
