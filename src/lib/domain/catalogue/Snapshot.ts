import * as z from 'zod/mini';
import { Field } from './Field.ts';
import { LIFE_EVENTS } from './lifeEvents.ts';
import { Procedure, Verification } from './Procedure.ts';

/** A procedure as shipped with the build: the content and its hash. */
export const SnapshotEntry = z.object({ contentHash: z.string(), procedure: Procedure });
export type SnapshotEntry = z.infer<typeof SnapshotEntry>;

/** What lists and search need of one procedure, and the hash of the content it speaks of. */
export const IndexEntry = z.object({
	code: z.string(),
	title: z.string(),
	shortTitle: z.string(),
	summary: z.string(),
	synonyms: z.array(z.string()),
	lifeEvents: z.array(z.enum(LIFE_EVENTS)),
	field: z.string(),
	result: z.string(),
	verification: Verification,
	contentHash: z.string()
});
export type IndexEntry = z.infer<typeof IndexEntry>;

/**
 * The light index (`/muc-luc.json`): fields and one line per procedure, field by field. `hash` names this index; the
 * whole procedures come in parts (`/danh-muc/<part>.json`, see indexEntry.ts).
 */
export const CatalogueIndex = z.object({
	hash: z.string(),
	fields: z.array(Field),
	procedures: z.array(IndexEntry)
});
export type CatalogueIndex = z.infer<typeof CatalogueIndex>;

/** What the lists of a page show of a procedure (`/danh-sach.json`), so that no page waits for the whole index. */
export type ListEntry = Pick<
	IndexEntry,
	'code' | 'shortTitle' | 'field' | 'lifeEvents' | 'verification'
>;

/** The lists of the home page and of all procedures. */
export type CatalogueList = { fields: Field[]; procedures: ListEntry[] };

/** When an office posted a procedure (niêm yết), and under which decision; null = not said. */
export const Posting = z.object({
	postedOn: z.optional(z.nullable(z.string())),
	postedDecision: z.optional(z.nullable(z.string()))
});
export type Posting = z.infer<typeof Posting>;

/** One change: a procedure as it stands now, or the reason it is gone. */
const CatalogueChange = z.union([
	z.object({
		code: z.string(),
		contentHash: z.string(),
		content: Procedure,
		postedOn: Posting.shape.postedOn,
		postedDecision: Posting.shape.postedDecision
	}),
	z.object({ code: z.string(), withdrawn: z.string() })
]);
type CatalogueChange = z.infer<typeof CatalogueChange>;

/**
 * A paper that many lack: about `tenths` of ten people came without it or with a wrong one, out of at least `cases`
 * dossiers of twelve months. `id` is the requirement's.
 */
export const PaperHint = z.object({
	code: z.string(),
	id: z.string(),
	tenths: z.int(),
	cases: z.int()
});
export type PaperHint = z.infer<typeof PaperHint>;

/** All of them; `stamp` names this edition, 0 = none yet. */
const PaperHints = z.object({ stamp: z.int(), papers: z.array(PaperHint) });
export type PaperHints = z.infer<typeof PaperHints>;

/**
 * What the server answers to a pull: nothing new, or the changes since a revision. `unknown` = codes the phone named
 * that this office does not post; `postings` = when it posted what the phone already held; `skipped` = codes whose
 * content this app cannot read (it is older than the office), which must not keep the others from coming; `hints` come
 * with either answer, when there are others than the phone has.
 */
export const CatalogueDelta = z.union([
	z.object({
		revision: z.int(),
		unchanged: z.literal(true),
		hints: z.optional(PaperHints)
	}),
	z.pipe(
		z.object({
			revision: z.int(),
			more: z.boolean(),
			hints: z.optional(PaperHints),
			procedures: z.array(z.looseObject({ code: z.string() })),
			unknown: z.optional(z.array(z.string())),
			postings: z.optional(z.array(z.extend(Posting, { code: z.string() }))),
			fields: z.array(Field),
			offices: z.array(
				z.object({ code: z.string(), name: z.string(), address: z.string(), phone: z.string() })
			)
		}),
		z.transform(({ procedures, ...delta }) => {
			const read = procedures.map((change) => CatalogueChange.safeParse(change));
			return {
				...delta,
				procedures: read.flatMap(({ data }): CatalogueChange[] => (data ? [data] : [])),
				skipped: procedures.flatMap(({ code }, at) => (read[at]?.success ? [] : [code]))
			};
		})
	)
]);
export type CatalogueDelta = z.infer<typeof CatalogueDelta>;
