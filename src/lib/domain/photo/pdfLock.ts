import { bytesAt, joinBytes } from './bytes.ts';
import type { PdfEntries } from './pdf.ts';

/** The hashes and the cipher that PDF uses. `aesCbc` encrypts whole blocks without padding under a 128-bit key. */
export type PdfHashes = {
	md5(bytes: Uint8Array): Uint8Array;
	sha256(bytes: Uint8Array): Uint8Array;
	sha384(bytes: Uint8Array): Uint8Array;
	sha512(bytes: Uint8Array): Uint8Array;
	aesCbc(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>;
};

/** What fills up a password of less than 32 bytes (ISO 32000-2, algorithm 2), here the whole empty password. */
const PADDING = Uint8Array.from(
	'28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a'.match(/../g) ?? [],
	(pair) => parseInt(pair, 16)
);

/**
 * Whether an encrypted PDF opens without asking for a password: its user password is empty and only changing or printing
 * is restricted. Knows the standard handler, revisions 2–6; what it does not know counts as locked.
 */
export async function opensWithoutPassword(
	encryption: PdfEntries,
	fileId: Uint8Array,
	hashes: PdfHashes
): Promise<boolean> {
	const filter = encryption.get('Filter');
	if (filter?.kind !== 'name' || filter.value !== 'Standard') return false;
	const proof = stringOf(encryption, 'U');
	const revision = numberOf(encryption, 'R');
	if (revision >= 2 && revision <= 4)
		return keyLengths(encryption, revision).some((length) => {
			const key = fileKey(encryption, fileId, revision, length, hashes);
			return isProofOf(key, proof, fileId, revision, hashes);
		});
	if (proof.length < 48) return false;
	const salt = proof.subarray(32, 40);
	if (revision === 5) return bytesAt(proof, 0, hashes.sha256(salt));
	return revision === 6 && bytesAt(proof, 0, await hardenedHash(salt, hashes));
}

/** Bytes of the key. Revision 4 writes its length in several places and units; nearly always it is 16. */
function keyLengths(encryption: PdfEntries, revision: number): number[] {
	if (revision === 2) return [5];
	const told = Math.floor(numberOf(encryption, 'Length') / 8);
	return [16, ...(told >= 5 && told < 16 ? [told] : []), 5];
}

/** The key of the file under the empty password (algorithm 2). */
function fileKey(
	encryption: PdfEntries,
	fileId: Uint8Array,
	revision: number,
	length: number,
	hashes: PdfHashes
): Uint8Array {
	const permissions = new Uint8Array(4);
	new DataView(permissions.buffer).setInt32(0, numberOf(encryption, 'P') | 0, true);
	const metadata = encryption.get('EncryptMetadata');
	const isMetadataPlain = metadata?.kind === 'word' && metadata.value === 'false';
	const owner = stringOf(encryption, 'O').subarray(0, 32);
	const mark = revision >= 4 && isMetadataPlain ? [255, 255, 255, 255] : [];
	let key = hashes.md5(joinBytes([PADDING, owner, permissions, fileId, mark]));
	for (let i = 0; revision >= 3 && i < 50; i += 1) key = hashes.md5(key.subarray(0, length));
	return key.subarray(0, length);
}

/** Whether /U was made with this key (algorithms 4 and 5). */
function isProofOf(
	key: Uint8Array,
	proof: Uint8Array,
	fileId: Uint8Array,
	revision: number,
	hashes: PdfHashes
): boolean {
	if (revision === 2) return bytesAt(proof, 0, rc4(key, PADDING));
	let expected = hashes.md5(joinBytes([PADDING, fileId]));
	for (let i = 0; i < 20; i += 1)
		expected = rc4(
			key.map((byte) => byte ^ i),
			expected
		);
	return bytesAt(proof, 0, expected);
}

/** Algorithm 2.B for the empty password: at least 64 rounds whose hash the round before decides. */
async function hardenedHash(salt: Uint8Array, hashes: PdfHashes): Promise<Uint8Array> {
	let key = hashes.sha256(salt);
	let block: Uint8Array = new Uint8Array(1);
	for (let i = 0; i < 64 || (block[block.length - 1] ?? 0) > i - 32; i += 1) {
		const input = joinBytes(Array<Uint8Array>(64).fill(key));
		block = await hashes.aesCbc(key.subarray(0, 16), key.subarray(16, 32), input);
		// The first 16 bytes as a number modulo 3: 256 leaves 1, so the sum of the digits will do.
		const choice = block.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
		key = [hashes.sha256, hashes.sha384, hashes.sha512][choice]?.(block) ?? key;
	}
	return key.subarray(0, 32);
}

function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
	const state = Uint8Array.from({ length: 256 }, (_, i) => i);
	const swap = (a: number, b: number) => {
		[state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
	};
	for (let i = 0, j = 0; i < 256; i += 1) {
		j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
		swap(i, j);
	}
	let i = 0;
	let j = 0;
	return bytes.map((byte) => {
		i = (i + 1) & 255;
		j = (j + (state[i] ?? 0)) & 255;
		swap(i, j);
		return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
	});
}

function stringOf(entries: PdfEntries, name: string): Uint8Array {
	const value = entries.get(name);
	return value?.kind === 'string' ? value.value : new Uint8Array();
}

function numberOf(entries: PdfEntries, name: string): number {
	const value = entries.get(name);
	return value?.kind === 'number' ? value.value : 0;
}
