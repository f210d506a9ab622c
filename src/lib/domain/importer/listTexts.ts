import { CHANNEL_KINDS } from '../catalogue/channelKinds.ts';
import type { Fee } from '../catalogue/Fee.ts';
import type { Field } from '../catalogue/Field.ts';
import type { Channel, Procedure } from '../catalogue/Procedure.ts';
import type { Requirement, RequirementKind } from '../catalogue/Requirement.ts';
import type { ColumnKey } from './listColumns.ts';
import { LEVEL_NAMES } from './readLevels.ts';

/** What the ways to file are called in lists. */
export const CHANNEL_WORDS: Record<Channel['kind'], string> = {
	'in-person': 'Trực tiếp',
	online: 'Trực tuyến',
	post: 'Bưu chính'
};

/** What the kinds of papers are called in lists. */
export const KIND_WORDS: Record<RequirementKind, string> = {
	'submit-original': 'nộp bản chính',
	'certified-copy': 'bản sao chứng thực',
	'photocopy-with-original': 'bản sao kèm bản chính để đối chiếu',
	photocopy: 'bản sao',
	'show-original': 'xuất trình bản chính',
	electronic: 'bản điện tử',
	'data-lookup': 'cơ quan tự tra cứu'
};

/** The label of a fee that has none of its own. */
export const PLAIN_FEE = 'Phí, lệ phí';
export const COUNCIL_FEE = 'HĐND tỉnh quy định';
export const UNKNOWN_WORD = 'Không rõ';

const ONLINE_WORDS: Record<Procedure['onlineLevel'], string> = {
	full: 'toàn trình',
	partial: 'một phần',
	none: 'không',
	unknown: ''
};

/** A procedure as the cells of a list: what the reader of lists reads back to the same cells. */
export function listCells(
	procedure: Procedure,
	fields: readonly Field[]
): Record<ColumnKey, string> {
	return {
		code: procedure.code,
		title: procedure.title,
		shortTitle: procedure.shortTitle,
		field: fields.find(({ code }) => code === procedure.field)?.name ?? procedure.field,
		level: (procedure.levels ?? [procedure.level]).map((level) => LEVEL_NAMES[level]).join(', '),
		decidedBy: procedure.decidedBy,
		channels: procedure.channels.map(({ kind }) => CHANNEL_WORDS[kind]).join('; '),
		where: perChannel(procedure.channels, ({ where }) => where),
		limit: perChannel(procedure.channels, ({ limit }) => limitText(limit)),
		fee: procedure.fees.map(feeText).join('\n'),
		onlineLevel: ONLINE_WORDS[procedure.onlineLevel],
		// Two rules may ask for one paper: a list names it once.
		papers: [...new Set(procedure.requirements.map(paperText))].join('\n'),
		result: procedure.result.name,
		whoMayFile: procedure.whoMayFile,
		decisionNo: procedure.decisionNo ?? '',
		legalBasis: procedure.legalBasis.join('\n'),
		synonyms: procedure.synonyms.join('; '),
		summary: procedure.summary
	};
}

/** One text when all ways to file share it, else a line for each. */
function perChannel(channels: readonly Channel[], textOf: (channel: Channel) => string): string {
	const texts = channels.map(textOf);
	if (new Set(texts).size <= 1) return texts[0] ?? '';
	return channels
		.map((channel) => `${CHANNEL_WORDS[channel.kind]}: ${textOf(channel) || UNKNOWN_WORD}`)
		.join('\n');
}

/** A line for one way to file: "Nộp trực tiếp: …", "Qua bưu chính công ích: …". */
const LINE_STARTS: Record<Channel['kind'], RegExp> = {
	'in-person': /^(?:nộp )?trực tiếp\s*:\s*([\s\S]*)$/iu,
	online: /^(?:nộp )?trực tuyến\s*:\s*([\s\S]*)$/iu,
	post: /^(?:nộp )?(?:qua |dịch vụ )?bưu chính(?: công ích)?\s*:\s*([\s\S]*)$/iu
};

/** What a cell says for each way to file it names on a line of its own ("Trực tiếp: 5 ngày"); empty when it names none. */
export function linesPerChannel(cell: string): ReadonlyMap<Channel['kind'], string> {
	const lines = cell
		.split(/\n|;(?=\s*(?:Nộp )?(?:trực tiếp|trực tuyến|bưu chính|qua bưu chính)\s*:)/iu)
		.map((line) => line.trim());
	const own = new Map<Channel['kind'], string>();
	let above: Channel['kind'] | undefined;
	for (const line of lines) {
		const named = CHANNEL_KINDS.find((kind) => LINE_STARTS[kind].test(line));
		// A line that names no way goes on with the one above it.
		const said = named ? (LINE_STARTS[named].exec(line)?.[1] ?? '') : line;
		above = named ?? above;
		if (!above || !said.trim()) {
			if (named) own.set(named, '');
			continue;
		}
		const before = named ? '' : own.get(above);
		const text = said.trim() === UNKNOWN_WORD ? '' : said.trim();
		own.set(above, [before, text].filter(Boolean).join('\n'));
	}
	return own;
}

/** The text for each way to file: its own line, or the whole cell for all when no line names a way. */
export function readPerChannel(cell: string): (kind: Channel['kind']) => string {
	const own = linesPerChannel(cell);
	return (kind) => (own.size > 0 ? (own.get(kind) ?? '') : cell.trim());
}

/** A time limit as a list says it, empty for none. */
export function limitText(limit: Channel['limit']): string {
	if (limit === null) return '';
	if (limit.unit === 'same-day') return 'Trong ngày';
	const units = {
		'working-day': 'ngày làm việc',
		'calendar-day': 'ngày',
		'working-hour': 'giờ làm việc'
	};
	return `${limit.value} ${units[limit.unit]}`;
}

/** A fee as a line of a list. */
export function feeText(fee: Fee): string {
	const label = fee.label === PLAIN_FEE ? '' : `${fee.label}: `;
	const per = fee.per === undefined ? '' : `/${fee.per}`;
	const texts = {
		free: 'Miễn phí',
		amount: `${groupDigits(fee.amount ?? 0)} đồng${per}`,
		province: COUNCIL_FEE,
		unknown: UNKNOWN_WORD
	};
	return `${label}${texts[fee.kind]}`;
}

function groupDigits(amount: number): string {
	return String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** A paper as a line of a list. */
export function paperText({ officialName, kind, originals, copies }: Requirement): string {
	const name = officialName.replace(/\s*\n\s*/g, ' ');
	return `${name} [${KIND_WORDS[kind]}, ${originals} bản chính, ${copies} bản sao]`;
}
