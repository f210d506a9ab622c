import { sha256Hex } from '../shared/sha256.ts';

/**
 * SHA-256 (hex) over "code:contentHash" lines sorted by code: equal to SQL's app.catalogue_hash() when a build and an
 * office hold the same procedures, so that a fresh phone need not download what its build already brought.
 */
export function snapshotHash(
	entries: readonly { code: string; contentHash: string }[]
): Promise<string> {
	return sha256Hex(
		entries
			.map((entry) => `${entry.code}:${entry.contentHash}`)
			.sort()
			.join('\n')
	);
}
