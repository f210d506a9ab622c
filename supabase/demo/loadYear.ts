import { dayOf } from '#domain/clock/localTime.ts';
import { WorkingCalendar } from '#domain/clock/workingCalendar.ts';
import { seedArticle } from '#domain/report/seedArticle.ts';
import type { Executor } from '#embedded/database.ts';
import { callsOfYear } from './callsOf.ts';
import { callsOfCatalogue } from './callsOfCatalogue.ts';
import type { DemoProcedure } from './demoCatalogue.ts';
import { liveYear, type YearTools } from './liveYear.ts';
import type { DemoOffice } from './offices.ts';
import { planYear, type YearTotals } from './planYear.ts';
import { quoteArticle } from './quoteArticle.ts';
import { registerTargets } from './registerTargets.ts';

/** What is loaded: by which seed, how much, where, under which procedures. */
export interface YearOrder {
	seed: string;
	totals: YearTotals;
	offices: readonly DemoOffice[];
	/** The procedures to post, and the codes of all others in the database. */
	catalogue: { kept: DemoProcedure[]; left: string[] };
}

/**
 * Lets a database with offices, accounts and catalogue live the whole year: first the catalogue is posted, then every
 * dossier comes, is worked on and goes. Throws when anything is refused; what was done until then stays.
 */
export async function loadYear(order: YearOrder, tools: YearTools): Promise<void> {
	const { seed, totals, offices, catalogue } = order;
	const versions = await tools.database.query<{ code: string; version: string }>(
		'select code, current_version_id as version from public.procedures'
	);
	const [stored] = await tools.database.query<{ calendar: unknown }>(
		'select app.working_calendar() as calendar'
	);
	const lives = planYear({
		seed,
		totals,
		offices,
		procedures: catalogue.kept,
		calendar: WorkingCalendar.parse(stored?.calendar)
	});
	const posting = callsOfCatalogue(
		catalogue.kept,
		catalogue.left,
		new Map(versions.map(({ code, version }) => [code, version])),
		keepersOf(offices)
	);
	const year = callsOfYear(lives, dayOf(seedArticle.from), dayOf(seedArticle.to));
	await liveYear(posting, tools);
	await registerTargets(offices, tools);
	await liveYear(year, tools);
	const [district] = offices;
	if (district) await quoteArticle(tools.database, district.id);
}

function keepersOf(offices: readonly DemoOffice[]) {
	const staff = offices.filter(({ receives }) => receives).flatMap(({ staff }) => staff);
	const editor = staff.find(({ roles }) => roles.includes('editor'));
	const leader = staff.find(({ roles }) => roles.includes('leader'));
	if (!editor || !leader) throw new RangeError('nobody keeps the catalogue');
	return { editor, leader };
}

/** What a database holds, counted from the dossiers themselves. */
export interface YearFigures {
	procedures: number;
	fields: number;
	received: number;
	solved: number;
	early: number;
	onTime: number;
	late: number;
	online: number;
	/** Received on a day off: must be none. */
	onDaysOff: number;
}

/** Counts, by local dates (domain §2.7): end before the due date, on it, after it. */
export async function readFigures(database: Pick<Executor, 'query'>): Promise<YearFigures> {
	const [figures] = await database.query<YearFigures>(figuresSql);
	if (!figures) throw new Error('no figures');
	return figures;
}

const figuresSql = `
	with counted as (
		select channel, due_date, app.local_time(received_at)::date as received_on, app.local_time(finished_at)::date as ended_on
		from public.dossiers where received_at is not null
	)
	select
		(select count(*) from public.procedures where status = 'published' and posted_on is not null)::int as procedures,
		(select count(distinct field_code) from public.procedures
			where status = 'published' and posted_on is not null)::int as fields,
		count(*)::int as received,
		count(ended_on)::int as solved,
		count(*) filter (where ended_on < due_date)::int as early,
		count(*) filter (where ended_on = due_date)::int as "onTime",
		count(*) filter (where ended_on > due_date or ended_on is null)::int as late,
		count(*) filter (where channel = 2)::int as online,
		count(*) filter (where not app.is_working_day(received_on, known.calendar))::int as "onDaysOff"
	from counted, (select app.index_calendar(app.working_calendar()) as calendar) as known`;
