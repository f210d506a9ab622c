import { tidyLine } from '../shared/tidyText.ts';

const LONGEST = 100;

/**
 * A file's own name as it is kept and shown: one line, no invisible marks, nothing a file system would read as a path,
 * at most 100 characters with its ending kept.
 */
export function pageName(name: string): string {
	const tidy = tidyLine(name.replace(/[/\\]/g, ' ').replace(/\u00AD/g, ''));
	const letters = [...tidy];
	if (letters.length <= LONGEST) return tidy;
	const ending = /\.[a-z0-9]{1,5}$/i.exec(tidy)?.[0] ?? '';
	return `${letters.slice(0, LONGEST - ending.length - 1).join('')}…${ending}`;
}
