/** How long the server waits for the next keystroke, at most, and after a failure. */
const PAUSE_MS = 2_500;
const LONGEST_MS = 8_000;
const RETRY_MS = 10_000;

/** When the next save is due: a pause after the last keystroke, but not ever later while somebody types on. */
export class SaveTimer {
	readonly #save: () => void;
	readonly #now: () => Date;
	#firstUnsaved = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(save: () => void, now: () => Date) {
		this.#save = save;
		this.#now = now;
	}

	/** Something was typed. */
	typed(): void {
		const now = this.#now().getTime();
		this.#firstUnsaved ||= now;
		this.#start(Math.min(PAUSE_MS, Math.max(this.#firstUnsaved + LONGEST_MS - now, 0)));
	}

	/** A save came to nothing. */
	failed(): void {
		this.#start(RETRY_MS);
	}

	/** A save went out: what is typed from now on waits anew. */
	sent(): void {
		this.#firstUnsaved = 0;
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#start(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#save, ms);
	}
}
