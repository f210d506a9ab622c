import type { Page } from '@playwright/test';
import { answerCase, fillCase, readProcedure, type TestCase } from './support/anyProcedure.ts';
import { expectHeading, submitDossier } from './support/citizen.ts';
import { openDesk, openDossier, panelOf, receive } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const OWNER = 'Đinh Xây Nhà';
const STAGE = 'Thẩm định hồ sơ, kiểm tra thực địa';
const HOUSE: TestCase = {
	code: '1.013225',
	answers: {
		'land-paper': 'certificate',
		'land-in-data': 'yes',
		'adjoining-building': 'no',
		'fire-safety': 'no',
		'design-check': 'no',
		heritage: 'no'
	},
	form: {
		'owner-is-applicant': 'no',
		[readProcedure('1.013225').eForm?.subjectField ?? '']: OWNER
	}
};

test('the office’s own step of a building permit has its date, and is finished', async ({
	devices
}) => {
	test.slow();
	const phone = await (await devices.newPhone()).newPage();
	await answerCase(phone, HOUSE);
	await fillCase(phone, HOUSE);
	await submitDossier(phone);
	await expectHeading(phone, 'Đã nộp hồ sơ');

	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', OWNER);
	await desk.getByLabel('Chuyển cho phòng').selectOption({ label: 'Tư pháp – Hộ tịch' });
	await receive(desk);

	const officer = await openDesk(devices, 'officer');
	await openDossier(officer, 'Đang giải quyết', OWNER);
	const panel = panelOf(officer);
	const stage = panel.getByRole('listitem').filter({ hasText: STAGE });
	const finish = stage.getByRole('button', { name: /^Xong bước này/ });
	await expect(stage.getByText(/^Hạn xong: Thứ \S+, /)).toBeVisible();
	await expect(finish).toBeHidden();
	const promise = officer.getByText(/^Hẹn trả Thứ /).first();
	await officer.getByRole('button', { name: 'Nhận việc' }).click();
	await expect(finish).toBeVisible();

	// Whom the procedure names is filled in, with the last day by the calendar and what silence means.
	await panel.getByText('Hỏi ý kiến một cơ quan').click();
	await expect(panel.getByLabel('Cơ quan được hỏi')).toHaveValue(
		'Cơ quan quản lý nhà nước liên quan'
	);
	await expect(panel.getByText('trong 2 ngày làm việc. Quá hạn mà không trả lời')).toBeVisible();
	const until = panel.getByRole('group', { name: 'Hạn trả lời' });
	await expect(until.getByLabel('Năm')).toHaveValue(/^\d{4}$/);
	await expect(panel.getByLabel(/^Điều luật cho phép coi im lặng/)).toHaveValue(/217\/2026/);
	await keepBoth(officer, 'stages-open');
	await panel.getByLabel('Hỏi theo thủ tục').selectOption('Cơ quan khác, thủ tục không nêu');
	await expect(panel.getByLabel('Cơ quan được hỏi')).toHaveValue('');
	await panel.getByLabel('Hỏi theo thủ tục').selectOption({ index: 1 });
	await panel.getByLabel('Cơ quan được hỏi').fill('Sở Xây dựng');
	await panel.getByLabel('Hỏi điều gì').fill('Quy hoạch chi tiết của khu đất?');
	await panel.getByRole('button', { name: 'Ghi việc hỏi ý kiến' }).click();
	await expect(panel.getByText('Đã ghi việc hỏi ý kiến')).toBeVisible();

	const promised = await promise.innerText();
	await finish.click();
	await expect(panel.getByText('Đã ghi xong bước này')).toBeVisible();
	await expect(stage.getByText('Xong trước hạn')).toBeVisible();
	await expect(finish).toBeHidden();
	expect(await promise.innerText()).toBe(promised);
	const told = officer.getByRole('listitem').filter({ hasText: 'Xong một bước nội bộ' });
	await expect(told).toContainText(`Bước: ${STAGE}`);
	await keepBoth(officer, 'stages-done');
	await new Examiner().examine(officer, 'dossier: stages', 'staff');
});

/** Pictures at the width of a PC and of a phone. */
async function keepBoth(page: Page, name: string): Promise<void> {
	const wide = page.viewportSize() ?? { width: 1366, height: 768 };
	await keepPicture(page, `${name}-wide`);
	await page.setViewportSize({ width: 360, height: 740 });
	await keepPicture(page, `${name}-narrow`);
	await page.setViewportSize(wide);
}
