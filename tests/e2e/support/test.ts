import { test as base, expect } from '@playwright/test';
import type { BrowserContext, BrowserContextOptions } from '@playwright/test';
import { officeAddress } from './office.ts';

export { expect };

/** The smallest screen that is still common, and the PC of an office. */
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1366, height: 768 } };

/** The devices of one test, watched from the first page to the last. */
export type Devices = {
	/** A citizen's phone that has never been here: its own storage, its own network switch. */
	newPhone(options?: BrowserContextOptions): Promise<BrowserContext>;
	/** A PC at the office; nobody is signed in. */
	newDesk(): Promise<BrowserContext>;
	/** Lets through console errors that the browser itself writes about what the test does on purpose. */
	tolerate(message: RegExp): void;
};

/**
 * An error on the console, an uncaught exception, a breach of the content security policy or a request to any other
 * origin fails the test it happened in.
 */
export const test = base.extend<{ devices: Devices }>({
	devices: async ({ browser }, use) => {
		const complaints: string[] = [];
		const tolerated: RegExp[] = [];
		const opened: BrowserContext[] = [];
		const open = async (options: BrowserContextOptions) => {
			const device = await browser.newContext(options);
			opened.push(device);
			await watch(device, (complaint) => complaints.push(complaint));
			return device;
		};
		await use({
			newPhone: (options) => open({ ...PHONE, ...options }),
			newDesk: () => open(DESK),
			tolerate: (message) => tolerated.push(message)
		});
		// The next test must not meet the heartbeats of this one's people.
		await Promise.all(opened.map((device) => device.close()));
		const untold = complaints.filter((text) => !tolerated.some((known) => known.test(text)));
		expect(untold, 'what the browsers complained about').toEqual([]);
	}
});

async function watch(device: BrowserContext, complain: (text: string) => void): Promise<void> {
	const origin = officeAddress();
	device.on('console', (message) => {
		if (message.type() === 'error') complain(`${message.text()} [${message.location().url}]`);
	});
	device.on('weberror', (error) => complain(`uncaught: ${error.error().message}`));
	device.on('request', (request) => {
		const isOwn = request.url().startsWith(`${origin}/`) || /^(data|blob):/.test(request.url());
		if (!isOwn) complain(`request to another place: ${request.url()}`);
	});
	await device.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			console.error(`security policy: ${event.violatedDirective} ${event.blockedURI}`);
		});
	});
}
