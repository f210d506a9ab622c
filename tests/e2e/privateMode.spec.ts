import { birthProcedureLink, expectHeading, lookUp, searchFor } from './support/citizen.ts';
import { Examiner } from './support/examine.ts';
import { expect, test } from './support/test.ts';

const SOME_DOSSIER = '/ho-so/00000000-0000-4000-8000-000000000000';
const BLOCKED = 'Điện thoại này không cho lưu dữ liệu';

test('with storage blocked the pages read well and nobody types into a dead form', async ({
	devices
}) => {
	const phone = await devices.newPhone();
	await phone.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
	});
	const page = await phone.newPage();

	await test.step('reading and searching', async () => {
		await page.goto('/');
		await searchFor(page, 'khai sinh');
		await birthProcedureLink(page).first().click();
		await expectHeading(page, 'Làm giấy khai sinh cho con');
		await expect(page.getByRole('heading', { name: 'Giấy tờ có thể cần' })).toBeVisible();
		await page.goto('/thu-tuc');
		await expect(birthProcedureLink(page)).toBeVisible();
	});
	await test.step('what needs storage says so in words', async () => {
		const examiner = new Examiner();
		for (const address of [
			'/chuan-bi/1.001193/bat-dau',
			'/nop/1.001193/tre',
			'/ho-so',
			SOME_DOSSIER
		]) {
			await page.goto(address);
			await expect(page.getByRole('main').getByText(BLOCKED)).toBeVisible();
			await expect(page.getByText(/Hãy mở bằng cửa sổ thường/)).toBeVisible();
			await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
			await expect(page.getByRole('main').getByRole('radio')).toHaveCount(0);
			const name = address === '/ho-so' ? 'my dossiers' : 'storage blocked';
			await examiner.examine(page, name, 'citizen');
		}
	});
	await test.step('looking up needs no storage', async () => {
		await lookUp(page, 'H99.01-261123-9998', 'AAAA AAAA');
		await expect(page.getByText('Không thấy hồ sơ nào khớp cả hai mã')).toBeVisible();
	});
});
