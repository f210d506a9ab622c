import { expect, it } from 'vitest';
import { viewedThing } from './viewWords';
import { aDossier, aFile, aRound } from './testDossier';

const dossier = aDossier();
const [paper] = dossier.procedure.requirements;
const line = { by: 'Lan', at: '2026-11-25T02:00:00Z', reason: null };

const seenPhoto = { ...line, kind: 'photo' as const };

it.each([
	[{ kind: 'photo' as const, what: paper?.id ?? '' }, `Xem ảnh: ${paper?.name}`],
	[{ kind: 'result' as const, what: 'Giấy khai sinh.pdf' }, 'Mở kết quả: Giấy khai sinh.pdf'],
	[{ kind: 'joint' as const, what: '00001/2026' }, 'Mở tờ kê chung: 00001/2026'],
	[{ kind: 'print' as const, what: '06 00001/2026' }, 'In: phiếu kiểm soát số 00001/2026'],
	[{ kind: 'print' as const, what: '99 00001/2026' }, 'In: 99 số 00001/2026']
])('%j is told as %j', (seen, words) => {
	expect(viewedThing({ ...line, ...seen }, dossier)).toBe(words);
});

it('names a photograph of an answer by what was asked, never by an id', () => {
	const round = aRound({
		lines: aRound().lines.map((asked) => ({
			...asked,
			id: 'line-2',
			requirementId: null,
			name: 'Tờ khai: ngày sinh'
		})),
		answers: [
			{
				id: 'a1',
				at: '2026-11-24T01:00:00Z',
				lines: [{ lineId: 'line-2', kind: 'files', files: ['f3'] }]
			}
		]
	});
	const asked = aDossier({
		supplements: [round],
		files: [aFile(3, { requirementId: 'line-2' }), aFile(4, { requirementId: 'gone' })]
	});
	const said = (what: string) => viewedThing({ ...seenPhoto, what }, asked);
	for (const what of ['line-2', 's/f3/1']) expect(said(what)).toBe('Xem ảnh: Tờ khai: ngày sinh');
	for (const what of ['gone', 's/f9/1'])
		expect(said(what)).toBe('Xem ảnh: Trang chưa gắn với giấy nào');
});
