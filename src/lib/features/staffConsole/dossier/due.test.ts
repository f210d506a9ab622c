import { describe, expect, it } from 'vitest';
import { urgencyOf } from './due.ts';

const today = '2026-11-30';

describe('urgencyOf', () => {
	it.each([
		[4, '2026-11-29', 'late'],
		[4, '2026-11-30', 'today'],
		[2, '2026-12-01', 'tomorrow'],
		[2, '2026-12-02', 'later'],
		[1, null, 'none'],
		[9, '2026-11-01', 'done'],
		[10, '2026-11-01', 'done'],
		[8, '2026-11-01', 'done'],
		[3, null, 'done']
	])('status %i due %s is %s', (status, dueDate, urgency) => {
		expect(urgencyOf({ status, dueDate }, today)).toBe(urgency);
	});
});
