import { evaluate } from '#domain/catalogue/Condition.ts';
import { feesOfCase } from '#domain/catalogue/computeFee.ts';
import type { Channel, Procedure } from '#domain/catalogue/Procedure.ts';
import { fold } from '#domain/shared/fold.ts';
import { CHANNEL_NAMES } from '#domain/importer/draftChannels.ts';
import { UNSORTED_FIELD } from '#domain/importer/draftIdentity.ts';
import type { Draft, FieldNote, ModelField } from '#domain/importer/Imported.ts';

/** What a person read in one raw record. `case` 0 or absent = for everybody, else the number of the case. */
export type ExpectedFacts = {
	code: string;
	name: string;
	/** The label of the source. */
	field: string;
	/** Our field it belongs to; `chua-phan-loai` where we have none and the label should be proposed as one. */
	ourField: string;
	levels: string[];
	cases: string[];
	papers: { start: string; kind: string; originals: number; copies: number; case?: number }[];
	times: Record<string, string[]>;
	fees: Record<string, string | number>;
};

/** One comparison: what was compared, whether it agrees, and whether the importer called its value certain. */
export type Comparison = {
	what: string;
	agrees: boolean;
	certain: boolean;
	ours: string;
	expected: string;
};

/** Compares a draft with the facts of its record, field by field. */
export function compareFacts(draft: Draft, facts: ExpectedFacts): Comparison[] {
	const { procedure, notes } = draft;
	const one = (what: string, field: ModelField, ours: unknown, expected: unknown): Comparison => ({
		what,
		agrees: JSON.stringify(ours) === JSON.stringify(expected),
		certain: isCertain(notes, field),
		ours: JSON.stringify(ours),
		expected: JSON.stringify(expected)
	});
	return [
		one('code', 'code', procedure.code, facts.code),
		one('name', 'title', procedure.title, facts.name),
		one('field', 'field', procedure.field, facts.ourField),
		one(
			'new field',
			'field',
			draft.newField?.name,
			facts.ourField === UNSORTED_FIELD ? facts.field : undefined
		),
		one('levels', 'level', procedure.levels ?? [procedure.level], facts.levels),
		...caseComparisons(procedure, notes, facts),
		...paperComparisons(procedure, notes, facts),
		...timeComparisons(procedure, notes, facts),
		...feeComparisons(procedure, notes, facts)
	];
}

function isCertain(notes: readonly FieldNote[], field: ModelField, at?: string): boolean {
	const about = notes.filter(
		(note) => note.field === field && (at === undefined || note.at === at)
	);
	return about.length > 0 && about.every(({ confidence }) => confidence === 'read');
}

/** Whether a note that is not simply "read" holds these words of the source. */
function isTold(notes: readonly FieldNote[], words: string): boolean {
	return notes.some(
		({ confidence, source }) => confidence !== 'read' && fold(source).includes(fold(words))
	);
}

/** The cases the question offers, without "none of these". */
function optionsOf(procedure: Procedure) {
	return (procedure.questions[0]?.options ?? []).filter(({ value }) => value !== 'khac');
}

function caseComparisons(
	procedure: Procedure,
	notes: readonly FieldNote[],
	facts: ExpectedFacts
): Comparison[] {
	const options = optionsOf(procedure);
	const agrees =
		options.length === facts.cases.length &&
		facts.cases.every((part, index) => fold(options[index]?.label ?? '').includes(fold(part)));
	return [
		{
			what: 'cases',
			agrees,
			certain: isCertain(notes, 'questions'),
			ours: options.map(({ label }) => label.slice(0, 40)).join(' | '),
			expected: facts.cases.join(' | ')
		}
	];
}

/** Each paper of each case is looked for by the beginning of its name; papers nobody expected count too. */
function paperComparisons(
	procedure: Procedure,
	notes: readonly FieldNote[],
	facts: ExpectedFacts
): Comparison[] {
	const options = optionsOf(procedure);
	const numbers = facts.cases.length === 0 ? [0] : facts.cases.map((_, index) => index + 1);
	return numbers.flatMap((number) => {
		const answers = { [procedure.questions[0]?.id ?? '']: options[number - 1]?.value };
		const left = procedure.requirements.filter(({ when }) => evaluate(when, answers) !== false);
		const wanted = facts.papers.filter((paper) => !paper.case || paper.case === number);
		const found = [...wanted]
			.sort((a, b) => b.start.length - a.start.length)
			.flatMap((paper) => {
				const at = left.findIndex(({ officialName }) =>
					fold(officialName).startsWith(fold(paper.start))
				);
				const [ours] = at < 0 ? [] : left.splice(at, 1);
				const what = `paper ${number} ${paper.start}`;
				// A paper that is not there is wrong for sure, unless a note tells of it.
				if (!ours)
					return [
						{
							what,
							agrees: false,
							certain: !isTold(notes, paper.start),
							ours: 'none',
							expected: 'a paper'
						}
					];
				return [
					{
						what: `${what}: counts`,
						agrees: ours.originals === paper.originals && ours.copies === paper.copies,
						certain: isCertain(notes, 'requirements.counts', ours.name),
						ours: `${ours.originals}+${ours.copies}`,
						expected: `${paper.originals}+${paper.copies}`
					},
					{
						what: `${what}: kind`,
						agrees: ours.kind === paper.kind,
						certain: isCertain(notes, 'requirements.kind', ours.name),
						ours: ours.kind,
						expected: paper.kind
					}
				];
			});
		return [
			...found,
			...left.map((ours) => ({
				what: `paper ${number} ${ours.officialName.slice(0, 60)}`,
				agrees: false,
				certain: isCertain(notes, 'requirements.name', ours.name),
				ours: 'a paper',
				expected: 'none'
			}))
		];
	});
}

const UNIT_WORDS: Record<string, string> = {
	'working-day': 'ngày làm việc',
	'calendar-day': 'ngày(?! làm việc)',
	'working-hour': 'giờ'
};

/** Whether a text names this time ("3 calendar-day") with its unit: 13 is not 3, and a working day is not a day. */
function names(text: string, time: string): boolean {
	const [value = '', unit = ''] = time.split(' ');
	return new RegExp(`(?<![\\d.,])0*${value} ${UNIT_WORDS[unit]}`, 'iu').test(text);
}

/** One time of the source must be our limit; none, one without unit, or several leave the limit open, with all named. */
function timeComparisons(
	procedure: Procedure,
	notes: readonly FieldNote[],
	facts: ExpectedFacts
): Comparison[] {
	const channels = [
		...new Set([...Object.keys(facts.times), ...procedure.channels.map(({ kind }) => kind)])
	];
	return channels.map((kind) => {
		const expected = facts.times[kind];
		const channel = procedure.channels.find((one) => one.kind === kind);
		const limit = channel?.limit;
		const ours = limit ? ('value' in limit ? `${limit.value} ${limit.unit}` : limit.unit) : 'open';
		const namesAll = (expected ?? []).every((time) => names(channel?.limitNote ?? '', time));
		return {
			what: `time ${kind}`,
			agrees:
				expected !== undefined &&
				channel !== undefined &&
				(expected.length === 1 ? ours === expected[0] : ours === 'open' && namesAll),
			certain: channel
				? isCertain(notes, 'channels.limit', CHANNEL_NAMES[kind as Channel['kind']])
				: true,
			ours: channel ? ours : 'no such way',
			expected: expected?.join(', ') ?? 'no such way'
		};
	});
}

function feeComparisons(
	procedure: Procedure,
	notes: readonly FieldNote[],
	facts: ExpectedFacts
): Comparison[] {
	return Object.entries(facts.fees).map(([kind, expected]) => {
		const fees = feesOfCase(procedure, {}, kind as 'online').map((fee) => fee.amount ?? fee.kind);
		return {
			what: `fee ${kind}`,
			agrees: fees.length === 1 && fees[0] === expected,
			certain: isCertain(notes, 'fees'),
			ours: fees.join(', '),
			expected: String(expected)
		};
	});
}
