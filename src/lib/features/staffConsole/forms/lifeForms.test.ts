import { describe, expect, it } from 'vitest';
import {
	correctErrors,
	correctRequest,
	extendErrors,
	extendRequest,
	haltErrors,
	haltHindrance,
	haltRequest
} from './lifeForms';
import { aRound } from '../dossier/testDossier';

const ids = (errors: { id: string }[]) => errors.map(({ id }) => id);

describe('a new date', () => {
	it.each([
		['2026-11-27', 'Chờ xác minh', []],
		['2026-11-26', 'Chờ xác minh', ['extend-date']],
		['2026-11-28', 'Chờ xác minh', ['extend-date']],
		['2026-11', ' x ', ['extend-date', 'extend-reason']]
	])('%s because of %j', (newDate, reason, expected) => {
		expect(ids(extendErrors({ newDate, reason }, '2026-11-26'))).toEqual(expected);
	});

	it('is sent with its reason', () => {
		expect(extendRequest({ newDate: '2026-11-27', reason: ' Chờ xác minh ' })).toEqual({
			newDate: '2026-11-27',
			reason: 'Chờ xác minh'
		});
	});
});

describe('stopping', () => {
	it.each([
		[{ kind: '', reason: '', basis: '' }, ['halt-kind', 'halt-reason', 'halt-basis']],
		[{ kind: 'end', reason: 'Có tranh chấp', basis: 'Điều 5' }, ['halt-kind']],
		[{ kind: 'refuse', reason: 'Có tranh chấp', basis: 'Điều 5' }, []]
	])('with %j', (draft, expected) => {
		expect(ids(haltErrors(draft))).toEqual(expected);
	});

	it('is sent with what is given back', () => {
		const draft = { kind: 'refuse', reason: ' Có tranh chấp', basis: 'Điều  5' };
		expect(haltRequest(draft, ['Sổ'])).toEqual({
			kind: 'refuse',
			reason: 'Có tranh chấp',
			basis: 'Điều 5',
			originals: ['Sổ']
		});
	});

	it.each([
		['nobody was asked for papers', [], null, undefined],
		['the last day is today', [aRound({ until: '2026-11-27' })], null, /27\/11\/2026/],
		['the last day has passed', [aRound({ until: '2026-11-26' })], null, undefined],
		[
			'an answer came after it',
			[aRound({ until: '2026-11-26' })],
			'2026-11-26T11:00:00Z',
			/đã trả lời/
		]
	])('when %s', (_, supplements, answeredAt, words) => {
		const hindrance = haltHindrance({ supplements, answeredAt }, '2026-11-27');
		if (words) expect(hindrance).toMatch(words);
		else expect(hindrance).toBeUndefined();
	});
});

describe('a corrected result', () => {
	const draft = { reason: 'Sai tên đệm', fault: 'office', resultNumber: '2/2026' };
	it.each([
		[{}, false, []],
		[{ resultNumber: '' }, true, []],
		[{ resultNumber: '' }, false, ['result-number']],
		[{ resultNumber: '1'.repeat(61) }, true, ['result-number']],
		[{ reason: '', fault: '' }, true, ['correct-reason', 'correct-fault']]
	])('with %j, file %s', (changes, hasFile, expected) => {
		expect(ids(correctErrors({ ...draft, ...changes }, hasFile))).toEqual(expected);
	});

	it('is sent with its number, its file or both', () => {
		expect(correctRequest(draft, undefined)).toEqual({
			reason: 'Sai tên đệm',
			officeFault: true,
			resultNumber: '2/2026'
		});
		expect(correctRequest({ ...draft, fault: 'citizen', resultNumber: '' }, 'f1')).toEqual({
			reason: 'Sai tên đệm',
			officeFault: false,
			resultFileId: 'f1'
		});
	});
});
