import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { Procedure } from '../catalogue/Procedure.ts';
import type { Draft } from './Imported.ts';
import { readJsonText } from './readRecords.ts';
import { apiRecord, flatRecord, readDraft, tablesText, testContext } from './testRecords.ts';

function confidences(draft: Draft, field: string): string[] {
	return [
		...new Set(
			draft.notes.filter((note) => note.field === field).map(({ confidence }) => confidence)
		)
	];
}

describe('a record of the crawl', () => {
	const draft = readDraft(flatRecord());
	const { procedure } = draft;

	it('becomes a draft of our model', () => {
		expect(Procedure.safeParse(procedure).success).toBe(true);
		expect(procedure).toMatchObject({
			code: '1.900001',
			title: 'Thủ tục cấp thẻ mượn sách',
			shortTitle: 'cấp thẻ mượn sách',
			field: 'ho-tich',
			level: 'commune',
			decidedBy: 'Ủy ban nhân dân cấp xã',
			decisionNo: '12/QĐ-ABC',
			result: { name: 'Thẻ mượn sách', code: 'KQ.G99.000001' },
			onlineLevel: 'unknown',
			questions: [],
			fees: [{ kind: 'free', label: 'Phí, lệ phí' }],
			legalBasis: ['Luật Thư viện (46/2019/QH14)'],
			provenance: { asOf: '2026-11-26', verification: 'partial' }
		});
		expect(procedure.requirements).toMatchObject([
			{ officialName: 'Đơn theo mẫu', kind: 'submit-original', originals: 1, copies: 0 },
			{ officialName: 'Bản sao căn cước', kind: 'photocopy', originals: 0, copies: 1 }
		]);
		expect(procedure.channels.map(({ kind, limit, where }) => ({ kind, limit, where }))).toEqual([
			{ kind: 'online', limit: { unit: 'working-day', value: 3 }, where: expect.any(String) },
			{ kind: 'in-person', limit: { unit: 'working-day', value: 3 }, where: 'Quầy số 1' }
		]);
	});
	it('says that nobody has checked it', () => {
		expect(procedure.provenance.unverified[0]).toBe('Nhập từ thu.json, chưa ai đối chiếu');
		expect(procedure.provenance.source).toContain('https://dichvucong.gov.vn/thu-tuc/1');
	});
	it('tells what was read, guessed and dropped, with the words of the source', () => {
		expect(confidences(draft, 'code')).toEqual(['read']);
		expect(confidences(draft, 'channels.limit')).toEqual(['read']);
		expect(confidences(draft, 'shortTitle')).toEqual(['guessed']);
		expect(confidences(draft, 'proxy')).toEqual(['dropped']);
		expect(draft.notes.find(({ field }) => field === 'fees')?.source).toBe('Miễn phí');
	});
	it('is composed text, whatever the source is', () => {
		const decomposed = JSON.parse(JSON.stringify(flatRecord()).normalize('NFD'));
		expect(readDraft(decomposed).procedure).toEqual(procedure);
	});
});

describe('what a crawl record may bring', () => {
	it('several levels: all kept, the nearest taken, in doubt', () => {
		const draft = readDraft(flatRecord({ cap_thuc_hien: 'Cấp bộ, Cấp tỉnh, Cấp xã' }));
		expect(draft.procedure).toMatchObject({
			level: 'commune',
			levels: ['ministry', 'province', 'commune']
		});
		expect(confidences(draft, 'level')).toEqual(['guessed']);
	});
	it('a level that is no more: dropped, with its name', () => {
		const draft = readDraft(flatRecord({ cap_thuc_hien: 'Cấp huyện, Cấp xã' }));
		expect(draft.procedure.level).toBe('commune');
		expect(draft.notes).toContainEqual(
			expect.objectContaining({ field: 'level', confidence: 'dropped', source: 'Cấp huyện' })
		);
	});
	it('a field we do not have: proposed, and the draft waits among the unsorted', () => {
		const draft = readDraft(flatRecord({ linh_vuc: 'Hàng không' }));
		expect(draft.newField).toEqual({ code: 'hang-khong', name: 'Hàng không' });
		expect(draft.procedure.field).toBe('chua-phan-loai');
		expect(confidences(draft, 'field')).toEqual(['guessed']);
	});
	it('work of customs or police: a draft with a word', () =>
		expect(readDraft(flatRecord({ linh_vuc: 'Hải quan' })).vertical).toBe('Hải quan'));
	it('a local suffix: cut off and named', () => {
		const draft = readDraft(flatRecord({ ma_thu_tuc: '1.900001.000.00.00.H61' }));
		expect(draft.procedure.code).toBe('1.900001');
		expect(draft.notes).toContainEqual(
			expect.objectContaining({ field: 'code', confidence: 'dropped', source: '.000.00.00.H61' })
		);
	});
	it('two times for one way: none, with both in words', () => {
		const text = 'Trực tiếp4 Ngày làm việcMiễn phíCấp mớiTrực tiếp6 Ngày làm việcMiễn phíCấp lại';
		const draft = readDraft(flatRecord({ cach_thuc_thuc_hien: text }));
		expect(draft.procedure.channels).toMatchObject([{ kind: 'in-person', limit: null }]);
		expect(draft.procedure.channels[0]?.limitNote).toMatch(/4 Ngày làm việc.*6 Ngày làm việc/s);
		expect(confidences(draft, 'channels.limit')).toEqual(['dropped']);
	});
	it('other times for other ways: kept, in doubt', () => {
		const text = 'Trực tiếp30 NgàyMiễn phíTrực tuyến20 NgàyMiễn phí';
		expect(
			confidences(readDraft(flatRecord({ cach_thuc_thuc_hien: text })), 'channels.limit')
		).toEqual(['guessed']);
	});
	it('no unit: no limit', () => {
		const draft = readDraft(flatRecord({ cach_thuc_thuc_hien: 'Trực tiếp3Miễn phí' }));
		expect(draft.procedure.channels[0]).toMatchObject({
			limit: null,
			limitNote: expect.stringContaining('“3”')
		});
	});
	it('fees that differ by way to file: kept apart, in doubt', () => {
		const text = 'Trực tiếp3 Ngày20,000 VNĐTrực tuyến3 Ngày10,000 VNĐ';
		const draft = readDraft(flatRecord({ cach_thuc_thuc_hien: text }));
		expect(draft.procedure.fees).toMatchObject([
			{ amount: 20000, channels: ['in-person'] },
			{ amount: 10000, channels: ['online'] }
		]);
		expect(confidences(draft, 'fees')).toEqual(['guessed']);
	});
	it('real cases: one question, one option each, papers by case', () => {
		const papers = tablesText([
			['Trường hợp thẻ bị mất:', 'Đơn A1 bản chínhĐơn chung1 bản chính'],
			['Trường hợp thẻ bị hỏng:', 'Đơn chung1 bản chínhThẻ cũ1 bản chính']
		]);
		const { procedure } = readDraft(flatRecord({ thanh_phan_ho_so: papers }));
		expect(procedure.questions).toMatchObject([
			{
				id: 'truong-hop',
				options: [{ value: 'th-1', label: 'Trường hợp thẻ bị mất' }, { value: 'th-2' }]
			}
		]);
		expect(procedure.requirements.map(({ officialName, when }) => [officialName, when])).toEqual([
			['Đơn A', { is: ['truong-hop', 'th-1'] }],
			['Đơn chung', undefined],
			['Thẻ cũ', { is: ['truong-hop', 'th-2'] }]
		]);
	});
	it('papers to submit and to show: no question; remarks: notes', () => {
		const papers = tablesText([
			['* Giấy tờ phải nộp:', 'Đơn1 bản chính'],
			['* Giấy tờ phải xuất trình:', 'Căn cước1 bản chính'],
			['* Lưu ý:', 'Giấy nước ngoài phải dịch0 bản chính']
		]);
		const { procedure } = readDraft(flatRecord({ thanh_phan_ho_so: papers }));
		expect(procedure.questions).toEqual([]);
		expect(procedure.requirements.map(({ kind }) => kind)).toEqual([
			'submit-original',
			'show-original'
		]);
		expect(procedure.notes.map(({ text }) => text)).toEqual(['Giấy nước ngoài phải dịch']);
	});
	it('one case beside a table for all: "none of these" is an answer', () => {
		const papers = tablesText([
			['--', 'Đơn1 bản chính'],
			['Trường hợp ủy quyền:', 'Giấy ủy quyền1 bản chính']
		]);
		expect(
			readDraft(flatRecord({ thanh_phan_ho_so: papers })).procedure.questions[0]?.options
		).toMatchObject([{ value: 'th-1' }, { value: 'khac' }]);
	});
	it('cases that only add: the plain case is for all', () => {
		const papers = tablesText([
			['Trường hợp một:', 'Đơn1 bản chính'],
			['Trường hợp hai, nộp bổ sung:', 'Ảnh2 bản chính']
		]);
		const { requirements } = readDraft(flatRecord({ thanh_phan_ho_so: papers })).procedure;
		expect(requirements.map(({ when }) => when)).toEqual([
			undefined,
			{ is: ['truong-hop', 'th-2'] }
		]);
	});
	it('a section cut off in the middle: read again from the whole page', () => {
		const methods =
			'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp3 Ngày20,000 VNĐ(Căn cứ pháp lý: Luật Phí)Nộp tại quầy';
		const papers = tablesText([['--', 'Đơn1 bản chính']]);
		const whole = `Trình Tự Thực HiệnTheo mục (Thành phần hồ sơ) nộp tại quầy.Cách Thức Thực Hiện${methods}Thành phần hồ sơ${papers}Căn cứ pháp lýTên văn bản pháp lýMã văn bảnLuật Phí1/2015/QH13Cơ quan thực hiệnUBND`;
		const draft = readDraft(
			flatRecord({
				trinh_tu_thuc_hien: 'Theo mục (',
				cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp3 Ngày20,000 VNĐ(',
				thanh_phan_ho_so: ') nộp tại quầy.',
				can_cu_phap_ly: ': Luật Phí)Nộp tại quầy',
				raw_text: whole
			})
		);
		expect(draft.procedure).toMatchObject({
			channels: [{ limit: { value: 3 }, steps: ['Theo mục (Thành phần hồ sơ) nộp tại quầy'] }],
			fees: [{ amount: 20000 }],
			requirements: [{ officialName: 'Đơn' }],
			legalBasis: ['Luật Phí (1/2015/QH13)']
		});
		expect(confidences(draft, 'requirements.name')).toEqual(['guessed']);
	});
	it('damaged text: kept, never called certain', () => {
		const draft = readDraft(
			flatRecord({
				trinh_tu_thuc_hien: 'Nộp tại Trung\nnộp hồ sơ.',
				thanh_phan_ho_so: tablesText([['--', 'iấy đề nghị1 bản chính']])
			})
		);
		expect(confidences(draft, 'channels.steps')).toEqual(['guessed']);
		expect(confidences(draft, 'requirements.name')).toEqual(['guessed']);
	});
	it('more than the database takes: the steps once only', () => {
		const steps = Array.from(
			{ length: 60 },
			(_, index) => `Bước ${index}: ${'ộ'.repeat(1100)}.`
		).join('\n');
		const { channels } = readDraft(flatRecord({ trinh_tu_thuc_hien: steps })).procedure;
		expect(channels.map((channel) => channel.steps.length)).toEqual([60, 1]);
	});
});

describe('a record of the API', () => {
	it('becomes a draft with the date of the record', () => {
		const draft = readDraft(apiRecord());
		expect(draft.procedure).toMatchObject({
			code: '1.900002',
			level: 'commune',
			decisionNo: '12/QĐ-ABC',
			decidedBy: 'Ủy ban nhân dân cấp xã',
			channels: [
				{
					kind: 'in-person',
					limit: { unit: 'working-day', value: 5 },
					steps: ['Bước 1: Nộp hồ sơ']
				}
			],
			legalBasis: ['Luật Thư viện (46/2019/QH14)'],
			provenance: { asOf: '2026-05-19' }
		});
		expect(draft.procedure.requirements).toMatchObject([
			{ kind: 'submit-original' },
			{ kind: 'photocopy' }
		]);
	});
	it('never says free for 0', () => {
		const draft = readDraft(apiRecord());
		expect(draft.procedure.fees).toMatchObject([{ kind: 'unknown' }]);
		expect(confidences(draft, 'fees')).toContain('dropped');
	});
	it('never has a unit for OTHER', () => {
		const methods = [
			{ submissionMethod: 'ONLINE', processingTime: 3, processingTimeUnit: 'OTHER', fees: [] }
		];
		expect(readDraft(apiRecord({ executionMethods: methods })).procedure.channels).toMatchObject([
			{ kind: 'online', limit: null }
		]);
	});
	it('is found inside the answer of the server', () =>
		expect(readDraft({ data: apiRecord() }).procedure.code).toBe('1.900002'));
	it('of wrong types is read as far as it goes', () => {
		const broken = {
			executionSteps: 'a',
			legalBasisesDetails: [null, 3],
			executionMethods: [{ fees: {} }],
			updatedAt: 'x'
		};
		expect(readDraft(apiRecord(broken)).procedure.requirements).toHaveLength(2);
	});
});

describe('a file of JSON', () => {
	const kinds = (text: string) =>
		readJsonText(text, testContext()).map(({ result }) => result.kind);
	it.each<[string, string, string[]]>([
		['an array', JSON.stringify([flatRecord(), apiRecord(), 5]), ['draft', 'draft', 'skipped']],
		['no procedure', '{"a":1}', ['skipped']],
		['fields', '[{"code":"ho-tich","name":"Hộ tịch"}]', ['skipped']],
		['cut in two', JSON.stringify(flatRecord()).slice(0, 300), ['failed']],
		['a truncated code', JSON.stringify(flatRecord({ ma_thu_tuc: '1.9001' })), ['failed']],
		['no name', JSON.stringify(flatRecord({ ten_thu_tuc: '' })), ['failed']],
		['our own, whole', JSON.stringify(birth), ['draft']],
		['our own, broken', JSON.stringify({ ...birth, channels: 'x' }), ['failed']]
	])('%s', (_, text, expected) => expect(kinds(text)).toEqual(expected));
	it.each<[string, unknown, RegExp]>([
		[
			'a wrong shape',
			{ ...birth, channels: 'x', onlineLevel: 'some' },
			/Cách nộp.*Mức độ trực tuyến|Mức độ trực tuyến.*Cách nộp/
		],
		['a part nobody knows', { ...birth, colour: 'red' }, /“colour”/],
		[
			'an id that stands twice',
			{ ...birth, requirements: birth.requirements.map((one) => ({ ...one, id: 'a' })) },
			/Giấy tờ.*trùng/
		],
		[
			'an answer nobody gives',
			{ ...birth, notes: [{ id: 'a', text: 'b', when: { is: ['registrant', 'x'] } }] },
			/Lưu ý/
		]
	])('our own with %s: refused in Vietnamese, with the part', (_, record, words) => {
		const [one] = readJsonText(JSON.stringify(record), testContext());
		const reason = one?.result.kind === 'failed' ? one.result.reason : '';
		expect(reason).toMatch(words);
		expect(reason).not.toMatch(/expected|invalid|depends|stands|answer|unrecognized|✖/i);
	});
	it('of our own is taken to the letter', () => expect(readDraft(birth).procedure).toEqual(birth));
});
