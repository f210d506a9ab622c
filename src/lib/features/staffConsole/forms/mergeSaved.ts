/**
 * A copy of `target` with every text, tick and list element of the same place and kind taken from `saved`; whatever
 * else `saved` holds is left out, so an older or damaged copy never breaks a form. A list whose elements have an `id`
 * keeps its elements and takes what belongs to each; any other list is taken over element by element, each as `blank`.
 */
export function mergeSaved<T>(target: T, saved: unknown, blank?: unknown): T {
	return merge(target, saved, blank) as T;
}

function merge(target: unknown, saved: unknown, blank: unknown): unknown {
	if (Array.isArray(target)) {
		if (!Array.isArray(saved)) return target;
		if (target.every(hasId) && target.length > 0)
			return target.map((element) =>
				merge(
					element,
					saved.find((other) => hasId(other) && other['id'] === element['id']),
					blank
				)
			);
		return blank === undefined ? target : saved.map((element) => merge(blank, element, undefined));
	}
	if (isRecord(target)) {
		if (!isRecord(saved)) return target;
		return Object.fromEntries(
			Object.entries(target).map(([key, value]) => [key, merge(value, saved[key], blank)])
		);
	}
	return typeof saved === typeof target ? saved : target;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasId(value: unknown): value is Record<string, unknown> & { id: string } {
	return isRecord(value) && typeof value['id'] === 'string';
}
