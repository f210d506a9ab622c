import type { Fee } from '#domain/catalogue/Fee.ts';
import { citizenTexts } from '#domain/catalogue/plainLanguage.ts';
import type { Channel, Procedure } from '#domain/catalogue/Procedure.ts';
import type { Requirement } from '#domain/catalogue/Requirement.ts';
import type { SourceRecord } from './sourceRecord.ts';

/** A place where an entry says something its source record does not: `source` is what stands there. */
export type Finding = { at: string; ours: string; source: string };

const NOT_THERE = 'not in the record';

/** In force since the source was read, and read in full by our own research (domain §0). */
const NEWER_LAWS = ['217/2026/NĐ-CP', '66.7/2025/NQ-CP'];

/**
 * Compares every figure of an entry with the source record of its code: decision, result code, laws, fees, time limits
 * with their units, counts of each paper against the line its source names ("dòng 3"), and all numbers in its sentences.
 */
export function compareWithSource(procedure: Procedure, record: SourceRecord): Finding[] {
	return [
		...identityFindings(procedure, record),
		...procedure.fees.flatMap((fee) => feeFindings(fee, record)),
		...procedure.channels.flatMap((channel) => limitFindings(channel, record)),
		...stageFindings(procedure),
		...(record.documents ? procedure.requirements : []).flatMap((paper) =>
			paperFindings(paper, record.documents ?? [])
		),
		...textFindings(procedure, record)
	];
}

/** Numbers of a text: "8.000" and "8,000" are 8000, "08" is 8; codes of procedures keep their dot. */
export function numbersOf(text: string): Set<string> {
	const found = text.match(/\d\.\d{6}|\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+/g) ?? [];
	return new Set(
		found.flatMap((number) =>
			/^\d\.\d{6}$/.test(number) ? [number] : [String(Number(number.replace(/[.,]/g, '')))]
		)
	);
}

function identityFindings(procedure: Procedure, record: SourceRecord): Finding[] {
	const findings: Finding[] = [];
	const say = (at: string, ours = 'none', source = 'none') => findings.push({ at, ours, source });
	if (procedure.decisionNo !== record.decision_no)
		say('decision', procedure.decisionNo, record.decision_no);
	// Codes stand glued to words in the source, and one procedure may have several results.
	const results = [...(record.result_raw ?? '').matchAll(/KQ\.[A-Z]\d+\.\d{6}/g)].map(
		([code]) => code
	);
	const { code } = procedure.result;
	if (code === undefined ? results.length > 0 : !results.includes(code))
		say('result code', code, results.join(' '));
	for (const line of procedure.legalBasis) {
		const number = /\d[\d.]*(?:\/\d{4})?\/\p{Lu}[\p{L}\d/-]*/u.exec(line)?.[0];
		if (number && NEWER_LAWS.includes(number)) continue;
		if (!number || !record.legal_basis?.includes(number)) say('legal basis', line);
	}
	return findings;
}

function feeFindings(fee: Fee, record: SourceRecord): Finding[] {
	const at = `fee ${fee.label}`;
	const stated = record.fees_raw ?? '';
	const known = numbersOf(JSON.stringify(record));
	const amounts = [fee.amount, fee.most?.amount, ...(fee.tiers ?? []).map(({ amount }) => amount)];
	const invented = amounts.filter((amount) => amount !== undefined && !known.has(String(amount)));
	const council = /HĐND|Hội đồng nhân dân|địa phương|Ủy ban nhân dân/i.test(stated);
	const saysFree = /miễn phí|không (mất|thu|quy định)|\b0 /i.test(stated);
	return [
		...invented.map((amount) => ({ at, ours: String(amount), source: stated })),
		...(fee.kind === 'free' && (council || !saysFree)
			? [{ at, ours: 'free', source: stated }]
			: []),
		...(fee.kind === 'province' && !council ? [{ at, ours: 'province', source: stated }] : [])
	];
}

const CHANNEL_NAMES = {
	'in-person': 'Trực tiếp',
	online: 'Trực tuyến',
	post: 'Dịch vụ bưu chính'
} as const;

const UNIT_NAMES = {
	'working-day': 'Ngày làm việc',
	'calendar-day': 'Ngày',
	'working-hour': 'Giờ',
	'same-day': undefined
} as const;

/** Every limit stands in the source with its unit, and a limit that the source states for all is not left out. */
function limitFindings(channel: Channel, record: SourceRecord): Finding[] {
	const at = `limit ${channel.kind}`;
	const methods = (record.methods ?? []).filter(
		(method) => method.channel === CHANNEL_NAMES[channel.kind]
	);
	const source = methods.map((method) => method.time_raw).join(' | ');
	const { limit } = channel;
	if (limit === null) {
		const [first] = methods;
		const isClear = methods.length === 1 && first?.unit && Number.isInteger(first.qty);
		return isClear ? [{ at, ours: 'none', source }] : [];
	}
	const unit = UNIT_NAMES[limit.unit];
	const isStated =
		'value' in limit &&
		methods.some((method) => method.qty === limit.value && method.unit === unit);
	return isStated ? [] : [{ at, ours: limitOf(limit), source }];
}

function limitOf(limit: NonNullable<Channel['limit']>): string {
	return 'value' in limit ? `${limit.value} ${limit.unit}` : limit.unit;
}

/** The source has no column for a limit inside the whole: each says itself where it was read. */
function stageFindings({ clock }: Procedure): Finding[] {
	const limits = [
		...(clock.stages ?? []).map(({ name, limit }) => ({ at: `stage ${name}`, limit })),
		...(clock.consults ?? []).map(({ agency, limit }) => ({ at: `consult ${agency}`, limit }))
	];
	return limits.map(({ at, limit }) => ({ at, ours: limitOf(limit), source: NOT_THERE }));
}

/** The counts of a paper are those of a line of the source's table, which the entry names: "dòng 3", "dòng 3, 5". */
function paperFindings(
	paper: Requirement,
	documents: NonNullable<SourceRecord['documents']>
): Finding[] {
	const at = `paper ${paper.id}`;
	const named = [...paper.source.matchAll(/dòng (\d+(?:, \d+)*)/g)].flatMap(([, list]) =>
		(list ?? '').split(', ').map(Number)
	);
	if (named.length === 0) return [{ at, ours: 'no line', source: paper.source }];
	const lines = named.map((number) => documents[number - 1]);
	if (lines.includes(undefined))
		return [{ at, ours: `line ${named.join(', ')}`, source: `${documents.length} lines` }];
	// What an office reads for itself is asked of nobody, whatever the table says.
	if (paper.kind === 'data-lookup' || paper.kind === 'electronic') return [];
	const ours = `${paper.originals}+${paper.copies}`;
	const stated = lines.map((line) => `${line?.original}+${line?.copy}`);
	return stated.includes(ours) ? [] : [{ at, ours, source: stated.join(' | ') }];
}

/** Numbers in sentences that stand nowhere in the record. */
function textFindings(procedure: Procedure, record: SourceRecord): Finding[] {
	const known = numbersOf(JSON.stringify(record));
	const texts = [
		...citizenTexts(procedure).map(({ text }) => text),
		...procedure.requirements.flatMap(({ name, officialName }) => [name, officialName]),
		...procedure.fees.flatMap(({ label, note, exempt }) => [label, note ?? '', exempt ?? ''])
	];
	const ours = new Set(texts.flatMap((text) => [...numbersOf(text)]));
	for (const { code } of procedure.lookalikes) if (code) ours.delete(code);
	return [...ours]
		.filter((number) => !known.has(number))
		.map((number) => ({ at: 'text', ours: number, source: NOT_THERE }));
}
