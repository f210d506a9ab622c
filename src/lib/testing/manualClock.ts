export type ManualClock = {
	now(): Date;
	setTimer(run: () => void, ms: number): () => void;
	/** How many timers are set. */
	count(): number;
	/** Milliseconds until the next timer, or undefined. */
	nextIn(): number | undefined;
	/** Lets time pass and fires what comes due, in order. */
	advance(ms: number): void;
};

/** A clock that stands still until it is told to move. */
export function createManualClock(start: Date): ManualClock {
	let time = start.getTime();
	let timers: { at: number; run: () => void }[] = [];
	return {
		now: () => new Date(time),
		setTimer(run, ms) {
			const timer = { at: time + ms, run };
			timers.push(timer);
			return () => {
				timers = timers.filter((other) => other !== timer);
			};
		},
		count: () => timers.length,
		nextIn() {
			return timers.length === 0 ? undefined : Math.min(...timers.map(({ at }) => at)) - time;
		},
		advance(ms) {
			time += ms;
			const due = timers.filter(({ at }) => at <= time).sort((a, b) => a.at - b.at);
			timers = timers.filter(({ at }) => at > time);
			for (const { run } of due) run();
		}
	};
}
