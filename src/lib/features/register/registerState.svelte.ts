import type { RegisterDays, StaffRecords } from '$lib/data/ports/StaffRecords';
import type { RegisterHead, RegisterLine } from '$lib/domain/register/Register';
import { ActionIds, askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';

/** What the register needs around it. */
export type RegisterTools = AnswerWatch & {
	loadRecords(): Promise<StaffRecords>;
	newId(): string;
};

/** The register of a year on screen, page after page. */
export class RegisterState {
	year = $state(0);
	rows = $state.raw<readonly RegisterLine[]>([]);
	head = $state.raw<RegisterHead | undefined>();
	more = $state(false);
	/** The code that was looked for; undefined = the register itself is shown. */
	found = $state<string | undefined>();
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	closeError = $state.raw<AppError | undefined>();
	readonly #tools: RegisterTools;
	readonly #actionIds: ActionIds;
	#ticket = 0;

	constructor(tools: RegisterTools) {
		this.#tools = tools;
		this.#actionIds = new ActionIds(tools.newId);
	}

	/** The first page of a year. */
	async open(year: number): Promise<void> {
		if (year !== this.year) {
			// Another year's lines do not stand under this one's title.
			this.head = undefined;
			this.rows = [];
			this.more = false;
		}
		this.year = year;
		this.found = undefined;
		await this.#fetch({ year });
	}

	/** The page after the one on screen. */
	async next(): Promise<void> {
		const last = this.rows.at(-1);
		if (!last || !this.more) return;
		await this.#fetch({ year: this.year, after: { receivedAt: last.cursor, id: last.id } });
	}

	/** The one line of this code, of whichever year. */
	async search(code: string): Promise<void> {
		if (code.trim() === '') return this.open(this.year);
		if (await this.#fetch({ year: this.year, code: code.trim() })) this.found = code.trim();
	}

	/** Closes the register on screen; one id for as long as no certain answer came. */
	async close(): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.closeError = undefined;
		const { year } = this;
		const request = { actionId: this.#actionIds.get(`${year}`), year };
		const answer = await this.#ask((records) => records.closeRegister(request));
		this.busy = false;
		if (answer.ok || answer.error.kind === 'conflict') this.#actionIds.settle(`${year}`);
		if (answer.ok) await this.open(year);
		else this.closeError = answer.error;
	}

	async #fetch(
		request: RegisterDays & { after?: { receivedAt: string; id: string }; code?: string }
	): Promise<boolean> {
		this.busy = true;
		const ticket = ++this.#ticket;
		const answer = await this.#ask((records) => records.registerPage(request));
		// Only the newest question is answered on the screen.
		if (ticket !== this.#ticket) return false;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		if (!answer.ok) return false;
		({ rows: this.rows, more: this.more } = answer.value);
		if (answer.value.head) this.head = answer.value.head;
		return true;
	}

	async #ask<T>(work: (records: StaffRecords) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#tools.watch(await askPort(this.#tools.loadRecords, work));
	}
}
