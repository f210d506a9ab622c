import { expect, it } from 'vitest';
import { effectWords, outreachSum, peopleWords, subjectWords, trainingSum } from './logWords';

const effect = { before: 4, after: 9, until: '2026-03-30', others: 0 };

it('tells both figures, or that it is too early, and of other talks', () => {
	expect(effectWords({ effect })).toBe('Trước: 4 hồ sơ. Sau: 9 hồ sơ.');
	expect(effectWords({ effect: { ...effect, after: null } })).toBe(
		'Trước: 4 hồ sơ. Sau: chưa đủ 4 tuần, xem lại sau ngày 30/03/2026.'
	);
	expect(effectWords({ effect: { ...effect, others: 2 } })).toContain('còn 2 lần');
});

it('says what a talk was about, the procedure before its field', () => {
	expect(subjectWords({ procedureTitle: 'Khai sinh', fieldName: 'Hộ tịch' })).toBe('Về: Khai sinh');
	expect(subjectWords({ procedureTitle: null, fieldName: 'Hộ tịch' })).toBe('Về: Hộ tịch');
	expect(subjectWords({ procedureTitle: null, fieldName: null })).toBe('');
});

it('sums the logs, with how many lines stand behind a figure', () => {
	expect(
		outreachSum([
			{ form: 'zalo', reach: 1200 },
			{ form: 'zalo', reach: null },
			{ form: 'leaflet', reach: 34 }
		])
	).toBe(
		'3 lần tuyên truyền: Zalo 2 lần, Tờ rơi 1 lần; khoảng 1.234 lượt người, cộng từ 2 trên 3 lần có ghi số'
	);
	expect(outreachSum([{ form: 'zalo', reach: null }])).toContain('chưa lần nào ghi số người');
	expect(outreachSum([])).toBe('0 lần tuyên truyền');
	const lan = { id: 'l', name: 'Lan' };
	expect(trainingSum([{ hours: 3.5, guests: 2, participants: [lan] }])).toBe(
		'1 buổi, 3 lượt dự (1 cán bộ khác nhau, 2 lượt khách), tổng 3,5 giờ'
	);
	expect(peopleWords({ participants: [lan], guests: 2 })).toBe('Lan, 2 khách');
	expect(peopleWords({ participants: [lan], guests: 0 })).toBe('Lan');
});
