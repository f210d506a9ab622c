import type { OutboxFile } from '$lib/domain/dossier/Submission';
import type { Result } from '$lib/domain/shared/Result';

/** Moves the row to what arrived; false when the server's word is not about this row. `files`: the row's as they are then. */
export type Finish = (files: readonly OutboxFile[]) => Promise<boolean>;

/** What one kind of row says to the server; everything around it (files, attempts, errors) is the same for all. */
export type Talk = {
	/** Under whose id its files are stored. */
	folder: string;
	/** Announces the content; `missing` are the files the server does not have. */
	open(): Promise<Result<{ missing: string[] }>>;
	/** Asks for the server's word that all came. */
	finalize(): Promise<Result<{ missing: string[] } | { finish: Finish }>>;
};
