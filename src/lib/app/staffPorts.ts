import { createCalendarDesk } from '$lib/data/remote/calendarDesk';
import { createHandoverDesk } from '$lib/data/remote/handoverDesk';
import type { StaffClient } from '$lib/data/remote/staffClient';
import { createStaffOffice } from '$lib/data/remote/staffOffice';
import type { CatalogueImporter } from '$lib/data/ports/CatalogueImporter';
import { createStaffFeedbackDesk } from '$lib/data/remote/staffFeedbackDesk';
import type { PlanFiles } from '$lib/data/ports/PlanFiles';
import { createStaffNotices } from '$lib/data/remote/staffNotices';
import { createStaffFigures } from '$lib/data/remote/staffFigures';
import { createStaffRecords } from '$lib/data/remote/staffRecords';
import { createStaffTargets } from '$lib/data/remote/staffTargets';
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
		sheets,
		feedback: createStaffFeedbackDesk(client.call)
		records: {
			...createStaffRecords(client.call),
			/** Behind a door: the figures are read now and then, and no queue waits for their code. */
			async loadTrips() {
				const { createStaffTrips } = await import('$lib/data/remote/staffTrips');
				return createStaffTrips(client.call);
			}
		}
		// The queue needs none of it.
		plan: async () => (await import('$lib/data/remote/planDesk')).createPlanDesk(client.call)
		targets: createStaffTargets(client.call),
		sheets
	};
}

/** The library behind is fetched only when a file is made. */
const sheets: SheetWriter = {
	write: async (...sheet) => (await import('$lib/data/importer/sheetFiles')).writeSheet(...sheet)
};

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
