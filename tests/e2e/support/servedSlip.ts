import type { Page } from '@playwright/test';
import type { Slip } from '#domain/slip/Slip.ts';
import { expect } from './test.ts';

const SLIP = '00000000-0000-4000-8000-00000000000a';
/** The subject of a served slip: marks above marks, which a font must have. */
export const NAME = 'Nguyễn Thị Huyền Trữ ở Quỳnh Lưu ỡ ẵ ỷ';

/** Answers for the server: the slip as a snapshot, and how its prints are noted. Gives the ids of noted prints, and their reasons. */
export async function serve(
	page: Page,
	slip: () => Slip,
	{ prints = 0, ended = false }: { prints?: number; ended?: boolean } = {}
) {
	const noted: string[] = [];
	const reasons: (string | undefined)[] = [];
	const line = { isDead: false };
	await page.route('**/rest/v1/rpc/staff_slip', (route) =>
		route.fulfill({
			json: {
				id: SLIP,
				dossierId: SLIP,
				form: slip().form,
				number: slip().number,
				prints,
				ended,
				field: 'ho-tich',
				together: 0,
				snapshot: slip()
			}
		})
	);
	await page.route('**/rest/v1/rpc/note_print', async (route) => {
		if (line.isDead) return route.abort();
		const { request } = route.request().postDataJSON() as {
			request: { printId: string; reason?: string };
		};
		if (!noted.includes(request.printId)) {
			noted.push(request.printId);
			reasons.push(request.reason);
		}
		return route.fulfill({ json: { copy: prints + noted.indexOf(request.printId) + 1 } });
	});
	return { noted, reasons, line };
}

/** Opens the served slip by the title it must have. */
export async function openSlip(page: Page, title: string): Promise<void> {
	await page.goto(`/in/${SLIP}`);
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The head of a sheet, line by line. */
export const head = (form: string, formSet: string, number: string) => [
	'ỦY BAN NHÂN DÂN XÃ BẾN ĐÒ',
	'Trung tâm Phục vụ hành chính công xã Bến Đò',
	`Số: ${number}`,
	`Mẫu số ${form} – ${formSet}`,
	'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
	'Độc lập - Tự do - Hạnh phúc',
	'Bến Đò, ngày 25 tháng 11 năm 2026'
];
/** Whose dossier it is, after the words the form begins with. */
export const person = (label: string) => [
	`${label}: Trần Thị Bưởi`,
	'Địa chỉ: Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa',
	'Số điện thoại: 0912 345 678. Email: buoi@thu.test',
	`Chủ hồ sơ: ${NAME}. Địa chỉ: Thôn Hạ, xã Bến Đò, tỉnh Đồng Lúa`,
	'Nội dung yêu cầu giải quyết: Thủ tục đăng ký khai sinh (1.001193)'
];
/** Where to look the dossier up by `key`. */
export const lookup = (page: Page, key: string) => [
	'Mã tra cứu: 7K3M XQ2P',
	`Quét mã QR, hoặc mở ${new URL(page.url()).host}/tra-cuu, gõ ${key} và mã tra cứu.`
];
/** How to answer the survey, on the slips that bear a code. */
export const survey = (page: Page, code: string) =>
	`Mời đánh giá: quét mã, hoặc mở ${new URL(page.url()).host}/danh-gia, gõ mã ${code}`;
