import { expect, test, type Page } from '@playwright/test';
import { servePhotos } from './support/photoFixtures.ts';
import type { PhotoTrials } from './support/photoTrials.ts';

declare global {
	var photoTrials: PhotoTrials;
}

const UPRIGHT = 'red green blue yellow';
const KINDS_OF_PDF = 6;

let place: Awaited<ReturnType<typeof servePhotos>>;
let complaints: string[];

test.beforeAll(async () => {
	place = await servePhotos();
});
test.afterAll(() => place.stop());

test.beforeEach(({ page }) => {
	complaints = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	page.on('request', (request) => {
		const isOwn = request.url().startsWith(place.address) || request.url().startsWith('blob:');
		if (!isOwn) complaints.push(`request to another place: ${request.url()}`);
	});
});
test.afterEach(() => expect(complaints).toEqual([]));

/** Opens the page of the trials; gives how many workers were started since. */
async function open(page: Page): Promise<() => number> {
	let workers = 0;
	page.on('worker', () => (workers += 1));
	await page.goto(place.address);
	await page.waitForFunction(() => 'photoTrials' in globalThis);
	return () => workers;
}

async function expectAllUpright(page: Page): Promise<void> {
	for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
		const trial = await page.evaluate((held) => photoTrials.held(held), orientation);
		const expected = { corners: UPRIGHT, leftovers: [], width: 480, height: 320 };
		expect(trial, `held as ${orientation}`).toMatchObject(expected);
	}
}

test('however the phone was held: upright, and nothing but the picture', async ({ page }) => {
	const workers = await open(page);
	await expectAllUpright(page);
	expect(workers()).toBe(8);
});

test.describe('a browser whose workers cannot draw', () => {
	test.beforeEach(({ page }) =>
		page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
	);

	test('on the page itself', async ({ page }) => {
		const workers = await open(page);
		await expectAllUpright(page);
		expect(workers()).toBe(0);
	});

	test('that never turns a picture itself', async ({ page }) => {
		await page.addInitScript(() => {
			const original = createImageBitmap;
			// The decoder never sees the EXIF: its name is overwritten before.
			const blind = async (source: Blob, options?: ImageBitmapOptions) => {
				if (options) throw new TypeError('no such option');
				const bytes = new Uint8Array(await source.arrayBuffer());
				const isName = (_: number, at: number) =>
					String.fromCharCode(...bytes.subarray(at, at + 5)) === 'Exif\0';
				bytes[bytes.findIndex(isName)] = 0;
				return original(new Blob([bytes]));
			};
			globalThis.createImageBitmap = blind as typeof createImageBitmap;
			HTMLImageElement.prototype.decode = function () {
				return new Promise((_, reject) => this.addEventListener('load', () => reject(new Error())));
			};
		});
		await open(page);
		await expectAllUpright(page);
	});

	test('that has no bitmaps at all', async ({ page }) => {
		await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'createImageBitmap'));
		await open(page);
		await expectAllUpright(page);
	});

	test('that writes EXIF by itself', async ({ page }) => {
		await open(page);
		await page.evaluate(() => photoTrials.spoilCanvas('exif'));
		await expectAllUpright(page);
	});

	for (const how of ['half', 'nested'] as const)
		test(`that writes what is not clean (${how}): neither it nor the original is kept`, async ({
			page
		}) => {
			await open(page);
			await page.evaluate((spoilt) => photoTrials.spoilCanvas(spoilt), how);
			const trial = await page.evaluate(() => photoTrials.held(1));
			expect(trial).toMatchObject({ refusal: 'unknown', size: 0 });
		});
});

test('a worker whose file does not come: the page does it', async ({ page }) => {
	await page.route('**/pictureWorker*', (route) => route.fulfill({ status: 404 }));
	await open(page);
	expect(await page.evaluate(() => photoTrials.held(6))).toMatchObject({ corners: UPRIGHT });
	complaints = complaints.filter((text) => !text.includes('404'));
});

test('JPEG, PNG and WebP in; see-through turns white', async ({ page }) => {
	await open(page);
	const types = ['image/png', 'image/webp'];
	const trials = await page.evaluate((all) => Promise.all(all.map(photoTrials.ofType)), types);
	const same = { corners: UPRIGHT, middle: 'white', width: 480, height: 320, leftovers: [] };
	expect(trials).toMatchObject([
		{ ...same, type: 'image/png' },
		{ ...same, type: 'image/jpeg' }
	]);
});

test('a quarter to the right, and four times round', async ({ page }) => {
	await open(page);
	const turned = async (turns: number) =>
		page.evaluate((count) => photoTrials.held(6, count), turns);
	const upright = await turned(0);
	const once = await turned(1);
	const sideways = { corners: 'blue red yellow green', width: 320, height: 480, leftovers: [] };
	expect(once).toMatchObject(sideways);
	expect(once.size).toBeLessThanOrEqual(upright.size * 1.15);
	expect(await turned(4)).toMatchObject({ corners: UPRIGHT, width: 480, height: 320 });
});

test('12 million pixels of writing become a page of about 300 kB', async ({ page }) => {
	await open(page);
	const clear = await page.evaluate(() => photoTrials.writing(14));
	const noisy = await page.evaluate(() => photoTrials.writing(60));
	for (const [name, { from, page: made, turned }] of Object.entries({ clear, noisy }))
		console.log(
			`${name}: ${kilobytes(from)} → ${kilobytes(made.size)} in ${made.ms} ms,`,
			`turned four times ${kilobytes(turned.size)} in ${turned.ms} ms`
		);
	const upright = { type: 'image/jpeg', width: 1500, height: 2000, leftovers: [] };
	expect(clear).toMatchObject({ page: upright, turned: upright });
	expect(clear.page.size).toBeLessThanOrEqual(300_000);
	expect(noisy.page.size).toBeLessThanOrEqual(450_000);
	for (const { page: made, turned } of [clear, noisy])
		expect(turned.size).toBeLessThanOrEqual(made.size * 1.15);
});

test('ten photos chosen at once, one worker', async ({ page }) => {
	const workers = await open(page);
	expect(await page.evaluate(() => photoTrials.tenAtOnce())).toBe(10);
	expect(workers()).toBe(1);
});

test('what cannot become a page is refused for its own reason', async ({ page }) => {
	await open(page);
	expect(await page.evaluate(() => photoTrials.refusals())).toEqual({
		'nothing in it': 'empty',
		'a page of the web': 'not-a-page',
		'30,000 × 30,000 pixels': 'too-many-pixels',
		'an iPhone picture': 'heic',
		'broken off': 'broken',
		'without tables': 'broken'
	});
});

test('PDFs: open ones are kept, locked ones refused', async ({ page }) => {
	await open(page);
	const found = Object.values(await page.evaluate(() => photoTrials.pdfs()));
	expect(found).toEqual(Array(KINDS_OF_PDF).fill(['application/pdf', 'pdf-locked']));
});

function kilobytes(bytes: number): string {
	return `${Math.round(bytes / 1000)} kB`;
}
