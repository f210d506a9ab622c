import type { Page } from '@playwright/test';
import { typeAccount } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import type { Role } from './support/office.ts';
import { expect, test, type Devices } from './support/test.ts';
import { walkByKeyboard } from './support/walkByKeyboard.ts';

/** The pages of the console by who works there, each as it opens. */
const PAGES: Partial<Record<Role, readonly string[]>> = {
	receiver: ['', '/tiep-nhan', '/ban-giao', '/giay-trang', '/so-theo-doi', '/tai-khoan'],
	leader: ['/lich-lam-viec/doi-ngay-hen', '/mau-tin'],
	admin: ['/nhan-su', '/nhan-su/moi', '/nhan-su/phong', '/lich-lam-viec'],
	editor: ['/danh-muc', '/danh-muc/linh-vuc', '/danh-muc/moi', '/danh-muc/nhap-khau']
};

for (const [role, pages] of Object.entries(PAGES) as [Role, readonly string[]][])
	test(`every page of the ${role} by keyboard alone`, async ({ devices }) => {
		test.setTimeout(180_000);
		const examiner = new Examiner();
		const desk = await signInAs(devices, role);
		for (const page of pages)
			await test.step(page || '/', async () => {
				await desk.goto(`/can-bo${page}`);
				await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
				await expect(desk.getByText(/^Đang (tải|mở)/)).toHaveCount(0);
				await examiner.examine(desk, `desk page ${page.replaceAll('/', ' ')}`, 'staff');
			});
	});

test('an invitation is taken up by keyboard alone', async ({ devices }) => {
	const desk = await (await devices.newDesk()).newPage();
	await desk.goto('/can-bo/loi-moi');
	await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
	await new Examiner().examine(desk, 'invitation', 'staff');
});

test('the walk by keyboard sees what a person would stumble over', async ({ page }) => {
	await page.setContent(`
		<style>#bare:focus { outline: none } #under { position: absolute; top: 90px }
			#over { position: absolute; top: 80px; width: 300px; height: 60px; background: #fff }</style>
		<button>tốt</button> <button id="bare">bare</button> <button id="skipped" tabindex="-1">x</button>
		<a href="#x" id="under">under</a> <div id="over"></div>`);
	expect(await walkByKeyboard(page)).toEqual(['focus not seen: button bare', 'covered: a under']);
	await page.setContent('<button id="only">một</button><button id="lost">hai</button>');
	await page
		.locator('#only')
		.evaluate((button) => button.addEventListener('keydown', (event) => event.preventDefault()));
	expect(await walkByKeyboard(page)).toEqual(['never reached: button lost']);
});

/** A PC whose owner has signed in; not everybody reads dossiers. */
async function signInAs(devices: Devices, role: Role): Promise<Page> {
	const desk = await (await devices.newDesk()).newPage();
	await desk.goto('/can-bo');
	await typeAccount(desk, role);
	await expect(desk.getByRole('button', { name: 'Đăng xuất' })).toBeVisible();
	return desk;
}
