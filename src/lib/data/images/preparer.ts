import type { PagePreparer, PageRefusal, PreparedPage } from '$lib/data/ports/PagePreparer';
import { MOST_BYTES } from '$lib/domain/dossier/Page';
import { isTooLarge, MOST_PHOTO_BYTES } from '$lib/domain/photo/limits';
import { pageName } from '$lib/domain/photo/pageName';
import { readPdf, type PdfFile } from '$lib/domain/photo/pdf';
import { isWholePicture, pixelSize, type PictureKind } from '$lib/domain/photo/pixelSize';
import { sniffType, SNIFF_BYTES } from '$lib/domain/photo/sniffType';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { makePage, type PictureTask } from './makePage';
import { PictureRunner, type RunnerParts } from './pictureRunner';
import PictureWorker from './pictureWorker?worker';

/** Enough for the size of nearly every picture, so that one too large is refused before it is read whole. */
const HEADER_BYTES = 64 * 1024;

const BROWSER: RunnerParts = {
	startWorker: () => new PictureWorker(),
	makeHere: makePage,
	setTimer(run, ms) {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	}
};

/** The preparer of this browser; everything happens on the phone. `parts` are for tests. */
export function createPagePreparer(parts: RunnerParts = BROWSER): PagePreparer {
	const runner = new PictureRunner(parts);

	async function prepare(file: Blob & { name?: string }): Promise<Result<PreparedPage>> {
		try {
			if (file.size === 0) return refuse('empty');
			const head = await readBytes(file.slice(0, HEADER_BYTES));
			const kind = sniffType(head.subarray(0, SNIFF_BYTES));
			if (kind === 'unknown') return refuse('not-a-page');
			return kind === 'pdf' ? await preparePdf(file) : await preparePhoto(file, kind, head);
		} catch (cause) {
			// The file is gone (a camera's temporary one) or may not be read any more.
			return fail({ kind: 'unknown', cause });
		}
	}

	async function preparePhoto(
		file: Blob,
		kind: PictureKind,
		head: Uint8Array
	): Promise<Result<PreparedPage>> {
		if (file.size > MOST_PHOTO_BYTES) return refuse('too-large');
		const early = pixelSize(head, kind);
		if (early && isTooLarge(early)) return refuse('too-many-pixels');
		const bytes = await readBytes(file);
		const size = early ?? pixelSize(bytes, kind);
		if (!size || !isWholePicture(bytes, kind)) return refuse('broken');
		if (isTooLarge(size)) return refuse('too-many-pixels');
		return finish({ bytes: bytes.buffer, kind, isTurn: false });
	}

	async function finish(task: PictureTask): Promise<Result<PreparedPage>> {
		const made = await runner.run(task);
		if (made?.ok) return ok({ ...made.picture, name: '' });
		if (made?.reason === 'undecodable') return refuse(undecodable(task.kind));
		// Never the original instead: it would carry the place and time it was taken at.
		return fail({ kind: 'unknown', cause: made?.reason });
	}

	async function turn(page: { bytes: ArrayBuffer; type: string }): Promise<Result<PreparedPage>> {
		const kind = sniffType(new Uint8Array(page.bytes).subarray(0, SNIFF_BYTES));
		if (kind === 'pdf' || kind === 'unknown') return refuse('not-a-page');
		return finish({ bytes: page.bytes, kind, isTurn: true });
	}

	return { prepare, turn };
}

/** A PDF is kept as it is; only that it opens for whoever gets it is looked at. */
async function preparePdf(file: Blob & { name?: string }): Promise<Result<PreparedPage>> {
	if (file.size > MOST_BYTES) return refuse('too-large');
	const bytes = await readBytes(file);
	const pdf = readPdf(bytes);
	if (pdf.state === 'broken') return refuse('pdf-broken');
	if (pdf.state === 'encrypted' && !(await opens(pdf))) return refuse('pdf-locked');
	const name = pageName(file.name ?? '');
	return ok({ bytes: bytes.buffer, type: 'application/pdf', width: 0, height: 0, name });
}

type Encrypted = Extract<PdfFile, { state: 'encrypted' }>;

/** What cannot be judged (no such entries, a cipher this browser does not offer) counts as locked. */
async function opens({ encryption, fileId }: Encrypted): Promise<boolean> {
	if (!encryption) return false;
	const [{ opensWithoutPassword }, { pdfHashes }] = await Promise.all([
		import('$lib/domain/photo/pdfLock'),
		import('./pdfHashes')
	]);
	return opensWithoutPassword(encryption, fileId, pdfHashes).catch(() => false);
}

/** AVIF is no phone's camera format: no advice about cameras helps there. */
function undecodable(kind: PictureKind): PageRefusal {
	if (kind === 'heic') return 'heic';
	return kind === 'avif' ? 'not-a-page' : 'broken';
}

async function readBytes(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await blob.arrayBuffer());
}

function refuse(key: PageRefusal): Result<never, AppError> {
	return fail({ kind: 'invalid', key });
}
