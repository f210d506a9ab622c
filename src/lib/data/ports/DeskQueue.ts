import type { Chain } from '$lib/domain/intake/Chain';
import type { StaffMember } from '$lib/domain/dossier/StaffDossier';
import type { Result } from '$lib/domain/shared/Result';
import type { DeskStore } from './DeskStore';

/** The matters one officer has pressed the button for, oldest first, until they are answered and put away. */
export interface DeskQueue {
	list(): Promise<Chain[]>;
	/** Keeps a new matter, in place of the one it mends; fails as `storage`. The same id again changes nothing. */
	add(chain: Chain, mends?: string): Promise<Result<null>>;
	/** Rewrites one in a transaction; does nothing when it is gone. */
	change(id: string, change: (chain: Chain) => Chain): Promise<void>;
	remove(id: string): Promise<void>;
	/** Calls back now and after every change, in this tab or another; gives the function that stops it. */
	watch(onChange: (chains: Chain[]) => void): () => void;
}

/** Somebody who left work on this PC. */
export type Unsent = { staffId: string; fullName: string; count: number };

/** Everything the desk keeps on this PC, apart for each officer. */
export interface DeskKeeper {
	/** False where the browser keeps nothing: it is all gone with the tab. */
	isKept: boolean;
	storeOf(staffId: string): DeskStore;
	queueOf(staffId: string): DeskQueue;
	/** Notes who works here, so that the next person can be told whose work is left. */
	enter(member: StaffMember): Promise<void>;
	/** Whose matters are not sent yet: names and numbers, no contents. */
	unsent(): Promise<Unsent[]>;
	/** How many forms this officer began and never sent; copies of what the server says (`cache:…`) do not count. */
	begun(staffId: string): Promise<number>;
	/** Removes everything of one officer; their store takes nothing more. */
	leave(staffId: string): Promise<void>;
}
