import type { Level } from '../catalogue/Procedure.ts';

const WORDS: [RegExp, Level][] = [
	[/bộ|trung ương/iu, 'ministry'],
	[/tỉnh|thành phố/iu, 'province'],
	[/xã|phường/iu, 'commune'],
	[/cơ quan khác/iu, 'other']
];

/** From the office nearest to people upwards: the first one named is the one a one-stop office has to do with. */
const NEAREST: Level[] = ['commune', 'province', 'ministry', 'other'];

/** All levels a text names ("Cấp tỉnh, Cấp xã"), each once, in the order of the text; unknown words (`huyện`) left over. */
export function readLevels(text: string): { levels: Level[]; unknown: string[] } {
	const parts = text
		.split(/[,;\n]|\svà\s/u)
		.map((part) => part.trim())
		.filter(Boolean);
	const levels: Level[] = [];
	const unknown: string[] = [];
	for (const part of parts) {
		const level = WORDS.find(([word]) => word.test(part))?.[1];
		if (level === undefined) unknown.push(part);
		else if (!levels.includes(level)) levels.push(level);
	}
	return { levels, unknown };
}

/** The level nearest to people among those named. */
export function findNearest(levels: readonly Level[]): Level | undefined {
	return NEAREST.find((level) => levels.includes(level));
}

/** What a level is called in lists. */
export const LEVEL_NAMES: Record<Level, string> = {
	ministry: 'Cấp bộ',
	province: 'Cấp tỉnh',
	commune: 'Cấp xã',
	other: 'Cơ quan khác'
};
