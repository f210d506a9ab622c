import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { DossierStore } from '$lib/data/ports/DossierStore';
import { isEnded } from '$lib/domain/dossier/Status';
import { ok, type Result } from '$lib/domain/shared/Result';

/** The server answers for at most this many dossiers at once. */
const MOST_AT_ONCE = 50;

/** Asks for all dossiers of this phone that are still under way, and keeps what is heard. */
export async function refreshProgress(
	store: DossierStore,
	gateway: CitizenGateway,
	now: () => Date
): Promise<Result<null>> {
	const open = (await store.list()).filter(
		(dossier) => !dossier.progress || !isEnded(dossier.progress.status)
	);
	for (let first = 0; first < open.length; first += MOST_AT_ONCE) {
		const asked = open.slice(first, first + MOST_AT_ONCE).map(({ id, secret }) => ({ id, secret }));
		const answer = await gateway.progress(asked);
		if (!answer.ok) return answer;
		for (const { id, progress } of answer.value)
			await store.saveProgress(id, progress, now().toISOString());
	}
	return ok(null);
}
