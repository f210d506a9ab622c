import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Line } from './run.ts';

type SizeReport = { name: string; size: number; sizeLimit: number };

/** JavaScript by page, from the same configuration that `npm run size` judges by. Needs a build. */
export async function measureJavaScript(): Promise<Line[]> {
	const { stdout } = await promisify(execFile)(process.execPath, [
		'node_modules/size-limit/bin.js',
		'--json'
	]).catch((cause: unknown) => {
		throw new Error('no sizes: run "npm run build" first', { cause });
	});
	const reports = JSON.parse(stdout) as SizeReport[];
	return reports.map(({ name, size, sizeLimit }, index) => ({
		what: `JavaScript, brotli: ${name}`,
		budget: `≤ ${kilobytes(sizeLimit)}`,
		measured: kilobytes(size),
		peer: index < 2 ? 'bare page 29.6 kB, best form runner 297 kB' : ''
	}));
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} kB`;
}
