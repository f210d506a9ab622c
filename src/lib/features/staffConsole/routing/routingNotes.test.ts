import { describe, expect, it } from 'vitest';
import { readEventData } from '$lib/domain/dossier/eventData';
import { routingNotes } from './routingNotes';

describe('the history of where a dossier lies', () => {
	it.each([
		[
			'assign',
			{ assignedTo: 'Mai Thị Lan', reason: 'Nghỉ ốm' },
			['Giao cho: Mai Thị Lan', 'Lý do: Nghỉ ốm']
		],
		['move', { department: 'Kinh tế', fromDepartment: 'Hộ tịch' }, ['Từ Hộ tịch sang Kinh tế']],
		[
			'consult',
			{
				agency: 'Công an xã',
				question: 'Có cư trú không?',
				documentNumber: '12/CV',
				until: '2026-12-09'
			},
			[
				'Cơ quan: Công an xã',
				'Hỏi: Có cư trú không?',
				'Văn bản số 12/CV',
				'Hạn trả lời: Thứ Tư, 09/12/2026'
			]
		],
		['consult-answer', { outcome: 'silent', reply: null }, ['Không trả lời đến hết hạn']],
		['consult-answer', { outcome: 'answered', reply: 'Có' }, ['Trả lời: Có']],
		['part-add', { parts: [{ title: 'Thẻ', agency: 'BHXH' }] }, ['Các phần: Thẻ (BHXH)']],
		[
			'stage-done',
			{ stage: 'Thẩm định', timeliness: 'late', nextStage: 'Trình ký', nextDate: '2026-11-30' },
			['Bước: Thẩm định', 'Xong quá hạn', 'Bước tiếp theo: Trình ký, hạn Thứ Hai, 30/11/2026']
		],
		['stage-done', { stage: 'Trình ký', timeliness: 4 }, ['Bước: Trình ký']],
		[
			'part-step',
			{ part: 'Thẻ', step: 'failed', reason: 'Thiếu ảnh' },
			['Phần: Thẻ', 'Không làm được', 'Lý do: Thiếu ảnh']
		],
		[
			'external',
			{ external: { system: 'Hộ tịch', code: 'A-1', status: 'Chờ ký' } },
			['Hệ thống: Hộ tịch', 'Mã: A-1', 'Trạng thái: Chờ ký']
		],
		['part-step', { step: 3, external: 'x' }, []],
		['supplement', { until: '2026-12-09' }, undefined]
	])('%s %j', (action, data, notes) => {
		expect(routingNotes(action, readEventData(data))).toEqual(notes);
	});
});
