import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type { HardFault } from '$lib/domain/editing/hardFaults';
import { valueAt, type Path } from '$lib/domain/editing/Path';
import type { Warning } from '$lib/domain/editing/warnings';
import { viEditorSay } from '$lib/i18n/viEditorSay';
import { trailOf } from './labels';
import { shortened } from './shortened';

const words = viEditorSay;

/** The things of lists around a place in a draft, outermost first. */
function ownersAt(draft: Procedure, path: Path): Record<string, unknown>[] {
	return path.flatMap((key, index) => {
		const item = typeof key === 'number' ? valueAt(draft, path.slice(0, index + 1)) : undefined;
		return typeof item === 'object' && item !== null ? [item as Record<string, unknown>] : [];
	});
}

/** Where something stands, in words. */
export function placeOf(draft: Procedure, path: Path): string {
	return trailOf(path, ownersAt(draft, path));
}

/** What is wrong and where. */
export function sayFault(draft: Procedure, fault: HardFault): string {
	const label = placeOf(draft, fault.path);
	switch (fault.kind) {
		case 'too-few':
			return words.faults.tooFew(label, fault.least);
		case 'missing':
		case 'invalid':
			return words.faults[fault.kind](label);
		default:
			return words.faults[fault.kind](label);
	}
}

/** What an editor should look at, without the place. */
export function sayWarning(warning: Warning): string {
	switch (warning.kind) {
		case 'long':
			return words.warnings.long(warning.words, shortened(warning.sentence, 80));
		case 'small-letter':
			return words.warnings['small-letter'](shortened(warning.sentence, 80));
		case 'term':
			return words.warnings.term(warning.term, warning.plain, warning.texts);
		case 'unreachable':
			return words.warnings.unreachable[warning.what];
		default:
			return words.warnings[warning.kind];
	}
}
