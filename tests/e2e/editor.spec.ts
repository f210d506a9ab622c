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

test('answers are tried out, and what is wrong leads to where it is mended', async ({
	devices
}) => {
	const page = await openCatalogue(devices, 'editor');
	await page.getByRole('link', { name: 'Thêm thủ tục' }).click();
	await page.getByRole('textbox', { name: 'Mã thủ tục' }).fill('9.000001');
	await page
		.getByRole('textbox', { name: 'Tên chính thức' })
		.fill('Thủ tục cấp giấy phép thả diều');
	await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption({ label: 'Giao thông' });
	await page.getByRole('button', { name: 'Tạo bản nháp' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Tên và cách gọi' })).toBeVisible();

	// What is missing is told only when somebody wants to send it; each line leads to its box.
	await expect(page.getByText('Tên dân hay gọi: chưa ghi.', { exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: 'Đề nghị công bố' }).click();
	await expect(page.getByText('Chưa gửi được: còn chỗ phải sửa')).toBeVisible();
	await page.getByRole('button', { name: 'Tên dân hay gọi: chưa ghi.' }).click();
	const shortTitle = page.getByRole('textbox', { name: 'Tên dân hay gọi' });
	await expect(shortTitle).toBeFocused();
	await shortTitle.fill('Xin phép thả diều');

	await openPart(page, 'Câu hỏi');
	await page.getByRole('button', { name: 'Thêm câu hỏi' }).click();
	await page
		.getByRole('textbox', { name: 'Câu hỏi', exact: true })
		.fill('Bạn thả diều gần sân bay không?');
	await openPart(page, 'Giấy tờ');
	await page.getByRole('button', { name: 'Thêm giấy tờ' }).click();
	await page
		.getByRole('textbox', { name: 'Tên giấy, lời dễ hiểu' })
		.fill('Giấy đồng ý của sân bay');
	await page.getByRole('radio', { name: 'Chỉ khi…' }).check();
	await page
		.getByRole('combobox', { name: 'Câu hỏi' })
		.selectOption({ label: 'Bạn thả diều gần sân bay không?' });
	await page.getByRole('checkbox', { name: 'Có', exact: true }).check();
	await expect(
		page.getByText('Chỉ khi “Bạn thả diều gần sân bay không?” là “Có”').first()
	).toBeVisible();

	await page.getByRole('button', { name: 'Đi thử' }).click();
	const walk = page.getByRole('region', { name: 'Đi thử' });
	await walk.getByRole('radio', { name: 'Không', exact: true }).check();
	await expect(walk.getByText('Trường hợp này không có giấy tờ nào.')).toBeVisible();
	await walk.getByRole('radio', { name: 'Có', exact: true }).check();
	await expect(walk.getByRole('heading', { name: 'Cần chuẩn bị (1)' })).toBeVisible();
	await keepPicture(page, 'editor-walk');

	// Taking out a question says what breaks first, and can be taken back.
	await openPart(page, 'Câu hỏi');
	await page.getByRole('button', { name: /^Xóa: Câu hỏi “Bạn thả diều/ }).click();
	await expect(page.getByText('1 chỗ đang dùng.', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Vẫn xóa, tôi sẽ sửa từng chỗ' }).click();
	await page.getByRole('button', { name: /^Nhắc/ }).click();
	await expect(page.getByRole('button', { name: /dựa vào câu hỏi không còn nữa/ })).toBeVisible();
	await page.getByRole('button', { name: 'Lấy lại' }).click();
	await expect(page.getByRole('button', { name: /dựa vào câu hỏi không còn nữa/ })).toHaveCount(0);

	// A word of offices is told, with a plain one.
	await openPart(page, 'Ai, ở đâu, được gì');
	await page.getByRole('textbox', { name: 'Ai làm được' }).fill('Chủ thể có diều.');
	await expect(
		page.getByText('“chủ thể” là từ của cơ quan', { exact: false }).first()
	).toBeVisible();
	await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
	await page.getByRole('button', { name: 'Bỏ hẳn bản nháp' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Danh mục thủ tục' })).toBeVisible();
});

test('two at once: nobody’s work is lost', async ({ devices }) => {
	const code = '2.001711';
	// The browser itself writes a refused save on the console.
	devices.tolerate(/status of 409/);
	const one = await openCatalogue(devices, 'editor');
	await openProcedure(one, code);
	await beginDraft(one);
	const address = one.url();
	const two = await openCatalogue(devices, 'editor');
	await two.goto(address);
	await openPart(two, 'Ai, ở đâu, được gì');

	await openPart(one, 'Ai, ở đâu, được gì');
	await one.getByRole('textbox', { name: 'Nhờ người khác làm thay' }).fill('Người thứ nhất viết.');
	await one.getByRole('textbox', { name: 'Làm việc này để được gì' }).fill('Của người thứ nhất.');
	await expectSaved(one);

	await two.getByRole('textbox', { name: 'Làm việc này để được gì' }).fill('Của người thứ hai.');
	// Both are the same editor at two PCs.
	await expect(two.getByText('Bạn vừa lưu bản nháp này ở nơi khác')).toBeVisible({
		timeout: 20_000
	});
	const examiner = new Examiner();
	await examiner.examine(two, 'catalogue conflict', 'staff');
	await keepPicture(two, 'editor-conflict');
	await two.getByRole('button', { name: 'Xem khác nhau rồi chọn' }).click();
	await examiner.examine(two, 'catalogue conflict: choosing', 'staff');
	await two
		.getByRole('group', { name: 'Làm việc này để được gì' })
		.getByRole('radio', { name: /^Viết ở đây/ })
		.check();
	await two.getByRole('button', { name: 'Gộp lại và soạn tiếp' }).click();
	await expect(two.getByRole('heading', { level: 2, name: 'Ai, ở đâu, được gì' })).toBeFocused();
	await expectSaved(two);
	await two.reload();
	await openPart(two, 'Ai, ở đâu, được gì');
	await expect(two.getByRole('textbox', { name: 'Làm việc này để được gì' })).toHaveValue(
		'Của người thứ hai.'
	);
	await expect(two.getByRole('textbox', { name: 'Nhờ người khác làm thay' })).toHaveValue(
		'Người thứ nhất viết.'
	);

	// What was written in another place is taken in under the hands.
	await one.getByRole('textbox', { name: 'Ai làm được' }).fill('Của người thứ nhất.');
	await expect(one.getByText('Bạn vừa sửa bản nháp này ở nơi khác.', { exact: false })).toBeVisible(
		{
			timeout: 20_000
		}
	);
	await expect(one.getByRole('textbox', { name: 'Làm việc này để được gì' })).toHaveValue(
		'Của người thứ hai.'
	);
	await expectSaved(one);

	// In the same place: the late one keeps a draft of the own.
	await two.reload();
	await openPart(two, 'Ai, ở đâu, được gì');
	await two.getByRole('textbox', { name: 'Ai làm được' }).fill('Của người thứ hai.');
	await expectSaved(two);
	await one.getByRole('textbox', { name: 'Ai làm được' }).fill('Của người thứ nhất!');
	await one.getByRole('button', { name: 'Lưu phần của tôi thành bản nháp riêng' }).click();
	await expect(one).not.toHaveURL(address);
	await openPart(one, 'Ai, ở đâu, được gì');
	await expect(one.getByRole('textbox', { name: 'Ai làm được' })).toHaveValue(
		'Của người thứ nhất!'
	);
});

test('an answer that gets lost while somebody types on is nobody else’s work', async ({
	devices
}) => {
	devices.tolerate(/Failed to load resource|ERR_FAILED|status of 409/);
	const page = await openCatalogue(devices, 'editor');
	await openProcedure(page, '2.001215');
	await beginDraft(page);
	await openPart(page, 'Ai, ở đâu, được gì');
	let isLost = false;
	await page.route('**/rpc/save_procedure_draft', async (route) => {
		if (isLost) return route.continue();
		await route.fetch();
		isLost = true;
		await route.abort();
	});
	const box = page.getByRole('textbox', { name: 'Ai làm được' });
	await box.fill('Một.');
	await expect.poll(() => isLost).toBe(true);
	await box.fill('Một. Hai.');
	await expectSaved(page);
	await expect(box).toHaveValue('Một. Hai.');
	await page.reload();
	await openPart(page, 'Ai, ở đâu, được gì');
	await expect(page.getByRole('textbox', { name: 'Ai làm được' })).toHaveValue('Một. Hai.');
});

test('a fee nobody can read stays in its box and keeps the draft here; what was filled in stays', async ({
	devices
}) => {
	const page = await openCatalogue(devices, 'editor');
	await openProcedure(page, '1.003930');
	await beginDraft(page);
	await openPart(page, 'Phí');
	await expect(page.getByRole('heading', { level: 2, name: 'Phí' })).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const amount = page.getByRole('textbox', { name: 'Số tiền (đồng)', exact: true });
	await amount.fill('75k');
	await amount.blur();
	await expect(amount).toHaveValue('75k');
	await page.getByRole('button', { name: 'Đề nghị công bố' }).click();
	await expect(page.getByText('Chưa gửi được: còn chỗ phải sửa')).toBeVisible();
	await page.getByRole('button', { name: /Số tiền.*chưa đúng/ }).click();
	await expect(amount).toBeFocused();
	await amount.fill('75.000 đồng');
	await amount.blur();
	await expect(amount).toHaveValue('75.000');
	await page.getByRole('button', { name: 'Đề nghị công bố' }).click();
	const summary = page.getByRole('textbox', { name: 'Bạn đổi gì, vì sao?' });
	await summary.fill('Mức mới.');
	await page.getByRole('button', { name: 'Về soạn tiếp' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Phí' })).toBeFocused();
	await page.getByRole('button', { name: 'Đề nghị công bố' }).click();
	await expect(summary).toHaveValue('Mức mới.');
});

test('without a line the words stay on this PC and go out by themselves', async ({ devices }) => {
	devices.tolerate(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
	const page = await openCatalogue(devices, 'editor');
	await openProcedure(page, '1.009455');
	await beginDraft(page);
	await openPart(page, 'Ai, ở đâu, được gì');
	// Pages open without a line once the worker has them.
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await page.context().setOffline(true);
	await page.getByRole('textbox', { name: 'Ai làm được' }).fill('Viết lúc mất mạng.');
	await expect(page.getByText('Mất mạng. Bài đang giữ trên máy này', { exact: false })).toBeVisible(
		{
			timeout: 20_000
		}
	);
	await page.reload();
	await openPart(page, 'Ai, ở đâu, được gì');
	await expect(page.getByRole('textbox', { name: 'Ai làm được' })).toHaveValue(
		'Viết lúc mất mạng.'
	);
	await page.context().setOffline(false);
	await expectSaved(page);
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
