import { describe, expect, it } from 'vitest';
import type { Procedure } from '#domain/catalogue/Procedure.ts';
import { readJsonText } from '#domain/importer/readRecords.ts';
import { flatRecord, getDraft, testContext } from '#domain/importer/testRecords.ts';
import { compareFacts, type ExpectedFacts } from './importedFacts.ts';

const METHODS = 'Trực tiếp15 Ngày làm việcMiễn phíTrực tuyến3 NgàyMiễn phíTrực tuyến8 NgàyMiễn phí';
const record = flatRecord({ cach_thuc_thuc_hien: METHODS });
const draft = getDraft(readJsonText(JSON.stringify(record), testContext())[0]?.result);

/** What a person reads in that record. */
const facts: ExpectedFacts = {
	code: '1.900001',
	name: 'Thủ tục cấp thẻ mượn sách',
	field: 'Hộ tịch',
	ourField: 'ho-tich',
	levels: ['commune'],
	cases: [],
	papers: [
		{ start: 'Đơn theo mẫu', kind: 'submit-original', originals: 1, copies: 0 },
		{ start: 'Bản sao căn cước', kind: 'photocopy', originals: 0, copies: 1 }
	],
	times: { 'in-person': ['15 working-day'], online: ['3 calendar-day', '8 calendar-day'] },
	fees: {}
};

function wrongOf(changes: Partial<Procedure>, expected: Partial<ExpectedFacts> = {}): string[] {
	return compareFacts(
		{ ...draft, procedure: { ...draft.procedure, ...changes } },
		{ ...facts, ...expected }
	)
		.filter(({ agrees }) => !agrees)
		.map(({ what, certain }) => `${what}, ${certain ? 'sure' : 'in doubt'}`);
}

describe('the comparison with a reading by hand', () => {
	const { channels, requirements } = draft.procedure;

	it('agrees with what is right', () => expect(wrongOf({})).toEqual([]));
	it('sees a procedure under the wrong field', () =>
		expect(wrongOf({ field: 'xay-dung' })).toEqual(['field, sure']));
	it('sees a field that should have been proposed', () =>
		expect(wrongOf({ field: 'chua-phan-loai' }, { ourField: 'chua-phan-loai' })).toEqual([
			'new field, sure'
		]));
	it('sees a paper that is gone without a word', () =>
		expect(wrongOf({ requirements: requirements.slice(0, 1) })).toEqual([
			'paper 0 Bản sao căn cước, sure'
		]));
	it('sees a way to file that is gone without a word', () =>
		expect(wrongOf({ channels: channels.slice(1) })).toEqual(['time in-person, sure']));
	it.each(['Nguồn ghi “13 Ngày”, “8 Ngày”.', 'Nguồn ghi “3 Ngày làm việc”, “8 Ngày”.', 'mục 3, 8'])(
		'sees that %j does not name all times',
		(limitNote) =>
			expect(
				wrongOf({ channels: channels.map((one) => (one.limit ? one : { ...one, limitNote })) })
			).toEqual(['time online, in doubt'])
	);
});
