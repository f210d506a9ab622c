import * as z from 'zod/mini';
import type { Executor } from '#embedded/database.ts';

const DossierFault = z.object({
	dossierId: z.string(),
	code: z.optional(z.string()),
	fault: z.enum([
		'chain-broken',
		'events-missing',
		'start-missing',
		'dossier-missing',
		'history-missing',
		'projection-differs',
		'payload-differs'
	]),
	sequence: z.optional(z.int()),
	columns: z.optional(z.array(z.string()))
});
type DossierFault = z.infer<typeof DossierFault>;

const Sums = z.object({ dossiers: z.int(), events: z.int() });
const DayFault = z.object({
	day: z.string(),
	fault: z.enum(['anchor-missing', 'anchor-broken', 'events-differ']),
	said: z.optional(Sums),
	found: z.optional(Sums)
});
type DayFault = z.infer<typeof DayFault>;

const DossierPage = z.object({
	dossiers: z.int(),
	events: z.int(),
	last: z.nullable(z.string()),
	faults: z.array(DossierFault)
});
const Anchor = z.object({ number: z.int(), day: z.string(), hash: z.string() });
const DayPage = z.object({
	anchors: z.int(),
	last: z.nullable(Anchor),
	faults: z.array(DayFault)
});

/** What was checked, how much of it was wrong, and the newest anchor. */
export interface HistoryReport {
	dossiers: number;
	events: number;
	anchors: number;
	faults: number;
	newest: z.infer<typeof Anchor> | undefined;
}

/** Small enough for one page never to hold up an office that is at work. */
const PAGE = { dossiers: 500, days: 20 };

/**
 * Verifies every dossier against its events, every chain of events, and every anchored day (`app.audit_dossiers`,
 * `app.audit_days`), page by page; changes nothing. Each fault is said at once, in one line.
 */
export async function verifyHistory(
	database: Pick<Executor, 'query'>,
	say: (line: string) => void,
	page = PAGE
): Promise<HistoryReport> {
	const report: HistoryReport = {
		dossiers: 0,
		events: 0,
		anchors: 0,
		faults: 0,
		newest: undefined
	};
	const ask = async (call: string, after: unknown, size: number) => {
		const [row] = await database.query<{ answer: unknown }>(`select ${call} as answer`, [
			after,
			size
		]);
		return row?.answer;
	};
	for (let after: string | null = null; ;) {
		const answer = await ask('app.audit_dossiers($1::uuid, $2::int)', after, page.dossiers);
		const { dossiers, events, last, faults } = DossierPage.parse(answer);
		if (last === null) break;
		report.dossiers += dossiers;
		report.events += events;
		report.faults += faults.length;
		for (const fault of faults) say(wordsOfDossier(fault));
		after = last;
	}
	for (;;) {
		const after = report.newest?.number ?? 0;
		const answer = await ask('app.audit_days($1::int, $2::int)', after, page.days);
		const { anchors, last, faults } = DayPage.parse(answer);
		if (last === null) break;
		report.anchors += anchors;
		report.faults += faults.length;
		for (const fault of faults) say(wordsOfDay(fault));
		report.newest = last;
	}
	return report;
}

/** What was checked, in a line or two for whoever ran it. */
export function summaryOf(report: HistoryReport): string[] {
	const { dossiers, events, anchors, faults, newest } = report;
	return [
		`Đã kiểm tra ${dossiers} hồ sơ, ${events} sự kiện, ${anchors} mốc ngày: ${
			faults === 0 ? 'tất cả đều khớp.' : `có ${faults} chỗ không khớp.`
		}`,
		...(newest
			? [
					`Mốc mới nhất: số ${newest.number}, hết ngày ${dayOf(newest.day)}, mã ${newest.hash}`,
					'Hãy ghi mã này ở một nơi ngoài máy chủ, để sau này đối chiếu.'
				]
			: [])
	];
}

function wordsOfDossier({ code, dossierId, fault, sequence, columns }: DossierFault): string {
	const words: Record<DossierFault['fault'], string> = {
		'chain-broken': `sự kiện số ${sequence} (hoặc sự kiện ngay trước nó) đã bị sửa`,
		'events-missing': `mất sự kiện ngay trước sự kiện số ${sequence}`,
		'start-missing': `mất phần đầu lịch sử, chỉ còn từ sự kiện số ${sequence}`,
		'dossier-missing': 'hồ sơ đã bị xóa, chỉ còn lịch sử',
		'history-missing': 'toàn bộ lịch sử đã bị xóa',
		'projection-differs': `dữ liệu khác với lịch sử ở cột ${(columns ?? []).join(', ')}`,
		'payload-differs': 'nội dung người dân đã nộp bị thay đổi'
	};
	return `Hồ sơ ${code ?? dossierId}: ${words[fault]}.`;
}

function wordsOfDay({ day, fault, said, found }: DayFault): string {
	const words: Record<DayFault['fault'], string> = {
		'anchor-missing': 'mất mốc ngay trước mốc này',
		'anchor-broken': 'mốc này (hoặc mốc ngay trước nó) đã bị sửa',
		'events-differ': `các sự kiện tính đến hết ngày này không còn như lúc ghi mốc (lúc ghi: ${said?.dossiers} hồ sơ, ${said?.events} sự kiện; bây giờ: ${found?.dossiers} hồ sơ, ${found?.events} sự kiện)`
	};
	return `Mốc ngày ${dayOf(day)}: ${words[fault]}.`;
}

function dayOf(iso: string): string {
	return iso.split('-').reverse().join('/');
}
