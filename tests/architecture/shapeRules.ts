import { importsOf } from './imports.ts';
import type { SourceFile } from './sources.ts';

const MOST_LINES = 400;
const MOST_TEST_LINES = 500;
const MOST_PAGE_LINES = 40;

/** One sentence for each file that is longer than its kind may be. */
export function lengthFaults(files: readonly SourceFile[]): string[] {
	return files.flatMap(({ path, text }) => {
		const lines = text.trimEnd().split('\n').length;
		const most = mostLines(path);
		return lines > most ? [`${path} has ${lines} lines, ${most} at most`] : [];
	});
}

function mostLines(path: string): number {
	if (path.startsWith('src/routes/')) return MOST_PAGE_LINES;
	return path.startsWith('tests/') || /\.test\.ts$|^supabase\/tests\//.test(path)
		? MOST_TEST_LINES
		: MOST_LINES;
}

/** One sentence for each raw HTML, style attribute or style directive in a component (the CSP forbids them). */
export function markupFaults(files: readonly SourceFile[]): string[] {
	return files
		.filter((file) => file.path.endsWith('.svelte') || file.path.endsWith('.html'))
		.flatMap(({ path, text }) => {
			const markup = text
				.replace(/<script[\s\S]*?<\/script>/g, '')
				.replace(/<style[\s\S]*?<\/style>/g, '');
			return [
				...(/\{@html\b/.test(markup) ? [`${path} writes raw HTML`] : []),
				...(/\sstyle\s*=/.test(markup) ? [`${path} has a style attribute`] : []),
				...(/\sstyle:[\w-]/.test(markup) ? [`${path} has a style directive`] : [])
			];
		});
}

/** A comment that begins with one of the usual words. */
const UNFINISHED = /(?:\/\/|\/\*|<!--|--|\*)\s*(?:TODO|FIXME|XXX)\b/;
const SILENCED = /@ts-(?:ignore|nocheck|expect-error)|\bas any\b/;

/** One sentence for each mark of unfinished work and each silenced check. */
export function leftoverFaults(files: readonly SourceFile[]): string[] {
	return files
		.filter((file) => file.path !== 'tests/architecture/shapeRules.ts')
		.flatMap(({ path, text }) => [
			...(UNFINISHED.test(text) ? [`${path} says ${UNFINISHED.exec(text)?.[0]}`] : []),
			...(/\.(ts|svelte|js)$/.test(path) && SILENCED.test(text)
				? [`${path} silences the types: ${SILENCED.exec(text)?.[0]}`]
				: [])
		]);
}

/** Files that plain Node runs must name what they import with its ending, or Node will not find it. */
export function endingFaults(files: readonly SourceFile[]): string[] {
	return files
		.filter(
			(file) =>
				/^(src\/lib\/(domain|data\/importer)|supabase)\//.test(file.path) &&
				file.path.endsWith('.ts') &&
				!file.path.endsWith('.test.ts')
		)
		.flatMap((file) =>
			importsOf(file)
				.filter((item) => /^(\.|#)/.test(item.specifier) && !/\.(ts|json)$/.test(item.specifier))
				.map((item) => `${file.path} imports ${item.specifier} without .ts`)
		);
}
