import { readProcedure, type TestCase } from '../support/anyProcedure.ts';

/** Where a matter comes from: a phone, an officer who helps to file online, the counter, an envelope. */
export type Way = 'phone' | 'helped' | 'counter' | 'post';

/** What happens to a dossier; the same word with a star is done on the screen, without one by the screen's own call. */
type Happening =
	| 'receive'
	| 'settle'
	| 'supplement'
	| 'supplement-again'
	| 'resume'
	| 'refuse'
	| 'withdraw'
	| 'stop'
	| 'hand over'
	| 'take over'
	| 'hand back'
	| 'take back'
	| 'start'
	| 'assign'
	| 'pass'
	| 'move'
	| 'consult'
	| 'consult-answer'
	| 'part-add'
	| 'part-step'
	| 'external'
	| 'fee'
	| 'bill'
	| 'paid'
	| 'extend'
	| 'halt'
	| 'finish'
	| 'correct'
	| 'stage-done'
	| 'return'
	| 'return by post'
	| 'return to a proxy';
export type Step = Happening | `${Happening}*`;

/** A matter of the day. `evening`: the status it must stand in when the counter closes. */
export type Matter = {
	subject: string;
	code: string;
	way: Way;
	steps: Step[];
	evening: number;
	/** Its receipt is printed on one sheet with that of the matter before. */
	sameVisit?: true;
};

const GUARDIANSHIP = '1.004837';

/** Thirty dossiers of twelve procedures. Names of one family, so that a search finds the day. */
export const MATTERS: readonly Matter[] = [
	// Filed by phone.
	matter('Một', GUARDIANSHIP, 'phone', 10, ['receive*', 'fee*', 'start*', 'finish*', 'return*']),
	matter('Hai', GUARDIANSHIP, 'phone', 4, ['supplement*', 'receive*', 'start']),
	matter('Ba', GUARDIANSHIP, 'phone', 3, ['refuse*']),
	matter('Bốn', GUARDIANSHIP, 'phone', 8, ['receive', 'withdraw*', 'stop*']),
	matter('Năm', GUARDIANSHIP, 'phone', 5, ['receive', 'start', 'supplement*']),
	matter('Sáu', '1.001193', 'phone', 1, []),
	// An officer helps to file online.
	matter('Bảy', GUARDIANSHIP, 'helped', 4, ['receive*', 'start']),
	matter('Tám', '1.004873', 'helped', 2, ['receive']),
	matter('Chín', '1.001776', 'helped', 1, []),
	// Out of an envelope.
	matter('Mười', '1.000656', 'post', 10, [
		'receive*',
		'start',
		'bill*',
		'paid*',
		'finish',
		'return to a proxy*'
	]),
	matter('Mười Một', '1.004873', 'post', 5, ['supplement']),
	matter('Mười Hai', '1.001612', 'post', 3, ['refuse']),
	matter('Mười Ba', '2.000635', 'post', 10, ['receive', 'start', 'finish', 'return by post*']),
	// At the counter.
	matter('Mười Bốn', '2.000815', 'counter', 10, ['settle*']),
	matter('Mười Lăm', '2.000884', 'counter', 10, ['settle']),
	matter('Mười Sáu', '2.000815', 'counter', 10, ['settle']),
	matter('Mười Bảy', '1.000894', 'counter', 4, ['receive*', 'hand over*', 'take over*', 'start']),
	{
		...matter('Mười Tám', '2.000635', 'counter', 9, [
			'receive*',
			'hand over*',
			'take over*',
			'start',
			'finish'
		]),
		sameVisit: true
	},
	matter('Mười Chín', '1.013225', 'counter', 10, [
		'receive',
		'start',
		'stage-done*',
		'consult*',
		'consult-answer*',
		'finish',
		'hand back',
		'take back',
		'return'
	]),
	matter('Hai Mươi', '1.013225', 'counter', 4, ['receive', 'start', 'consult']),
	matter('Hai Mốt', '1.001731', 'counter', 10, [
		'receive',
		'start',
		'extend*',
		'finish',
		'correct*',
		'return'
	]),
	matter('Hai Hai', '1.001776', 'counter', 8, ['receive', 'start', 'halt*']),
	matter('Hai Ba', '1.001193', 'counter', 10, [
		'receive',
		'start',
		'part-add*',
		'part-step*',
		'part-step',
		'finish',
		'return'
	]),
	matter('Hai Bốn', '1.000656', 'counter', 2, ['receive', 'external*']),
	matter('Hai Lăm', '1.004873', 'counter', 2, ['receive', 'assign*', 'pass*']),
	matter('Hai Sáu', GUARDIANSHIP, 'counter', 5, [
		'receive',
		'start',
		'supplement',
		'resume*',
		'supplement-again*'
	]),
	matter('Hai Bảy', '1.000894', 'counter', 2, ['receive', 'move*']),
	matter('Hai Tám', '1.001612', 'counter', 6, ['receive', 'start', 'bill']),
	matter('Hai Chín', '1.001731', 'counter', 9, ['receive', 'start', 'finish', 'hand back']),
	matter('Ba Mươi', '1.001612', 'counter', 8, ['receive', 'start', 'bill', 'paid', 'halt'])
];

function matter(name: string, code: string, way: Way, evening: number, steps: Step[]): Matter {
	return { subject: `Quàng Thị ${name}`, code, way, evening, steps };
}

/** The case of guardianship that people file online today; its dossier goes by the ward's name. */
export function guardianship(ward: string): TestCase {
	return {
		code: GUARDIANSHIP,
		answers: {
			registrant: 'self',
			'guardian-kind': 'natural',
			'several-guardians': 'no',
			'foreign-paper': 'no'
		},
		form: {
			'own-born': '1990-02-03',
			[readProcedure(GUARDIANSHIP).eForm?.subjectField ?? '']: ward
		}
	};
}

/** What the history calls a step; the steps of bordereaux have one word each way. */
const ACTIONS: Partial<Record<Happening, string>> = {
	'hand over': 'handover',
	'hand back': 'handover',
	'take over': 'taken',
	'take back': 'taken',
	'return to a proxy': 'return',
	'return by post': 'return'
};

/** The step without its star. */
export function plain(step: Step): Happening {
	return step.replace('*', '') as Happening;
}

/** The history that a matter must have in the evening, from the filing on. */
export function historyOf({ way, steps }: Matter): string[] {
	const filed = way === 'phone' ? 'submit' : 'file';
	return [
		filed,
		...steps.flatMap((step) => {
			const happening = plain(step);
			const action = ACTIONS[happening] ?? happening;
			return action === 'settle' ? ['receive', 'settle'] : [action];
		})
	];
}

/** How many of a matter's steps are one of these. */
export function timesOf({ steps }: Matter, ...happenings: Happening[]): number {
	return steps.filter((step) => happenings.includes(plain(step))).length;
}

/** Whether it was ever received. */
export function isReceived(matter: Matter): boolean {
	return timesOf(matter, 'receive', 'settle') > 0;
}
