import type { Engine } from '$lib/sync/engine';
import type { LocalStores } from './citizenServices';
import type { Services } from './context';
import { toHex } from '$lib/domain/shared/sha256';
import { hashBytes, hashText } from './hash';
import { createKeepStorage } from './keepStorage';
import { newId } from './newId';
import { trackWork, whenIdle } from './pendingWork';
import { createSendingMark, markSending } from './sendingMark';

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
	const loadGateway = once(async () => {
		const { createCitizenGateway } = await import('$lib/data/remote/citizenGateway');
		return createCitizenGateway(connect, (...args) => fetch(...args));
	});
	const loadStores = once(async (): Promise<LocalStores> => {
		const stores = await (await import('./localStores')).openLocalStores();
		if (stores.isKept) return stores;
		const { answersOnlyOnline, onlyOnline } = await import('./unkeptOutbox');
		return {
			...stores,
			outbox: onlyOnline(stores.outbox, loadGateway),
			loadAnswers: async () => answersOnlyOnline(await stores.loadAnswers(), loadGateway)
		};
	});
	const loadStaffClient = once(async () => {
		const { createStaffClient } = await import('$lib/data/remote/staffClient');
		return createStaffClient(connect, sessionStorage);
	});
	const loadStaffDesk = once(async () => {
		const { createStaffDesk } = await import('$lib/data/remote/staffDesk');
		return createStaffDesk(connect, await loadStaffClient());
	});
	const loadStaffPorts = once(async () => {
		const { createStaffPorts } = await import('./staffPorts');
		return createStaffPorts(await loadStaffClient());
	});
	const loadStaffCatalogue = once(async () => {
		const { createStaffCatalogue } = await import('$lib/data/remote/staffCatalogue');
		return createStaffCatalogue(await loadStaffClient());
	});
	const loadImporter = once(async () => (await import('./staffPorts')).loadImporter());
	const loadDeskKeeper = once(async () => (await import('./deskServices')).openDeskKeeper());
	const loadPreparer = once(async () => {
		const { createPagePreparer } = await import('$lib/data/images/preparer');
		return createPagePreparer();
	});
	/** Not before it is needed: prerendering has no navigator. */
	const mark = onceNow(() => createSendingMark((navigator as Partial<Navigator>).locks));
	const loadEngine = once(async (): Promise<Engine> => {
		const [{ createEngine }, stores, gateway] = await Promise.all([
			import('$lib/sync/engine'),
			loadStores(),
			loadGateway()
		]);
		return createEngine({
			gateway,
			outbox: markSending(stores.outbox, mark()),
			pages: stores.pages,
			hash: hashText,
			async loadAnswerTalk() {
				const [{ answerTalk }, answers] = await Promise.all([
					import('$lib/sync/answerTalk'),
					stores.loadAnswers()
				]);
				return (item) => answerTalk(item, { gateway, answers });
			},
			titleOf: async (code) => (await stores.catalogue.find(code))?.procedure.shortTitle ?? code,
			now: () => new Date(),
			random: Math.random,
			asLeader: (task) => asLeader(() => task().finally(mark().endAll)),
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
		const { dossiers, pages } = stores;
		return (await refreshProgress({ dossiers, gateway, pages, now: () => new Date() })).ok;
	}

	async function recoverLost(): Promise<void> {
		const [{ recoverLost: recover }, stores, gateway] = await Promise.all([
			import('./recoverLost'),
			loadStores(),
			loadGateway()
		]);
		await recover(stores, gateway, () => new Date());
	}

	return {
		loadStores,
		loadGateway,
		loadStaffDesk,
		loadStaffOffice: async () => (await loadStaffPorts()).office,
		loadStaffNotices: async () => (await loadStaffPorts()).notices,
		loadHandoverDesk: async () => (await loadStaffPorts()).handovers,
		loadCalendarDesk: async () => (await loadStaffPorts()).calendar,
		loadStaffRecords: async () => (await loadStaffPorts()).records,
		loadStaffFeedback: async () => (await loadStaffPorts()).feedback,
		loadStaffCatalogue,
		loadImporter,
		loadDeskKeeper,
		async startChainSender(...parts) {
			return (await import('./deskServices')).startChainSender(...parts);
		},
		async keepStaffPages() {
			// Caches exist only where service workers do.
			if (!(globalThis as Partial<typeof globalThis>).caches) return;
			try {
				await (await import('./keepStaffFiles')).keepStaffFiles(caches, (path) => fetch(path));
			} catch (error) {
				console.warn('not all pages of the staff are kept; the next start goes on', error);
			}
		},
		tabStorage: () => sessionStorage,
		loadPreparer,
		trackWork,
		whenIdle,
		hashBytes,
		async send() {
			try {
				await (await loadEngine()).run('all');
				await refreshDossiers();
			} catch (error) {
				// A lost chunk or a blocked database: the rows are where they were, and the next trigger tries again.
				console.warn('sending was not possible', error);
			}
		},
		watchSending: (onChange) => mark().watch(onChange),
		recoverLost,
		...createKeepStorage(loadStores, () => (navigator as Partial<Navigator>).storage),
		refreshDossiers,
		newSecret() {
			return toHex(crypto.getRandomValues(new Uint8Array(32)).buffer);
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

function onceNow<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}
