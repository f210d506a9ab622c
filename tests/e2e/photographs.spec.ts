import type { BrowserContext, Page } from '@playwright/test';
import {
	answerCase,
	fillCase,
	photograph,
	readProcedure,
	takePhoto,
	type TestCase
} from './support/anyProcedure.ts';
import { expectHeading, submitDossier } from './support/citizen.ts';
import { dossiersOf, officeAddress, storedHash } from './support/office.ts';
import { ownBrowser, type OwnBrowser } from './support/ownBrowser.ts';
import { filesSent, pagesOnPhone } from './support/phoneInside.ts';
import { expect, test } from './support/test.ts';

/** A case with the papers that are photographed (requirement ids), how many pages each. */
type Family = TestCase & { papers: Record<string, number> };

const BIRTH: Family = {
	code: '1.001193',
	answers: {
		registrant: 'parent',
		'child-found': 'no',
		'birth-paper': 'paper',
		surrogacy: 'no',
		'foreign-paper': 'no',
		'within-60-days': 'yes'
	},
	form: { 'father-known': 'no' },
	papers: { 'birth-certificate-paper': 2, identity: 1 }
};

const DEATH: Family = {
	code: '1.000656',
	answers: {
		registrant: 'authorised',
		'authorised-kin': 'no',
		'death-paper': 'none',
		'long-ago': 'yes',
		'last-residence': 'no',
		'foreign-paper': 'no',
		'within-15-days': 'no'
	},
	papers: { 'death-evidence-old': 1, 'authorisation-certified': 1, 'death-place': 2 }
};

const SHOP: Family = {
	code: '1.001612',
	answers: { founder: 'household', filer: 'person', 'owner-e-id': 'no' },
	form: { 'owner-born': '1988-02-03' },
	papers: { 'household-authorisation': 2, authorisation: 1, 'owner-id-copy': 2 }
};

const HOUSE: Family = {
	code: '1.013225',
	answers: {
		'land-paper': 'certificate',
		'land-in-data': 'no',
		'adjoining-building': 'yes',
		'fire-safety': 'no',
		'design-check': 'no',
		heritage: 'no'
	},
	form: { 'owner-is-applicant': 'no' },
	papers: { 'land-certificate': 2, 'neighbour-safety': 3 }
};

const phones: OwnBrowser[] = [];

function newPhone(): OwnBrowser {
	const phone = ownBrowser();
	phones.push(phone);
	return phone;
}

test.afterEach(async () => {
	for (const phone of phones.splice(0)) await phone.dispose();
});

/** Until the shell is on the phone, so that the next page needs no network. */
async function visitOnce(phone: BrowserContext): Promise<void> {
	const page = await phone.newPage();
	await page.goto('/');
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.close();
}

/** The family with a subject of its own, by which its dossier is found again at the desk. */
function named(family: Family, subject: string): Family & { subject: string } {
	const field = readProcedure(family.code).eForm?.subjectField ?? '';
	return { ...family, subject, form: { ...family.form, [field]: subject } };
}

/** Everything up to the button "Nộp hồ sơ"; gives the hashes of the pages as they lie on the phone. */
async function prepare(page: Page, family: Family): Promise<string[]> {
	await answerCase(page, family);
	const { requirements } = readProcedure(family.code);
	for (const [id, count] of Object.entries(family.papers)) {
		const paper = requirements.find((requirement) => requirement.id === id)?.name ?? id;
		const photos = [];
		for (let index = 1; index <= count; index += 1)
			photos.push(await takePhoto(page, `${paper} ${index}`));
		await photograph(page, paper, photos);
	}
	await fillCase(page, family);
	return hashes(await pagesOnPhone(page));
}

function hashes(pages: { sha256: string }[]): string[] {
	return pages.map(({ sha256 }) => sha256).sort();
}

/** Exactly one dossier of this subject, with these bytes, as the desk would read them. */
async function expectArrived(family: { subject: string }, sent: string[]): Promise<void> {
	await expect.poll(async () => (await dossiersOf(family.subject)).length).toBe(1);
	const [dossier] = await dossiersOf(family.subject);
	const stored = await Promise.all(
		(dossier?.files ?? []).map(({ objectName }) => storedHash(objectName))
	);
	expect(stored.sort()).toEqual(sent);
	expect((dossier?.files ?? []).map(({ sha256 }) => sha256).sort()).toEqual(sent);
	expect(dossier?.actions).toEqual(['submit']);
}

/** By a word that tells their subjects apart. */
const FAMILIES = { Sinh: BIRTH, Mất: DEATH, Quán: SHOP, Nhà: HOUSE };

for (const [name, family] of Object.entries(FAMILIES)) {
	test.describe(`${family.code}, photographed`, () => {
		test('and filed without a network, the browser closed: sent when it opens again', async () => {
			const own = named(family, `Cao Đóng Máy ${name}`);
			const phone = newPhone();
			const context = await phone.open();
			await visitOnce(context);
			await context.setOffline(true);
			const page = await context.newPage();
			const sent = await prepare(page, own);
			await submitDossier(page);
			expect(await dossiersOf(own.subject)).toEqual([]);
			await phone.close();

			const later = await (await phone.open()).newPage();
			await later.goto('/ho-so');
			await expectArrived(own, sent);
			await expect(later.getByRole('heading', { name: 'Đã nộp' })).toBeVisible();
		});

		test('and the browser killed in the middle of an upload: goes on where it stopped', async () => {
			const own = named(family, `Cao Đứt Đoạn ${name}`);
			const phone = newPhone();
			const context = await phone.open();
			await visitOnce(context);
			const page = await context.newPage();
			const sent = await prepare(page, own);
			// So slow that there is a middle: one photograph takes some seconds.
			const line = await context.newCDPSession(page);
			await line.send('Network.emulateNetworkConditions', {
				offline: false,
				latency: 100,
				downloadThroughput: 100_000,
				uploadThroughput: 100_000
			});
			await submitDossier(page);
			await expect.poll(() => filesSent(page)).toBeGreaterThan(0);
			expect(await filesSent(page)).toBeLessThan(sent.length);
			await phone.kill();
			expect(await dossiersOf(own.subject)).toEqual([]);

			const again = await phone.open();
			const later = await again.newPage();
			let uploads = 0;
			again.on('request', (request) => {
				if (request.method() === 'POST' && request.url().includes('/storage/v1/object/'))
					uploads += 1;
			});
			await later.goto('/ho-so');
			await expectArrived(own, sent);
			// What had arrived is not sent again.
			expect(uploads).toBeLessThan(sent.length);
		});

		test('and the answer to finalize lost: the next try gets the same receipt', async () => {
			const own = named(family, `Cao Mất Lời Đáp ${name}`);
			const phone = newPhone();
			const context = await phone.open();
			await visitOnce(context);
			const page = await context.newPage();
			const sent = await prepare(page, own);
			let lost = 0;
			await context.route('**/rpc/finalize_submission', async (route) => {
				if (lost > 0) return route.fallback();
				lost += 1;
				await route.fetch();
				return route.abort('connectionreset');
			});
			await submitDossier(page);
			await expect.poll(() => lost).toBe(1);
			await page.getByRole('button', { name: 'Gửi ngay' }).click();
			await expectHeading(page, 'Đã nộp hồ sơ');
			await expectArrived(own, sent);
		});

		test('and the storage evicted: what is lost is said, what was filed is found again', async () => {
			const filed = named(family, `Cao Còn Đây ${name}`);
			const phone = newPhone();
			const context = await phone.open();
			await visitOnce(context);
			const page = await context.newPage();
			const sent = await prepare(page, filed);
			await submitDossier(page);
			await expectHeading(page, 'Đã nộp hồ sơ');
			const waiting = named(family, `Cao Bị Xóa ${name}`);
			await context.setOffline(true);
			await prepare(page, waiting);
			await submitDossier(page);
			// The note outside the database is written a moment after the database.
			await expect
				.poll(() => page.evaluate(() => localStorage.getItem('mot-cua.note')))
				.toContain(waiting.subject);
			await page.goto('about:blank');
			const line = await context.newCDPSession(page);
			await line.send('Storage.clearDataForOrigin', {
				origin: officeAddress(),
				storageTypes: 'indexeddb'
			});
			await context.setOffline(false);
			await page.goto('/ho-so');
			await expect(page.getByText('Trình duyệt đã xóa dữ liệu của ứng dụng')).toBeVisible();
			await expect(page.getByText(/“.*Cao Bị Xóa.*” chưa kịp gửi nên đã mất/)).toBeVisible();
			await expect(page.getByText('Đã tìm lại được 1 hồ sơ đã nộp.')).toBeVisible();
			await expectArrived(filed, sent);
			expect(await dossiersOf(waiting.subject)).toEqual([]);
		});

		test('and two tabs press send at once: one dossier, every byte once', async () => {
			const own = named(family, `Cao Hai Cửa Sổ ${name}`);
			const phone = newPhone();
			const context = await phone.open();
			await visitOnce(context);
			const first = await context.newPage();
			const sent = await prepare(first, own);
			const second = await context.newPage();
			await second.goto(first.url());
			await expectHeading(second, 'Xem lại trước khi nộp');
			await Promise.all(
				[first, second].map((tab) => tab.getByRole('button', { name: 'Nộp hồ sơ' }).click())
			);
			await expectHeading(first, 'Đã nộp hồ sơ');
			await expectHeading(second, 'Đã nộp hồ sơ');
			await expectArrived(own, sent);
		});
	});
}
