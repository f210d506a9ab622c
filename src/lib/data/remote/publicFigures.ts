import type { LoadPublicFigures } from '$lib/data/ports/PublicFigures';
import { PublicFigures } from '$lib/domain/report/PublicFigures';
import type { Result } from '$lib/domain/shared/Result';
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
		return callFunction(client, 'public_figures', request, PublicFigures);
	};
}
