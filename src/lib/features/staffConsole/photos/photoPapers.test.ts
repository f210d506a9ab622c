import { describe, expect, it } from 'vitest';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';
import { OTHERS, photoPaperId, photoPapers } from './photoPapers';
import { aDossier, aFile, aRound } from '../dossier/testDossier';

const plain = aDossier();
const [first, second] = resolveChecklist(plain.procedure, plain.payload.answers).items;

describe('the papers with their pages', () => {
	it('follows the checklist, and the order of the pages that the citizen chose', () => {
		const papers = photoPapers(
			aDossier({
				files: [aFile(1), aFile(2)],
				payload: {
					...plain.payload,
					papers: [
						{ requirementId: second?.id ?? '', state: 'ready', files: ['f2', 'f1'] },
						{ requirementId: first?.id ?? '', state: 'cannot-get', reason: 'cannot-find' }
					]
				}
			}),
			'Khác'
		);
		expect(papers[0]).toMatchObject({ id: first?.id, reason: 'cannot-find', files: [] });
		expect(papers[1]?.files.map((file) => file.fileId)).toEqual(['f2', 'f1']);
		expect(papers.some((paper) => paper.id === OTHERS)).toBe(false);
	});

	it('shows one page under both papers it serves', () => {
		const papers = photoPapers(
			aDossier({
				files: [aFile(1)],
				payload: {
					...plain.payload,
					papers: [first, second].map((item) => ({
						requirementId: item?.id ?? '',
						state: 'ready',
						files: ['f1']
					}))
				}
			}),
			'Khác'
		);
		expect(papers.slice(0, 2).map((paper) => paper.files.length)).toEqual([1, 1]);
	});

	it('never hides a page that no paper shows, and leaves out one that is not stored', () => {
		const papers = photoPapers(
			aDossier({
				files: [aFile(1)],
				payload: {
					...plain.payload,
					papers: [{ requirementId: first?.id ?? '', state: 'ready', files: ['f9'] }]
				}
			}),
			'Khác'
		);
		expect(papers[0]?.files).toEqual([]);
		expect(papers.at(-1)).toMatchObject({ id: OTHERS, name: 'Khác', files: [{ fileId: 'f1' }] });
	});
});

describe('photographs of an answer', () => {
	it('stand behind the filed ones of their paper, and under their line when that is no paper', () => {
		const [asked] = aRound().lines;
		if (!first || !asked) throw new Error('no paper');
		const declaration = { ...asked, id: 'line-2', requirementId: null, name: 'Tờ khai: ngày sinh' };
		const round = aRound({
			lines: [{ ...asked, id: 'line-1', requirementId: first.id }, declaration],
			answers: [
				{
					id: 'a1',
					at: '2026-11-24T01:00:00Z',
					lines: [
						{ lineId: 'line-1', kind: 'files', files: ['f2'] },
						{ lineId: 'line-2', kind: 'files', files: ['f3'] },
						{ lineId: 'of-no-slip', kind: 'files', files: ['f4'] }
					]
				}
			]
		});
		const papers = photoPapers(
			aDossier({
				files: [aFile(1), aFile(2), aFile(3), aFile(4)],
				payload: {
					...plain.payload,
					papers: [{ requirementId: first.id, state: 'ready', files: ['f1'] }]
				},
				supplements: [round]
			}),
			'Khác'
		);
		const shown = papers
			.filter(({ files }) => files.length > 0)
			.map(({ id, filed, files }) => ({ id, filed, files: files.map(({ fileId }) => fileId) }));
		expect(shown).toEqual([
			{ id: first.id, filed: 1, files: ['f1', 'f2'] },
			{ id: photoPaperId(round, declaration), filed: 0, files: ['f3'] },
			{ id: OTHERS, filed: 1, files: ['f4'] }
		]);
	});
});
