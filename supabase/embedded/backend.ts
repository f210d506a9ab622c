import { App, setExperimental } from '@supabase/lite';
import type { Database } from './database.ts';
import type { FirstRun } from './firstRun.ts';

/** Bytes one stored object may have; the HTTP front takes a little more and refuses beyond. */
const largestObject = '12MiB';

/**
 * Makes the Supabase-compatible backend over this database, with our keys enforced, no admin mode, no studio, objects
 * kept by `files`. Not initialised: its own tables and ours come first, it reads the schema once.
 */
export function createBackend(
	database: Database,
	secrets: FirstRun,
	files: NonNullable<App['_storageAdapter']>
): App {
	setExperimental('storage', true);
	const app = new App({
		connection: database.connection,
		api: { schemas: ['public'], max_rows: 1000 },
		auth: {
			enabled: true,
			jwt_secret: secrets.jwtSecret,
			publishable_key: secrets.publishableKey,
			secret_key: secrets.secretKey,
			enable_signup: true,
			minimum_password_length: 10,
			email: { enable_signup: true, enable_confirmations: false }
		},
		storage: { enabled: true, file_size_limit: largestObject },
		options: {
			server: { admin: false, disableStudio: true, disableFallback: true },
			// No mail server here: a link for a new password must not end up in a log.
			drivers: { email: { send: async () => undefined } }
		}
	});
	app._storageAdapter = files;
	return app;
}
