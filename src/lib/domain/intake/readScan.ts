import { scanChecklist } from '../checklist/checklistCode.ts';
import { tidyLine } from '../shared/tidyText.ts';
import { readCitizenCard } from './citizenCard.ts';
import { readPersonCode } from './personCode.ts';
import type { Scanned } from './Scanned.ts';

/**
 * `<agency code>-<yymmdd>-<number of the day>`, alone or at the end of an address. An agency's own lookup page may have
 * any name, so what counts is the parameter `ma`.
 */
const DOSSIER = /(?:^|[?&]MA=)([A-Z0-9][A-Z0-9.]{1,20}-\d{6}-\d{4,})(?:[&#].*)?$/;

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
	return code === undefined ? { kind: 'unknown', text: line } : { kind: 'dossier', code };
}
