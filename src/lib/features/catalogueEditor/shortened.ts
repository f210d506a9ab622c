/** A text of at most so many letters, cut at a word, with dots where it goes on. */
export function shortened(text: string, most: number): string {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line.length <= most) return line;
	const cut = line.slice(0, most);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trim()}…`;
}
