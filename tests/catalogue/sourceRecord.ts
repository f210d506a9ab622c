import { existsSync, readFileSync } from 'node:fs';

/** A record of the source data (shared reference), as far as it is compared. */
export type SourceRecord = {
	code?: string;
	decision_no?: string;
	result_raw?: string;
	legal_basis?: string[];
	fees_raw?: string;
	processing_time_raw?: string;
	methods?: { channel: string; qty: number | null; unit: string | null; time_raw: string }[];
	documents?: { name: string; original: number; copy: number }[];
};

const SOURCE = '../shared/data/procedures-reference.json';

/** The source records by code, or undefined (said aloud) where the data is not beside the project. */
export function loadSource(): Map<string, SourceRecord> | undefined {
	if (!existsSync(SOURCE)) {
		console.warn(
			`SKIPPED: ${SOURCE} is not here, so the catalogue is not compared with its source`
		);
		return undefined;
	}
	const records = JSON.parse(readFileSync(SOURCE, 'utf8')) as SourceRecord[];
	return new Map(records.flatMap((record) => (record.code ? [[record.code, record]] : [])));
}
