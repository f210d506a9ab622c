import type { Cells } from './Report.ts';

/** A line of zeros, with what a test says. */
export function cellsOf(some: Partial<Cells> = {}): Cells {
	return {
		receivedOnline: 0,
		receivedOther: 0,
		carried: 0,
		early: 0,
		onTime: 0,
		late: 0,
		openInTime: 0,
		openLate: 0,
		withdrawn: 0,
		withdrawnCarried: 0,
		noDue: 0,
		noDueCarried: 0,
		waiting: 0,
		reappointed: 0,
		keptFirst: 0,
		supplemented: 0,
		withFiles: 0,
		withResultFile: 0,
		...some
	};
}
