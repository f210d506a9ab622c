import {
	birthProcedureLink,
	expectHeading,
	lookUp,
	openField,
	prepareBirthDossier,
	readReceipt,
	searchFor,
	submitDossier
} from './support/citizen.ts';
import { Examiner } from './support/examine.ts';
import { dossiersOf } from './support/office.ts';
import { expect, test, type Devices } from './support/test.ts';

const UNKEPT = 'Máy này không cho lưu dữ liệu';

/** As private mode, lockdown mode and a damaged profile look to a page. */
async function newBlockedPhone(devices: Devices) {
	const phone = await devices.newPhone();
	await phone.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
	});
	return phone;
}

test('with storage blocked the pages read well and say that nothing is kept', async ({
	devices
}) => {
	const page = await (await newBlockedPhone(devices)).newPage();
	await test.step('reading and searching', async () => {
		await page.goto('/');
		await searchFor(page, 'khai sinh');
		await birthProcedureLink(page).first().click();
		await expectHeading(page, 'Làm giấy khai sinh cho con');
		await expect(page.getByRole('heading', { name: 'Giấy tờ có thể cần' })).toBeVisible();
		await expect(page.getByText(UNKEPT)).toHaveCount(0);
		await page.goto('/thu-tuc');
		await openField(page, 'Hộ tịch');
		await expect(birthProcedureLink(page)).toBeVisible();
	});
	await test.step('where something is typed or filed it says so first', async () => {
		const examiner = new Examiner();
		for (const address of ['/chuan-bi/1.001193/bat-dau', '/nop/1.001193/tre', '/ho-so']) {
			await page.goto(address);
			await expect(page.getByText(UNKEPT)).toBeVisible();
			await expect(page.getByText(/Đừng đóng trang cho đến khi nộp xong/)).toBeVisible();
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			const name = address === '/ho-so' ? 'my dossiers' : 'nothing is kept';
			await examiner.examine(page, name, 'citizen');
		}
	});
	await test.step('looking up needs no storage', async () => {
		await lookUp(page, 'H99.01-261123-9998', 'AAAA AAAA');
		await expect(page.getByText('Không thấy hồ sơ nào khớp cả hai mã')).toBeVisible();
	});
});

test('with storage blocked a dossier is filed online; offline it is refused and stays open', async ({
	devices
}) => {
	devices.tolerate(/net::ERR_FAILED/);
	const child = 'Cao Ẩn Danh';
	const page = await (await newBlockedPhone(devices)).newPage();
	await prepareBirthDossier(page, child);
	await expect(page.getByText('Chỉ đang giữ trong trang này. Đừng đóng trang.')).toBeVisible();
	await page.route('**/rest/v1/rpc/**', (route) => route.abort());
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	await expect(page.getByText('Chưa có mạng nên chưa nộp được.')).toBeVisible();
	await expectHeading(page, 'Xem lại trước khi nộp');
	await expect(page.getByText(child).first()).toBeVisible();
	await page.unroute('**/rest/v1/rpc/**');
	await submitDossier(page);
	const { reference } = await readReceipt(page);
	expect(reference).not.toBe('');
	expect(await dossiersOf(child)).toHaveLength(1);
});
