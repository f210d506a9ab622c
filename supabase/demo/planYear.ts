import type { WorkingCalendar } from '#domain/clock/workingCalendar.ts';
import { seedArticle } from '#domain/report/seedArticle.ts';
import { askForPapers } from './askForPapers.ts';
import { draftLives, type World } from './draftLives.ts';
import { endLives, type Ended } from './endLives.ts';
import type { Life, Way } from './Life.ts';
import type { DemoProcedure } from './demoCatalogue.ts';
import type { DemoOffice } from './offices.ts';
import { openOfficeTime } from './officeTime.ts';
import { COMMUNES, inventPerson, type Person } from './people.ts';
import { createRandom, uuidOf } from './random.ts';

/** The totals that a plan must come out at. */
export interface YearTotals {
	onTime: number;
	early: number;
	/** Filed online, with help at the desk or from a phone. */
	online: number;
}

/** The totals of the article, taken at their printed value. */
export const articleTotals: YearTotals = {
	onTime: seedArticle.onTime.value,
	early: seedArticle.early.value,
	online: seedArticle.online.value
};

/** What a plan is made from. The same input gives the same plan, to the minute. */
export interface PlanInput {
	seed: string;
	totals: YearTotals;
	offices: readonly DemoOffice[];
	procedures: readonly DemoProcedure[];
	calendar: WorkingCalendar;
}

/** Three in a hundred come by post. Invented. */
const postShare = 0.03;
/** Most online dossiers of 2021 were filed with an officer's help. Invented. */
const assistedShare = 0.4;

/**
 * Plans the lives of all dossiers received and solved in the article's period, in the order of receipt; reads and writes
 * nothing. Exactly `totals` end on their date and before it, none after; none is received on a day off. Throws
 * RangeError when the procedures leave no room for that.
 */
export function planYear({ seed, totals, offices, procedures, calendar }: PlanInput): Life[] {
	const random = createRandom(seed);
	const time = openOfficeTime(calendar, seedArticle.from, seedArticle.to);
	const world: World = { offices, procedures, time, random };
	const drafts = draftLives(world, random.shuffle(drawWays(totals)));
	const ended = endLives(askForPapers(drafts, time, random), totals, time, random);
	const sittings = seatPeople(ended, world, seed);
	return ended.map((one, index) => {
		const sitting = sittings[index];
		if (!sitting) throw new RangeError('nobody sits there');
		const { handedTo, returnedAt } = handOut(one, world);
		return {
			...one,
			id: uuidOf(seed, 'dossier', String(index)),
			...sitting,
			handedTo,
			...(returnedAt === undefined ? {} : { returnedAt })
		};
	});
}

function drawWays({ onTime, early, online }: YearTotals): Way[] {
	const total = onTime + early;
	const assisted = Math.round(online * assistedShare);
	const posted = Math.round(total * postShare);
	const repeat = (way: Way, times: number) => Array.from({ length: times }, () => way);
	return [
		...repeat('assisted', assisted),
		...repeat('phone', online - assisted),
		...repeat('post', posted),
		...repeat('counter', total - online - posted)
	];
}

type Sitting = Pick<Life, 'person' | 'visitId' | 'filedAt'>;

/** Who files what, and when: some people have two matters in one sitting, some come back another day. */
function seatPeople(lives: readonly Ended[], { time, random }: World, seed: string): Sitting[] {
	const known: Person[] = [];
	const latest = new Map<string, Sitting & { day: number }>();
	return lives.map((life, index) => {
		const { day } = time.split(life.receivedAt);
		const before = latest.get(life.office.id);
		const isPlain = life.way === 'counter' && life.asking?.stage !== 'before';
		const isSameSitting = isPlain && before?.day === day && random.chance(0.07);
		const person = isSameSitting
			? before.person
			: known.length > 20 && random.chance(0.12)
				? random.pick(known)
				: inventPerson(random, index, life.office.commune ?? random.pick(COMMUNES));
		known.push(person);
		const visitId = isSameSitting ? before.visitId : uuidOf(seed, 'visit', String(index));
		const sitting = {
			person: reachable(person, life.way, index),
			visitId,
			filedAt: fileTime(life, time, random)
		};
		if (isPlain) latest.set(life.office.id, { ...sitting, day });
		return sitting;
	});
}

/** Who files from a phone has one. */
function reachable(person: Person, way: Way, index: number): Person {
	if (way !== 'phone' || person.phone) return person;
	return { ...person, phone: `090000${String(index).padStart(4, '0')}` };
}

function fileTime(life: Ended, time: World['time'], random: World['random']): number {
	if (life.asking?.stage === 'before') return life.asking.askedAt - random.whole(4, 15);
	const { day, officeMinute } = time.split(life.receivedAt);
	// From home, some time of the evening before; the desk answers within eight working hours.
	if (life.way === 'phone') {
		const before = time.days[time.indexOf(day) - 1];
		return before === undefined
			? life.receivedAt - 5
			: before * 1440 + random.whole(17 * 60 + 30, 21 * 60);
	}
	return time.at(day, officeMinute - random.whole(3, 9));
}

/** Who got the result and when; nobody, when that would be after the period. */
function handOut(life: Ended, { time, random }: World): Pick<Life, 'handedTo' | 'returnedAt'> {
	const { day, officeMinute } = time.split(life.finishedAt);
	if (life.limit.unit === 'same-day') return { handedTo: 'applicant', returnedAt: life.finishedAt };
	const isPosted = life.way === 'post' || random.chance(0.03);
	const handedTo = isPosted ? 'post' : random.chance(0.06) ? 'proxy' : 'applicant';
	const waited = isPosted ? 1 : Math.floor(random.next() ** 2 * 6);
	const returnDay = time.days[time.indexOf(day) + waited];
	if (returnDay === undefined || (waited === 0 && officeMinute > time.length - 15))
		return { handedTo };
	const least = waited === 0 ? officeMinute + 10 : 15;
	return { handedTo, returnedAt: time.at(returnDay, random.whole(least, time.length - 2)) };
}
