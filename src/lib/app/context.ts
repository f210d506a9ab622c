import { createContext } from 'svelte';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import type { StaffOffice } from '$lib/data/ports/StaffOffice';
import type { CitizenServices } from './citizenServices';

/**
 * What screens may use, built once by the composition root and handed down by context.
 * What staff use comes lazily: a citizen's phone never downloads it.
 */
export type Services = CitizenServices & {
	loadStaffDesk(): Promise<StaffDesk>;
	/** People and accounts; shares the session of the desk. */
	loadStaffOffice(): Promise<StaffOffice>;
	/** Now, as an instant; a parameter so that tests can stop the clock. */
	now(): Date;
	newId(): string;
};

export const [getServices, setServices] = createContext<Services>();
