import { existsSync } from 'node:fs';
import type { Field } from '#domain/catalogue/Field.ts';
import type { Procedure } from '#domain/catalogue/Procedure.ts';
import type { CatalogueFile } from './catalogueFiles.ts';

/** What an office must be able to post (domain §1 row 3, and how much of it is worked out). */
const LEAST = { procedures: 281, fields: 15, partial: 200, withTime: 150, withSample: 60 };

/** What is wrong with the catalogue as a whole: codes and titles used twice, links into nothing, too little of it. */
export function wholeFaults(files: readonly CatalogueFile[], fields: readonly Field[]): string[] {
	const procedures = files.flatMap(({ procedure }) => procedure ?? []);
	const codes = new Set(procedures.map(({ code }) => code));
	const names = new Map(procedures.map(({ code, shortTitle }) => [code, shortTitle]));
	const partial = procedures.filter(({ provenance }) => provenance.verification === 'partial');
	const count = (what: keyof typeof LEAST, number: number) =>
		number < LEAST[what] ? [`only ${number} of ${LEAST[what]} ${what}`] : [];
	return [
		...twice(
			procedures.map(({ code }) => code),
			'code'
		),
		...twice(
			procedures.map(({ shortTitle }) => shortTitle),
			'short title'
		),
		...twice(
			fields.map(({ code }) => code),
			'field'
		),
		...twice(
			fields.map(({ position }) => String(position)),
			'position'
		),
		...procedures.flatMap(({ code, related }) =>
			(related ?? [])
				.filter((other) => !codes.has(other) || other === code)
				.map((other) => `${code}: related ${other} is not in the catalogue`)
		),
		...procedures.flatMap(({ code, lookalikes }) =>
			lookalikes
				.filter((other) => (names.get(other.code ?? '') ?? other.title) !== other.title)
				.map((other) => `${code}: ${other.code} is not called “${other.title}”`)
		),
		...fields
			.filter((field) => !procedures.some((procedure) => procedure.field === field.code))
			.map(({ code }) => `field ${code} has no procedure`),
		...fields
			.filter(({ code }) => !existsSync(`static/chia-se/${code}.png`))
			.map(({ code }) => `field ${code} has no share card: npm run screenshots`),
		...count('procedures', procedures.length),
		...count('fields', fields.length),
		...count('partial', partial.length),
		...count('withTime', partial.filter(hasTime).length),
		...count('withSample', procedures.filter(({ eForm }) => eForm?.sample).length)
	];
}

/** Whether some way to file has a limit with its unit. */
export function hasTime({ channels }: Procedure): boolean {
	return channels.some(({ limit }) => limit !== null);
}

function twice(values: readonly string[], what: string): string[] {
	return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))].map(
		(value) => `${what} stands twice: ${value}`
	);
}
