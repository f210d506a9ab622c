import { tidyLine } from '$lib/domain/shared/tidyText';

/** The server refuses a longer search. */
const longest = 60;

/**
 * What is searched for when this was typed, or typed by a scanner: of a slip's QR code, which is the address of the
 * lookup page, only the dossier code in it.
 */
export function searchOf(typed: string): string {
	const line = tidyLine(typed);
	const code = /^https?:\/\//i.test(line) && URL.canParse(line) ? codeIn(line) : undefined;
	return (code ?? line).slice(0, longest);
}

function codeIn(address: string): string | undefined {
	return new URL(address).searchParams.get('ma')?.trim() || undefined;
}
