import { expect, it } from 'vitest';
import { viewedThing } from './viewWords';
import { aDossier } from './testDossier';

const dossier = aDossier();
const [paper] = dossier.procedure.requirements;
const line = { by: 'Lan', at: '2026-11-25T02:00:00Z', reason: null };

it.each([
	[{ kind: 'photo' as const, what: paper?.id ?? '' }, `Xem ảnh: ${paper?.name}`],
	[{ kind: 'photo' as const, what: 'cu' }, 'Xem ảnh: cu'],
	[{ kind: 'result' as const, what: 'Giấy khai sinh.pdf' }, 'Mở kết quả: Giấy khai sinh.pdf'],
	[{ kind: 'joint' as const, what: '00001/2026' }, 'Mở tờ kê chung: 00001/2026'],
	[{ kind: 'print' as const, what: '06 00001/2026' }, 'In: phiếu kiểm soát số 00001/2026'],
	[{ kind: 'print' as const, what: '99 00001/2026' }, 'In: 99 số 00001/2026']
])('%j is told as %j', (seen, words) => {
	expect(viewedThing({ ...line, ...seen }, dossier)).toBe(words);
});
