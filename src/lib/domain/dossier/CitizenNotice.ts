import * as z from 'zod/mini';

/** What the office told the phone that filed, in finished words. `sequence` grows within a dossier; `at` is an instant. */
export const CitizenNotice = z.object({
	sequence: z.int(),
	kind: z.string(),
	title: z.string(),
	body: z.string(),
	at: z.string()
});
export type CitizenNotice = z.infer<typeof CitizenNotice>;

/** A dossier, as far as its notices go. */
type Told = {
	/** Up to which notice somebody has looked, on this phone; absent = none yet. */
	noticesSeen?: number;
	progress: { own?: { notices?: CitizenNotice[] } } | null;
};

/** Every notice of a dossier, the latest first; none from a server that sends none. */
export function noticesOf({ progress }: Told): CitizenNotice[] {
	return progress?.own?.notices ?? [];
}

/** The notices nobody has looked at on this phone yet. */
export function unseenOf(dossier: Told): CitizenNotice[] {
	return noticesOf(dossier).filter(({ sequence }) => sequence > (dossier.noticesSeen ?? 0));
}
