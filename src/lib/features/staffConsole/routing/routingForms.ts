import type {
	Consultation,
	ConsultAnswer,
	Copied,
	NewPart,
	PartStep
} from '$lib/data/ports/DeskRouting';
import { isLocalDate } from '$lib/domain/clock/localTime';
import { tidyLine, tidyText } from '$lib/domain/shared/tidyText';
import { viRouting } from '$lib/i18n/viRouting';
import type { FormError } from '../forms/receiveDraft.svelte';

/** What is typed in the control of this id. */
export type TextOf = (id: string) => string;

/** A form as it is typed: what is wrong (each with the id of the control to go to; empty = ready), and what to send. */
export type Filled<T> = { errors: FormError[]; content: T };

/** How many parts can be added at once. */
export const MOST_PARTS = 10;

/** Handing the work to somebody: whom, and why. */
export function handOverForm(
	action: 'pass' | 'assign',
	textOf: TextOf
): Filled<{ staffId: string; reason: string }> {
	const to = textOf(`${action}-to`);
	const reason = textOf(`${action}-reason`);
	return {
		errors: [
			...(to ? [] : [{ id: `${action}-to`, message: viRouting.whose.toMissing }]),
			...check(`${action}-reason`, reason, 3, 1000, viRouting.reasonMissing)
		],
		content: { staffId: to, reason: tidyText(reason) }
	};
}

/** Moving the dossier to another department, and why. */
export function moveForm(textOf: TextOf): Filled<{ departmentId: string; reason: string }> {
	const departmentId = textOf('move-to');
	return {
		errors: [
			...(departmentId ? [] : [{ id: 'move-to', message: viRouting.whose.departmentMissing }]),
			...check('move-reason', textOf('move-reason'), 3, 1000, viRouting.reasonMissing)
		],
		content: { departmentId, reason: tidyText(textOf('move-reason')) }
	};
}

/** Asking another agency. `today` is a local date. */
export function consultForm(textOf: TextOf, today: string): Filled<Consultation> {
	const words = viRouting.consult;
	const until = textOf('consult-until');
	return {
		errors: [
			...check('consult-agency', textOf('consult-agency'), 3, 200, words.agencyMissing),
			...check('consult-question', textOf('consult-question'), 5, 1000, words.questionMissing),
			...check('consult-number', textOf('consult-number'), 0, 60),
			...(isAfter(until, today) ? [] : [{ id: 'consult-until', message: words.untilMissing }]),
			...check('consult-silence', textOf('consult-silence'), 0, 300)
		],
		content: {
			agency: tidyLine(textOf('consult-agency')),
			question: tidyText(textOf('consult-question')),
			until,
			...optional('documentNumber', textOf('consult-number')),
			...optional('silence', textOf('consult-silence'))
		}
	};
}

/** What the agency that was asked has answered. */
export function answerForm(waitId: string, textOf: TextOf): Filled<ConsultAnswer> {
	const [text, number] = [`answer-${waitId}-text`, `answer-${waitId}-number`];
	return {
		errors: [
			...check(text, textOf(text), 3, 1000, viRouting.consult.answerMissing),
			...check(number, textOf(number), 0, 60)
		],
		content: {
			waitId,
			outcome: 'answered',
			answer: tidyText(textOf(text)),
			...optional('documentNumber', textOf(number))
		}
	};
}

/** How many new parts the form shows. */
export function partCount(textOf: TextOf): number {
	const count = Number(textOf('parts-count'));
	return Number.isInteger(count) ? Math.min(Math.max(count, 1), MOST_PARTS) : 1;
}

/** New parts for other agencies, in positions from `first` on. `today` is a local date. */
export function partsForm(
	textOf: TextOf,
	first: number,
	today: string
): Filled<{ parts: NewPart[] }> {
	const words = viRouting.parts;
	const errors: FormError[] = [];
	const parts: NewPart[] = [];
	for (let index = 0; index < partCount(textOf); index += 1) {
		const id = (field: string) => `parts-${index}-${field}`;
		const [after, due] = [Number(textOf(id('after'))), textOf(id('due'))];
		errors.push(
			...check(id('title'), textOf(id('title')), 3, 200, words.nameMissing),
			...check(id('agency'), textOf(id('agency')), 3, 200, words.agencyMissing)
		);
		if (due && !isAfter(due, today)) errors.push({ id: id('due'), message: words.dueMissing });
		parts.push({
			title: tidyLine(textOf(id('title'))),
			agency: tidyLine(textOf(id('agency'))),
			// A position that no longer comes before this one is left out: the part then begins at once.
			...(after > 0 && after < first + index ? { after } : {}),
			...(due ? { dueDate: due } : {})
		});
	}
	return { errors, content: { parts } };
}

/** A part is done; its result may have a number. */
export function doneForm(partId: string, textOf: TextOf): Filled<PartStep> {
	const id = `done-${partId}-number`;
	return {
		errors: check(id, textOf(id), 0, 60),
		content: { partId, step: 'done', ...optional('resultNumber', textOf(id)) }
	};
}

/** A part cannot be done, and why. */
export function failedForm(partId: string, textOf: TextOf): Filled<PartStep> {
	const id = `failed-${partId}-reason`;
	return {
		errors: check(id, textOf(id), 3, 500, viRouting.reasonMissing),
		content: { partId, step: 'failed', note: tidyText(textOf(id)) }
	};
}

/** What another agency's system says of a part. */
export function copyForm(partId: string, textOf: TextOf): Filled<PartStep> {
	const { errors, content } = copiedForm(`copy-${partId}`, textOf);
	return { errors, content: { partId, step: 'copy', ...content } };
}

/** What was read in another system; `prefix` begins the ids of the three controls. */
export function copiedForm(prefix: string, textOf: TextOf): Filled<{ external: Copied }> {
	const words = viRouting.external;
	const [system, code, status] = [`${prefix}-system`, `${prefix}-code`, `${prefix}-status`];
	return {
		errors: [
			...check(system, textOf(system), 1, 120, words.systemMissing),
			...check(code, textOf(code), 1, 60, words.codeMissing),
			...check(status, textOf(status), 0, 200)
		],
		content: {
			external: {
				system: tidyLine(textOf(system)),
				code: tidyLine(textOf(code)),
				...optional('status', textOf(status))
			}
		}
	};
}

/** An internal note. */
export function noteForm(textOf: TextOf): Filled<{ text: string }> {
	const text = textOf('note-text');
	return {
		errors: check('note-text', text, 2, 2000, viRouting.notes.missing),
		content: { text: tidyText(text) }
	};
}

function check(
	id: string,
	text: string,
	least: number,
	most: number,
	missing: string = viRouting.tooLong(most)
): FormError[] {
	const { length } = tidyText(text);
	if (length > most) return [{ id, message: viRouting.tooLong(most) }];
	return length < least ? [{ id, message: missing }] : [];
}

function isAfter(date: string, today: string): boolean {
	return isLocalDate(date) && date > today;
}

function optional<K extends string>(key: K, text: string): Partial<Record<K, string>> {
	const tidy = tidyLine(text);
	return (tidy ? { [key]: tidy } : {}) as Partial<Record<K, string>>;
}
