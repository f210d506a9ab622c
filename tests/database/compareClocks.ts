import type { WorkingCalendar } from '#domain/clock/workingCalendar.ts';
import { typeScriptClock, type ClockEngine } from '#database/clockVectors.ts';

/** One input with TypeScript's answer, and both answers as texts with their keys in order. */
export interface ComparedClock {
	input: unknown;
	answer: Record<string, unknown>;
	fromTypeScript: string;
	fromSql: string;
}

/** Both answers to each input on one calendar. */
export async function compareClocks(
	inputs: unknown[],
	calendar: WorkingCalendar,
	sql: ClockEngine
): Promise<ComparedClock[]> {
	return zipClocks(inputs, await typeScriptClock(inputs, calendar), await sql(inputs, calendar));
}

/** The two lists of answers side by side. */
export function zipClocks(
	inputs: unknown[],
	answers: Record<string, unknown>[],
	others: Record<string, unknown>[]
): ComparedClock[] {
	return inputs.map((input, position) => {
		const answer = answers[position] ?? {};
		return {
			input,
			answer,
			fromTypeScript: sortedText(answer),
			fromSql: sortedText(others[position] ?? {})
		};
	});
}

function sortedText(answer: Record<string, unknown>): string {
	return JSON.stringify(Object.entries(answer).sort());
}
