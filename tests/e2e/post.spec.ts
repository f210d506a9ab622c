import type { Page } from '@playwright/test';
import {
	expectHeading,
	prepareBirthDossier,
	returnToCheck,
	submitDossier
} from './support/citizen.ts';
import { pickMatter } from './support/counter.ts';
import { openDesk, openDossier, receive, takePaper } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { expectNothingCut, printed, withoutSpaces } from './support/sheet.ts';
import { expect, test } from './support/test.ts';

const CHILD = 'Lường Thị Bưu Tá';
const ADDRESS = 'Nhà bà Hai, thôn Thượng, xã Bến Cát, tỉnh Đồng Lúa';
const NUMBER = 'EE123456789VN';

const shows = (page: Page, words: string | RegExp) =>
	expect(page.getByRole('main').getByText(words).first()).toBeVisible();

test('a result that was asked for by post is posted, and the phone shows the number of the parcel', async ({
	devices
}) => {
	test.setTimeout(240_000);
	const examiner = new Examiner();
	const phone = await (await devices.newPhone()).newPage();
	await prepareBirthDossier(phone, CHILD);

	await test.step('the phone asks for the post', async () => {
		await shows(phone, 'Tại quầy một cửa');
		await phone.getByRole('link', { name: /^Sửa\s*: Nhận kết quả ở đâu/ }).click();
		const address = phone.getByRole('textbox', { name: 'Gửi đến địa chỉ nào?' });
		await expect(address).toHaveCount(0);
		await phone.getByRole('radio', { name: /^Bưu điện mang đến nhà/ }).check();
		await expect(address).toHaveValue('Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa');
		await address.fill('');
		await phone.getByRole('button', { name: 'Tiếp tục' }).click();
		await expect(phone.getByRole('alert').getByRole('link')).toHaveText(/Gửi đến địa chỉ nào/);
		await address.fill(ADDRESS);
		await keepPicture(phone, 'post-asked');
		await examiner.examine(phone, 'where the result goes', 'citizen');
		await returnToCheck(phone);
		await shows(phone, ADDRESS);
		await shows(phone, /mang hoặc gửi đến quầy trước/);
		await keepPicture(phone, 'post-check');
	});
	await submitDossier(phone);
	await expectHeading(phone, 'Đã nộp hồ sơ');

	const receiver = await openDesk(devices, 'receiver');
	await test.step('the slip says where it goes', async () => {
		await openDossier(receiver, 'Mới nộp', CHILD);
		await shows(receiver, `Qua bưu điện, gửi đến ${ADDRESS}`);
		await takePaper(receiver, 'Giấy chứng sinh');
		await receive(receiver);
		await receiver.getByRole('link', { name: 'Mở giấy hẹn để in' }).click();
		await expectHeading(receiver, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
		const sheet = await printed(receiver, 'post-slip');
		expect(sheet.pages).toHaveLength(1);
		expect(withoutSpaces(sheet.text)).toContain(
			withoutSpaces(
				`6. Nhận kết quả tại: ${ADDRESS} (bưu điện mang đến, người nhận trả tiền cước khi nhận)`
			)
		);
		await expectNothingCut(receiver);
	});

	const approver = await openDesk(devices, 'approver');
	await test.step('signed: nobody is sent to the counter', async () => {
		const officer = await openDesk(devices, 'officer');
		await openDossier(officer, 'Đang giải quyết', CHILD);
		await officer.getByRole('button', { name: 'Nhận việc' }).click();
		await expect(officer.getByText('Đã nhận việc.')).toBeVisible();
		await openDossier(approver, 'Đang giải quyết', CHILD);
		await approver.getByRole('button', { name: 'Ghi kết quả đã ký' }).click();
		await expect(approver.getByText(/^Đã ghi kết quả\./)).toBeVisible();
		await phone.reload();
		await shows(phone, 'Đã có kết quả, quầy sẽ gửi bưu điện');
		await expect(phone.getByText(/Mang căn cước và bản chính/)).toHaveCount(0);
		await keepPicture(phone, 'post-ready');
	});

	await test.step('the desk posts it', async () => {
		await receiver.goto('/can-bo');
		await openDossier(receiver, 'Chờ trả kết quả', CHILD);
		await expect(receiver.getByRole('radio', { name: /^Gửi qua bưu điện/ })).toBeChecked();
		await expect(receiver.getByRole('textbox', { name: /^Địa chỉ ghi trên/ })).toHaveValue(ADDRESS);
		await expect(receiver.getByRole('textbox', { name: /^Người nhận ghi trên/ })).toHaveValue(
			'Trần Thị Bưởi'
		);
		const post = receiver.getByRole('button', { name: 'Đã gửi bưu điện' });
		await post.click();
		await receiver.getByRole('link', { name: /^Viết số bưu gửi/ }).click();
		const number = receiver.getByRole('textbox', { name: /^Số bưu gửi/ });
		await expect(number).toBeFocused();
		await keepPicture(receiver, 'post-form');
		await examiner.examine(receiver, 'the parcel', 'staff');
		await number.fill(NUMBER);
		await receiver.getByRole('checkbox', { name: 'Giấy chứng sinh' }).check();
		await post.click();
		await expect(receiver.getByText('Đã trả kết quả. Hồ sơ kết thúc.')).toBeVisible();
		await shows(receiver, `Bưu điện Việt Nam, bưu gửi ${NUMBER}, gửi đến ${ADDRESS}`);
		await keepPicture(receiver, 'post-done');
	});

	await test.step('the phone shows the number', async () => {
		await phone.reload();
		await shows(phone, 'Quầy đã gửi kết quả qua bưu điện');
		await expect(phone.getByRole('definition').filter({ hasText: NUMBER })).toBeVisible();
		await shows(phone, 'Kết quả đã gửi qua bưu điện');
		await keepPicture(phone, 'post-phone');
		await examiner.examine(phone, 'the parcel on the phone', 'citizen');
	});

	await test.step('a correction on paper is told too', async () => {
		await approver.reload();
		await approver.getByRole('heading', { level: 2, name: 'Diễn biến' }).waitFor();
		await approver.keyboard.press('s');
		await approver
			.getByRole('textbox', { name: 'Sai ở đâu, sửa thế nào' })
			.fill('Sai ngày sinh của cháu.');
		await approver.getByRole('radio', { name: 'Do cơ quan' }).check();
		await approver.getByRole('textbox', { name: /^Số của kết quả/ }).fill('126/2026');
		await approver.getByRole('button', { name: 'Cấp lại kết quả' }).click();
		await expect(approver.getByText(/^Đã cấp lại kết quả\./)).toBeVisible();
		// A dossier that has ended is asked about once a day.
		await phone.clock.install({ time: Date.now() + 25 * 60 * 60 * 1000 });
		await phone.reload();
		await expect(phone.getByRole('heading', { name: 'Kết quả đã được cấp lại' })).toBeVisible();
		await shows(phone, 'Số của bản này: 126/2026. Vì sao cấp lại: Sai ngày sinh của cháu.');
		await shows(phone, 'Số của bản mới: 126/2026.');
		await keepPicture(phone, 'post-corrected');
	});
});

test('the counter asks where the result goes, and about Zalo only where Zalo can be sent', async ({
	devices
}) => {
	const page = await openDesk(devices, 'receiver');
	const zalo = page.getByRole('checkbox', { name: /nhắn Zalo|tin nhắn Zalo/ });
	await page.goto('/can-bo/tiep-nhan');
	await expect(page.getByRole('combobox', { name: 'Thủ tục' })).toBeFocused();
	await pickMatter(page, 'khai sinh');
	const typePerson = async () => {
		await page.getByLabel('Số định danh').fill('011199000109');
		await page.getByLabel('Điện thoại').fill('0912000109');
		await page.getByLabel('Họ và tên').fill('Lò Thị Bưu Phẩm');
		await page.getByLabel('Nơi ở', { exact: true }).fill('Bản Na, xã Mường Phăng');
	};
	await typePerson();
	await expect(zalo).toHaveCount(0);
	await page.route('**/rpc/desk_setup', async (route) => {
		const answer = await route.fetch();
		await route.fulfill({ json: { ...(await answer.json()), zalo: true } });
	});
	// What is typed is on this PC a moment later.
	await page.waitForTimeout(1000);
	await page.reload();
	await expect(page.getByRole('heading', { level: 2, name: 'Giấy tờ' })).toBeVisible();
	await expect(page.getByLabel('Họ và tên')).toHaveValue('Lò Thị Bưu Phẩm');
	await expect(zalo).not.toBeChecked();
	await page.getByRole('radio', { name: /^Bưu điện, người nhận/ }).check();
	const address = page.getByRole('textbox', { name: 'Địa chỉ nhận kết quả' });
	await expect(address).toHaveValue('Bản Na, xã Mường Phăng');
	await address.fill('Chợ Mường Phăng');
	await zalo.check();
	await page.locator('#all-papers').click();
	await keepPicture(page, 'post-counter');
	await new Examiner().examine(page, 'the counter with post and Zalo', 'staff');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^Đã tiếp nhận H99\.01-.*Hẹn trả /)).toBeVisible();
	await page.goto('/can-bo');
	await openDossier(page, 'Đang giải quyết', 'Lò Thị Bưu Phẩm');
	await shows(page, 'Qua bưu điện, gửi đến Chợ Mường Phăng');
});
