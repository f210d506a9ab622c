import { expectHeading } from './support/citizen.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const counts = { received: 2150, receivedOnline: 22, early: 1130, onTime: 1020, late: 0 };

test('everybody reads what the office did in a year, and nothing without a line', async ({
	devices
}) => {
	const examiner = new Examiner();
	const page = await (await devices.newPhone()).newPage();
	// What the server of this office answers is read first: the page must take it.
	await page.goto('/thong-ke');
	await expectHeading(page, 'Kết quả phục vụ');
	await expect(page.getByText('Đang lấy số liệu…')).toHaveCount(0);
	await expect(page.getByRole('alert')).toHaveCount(0);
	await examiner.examine(page, 'public figures', 'citizen');

	await page.route('**/rpc/public_figures', async (route) => {
		const answer = (await (await route.fetch()).json()) as { agencies: { id: string }[] };
		const { request } = route.request().postDataJSON() as { request: { year?: number } };
		await route.fulfill({
			json: {
				...answer,
				agencies: [{ id: '00000000-0000-4000-8000-000000000001', name: 'UBND huyện' }],
				agencyId: '00000000-0000-4000-8000-000000000001',
				years: [2021, 2020],
				year: request.year ?? 2021,
				figures: {
					...counts,
					open: 0,
					months: [{ month: '2021-01', ...counts }],
					fields: [{ field: 'ho-tich', name: 'Hộ tịch', received: 441 }]
				},
				toldAt: '2026-11-27T02:30',
				quotes: []
			}
		});
	});
	await page.route('**/rpc/public_satisfaction', (route) =>
		route.fulfill({ json: { answers: 40, verySatisfied: 20, satisfied: 18, dissatisfied: 2 } })
	);
	await page.goto('/thong-ke');
	const main = page.getByRole('main');
	for (const told of [
		'100,0 % (2.150/2.150)',
		'1,0 % (22/2.150)',
		'95,0 % (38/40)',
		'Số liệu lúc 2 giờ 30, Thứ Sáu, 27/11/2026'
	])
		await expect(main.getByText(told, { exact: false })).toBeVisible();
	await expect(main.getByRole('row', { name: 'Hộ tịch 441' })).toBeVisible();
	await page.getByLabel('Năm').selectOption('2020');
	await expect(main.getByText('Hồ sơ giải quyết xong theo tháng, 2020').first()).toBeVisible();
	await examiner.examine(page, 'public figures: a year', 'citizen');

	await page.unrouteAll();
	devices.tolerate(/ERR_FAILED.*public_figures/);
	await page.route('**/rpc/public_figures', (route) => route.abort());
	await page.goto('/thong-ke');
	await expect(page.getByRole('alert')).toContainText('Trang này cần có mạng.');
	await keepPicture(page, 'public-figures-no-line');
	await page.unrouteAll();
	await page.getByRole('button', { name: 'Thử lại' }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
});
