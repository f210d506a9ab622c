import * as z from 'zod/mini';
import { RESULT_PART_BYTES, type ResultFile } from '$lib/domain/dossier/ResultFile';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

const Part = z.object({ bytes: z.string(), parts: z.int() });

/** Sends a result in parts of 192 KiB; a part that is there already is not stored twice. */
export async function uploadResult(
	call: Call,
	dossier: { dossierId: string },
	file: ResultFile,
	bytes: ArrayBuffer,
	onPart?: (sent: number) => void
): Promise<Result<null>> {
	const parts = Math.ceil(bytes.byteLength / RESULT_PART_BYTES);
	for (let position = 0; position < parts; position += 1) {
		const start = position * RESULT_PART_BYTES;
		const part = new Uint8Array(bytes.slice(start, start + RESULT_PART_BYTES));
		const sent = await call(
			'store_result_part',
			{ ...dossier, ...file, position, bytes: toBase64(part) },
			z.object({ stored: z.int() })
		);
		if (!sent.ok) return sent;
		onPart?.(start + part.length);
	}
	return ok(null);
}

/** Fetches a result part after part. `capability` opens it: the officer's dossier, or a phone's id and secret. */
export async function downloadResult(
	call: Call,
	name: 'staff_result_part' | 'result_part',
	capability: Record<string, string>,
	file: ResultFile
): Promise<Result<ArrayBuffer>> {
	const bytes = new Uint8Array(file.size);
	let filled = 0;
	for (let position = 0; filled < file.size; position += 1) {
		const answer = await call(name, { ...capability, fileId: file.fileId, position }, Part);
		if (!answer.ok) return answer;
		const part = fromBase64(answer.value.bytes);
		if (!part || part.length === 0 || filled + part.length > file.size)
			return fail({ kind: 'invalid', key: 'file-differs' });
		bytes.set(part, filled);
		filled += part.length;
	}
	return ok(bytes.buffer);
}

function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}

function fromBase64(text: string): Uint8Array | undefined {
	try {
		return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
	} catch {
		return undefined;
	}
}
