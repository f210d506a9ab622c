import type { StaffNotices } from '$lib/data/ports/StaffNotices';
import { hasSubject, strangeNames } from '$lib/domain/dossier/NoticeTexts';
import type { NoticeText, NoticeTexts, Wording } from '$lib/domain/dossier/NoticeTexts';
import { askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { viNotices } from '$lib/i18n/viNotices';

const words = viNotices.texts;

/** The office's texts, the one that is looked at, and what was typed into each; nothing typed is lost by looking elsewhere. */
export class TextsState {
	list = $state.raw<NoticeTexts>();
	failure = $state.raw<AppError>();
	kind = $state('receive');
	channel = $state('app');
	busy = $state(false);
	shown = $state.raw<Result<Wording>>();
	#typed = $state.raw<Readonly<Record<string, Wording>>>({});
	readonly #key = $derived(`${this.kind}/${this.channel}`);
	/** What came of the last save, and of which text. */
	#outcome = $state.raw({ key: '', saved: '', refusal: '' });
	readonly saved = $derived(this.#outcome.key === this.#key ? this.#outcome.saved : '');
	readonly refusal = $derived(this.#outcome.key === this.#key ? this.#outcome.refusal : '');
	/** The text in force. */
	readonly text: NoticeText | undefined = $derived(
		this.list?.kinds
			.find(({ kind }) => kind === this.kind)
			?.texts.find(({ channel }) => channel === this.channel)
	);
	readonly edited: Wording = $derived(
		this.#typed[this.#key] ?? { subject: this.text?.subject ?? '', body: this.text?.body ?? '' }
	);
	readonly isChanged = $derived(
		this.edited.subject !== this.text?.subject || this.edited.body !== this.text.body
	);
	readonly hasSubject = $derived(hasSubject(this.channel));
	readonly strange = $derived(strangeNames(this.edited, this.channel, this.list?.words ?? []));
	readonly #session: AnswerWatch;
	readonly #loadPort: () => Promise<StaffNotices>;

	constructor(session: AnswerWatch, loadPort: () => Promise<StaffNotices>) {
		this.#session = session;
		this.#loadPort = loadPort;
	}

	async load(): Promise<void> {
		const answer = await this.#ask((port) => port.texts());
		if (answer.ok) this.list = answer.value;
		this.failure = answer.ok ? undefined : answer.error;
	}

	/** Looks at another text. */
	show(kind: string, channel: string): void {
		this.kind = kind;
		this.channel = channel;
	}

	type(change: Partial<Wording>): void {
		this.#typed = { ...this.#typed, [this.#key]: { ...this.edited, ...change } };
		this.#forgetOutcome();
	}

	undo(): void {
		this.#typed = without(this.#typed, this.#key);
		this.#forgetOutcome();
	}

	/** Asks how it reads; an answer to what was typed before comes too late and is dropped. */
	async preview(): Promise<void> {
		const { kind, channel, edited } = this;
		const answer = await this.#ask((port) => port.preview({ kind, channel, ...edited }));
		if (this.kind === kind && this.channel === channel && this.edited === edited)
			this.shown = answer;
	}

	async save(): Promise<void> {
		if (this.busy || !this.text) return;
		const { kind, channel, edited } = this;
		const key = this.#key;
		const expectedVersion = this.text.version;
		this.busy = true;
		const answer = await this.#ask((port) =>
			port.save({ kind, channel, ...edited, expectedVersion })
		);
		this.busy = false;
		this.#outcome = {
			key,
			saved: answer.ok ? words.saved(answer.value.version) : '',
			refusal: answer.ok ? '' : refusalOf(answer.error)
		};
		// What was typed since stays.
		if (answer.ok && this.#typed[key] === edited) this.#typed = without(this.#typed, key);
		// A colleague was faster: the next save is over theirs, which by then is on the screen.
		if (answer.ok || answer.error.kind === 'conflict') await this.load();
	}

	#forgetOutcome(): void {
		if (this.#outcome.key === this.#key) this.#outcome = { key: '', saved: '', refusal: '' };
	}

	async #ask<T>(work: (port: StaffNotices) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#session.watch(await askPort(this.#loadPort, work));
	}
}

/** Why a text was not taken, in words. */
export function refusalOf({ key, kind }: AppError): string {
	const known = key === undefined ? undefined : words.errors[key];
	return known ?? (kind === 'offline' ? words.offline : words.unknown);
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
	return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
}
