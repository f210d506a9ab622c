import type { Page } from '@playwright/test';
import { openCatalogue } from './support/catalogueDesk.ts';
import { openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const CODE = '1.013225';
const PAPER = 'Giấy cam kết an toàn cho nhà liền kề';
const OTHER = 'Báo cáo kết quả thẩm tra thiết kế';
const STEP = 'Thẩm định hồ sơ, kiểm tra thực địa';
const REASON = 'Chủ nhà liền kề đã ký trong đơn, không cần giấy riêng';

test('a proposal is written, sent, answered and decided, and the editor finds the draft without the paper', async ({
	devices
}) => {
	test.setTimeout(240_000);
	devices.tolerate(/net::ERR_FAILED/);
	const examiner = new Examiner();
	const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
	const [year, month, day] = today.split('-');
	const shown = `${day}/${month}/${year}`;

	await test.step('an editor writes it; what is ticked and typed survives a reload and a dead line', async () => {
		const editor = await openCatalogue(devices, 'editor');
		await editor.setViewportSize({ width: 1366, height: 768 });
		await editor.goto('/can-bo/cat-giam/de-nghi');
		await expect(editor.getByText('Chưa có đề nghị nào.')).toBeVisible();
		await editor.getByRole('link', { name: 'Viết đề nghị mới' }).click();
		await editor.getByRole('combobox', { name: 'Thủ tục' }).fill(CODE);
		await editor.getByRole('option', { name: new RegExp(CODE) }).click();
		await expect(editor.getByText('Chưa chọn gì để bỏ.')).toBeVisible();
		await editor.getByRole('button', { name: 'Ghi đề nghị' }).click();
		await expect(editor.getByRole('alert')).toContainText('Chọn ít nhất một thứ để bỏ bớt.');

		await editor.goto(
			`/can-bo/cat-giam/de-nghi?ma=${CODE}&giay=neighbour-safety&buoc=${encodeURIComponent(STEP)}`
		);
		await expect(editor.getByRole('checkbox', { name: PAPER })).toBeChecked();
		await expect(editor.getByRole('checkbox', { name: `Bỏ bước: ${STEP}` })).toBeChecked();
		await editor.getByRole('checkbox', { name: OTHER }).check();
		await editor.getByLabel(`Bỏ thế nào: ${OTHER}`).selectOption('Cán bộ tự tra');
		await editor.getByLabel('Tra ở đâu').fill('Kho dữ liệu của Sở Xây dựng');
		const limit = editor.getByLabel(/^Thời hạn mới khi nộp tại quầy/);
		await limit.fill('9');
		await editor.getByLabel('Vì sao nên bỏ').fill(REASON);
		await editor.getByRole('button', { name: 'Ghi đề nghị' }).click();
		await expect(editor.getByText(/^Lỗi:.*nhỏ hơn 7 ngày làm việc/)).toBeVisible();
		await limit.fill('5');
		const savings = editor.getByRole('region', { name: 'Bớt được gì' });
		await expect(savings).toContainText(/12 tháng/);
		await expect(savings).toContainText(`Bước “${STEP}”`);
		await examiner.examine(editor, 'cut form', 'staff');
		await keepPicture(editor, 'cuts-form');
		await editor.setViewportSize({ width: 360, height: 740 });
		await keepPicture(editor, 'cuts-form-phone');
		await editor.setViewportSize({ width: 1366, height: 768 });

		await editor.route('**/rpc/propose_cut', (route) => route.abort());
		await editor.getByRole('button', { name: 'Ghi đề nghị' }).click();
		await expect(editor.getByText(/bấm lại không tạo hai lần/)).toBeVisible();
		await editor.unroute('**/rpc/propose_cut');
		await editor.reload();
		await expect(editor.getByLabel('Vì sao nên bỏ')).toHaveValue(REASON);
		await expect(editor.getByLabel(/^Thời hạn mới khi nộp tại quầy/)).toHaveValue('5');
		await expect(editor.getByLabel('Tra ở đâu')).toHaveValue('Kho dữ liệu của Sở Xây dựng');
		await editor.getByRole('button', { name: 'Ghi đề nghị' }).click();
		await expect(editor.getByRole('heading', { level: 1 })).toHaveText(
			`Đề nghị số 1/${year}: Xin giấy phép xây nhà ở`
		);
		await expect(editor.getByRole('button', { name: 'Ghi đã gửi đi' })).toHaveCount(0);
		await expect(editor.getByRole('button', { name: 'Rút đề nghị' })).toBeVisible();
	});

	const leader = await openDesk(devices, 'leader');
	await leader.setViewportSize({ width: 1366, height: 768 });

	await test.step('the leader sends it', async () => {
		await leader.goto('/can-bo/cat-giam/de-nghi?tinh-trang=proposed');
		await leader
			.getByRole('row', { name: /Chờ gửi đi/ })
			.getByRole('link')
			.click();
		await leader.getByRole('button', { name: 'Ghi đã gửi đi' }).click();
		await leader.getByRole('button', { name: 'Ghi lại' }).click();
		await expect(leader.getByRole('alert')).toContainText('Ghi số văn bản.');
		await leader.getByLabel('Gửi cơ quan nào').fill('Sở Xây dựng');
		await leader.getByLabel('Số văn bản').fill('12/TTr-UBND');
		// What is typed is on disk within a second.
		await leader.waitForTimeout(1_000);
		await leader.reload();
		await leader.getByRole('button', { name: 'Ghi đã gửi đi' }).click();
		await expect(leader.getByLabel('Gửi cơ quan nào')).toHaveValue('Sở Xây dựng');
		await leader.getByRole('button', { name: 'Ghi lại' }).click();
		await expect(leader.getByText('Đã ghi. Bây giờ chờ trả lời.')).toBeVisible();
		await expect(leader.getByText('Chờ trả lời', { exact: true })).toBeVisible();
	});

	await test.step('notes the reply', async () => {
		await leader.getByRole('button', { name: 'Ghi trả lời' }).click();
		await leader.getByLabel('Họ trả lời thế nào').selectOption('đồng ý một phần');
		await leader.getByLabel('Số văn bản').fill('88/SXD');
		await leader.getByLabel('Tóm tắt trả lời').fill('Đồng ý bỏ giấy cam kết, giữ thời hạn');
		await leader.getByRole('button', { name: 'Ghi lại' }).click();
		await expect(leader.getByText('Đã ghi trả lời.')).toBeVisible();
	});

	await test.step('and the decision', async () => {
		await leader.getByRole('button', { name: 'Ghi quyết định' }).click();
		await leader.getByLabel('Quyết định', { exact: true }).selectOption('Chấp nhận');
		await leader.getByRole('checkbox', { name: /^Rút thời hạn/ }).uncheck();
		await leader.getByLabel('Số quyết định').fill('345/QĐ-UBND');
		await keepPicture(leader, 'cuts-decide');
		await examiner.examine(leader, 'cut decision', 'staff');
		await leader.getByRole('button', { name: 'Ghi lại' }).click();
		await expect(leader.getByText(/^Đã ghi quyết định và tạo bản nháp/)).toBeVisible();
		await expect(leader.getByText('Được chấp nhận', { exact: true })).toBeVisible();
		const history = leader.getByRole('listitem');
		await expect(
			history.filter({ hasText: 'Gửi Sở Xây dựng, văn bản số 12/TTr-UBND' })
		).toBeVisible();
		await expect(
			history.filter({ hasText: `Quyết định số 345/QĐ-UBND ngày ${shown}: chấp nhận` })
		).toBeVisible();
		await keepPicture(leader, 'cuts-one');
		await leader.goto('/can-bo/cat-giam/de-nghi');
		const row = leader.getByRole('row', { name: /Xin giấy phép xây nhà ở/ });
		await expect(row).toContainText('không được chấp nhận');
		await expect(row).toContainText('Đã có bản nháp');
		await examiner.examine(leader, 'cut register', 'staff');
		await keepPicture(leader, 'cuts-list');
		await readSheet(leader);
		await leader.setViewportSize({ width: 360, height: 740 });
		await keepPicture(leader, 'cuts-list-phone');
		await leader.getByRole('link', { name: 'Xin giấy phép xây nhà ở' }).click();
		await expect(leader.getByRole('heading', { level: 1 })).toContainText('Đề nghị số 1/');
		await keepPicture(leader, 'cuts-one-phone');
		await leader.goBack();
		await expect(leader.getByRole('link', { name: 'Viết đề nghị mới' })).toBeVisible();
		await leader.emulateMedia({ media: 'print' });
		await expect(leader.getByRole('link', { name: 'Viết đề nghị mới' })).toBeHidden();
		await leader.setViewportSize({ width: 1050, height: 740 });
		await keepPicture(leader, 'cuts-printed');
	});

	await test.step('the editor finds the draft, without the paper and with the decision', async () => {
		const editor = await openCatalogue(devices, 'editor');
		const line = editor.getByRole('listitem').filter({ hasText: 'từ quyết định cắt giảm' });
		await line.getByRole('link').click();
		await expect(
			editor.getByText(
				`Bản nháp này do máy tạo theo Quyết định số 345/QĐ-UBND ngày ${shown}, đề nghị cắt giảm số 1/${year}.`
			)
		).toBeVisible();
		await keepPicture(editor, 'cuts-draft');
		await editor.getByRole('button', { name: /^Giấy tờ/ }).click();
		await expect(editor.getByText('Bản vẽ vị trí nhà trên lô đất').first()).toBeVisible();
		await expect(editor.getByText(PAPER)).toHaveCount(0);
	});
});

/** The file of the register comes down as a spreadsheet. */
async function readSheet(page: Page): Promise<void> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Tải XLSX' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^de-nghi-cat-giam_\d{4}-\d{2}-\d{2}\.xlsx$/);
}
