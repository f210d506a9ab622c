import { describe, expect, it } from 'vitest';
import type { RegisterLine } from '$lib/domain/register/Register';
import {
	areDaysOf,
	dayOf,
	notesOf,
	printHref,
	readDays,
	recipientOf,
	wayOf
} from './registerWords';

const line: Extract<RegisterLine, { own: false }> = {
	own: false,
	number: 1,
	id: 'a',
	code: 'H99.01-261125-0001',
	receivedAt: '2026-11-25T09:05',
	cursor: '2026-11-25T02:05:00.123456+00:00',
	procedure: 'Khai sinh',
	sets: 1,
	status: 4,
	applicant: 'Trần Thị Bưởi',
	address: 'Thôn Trung',
	phone: '0912345678',
	subject: 'Nguyễn Hoài Ân',
	department: 'Tư pháp – Hộ tịch',
	dueDate: '2026-11-30',
	firstDueDate: '2026-11-30',
	finishedAt: null,
	returnedAt: null,
	timeliness: 'running',
	electronic: false,
	recipient: null,
	proxy: false,
	parcel: null,
	blank: false
};
const own: RegisterLine = {
	own: true,
	number: 2,
	id: 'b',
	code: 'H99.01-261125-0002',
	receivedAt: '2026-11-25T09:06',
	cursor: 'x',
	procedure: 'Khai sinh',
	sets: 1,
	status: 4
};

describe('a line of the register', () => {
	it('says how and by whom the result was taken, once it is', () => {
		expect([wayOf(line), recipientOf(line), notesOf(line)]).toEqual(['', '', '']);
		const done = { ...line, status: 10, finishedAt: '2026-11-27T10:00', electronic: true };
		expect([wayOf({ ...done, electronic: false }), recipientOf(done)]).toEqual(['', '']);
		expect(wayOf(done)).toBe('Bản điện tử');
	});

	it.each([
		[{}, 'Tại một cửa, bản điện tử', 'Trần Thị Bưởi'],
		[{ electronic: false }, 'Tại một cửa', 'Trần Thị Bưởi'],
		[{ proxy: true }, 'Ủy quyền, tại một cửa, bản điện tử', 'Trần Thị Bưởi (nhận thay)'],
		[
			{ parcel: 'EE123456789VN', electronic: false },
			'Qua bưu điện',
			'Trần Thị Bưởi (bưu gửi EE123456789VN)'
		],
		[
			{ parcel: '7001', electronic: true },
			'Qua bưu điện, bản điện tử',
			'Trần Thị Bưởi (bưu gửi 7001)'
		]
	])('handed over %j', (change, way, recipient) => {
		const done = { ...line, status: 10, electronic: true, recipient: 'Trần Thị Bưởi', ...change };
		expect([wayOf(done), recipientOf(done)]).toEqual([way, recipient]);
	});

	it.each([
		[{ status: 8 }, 'Dừng giải quyết'],
		[{ status: 7 }, 'Người dân xin rút'],
		[{ timeliness: 'late' as const, dueDate: '2026-12-03' }, 'Quá hạn. Hẹn lần đầu 30/11/2026'],
		[{ blank: true }, 'Giấy hẹn viết tay']
	])('%j is noted as %j', (change, note) => {
		expect(notesOf({ ...line, ...change })).toBe(note);
	});

	it("of the reader's own dossier says nothing but that", () => {
		expect([notesOf(own), wayOf(own), recipientOf(own)]).toEqual(['Hồ sơ của chính bạn', '', '']);
	});
});

it.each([
	['', { year: 2026 }],
	['?nam=2025', { year: 2025 }],
	['?nam=25', { year: 2026 }],
	['?nam=2026&tu=2026-11-01&den=2026-11-30', { year: 2026, from: '2026-11-01', to: '2026-11-30' }],
	['?nam=2026&tu=2026-11-30&den=2026-11-01', { year: 2026 }],
	['?nam=2026&tu=2025-11-01&den=2026-11-01', { year: 2026 }]
])('the address %j asks for %j', (search, days) => {
	expect(readDays(search, 2026)).toEqual(days);
});

it('an address comes back as what it was made of', () => {
	const days = { year: 2026, from: '2026-11-01', to: '2026-11-30' };
	const href = printHref(days);
	expect(readDays(href.slice(href.indexOf('?')), 2000)).toEqual(days);
	expect(printHref({ year: 2025 })).toBe('/in/so-theo-doi?nam=2025');
});

it('knows days', () => {
	expect(areDaysOf(2026, '2026-02-30', '2026-03-01')).toBe(false);
	expect(areDaysOf(2026, '2026-02-28', '2026-02-28')).toBe(true);
	expect([dayOf('2026-11-25T09:05'), dayOf(null)]).toEqual(['25/11/2026', '']);
});
