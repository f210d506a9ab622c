import type { CalendarChange, CalendarDay } from '$lib/domain/clock/StaffCalendar';
import type { AppError } from '$lib/domain/shared/Result';
import { formatDate } from '$lib/i18n/format';
import { viCalendar } from '$lib/i18n/viCalendar';

const words = viCalendar;

/** Why a change was not recorded and what to do now. */
export function calendarRefusal(error: AppError): string {
	const known = error.key === undefined ? undefined : words.refusals[error.key];
	return known ?? (error.kind === 'offline' ? words.offline : words.unknown);
}

/** Why no date was moved, or the list of those to be moved not shown. */
export function moveRefusal(error: AppError): string {
	return words.move.refusals[error.key ?? ''] ?? calendarRefusal(error);
}

/** The whole day in words: "Thứ Ba, 24/11/2026, nghỉ lễ: Ngày Văn hóa Việt Nam". */
export function dayLabel(
	day: string,
	known: Pick<CalendarDay, 'kind' | 'name'> | undefined,
	more: { isWeekend: boolean; isUndecided: boolean; isToday: boolean }
): string {
	const what = more.isUndecided ? words.undecided : more.isWeekend ? words.weekend : words.working;
	const label = known
		? words.dayLabel(formatDate(day), words.shortKinds[known.kind], known.name)
		: words.plainLabel(formatDate(day), what);
	return more.isToday ? `${label}, ${words.today}` : label;
}

/** "Nghỉ lễ: Quốc khánh"; a name that says its kind itself stands alone. */
export function kindAndName({ kind, name }: Pick<CalendarDay, 'kind' | 'name'>): string {
	return name.toLowerCase().startsWith(words.shortKinds[kind])
		? name
		: words.day.isKind(words.kinds[kind], name);
}

/** What the record keeps of a day, a year or the hours, in a few words; '' for nothing. */
export function snapshotText(snapshot: CalendarChange['before']): string {
	if (!snapshot) return '';
	return [
		snapshot.kind ? words.kinds[snapshot.kind] : '',
		snapshot.name ?? '',
		snapshot.hours?.map(([opens, closes]) => words.hours.period(opens, closes)).join(', ') ?? '',
		snapshot.source ?? ''
	]
		.filter(Boolean)
		.join(' · ');
}

/** What a change was about: the day with its weekday, the year, or nothing for the office hours. */
export function changeSubject(change: Pick<CalendarChange, 'action' | 'subject'>): string {
	if (change.action === 'office-hours') return '';
	return change.action === 'open-year' ? change.subject : formatDate(change.subject);
}
