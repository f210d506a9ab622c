import { test, expect } from './support/test.ts';
import { prepareBirthDossier, submitDossier, readReceipt } from './support/citizen.ts';
import { openDesk, openDossier, takePaper, receive } from './support/desk.ts';
test('smoke', async ({ devices }) => {
	const page = await (await devices.newPhone()).newPage();
	await prepareBirthDossier(page, 'Nguyễn Khói');
	await submitDossier(page);
	console.log(await readReceipt(page));
	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', 'Nguyễn Khói');
	await takePaper(desk, 'Giấy chứng sinh');
	console.log(await receive(desk));
	expect(1).toBe(1);
});
