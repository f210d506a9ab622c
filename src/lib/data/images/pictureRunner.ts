import type { Made, PictureTask } from './makePage';
import type { WorkerAnswer } from './pictureWorker';

/** The part of a Worker that is used here. */
export type PicturePort = Pick<Worker, 'postMessage' | 'terminate'> & {
	onmessage: ((event: MessageEvent<WorkerAnswer>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
	onmessageerror: ((event: MessageEvent) => void) | null;
};

export type RunnerParts = {
	/** Throws where there are no workers. */
	startWorker(): PicturePort;
	/** The same work on the page, for browsers whose workers cannot draw (Safari before 16.4, Firefox before 105). */
	makeHere(task: PictureTask): Promise<Made>;
	/** Calls `run` after `ms` unless the function it gives is called before. */
	setTimer(run: () => void, ms: number): () => void;
};

const PATIENCE_MS = 60_000;

/**
 * Runs picture tasks one after another: two decoded photos at once are too much for a cheap phone. The worker ends when
 * nothing waits, which gives all its memory back; one that died or hangs is replaced for the next task.
 */
export class PictureRunner {
	#parts: RunnerParts;
	#worker: PicturePort | undefined;
	#isWorkerUseless = false;
	#last: Promise<unknown> = Promise.resolve();
	#waiting = 0;

	constructor(parts: RunnerParts) {
		this.#parts = parts;
	}

	/** What became of the task; undefined when the browser gave up. Never throws. */
	run(task: PictureTask): Promise<Made | undefined> {
		this.#waiting += 1;
		const made = this.#last
			.then(() => this.#runNow(task))
			.catch(() => undefined)
			.finally(() => {
				this.#waiting -= 1;
				if (this.#waiting === 0) this.#stop();
			});
		this.#last = made;
		return made;
	}

	async #runNow(task: PictureTask): Promise<Made | undefined> {
		if (!this.#isWorkerUseless) {
			const made = await this.#runBeside(task);
			if (made !== 'no-worker') return made;
			this.#isWorkerUseless = true;
		}
		return this.#parts.makeHere(task);
	}

	/** `no-worker` when none starts here or it cannot draw; only then is the page asked to do it. */
	#runBeside(task: PictureTask): Promise<Made | undefined | 'no-worker'> {
		return new Promise((settle) => {
			const isFresh = !this.#worker;
			let isStarted = !isFresh;
			try {
				this.#worker ??= this.#parts.startWorker();
			} catch {
				settle('no-worker');
				return;
			}
			const worker = this.#worker;
			const end = (outcome: Made | undefined | 'no-worker', isWorkerLost: boolean) => {
				cancelTimer();
				if (isWorkerLost) this.#stop();
				settle(outcome);
			};
			const cancelTimer = this.#parts.setTimer(() => end(undefined, true), PATIENCE_MS);
			worker.onmessage = ({ data }) => {
				if ('made' in data) end(data.made, data.made === undefined);
				else if (!data.canDraw) end('no-worker', true);
				else {
					isStarted = true;
					worker.postMessage(task);
				}
			};
			worker.onerror = (event) => {
				event.preventDefault();
				// Its file did not come or its language is too new; later errors belong to the picture.
				end(isStarted ? undefined : 'no-worker', true);
			};
			worker.onmessageerror = () => end(undefined, true);
			if (!isFresh) worker.postMessage(task);
		});
	}

	#stop(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}
}
