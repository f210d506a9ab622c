import { describe, expect, it } from 'vitest';
import {
	fitScale,
	largerScale,
	nextTurn,
	smallerScale,
	turnTransform,
	turnedSize
} from './pageView';
import type { Turns } from './pageView';

const page = { width: 1000, height: 2000 };

describe('how a page is shown', () => {
	it('fits the whole page, turned or not, and never blurs a small one', () => {
		expect(fitScale(page, 0, { width: 500, height: 500 })).toBe(0.25);
		expect(fitScale(page, 1, { width: 500, height: 500 })).toBe(0.25);
		expect(fitScale(page, 0, { width: 500, height: 4000 })).toBe(0.5);
		expect(fitScale(page, 1, { width: 500, height: 4000 })).toBe(0.25);
		expect(fitScale({ width: 10, height: 10 }, 0, { width: 500, height: 500 })).toBe(1);
	});

	it('goes from whole to four times its size and back, step by step', () => {
		const up = [0.21];
		while (largerScale(up.at(-1) ?? 0) !== up.at(-1)) up.push(largerScale(up.at(-1) ?? 0));
		expect(up).toEqual([0.21, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4]);
		const down = [4];
		while (smallerScale(down.at(-1) ?? 0, 0.21) !== down.at(-1))
			down.push(smallerScale(down.at(-1) ?? 0, 0.21));
		expect(down).toEqual([4, 3, 2, 1.5, 1, 0.75, 0.5, 0.25, 0.21]);
	});

	it.each<Turns>([0, 1, 2, 3])(
		'keeps every corner inside the box after %i quarter turns',
		(turns) => {
			const box = turnedSize(page, turns);
			const corners = [
				[0, 0],
				[page.width, 0],
				[0, page.height],
				[page.width, page.height]
			].map(([x = 0, y = 0]) => moved(turnTransform(page, turns), x, y));
			expect(new Set(corners.map(String))).toEqual(
				new Set([`0,0`, `${box.width},0`, `0,${box.height}`, `${box.width},${box.height}`])
			);
		}
	);

	it('comes back to where it was after four turns', () => {
		expect([0, 1, 2, 3].map((turns) => nextTurn(turns as Turns))).toEqual([1, 2, 3, 0]);
	});
});

/** Where an SVG transform of one translation and one rotation puts a point. */
function moved(transform: string, x: number, y: number): [number, number] {
	const [, dx, dy] = /translate\((\d+) (\d+)\)/.exec(transform) ?? ['', '0', '0'];
	const angle = (Number(/rotate\((\d+)\)/.exec(transform)?.[1]) * Math.PI) / 180;
	const whole = (value: number) => Math.round(value) + 0;
	return [
		whole(x * Math.cos(angle) - y * Math.sin(angle) + Number(dx)),
		whole(x * Math.sin(angle) + y * Math.cos(angle) + Number(dy))
	];
}
