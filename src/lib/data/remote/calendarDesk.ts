import * as z from 'zod/mini';
import type { CalendarDesk } from '$lib/data/ports/CalendarDesk';
import { MoveAnswer, MovedDates, StaffCalendar } from '$lib/domain/clock/StaffCalendar';
import { ok, type Result } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

const Revision = z.object({ revision: z.int() });

/** The calendar's side of the API. */
export function createCalendarDesk(call: Call): CalendarDesk {
	async function change(name: string, request: Record<string, unknown>): Promise<Result<null>> {
		const answer = await call(name, request, Revision);
		return answer.ok ? ok(null) : answer;
	}

	return {
		read: (year) => call('staff_calendar', { year }, StaffCalendar),
		saveDay: (request) => change('save_calendar_day', request),
		removeDay: (request) => change('remove_calendar_day', request),
		openYear: (request) => change('open_calendar_year', request),
		saveHours: (request) => change('save_office_hours', request),
		preview: (tried, after) =>
			call(
				'preview_calendar_change',
				{ change: tried ?? null, after: after ? { id: after.id, dueDate: after.dueDate } : null },
				MovedDates
			),
		moveDates: (request) => call('move_due_dates', request, MoveAnswer)
	};
}
