import * as z from 'zod/mini';
import { Condition } from './Condition.ts';

/** A typed field of the e-form. Values are strings in canonical form: date YYYY-MM-DD, number and money as digits. */
export const FormField = z.strictObject({
	id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
	type: z.enum([
		'text',
		'long-text',
		'date',
		'year',
		'number',
		'choice',
		'address',
		'money',
		'citizen-id',
		'phone',
		'person-name'
	]),
	label: z.string(),
	help: z.optional(z.string()),
	required: z.boolean(),
	options: z.optional(z.array(z.strictObject({ value: z.string(), label: z.string() }))),
	/** The earliest and latest sensible date or year, relative to today in years, or the smallest and largest number. */
	min: z.optional(z.number()),
	max: z.optional(z.number()),
	maxLength: z.optional(z.int().check(z.positive())),
	when: z.optional(Condition)
});
export type FormField = z.infer<typeof FormField>;

export const FormSection = z.strictObject({
	id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
	title: z.string(),
	help: z.optional(z.string()),
	fields: z.array(FormField).check(z.minLength(1)),
	when: z.optional(Condition)
});
export type FormSection = z.infer<typeof FormSection>;

/** The e-form that builds the tờ khai: sections, each one page on the phone. */
export const EForm = z.strictObject({
	title: z.string(),
	sections: z.array(FormSection).check(z.minLength(1)),
	/** The field that names whom the dossier is about (chủ hồ sơ). */
	subjectField: z.string(),
	/** The field that says where that person lives; absent = the applicant's address. */
	subjectAddressField: z.optional(z.string()),
	/** A filled sample with invented people: field id → value, as it would be typed. */
	sample: z.optional(z.record(z.string(), z.string()))
});
export type EForm = z.infer<typeof EForm>;
