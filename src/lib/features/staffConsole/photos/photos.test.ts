import { expect, it } from 'vitest';
import { STATUS } from '$lib/domain/dossier/Status';
import { fail } from '$lib/domain/shared/Result';
import { Photos } from './photos.svelte';
import { aDossier, aFile } from '../dossier/testDossier';
import { aSession } from '../testSession';

async function photosOf(status: number) {
	const reasons: (string | undefined)[] = [];
	const session = await aSession({
		openFile: async (_file, _hash, reason) => {
			reasons.push(reason);
			return fail({ kind: 'unknown' });
		}
	});
	return { photos: new Photos(session, () => aDossier({ status })), reasons };
}

it('of a dossier that has ended are locked until somebody says why they look', async () => {
	const { photos } = await photosOf(STATUS.returned);
	expect(photos.isLocked).toBe(true);
	photos.reason = 'x';
	expect(photos.isLocked).toBe(true);
	photos.reason = 'Người dân hỏi lại';
	expect(photos.isLocked).toBe(false);
});

it('are fetched with that reason, and without one while the dossier is open', async () => {
	const ended = await photosOf(STATUS.stopped);
	ended.photos.reason = 'Người dân hỏi lại';
	ended.photos.loader.show(aFile(1));
	const open = await photosOf(STATUS.processing);
	expect(open.photos.isLocked).toBe(false);
	open.photos.loader.show(aFile(1));
	await Promise.resolve();
	expect([ended.reasons, open.reasons]).toEqual([['Người dân hỏi lại'], [undefined]]);
});
