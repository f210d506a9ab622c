import { fileBirthDossier } from './support/citizen.ts';
import {
	DEPARTMENT,
	inviteOfficer,
	openDesk,
	openDossier,
	panelOf,
	receive,
	takePaper
} from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const CHILD = 'Lý Chuyển Tay';
const COLLEAGUE = 'Mai Thị Lan';

test('a dossier goes from hand to hand, is asked about elsewhere and noted on', async ({
	devices
}) => {
	test.slow();
	await fileBirthDossier(devices, CHILD);
	const lan = await inviteOfficer(devices, COLLEAGUE, 'mai.thi.lan@motcua.test');

	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', CHILD);
	await takePaper(desk, 'Giấy chứng sinh');
	await receive(desk);

	const officer = await openDesk(devices, 'officer');
	await openDossier(officer, 'Đang giải quyết', CHILD);
	const panel = panelOf(officer);
	await expect(
		panel.getByText(`Chưa giao riêng cho ai; cán bộ nào của ${DEPARTMENT}`)
	).toBeVisible();
	await officer.getByRole('button', { name: 'Nhận việc' }).click();
	await expect(panel.getByText('Việc này của bạn.')).toBeVisible();

	// Half of what is typed is there again after the page was left; nothing is sent without a reason.
	await panel.getByText('Hỏi ý kiến một cơ quan').click();
	await panel.getByLabel('Cơ quan được hỏi').fill('Công an xã Bến Đò');
	await officer.waitForTimeout(1000);
	await officer.reload();
	await panel.getByText('Hỏi ý kiến một cơ quan').click();
	await expect(panel.getByLabel('Cơ quan được hỏi')).toHaveValue('Công an xã Bến Đò');
	await panel.getByRole('button', { name: 'Ghi việc hỏi ý kiến' }).click();
	await expect(panel.getByLabel('Hỏi điều gì')).toBeFocused();
	await panel.getByLabel('Hỏi điều gì').fill('Mẹ của trẻ có thường trú ở xã không?');
	const until = panel.getByRole('group', { name: 'Hạn trả lời' });
	const [year = '', month = '', day = ''] = someWednesday();
	await until.getByLabel('Ngày').fill(day);
	await until.getByLabel('Tháng').fill(month);
	await until.getByLabel('Năm').fill(year);
	await panel.getByRole('button', { name: 'Ghi việc hỏi ý kiến' }).click();
	await expect(panel.getByText('Đã ghi việc hỏi ý kiến')).toBeVisible();
	await expect(panel.getByText(/^Hạn trả lời: /)).toBeVisible();
	await expect(panel.getByLabel('Cơ quan được hỏi')).toBeHidden();
	const asked = officer.getByRole('listitem').filter({ hasText: 'Lấy ý kiến cơ quan khác' });
	await expect(asked).toContainText('Hỏi: Mẹ của trẻ có thường trú ở xã không?');

	await panel.getByText('Ghi ý kiến trả lời: Công an xã Bến Đò').click();
	await panel.getByLabel('Nội dung trả lời').fill('Có thường trú từ năm 2019.');
	await panel.getByRole('button', { name: 'Ghi ý kiến' }).click();
	await expect(panel.getByText(/^Đã trả lời /)).toBeVisible();

	await panel.getByText('Thêm phần việc', { exact: true }).click();
	await panel.getByRole('button', { name: 'Thêm một phần nữa' }).click();
	const first = panel.getByRole('group', { name: 'Phần 1', exact: true });
	await first.getByLabel('Tên phần việc').fill('Đăng ký thường trú');
	await first.getByLabel('Cơ quan làm').fill('Công an xã Bến Đò');
	const second = panel.getByRole('group', { name: 'Phần 2', exact: true });
	await second.getByLabel('Tên phần việc').fill('Cấp thẻ bảo hiểm y tế');
	await second.getByLabel('Cơ quan làm').fill('Bảo hiểm xã hội huyện');
	await second.getByLabel('Khi nào bắt đầu').selectOption('Sau phần 1: Đăng ký thường trú');
	await panel.getByRole('button', { name: 'Ghi các phần việc' }).click();
	await expect(panel.getByText('Chờ phần 1 kết thúc')).toBeVisible();
	await panel.getByText('Xong: Đăng ký thường trú', { exact: true }).click();
	await panel.getByRole('button', { name: /^Ghi là đã xong/ }).click();
	await expect(panel.getByText(/^Xong ngày /)).toBeVisible();
	await expect(panel.getByText(/^Đang làm từ /)).toBeVisible();
	await panel.getByRole('button', { name: /^Đã trao cho người dân/ }).click();
	await expect(panel.getByText(/^Đã trao cho người dân .*\.$/)).toBeVisible();

	await panel.getByLabel('Ghi chú mới').fill('Đã gọi điện cho mẹ của trẻ.');
	await panel.getByRole('button', { name: 'Lưu ghi chú' }).click();
	await expect(panel.getByRole('listitem').getByText('Đã gọi điện cho mẹ của trẻ.')).toBeVisible();
	await keepPicture(officer, 'routing-panel');
	await new Examiner().examine(officer, 'dossier: where it lies', 'staff');

	await panel.getByText('Chuyển việc cho đồng nghiệp').click();
	await panel.getByLabel('Chuyển cho').selectOption(COLLEAGUE);
	await panel.getByLabel('Lý do').filter({ visible: true }).fill('Nghỉ phép từ mai');
	await panel.getByRole('button', { name: 'Chuyển việc' }).click();
	await expect(panel.getByText(`Việc này của ${COLLEAGUE}.`)).toBeVisible();

	await openDossier(lan, 'Đang giải quyết', CHILD);
	await expect(panelOf(lan).getByText('Việc này của bạn.')).toBeVisible();
	await expect(lan.getByText(/ cũng đang mở hồ sơ này\.$/)).toBeVisible();
	await expect(panelOf(lan).getByText('Đã gọi điện cho mẹ của trẻ.')).toBeVisible();
	await keepPicture(lan, 'routing-presence');

	const leader = await openDesk(devices, 'leader');
	await openDossier(leader, 'Đang giải quyết', CHILD);
	const atLeader = panelOf(leader);
	await atLeader.getByText('Giao việc cho một cán bộ').click();
	await atLeader.getByLabel('Giao cho').selectOption({ index: 1 });
	await atLeader.getByLabel('Lý do').filter({ visible: true }).fill('Chị Lan nghỉ ốm');
	await atLeader.getByRole('button', { name: 'Giao việc' }).click();
	await expect(atLeader.getByText('Đã giao việc', { exact: true })).toBeVisible();
});

/** A Wednesday in the second week from now, as year, month and day. */
function someWednesday(): string[] {
	const date = new Date();
	date.setUTCDate(date.getUTCDate() + 14 - ((date.getUTCDay() + 4) % 7));
	return date.toISOString().slice(0, 10).split('-');
}
