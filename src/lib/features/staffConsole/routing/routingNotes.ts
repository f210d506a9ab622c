import type { EventData } from '$lib/domain/dossier/eventData';
import { formatDate } from '$lib/i18n/format';
import { viRouting } from '$lib/i18n/viRouting';
import { viSupplement } from '$lib/i18n/viSupplement';

const words = viRouting.history;

/** What the history says of an action about where the dossier lies; undefined for every other action. */
export function routingNotes(action: string, data: EventData): string[] | undefined {
	const why = data.reason ? viSupplement.history.reason(data.reason) : '';
	switch (action) {
		case 'assign':
		case 'pass':
			return told(data.assignedTo && words.to(data.assignedTo), why);
		case 'move':
			return told(
				data.fromDepartment && data.department && words.moved(data.fromDepartment, data.department),
				why
			);
		case 'stage-done':
			return told(
				data.stage && words.stage(data.stage),
				data.timeliness && words.kept[data.timeliness],
				data.nextStage && words.next(data.nextStage, data.nextDate && formatDate(data.nextDate))
			);
		case 'consult':
			return told(
				data.agency && words.agency(data.agency),
				data.question && words.question(data.question),
				data.documentNumber && words.document(data.documentNumber),
				data.until && words.until(formatDate(data.until))
			);
		case 'consult-answer':
			return told(
				data.agency && words.agency(data.agency),
				data.outcome === 'silent' ? words.silent : data.reply && words.answer(data.reply),
				data.documentNumber && words.document(data.documentNumber)
			);
		case 'part-add':
			return told(
				data.parts?.length &&
					words.parts(data.parts.map(({ title, agency }) => `${title} (${agency})`).join(', '))
			);
		case 'part-step':
			return told(
				data.part && words.part(data.part),
				data.agency && words.agency(data.agency),
				data.step && words.steps[data.step],
				why,
				...copied(data)
			);
		case 'external':
			return copied(data);
		default:
			return undefined;
	}
}

function copied({ external }: EventData): string[] {
	const { systemLine, codeLine, statusLine } = viRouting.external;
	return told(
		external?.system && systemLine(external.system),
		external && codeLine(external.code),
		external?.status && statusLine(external.status)
	);
}

const told = (...notes: unknown[]): string[] =>
	notes.filter((note): note is string => typeof note === 'string' && note !== '');
