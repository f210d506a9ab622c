import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import { QueueGroup } from '$lib/domain/dossier/StaffDossier';

/**
 * The id of the one dossier that a scanned code names, in whatever group it is; undefined when there is none, more than
 * one, or no answer. A dossier may be in two groups, such as `working` and `late`.
 */
export async function findScanned(
	desk: Pick<StaffDesk, 'queue'>,
	group: QueueGroup,
	code: string
): Promise<string | undefined> {
	const here = await desk.queue({ group, search: code });
	if (!here.ok) return undefined;
	const { rows, elsewhere } = here.value;
	const others = rows.length > 0 ? [] : QueueGroup.options.filter((each) => elsewhere?.[each]);
	const answers = await Promise.all(
		others.map((other) => desk.queue({ group: other, search: code }))
	);
	const found = answers.flatMap((answer) => (answer.ok ? answer.value.rows : []));
	const ids = new Set([...rows, ...found].map(({ id }) => id));
	return ids.size === 1 ? [...ids][0] : undefined;
}
