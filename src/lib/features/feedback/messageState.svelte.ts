import type { FeedbackServices } from '$lib/app/feedbackServices';
import {
	feedbackFaults,
	type FeedbackDraft,
	type FeedbackReceipt,
	type FeedbackSetup,
	type PublishedFeedback
} from '$lib/domain/feedback/Feedback';
import type { AppError } from '$lib/domain/shared/Result';

export type MessageTools = {
	/** Made when it is first needed: while the page is prerendered there is no phone. */
	services(): Pick<FeedbackServices, 'gateway' | 'store' | 'sendMessage'>;
	newId(): string;
	newSecret(): string;
};

export type MessageField = Exclude<keyof FeedbackDraft, 'id' | 'secret' | 'waiting'>;

const EMPTY = {
	kind: '',
	topic: '',
	content: '',
	agencyCode: '',
	matter: '',
	dossierCode: '',
	aboutName: '',
	name: '',
	phone: '',
	email: '',
	waiting: false
};

/** A complaint or suggestion from the first letter to its receipt. Every change is on the phone at once. */
export class MessageState {
	draft = $state.raw<FeedbackDraft>({ id: '', secret: '', ...EMPTY });
	receipt = $state.raw<FeedbackReceipt | undefined>();
	receipts = $state.raw<readonly FeedbackReceipt[]>([]);
	setup = $state.raw<FeedbackSetup | undefined>();
	published = $state.raw<readonly PublishedFeedback[]>([]);
	isBusy = $state(false);
	isKept = $state(true);
	/** Why it was refused, or waits. */
	error = $state.raw<AppError | undefined>();
	readonly #tools: MessageTools;

	constructor(tools: MessageTools) {
		this.#tools = tools;
	}

	get faults() {
		return feedbackFaults(this.draft, this.setup?.offices.length ?? 0);
	}

	/** Takes up what lies on the phone, and asks whom one may write about and what was answered in public. */
	async begin(): Promise<void> {
		const { store, gateway } = this.#tools.services();
		this.draft = store.message() ?? this.#fresh();
		this.receipts = store.receipts();
		this.isKept = store.isKept;
		const [, published] = await Promise.all([this.#askSetup(), gateway.published()]);
		if (published.ok) this.published = published.value;
		if (this.draft.waiting) await this.send();
	}

	change(field: MessageField, value: string): void {
		if (this.draft.waiting) return;
		this.#keep({ [field]: value });
	}

	/** Gives it away: from here on it is sent until there is a receipt, or it is refused and may be changed. */
	async send(): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.error = undefined;
		this.#keep({ waiting: true });
		const outcome = await this.#tools.services().sendMessage(this.draft);
		this.isBusy = false;
		if (outcome.state === 'taken') {
			this.receipt = outcome.receipt;
			this.receipts = this.#tools.services().store.receipts();
			this.draft = this.#fresh();
			return;
		}
		this.error = outcome.error;
		if (outcome.state !== 'refused') return;
		// What arrived before under this id stands; sent once more, this is another one.
		if (!this.setup) await this.#askSetup();
		const isOther = outcome.error.key === 'feedback-differs';
		const { id, secret } = isOther ? this.#fresh() : this.draft;
		this.#keep({ waiting: false, id, secret });
	}

	/** The receipt is read; an empty page. */
	another(): void {
		this.receipt = undefined;
	}

	async #askSetup(): Promise<void> {
		const setup = await this.#tools.services().gateway.setup();
		if (setup.ok) this.setup = setup.value;
	}

	#fresh(): FeedbackDraft {
		return { id: this.#tools.newId(), secret: this.#tools.newSecret(), ...EMPTY };
	}

	#keep(change: Partial<FeedbackDraft>): void {
		this.draft = { ...this.draft, ...change };
		const { store } = this.#tools.services();
		store.saveMessage(this.draft);
		this.isKept = store.isKept;
	}
}
