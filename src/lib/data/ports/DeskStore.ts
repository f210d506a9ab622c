/** What an officer typed and has not sent, kept on this PC per officer. */
export interface DeskStore {
	load(key: string): Promise<unknown>;
	save(key: string, value: unknown): void;
	forget(key: string): void;
}
