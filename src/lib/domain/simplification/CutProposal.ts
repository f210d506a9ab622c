import * as z from 'zod/mini';
import { CHANNEL_KINDS } from '../catalogue/channelKinds.ts';
import { TimeLimit } from '../clock/clockInput.ts';

const ChannelKind = z.enum(CHANNEL_KINDS);

/** One thing to cut, by the names of the version it was written against. `to` counts the unit of `from` and is shorter. */
export const Cut = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('paper'), requirementId: z.string(), name: z.string() }),
	/** Not brought any more: the office looks it up in a database. */
	z.object({
		kind: z.literal('paper-to-lookup'),
		requirementId: z.string(),
		name: z.string(),
		database: z.optional(z.string())
	}),
	z.object({ kind: z.literal('time'), channel: ChannelKind, from: TimeLimit, to: TimeLimit }),
	/** A step inside the office: it moves no date of the citizen's. */
	z.object({ kind: z.literal('step'), name: z.string(), limit: TimeLimit })
]);
export type Cut = z.infer<typeof Cut>;

/** A cut as it is asked for; names and old limits are the server's. */
export type WantedCut =
	| { kind: 'paper'; requirementId: string }
	| { kind: 'paper-to-lookup'; requirementId: string; database?: string }
	| { kind: 'time'; channel: z.infer<typeof ChannelKind>; to: TimeLimit }
	| { kind: 'step'; name: string };

/**
 * What cuts would have saved between two local dates, both included: twelve months that end yesterday, or since the first
 * dossier of a younger office. n = `dossiers` received in these days; the rules stand in migration 20261130004710.
 */
export const Savings = z.object({
	from: z.string(),
	to: z.string(),
	agencies: z.int(),
	dossiers: z.int(),
	/** Papers that nobody would have brought. */
	papers: z.int(),
	/** Visits that only the cut papers caused. */
	trips: z.int(),
	/** By how much the promised time of `dossiers` would have been shorter, in `unit`. */
	time: z.array(
		z.object({
			channel: ChannelKind,
			unit: z.enum(['working-day', 'calendar-day', 'working-hour']),
			amount: z.int(),
			dossiers: z.int()
		})
	),
	/** Inner steps, and how many of the dossiers went through them. */
	steps: z.array(z.object({ name: z.string(), limit: TimeLimit, dossiers: z.int() }))
});
export type Savings = z.infer<typeof Savings>;

/** Where a proposal stands, in the order of its way. */
export const CUT_STATES = ['proposed', 'sent', 'replied', 'decided', 'withdrawn'] as const;
const CutState = z.enum(CUT_STATES);
export type CutState = z.infer<typeof CutState>;

export const CUT_AGREES = ['yes', 'partly', 'no'] as const;
const Agrees = z.enum(CUT_AGREES);
export type CutAgrees = z.infer<typeof Agrees>;

const Verdict = z.enum(['accept', 'reject']);

/** What the reader may do about a proposal; the first one is the next step. */
const CutAction = z.enum(['send', 'reply', 'decide', 'withdraw']);
export type CutAction = z.infer<typeof CutAction>;

/** One thing that happened to a proposal. `at` a local time, `on` the date of the paper; `by` only among colleagues. */
const CutEvent = z.object({
	action: z.enum(['propose', 'send', 'reply', 'decide', 'withdraw']),
	at: z.string(),
	by: z.nullable(z.string()),
	on: z.nullable(z.string()),
	number: z.nullable(z.string()),
	body: z.nullable(z.string()),
	agrees: z.nullable(Agrees),
	decision: z.nullable(Verdict),
	/** Summary of a reply, reason of a withdrawal. */
	text: z.nullable(z.string())
});
export type CutEvent = z.infer<typeof CutEvent>;

/** A proposal to cut (đề nghị cắt giảm) as the register shows it. All dates are local. */
export const CutProposal = z.object({
	id: z.string(),
	agency: z.object({ id: z.string(), name: z.string() }),
	/** Counted within agency and year. */
	number: z.int(),
	year: z.int(),
	procedureCode: z.string(),
	procedure: z.string(),
	versionNumber: z.int(),
	cuts: z.array(Cut),
	reason: z.string(),
	/** As counted on the day of the proposal. */
	savings: Savings,
	state: CutState,
	version: z.int(),
	proposedBy: z.nullable(z.string()),
	proposedOn: z.string(),
	sent: z.nullable(z.object({ body: z.string(), number: z.string(), on: z.string() })),
	/** The latest one. */
	reply: z.nullable(
		z.object({
			number: z.string(),
			on: z.string(),
			agrees: Agrees,
			summary: z.nullable(z.string())
		})
	),
	decision: z.nullable(
		z.object({
			is: Verdict,
			number: z.string(),
			on: z.string(),
			/** Places in `cuts`, from 0. */
			accepted: z.array(z.int()),
			/** Accepted cuts that the version in force did not know any more. */
			missed: z.array(Cut)
		})
	),
	withdrawn: z.nullable(z.object({ on: z.string(), reason: z.string() })),
	/** The draft a decision made, and what became of it; `number` and `since` of its version. */
	draft: z.nullable(
		z.object({
			id: z.string(),
			state: z.enum(['open', 'proposed', 'scheduled', 'in-force', 'dropped', 'discarded']),
			number: z.nullable(z.int()),
			since: z.nullable(z.string())
		})
	),
	history: z.array(CutEvent),
	may: z.array(CutAction)
});
export type CutProposal = z.infer<typeof CutProposal>;

/** The register and what the reader may do; `total` may be more than are listed. */
export const CutRegister = z.object({
	today: z.string(),
	home: z.string(),
	agency: z.string(),
	proposes: z.boolean(),
	/** The reader opens drafts of the catalogue. */
	editsDrafts: z.boolean(),
	total: z.int(),
	proposals: z.array(CutProposal)
});
export type CutRegister = z.infer<typeof CutRegister>;

/** What of a procedure in force may be cut, and what the asked cuts would have saved. */
export const CutChoices = z.object({
	procedureCode: z.string(),
	procedure: z.string(),
	versionId: z.string(),
	versionNumber: z.int(),
	papers: z.array(
		z.object({
			requirementId: z.string(),
			name: z.string(),
			lookedUp: z.boolean(),
			database: z.nullable(z.string())
		})
	),
	channels: z.array(z.object({ kind: ChannelKind, limit: z.nullable(TimeLimit) })),
	steps: z.array(z.object({ name: z.string(), limit: TimeLimit })),
	savings: Savings
});
export type CutChoices = z.infer<typeof CutChoices>;

/** What a decision made: the draft, null when nothing of it applied; other drafts of the procedure that were open. */
export const CutDecided = z.object({
	draftId: z.optional(z.nullable(z.string())),
	missed: z.optional(z.array(Cut)),
	otherDrafts: z.optional(z.int())
});
export type CutDecided = z.infer<typeof CutDecided>;

/** The time saved by unit, ways to file together: [{unit, amount, dossiers}], nothing where nothing is saved. */
export function savedTime({ time }: Pick<Savings, 'time'>) {
	const units = [...new Set(time.map(({ unit }) => unit))];
	return units.flatMap((unit) => {
		const lines = time.filter((line) => line.unit === unit);
		const amount = lines.reduce((sum, line) => sum + line.amount, 0);
		const dossiers = lines.reduce((sum, line) => sum + line.dossiers, 0);
		return amount > 0 ? [{ unit, amount, dossiers }] : [];
	});
}

/** The local date since which a proposal stands where it stands. */
export function standsSince(proposal: CutProposal): string {
	const { sent, reply, decision, withdrawn, proposedOn } = proposal;
	return withdrawn?.on ?? decision?.on ?? reply?.on ?? sent?.on ?? proposedOn;
}
