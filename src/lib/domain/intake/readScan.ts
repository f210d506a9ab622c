import { scanChecklist } from '../checklist/checklistCode.ts';
import { tidyLine } from '../shared/tidyText.ts';
import { readCitizenCard } from './citizenCard.ts';
import { readPersonCode } from './personCode.ts';
import type { Scanned } from './Scanned.ts';

/**
 * What names a dossier, alone or at the end of an address: its code `<agency code>-<yymmdd>-<number of the day>`, before
 * there is one the reference `DK-….-….`, on a slip its number `<number>/<year>`. An agency's own lookup page may have any
 * name, so what counts is the parameter `ma`.
 */
const DOSSIER =
	/(?:^|[?&]MA=)([A-Z0-9][A-Z0-9.]{1,20}-\d{6}-\d{4,}|DK-[0-9A-Z]{4}-[0-9A-Z]{4}|\d{5,}(?:\/|%2F)20\d{2})(?:[&#].*)?$/;

/**
 * Says what a scanned line is, wherever it came from: a camera gives the text as printed, a scanner that types adds the
 * end of a line, and small letters where caps lock is on.
 */
export function readScan(text: string): Scanned {
	const line = tidyLine(text);
	const checklist = scanChecklist(line);
	if (checklist) return { kind: 'checklist', ...checklist };
	const person = readPersonCode(line) ?? readCitizenCard(line);
	if (person) return { kind: 'person', person };
	const code = DOSSIER.exec(line.toUpperCase())?.[1];
	return code === undefined
		? { kind: 'unknown', text: line }
		: { kind: 'dossier', code: code.replace('%2F', '/') };
}
