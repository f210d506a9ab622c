import { posix } from 'node:path';
import type { SourceFile } from './sources.ts';

/** One import of a file. `kind`: a value, only a type, or fetched later (`import()`). */
export type Import = { specifier: string; kind: 'value' | 'type' | 'dynamic' };

const STATIC = /^[ \t]*(?:import|export)\s+(type\s+)?(?:([\w*{}\s,$]+?)\s+from\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

/** The imports written in a file, in order: static ones first. SQL and styles have none. */
export function importsOf(file: SourceFile): Import[] {
	const found: Import[] = [];
	if (/\.(sql|css)$/.test(file.path)) return found;
	for (const [, isType, names = '', specifier = ''] of file.text.matchAll(STATIC))
		found.push({ specifier, kind: isType || onlyTypes(names) ? 'type' : 'value' });
	for (const [, specifier = ''] of file.text.matchAll(DYNAMIC))
		found.push({ specifier, kind: 'dynamic' });
	return found;
}

/** `import { type A, type B } from …` takes types only. */
function onlyTypes(names: string): boolean {
	const list = /^\{(.*)\}$/s.exec(names.trim())?.[1]?.split(',') ?? [];
	const named = list.map((name) => name.trim()).filter(Boolean);
	return named.length > 0 && named.every((name) => name.startsWith('type '));
}

const ALIASES: [RegExp, string][] = [
	[/^\$lib\//, 'src/lib/'],
	[/^#domain\//, 'src/lib/domain/'],
	[/^#importer\//, 'src/lib/data/importer/'],
	[/^#embedded\//, 'supabase/embedded/'],
	[/^#database\//, 'supabase/database/'],
	[/^#demo\//, 'supabase/demo/'],
	[/^#worker\//, 'supabase/worker/']
];
const ENDINGS = ['', '.ts', '.svelte.ts', '.svelte', '/index.ts'];

/** The path an import leads to inside the house, or undefined when it is a package. */
export function findTarget(
	from: SourceFile,
	specifier: string,
	paths: ReadonlySet<string>
): string | undefined {
	const alias = ALIASES.find(([start]) => start.test(specifier));
	const plain = alias
		? posix.normalize(specifier.replace(alias[0], alias[1]))
		: specifier.startsWith('.')
			? posix.join(posix.dirname(from.path), specifier)
			: undefined;
	if (plain === undefined) return undefined;
	return ENDINGS.map((ending) => plain + ending).find((path) => paths.has(path)) ?? plain;
}
