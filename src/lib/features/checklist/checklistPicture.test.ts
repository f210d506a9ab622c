import { describe, expect, it } from 'vitest';
import { layOut, type PictureContent } from './checklistPicture';

const content: PictureContent = {
	brand: 'Một Cửa',
	title: 'Giấy tờ của bạn',
	procedure: 'Làm giấy khai sinh cho con',
	groups: [
		{
			heading: 'Mang theo',
			papers: [
				{ name: 'Giấy chứng sinh', handling: 'Nộp 1 bản chính. Quầy giữ lại.', isDone: true },
				{
					name: 'Căn cước hoặc hộ chiếu của người đi đăng ký khai sinh',
					handling: 'Đưa xem',
					isDone: false
				}
			]
		},
		{ heading: 'Không phải mang', papers: [{ name: 'Tờ khai', handling: 'Khai ở đây' }] }
	],
	notes: { heading: 'Xin lưu ý', lines: ['Hẹn cả hai người cùng đến.'] },
	footer: 'Lập ngày 23/11/2026.'
};

/** A type whose letters are all half as wide as they are high. */
const widthOf = (text: string, font: string) =>
	(text.length * Number(/(\d+)px/.exec(font)?.[1])) / 2;

describe('the picture of a checklist', () => {
	const { lines, height } = layOut(content, widthOf);

	it('says every word, none twice', () =>
		expect(lines.map(({ text }) => text).join(' ')).toBe(
			[
				'Một Cửa Giấy tờ của bạn Làm giấy khai sinh cho con Mang theo Giấy chứng sinh',
				'Nộp 1 bản chính. Quầy giữ lại. Căn cước hoặc hộ chiếu của người đi đăng ký khai sinh Đưa xem',
				'Không phải mang Tờ khai Khai ở đây Xin lưu ý • Hẹn cả hai người cùng đến. Lập ngày 23/11/2026.'
			].join(' ')
		));
	it('puts no line on another or over the edge', () => {
		for (const [index, line] of lines.entries()) {
			const size = Number(/(\d+)px/.exec(line.font)?.[1]);
			expect(line.x + widthOf(line.text, line.font)).toBeLessThanOrEqual(1080 - 64);
			expect(line.y + size).toBeLessThanOrEqual(lines[index + 1]?.y ?? height);
		}
	});
	it('has a box at each paper to bring, ticked where it is there, and none where nothing is brought', () =>
		expect(lines.flatMap(({ box }) => box ?? [])).toEqual([{ isDone: true }, { isDone: false }]));
	it('keeps a word that is longer than the line', () => {
		const word = 'dài'.repeat(60);
		const long = layOut({ ...content, title: word }, widthOf);
		expect(long.lines.map(({ text }) => text)).toContain(word);
	});
});
