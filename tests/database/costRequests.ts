/** One request that is right for every function that tells what procedures cost, for this year. */
export function costRequests(): Record<string, unknown> {
	const year = new Date().getUTCFullYear();
	const request = { protocol: 1, from: `${year}-01-01`, to: `${year}-12-31` };
	return {
		procedure_costs: request,
		procedure_review: { ...request, procedureCode: '1.000001' }
	};
}
