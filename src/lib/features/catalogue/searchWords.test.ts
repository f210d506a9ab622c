import { describe, expect, it } from 'vitest';
import { isAction, isCarrier, isFamily, repairsOf, wordsOf } from './searchWords';

const word = (text: string) => wordsOf(text)[0] ?? { text: '', plain: '', marks: '' };

describe('words', () => {
	it.each([
		['Giấy  khai-sinh?', 'giấy khai sinh'],
		['hoà giải', 'hoà giải'],
		['mã 1.001193.', 'mã 1.001193.'],
		['tía má', 'bố mẹ'],
		['heo', 'lợn'],
		['lập HTX', 'lập hợp tác xã'],
		['thẻ bhyt', 'thẻ bảo hiểm y tế'],
		['TP.HCM', 'tp hcm'],
		['?!', '']
	])('of %s', (text, words) =>
		expect(
			wordsOf(text)
				.map((one) => one.text)
				.join(' ')
		).toBe(words)
	);
	it('are alike however they are written', () => {
		const { plain, marks } = word('hoà');
		expect(word('hòa')).toMatchObject({ plain, marks });
		expect(word('hoà'.normalize('NFD'))).toMatchObject({ plain, marks });
		expect(word('kí').plain).toBe(word('ký').plain);
	});
});

describe('repairs', () => {
	it.each([
		['giaays', 'giay'],
		['giay61', 'giay'],
		['ddawng', 'dang'],
		['keets', 'ket'],
		['hoon', 'hon'],
		['chuwx', 'chu'],
		['snih', 'sinh'],
		['sinhs', 'sinh']
	])('of %s hold %s', (typed, meant) => expect(repairsOf(typed)).toContain(meant));
});

describe('what a word does in a sentence', () => {
	it.each([
		['muốn', true, true],
		['muon', false, true],
		['từ', true, true],
		['tu', false, false],
		['tử', true, false],
		['đất', true, false]
	])('%s (with marks: %s) carries it: %s', (text, hasMarks, carries) =>
		expect(isCarrier(word(text), hasMarks)).toBe(carries)
	);
	it('tells family and actions by their marks, where there are any', () => {
		expect([isFamily(word('mẹ'), true), isFamily(word('me'), false)]).toEqual([true, true]);
		expect([isFamily(word('mê'), true), isFamily(word('đất'), true)]).toEqual([false, false]);
		expect([isAction(word('mất'), true), isAction(word('mat'), false)]).toEqual([true, true]);
		expect([isAction(word('mắt'), true), isAction(word('khai'), false)]).toEqual([false, false]);
	});
});
