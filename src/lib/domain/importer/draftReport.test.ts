import { expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { draftReport, sendableReport } from './draftReport.ts';
import type { Draft, FieldNote } from './Imported.ts';

const note = (source: string, confidence: FieldNote['confidence'] = 'guessed'): FieldNote => ({
	field: 'fees',
	at: 'Trực tiếp',
	confidence,
	source,
	why: 'vì thế'
});
const draftOf = (...notes: FieldNote[]): Draft => ({ kind: 'draft', procedure: birth, notes });

it('keeps what was guessed and dropped, not what was simply read', () => {
	const draft = draftOf(note('a'), note('b', 'read'), note('c', 'dropped'));
	expect(draftReport({ file: 'ds.csv', place: 'dòng 5' }, draft)).toEqual({
		file: 'ds.csv',
		place: 'dòng 5',
		notes: [note('a'), note('c', 'dropped')]
	});
});

it('sends no sign that the server refuses', () => {
	const draft = draftOf(note('Phí\u200b 8.000\u0085 đồng\f'));
	const sent = JSON.stringify(sendableReport({ file: '\ufeffds\u202e.csv' }, draft));
	expect(sent).not.toMatch(
		/\\[bf]|\\u00|[\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
	);
	expect(JSON.parse(sent)).toMatchObject({ file: 'ds.csv', notes: [{ field: 'fees' }] });
});

it('sends no more than the server takes beside a large draft, and says how much is missing', () => {
	const many = Array.from({ length: 1_000 }, (_, index) => note(`${index} ${'ữ'.repeat(390)}`));
	const { notes } = sendableReport({ file: 'ds.csv' }, draftOf(...many));
	expect(new TextEncoder().encode(JSON.stringify(notes)).length).toBeLessThan(120_000);
	expect(notes[0]?.source).toBe(many[0]?.source);
	expect(notes.at(-1)).toEqual({
		field: 'other',
		confidence: 'dropped',
		source: '',
		why: `còn ${1_001 - notes.length} ghi chú nữa, quá dài nên không giữ; hãy so lại với tệp`
	});
});
