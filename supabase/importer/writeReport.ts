import { countRecords, type ImportCounts } from '#domain/importer/countNotes.ts';
import { MODEL_FIELDS, type FieldNote, type ModelField } from '#domain/importer/Imported.ts';
import { PART_NAMES } from '#domain/importer/partNames.ts';
import type { StoredRecord } from './storeDrafts.ts';

/** What the parts of the model are called in a report: some say more there than where a record is refused. */
const FIELD_NAMES: Record<ModelField, string> = {
	...PART_NAMES,
	questions: 'Trường hợp',
	'requirements.name': 'Giấy tờ: tên',
	'requirements.kind': 'Giấy tờ: cách nộp',
	'requirements.counts': 'Giấy tờ: số lượng',
	notes: 'Lưu ý, điều kiện',
	'channels.kind': 'Cách nộp',
	'channels.where': 'Nơi nộp',
	'channels.limit': 'Thời hạn',
	'channels.steps': 'Trình tự',
	other: 'Phần khác'
};

const WORDS = { read: 'đọc chắc', guessed: 'suy đoán', dropped: 'bỏ lại' };

/** What needs eyes comes first. */
const SHOWN = ['guessed', 'dropped', 'read'] as const;

/** A piece of a report that both forms can write. */
type Block =
	| { kind: 'heading'; level: 1 | 2 | 3; text: string }
	| { kind: 'text'; text: string }
	| { kind: 'table'; head: string[]; rows: string[][] };

/** The report as a text: for machines when the name ends in .json, as a page when in .html, else as Markdown. */
export function reportText(
	records: readonly StoredRecord[],
	file: string,
	dryRun: boolean
): string {
	const counts = countRecords(records);
	if (file.endsWith('.json')) return `${JSON.stringify({ dryRun, counts, records }, null, '\t')}\n`;
	const blocks = [...summaryBlocks(records, counts, dryRun), ...records.flatMap(recordBlocks)];
	return file.endsWith('.html') ? asHtml(blocks) : `${blocks.map(asMarkdown).join('\n\n')}\n`;
}

/** The few lines the command prints. */
export function summaryLines(records: readonly StoredRecord[], dryRun: boolean): string[] {
	const counts = countRecords(records);
	const stored = (what: StoredRecord['stored']) =>
		records.filter((record) => record.stored === what).length;
	const fate = dryRun
		? 'Chạy thử: không lưu bản nháp nào.'
		: `Đã lưu: ${stored('draft')} bản nháp mới, ${stored('renewed')} bản nháp thay bản nhập trước, ${stored('known')} đã có sẵn.`;
	return [
		`${records.length} bản ghi: ${counts.draft} thành bản nháp, ${counts.skipped} bỏ qua, ${counts.failed} không đọc được.`,
		fate,
		...MODEL_FIELDS.map((field) => ({ field, ...counts.fields[field] }))
			.filter(({ read, guessed, dropped }) => read + guessed + dropped > 0)
			.map(
				({ field, read, guessed, dropped }) =>
					`  ${FIELD_NAMES[field].padEnd(24)}${WORDS.read} ${read}, ${WORDS.guessed} ${guessed}, ${WORDS.dropped} ${dropped}`
			)
	];
}

function summaryBlocks(
	records: readonly StoredRecord[],
	counts: ImportCounts,
	dryRun: boolean
): Block[] {
	const newFields = [
		...new Map(
			records.flatMap(({ result }) =>
				result.kind === 'draft' && result.newField
					? [[result.newField.code, result.newField.name]]
					: []
			)
		)
	];
	return [
		{ kind: 'heading', level: 1, text: 'Báo cáo nhập danh mục' },
		{ kind: 'text', text: summaryLines(records, dryRun).slice(0, 2).join(' ') },
		{
			kind: 'table',
			head: ['Phần', 'Đọc chắc', 'Suy đoán', 'Bỏ lại'],
			rows: MODEL_FIELDS.map((field) => {
				const { read, guessed, dropped } = counts.fields[field];
				return [FIELD_NAMES[field], String(read), String(guessed), String(dropped)];
			})
		},
		...(newFields.length === 0
			? []
			: ([
					{ kind: 'heading', level: 2, text: 'Lĩnh vực đề nghị thêm' },
					{
						kind: 'table',
						head: ['Mã', 'Tên'],
						rows: newFields.map(([code, name]) => [code, name])
					}
				] satisfies Block[])),
		{ kind: 'heading', level: 2, text: 'Từng bản ghi' }
	];
}

function recordBlocks({ file, place, result, stored }: StoredRecord): Block[] {
	const where = place === undefined ? file : `${file}, ${place}`;
	if (result.kind !== 'draft') {
		const fate = result.kind === 'skipped' ? 'Bỏ qua' : 'Không đọc được';
		return [
			{ kind: 'heading', level: 3, text: where },
			{ kind: 'text', text: `${fate}: ${result.reason}` }
		];
	}
	const { procedure, notes, vertical } = result;
	const sorted = SHOWN.flatMap((level) => notes.filter(({ confidence }) => confidence === level));
	const fate =
		stored === 'known' ? 'đã có sẵn' : stored === 'renewed' ? 'thay bản nhập trước' : 'bản nháp';
	return [
		{ kind: 'heading', level: 3, text: `${procedure.code} ${procedure.title}` },
		{
			kind: 'text',
			text: `${where}: ${fate}.${vertical ? ` Ngành dọc: ${vertical}.` : ''}`
		},
		{
			kind: 'table',
			head: ['Phần', 'Mức', 'Vì sao', 'Nguồn ghi'],
			rows: sorted.map(noteRow)
		}
	];
}

function noteRow({ field, at, confidence, why, source }: FieldNote): string[] {
	return [`${FIELD_NAMES[field]}${at ? ` (${at})` : ''}`, WORDS[confidence], why, source];
}

function asMarkdown(block: Block): string {
	if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${cellText(block.text)}`;
	if (block.kind === 'text') return cellText(block.text);
	const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
	return [line(block.head), line(block.head.map(() => '---')), ...block.rows.map(line)].join('\n');
}

function cellText(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')
		.trim();
}

function asHtml(blocks: readonly Block[]): string {
	const body = blocks.map((block) => {
		if (block.kind === 'heading')
			return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
		if (block.kind === 'text') return `<p>${escapeHtml(block.text)}</p>`;
		const row = (cells: readonly string[], tag: 'td' | 'th') =>
			`<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
		return `<table><thead>${row(block.head, 'th')}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
	});
	return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Báo cáo nhập danh mục</title><style>body{font:16px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}</style></head><body>${body.join('\n')}</body></html>\n`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
