import type { AppError } from '$lib/domain/shared/Result';

/** What to do with an outbox row after an error (design §6.5). */
export type Verdict = 'retry' | 'hold' | 'quarantine';

/** Refusals that no waiting cures. Everything that is not named here is retried: unknown is not permanent. */
const PERMANENT_KINDS = ['invalid', 'conflict', 'not-found', 'forbidden'] as const;

/** Decides by kind; a permanent error must also carry a key of our own, or it came from something in between. */
export function judge(error: AppError): Verdict {
	if (error.kind === 'throttled' || error.kind === 'unauthorized' || error.kind === 'outdated')
		return 'hold';
	const isPermanent = (PERMANENT_KINDS as readonly string[]).includes(error.kind);
	return isPermanent && error.key ? 'quarantine' : 'retry';
}

const FIRST_PAUSE_MS = 2_000;
/** No row rests longer than this, in milliseconds. */
export const LONGEST_PAUSE_MS = 5 * 60_000;

/** Pause before try number `attempts` + 1: doubling from two seconds, five minutes at most, spread by `random` (0–1). */
export function backOff(attempts: number, random: number): number {
	const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts, 20), LONGEST_PAUSE_MS);
	return Math.round(pause * (0.75 + random / 4));
}

/**
 * How long a held row rests, in milliseconds: as long as a busy server asked for (at least the first pause), otherwise
 * five minutes, and never longer: nothing a server says may park a dossier for a day.
 */
export function holdFor(error: AppError): number {
	if (error.kind !== 'throttled' || error.retryAfterSeconds === undefined) return LONGEST_PAUSE_MS;
	const asked = Math.max(error.retryAfterSeconds * 1_000, FIRST_PAUSE_MS);
	return Math.min(asked, LONGEST_PAUSE_MS);
}
