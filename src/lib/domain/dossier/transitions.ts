/**
 * What staff may do in which status: a copy of the SQL table `app.transitions`, for showing buttons only.
 * tests/database compares the two row by row; SQL decides.
 */
export const TRANSITIONS = [
	{ action: 'finish', from: 4, to: 9, role: 'approver' },
	{ action: 'receive', from: 1, to: 2, role: 'receiver' },
	{ action: 'return', from: 9, to: 10, role: 'receiver' },
	{ action: 'start', from: 2, to: 4, role: 'officer' }
] as const;

export type Action = (typeof TRANSITIONS)[number]['action'];
export type Role = 'receiver' | 'officer' | 'approver' | 'leader' | 'editor' | 'admin';
