import type { StaffFigures, WeightChange } from '$lib/data/ports/StaffFigures';
import type { IndexSheet } from '$lib/domain/report/IndexSheet';
import type { Period } from '$lib/domain/report/period';
import { ActionIds, askPort } from '$lib/domain/shared/askPort';
import type { AppError } from '$lib/domain/shared/Result';
import { Asked, type FigureTools } from './asked.svelte';

type IndexRequest = Period & { agencyId?: string };

/** The index of some days on screen, and an admin who writes a weight down. */
export class IndexState {
	readonly sheet: Asked<StaffFigures, IndexRequest, IndexSheet>;
	saving = $state(false);
	saved = $state(false);
	/** Why the weight was not recorded. */
	refusal = $state.raw<AppError | undefined>();
	readonly #tools: FigureTools;
	readonly #actionIds: ActionIds;
	#request: IndexRequest | undefined;

	constructor(tools: FigureTools & { newId(): string }) {
		this.#tools = tools;
		this.#actionIds = new ActionIds(tools.newId);
		this.sheet = new Asked(tools, (figures, request) => figures.index(request));
	}

	/** The index of these days. */
	async open(request: IndexRequest): Promise<void> {
		this.#request = request;
		this.saved = false;
		this.refusal = undefined;
		await this.sheet.open(request);
	}

	/** Writes a weight down; true when it was recorded. Then, or when somebody was faster, the index is told anew. */
	async save(change: Omit<WeightChange, 'actionId'>): Promise<boolean> {
		if (this.saving) return false;
		this.saving = true;
		this.saved = false;
		this.refusal = undefined;
		const key = JSON.stringify(change);
		const actionId = this.#actionIds.get(key);
		const answer = this.#tools.watch(
			await askPort(this.#tools.load, (figures) => figures.saveWeight({ ...change, actionId }))
		);
		this.saving = false;
		if (answer.ok || answer.error.kind === 'conflict') {
			this.#actionIds.settle(key);
			if (this.#request) await this.sheet.open(this.#request);
		}
		this.saved = answer.ok;
		if (!answer.ok) this.refusal = answer.error;
		return answer.ok;
	}
}
