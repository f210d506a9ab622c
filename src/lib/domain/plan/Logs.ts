import * as z from 'zod/mini';
import { Named, PlanHead } from './Plan.ts';

/** How people were told: loa truyền thanh, Zalo, họp thôn, tờ rơi, something else. */
export const OutreachForm = z.enum(['loudspeaker', 'zalo', 'village-meeting', 'leaflet', 'other']);
export type OutreachForm = z.infer<typeof OutreachForm>;

/**
 * Online dossiers received in the 28 days before the day of the talk and in the 28 after it, that day in neither; `after`
 * null = they are not over, `until` is their last day. `others` = further talks of the office in these weeks.
 */
const OutreachEffect = z.object({
	before: z.int(),
	after: z.nullable(z.int()),
	until: z.string(),
	others: z.int()
});

/** One line of the outreach log. `heldOn` is a local date; `reach` people, null = unknown. */
export const Outreach = z.object({
	id: z.string(),
	version: z.int(),
	heldOn: z.string(),
	place: z.string(),
	form: OutreachForm,
	topic: z.string(),
	fieldCode: z.nullable(z.string()),
	fieldName: z.nullable(z.string()),
	procedureCode: z.nullable(z.string()),
	procedureTitle: z.nullable(z.string()),
	reach: z.nullable(z.int()),
	owner: z.string(),
	note: z.string(),
	effect: OutreachEffect
});
export type Outreach = z.infer<typeof Outreach>;

/** The outreach of a year, the latest first; fields and procedures to choose from come for who writes. */
export const OutreachLog = z.extend(PlanHead, {
	year: z.int(),
	entries: z.array(Outreach),
	fields: z.array(z.object({ code: z.string(), name: z.string() })),
	procedures: z.array(z.object({ code: z.string(), name: z.string(), fieldCode: z.string() }))
});
export type OutreachLog = z.infer<typeof OutreachLog>;

/** What a training was about: kỹ năng, thái độ phục vụ, hướng dẫn trực tuyến, quy định mới, something else. */
export const TrainingKind = z.enum(['skill', 'attitude', 'online-help', 'law', 'other']);
export type TrainingKind = z.infer<typeof TrainingKind>;

/** One line of the training log. `hours` for each person; `guests` = people who are no staff here. */
export const Training = z.object({
	id: z.string(),
	version: z.int(),
	heldOn: z.string(),
	kind: TrainingKind,
	topic: z.string(),
	teacher: z.string(),
	hours: z.number(),
	guests: z.int(),
	material: z.string(),
	participants: z.array(Named)
});
export type Training = z.infer<typeof Training>;

/** The trainings of a year, the latest first; the staff to choose from come for who writes. */
export const TrainingLog = z.extend(PlanHead, {
	year: z.int(),
	entries: z.array(Training),
	staff: z.array(Named)
});
export type TrainingLog = z.infer<typeof TrainingLog>;

/** Sums of an outreach log: talks by form, and people reached by those talks whose number is known. */
export function sumOutreach(entries: readonly Pick<Outreach, 'form' | 'reach'>[]) {
	const known = entries.flatMap(({ reach }) => (reach === null ? [] : [reach]));
	return {
		talks: entries.length,
		byForm: OutreachForm.options.map((form) => ({
			form,
			talks: entries.filter((entry) => entry.form === form).length
		})),
		reach: known.reduce((sum, reach) => sum + reach, 0),
		/** Talks of which somebody knows how many people they reached. */
		counted: known.length
	};
}

/** Sums of a training log: trainings, places taken (a person twice counts twice), the staff behind them, hours of all. */
export function sumTraining(
	entries: readonly Pick<Training, 'hours' | 'guests' | 'participants'>[]
) {
	const attended = entries.map(({ participants, guests }) => participants.length + guests);
	return {
		trainings: entries.length,
		places: attended.reduce((sum, people) => sum + people, 0),
		staff: new Set(entries.flatMap(({ participants }) => participants.map(({ id }) => id))).size,
		guests: entries.reduce((sum, { guests }) => sum + guests, 0),
		hours: entries.reduce((sum, { hours }) => sum + hours, 0)
	};
}
