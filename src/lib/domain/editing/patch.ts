import { isSame } from './difference.ts';
import { isItems, isOpen, isPart, keysOf, type Part } from './parts.ts';

/**
 * Brings into `live` what lies between `from` and `to`, and touches nothing else. `from` is `live` tidied. Things of
 * lists stay the objects they were: on a screen that is being typed into, nothing is drawn anew under the hands.
 */
export function patch(live: Part, from: Part, to: Part): void {
	for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
		const [old, next, here] = [from[key], to[key], live[key]];
		if (isSame(old, next)) continue;
		if (next === undefined) delete live[key];
		else if (isOpen(key) && isPart(here) && isPart(old) && isPart(next)) patch(here, old, next);
		else if (isOpen(key) && isItems(here) && isItems(old) && isItems(next))
			live[key] = patchItems(here, old, next);
		else live[key] = structuredClone(next);
	}
}

function patchItems(live: Part[], from: Part[], to: Part[]): Part[] {
	const known = keysOf(from);
	return keysOf(to).map((key, index) => {
		const at = known.indexOf(key);
		const [here, old, next] = [live[at], from[at], to[index] ?? {}];
		if (!here || !old) return structuredClone(next);
		patch(here, old, next);
		return here;
	});
}
