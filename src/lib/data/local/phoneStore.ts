import type { Contents, Loss, PhoneStore, Remembered } from '$lib/data/ports/PhoneStore';
import { isAnswer } from '$lib/domain/dossier/OutboxItem';
import type { LocalDatabase } from './database';
import { watchQuery } from './reconnect';

const INSTALL_ID = 'installId';
const LOSS = 'loss';
const PERSISTENCE = 'persistence';

/** What the phone knows about itself, in IndexedDB. */
export function createPhoneStore(database: LocalDatabase): PhoneStore {
	const { meta, catalogue, drafts, outbox, dossiers, answers, pages, pageBytes } = database;

	async function read<T>(key: string): Promise<T | undefined> {
		return (await meta.get(key))?.value as T | undefined;
	}

	function contents(): Promise<Contents> {
		return database.transaction(
			'r',
			[meta, catalogue, drafts, outbox, dossiers, answers, pages],
			async () => {
				const waiting: Remembered[] = [];
				const answerIds = await answers.toCollection().primaryKeys();
				for (const item of await outbox.toArray()) {
					// Nobody can be asked for it: its dossier is found again, and the slip with it.
					if (isAnswer(item)) {
						answerIds.push(item.id);
						continue;
					}
					const { id, secret, payload } = item;
					const { procedureCode, subject } = payload;
					const title = (await catalogue.get(procedureCode))?.entry?.procedure.shortTitle;
					waiting.push({ id, secret, procedureCode, title: title ?? procedureCode, subject });
				}
				const loss = await read<Loss>(LOSS);
				const draftIds = await drafts.toCollection().primaryKeys();
				return {
					installId: await read<string>(INSTALL_ID),
					drafts: draftIds.length,
					answers: answerIds.length,
					pages: await pages
						.where('draftId')
						.anyOf([...draftIds, ...answerIds])
						.count(),
					waiting: [...waiting, ...(loss?.unasked ?? []).map(rememberedOf)],
					filed: (await dossiers.toArray()).map(rememberedOf)
				};
			}
		);
	}

	return {
		contents,
		watchContents: (onChange) => watchQuery(database, contents, onChange),
		settleIn: (installId, loss) =>
			database.transaction('rw', meta, async () => {
				if (await meta.get(INSTALL_ID)) return;
				await meta.put({ key: INSTALL_ID, value: installId });
				if (loss) await meta.put({ key: LOSS, value: loss });
			}),
		findLoss: () => read<Loss>(LOSS),
		changeLoss: (change) =>
			database.transaction('rw', meta, async () => {
				const loss = await read<Loss>(LOSS);
				if (!loss) return;
				const next = change(loss);
				if (next) await meta.put({ key: LOSS, value: next });
				else await meta.delete(LOSS);
			}),
		watchLoss: (onChange) => watchQuery(database, () => read<Loss>(LOSS), onChange),
		findPersistence: () => read<boolean>(PERSISTENCE),
		async savePersistence(isPersistent) {
			await meta.put({ key: PERSISTENCE, value: isPersistent });
		},
		removeOrphans: (before) =>
			database.transaction(
				'rw',
				[drafts, outbox, dossiers, answers, pages, pageBytes],
				async () => {
					const owners = await Promise.all(
						[drafts, outbox, dossiers, answers].map((table) => table.toCollection().primaryKeys())
					);
					// Their bytes may be the only good ones until the server has verified them.
					const sent = (await dossiers.toArray()).flatMap((one) => one.answers.map(({ id }) => id));
					const orphans = await pages
						.where('draftId')
						.noneOf([...owners.flat(), ...sent])
						.filter((page) => page.addedAt < before)
						.primaryKeys();
					await pageBytes.bulkDelete(orphans);
					await pages.bulkDelete(orphans);
					return orphans.length;
				}
			)
	};
}

function rememberedOf({ id, secret, procedureCode, title, subject }: Remembered): Remembered {
	return { id, secret, procedureCode, title, subject };
}
