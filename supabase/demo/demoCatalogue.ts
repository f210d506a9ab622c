import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '#domain/catalogue/contentHash.ts';
import { Procedure } from '#domain/catalogue/Procedure.ts';
import type { TimeLimit } from '#domain/clock/clockInput.ts';
import { seedArticle } from '#domain/report/seedArticle.ts';
import { DEMO_FIELDS } from './offices.ts';

/** What the plan of the year needs to know of a procedure. */
export interface DemoProcedure {
	code: string;
	field: string;
	contentHash: string;
	/** Worked out from a source record, not only listed: people come for these more often. */
	isWorkedOut: boolean;
	/** By channel: the time limit, null when the source states none. A channel that does not exist is absent. */
	limits: { 'in-person'?: TimeLimit | null; online?: TimeLimit | null; post?: TimeLimit | null };
	isOnline: boolean;
	policy: 'restart' | 'pause';
	papers: { id: string; name: string; originals: number; copies: number }[];
}

/**
 * Chooses the posted procedures of the simulated year out of the authored catalogue: exactly as many as the article
 * counts, in exactly its number of fields. What only a province decides is left out; then, of whatever field is the
 * largest, the last one (by code) that is only listed. `kept` in code order; `left` = the codes of all others.
 */
export async function chooseProcedures(
	folder: string
): Promise<{ kept: DemoProcedure[]; left: string[] }> {
	const all = readAll(folder);
	let kept = all.filter(({ field, level }) => DEMO_FIELDS.includes(field) && level !== 'province');
	while (kept.length > seedArticle.procedures.value) {
		const largest = largestField(kept);
		const last = kept.findLast(
			({ field, provenance }) => field === largest && provenance.verification === 'listed'
		);
		const dropped = last ?? kept.findLast(({ field }) => field === largest);
		kept = kept.filter((one) => one !== dropped);
	}
	const keptCodes = new Set(kept.map(({ code }) => code));
	return {
		kept: await Promise.all(kept.map(summarise)),
		left: all.map(({ code }) => code).filter((code) => !keptCodes.has(code))
	};
}

/** Every procedure of the catalogue, in code order. */
function readAll(folder: string): Procedure[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json') && file !== 'fields.json')
		.map((file) => Procedure.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function largestField(procedures: Procedure[]): string {
	const counts = new Map<string, number>();
	for (const { field } of procedures) counts.set(field, (counts.get(field) ?? 0) + 1);
	const [[field] = ['']] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return field;
}

async function summarise(procedure: Procedure): Promise<DemoProcedure> {
	const { code, field, onlineLevel, requirements, channels, clock, provenance } = procedure;
	const papers = requirements
		.filter(({ kind }) => kind !== 'electronic' && kind !== 'data-lookup')
		.map(({ id, name, originals, copies }) => ({ id, name, originals, copies }));
	return {
		code,
		field,
		contentHash: await contentHash(procedure),
		isWorkedOut: provenance.verification !== 'listed',
		limits: Object.fromEntries(channels.map(({ kind, limit }) => [kind, limit])),
		isOnline: onlineLevel !== 'none',
		policy: clock.supplement,
		papers
	};
}
