/** A round number at or above the largest value, and the marks from 0 to it: at most five, all whole. */
export function axisOf(largest: number): { top: number; marks: number[] } {
	if (largest <= 0) return { top: 1, marks: [0, 1] };
	const rough = largest / 4;
	const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
	const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? power;
	const whole = Math.max(1, Math.ceil(step));
	const count = Math.ceil(largest / whole);
	return {
		top: whole * count,
		marks: Array.from({ length: count + 1 }, (_, index) => index * whole)
	};
}

/** Parts laid one on the other from 0: where each begins and how tall it is, in the unit of `height`. */
export function stackOf(
	values: readonly number[],
	top: number,
	height: number
): { y: number; height: number }[] {
	let below = 0;
	return values.map((value) => {
		const from = below;
		below += value;
		return { y: height - (below / top) * height, height: ((below - from) / top) * height };
	});
}
