import type { AppError } from '../shared/Result.ts';
import { emptyForm, type IntakeForm, type Outcome } from './IntakeForm.ts';
import type { Step, StepAnswer } from './Step.ts';

/**
 * One matter of the counter as it goes to the server: its steps in order and the answers so far. Kept on the PC from
 * the press of the button until the last answer is in.
 */
export type Chain = {
	/** Also the dossier's id. */
	id: string;
	visitId: string;
	/** When the button was pressed (ISO). */
	madeAt: string;
	procedure: string;
	person: string;
	outcome: Outcome;
	steps: Step[];
	answers: StepAnswer[];
	/** Tries of the present step that brought no certain answer. */
	attempts: number;
	nextAttemptAt: string;
	/** Why the server refused the present step: it waits for the officer, not for the line. */
	refusal: Pick<AppError, 'kind' | 'key'> | null;
	/** What was typed, to mend it after a refusal. */
	form: IntakeForm;
};

/** The step to send now; undefined when everything is answered. */
export function nextStep(chain: Chain): Step | undefined {
	return chain.steps[chain.answers.length];
}

/** True once the last answer is in. */
export function isDone(chain: Chain): boolean {
	return chain.answers.length >= chain.steps.length;
}

/** Whether it is tried now; `all` also tries what rests. A refused one waits for the officer. */
export function isDue(chain: Chain, now: Date, reason: 'due' | 'all'): boolean {
	if (isDone(chain) || chain.refusal) return false;
	return reason === 'all' || chain.nextAttemptAt <= now.toISOString();
}

/** The version of the dossier that the step after these answers expects: the filed one, and one more per step since. */
export function expectedVersion(chain: Chain): number {
	const filed = chain.answers.find((answer) => answer.kind === 'file');
	return (filed?.version ?? 0) + chain.answers.length - 1;
}

/** The chain with the answer to step number `at`. An answer that comes a second time changes nothing. */
export function withAnswer(chain: Chain, at: number, answer: StepAnswer): Chain {
	if (at !== chain.answers.length || chain.steps[at]?.kind !== answer.kind) return chain;
	return { ...chain, answers: [...chain.answers, answer], attempts: 0, refusal: null };
}

/** No certain answer to step number `at`: it is tried again at `nextAttemptAt`. */
export function withPause(chain: Chain, at: number, nextAttemptAt: Date): Chain {
	if (at !== chain.answers.length) return chain;
	return {
		...chain,
		attempts: chain.attempts + 1,
		nextAttemptAt: nextAttemptAt.toISOString()
	};
}

/** The server refused step number `at`. */
export function withRefusal(chain: Chain, at: number, error: AppError): Chain {
	if (at !== chain.answers.length) return chain;
	return {
		...chain,
		refusal: { kind: error.kind, ...(error.key === undefined ? {} : { key: error.key }) }
	};
}

/** The form of a refused chain, to be mended: the steps that are answered stay as they are, under the same dossier. */
export function formOf(chain: Chain): IntakeForm {
	const { answers } = chain;
	const steps = chain.steps.slice(0, answers.length);
	return {
		// A form kept before there was more to ask.
		...emptyForm(chain.visitId),
		...chain.form,
		mends: chain.id,
		outcome: steps.some((step) => step.kind === 'receive') ? chain.outcome : chain.form.outcome,
		filed: answers.length > 0 ? { dossierId: chain.id, steps, answers } : null
	};
}
