import { createContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type { Question } from '$lib/domain/catalogue/Question';
import { differencesOf, type Difference } from '$lib/domain/editing/difference';
import { hardFaults, type HardFault } from '$lib/domain/editing/hardFaults';
import {
	fieldId,
	pathKey,
	sectionOf,
	valueAt,
	type Path,
	type Section
} from '$lib/domain/editing/Path';
import { tidyContent } from '$lib/domain/editing/tidyContent';
import { warningsOf, type Warning } from '$lib/domain/editing/warnings';
import { toWorkable } from '$lib/domain/editing/workable';
import type { DraftEditor } from './draftEditor.svelte';
import type { ShownReport } from './importReport';
import { sayFault, sayWarning } from './sayFaults';

/** What stands in the column beside the form; on a narrow screen also the form itself. */
export const PANES = ['form', 'preview', 'walk', 'warnings', 'difference', 'report'] as const;
export type Pane = (typeof PANES)[number];

/** Something taken out of a list, to be put back. */
export type Removed = { list: string; index: number; item: unknown; name: string };

/** Only so many things taken out can be put back. */
const MOST_REMOVED = 20;

/** Each thing of a list keeps its name on the screen while it moves and while its words change. */
const names = new WeakMap<object, string>();
let lastName = 0;

/** The name of a thing of the form on this screen. */
export function uidOf(item: object): string {
	const known = names.get(item);
	if (known) return known;
	const name = `n${(lastName += 1)}`;
	names.set(item, name);
	return name;
}

/** How the form stands on the screen: which part is open, what was taken out, and what there is to say about it. */
export class FormState {
	section = $state<Section>('names');
	pane = $state<Pane>('form');
	/** The last of the panes beside the form. */
	side = $state<Exclude<Pane, 'form'>>('preview');
	/** What is not filled in yet is told only after somebody wanted to send it. */
	showsMissing = $state(false);
	removed = $state.raw<Removed[]>([]);
	readonly opened = new SvelteSet<string>();
	/** What was typed where a number belongs and is none, with the thing it belongs to. */
	readonly #unread = new SvelteMap<string, { path: Path; text: string; owner: unknown }>();
	/** What the import that made this draft guessed and dropped. */
	readonly report: ShownReport | undefined;
	readonly editor: DraftEditor;
	readonly tidy = $derived.by(() => tidyContent(this.editor.settled));
	readonly faults: HardFault[] = $derived.by(() => [
		...hardFaults(this.tidy),
		...this.#unreadFaults()
	]);
	readonly warnings: Warning[] = $derived.by(() => warningsOf(this.tidy));
	readonly current = $derived.by(() => this.#current());
	readonly differences: Difference[] = $derived.by(() =>
		this.current ? differencesOf(tidyContent(this.current), this.tidy) : []
	);
	readonly #hints = $derived.by(() => this.#byPlace(this.warnings, sayWarning));
	readonly #errors = $derived.by(() =>
		this.#byPlace(
			this.faults.filter(({ kind }) => this.showsMissing || !isUnfinished(kind)),
			(fault) => sayFault(this.tidy, fault)
		)
	);

	constructor(editor: DraftEditor, report?: ShownReport) {
		this.editor = editor;
		this.report = report;
		if (report) this.side = 'report';
	}

	/** The panes there is something to show in. */
	get panes(): Pane[] {
		return PANES.filter((pane) => pane !== 'report' || this.report);
	}

	get content(): Procedure {
		return this.editor.content;
	}

	/** The thing of a list at a place; whoever asks knows of what sort it is. */
	itemAt<T extends object>(path: Path): T {
		return valueAt(this.content, path) as T;
	}

	/** The ids that were published once: they stay, whatever becomes of the words. */
	isPublished(list: 'questions' | 'requirements' | 'notes', id: string): boolean {
		return this.current?.[list].some((item) => item.id === id) ?? false;
	}

	/** A question people know already now asks something in other words. */
	isReworded({ id, text }: Pick<Question, 'id' | 'text'>): boolean {
		const known = this.current?.questions.find((question) => question.id === id);
		return known !== undefined && known.text !== text;
	}

	errorAt(path: Path): string | undefined {
		return this.#errors.get(pathKey(path))?.join(' ');
	}

	/** Notes what was typed for a number and cannot be read as one; undefined = it can. */
	noteUnread(path: Path, text: string | undefined): void {
		const key = pathKey(path);
		if (text === undefined) this.#unread.delete(key);
		else this.#unread.set(key, { path, text, owner: ownerOf(this.content, path) });
	}

	/** What was typed here and is no number. */
	unreadAt(path: Path): string | undefined {
		const found = this.#unread.get(pathKey(path));
		return found && found.owner === ownerOf(this.content, path) ? found.text : undefined;
	}

	hintsAt(path: Path): string[] {
		return this.#hints.get(pathKey(path)) ?? [];
	}

	faultsIn(section: Section): number {
		return this.faults.filter(({ path }) => sectionOf(path) === section).length;
	}

	show(pane: Pane): void {
		this.pane = pane;
		if (pane !== 'form') this.side = pane;
	}

	/** Opens the part of the form, and the things of lists in it, where a place can be edited. */
	reveal(path: Path): void {
		this.section = sectionOf(path);
		this.pane = 'form';
		path.forEach((key, index) => {
			const item = typeof key === 'number' ? valueAt(this.content, path.slice(0, index + 1)) : null;
			if (typeof item === 'object' && item !== null) this.opened.add(uidOf(item));
		});
	}

	noteRemoved(removed: Removed): void {
		this.removed = [...this.removed, removed].slice(-MOST_REMOVED);
	}

	/** The last thing taken out of this list. */
	lastRemoved(list: string): Removed | undefined {
		return this.removed.findLast((each) => each.list === list);
	}

	forgetRemoved(removed: Removed): void {
		this.removed = this.removed.filter((each) => each !== removed);
	}

	#unreadFaults(): HardFault[] {
		return [...this.#unread.values()]
			.filter(({ path }) => this.unreadAt(path) !== undefined)
			.map(({ path }) => ({ kind: 'invalid', path }));
	}

	#current(): Procedure | undefined {
		const { current, base } = this.editor.draft;
		const content = current?.content ?? base;
		return content ? toWorkable(content) : undefined;
	}

	#byPlace<T extends { path: Path }>(
		list: readonly T[],
		say: (item: T) => string
	): Map<string, string[]> {
		const found = new Map<string, string[]>();
		for (const item of list) {
			const key = pathKey(item.path);
			found.set(key, [...(found.get(key) ?? []), say(item)]);
		}
		return found;
	}
}

/** The thing a place belongs to: things of lists move, and then what was noted of a place is not of that place any more. */
function ownerOf(content: Procedure, path: Path): unknown {
	for (let length = path.length - 1; length > 0; length -= 1) {
		const owner = valueAt(content, path.slice(0, length));
		if (typeof owner === 'object' && owner !== null && !Array.isArray(owner)) return owner;
	}
	return content;
}

function isUnfinished(kind: HardFault['kind']): boolean {
	return kind === 'missing' || kind === 'too-few' || kind === 'nothing-picked';
}

/** Puts the keyboard on the control of a place, or on what is nearest around it. */
export function focusPlace(path: Path): void {
	for (let length = path.length; length > 0; length -= 1) {
		const control = document.getElementById(fieldId(path.slice(0, length)));
		if (!control) continue;
		control.focus({ preventScroll: true });
		control.scrollIntoView({ block: 'center' });
		return;
	}
}

export const [getForm, setForm] = createContext<FormState>();
