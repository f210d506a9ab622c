import type { Engine } from '$lib/sync/engine';
import type { LocalStores } from './citizenServices';
import type { Services } from './context';
import { hashText } from './hash';

/** Builds everything once; nothing is touched before it is called, so prerendering may build it too. */
export function createServices(): Services {
	const loadConnection = once(async () => {
		const { createConnection } = await import('$lib/data/remote/connection');
		return createConnection(
			(...args) => fetch(...args),
			() => location.origin
		);
	});
	const connect = async () => (await loadConnection())();
	const loadStores = once(async (): Promise<LocalStores> =>
		(await import('./localStores')).openLocalStores()
	);
	const loadGateway = once(async () => {
		const { createCitizenGateway } = await import('$lib/data/remote/citizenGateway');
		return createCitizenGateway(connect, (...args) => fetch(...args));
	});
	const loadStaffDesk = once(async () => {
		const { createStaffDesk } = await import('$lib/data/remote/staffDesk');
		return createStaffDesk(connect, sessionStorage);
	});
	const loadEngine = once(async (): Promise<Engine> => {
		const [{ createEngine }, stores, gateway] = await Promise.all([
			import('$lib/sync/engine'),
			loadStores(),
			loadGateway()
		]);
		return createEngine({
			gateway,
			outbox: stores.outbox,
			hash: hashText,
			titleOf: async (code) => (await stores.catalogue.find(code))?.procedure.shortTitle ?? code,
			now: () => new Date(),
			random: Math.random,
			asLeader,
			setTimer: (run, ms) => {
				const timer = setTimeout(run, ms);
				return () => clearTimeout(timer);
			}
		});
	});

	async function refreshDossiers(): Promise<boolean> {
		const [{ refreshProgress }, stores, gateway] = await Promise.all([
			import('$lib/sync/refreshProgress'),
			loadStores(),
			loadGateway()
		]);
		return (await refreshProgress(stores.dossiers, gateway, () => new Date())).ok;
	}

	return {
		loadStores,
		loadGateway,
		loadStaffDesk,
		async send() {
			await (await loadEngine()).run('all');
			await refreshDossiers();
		},
		refreshDossiers,
		newSecret() {
			const bytes = crypto.getRandomValues(new Uint8Array(32));
			return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
		},
		now: () => new Date(),
		newId
	};
}

/** One tab at a time empties the outbox; the others wait their turn and then find it empty. */
async function asLeader(task: () => Promise<void>): Promise<void> {
	// Like hashing, locks exist only on https and localhost.
	if ((navigator as Partial<Navigator>).locks)
		await navigator.locks.request('mot-cua-outbox', task);
	else await task();
}

/** UUID v4; randomUUID is missing on older phones and on plain http. */
function newId(): string {
	if (typeof (crypto as Partial<Crypto>).randomUUID === 'function') return crypto.randomUUID();
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Runs once and remembers; a failure is forgotten, so that the next call tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
	let loading: Promise<T> | undefined;
	return () => {
		loading ??= load().catch((error: unknown) => {
			loading = undefined;
			throw error;
		});
		return loading;
	};
}
