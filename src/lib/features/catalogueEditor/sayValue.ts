import type { Condition } from '$lib/domain/catalogue/Condition';
import type { Fee } from '$lib/domain/catalogue/Fee';
import type { Channel, Procedure } from '$lib/domain/catalogue/Procedure';
import type { Path } from '$lib/domain/editing/Path';
import { feeText, handlingText, limitText } from '$lib/features/catalogue';
import { formatMoney, formatShortDate } from '$lib/i18n/format';
import { vi } from '$lib/i18n/vi';
import { viEditor } from '$lib/i18n/viEditor';
import { viEditorForm } from '$lib/i18n/viEditorForm';
import { viEditorSay } from '$lib/i18n/viEditorSay';
import { findName } from './labels';
import { askedOf, sayWhen } from './sayCondition';

const words = viEditorSay;

/** What else must be known to say a value: the content it belongs to, and the names of the fields of work. */
export type SayContext = { procedure: Procedure; fieldName(code: string): string };

/** Words for the values of a place that has only a few. */
const NAMES: Record<string, Record<string, string>> = {
	level: viEditorForm.levels,
	levels: viEditorForm.levels,
	onlineLevel: viEditorForm.onlineLevels,
	lifeEvents: vi.lifeEvents,
	'requirements.kind': viEditorForm.kinds,
	'requirements.drawing': viEditorForm.drawings,
	'channels.kind': viEditorForm.channels,
	'fees.kind': viEditorForm.feeKinds,
	'fees.channels': viEditorForm.channels,
	'clock.supplement': viEditorForm.supplements,
	'clock.consults.silence': viEditorForm.silences,
	'eForm.sections.fields.type': viEditorForm.fieldTypes,
	'provenance.verification': viEditorForm.verifications
};

/** A value as lines to read, none for nothing: never as JSON. */
export function sayValue(path: Path, value: unknown, context: SayContext): string[] {
	if (value === undefined || value === null || value === '') return [];
	const keys = path.filter((key) => typeof key === 'string');
	const place = keys.join('.');
	const last = keys.at(-1) ?? '';
	const names = NAMES[place];
	if (Array.isArray(value))
		return value.flatMap((item) => sayItem(place, item, names, context)).filter(Boolean);
	if (typeof value === 'string') {
		if (place === 'field') return [context.fieldName(value)];
		if (place === 'provenance.asOf') return [formatShortDate(value)];
		if (place === 'eForm.subjectField' || place === 'eForm.subjectAddressField')
			return [fieldLabel(value, context)];
		return value.split('\n').map((line) => names?.[line] ?? line);
	}
	if (typeof value === 'boolean') return [value ? words.yes : words.no];
	if (typeof value === 'number') return [last === 'amount' ? formatMoney(value) : String(value)];
	if (last === 'when') return [sayWhen(value as Condition, askedOf(context.procedure))];
	if (last === 'limit') return [limitText(value as Channel['limit'])];
	if (typeof path.at(-1) === 'number') return sayThing(keys, value as Thing, context);
	return sayPart(last, value as Thing, context);
}

type Thing = Record<string, unknown>;

function sayItem(
	place: string,
	item: unknown,
	names: Record<string, string> | undefined,
	context: SayContext
): string[] {
	if (typeof item === 'string') return [names?.[item] ?? item];
	if (place === 'fees.tiers') {
		const { from, amount } = item as { from: number; amount: number };
		return [words.tier(from, formatMoney(amount))];
	}
	return typeof item === 'object' && item !== null
		? sayThing(place.split('.'), item as Thing, context)
		: [String(item)];
}

/** A whole thing of a list that came or went, in two or three lines. */
function sayThing(keys: readonly string[], thing: Thing, context: SayContext): string[] {
	const list = keys.at(-1);
	const name = findName(thing) ?? '';
	const when = thing.when ? [sayWhen(thing.when as Condition, askedOf(context.procedure))] : [];
	if (list === 'requirements')
		return [name, handlingText(thing as Parameters<typeof handlingText>[0]), ...when];
	if (list === 'fees') return [`${name}: ${feeText(thing as Fee)}`, ...when];
	if (list === 'channels')
		return [name, limitText((thing as Channel).limit), ...linesOf(thing.steps)];
	if (list === 'stages' || list === 'consults')
		return [
			`${name}: ${limitText(thing.limit as Channel['limit'])}`,
			viEditorForm.silences[String(thing.silence)] ?? '',
			String(thing.source ?? '')
		].filter(Boolean);
	if (list === 'questions' || list === 'fields') return [name, ...linesOf(thing.options), ...when];
	const rest = [thing.help, thing.notThisIf, thing.ours, thing.source, thing.reason].filter(
		(text): text is string => typeof text === 'string'
	);
	return [String(thing.text ?? name), ...rest, ...when].filter(Boolean);
}

function linesOf(list: unknown): string[] {
	if (!Array.isArray(list)) return [];
	return list.map((item) => `– ${typeof item === 'string' ? item : (findName(item) ?? '')}`);
}

function sayPart(key: string, part: Thing, context: SayContext): string[] {
	if (key === 'most') return [words.most(formatMoney(Number(part.amount)), String(part.per ?? ''))];
	if (key === 'count') {
		const units = fieldLabel(String(part.units ?? ''), context);
		return part.times
			? [words.countTimes(units, fieldLabel(String(part.times), context))]
			: [words.count(units)];
	}
	if (key === 'replacedBy') return [String(part.database ?? ''), String(part.law ?? '')];
	if (key === 'sample') {
		const rows = Object.entries(part).map(
			([id, value]) => `${fieldLabel(id, context)}: ${String(value)}`
		);
		return rows.length > 0 ? rows : [viEditor.difference.nothing];
	}
	if (key === 'eForm') {
		const sections = Array.isArray(part.sections) ? (part.sections as Thing[]) : [];
		const fields = sections.flatMap(({ fields: list }) => (Array.isArray(list) ? list : []));
		return [String(part.title ?? ''), words.formOf(sections.length, fields.length)];
	}
	return Object.values(part).filter((value) => typeof value === 'string');
}

function fieldLabel(id: string, { procedure }: SayContext): string {
	const fields = procedure.eForm?.sections.flatMap((section) => section.fields) ?? [];
	return fields.find((field) => field.id === id)?.label ?? id;
}
