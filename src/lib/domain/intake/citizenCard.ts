import { tidyCitizenId } from '../dossier/tidyValue.ts';
import { tidyLine } from '../shared/tidyText.ts';
import type { CounterPerson } from './Intake.ts';

/**
 * The person on a chip identity card, from the line of its QR code; undefined when the line is something else:
 * `căn cước number|old CMND number|full name|ddmmyyyy|sex|permanent residence|ddmmyyyy of issue`.
 *
 * The order is from memory and not verified against an official text. Newer cards are said to add parts at the end, so
 * anything from six to eight parts is taken; a part that does not look like itself makes the line foreign. The place on
 * the card is the permanent residence: the desk asks whether the person lives there.
 */
export function readCitizenCard(line: string): CounterPerson | undefined {
	const parts = line.split('|').map(tidyLine);
	if (parts.length < 6 || parts.length > 8) return undefined;
	const [number = '', , fullName = '', born = '', , address = ''] = parts;
	const citizenId = tidyCitizenId(number);
	if (!/^\d{12}$/.test(citizenId) || !/^\d{8}$/.test(born) || !isName(fullName)) return undefined;
	return { fullName, phone: '', citizenId, address, email: '' };
}

function isName(text: string): boolean {
	return /^\p{L}[\p{L}\p{M}\s'.-]*$/u.test(text);
}
