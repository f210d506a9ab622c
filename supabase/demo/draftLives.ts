import type { TimeLimit } from '#domain/clock/clockInput.ts';
import { computeClock } from '#domain/clock/computeClock.ts';
import { dayOf, timeOfMinute } from '#domain/clock/localTime.ts';
import { assumedDays, drawMinute, weightOfDay, weightOfField, weightOfOffice } from './demand.ts';
import type { DemoProcedure } from './demoCatalogue.ts';
import type { Way } from './Life.ts';
import type { DemoDepartment, DemoOffice } from './offices.ts';
import type { OfficeTime } from './officeTime.ts';
import type { Random } from './random.ts';

/** A dossier that has a procedure, an office, a time of receipt and the date it is promised for. */
export interface Draft {
	office: DemoOffice;
	department: DemoDepartment;
	procedure: DemoProcedure;
	way: Way;
	limit: TimeLimit;
	isEntered: boolean;
	receivedAt: number;
	promised: string;
}

/** What the year is drawn from. */
export interface World {
	offices: readonly DemoOffice[];
	procedures: readonly DemoProcedure[];
	time: OfficeTime;
	random: Random;
}

/** From 15:00 on the matter of the day may be done on the next one (Luật Hộ tịch Đ5.3). */
export const AFTER_THREE = 360;

const kinds = { counter: 'in-person', assisted: 'online', phone: 'online', post: 'post' } as const;

/**
 * Draws as many dossiers as `ways` has, one for each: received on working days inside the office hours, promised for
 * a date inside the period. In the order of their receipt.
 */
export function draftLives(world: World, ways: readonly Way[]): Draft[] {
	const { random, time } = world;
	const ranks = rankProcedures(world);
	return ways
		.map((way) => {
			const day = random.pickWeighted(time.days, weightOfDay);
			return draftOne(world, ranks, way, day);
		})
		.sort((a, b) => a.receivedAt - b.receivedAt);
}

function draftOne(world: World, ranks: Map<string, number>, way: Way, day: number): Draft {
	const { random, time } = world;
	const receiving = world.offices.filter(({ receives }) => receives);
	for (let attempt = 0; attempt < 400; attempt += 1) {
		const office = random.pickWeighted(receiving, (one) =>
			weightOfOffice(one, receiving.indexOf(one))
		);
		const fields = office.departments.flatMap(({ fields }) => fields);
		const field = random.pickWeighted(fields, (one) => weightOfField(office, one, day));
		const offered = world.procedures.filter((one) => one.field === field && isOffered(one, way));
		if (offered.length === 0) continue;
		const procedure = random.pickWeighted(offered, ({ code }) => 1 / (ranks.get(code) ?? 1));
		const department = office.departments.find(({ fields }) => fields.includes(field));
		const limit = procedure.limits[kinds[way]] ?? undefined;
		const draft = {
			office,
			procedure,
			way,
			limit: limit ?? { unit: 'working-day' as const, value: assumedDays[field] ?? 10 },
			isEntered: limit === undefined,
			receivedAt: time.at(day, drawMinute(random))
		};
		const promised = dueOf(draft, time);
		// What could not be done by the last day of the period came to nobody's mind in these last days.
		if (department && promised && dayOf(promised) <= (time.days.at(-1) ?? 0))
			return { ...draft, department, promised };
	}
	throw new RangeError(`no procedure fits the day ${day}`);
}

/** Whether the procedure can be filed this way. */
function isOffered({ limits, isOnline }: DemoProcedure, way: Way): boolean {
	return kinds[way] in limits && (kinds[way] !== 'online' || isOnline);
}

/** The due date of a dossier after these waits for papers; undefined when no calendar knows it. */
export function dueOf(
	draft: Pick<Draft, 'limit' | 'procedure' | 'receivedAt'>,
	time: OfficeTime,
	waits: [from: number, to: number][] = []
): string | undefined {
	const due = computeClock(
		{
			received: timeOfMinute(draft.receivedAt),
			limit: draft.limit,
			policy: draft.procedure.policy,
			supplements: waits.map(([from, to]) => [timeOfMinute(from), timeOfMinute(to)])
		},
		time.calendar
	);
	return due.ok ? due.dueDate : undefined;
}

/** How common a procedure is among those of its field, 1 = the most common; what was worked out comes before the rest. */
function rankProcedures({ procedures, random }: World): Map<string, number> {
	const ranks = new Map<string, number>();
	const next = new Map<string, number>();
	const mixed = random.shuffle(procedures).sort((a, b) => rarityOf(a) - rarityOf(b));
	for (const { code, field } of mixed) {
		const rank = (next.get(field) ?? 0) + 1;
		next.set(field, rank);
		ranks.set(code, rank);
	}
	return ranks;
}

/** What is done on the spot is asked for most, then what somebody has worked out, then the rest. */
function rarityOf({ isWorkedOut, limits }: DemoProcedure): number {
	if (!isWorkedOut) return 2;
	return limits['in-person']?.unit === 'same-day' ? 0 : 1;
}
