import { describe, expect, it, vi } from 'vitest';
import { keepStaffFiles } from './keepStaffFiles';

vi.mock('$app/environment', () => ({ version: 'v2' }));

/** A PC that keeps these paths, and a server that names those files. */
function aPc(held: string[], list: unknown, down: string[] = []) {
	const kept = new Set(held);
	const cache = {
		keys: async () => [...kept].map((path) => ({ url: `http://office${path}` })),
		add: async (path: string) => {
			if (down.includes(path)) throw new Error('no line');
			kept.add(path);
		},
		delete: async (path: string) => kept.delete(path)
	};
	const storage = { open: async () => cache as unknown as Cache };
	const load = async () => new Response(JSON.stringify(list));
	return { kept, run: () => keepStaffFiles(storage, load) };
}

describe('the pages of the staff', () => {
	it('are fetched once, and those of an older version go', async () => {
		const { kept, run } = aPc(['/a.js', '/old.js'], { version: 'v2', files: ['a.js', 'b.js'] });
		expect(await run()).toBe(1);
		expect([...kept]).toEqual(['/a.js', '/b.js']);
		expect(await run()).toBe(0);
	});
	it('of a newer version are not this page’s: what it has stays', async () => {
		const { kept, run } = aPc(['/a.js'], { version: 'v3', files: ['c.js'] });
		expect(await run()).toBe(0);
		expect([...kept]).toEqual(['/a.js']);
	});
	it('stay when the line goes in the middle', async () => {
		const list = { version: 'v2', files: ['a.js', 'b.js'] };
		const { kept, run } = aPc(['/old.js'], list, ['/b.js']);
		await expect(run()).rejects.toThrow('no line');
		expect([...kept]).toEqual(['/old.js', '/a.js']);
	});
	it('are none where the server names none', async () => {
		expect(await aPc([], 'nothing').run()).toBe(0);
	});
});
