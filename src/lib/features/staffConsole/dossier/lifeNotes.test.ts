import { describe, expect, it } from 'vitest';
import type { Payment, Wait } from '$lib/domain/dossier/life';
import type { ReleasedResult } from '$lib/domain/dossier/ResultFile';
import {
	extensionWords,
	findMoneyWait,
	moneyWords,
	paymentNote,
	resultTitle,
	timelinessWords,
	waitNote
} from './lifeNotes';
import { aDossier } from './testDossier';

const wait: Wait = {
	id: 'w1',
	kind: 'money',
	pauses: true,
	reason: 'Lệ phí trước bạ',
	documentNumber: '12/TB',
	about: { amount: 120_000, transferText: 'HS 1' },
	until: '2026-11-27',
	from: '2026-11-23T02:00:00Z',
	fromBy: 'Lê Văn Việc',
	to: null,
	toBy: null,
	outcome: null
};
const paid: Wait = { ...wait, to: '2026-11-24T02:00:00Z', toBy: 'Trần Thị Tiếp', outcome: 'paid' };

describe('a wait', () => {
	it('that goes on says until when', () => {
		expect(waitNote(wait)).toEqual({
			id: 'w1',
			title: 'Chờ nộp tiền: Lệ phí trước bạ',
			notes: [
				'Số tiền 120.000 đồng',
				'Văn bản số 12/TB',
				'Từ 9 giờ, Thứ Hai, 23/11/2026, Lê Văn Việc ghi',
				'Chưa xong',
				'Hạn: hết Thứ Sáu, 27/11/2026',
				'Thời hạn tạm dừng trong lúc chờ'
			]
		});
	});

	it('that ended says how', () => {
		expect(waitNote(paid).notes).toContain(
			'Đến 9 giờ, Thứ Ba, 24/11/2026, Trần Thị Tiếp ghi: đã nộp đủ'
		);
	});

	it('for another agency that does not stop the clock says so', () => {
		const agency: Wait = {
			...wait,
			kind: 'agency',
			pauses: false,
			about: {},
			documentNumber: null,
			until: null
		};
		expect(waitNote(agency)).toMatchObject({
			title: 'Chờ cơ quan khác: Lệ phí trước bạ',
			notes: [expect.stringContaining('Từ'), 'Chưa xong', 'Thời hạn vẫn chạy trong lúc chờ']
		});
	});

	it.each([
		['2026-11-27', 'Chờ người dân nộp 120.000 đồng, chậm nhất Thứ Sáu, 27/11/2026.'],
		['2026-11-28', /^Đã quá ngày phải nộp/]
	])('for money on %s', (today, words) => {
		expect(moneyWords([paid, wait], today)).toMatch(words);
	});

	it('for money without a last day, and none at all', () => {
		expect(moneyWords([{ ...wait, until: null }], '2026-11-28')).toBe(
			'Chờ người dân nộp 120.000 đồng.'
		);
		expect(moneyWords([paid], '2026-11-28')).toBeUndefined();
		expect(findMoneyWait([paid])).toBeUndefined();
	});
});

describe('a payment', () => {
	const payment: Payment = {
		id: 'p1',
		at: '2026-11-23T02:00:00Z',
		by: 'Trần Thị Tiếp',
		lines: [{ label: 'Phí sao', units: 5, times: 2, amount: 14_000 }],
		total: 14_000,
		method: 'cash',
		receiptSeries: 'AB/26',
		receiptNumber: '0000001',
		transferReference: null,
		exemption: null,
		exemptionProof: null
	};

	it('says for what, how and by which receipt', () => {
		expect(paymentNote(payment)).toEqual({
			id: 'p1',
			title: '14.000 đồng',
			notes: [
				'Phí sao, số lượng 5 × 2: 14.000 đồng',
				'Tiền mặt, biên lai AB/26 số 0000001',
				'9 giờ, Thứ Hai, 23/11/2026, Trần Thị Tiếp ghi'
			]
		});
	});

	it('that was let off says why', () => {
		const exempt = {
			...payment,
			total: 0,
			method: null,
			receiptSeries: null,
			receiptNumber: null,
			exemption: 'Hộ nghèo',
			exemptionProof: 'Giấy số 12'
		};
		expect(paymentNote(exempt).notes).toContain('Được miễn: Hộ nghèo. Đã xem: Giấy số 12');
	});
});

describe('whether the date is kept', () => {
	it.each([
		[null, 1, null, ''],
		['early', 9, '2026-11-23T02:00:00Z', 'Trước hạn'],
		['on-time', 9, '2026-11-23T02:00:00Z', 'Đúng hạn'],
		['late', 4, null, 'Quá hạn'],
		['running', 4, null, 'Đang trong hạn'],
		['waiting', 6, null, 'Đang chờ, thời hạn tạm dừng'],
		['withdrawn', 8, null, 'Đã rút'],
		['withdrawn', 8, '2026-11-23T02:00:00Z', 'Không tính hạn']
	] as const)('%s in status %i, finished %s', (timeliness, status, finishedAt, words) => {
		expect(timelinessWords({ timeliness, status, finishedAt })).toBe(words);
	});

	it('a re-appointment names both dates', () => {
		const event = {
			action: 'extend',
			fromStatus: 4,
			toStatus: 4,
			actor: 'Ngô Văn Ký',
			byStaff: true,
			at: '2026-11-23T02:00:00Z',
			data: { oldDate: '2026-11-26', newDate: '2026-12-01' }
		};
		const dossier = aDossier({
			events: [event],
			extendedTo: '2026-12-01',
			extendedAt: '2026-11-23T02:00:00Z'
		});
		expect(extensionWords(dossier)).toBe(
			'Đã xin lỗi và hẹn lại một lần, lúc 9 giờ, Thứ Hai, 23/11/2026: từ Thứ Năm, 26/11/2026 sang Thứ Ba, 01/12/2026.'
		);
		expect(extensionWords(aDossier())).toBeUndefined();
	});
});

it('names the versions of a result', () => {
	const file = (fileId: string): ReleasedResult => ({
		fileId,
		name: 'a.pdf',
		type: 'application/pdf',
		size: 1,
		sha256: '',
		releasedAt: '2026-11-23T02:00:00Z',
		correction: null
	});
	const [first, second] = [file('f1'), file('f2')];
	expect(resultTitle([first], first)).toBe('Tệp kết quả');
	expect(resultTitle([first, second], first)).toBe('Kết quả, bản đầu');
	expect(resultTitle([first, second], second)).toBe('Kết quả, bản 2 (đã sửa)');
});
