import type { Page } from '@playwright/test';
import {
	beginDraft,
	expectSaved,
	openCatalogue,
	openItem,
	openPart,
	openProcedure,
	propose
} from './support/catalogueDesk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const FEE = 'Lệ phí cấp giấy đăng ký ghe, tàu';

/** One case of that procedure, as somebody answers who begins to prepare. */
const CASE = ['Cỡ nhỏ', 'Không phải đăng kiểm', 'Không', 'Người hoặc tổ chức Việt Nam', 'Mua bán'];

/** The fee as the open page of a citizen says it. */
const feeOn = (page: Page) =>
	page.locator('dl > div').filter({ hasText: FEE }).getByRole('definition').first();

/** Opens the only proposal or draft of a code that stands above the list. */
async function openDraftOf(page: Page, group: RegExp, title: string): Promise<void> {
	await page.goto('/can-bo/danh-muc');
	const section = page
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: group }) });
	await section.getByRole('link', { name: title }).first().click();
}

test('one writes, another publishes, and a phone shows the new fee', async ({ devices }) => {
	const code = '1.003970';
	const phone = await (await devices.newPhone()).newPage();
	await phone.goto(`/thu-tuc/${code}`);
	await expect(feeOn(phone)).toContainText('70.000 đồng');
	await phone.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
	// Somebody has begun to prepare when the fee changes.
	await phone.goto(`/chuan-bi/${code}/bat-dau`);
	for (const answer of CASE) {
		await phone.getByRole('radio', { name: new RegExp(`^${answer}`) }).check();
		await phone.getByRole('button', { name: 'Tiếp tục' }).click();
	}
	await expect(phone.getByRole('heading', { level: 1, name: /giấy tờ/i })).toBeVisible();
	await expect(phone.getByText('Lệ phí đã thay đổi.')).toHaveCount(0);
	const preparation = phone.url();
	await phone.goto(`/thu-tuc/${code}`);

	const page = await openCatalogue(devices, 'editor');
	const examiner = new Examiner();
	await examiner.examine(page, 'catalogue list', 'staff');
	await openProcedure(page, code);
	await examiner.examine(page, 'catalogue procedure', 'staff');
	await beginDraft(page);
	await openPart(page, 'Phí');
	await openItem(page, new RegExp(`^1\\. ${FEE}`));
	await page.getByRole('textbox', { name: 'Số tiền (đồng)', exact: true }).fill('75.000');
	await examiner.examine(page, 'catalogue editor', 'staff');

	// The preview is the citizen's page, with the new figure in it.
	const preview = page.frameLocator('iframe');
	await expect(preview.getByText('75.000 đồng/giấy chứng nhận')).toBeVisible();
	await page.getByRole('button', { name: /^Khác bản cũ/ }).click();
	const difference = page.getByRole('region', { name: 'Khác bản cũ' });
	await expect(difference.getByRole('deletion')).toContainText('70.000');
	await expect(difference.getByRole('insertion')).toContainText('75.000');
	await expectSaved(page);
	await propose(page, 'Mức mới theo Thông tư 999/2026/TT-BTC.');

	// Nobody publishes the own work.
	await expect(page.getByText('nên không tự công bố được', { exact: false })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Công bố', exact: true })).toHaveCount(0);

	const second = await openCatalogue(devices, 'leader');
	await openDraftOf(second, /^Chờ bạn xem và công bố/, 'đăng ký');
	await expect(
		second.getByText('Thông tư 999/2026/TT-BTC', { exact: false }).first()
	).toBeVisible();
	await expect(second.getByRole('insertion')).toContainText('75.000');
	await examiner.examine(second, 'catalogue proposal', 'staff');
	await keepPicture(second, 'editor-proposal');
	// Meanwhile the phone has no line; it hears of the new fee once it has one again.
	devices.tolerate(/net::ERR_INTERNET_DISCONNECTED/);
	await phone.context().setOffline(true);
	await second.getByRole('button', { name: 'Công bố', exact: true }).click();
	await expect(second.getByText(/^Đã công bố bản 2/)).toBeVisible();
	await phone.reload();
	await expect(feeOn(phone)).toContainText('70.000 đồng');
	await phone.context().setOffline(false);

	await expect(async () => {
		await phone.reload();
		await expect(feeOn(phone)).toContainText('75.000 đồng', { timeout: 3_000 });
	}).toPass({ timeout: 60_000 });
	await keepPicture(phone, 'editor-phone');
	await phone.goto(preparation);
	await expect(phone.getByText('Lệ phí đã thay đổi.')).toBeVisible();
	await keepPicture(phone, 'editor-outdated');

	// Both versions stand in the history, and what is between them.
	await page.goto(`/can-bo/danh-muc/${code}`);
	await expect(page.getByText('Người công bố:', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Xem chỗ khác' }).click();
	await expect(page.getByText('1 chỗ khác giữa bản 1 và bản 2.')).toBeVisible();
	await keepPicture(page, 'editor-history');
});

test('what changed meanwhile is merged first; a later date waits and is called off', async ({
	devices
}) => {
	const code = '1.004036';
	const proposeFrom = async (page: Page, part: string, box: string, text: string) => {
		await page.goto(`/can-bo/danh-muc/${code}`);
		await page.getByRole('button', { name: /^(Sửa|Tạo bản nháp khác)$/ }).click();
		await openPart(page, part);
		await page.getByRole('textbox', { name: box }).fill(text);
		await expectSaved(page);
		return page.url();
	};
	const page = await openCatalogue(devices, 'editor');
	const late = await proposeFrom(page, 'Ai, ở đâu, được gì', 'Ai làm được', 'Chủ tàu.');
	await propose(page, 'Viết gọn.');
	await proposeFrom(page, 'Ai, ở đâu, được gì', 'Nhờ người khác làm thay', 'Hỏi quầy.');
	const first = page.url();
	await propose(page, 'Viết rõ.');

	devices.tolerate(/status of 409/);
	const second = await openCatalogue(devices, 'leader');
	await second.goto(first);
	await second.getByRole('button', { name: 'Công bố', exact: true }).click();
	await expect(second.getByText(/^Đã công bố bản 2/)).toBeVisible();
	await second.goto(late);
	await expect(second.getByText('Bấm “Trả lại” để người soạn gộp.')).toBeVisible();
	await expect(second.getByRole('button', { name: 'Công bố', exact: true })).toHaveCount(0);

	await page.goto(late);
	await page.getByRole('button', { name: 'Gộp vào bản đang dùng' }).click();
	await openPart(page, 'Ai, ở đâu, được gì');
	await expect(page.getByRole('textbox', { name: 'Ai làm được' })).toHaveValue('Chủ tàu.');
	await expect(page.getByRole('textbox', { name: 'Nhờ người khác làm thay' })).toHaveValue(
		'Hỏi quầy.'
	);
	await page.getByRole('button', { name: 'Đề nghị công bố' }).click();
	await page.getByRole('textbox', { name: 'Bạn đổi gì, vì sao?' }).fill('Viết gọn.');
	await page.getByRole('radio', { name: 'Một ngày khác' }).check();
	await page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('1');
	await page.getByRole('textbox', { name: 'Tháng' }).fill('1');
	await page.getByRole('textbox', { name: 'Năm' }).fill('2026');
	await page.getByRole('button', { name: 'Gửi cho người công bố' }).click();
	await expect(page.getByText('Ngày áp dụng không được ở quá khứ.').first()).toBeVisible();
	await page.getByRole('textbox', { name: 'Năm' }).fill('2028');
	await page.getByRole('button', { name: 'Gửi cho người công bố' }).click();
	await expect(page.getByText('Đã gửi. Chờ người khác công bố.')).toBeVisible();

	await second.reload();
	await second.getByRole('button', { name: 'Công bố, áp dụng từ Thứ Bảy, 01/01/2028' }).click();
	await expect(second.getByText('Chưa áp dụng.', { exact: false })).toBeVisible();
	const examiner = new Examiner();
	await examiner.examine(second, 'catalogue scheduled', 'staff');
	await keepPicture(second, 'editor-scheduled');
	await second.getByRole('button', { name: 'Hủy, không áp dụng nữa' }).click();
	await examiner.examine(second, 'catalogue scheduled: calling off', 'staff');
	await second.getByRole('textbox', { name: 'Lý do hủy' }).fill('Chưa có văn bản.');
	await second.getByRole('button', { name: 'Hủy lịch áp dụng' }).click();
	await expect(second.getByText('Đã hủy. Bản đang dùng không đổi.')).toBeVisible();
});

test('a procedure is withdrawn, with the reason on the phone', async ({ devices }) => {
	const code = '1.006391';
	const phone = await (await devices.newPhone()).newPage();
	await phone.goto(`/thu-tuc/${code}`);
	const page = await openCatalogue(devices, 'editor');
	await openProcedure(page, code);
	await page.getByRole('button', { name: 'Bãi bỏ' }).click();
	const reason = 'Bãi bỏ từ hôm nay. Làm việc “Sang tên ghe, tàu” thay cho việc này.';
	await page.getByRole('textbox', { name: 'Lý do, cho người dân đọc' }).fill(reason);
	await page.getByRole('button', { name: 'Tạo đề nghị bãi bỏ' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /^Đề nghị bãi bỏ: / })).toBeVisible();
	const examiner = new Examiner();
	await examiner.examine(page, 'catalogue withdrawal', 'staff');
	await page
		.getByRole('textbox', { name: 'Căn cứ, cho người công bố' })
		.fill('Quyết định 1/QĐ-UBND.');
	await page.getByRole('button', { name: 'Gửi cho người công bố' }).click();
	await expect(page.getByText('Đã gửi. Chờ người khác công bố.')).toBeVisible();
	const address = page.url();

	const second = await openCatalogue(devices, 'leader');
	await second.goto(address);
	await expect(second.getByRole('button', { name: 'Công bố việc bãi bỏ' })).toBeVisible();
	await examiner.examine(second, 'catalogue withdrawal proposal', 'staff');
	await second.getByRole('button', { name: 'Trả lại' }).click();
	await second.getByRole('textbox', { name: 'Lý do trả lại' }).fill('Ghi thêm số quyết định.');
	await second.getByRole('button', { name: 'Trả lại cho người soạn' }).click();
	await expect(second.getByText('Đã trả lại cho người soạn.')).toBeVisible();

	await page.reload();
	await expect(page.getByText('Bị trả lại: Ghi thêm số quyết định.')).toBeVisible();
	await page
		.getByRole('textbox', { name: 'Căn cứ, cho người công bố' })
		.fill('Quyết định 123/QĐ-UBND.');
	await page.getByRole('button', { name: 'Gửi cho người công bố' }).click();
	await expect(page.getByText('Đã gửi. Chờ người khác công bố.')).toBeVisible();

	await second.reload();
	await second.getByRole('button', { name: 'Công bố việc bãi bỏ' }).click();
	await expect(second.getByText('Đã công bố việc bãi bỏ.')).toBeVisible();
	await expect(async () => {
		await phone.reload();
		await expect(phone.getByText('Thủ tục này không còn áp dụng')).toBeVisible({ timeout: 3_000 });
	}).toPass({ timeout: 60_000 });
	await expect(phone.getByText(reason)).toBeVisible();
});

test('an office’s list becomes drafts; one is repaired and published', async ({ devices }) => {
	// A new code has no page until the phone has pulled it or the pages are built anew.
	devices.tolerate(/status of 404/);
	const page = await openCatalogue(devices, 'editor');
	await page.getByRole('link', { name: 'Nhập từ tệp' }).click();
	const template = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Tải bảng mẫu (.xlsx)' }).click();
	expect((await template).suggestedFilename()).toBe('mau-danh-muc.xlsx');

	const rows = [
		'Mã thủ tục;Tên thủ tục;Lĩnh vực;Lệ phí;Thời hạn;Thành phần hồ sơ',
		'1.900001;Cấp thẻ thả diều;Hộ tịch;10.000 đồng;3 ngày làm việc;Đơn xin cấp thẻ: 01 bản chính',
		'1.900002;Gia hạn thẻ thả diều;Bay lượn;;;',
		'x;Không có mã;Hộ tịch;;;'
	].join('\n');
	await page.getByLabel('Chọn tệp').setInputFiles([
		{ name: 'xa.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) },
		{ name: 'anh.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
		{ name: 'hong.json', mimeType: 'application/json', buffer: Buffer.from('{"ma') }
	]);
	await expect(page.getByRole('heading', { name: /^Đọc được 2 thủ tục\./ })).toBeFocused();
	await expect(page.getByText(/^hong\.json: /)).toBeVisible();
	await new Examiner().examine(page, 'catalogue import', 'staff');
	await page.getByText('Xem từng chỗ').first().click();
	await page.getByRole('button', { name: 'Thêm lĩnh vực này' }).click();
	await expect(page.getByText('Danh mục chưa có lĩnh vực', { exact: false })).toHaveCount(0);
	await keepPicture(page, 'editor-import');
	await page.getByRole('button', { name: 'Lưu 2 bản nháp' }).click();
	await expect(page.getByText('Đã lưu 2 bản nháp.')).toBeVisible();
	await page.getByRole('link', { name: /^Mở bản nháp.*Cấp thẻ thả diều/ }).click();

	// What was guessed stands beside the form; the rest is told by the faults.
	await expect(page.getByRole('heading', { name: /^Nhập từ xa\.csv/ })).toBeVisible();
	await keepPicture(page, 'editor-imported');
	await openPart(page, 'Ai, ở đâu, được gì');
	await page
		.getByRole('textbox', { name: 'Làm việc này để được gì' })
		.fill('Có thẻ để thả diều ở bãi cỏ của xã.');
	await page.getByRole('textbox', { name: 'Ai làm được' }).fill('Người từ 6 tuổi.');
	await page.getByRole('textbox', { name: 'Nơi giải quyết' }).fill('Ủy ban nhân dân xã');
	await page.getByRole('textbox', { name: 'Kết quả người dân nhận' }).fill('Thẻ thả diều');
	await openPart(page, 'Tên và cách gọi');
	await page.getByRole('textbox', { name: 'Tên dân hay gọi' }).fill('Xin thẻ thả diều');
	await expectSaved(page);
	const address = page.url();
	await propose(page, 'Danh mục của xã năm 2026.');

	const second = await openCatalogue(devices, 'leader');
	await second.goto(address);
	await second.getByRole('button', { name: 'Công bố', exact: true }).click();
	await expect(second.getByText(/^Đã công bố bản 1/)).toBeVisible();
	const phone = await (await devices.newPhone()).newPage();
	await expect(async () => {
		await phone.goto('/thu-tuc/1.900001');
		await expect(phone.getByText('10.000 đồng')).toBeVisible({ timeout: 3_000 });
	}).toPass({ timeout: 60_000 });
});
