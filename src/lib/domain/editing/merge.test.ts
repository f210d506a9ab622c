import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import type { Procedure } from '../catalogue/Procedure.ts';
import { mergeContents, type Side } from './merge.ts';

type Change = (draft: Procedure) => unknown;

function made(change: Change): Procedure {
	const draft = structuredClone(birth);
	change(draft);
	return draft;
}

function merge(mine: Change, theirs: Change, side: Side = 'mine') {
	const { content, clashes } = mergeContents(birth, made(mine), made(theirs), () => side);
	return { content: content as Procedure, clashes: clashes.map(({ key }) => key) };
}

const changes: Change[] = [
	(d) => (d.summary = 'Một.'),
	(d) => (d.title = 'Tên khác'),
	(d) => d.synonyms.push('của tôi'),
	(d) => d.requirements.splice(3, 1),
	(d) => d.requirements.push({ ...d.requirements[0], id: 'moi' } as never),
	(d) => d.questions.reverse(),
	(d) => Object.assign(d.fees[2] ?? {}, { amount: 9000 }),
	(d) => (d.eForm = null)
];

describe('two people’s work on one content', () => {
	it('is one person’s where the other did nothing', () => {
		fc.assert(
			fc.property(fc.subarray(changes), (some) => {
				const all: Change = (draft) => some.forEach((change) => change(draft));
				const nothing: Change = () => undefined;
				expect(merge(all, nothing)).toEqual({ content: made(all), clashes: [] });
				expect(merge(nothing, all)).toEqual({ content: made(all), clashes: [] });
				expect(merge(all, all)).toEqual({ content: made(all), clashes: [] });
			})
		);
	});

	it('stands side by side where they touched different things', () => {
		const { content, clashes } = merge(
			(d) => {
				d.summary = 'Của tôi.';
				d.synonyms.push('của tôi');
				Object.assign(d.requirements[0] ?? {}, { why: 'Của tôi.' });
			},
			(d) => {
				d.proxy = 'Của họ.';
				d.synonyms.push('của họ');
				Object.assign(d.requirements[0] ?? {}, { ifMissing: 'Của họ.' });
				d.requirements.splice(1, 0, { ...birth.requirements[1], id: 'cua-ho' } as never);
			}
		);
		expect(clashes).toEqual([]);
		expect(content.summary).toBe('Của tôi.');
		expect(content.proxy).toBe('Của họ.');
		expect(content.synonyms.slice(-2)).toEqual(['của tôi', 'của họ']);
		expect(content.requirements[0]).toMatchObject({ why: 'Của tôi.', ifMissing: 'Của họ.' });
		expect(content.requirements[1]?.id).toBe('cua-ho');
		expect(content.requirements).toHaveLength(birth.requirements.length + 1);
	});

	it('and so do the steps of the office, by their names', () => {
		const stage = (name: string) => ({ name, limit: { unit: 'working-day' as const, value: 1 } });
		const { content, clashes } = merge(
			(d) => (d.clock.stages = [stage('Thẩm định'), stage('Của tôi')]),
			(d) => (d.clock.stages = [stage('Thẩm định'), stage('Của họ')])
		);
		expect(clashes).toEqual([]);
		expect(content.clock.stages?.map(({ name }) => name).sort()).toEqual([
			'Của họ',
			'Của tôi',
			'Thẩm định'
		]);
	});

	it.each<[string, Change, Change, string, (content: Procedure) => unknown, unknown, unknown]>([
		[
			'one text',
			(d) => (d.summary = 'Của tôi.'),
			(d) => (d.summary = 'Của họ.'),
			'summary',
			(content) => content.summary,
			'Của tôi.',
			'Của họ.'
		],
		[
			'one fee',
			(d) => Object.assign(d.fees[2] ?? {}, { amount: 1 }),
			(d) => Object.assign(d.fees[2] ?? {}, { amount: 2 }),
			'fees/Bản sao Giấy khai sinh (nếu xin thêm)/amount',
			(content) => content.fees[2]?.amount,
			1,
			2
		],
		[
			'a paper one took out and the other changed',
			(d) => d.requirements.splice(0, 1),
			(d) => Object.assign(d.requirements[0] ?? {}, { why: 'Của họ.' }),
			'requirements/declaration',
			(content) => content.requirements[0]?.id,
			'birth-certificate-paper',
			'declaration'
		],
		[
			'the steps of one way to file',
			(d) => d.channels[0]?.steps.push('Của tôi.'),
			(d) => d.channels[0]?.steps.push('Của họ.'),
			'channels/online/steps',
			(content) => content.channels[0]?.steps.at(-1),
			'Của tôi.',
			'Của họ.'
		]
	])('has to be chosen where both changed %s', (_, mine, theirs, key, read, my, their) => {
		const kept = merge(mine, theirs);
		expect(kept.clashes).toEqual([key]);
		expect(read(kept.content)).toBe(my);
		expect(read(merge(mine, theirs, 'theirs').content)).toBe(their);
	});
});
