import { describe, expect, it } from 'vitest';
import { findVertical, matchField } from './fieldOfWork.ts';

const fields = [
	{ code: 'ho-tich', name: 'Hộ tịch', help: '', position: 1 },
	{ code: 'nong-nghiep', name: 'Nông nghiệp, thủy lợi, thủy sản', help: '', position: 2 }
];

describe('the field of a label', () => {
	it.each<[string, object | undefined]>([
		['Hộ tịch', { code: 'ho-tich', isExact: true }],
		['HỘ TỊCH'.normalize('NFD'), { code: 'ho-tich', isExact: true }],
		['ho-tich', { code: 'ho-tich', isExact: true }],
		['Thủy lợi', { code: 'nong-nghiep', isExact: false }],
		['Lâm nghiệp', { code: 'nong-nghiep', isExact: false }],
		['Hàng không', { code: 'hang-khong', proposed: { code: 'hang-khong', name: 'Hàng không' } }],
		['', undefined]
	])('%j', (label, match) => expect(matchField(label, fields)).toEqual(match));
});

describe('agencies with a line of their own', () => {
	it.each([
		['Hải quan', '', 'Hải quan'],
		['Cấp, quản lý căn cước', '', 'Công an'],
		['Chính sách', 'Bảo hiểm xã hội cấp Tỉnh', 'Bảo hiểm xã hội'],
		['Hộ tịch', 'Ủy ban nhân dân cấp xã', undefined],
		['Hộ tịch', 'Ủy ban nhân dân cấp xã nơi cư trú', undefined]
	])('%s, %s', (field, agency, vertical) => expect(findVertical(field, agency)).toBe(vertical));
});
