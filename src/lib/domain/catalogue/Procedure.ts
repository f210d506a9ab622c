import * as z from 'zod/mini';
import { TimeLimit } from '../clock/clockInput.ts';
import { CHANNEL_KINDS } from './channelKinds.ts';
import { Condition } from './Condition.ts';
import { EForm } from './EForm.ts';
import { Fee } from './Fee.ts';
import { LIFE_EVENTS } from './lifeEvents.ts';
import { Question } from './Question.ts';
import { Requirement } from './Requirement.ts';

/** Ways to file (kênh thực hiện), each with where to go, its time limit and plain steps. `limit` null = the source states none. */
export const Channel = z.strictObject({
	kind: z.enum(CHANNEL_KINDS),
	where: z.string(),
	limit: z.nullable(TimeLimit),
	limitNote: z.optional(z.string()),
	steps: z.array(z.string()).check(z.minLength(1))
});
export type Channel = z.infer<typeof Channel>;

/** A step of the office inside the time limit of the whole (hạn nội bộ): it never moves the date promised to the citizen. */
export const Stage = z.strictObject({
	name: z.string().check(z.minLength(3)),
	limit: TimeLimit,
	source: z.optional(z.string())
});
export type Stage = z.infer<typeof Stage>;

/** An agency whose view is asked for; `silence` = what it means when nothing comes by its limit. */
export const Consult = z.strictObject({
	agency: z.string().check(z.minLength(3)),
	limit: TimeLimit,
	silence: z.enum(['agrees', 'waits']),
	source: z.optional(z.string())
});
export type Consult = z.infer<typeof Consult>;

/**
 * How far an entry is checked: `listed` = name, field, where to ask; `partial` = every figure and paper traceable to a
 * named source record; `full` = confirmed by a named officer.
 */
export const Verification = z.enum(['listed', 'partial', 'full']);
export type Verification = z.infer<typeof Verification>;

/** Levels of government; `other` = an agency outside them ("Cơ quan khác"). */
export const Level = z.enum(['ministry', 'province', 'commune', 'other']);
export type Level = z.infer<typeof Level>;

const CODE = /^\d\.\d{6}$/;

/**
 * Where an entry says something else than its source record, or a figure the record does not hold: the place ("text",
 * "fee <label>", "limit <channel>", "paper <id>"), what stands here, what stands there, and why.
 */
const SourceDifference = z.strictObject({
	at: z.string(),
	ours: z.string(),
	source: z.string(),
	reason: z.string().check(z.minLength(10))
});

/** An administrative procedure (thủ tục hành chính) as data: design §4. The same schema checks it everywhere. */
export const Procedure = z.strictObject({
	schema: z.literal(1),
	code: z.string().check(z.regex(CODE)),
	title: z.string(),
	shortTitle: z.string(),
	synonyms: z.array(z.string()),
	lifeEvents: z.array(z.enum(LIFE_EVENTS)),
	field: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
	level: Level,
	/** All levels the source names, where it names several; `level` is the one nearest to people. */
	levels: z.optional(z.array(Level).check(z.minLength(2))),
	decidedBy: z.string(),
	decisionNo: z.optional(z.string()),
	result: z.strictObject({ name: z.string(), code: z.optional(z.string()) }),
	/** `unknown` = the source states no level. */
	onlineLevel: z.enum(['full', 'partial', 'none', 'unknown']),
	summary: z.string(),
	whoMayFile: z.string(),
	/** A duty with a date the reader should know, e.g. "within 60 days of birth". */
	deadline: z.optional(z.string()),
	questions: z.array(Question),
	requirements: z.array(Requirement),
	notes: z.array(z.strictObject({ id: z.string(), text: z.string(), when: z.optional(Condition) })),
	channels: z.array(Channel),
	fees: z.array(Fee),
	/** What a supplement does to the time limit; the office's own steps, in order; whom it asks. */
	clock: z.strictObject({
		supplement: z.enum(['restart', 'pause']),
		stages: z.optional(z.array(Stage)),
		consults: z.optional(z.array(Consult))
	}),
	proxy: z.string(),
	mistakes: z.array(z.string()),
	lookalikes: z.array(
		z.strictObject({ code: z.optional(z.string()), title: z.string(), notThisIf: z.string() })
	),
	/** Codes of what people often do before, after or beside this. */
	related: z.optional(z.array(z.string().check(z.regex(CODE)))),
	legalBasis: z.array(z.string()),
	retention: z.string(),
	eForm: z.nullable(EForm),
	provenance: z.strictObject({
		source: z.string(),
		asOf: z.iso.date(),
		verification: Verification,
		unverified: z.array(z.string()),
		differences: z.optional(z.array(SourceDifference))
	})
});
export type Procedure = z.infer<typeof Procedure>;
