import { expect, test, vi } from 'vitest';
import { exifSegment, greyJpeg, heif, latin1, pngHeader, withSegments } from '$lib/testing/images';
import { ENCRYPTED_KINDS, pdfOf } from '$lib/testing/pdfs';
import type { Made, PictureTask } from './makePage';
import { PictureRunner, type PicturePort, type RunnerParts } from './pictureRunner';
import { createPagePreparer } from './preparer';
import type { WorkerAnswer } from './pictureWorker';

const PAGE: Made = {
	ok: true,
	picture: { bytes: new ArrayBuffer(3), type: 'image/jpeg', width: 1, height: 1 }
};

/** A worker that answers when the test says so. */
class FakeWorker implements PicturePort {
	onmessage: PicturePort['onmessage'] = null;
	onerror: PicturePort['onerror'] = null;
	onmessageerror: PicturePort['onmessageerror'] = null;
	tasks: PictureTask[] = [];
	isEnded = false;

	postMessage(task: PictureTask): void {
		this.tasks.push(task);
	}

	terminate(): void {
		this.isEnded = true;
	}

	say(data: WorkerAnswer): void {
		this.onmessage?.({ data } as MessageEvent<WorkerAnswer>);
	}

	break(): void {
		this.onerror?.({ preventDefault() {} } as ErrorEvent);
	}
}

const NO_WORKER: Partial<RunnerParts> = {
	startWorker() {
		throw new Error('no workers here');
	}
};

function setUp(parts: Partial<RunnerParts> = {}) {
	const workers: FakeWorker[] = [];
	const timers: (() => void)[] = [];
	const here: PictureTask[] = [];
	const all: RunnerParts = {
		startWorker() {
			const worker = new FakeWorker();
			workers.push(worker);
			return worker;
		},
		async makeHere(task) {
			here.push(task);
			return PAGE;
		},
		setTimer(run) {
			timers.push(run);
			return () => timers.splice(timers.indexOf(run), 1);
		},
		...parts
	};
	const preparer = createPagePreparer(all);
	const runner = new PictureRunner(all);
	const started = (count: number) => vi.waitFor(() => expect(workers.length).toBe(count));
	return { preparer, runner, workers, timers, here, started };
}

const photo = () => new Blob([withSegments(greyJpeg(16, 16), exifSegment(6))]);

function fileOf(bytes: Uint8Array<ArrayBuffer>, name = 'anh.jpg', type = 'image/jpeg'): File {
	return new File([bytes], name, { type });
}

/** A file of this many bytes without the memory for them. */
function heavy(head: Uint8Array<ArrayBuffer>, size: number): File {
	return Object.defineProperty(fileOf(head), 'size', { value: size });
}

test.each([
	['empty', fileOf(new Uint8Array())],
	['not-a-page', fileOf(latin1('<!doctype html><script>alert(1)</script>'))],
	['not-a-page', fileOf(latin1('GIF89a'), 'anh.gif', 'image/gif')],
	['broken', fileOf(greyJpeg(64, 64).slice(0, -5))],
	['broken', fileOf(latin1('\xff\xd8\xff\xd9'))],
	['too-many-pixels', fileOf(pngHeader(30_000, 30_000))],
	['too-many-pixels', fileOf(pngHeader(100_000, 100_000))],
	['too-many-pixels', fileOf(heif(['heic'], 20_000, 20_000))],
	['too-large', heavy(greyJpeg(8, 8), 41 * 1024 * 1024)],
	['too-large', heavy(pdfOf(), 10 * 1024 * 1024 + 1)],
	['pdf-broken', fileOf(pdfOf().slice(0, 100))],
	...ENCRYPTED_KINDS.map(
		(kind) => ['pdf-locked', fileOf(pdfOf({ encryption: { kind, isLocked: true } }))] as const
	)
] as const)('refused as %s without waking a decoder (%#)', async (key, file) => {
	const { preparer, workers, here } = setUp();
	expect(await preparer.prepare(file)).toEqual({ ok: false, error: { kind: 'invalid', key } });
	expect([workers.length, here.length]).toEqual([0, 0]);
});

test.each([undefined, ...ENCRYPTED_KINDS])('a PDF is kept as it is: %s', async (kind) => {
	const bytes = pdfOf(kind && { encryption: { kind, isLocked: false } });
	const page = await setUp().preparer.prepare(fileOf(bytes, ' Giấy\u00AD khai sinh.PDF', ''));
	expect(page).toEqual({
		ok: true,
		value: {
			bytes: bytes.buffer,
			type: 'application/pdf',
			width: 0,
			height: 0,
			name: 'Giấy khai sinh.PDF'
		}
	});
});

test('one picture at a time, one worker for all that wait, none when nothing waits', async () => {
	const { preparer, workers, started, timers } = setUp();
	const pages = [preparer.prepare(photo()), preparer.prepare(photo())];
	await started(1);
	const [worker] = workers as [FakeWorker];
	expect(worker.tasks.length).toBe(0);
	worker.say({ canDraw: true });
	expect(worker.tasks.length).toBe(1);
	worker.say({ made: PAGE });
	expect(await pages[0]).toEqual({ ok: true, value: { ...PAGE.picture, name: '' } });
	await vi.waitFor(() => expect(worker.tasks.length).toBe(2));
	expect(worker.isEnded).toBe(false);
	worker.say({ made: PAGE });
	expect((await pages[1])?.ok).toBe(true);
	expect([workers.length, worker.isEnded, timers.length]).toEqual([1, true, 0]);
});

test.each<[string, (worker: FakeWorker, timers: (() => void)[]) => void]>([
	['hangs', (_, timers) => timers[0]?.()],
	['dies', (worker) => worker.break()],
	['threw', (worker) => worker.say({ made: undefined })],
	['made something unclean', (worker) => worker.say({ made: { ok: false, reason: 'unclean' } })]
])('a worker that %s gives unknown, and the next picture is made', async (_, fault) => {
	const { preparer, workers, timers, started, here } = setUp();
	const first = preparer.prepare(photo());
	await started(1);
	workers[0]?.say({ canDraw: true });
	fault(workers[0]!, timers);
	expect(await first).toMatchObject({ ok: false, error: { kind: 'unknown' } });
	const second = preparer.prepare(photo());
	await started(2);
	expect(workers[0]?.isEnded).toBe(true);
	workers[1]?.say({ canDraw: true });
	workers[1]?.say({ made: PAGE });
	expect((await second).ok).toBe(true);
	expect(here).toEqual([]);
});

test.each<[string, (worker: FakeWorker, timers: (() => void)[]) => void]>([
	['hangs', (_, timers) => timers[0]?.()],
	['dies', (worker) => worker.break()],
	['threw', (worker) => worker.say({ made: undefined })]
])('a worker that %s is replaced for the picture that waits', async (_, fault) => {
	const { runner, workers, timers, started } = setUp();
	const task: PictureTask = { bytes: new ArrayBuffer(1), kind: 'jpeg', isTurn: false };
	const made = [runner.run(task), runner.run(task)];
	await started(1);
	workers[0]?.say({ canDraw: true });
	fault(workers[0]!, timers);
	expect(await made[0]).toBeUndefined();
	await started(2);
	expect(workers[0]?.isEnded).toBe(true);
	workers[1]?.say({ canDraw: true });
	workers[1]?.say({ made: PAGE });
	expect(await made[1]).toEqual(PAGE);
});

test.each<[string, Partial<RunnerParts>, ((worker: FakeWorker) => void) | undefined]>([
	['cannot draw', {}, (worker) => worker.say({ canDraw: false })],
	['never came', {}, (worker) => worker.break()],
	['does not exist', NO_WORKER, undefined]
])('the page does it when a worker %s', async (_, parts, fault) => {
	const { preparer, workers, started, here } = setUp(parts);
	const first = preparer.prepare(photo());
	if (fault) {
		await started(1);
		fault(workers[0]!);
	}
	expect((await first).ok).toBe(true);
	expect((await preparer.prepare(photo())).ok).toBe(true);
	expect([workers.length, here.length]).toEqual([fault ? 1 : 0, 2]);
});

test.each([
	['heic', heif(['heic'], 40, 30)],
	['not-a-page', heif(['avif'], 40, 30)],
	['broken', greyJpeg(8, 8)]
])('what the browser cannot decode is refused as %s', async (key, bytes) => {
	const { preparer } = setUp({
		...NO_WORKER,
		makeHere: async () => ({ ok: false, reason: 'undecodable' })
	});
	const page = await preparer.prepare(fileOf(bytes));
	expect(page).toEqual({ ok: false, error: { kind: 'invalid', key } });
});

test('a page is turned; what is no picture is not', async () => {
	const { preparer, here } = setUp(NO_WORKER);
	const bytes = greyJpeg(8, 8).buffer;
	expect((await preparer.turn({ bytes, type: 'image/jpeg' })).ok).toBe(true);
	expect(here).toEqual([{ bytes, kind: 'jpeg', isTurn: true }]);
	expect(await preparer.turn({ bytes: pdfOf().buffer, type: 'application/pdf' })).toEqual({
		ok: false,
		error: { kind: 'invalid', key: 'not-a-page' }
	});
});

test('a file that cannot be read any more is unknown', async () => {
	const gone = Object.assign(photo(), {
		slice: () => {
			throw new DOMException('gone', 'NotReadableError');
		}
	});
	expect(await setUp().preparer.prepare(gone)).toMatchObject({ error: { kind: 'unknown' } });
});
