import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Procedure } from '#domain/catalogue/Procedure.ts';
import { readCases, readCatalogue } from './catalogueFiles.ts';
import { Case, caseFaults, contentFaults, differenceFaults } from './checkProcedure.ts';
import { wholeFaults } from './checkWhole.ts';
import { compareWithSource, numbersOf } from './compareWithSource.ts';
import type { SourceRecord } from './sourceRecord.ts';

/** Whether the catalogue itself is sound is asked by `npm run catalogue:check`; here, whether that check sees. */
const file = readCatalogue(['ho-tich']).find(({ name }) => name === '1.001193.json');
const birth = Procedure.parse(file?.procedure);
const cases = z.array(Case).parse(readCases('1.001193'));

/** A record that says just what this entry says. */
const record: SourceRecord = {
	decision_no: '163/QĐ-BTP',
	result_raw: 'Giấy khai sinh [mã KQ.G15.000031];',
	legal_basis: ['60/2014/QH13'],
	fees_raw: 'Trực tiếp: Miễn phí | 8.000 đồng/bản',
	methods: [{ channel: 'Trực tiếp', qty: 3, unit: 'Ngày làm việc', time_raw: '3 Ngày làm việc' }],
	documents: [
		{ name: 'Tờ khai', original: 1, copy: 0 },
		{ name: 'Giấy chứng sinh', original: 1, copy: 2 }
	]
};
const [paper] = birth.requirements;
if (!paper) throw new Error('the birth procedure has papers');
const same: Procedure = {
	...birth,
	legalBasis: ['Luật Hộ tịch 2014 (60/2014/QH13)'],
	fees: [{ label: 'Lệ phí', kind: 'amount', amount: 8000, per: 'bản', source: 'a' }],
	channels: [
		{ kind: 'in-person', where: 'Quầy.', limit: { unit: 'working-day', value: 3 }, steps: ['Nộp.'] }
	],
	requirements: [
		{ ...paper, kind: 'submit-original', originals: 1, copies: 2, source: 'Hồ sơ, dòng 2' }
	],
	questions: [],
	notes: [],
	mistakes: [],
	lookalikes: [],
	deadline: undefined,
	proxy: 'Được nhờ người.',
	eForm: null,
	provenance: { ...birth.provenance, verification: 'partial', differences: [] }
};
const places = (procedure: Procedure, other: SourceRecord = record) =>
	compareWithSource(procedure, other).map(({ at, ours }) => `${at}: ${ours}`);

describe('the comparison with the source', () => {
	it('is silent where both say the same', () => expect(places(same)).toEqual([]));
	it('sees another decision, result code and law', () => {
		expect(places({ ...same, decisionNo: '164/QĐ-BTP' })).toEqual(['decision: 164/QĐ-BTP']);
		expect(places({ ...same, result: { name: 'a', code: 'b' } })).toEqual(['result code: b']);
		expect(places({ ...same, legalBasis: ['Nghị định 1/2026/NĐ-CP'] })).toHaveLength(1);
		expect(places({ ...same, legalBasis: ['Một luật'] })).toHaveLength(1);
	});
	it('sees an invented amount, and "free" where the council decides or nothing is said', () => {
		const [fee] = same.fees;
		if (!fee) throw new Error('there is a fee');
		expect(places({ ...same, fees: [{ ...fee, amount: 9000 }] })).toEqual(['fee Lệ phí: 9000']);
		const free = { ...same, fees: [{ label: 'Lệ phí', kind: 'free' as const, source: 'a' }] };
		expect(places(free)).toEqual([]);
		const council = { ...record, fees_raw: 'Miễn phí (mức cụ thể do HĐND tỉnh)' };
		expect(places(free, council)).toEqual(['fee Lệ phí: free']);
		expect(places(free, { ...record, fees_raw: 'Không có thông tin' })).toHaveLength(1);
	});
	it('sees another time, another unit, a unit the source does not state, and a time left out', () => {
		const [channel] = same.channels;
		if (!channel) throw new Error('there is a channel');
		const withLimit = (limit: typeof channel.limit) => ({
			...same,
			channels: [{ ...channel, limit }]
		});
		expect(places(withLimit({ unit: 'working-day', value: 4 }))).toHaveLength(1);
		expect(places(withLimit({ unit: 'calendar-day', value: 3 }))).toHaveLength(1);
		expect(places(withLimit({ unit: 'same-day' }))).toHaveLength(1);
		expect(places(withLimit(null))).toEqual(['limit in-person: none']);
		const noUnit = {
			...record,
			methods: [{ channel: 'Trực tiếp', qty: 3, unit: null, time_raw: '3' }]
		};
		expect(places(same, noUnit)).toEqual(['limit in-person: 3 working-day']);
		expect(places(withLimit(null), noUnit)).toEqual([]);
	});
	it('sees other counts of a paper, and a paper that names no line of the source', () => {
		const withPaper = (change: Partial<typeof paper>) => ({
			...same,
			requirements: same.requirements.map((one) => ({ ...one, ...change }))
		});
		expect(places(withPaper({ copies: 3 }))).toEqual([`paper ${paper.id}: 1+3`]);
		expect(places(withPaper({ source: 'Hồ sơ, dòng 1' }))).toEqual([`paper ${paper.id}: 1+2`]);
		expect(places(withPaper({ source: 'Hồ sơ, dòng 1, 2' }))).toEqual([]);
		expect(places(withPaper({ source: 'Hồ sơ, dòng 9' }))).toHaveLength(1);
		expect(places(withPaper({ source: 'Hồ sơ' }))).toEqual([`paper ${paper.id}: no line`]);
	});
	it('sees a number in a sentence that the record does not hold', () => {
		expect(places({ ...same, deadline: 'Nộp trong 45 ngày.' })).toEqual(['text: 45']);
	});
	it('reads numbers as people write them', () => {
		expect([...numbersOf('08 bản, 8.000 đồng, 12,500 đồng, mã 1.001193')]).toEqual([
			'8',
			'8000',
			'12500',
			'1.001193'
		]);
	});
	it('asks for a reason for each difference, and for no other', () => {
		const differing = (differences: Procedure['provenance']['differences']) => ({
			...same,
			deadline: 'Nộp trong 45 ngày.',
			provenance: { ...same.provenance, differences }
		});
		const reason = 'Luật nói thế.';
		const given = { at: 'text', ours: '45', source: 'không có', reason };
		expect(differenceFaults(differing([]), record)).toHaveLength(1);
		expect(differenceFaults(differing([given]), record)).toEqual([]);
		expect(differenceFaults(differing([given, { ...given, ours: '46' }]), record)).toHaveLength(1);
		expect(differenceFaults(same, undefined)).toHaveLength(1);
	});
});

describe('the check of an entry', () => {
	it('accepts a sound one', () => expect(contentFaults(birth)).toEqual([]));
	it('sees a listed entry that states facts, and one that calls itself confirmed', () => {
		const level = (verification: 'listed' | 'full') => ({
			...birth,
			provenance: { ...birth.provenance, verification }
		});
		expect(contentFaults(level('listed'))).toHaveLength(3);
		expect(contentFaults(level('full'))).toEqual(['nothing ships as full']);
	});
	it('sees a sample that leaves out or misfills what the form asks', () => {
		const { eForm } = birth;
		if (!eForm) throw new Error('birth has a form');
		const faults = contentFaults({
			...birth,
			eForm: { ...eForm, sample: { 'child-name': 'Nguyễn Minh An', 'child-sex': 'x', other: 'a' } }
		});
		expect(faults).toContain('sample fills other, which is no field');
		expect(faults).toContain('sample child-sex: not-an-option');
		expect(faults).toContain('sample child-born: required');
	});
});

describe('the worked cases', () => {
	it('come out as written', () => expect(caseFaults(birth, cases)).toEqual([]));
	it('are red when a paper is missing, an answer is never given or a paper never reached', () => {
		const [first, ...others] = cases;
		if (!first) throw new Error('birth has cases');
		const shorter = { ...first, papers: first.papers.slice(1) };
		expect(caseFaults(birth, [shorter, ...others]).join()).toContain(
			`case "${first.name}": papers`
		);
		const few = caseFaults(birth, [first]);
		expect(few.some((fault) => fault.startsWith('no case answers'))).toBe(true);
		expect(few.some((fault) => fault.startsWith('no case reaches'))).toBe(true);
	});
});

describe('the catalogue as a whole', () => {
	const whole = (procedures: Procedure[]) =>
		wholeFaults(
			procedures.map((procedure) => ({ folder: 'a', name: 'b', procedure, error: undefined })),
			[{ code: 'ho-tich', name: 'a', help: 'b', position: 1 }]
		);
	it('has no code and no short title twice', () => {
		expect(whole([birth, birth])).toContain('code stands twice: 1.001193');
		expect(whole([birth, birth])).toContain(`short title stands twice: ${birth.shortTitle}`);
	});
	it('relates only to what it holds', () => {
		expect(whole([{ ...birth, related: ['1.000001'] }])).toContain(
			'1.001193: related 1.000001 is not in the catalogue'
		);
	});
	it('calls a lookalike what its own page calls it', () => {
		const lookalikes = [{ code: '1.001193', title: 'Khai sinh', notThisIf: 'Bạn cần.' }];
		const other = { ...birth, code: '1.000002', shortTitle: 'Khác', lookalikes };
		expect(whole([birth, other])).toContain('1.000002: 1.001193 is not called “Khai sinh”');
	});
	it('is as large as an office needs', () => {
		expect(whole([birth])).toContain('only 1 of 281 procedures');
		expect(whole([birth])).toContain('only 1 of 15 fields');
	});
});
