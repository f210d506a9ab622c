import { daysLeft, standingOf, type Standing, type Target } from '$lib/domain/report/Target';
import type { AppError } from '$lib/domain/shared/Result';
import { formatShortDate } from '$lib/i18n/format';
import { formatNumber, formatPercent } from '$lib/i18n/numbers';
import { viTargets } from '$lib/i18n/viTargets';

const words = viTargets;

const tones = {
	unmeasured: 'neutral',
	'nothing-yet': 'neutral',
	reached: 'success',
	'on-the-way': 'info',
	behind: 'warning',
	missed: 'danger'
} as const satisfies Record<Standing['is'], string>;

/** How it stands with a target, as it is said: a short mark with its colour, and sentences, each share with its n. */
export function standingWords(
	target: Target,
	{ year, today }: { year: number; today: string }
): { mark: string; tone: (typeof tones)[Standing['is']]; lines: string[] } {
	const days = daysLeft(today, year);
	const standing = standingOf(target, days < 0);
	const mark = words.standing[standing.is === 'reached' && days < 0 ? 'reached-over' : standing.is];
	return {
		mark: mark ?? '',
		tone: tones[standing.is],
		lines: [...linesOf(target, standing, year, days), ...levelLine(target)]
	};
}

function linesOf(target: Target, standing: Standing, year: number, days: number): string[] {
	const { kind, percent } = target;
	const counted = words.counted[kind] ?? '';
	switch (standing.is) {
		case 'unmeasured':
			return [words.unmeasured];
		case 'nothing-yet':
			return [words.nothingYet(counted)];
		case 'reached':
			return [words.soFar(standing.share, counted)];
		case 'missed':
			return [words.soFar(standing.share, counted), words.missedBy(standing.needed, percent)];
		case 'on-the-way':
		case 'behind': {
			const { share, needed, lately } = standing;
			const last = words.until(formatShortDate(`${year}-12-31`), days);
			const name = kind === 'online-full' && year <= 2021 ? 'online-full-old' : kind;
			return [
				words.soFar(share, counted),
				needed === undefined
					? words.never(percent, share.n - share.part)
					: `${words.needed[name]?.(formatNumber(needed), percent)} ${last}`,
				...(lately ? [words.lately(lately)] : [])
			];
		}
	}
}

function levelLine({ unknownLevel }: Target): string[] {
	return unknownLevel ? [words.unknownLevel(unknownLevel)] : [];
}

/** Who put it forward and who approved it, when; what is wrong about the day is said. */
export function targetTrace(target: Target, year: number): string {
	const day = (time: string) => formatShortDate(time.slice(0, 10));
	const parts = [words.proposedBy(target.proposedBy, day(target.proposedAt))];
	if (target.state === 'approved' && target.decidedAt)
		parts.push(words.approvedBy(target.decidedBy, day(target.decidedAt)));
	const late = Number(target.proposedAt.slice(0, 4)) > year ? ` ${words.afterYear}` : '';
	return `${parts.join(', ')}.${late}`;
}

/** A target of the past in one line: percentage, what became of it, when, why. */
export function pastLine(target: Target): string {
	const when = formatShortDate((target.decidedAt ?? target.proposedAt).slice(0, 10));
	const what = words.state[target.replaced ? 'replaced' : target.state] ?? '';
	const why = target.reason ? ` ${words.reason}: ${target.reason}` : '';
	return `${formatPercent(target.percent)}: ${what.toLowerCase()}, ${when}.${why}`;
}

/** Why a change was not recorded, and what to do. */
export function targetRefusal(error: AppError): string {
	return words.refusals[error.key ?? ''] ?? words.refused;
}
