import type { Page } from '@playwright/test';
import { fileBirthDossier } from './support/citizen.ts';
import { openDesk } from './support/desk.ts';
import { keepPicture } from './support/pictures.ts';
import { typeAsScanner } from './support/scanner.ts';
import { expect, test } from './support/test.ts';

const GROUPS = [
	['1', 'Mới nộp'],
	['2', 'Có phản hồi'],
	['3', 'Đang giải quyết'],
	['4', 'Hẹn hôm nay'],
	['5', 'Quá hạn'],
	['6', 'Đang chờ'],
	['7', 'Chờ trả kết quả'],
	['8', 'Đã kết thúc']
] as const;

test('an officer goes through the queue with the keyboard alone', async ({ devices }) => {
	const child = 'Tạ Phím Nhanh';
	await fileBirthDossier(devices, child);
	const page = await openDesk(devices, 'receiver');
	const line = page.getByRole('row').filter({ hasText: child });
	await expect(line).toContainText(/Trả lời trước \d+ giờ/);
	await expect(line).toContainText('Kiểm tra giấy tờ rồi tiếp nhận');

	for (const [key, group] of GROUPS) {
		// Held down as a finger does: three keys faster than that are a scanner's.
		await page.keyboard.press(key, { delay: 60 });
		await expect(page).toHaveTitle(`${group} – Hồ sơ cần làm`);
	}
	await keepPicture(page, 'queue-ended');

	// Not in this group: the keyboard goes where it is.
	await page.keyboard.press('/');
	await page.keyboard.type('ta phim 99999');
	await expect(page.getByText('Thử viết ngắn hơn.')).toBeVisible();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type('nhanh ta phim');
	await expect(page.getByRole('link', { name: 'Mới nộp: 1 hồ sơ' })).toBeVisible();
	await keepPicture(page, 'queue-elsewhere');
	await page.keyboard.press('Enter');
	await expect(page).toHaveTitle('Mới nộp – Hồ sơ cần làm');
	await expect(line).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(line.getByRole('link')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 2, name: 'Việc của bạn bây giờ' })).toBeVisible();

	await page.goBack();
	await expect(line.getByRole('link')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('a slip under the scanner opens its dossier', async ({ devices }) => {
	const child = 'Tạ Quét Mã';
	await fileBirthDossier(devices, child);
	const page = await openDesk(devices, 'receiver');
	const link = page.getByRole('row').filter({ hasText: child }).getByRole('link');
	// Not innerText: a row that was not drawn yet has none.
	const reference = (await link.textContent()) ?? '';
	await page.keyboard.press('6');
	await expect(page).toHaveTitle('Đang chờ – Hồ sơ cần làm');
	// In another group, with the keyboard nowhere: one dossier fits, so it opens, and the list stays as it was.
	await typeAsScanner(page, `https://motcua.test/tra-cuu?ma=${reference}`);
	await expect(page.getByText(`– ${child}`)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page).toHaveTitle('Đang chờ – Hồ sơ cần làm');
	await expect(page.getByRole('searchbox')).toHaveValue('');

	// No dossier has this code: the list says so.
	await typeAsScanner(page, 'https://motcua.test/tra-cuu?ma=H99.01-200101-0001');
	await expect(page.getByText('Không thấy hồ sơ nào có “H99.01-200101-0001”')).toBeVisible();
	await expect(page.getByRole('searchbox')).toHaveValue('H99.01-200101-0001');
});

test('a list of 2,000 opens at once and comes as the keyboard goes on', async ({ devices }) => {
	const page = await openDesk(devices, 'receiver');
	const seen: (string | undefined)[] = [];
	await page.route('**/rest/v1/rpc/staff_queue', (route) => {
		const { request } = route.request().postDataJSON() as {
			request: { group: string; after?: { id: string } };
		};
		seen.push(request.after?.id);
		return route.fulfill({ json: pageAfter(Number(request.after?.id ?? 0)) });
	});
	await page.keyboard.press('5');
	const rows = page.locator('a[data-row]');
	await expect(rows.first()).toBeVisible();
	await expectTabsOnOneLine(page);
	expect(await rows.count(), 'the first page does not wait for the others').toBeLessThan(400);
	await page.keyboard.press('j');
	await expect(rows.first()).toBeFocused();
	await page.keyboard.press('PageDown');
	await expect(rows.nth(10)).toBeFocused();
	await page.keyboard.press('k');
	await expect(rows.nth(9)).toBeFocused();
	await expect(async () => {
		await page.keyboard.press('End');
		await expect(rows).toHaveCount(2000, { timeout: 100 });
	}).toPass();
	expect(new Set(seen).size).toBe(20);
	expect(seen.length, 'no page is asked for again and again').toBeLessThan(40);
	await page.keyboard.press('End');
	await expect(rows.last()).toBeFocused();
	await expect(rows.last()).toBeInViewport();
	await expect(page.getByText(/^2000 hồ sơ\./)).toBeVisible();

	// A step down the long list is drawn within the time of a key press.
	await page.keyboard.press('Home');
	const slowest = await page.evaluate(async () => {
		let longest = 0;
		for (let step = 0; step < 40; step += 1) {
			const start = performance.now();
			document.activeElement?.dispatchEvent(
				new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true })
			);
			await new Promise(requestAnimationFrame);
			longest = Math.max(longest, performance.now() - start);
		}
		return longest;
	});
	console.log(`    a step in a list of 2,000 rows: at most ${slowest.toFixed(0)} ms`);
	await expect(rows.nth(40)).toBeFocused();

	// Coming back into sight refreshes what is in sight only.
	seen.length = 0;
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
	await expect.poll(() => seen).toEqual([undefined]);
	await expect(rows).toHaveCount(2000);
	await expect(rows.nth(40)).toBeFocused();
});

test('the groups stay readable on a phone', async ({ devices }) => {
	const page = await openDesk(devices, 'receiver');
	await page.setViewportSize({ width: 360, height: 740 });
	for (const [, group] of GROUPS) {
		await expect(page.getByRole('link', { name: new RegExp(`^${group}`) })).toBeVisible();
	}
	const tooWide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(tooWide).toBe(0);
	await keepPicture(page, 'queue-phone');
});

async function expectTabsOnOneLine(page: Page): Promise<void> {
	await page.setViewportSize({ width: 1366, height: 768 });
	const tops = await page
		.locator('a[data-queue-group]')
		.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
	expect(new Set(tops).size).toBe(1);
	const end = await page
		.locator('a[data-queue-group]')
		.last()
		.evaluate((link) => link.getBoundingClientRect().right);
	expect(end).toBeLessThanOrEqual(1334);
}

/** A hundred of 2,000 late dossiers, from the one after `start` on. */
function pageAfter(start: number) {
	const rows = Array.from({ length: 100 }, (_, index) => {
		const number = String(start + index + 1).padStart(4, '0');
		return {
			id: number,
			code: `H99.01-261101-${number}`,
			reference: `DK-${number}`,
			status: 4,
			version: 3,
			procedure: 'Đăng ký khai sinh',
			procedureCode: '1.001193',
			subject: `Nguyễn Văn ${number}`,
			applicant: 'Trần Thị Bình',
			phone: '0912345678',
			channel: 2,
			department: 'Tư pháp – Hộ tịch',
			departmentId: null,
			submittedAt: '2026-11-01T02:00:00+00:00',
			receivedAt: '2026-11-01T03:00:00+00:00',
			dueDate: '2026-11-02',
			dueAt: null,
			finishedAt: null,
			returnedAt: null,
			answerBy: null,
			answeredAt: null,
			supplementUntil: null,
			supplementRounds: Number(number) % 7 === 0 ? 2 : 0,
			assignedTo: null,
			externalCode: null,
			extended: false,
			sortAt: '2026-11-02T16:59:59+00:00'
		};
	});
	return {
		rows,
		more: start + 100 < 2000,
		counts: { new: 3, answered: 2, working: 2400, today: 12, late: 2000, waiting: 41, ready: 17 }
	};
}
