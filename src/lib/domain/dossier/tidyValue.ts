import type { FormField } from '../catalogue/EForm.ts';
import { tidyLine, tidyText } from '../shared/tidyText.ts';

/**
 * A typed value as it is checked and sent: pasted rubbish gone, numbers without separators, one line where the field
 * has one. What stands in the box stays as it was typed.
 */
export function tidyValue(type: FormField['type'], value: string): string {
	if (type === 'long-text') return tidyText(value);
	const line = tidyLine(value);
	if (type === 'phone') return tidyPhone(line);
	return type === 'citizen-id' ? tidyCitizenId(line) : line;
}

/** A citizen number: no spaces, dots or dashes, upper case. */
export function tidyCitizenId(text: string): string {
	return text.replace(/[\s.-]/g, '').toUpperCase();
}

/** A phone number: digits from 0; "+84 (0)912…" and "0084 912…" are the same number as "0912…". */
export function tidyPhone(text: string): string {
	return text.replace(/[\s.()-]/g, '').replace(/^(?:\+|00)?840?(?=\d{9,10}$)/, '0');
}
