import { Asked } from '$lib/features/figures';
import { describe, expect, it } from 'vitest';
import type { StaffSimplification } from '$lib/data/ports/StaffSimplification';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import type { CostReport } from '$lib/domain/simplification/Costs';
import type { PaperFlag, PaperReview } from '$lib/domain/simplification/Review';
import { costsHref, proposalHref, readCostAddress, reviewHref } from './costAddress';
import { costSheet, flagWords, stepName } from './costWords';

const report = (name: string): CostReport => ({
	from: '2026-03-01',
	to: '2026-03-31',
	agency: { id: 'a', name },
	agencies: 1,
	lines: []
});

describe('the address', () => {
	const year = { from: '2026-01-01', to: '2026-12-31', code: '' };

	it.each([
		['', year],
		['?tu=2026-03-31&den=2026-03-01', year],
		[
			'?ma=1.001193&tu=2026-03-01&den=2026-03-31&co-quan=a',
			{ from: '2026-03-01', to: '2026-03-31', code: '1.001193', agencyId: 'a' }
		]
	])('%j', (search, address) => expect(readCostAddress(search, '2026-11-26')).toEqual(address));

	it('leads back to itself', () => {
		const address = { from: '2026-03-01', to: '2026-03-31', code: '1.001193', agencyId: 'a' };
		expect(readCostAddress(new URL(reviewHref(address), 'http://x').search, 'x')).toEqual(address);
		expect(costsHref(address)).toBe('/can-bo/cat-giam?tu=2026-03-01&den=2026-03-31&co-quan=a');
	});

	it.each([
		[[], undefined, '?ma=1.001193'],
		[['to-khai', 'can-cuoc'], undefined, '?ma=1.001193&giay=to-khai%2Ccan-cuoc'],
		[[], 'Thẩm định', '?ma=1.001193&buoc=Th%E1%BA%A9m+%C4%91%E1%BB%8Bnh']
	])('of a proposal about %j and %s', (papers, step, search) =>
		expect(proposalHref('1.001193', papers, step)).toBe(`/can-bo/cat-giam/de-nghi${search}`)
	);
});

describe('the words', () => {
	const paper: PaperReview = {
		requirementId: 'can-cuoc',
		name: 'Căn cước',
		kind: 'show-original',
		cases: 1214,
		lacking: 0,
		sent: 30,
		opened: 0,
		replacedBy: { database: 'Cơ sở dữ liệu quốc gia về dân cư', law: 'NĐ 1' },
		alsoAskedBy: 12,
		examples: ['Kết hôn', 'Khai tử', 'Nhận con'],
		flags: []
	};

	it.each<[PaperFlag, Partial<PaperReview>, string, string | undefined]>([
		['in-database', {}, 'Đã có trong Cơ sở dữ liệu quốc gia về dân cư', 'NĐ 1'],
		['in-database', { replacedBy: null }, 'Cán bộ tự tra được trong cơ sở dữ liệu', undefined],
		['never-lacked', {}, 'Chưa ai thiếu trong 1.214 lượt', undefined],
		['unread', {}, 'Gửi ảnh trong 30 hồ sơ, chưa cán bộ nào mở ra xem', undefined],
		[
			'duplicate',
			{},
			'12 thủ tục khác cũng hỏi giấy này',
			'Kết hôn; Khai tử; Nhận con và 9 thủ tục nữa.'
		],
		[
			'duplicate',
			{ alsoAskedBy: 1, examples: ['Kết hôn'] },
			'1 thủ tục khác cũng hỏi giấy này',
			'Kết hôn.'
		]
	])('of %s', (flag, change, text, more) =>
		expect(flagWords({ ...paper, ...change }, flag)).toEqual({ text, ...(more && { more }) })
	);

	it('name steps by the procedure or by what happens', () => {
		expect(stepName({ kind: 'stage', name: 'Thẩm định' })).toBe('Thẩm định');
		expect(stepName({ kind: 'taking-up', name: null })).toMatch(/^Từ lúc nhận/);
	});

	it('stand in a sheet with the sums as numbers', () => {
		const line = {
			code: '1.001193',
			shortTitle: 'Khai sinh',
			field: 'Hộ tịch',
			dossiers: 6,
			papers: 9,
			visits: 7,
			secondTrips: 3,
			done: 0,
			days: 0,
			cost: null
		};
		const sheet = costSheet({ ...report('Xã Một'), agencies: 3, lines: [line] });
		expect(sheet.rows).toEqual([[1, '1.001193', 'Khai sinh', 'Hộ tịch', 6, 9, 7, 3, 0, 0, null]]);
		expect(sheet.heads).toHaveLength(11);
		expect(sheet.widths).toHaveLength(11);
		expect(sheet.titles).toContain('Cộng 3 cơ quan.');
	});
});

describe('what is read', () => {
	/** Reads over answers that come when they are told to. */
	function theReading() {
		const answers: ((answer: Result<CostReport>) => void)[] = [];
		const port = {
			costs: () => new Promise<Result<CostReport>>((resolve) => answers.push(resolve))
		} as unknown as StaffSimplification;
		const reading = new Asked<StaffSimplification, string, CostReport>(
			{ load: async () => port, watch: (answer) => answer },
			(found) => found.costs({ from: 'x', to: 'y' })
		);
		return { reading, answers };
	}
	const settled = () => new Promise((resolve) => setTimeout(resolve));

	it('is the answer of the newest question', async () => {
		const { reading, answers } = theReading();
		const both = [reading.open('one'), reading.open('two')];
		await settled();
		expect(reading.busy).toBe(true);
		answers[1]?.(ok(report('two')));
		answers[0]?.(ok(report('one')));
		await Promise.all(both);
		expect([reading.value?.agency.name, reading.busy]).toEqual(['two', false]);
	});

	it('goes when there is none', async () => {
		const { reading, answers } = theReading();
		const first = reading.open('one');
		await settled();
		answers[0]?.(ok(report('one')));
		await first;
		const second = reading.open('two');
		await settled();
		answers[1]?.(fail({ kind: 'offline' }));
		await second;
		expect([reading.value, reading.failure?.kind]).toEqual([undefined, 'offline']);
	});
});
