/**
 * Text as it is sent and stored: composed marks (NFC), no control characters that nobody types (pasting brings them,
 * SQL refuses them in app.require_protocol), no blanks around. Tabs and line ends inside stay.
 */
export function tidyText(text: string): string {
	return text
		.normalize('NFC')
		.replace(/(?![\t\n\r])\p{Cc}/gu, '')
		.trim();
}
