/** Marks that turn the direction of writing, and letters of no width: pasting brings them, nobody sees them. */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * Text as it is checked, sent and stored: composed marks (NFC), plain spaces, no invisible or control characters (SQL
 * refuses them in app.require_protocol), no halves of characters, no blanks around. Line ends and tabs inside stay.
 */
export function tidyText(text: string): string {
	return text
		.normalize('NFC')
		.replace(/\u00A0/g, ' ')
		.replace(INVISIBLE, '')
		.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '')
		.trim();
}

/** The same for a text of one line: every run of blanks is one space. */
export function tidyLine(text: string): string {
	return tidyText(text).replace(/\s+/g, ' ');
}
