import type { TimeLimit } from '#domain/clock/clockInput.ts';
import type { DemoProcedure } from './demoCatalogue.ts';
import type { DemoDepartment, DemoOffice } from './offices.ts';
import type { Person } from './people.ts';

/** How a dossier comes: at the counter, at the counter but filed online with help, from a phone, or by post. */
export type Way = 'counter' | 'assisted' | 'phone' | 'post';

/** One round of asking for papers. Times are local minute numbers (domain/clock/localTime). */
export interface Asking {
	/** Before receipt the desk asks and no clock runs; after it the department asks, through the desk. */
	stage: 'before' | 'after';
	askedAt: number;
	/** The last date to answer. */
	until: string;
	/** Somebody rang and the desk wrote an answer. */
	repliedAt?: number;
	/** Everything was brought to the desk. Before receipt this is the receipt. */
	broughtAt: number;
}

/**
 * The whole life of one simulated dossier, from filing to the end. Times are local minute numbers, always inside the
 * office hours but for `filedAt` from a phone; dates are `YYYY-MM-DD`.
 */
export interface Life {
	/** The dossier's id. */
	id: string;
	office: DemoOffice;
	department: DemoDepartment;
	procedure: DemoProcedure;
	way: Way;
	person: Person;
	/** The same for everything that one person files in one sitting. */
	visitId: string;
	limit: TimeLimit;
	/** The source states no limit: the desk enters the date of `limit` and its basis. */
	isEntered: boolean;
	filedAt: number;
	receivedAt: number;
	/** The date on the slip of receipt, and the one that counts in the end (another one after papers were asked for). */
	promised: string;
	due: string;
	asking?: Asking;
	/** Absent for what is decided and handed out on the spot. */
	startedAt?: number;
	finishedAt: number;
	outcome: 'early' | 'on-time';
	/** Absent when nobody had fetched it at the end of the period. */
	returnedAt?: number;
	handedTo: 'applicant' | 'proxy' | 'post';
}
