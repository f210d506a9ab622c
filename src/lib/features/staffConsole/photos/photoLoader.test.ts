import { describe, expect, it } from 'vitest';
import type { StaffFile } from '$lib/domain/dossier/StaffDossier';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { MOST_HELD, PhotoLoader, type PhotoTools } from './photoLoader.svelte';
import { aFile } from '../dossier/testDossier';

/** A loader whose server answers when it is told to; `live` are the addresses nobody has let go of. */
function aLoader(tools: Partial<PhotoTools> = {}) {
	const asked: string[] = [];
	const rechecked: string[] = [];
	const live = new Set<string>();
	let made = 0;
	const failures = new Map<string, AppError>();
	const loader = new PhotoLoader({
		async open(file): Promise<Result<Blob>> {
			asked.push(file.fileId);
			const error = failures.get(file.fileId);
			return error ? fail(error) : ok(new Blob(['abc']));
		},
		async recheck(fileId) {
			rechecked.push(fileId);
			return ok(null);
		},
		read: async () => ({ thumbnail: new Blob(['a']), width: 30, height: 40 }),
		urls: {
			createObjectURL() {
				made += 1;
				live.add(`blob:${made}`);
				return `blob:${made}`;
			},
			revokeObjectURL: (address) => void live.delete(address)
		},
		...tools
	});
	return { loader, asked, rechecked, live, failures };
}

/** Waits until every step that needs no outside event is done. */
const settle = () => new Promise((done) => setTimeout(done, 0));
const differs: AppError = { kind: 'invalid', key: 'file-differs' };

describe('fetching the pages of a dossier', () => {
	it('goes on after a page whose fetching broke', async () => {
		const { loader } = aLoader({
			async open(file) {
				if (file.fileId === aFile(1).fileId) throw new Error('a chunk that does not load');
				return ok(new Blob(['abc']));
			}
		});
		loader.want(aFile(1));
		loader.want(aFile(2));
		await settle();
		expect(loader.stateOf(aFile(1))?.kind).toBe('failed');
		expect(loader.stateOf(aFile(2))?.kind).toBe('ready');
	});

	it('asks one after another, the page that is looked at first', async () => {
		const gates: (() => void)[] = [];
		const asked: string[] = [];
		const { loader } = aLoader({
			async open(file) {
				asked.push(file.fileId);
				await new Promise<void>((open) => gates.push(open));
				return ok(new Blob(['abc']));
			}
		});
		for (const n of [1, 2, 3, 4]) loader.want(aFile(n));
		loader.show(aFile(4));
		loader.unwant(aFile(2));
		for (let step = 0; step < 4; step += 1) {
			await settle();
			expect(gates.length).toBeLessThanOrEqual(1);
			gates.shift()?.();
		}
		expect(asked).toEqual(['f1', 'f4', 'f3']);
	});

	it('shows nothing of a page that differs and has the server look again', async () => {
		const { loader, rechecked, live, failures } = aLoader();
		failures.set('f1', differs);
		loader.want(aFile(1));
		await settle();
		expect(loader.stateOf(aFile(1))).toEqual({ kind: 'damaged', told: true });
		expect(rechecked).toEqual(['f1']);
		expect(live.size).toBe(0);
	});

	it('does not claim to have told the server when it could not', async () => {
		const { loader, failures } = aLoader({ recheck: async () => fail({ kind: 'offline' }) });
		failures.set('f1', differs);
		loader.show(aFile(1));
		await settle();
		expect(loader.stateOf(aFile(1))).toEqual({ kind: 'damaged', told: false });
	});

	it('never opens a page that the phone was already asked for again', async () => {
		const { loader, asked } = aLoader();
		const file = aFile(1, { wanted: true });
		loader.want(file);
		loader.show(file);
		await settle();
		expect(asked).toEqual([]);
		expect(loader.stateOf(file)).toEqual({ kind: 'damaged', told: true });
		// The phone has sent it anew: another object, another picture.
		const anew = aFile(1, { objectName: 's/f1/2' });
		loader.want(anew);
		await settle();
		expect(loader.stateOf(anew)?.kind).toBe('ready');
	});

	it('tries a failed page again only when somebody looks at it', async () => {
		const { loader, asked, failures } = aLoader();
		failures.set('f1', { kind: 'offline' });
		loader.want(aFile(1));
		await settle();
		expect(loader.stateOf(aFile(1))).toEqual({ kind: 'offline' });
		loader.want(aFile(1));
		await settle();
		expect(asked).toHaveLength(1);
		failures.clear();
		loader.show(aFile(1));
		await settle();
		expect(loader.stateOf(aFile(1))).toMatchObject({ kind: 'ready', width: 30, height: 40 });
	});

	it('brings back what the line kept from coming as soon as one page gets through', async () => {
		const { loader, failures } = aLoader();
		for (const n of [1, 2, 3]) failures.set(`f${n}`, { kind: n === 3 ? 'not-found' : 'offline' });
		for (const n of [1, 2, 3]) loader.want(aFile(n));
		await settle();
		expect(loader.stateOf(aFile(2))).toEqual({ kind: 'offline' });
		failures.clear();
		loader.show(aFile(1));
		await settle();
		const kinds = [1, 2, 3].map((n) => loader.stateOf(aFile(n))?.kind);
		expect(kinds).toEqual(['ready', 'ready', 'failed']);
	});

	it('says so when this browser cannot open a sound picture', async () => {
		const { loader, live } = aLoader({ read: async () => undefined });
		loader.show(aFile(1));
		await settle();
		expect(loader.stateOf(aFile(1))).toEqual({ kind: 'unreadable' });
		expect(live.size).toBe(0);
	});
});

describe('what is held in memory', () => {
	const files: StaffFile[] = Array.from({ length: 60 }, (_, index) => aFile(index));
	const addressOf = (loader: PhotoLoader, file: StaffFile) => {
		const state = loader.stateOf(file);
		return state?.kind === 'ready' ? state.address : undefined;
	};

	it('is twenty full pages of sixty, and the small copy of each', async () => {
		const { loader, live } = aLoader();
		for (const file of files) loader.want(file);
		await settle();
		expect(files.filter((file) => addressOf(loader, file))).toHaveLength(MOST_HELD);
		expect(live.size).toBe(60 + MOST_HELD);
		expect(files.every((file) => loader.stateOf(file)?.kind === 'ready')).toBe(true);
	});

	it('always includes the page that is looked at, however many others follow', async () => {
		const { loader, asked, live } = aLoader();
		for (const file of files) {
			loader.show(file);
			await settle();
			expect(addressOf(loader, file)).toBeDefined();
		}
		expect(live.size).toBe(60 + MOST_HELD);
		// The first one was let go of: it is fetched once more and keeps its small copy meanwhile.
		expect(loader.stateOf(aFile(0))).toMatchObject({ kind: 'ready', address: undefined });
		loader.show(aFile(0));
		await settle();
		expect(addressOf(loader, aFile(0))).toBeDefined();
		expect(asked).toHaveLength(61);
		expect(live.size).toBe(60 + MOST_HELD);
	});

	it('is nothing after the dossier is closed, even when an answer comes late', async () => {
		let answer = () => {};
		const { loader, live } = aLoader();
		loader.show(aFile(1));
		await settle();
		const late = aLoader({
			async open() {
				await new Promise<void>((done) => (answer = done));
				return ok(new Blob(['abc']));
			}
		});
		late.loader.show(aFile(1, { type: 'application/pdf' }));
		loader.close();
		late.loader.close();
		answer();
		await settle();
		expect([live.size, late.live.size]).toEqual([0, 0]);
	});
});
