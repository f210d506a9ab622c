import { evaluate, type Answers } from '../catalogue/Condition.ts';
import type { FormField, FormSection } from '../catalogue/EForm.ts';
import { isLocalDate } from '../clock/localTime.ts';
import { tidyValue } from './tidyValue.ts';

/** What is wrong with one field; the interface turns it into words. */
export type FieldFault =
	| { kind: 'required' }
	| { kind: 'not-a-date' | 'date-unfinished' | 'not-a-year' }
	| { kind: 'date-too-early' | 'date-too-late' }
	| { kind: 'not-a-number' }
	| { kind: 'number-out-of-range'; min?: number; max?: number }
	| { kind: 'too-long'; maxLength: number }
	| { kind: 'too-short' }
	| { kind: 'citizen-id' | 'phone' | 'person-name' | 'email' | 'not-an-option' };

const DEFAULT_LENGTH: Record<FormField['type'], number> = {
	text: 200,
	'long-text': 2000,
	date: 10,
	year: 4,
	number: 9,
	choice: 60,
	address: 300,
	money: 15,
	'citizen-id': 12,
	phone: 20,
	'person-name': 120
};

/** SQL asks for as much (app.check_payload). */
const SHORTEST_ADDRESS = 3;

/** The longest value a field takes, in characters. */
export function maxLengthOf(field: FormField): number {
	return field.maxLength ?? DEFAULT_LENGTH[field.type];
}

/** The sections of an e-form that apply to these answers. */
export function visibleSections(sections: readonly FormSection[], answers: Answers): FormSection[] {
	return sections.filter((section) => evaluate(section.when, answers) === true);
}

/** The fields of a section that apply: `answers` = the case's answers and the form's choices together. */
export function visibleFields(section: FormSection, answers: Answers): FormField[] {
	return section.fields.filter((field) => evaluate(field.when, answers) === true);
}

/**
 * Checks one value against its field. `today` is the local date YYYY-MM-DD. Gives the first fault, or undefined.
 * Values are never changed here: what was typed stays as typed.
 */
export function findFieldFault(
	field: FormField,
	value: string,
	today: string
): FieldFault | undefined {
	const text = tidyValue(field.type, value);
	// A date that was begun ("2026-2-") is faulty, not missing.
	const isEmpty = field.type === 'date' ? text.replace(/-/g, '') === '' : text === '';
	if (isEmpty) return field.required ? { kind: 'required' } : undefined;
	const maxLength = maxLengthOf(field);
	switch (field.type) {
		case 'date':
			return findDateFault(field, text, today);
		case 'year':
			return findYearFault(field, text, today);
		case 'address':
			if (text.length < SHORTEST_ADDRESS) return { kind: 'too-short' };
			return text.length > maxLength ? { kind: 'too-long', maxLength } : undefined;
		case 'number':
		case 'money':
			if (!/^\d+$/.test(text)) return { kind: 'not-a-number' };
			if (
				text.length > maxLength ||
				Number(text) < (field.min ?? 0) ||
				Number(text) > (field.max ?? Infinity)
			) {
				return { kind: 'number-out-of-range', min: field.min, max: field.max };
			}
			return undefined;
		case 'choice':
			return field.options?.some((option) => option.value === text)
				? undefined
				: { kind: 'not-an-option' };
		case 'citizen-id':
			// Twelve digits; the old nine of a CMND; or a passport number.
			return /^(\d{12}|\d{9}|[A-Z]\d{7,8})$/.test(text) ? undefined : { kind: 'citizen-id' };
		case 'phone':
			return /^0\d{9,10}$/.test(text) ? undefined : { kind: 'phone' };
		case 'person-name':
			if (text.length > maxLength) return { kind: 'too-long', maxLength };
			return /^[\p{L}\p{M}'’ .-]{2,}$/u.test(text) ? undefined : { kind: 'person-name' };
		default:
			return text.length > maxLength ? { kind: 'too-long', maxLength } : undefined;
	}
}

/** A year of four digits; `min` and `max` are relative to this year, as for dates. */
function findYearFault(field: FormField, text: string, today: string): FieldFault | undefined {
	if (!/^\d{4}$/.test(text)) return { kind: 'not-a-year' };
	const thisYear = Number(today.slice(0, 4));
	if (field.max !== undefined && Number(text) > thisYear + field.max)
		return { kind: 'date-too-late' };
	if (field.min !== undefined && Number(text) < thisYear + field.min)
		return { kind: 'date-too-early' };
	return undefined;
}

function findDateFault(field: FormField, text: string, today: string): FieldFault | undefined {
	if (text.split('-').some((part) => part === '')) return { kind: 'date-unfinished' };
	if (!isLocalDate(text)) return { kind: 'not-a-date' };
	if (field.max !== undefined && text > shiftYears(today, field.max))
		return { kind: 'date-too-late' };
	if (field.min !== undefined && text < shiftYears(today, field.min))
		return { kind: 'date-too-early' };
	return undefined;
}

function shiftYears(date: string, years: number): string {
	return `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
}
