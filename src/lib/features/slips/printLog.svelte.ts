import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import { isViewReason } from '$lib/domain/dossier/Status';

/** How long the printer may be kept waiting for the server to note the print. */
const LONGEST_WAIT_MS = 3_000;
const RETRY_MS = 15_000;

/**
 * Notes every print of one slip with the server and knows which copy the paper must say it is. Nothing here keeps a
 * slip from being printed: what the server did not hear of stays in `unlogged` and is sent again, with the same id.
 */
export class PrintLog {
	/** The copy that is being printed, else the copy that a print now would be; 1 = the first. */
	copy = $state(1);
	/** Ids of prints that the server has not confirmed. */
	unlogged = $state.raw<readonly string[]>([]);
	/** Why it is printed again, when the dossier has ended. */
	reason = $state('');
	/** The slip that ended a dossier is printed without a word; what is printed once more says why. */
	readonly asksWhy = $derived.by(() => this.#ended && this.copy > 1);
	readonly lacksReason = $derived(this.asksWhy && !isViewReason(this.reason));
	readonly #desk: Pick<StaffDesk, 'notePrint'>;
	readonly #slipId: string;
	readonly #newId: () => string;
	readonly #ended: boolean;
	#phase: 'idle' | 'preparing' | 'printing' = 'idle';
	/** The highest copy that was printed, as far as this page knows. */
	#known: number;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** `prints`: how often the slip was printed before. `ended`: nothing more happens to its dossier. */
	constructor(
		desk: Pick<StaffDesk, 'notePrint'>,
		slipId: string,
		newId: () => string,
		{ prints, ended }: { prints: number; ended: boolean }
	) {
		this.#desk = desk;
		this.#slipId = slipId;
		this.#newId = newId;
		this.#ended = ended;
		this.#known = prints;
		this.copy = prints + 1;
	}

	/** Before the button's own `print()`: settles when the server has answered, or soon without an answer. */
	async prepare(): Promise<void> {
		this.#phase = 'preparing';
		let patience: ReturnType<typeof setTimeout> | undefined;
		const tired = new Promise<void>((settle) => {
			patience = setTimeout(settle, LONGEST_WAIT_MS);
		});
		await Promise.race([this.#noteNext(), tired]);
		clearTimeout(patience);
	}

	/** The browser prints, by the button or by Ctrl+P; from here on the paper can't wait for an answer. */
	beforePrint(): void {
		if (this.#phase === 'idle') void this.#noteNext();
		this.#phase = 'printing';
	}

	afterPrint(): void {
		this.#phase = 'idle';
		this.copy = this.#known + 1;
	}

	/** Tells the server what it has not heard yet. */
	retry(): void {
		clearTimeout(this.#timer);
		for (const printId of this.unlogged) void this.#note(printId);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#noteNext(): Promise<void> {
		this.#known += 1;
		this.copy = this.#known;
		return this.#note(this.#newId());
	}

	async #note(printId: string): Promise<void> {
		const answer = await this.#desk.notePrint(
			this.#slipId,
			printId,
			this.reason.trim() || undefined
		);
		this.unlogged = this.unlogged.filter((id) => id !== printId);
		if (!answer.ok) {
			this.unlogged = [...this.unlogged, printId];
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.retry(), RETRY_MS);
			return;
		}
		this.#known = Math.max(this.#known, answer.value.copy);
		if (this.#phase === 'preparing') this.copy = this.#known;
		else if (this.#phase === 'idle') this.copy = this.#known + 1;
	}
}
