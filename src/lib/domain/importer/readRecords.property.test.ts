import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Procedure } from '../catalogue/Procedure.ts';
import { readJsonText } from './readRecords.ts';
import { apiRecord, flatRecord, getDraft, testContext } from './testRecords.ts';

describe('whatever a record holds', () => {
	const value = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 40 }),
		fc.jsonValue({ maxDepth: 2 }),
		fc.constant(undefined)
	);
	const settings = { seed: Number(process.env.SEED ?? 20261126), numRuns: 300 };

	it.each([
		['crawl', flatRecord()],
		['API', apiRecord()]
	])('a mutated %s record ends as draft, skipped or failed', (_, record) => {
		const keys = Object.keys(record);
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...keys), value), (changes) => {
				const results = readJsonText(JSON.stringify({ ...record, ...changes }), testContext());
				for (const { result } of results) {
					if (result.kind === 'draft')
						expect(Procedure.safeParse(result.procedure).success).toBe(true);
					else expect(result.reason).not.toMatch(/Không đọc được bản ghi/);
				}
			}),
			settings
		);
	});
	it('pieces of glued text in any order never break the reader', () => {
		const piece = fc.constantFrom(
			'1 bản chính',
			'0 bản chính,1 bản sao',
			'18',
			'Trực tiếp',
			'5 Ngày làm việc',
			'Miễn phí',
			'(',
			')',
			'Đơn;',
			'Tên giấy tờMẫu đơn, tờ khaiSố lượng',
			'--',
			'Trường hợp A:',
			'\n',
			'Mã: KQ.A1.000001',
			'12/2020/NĐ-CP',
			'Mẫu 1.docx',
			' '
		);
		const glued = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(glued, glued, glued, (papers, methods, laws) => {
				const record = flatRecord({
					thanh_phan_ho_so: papers,
					cach_thuc_thuc_hien: methods,
					can_cu_phap_ly: laws,
					ket_qua_xu_ly: papers
				});
				expect(
					getDraft(readJsonText(JSON.stringify(record), testContext())[0]?.result).procedure.code
				).toBe('1.900001');
			}),
			settings
		);
	});
});
