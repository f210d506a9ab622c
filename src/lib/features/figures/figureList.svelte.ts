import type { FigureRequest, StaffFigures } from '$lib/data/ports/StaffFigures';
import type { FigureRow } from '$lib/domain/report/Report';
import { ActionIds, askPort } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import type { FigureTools } from './asked.svelte';

/** The dossiers behind a figure, page after page. */
export class FigureList {
	rows = $state.raw<readonly FigureRow[]>([]);
	count = $state<number | undefined>();
	more = $state(false);
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	/** Why no file came. */
	fileError = $state.raw<AppError | undefined>();
	readonly #tools: FigureTools;
	readonly #actionIds: ActionIds;
	#request: FigureRequest | undefined;

	constructor(tools: FigureTools & { newId(): string }) {
		this.#tools = tools;
		this.#actionIds = new ActionIds(tools.newId);
	}

	/** The first page of what stands behind a figure. */
	async open(request: FigureRequest): Promise<void> {
		this.#request = request;
		this.rows = [];
		this.count = undefined;
		await this.#fetch();
	}

	/** The page after the last row on screen. */
	async next(): Promise<void> {
		const last = this.rows.at(-1);
		if (last && this.more && !this.busy)
			await this.#fetch({ receivedAt: last.receivedAt, id: last.id });
	}

	/** All rows for a file; undefined when they did not come. One entry in the office's log for each file asked for. */
	async takeAll(): Promise<readonly FigureRow[] | undefined> {
		const request = this.#request;
		if (!request || this.busy) return undefined;
		this.busy = true;
		this.fileError = undefined;
		const key = JSON.stringify(request);
		const actionId = this.#actionIds.get(key);
		const answer = await this.#ask((figures) => figures.exportDossiers({ ...request, actionId }));
		this.busy = false;
		if (answer.ok) this.#actionIds.settle(key);
		else this.fileError = answer.error;
		return answer.ok ? answer.value : undefined;
	}

	async #fetch(after?: { receivedAt: string; id: string }): Promise<void> {
		const request = this.#request;
		if (!request) return;
		this.busy = true;
		const answer = await this.#ask((figures) =>
			figures.dossiers({ ...request, ...(after && { after }) })
		);
		if (request !== this.#request) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		if (!answer.ok) return;
		this.rows = after ? [...this.rows, ...answer.value.rows] : answer.value.rows;
		this.count = answer.value.count;
		this.more = answer.value.more;
	}

	async #ask<T>(work: (figures: StaffFigures) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#tools.watch(await askPort(this.#tools.load, work));
	}
}
