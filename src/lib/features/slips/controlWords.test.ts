import { expect, it } from 'vitest';
import { isWayBack, stepClock, stepNote } from './controlWords';

it('says when, by hour and date', () => {
	expect(stepClock('2026-11-25T09:05')).toBe('09 giờ 05, 25/11/2026');
	expect(stepClock(undefined)).toBe('');
});

it.each([
	[{ kind: 'transfer' as const }, ''],
	[{ kind: 'transfer' as const, number: '00001/2026' }, 'số 00001/2026'],
	[
		{ kind: 'consult' as const, number: '09/PYC', outcome: 'answered' },
		'Hỏi ý kiến, số 09/PYC, đã trả lời'
	],
	[
		{ kind: 'return' as const, outcome: 'post', number: 'EE1VN', note: 'Thôn Hạ' },
		'Trả kết quả, số EE1VN, qua bưu điện. Thôn Hạ'
	],
	[{ kind: 'move' as const, note: 'Đúng chuyên môn' }, 'Chuyển phòng. Đúng chuyên môn'],
	[{ kind: 'back' as const, outcome: 'of-a-later-version' }, 'Kết quả']
])('%j is noted as %j', (step, note) => {
	expect(stepNote(step)).toBe(note);
});

it('knows what belongs to the result', () => {
	expect(isWayBack({ kind: 'return' })).toBe(true);
	expect(isWayBack({ kind: 'consult' })).toBe(false);
});
