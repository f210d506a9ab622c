import { describe, expect, test } from 'vitest';
import { indexHref, leadsToList, listHref, readAddress, reportHref } from './reportAddress';

const today = '2026-11-26';
const month = { from: '2026-11-01', to: '2026-11-30' };

describe('an address', () => {
	test.each([
		['', { ...month, by: 'field', column: 'counted', only: {} }],
		[
			'?tu=2026-02-30&den=2026-03-01&theo=mau&cot=x',
			{ ...month, by: 'field', column: 'counted', only: {} }
		],
		[
			'?tu=2026-01-01&den=2026-03-31&theo=phong&co-quan=a1',
			{
				from: '2026-01-01',
				to: '2026-03-31',
				by: 'department',
				column: 'counted',
				only: {},
				agencyId: 'a1'
			}
		],
		[
			'?tu=2026-01-01&den=2026-03-31&cot=late&linh-vuc=dat-dai&cach-nop=2',
			{
				from: '2026-01-01',
				to: '2026-03-31',
				by: 'field',
				column: 'late',
				only: { field: 'dat-dai', channel: '2' }
			}
		]
	])('%s', (search, address) => expect(readAddress(search, today)).toEqual(address));

	test('leads back to what it was made from', () => {
		const asked = { ...month, by: 'procedure' as const, agencyId: 'a1' };
		expect(readAddress(reportHref(asked).slice('/can-bo/bao-cao'.length), today)).toMatchObject(
			asked
		);
		expect(readAddress(indexHref(asked).slice('/can-bo/chi-so'.length), today)).toMatchObject({
			...month,
			agencyId: 'a1'
		});
		expect(reportHref(asked, 'bao-cao/tre-han')).toMatch(/^\/can-bo\/bao-cao\/tre-han\?tu=/);
		const list = listHref(month, 'openLate', { by: 'department', key: 'd1' });
		expect(readAddress(list.slice('/can-bo/bao-cao/ho-so'.length), today)).toMatchObject({
			...month,
			column: 'openLate',
			only: { departmentId: 'd1' }
		});
	});
});

test('a line leads to a list when its dossiers can be told apart by it', () => {
	expect(leadsToList('field', 'dat-dai')).toBe(true);
	expect(leadsToList('department', null)).toBe(false);
	expect(leadsToList('agency', 'a1')).toBe(false);
});
