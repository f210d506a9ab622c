import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { Progress } from '$lib/domain/dossier/Receipt';

/** Dossiers this phone filed. */
export interface DossierStore {
	list(): Promise<MyDossier[]>;
	find(id: string): Promise<MyDossier | undefined>;
	saveProgress(id: string, progress: Progress, checkedAt: string): Promise<void>;
	watch(onChange: (dossiers: MyDossier[]) => void): () => void;
}
