import { dateOfDay, dayOf } from '#domain/clock/localTime.ts';
import { AFTER_THREE, dueOf, type Draft } from './draftLives.ts';
import type { Asking } from './Life.ts';
import type { OfficeTime } from './officeTime.ts';
import type { Random } from './random.ts';

/** A draft with its round of asking for papers, if there was one, and the date that counts in the end. */
export type Asked = Draft & { asking?: Asking; due: string; startedAt?: number };

/** Of all dossiers, one in eleven lacks a paper. Invented: the article names no number. */
const askedShare = 0.09;
/** Working days within which a department may still ask (ND61 Đ19.4). */
const latestAsking = 3;
const daysToAnswer = 10;

/**
 * Lets that share of the drafts lack a paper once. More than half are asked before receipt (the day of receipt stays, the
 * first visit moves back), the others by the department after it, with a new date. Gives every draft, in the order given.
 */
export function askForPapers(drafts: readonly Draft[], time: OfficeTime, random: Random): Asked[] {
	let wanted = Math.round(drafts.length * askedShare);
	const asked = new Map<Draft, Asked>();
	for (const draft of random.shuffle(drafts)) {
		if (wanted === 0) break;
		if (draft.limit.unit === 'same-day' || draft.way === 'phone' || draft.way === 'assisted')
			continue;
		if (draft.procedure.papers.length === 0) continue;
		const outcome = random.chance(0.6)
			? askBefore(draft, time, random)
			: askAfter(draft, time, random);
		if (!outcome) continue;
		asked.set(draft, outcome);
		wanted -= 1;
	}
	return drafts.map((draft) => asked.get(draft) ?? { ...draft, due: draft.promised });
}

/** The first visit was one to seven working days before the receipt. */
function askBefore(draft: Draft, time: OfficeTime, random: Random): Asked | undefined {
	const index = time.indexOf(time.split(draft.receivedAt).day);
	const first = time.days[index - random.whole(1, 7)];
	if (first === undefined) return undefined;
	const askedAt = time.at(first, random.whole(25, 440));
	const until = time.days[time.indexOf(first) + daysToAnswer];
	if (until === undefined) return undefined;
	const asking: Asking = {
		stage: 'before',
		askedAt,
		until: dateOfDay(until),
		broughtAt: draft.receivedAt
	};
	return { ...draft, due: draft.promised, asking };
}

/** The department asks within three working days of receipt and before the promised date. */
function askAfter(draft: Draft, time: OfficeTime, random: Random): Asked | undefined {
	const { day, officeMinute } = time.split(draft.receivedAt);
	const index = time.indexOf(day);
	const startIndex = officeMinute <= AFTER_THREE ? index : index + 1;
	const room = Math.min(index + latestAsking, time.indexOf(dayOf(draft.promised)) - 1);
	const askedIndex = random.whole(startIndex + 1, Math.max(startIndex + 1, room));
	const broughtIndex = askedIndex + random.whole(2, 8);
	const [start, asked, between, brought, until] = [
		startIndex,
		askedIndex,
		askedIndex + 1,
		broughtIndex,
		askedIndex + daysToAnswer
	].map((one) => time.days[one]);
	if (askedIndex > room || !start || !asked || !between || !brought || !until) return undefined;
	const askedAt = time.at(asked, random.whole(30, 440));
	const broughtAt = time.at(brought, random.whole(20, 340));
	const due = dueOf(draft, time, [[askedAt, broughtAt]]);
	if (!due || dayOf(due) > (time.days.at(-1) ?? 0)) return undefined;
	const asking: Asking = {
		stage: 'after',
		askedAt,
		until: dateOfDay(until),
		broughtAt,
		...(random.chance(0.3) ? { repliedAt: time.at(between, random.whole(20, 300)) } : {})
	};
	return {
		...draft,
		due,
		asking,
		startedAt: time.at(start, startIndex === index ? officeMinute + 15 : 20)
	};
}
