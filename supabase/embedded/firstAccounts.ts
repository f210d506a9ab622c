import type { Api } from './api.ts';
import type { Database } from './database.ts';
import { completeDemoAccounts } from './demoAccounts.ts';
import type { FirstRunFile } from './firstRun.ts';
import { withOwnPrivileges } from './privileges.ts';
import type { Turns } from './turns.ts';

/** Who asks when the house asks itself. */
const ourselves = { address: '127.0.0.1', local: true };

/** The parts of an office that is open and answers inside this process. */
export interface OpenApi {
	api: Api;
	firstRun: FirstRunFile;
	database: Database;
	turns: Turns;
	log(line: string): void;
}

/**
 * The first request of all, as anon (the backend reads the schema and prepares its roles before anybody waits for it),
 * and every account of `first-run.json` on the real path. Throws when the backend answers something else entirely.
 */
export async function openWithAccounts({
	api,
	firstRun,
	database,
	turns,
	log
}: OpenApi): Promise<void> {
	const { publishableKey } = firstRun.content;
	await withOwnPrivileges(database, () => warmUp(api, publishableKey));
	await completeDemoAccounts({
		firstRun,
		database,
		turns,
		log,
		call: (path, body, accessToken) =>
			api(
				new Request(`http://127.0.0.1${path}`, {
					method: 'POST',
					headers: {
						'content-type': 'application/json',
						apikey: publishableKey,
						authorization: `Bearer ${accessToken ?? publishableKey}`
					},
					body: JSON.stringify(body)
				}),
				ourselves
			)
	});
}

async function warmUp(api: Api, apikey: string): Promise<void> {
	const request = new Request('http://127.0.0.1/storage/v1/bucket', { headers: { apikey } });
	const answer = await api(request, ourselves);
	if (!answer.ok) throw new Error(`warm-up answered ${answer.status}`);
}
