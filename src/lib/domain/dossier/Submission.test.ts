import { describe, expect, it } from 'vitest';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';
import { aDraft, anId, birth } from '$lib/testing/builders';
import { successorOf } from './Draft';
import type { Page } from './Page';
import { declarationOf, freezeFiles } from './Submission';

const { items } = resolveChecklist(birth, aDraft().answers);

function aPage(number: number, uses: [paper: string, position: number][]): Page {
	return {
		id: anId(number),
		draftId: anId(1),
		uses: uses.map(([paper, position]) => ({ paper, position })),
		type: 'image/jpeg',
		size: 100 + number,
		sha256: String(number).repeat(64),
		width: 3,
		height: 4,
		name: '',
		addedAt: '2026-11-23T02:00:00.000Z'
	};
}

function freeze(pages: Page[]) {
	let next = 100;
	return freezeFiles(items, pages, () => anId((next += 1)));
}

describe('freezing photographs', () => {
	it('gives every page a file id of its own and keeps the order of the paper', () => {
		const { files, filesOf } = freeze([
			aPage(2, [['identity', 2]]),
			aPage(1, [['identity', 1]]),
			aPage(3, [['birth-evidence', 1]])
		]);
		expect(files.map(({ fileId, pageId }) => [fileId, pageId])).toEqual([
			[anId(101), anId(3)],
			[anId(102), anId(1)],
			[anId(103), anId(2)]
		]);
		expect(filesOf).toEqual({
			'birth-certificate-paper': [anId(101)],
			identity: [anId(102), anId(103)]
		});
		expect(files[1]).toMatchObject({ attempt: 1, isSent: false, size: 101, type: 'image/jpeg' });
	});
	it('sends a page that serves two papers once', () => {
		const { files, filesOf } = freeze([
			aPage(1, [
				['identity', 1],
				['birth-evidence', 1]
			])
		]);
		expect(files).toHaveLength(1);
		expect(filesOf).toEqual({ 'birth-certificate-paper': [anId(101)], identity: [anId(101)] });
	});
	it('leaves photographs of papers outside the case on the phone', () =>
		expect(freeze([aPage(1, [['authorisation', 1]])])).toEqual({ files: [], filesOf: {} }));
	it('sends none of a paper that takes no photograph', () =>
		expect(freeze([aPage(1, [['residence', 1]])])).toEqual({ files: [], filesOf: {} }));
	it('declares what the server is to compare, nothing of the phone', () => {
		const [file] = freeze([aPage(1, [['identity', 1]])]).files;
		expect(file && declarationOf(file)).toEqual({
			fileId: anId(101),
			requirementId: 'identity',
			sha256: '1'.repeat(64),
			size: 101,
			type: 'image/jpeg'
		});
	});
});

describe('a correction', () => {
	const fresh = (number: number) => ({
		id: anId(number),
		secret: `secret-${number}`,
		updatedAt: '2026-11-24T02:00:00.000Z'
	});
	it('names the submission it takes the place of, and of those before it the first and the latest, five at most', () => {
		const first = aDraft();
		const second = successorOf(first, fresh(2));
		expect(second).toMatchObject({ ...fresh(2), form: first.form });
		expect(second.replaces).toEqual([{ id: first.id, secret: first.secret }]);
		let last = second;
		for (let number = 3; number < 9; number += 1) last = successorOf(last, fresh(number));
		expect(last.replaces?.map(({ id }) => id)).toEqual([1, 4, 5, 6, 7].map(anId));
	});
});
