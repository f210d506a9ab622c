import { expect, it } from 'vitest';
import { strangeNames } from './NoticeTexts';

const words = [
	{ name: 'mã hồ sơ', meaning: '', onlyInApp: false },
	{ name: 'lý do', meaning: '', onlyInApp: true }
];
const wording = { subject: 'Hồ sơ {mã hồ sơ}', body: 'Vì {lý do}, {họ tên}. {họ tên} {}' };

it('names what a text may not use', () => {
	expect(strangeNames(wording, 'app', words)).toEqual(['họ tên', '']);
	expect(strangeNames(wording, 'email', words)).toEqual(['lý do', 'họ tên', '']);
});

it('knows a word typed in two halves', () => {
	const body = '{mã hồ sơ}'.normalize('NFD');
	expect(strangeNames({ subject: '', body }, 'sms', words)).toEqual([]);
});
