import { describe, expect, it } from 'vitest';
import { stepWedge, type WedgeKey, type WedgeRun } from './wedge';

const SHIFTED = ')!@#$%^&*(';

/** The key that gives a sign on an American keyboard. */
function keyOf(sign: string): Omit<WedgeKey, 'at'> {
	if (/[a-z]/i.test(sign))
		return { key: sign, code: `Key${sign.toUpperCase()}`, shift: sign < 'a' };
	if (/\d/.test(sign)) return { key: sign, code: `Digit${sign}`, shift: false };
	if (SHIFTED.includes(sign))
		return { key: sign, code: `Digit${SHIFTED.indexOf(sign)}`, shift: true };
	const codes: Record<string, [string, boolean]> = {
		'-': ['Minus', false],
		'.': ['Period', false],
		'/': ['Slash', false],
		':': ['Semicolon', true],
		'?': ['Slash', true],
		'=': ['Equal', false],
		'+': ['Equal', true],
		'|': ['Backslash', true]
	};
	const [code, shift] = codes[sign] ?? ['', false];
	return { key: sign, code, shift };
}

/** Types a line at one pace; gives every line the machine took for scanned. */
function type(keys: Omit<WedgeKey, 'at'>[], pace: (index: number) => number): string[] {
	let run: WedgeRun | undefined;
	let at = 5000;
	const lines: string[] = [];
	for (const [index, key] of keys.entries()) {
		at += pace(index);
		const step = stepWedge(run, { ...key, at });
		run = step.run;
		if (step.line !== undefined) lines.push(step.line);
	}
	return lines;
}
const ENTER = { key: 'Enter', code: 'Enter', shift: false };
const TAB = { key: 'Tab', code: 'Tab', shift: false };
const SHIFT = { key: 'Shift', code: 'ShiftLeft', shift: true };
const keysOf = (line: string) => [...line].map(keyOf);
const LINE = 'MC2*1.001193*2870135092*0-+*RM-*07';
const every = (ms: number) => () => ms;

describe('a scanner that types', () => {
	it.each([
		['a checklist', LINE],
		['an address', 'https://motcua.test/tra-cuu?ma=H99.01-261123-0001'],
		['a card', '033185001234||Nguyen|02091985|Nu|Thon|15082021']
	])('gives %s as it was printed', (_, line) =>
		expect(type([...keysOf(line), ENTER], every(12))).toEqual([line])
	);

	it('may end with Tab, and press Shift by itself', () => {
		const keys = keysOf(LINE).flatMap((key) => (key.shift ? [SHIFT, key] : [key]));
		expect(type([...keys, TAB], every(8))).toEqual([LINE]);
	});

	it('may stumble once', () =>
		expect(type([...keysOf(LINE), ENTER], (at) => (at === 9 ? 90 : 10))).toEqual([LINE]));

	it('gives a second line after the first', () =>
		expect(
			type([...keysOf(LINE), ENTER, ...keysOf('H99.01-261123-0001'), ENTER], every(5))
		).toEqual([LINE, 'H99.01-261123-0001']));

	it('is read from the keys while caps lock, an input method or the layout changes the letters', () => {
		const capsLock = keysOf(LINE).map((key) => ({ ...key, key: key.key.toLowerCase() }));
		const composing = keysOf(LINE).map((key) => ({ ...key, key: 'Process' }));
		const layout = keysOf(LINE).map((key) => (key.code === 'Digit1' ? { ...key, key: 'ă' } : key));
		for (const keys of [capsLock, composing, layout])
			expect(type([...keys, ENTER], every(10))).toEqual([LINE]);
	});

	it('may use the number pad', () => {
		const pad = [...'0610123456789'].map((key) => ({ key, code: `Numpad${key}`, shift: false }));
		expect(type([...pad, ENTER], every(10))).toEqual(['0610123456789']);
	});

	it('may have letters without a key, as software types them', () => {
		const keys = [...'033185001234|Nguyễn'].map((key) => ({ key, code: '', shift: false }));
		expect(type([...keys, ENTER], every(4))).toEqual(['033185001234|Nguyễn']);
	});

	it('follows an input method that takes a letter back and writes another', () => {
		const back = { key: 'Backspace', code: 'Backspace', shift: false };
		const keys = [...keysOf('123456789d'), back, { key: 'đ', code: '', shift: false }, ENTER];
		expect(type(keys, every(6))).toEqual(['123456789đ']);
	});
});

describe('a person at the keyboard', () => {
	it.each([
		['types fast', [...keysOf('Nguyen Thi Hoa'), ENTER], every(60)],
		['drums eight keys', [...keysOf('asdfasdf'), ENTER], every(5)],
		[
			'waits before Enter',
			[...keysOf(LINE), ENTER],
			(at: number) => (at === LINE.length ? 101 : 5)
		],
		[
			'moves in between',
			[...keysOf('12345'), { ...ENTER, key: 'ArrowLeft' }, ...keysOf('67890'), ENTER],
			every(5)
		],
		['only presses Enter', [ENTER, TAB], every(5)]
	])('is no scanner: %s', (_, keys, pace) => expect(type(keys, pace)).toEqual([]));
});

it.each([
	[
		'two keys almost together are shortcuts, a third is a machine',
		'j123',
		[false, false, true, true]
	],
	['one key again and again is a person', 'jjjj', [false, false, false, false]]
])('%s', (_, typed, expected) => {
	let run: WedgeRun | undefined;
	const fast = [...typed].map((key, index) => {
		const code = /\d/.test(key) ? `Digit${key}` : 'KeyJ';
		const step = stepWedge(run, { key, code, shift: false, at: index * 10 });
		run = step.run;
		return step.isFast ?? false;
	});
	expect(fast).toEqual(expected);
});
