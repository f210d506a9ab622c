import type { SheetWriter } from '$lib/data/ports/SheetWriter';
import type { Call } from '$lib/data/remote/deskCalls';
import { createPlanDesk } from '$lib/data/remote/planDesk';
import { createStaffCuts } from '$lib/data/remote/staffCuts';
import { createStaffFeedbackDesk } from '$lib/data/remote/staffFeedbackDesk';
import { createStaffFigures } from '$lib/data/remote/staffFigures';
import { createStaffSimplification } from '$lib/data/remote/staffSimplification';
import { createStaffTargets } from '$lib/data/remote/staffTargets';
import { createStaffTrips } from '$lib/data/remote/staffTrips';

/** The library behind is fetched only when a file is made. */
const sheets: SheetWriter = {
	write: async (...sheet) => (await import('$lib/data/importer/sheetFiles')).writeSheet(...sheet)
};

/**
 * What is opened now and then: figures, targets, why people come again, what they say, the year's plan, what procedures cost
 * and what to cut, files for a spreadsheet. In one piece behind one door: no queue waits for it, and no citizen's first page
 * pays for more than the door.
 */
export function createSeldomPorts(call: Call) {
	return {
		figures: createStaffFigures(call),
		targets: createStaffTargets(call),
		simplification: createStaffSimplification(call),
		trips: createStaffTrips(call),
		feedback: createStaffFeedbackDesk(call),
		plan: createPlanDesk(call),
		cuts: createStaffCuts(call),
		sheets
	};
}
