/** Pixels, of a picture or of the place it is shown in. */
type Size = { width: number; height: number };

/** Quarter turns to the right. */
export type Turns = 0 | 1 | 2 | 3;

const STEPS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

/** The largest a picture is shown, in per cent of its own pixels. */
export const LARGEST_PERCENT = 400;

/** One quarter further. */
export function nextTurn(turns: Turns): Turns {
	return ((turns + 1) % 4) as Turns;
}

/** The size of a picture after turning. */
export function turnedSize({ width, height }: Size, turns: Turns): Size {
	return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** How a picture of this size is turned inside its own box, as an SVG transform. */
export function turnTransform({ width, height }: Size, turns: Turns): string {
	return [
		'rotate(0)',
		`translate(${height} 0) rotate(90)`,
		`translate(${width} ${height}) rotate(180)`,
		`translate(0 ${width}) rotate(270)`
	][turns] as string;
}

/** The scale at which the whole turned picture is seen; never above 1, or a small one would blur. */
export function fitScale(picture: Size, turns: Turns, box: Size): number {
	const { width, height } = turnedSize(picture, turns);
	return Math.max(0.01, Math.min(1, box.width / width, box.height / height));
}

/** The next larger step. */
export function largerScale(scale: number): number {
	return STEPS.find((step) => step > scale * 1.05) ?? scale;
}

/** The next smaller step; `fit` (the whole picture) is the smallest that makes sense. */
export function smallerScale(scale: number, fit: number): number {
	const next = [...STEPS].reverse().find((step) => step < scale * 0.95);
	return Math.max(fit, next ?? fit);
}
