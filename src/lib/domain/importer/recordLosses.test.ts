import { describe, expect, it } from 'vitest';
import { apiRecord, flatRecord, readDraft } from './testRecords.ts';

describe('nothing of a record is lost without a word', () => {
	const lost = (record: unknown) =>
		readDraft(record)
			.notes.filter(({ confidence }) => confidence !== 'read')
			.map(({ field, source, why }) => `${field}: ${source} – ${why}`)
			.join('\n');

	it('several results: their codes', () =>
		expect(
			lost(flatRecord({ ket_qua_xu_ly: 'Thẻ mượnMã: KQ.G99.000001Thẻ đọcMã: KQ.G99.000002' }))
		).toContain('KQ.G99.000001, KQ.G99.000002'));
	it('conditions longer than a note', () =>
		expect(lost(flatRecord({ yeu_cau_dieu_kien: `Đủ tuổi. ${'Có thẻ. '.repeat(900)}` }))).toMatch(
			/notes: Đủ tuổi[\s\S]*cắt bớt/
		));
	it('what stands beside a time, longer than its remark', () => {
		const text = `Trực tiếp3 NgàyMiễn phíNộp tại quầy. ${'Xem bảng. '.repeat(300)}Câu cuối cùng.`;
		expect(lost(flatRecord({ cach_thuc_thuc_hien: text }))).toMatch(/channels.limit: .*cắt bớt/);
	});
	it('what stands beside a fee, longer than its remark', () => {
		const text = `Trực tiếp3 Ngày20,000 VNĐ(${'Thu theo bảng. '.repeat(200)})`;
		expect(lost(flatRecord({ cach_thuc_thuc_hien: text }))).toMatch(/fees: .*cắt bớt/);
	});
	it('what stands beside fees nobody knows, put together as one', () => {
		const fee = (description: string) => [{ value: null, description }];
		const methods = [
			{ submissionMethod: 'DIRECT', fees: fee('Xem bảng giá ở quầy') },
			{ submissionMethod: 'POSTAL', fees: fee('Xem bảng giá bưu điện') }
		];
		expect(lost(apiRecord({ executionMethods: methods }))).toContain('Xem bảng giá bưu điện');
	});
	it('steps said once only, because the record is too large', () => {
		const steps = Array.from({ length: 60 }, (_, at) => `Bước ${at}: ${'ộ'.repeat(1100)}.`).join(
			'\n'
		);
		expect(lost(flatRecord({ trinh_tu_thuc_hien: steps }))).toMatch(/channels.steps: .*quá lớn/);
	});
	it('papers that stand in no table', () =>
		expect(lost(flatRecord({ thanh_phan_ho_so: 'Hồ sơ gồm đơn và ảnh.' }))).toContain(
			'Hồ sơ gồm đơn và ảnh.'
		));
	it('the names of blank forms', () => {
		expect(lost(flatRecord())).toContain('Mau1.docx');
		expect(lost(apiRecord())).toContain('A.docx');
	});
	it('a way to file nobody knows', () => {
		const methods = [
			{
				submissionMethod: 'FAX',
				processingTime: 3,
				processingTimeUnit: 'DAY',
				description: 'Gửi fax'
			}
		];
		expect(lost(apiRecord({ executionMethods: methods }))).toMatch(/other: .*FAX 3 DAY.*Gửi fax/);
	});
	it('a second field of work', () =>
		expect(
			lost(apiRecord({ categoriesDetails: [{ name: 'Hộ tịch' }, { name: 'Bưu chính' }] }))
		).toContain('Bưu chính'));
	it('values of a type nobody expects', () => {
		const text = lost(
			apiRecord({
				decisionNo: { so: '12/QĐ' },
				resultsDetails: ['Thẻ mượn sách'],
				executionSteps: 'Nộp đơn'
			})
		);
		expect(text).toContain('12/QĐ');
		expect(text).toContain('Thẻ mượn sách');
		expect(text).toContain('Nộp đơn');
	});
});
