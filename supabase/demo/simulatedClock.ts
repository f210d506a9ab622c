/** A clock that stands where it was set last, for this whole process; `release` gives the real one back. */
export interface SimulatedClock {
	set(milliseconds: number): void;
	release(): void;
}

/**
 * Takes over the clock of this process. PGlite asks JavaScript for the time, so `now()` in SQL is the simulated moment
 * as well: what a function of the house writes is dated as if it had been called then. Timers go on as before.
 */
export function takeOverClock(start: number): SimulatedClock {
	const RealDate = globalThis.Date;
	let moment = start;
	globalThis.Date = new Proxy(RealDate, {
		construct: (target, given, self) =>
			Reflect.construct(target, given.length === 0 ? [moment] : given, self),
		apply: () => new RealDate(moment).toString(),
		get: (target, name, self) => (name === 'now' ? () => moment : Reflect.get(target, name, self))
	});
	return {
		set: (milliseconds) => void (moment = milliseconds),
		release: () => void (globalThis.Date = RealDate)
	};
}
