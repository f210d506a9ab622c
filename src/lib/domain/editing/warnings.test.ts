import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import type { Procedure } from '../catalogue/Procedure.ts';
import { unexplainedTerms } from './officialese.ts';
import { valueAt } from './Path.ts';
import { isWording, warningsOf } from './warnings.ts';

describe('a word of offices', () => {
	it.each([
		['Xuất trình căn cước.', ['xuất trình']],
		['Bạn xuất trình (đưa xem) căn cước.', []],
		['Đưa xem (xuất trình) căn cước.', []],
		['Xin trích lục, tức là bản ghi lại từ sổ.', []],
		['Giấy phải hợp pháp hóa lãnh sự. Tức là đóng dấu xác nhận.', []],
		['Hỏi cơ quan có thẩm quyền.', ['cơ quan có thẩm quyền']],
		['Hỏi người có thẩm quyền.', ['có thẩm quyền']],
		['HỒ SƠ HỢP LỆ thì được nhận.', ['hồ sơ hợp lệ']],
		['Giấy tờ của bạn.', []],
		['Hợp lệnh không phải từ này.', []]
	])('%s', (text, terms) =>
		expect(unexplainedTerms([{ at: 'summary', text }]).map(({ term }) => term)).toEqual(terms)
	);
	it('is told once, where it stands first; explained once is enough', () => {
		const once = { at: 'a', text: 'Giấy còn hợp lệ.' };
		const again = { at: 'b', text: 'Giấy phải hợp lệ.' };
		expect(unexplainedTerms([once, again])).toEqual([
			{ at: 'a', term: 'hợp lệ', plain: 'đúng, còn dùng được', texts: 2 }
		]);
		const glossed = { at: 'c', text: 'Hợp lệ (còn hạn, không tẩy xóa).' };
		expect(unexplainedTerms([once, again, glossed])).toEqual([]);
	});
});

describe('a warning', () => {
	function warningsAfter(change: (draft: Procedure) => unknown): string[] {
		const draft = structuredClone(birth);
		change(draft);
		return warningsOf(draft)
			.filter((warning) => !warningsOf(birth).some((other) => other.kind === warning.kind))
			.map(({ kind, path }) => `${kind} ${path.join('.')}`);
	}

	it.each<[string, (draft: Procedure) => unknown, string[]]>([
		[
			'free beside the council',
			(d) => Object.assign(d.fees[0] ?? {}, { note: 'Mức do HĐND tỉnh quyết định.' }),
			['free-but-council fees.0.kind']
		],
		[
			'a paper no answer reaches',
			(d) =>
				Object.assign(d.requirements[1] ?? {}, {
					when: { all: [{ is: ['child-found', 'yes'] }, { is: ['birth-paper', 'paper'] }] }
				}),
			['unreachable requirements.1.when']
		],
		[
			'a question that changes nothing',
			(d) => {
				d.notes = d.notes.filter(({ id }) => id !== 'foreign-legalised');
			},
			['idle-question questions.6.text']
		],
		[
			'a long sentence',
			(d) => (d.proxy = `${'Người làm thay cần mang theo giấy tờ '.repeat(4)}.`),
			['long proxy']
		],
		['a small letter', (d) => (d.summary = 'ghi tên trẻ vào sổ.'), ['small-letter summary']],
		[
			'a paper that does not say what it is for',
			(d) => Object.assign(d.requirements[0] ?? {}, { why: ' ' }),
			['blank requirements.0.why']
		],
		[
			'a paper without source',
			(d) => Object.assign(d.requirements[0] ?? {}, { source: '' }),
			['no-source requirements.0.source']
		]
	])('%s', (_, change, warnings) => expect(warningsAfter(change)).toEqual(warnings));

	it('leads to a place that is there', () => {
		const draft = structuredClone(birth);
		draft.proxy = 'người có thẩm quyền xuất trình giấy hợp lệ';
		const warnings = warningsOf(draft);
		expect(warnings.filter(isWording).length).toBeGreaterThan(2);
		for (const { path } of warnings) expect(valueAt(draft, path), path.join('.')).toBeDefined();
	});
	it('is no trouble in a draft that is hardly begun', () => {
		const draft = { ...structuredClone(birth), questions: [], fees: [], summary: '', proxy: '' };
		expect(() => warningsOf(draft)).not.toThrow();
	});
});
