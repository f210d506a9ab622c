import type { Field } from '../catalogue/Field.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import type { InForce } from './inForce.ts';

/** The parts of the model an import fills; the report counts by them. */
export const MODEL_FIELDS = [
	'code',
	'title',
	'shortTitle',
	'synonyms',
	'field',
	'level',
	'decidedBy',
	'decisionNo',
	'result',
	'onlineLevel',
	'summary',
	'whoMayFile',
	'questions',
	'requirements.name',
	'requirements.kind',
	'requirements.counts',
	'notes',
	'channels.kind',
	'channels.where',
	'channels.limit',
	'channels.steps',
	'fees',
	'clock',
	'proxy',
	'legalBasis',
	'retention',
	'other'
] as const;
export type ModelField = (typeof MODEL_FIELDS)[number];

/** How far a value can be relied on: stated by the source in so many words, our reading of it, or left out. */
export const CONFIDENCES = ['read', 'guessed', 'dropped'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * What happened to one piece of the source: the part of the model, which one of several (`at`: a channel, the name of
 * a paper), how sure we are, the words of the source, and why it is not simply "read" (Vietnamese; empty when it is).
 */
export type FieldNote = {
	field: ModelField;
	at?: string;
	confidence: Confidence;
	source: string;
	why: string;
};

/** A field of work our list does not have, proposed from the label of the source. */
export type NewField = Pick<Field, 'code' | 'name'>;

/** A record that became a draft. `vertical` names the agency when the work belongs to customs, tax, police, … */
export type Draft = {
	kind: 'draft';
	procedure: Procedure;
	notes: FieldNote[];
	newField?: NewField;
	vertical?: string;
};

/** How a record ended. A reason is one plain Vietnamese sentence. */
export type Imported =
	Draft | { kind: 'skipped'; reason: string } | { kind: 'failed'; reason: string };

/** One record of a file, with its place in it ("dòng 5") where the file holds several. */
export type ImportedRecord = { file: string; place?: string; result: Imported };

/** What an import must know of the catalogue it goes into. */
export type ImportContext = {
	/** Name of the file, as people know it. */
	file: string;
	/** The date the source was as it is (YYYY-MM-DD): of the record, of the file, or today. */
	asOf: string;
	/** Our fields of work. */
	fields: readonly Field[];
	/** What is in force: a row of a list changes only what it says and keeps the rest. */
	inForce?: InForce;
};
