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

test('what was meant is one press away, a turn in life has its page, the worker outlives its page', async ({
	devices
}) => {
	const page = await (await devices.newPhone()).newPage();
	await page.goto('/');
	const field = page.getByRole('searchbox', { name: 'Tìm thủ tục' });
	await field.pressSequentially('dang ky ket hoon');
	await page.getByRole('button', { name: 'đăng ký kết hôn?' }).click();
	await expect(field).toHaveValue('đăng ký kết hôn');
	await expect(page.getByText('“đăng ký kết hôn”')).toBeVisible();
	await expect(page.getByText('Có phải bạn tìm:')).toHaveCount(0);

	await field.fill('tiền mai táng');
	await expect(page.getByText('Người mất thuộc diện nào?')).toBeVisible();
	await field.fill('vợ tôi sắp sinh con');
	const [worker, ...others] = page.workers();
	expect(others).toEqual([]);
	await page.getByRole('link', { name: 'Sinh con: xem lần lượt các việc cần làm' }).click();
	await expect(page.getByRole('heading', { name: 'Nhà vừa có thêm em bé' })).toBeVisible();
	await page.goBack();
	await field.fill('khai tử');
	await expect(page.getByText('“khai tử”')).toBeVisible();
	expect(page.workers()).toEqual([worker]);
});
