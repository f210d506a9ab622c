import type { Procedure } from '../catalogue/Procedure.ts';
import { fold } from '../shared/fold.ts';
import { cleanLine } from './cleanText.ts';
import type { ListRow } from './listTable.ts';
import { readCode } from './readCode.ts';

/** What is in force: the code of every procedure, by its title too, and the contents as far as they could be had. */
export type InForce = {
	codes: ReadonlySet<string>;
	codeOfTitle: ReadonlyMap<string, string>;
	contents: ReadonlyMap<string, Procedure>;
};

/** Puts titles (by code) and contents together. A title that two procedures share leads to none. */
export function inForceOf(
	titles: ReadonlyMap<string, string>,
	contents: ReadonlyMap<string, Procedure>
): InForce {
	const codeOfTitle = new Map<string, string>();
	const shared = new Set<string>();
	for (const [code, title] of titles) {
		const name = plainTitle(title);
		if (codeOfTitle.has(name)) shared.add(name);
		codeOfTitle.set(name, code);
	}
	for (const name of shared) codeOfTitle.delete(name);
	return { codes: new Set(titles.keys()), codeOfTitle, contents };
}

/** The code in force a row is about: its own, or without one that of the one procedure of exactly its name. */
export function knownCodeOf(
	{ code, cells }: ListRow,
	inForce: Pick<InForce, 'codes' | 'codeOfTitle'> | undefined
): string | undefined {
	if (!inForce) return undefined;
	if (code === '') return inForce.codeOfTitle.get(plainTitle(cleanLine(cells.title)));
	const read = readCode(code);
	return read.ok && inForce.codes.has(read.value.code) ? read.value.code : undefined;
}

function plainTitle(title: string): string {
	return fold(title)
		.replace(/^thu tuc (?:hanh chinh )?/, '')
		.replace(/[. ]+$/, '');
}
