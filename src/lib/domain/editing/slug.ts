import { fold } from '../shared/fold.ts';

const LONGEST = 40;

/** What a new part is called until its words are there. */
const PROVISIONAL = /^moi-\d+$/;

/** An id from Vietnamese words: "Giấy chứng sinh" → "giay-chung-sinh"; whole words, at most 40 letters. */
export function slugOf(text: string): string {
	const words = fold(text)
		.replace(/[^a-z0-9]+/g, ' ')
		.split(' ')
		.filter(Boolean);
	let slug = '';
	for (const word of words) {
		const longer = slug ? `${slug}-${word}` : word;
		if (longer.length > LONGEST) break;
		slug = longer;
	}
	return /^[a-z]/.test(slug) ? slug : slug && `so-${slug}`;
}

/** The slug of a text that nobody has yet; without words a provisional id. */
export function newSlug(text: string, taken: Iterable<string>): string {
	const others = new Set(taken);
	const slug = slugOf(text);
	if (!slug) return provisionalId(others);
	let candidate = slug;
	for (let number = 2; others.has(candidate); number += 1) candidate = `${slug}-${number}`;
	return candidate;
}

/** The id of something just added, before it has words. */
export function provisionalId(taken: Iterable<string>): string {
	const others = new Set(taken);
	let number = 1;
	while (others.has(`moi-${number}`)) number += 1;
	return `moi-${number}`;
}

/** True while an id may still follow the words. */
export function isProvisional(id: string): boolean {
	return PROVISIONAL.test(id);
}
