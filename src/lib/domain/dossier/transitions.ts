/**
 * What staff may do in which status: a copy of the SQL table `app.transitions`, for showing buttons only.
 * `received` = only when the dossier has (true) or has not (false) been received yet; absent = either.
 * tests/database compares the two row by row; SQL decides.
 */
export const TRANSITIONS = [
	{ action: 'finish', from: 4, to: 9, role: 'approver' },
	{ action: 'move-due', from: 2, to: 2, role: 'leader', received: true },
	{ action: 'move-due', from: 4, to: 4, role: 'leader', received: true },
	{ action: 'receive', from: 1, to: 2, role: 'receiver' },
	{ action: 'receive', from: 5, to: 2, role: 'receiver', received: false },
	{ action: 'refuse', from: 1, to: 3, role: 'receiver' },
	{ action: 'refuse', from: 5, to: 3, role: 'receiver', received: false },
	{ action: 'reply', from: 5, to: 5, role: 'officer' },
	{ action: 'reply', from: 5, to: 5, role: 'receiver' },
	{ action: 'resume', from: 5, to: 4, role: 'officer', received: true },
	{ action: 'resume', from: 5, to: 4, role: 'receiver', received: true },
	{ action: 'return', from: 9, to: 10, role: 'receiver' },
	{ action: 'settle', from: 2, to: 10, role: 'receiver' },
	{ action: 'start', from: 2, to: 4, role: 'officer' },
	{ action: 'stop', from: 7, to: 8, role: 'receiver' },
	{ action: 'supplement', from: 1, to: 5, role: 'receiver' },
	{ action: 'supplement', from: 4, to: 5, role: 'officer' },
	{ action: 'supplement', from: 4, to: 5, role: 'receiver' },
	{ action: 'supplement-again', from: 1, to: 5, role: 'leader' },
	{ action: 'supplement-again', from: 4, to: 5, role: 'leader' },
	{ action: 'supplement-again', from: 5, to: 5, role: 'leader' },
	{ action: 'withdraw', from: 1, to: 7, role: 'receiver' },
	{ action: 'withdraw', from: 2, to: 7, role: 'receiver' },
	{ action: 'withdraw', from: 4, to: 7, role: 'receiver' },
	{ action: 'withdraw', from: 5, to: 7, role: 'receiver' }
] as const satisfies readonly {
	action: string;
	from: number;
	to: number;
	role: Role;
	received?: boolean;
}[];

/** What the desk does to a dossier, by the name its history keeps. */
export type Action = (typeof TRANSITIONS)[number]['action'];
/** The roles of the staff (design §8). */
export type Role = 'receiver' | 'officer' | 'approver' | 'leader' | 'editor' | 'admin';
