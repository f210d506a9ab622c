import * as z from 'zod/mini';

/** Any text, "" for what is none: one field of the wrong type must not cost the record. */
const Text = z.catch(z.string(), '');
const Flag = z.catch(z.boolean(), false);
const list = <T extends z.core.$ZodType>(item: T) =>
	z.catch(z.array(z.catch(z.nullable(item), null)), []);
const Named = z.object({ name: Text, code: Text });

const ApiFee = z.object({
	value: z.catch(z.nullable(z.number()), null),
	currencyName: Text,
	description: Text
});
const ApiMethod = z.object({
	submissionMethod: Text,
	processingTime: z.catch(z.nullable(z.number()), null),
	processingTimeUnit: Text,
	description: Text,
	fees: list(ApiFee)
});
const ApiPaper = z.object({
	name: Text,
	originalQty: z.catch(z.number(), 0),
	copyQty: z.catch(z.number(), 0),
	attachments: list(z.object({ fileName: Text }))
});

/** The structured record of the portal's own API (`get-formality-by-citizen`), as far as it is read. */
export const ApiRecord = z.object({
	id: Text,
	code: z.catch(z.union([z.string(), z.number()]), ''),
	name: Text,
	isWard: Flag,
	isProvince: Flag,
	isMinistry: Flag,
	isOtherAgency: Flag,
	isFullProcess: Flag,
	isOfflineOnly: Flag,
	decisionNo: Text,
	requirementsAndConditions: Text,
	executingAgencies: Text,
	dossierReceivingAddresses: Text,
	updatedAt: z.catch(z.nullable(z.number()), null),
	executionSteps: list(z.object({ name: Text, description: Text })),
	executionMethods: list(ApiMethod),
	executionCases: list(z.object({ name: Text, profileComponents: list(ApiPaper) })),
	legalBasisesDetails: list(Named),
	resultsDetails: list(Named),
	subjectTypesDetails: list(Named),
	categoriesDetails: list(Named),
	departmentsExecuting: list(Named),
	unitGroupsExecuting: list(Named),
	procedureProposal: z.catch(z.nullable(z.object({ proposalNumber: Text })), null)
});
export type ApiRecord = z.infer<typeof ApiRecord>;
/** Parts of such a record. */
export type Named = z.infer<typeof Named>;
export type ApiFee = z.infer<typeof ApiFee>;
export type ApiMethod = z.infer<typeof ApiMethod>;
export type ApiPaper = z.infer<typeof ApiPaper>;

/** Pieces whose type nobody expects, which the schema therefore reads as nothing: "decisionNo: {…}". */
export function lostPieces(raw: unknown, read: unknown, at = ''): string[] {
	if (raw === null || raw === undefined || raw === '' || Object.is(raw, read)) return [];
	if (Array.isArray(read) && Array.isArray(raw))
		return read.flatMap((item, index) => lostPieces(raw[index], item, at));
	const isObject = (value: unknown) => typeof value === 'object' && value !== null;
	if (isObject(read) && isObject(raw) && !Array.isArray(read) && !Array.isArray(raw))
		return Object.entries(read as object).flatMap(([key, part]) =>
			lostPieces(Reflect.get(raw as object, key), part, key)
		);
	return [`${at}: ${JSON.stringify(raw)}`];
}
