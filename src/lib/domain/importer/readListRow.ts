import type { Channel, Procedure } from '../catalogue/Procedure.ts';
import { checked } from './checked.ts';
import { cleanLine, stated } from './cleanText.ts';
import { CHANNEL_NAMES } from './draftChannels.ts';
import type { Draft, ImportContext, Imported, ModelField } from './Imported.ts';
import { knownCodeOf } from './inForce.ts';
import { COLUMN_FIELDS, type ColumnKey } from './listColumns.ts';
import {
	feeOf,
	readChannels,
	readFees,
	readMethods,
	readOnline,
	readPapers,
	unknownChannels,
	type ListFee
} from './listFigures.ts';
import type { ListRow } from './listTable.ts';
import { linesPerChannel, readPerChannel } from './listTexts.ts';
import { makeDraft } from './makeDraft.ts';
import { mergeRow } from './mergeRow.ts';
import { openNoteBook, type NoteBook } from './noteBook.ts';
import { readLevels } from './readLevels.ts';
import type { Source } from './Source.ts';

/**
 * A row of a list as a draft. A code that is in force already keeps everything the row does not say, and what it says in
 * the same words: an export that comes back unchanged changes nothing. Without the content in force such a row is no
 * draft: it would empty the procedure.
 */
export function readListRow(row: ListRow, context: ImportContext): Imported {
	const { cells } = row;
	const title = cleanLine(cells.title);
	const known = knownCodeOf(row, context.inForce);
	const base = known === undefined ? undefined : context.inForce?.contents.get(known);
	if (known !== undefined && !base)
		return {
			kind: 'failed',
			reason: `Thủ tục ${known} đã có trong danh mục nhưng chưa lấy được bản đang dùng để đối chiếu. Hãy nhập lại tệp sau ít phút.`
		};
	const code = row.code === '' ? (known ?? '') : row.code;
	if (code === '')
		return {
			kind: 'failed',
			reason: `Dòng này không có mã thủ tục${title === '' ? '' : ` (“${title}”)`}.`
		};
	if (title === '' && !base) return { kind: 'failed', reason: 'Không có tên thủ tục.' };
	const fees = readFees(cells.fee ?? '');
	const made = makeDraft(sourceOf(row, code, title || (base?.title ?? ''), fees, base), context);
	if (made.kind !== 'draft') return made;
	const fresh = withOwnWords(made, row, fees);
	const { notes, ...whole } = base ? mergeRow(base, fresh, row, fees, context) : fresh;
	const book = openNoteBook();
	if (row.code === '')
		book.guess('code', title, 'danh sách không có mã; tìm thấy một thủ tục trùng tên');
	noteLeftOver(row, whole.procedure, book);
	const others = notes.filter(({ field }) => field !== 'code' || row.code !== '');
	return checked(whole.procedure, { ...whole, notes: [...others, ...book.notes] });
}

/** What the cells say of ways to file that the draft does not have, and the columns nobody knows. */
function noteLeftOver({ cells, unknown }: ListRow, procedure: Procedure, book: NoteBook): void {
	for (const part of unknownChannels(cells.channels ?? ''))
		book.drop('channels.kind', part, 'không rõ là cách nộp nào');
	const kinds = procedure.channels.map(({ kind }) => kind);
	for (const key of ['where', 'limit'] as const)
		for (const [kind, text] of linesPerChannel(cells[key] ?? ''))
			if (!kinds.includes(kind) && text !== '')
				book.drop(COLUMN_FIELDS[key], text, 'cột cách nộp không có cách này', CHANNEL_NAMES[kind]);
	for (const { head, text } of unknown)
		book.drop('other', head === '' ? text : `${head}: ${text}`, 'cột không biết tên');
}

function sourceOf(
	{ cells }: ListRow,
	code: string | number,
	title: string,
	fees: readonly ListFee[],
	base: Procedure | undefined
): Source {
	const text = (key: ColumnKey) => stated((cells[key] ?? '').trim());
	const line = (key: ColumnKey) => cleanLine(text(key));
	const kinds = readChannels(cells.channels ?? '') ?? base?.channels.map(({ kind }) => kind) ?? [];
	const ways: Channel['kind'][] = kinds.length > 0 ? kinds : ['in-person'];
	const papers = readPapers(cells.papers ?? '');
	const { levels } = readLevels(line('level'));
	const online = readOnline(cells.onlineLevel ?? '');
	const onlineText = line('onlineLevel') || (online ? cleanLine(cells.onlineLevel) : '');
	return {
		origin: 'Danh sách của cơ quan',
		code,
		title,
		field: line('field'),
		levels,
		levelsText: line('level'),
		decisionNo: line('decisionNo'),
		agency: line('decidedBy'),
		address: readPerChannel(cells.where ?? '')('in-person'),
		subjects: line('whoMayFile'),
		conditions: '',
		steps: { text: '' },
		methods: readMethods(ways, cells.limit ?? '').map((method, index) =>
			index === 0 ? { ...method, fees: fees.map((fee) => fee.line) } : method
		),
		tables: papers.length === 0 ? [] : [{ title: '', rows: papers }],
		laws: text('legalBasis').split('\n').map(cleanLine).filter(Boolean),
		lawsText: line('legalBasis'),
		results: line('result') === '' ? [] : [{ name: line('result') }],
		resultsText: line('result'),
		...(online ? { online } : {}),
		onlineText,
		forms: [],
		leftOver: []
	};
}

/** What a list can say and a record of the portal cannot: people's words, search words, a place for each way to file. */
function withOwnWords(draft: Draft, { cells }: ListRow, fees: readonly ListFee[]): Draft {
	const { procedure } = draft;
	const whereOf = readPerChannel(cells.where ?? '');
	const text = (key: ColumnKey) => cleanLine(cells[key]);
	const said = (['shortTitle', 'summary', 'synonyms'] as const).filter((key) => text(key) !== '');
	const book = openNoteBook();
	for (const key of said) book.read(key, text(key));
	const isDefault = readChannels(cells.channels ?? '') === undefined;
	if (isDefault)
		book.guess('channels.kind', '', 'danh sách không ghi cách nộp; tạm để nộp trực tiếp');
	const isReplaced = (field: ModelField) =>
		said.some((key) => key === field) || (isDefault && field === 'channels.kind');
	const isListed =
		procedure.requirements.length === 0 && procedure.channels.every(({ limit }) => limit === null);
	return {
		...draft,
		notes: [...draft.notes.filter(({ field }) => !isReplaced(field)), ...book.notes],
		procedure: {
			...procedure,
			...(text('shortTitle') === '' ? {} : { shortTitle: text('shortTitle') }),
			...(text('summary') === '' ? {} : { summary: text('summary') }),
			synonyms: (cells.synonyms ?? '').split(/[;\n]/).map(cleanLine).filter(Boolean),
			fees: fees.map(feeOf),
			channels: procedure.channels.map((channel) => ({
				...channel,
				where: whereOf(channel.kind) || channel.where
			})),
			provenance: { ...procedure.provenance, verification: isListed ? 'listed' : 'partial' }
		}
	};
}
