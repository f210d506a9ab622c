import { describe, expect, it, test } from 'vitest';
import {
	savedTime,
	standsSince,
	type CutEvent,
	type Savings
} from '$lib/domain/simplification/CutProposal';
import { readCutAddress, listHref, oneHref } from './cutAddress';
import {
	cutLines,
	cutRefusal,
	cutSheet,
	cutText,
	doneLines,
	draftText,
	eventText,
	savingLines,
	standing
} from './cutWords';
import { aProposal, aRegister, aSaving } from './testProposal';

const sent = { body: 'Sở Tư pháp', number: '12/TTr-UBND', on: '2026-11-22' };
const reply = { number: '88/STP', on: '2026-11-24', agrees: 'partly' as const, summary: null };
const decision = {
	is: 'accept' as const,
	number: '9/QĐ',
	on: '2026-11-25',
	accepted: [0],
	missed: []
};

describe('what it saves, in words', () => {
	it('names the days, the n and each thing once', () => {
		expect(savingLines(aSaving())).toEqual([
			'Trong 12 tháng qua (26/11/2025 đến hết 25/11/2026): 214 hồ sơ, bớt 214 giấy tờ phải mang, bớt 31 lượt đi lại, bớt 642 ngày làm việc chờ (214 hồ sơ).'
		]);
	});
	test.each<[string, Partial<Savings>, RegExp]>([
		[
			'a young office',
			{ from: '2026-09-01' },
			/^Từ 01\/09\/2026 đến hết 25\/11\/2026 \(cơ quan chưa có đủ 12 tháng số liệu\): 214/
		],
		[
			'no dossier',
			{ dossiers: 0, trips: 0 },
			/: chưa nhận hồ sơ nào của thủ tục này nên chưa tính được\.$/
		],
		['nothing', { papers: 0, trips: 0, time: [] }, /: 214 hồ sơ, chưa bớt được gì cho bà con\.$/]
	])('%s', (_, more, line) => {
		expect(savingLines(aSaving(more))[0]).toMatch(line);
	});
	it('tells steps and agencies beside', () => {
		const steps = [
			{ name: 'Thẩm định', limit: { unit: 'working-day' as const, value: 3 }, dossiers: 12 }
		];
		expect(savingLines(aSaving({ steps, agencies: 4 })).slice(1)).toEqual([
			'Bước “Thẩm định” (3 ngày làm việc) có trong 12 hồ sơ; bỏ bước này không đổi ngày hẹn với bà con.',
			'Cộng 4 cơ quan, kể cả cấp dưới.'
		]);
	});
	it('adds the ways to file by unit, and leaves out what saves nothing', () => {
		expect(savedTime(aSaving())).toEqual([{ unit: 'working-day', amount: 642, dossiers: 214 }]);
		const time = [
			{ channel: 'post' as const, unit: 'calendar-day' as const, amount: 0, dossiers: 0 }
		];
		expect(savedTime(aSaving({ time }))).toEqual([]);
	});
});

describe('how it stands', () => {
	test.each([
		[aProposal(), '2026-11-20', 'Chờ gửi đi', 'Từ 20/11/2026, đã 6 ngày'],
		[aProposal({ state: 'sent', sent }), '2026-11-22', 'Chờ trả lời', 'Từ 22/11/2026, đã 4 ngày'],
		[
			aProposal({ state: 'replied', sent, reply: { ...reply, on: '2026-11-26' } }),
			'2026-11-26',
			'Chờ quyết định',
			'Từ hôm nay, 26/11/2026'
		],
		[
			aProposal({ state: 'decided', sent, reply, decision }),
			'2026-11-25',
			'Được chấp nhận',
			'Ngày 25/11/2026'
		],
		[
			aProposal({ state: 'decided', sent, reply, decision: { ...decision, is: 'reject' } }),
			'2026-11-25',
			'Không được chấp nhận',
			'Ngày 25/11/2026'
		],
		[
			aProposal({ state: 'withdrawn', sent, withdrawn: { on: '2026-11-23', reason: 'Thôi' } }),
			'2026-11-23',
			'Đã rút',
			'Ngày 23/11/2026'
		]
	])('%#', (proposal, day, mark, since) => {
		expect(standsSince(proposal)).toBe(day);
		expect(standing(proposal, '2026-11-26')).toMatchObject({ mark, since });
	});
	it('tells of each cut what became of it', () => {
		const missed = [{ kind: 'paper' as const, requirementId: 'a', name: 'Giấy A' }];
		const proposal = aProposal({
			state: 'decided',
			sent,
			reply,
			decision: { ...decision, missed }
		});
		expect(cutLines(proposal)).toEqual([
			{ text: 'Bỏ giấy: Giấy A', note: 'bản đang dùng không còn mục này' },
			{
				text: 'Rút thời hạn nộp tại quầy: 7 ngày làm việc còn 5 ngày làm việc',
				note: 'không được chấp nhận'
			}
		]);
	});
	it('names a database where there is one', () => {
		const cut = { kind: 'paper-to-lookup' as const, requirementId: 'a', name: 'Giấy A' };
		expect(cutText(cut)).toBe('Không phải mang, cán bộ tự tra: Giấy A');
		expect(cutText({ ...cut, database: 'CSDL đất đai' })).toBe(
			'Không phải mang, cán bộ tra trong CSDL đất đai: Giấy A'
		);
		const limit = { unit: 'working-day' as const, value: 3 };
		expect(cutText({ kind: 'step', name: 'Thẩm định', limit })).toBe(
			'Bỏ bước trong cơ quan: Thẩm định (3 ngày làm việc)'
		);
	});
	it('tells of the draft', () => {
		const draft = { id: 'd', state: 'in-force' as const, number: 4, since: '2026-11-25' };
		expect(draftText(aProposal({ draft, decision }))).toBe('Bản số 4 đang áp dụng từ 25/11/2026.');
		expect(draftText(aProposal({ decision }))).toMatch(/^Không có bản nháp/);
		expect(draftText(aProposal({ decision: { ...decision, is: 'reject' } }))).toBe('');
		expect(draftText(aProposal())).toBe('');
	});
});

describe('what was done', () => {
	const nothing = { by: null, on: null, number: null, body: null, agrees: null } as const;
	const event = (more: Partial<CutEvent>): CutEvent => ({
		...nothing,
		action: 'propose',
		at: '2026-11-24T09:05',
		decision: null,
		text: null,
		...more
	});
	test.each([
		[event({}), 'Viết đề nghị'],
		[event({ action: 'send', ...sent }), 'Gửi Sở Tư pháp, văn bản số 12/TTr-UBND ngày 22/11/2026'],
		[
			event({ action: 'reply', number: '88', on: '2026-11-24', agrees: 'no', text: 'Còn cần' }),
			'Trả lời số 88 ngày 24/11/2026: không đồng ý. Còn cần'
		],
		[
			event({ action: 'decide', number: '9', on: '2026-11-25', decision: 'accept' }),
			'Quyết định số 9 ngày 25/11/2026: chấp nhận'
		],
		[event({ action: 'withdraw', text: 'Tính lại' }), 'Rút đề nghị. Tính lại']
	])('%#', (one, what) => {
		expect(eventText(one).what).toBe(what);
		expect(eventText(one).noted).toBe('Ghi lúc 9 giờ 05, Thứ Ba, 24/11/2026');
		expect(eventText({ ...one, by: 'Lê Thị Đào' }).noted).toMatch(/^Lê Thị Đào ghi lúc/);
	});
	it('says what a decision made', () => {
		const { cuts } = aProposal();
		expect(doneLines({ action: 'send', answer: {} })).toEqual(['Đã ghi. Bây giờ chờ trả lời.']);
		expect(doneLines({ action: 'decide', answer: {} })).toEqual(['Đã ghi quyết định.']);
		expect(
			doneLines({
				action: 'decide',
				answer: { draftId: 'd', missed: cuts.slice(0, 1), otherDrafts: 2 }
			})
		).toEqual([
			'Đã ghi quyết định và tạo bản nháp cho bản tiếp theo của thủ tục.',
			'Không áp dụng được vì bản đang dùng không còn: Bỏ giấy: Giấy A.',
			'Thủ tục này đang có 2 bản nháp khác; bản mới nằm riêng, không ghi đè lên.'
		]);
		expect(doneLines({ action: 'decide', answer: { draftId: null, missed: cuts } })).toHaveLength(
			1
		);
	});
	it('says why not', () => {
		expect(cutRefusal({ kind: 'invalid', key: 'cut-day' })).toMatch(/^Ngày văn bản/);
		expect(cutRefusal({ kind: 'offline' })).toMatch(/bấm lại không tạo hai lần/);
	});
});

describe('the file', () => {
	it('has a cell for every head, numbers as numbers', () => {
		const sheet = cutSheet(
			aRegister([aProposal({ state: 'decided', sent, reply, decision }), aProposal()])
		);
		for (const row of sheet.rows) expect(row).toHaveLength(sheet.heads.length);
		expect(sheet.widths).toHaveLength(sheet.heads.length);
		const cell = (head: string) => sheet.rows[0]?.[sheet.heads.indexOf(head)];
		expect(cell('Bớt ngày làm việc')).toBe(642);
		expect(cell('Quyết định')).toBe('số 9/QĐ ngày 25/11/2026');
		expect(cell('Từ ngày')).toEqual({ date: '2026-11-25' });
	});
});

describe('the address', () => {
	test.each([
		['', { page: 'list' }],
		['?tinh-trang=sent', { page: 'list', state: 'sent' }],
		['?tinh-trang=lost', { page: 'list' }],
		['?so=p1', { page: 'one', id: 'p1' }],
		['?moi=1', { page: 'new', code: '', papers: [], steps: [] }],
		[
			'?ma=1.001193&giay=a,b&buoc=Th%E1%BA%A9m+%C4%91%E1%BB%8Bnh',
			{ page: 'new', code: '1.001193', papers: ['a', 'b'], steps: ['Thẩm định'] }
		]
	])('%s', (search, address) => expect(readCutAddress(search)).toEqual(address));
	it('goes back and forth', () => {
		const search = (href: string) => href.slice(href.indexOf('?'));
		const place = { state: 'replied' as const, procedureCode: '1.001193' };
		expect(readCutAddress(search(listHref(place)))).toEqual({ page: 'list', ...place });
		expect(readCutAddress(search(oneHref('p1')))).toEqual({ page: 'one', id: 'p1' });
		expect(listHref()).not.toContain('?');
	});
});
