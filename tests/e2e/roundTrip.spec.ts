import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import {
	answerCase,
	fillCase,
	photograph,
	readProcedure,
	takePhoto,
	type TestCase
} from './support/anyProcedure.ts';
import { expectHeading, submitDossier } from './support/citizen.ts';
import { openDesk, openDossier, queueLine, receive } from './support/desk.ts';
import { dossiersOf, storedHash } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import {
	judgePaper,
	judgeRestRight,
	openLine,
	replyToCitizen,
	resume,
	roundOf,
	sendSupplement
} from './support/supplement.ts';
import { expect, test } from './support/test.ts';

const PAPERS = ['birth-certificate-paper', 'identity'].map(
	(id) => readProcedure('1.001193').requirements.find((one) => one.id === id)?.name ?? id
);
const [CERTIFICATE = '', IDENTITY = ''] = PAPERS;

function birth(child: string): TestCase {
	return {
		code: '1.001193',
		answers: {
			registrant: 'parent',
			'child-found': 'no',
			'birth-paper': 'paper',
			surrogacy: 'no',
			'foreign-paper': 'no',
			'within-60-days': 'yes'
		},
		form: { 'father-known': 'no', [readProcedure('1.001193').eForm?.subjectField ?? '']: child }
	};
}

/** Files the birth of a child with a photograph of both papers; the phone then shows the dossier. */
async function fileWithPhotos(phone: Page, child: string): Promise<void> {
	const family = birth(child);
	await answerCase(phone, family);
	for (const paper of PAPERS) await photograph(phone, paper, [await takePhoto(phone, paper)]);
	await fillCase(phone, family);
	await submitDossier(phone);
	await expectHeading(phone, 'Đã nộp hồ sơ');
}

/** Asks the server now, as a person does who wants to know. */
async function lookAgain(phone: Page): Promise<void> {
	await phone.getByRole('button', { name: 'Xem lại ngay' }).click();
}

/** The answer's part about one paper. */
function lineOf(phone: Page, paper: string) {
	return phone.getByRole('listitem').filter({
		has: phone.getByRole('heading', { level: 3, name: paper, exact: true })
	});
}

test('two wrong papers: one photographed anew, one that cannot be had; a second slip by the leader; withdrawn', async ({
	devices
}) => {
	test.setTimeout(240_000);
	devices.tolerate(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
	const child = 'Hờ Thị Bổ Sung';
	const phone = await (await devices.newPhone()).newPage();
	await fileWithPhotos(phone, child);

	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', child);
	await judgePaper(desk, CERTIFICATE, 'Sai', 'Ảnh mờ, không đọc được số giấy.');
	await judgePaper(desk, IDENTITY, 'Sai', 'Thẻ đã hết hạn năm 2024.');
	await judgeRestRight(desk);

	// Half-written verdicts are nobody's news, and survive the PC.
	await lookAgain(phone);
	await expect(phone.getByText(/Cần bổ sung/)).toHaveCount(0);
	await expect(phone.getByText('Thẻ đã hết hạn')).toHaveCount(0);
	await desk.waitForTimeout(1000);
	await desk.reload();
	await expect(
		desk.getByRole('textbox', { name: new RegExp(`^Lý do ?: ${IDENTITY}`) })
	).toHaveValue('Thẻ đã hết hạn năm 2024.');
	const slip = await sendSupplement(desk, { until: 5 });

	await lookAgain(phone);
	await expect(
		phone.getByRole('heading', { name: /^Cần bổ sung 2 giấy tờ, chậm nhất .*\d\d\/\d\d\/\d{4}/ })
	).toBeVisible();
	await expect(phone.getByText(`Phiếu yêu cầu số ${slip}`)).toBeVisible();
	// An answer that says nothing is told so.
	await phone.getByRole('button', { name: 'Gửi bổ sung' }).click();
	await expect(phone.getByText('Hãy trả lời ít nhất một mục ở trên, rồi bấm lại.')).toBeVisible();
	const certificate = lineOf(phone, CERTIFICATE);
	await expect(certificate).toContainText('Ảnh mờ, không đọc được số giấy.');
	await expect(certificate.getByRole('img').first()).toBeVisible();
	await keepPicture(phone, 'asked-on-phone');

	await test.step('answered without a line, sent when it is back', async () => {
		await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
		await phone.context().setOffline(true);
		await certificate.getByRole('radio', { name: 'Chụp lại giấy này' }).check();
		const chooser = phone.waitForEvent('filechooser');
		await certificate.getByRole('button', { name: 'Chọn ảnh hoặc tệp PDF có sẵn' }).click();
		await (await chooser).setFiles([await takePhoto(phone, 'Giấy chứng sinh chụp lại')]);
		await expect(certificate.getByRole('heading', { name: 'Trang 1 trên 1' })).toBeVisible();
		const identity = lineOf(phone, IDENTITY);
		await identity.getByRole('radio', { name: 'Tôi không lấy được giấy này' }).check();
		await identity.getByRole('radio', { name: 'Tôi không xin được giấy này' }).check();
		await identity
			.getByRole('textbox', { name: /^Nói rõ thêm cho quầy/ })
			.fill('Đang chờ cấp thẻ mới.');
		await keepPicture(phone, 'answered-on-phone');
		await phone.getByRole('button', { name: 'Gửi bổ sung' }).click();
		await expect(phone.getByText('Phần bổ sung đã cất trong máy, đang chờ gửi')).toBeVisible();
		await phone.context().setOffline(false);
		await expect(phone.getByText(/^Đã gửi phần bổ sung lúc /)).toBeVisible({ timeout: 30_000 });
		await keepPicture(phone, 'answer-sent');
	});

	await test.step('the desk sees both answers and receives', async () => {
		await desk.goto('/can-bo');
		await openDossier(desk, 'Có phản hồi', child);
		const first = roundOf(desk, 1);
		await expect(first).toContainText('Đang chờ cấp thẻ mới.');
		await keepPicture(desk, 'answered-at-desk');
		const [known] = await dossiersOf(child, 'answered');
		const added = known?.files.at(-1);
		expect(known?.files).toHaveLength(3);
		expect(known?.actions).toEqual(['submit', 'supplement', 'answer']);
		for (const file of known?.files ?? [])
			expect(await storedHash(file.objectName), file.requirementId).toBe(file.sha256);
		expect(added).toBeDefined();
		await judgePaper(desk, CERTIFICATE, 'Đúng');
		await judgePaper(desk, IDENTITY, 'Không cần');
		await receive(desk);
		await lookAgain(phone);
		await expect(phone.getByText('Quầy đã tiếp nhận').first()).toBeVisible();
	});

	await test.step('a second slip needs the leader, counts as late, and its question is answered', async () => {
		const officer = await openDesk(devices, 'officer');
		await openDossier(officer, 'Đang giải quyết', child);
		await officer.getByRole('button', { name: 'Nhận việc' }).click();
		await expect(officer.getByText('Đã nhận việc.')).toBeVisible();
		const leader = await openDesk(devices, 'leader');
		await openDossier(leader, 'Đang giải quyết', child);
		await openLine(leader, 'Yêu cầu bổ sung giấy tờ');
		await judgePaper(leader, CERTIFICATE, 'Thiếu', 'Thiếu mặt sau của giấy.');
		await judgePaper(leader, IDENTITY, 'Đúng');
		await sendSupplement(leader, { until: 3, again: 'Cán bộ chưa xem mặt sau.' });
		await expect(leader.getByText('Đã yêu cầu bổ sung 2 lần: tính quá hạn')).toBeVisible();

		await lookAgain(phone);
		await expect(phone.getByText('Đây là lần yêu cầu thứ 2.')).toBeVisible();
		const line = lineOf(phone, CERTIFICATE).first();
		await line.getByRole('radio', { name: 'Tôi muốn hỏi' }).check();
		await line
			.getByRole('textbox', { name: 'Bạn muốn hỏi quầy điều gì?' })
			.fill('Mặt sau trắng có cần không?');
		await phone.getByRole('button', { name: 'Gửi bổ sung' }).click();
		await expect(phone.getByText(/^Đã gửi phần bổ sung lúc /)).toBeVisible();
		await desk.goto('/can-bo');
		await openDossier(desk, 'Có phản hồi', child);
		await expect(roundOf(desk, 2)).toContainText('Mặt sau trắng có cần không?');
		await replyToCitizen(desk, 'Có, chụp cả mặt trắng.');
		await lookAgain(phone);
		await expect(phone.getByText('Có, chụp cả mặt trắng.', { exact: true })).toBeVisible();
		await keepPicture(phone, 'second-slip-on-phone');
		await resume(desk, { brought: [CERTIFICATE] });
	});

	await test.step('the citizen withdraws, the desk confirms', async () => {
		await lookAgain(phone);
		await phone.getByRole('button', { name: 'Xin rút hồ sơ' }).click();
		await keepPicture(phone, 'withdrawing');
		await phone.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click();
		await expect(phone.getByText('Bạn đã xin rút hồ sơ').first()).toBeVisible();
		await desk.goto('/can-bo');
		await openDossier(desk, 'Có phản hồi', child);
		await desk.getByRole('button', { name: 'Dừng hồ sơ' }).click();
		await expect(desk.getByText('Đã dừng hồ sơ theo yêu cầu của người dân.')).toBeVisible();
		await lookAgain(phone);
		await expect(phone.getByText('Đã dừng').first()).toBeVisible();
	});
});

test('the result comes as a file to the phone that filed, and nothing can be withdrawn after it', async ({
	devices
}) => {
	test.setTimeout(150_000);
	// A small picture still on its way when the dossier ends is asked for a reason.
	devices.tolerate(/rpc\/open_file/);
	const child = 'Hờ Văn Kết Quả';
	const phone = await (await devices.newPhone()).newPage();
	await fileWithPhotos(phone, child);
	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', child);
	await judgePaper(desk, CERTIFICATE, 'Đúng');
	await judgeRestRight(desk);
	await receive(desk);
	const officer = await openDesk(devices, 'officer');
	await openDossier(officer, 'Đang giải quyết', child);
	await officer.getByRole('button', { name: 'Nhận việc' }).click();
	await expect(officer.getByText('Đã nhận việc.')).toBeVisible();

	// Two parts of 192 KiB and a little.
	const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400_000, 'kết quả ')]);
	const approver = await openDesk(devices, 'approver');
	await openDossier(approver, 'Đang giải quyết', child);
	await approver.getByLabel(/^Tệp kết quả đã ký/).setInputFiles({
		name: 'Giấy khai sinh.pdf',
		mimeType: 'application/pdf',
		buffer: bytes
	});
	await expect(approver.getByText(/^Đã chọn: Giấy khai sinh\.pdf/)).toBeVisible();
	await approver.getByRole('textbox', { name: /^Số của kết quả/ }).fill('125/2026');
	await approver.getByRole('button', { name: 'Ghi kết quả đã ký' }).click();
	await expect(approver.getByText(/^Đã ghi kết quả\./)).toBeVisible();

	await lookAgain(phone);
	await expect(phone.getByRole('button', { name: 'Xin rút hồ sơ' })).toHaveCount(0);
	const download = phone.waitForEvent('download');
	await phone.getByRole('button', { name: 'Tải kết quả' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('Giấy khai sinh.pdf');
	const chunks: Buffer[] = [];
	for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
	const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');
	expect(sha256(Buffer.concat(chunks))).toBe(sha256(bytes));
	await keepPicture(phone, 'result-on-phone');

	await desk.goto('/can-bo');
	await openDossier(desk, 'Chờ trả kết quả', child);
	await desk.getByRole('radio', { name: 'Người được ủy quyền' }).check();
	await desk.getByRole('textbox', { name: 'Họ và tên người nhận' }).fill('Hờ Văn Cậu');
	await desk
		.getByRole('textbox', { name: /^Giấy tờ người nhận thay đưa xem/ })
		.fill('Giấy ủy quyền ngày 20/11/2026');
	await desk.getByRole('button', { name: 'Đã trả kết quả' }).click();
	await expect(desk.getByText('Đã trả kết quả. Hồ sơ kết thúc.')).toBeVisible();
	await expect(desk.getByText('Người nhận thay: Hờ Văn Cậu')).toBeVisible();
	await desk.goto('/can-bo');
	await expect(queueLine(desk, child)).toHaveCount(0);
});
