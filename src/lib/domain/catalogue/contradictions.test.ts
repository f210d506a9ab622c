import { describe, expect, it } from 'vitest';
import { findContradictions } from './contradictions';
import { Procedure } from './Procedure';

/** The smallest procedure: one question that decides one paper. */
function entry(change: Partial<Procedure>): Procedure {
	const question = {
		id: 'proxy',
		text: 'Ai đi nộp?',
		options: [
			{ value: 'self', label: 'Tôi' },
			{ value: 'other', label: 'Người khác' }
		]
	};
	return Procedure.parse({
		schema: 1,
		code: '1.000001',
		title: 'Thủ tục',
		shortTitle: 'Thủ tục',
		synonyms: [],
		lifeEvents: [],
		field: 'ho-tich',
		level: 'commune',
		decidedBy: 'Xã',
		result: { name: 'Giấy' },
		onlineLevel: 'none',
		summary: 'Thủ tục.',
		whoMayFile: 'Ai cũng được.',
		questions: [question],
		requirements: [paper('authorisation', { is: ['proxy', 'other'] })],
		notes: [],
		channels: [],
		fees: [],
		clock: { supplement: 'restart' },
		proxy: 'Được.',
		mistakes: [],
		lookalikes: [],
		legalBasis: [],
		retention: 'Giữ.',
		eForm: null,
		provenance: { source: 'a', asOf: '2026-06-30', verification: 'partial', unverified: [] },
		...change
	});
}

function paper(id: string, when?: Procedure['requirements'][number]['when']) {
	return {
		id,
		paper: id,
		name: 'Giấy ủy quyền',
		officialName: 'Văn bản ủy quyền',
		kind: 'submit-original' as const,
		originals: 1,
		copies: 0,
		...(when && { when }),
		why: 'Để biết.',
		ifMissing: 'Hỏi quầy.',
		photo: true,
		source: 'a'
	};
}

describe('contradictions', () => {
	it('none in a sound entry', () => expect(findContradictions(entry({}))).toEqual([]));

	it('a paper that no answers reach', () => {
		const never = {
			all: [
				{ is: ['proxy', 'self'] as [string, string] },
				{ not: { is: ['proxy', 'self'] as [string, string] } }
			]
		};
		const found = findContradictions(
			entry({ requirements: [...entry({}).requirements, paper('never', never)] })
		);
		expect(found).toEqual([{ kind: 'unreachable', what: 'paper', id: 'never' }]);
	});

	it('a paper behind a question that is never asked together with its answer', () => {
		const [first] = entry({}).questions;
		if (!first) throw new Error('there is a question');
		const second = { ...first, id: 'kin', when: { is: ['proxy', 'other'] as [string, string] } };
		const papers = (proxy: string) => [
			...entry({}).requirements,
			paper('kin-paper', { all: [{ is: ['proxy', proxy] }, { is: ['kin', 'self'] }] })
		];
		expect(
			findContradictions(entry({ questions: [first, second], requirements: papers('other') }))
		).toEqual([]);
		expect(
			findContradictions(entry({ questions: [first, second], requirements: papers('self') }))
		).toEqual([{ kind: 'unreachable', what: 'paper', id: 'kin-paper' }]);
	});

	it('a paper that only "Tôi không rõ" leaves open is reachable', () => {
		const questions = entry({}).questions.map((question) => ({ ...question, maybeUnsure: true }));
		const both = {
			all: [
				{ not: { is: ['proxy', 'self'] as [string, string] } },
				{ not: { is: ['proxy', 'other'] as [string, string] } }
			]
		};
		expect(findContradictions(entry({ questions, requirements: [paper('a', both)] }))).toEqual([]);
	});

	it('a question that changes nothing', () => {
		expect(findContradictions(entry({ requirements: [] }))).toEqual([
			{ kind: 'idle-question', id: 'proxy' }
		]);
	});

	it('a free fee beside a note that the council decides', () => {
		const fee = { label: 'Lệ phí', kind: 'free' as const, source: 'a' };
		expect(findContradictions(entry({ fees: [fee] }))).toEqual([]);
		expect(
			findContradictions(entry({ fees: [{ ...fee, note: 'Mức cụ thể do HĐND tỉnh quyết định.' }] }))
		).toEqual([{ kind: 'free-but-council', fee: 'Lệ phí' }]);
	});
});
