import { tidyCitizenId, tidyPhone } from '../dossier/tidyValue.ts';
import { tidyLine } from '../shared/tidyText.ts';
import type { CounterPerson } from './Intake.ts';
import { lettersOf, packLetters, SEPARATOR } from './packLetters.ts';

/**
 * The person as digits only, for a QR code that the citizen shows to the counter: `0610`, then five digits for every two
 * bytes, the last four bytes a CRC-32 of the others.
 *
 * Only digits, because most scanners type what they read: no keyboard layout, caps lock or Vietnamese input method
 * (Telex, VNI) changes digits that follow digits, while it changes letters. And QR codes pack digits tightest: one
 * Vietnamese letter costs 8.3 bits here, 16 to 24 as UTF-8.
 */
const FRAME = '610';
const FILL = '0';
const GROUP = 5;
const CHECK_BYTES = 4;

/** What a QR code of version 12 (65 × 65 squares, correction M) holds: still sharp on a phone 360 pixels wide. */
const MOST_DIGITS = 691;

const PARTS = ['fullName', 'phone', 'citizenId', 'address', 'email'] as const;

/** The code of what is filled in; undefined when nothing is, or when it is too long for one QR code. */
export function encodePersonCode(person: CounterPerson): string | undefined {
	const tidy = tidyPerson(person);
	if (PARTS.every((part) => !tidy[part])) return undefined;
	const bytes = PARTS.flatMap((part, index) => [
		...(index > 0 ? [SEPARATOR] : []),
		...packLetters(tidy[part])
	]);
	while (bytes.at(-1) === SEPARATOR) bytes.pop();
	if (bytes.length % 2 === 1) bytes.push(SEPARATOR);
	const code = `${FILL}${FRAME}${toDigits([...bytes, ...checkOf(bytes)])}`;
	return code.length > MOST_DIGITS ? undefined : code;
}

/**
 * The person of a code; undefined when the line is no such code or one digit of it is wrong. What stands before the
 * frame may be missing: an input method swallows the first digit when it was typed behind a vowel.
 */
export function readPersonCode(line: string): CounterPerson | undefined {
	const digits = /^0?610(\d+)$/.exec(line.trim())?.[1];
	const bytes = digits && fromDigits(digits);
	if (!bytes || bytes.length <= CHECK_BYTES) return undefined;
	const content = bytes.slice(0, -CHECK_BYTES);
	const check = checkOf(content);
	if (bytes.slice(-CHECK_BYTES).some((byte, index) => byte !== check[index])) return undefined;
	const parts = lettersOf(content);
	if (!parts) return undefined;
	const [fullName = '', phone = '', citizenId = '', address = '', email = ''] = parts;
	return { fullName, phone, citizenId, address, email };
}

function tidyPerson(person: CounterPerson): CounterPerson {
	return {
		fullName: tidyLine(person.fullName),
		phone: tidyPhone(tidyLine(person.phone)),
		citizenId: tidyCitizenId(tidyLine(person.citizenId)),
		address: tidyLine(person.address),
		email: tidyLine(person.email)
	};
}

function toDigits(bytes: readonly number[]): string {
	let digits = '';
	for (let at = 0; at < bytes.length; at += 2)
		digits += String((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)).padStart(GROUP, '0');
	return digits;
}

function fromDigits(digits: string): number[] | undefined {
	if (digits.length % GROUP !== 0) return undefined;
	const bytes: number[] = [];
	for (let at = 0; at < digits.length; at += GROUP) {
		const pair = Number(digits.slice(at, at + GROUP));
		if (pair > 0xffff) return undefined;
		bytes.push(pair >> 8, pair & 0xff);
	}
	return bytes;
}

/** CRC-32 (ISO 3309), four bytes, the highest first: any change within 32 bits in a row is noticed. */
function checkOf(bytes: readonly number[]): number[] {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	crc = ~crc;
	return [24, 16, 8, 0].map((shift) => (crc >>> shift) & 0xff);
}
