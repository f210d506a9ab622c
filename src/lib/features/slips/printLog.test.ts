import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Result } from '$lib/domain/shared/Result';
import { PrintLog } from './printLog.svelte';

type Answer = Result<{ copy: number }>;
const offline: Answer = { ok: false, error: { kind: 'offline' } };
const copy = (number: number): Answer => ({ ok: true, value: { copy: number } });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A log over a server that gives these answers in turn, then never answers; and the ids it was told. */
function aLog(prints: number, ...answers: Answer[]) {
	const told: string[] = [];
	let ids = 0;
	const desk = {
		notePrint(_slipId: string, printId: string) {
			told.push(printId);
			const answer = answers.shift();
			return answer ? Promise.resolve(answer) : new Promise<Answer>(() => undefined);
		}
	};
	const newId = () => `print-${(ids += 1)}`;
	return { told, log: new PrintLog(desk, 'slip', newId, { prints, ended: false }) };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

it('a print by the button is noted once, before the paper', async () => {
	const { log, told } = aLog(0, copy(1));
	await log.prepare();
	expect(told).toEqual(['print-1']);
	log.beforePrint();
	expect(log.copy).toBe(1);
	log.afterPrint();
	expect(told).toEqual(['print-1']);
	expect(log.copy).toBe(2);
});

it('a print by Ctrl+P is noted, and its copy stands before the server answers', async () => {
	const { log, told } = aLog(1, copy(2));
	expect(log.copy).toBe(2);
	log.beforePrint();
	log.beforePrint();
	await settled();
	expect(told).toEqual(['print-1']);
	expect(log.copy).toBe(2);
	log.afterPrint();
	expect(log.copy).toBe(3);
});

it('says the copy of the server when somebody else has printed meanwhile', async () => {
	const { log } = aLog(0, copy(4));
	await log.prepare();
	expect(log.copy).toBe(4);
});

it('an answer that comes while the paper is drawn changes nothing on it', async () => {
	const { log } = aLog(0, copy(5));
	log.beforePrint();
	await settled();
	expect(log.copy).toBe(1);
	log.afterPrint();
	expect(log.copy).toBe(6);
});

it('a silent server keeps the printer waiting for three seconds at most', async () => {
	const { log } = aLog(0);
	let isReady = false;
	void log.prepare().then(() => (isReady = true));
	await vi.advanceTimersByTimeAsync(2_999);
	expect(isReady).toBe(false);
	await vi.advanceTimersByTimeAsync(1);
	expect(isReady).toBe(true);
});

it('a dead line prints at once; the print is told later under its own id', async () => {
	const { log, told } = aLog(1, offline, offline, copy(2));
	await log.prepare();
	log.beforePrint();
	log.afterPrint();
	expect(log.unlogged).toEqual(['print-1']);
	expect(log.copy).toBe(3);
	await vi.advanceTimersByTimeAsync(15_000);
	expect(log.unlogged).toEqual(['print-1']);
	log.retry();
	await settled();
	expect(told).toEqual(['print-1', 'print-1', 'print-1']);
	expect(log.unlogged).toEqual([]);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(told).toHaveLength(3);
});

it('asks no more once its page is gone', async () => {
	const { log, told } = aLog(0, offline);
	await log.prepare();
	log.stop();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(told).toEqual(['print-1']);
});

it.each([
	{ ended: false, prints: 3, asks: false },
	{ ended: true, prints: 0, asks: false },
	{ ended: true, prints: 1, asks: true }
])('asks why only for a print once more of what has ended: %j', ({ asks, ...known }) => {
	const desk = { notePrint: async () => copy(1) };
	const log = new PrintLog(desk, 'slip', () => 'print', known);
	expect([log.asksWhy, log.lacksReason]).toEqual([asks, asks]);
	log.reason = ' vì ';
	expect(log.lacksReason).toBe(asks);
	log.reason = 'người dân làm mất';
	expect(log.lacksReason).toBe(false);
});

it('tells the reason with the print, and the first print of what ended needs none', async () => {
	const told: (string | undefined)[] = [];
	const desk = {
		async notePrint(_slipId: string, _printId: string, reason?: string) {
			told.push(reason);
			return copy(told.length);
		}
	};
	const log = new PrintLog(desk, 'slip', () => 'print', { prints: 0, ended: true });
	await log.prepare();
	log.beforePrint();
	log.afterPrint();
	expect(log.lacksReason).toBe(true);
	log.reason = ' người dân làm mất ';
	await log.prepare();
	expect(told).toEqual([undefined, 'người dân làm mất']);
});
