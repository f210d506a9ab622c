import type { ViewLine } from '$lib/data/ports/StaffRecords';
import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { viRecords } from '$lib/i18n/viRecords';
import { viStaffPhotos } from '$lib/i18n/viStaffPhotos';
import { photoPapers } from '../photos/photoPapers';

const words = viRecords.log;

/** What was opened or printed: "Xem ảnh: Giấy chứng sinh", "In: giấy hẹn số 00012/2026". */
export function viewedThing(line: ViewLine, dossier: StaffDossier): string {
	return `${words.kinds[line.kind]}: ${nameOf(line, dossier)}`;
}

function nameOf({ kind, what }: ViewLine, dossier: StaffDossier): string {
	if (kind === 'photo') return paperName(what, dossier);
	if (kind !== 'print') return what;
	const [form = '', number = ''] = what.split(' ');
	return words.slip(words.slips[form] ?? form, number);
}

/** `what`: the paper that the phone gave the page to, a line of a slip that is no paper, or the page itself. */
function paperName(what: string, dossier: StaffDossier): string {
	const known = dossier.procedure.requirements.find(({ id }) => id === what);
	if (known) return known.name;
	const shown = photoPapers(dossier, viStaffPhotos.others).find(({ files }) =>
		files.some(({ requirementId, objectName }) => requirementId === what || objectName === what)
	);
	return shown?.name ?? viStaffPhotos.others;
}
