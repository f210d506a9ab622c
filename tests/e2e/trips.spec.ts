import { openCatalogue, openProcedure } from './support/catalogueDesk.ts';
import { answerQuestions } from './support/citizen.ts';
import { pickMatter } from './support/counter.ts';
import { openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { askOffice } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const BIRTH = '1.001193';
const PAPER = { id: 'birth-certificate-paper', name: 'Giấy chứng sinh' };

test('why people come again: one tap at the desk, the figures, the hint and the proposal', async ({
	devices
}) => {
	test.setTimeout(240_000);
	const examiner = new Examiner();
	const page = await openDesk(devices, 'receiver');
	const note = page.getByRole('button', { name: 'Ghi: bà con phải về không' });

	await test.step('a tap on a dossier, explained and taken back', async () => {
		const dossierId = crypto.randomUUID();
		await askOffice('receiver', 'file_at_desk', {
			actionId: crypto.randomUUID(),
			dossierId,
			visitId: crypto.randomUUID(),
			channel: 1,
			procedureCode: BIRTH,
			contentHash: '0'.repeat(64),
			applicant: { fullName: 'Lò Thị Xa', address: 'Bản Na, xã Mường Phăng' },
			subject: 'Lò Văn Gần',
			answers: {},
			form: {},
			papers: [],
			identityCheck: 'known',
			source: 'typed'
		});
		await page.goto(`/can-bo/ho-so/${dossierId}`);
		await note.click();
		await expect(page.getByRole('group', { name: /^Đã ghi lúc/ })).toBeFocused();
		await page.getByRole('radio', { name: 'Cán bộ đi vắng' }).check();
		await expect(page.getByText('Đã lưu lý do: Cán bộ đi vắng.')).toBeVisible();
		await keepPicture(page, 'trips-tap');
		await page.getByRole('button', { name: 'Bỏ ghi' }).click();
		await expect(page.getByText('Đã bỏ, không tính lượt này.')).toBeVisible();
		await expect(note).toBeFocused();
		await keepPicture(page, 'trips-dossier');
	});

	await test.step('a tap at intake, before there is a dossier', async () => {
		await page.goto('/can-bo/tiep-nhan');
		await expect(page.getByRole('combobox', { name: 'Thủ tục' })).toBeFocused();
		await pickMatter(page, 'khai sinh');
		await note.click();
		await page.getByRole('radio', { name: 'Thiếu giấy tờ' }).check();
		const lacking = page.getByRole('group', { name: 'Thiếu giấy nào?' });
		await lacking.getByRole('checkbox', { name: PAPER.name, exact: true }).check();
		await page.getByRole('button', { name: 'Lưu lý do' }).click();
		await expect(page.getByText('Đã lưu lý do: Thiếu giấy tờ.')).toBeVisible();
		await examiner.examine(page, 'intake with a tap', 'staff');
	});

	await test.step('the figures of the leader', async () => {
		const leader = await openDesk(devices, 'leader');
		await leader.getByText('Mục khác').click();
		await leader.getByRole('link', { name: 'Vì sao phải đi lại' }).click();
		await expect(
			leader.getByText(/^(Nhận|Chưa nhận) .*[1-9][\d.]* lượt( bà con đến mà phải về không)?\.$/)
		).toBeVisible();
		const line = leader.getByRole('row', { name: /^Làm giấy khai sinh cho con/ });
		await expect(line).toBeVisible();
		await examiner.examine(leader, 'trips', 'staff');
		await leader.getByLabel('Xem theo').selectOption('Giấy tờ bị thiếu');
		await leader.getByRole('button', { name: 'Xem', exact: true }).click();
		const lack = leader.getByRole('row', { name: PAPER.name }).first();
		await expect(lack).toContainText(/[1-9]\d* trong [1-9]\d*/);
		await lack.getByRole('button', { name: /^Xem/ }).click();
		await expect(
			leader.getByRole('heading', { name: `Hồ sơ của mục: ${PAPER.name}` })
		).toBeFocused();
		await expect(leader.getByText('Đang tính…')).toHaveCount(0);
		await examiner.examine(leader, 'trips: papers', 'staff');
		await leader.setViewportSize({ width: 360, height: 740 });
		await keepPicture(leader, 'trips-small');
	});

	await test.step('the phone says what many lack', async () => {
		const phone = await (await devices.newPhone()).newPage();
		// The daily count needs twenty cases: what it sends is added to what the office really answers.
		const asked: unknown[] = [];
		await phone.route('**/rpc/pull_catalogue', async (route) => {
			const answer = await route.fetch();
			asked.push((route.request().postDataJSON() as { request: { hints: unknown } }).request.hints);
			const papers = [{ code: BIRTH, id: PAPER.id, tenths: 7, cases: 30 }];
			const hints = { stamp: 1, papers };
			await route.fulfill({
				response: answer,
				json: { ...((await answer.json()) as object), hints }
			});
		});
		const pulled = phone.waitForResponse('**/rpc/pull_catalogue');
		await phone.goto('/');
		await pulled;
		expect(asked[0]).toBe(0);
		await phone.goto(`/chuan-bi/${BIRTH}/bat-dau`);
		await answerQuestions(phone);
		const paper = phone.getByRole('listitem').filter({ hasText: PAPER.name }).first();
		await expect(
			paper.getByText('Cứ 10 người thì khoảng 7 người thiếu giấy này hoặc mang chưa đúng.')
		).toBeVisible();
		await expect(paper.getByText('Tính từ ít nhất 30 hồ sơ trong 12 tháng qua.')).toBeVisible();
		await examiner.examine(phone, 'checklist with a hint', 'citizen');
	});

	await test.step('the editor is asked to write it anew', async () => {
		const editor = await openCatalogue(devices, 'editor');
		await openProcedure(editor, BIRTH);
		await expect(
			editor.getByText(/^Hồ sơ của 12 tháng, máy đếm mỗi ngày; lần cuối /)
		).toBeVisible();
		const proposal = {
			procedureCode: BIRTH,
			procedure: 'Làm giấy khai sinh cho con',
			requirementId: PAPER.id,
			name: PAPER.name,
			cases: 40,
			lacking: 16,
			missing: 9,
			wrong: 5,
			inVain: 2,
			proposed: true,
			wordings: [
				{ since: 1, on: '2026-01-05', cases: 50, lacking: 35 },
				{ since: 3, on: '2026-07-01', cases: 40, lacking: 16 }
			]
		};
		const least = { cases: 20, lacking: 5, share: 0.3 };
		await editor.route('**/rpc/lacking_papers', (route) =>
			route.fulfill({ json: { computedAt: '2026-11-26T03:00', least, papers: [proposal] } })
		);
		await editor.goto('/can-bo/danh-muc');
		await expect(
			editor.getByRole('heading', { name: 'Nhiều người thiếu giấy này – nên viết lại (1)' })
		).toBeVisible();
		await examiner.examine(editor, 'catalogue with a proposal', 'staff');
		await editor.getByRole('link', { name: PAPER.name, exact: true }).click();
		await expect(editor.getByText('Nhiều người thiếu – nên viết lại')).toBeVisible();
		await expect(editor.getByText('Viết lại có tác dụng: từ 70% còn 40%.')).toBeVisible();
		await examiner.examine(editor, 'procedure with a proposal', 'staff');
	});
});
