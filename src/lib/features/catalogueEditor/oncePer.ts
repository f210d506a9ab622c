/**
 * Gives one id for one request: pressed again after an answer that got lost, the same thing is asked for once more;
 * changed meanwhile, it is another request.
 */
export function oncePer(newId: () => string): (request: string) => string {
	const ids = new Map<string, string>();
	return (request) => {
		const id = ids.get(request) ?? newId();
		ids.set(request, id);
		return id;
	};
}
