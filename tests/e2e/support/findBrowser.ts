import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';

const SYSTEM_BROWSERS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** Without these Chromium looks for Google's servers at every start, which a closed network answers with errors. */
const QUIET = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

/**
 * A Chromium to test with: CHROMIUM_PATH, else the system's, else the one that came with npm. Gives the launch options
 * for Playwright.
 */
export async function findBrowser(): Promise<{ executablePath: string; args: string[] }> {
	const system = [process.env.CHROMIUM_PATH ?? '', ...SYSTEM_BROWSERS].find(
		(path) => path && existsSync(path)
	);
	if (system) return { executablePath: system, args: ['--no-sandbox', ...QUIET] };
	const needed = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
	return { executablePath: await chromium.executablePath(), args: [...needed, ...QUIET] };
}
