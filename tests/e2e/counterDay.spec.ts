import type { Page } from '@playwright/test';
import { doByCall, fileByCall, findDossier, readSetting } from './counterDay/byCall.ts';
import { expectEvening, readFigures } from './counterDay/evening.ts';
import { guardianship, MATTERS, plain, type Matter } from './counterDay/matters.ts';
import { doOnScreen, type Desks } from './counterDay/onScreen.ts';
import { handOver, takeIn } from './counterDay/takeIn.ts';
import { answerCase, fillCase } from './support/anyProcedure.ts';
import { expectHeading, prepareBirthDossier, submitDossier } from './support/citizen.ts';
import { inviteOfficer, openDesk } from './support/desk.ts';
import { expect, test, type Devices } from './support/test.ts';

test('a day at the counter: thirty dossiers, and in the evening the books agree', async ({
	devices
}) => {
	test.setTimeout(900_000);
	const before = await readFigures();
	const setting = await readSetting();
	await inviteOfficer(devices, 'Lò Văn Giúp', 'lo.van.giup@motcua.test');
	const ids = new Map<string, string>();
	const phones = new Map<string, Page>();

	await test.step('people file from home', async () => {
		for (const matter of MATTERS.filter(({ way }) => way === 'phone')) {
			phones.set(matter.subject, await fileByPhone(devices, matter));
			ids.set(matter.subject, await findDossier(matter.subject));
		}
	});

	const desks: Desks = {
		receiver: await openDesk(devices, 'receiver'),
		officer: await openDesk(devices, 'officer'),
		approver: await openDesk(devices, 'approver'),
		leader: await openDesk(devices, 'leader')
	};
	for (const visit of visits())
		await test.step(`taken in: ${visit.map(({ subject }) => subject).join(', ')}`, async () => {
			const visitId = crypto.randomUUID();
			const found = isTakenInOnScreen(visit[0])
				? await takeIn(desks.receiver, visit)
				: await Promise.all(visit.map((matter) => fileByCall(matter, visitId)));
			for (const [index, { subject }] of visit.entries()) ids.set(subject, found[index] ?? '');
		});

	await test.step('papers go to the department on a bordereau', () =>
		handOver(
			desks.receiver,
			desks.officer,
			MATTERS.filter(({ steps }) => steps.includes('hand over*'))
		));

	for (const matter of MATTERS)
		for (const step of stepsLeft(matter))
			await test.step(`${matter.subject}: ${step}`, async () => {
				const id = ids.get(matter.subject) ?? '';
				if (plain(step) === 'withdraw') await withdraw(phones.get(matter.subject));
				else if (step.endsWith('*')) await doOnScreen(desks, setting, id, step);
				else await doByCall(setting, id, step);
			});

	await test.step('every phone says what the office says', async () => {
		for (const matter of MATTERS.filter(({ way }) => way === 'phone'))
			await expectOnPhone(phones.get(matter.subject), matter.evening);
	});
	await test.step('the evening', () => expectEvening(desks.leader, before, ids));
});

/** What did not come by phone, one person's matters together. */
function visits(): Matter[][] {
	const all: Matter[][] = [];
	for (const matter of MATTERS.filter(({ way }) => way !== 'phone'))
		if (matter.sameVisit) all.at(-1)?.push(matter);
		else all.push([matter]);
	return all;
}

/** Taken in and received or settled in one go, on the first page of the counter. */
function isTakenInOnScreen(matter: Matter | undefined): boolean {
	const [first] = matter?.steps ?? [];
	return matter?.way !== 'phone' && (first === 'receive*' || first === 'settle*');
}

/** What is left after the taking in and the bordereau. */
function stepsLeft(matter: Matter): Matter['steps'] {
	const steps = isTakenInOnScreen(matter) ? matter.steps.slice(1) : matter.steps;
	return steps.filter((step) => step !== 'hand over*' && step !== 'take over*');
}

async function fileByPhone(devices: Devices, { code, subject }: Matter): Promise<Page> {
	const phone = await (await devices.newPhone()).newPage();
	if (code === '1.001193') await prepareBirthDossier(phone, subject);
	else {
		await answerCase(phone, guardianship(subject));
		await fillCase(phone, guardianship(subject));
	}
	await submitDossier(phone);
	await expectHeading(phone, 'Đã nộp hồ sơ');
	return phone;
}

/** The citizen's own words for where a dossier stands. */
const ON_PHONE: Record<number, RegExp> = {
	1: /^Đã nộp, chờ quầy kiểm tra/,
	3: /^Quầy không tiếp nhận/,
	4: /^Đang giải quyết/,
	5: /^Cần bổ sung giấy tờ/,
	8: /^Đã dừng/,
	10: /^Đã trả kết quả/
};

async function expectOnPhone(phone: Page | undefined, status: number): Promise<void> {
	if (!phone) throw new Error('filed by no phone');
	if (status === 1) await phone.getByRole('link', { name: 'Hồ sơ của tôi' }).first().click();
	else await phone.getByRole('button', { name: 'Xem lại ngay' }).click();
	await expect(phone.getByText(ON_PHONE[status] ?? '').first()).toBeVisible();
}

async function withdraw(phone: Page | undefined): Promise<void> {
	if (!phone) throw new Error('filed by no phone');
	await phone.getByRole('button', { name: 'Xem lại ngay' }).click();
	await phone.getByRole('button', { name: 'Xin rút hồ sơ' }).click();
	await phone.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click();
	await expect(phone.getByText('Bạn đã xin rút hồ sơ').first()).toBeVisible();
}
