import type { ControlStep } from '$lib/domain/slip/ControlSlip';
import { formatShortDate } from '$lib/i18n/format';
import { viRecords } from '$lib/i18n/viRecords';

const words = viRecords.control;

/** A local time as a dense table writes it: "09 giờ 05, 25/11/2026". */
export function stepClock(local: string | undefined): string {
	if (!local) return '';
	return `${local.slice(11, 13)} giờ ${local.slice(14, 16)}, ${formatShortDate(local.slice(0, 10))}`;
}

/** What a step was, under which number, and what came of it: "Hỏi ý kiến số 09/PYC, đã trả lời". */
export function stepNote(step: ControlStep): string {
	const said = [
		words.kinds[step.kind],
		step.number && words.number(step.number),
		step.outcome && words.outcomes[step.outcome]
	]
		.filter(Boolean)
		.join(', ');
	return [said, step.note].filter(Boolean).join('. ');
}

/** The result's way back stands apart from the way of the dossier. */
export function isWayBack(step: ControlStep): boolean {
	return step.kind === 'back' || step.kind === 'return';
}
