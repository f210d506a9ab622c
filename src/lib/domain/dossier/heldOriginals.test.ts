import { expect, it } from 'vitest';
import { heldOriginals } from './heldOriginals.ts';

const event = (action: string, papers: unknown) => ({
	action,
	fromStatus: 1,
	toStatus: 2,
	actor: 'A',
	byStaff: true,
	at: '2026-11-23T02:00:00Z',
	data: { papers }
});

it('lists what was taken as an original on receipt or later, each paper once', () => {
	expect(
		heldOriginals({
			events: [
				event('receive', [
					{ name: 'Giấy chứng sinh', originals: 1, certified: 0, copies: 0 },
					{ name: 'Tờ khai', originals: 0, certified: 0, copies: 1 }
				]),
				event('supplement', [{ name: 'Không phải', originals: 1 }]),
				event('resume', [
					{ name: 'Giấy chứng sinh', originals: 1 },
					{ name: 'Sổ', originals: 2 }
				])
			]
		})
	).toEqual(['Giấy chứng sinh', 'Sổ']);
});

it.each([undefined, 'x', [{ name: 1 }]])('finds nothing in %j', (papers) => {
	expect(heldOriginals({ events: [event('receive', papers)] })).toEqual([]);
});
