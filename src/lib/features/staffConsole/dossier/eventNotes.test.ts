import { describe, expect, it } from 'vitest';
import { eventName, eventNotes, joinNotes } from './eventNotes';

const event = (action: string, data: Record<string, unknown>) => ({
	action,
	fromStatus: 1,
	toStatus: 5,
	actor: 'An',
	byStaff: true,
	at: '2026-11-23T02:00:00Z',
	data
});

describe('the notes of an event', () => {
	it.each([
		[
			'supplement-again',
			{
				slipId: 's',
				until: '2026-11-27',
				lines: [{ name: 'Sổ' }, { name: 'Thẻ' }],
				countsLate: true,
				reason: 'Vẫn mờ'
			},
			[
				'Cần bổ sung: Sổ, Thẻ',
				'Bổ sung chậm nhất Thứ Sáu, 27/11/2026',
				'Lần này tính quá hạn',
				'Lý do: Vẫn mờ'
			]
		],
		[
			'supplement',
			{ until: '2026-11-27', reason: null },
			['Bổ sung chậm nhất Thứ Sáu, 27/11/2026']
		],
		[
			'move-due',
			{ fromDate: '2026-11-30', dueDate: '2026-12-01', reason: 'Mất điện', slipId: 's' },
			['Từ Thứ Hai, 30/11/2026 sang Thứ Ba, 01/12/2026', 'Lý do: Mất điện']
		],
		[
			'resume',
			{ papers: [{ name: 'Sổ', originals: 1 }], completedAt: '2026-11-26T09:00' },
			['Giấy nhận tại quầy: Sổ', 'Đủ bổ sung lúc 9 giờ, Thứ Năm, 26/11/2026']
		],
		['reply', { text: 'Có.' }, ['Lời trả lời: Có.']],
		[
			'refuse',
			{ slipId: 's', reason: 'Sai nơi', rightPlace: 'UBND xã bên' },
			['Lý do: Sai nơi', 'Nơi đúng để nộp: UBND xã bên']
		],
		['withdraw', {}, []],
		['stop', { originals: ['Sổ'] }, ['Trả lại bản chính: Sổ']],
		[
			'return',
			{ recipientName: 'Bưởi', proxy: true, proxyPaper: 'Giấy ủy quyền', originals: [] },
			['Người nhận thay: Bưởi', 'Giấy đã xem: Giấy ủy quyền']
		],
		[
			'return',
			{
				recipientName: 'Bưởi',
				proxy: false,
				post: { number: 'EE1VN', carrier: 'Bưu điện Việt Nam', address: 'Thôn Hạ' },
				originals: ['Sổ']
			},
			[
				'Người nhận: Bưởi',
				'Bưu điện Việt Nam, bưu gửi EE1VN, gửi đến Thôn Hạ',
				'Trả lại bản chính: Sổ'
			]
		],
		[
			'settle',
			{ signedBy: 'Ký', resultNumber: '1/2026', recipientName: 'Bưởi', fees: [], total: 8000 },
			['Số kết quả: 1/2026', 'Người ký: Ký', 'Người nhận: Bưởi', 'Đã thu: 8.000 đồng']
		],
		['answer', { supplementId: 'r' }, []],
		[
			'file',
			{ visitId: 'v', identityCheck: 'card', source: 'typed' },
			['Đã xem thẻ căn cước', 'Cán bộ gõ thông tin']
		],
		[
			'bill',
			{
				waitId: 'w',
				amount: 120000,
				reason: 'Lệ phí trước bạ',
				documentNumber: '12/TB',
				payTo: 'Kho bạc',
				transferText: 'HS 1',
				until: '2026-11-27'
			},
			[
				'Số tiền: 120.000 đồng',
				'Lý do: Lệ phí trước bạ',
				'Thông báo số 12/TB',
				'Nộp tại: Kho bạc',
				'Nộp chậm nhất Thứ Sáu, 27/11/2026'
			]
		],
		[
			'paid',
			{
				method: 'transfer',
				receiptSeries: 'AB/26E',
				receiptNumber: '0000001',
				transferReference: 'FT1',
				amount: 120000,
				dueDate: '2026-11-27'
			},
			[
				'Ngày hẹn mới: Thứ Sáu, 27/11/2026',
				'Chuyển khoản',
				'Biên lai AB/26E số 0000001',
				'Mã giao dịch FT1'
			]
		],
		[
			'fee',
			{ method: 'cash', receiptNumber: '7', fees: [], total: 14000, exemption: null },
			['Tiền mặt', 'Biên lai số 7', 'Đã thu: 14.000 đồng']
		],
		[
			'fee',
			{ fees: [], total: 0, exemption: 'Hộ nghèo', exemptionProof: 'Giấy số 12' },
			['Được miễn: Hộ nghèo (đã xem Giấy số 12)']
		],
		[
			'extend',
			{ slipId: 's', reason: 'Chờ xác minh', oldDate: '2026-11-26', newDate: '2026-11-27' },
			['Lý do: Chờ xác minh', 'Từ Thứ Năm, 26/11/2026 sang Thứ Sáu, 27/11/2026']
		],
		[
			'halt',
			{ slipId: 's', kind: 'stop', reason: 'Có tranh chấp', basis: 'Điều 5', originals: ['Sổ'] },
			['Lý do: Có tranh chấp', 'Dừng giải quyết', 'Căn cứ: Điều 5', 'Trả lại bản chính: Sổ']
		],
		[
			'correct',
			{ reason: 'Sai tên', officeFault: true, resultNumber: '2/2026', resultFileId: null },
			['Lý do: Sai tên', 'Sai do cơ quan', 'Số kết quả: 2/2026']
		],
		[
			'correct',
			{ reason: 'Sai tên', officeFault: false },
			['Lý do: Sai tên', 'Sai do giấy tờ hoặc lời khai của người dân']
		],
		['receive', { papers: [{ name: 'Sổ', originals: 1 }], departmentId: 'd' }, []]
	])('%s %j', (action, data, notes) => {
		expect(eventNotes(event(action, data))).toEqual(['Người làm: An', ...notes]);
	});

	it('leave out what has another form', () => {
		const data = { reason: 5, lines: 'x', originals: [1], total: '8', source: 'x', until: '' };
		expect(eventNotes(event('supplement', data))).toEqual(['Người làm: An']);
	});
});

it('join to one text without a stop too many', () => {
	expect(joinNotes(['Người làm: An', 'Lý do: Sai nơi.', 'Căn cứ: Điều 5'])).toBe(
		'Người làm: An. Lý do: Sai nơi. Căn cứ: Điều 5'
	);
});

describe('the name of an event', () => {
	it('tells a withdrawal for a newer filing apart', () => {
		expect(eventName(event('withdraw', {}))).toBe('Người dân xin rút hồ sơ');
		expect(eventName(event('withdraw', { replacedBy: 'N-2' }))).toMatch(/nộp hồ sơ khác thay/);
	});
	it('falls back to the status', () => {
		expect(eventName(event('never-heard', {}))).toBe('Chờ người dân bổ sung');
	});
});
