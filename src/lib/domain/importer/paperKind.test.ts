import { describe, expect, it } from 'vitest';
import { readKind, type Section } from './paperKind.ts';

/** The kind, with "?" where it is in doubt. */
function kind(text: string, originals: number, copies: number, section?: Section): string {
	const read = readKind(text, originals, copies, section);
	return `${read.kind}${read.doubt ? '?' : ''}`;
}

describe('how a paper is handed over', () => {
	it.each<[string, number, number, string]>([
		['Đơn đề nghị theo mẫu', 1, 0, 'submit-original'],
		['Đơn đề nghị theo mẫu', 1, 1, 'submit-original'],
		['Đơn đề nghị theo mẫu', 0, 0, 'submit-original?'],
		['Bản chính hợp đồng', 1, 0, 'submit-original'],
		['Bản chính hợp đồng', 0, 1, 'submit-original?'],
		['Hợp đồng thuê', 0, 1, 'photocopy'],
		['Bản sao hợp đồng', 0, 1, 'photocopy'],
		['Bản sao hợp đồng', 1, 0, 'photocopy?'],
		['Hợp đồng thuê (bản sao)', 0, 1, 'photocopy'],
		['Giấy A có xác nhận (bản chính)', 1, 0, 'submit-original'],
		['Bản sao chứng thực giấy A', 0, 1, 'certified-copy'],
		['Bản sao có chứng thực giấy A', 0, 1, 'certified-copy'],
		['Bản sao có chứng thực giấy A', 1, 1, 'certified-copy?'],
		['Bản sao kèm bản chính để đối chiếu giấy A', 0, 1, 'photocopy-with-original'],
		[
			'Bản sao có chứng thực hoặc bản sao kèm bản chính để đối chiếu',
			0,
			1,
			'photocopy-with-original?'
		],
		['Bản chính hoặc bản sao có chứng thực giấy A', 1, 0, 'certified-copy?'],
		['Giấy A (bản chính hoặc bản sao có chứng thực)', 1, 1, 'certified-copy?'],
		['Bản gốc (hoặc bản sao đã được chứng thực) giấy A', 1, 1, 'certified-copy?'],
		['Bản gốc hoặc bản sao giấy A', 1, 1, 'photocopy?'],
		['Bản sao hoặc bản chính biên bản', 0, 1, 'photocopy?'],
		['Tờ khai kèm bản sao giấy A', 1, 0, 'submit-original?'],
		['Tệp tin chứa phiếu yêu cầu', 1, 0, 'electronic?'],
		['Xuất trình căn cước', 1, 0, 'show-original?']
	])('%s, %i+%i: %s', (text, originals, copies, expected) =>
		expect(kind(text, originals, copies)).toBe(expected)
	);
	it('is showing under a title that says so', () => {
		expect(kind('Căn cước', 1, 0, 'show')).toBe('show-original');
		expect(kind('Bản sao căn cước', 0, 1, 'show')).toBe('show-original?');
	});
});
