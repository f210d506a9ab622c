import { expect, it } from 'vitest';
import { resumeErrors, resumeRequest } from './resumeRules';

const line = { id: 'line-1', name: 'Sổ', taken: true, originals: '1', certified: '0', copies: '2' };
const other = { ...line, id: 'line-2', name: 'Thẻ', taken: false, originals: 'x' };
const due = { dueDate: '', dueBasis: '' };

it('sends only what was handed over, as numbers', () => {
	expect(resumeErrors([line, other], due, false, '2026-11-25')).toEqual([]);
	expect(resumeRequest([line, other], due, false)).toEqual({
		papers: [{ name: 'Sổ', originals: 1, certified: 0, copies: 2 }]
	});
});

it('names the box of a count that is none', () => {
	const wrong = { ...line, copies: '-1' };
	expect(resumeErrors([wrong], due, false, '2026-11-25').map(({ id }) => id)).toEqual([
		'brought-line-1-originals'
	]);
});

it('asks for a date and its law only where no limit gives one', () => {
	const ids = resumeErrors([], due, true, '2026-11-25').map(({ id }) => id);
	expect(ids).toEqual(['due-date', 'due-basis']);
	const entered = { dueDate: '2026-11-30', dueBasis: ' Điều  5 ' };
	expect(resumeErrors([], entered, true, '2026-11-25')).toEqual([]);
	expect(resumeRequest([], entered, true)).toEqual({
		papers: [],
		dueDate: '2026-11-30',
		dueBasis: 'Điều 5'
	});
});
