/** A run of words that stayed, went or came. */
export type Words = { kind: 'same' | 'out' | 'in'; text: string };

/** More words than this are not laid side by side: the whole text is shown as gone and come. */
const MOST_WORDS = 400;

/** Two texts word by word, as runs in reading order. */
export function wordDiff(before: string, after: string): Words[] {
	const [old, fresh] = [split(before), split(after)];
	if (old.length > MOST_WORDS || fresh.length > MOST_WORDS)
		return joined([
			{ kind: 'out', text: before },
			{ kind: 'in', text: after }
		]);
	const common = commonLengths(old, fresh);
	const runs: Words[] = [];
	let [a, b] = [0, 0];
	while (a < old.length || b < fresh.length) {
		const [oldWord, newWord] = [old[a], fresh[b]];
		if (oldWord !== undefined && oldWord === newWord) {
			runs.push({ kind: 'same', text: oldWord });
			a += 1;
			b += 1;
		} else if (newWord === undefined || at(common, a + 1, b) >= at(common, a, b + 1)) {
			if (oldWord === undefined) break;
			runs.push({ kind: 'out', text: oldWord });
			a += 1;
		} else {
			runs.push({ kind: 'in', text: newWord });
			b += 1;
		}
	}
	// Whatever is left is new.
	for (; b < fresh.length; b += 1) runs.push({ kind: 'in', text: fresh[b] ?? '' });
	return joined(runs);
}

function split(text: string): string[] {
	return text.split(/\s+/).filter(Boolean);
}

/** For every pair of ends: how many words they have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
	const table = Array.from({ length: old.length + 1 }, () =>
		new Array<number>(fresh.length + 1).fill(0)
	);
	for (let a = old.length - 1; a >= 0; a -= 1)
		for (let b = fresh.length - 1; b >= 0; b -= 1) {
			const row = table[a];
			if (row)
				row[b] =
					old[a] === fresh[b]
						? at(table, a + 1, b + 1) + 1
						: Math.max(at(table, a + 1, b), at(table, a, b + 1));
		}
	return table;
}

function at(table: readonly number[][], a: number, b: number): number {
	return table[a]?.[b] ?? 0;
}

function joined(words: readonly Words[]): Words[] {
	const runs: Words[] = [];
	for (const { kind, text } of words) {
		const last = runs.at(-1);
		if (last?.kind === kind) last.text += ` ${text}`;
		else if (text) runs.push({ kind, text });
	}
	return runs;
}
