import type { IndexEntry } from '$lib/domain/catalogue/Snapshot';

/**
 * Names these entries as this build of the app reads them: other entries, other contents or another build give another
 * key. No secret is at stake, so 32 bits do (FNV-1a).
 */
export function keyOfEntries(
	entries: readonly Pick<IndexEntry, 'code' | 'contentHash'>[],
	build: string
): string {
	let sum = 0x811c9dc5;
	for (const { code, contentHash } of entries) {
		// A part of the content's own hash is enough of it.
		const text = code + contentHash.slice(0, 16);
		for (let at = 0; at < text.length; at += 1)
			sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
	}
	return `${build} ${entries.length} ${(sum >>> 0).toString(36)}`;
}
