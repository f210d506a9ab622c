import { SvelteMap } from 'svelte/reactivity';
import type { StaffFile } from '$lib/domain/dossier/StaffDossier';
import type { Result } from '$lib/domain/shared/Result';
import type { ReadPicture } from './readPicture';

/**
 * What is known of a stored page. `ready`: its bytes are what the phone declared; `address` is missing while they are
 * not held here. `damaged`: they are not, nothing of them is shown; `told`: the server was asked to look again.
 */
export type PhotoState =
	| { kind: 'loading' }
	| { kind: 'ready'; address?: string; thumbnail?: string; width: number; height: number }
	| { kind: 'damaged'; told: boolean }
	| { kind: 'offline' | 'failed' | 'unreadable' };

/** What the loader needs of the desk and of the browser. */
export type PhotoTools = {
	open(file: StaffFile): Promise<Result<Blob>>;
	recheck(fileId: string): Promise<Result<null>>;
	read(blob: Blob, address: string): Promise<ReadPicture | undefined>;
	urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
};

/** Full pages held at a time; of the others only the small copy stays. */
export const MOST_HELD = 20;

/** Another attempt at a page is another picture. */
export function photoKey(file: StaffFile): string {
	return `${file.fileId} ${file.objectName}`;
}

/** Fetches the pages of one dossier, one after another, and holds no more of them than a PC can bear. */
export class PhotoLoader {
	readonly #tools: PhotoTools;
	readonly #states = new SvelteMap<string, PhotoState>();
	/** Keys of held pages, the one used longest ago first. */
	readonly #held = new Map<string, string>();
	readonly #thumbnails = new Set<string>();
	/** Pages that the line kept from coming; the first that gets through brings them back. */
	readonly #missed = new Map<string, StaffFile>();
	#waiting: StaffFile[] = [];
	#urgent: string | undefined;
	#loading: string | undefined;
	#closed = false;

	constructor(tools: PhotoTools) {
		this.#tools = tools;
	}

	/** What is known of a page; undefined = nobody asked for it yet. A page that is wanted again is damaged. */
	stateOf(file: StaffFile): PhotoState | undefined {
		return file.wanted ? { kind: 'damaged', told: true } : this.#states.get(photoKey(file));
	}

	/** Fetches the small copy of a page that came into sight, when its turn comes; a failed one is not tried again. */
	want(file: StaffFile): void {
		if (file.wanted || this.#isWaiting(file) || this.#states.has(photoKey(file))) return;
		this.#waiting.push(file);
		void this.#work();
	}

	/** The page went out of sight before its turn came. */
	unwant(file: StaffFile): void {
		const key = photoKey(file);
		if (key !== this.#urgent)
			this.#waiting = this.#waiting.filter((other) => photoKey(other) !== key);
	}

	/** Fetches a page to be looked at now, before all others, also when it failed before. */
	show(file: StaffFile): void {
		if (file.wanted) return;
		const key = photoKey(file);
		const state = this.#states.get(key);
		this.#urgent = key;
		if (state?.kind === 'ready' && state.address) {
			this.#hold(key, state.address);
			return;
		}
		if (this.#loading === key) return;
		if (state?.kind !== 'ready') this.#states.delete(key);
		this.#waiting = [file, ...this.#waiting.filter((other) => photoKey(other) !== key)];
		void this.#work();
	}

	/** Lets go of every picture; the loader gives none after that. */
	close(): void {
		this.#closed = true;
		this.#waiting = [];
		for (const address of [...this.#held.values(), ...this.#thumbnails])
			this.#tools.urls.revokeObjectURL(address);
		this.#held.clear();
		this.#thumbnails.clear();
		this.#states.clear();
	}

	#isWaiting(file: StaffFile): boolean {
		const key = photoKey(file);
		return this.#loading === key || this.#waiting.some((other) => photoKey(other) === key);
	}

	async #work(): Promise<void> {
		if (this.#loading) return;
		for (let file = this.#waiting.shift(); file; file = this.#waiting.shift()) {
			const key = photoKey(file);
			this.#loading = key;
			const before = this.#states.get(key);
			if (before?.kind !== 'ready') this.#states.set(key, { kind: 'loading' });
			// Whatever goes wrong with one page, the next ones have their turn.
			const state = await this.#load(file, key, before).catch((): PhotoState => ({
				kind: 'failed'
			}));
			if (!this.#closed) this.#states.set(key, state);
			this.#loading = undefined;
		}
	}

	async #load(file: StaffFile, key: string, before: PhotoState | undefined): Promise<PhotoState> {
		const answer = await this.#tools.open(file);
		if (this.#closed) return { kind: 'loading' };
		if (!answer.ok) {
			if (answer.error.key === 'file-differs')
				return { kind: 'damaged', told: (await this.#tools.recheck(file.fileId)).ok };
			const { kind } = answer.error;
			if (kind !== 'offline' && kind !== 'throttled') return { kind: 'failed' };
			this.#missed.set(key, file);
			return { kind: 'offline' };
		}
		this.#bringBack(key);
		const { urls } = this.#tools;
		const address = urls.createObjectURL(answer.value);
		if (before?.kind === 'ready') return { ...before, address: this.#keep(key, address) };
		if (file.type === 'application/pdf')
			return { kind: 'ready', address: this.#keep(key, address), width: 0, height: 0 };
		const picture = await this.#tools.read(answer.value, address);
		if (this.#closed || !picture) {
			urls.revokeObjectURL(address);
			return { kind: 'unreadable' };
		}
		const thumbnail = urls.createObjectURL(picture.thumbnail);
		this.#thumbnails.add(thumbnail);
		const { width, height } = picture;
		return { kind: 'ready', thumbnail, width, height, address: this.#keep(key, address) };
	}

	#bringBack(arrived: string): void {
		this.#missed.delete(arrived);
		for (const [key, file] of this.#missed)
			if (!this.#isWaiting(file)) {
				this.#states.delete(key);
				this.#waiting.push(file);
			}
		this.#missed.clear();
	}

	/** A page that is only seen small is held while there is room; one that is looked at makes room for itself. */
	#keep(key: string, address: string): string | undefined {
		if (this.#held.size >= MOST_HELD && key !== this.#urgent) {
			this.#tools.urls.revokeObjectURL(address);
			return undefined;
		}
		this.#hold(key, address);
		return address;
	}

	#hold(key: string, address: string): void {
		this.#held.delete(key);
		this.#held.set(key, address);
		for (const [oldest, its] of this.#held) {
			if (this.#held.size <= MOST_HELD) break;
			this.#held.delete(oldest);
			this.#tools.urls.revokeObjectURL(its);
			const state = this.#states.get(oldest);
			if (state?.kind === 'ready') this.#states.set(oldest, { ...state, address: undefined });
		}
	}
}
