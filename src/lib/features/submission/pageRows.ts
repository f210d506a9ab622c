import { isLocalDate } from '$lib/domain/clock/localTime';
import type { FormField } from '$lib/domain/catalogue/EForm';
import { formatDate } from '$lib/i18n/format';
import { vi } from '$lib/i18n/vi';
import { CORRECTING, type FormPage } from './formPages';

/** A value in words: a choice by its label, a date with its weekday. */
function valueText(field: FormField, value: string): string {
	if (value.trim() === '') return vi.check.empty;
	if (field.type === 'choice')
		return field.options?.find((option) => option.value === value)?.label ?? value;
	return field.type === 'date' && isLocalDate(value) ? formatDate(value) : value;
}

/** The lines of one page for checking, each leading back to its field. */
export function pageRows(code: string, page: FormPage) {
	return page.fields.map(({ field, value }) => ({
		key: field.label,
		value: valueText(field, value),
		href: `/nop/${code}/${page.id}?${CORRECTING}#${field.id}`,
		changeLabel: vi.check.change
	}));
}
