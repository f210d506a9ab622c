import * as z from 'zod/mini';
import { Field } from './Field.ts';
import { LIFE_EVENTS } from './lifeEvents.ts';
import { Procedure, Verification } from './Procedure.ts';

/** A procedure as shipped with the build: the content and its hash. */
export const SnapshotEntry = z.object({ contentHash: z.string(), procedure: Procedure });
export type SnapshotEntry = z.infer<typeof SnapshotEntry>;

/** The whole catalogue as shipped with the build (`/danh-muc.json`). */
export const Snapshot = z.object({
	hash: z.string(),
	fields: z.array(Field),
	entries: z.array(SnapshotEntry)
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What lists and search need of one procedure. */
export const IndexEntry = z.object({
	code: z.string(),
	title: z.string(),
	shortTitle: z.string(),
	summary: z.string(),
	synonyms: z.array(z.string()),
	lifeEvents: z.array(z.enum(LIFE_EVENTS)),
	field: z.string(),
	result: z.string(),
	verification: Verification
});
export type IndexEntry = z.infer<typeof IndexEntry>;

/** The light index (`/muc-luc.json`): fields and one line per procedure. */
export const CatalogueIndex = z.object({ fields: z.array(Field), procedures: z.array(IndexEntry) });
export type CatalogueIndex = z.infer<typeof CatalogueIndex>;

/** The index line of a procedure. */
export function indexEntryOf(procedure: Procedure): IndexEntry {
	return {
		code: procedure.code,
		title: procedure.title,
		shortTitle: procedure.shortTitle,
		summary: procedure.summary,
		synonyms: procedure.synonyms,
		lifeEvents: procedure.lifeEvents,
		field: procedure.field,
		result: procedure.result.name,
		verification: procedure.provenance.verification
	};
}

/** What the server answers to a pull: nothing new, or the changes since a revision. */
export const CatalogueDelta = z.union([
	z.object({ revision: z.int(), unchanged: z.literal(true) }),
	z.object({
		revision: z.int(),
		more: z.boolean(),
		procedures: z.array(
			z.union([
				z.object({
					code: z.string(),
					contentHash: z.string(),
					content: Procedure,
					/** When and under which decision the office posted it (niêm yết). */
					postedOn: z.optional(z.nullable(z.string())),
					postedDecision: z.optional(z.nullable(z.string()))
				}),
				z.object({ code: z.string(), withdrawn: z.string() })
			])
		),
		fields: z.array(Field),
		offices: z.array(
			z.object({ code: z.string(), name: z.string(), address: z.string(), phone: z.string() })
		)
	})
]);
export type CatalogueDelta = z.infer<typeof CatalogueDelta>;
