import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** With E2E_PICTURES set to a folder, keeps a picture of the whole page there, to be looked at by a person. */
export async function keepPicture(page: Page, name: string): Promise<void> {
	const folder = process.env.E2E_PICTURES;
	if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
