import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { Outbox } from '$lib/data/ports/Outbox';
import type { PageStore } from '$lib/data/ports/PageStore';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import { MOST_ATTEMPTS, type OutboxFile } from '$lib/domain/dossier/Submission';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';

export type FilesContext = {
	gateway: Pick<CitizenGateway, 'uploadFile'>;
	outbox: Pick<Outbox, 'update'>;
	pages: Pick<PageStore, 'findBytes'>;
};

/**
 * Why a file can never arrive under this submission; the row is quarantined with the key. `file-lost`: this phone no
 * longer has the bytes that were declared. `file-not-taken`: all five attempts were stored with another size.
 */
const LOST: AppError = { kind: 'invalid', key: 'file-lost' };
const NOT_TAKEN: AppError = { kind: 'invalid', key: 'file-not-taken' };

/** The files as the server sees them: what it does not miss it has, whatever the row believed. */
export function believe(files: readonly OutboxFile[], missing: readonly string[]): OutboxFile[] {
	return files.map((file) => ({ ...file, isSent: !missing.includes(file.fileId) }));
}

/**
 * The files after finalize missed some that were uploaded: their names are taken by something of another size, so the
 * next attempt gets the next name. Fails with `file-not-taken` after the fifth, and as `unknown` when the answer names
 * none of these files.
 */
export function takeNextAttempt(
	files: readonly OutboxFile[],
	missing: readonly string[]
): Result<OutboxFile[]> {
	const missed = files.filter((file) => missing.includes(file.fileId));
	if (missed.length === 0) return fail({ kind: 'unknown' });
	if (missed.some((file) => file.attempt >= MOST_ATTEMPTS)) return fail(NOT_TAKEN);
	return ok(
		files.map((file) =>
			missed.includes(file) ? { ...file, attempt: file.attempt + 1, isSent: false } : file
		)
	);
}

/**
 * Uploads what is not sent yet, one file after another (a weak line is not shared), and writes each success into the
 * row at once: a killed tab goes on there, and the status line tells "2 of 5". `folder` is the id they are stored under.
 * Gives the row as it is then.
 */
export async function sendFiles(
	item: OutboxItem,
	folder: string,
	context: FilesContext
): Promise<{ item: OutboxItem; error?: AppError }> {
	let current = item;
	for (const file of item.files.filter(({ isSent }) => !isSent)) {
		const uploaded = await uploadPage(folder, file, context);
		if (!uploaded.ok) return { item: current, error: uploaded.error };
		const files = current.files.map((one) =>
			one.fileId === file.fileId ? { ...one, isSent: true } : one
		);
		// The line carried a whole file: pauses start anew, or ten photos on a bad day would take an hour.
		current = { ...current, files, attempts: 0 };
		await context.outbox.update(item.id, { files, attempts: 0 });
	}
	return { item: current };
}

/** Uploads the bytes of one file under its attempt; `file-lost` when this phone no longer has what was declared. */
export async function uploadPage(
	submissionId: string,
	file: OutboxFile,
	{ gateway, pages }: Omit<FilesContext, 'outbox'>
): Promise<Result<null>> {
	const bytes = await pages.findBytes(file.pageId);
	if (bytes?.byteLength !== file.size) return fail(LOST);
	const { fileId, attempt, type } = file;
	return gateway.uploadFile({ submissionId, fileId, attempt, type, bytes });
}
