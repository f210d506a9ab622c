import { describe, expect, it } from 'vitest';
import { trackWork, whenIdle } from './pendingWork';

function aGate() {
	let open = () => {};
	let fail = () => {};
	const passed = new Promise<void>((resolve, reject) => {
		open = resolve;
		fail = () => reject(new Error('broken'));
	});
	return { passed, open, fail };
}

describe('work that a reload would cut off', () => {
	it('is waited for, whether it ends well or not, and also what began meanwhile', async () => {
		const [first, second] = [aGate(), aGate()];
		const work = trackWork(first.passed);
		let isIdle = false;
		const idle = whenIdle().then(() => (isIdle = true));
		void trackWork(second.passed);
		first.fail();
		await expect(work).rejects.toThrow('broken');
		await new Promise((resolve) => setImmediate(resolve));
		expect(isIdle).toBe(false);
		second.open();
		await idle;
		await whenIdle();
	});
	it('is no reason to wait when there is none', async () => {
		await expect(whenIdle()).resolves.toBeUndefined();
	});
});
