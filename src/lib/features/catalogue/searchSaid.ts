import { fold } from '$lib/domain/shared/fold';

/** A query as its phrases are looked for: its words between blanks, and whether any has marks. */
export type Said = { text: string; isPlain: boolean; length: number };

/** Reads a query once for all phrases. */
export function readSaid(query: string): Said {
	const words = query
		.normalize('NFC')
		.toLowerCase()
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter(Boolean);
	const text = ` ${words.join(' ')} `;
	return { text, isPlain: fold(text) === text.trim(), length: words.length };
}

/**
 * Where a phrase stands in a query, -1 if it does not. With marks typed they must be those of the phrase, so "bán" says
 * nothing that "bản" does.
 */
export function placeOf(phrase: string, { text, isPlain }: Said): number {
	return text.indexOf(isPlain ? ` ${fold(phrase)} ` : ` ${phrase} `);
}
