import type { Page } from '@playwright/test';
import { writeWorkbook } from '#importer/workbook.ts';
import { openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPdf, readPdf } from './support/pdf.ts';
import { keepPicture } from './support/pictures.ts';
import { A4_ACROSS_INSIDE, expectNothingCut, withoutSpaces } from './support/sheet.ts';
import { expect, test } from './support/test.ts';

// Yesterday in Vietnam is over whatever the season; the plan is of the year it fell in.
const today = new Date(Date.now() + 7 * 3_600_000);
const yesterday = new Date(today.getTime() - 86_400_000).toISOString().slice(0, 10);
const year = Number(yesterday.slice(0, 4));
const [, month, day] = yesterday.split('-');

test('the plan of a year: imported, reported with proof, told beside the logs, printed', async ({
	devices
}) => {
	const page = await openDesk(devices, 'leader');
	const examiner = new Examiner();
	await page.getByText('Mục khác').click();
	await page.getByRole('link', { name: 'Kế hoạch cải cách' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /^Kế hoạch cải cách/ })).toBeVisible();
	await keepPicture(page, 'plan-empty');

	await test.step('a spreadsheet becomes the plan, and what cannot be read says why', async () => {
		await page.goto(`/can-bo/ke-hoach/nhap?nam=${year}`);
		await page.getByLabel('Chọn tệp kế hoạch').setInputFiles({
			name: 'ke-hoach.xlsx',
			mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			buffer: Buffer.from(await aPlan())
		});
		const summary = 'Đọc được 3 nhiệm vụ, 1 dòng chưa đọc được';
		await expect(page.getByRole('heading', { name: summary })).toBeFocused();
		await expect(page.getByRole('listitem').filter({ hasText: 'Dòng 7' })).toContainText(
			'Thời gian: chưa rõ từ ngày nào'
		);
		await examiner.examine(page, 'plan import', 'staff');
		await page.getByRole('button', { name: 'Ghi 3 nhiệm vụ vào kế hoạch' }).click();
		await page.getByRole('link', { name: 'Xem kế hoạch' }).click();
		await expect(lineOf(page, 'Công khai thủ tục')).toContainText('Quá hạn');
	});

	await test.step('a task is done when something shows it', async () => {
		await page.getByRole('link', { name: 'Rà soát thủ tục hộ tịch' }).click();
		await page.getByLabel('Đến nay').selectOption('Đã xong');
		await page.getByRole('button', { name: 'Ghi tiến độ' }).click();
		await expect(page.getByRole('alert')).toContainText('Đã xong thì ghi minh chứng');
		await page.getByLabel('Kết quả, minh chứng').fill('Báo cáo số 12/BC-UBND');
		await page.getByRole('button', { name: 'Ghi tiến độ' }).click();
		await expect(page.getByText('Đã ghi tiến độ.')).toBeVisible();
		await keepPicture(page, 'plan-task');
		await page.getByRole('link', { name: 'Về kế hoạch' }).click();
		const done = lineOf(page, 'Rà soát thủ tục hộ tịch');
		await expect(done).toContainText('Xong đúng hạn');
		await expect(done).toContainText('Báo cáo số 12/BC-UBND');
		await examiner.examine(page, 'plan', 'staff');
	});

	await test.step('a talk on the loudspeaker', async () => {
		await page.getByRole('link', { name: 'Sổ tuyên truyền' }).click();
		await page.getByText('Ghi một lần tuyên truyền').click();
		await page.getByLabel('Ngày', { exact: true }).fill(yesterday);
		await page.getByLabel('Cách làm').selectOption('Loa truyền thanh');
		await page.getByLabel('Ở đâu').fill('Thôn Trung');
		await page.getByLabel('Nói về gì').fill('Nộp hồ sơ trên điện thoại');
		await page.getByLabel('Lĩnh vực').selectOption('Hộ tịch');
		await page.getByLabel('Ai làm').fill('Tổ công nghệ số thôn Trung');
		await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
		await expect(lineOf(page, 'Loa truyền thanh')).toContainText('chưa đủ 4 tuần');
		await examiner.examine(page, 'outreach', 'staff');
	});

	await test.step('a training with somebody of the staff', async () => {
		await page.getByRole('link', { name: 'Sổ tập huấn' }).click();
		await page.getByText('Ghi một buổi tập huấn').click();
		await page.getByLabel('Ngày', { exact: true }).fill(yesterday);
		await page.getByLabel('Loại nội dung').selectOption('Thái độ phục vụ');
		await page.getByLabel('Tên buổi, nội dung').fill('Cách đón người già');
		await page.getByLabel('Ai dạy').fill('Trường Chính trị tỉnh');
		await page.getByLabel('Số giờ').fill('3,5');
		await page.getByRole('group', { name: 'Cán bộ dự' }).getByRole('checkbox').first().check();
		await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
		await expect(lineOf(page, 'Cách đón người già')).toContainText('3,5 giờ');
		await examiner.examine(page, 'training', 'staff');
	});

	await test.step('the report of the year', async () => {
		await page.getByRole('link', { name: 'In báo cáo năm' }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: /^BÁO CÁO THỰC HIỆN KẾ HOẠCH/ })
		).toBeVisible();
		const file = await page.pdf({ preferCSSPageSize: true });
		await keepPdf(file, 'plan-report');
		const sheet = readPdf(file);
		for (const size of sheet.pages) expect(size).toEqual({ width: 297, height: 210 });
		const total = 'Cộng3101' + '10' + '33%(1/3)';
		for (const words of [total, 'Báo cáo số 12/BC-UBND', 'Loa truyền thanh 1 lần', '3,5 giờ'])
			expect(withoutSpaces(sheet.text)).toContain(withoutSpaces(words));
		await expectNothingCut(page, A4_ACROSS_INSIDE);
		await keepPicture(page, 'plan-report');
	});
});

/** The line of a table that says this. */
function lineOf(page: Page, words: string) {
	return page.getByRole('row').filter({ hasText: words });
}

/** A plan as an office writes it: a title above, a heading between, one line nobody can read. */
function aPlan(): Promise<Uint8Array> {
	const rows = [
		[`KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM ${year}`],
		['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian', 'Sản phẩm'],
		['I', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH', '', '', '', ''],
		[
			'1',
			'Rà soát thủ tục hộ tịch',
			'Tư pháp – Hộ tịch',
			'Công an xã; Đoàn thanh niên',
			`01/01/${year} - 31/12/${year + 1}`,
			'Báo cáo rà soát'
		],
		['2', 'Công khai thủ tục', 'Văn phòng', '', `01/01/${year} - ${day}/${month}/${year}`, ''],
		[
			'3',
			'Trả lời phản ánh của dân',
			'Văn phòng',
			'Các phòng, ban',
			`Tháng 1/${year} - tháng 12/${year + 1}`,
			''
		],
		['4', 'Việc chờ hướng dẫn', 'Văn phòng', '', 'Khi có hướng dẫn', '']
	];
	return writeWorkbook('Kế hoạch', rows, [6, 40, 24, 24, 24, 24]);
}
