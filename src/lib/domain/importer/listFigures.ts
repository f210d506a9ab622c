import { CHANNEL_KINDS } from '../catalogue/channelKinds.ts';
import type { Fee } from '../catalogue/Fee.ts';
import type { Channel, Procedure } from '../catalogue/Procedure.ts';
import { RequirementKind } from '../catalogue/Requirement.ts';
import { fold } from '../shared/fold.ts';
import { cleanLine, isMissing } from './cleanText.ts';
import {
	CHANNEL_WORDS,
	COUNCIL_FEE,
	KIND_WORDS,
	PLAIN_FEE,
	readPerChannel,
	UNKNOWN_WORD
} from './listTexts.ts';
import { readDuration } from './readDuration.ts';
import { readWords, type FeeLine } from './readFee.ts';
import type { SourceMethod } from './Source.ts';
import type { PaperRow } from './splitRows.ts';

const CHANNEL_SIGNS: Record<Channel['kind'], RegExp> = {
	'in-person': /trực tiếp|tại quầy|một cửa/iu,
	online: /trực tuyến|qua mạng|dịch vụ công/iu,
	post: /bưu chính|bưu điện/iu
};

/** The ways to file a cell names; none named = undefined. */
export function readChannels(cell: string): Channel['kind'][] | undefined {
	const kinds = CHANNEL_KINDS.filter((kind) => CHANNEL_SIGNS[kind].test(cell));
	const order = [...kinds].sort(
		(a, b) => cell.search(CHANNEL_SIGNS[a]) - cell.search(CHANNEL_SIGNS[b])
	);
	return order.length === 0 ? undefined : order;
}

/** The parts of a cell of ways to file that name none we know ("qua Zalo"). */
export function unknownChannels(cell: string): string[] {
	return cell
		.split(/[;,\n]/)
		.map(cleanLine)
		.filter((part) => /\p{L}/u.test(part) && !isMissing(part))
		.filter((part) => !CHANNEL_KINDS.some((kind) => CHANNEL_SIGNS[kind].test(part)));
}

/** The methods of a row: its ways to file, each with its time. Fees stand once, in `readFees`. */
export function readMethods(kinds: readonly Channel['kind'][], limit: string): SourceMethod[] {
	const textOf = readPerChannel(limit);
	return kinds.map((channel) => {
		const text = isMissing(textOf(channel)) ? '' : textOf(channel);
		const time = readDuration(text);
		return { channel, time, fees: [], note: '', raw: `${CHANNEL_WORDS[channel]} ${text}`.trim() };
	});
}

/** A fee of a list with its label, and the whole line it was read from. */
export type ListFee = { label: string; line: FeeLine; text: string };

/** The fees of a cell, one a line: "Phí cấp bản sao: 8.000 đồng/bản", "Miễn phí", "HĐND tỉnh quy định". */
export function readFees(cell: string): ListFee[] {
	const lines = cell.split('\n').map(cleanLine).filter(Boolean);
	return lines.map((text) => {
		const at = text.lastIndexOf(': ');
		const rest = at < 0 ? text : text.slice(at + 2);
		const isOwn = at > 0 && isFee(rest);
		return {
			label: isOwn ? text.slice(0, at) : PLAIN_FEE,
			line: readFeeText(isOwn ? rest : text),
			text
		};
	});
}

function isFee(text: string): boolean {
	return (
		text === 'Miễn phí' ||
		text === COUNCIL_FEE ||
		text === UNKNOWN_WORD ||
		/^[\d.,]+ đồng/u.test(text)
	);
}

function readFeeText(text: string): FeeLine {
	const [, digits, per] = /^(\d{1,3}(?:\.\d{3})*) đồng(?:\/(.+))?$/u.exec(text) ?? [];
	const amount = Number(digits?.replace(/\./g, ''));
	if (digits !== undefined && amount >= 1000)
		return { kind: 'amount', amount, ...(per === undefined ? {} : { per }), note: '', raw: text };
	if (text === COUNCIL_FEE) return { kind: 'province', note: '', raw: text };
	return readWords(text);
}

/** A fee as the model has it. */
export function feeOf({ label, line }: ListFee): Fee {
	return {
		label,
		kind: line.kind,
		...(line.amount === undefined ? {} : { amount: line.amount }),
		...(line.per === undefined ? {} : { per: line.per }),
		...(line.note === '' ? {} : { note: line.note }),
		source: 'Danh sách, cột phí, lệ phí'
	};
}

/** The online level a cell names; undefined when it names none, or several. "Không" is a level, no missing value. */
export function readOnline(cell: string): Exclude<Procedure['onlineLevel'], 'unknown'> | undefined {
	const text = fold(cell);
	const isFull = /toan trinh|(?:^| )4(?: |$)/.test(text);
	const isPartial = /mot phan|(?:^| )3(?: |$)/.test(text);
	if (isFull && isPartial) return undefined;
	const isDenied = /^(?:khong|chua)(?: |$)/.test(text);
	if (isFull || isPartial) return isDenied ? undefined : isFull ? 'full' : 'partial';
	return /^(?:khong|chua)$|^(?:khong|chua) .*truc tuyen$|^(?:muc )?(?:do )?[12]$/.test(text)
		? 'none'
		: undefined;
}

const KINDS = RequirementKind.options;

/** The papers of a cell, one a line: "Tờ khai [nộp bản chính, 1 bản chính, 0 bản sao]", or as people write. */
export function readPapers(cell: string): PaperRow[] {
	const lines = cell
		.split('\n')
		.map((line) => cleanLine(line).replace(/^[-+*•]\s+/, ''))
		.filter((line) => !isMissing(line));
	return lines.map((line) => {
		const [, aside = ''] = /\[([^[\]]*)\]$/.exec(line) ?? [];
		const kind = KINDS.find(
			(one) =>
				aside.toLowerCase().startsWith(`${KIND_WORDS[one]},`) ||
				aside.toLowerCase() === KIND_WORDS[one]
		);
		const counted = kind === undefined ? line : aside;
		const originals = Number(/(\d{1,2}) bản chính/iu.exec(counted)?.[1] ?? 0);
		const copies = Number(/(\d{1,2}) bản (?:sao|chụp)/iu.exec(counted)?.[1] ?? 0);
		const text =
			kind === undefined
				? line.replace(/[\s:;,(\-–]*\d{1,2} bản (?:chính|sao|chụp)[^;]*$/iu, '')
				: line.replace(/\s*\[[^[\]]*\]$/, '');
		const hasCount = originals + copies > 0 || kind !== undefined;
		return {
			text: text || line,
			originals,
			copies,
			forms: [],
			counted,
			...(kind === undefined ? {} : { kind }),
			...(hasCount ? {} : { doubt: 'danh sách không ghi số lượng' })
		};
	});
}
