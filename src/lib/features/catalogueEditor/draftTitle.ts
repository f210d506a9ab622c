import type { ProcedureDraft } from '$lib/domain/catalogue/Draft';

/** What people call the procedure of a draft: its short title, else the official one, of the draft or of what is in force. */
export function draftTitle({ content, current, base }: ProcedureDraft): string {
	for (const each of [content, current?.content, base])
		for (const key of ['shortTitle', 'title'])
			if (typeof each?.[key] === 'string' && each[key].trim() !== '') return each[key];
	return '';
}
