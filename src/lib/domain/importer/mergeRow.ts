import { canonicalJson } from '../catalogue/contentHash.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import { cleanLine, isMissing } from './cleanText.ts';
import type { Draft, ImportContext, ModelField } from './Imported.ts';
import { COLUMN_FIELDS, type ColumnKey } from './listColumns.ts';
import { readOnline, type ListFee } from './listFigures.ts';
import { listCells } from './listTexts.ts';
import type { ListRow } from './listTable.ts';
import { UNSORTED_FIELD } from './draftIdentity.ts';
import { isAlike, type Merge } from './Merge.ts';
import { mergeChannels } from './mergeChannels.ts';
import { mergeFees } from './mergeFees.ts';
import { mergePapers } from './mergePapers.ts';
import { openNoteBook } from './noteBook.ts';
import { readLevels } from './readLevels.ts';

/** Columns whose words are the value. */
const TEXTS = [
	'title',
	'shortTitle',
	'decidedBy',
	'whoMayFile',
	'decisionNo',
	'summary'
] as const satisfies readonly (ColumnKey & keyof Procedure)[];
/** Columns of one value a line. */
const LINES = ['legalBasis', 'synonyms'] as const satisfies readonly (ColumnKey &
	keyof Procedure)[];

/**
 * What is in force with what a row says otherwise, line by line: what the row does not say, and what it says in the same
 * words, stays as it was authored. The notes are about what was taken over, and name what was not.
 */
export function mergeRow(
	base: Procedure,
	fresh: Draft,
	{ cells }: ListRow,
	fees: readonly ListFee[],
	context: ImportContext
): Draft {
	const before = listCells(base, context.fields);
	const book = openNoteBook();
	const merge: Merge = {
		base,
		fresh,
		cells,
		before,
		differs: (key) => !isMissing(cells[key] ?? '') && !isAlike(cells[key], before[key]),
		book,
		take: (fields, at) => {
			const some = fresh.notes.filter(
				(note) => fields.includes(note.field) && (at === undefined || note.at === at)
			);
			book.notes.push(...some);
		}
	};
	merge.take(['code']);
	noteUnchanged(merge);
	const merged: Procedure = {
		...base,
		...mergeTexts(merge),
		...mergeOnline(merge),
		...mergeField(merge),
		...mergeLevel(merge),
		...mergeResult(merge),
		...mergePapers(merge),
		channels: mergeChannels(merge),
		fees: merge.differs('fee') ? mergeFees(base.fees, fees, book) : base.fees
	};
	const keys = Object.keys(merged) as (keyof Procedure)[];
	const isChanged =
		keys.some((key) => merged[key] !== base[key]) && canonicalJson(merged) !== canonicalJson(base);
	const isProposed = merge.differs('field') && fresh.newField !== undefined;
	const isTold = book.notes.some(({ why }) => why.startsWith('ngành dọc'));
	if (fresh.vertical && !isTold)
		book.guess('decidedBy', fresh.vertical, 'ngành dọc: thường không nộp ở bộ phận một cửa');
	return {
		kind: 'draft',
		procedure: isChanged ? withRemark(merged, context.file) : base,
		notes: book.notes,
		...(isProposed ? { newField: fresh.newField } : {}),
		...(fresh.vertical ? { vertical: fresh.vertical } : {})
	};
}

/** Columns in the same words were read; "không" where something is in force is told and not taken. */
function noteUnchanged({ cells, before, book }: Merge): void {
	for (const [key, field] of Object.entries(COLUMN_FIELDS) as [ColumnKey, ModelField][]) {
		const cell = cleanLine(cells[key]);
		if (key === 'code' || key === 'onlineLevel' || cell === '') continue;
		if (isAlike(cells[key], before[key])) book.read(field, cell);
		else if (isMissing(cell) && before[key] !== '' && /\p{L}/u.test(cell))
			book.drop(field, cell, 'danh sách ghi là không có; giữ như bản đang dùng');
	}
}

function mergeTexts({ fresh, base, cells, differs, take, book }: Merge): Partial<Procedure> {
	const changed = [...TEXTS, ...LINES].filter(differs);
	take(changed);
	for (const key of LINES.filter(differs))
		for (const line of base[key].filter((one) => !fresh.procedure[key].includes(one)))
			book.drop(key, line, 'có trong bản đang dùng, danh sách không còn ghi');
	for (const key of changed)
		if (!book.notes.some(({ field }) => field === key)) book.read(key, cleanLine(cells[key]));
	return Object.fromEntries(changed.map((key) => [key, fresh.procedure[key]]));
}

function mergeOnline({ base, cells, take, book }: Merge): Partial<Procedure> {
	const cell = cells.onlineLevel ?? '';
	const online = readOnline(cell);
	if (online !== undefined) {
		if (online === base.onlineLevel) book.read('onlineLevel', cell);
		else take(['onlineLevel']);
		return { onlineLevel: online };
	}
	if (!isMissing(cell)) take(['onlineLevel']);
	return {};
}

function mergeField({ fresh, cells, differs, take, book }: Merge): Partial<Procedure> {
	if (!differs('field')) return {};
	const { field } = fresh.procedure;
	if (field !== UNSORTED_FIELD) {
		take(['field']);
		return { field };
	}
	book.guess(
		'field',
		cleanLine(cells.field),
		'danh mục chưa có lĩnh vực này; giữ lĩnh vực đang dùng'
	);
	return {};
}

function mergeLevel({ fresh, cells, differs, take, book }: Merge): Partial<Procedure> {
	if (!differs('level')) return {};
	const { levels } = readLevels(cleanLine(cells.level));
	if (levels.length === 0) {
		book.drop('level', cleanLine(cells.level), 'không nhận ra cấp nào; giữ như bản đang dùng');
		return {};
	}
	take(['level']);
	const { level, levels: several } = fresh.procedure;
	return { level, levels: several };
}

function mergeResult({ base, fresh, differs, take, book }: Merge): Partial<Procedure> {
	if (!differs('result')) return {};
	take(['result']);
	const { code } = base.result;
	if (code === undefined) return { result: fresh.procedure.result };
	book.guess('result', code, 'giữ mã kết quả của bản đang dùng; hãy xem còn đúng không');
	return { result: { ...fresh.procedure.result, code } };
}

function withRemark(procedure: Procedure, file: string): Procedure {
	const { unverified, ...provenance } = procedure.provenance;
	const remark = `Nhập từ ${file}, chưa ai đối chiếu`;
	return {
		...procedure,
		provenance: {
			...provenance,
			unverified: unverified.includes(remark) ? unverified : [...unverified, remark]
		}
	};
}
