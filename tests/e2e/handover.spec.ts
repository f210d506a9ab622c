import { fileBirthDossier } from './support/citizen.ts';
import { openDesk, openDossier, receive } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('papers go to the department on a bordereau; what is missing goes again', async ({
	devices
}) => {
	test.setTimeout(150_000);
	const [there, missing] = ['Vừ Thị Có Đủ', 'Vừ Thị Bị Thiếu'];
	for (const child of [there, missing]) await fileBirthDossier(devices, child);
	const desk = await openDesk(devices, 'receiver');
	for (const child of [there, missing]) {
		await desk.goto('/can-bo');
		await openDossier(desk, 'Mới nộp', child);
		const verdicts = desk.getByRole('radio', { name: 'Đúng' });
		for (let at = 0; at < (await verdicts.count()); at += 1) await verdicts.nth(at).check();
		await receive(desk);
	}

	await test.step('the desk hands both over and prints the sheet', async () => {
		await desk.getByText('Mục khác').click();
		await desk.getByRole('link', { name: 'Bàn giao' }).click();
		await desk.getByRole('button', { name: 'Lập phiếu bàn giao' }).click();
		await expect(desk.getByText('Chọn ít nhất một hồ sơ.').first()).toBeVisible();
		for (const child of [there, missing])
			await desk.getByRole('checkbox', { name: new RegExp(child) }).check();
		await new Examiner().examine(desk, 'handover: to make', 'staff');
		await keepPicture(desk, 'handover-make');
		await desk.getByRole('button', { name: 'Lập phiếu bàn giao 2 hồ sơ' }).click();
		await expect(desk.getByText(/^Đã lập phiếu bàn giao số /)).toBeVisible();
		await expect(desk.getByRole('checkbox', { name: new RegExp(there) })).toHaveCount(0);
		const made = desk.getByRole('article').filter({ hasText: missing });
		await made.getByRole('link', { name: 'In phiếu' }).click();
		await expect(desk.getByRole('heading', { name: 'PHIẾU BÀN GIAO' })).toBeVisible();
		await expect(desk.getByRole('cell', { name: missing })).toBeVisible();
		await keepPicture(desk, 'handover-sheet');
	});

	await test.step('the department takes over what is there', async () => {
		const officer = await openDesk(devices, 'officer');
		await officer.goto('/can-bo/ban-giao');
		const bordereau = officer.getByRole('article').filter({ hasText: missing });
		await bordereau.getByRole('checkbox', { name: new RegExp(missing) }).uncheck();
		await bordereau.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
		await expect(bordereau.getByText('Thiếu', { exact: true })).toBeVisible();
		await expect(bordereau.getByRole('button', { name: 'Xác nhận đã nhận' })).toHaveCount(0);
	});

	await test.step('the desk is offered the missing one again', async () => {
		await desk.goto('/can-bo/ban-giao');
		await expect(desk.getByRole('checkbox', { name: new RegExp(missing) })).toBeVisible();
		await expect(desk.getByRole('checkbox', { name: new RegExp(there) })).toHaveCount(0);
	});
});
