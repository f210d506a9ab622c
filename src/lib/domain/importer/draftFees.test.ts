import { expect, it } from 'vitest';
import { draftFees } from './draftFees.ts';
import { openNoteBook } from './noteBook.ts';
import type { FeeLine } from './readFee.ts';

/** The fees of a record whose first way to file has these lines, and what was left out of them. */
function feesOf(...fees: FeeLine[]) {
	const book = openNoteBook();
	const methods = [
		{ channel: 'in-person' as const, time: { limit: null, text: '' }, fees, note: '', raw: '' }
	];
	const drafted = draftFees({ methods, steps: { text: '' } }, book);
	const dropped = book.notes.filter(({ confidence }) => confidence === 'dropped');
	return { drafted, dropped };
}

const unknown = (note: string): FeeLine => ({ kind: 'unknown', note, raw: note });

it('keeps the words beside what is not known, whichever line has them', () => {
	const { drafted, dropped } = feesOf(unknown(''), unknown('Theo hợp đồng'));
	expect(drafted).toMatchObject([{ kind: 'unknown', note: 'Theo hợp đồng' }]);
	expect(dropped).toEqual([]);
});

it('keeps the first words of several, and tells the others', () => {
	const { drafted, dropped } = feesOf(unknown('Theo hợp đồng'), unknown('Hỏi tại quầy'));
	expect(drafted).toMatchObject([{ kind: 'unknown', note: 'Theo hợp đồng' }]);
	expect(dropped).toMatchObject([{ source: 'Hỏi tại quầy' }]);
});
