import type { PlanFiles, TableFault } from '$lib/data/ports/PlanFiles';
import type { PlanTaskText } from '$lib/domain/plan/Plan';
import { readPlanTable, type PlanRow, type PlanTable } from '$lib/domain/plan/readPlanTable';
import { fold } from '$lib/domain/shared/fold';
import type { AppError } from '$lib/domain/shared/Result';
import { viPlanImport } from '$lib/i18n/viPlanImport';
import type { PlanState } from './planState.svelte';

/** So many tasks are added in one go. */
export const MOST_IMPORTED = 200;

/** A row that is a task, with the id it will have; `isKnown`: the plan has one of this name. */
export type ReadTask = Extract<PlanRow, { kind: 'task' }> & { taskId: string; isKnown: boolean };
type Reader = { loadImporter(): Promise<{ plan: PlanFiles }>; newId(): string };

/** A plan's file on this PC, and what of it goes into the plan. */
export class PlanImport {
	phase = $state<'empty' | 'reading' | 'read' | 'failed' | 'saved'>('empty');
	fault = $state<TableFault | 'line'>();
	table = $state.raw<PlanTable>();
	tasks = $state.raw<ReadTask[]>([]);
	/** Task id → it is to be added. */
	chosen = $state<Record<string, boolean>>({});
	error = $state.raw<AppError>();
	busy = $state(false);
	savedCount = $state(0);
	readonly toSave = $derived(this.tasks.filter(({ taskId }) => this.chosen[taskId]));
	readonly faults = $derived(this.#rowsOf('fault'));
	readonly left = $derived([...this.#rowsOf('above'), ...this.#rowsOf('skipped')]);
	readonly #desk: PlanState;
	readonly #tools: Reader;

	constructor(desk: PlanState, tools: Reader) {
		this.#desk = desk;
		this.#tools = tools;
	}

	/** Reads a file; what the plan has by name already is not chosen by itself. */
	async read(name: string, bytes: () => Promise<Uint8Array>): Promise<void> {
		this.phase = 'reading';
		this.error = undefined;
		try {
			const { plan } = await this.#tools.loadImporter();
			const answer = await plan.read(name, await bytes());
			if (answer.ok) this.#show(answer.value);
			else this.#fail(answer.error);
		} catch {
			this.#fail('line');
		}
	}

	/** The empty table to fill in; undefined when it cannot be made now. */
	async template(): Promise<Uint8Array | undefined> {
		try {
			return await (await this.#tools.loadImporter()).plan.template();
		} catch {
			return undefined;
		}
	}

	/** Adds what is chosen, all or nothing; pressed again after a lost answer it happens once. */
	async save(reason: string): Promise<void> {
		if (this.busy || this.toSave.length === 0) return;
		this.busy = true;
		const tasks = this.toSave.map(({ task, taskId }): PlanTaskText & { taskId: string } => ({
			...task,
			taskId
		}));
		const answer = await this.#desk.change(
			{ year: this.#desk.place.year, tasks, ...(reason && { reason }) },
			(port, request) => port.importTasks(request)
		);
		this.busy = false;
		this.error = answer.ok ? undefined : answer.error;
		if (!answer.ok) return;
		this.savedCount = tasks.length;
		this.phase = 'saved';
	}

	#show(sheets: Parameters<typeof readPlanTable>[0]): void {
		const plan = this.#desk.plan;
		const known = new Set(plan?.tasks.map(({ title }) => fold(title)));
		this.table = readPlanTable(sheets, {
			year: this.#desk.place.year,
			departments: plan?.departments ?? [],
			fallback: viPlanImport.fallback
		});
		this.tasks = this.#rowsOf('task').map((row) => ({
			...row,
			taskId: this.#tools.newId(),
			isKnown: known.has(fold(row.task.title))
		}));
		this.chosen = Object.fromEntries(this.tasks.map(({ taskId, isKnown }) => [taskId, !isKnown]));
		this.phase = 'read';
	}

	#fail(fault: TableFault | 'line'): void {
		this.fault = fault;
		this.phase = 'failed';
	}

	#rowsOf<Kind extends PlanRow['kind']>(kind: Kind) {
		const isOf = (row: PlanRow): row is Extract<PlanRow, { kind: Kind }> => row.kind === kind;
		return this.table?.rows.filter(isOf) ?? [];
	}
}
