import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { encodeChecklist } from '../checklist/checklistCode';
import { lookupLink } from '../slip/lookupLink';
import { encodePersonCode } from './personCode';
import { readScan } from './readScan';

const HASH = '0b12cd34'.padEnd(64, '0');
const CODE = 'H99.01-261123-0001';
const CARD =
	'033185001234|145000111|Nguyễn Thị Thu Hương|02091985|Nữ|Thôn Phù Ủng, Phù Ủng, Hưng Yên|15082021';
const hoa = {
	fullName: 'Lò Thị Hoa',
	phone: '0912345678',
	citizenId: '',
	address: 'Bản Nà Lốc',
	email: ''
};
const dossier = { kind: 'dossier', code: CODE };

describe('a scanned line', () => {
	const checklist = encodeChecklist(birth, HASH, {}, {});
	it.each([
		['as printed', checklist],
		['typed with the end of a line', `${checklist}\r\n`],
		['typed under caps lock', checklist.toLowerCase()]
	])('is a checklist: %s', (_, line) =>
		expect(readScan(line)).toMatchObject({
			kind: 'checklist',
			procedureCode: birth.code,
			hashStart: '0b12cd34'
		})
	);

	it('is a person the phone handed over', () =>
		expect(readScan(`${encodePersonCode(hoa)}\t`)).toEqual({ kind: 'person', person: hoa }));

	it.each([
		['the code alone', CODE],
		['in small letters', 'h99.01-261123-0001\r'],
		['the address on the slip', lookupLink(CODE, '', 'https://motcua.test')],
		['typed under Telex', `https://motcua.tét/tra-cưu?ma=${CODE}`],
		['the page of an agency', `https://xa.test/?trang=tra-cuu&ma=${CODE}`],
		['with more behind it', `https://motcua.test/tra-cuu?ma=${CODE}&utm=1#a`]
	])('is a dossier: %s', (_, line) => expect(readScan(line)).toEqual(dossier));

	it.each([
		['a reference', lookupLink('DK-7Q2M-0XK9', '', 'https://motcua.test'), 'DK-7Q2M-0XK9'],
		['the number of a slip', lookupLink('00012/2026', '', 'https://motcua.test'), '00012/2026'],
		['the number alone', '00012/2026\r', '00012/2026']
	])('is a dossier by %s', (_, line, code) =>
		expect(readScan(line)).toEqual({ kind: 'dossier', code })
	);

	it.each([
		['of four blocks', '000.00.16.H33-261123-0001'],
		['of a very busy day', 'H99.01-261123-12345']
	])('is a dossier with a code %s', (_, code) =>
		expect(readScan(code)).toEqual({ kind: 'dossier', code })
	);

	it.each([
		'',
		'8934563138165',
		'https://motcua.test/thu-tuc/1.001193',
		'https://motcua.test/tra-cuu?ma=',
		'Mời chị Hoa H99.01-261123-0001',
		'MC2*1.001193*0185781556*0*R*00',
		'033185001234'
	])('%s is unknown', (line) => expect(readScan(line)).toEqual({ kind: 'unknown', text: line }));
});

describe('the line of an identity card', () => {
	const person = {
		fullName: 'Nguyễn Thị Thu Hương',
		phone: '',
		citizenId: '033185001234',
		address: 'Thôn Phù Ủng, Phù Ủng, Hưng Yên',
		email: ''
	};
	it.each([
		['seven parts', CARD],
		['no old number', CARD.replace('145000111', '')],
		['no date of issue', CARD.slice(0, CARD.lastIndexOf('|'))],
		['one part more', `${CARD}|`],
		['marks that are not composed', CARD.normalize('NFD')],
		['the end of a line', `${CARD}\r\n`]
	])('gives the person: %s', (_, line) =>
		expect(readScan(line)).toEqual({ kind: 'person', person })
	);
	it.each([
		['a number with a digit less', CARD.slice(1)],
		['five parts', CARD.split('|').slice(0, 5).join('|')],
		['nine parts', `${CARD}||`],
		['no name', CARD.replace('Nguyễn Thị Thu Hương', '')],
		['digits for a name', CARD.replace('Nguyễn Thị Thu Hương', '0912345678')],
		['no birthday', CARD.replace('02091985', '')]
	])('with %s is unknown', (_, line) => expect(readScan(line).kind).toBe('unknown'));
});
