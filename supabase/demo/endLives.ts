import { dayOf } from '#domain/clock/localTime.ts';
import type { Asked } from './askForPapers.ts';
import { AFTER_THREE } from './draftLives.ts';
import type { Life } from './Life.ts';
import type { OfficeTime } from './officeTime.ts';
import type { Random } from './random.ts';

/** How the lives of a year must end. */
export interface Outcomes {
	onTime: number;
	early: number;
}

/** A dossier with its end: when the department began, when it was done, and whether before the date or on it. */
export type Ended = Asked & Pick<Life, 'finishedAt' | 'outcome' | 'startedAt'>;

type Window = { startedAt: number; firstDay: number; lastDay: number };

/**
 * Gives every dossier an end, exactly so many on the date and so many before it, none after. What is done on the spot is on
 * time. Throws RangeError when the drafts leave no room for these numbers.
 */
export function endLives(
	asked: readonly Asked[],
	outcomes: Outcomes,
	time: OfficeTime,
	random: Random
): Ended[] {
	const windows = new Map(asked.map((one) => [one, findWindow(one, time, random)]));
	const canBeEarly = asked.filter((one) => {
		const window = windows.get(one);
		return window && window.firstDay <= window.lastDay;
	});
	const early = new Set(
		canBeEarly
			// A short limit is kept on its last day more often than a long one.
			.map((one) => ({
				one,
				key: random.next() * (dayOf(one.due) - dayOfReceipt(one) > 4 ? 1 : 0.7)
			}))
			.sort((a, b) => b.key - a.key)
			.slice(0, outcomes.early)
			.map(({ one }) => one)
	);
	if (early.size !== outcomes.early || asked.length !== outcomes.early + outcomes.onTime)
		throw new RangeError(`only ${canBeEarly.length} of ${asked.length} can be early`);
	return asked.map((one) => {
		const window = windows.get(one);
		if (!window) return endOnTheSpot(one, time, random);
		return early.has(one)
			? endEarly(one, window, time, random)
			: endOnDate(one, window, time, random);
	});
}

/** From which day to which the dossier could end before its date; undefined when it is done on the spot. */
function findWindow(one: Asked, time: OfficeTime, random: Random): Window | undefined {
	if (one.limit.unit === 'same-day') return undefined;
	const receipt = time.split(one.receivedAt);
	const index = time.indexOf(receipt.day);
	const isLate = receipt.officeMinute > AFTER_THREE;
	// Received after three, the department has it first thing next morning (ND61 Đ18.2).
	const startedAt =
		one.startedAt ??
		(isLate
			? time.at(time.days[index + 1] ?? receipt.day, random.whole(5, 40))
			: time.at(receipt.day, receipt.officeMinute + random.whole(15, 40)));
	const ready = time.split(one.asking?.stage === 'after' ? one.asking.broughtAt : startedAt);
	const readyIndex = time.indexOf(ready.day);
	// Two office hours of work at least.
	const firstIndex = ready.officeMinute <= time.length - 120 ? readyIndex : readyIndex + 1;
	const lastIndex = time.indexOf(dayOf(one.due)) - 1;
	return {
		startedAt,
		firstDay: time.days[firstIndex] ?? Number.POSITIVE_INFINITY,
		lastDay: time.days[lastIndex] ?? 0
	};
}

function endEarly(one: Asked, window: Window, time: OfficeTime, random: Random): Ended {
	const first = time.indexOf(window.firstDay);
	const span = time.indexOf(window.lastDay) - first;
	const day = time.days[first + Math.round(span * random.next() ** 0.5)] ?? window.firstDay;
	return {
		...one,
		startedAt: window.startedAt,
		finishedAt: finishOn(day, one, window, time, random),
		outcome: 'early'
	};
}

function endOnDate(one: Asked, window: Window, time: OfficeTime, random: Random): Ended {
	const day = dayOf(one.due);
	return {
		...one,
		startedAt: window.startedAt,
		finishedAt: finishOn(day, one, window, time, random),
		outcome: 'on-time'
	};
}

/** A moment of that day, an hour after the department had everything at the earliest. */
function finishOn(
	day: number,
	one: Asked,
	window: Window,
	time: OfficeTime,
	random: Random
): number {
	const ready = time.split(one.asking?.stage === 'after' ? one.asking.broughtAt : window.startedAt);
	const earliest = ready.day === day ? ready.officeMinute + 60 : 15;
	return time.at(day, random.whole(earliest, Math.max(earliest, time.length - 10)));
}

/** Decided while the person waits, or next morning when they came after three. */
function endOnTheSpot(one: Asked, time: OfficeTime, random: Random): Ended {
	const { day, officeMinute } = time.split(one.receivedAt);
	const due = dayOf(one.due);
	const finishedAt =
		due === day
			? time.at(day, officeMinute + random.whole(6, 25))
			: time.at(due, random.whole(10, 200));
	return { ...one, finishedAt, outcome: 'on-time' };
}

function dayOfReceipt({ receivedAt }: Asked): number {
	return Math.floor(receivedAt / 1440);
}
