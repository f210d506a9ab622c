import {
	beginDraft,
	expectSaved,
	openCatalogue,
	openPart,
	openProcedure
} from './support/catalogueDesk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

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
