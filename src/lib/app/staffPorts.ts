import { createCalendarDesk } from '$lib/data/remote/calendarDesk';
import { createHandoverDesk } from '$lib/data/remote/handoverDesk';
import type { StaffClient } from '$lib/data/remote/staffClient';
import { createStaffOffice } from '$lib/data/remote/staffOffice';
import type { CatalogueImporter } from '$lib/data/ports/CatalogueImporter';
import type { PlanFiles } from '$lib/data/ports/PlanFiles';
import { createStaffNotices } from '$lib/data/remote/staffNotices';
import { createStaffRecords } from '$lib/data/remote/staffRecords';

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
		loadSeldom: async () => (await import('./seldomPorts')).createSeldomPorts(client.call)
	};
}

/** Reads and writes the files of an import; fetched only by who imports. */
export async function loadImporter(): Promise<CatalogueImporter & { plan: PlanFiles }> {
	const [{ importFiles }, { listTemplate }, { readTable, planTemplate }] = await Promise.all([
		import('$lib/data/importer/importFiles'),
		import('$lib/data/importer/exportFiles'),
		import('$lib/data/importer/readTable')
	]);
	const plan: PlanFiles = { read: readTable, template: planTemplate };
	return { read: importFiles, template: listTemplate, plan };
}
