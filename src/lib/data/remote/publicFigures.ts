import type { LoadPublicFigures } from '$lib/data/ports/PublicFigures';
import { SatisfactionCounts } from '$lib/domain/feedback/Satisfaction';
import { PublicFigures } from '$lib/domain/report/PublicFigures';
import { ok, type Result } from '$lib/domain/shared/Result';
import type { Connection } from './connection';
import { createFunctionClient } from './functionClient';
import { callFunction } from './rpc';

/** Reads the public statistics without an account. */
export function createPublicFigures(
	connect: () => Promise<Result<Connection>>,
	fetchNow: typeof fetch
): LoadPublicFigures {
	return async function load(request) {
		const connection = await connect();
		if (!connection.ok) return connection;
		const client = createFunctionClient(connection.value, fetchNow);
		const figures = await callFunction(client, 'public_figures', request, PublicFigures);
		if (!figures.ok || !figures.value.agencyId || !figures.value.year) return figures;
		const { agencyId, year } = figures.value;
		const months = { agencyId, from: `${year}-01`, to: `${year}-12` };
		const said = await callFunction(client, 'public_satisfaction', months, SatisfactionCounts);
		return said.ok ? ok({ ...figures.value, satisfaction: said.value }) : figures;
	};
}
