/** The stored files of dossiers, by object name; what runs the worker brings one for its Storage. */
export interface FileStorage {
	/** The bytes of an object; undefined when there are none under this name. Throws when they cannot be read. */
	find(name: string): Promise<Uint8Array | undefined>;
	/** Removes bytes and row. A name that is not there is no error; one that a throw left half removed may be given again. */
	remove(names: string[]): Promise<void>;
}
