import { describe, expect, it } from 'vitest';
import { fail, ok } from '$lib/domain/shared/Result';
import { planTemplate, readTable } from './readTable';
import { writeWorkbook } from './workbook';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("a plan's file", () => {
	it('XLSX: its sheets and rows', async () => {
		const bytes = await writeWorkbook('KH', [['Nhiệm vụ', 'Chủ trì']], [10, 10]);
		expect(await readTable('kh.xlsx', bytes)).toEqual(
			ok([{ name: 'KH', rows: [['Nhiệm vụ', 'Chủ trì']] }])
		);
	});

	it('CSV: the separator is the one that shows the heads, whatever stands above', async () => {
		const text = 'KẾ HOẠCH, năm 2026\nNhiệm vụ;Chủ trì;Thời gian\nRà soát;UBND xã, tổ số;Quý I';
		expect(await readTable('kh.csv', bytesOf(text))).toMatchObject({
			value: [
				{
					rows: [
						['KẾ HOẠCH, năm 2026'],
						['Nhiệm vụ', 'Chủ trì', 'Thời gian'],
						['Rà soát', 'UBND xã, tổ số', 'Quý I']
					]
				}
			]
		});
	});

	it.each([
		['a.pdf', '%PDF', 'other-form'],
		['a.csv', '', 'empty'],
		['a.xlsx', 'PK\u0003\u0004 none', 'unreadable']
	] as const)('%s of %j: %s', async (name, text, fault) => {
		expect(await readTable(name, bytesOf(text))).toEqual(fail(fault));
	});

	it("Excel's old form and more than 40 MB are refused by name", async () => {
		const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]);
		expect(await readTable('a.xls', old)).toEqual(fail('old-excel'));
		const large = new Uint8Array(40 * 1024 * 1024 + 1);
		expect(await readTable('a.csv', large)).toEqual(fail('too-large'));
	});

	it('the template is a workbook with heads and one example', async () => {
		const answer = await readTable('mau.xlsx', await planTemplate());
		expect(answer.ok && answer.value[0]?.rows).toHaveLength(2);
	});
});
