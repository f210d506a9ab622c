import { describe, expect, it } from 'vitest';
import { readTitles } from './readTitles.ts';

function roles(...titles: string[]): string[] {
	return readTitles(titles).map(
		({ role, section, doubt }) => `${role}${section ? ` ${section}` : ''}${doubt ? '?' : ''}`
	);
}

describe('titles of the tables of papers', () => {
	it.each<[string, string]>([
		['--', 'all'],
		['', 'all'],
		['* Giấy tờ phải nộp:', 'all submit'],
		['* Giấy tờ phải xuất trình:', 'all show'],
		['* Lưu ý :', 'remarks'],
		['Ghi chú:', 'remarks'],
		['a) Thành phần hồ sơ:', 'all'],
		['1) Thành phần hồ sơ, bao gồm:', 'all'],
		['Trường hợp giấy phép bị mất, hồ sơ bao gồm:', 'case'],
		['* Đối với hộ gia đình', 'case'],
		['Hồ sơ đề nghị cấp lại giấy phép bao gồm:', 'case?'],
		['Hồ sơ cấp giấy phép đối với cá nhân:', 'case?'],
		['Cấp lại giấy phép', 'case?'],
		['Hồ sơ nộp một lần (trong trường hợp lần đầu)', 'case?'],
		['Trường hợp góp vốn bằng nhà, nộp bổ sung:', 'extra?'],
		['Hồ sơ của người nhận con nuôi', 'all?'],
		['Ngoài giấy tờ nêu trên, tùy từng trường hợp phải nộp thêm', 'all?'],
		['Số lượng của từng thành phần đối với mọi trường hợp', 'all?']
	])('%j beside another table: %s', (title, expected) =>
		expect(roles(title, 'Trường hợp khác')[0]).toBe(expected)
	);
	it('a lone table is for everybody, whatever it is called', () =>
		expect(roles('Đối với doanh nghiệp')).toEqual(['all?']));
});
