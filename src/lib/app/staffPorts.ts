import { createCalendarDesk } from '$lib/data/remote/calendarDesk';
import { createHandoverDesk } from '$lib/data/remote/handoverDesk';
import type { StaffClient } from '$lib/data/remote/staffClient';
import { createStaffNotices } from '$lib/data/remote/staffNotices';
import { createStaffRecords } from '$lib/data/remote/staffRecords';

/**
 * The smaller ports of the office, in one piece: each of its own would cost every citizen's first page the line that
 * fetches it.
 */
export function createStaffPorts(client: StaffClient) {
	return {
		notices: createStaffNotices(client),
		handovers: createHandoverDesk(client.call),
		calendar: createCalendarDesk(client.call),
		records: createStaffRecords(client.call)
	};
}
