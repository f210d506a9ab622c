import { expect, it } from 'vitest';
import { patch } from './patch.ts';

const from = {
	title: 'A',
	help: 'B',
	questions: [
		{ id: 'q1', text: 'Một' },
		{ id: 'q2', text: 'Hai' }
	],
	result: { name: 'Giấy' }
};

it('changes what differs, and leaves what is just being typed', () => {
	const live = { ...structuredClone(from), title: 'A ' };
	const { help: _, ...rest } = structuredClone(from);
	patch(live, from, { ...rest, result: { name: 'Giấy', code: 'x' } });
	expect(live).toEqual({ ...rest, title: 'A ', result: { name: 'Giấy', code: 'x' } });
});

it('keeps the things of a list, wherever they go', () => {
	const live = structuredClone(from);
	const [first, second] = live.questions;
	const fresh = { id: 'q3', text: 'Ba' };
	patch(live, from, {
		...from,
		questions: [{ id: 'q2', text: 'Hai!' }, fresh, { id: 'q1', text: 'Một' }]
	});
	expect(live.questions[0]).toBe(second);
	expect(live.questions[2]).toBe(first);
	expect(second).toEqual({ id: 'q2', text: 'Hai!' });
	expect(live.questions[1]).toEqual(fresh);
	expect(live.questions[1]).not.toBe(fresh);
});
