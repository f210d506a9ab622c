import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser } from './findBrowser.ts';
import { officeAddress } from './office.ts';

/** A phone whose browser can be closed, killed and opened again with everything it had stored. */
export type OwnBrowser = {
	open(): Promise<BrowserContext>;
	/** As the person closes it. */
	close(): Promise<void>;
	/** As a phone without memory ends it: no warning, no last word (SIGKILL). */
	kill(): Promise<void>;
	/** Closes it for good and removes what it stored. */
	dispose(): Promise<void>;
};

/** A browser with a profile folder of its own. */
export function ownBrowser(): OwnBrowser {
	const profile = mkdtempSync(join(tmpdir(), 'mot-cua-phone-'));
	let context: BrowserContext | undefined;

	async function close() {
		await context?.close().catch(() => undefined);
		context = undefined;
	}

	return {
		async open() {
			context = await chromium.launchPersistentContext(profile, {
				...(await findBrowser()),
				baseURL: officeAddress(),
				viewport: { width: 360, height: 740 },
				locale: 'vi-VN',
				timezoneId: 'Asia/Ho_Chi_Minh',
				serviceWorkers: 'allow'
			});
			return context;
		},
		close,
		async kill() {
			const closed = context?.waitForEvent('close');
			for (const pid of processesOf(profile)) process.kill(pid, 'SIGKILL');
			await closed;
			context = undefined;
		},
		async dispose() {
			await close();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		}
	};
}

/** The browser's main process is the one that was told of the profile and is no child of its own kind. */
function processesOf(profile: string): number[] {
	return execFileSync('ps', ['-ax', '-o', 'pid=,args='], { encoding: 'utf8' })
		.split('\n')
		.filter((line) => line.includes(profile) && !line.includes('--type='))
		.map((line) => Number.parseInt(line, 10));
}
