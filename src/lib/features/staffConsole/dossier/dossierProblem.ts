import type { ErrorKind } from '$lib/domain/shared/Result';

/**
 * True when the answer means that there is no such dossier, or none to see for this person. `invalid` is an address
 * that names no dossier at all; the line is not to blame for it.
 */
export function isAbsent(kind: ErrorKind): boolean {
	return kind === 'not-found' || kind === 'forbidden' || kind === 'invalid';
}
