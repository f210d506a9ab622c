import type { ViewLine } from '$lib/data/ports/StaffRecords';
import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { viRecords } from '$lib/i18n/viRecords';

const words = viRecords.log;

/** What was opened or printed: "Xem ảnh: Giấy chứng sinh", "In: giấy hẹn số 00012/2026". */
export function viewedThing(line: ViewLine, dossier: Pick<StaffDossier, 'procedure'>): string {
	return `${words.kinds[line.kind]}: ${nameOf(line, dossier)}`;
}

function nameOf({ kind, what }: ViewLine, { procedure }: Pick<StaffDossier, 'procedure'>): string {
	if (kind === 'photo')
		return procedure.requirements.find((paper) => paper.id === what)?.name ?? what;
	if (kind !== 'print') return what;
	const [form = '', number = ''] = what.split(' ');
	return words.slip(words.slips[form] ?? form, number);
}
