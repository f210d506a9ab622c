import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/findBrowser.ts';

/**
 * The browser tests: one fresh server with its own database for the whole run (support/startOffice.ts), one worker,
 * because the server and the browser already fill two cores.
 */
export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	globalSetup: './support/startOffice.ts',
	workers: 1,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	reporter: 'list',
	timeout: 90_000,
	expect: { timeout: 15_000 },
	use: {
		browserName: 'chromium',
		launchOptions: await findBrowser(),
		baseURL: process.env.E2E_URL,
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		serviceWorkers: 'allow',
		actionTimeout: 15_000,
		trace: 'retain-on-failure'
	}
});
