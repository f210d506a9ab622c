import type { Channel, Procedure } from '../catalogue/Procedure.ts';
import { fold } from '../shared/fold.ts';
import { cleanLine, isMissing, stated } from './cleanText.ts';
import type { Draft, ImportContext, Imported } from './Imported.ts';
import type { ColumnKey } from './listColumns.ts';
import {
	feesOf,
	readChannels,
	readFees,
	readMethods,
	readPapers,
	type ListFee
} from './listFigures.ts';
import type { ListRow } from './listTable.ts';
import { listCells, readPerChannel } from './listTexts.ts';
import { checked, makeDraft } from './makeDraft.ts';
import { openNoteBook } from './noteBook.ts';
import { readCode } from './readCode.ts';
import { readLevels } from './readLevels.ts';
import type { Source } from './Source.ts';

/**
 * A row of a list as a draft. A code that is published already keeps everything the row does not say, and what it says
 * in the same words: an export that comes back unchanged changes nothing.
 */
export function readListRow(row: ListRow, context: ImportContext): Imported {
	const { cells } = row;
	const title = cleanLine(cells.title);
	const known = findKnown(row, title, context);
	const code = row.code === '' && known ? known.code : row.code;
	if (code === '')
		return {
			kind: 'failed',
			reason: `Dòng này không có mã thủ tục${title === '' ? '' : ` (“${title}”)`}.`
		};
	const base = known ?? publishedOf(code, context);
	if (title === '' && !base) return { kind: 'failed', reason: 'Không có tên thủ tục.' };
	const fees = readFees(cells.fee ?? '');
	const made = makeDraft(sourceOf(row, code, title || (base?.title ?? ''), fees, base), context);
	if (made.kind !== 'draft') return made;
	const fresh = withOwnWords(made, row, fees);
	const whole = base ? mergeInto(base, fresh, cells, context) : fresh;
	const book = openNoteBook();
	if (row.code === '')
		book.guess('code', title, 'danh sách không có mã; tìm thấy một thủ tục trùng tên');
	for (const { head, text } of row.unknown)
		book.drop('other', `${head}: ${text}`, 'cột không biết tên');
	const notes = whole.notes.filter(({ field }) => field !== 'code' || row.code !== '');
	return checked(whole.procedure, { ...whole, notes: [...notes, ...book.notes] });
}

function publishedOf(code: string | number, { published }: ImportContext): Procedure | undefined {
	const read = readCode(code);
	return read.ok ? published?.get(read.value.code) : undefined;
}

/** A row without code belongs to the one published procedure of exactly this name, if there is exactly one. */
function findKnown(
	row: ListRow,
	title: string,
	{ published }: ImportContext
): Procedure | undefined {
	if (row.code !== '' || title === '' || !published) return undefined;
	const wanted = plainTitle(title);
	const found = [...published.values()].filter((one) => plainTitle(one.title) === wanted);
	return found.length === 1 ? found[0] : undefined;
}

function plainTitle(title: string): string {
	return fold(title)
		.replace(/^thu tuc (?:hanh chinh )?/, '')
		.replace(/[. ]+$/, '');
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
	const online = onlineOf(cells.onlineLevel ?? '');
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
		leftOver: []
	};
}

function onlineOf(cell: string): Source['online'] {
	const text = fold(cell);
	if (/toan trinh|(?:^| )4(?: |$)/.test(text)) return 'full';
	if (/mot phan|(?:^| )3(?: |$)/.test(text)) return 'partial';
	return /^(?:khong|chua|(?:muc )?(?:do )?[12])$/.test(text) ? 'none' : undefined;
}

/** What a list can say and a record of the portal cannot: people's words, search words, a place for each way to file. */
function withOwnWords(draft: Draft, { cells }: ListRow, fees: readonly ListFee[]): Draft {
	const { procedure } = draft;
	const whereOf = readPerChannel(cells.where ?? '');
	const text = (key: ColumnKey) => cleanLine(cells[key]);
	const said = (['shortTitle', 'summary', 'synonyms'] as const).filter((key) => text(key) !== '');
	const book = openNoteBook();
	for (const key of said) book.read(key, text(key));
	const isListed =
		procedure.requirements.length === 0 && procedure.channels.every(({ limit }) => limit === null);
	return {
		...draft,
		notes: [
			...draft.notes.filter(({ field }) => !said.some((key) => key === field)),
			...book.notes
		],
		procedure: {
			...procedure,
			...(text('shortTitle') === '' ? {} : { shortTitle: text('shortTitle') }),
			...(text('summary') === '' ? {} : { summary: text('summary') }),
			synonyms: (cells.synonyms ?? '').split(/[;\n]/).map(cleanLine).filter(Boolean),
			fees: feesOf(fees),
			channels: procedure.channels.map((channel) => ({
				...channel,
				where: whereOf(channel.kind) || channel.where
			})),
			provenance: { ...procedure.provenance, verification: isListed ? 'listed' : 'partial' }
		}
	};
}

/** The parts of the model each column writes. */
const PARTS: Partial<Record<ColumnKey, readonly (keyof Procedure)[]>> = {
	title: ['title'],
	shortTitle: ['shortTitle'],
	field: ['field'],
	level: ['level', 'levels'],
	decidedBy: ['decidedBy'],
	fee: ['fees'],
	onlineLevel: ['onlineLevel'],
	papers: ['requirements', 'questions', 'notes'],
	result: ['result'],
	whoMayFile: ['whoMayFile'],
	decisionNo: ['decisionNo'],
	legalBasis: ['legalBasis'],
	synonyms: ['synonyms'],
	summary: ['summary']
};

/** The published content with what the row says otherwise. */
function mergeInto(
	base: Procedure,
	fresh: Draft,
	cells: ListRow['cells'],
	context: ImportContext
): Draft {
	const before = listCells(base, context.fields);
	const differs = (key: ColumnKey) =>
		!isMissing(cells[key] ?? '') && plain(cells[key]) !== plain(before[key]);
	const columns = (Object.keys(PARTS) as ColumnKey[]).filter(differs);
	const changes = Object.fromEntries(
		columns.flatMap((key) => PARTS[key] ?? []).map((part) => [part, fresh.procedure[part]])
	);
	const channels = ['channels', 'where', 'limit'].some((key) => differs(key as ColumnKey))
		? { channels: fresh.procedure.channels.map((channel) => mergeChannel(channel, base, differs)) }
		: {};
	const isChanged = columns.length > 0 || 'channels' in channels;
	if (!isChanged) return { kind: 'draft', procedure: base, notes: fresh.notes };
	const { unverified, ...provenance } = base.provenance;
	const remark = `Nhập từ ${context.file}, chưa ai đối chiếu`;
	return {
		...fresh,
		procedure: {
			...base,
			...changes,
			...channels,
			provenance: {
				...provenance,
				unverified: unverified.includes(remark) ? unverified : [...unverified, remark]
			}
		}
	};
}

function mergeChannel(
	channel: Channel,
	base: Procedure,
	differs: (key: ColumnKey) => boolean
): Channel {
	const known = base.channels.find(({ kind }) => kind === channel.kind);
	if (!known) return channel;
	return {
		...known,
		...(differs('where') ? { where: channel.where } : {}),
		...(differs('limit') ? { limit: channel.limit, limitNote: channel.limitNote } : {})
	};
}

function plain(text: string | undefined): string {
	return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}
