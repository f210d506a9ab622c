import type { CatalogueImporter } from '$lib/data/ports/CatalogueImporter';
import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { differencesOf } from '$lib/domain/editing/difference';
import { toWorkable } from '$lib/domain/editing/workable';
import { draftReport } from '$lib/domain/importer/draftReport';
import type { Draft, ImportedRecord } from '$lib/domain/importer/Imported';
import type { AppError } from '$lib/domain/shared/Result';
import { localOf } from '$lib/i18n/format';
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
				modified: localOf(new Date(file.lastModified)).slice(0, 10)
			}))
		);
		const setting = {
			fields: this.#catalogue.list?.fields ?? [],
			today: localOf(this.#tools.now()).slice(0, 10)
		};
		const first = await importer.read(given, setting);
		// A row of a list says only part of a procedure: the rest is what is in force.
		const codes = first.flatMap(({ file, result }) =>
			result.kind === 'draft' && !file.toLowerCase().endsWith('.json')
				? [result.procedure.code]
				: []
		);
		const known = codes.filter((code) => this.#isKnown(code));
		if (known.length === 0) return first;
		const published = new Map<string, Procedure>();
		for (const [index, code] of known.entries()) {
			this.progress = { done: index, all: known.length };
			const current = await this.#fetch(code);
			if (current) published.set(code, current.content);
		}
		return importer.read(given, { ...setting, published });
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
					isSame
				}
			];
		});
		this.others = records.filter(({ result }) => result.kind !== 'draft');
		// What another agency does, and what says nothing new, is saved only when somebody asks for it.
		this.chosen = Object.fromEntries(
			this.drafts.map(({ draftId, draft, isSame }) => [draftId, !draft.vertical && !isSame])
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
			if (error && error.kind !== 'invalid' && error.kind !== 'conflict') break;
		}
		this.progress = undefined;
		this.isSaving = false;
		await this.#catalogue.load();
	}

	async #saveOne({ record, draft, draftId, isKnown }: DraftRow): Promise<AppError | undefined> {
		const { procedure } = draft;
		const current = isKnown ? await this.#fetch(procedure.code) : undefined;
		if (isKnown && !current) return { kind: 'offline' };
		const answer = await this.#catalogue.ask((port) =>
			port.begin({
				actionId: this.#tools.newId(),
				draftId,
				procedureCode: procedure.code,
				baseVersionId: current?.versionId ?? null,
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

	async #fetch(code: string): Promise<InForce | undefined> {
		const known = this.#inForce.get(code);
		if (known) return known;
		const history = await this.#catalogue.ask((port) => port.history(code));
		const current = history.ok
			? history.value.find((entry) => entry.kind === 'version' && entry.isCurrent)
			: undefined;
		if (current?.kind !== 'version') return undefined;
		const { versionId } = current;
		const version = await this.#catalogue.ask((port) => port.version(versionId));
		if (!version.ok) return undefined;
		const inForce = { versionId, content: toWorkable(version.value.content) };
		this.#inForce.set(code, inForce);
		return inForce;
	}
}
