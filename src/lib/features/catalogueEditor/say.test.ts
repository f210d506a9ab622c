import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Procedure } from '$lib/domain/catalogue/Procedure';
import { conditionals } from '$lib/domain/editing/dependants';
import { differencesOf } from '$lib/domain/editing/difference';
import { hardFaults } from '$lib/domain/editing/hardFaults';
import { warningsOf } from '$lib/domain/editing/warnings';
import { emptyProcedure } from '$lib/domain/editing/workable';
import { birth } from '$lib/testing/builders';
import { labelOf, trailOf } from './labels';
import { askedOf, sayCondition, sayWhen } from './sayCondition';
import { sayFault, sayWarning } from './sayFaults';
import { sayValue } from './sayValue';
import { shortened } from './shortened';

const asked = askedOf(birth);
const fieldName = (code: string) => (code === 'ho-tich' ? 'Hộ tịch' : code);
const all = globSync('supabase/catalogue/*/*.json').map((file) =>
	Procedure.parse(JSON.parse(readFileSync(file, 'utf8')))
);

/** The lines by which two contents differ: where, what was, what is. */
function said(change: (draft: Procedure) => unknown): string[] {
	const after = structuredClone(birth);
	change(after);
	return differencesOf(birth, after).map(({ kind, path, owners, before: old, after: now }) =>
		[
			kind,
			trailOf(path, owners),
			sayValue(path, old, { procedure: birth, fieldName }).join(' | '),
			sayValue(path, now, { procedure: after, fieldName }).join(' | ')
		].join(' ¦ ')
	);
}

describe('a condition in words', () => {
	it.each([
		[
			{ is: ['witness', 'yes'] },
			'“Có ai chứng kiến việc sinh và viết giấy xác nhận được không?” là “Có người làm chứng”'
		],
		[
			{ not: { is: ['surrogacy', 'yes', 'no'] } },
			'“Trẻ có được sinh ra do mang thai hộ không?” không phải là “Có” hoặc “Không”'
		],
		[
			{
				all: [
					{ is: ['surrogacy', 'yes'] },
					{ any: [{ is: ['witness', 'no'] }, { is: ['gone', 'x'] }] }
				]
			},
			'“Trẻ có được sinh ra do mang thai hộ không?” là “Có”, và (“Có ai chứng kiến việc sinh và viết giấy xác nhận được không?” là “Không có ai”, hoặc “câu hỏi đã xóa (gone)” là câu trả lời đã xóa (x))'
		],
		[{ is: ['', ''] }, '“(chưa chọn)” là (chưa chọn)'],
		[{ all: [] }, 'luôn luôn'],
		[{ any: [] }, 'không bao giờ']
	] as const)('%j', (condition, words) =>
		expect(sayCondition(structuredClone(condition) as never, asked)).toBe(words)
	);
	it('of every procedure names only what is there', () => {
		for (const procedure of all)
			for (const { when } of conditionals(procedure))
				expect(sayWhen(when, askedOf(procedure)), procedure.code).not.toMatch(/đã xóa|chưa chọn/);
	});
});

describe('a difference in words', () => {
	it.each<[(draft: Procedure) => unknown, string[]]>([
		[(d) => (d.field = 'dat-dai'), ['changed ¦ Lĩnh vực ¦ Hộ tịch ¦ dat-dai']],
		[
			(d) => (d.onlineLevel = 'none'),
			['changed ¦ Mức nộp trực tuyến ¦ Nguồn không ghi ¦ Không nộp trực tuyến']
		],
		[
			(d) => Object.assign(d.channels[1] ?? {}, { limit: { unit: 'working-day', value: 3 } }),
			['changed ¦ Cách nộp “Đến quầy” › Thời hạn giải quyết ¦ Trong ngày ¦ 3 ngày làm việc']
		],
		[
			(d) => Object.assign(d.fees[2] ?? {}, { kind: 'province' }),
			[
				'changed ¦ Khoản phí “Bản sao Giấy khai sinh (nếu xin thêm)” › Mức phí ¦ Một số tiền ¦ Do HĐND tỉnh quy định'
			]
		],
		[
			(d) => Object.assign(d.requirements[1] ?? {}, { when: undefined }),
			[
				'removed ¦ Giấy tờ “Giấy chứng sinh” › Khi nào cần giấy này ¦ Chỉ khi “Bạn có Giấy chứng sinh của trẻ không?” là “Có bản giấy” ¦ '
			]
		],
		[
			(d) => Object.assign(d.requirements[1] ?? {}, { photo: false }),
			['changed ¦ Giấy tờ “Giấy chứng sinh” › Gửi ảnh chụp được ¦ có ¦ không']
		],
		[
			(d) => {
				const limit = { unit: 'working-day' as const, value: 2 };
				d.clock.stages = [{ name: 'Thẩm định', limit, source: 'NĐ 217' }];
				d.clock.consults = [{ agency: 'Sở Xây dựng', limit, silence: 'agrees' }];
			},
			[
				'added ¦ Các bước có hạn riêng ¦  ¦ Thẩm định: 2 ngày làm việc | NĐ 217',
				'added ¦ Cơ quan được hỏi ý kiến ¦  ¦ Sở Xây dựng: 2 ngày làm việc | Coi như đồng ý'
			]
		],
		[(d) => (d.lifeEvents = []), ['removed ¦ Thuộc việc nào trong đời ¦ Sinh con ¦ ']],
		[
			(d) => d.notes.splice(0, 1),
			[
				'removed ¦ Lưu ý “Ông, bà, người thân không cần giấy ủy quyền. Nhưng phải…” ¦ Ông, bà, người thân không cần giấy ủy quyền. Nhưng phải thống nhất trước với cha mẹ về họ, tên và các nội dung khai sinh. | Chỉ khi “Ai sẽ đi đăng ký khai sinh cho trẻ?” là “Ông, bà hoặc người thân khác” ¦ '
			]
		],
		[
			(d) => d.eForm && (d.eForm.sample = undefined),
			[expect.stringMatching(/^removed ¦ Tờ khai điền mẫu ¦ Họ, chữ đệm và tên của trẻ: /) as never]
		]
	])('%#', (change, lines) => expect(said(change)).toEqual(lines));

	it('is never JSON, whatever two procedures are laid side by side', () => {
		for (const [index, procedure] of all.entries()) {
			const other = all[(index + 1) % all.length] ?? procedure;
			for (const { path, owners, before, after } of differencesOf(procedure, other)) {
				const lines = [
					trailOf(path, owners),
					...sayValue(path, before, { procedure, fieldName }),
					...sayValue(path, after, { procedure: other, fieldName })
				];
				for (const line of lines)
					expect(line, path.join('.')).not.toMatch(/[{}]|\[object|undefined|^$/);
			}
		}
	});
});

describe('what is wrong, in words', () => {
	it('names the place', () => {
		const draft = emptyProcedure('1.000001', 'Thủ tục mới', 'ho-tich', '2026-11-26');
		expect(hardFaults(draft).map((fault) => sayFault(draft, fault))).toEqual([
			'Tên dân hay gọi: chưa ghi.',
			'Làm việc này để được gì: chưa ghi.',
			'Ai làm được: chưa ghi.',
			'Nơi giải quyết: chưa ghi.',
			'Kết quả người dân nhận: chưa ghi.',
			'Nguồn thông tin: chưa ghi.',
			'Cách nộp “Đến quầy” › Nộp ở đâu: chưa ghi.',
			'Cách nộp “Đến quầy” › Các bước: cần ít nhất 1.'
		]);
	});
	it('each warning is a whole sentence', () => {
		const draft = structuredClone(birth);
		draft.proxy = `xuất trình ${'giấy tờ hợp lệ '.repeat(8)}`;
		for (const warning of warningsOf(draft))
			expect(sayWarning(warning)).toMatch(/^[\p{Lu}“].*[.”]$/u);
	});
});

describe('words for short', () => {
	it.each([
		['ngắn', 10, 'ngắn'],
		['một câu dài hơn', 10, 'một câu…'],
		['mộtchữrấtdài', 8, 'mộtchữrấ…'.slice(0, 4) + '…']
	])('%j in %i', (text, most, short) => expect(shortened(text, most)).toBe(short));
	it('of a place nobody knows are its key', () => {
		expect(labelOf(['somethingNew', 3, 'x'])).toBe('Phần khác (somethingNew)');
	});
});
