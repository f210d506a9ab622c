import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import { isEnded } from '$lib/domain/dossier/Status';
import { MOST_ATTEMPTS } from '$lib/domain/dossier/Submission';
import { viSending } from '$lib/i18n/viSending';

/** What is to be said of the photographs of a filed dossier; nothing when it has none or is over. */
export function photosWords({ progress, files }: MyDossier): string[] {
	const known = progress?.files;
	if (!known || isEnded(progress.status)) return [];
	const text = viSending.photos;
	if (known.wanted.length > 0) {
		// Only what this phone still holds, and may send under a further name, is on its way by itself.
		const again = files.filter(
			(file) => known.wanted.includes(file.fileId) && file.attempt < MOST_ATTEMPTS
		).length;
		const gone = known.wanted.length - again;
		return [...(again > 0 ? [text.resending(again)] : []), ...(gone > 0 ? [text.bring(gone)] : [])];
	}
	if (known.verified === 0 && files.length === 0) return [];
	return [
		known.verified >= files.length ? text.verified : text.checking(known.verified, files.length)
	];
}
