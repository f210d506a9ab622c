import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { DossierStore } from '$lib/data/ports/DossierStore';
import type { PageStore } from '$lib/data/ports/PageStore';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { Progress } from '$lib/domain/dossier/Receipt';
import { isEnded, STATUS } from '$lib/domain/dossier/Status';
import { MOST_ATTEMPTS } from '$lib/domain/dossier/Submission';
import { ok, type Result } from '$lib/domain/shared/Result';
import { uploadPage } from './sendFiles';

export type ProgressContext = {
	dossiers: DossierStore;
	gateway: CitizenGateway;
	pages: Pick<PageStore, 'findBytes' | 'removeFor'>;
	now(): Date;
};

/** The server answers for at most this many dossiers at once. */
const MOST_AT_ONCE = 50;

/**
 * Asks for all dossiers of this phone that are still under way, keeps what is heard, sends again the files the server
 * could not verify, and lets go of photographs it has verified. Fails when the question was not answered; a file that
 * could not be sent again is no failure, the next question names it again.
 */
export async function refreshProgress(context: ProgressContext): Promise<Result<null>> {
	const { dossiers, gateway, now } = context;
	const open = (await dossiers.list()).filter(isWorthAsking);
	for (let first = 0; first < open.length; first += MOST_AT_ONCE) {
		const asked = open.slice(first, first + MOST_AT_ONCE);
		const answer = await gateway.progress(asked.map(({ id, secret }) => ({ id, secret })));
		if (!answer.ok) return answer;
		for (const { id, progress } of answer.value) {
			await dossiers.saveProgress(id, progress, now().toISOString());
			const dossier = asked.find((one) => one.id === id);
			if (dossier && dossier.files.length > 0) await careForFiles(dossier, progress, context);
		}
	}
	return ok(null);
}

/**
 * An ended dossier is asked about while the desk had received it and its photographs still wait to be verified; one
 * whose result was handed out always: that may be corrected.
 */
function isWorthAsking({ progress, files }: MyDossier): boolean {
	if (!progress || !isEnded(progress.status) || progress.status === STATUS.returned) return true;
	return progress.receivedAt !== null && files.length > 0;
}

async function careForFiles(
	dossier: MyDossier,
	progress: Progress,
	context: ProgressContext
): Promise<void> {
	const { receivedAt, files: known } = progress;
	if (!known) return;
	if (known.wanted.length > 0) return sendWanted(dossier, known.wanted, context);
	// Never before both: until then these bytes may be the only good ones. The count is over all files of the dossier.
	if (receivedAt === null || known.verified < dossier.letGo + dossier.files.length) return;
	// Nor while the desk still looks at an answer: of what was let go elsewhere (a cleared phone) nobody has the count.
	if (progress.own?.supplements.some((round) => round.closedAt === null)) return;
	for (const id of [dossier.id, ...dossier.answers.map((answer) => answer.id)]) {
		const removed = await context.pages.removeFor(id);
		if (!removed.ok) return;
	}
	await context.dossiers.letGo(
		dossier.id,
		dossier.files.map(({ fileId }) => fileId)
	);
}

/** One after another; the first that does not get through ends it for this time. */
async function sendWanted(
	dossier: MyDossier,
	wanted: readonly string[],
	context: ProgressContext
): Promise<void> {
	let files = dossier.files;
	for (const file of dossier.files) {
		if (!wanted.includes(file.fileId) || file.attempt >= MOST_ATTEMPTS) continue;
		const next = { ...file, attempt: file.attempt + 1 };
		const uploaded = await uploadPage(dossier.id, next, context);
		// Bytes that are gone stop no other file: the desk sees which one is wanted and asks for it.
		if (!uploaded.ok && uploaded.error.key === 'file-lost') continue;
		if (!uploaded.ok) break;
		files = files.map((one) => (one.fileId === file.fileId ? next : one));
		await context.dossiers.saveFiles(dossier.id, files);
	}
	// Finalize once more gives the same receipt, and lets the server look at what has just come. Unanswered, it looks by
	// itself within the hour and meanwhile asks for no further attempt.
	if (files !== dossier.files)
		await context.gateway.finalizeSubmission({ id: dossier.id, secret: dossier.secret });
}
