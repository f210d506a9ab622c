import type { CatalogueImporter } from '$lib/data/ports/CatalogueImporter';
import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { toLocal } from '$lib/domain/clock/localTime';
import { differencesOf } from '$lib/domain/editing/difference';
import { toWorkable } from '$lib/domain/editing/workable';
import { draftReport } from '$lib/domain/importer/draftReport';
import type { Draft, ImportedRecord } from '$lib/domain/importer/Imported';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import type { CatalogueState } from './catalogueState.svelte';
import { keepReport } from './importReport';

type Tools = {
	store: DeskStore;
	loadImporter(): Promise<CatalogueImporter>;
	now(): Date;
	newId(): string;
};

/** What is in force of a code, fetched to be compared with and to begin from. */
type InForce = { versionId: string; content: Procedure };

/** A procedure that was read, on its way to become a draft. */
export type DraftRow = {
	record: ImportedRecord;
	draft: Draft;
	draftId: string;
	/** In the catalogue already. */
	isKnown: boolean;
	/** Held against what is in force, or new. */
	isCompared: boolean;
	/** Says nothing else than what is in force. */
	isSame: boolean;
};

export type Progress = { done: number; all: number };

/** Files read on this PC, and what of them becomes drafts. */
export class ImportState {
	phase = $state<'empty' | 'reading' | 'read' | 'failed'>('empty');
	drafts = $state.raw<DraftRow[]>([]);
	others = $state.raw<ImportedRecord[]>([]);
	/** Draft id → it is to be saved. */
	chosen = $state<Record<string, boolean>>({});
	saved = $state<Record<string, boolean>>({});
	problems = $state<Record<string, AppError>>({});
	progress = $state.raw<Progress>();
	isSaving = $state(false);
	readonly toSave: DraftRow[] = $derived(
		this.drafts.filter(({ draftId }) => this.chosen[draftId] && !this.saved[draftId])
	);
	readonly #catalogue: CatalogueState;
	readonly #tools: Tools;
	readonly #inForce = new Map<string, InForce>();

	constructor(catalogue: CatalogueState, tools: Tools) {
		this.#catalogue = catalogue;
		this.#tools = tools;
	}

	get savedCount(): number {
		return Object.keys(this.saved).length;
	}

	async read(files: readonly File[]): Promise<void> {
		if (files.length === 0) return;
		this.phase = 'reading';
		this.progress = undefined;
		try {
			const records = await this.#readFiles(files);
			this.#show(records);
			this.phase = 'read';
		} catch (cause) {
			console.warn('the files could not be read', cause);
			this.phase = 'failed';
		}
		this.progress = undefined;
	}

	async #readFiles(files: readonly File[]): Promise<ImportedRecord[]> {
		const importer = await this.#tools.loadImporter();
		const given = await Promise.all(
			files.map(async (file) => ({
				name: file.name,
				bytes: new Uint8Array(await file.arrayBuffer()),
				modified: toLocal(new Date(file.lastModified)).slice(0, 10)
			}))
		);
		const { list } = this.#catalogue;
		// What is in force must be known by name: read without it, a row of a list would empty a procedure.
		if (!list) throw new Error('the list of procedures is not there');
		const titles = list.procedures
			.filter(({ code }) => this.#isKnown(code))
			.map(({ code, title }): [string, string] => [code, title]);
		const records = await importer.read(given, {
			fields: list.fields,
			today: toLocal(this.#tools.now()).slice(0, 10),
			inForce: { titles: new Map(titles), fetch: (codes) => this.#fetchAll(codes) }
		});
		// Rows of lists were laid over what is in force already; whole records are only compared with it.
		const codes = records.flatMap(({ result }) =>
			result.kind === 'draft' ? [result.procedure.code] : []
		);
		await this.#fetchAll(codes.filter((code) => this.#isKnown(code)));
		return records;
	}

	/** The contents in force of these codes; after the line has gone down, of those fetched before. */
	async #fetchAll(codes: readonly string[]): Promise<ReadonlyMap<string, Procedure>> {
		const missing = codes.filter((code) => !this.#inForce.has(code));
		for (const [index, code] of missing.entries()) {
			this.progress = { done: index, all: missing.length };
			const current = await this.#fetch(code);
			if (!current.ok && isLineDown(current.error)) break;
		}
		this.progress = undefined;
		return new Map(
			codes.flatMap((code): [string, Procedure][] => {
				const current = this.#inForce.get(code);
				return current ? [[code, current.content]] : [];
			})
		);
	}

	#show(records: readonly ImportedRecord[]): void {
		this.drafts = records.flatMap((record) => {
			const { result } = record;
			if (result.kind !== 'draft') return [];
			const { code } = result.procedure;
			const current = this.#inForce.get(code);
			const isSame = current
				? differencesOf(
						{ ...current.content, provenance: null },
						{ ...result.procedure, provenance: null }
					).length === 0
				: false;
			return [
				{
					record,
					draft: result,
					draftId: this.#tools.newId(),
					isKnown: this.#isKnown(code),
					isCompared: current !== undefined || !this.#isKnown(code),
					isSame
				}
			];
		});
		this.others = records.filter(({ result }) => result.kind !== 'draft');
		// What another agency does, what says nothing new, and what nobody could compare is saved only when somebody asks.
		this.chosen = Object.fromEntries(
			this.drafts.map(({ draftId, draft, isSame, isCompared }) => [
				draftId,
				!draft.vertical && !isSame && isCompared
			])
		);
		this.saved = {};
		this.problems = {};
	}

	chooseAll(isChosen: boolean): void {
		this.chosen = Object.fromEntries(this.drafts.map(({ draftId }) => [draftId, isChosen]));
	}

	/** Adds the field of work that the records of this name ask for, and puts them under it. */
	async addField(code: string, name: string): Promise<AppError | undefined> {
		const fields = this.#catalogue.list?.fields ?? [];
		const position = Math.max(0, ...fields.map((field) => field.position)) + 1;
		const answer = await this.#catalogue.change((port) =>
			port.saveField({ code, name, help: '', position })
		);
		if (!answer.ok) return answer.error;
		this.drafts = this.drafts.map((row) => {
			if (row.draft.newField?.code !== code) return row;
			const { newField: _, ...draft } = row.draft;
			return { ...row, draft: { ...draft, procedure: { ...draft.procedure, field: code } } };
		});
		return undefined;
	}

	/** Saves what is chosen, one after another; stops where the line does and goes on there the next time. */
	async save(): Promise<void> {
		if (this.isSaving) return;
		this.isSaving = true;
		const rows = this.toSave;
		for (const [index, row] of rows.entries()) {
			this.progress = { done: index, all: rows.length };
			const error = await this.#saveOne(row);
			if (error) this.problems[row.draftId] = error;
			else {
				delete this.problems[row.draftId];
				this.saved[row.draftId] = true;
			}
			if (error && isLineDown(error)) break;
		}
		this.progress = undefined;
		this.isSaving = false;
		await this.#catalogue.load();
	}

	async #saveOne({ record, draft, draftId, isKnown }: DraftRow): Promise<AppError | undefined> {
		const { procedure } = draft;
		const current = isKnown ? await this.#fetch(procedure.code) : undefined;
		if (current && !current.ok) return current.error;
		const answer = await this.#catalogue.ask((port) =>
			port.begin({
				actionId: this.#tools.newId(),
				draftId,
				procedureCode: procedure.code,
				baseVersionId: current?.value.versionId ?? null,
				content: procedure
			})
		);
		if (!answer.ok && answer.error.key !== 'draft-exists') return answer.error;
		keepReport(this.#tools.store, draftId, draftReport(record, draft));
		return undefined;
	}

	#isKnown(code: string): boolean {
		const line = this.#catalogue.list?.procedures.find((each) => each.code === code);
		return line !== undefined && line.versionNumber !== null;
	}

	async #fetch(code: string): Promise<Result<InForce>> {
		const known = this.#inForce.get(code);
		if (known) return ok(known);
		const history = await this.#catalogue.ask((port) => port.history(code));
		if (!history.ok) return history;
		const current = history.value.find((entry) => entry.kind === 'version' && entry.isCurrent);
		if (current?.kind !== 'version') return fail({ kind: 'not-found' });
		const { versionId } = current;
		const version = await this.#catalogue.ask((port) => port.version(versionId));
		if (!version.ok) return version;
		const inForce = { versionId, content: toWorkable(version.value.content) };
		this.#inForce.set(code, inForce);
		return ok(inForce);
	}
}

/** Nothing else will be answered either: the line is down, or nobody is signed in. */
function isLineDown({ kind }: AppError): boolean {
	return kind !== 'invalid' && kind !== 'conflict' && kind !== 'not-found';
}
