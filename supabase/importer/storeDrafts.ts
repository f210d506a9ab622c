import { draftReport } from '#domain/importer/draftReport.ts';
import type { Draft, ImportedRecord } from '#domain/importer/Imported.ts';
import type { Executor } from '#embedded/database.ts';

/** What became of a draft in the database: new, in place of an earlier import, or there already. */
export type Stored = 'draft' | 'renewed' | 'known';

/** A record with what became of it in the database; records that are no drafts have no `stored`. */
export type StoredRecord = ImportedRecord & { stored?: Stored };

/**
 * Hands every draft to the office's database, where it waits for an editor. One that the database refuses is failed, with
 * the reason; the others go on.
 */
export async function storeDrafts(
	records: readonly ImportedRecord[],
	database: Executor,
	actor: string
): Promise<StoredRecord[]> {
	const stored: StoredRecord[] = [];
	for (const record of records) {
		const { result } = record;
		stored.push(result.kind === 'draft' ? await store(record, result, database, actor) : record);
	}
	return stored;
}

async function store(
	record: ImportedRecord,
	draft: Draft,
	database: Executor,
	actor: string
): Promise<StoredRecord> {
	try {
		const [row] = await database.query<{ done: string }>(
			'select app.import_draft($1::text::jsonb, $2::text::jsonb, $3::text) as done',
			[JSON.stringify(draft.procedure), JSON.stringify(draftReport(record, draft)), actor]
		);
		const done = row?.done;
		return { ...record, stored: done === 'renewed' || done === 'known' ? done : 'draft' };
	} catch (cause) {
		const message = cause instanceof Error ? cause.message : String(cause);
		const reason =
			message === 'content-invalid'
				? 'Cơ sở dữ liệu không nhận nội dung này (quá lớn, hoặc lĩnh vực chưa có).'
				: `Cơ sở dữ liệu không nhận bản nháp này (mã lỗi: ${message}).`;
		return { ...record, result: { kind: 'failed', reason } };
	}
}
