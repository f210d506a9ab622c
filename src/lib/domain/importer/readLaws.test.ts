import { describe, expect, it } from 'vitest';
import { lawLine, readGluedLaws } from './readLaws.ts';

describe('the glued list of laws', () => {
	it.each<[string, string[]]>([
		['Nghị định 118/2014/NĐ-CP118/2014/NĐ-CP', ['Nghị định 118/2014/NĐ-CP']],
		['Luật Hộ tịch60/2014/QH13', ['Luật Hộ tịch (60/2014/QH13)']],
		['Luật 54/2014/QH1354/2014/QH13', ['Luật 54/2014/QH13']],
		[
			'Về phí266/2016/TT-BTCLuật Giá16/2023/QH15',
			['Về phí (266/2016/TT-BTC)', 'Luật Giá (16/2023/QH15)']
		],
		[
			'Quy trình2222/QĐ-BHXHNghị định 1/2018/NĐ-CP1/2018/NĐ-CP',
			['Quy trình (2222/QĐ-BHXH)', 'Nghị định 1/2018/NĐ-CP']
		],
		['Quy chế33/2016/QĐ-TTg', ['Quy chế (33/2016/QĐ-TTg)']],
		['Cắt giảm66.7/2025/NQ-CP', ['Cắt giảm (66.7/2025/NQ-CP)']],
		[
			'Sửa đổi Nghị định số 38/2016/NĐ-CP, Luật Khí tượng48/2020/NĐ-CP',
			['Sửa đổi Nghị định số 38/2016/NĐ-CP, Luật Khí tượng (48/2020/NĐ-CP)']
		],
		[
			'Về thủ tục hành chínhThông tư số 75/2025/TT-NHNN',
			['Về thủ tục hành chính (Thông tư số 75/2025/TT-NHNN)']
		],
		['Không có thông tin', []]
	])('%s', (text, laws) =>
		expect(
			readGluedLaws(`Tên văn bản pháp lýMã văn bản${text}`.replace(/^.*(?=Không có)/, '')).laws
		).toEqual(laws)
	);
	it('leaves over what has no number', () =>
		expect(readGluedLaws('Luật Giá16/2023/QH15Công văn 12')).toEqual({
			laws: ['Luật Giá (16/2023/QH15)'],
			rest: 'Công văn 12'
		}));
	it('puts a number behind its name once', () => {
		expect(lawLine('Thông tư số 1/2020/TT-BTP', '1/2020/TT-BTP')).toBe('Thông tư số 1/2020/TT-BTP');
		expect(lawLine('Luật Đất đai', 'Luật số: 31/2024/QH15')).toBe('Luật Đất đai (31/2024/QH15)');
	});
});
