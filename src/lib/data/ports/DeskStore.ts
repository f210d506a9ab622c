/**
 * What one officer types, kept on this PC until it is sent. Values survive JSON. Nothing throws: what cannot be kept is
 * still on the screen, and `load` then gives undefined, `loadAll` nothing.
 */
export interface DeskStore {
	load(key: string): Promise<unknown>;
	/** Everything whose key begins so, in the order of the keys. */
	loadAll(prefix: string): Promise<[key: string, value: unknown][]>;
	/** On disk within a second; later calls for the same key take the place of earlier ones. */
	save(key: string, value: unknown): void;
	forget(key: string): void;
}
