import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { DossierStore } from '$lib/data/ports/DossierStore';
import { isEnded } from '$lib/domain/dossier/Status';
import { ok, type Result } from '$lib/domain/shared/Result';

/** Asks once for all dossiers of this phone that are still under way, and keeps what is heard. */
export async function refreshProgress(
	store: DossierStore,
	gateway: CitizenGateway,
	now: () => Date
): Promise<Result<null>> {
	const open = (await store.list()).filter(
		(dossier) => !dossier.progress || !isEnded(dossier.progress.status)
	);
	if (open.length === 0) return ok(null);
	const answer = await gateway.progress(
		open.slice(0, 50).map(({ id, secret }) => ({ id, secret }))
	);
	if (!answer.ok) return answer;
	for (const { id, progress } of answer.value)
		await store.saveProgress(id, progress, now().toISOString());
	return ok(null);
}
