import { readJsonText } from './readRecords.ts';
import type { Field } from '../catalogue/Field.ts';
import type { Draft, ImportContext, Imported } from './Imported.ts';

/** Three fields of work and the date an import of the tests happens. */
export const testFields: Field[] = [
	{ code: 'ho-tich', name: 'Hộ tịch', help: '', position: 1 },
	{ code: 'xay-dung', name: 'Xây dựng, nhà ở, quy hoạch', help: '', position: 2 },
	{ code: 'chua-phan-loai', name: 'Chưa phân loại', help: '', position: 999 }
];

/** What an import knows in the tests. */
export function testContext(changes: Partial<ImportContext> = {}): ImportContext {
	return { file: 'thu.json', asOf: '2026-11-26', fields: testFields, ...changes };
}

const PAPERS = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';

/** A record of the crawl, invented, with everything glued as the crawl glues it. */
export function flatRecord(changes: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		ma_thu_tuc: '1.900001',
		detail_url: 'https://dichvucong.gov.vn/thu-tuc/1',
		ten_thu_tuc: 'Thủ tục cấp thẻ mượn sách',
		so_quyet_dinh: '12/QĐ-ABC',
		cap_thuc_hien: 'Cấp xã',
		linh_vuc: 'Hộ tịch',
		doi_tuong_thuc_hien: 'Công dân Việt Nam',
		co_quan_co_tham_quyen: 'Ủy ban nhân dân cấp xã',
		dia_chi_tiep_nhan: 'Quầy số 1',
		trinh_tu_thuc_hien: 'Bước 1: Nộp hồ sơ.\nBước 2: Nhận thẻ.',
		cach_thuc_thuc_hien:
			'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việcMiễn phíTrực tiếp3 Ngày làm việcMiễn phí',
		thanh_phan_ho_so: `--${PAPERS}Đơn theo mẫu;Mau1.docx1 bản chínhBản sao căn cước0 bản chính,1 bản sao`,
		can_cu_phap_ly: 'Tên văn bản pháp lýMã văn bảnLuật Thư viện46/2019/QH14',
		co_quan_thuc_hien: 'Ủy ban nhân dân cấp xã',
		yeu_cau_dieu_kien: 'Không có thông tin',
		ket_qua_xu_ly:
			'Thẻ mượn sáchMã: KQ.G99.000001Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnNộp hồ sơ',
		raw_text: '',
		...changes
	};
}

/** The glued text of tables of papers: title → lines. */
export function tablesText(tables: readonly [string, string][]): string {
	return tables.map(([title, lines]) => title + PAPERS + lines).join('');
}

/** A record of the portal's API, invented. */
export function apiRecord(changes: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		id: 'abc',
		code: '1.900002',
		name: 'Cấp thẻ mượn sách',
		isWard: true,
		executionSteps: [{ name: 'Bước 1', description: '<p>Nộp hồ sơ.</p>' }],
		executionMethods: [
			{
				submissionMethod: 'DIRECT',
				processingTime: 5,
				processingTimeUnit: 'WORKING_DAY',
				fees: [{ type: 'FEE', value: 0 }]
			}
		],
		executionCases: [
			{
				name: '',
				profileComponents: [
					{
						name: 'Đơn theo mẫu',
						originalQty: 1,
						copyQty: 0,
						attachments: [{ fileName: 'A.docx' }]
					},
					{ name: 'Bản sao căn cước', originalQty: 0, copyQty: 1, attachments: [] }
				]
			}
		],
		legalBasisesDetails: [{ name: 'Luật Thư viện', code: '46/2019/QH14' }],
		resultsDetails: [{ name: 'Thẻ mượn sách', code: 'KQ.G99.000001' }],
		subjectTypesDetails: [{ name: 'Công dân Việt Nam', code: 'A' }],
		categoriesDetails: [{ name: 'Hộ tịch', code: 'G' }],
		departmentsExecuting: [{ name: 'Ủy ban nhân dân cấp xã', code: 'U' }],
		procedureProposal: { proposalNumber: '12/QĐ-ABC' },
		updatedAt: Date.UTC(2026, 4, 18, 20),
		...changes
	};
}

/** The draft of a result that must be one. Throws with the reason otherwise. */
export function getDraft(result: Imported | undefined): Draft {
	if (result?.kind === 'draft') return result;
	throw new Error(result ? result.reason : 'no result');
}

/** For tests: the draft that a record of JSON becomes; throws when it becomes none. */
export function readDraft(record: unknown): Draft {
	return getDraft(readJsonText(JSON.stringify(record), testContext())[0]?.result);
}
