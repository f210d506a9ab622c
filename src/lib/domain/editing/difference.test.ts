import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import type { Procedure } from '../catalogue/Procedure.ts';
import { differencesOf, isSame } from './difference.ts';
import { wordDiff } from './wordDiff.ts';

/** What differs after a change, as "kind path (owners)". */
function after(change: (draft: Procedure) => unknown): string[] {
	const draft = structuredClone(birth);
	change(draft);
	return differencesOf(birth, draft).map(({ kind, path, owners }) => {
		const names = owners.map((owner) =>
			String(owner.id ?? owner.label ?? owner.kind ?? owner.title)
		);
		return `${kind} ${path.join('.')}${names.length > 0 ? ` (${names.join(', ')})` : ''}`;
	});
}

describe('what differs', () => {
	it('is nothing between a content and itself, whatever the order of its keys', () => {
		const turned = Object.fromEntries(Object.entries(birth).reverse());
		expect(differencesOf(birth, turned)).toEqual([]);
	});

	it.each<[string, (draft: Procedure) => unknown, string[]]>([
		['a text', (d) => (d.summary = 'Khác.'), ['changed summary']],
		['a text that comes', (d) => (d.retention = ''), ['removed retention']],
		['a text inside', (d) => (d.result.name = 'Khác'), ['changed result.name']],
		['a line', (d) => d.synonyms.push('x'), ['changed synonyms']],
		['lines in another order', (d) => d.legalBasis.reverse(), ['order legalBasis']],
		[
			'a paper that comes',
			(d) => d.requirements.unshift({ ...birth.requirements[0], id: 'new' } as never),
			['added requirements.0 (new)']
		],
		[
			'a question that goes',
			(d) => d.questions.splice(2, 1),
			['removed questions.2 (child-found)']
		],
		['papers in another order', (d) => d.requirements.reverse(), ['order requirements']],
		[
			'a part of a paper that moved',
			(d) => {
				const [paper] = d.requirements.splice(0, 1);
				if (paper) d.requirements.push({ ...paper, why: 'Khác.' });
			},
			['changed requirements.11.why (declaration)', 'order requirements']
		],
		[
			'a condition as a whole',
			(d) =>
				Object.assign(d.requirements[1] ?? {}, { when: { is: ['birth-paper', 'paper', 'none'] } }),
			['changed requirements.1.when (birth-certificate-paper)']
		],
		[
			'a limit of one way to file',
			(d) => Object.assign(d.channels[1] ?? {}, { limit: { unit: 'working-day', value: 3 } }),
			['changed channels.1.limit (in-person)']
		],
		[
			'an answer of a question',
			(d) => Object.assign(d.questions[0]?.options[1] ?? {}, { label: 'Khác' }),
			['changed questions.0.options.1.label (registrant, Khác)']
		],
		[
			'a fee',
			(d) => Object.assign(d.fees[2] ?? {}, { amount: 9000 }),
			['changed fees.2.amount (Bản sao Giấy khai sinh (nếu xin thêm))']
		],
		['the form', (d) => (d.eForm = null), ['removed eForm']],
		[
			'what nobody knows yet',
			(d) => Object.assign(d, { levels: ['commune', 'province'] }),
			['added levels']
		]
	])('%s', (_, change, differences) => expect(after(change)).toEqual(differences));

	it('steps of the office are told from each other by their names, agencies by theirs', () => {
		const day = (value: number) => ({ unit: 'working-day' as const, value });
		const [check, sign] = [
			{ name: 'Thẩm định', limit: day(3) },
			{ name: 'Trình ký', limit: day(1) }
		];
		const asked = { agency: 'Sở Xây dựng', limit: day(2), silence: 'agrees' as const };
		const before = {
			clock: { supplement: 'pause', stages: [check, sign], consults: [asked] }
		};
		const now = {
			clock: {
				supplement: 'pause',
				stages: [sign, { ...check, limit: day(4) }],
				consults: [{ ...asked, silence: 'waits' }]
			}
		};
		const found = differencesOf(before, now).map(({ kind, path }) => `${kind} ${path.join('.')}`);
		expect(found).toEqual([
			'changed clock.stages.1.limit',
			'order clock.stages',
			'changed clock.consults.0.silence'
		]);
	});

	it('not said is the same as absent', () => {
		expect(isSame('', undefined)).toBe(true);
		expect(isSame([], undefined)).toBe(true);
		expect(isSame(false, undefined)).toBe(false);
	});
});

describe('two texts word by word', () => {
	it.each([
		['Nộp 1 bản', 'Nộp 1 bản', 'Nộp 1 bản'],
		['Nộp 1 bản chính', 'Nộp 2 bản chính', 'Nộp -1 +2 bản chính'],
		['a b c', 'c', '-a b c'],
		['', 'mới', '+mới'],
		['cũ', '', '-cũ'],
		['a b', 'a x b y', 'a +x b +y']
	])('%j → %j', (before, now, words) => {
		const mark = { same: '', out: '-', in: '+' };
		expect(
			wordDiff(before, now)
				.map(({ kind, text }) => mark[kind] + text)
				.join(' ')
		).toBe(words);
	});
	it('is not tried on a book', () => {
		const book = 'chữ '.repeat(500);
		expect(wordDiff(book, `${book}x`).map(({ kind }) => kind)).toEqual(['out', 'in']);
	});
});
