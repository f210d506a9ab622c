import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Field } from '#domain/catalogue/Field.ts';
import { readFields } from '../catalogue/catalogueFiles.ts';
import { test } from '../e2e/support/test.ts';
import { smallPng } from './smallPng.ts';

const FOLDER = resolve(import.meta.dirname, '../../static/chia-se');
const ICON = resolve(import.meta.dirname, '../../static/icon.svg');

/** What a link shows in Zalo or Facebook: the door, the field of work, and what it is about. */
test('the share cards of the fields', async ({ browser }) => {
	await mkdir(FOLDER, { recursive: true });
	const icon = `data:image/svg+xml;base64,${(await readFile(ICON)).toString('base64')}`;
	const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
	const all = { code: 'mot-cua', name: 'Một Cửa', help: 'Đủ giấy tờ, đi một lần' };
	for (const field of [all, ...readFields()]) {
		await page.setContent(card(field, icon));
		const picture = await smallPng(browser, await page.screenshot());
		await writeFile(`${FOLDER}/${field.code}.png`, picture);
	}
});

function card({ name, help }: Pick<Field, 'name' | 'help'>, icon: string): string {
	return `<!doctype html><html lang="vi"><style>
		body { margin: 0; width: 1200px; height: 630px; display: flex; flex-direction: column; justify-content: center;
			gap: 28px; padding: 0 90px; box-sizing: border-box; background: #fbf7f1; color: #1d1a18;
			border-bottom: 24px solid #8f1d14; font-family: 'DejaVu Sans', 'Noto Sans', sans-serif; }
		header { display: flex; align-items: center; gap: 24px; font-size: 34px; color: #8f1d14; font-weight: 700; }
		img { width: 96px; height: 96px; }
		h1 { margin: 0; font-size: 72px; line-height: 1.15; }
		p { margin: 0; font-size: 36px; line-height: 1.4; color: #4a423c; }
	</style><header><img src="${icon}" alt="">Một Cửa – Đủ giấy tờ, đi một lần</header>
	<h1>${name}</h1><p>${help}</p></html>`;
}
