import { expect, test } from 'vitest';
import type { UploadTarget } from './declaredSize.ts';
import { createUploadGuard, freeBytesAt, roomToKeep } from './uploadGuard.ts';

const target: UploadTarget = {
	submissionId: '00000000-0000-4000-a000-000000000001',
	fileId: '00000000-0000-4000-a000-000000000002',
	attempt: '1',
	signed: false
};

/** A guard over a database with this row for every file, and so many bytes free on the disk. */
function guardWith(row: { size: number; admitted: boolean } | undefined, free = roomToKeep * 2) {
	const said: string[] = [];
	const disk = { free };
	const query = async <Row extends object>() => (row ? [row] : []) as Row[];
	const guard = createUploadGuard(
		{ query },
		async () => disk.free,
		(line) => void said.push(line)
	);
	return { guard, disk, said };
}

test('bytes of the declared size pass, others do not', async () => {
	const { guard } = guardWith({ size: 10, admitted: true });
	expect(await guard(target, 10)).toBe(undefined);
	expect(await guard(target, 9)).toEqual({ status: 400, key: 'size-differs' });
	expect(await guardWith(undefined).guard(target, 9)).toBe(undefined);
});

test('a signed address is asked about again, an ordinary one is for the policies to judge', async () => {
	const { guard } = guardWith({ size: 10, admitted: false });
	const refused = { status: 403, key: 'upload-refused' };
	expect(await guard({ ...target, signed: true }, 10)).toEqual(refused);
	expect(await guardWith(undefined).guard({ ...target, signed: true }, 10)).toEqual(refused);
	expect(await guard(target, 10)).toBe(undefined);
});

test('a disk that is nearly full takes no photo, which is said once; with room again it does', async () => {
	const { guard, disk, said } = guardWith({ size: 10, admitted: true }, roomToKeep + 10);
	expect(await guard(target, 10)).toBe(undefined);
	disk.free -= 1;
	for (let times = 0; times < 3; times += 1)
		expect(await guard(target, 10)).toEqual({ status: 503, key: 'storage-full' });
	expect(said).toHaveLength(1);
	disk.free += 1;
	expect(await guard(target, 10)).toBe(undefined);
});

test('the room on a real disk is a number of bytes', async () => {
	expect(await freeBytesAt('/')).toBeGreaterThan(0);
});
