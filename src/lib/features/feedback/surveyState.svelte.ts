import type { FeedbackServices } from '$lib/app/feedbackServices';
import { MOST_REMARK, plainCode, type SurveyDraft } from '$lib/domain/feedback/Survey';
import { questionsFor, type SurveyQuestion } from '$lib/domain/feedback/surveyForm';
import type { AppError } from '$lib/domain/shared/Result';

export type SurveyTools = {
	/** Made when it is first needed: while the page is prerendered there is no phone. */
	services(): Pick<FeedbackServices, 'gateway' | 'store' | 'sendSurvey'>;
	newId(): string;
};

/** The answers to one slip, from its code to the thanks. Every change is on the phone at once. */
export class SurveyState {
	draft = $state.raw<SurveyDraft | undefined>();
	phase = $state<'code' | 'answering' | 'done' | 'waiting'>('code');
	isBusy = $state(false);
	/** Why a code does not open: the code itself, too many tries, no network; `none`: a dossier that asks nothing. */
	failure = $state<'miss' | 'throttled' | 'offline' | 'none' | undefined>();
	/** Why it waits. */
	error = $state.raw<AppError | undefined>();
	readonly #tools: SurveyTools;

	constructor(tools: SurveyTools) {
		this.#tools = tools;
	}

	get questions(): readonly SurveyQuestion[] {
		return questionsFor(this.draft?.online);
	}

	/** Whether the remark may be sent as it is. */
	get isTooLong(): boolean {
		return [...(this.draft?.comment ?? '')].length > MOST_REMARK;
	}

	get isKept(): boolean {
		return this.#tools.services().store.isKept;
	}

	/** The question on a page from 0; undefined on the last page, where the remark stands. */
	question(step: number): SurveyQuestion | undefined {
		return this.questions[step];
	}

	/** Takes up what lies on the phone under this id; false when nothing does. */
	resume(id: string | null): boolean {
		const found = this.#tools
			.services()
			.store.surveys()
			.find((one) => one.id === id);
		if (!found) return false;
		this.#enter(found);
		return true;
	}

	/** Opens the form of a code. Without a network it opens all the same: the answers wait, and the code is judged then. */
	async open(typed: string): Promise<void> {
		if (this.isBusy) return;
		const code = plainCode(typed);
		const { gateway, store } = this.#tools.services();
		const known = store.surveys().find((one) => one.code === code);
		if (known?.waiting) return this.#enter(known);
		this.isBusy = true;
		this.failure = undefined;
		const answer = await gateway.openSurvey(code);
		this.isBusy = false;
		if (answer.ok && !answer.value) {
			if (known) store.removeSurvey(known.id);
			this.failure = 'miss';
			return;
		}
		if (!answer.ok && answer.error.kind === 'throttled') {
			this.failure = 'throttled';
			return;
		}
		const opened = answer.ok ? answer.value : null;
		const draft: SurveyDraft = {
			...(known ?? {
				id: this.#tools.newId(),
				code,
				answers: {},
				comment: '',
				step: 0,
				waiting: false
			}),
			...opened
		};
		store.saveSurvey(draft);
		this.#enter(draft);
	}

	/** Opens the form of a dossier that this phone filed. */
	async openFor(dossier: { id: string; secret: string }): Promise<void> {
		this.isBusy = true;
		this.failure = undefined;
		const answer = await this.#tools.services().gateway.dossierSurvey(dossier);
		this.isBusy = false;
		if (!answer.ok) this.failure = answer.error.kind === 'throttled' ? 'throttled' : 'offline';
		else if (answer.value === null) this.failure = 'none';
		else await this.open(answer.value);
	}

	/** Puts these answers aside, where they are kept, for another slip. */
	leave(): void {
		this.draft = undefined;
		this.phase = 'code';
	}

	answer(key: string, value: string): void {
		if (this.draft) this.#keep({ answers: { ...this.draft.answers, [key]: value } });
	}

	remark(comment: string): void {
		this.#keep({ comment });
	}

	/** Remembers which page is open, for whoever comes back later. */
	turnTo(step: number): void {
		if (this.draft && this.draft.step !== step) this.#keep({ step });
	}

	/** Gives the answers: from here on they are sent until the server has them. */
	async send(): Promise<void> {
		if (!this.draft || this.isBusy || this.isTooLong) return;
		this.isBusy = true;
		this.#keep({ waiting: true });
		const outcome = await this.#tools.services().sendSurvey(this.draft);
		this.isBusy = false;
		if (outcome.state === 'taken') this.phase = 'done';
		else if (outcome.state === 'waiting') {
			this.error = outcome.error;
			this.phase = 'waiting';
		} else {
			this.draft = undefined;
			this.failure = 'miss';
			this.phase = 'code';
		}
	}

	#enter(draft: SurveyDraft): void {
		this.draft = draft;
		this.failure = undefined;
		this.phase = draft.waiting ? 'waiting' : 'answering';
	}

	#keep(change: Partial<SurveyDraft>): void {
		if (!this.draft) return;
		this.draft = { ...this.draft, ...change };
		this.#tools.services().store.saveSurvey(this.draft);
	}
}
