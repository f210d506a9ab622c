import type { Page } from '@playwright/test';
import { aSupplementSlip } from '#domain/slip/testSlips.ts';
import { openDesk } from './support/desk.ts';
import { printed, withoutSpaces } from './support/sheet.ts';
import { expect, test } from './support/test.ts';

const NAME = 'Nguyễn Thị Huyền Trữ ở Quỳnh Lưu ỡ ẵ ỷ';

test("the server's own slips and blanks, printed and counted", async ({ devices }) => {
	const page = await openDesk(devices, 'receiver');
	const dossierId = crypto.randomUUID();
	const until = new Date(Date.now() + 14 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
	const act = (name: string, expectedVersion: number, request: object) =>
		call(page, name, { actionId: crypto.randomUUID(), dossierId, expectedVersion, ...request });

	const { reference } = (await call(page, 'file_at_desk', {
		actionId: crypto.randomUUID(),
		dossierId,
		visitId: crypto.randomUUID(),
		channel: 1,
		procedureCode: '1.001193',
		contentHash: '0'.repeat(64),
		applicant: { fullName: 'Vũ Thị Ngọt', address: 'Thôn Đoài, xã Bến Đò' },
		subject: NAME,
		answers: {},
		form: {},
		papers: [],
		identityCheck: 'known',
		source: 'typed'
	})) as { reference: string };

	await test.step('Mẫu 02', async () => {
		const { slipId, number } = (await act('request_supplement', 1, {
			lines: [{ id: 'a', requirementId: null, ...aSupplementSlip.lines[0] }],
			checks: [],
			until,
			note: 'Gọi trước khi đến.'
		})) as { slipId: string; number: string };
		await page.goto(`/in/${slipId}`);
		await expect(page.getByText(`Số: ${number}`)).toBeVisible();
		const sheet = await printed(page, 'real-02');
		for (const words of [
			`Mã đăng ký: ${reference}`,
			'Hồ sơ của Ông (Bà): Vũ Thị Ngọt',
			`Chủ hồ sơ: ${NAME}. Địa chỉ: Thôn Đoài, xã Bến Đò`,
			'Mẫu số 02 – TT 03/2025/TT-VPCP',
			'Giấy chứng sinh',
			`${until.slice(8)}/${until.slice(5, 7)}/${until.slice(0, 4)}`,
			'Dặn thêm: Gọi trước khi đến.'
		])
			expect(withoutSpaces(sheet.text)).toContain(withoutSpaces(words));
		expect(withoutSpaces(sheet.text)).not.toContain(withoutSpaces('Số điện thoại:'));
		await expect(page.getByText('Đã in 1 lần.')).toBeVisible();
		await printed(page, 'real-02-again');
		await expect(page.getByText('Đã in 2 lần.')).toBeVisible();
		await page.reload();
		await expect(page.getByText('Đã in 2 lần.')).toBeVisible();
	});

	await test.step('Mẫu 03', async () => {
		const { slipId, number } = (await act('refuse_dossier', 2, {
			reason: 'Việc này không thuộc xã Bến Đò.',
			rightPlace: 'Ủy ban nhân dân xã Đồng Sậy'
		})) as { slipId: string; number: string };
		await page.goto(`/in/${slipId}`);
		await expect(page.getByText(`Số: ${number}`)).toBeVisible();
		const sheet = await printed(page, 'real-03');
		for (const words of [
			'Việc này không thuộc xã Bến Đò.',
			'Nơi giải quyết việc này: Ủy ban nhân dân xã Đồng Sậy',
			'Giấy tờ đã nộp: trả lại Ông (Bà) cùng phiếu này.'
		])
			expect(withoutSpaces(sheet.text)).toContain(withoutSpaces(words));
	});

	await test.step('blanks', async () => {
		const { slips } = (await call(page, 'reserve_blank_slips', {
			actionId: crypto.randomUUID(),
			count: 2
		})) as { slips: { number: string }[] };
		await page.goto('/in/giay-trang');
		for (const { number } of slips)
			await expect(page.getByText(`Số giấy này: ${number}`)).toBeVisible();
		// Whatever else is open in this office is ticked as well.
		const ticked = await page.getByRole('checkbox', { checked: true }).count();
		expect(ticked).toBeGreaterThanOrEqual(2);
		expect((await printed(page, 'real-blanks')).pages).toHaveLength(ticked);
	});
});

/** Calls a function of the server as the officer who has signed in on this page. */
async function call(page: Page, name: string, request: object): Promise<unknown> {
	const { publishableKey } = (await (await page.request.get('/cau-hinh.json')).json()) as {
		publishableKey: string;
	};
	const token = await page.evaluate(() => {
		const session: unknown = JSON.parse(sessionStorage.getItem('mot-cua.staff') ?? '{}');
		return (session as { access_token?: string }).access_token ?? '';
	});
	const answer = await page.request.post(`/rest/v1/rpc/${name}`, {
		headers: { apikey: publishableKey, authorization: `Bearer ${token}` },
		data: { request: { protocol: 1, ...request } }
	});
	expect(answer.ok(), `${name}: ${await answer.text()}`).toBe(true);
	return answer.json();
}
