import * as z from 'zod/mini';
import { contentHash } from '$lib/domain/catalogue/contentHash';
import { Field } from '$lib/domain/catalogue/Field';
import { Procedure } from '$lib/domain/catalogue/Procedure';
import { indexEntryOf, listEntryOf, partOf } from '$lib/domain/catalogue/indexEntry';
import type { CatalogueIndex, CatalogueList, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';
import { snapshotHash } from '$lib/domain/catalogue/snapshotHash';
import { fieldGroup, lifeEventSlugs, type FieldGroup } from './loadCatalogue';

/**
 * The catalogue at build time (only prerendered endpoints read it; it never enters a bundle). A file that this app cannot
 * read is left out, and the build says so: `npm run catalogue:check` refuses one among ours, and one of an office must not
 * keep the pages of all others from being built.
 */
const files = import.meta.glob<unknown>('$catalogue/*/*.json', {
	eager: true,
	import: 'default'
});

const fieldFiles = import.meta.glob<unknown>('$catalogue/fields.json', {
	eager: true,
	import: 'default'
});

/** The fields that come with the repository, whatever an office adds. */
const authoredFieldFiles = import.meta.glob<unknown>('/supabase/catalogue/fields.json', {
	eager: true,
	import: 'default'
});

/** All procedures with their content hashes, field by field and by code; read once. */
export function shippedEntries(): Promise<SnapshotEntry[]> {
	entriesOnce ??= readEntries();
	return entriesOnce;
}

let entriesOnce: Promise<SnapshotEntry[]> | undefined;

function readEntries(): Promise<SnapshotEntry[]> {
	const procedures = Object.entries(files).flatMap(([path, file]) => {
		const parsed = Procedure.safeParse(file);
		if (parsed.success) return parsed.data;
		const faults = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
		console.warn(`Không dựng trang của ${path.split('/').at(-1)}, nội dung chưa đúng ở: ${faults}`);
		return [];
	});
	const places = new Map(shippedFields().map(({ code, position }) => [code, position]));
	procedures.sort(
		(a, b) => (places.get(a.field) ?? 0) - (places.get(b.field) ?? 0) || (a.code < b.code ? -1 : 1)
	);
	return Promise.all(
		procedures.map(async (procedure) => ({ contentHash: await contentHash(procedure), procedure }))
	);
}

/** The fields of work, in the order they are posted. */
export function shippedFields(): Field[] {
	return readFields(fieldFiles).sort((a, b) => a.position - b.position);
}

/** One procedure of this build. */
export async function findShipped(code: string): Promise<SnapshotEntry | undefined> {
	return (await shippedEntries()).find(({ procedure }) => procedure.code === code);
}

/** The share card of a field (`static/chia-se`): the authored ones have theirs, what an office adds has the general one. */
export function cardOf(field: string | undefined): string {
	return readFields(authoredFieldFiles).find(({ code }) => code === field)?.code ?? 'mot-cua';
}

function readFields(files: Record<string, unknown>): Field[] {
	return z.array(Field).parse(Object.values(files)[0]);
}

/** The numbers of the parts of this catalogue. */
export async function shippedParts(): Promise<number[]> {
	const entries = await shippedEntries();
	return [...new Set(entries.map((_, place) => partOf(place)))];
}

/** What `/danh-muc/<part>.json` ships. */
export async function shippedPart(part: number): Promise<SnapshotEntry[]> {
	return (await shippedEntries()).filter((_, place) => partOf(place) === part);
}

/** What `/muc-luc.json` ships. */
export async function shippedIndex(): Promise<CatalogueIndex> {
	const entries = await shippedEntries();
	const hashes = entries.map(({ procedure, contentHash }) => ({
		code: procedure.code,
		contentHash
	}));
	return {
		hash: await snapshotHash(hashes),
		fields: shippedFields(),
		procedures: entries.map(indexEntryOf)
	};
}

/** What `/linh-vuc/<field>.json` ships. */
export async function shippedGroup(code: string): Promise<FieldGroup | undefined> {
	return fieldGroup(await shippedIndex(), code);
}

/** What `/danh-sach.json` ships. */
export async function shippedList(): Promise<CatalogueList> {
	const { fields, procedures } = await shippedIndex();
	return { fields, procedures: procedures.map(listEntryOf) };
}

export { lifeEventSlugs };
