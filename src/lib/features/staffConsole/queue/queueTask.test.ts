import { describe, expect, it } from 'vitest';
import type { QueueRow } from '$lib/domain/dossier/StaffDossier';
import { taskOf } from './queueTask';
import { aRow } from './testRow';

const clock = { now: '2026-11-30T10:00', soonBy: '2026-11-30T13:30' };
const at = '2026-11-30T02:05:00Z';
const cases: [string, Partial<QueueRow>, string, string, string[]][] = [
	['new, no hour', {}, 'Kiểm tra giấy tờ rồi tiếp nhận', 'Nộp lúc 23/11 08:00', []],
	[
		'new, time enough',
		{ answerBy: '2026-11-30T16:00' },
		'Kiểm tra giấy tờ rồi tiếp nhận',
		'Trả lời trước 16 giờ, Thứ Hai, 30/11/2026',
		[]
	],
	[
		'new, two working hours away',
		{ answerBy: '2026-11-30T13:30' },
		'Kiểm tra giấy tờ rồi tiếp nhận',
		'Trả lời trước 13 giờ 30, Thứ Hai, 30/11/2026',
		[]
	],
	[
		'new, less than two working hours',
		{ answerBy: '2026-11-30T13:29' },
		'Kiểm tra giấy tờ rồi tiếp nhận',
		'Trả lời trước 13 giờ 29, Thứ Hai, 30/11/2026',
		['Còn dưới 2 giờ làm việc']
	],
	[
		'new, too late',
		{ answerBy: '2026-11-30T09:59' },
		'Kiểm tra giấy tờ rồi tiếp nhận',
		'Trả lời trước 9 giờ 59, Thứ Hai, 30/11/2026',
		['Quá giờ trả lời']
	],
	[
		'answered',
		{ status: 5, answeredAt: at, supplementRounds: 1, supplementUntil: '2026-11-20' },
		'Xem phần người dân trả lời',
		'Người dân trả lời lúc 30/11 09:05',
		['Có phản hồi']
	],
	[
		'withdrawal',
		{ status: 7, sortAt: at },
		'Xác nhận cho rút, trả lại bản chính',
		'Người dân xin rút lúc 30/11 09:05',
		['Xin rút']
	],
	[
		'received, late',
		{ status: 2, dueDate: '2026-11-29' },
		'Phòng chuyên môn nhận việc',
		'Hẹn trả Chủ Nhật, 29/11/2026',
		['Quá hạn']
	],
	[
		'in process, today, after two rounds',
		{ status: 4, dueDate: '2026-11-30', supplementRounds: 2 },
		'Ký và ghi kết quả',
		'Hẹn trả Thứ Hai, 30/11/2026',
		['Hẹn hôm nay', 'Tính quá hạn']
	],
	[
		'in process, tomorrow',
		{ status: 4, dueDate: '2026-12-01', supplementRounds: 1 },
		'Ký và ghi kết quả',
		'Hẹn trả Thứ Ba, 01/12/2026',
		['Hẹn ngày mai']
	],
	['in process, no date', { status: 4 }, 'Ký và ghi kết quả', 'Chưa có hẹn', []],
	[
		'waiting, the last day',
		{ status: 5, supplementUntil: '2026-11-30' },
		'Chờ người dân bổ sung',
		'Hạn bổ sung Thứ Hai, 30/11/2026',
		[]
	],
	[
		'waiting, passed',
		{ status: 5, supplementUntil: '2026-11-29' },
		'Gọi hỏi người dân',
		'Hạn bổ sung Chủ Nhật, 29/11/2026',
		['Quá hạn bổ sung']
	],
	['waiting for money', { status: 6 }, 'Chờ nộp phí, thuế', '', []],
	['ready', { status: 9, finishedAt: at }, 'Trả kết quả cho người dân', 'Xong lúc 30/11 09:05', []],
	['handed out', { status: 10, returnedAt: at }, 'Đã trả kết quả', 'Trả lúc 30/11 09:05', []],
	[
		'refused after two rounds',
		{ status: 3, sortAt: at, supplementRounds: 2 },
		'Không tiếp nhận',
		'Kết thúc lúc 30/11 09:05',
		[]
	],
	['stopped', { status: 8, sortAt: at }, 'Đã dừng', 'Kết thúc lúc 30/11 09:05', []]
];

describe('taskOf', () => {
	it.each(cases)('%s', (_name, changes, next, when, tags) => {
		const task = taskOf(aRow(changes), clock);
		expect([task.next, task.when, task.tags.map((tag) => tag.words)]).toEqual([next, when, tags]);
	});

	it('warns of nothing it does not know: no calendar, no hour', () => {
		const row = aRow({ answerBy: '2026-11-30T10:30' });
		expect(taskOf(row, { ...clock, soonBy: null }).tags).toEqual([]);
	});
});
