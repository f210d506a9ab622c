import { birthProcedureLink, searchFor } from './support/citizen.ts';
import { expect, test } from './support/test.ts';

const WORKER_FILE = /\/_app\/immutable\/workers\/searchWorker[^/]*\.js$/;

test('search runs beside the page and follows every keystroke', async ({ devices }) => {
	const page = await (await devices.newPhone()).newPage();
	await page.goto('/');
	expect(page.workers().map((worker) => worker.url())).toEqual([]);
	const field = page.getByRole('searchbox', { name: 'Tìm thủ tục' });
	const started = page.waitForEvent('worker');
	await field.pressSequentially('khai sih');
	expect((await started).url()).toMatch(WORKER_FILE);
	await expect(page.getByText('“khai sih”')).toBeVisible();
	await expect(birthProcedureLink(page).first()).toBeVisible();
	await field.pressSequentially('nh');
	await expect(page.getByText('“khai sihnh”')).toBeVisible();
	await field.fill('');
	await expect(page.getByText('“khai')).toHaveCount(0);
});

test('with workers out of reach the page itself searches', async ({ devices }) => {
	const phone = await devices.newPhone();
	// A browser too old for it, or a file that does not come.
	await phone.addInitScript(() => {
		window.Worker = class {
			constructor() {
				throw new DOMException('no workers here', 'SecurityError');
			}
		} as unknown as typeof Worker;
	});
	const page = await phone.newPage();
	await page.goto('/');
	await searchFor(page, 'giay khai sih');
	await expect(birthProcedureLink(page).first()).toBeVisible();

	const other = await devices.newPhone({ serviceWorkers: 'block' });
	devices.tolerate(/Failed to load resource/);
	let refused = 0;
	await other.route(WORKER_FILE, (route) => {
		refused += 1;
		return route.abort();
	});
	const list = await other.newPage();
	await list.goto('/thu-tuc?q=giay%20khai%20sih');
	await expect(list.getByText('“giay khai sih”')).toBeVisible();
	await expect(birthProcedureLink(list).first()).toBeVisible();
	expect(refused).toBe(1);
});
