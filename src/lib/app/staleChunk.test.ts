import { afterEach, describe, expect, it, vi } from 'vitest';
import { reloadOnceOnStaleChunk } from './staleChunk';

afterEach(() => void vi.unstubAllGlobals());

/** A page that misses a chunk: whether it was loaded anew. */
function misses(device: { onLine: boolean; controller: object | null }, times = 1): number {
	const page = new EventTarget();
	const notes = new Map<string, string>();
	const reload = vi.fn();
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	vi.stubGlobal('navigator', {
		onLine: device.onLine,
		serviceWorker: { controller: device.controller }
	});
	vi.stubGlobal('location', { reload });
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => notes.get(key) ?? null,
		setItem: (key: string, value: string) => notes.set(key, value)
	});
	reloadOnceOnStaleChunk();
	for (let time = 0; time < times; time += 1)
		page.dispatchEvent(new Event('vite:preloadError', { cancelable: true }));
	return reload.mock.calls.length;
}

describe('a chunk that does not come', () => {
	it.each([
		['after a new build: the page is loaded anew', { onLine: true, controller: null }, 1],
		['without a line, on a device that opens pages alone', { onLine: false, controller: {} }, 1],
		['without a line on a first visit: the page stays', { onLine: false, controller: null }, 0]
	])('%s', (_, device, reloads) => expect(misses(device)).toBe(reloads));

	it('twice in a row is no reason to reload for ever', () => {
		expect(misses({ onLine: true, controller: null }, 3)).toBe(1);
	});
});
