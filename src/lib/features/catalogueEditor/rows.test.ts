import { describe, expect, it } from 'vitest';
import type { CatalogueLine, CatalogueList, DraftLine } from '$lib/domain/catalogue/Draft';
import { filterRows, rowsOf, type Filters } from './rows';

function aLine(code: string, more: Partial<CatalogueLine> = {}): CatalogueLine {
	return {
		code,
		title: `Thủ tục ${code}`,
		shortTitle: `Làm ${code}`,
		fieldCode: 'ho-tich',
		verification: 'partial',
		status: 'published',
		versionNumber: 1,
		postedOn: null,
		postedDecision: null,
		decisionNo: null,
		drafts: 0,
		proposals: 0,
		...more
	};
}

function aDraft(procedureCode: string, more: Partial<DraftLine> = {}): DraftLine {
	return {
		draftId: `d-${procedureCode}`,
		procedureCode,
		title: `Nháp ${procedureCode}`,
		kind: 'change',
		status: 'open',
		source: 'editor',
		authorName: 'Lan',
		updatedAt: '2026-11-26T01:00:00Z',
		mine: true,
		...more
	};
}

const list: CatalogueList = {
	procedures: [
		aLine('1.000001', { shortTitle: 'Làm giấy khai sinh' }),
		aLine('1.000002', { drafts: 1, verification: 'listed', fieldCode: 'dat-dai' }),
		aLine('1.000003', { status: 'withdrawn', proposals: 1 }),
		aLine('1.000004', { status: 'scheduled', versionNumber: null })
	],
	drafts: [
		aDraft('1.000002'),
		aDraft('9.000001', { title: 'Việc mới' }),
		aDraft('9.000001', { draftId: 'x', status: 'proposed' }),
		aDraft('1.000003', { kind: 'withdraw', status: 'proposed' })
	],
	fields: []
};
const all: Filters = { typed: '', field: '', status: '', verification: '' };

describe('the rows of the list', () => {
	it('hold every code once; a code that only drafts have leads to the draft', () => {
		const rows = rowsOf(list);
		expect(rows.map(({ code }) => code)).toEqual([
			'9.000001',
			'1.000001',
			'1.000002',
			'1.000003',
			'1.000004'
		]);
		expect(rows[0]).toMatchObject({
			name: 'Việc mới',
			status: 'new',
			drafts: 1,
			proposals: 1,
			href: '/can-bo/danh-muc/nhap/d-9.000001'
		});
		expect(rows[1]?.href).toBe('/can-bo/danh-muc/1.000001');
	});

	it.each<[Partial<Filters>, string[]]>([
		[{ typed: 'khai sinh' }, ['1.000001']],
		[{ typed: 'SINH giay' }, ['1.000001']],
		[{ typed: 'ruong dat' }, ['1.000002']],
		[{ typed: '9.0' }, ['9.000001']],
		[{ field: 'dat-dai' }, ['1.000002']],
		[{ status: 'published' }, ['1.000001', '1.000002']],
		[{ status: 'draft' }, ['9.000001', '1.000002']],
		[{ status: 'proposed' }, ['9.000001', '1.000003']],
		[{ status: 'withdrawn' }, ['1.000003']],
		[{ status: 'scheduled' }, ['1.000004']],
		[{ verification: 'listed' }, ['1.000002']],
		[{ typed: 'nothing like it' }, []]
	])('%j', (filters, codes) => {
		const name = (code: string) => (code === 'dat-dai' ? 'Ruộng đất' : '');
		const found = filterRows(rowsOf(list), { ...all, ...filters }, name);
		expect(found.map(({ code }) => code)).toEqual(codes);
	});
});
