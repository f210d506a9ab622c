/** One holder at a time, the others wait their turn: what Web Locks does among tabs. */
export function createLock(): { hold(task: () => Promise<void>): Promise<void> } {
	let last: Promise<void> = Promise.resolve();
	return {
		hold(task) {
			const turn = last.then(task);
			last = turn.catch(() => undefined);
			return turn;
		}
	};
}
