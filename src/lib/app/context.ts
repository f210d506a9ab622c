import { createContext } from 'svelte';
import type { HandoverDesk } from '$lib/data/ports/HandoverDesk';
import type { CalendarDesk } from '$lib/data/ports/CalendarDesk';
import type { CatalogueImporter } from '$lib/data/ports/CatalogueImporter';
import type { DeskKeeper } from '$lib/data/ports/DeskQueue';
import type { SheetWriter } from '$lib/data/ports/SheetWriter';
import type { StaffCatalogue } from '$lib/data/ports/StaffCatalogue';
import type { StaffFigures } from '$lib/data/ports/StaffFigures';
import type { StaffNotices } from '$lib/data/ports/StaffNotices';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import type { StaffOffice } from '$lib/data/ports/StaffOffice';
import type { StaffRecords } from '$lib/data/ports/StaffRecords';
import type { StaffTargets } from '$lib/data/ports/StaffTargets';
import type { AppError } from '$lib/domain/shared/Result';
import type { CitizenServices } from './citizenServices';

/**
 * What screens may use, built once by the composition root and handed down by context.
 * What staff use comes lazily: a citizen's phone never downloads it.
 */
export type Services = CitizenServices & {
	loadStaffDesk(): Promise<StaffDesk>;
	/** People and accounts; shares the session of the desk. */
	loadStaffOffice(): Promise<StaffOffice>;
	/** What the office tells citizens; shares the session of the desk. */
	loadStaffNotices(): Promise<StaffNotices>;
	/** Papers that change hands; shares the session of the desk. */
	loadHandoverDesk(): Promise<HandoverDesk>;
	/** The working calendar; shares the session of the desk. */
	loadCalendarDesk(): Promise<CalendarDesk>;
	/** Control sheets, the register, who looked at what; shares the session of the desk. */
	loadStaffRecords(): Promise<StaffRecords>;
	/** What is opened now and then: figures, and files for a spreadsheet; shares the session of the desk. */
	loadStaffPorts(): Promise<{
		figures: StaffFigures;
		loadTargets(): Promise<StaffTargets>;
		sheets: SheetWriter;
	}>;
	/** The catalogue's editors; shares the session of the desk. */
	loadStaffCatalogue(): Promise<StaffCatalogue>;
	/** What reads files of other people's lists into drafts. */
	loadImporter(): Promise<CatalogueImporter>;
	/** What the desk keeps on this PC, apart for each officer. */
	loadDeskKeeper(): Promise<DeskKeeper>;
	/** Sends the officer's matters, now and whenever the line is back, until `stop`. */
	startChainSender(
		keeper: DeskKeeper,
		staffId: string,
		desk: StaffDesk,
		onerror: (error: AppError) => void
	): Promise<{ run(reason?: 'due' | 'all'): Promise<void>; stop(): void }>;
	/** Fetches the pages of the staff onto this PC, for when the line is down; quietly, and not on a citizen's phone. */
	keepStaffPages(): Promise<void>;
	/** Small notes that live and die with this tab. */
	tabStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
	/** Now, as an instant; a parameter so that tests can stop the clock. */
	now(): Date;
	newId(): string;
};

export const [getServices, setServices] = createContext<Services>();
