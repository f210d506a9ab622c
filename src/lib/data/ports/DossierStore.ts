import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { OutboxFile } from '$lib/domain/dossier/Submission';
import type { Progress } from '$lib/domain/dossier/Receipt';

/** Dossiers this phone filed. */
export interface DossierStore {
	list(): Promise<MyDossier[]>;
	find(id: string): Promise<MyDossier | undefined>;
	/** A dossier found again on the server after the phone had lost it. */
	add(dossier: MyDossier): Promise<void>;
	/** Notes which attempt at a file was sent last; an empty list once the phone has let go of the bytes. */
	saveFiles(id: string, files: OutboxFile[]): Promise<void>;
	saveProgress(id: string, progress: Progress, checkedAt: string): Promise<void>;
	watch(onChange: (dossiers: MyDossier[]) => void): () => void;
}
