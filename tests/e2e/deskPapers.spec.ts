import { fileBirthDossier } from './support/citizen.ts';
import { openDesk, openDossier, queueLine, receive } from './support/desk.ts';
import { keepPicture } from './support/pictures.ts';
import {
	judgePaper,
	judgeRestRight,
	openLine,
	refuse,
	replyToCitizen,
	resume,
	roundOf,
	sendSupplement,
	withdrawAtDesk
} from './support/supplement.ts';
import { expect, test } from './support/test.ts';

const PAPER = 'Giấy chứng sinh';

test('papers are judged once; a slip asks for everything, the papers come to the desk, and it goes on', async ({
	devices
}) => {
	devices.tolerate(/status of 409/);
	const child = 'Vàng Thiếu Giấy';
	await fileBirthDossier(devices, child);
	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', child);
	await keepPicture(desk, 'judging-fresh');

	await judgePaper(desk, PAPER, 'Thiếu');
	await expect(desk.getByRole('button', { name: 'Tiếp nhận và lập giấy hẹn' })).toHaveCount(0);
	await desk.getByRole('button', { name: 'Gửi phiếu yêu cầu bổ sung' }).click();
	await expect(desk.getByRole('alert')).toContainText('Chọn Đúng, Sai, Thiếu hoặc Không cần');
	await expect(desk.getByRole('alert')).toContainText('Viết đủ ngày, tháng, năm, sau hôm nay');
	await keepPicture(desk, 'judging-errors');
	await judgeRestRight(desk);
	await desk.getByRole('button', { name: 'Thêm dòng không phải giấy tờ' }).click();
	await desk.getByRole('textbox', { name: 'Chỗ cần sửa' }).fill('Tờ khai: ngày sinh của mẹ');
	await desk
		.getByRole('combobox', { name: /^Lý do có sẵn ?: Tờ khai: ngày sinh của mẹ$/ })
		.selectOption('Tên trong giấy khác tên trong tờ khai.');
	await keepPicture(desk, 'judging-missing');
	const number = await sendSupplement(desk, { until: 5, note: 'Mang giấy đến quầy cũng được.' });
	await keepPicture(desk, 'supplement-sent');
	await expect(desk.getByRole('link', { name: 'Mở phiếu để in' })).toHaveAttribute(
		'href',
		/^\/in\/[0-9a-f-]{36}$/
	);
	const first = roundOf(desk, 1);
	await expect(first).toContainText(`Phiếu số ${number}`);
	await expect(first).toContainText('Hồ sơ chưa có giấy này.');
	await expect(first).toContainText('Người dân chưa trả lời.');
	await replyToCitizen(desk, 'Mang giấy đến quầy là được.');
	await expect(first).toContainText('Mang giấy đến quầy là được.');

	// Somebody brought the paper: it is judged anew, what was right before stands.
	await judgePaper(desk, PAPER, 'Sai', 'Giấy đã hết hạn.');
	await expect(desk.getByText('Chỉ lãnh đạo được yêu cầu bổ sung lần nữa')).toBeVisible();
	await keepPicture(desk, 'ask-leader');
	await judgePaper(desk, PAPER, 'Đúng');
	const code = await receive(desk);
	await expect(desk.getByRole('heading', { level: 1, name: `Hồ sơ ${code}` })).toBeVisible();

	const officer = await openDesk(devices, 'officer');
	await openDossier(officer, 'Đang giải quyết', child);
	await officer.getByRole('button', { name: 'Nhận việc' }).click();
	await expect(officer.getByText('Đã nhận việc.')).toBeVisible();

	const leader = await openDesk(devices, 'leader');
	await openDossier(leader, 'Đang giải quyết', child);
	await openLine(leader, 'Yêu cầu bổ sung giấy tờ');
	await judgePaper(leader, PAPER, 'Sai', 'Chưa ký tên.');
	await judgeRestRight(leader);
	await keepPicture(leader, 'asking-again');
	await leader.getByRole('button', { name: 'Gửi phiếu yêu cầu bổ sung' }).click();
	await expect(leader.getByRole('alert')).toContainText('Viết vì sao phải yêu cầu lần nữa');
	await sendSupplement(leader, { until: 10, again: 'Giấy nhận tại quầy chưa ký.' });
	await expect(leader.getByText('Đã yêu cầu bổ sung 2 lần: tính quá hạn')).toBeVisible();

	await desk.reload();
	await expect(roundOf(desk, 2)).toContainText('Lần yêu cầu này làm hồ sơ bị tính là quá hạn.');
	await keepPicture(desk, 'resuming');
	await resume(desk, { brought: [PAPER] });
	await expect(desk.getByText(`Giấy nhận tại quầy: ${PAPER}`)).toBeVisible();
	await keepPicture(desk, 'resumed');

	await withdrawAtDesk(desk, [PAPER]);
	await expect(desk.getByText(`Trả lại bản chính: ${PAPER}`)).toBeVisible();
	await keepPicture(desk, 'stopped');
});

test('a matter of another office is refused with the right place', async ({ devices }) => {
	const child = 'Vàng Nơi Khác';
	await fileBirthDossier(devices, child);
	const desk = await openDesk(devices, 'receiver');
	await desk.setViewportSize({ width: 360, height: 740 });
	await openDossier(desk, 'Mới nộp', child);
	await judgePaper(desk, PAPER, 'Sai');
	await keepPicture(desk, 'judging-small');
	expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await openLine(desk, 'Từ chối hồ sơ');
	await desk.getByRole('button', { name: 'Từ chối và lập phiếu' }).click();
	await expect(desk.getByRole('textbox', { name: 'Lý do từ chối' })).toBeFocused();
	await openLine(desk, 'Từ chối hồ sơ');
	const number = await refuse(
		desk,
		'Cha mẹ không cư trú ở đây.',
		'UBND xã Bên Cạnh, số 1 đường Chợ'
	);
	await keepPicture(desk, 'refused-small');
	await expect(desk.getByRole('link', { name: `Phiếu từ chối số ${number}` })).toBeVisible();
	await desk.goto('/can-bo');
	await expect(queueLine(desk, child)).toHaveCount(0);
});
