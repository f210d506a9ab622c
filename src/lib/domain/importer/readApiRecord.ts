import type { Channel, Level } from '../catalogue/Procedure.ts';
import { toLocal } from '../clock/localTime.ts';
import { fail, ok, type Result } from '../shared/Result.ts';
import {
	ApiRecord,
	lostPieces,
	type ApiFee,
	type ApiMethod,
	type ApiPaper,
	type Named
} from './ApiRecord.ts';
import { cleanLine, cleanText, damageOf, stated } from './cleanText.ts';
import { lawLine } from './readLaws.ts';
import { LEVEL_NAMES } from './readLevels.ts';
import { durationOf, withNote, type Duration } from './readDuration.ts';
import { readFee, type FeeLine } from './readFee.ts';
import type { Source, SourceMethod, SourceTable } from './Source.ts';

/** Whether a value is a record of the portal's API. */
export function isApiRecord(value: object): boolean {
	return 'executionCases' in value || 'executionMethods' in value;
}

/** Cuts a record of the API into its pieces. Fails only when there is no name. */
export function readApiRecord(value: object): Result<Source, string> {
	const parsed = ApiRecord.safeParse(value);
	if (!parsed.success) return fail('Không đọc được bản ghi của Cổng Dịch vụ công.');
	const record = parsed.data;
	const title = cleanLine(record.name);
	if (title === '') return fail('Không có tên thủ tục.');
	const levels = levelsOf(record);
	const steps = present(record.executionSteps)
		.map(({ name, description }) =>
			[cleanLine(name), cleanText(withoutTags(description))].filter(Boolean).join(': ')
		)
		.join('\n');
	const damage = damageOf(steps);
	return ok({
		origin:
			record.id === ''
				? 'API Cổng Dịch vụ công quốc gia'
				: `API Cổng Dịch vụ công quốc gia (${cleanLine(record.id)})`,
		...findDate(record.updatedAt),
		code: typeof record.code === 'string' ? cleanLine(record.code) : record.code,
		title,
		field: names(record.categoriesDetails)[0] ?? '',
		levels,
		levelsText: levels.map((level) => LEVEL_NAMES[level]).join(', '),
		decisionNo:
			stated(cleanLine(record.decisionNo)) ||
			stated(cleanLine(record.procedureProposal?.proposalNumber)),
		agency: agencyOf(record),
		address: stated(cleanLine(record.dossierReceivingAddresses)),
		subjects: names(record.subjectTypesDetails).join(', '),
		conditions: stated(cleanText(withoutTags(record.requirementsAndConditions))),
		steps: { text: stated(steps), ...(damage ? { doubt: damage } : {}) },
		methods: present(record.executionMethods).flatMap(readMethod),
		tables: present(record.executionCases).map(readTable),
		laws: [
			...new Set(present(record.legalBasisesDetails).map(({ name, code }) => lawLine(name, code)))
		].filter(Boolean),
		lawsText: names(record.legalBasisesDetails).join('; '),
		lawsDoubt: 'tên và số văn bản ghi riêng, đã ghép lại',
		results: present(record.resultsDetails)
			.map(({ name, code }) => ({
				name: cleanLine(name),
				...(cleanLine(code) === '' ? {} : { code: cleanLine(code) })
			}))
			.filter(({ name }) => name !== ''),
		resultsText: names(record.resultsDetails).join('; '),
		...onlineOf(record),
		forms: [
			...new Set(
				present(record.executionCases).flatMap(({ profileComponents }) =>
					present(profileComponents).flatMap(({ attachments }) =>
						present(attachments).map(({ fileName }) => cleanLine(fileName))
					)
				)
			)
		].filter(Boolean),
		leftOver: [
			...names(record.categoriesDetails).slice(1),
			...present(record.executionMethods)
				.filter(({ submissionMethod }) => CHANNELS[submissionMethod] === undefined)
				.map(wordsOf),
			...lostPieces(value, record)
		]
	});
}

function present<T>(items: readonly (T | null)[]): T[] {
	return items.filter((item) => item !== null);
}

function names(items: readonly (Named | null)[]): string[] {
	return present(items)
		.map(({ name }) => stated(cleanLine(name)))
		.filter(Boolean);
}

function agencyOf(record: ApiRecord): string {
	return (
		stated(cleanLine(record.executingAgencies)) ||
		[...names(record.departmentsExecuting), ...names(record.unitGroupsExecuting)].join(', ')
	);
}

function levelsOf(record: ApiRecord): Level[] {
	const flags: [boolean, Level][] = [
		[record.isMinistry, 'ministry'],
		[record.isProvince, 'province'],
		[record.isWard, 'commune'],
		[record.isOtherAgency, 'other']
	];
	return flags.flatMap(([isSet, level]) => (isSet ? [level] : []));
}

function onlineOf({
	isFullProcess,
	isOfflineOnly
}: ApiRecord): Pick<Source, 'online' | 'onlineText'> {
	if (isFullProcess) return { online: 'full', onlineText: 'dịch vụ công toàn trình' };
	if (isOfflineOnly) return { online: 'none', onlineText: 'chỉ nộp trực tiếp' };
	return { onlineText: '' };
}

/** The API may hold markup; what is between the tags is the text. */
function withoutTags(text: string): string {
	return text
		.replace(/<br\s*\/?>|<\/(?:p|div|li|tr)>/gi, '\n')
		.replace(/<\/?[a-z][^<>]*>/gi, '')
		.replace(/&nbsp;/gi, ' ')
		.replace(/&lt;/gi, '<')
		.replace(/&gt;/gi, '>')
		.replace(/&amp;/gi, '&');
}

const CHANNELS: Record<string, Channel['kind'][]> = {
	ONLINE: ['online'],
	POSTAL: ['post'],
	DIRECT: ['in-person'],
	DIRECT_AND_ONLINE: ['in-person', 'online']
};

const UNITS: Record<string, Parameters<typeof durationOf>[1]> = {
	WORKING_DAY: 'working-day',
	DAY: 'calendar-day',
	HOUR: 'hour',
	MONTH: 'month',
	YEAR: 'year'
};

function noteOf({ description }: ApiMethod): string {
	return stated(cleanText(withoutTags(description)));
}

function timeOf({ processingTime: value, processingTimeUnit: unit }: ApiMethod): string {
	return value === null ? '' : `${value} ${unit}`.trim();
}

/** A method in the words of the source. */
function wordsOf(method: ApiMethod): string {
	const fees = present(method.fees).map((fee) => readApiFee(fee).raw);
	return [method.submissionMethod, timeOf(method), ...fees, noteOf(method)]
		.filter(Boolean)
		.join(' ');
}

function readMethod(method: ApiMethod): SourceMethod[] {
	const note = noteOf(method);
	const text = timeOf(method);
	const { processingTime: value, processingTimeUnit: unit } = method;
	const time: Duration =
		value === null ? { limit: null, text: '' } : durationOf(value, UNITS[unit], text);
	const fees = present(method.fees).map(readApiFee);
	return (CHANNELS[method.submissionMethod] ?? []).map((channel) => ({
		channel,
		time: withNote(time, note),
		fees: fees.length > 0 ? fees : [readFee('', '')],
		note,
		raw: wordsOf(method)
	}));
}

/** The API has a number where the page shows "Miễn phí": its 0 is the empty value and never means "free". */
function readApiFee({ value, currencyName, description }: ApiFee): FeeLine {
	const beside = cleanLine(withoutTags(description));
	if (value === null) return readFee('', beside);
	if (value !== 0) return readFee(`${value} ${currencyName === '' ? 'VNĐ' : currencyName}`, beside);
	const line = readFee('', beside);
	return {
		...line,
		raw: `0 ${beside}`.trim(),
		lost: line.lost ?? 'số 0 không có nghĩa là miễn phí'
	};
}

function readTable({
	name,
	profileComponents
}: {
	name: string;
	profileComponents: (ApiPaper | null)[];
}): SourceTable {
	return {
		title: cleanLine(name),
		rows: present(profileComponents).map((paper) => ({
			text: cleanText(withoutTags(paper.name)),
			originals: countOf(paper.originalQty),
			copies: countOf(paper.copyQty),
			forms: [],
			counted: `${paper.originalQty} bản chính, ${paper.copyQty} bản sao`,
			...(isCount(paper.originalQty) && isCount(paper.copyQty)
				? {}
				: { doubt: 'số lượng không phải số nguyên' })
		}))
	};
}

function isCount(value: number): boolean {
	return Number.isInteger(value) && value >= 0 && value <= 100;
}

function countOf(value: number): number {
	return isCount(value) ? value : 0;
}

/** The date in Việt Nam of a moment given in milliseconds, when it is one of our time. */
function findDate(milliseconds: number | null): { asOf?: string } {
	const moment = new Date(milliseconds ?? NaN);
	const year = moment.getUTCFullYear();
	return year >= 2000 && year < 2100 ? { asOf: toLocal(moment).slice(0, 10) } : {};
}
