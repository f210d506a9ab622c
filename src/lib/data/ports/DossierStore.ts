import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { OutboxFile } from '$lib/domain/dossier/Submission';
import type { Progress } from '$lib/domain/dossier/Receipt';

/** Dossiers this phone filed. */
export interface DossierStore {
	list(): Promise<MyDossier[]>;
	find(id: string): Promise<MyDossier | undefined>;
	/** A dossier found again on the server after the phone had lost it. */
	add(dossier: MyDossier): Promise<void>;
	/** Notes which attempt at a file was sent last. */
	saveFiles(id: string, files: OutboxFile[]): Promise<void>;
	/** The phone has let go of the bytes of all these files: they are counted and named no more. */
	letGo(id: string, fileIds: readonly string[]): Promise<void>;
	saveProgress(id: string, progress: Progress, checkedAt: string): Promise<void>;
	/** Somebody has looked at the notices up to this one; never goes back. */
	saveNoticesSeen(id: string, sequence: number): Promise<void>;
	watch(onChange: (dossiers: MyDossier[]) => void): () => void;
}
