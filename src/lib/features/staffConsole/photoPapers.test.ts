import { describe, expect, it } from 'vitest';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';
import { OTHERS, photoPapers } from './photoPapers';
import { aDossier, aFile } from './testDossier';

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
