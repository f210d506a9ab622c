import * as z from 'zod/mini';
import type { Executor } from '#embedded/database.ts';

/** The figures the article names, wherever they were counted. */
export type Counted = {
	received: number;
	early: number;
	onTime: number;
	late: number;
	online: number;
};

const Cells = z.object({
	receivedOnline: z.int(),
	receivedOther: z.int(),
	early: z.int(),
	onTime: z.int(),
	late: z.int()
});
const Answers = z.object({
	report: z.object({ total: Cells, lines: z.array(z.object({ cells: Cells })) }),
	dashboard: z.object({ year: Cells, months: z.array(z.looseObject({})) }),
	told: z.object({ figures: z.nullable(z.looseObject({})) })
});

const days = { from: '2021-01-01', to: '2021-08-17' };
const hourOffset = 7 * 60 * 60 * 1000;

/**
 * Counts from the raw events alone, by a few lines that know nothing of the reports: what each event changed, one after the
 * other, and the local date on which a dossier was finished against the date it was due.
 */
export async function countEvents(database: Pick<Executor, 'query'>): Promise<Counted> {
	const events = await database.query<{ id: string; changes: Record<string, unknown> }>(
		'select dossier_id as id, changes from public.dossier_events order by dossier_id, sequence'
	);
	const dossiers = new Map<string, Record<string, unknown>>();
	for (const { id, changes } of events) dossiers.set(id, { ...dossiers.get(id), ...changes });
	const counted = { received: 0, early: 0, onTime: 0, late: 0, online: 0 };
	for (const dossier of dossiers.values()) {
		if (!dossier.received_at) continue;
		counted.received += 1;
		if (dossier.channel === 2) counted.online += 1;
		if (!dossier.finished_at) continue;
		const ended = new Date(Date.parse(String(dossier.finished_at)) + hourOffset);
		const day = ended.toISOString().slice(0, 10);
		const due = String(dossier.due_date);
		counted[day < due ? 'early' : day === due ? 'onTime' : 'late'] += 1;
	}
	return counted;
}

/** What the report of these days, the leader's page of the last of them and the public page answer this account. */
export async function askReports(
	database: Pick<Executor, 'query' | 'exec'>,
	leader: string
): Promise<Record<'report' | 'dashboard' | 'told', unknown>> {
	await database.exec('select app.tell_public_figures()');
	const [row] = await database.query<{ answers: Record<'report' | 'dashboard' | 'told', unknown> }>(
		`with caller as materialized (select set_config('request.jwt.claim.sub', $1, false))
		select jsonb_build_object(
			'report', public.staff_report($2::text::jsonb || '{"by": "procedure"}'), 'dashboard', public.staff_dashboard('{"protocol": 1, "on": "2021-08-17"}'),
			'told', public.public_figures('{"protocol": 1, "year": 2021}')) as answers from caller`,
		[leader, JSON.stringify({ protocol: 1, ...days })]
	);
	await database.exec(`select set_config('request.jwt.claim.sub', '', false)`);
	if (!row) throw new Error('no answers');
	return row.answers;
}

/**
 * The same figures as each screen has them, asked by the account that leads the district: Biểu II.06a, its lines added up,
 * the leader's page, its months added up, the public page.
 */
export async function readReports(
	database: Pick<Executor, 'query' | 'exec'>,
	leader: string
): Promise<Record<string, Counted>> {
	const { report, dashboard, told } = Answers.parse(await askReports(database, leader));
	return {
		'II.06a': ofCells(report.total),
		'II.06a, lines': sum(report.lines.map(({ cells }) => ofCells(cells))),
		overview: ofCells(dashboard.year),
		'overview, months': sum(dashboard.months.map(ofPlain)),
		public: ofPlain(told.figures ?? {})
	};
}

function ofCells({ receivedOnline, receivedOther, ...cells }: z.infer<typeof Cells>): Counted {
	return { received: receivedOnline + receivedOther, online: receivedOnline, ...cells };
}

function ofPlain(figures: Record<string, unknown>): Counted {
	const { received, early, onTime, late, receivedOnline } = figures;
	const [all = 0, first = 0, second = 0, third = 0, online = 0] = [
		received,
		early,
		onTime,
		late,
		receivedOnline
	].map(Number);
	return { received: all, early: first, onTime: second, late: third, online };
}

function sum(parts: readonly Counted[]): Counted {
	const total = { received: 0, early: 0, onTime: 0, late: 0, online: 0 };
	for (const part of parts)
		for (const key of Object.keys(total) as (keyof Counted)[]) total[key] += part[key];
	return total;
}
