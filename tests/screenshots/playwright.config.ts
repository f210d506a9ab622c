import e2e from '../e2e/playwright.config.ts';

/** Takes the README's pictures and the share cards anew: `npm run screenshots`. The same server and browser as the browser tests. */
export default {
	...e2e,
	testDir: '.',
	testMatch: 'take*.ts',
	globalSetup: '../e2e/support/startOffice.ts',
	timeout: 240_000
};
