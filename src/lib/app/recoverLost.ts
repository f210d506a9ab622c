import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { Loss } from '$lib/data/ports/PhoneStore';
import { findFiled, type Recovered } from '$lib/sync/recoverFiled';
import type { LocalStores } from './citizenServices';

/**
 * After the browser cleared the database: looks on the server for every submission the note remembered, lists again
 * what had arrived, and writes into the loss what had not. What got no answer is asked again at the next call.
 */
export async function recoverLost(
	stores: Pick<LocalStores, 'phone' | 'dossiers' | 'catalogue'>,
	gateway: Pick<CitizenGateway, 'finalizeSubmission'>,
	now: () => Date
): Promise<void> {
	const asked = (await stores.phone.findLoss())?.unasked ?? [];
	if (asked.length === 0) return;
	const recovered = await findFiled(
		asked.map(({ id, secret }) => ({ id, secret })),
		{
			gateway,
			titleOf: async (code) => (await stores.catalogue.find(code))?.procedure.shortTitle ?? code,
			now
		}
	);
	for (const dossier of recovered.filed) {
		const known = asked.find(({ id }) => id === dossier.id);
		await stores.dossiers.add({ ...dossier, subject: known?.subject ?? '' });
	}
	const askedIds = asked.map(({ id }) => id);
	await stores.phone.changeLoss((loss) => afterAsking(loss, askedIds, recovered));
}

/** The loss with what was learnt; undefined once it was read, nothing is left to ask and nothing new is bad news. */
function afterAsking(
	loss: Loss,
	askedIds: readonly string[],
	{ filed, lost, unknown }: Recovered
): Loss | undefined {
	const answered = loss.unasked.filter(
		({ id }) => askedIds.includes(id) && !unknown.some((one) => one.id === id)
	);
	const gone = answered.filter(({ id }) => lost.some((one) => one.id === id));
	const next: Loss = {
		...loss,
		unasked: loss.unasked.filter((entry) => !answered.includes(entry)),
		found: loss.found + answered.filter(({ id }) => filed.some((one) => one.id === id)).length,
		lost: [...loss.lost, ...gone],
		isRead: loss.isRead && gone.length === 0
	};
	return next.isRead && next.unasked.length === 0 ? undefined : next;
}
