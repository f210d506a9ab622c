import { tick } from 'svelte';
import type { DeskRouting } from '$lib/data/ports/DeskRouting';
import type { ActionRequest } from '$lib/data/ports/StaffDesk';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { localOf } from '$lib/i18n/format';
import { offeredText, offersOf } from './consultOffers';
import type { DossierState } from '../dossier/dossierState.svelte';
import type { FormError } from '../forms/receiveDraft.svelte';
import type { RoutingAction } from './routingActions';
import { noteForm, type Filled } from './routingForms';
import type { StaffSession } from '../staffSession.svelte';

/** What is typed in the panel "where the dossier lies" and sent from there; kept on the PC under its own key. */
export class RoutingState {
	errors = $state.raw<FormError[]>([]);
	/** What came of the last note: `null` = stored. */
	noted = $state.raw<AppError | null | undefined>();
	noting = $state(false);
	readonly desk: DossierState;
	readonly calls: DeskRouting;
	readonly #session: StaffSession;
	readonly #key: string;
	readonly #dossierId: string;
	#texts = $state<Record<string, string>>({});
	/** The note under way: the same words are stored once, others are another note. */
	#sent: { id: string; text: string } | undefined;

	constructor(dossierId: string, desk: DossierState, calls: DeskRouting, session: StaffSession) {
		this.#dossierId = dossierId;
		this.desk = desk;
		this.calls = calls;
		this.#session = session;
		this.#key = `routing-${dossierId}`;
	}

	/** Takes over what was kept on this PC; what is typed by then wins. */
	async restore(): Promise<void> {
		const saved = await this.#session.store.load(this.#key).catch(() => undefined);
		if (typeof saved !== 'object' || saved === null) return;
		const texts = Object.entries(saved).filter((entry): entry is [string, string] => {
			const [, value] = entry as [string, unknown];
			return typeof value === 'string';
		});
		this.#texts = { ...Object.fromEntries(texts), ...this.#texts };
	}

	/** The local date by the clock of this PC. */
	get today(): string {
		return localOf(this.#session.services.now()).slice(0, 10);
	}

	get me(): string | undefined {
		return this.#session.me?.id;
	}

	/** What is typed, or else what the procedure proposes. */
	readonly textOf = (id: string): string => this.#texts[id] ?? this.#proposed(id);

	/** Notes what is typed, on the PC too. What is emptied on purpose stays empty. */
	write(id: string, text: string): void {
		if (text || this.#proposed(id)) this.#texts[id] = text;
		else delete this.#texts[id];
		this.#keep();
	}

	/** Takes another of the agencies the procedure names ('' = none of them), as it is proposed. */
	pickOffer(agency: string): void {
		for (const id of ['agency', 'until', 'silence']) delete this.#texts[`consult-${id}`];
		this.write('consult-offer', agency);
	}

	#proposed(id: string): string {
		const { dossier } = this.desk;
		if (!dossier || !id.startsWith('consult-')) return '';
		return offeredText(offersOf(dossier), this.#texts['consult-offer'], id, this.today);
	}

	errorOf(id: string): string | undefined {
		return this.errors.find((error) => error.id === id)?.message;
	}

	/**
	 * Sends a form unless something is wrong with it; once it is done (true), what begins with `prefix` is no draft any
	 * more.
	 */
	async submit<T>(
		action: RoutingAction,
		prefix: string,
		form: Filled<T>,
		send: (request: ActionRequest & T) => Promise<Result<null>>,
		about = ''
	): Promise<boolean> {
		if (this.desk.busy || !(await this.#isReady(form.errors))) return false;
		await this.desk.act(
			action,
			(request) => send({ ...request, ...form.content }),
			undefined,
			about
		);
		const isDone = this.desk.routed?.kind === 'done';
		if (isDone) this.#clear(prefix);
		return isDone;
	}

	/** Stores the note that is typed. */
	async note(): Promise<boolean> {
		const { errors, content } = noteForm(this.textOf);
		if (this.noting || !(await this.#isReady(errors))) return false;
		this.noting = true;
		this.noted = undefined;
		if (this.#sent?.text !== content.text)
			this.#sent = { id: this.#session.services.newId(), text: content.text };
		const answer = this.#session.watch(
			await this.calls.note({ noteId: this.#sent.id, dossierId: this.#dossierId, ...content })
		);
		if (answer.ok) {
			this.#sent = undefined;
			this.#clear('note-');
			await this.desk.load();
		}
		this.noted = answer.ok ? null : answer.error;
		this.noting = false;
		return answer.ok;
	}

	async #isReady(errors: FormError[]): Promise<boolean> {
		this.errors = errors;
		const [first] = errors;
		if (!first) return true;
		await tick();
		document.getElementById(first.id)?.focus();
		return false;
	}

	#clear(prefix: string): void {
		for (const id of Object.keys(this.#texts)) if (id.startsWith(prefix)) delete this.#texts[id];
		this.#keep();
	}

	#keep(): void {
		if (Object.keys(this.#texts).length > 0)
			this.#session.store.save(this.#key, $state.snapshot(this.#texts));
		else this.#session.store.forget(this.#key);
	}
}
