import { describe, expect, it } from 'vitest';
import { readLineKind } from './lineKind.ts';

function kind(text: string, originals: number, copies: number): string {
	const read = readLineKind(text, originals, copies);
	return `${read.kind}${read.doubt ? '?' : ''}${read.isOdd ? '~' : ''}`;
}

describe('a line of a table of papers', () => {
	it.each<[string, number, number, string]>([
		['Đơn đề nghị', 1, 0, 'paper'],
		['Giấy phép (nếu có)', 0, 0, 'paper?'],
		['Ủy nhiệm chi', 1, 0, 'paper~'],
		['Lưu ý: mang theo căn cước', 1, 0, 'note'],
		['Trường hợp đã có dữ liệu thì không phải nộp bản giấy', 0, 0, 'note'],
		['Doanh nghiệp không phải nộp giấy này khi đã có trong cơ sở dữ liệu', 0, 1, 'note?'],
		['Chứng cứ gồm một trong các giấy tờ sau đây:', 0, 0, 'note'],
		['Đối với dự án, phải bổ sung:', 0, 1, 'note?'],
		['Đơn đề nghị:', 1, 0, 'paper'],
		['Trường hợp ủy quyền thì nộp giấy ủy quyền', 1, 0, 'paper?'],
		['Người tiếp nhận có trách nhiệm kiểm tra', 0, 0, 'note'],
		['Người nộp phải mang theo ảnh', 1, 0, 'paper?'],
		['Giấy tờ nước ngoài phải được hợp pháp hóa', 0, 0, 'note?'],
		['(01) bộ hồ sơ giấy và một bản điện tử', 0, 0, 'note']
	])('%s (%i+%i) is a %s', (text, originals, copies, expected) =>
		expect(kind(text, originals, copies)).toBe(expected)
	);
});
