import type { CatalogueImporter } from '$lib/data/ports/CatalogueImporter';
import { toLocal } from '$lib/domain/clock/localTime';
import { differencesOf } from '$lib/domain/editing/difference';
import { sendableReport } from '$lib/domain/importer/draftReport';
import type { Draft, ImportedRecord } from '$lib/domain/importer/Imported';
import type { AppError } from '$lib/domain/shared/Result';
import type { CatalogueState } from './catalogueState.svelte';
import { InForceShelf, isLineDown } from './importInForce';

type Tools = {
	loadImporter(): Promise<CatalogueImporter>;
	now(): Date;
	newId(): string;
};

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
	/** Why the last saving ended before its end; pressed again it goes on there. */
	stoppedBy = $state.raw<AppError>();
	isMaking = $state(false);
	/** The empty list could not be made: its maker is fetched when somebody asks, and the line is down. */
	hasNoTemplate = $state(false);
	readonly toSave: DraftRow[] = $derived(
		this.drafts.filter(({ draftId }) => this.chosen[draftId] && !this.saved[draftId])
	);
	readonly #catalogue: CatalogueState;
	readonly #tools: Tools;
	readonly #inForce: InForceShelf;

	constructor(catalogue: CatalogueState, tools: Tools) {
		this.#catalogue = catalogue;
		this.#tools = tools;
		this.#inForce = new InForceShelf(catalogue);
	}

	get savedCount(): number {
		return Object.keys(this.saved).length;
	}

	/** How many drafts the server looked at and did not take. */
	get refusedCount(): number {
		return Object.values(this.problems).filter((error) => !isLineDown(error)).length;
	}

	/** The empty list to fill in; undefined when it cannot be made now. */
	async makeTemplate(): Promise<Uint8Array | undefined> {
		this.isMaking = true;
		this.hasNoTemplate = false;
		try {
			return await (await this.#tools.loadImporter()).template();
		} catch (cause) {
			console.warn('the template could not be made', cause);
			this.hasNoTemplate = true;
			return undefined;
		} finally {
			this.isMaking = false;
		}
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
		const fetchAll = async (codes: readonly string[]) => {
			const contents = await this.#inForce.fetchAll(codes, (done, all) => {
				this.progress = { done, all };
			});
			this.progress = undefined;
			return contents;
		};
		const records = await importer.read(given, {
			fields: list.fields,
			today: toLocal(this.#tools.now()).slice(0, 10),
			inForce: { titles: this.#inForce.titles(), fetch: fetchAll }
		});
		// Rows of lists were laid over what is in force already; whole records are only compared with it.
		const codes = records.flatMap(({ result }) =>
			result.kind === 'draft' ? [result.procedure.code] : []
		);
		await fetchAll(codes.filter((code) => this.#inForce.isKnown(code)));
		return records;
	}

	#show(records: readonly ImportedRecord[]): void {
		this.drafts = records.flatMap((record) => {
			const { result } = record;
			if (result.kind !== 'draft') return [];
			const { code } = result.procedure;
			const current = this.#inForce.find(code);
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
					isKnown: this.#inForce.isKnown(code),
					isCompared: current !== undefined || !this.#inForce.isKnown(code),
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
		this.stoppedBy = undefined;
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
		this.stoppedBy = undefined;
		const rows = this.toSave;
		for (const [index, row] of rows.entries()) {
			this.progress = { done: index, all: rows.length };
			const error = await this.#saveOne(row);
			if (error) this.problems[row.draftId] = error;
			else {
				delete this.problems[row.draftId];
				this.saved[row.draftId] = true;
			}
			if (error && isLineDown(error)) {
				this.stoppedBy = error;
				break;
			}
		}
		this.progress = undefined;
		this.isSaving = false;
		await this.#catalogue.load();
	}

	async #saveOne({ record, draft, draftId, isKnown }: DraftRow): Promise<AppError | undefined> {
		const { procedure } = draft;
		const current = isKnown ? await this.#inForce.fetch(procedure.code) : undefined;
		if (current && !current.ok) return current.error;
		const answer = await this.#catalogue.ask((port) =>
			port.begin({
				actionId: this.#tools.newId(),
				draftId,
				procedureCode: procedure.code,
				baseVersionId: current?.value.versionId ?? null,
				content: procedure,
				report: sendableReport(record, draft)
			})
		);
		return answer.ok || answer.error.key === 'draft-exists' ? undefined : answer.error;
	}
}
