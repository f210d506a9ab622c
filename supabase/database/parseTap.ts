export interface TapResult {
	passed: number;
	/** Each failed check with its diagnostics, and each fault of the plan; empty means all is well. */
	failures: string[];
}

/**
 * Reads the lines pgTAP returned (`1..3`, `ok 1 - …`, `not ok 2 - …`, `# …`; other lines are values
 * a test selected and are skipped). A missing or doubled plan, a plan of nothing, a wrong count or
 * number, and `Bail out!` are failures. `# TODO` checks may fail.
 */
export function parseTap(lines: string[]): TapResult {
	const failures: string[] = [];
	const plans: number[] = [];
	let passed = 0;
	let ran = 0;
	let diagnosing = false;
	for (const line of lines) {
		const plan = /^1\.\.(\d+)/.exec(line);
		const check = /^(not )?ok (\d+)/.exec(line);
		if (plan) plans.push(Number(plan[1]));
		else if (line.startsWith('Bail out!')) failures.push(line);
		else if (check) {
			ran += 1;
			if (Number(check[2]) !== ran) failures.push(`check ${check[2]} came as number ${ran}`);
			diagnosing = check[1] !== undefined && !/# TODO/i.test(line);
			if (diagnosing) failures.push(line);
			else passed += 1;
		} else if (diagnosing && line.startsWith('#')) {
			failures.push(`${failures.pop() ?? ''}\n${line}`);
		}
	}
	if (plans.length !== 1) failures.push(`${plans.length} plans instead of one`);
	const planned = plans[0] ?? 0;
	if (planned === 0) failures.push('no checks are planned');
	if (planned !== ran) failures.push(`${planned} checks planned, ${ran} ran`);
	return { passed, failures };
}
