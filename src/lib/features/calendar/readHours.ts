const timeOfDay = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/i;

/**
 * The office hours as typed ("7:30", "07h30"), in order and not overlapping; empty lines are left out. Undefined when a
 * line is half empty, no time, or out of order, or nothing is left.
 */
export function readHours(
	lines: readonly { opens: string; closes: string }[]
): [string, string][] | undefined {
	const typed = lines.filter(({ opens, closes }) => opens.trim() !== '' || closes.trim() !== '');
	const hours: [string, string][] = [];
	for (const line of typed) {
		const opens = readTime(line.opens);
		const closes = readTime(line.closes);
		const last = hours.at(-1)?.[1] ?? '';
		if (!opens || !closes || opens >= closes || opens < last) return undefined;
		hours.push([opens, closes]);
	}
	return hours.length > 0 && hours.length <= 4 ? hours : undefined;
}

function readTime(text: string): string | undefined {
	const [, hour, minute] = timeOfDay.exec(text.trim()) ?? [];
	return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}
