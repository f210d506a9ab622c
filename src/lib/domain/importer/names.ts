import { fold } from '../shared/fold.ts';

/** An identifier made of a Vietnamese name: "Giấy khai sinh" → "giay-khai-sinh". Empty when nothing is left. */
export function slugOf(name: string, most = 48): string {
	const slug = fold(name)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+/, '');
	return slug.length <= most
		? slug.replace(/-+$/, '')
		: slug
				.slice(0, most)
				.replace(/-[^-]*$/, '')
				.replace(/-+$/, '');
}

/** Gives each wanted identifier once: the second "a" becomes "a-2". */
export function createIds(fallback: string): (name: string) => string {
	const taken = new Set<string>();
	return (name) => {
		const base = slugOf(name) || fallback;
		let id = base;
		for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
		taken.add(id);
		return id;
	};
}
