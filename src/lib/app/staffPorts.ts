import { createCalendarDesk } from '$lib/data/remote/calendarDesk';
import { createHandoverDesk } from '$lib/data/remote/handoverDesk';
import type { StaffClient } from '$lib/data/remote/staffClient';
import { createStaffOffice } from '$lib/data/remote/staffOffice';
import type { CatalogueImporter } from '$lib/data/ports/CatalogueImporter';
import { createStaffNotices } from '$lib/data/remote/staffNotices';
import { createStaffFigures } from '$lib/data/remote/staffFigures';
import { createStaffRecords } from '$lib/data/remote/staffRecords';
import type { SheetWriter } from '$lib/data/ports/SheetWriter';

/**
 * The smaller ports of the office, in one piece: each of its own would cost every citizen's first page the line that
 * fetches it.
 */
export function createStaffPorts(client: StaffClient) {
	return {
		office: createStaffOffice(client),
		notices: createStaffNotices(client),
		handovers: createHandoverDesk(client.call),
		calendar: createCalendarDesk(client.call),
		records: createStaffRecords(client.call),
		figures: createStaffFigures(client.call),
		/** Fetched by who opens the targets: the queue need not carry them. */
		loadTargets: async () =>
			(await import('$lib/data/remote/staffTargets')).createStaffTargets(client.call),
		sheets
	};
}

/** The library behind is fetched only when a file is made. */
const sheets: SheetWriter = {
	write: async (...sheet) => (await import('$lib/data/importer/sheetFiles')).writeSheet(...sheet)
};

/** Reads and writes the files of an import; fetched only by who imports. */
export async function loadImporter(): Promise<CatalogueImporter> {
	const [{ importFiles }, { listTemplate }] = await Promise.all([
		import('$lib/data/importer/importFiles'),
		import('$lib/data/importer/exportFiles')
	]);
	return { read: importFiles, template: listTemplate };
}
