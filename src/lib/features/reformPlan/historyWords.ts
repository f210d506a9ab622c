import { PlanStatus, type PlanEvent } from '$lib/domain/plan/Plan';
import { formatShortDate } from '$lib/i18n/format';
import { viPlan } from '$lib/i18n/viPlan';

const words = viPlan.history;

/** What a change did to each column that a person reads: "Đến ngày: 30/06/2026 → 31/07/2026". */
export function changeWords(event: Pick<PlanEvent, 'changes'>): string[] {
	return event.changes.flatMap(({ name, before, after }) => {
		const label = words.names[name];
		return label ? [words.change(label, valueWords(name, before), valueWords(name, after))] : [];
	});
}

function valueWords(name: string, value: string | null): string {
	if (value === null || value === '' || value === '[]') return words.nothing;
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatShortDate(value);
	if (name === 'coordinators') return listWords(value);
	const status = name === 'status' ? PlanStatus.safeParse(value).data : undefined;
	return status ? viPlan.statuses[status] : value;
}

/** The record keeps a list as JSON. */
function listWords(value: string): string {
	try {
		const list: unknown = JSON.parse(value);
		return Array.isArray(list) ? list.join('; ') : value;
	} catch {
		return value;
	}
}
