/**
 * `npm run bench`: the budgets of the design that can be measured without a browser, as a table with the figure to
 * beat beside. It judges nothing: time on a shared machine is no test. `npm run size` is the judge of JavaScript.
 */
import { measureCatalogue, measurePull } from './catalogueOnTheWire.ts';
import { measureJavaScript } from './javaScript.ts';
import { measureQueue } from './openQueue.ts';
import { measureSearch } from './searchKeystroke.ts';

/** One line of the table. */
export type Line = { what: string; budget: string; measured: string; peer: string };

const lines: Line[] = [
	...(await measureJavaScript()),
	...(await measureCatalogue()),
	...(await measurePull()),
	...(await measureSearch()),
	...(await measureQueue())
];

const heads: Line = { what: 'What', budget: 'Budget', measured: 'Measured', peer: 'To compare' };
const columns = ['what', 'budget', 'measured', 'peer'] as const;
const widths = columns.map((column) =>
	Math.max(...[heads, ...lines].map((line) => line[column].length))
);

function row(line: Line): string {
	return `| ${columns.map((column, index) => line[column].padEnd(widths[index] ?? 0)).join(' | ')} |`;
}

console.log(row(heads));
console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
for (const line of lines) console.log(row(line));
