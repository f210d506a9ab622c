import { describe, expect, it } from 'vitest';
import { MOST_RESULT_BYTES } from '$lib/domain/dossier/ResultFile';
import { ok } from '$lib/domain/shared/Result';
import { viSupplement } from '$lib/i18n/viSupplement';
import { ResultPick, type PickedFile } from './resultPick.svelte';

const words = viSupplement.result;
const hash = async (bytes: ArrayBuffer) => `hash of ${bytes.byteLength}`;

function aPick() {
	let ids = 0;
	return new ResultPick(() => `id-${(ids += 1)}`);
}

function aPicked(text: string, changes: Partial<PickedFile> = {}): PickedFile {
	const bytes = new TextEncoder().encode(text);
	return {
		name: 'ket-qua.pdf',
		size: bytes.length,
		arrayBuffer: async () => bytes.buffer.slice(0),
		...changes
	};
}

describe('a chosen result file', () => {
	it('is known by its bytes, not by its name', async () => {
		const pick = aPick();
		await pick.pick(aPicked('%PDF-1.7 x', { name: 'anh.png' }), hash);
		expect(pick.file).toEqual({
			fileId: 'id-1',
			name: 'anh.png',
			type: 'application/pdf',
			size: 10,
			sha256: 'hash of 10'
		});
	});

	it.each([
		[aPicked(''), words.empty],
		[aPicked('MZ, named .pdf'), words.wrongType],
		[aPicked('<html>%PDF-1.7'), words.wrongType],
		[aPicked('%PDF-1.7', { size: MOST_RESULT_BYTES + 1 }), words.tooLarge('4,2 MB')],
		[aPicked('%PDF-1.7', { arrayBuffer: () => Promise.reject(new Error()) }), words.unreadable]
	])('is refused in words (%#)', async (picked, error) => {
		const pick = aPick();
		await pick.pick(aPicked('%PDF-1.7 earlier'), hash);
		await pick.pick(picked, hash);
		expect(pick.error).toBe(error);
		expect(pick.file).toBeUndefined();
	});

	it('keeps its id while its bytes stay the same', async () => {
		const pick = aPick();
		await pick.pick(aPicked('%PDF-1.7 x'), hash);
		await pick.pick(aPicked('%PDF-1.7 x'), hash);
		expect(pick.file?.fileId).toBe('id-1');
		await pick.pick(aPicked('%PDF-1.7 other'), hash);
		expect(pick.file?.fileId).toBe('id-2');
	});

	it('is the last one chosen, however long an earlier one takes to read', async () => {
		const pick = aPick();
		let release = () => {};
		const bytes = await aPicked('%PDF-1.7 slow').arrayBuffer();
		const slow = pick.pick(
			aPicked('%PDF-1.7 slow', {
				arrayBuffer: () => new Promise((resolve) => (release = () => resolve(bytes)))
			}),
			hash
		);
		await pick.pick(aPicked('%PDF-1.7 quick', { name: 'quick.pdf' }), hash);
		release();
		await slow;
		expect(pick.file?.name).toBe('quick.pdf');
	});

	it('tells how far the sending is, and gives its id', async () => {
		const pick = aPick();
		await pick.pick(aPicked('%PDF-1.7 x'), hash);
		const answer = await pick.send(async (_file, _bytes, onPart) => {
			onPart(5);
			expect(pick.sent).toBe(50);
			return ok(null);
		});
		expect(answer).toEqual(ok('id-1'));
	});

	it('is not sent when there is none', async () => {
		const pick = aPick();
		const answer = await pick.send(() => Promise.reject(new Error('nothing to send')));
		expect(answer).toEqual(ok(undefined));
	});
});
