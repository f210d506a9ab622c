/** The operators `match` and `imatch` where a filter can have one: at its beginning, or inside `or=(…)`. */
const operator = /(^|[\s.,(])i?match(\((any|all)\))?\./;

/** True when a filter of the query asks for a regular expression; the app has none, and one bad pattern runs for minutes. */
export function queryHasPattern(query: URLSearchParams): boolean {
	return [...query.values()].some((value) => operator.test(value));
}
