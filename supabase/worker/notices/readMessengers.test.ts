import { expect, test } from 'vitest';
import { readMessengers } from './readMessengers.ts';

const from = 'Trung tâm xã Bến Đò <motcua@bendo.gov.vn>';

test('without settings nothing is sent, and the start says so', () => {
	expect(readMessengers({})).toEqual({
		messengers: [],
		lines: [
			'Thư điện tử: tắt (đặt SMTP_URL và MAIL_FROM để bật)',
			'Tin nhắn SMS: tắt (đặt SMS_URL để bật)',
			'Tin nhắn Zalo: tắt (đặt ZALO_URL để bật)'
		]
	});
});

test('what is configured is on; a password is never said', () => {
	const { messengers, lines } = readMessengers({
		SMTP_URL: 'smtp://motcua:b%C3%AD-m%E1%BA%ADt@thu.bendo.gov.vn',
		MAIL_FROM: from,
		SMS_URL: 'https://tin.example.vn/gui?key=kín',
		ZALO_URL: 'http://127.0.0.1:8080/zalo'
	});
	expect(messengers.map(({ channel }) => channel)).toEqual(['email', 'sms', 'zalo']);
	expect(lines).toEqual([
		'Thư điện tử: bật, gửi qua thu.bendo.gov.vn:587, người gửi motcua@bendo.gov.vn',
		'Tin nhắn SMS: bật, gửi qua tin.example.vn',
		'Tin nhắn Zalo: bật, gửi qua 127.0.0.1:8080'
	]);
});

test.each([
	{ SMTP_URL: 'smtp://a.vn' },
	{ MAIL_FROM: from },
	{ SMTP_URL: 'a.vn:587', MAIL_FROM: from },
	{ SMTP_URL: 'https://a.vn', MAIL_FROM: from },
	{ SMTP_URL: 'smtp://u:%@a.vn', MAIL_FROM: from },
	{ SMTP_URL: 'smtp://a.vn', MAIL_FROM: 'motcua' },
	{ SMTP_URL: 'smtp://a.vn', MAIL_FROM: 'A <a@b.vn>, B <c@d.vn>' },
	{ SMTP_URL: 'smtp://a.vn', MAIL_FROM: 'A\r\nBcc: x <a@b.vn>' },
	{ SMS_URL: 'http://tin.example.vn' },
	{ ZALO_URL: 'tin.example.vn' }
])('what cannot work stops the start: %j', (env) => {
	expect(() => readMessengers(env)).toThrow(/SMTP_URL|MAIL_FROM|https/);
});
