import { fileBirthDossier } from './support/citizen.ts';
import { openDesk, openDossier, takePaper } from './support/desk.ts';
import { dossiersOf } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const CHILD = 'Đỗ Tranh Nhau';

test('of two officers who receive at once one wins and the other is told', async ({ devices }) => {
	// The browser's own note about the refusal.
	devices.tolerate(/status of 409/);
	await fileBirthDossier(devices, CHILD);

	const desks = [await openDesk(devices, 'receiver'), await openDesk(devices, 'receiver')];
	for (const desk of desks) {
		await openDossier(desk, 'Mới nộp', CHILD);
		await takePaper(desk, 'Giấy chứng sinh');
		const button = desk.getByRole('button', { name: 'Tiếp nhận và lập giấy hẹn' });
		await expect(button).toBeEnabled();
	}
	await Promise.all(
		desks.map((desk) => desk.getByRole('button', { name: 'Tiếp nhận và lập giấy hẹn' }).click())
	);

	for (const desk of desks)
		await expect(desk.getByRole('heading', { level: 1, name: /^Hồ sơ H99\.01-/ })).toBeVisible();
	const [received] = await dossiersOf(CHILD, 'working');
	expect(received?.actions).toEqual(['submit', 'receive']);
	expect(received?.slips).toHaveLength(1);

	const losers = [];
	for (const desk of desks) {
		const won = await desk.getByText(/^Đã tiếp nhận\. Mã hồ sơ: /).isVisible();
		if (!won) losers.push(desk);
	}
	expect(losers).toHaveLength(1);
	const [loser] = losers;
	if (!loser) return;
	const told = loser.getByRole('alert').filter({ hasText: 'Hồ sơ đã thay đổi' });
	await expect(told).toContainText(/Trần Thị Tiếp đã làm: “Tiếp nhận hồ sơ”, lúc \d+ giờ/);
	await expect(told).toContainText('việc của bạn chưa ghi');
	await expect(loser.getByRole('link', { name: /^Giấy hẹn số/ })).toHaveCount(1);
	await keepPicture(loser, 'overtaken');
	await loser.getByText('Những gì bạn đã nhập mà chưa dùng đến').click();
	const kept = loser.getByRole('listitem').filter({ hasText: 'Giấy chứng sinh: Bản chính 1' });
	await expect(kept).toBeVisible();
	await expect(loser.getByText('Chuyển cho phòng: Tư pháp – Hộ tịch')).toBeVisible();
});
