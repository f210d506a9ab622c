import { MOST_RESULT_BYTES, type ResultFile } from '$lib/domain/dossier/ResultFile';
import { pageTypeOf, SNIFF_BYTES } from '$lib/domain/photo/sniffType';
import { ok, type Result } from '$lib/domain/shared/Result';
import { tidyLine } from '$lib/domain/shared/tidyText';
import { formatBytes } from '$lib/i18n/format';
import { viSupplement } from '$lib/i18n/viSupplement';
import type { HashBytes } from '$lib/data/ports/StaffDesk';

/** What a browser's file gives, so that tests need none. */
export type PickedFile = { name: string; size: number; arrayBuffer(): Promise<ArrayBuffer> };

const words = viSupplement.result;
const LONGEST_NAME = 120;

/** The result file that the officer chose: checked by its bytes, kept in memory until it is sent. */
export class ResultPick {
	file = $state.raw<ResultFile | undefined>();
	bytes = $state.raw<ArrayBuffer | undefined>();
	error = $state<string | undefined>();
	busy = $state(false);
	/** How much was sent, in per cent; undefined while nothing is. */
	sent = $state<number | undefined>();
	readonly #newId: () => string;
	#picks = 0;

	constructor(newId: () => string) {
		this.#newId = newId;
	}

	/** Reads and checks a file; the last one chosen counts. The same bytes keep their id, so parts are never sent twice. */
	async pick(picked: PickedFile, hash: HashBytes): Promise<void> {
		const pick = (this.#picks += 1);
		this.error = sizeError(picked.size);
		if (this.error) return this.#set(undefined, undefined);
		this.busy = true;
		const bytes = await picked.arrayBuffer().catch(() => undefined);
		const type = bytes && pageTypeOf(new Uint8Array(bytes.slice(0, SNIFF_BYTES)));
		const sha256 = bytes && type ? await hash(bytes) : '';
		if (pick !== this.#picks) return;
		this.busy = false;
		if (!bytes || !type) {
			this.error = bytes ? words.wrongType : words.unreadable;
			return this.#set(undefined, undefined);
		}
		const fileId = this.file?.sha256 === sha256 ? this.file.fileId : this.#newId();
		const name = tidyLine(picked.name).slice(-LONGEST_NAME);
		this.#set({ fileId, name, type, size: bytes.byteLength, sha256 }, bytes);
	}

	/** Sends the chosen file by `store`, if there is one, and tells how far it is. Gives its id, undefined without a file. */
	async send(
		store: (
			file: ResultFile,
			bytes: ArrayBuffer,
			onPart: (sent: number) => void
		) => Promise<Result<null>>
	): Promise<Result<string | undefined>> {
		const { file, bytes } = this;
		if (!file || !bytes) return ok(undefined);
		this.sent = 0;
		const answer = await store(file, bytes, (sent) => {
			this.sent = Math.round((sent / file.size) * 100);
		});
		return answer.ok ? ok(file.fileId) : answer;
	}

	drop(): void {
		this.#picks += 1;
		this.busy = false;
		this.error = undefined;
		this.#set(undefined, undefined);
	}

	#set(file: ResultFile | undefined, bytes: ArrayBuffer | undefined) {
		this.file = file;
		this.bytes = bytes;
		this.sent = undefined;
	}
}

function sizeError(size: number): string | undefined {
	if (size === 0) return words.empty;
	return size > MOST_RESULT_BYTES ? words.tooLarge(formatBytes(size)) : undefined;
}
