import {
	answerQuestions,
	expectHeading,
	fileBirthDossier,
	fillForm,
	goOn,
	lookUp,
	openField,
	readReceipt,
	searchFor,
	submitDossier
} from './support/citizen.ts';
import { openDossier, receive, signIn, takePaper } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { expect, test } from './support/test.ts';

/** A family name as long as they come, to see where the pages break. */
const CHILD = 'Công Tằng Tôn Nữ Huyền Trang Nguyễn Phúc Bảo Ngọc Khuê';

/** The answer of a queue in which nothing waits. */
const NOTHING = {
	rows: [],
	more: false,
	counts: { new: 0, answered: 0, working: 0, today: 0, late: 0, waiting: 0, ready: 0 }
};

test.slow();

test("a citizen's pages in all their states", async ({ devices }) => {
	// The browser's own notes about the switched-off network and the unknown addresses.
	devices.tolerate(/net::ERR_INTERNET_DISCONNECTED|status of 404|Not found: /);
	const examiner = new Examiner();
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	const look = (state: string) => examiner.examine(page, state, 'citizen');

	await page.goto('/');
	await look('home');
	await searchFor(page, 'khai sinh');
	await expect(page.getByRole('heading', { name: /thủ tục cho “khai sinh”/ })).toBeVisible();
	await look('home: found');
	await searchFor(page, 'máy bay trực thăng');
	await expect(page.getByRole('heading', { name: /^Chưa thấy thủ tục nào/ })).toBeVisible();
	await look('home: nothing found');
	await page.goto('/thu-tuc');
	await expectHeading(page, 'Tất cả thủ tục');
	await openField(page, 'Hộ tịch');
	await look('list');
	await searchFor(page, 'tiền mai táng');
	await expect(page.getByText('Người mất thuộc diện nào?')).toBeVisible();
	await look('list: a question about the words');
	await page.goto('/viec/sinh-con');
	await expectHeading(page, 'Nhà vừa có thêm em bé');
	await look('a turn in life');
	await page.goto('/linh-vuc/giao-duc');
	await expectHeading(page, 'Giáo dục và đào tạo');
	await look('a field of work');
	await page.goto('/thu-tuc/2.002481');
	await expect(page.getByText('Chưa có danh sách giấy tờ')).toBeVisible();
	await look('a listed procedure');
	await page.goto('/thu-tuc/1.001193');
	// From the second page on the service worker answers with the shell: the page is there once its heading is.
	await expectHeading(page, 'Làm giấy khai sinh cho con');
	for (const summary of await page.getByRole('group').all())
		await summary.locator('summary').click();
	await look('procedure');
	await page.goto('/ho-so');
	await expect(page.getByText('Chưa có hồ sơ nào trên máy này')).toBeVisible();
	await look('my dossiers: empty');
	await page.goto('/tra-cuu');
	await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await look('lookup: with errors');
	await lookUp(page, 'H99.01-261123-9997', 'AAAA AAAA');
	await expect(page.getByText('Không thấy hồ sơ nào khớp cả hai mã')).toBeVisible();
	await look('lookup: missed');
	for (const address of ['/khong-co-trang-nay', '/thu-tuc/9.999999']) {
		await page.goto(address);
		await expectHeading(page, 'Không thấy trang này');
		await look('not found');
	}

	await page.goto('/chuan-bi/1.001193/bat-dau');
	await expectHeading(page, 'Ai sẽ đi đăng ký khai sinh cho trẻ?');
	await look('question');
	await goOn(page);
	await expect(page.getByRole('alert')).toBeFocused();
	await look('question: with an error');
	await answerQuestions(page);
	await look('list of papers');
	await page.getByRole('link', { name: 'Khai tờ khai' }).click();
	await expectHeading(page, 'Về trẻ');
	await goOn(page);
	await expect(page.getByRole('alert')).toBeFocused();
	await look('form: with errors');
	await fillForm(page, CHILD);
	await look('check');
	await page.goto('/ho-so');
	await expect(page.getByRole('heading', { name: 'Đang làm dở' })).toBeVisible();
	await look('my dossiers: a draft');

	await page.goto('/nop/1.001193/kiem-tra');
	await expectHeading(page, 'Xem lại trước khi nộp');
	await phone.setOffline(true);
	await submitDossier(page);
	await expect(
		page.getByText('Hồ sơ đã cất trong máy, đang chờ gửi', { exact: true })
	).toBeVisible();
	await look('dossier: waiting');
	await phone.setOffline(false);
	const receipt = await readReceipt(page);
	await look('dossier: receipt');
	await page.goto('/ho-so');
	await expect(page.getByRole('heading', { name: 'Đã nộp' })).toBeVisible();
	await look('my dossiers: filed');
	await lookUp(page, receipt.reference, receipt.lookupCode);
	await expect(page.getByRole('heading', { level: 2, name: receipt.reference })).toBeVisible();
	await look('lookup: found');
	await phone.setOffline(true);
	await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
	await expect(page.getByText('Tra cứu cần có mạng.')).toBeVisible();
	await look('lookup: no network');
});

test("the office's pages in all their states", async ({ devices }) => {
	devices.tolerate(/status of 40[04]/);
	const child = 'Bùi Thị Bảo Ngọc Khuê';
	await fileBirthDossier(devices, child);
	const examiner = new Examiner();
	const page = await (await devices.newDesk()).newPage();
	const look = (state: string) => examiner.examine(page, state, 'staff');

	await page.goto('/can-bo');
	await expectHeading(page, 'Đăng nhập');
	await look('sign-in');
	await page
		.getByRole('textbox', { name: 'Địa chỉ thư điện tử (email)' })
		.fill('khong-ai@motcua.test');
	await page.getByLabel('Mật khẩu').fill('sai-mat-khau');
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
	await expect(page.getByText(/^Email hoặc mật khẩu chưa đúng/).first()).toBeVisible();
	await look('sign-in: refused');
	await signIn(page, 'receiver');
	await page.getByRole('searchbox', { name: 'Tìm trong nhóm này' }).fill('khong co ai ten nay');
	await expect(page.getByText('Không thấy hồ sơ nào có “khong co ai ten nay”')).toBeVisible();
	await look('queue: nothing found');
	await page.getByRole('button', { name: 'Xóa ô tìm kiếm' }).click();
	await expect(page.getByRole('row').filter({ hasText: child })).toBeVisible();
	await look('queue');
	await page.route('**/rest/v1/rpc/staff_queue', (route) => route.fulfill({ json: NOTHING }));
	await page.reload();
	await expect(page.getByText('Chưa có hồ sơ mới nộp')).toBeVisible();
	await look('queue: empty');
	await page.unroute('**/rest/v1/rpc/staff_queue');
	await page.reload();
	await openDossier(page, 'Mới nộp', child);
	await expect(page.getByText(/^Hẹn trả /).first()).toBeVisible();
	await look('dossier: to receive');
	await takePaper(page, 'Giấy chứng sinh');
	await page.getByRole('combobox', { name: 'Chuyển cho phòng' }).selectOption('');
	await page.getByRole('button', { name: 'Tiếp nhận và lập giấy hẹn' }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'Xem lại' })).toBeVisible();
	await look('dossier: with errors');
	const departments = page.getByRole('combobox', { name: 'Chuyển cho phòng' });
	await departments.selectOption({ label: 'Tư pháp – Hộ tịch (phụ trách lĩnh vực này)' });
	await receive(page);
	await look('dossier: received');
	await page.getByRole('link', { name: 'Mở giấy hẹn để in' }).click();
	await expectHeading(page, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
	await look('slip');
	await page.goto('/can-bo?nhom=dang-giai-quyet');
	await expect(page.getByRole('row').filter({ hasText: child })).toBeVisible();
	await look('queue of work');
	await page.goto('/can-bo/ho-so/00000000-0000-4000-8000-000000000000');
	await expect(page.getByText('Không thấy hồ sơ này')).toBeVisible();
	await look('dossier: unknown');
	await page.goto('/in/00000000-0000-4000-8000-000000000000');
	await expect(page.getByText('Không thấy giấy này')).toBeVisible();
	await look('slip: unknown');
});
