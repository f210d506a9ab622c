import { describe, expect, it } from 'vitest';
import { findCycles, importFaults } from './importRules.ts';
import { importsOf } from './imports.ts';
import { endingFaults, leftoverFaults, lengthFaults, markupFaults } from './shapeRules.ts';
import { readSources, type SourceFile } from './sources.ts';

const house = readSources();

function file(path: string, text: string): SourceFile {
	return { path, text };
}

describe('the house', () => {
	it('is read whole', () => {
		const paths = house.map(({ path }) => path);
		expect(paths).toContain('src/lib/domain/clock/computeClock.ts');
		expect(paths).toContain('src/routes/+layout.svelte');
		expect(paths.length).toBeGreaterThan(200);
	});
	it('keeps its import arrows', () => expect(importFaults(house)).toEqual([]));
	it('has no circles', () => expect(findCycles(house)).toEqual([]));
	it('keeps its files short', () => expect(lengthFaults(house)).toEqual([]));
	it('writes no raw HTML and no style attributes', () => expect(markupFaults(house)).toEqual([]));
	it('leaves nothing unfinished', () => expect(leftoverFaults(house)).toEqual([]));
	it('names files with their ending where plain Node runs them', () =>
		expect(endingFaults(house)).toEqual([]));
});

describe('an import is found', () => {
	it.each([
		["import { a } from '$lib/x';", 'value'],
		["import a, { type B } from '$lib/x';", 'value'],
		["import { a, type B } from '$lib/x';", 'value'],
		["import type { A } from '$lib/x';", 'type'],
		["import { type A, type B } from '$lib/x';", 'type'],
		["import {\n\ta,\n\tb\n} from '$lib/x';", 'value'],
		["export { a } from '$lib/x';", 'value'],
		["export type { A } from '$lib/x';", 'type'],
		["import '$lib/x';", 'value'],
		["const a = await import('$lib/x');", 'dynamic'],
		["<script>\n\timport A from '$lib/x';\n</script>", 'value']
	])('%s', (text, kind) => {
		expect(importsOf(file('src/a.ts', text))).toEqual([{ specifier: '$lib/x', kind }]);
	});
});

describe('a wall of the house', () => {
	it.each([
		['src/lib/domain/a.ts', "import { vi } from '$lib/i18n/vi';"],
		['src/lib/domain/a.ts', "import type { Outbox } from '$lib/data/ports/Outbox';"],
		['src/lib/domain/a.ts', "import { z } from 'zod';"],
		['src/lib/domain/a.ts', "import { readFileSync } from 'node:fs';"],
		['src/lib/ui/A.svelte', "import { vi } from '$lib/i18n/vi';"],
		['src/lib/ui/A.svelte', "import { goto } from '$app/navigation';"],
		['src/lib/i18n/a.ts', "import type { Fee } from '$lib/domain/catalogue/Fee';"],
		['src/lib/data/ports/A.ts', "import Dexie from 'dexie';"],
		['src/lib/data/local/a.ts', "import { callFunction } from '../remote/rpc';"],
		['src/lib/data/local/a.ts', "import { createClient } from '@supabase/supabase-js';"],
		['src/lib/data/remote/a.ts', "import Dexie from 'dexie';"],
		['src/lib/data/local/a.ts', "import read from 'read-excel-file/universal';"],
		['src/lib/features/a/a.ts', "import { x } from '$lib/data/importer/importFiles';"],
		['supabase/worker/a.ts', "import { x } from '#importer/importFiles.ts';"],
		['src/lib/sync/a.ts', "import { createOutbox } from '$lib/data/local/outboxStore';"],
		['src/lib/sync/a.ts', "import { untrack } from 'svelte';"],
		['src/lib/features/a/A.svelte', "import Dexie from 'dexie';"],
		['src/lib/features/a/A.svelte', "import { x } from '$lib/data/remote/rpc';"],
		['src/lib/features/a/A.svelte', "import { x } from '$lib/data/ports/Outbox';"],
		['src/lib/features/a/A.svelte', "import { createServices } from '$lib/app/createServices';"],
		['src/lib/features/a/A.svelte', "import { x } from '$lib/features/draft/draftSession.svelte';"],
		['src/lib/features/a/A.svelte', "import { createEngine } from '$lib/sync/engine';"],
		['src/lib/features/a/a.ts', "import MiniSearch from 'minisearch';"],
		['src/lib/features/checklist/a.ts', "import { decodeQR } from 'qr/decode.js';"],
		['src/lib/features/a/a.ts', "const x = await import('$lib/data/local/database');"],
		['src/lib/app/a.ts', "import { feeText } from '$lib/features/catalogue';"],
		['src/lib/app/a.ts', "import { x } from '$lib/testing/fakeServer';"],
		['src/routes/+page.svelte', "import { createServices } from '$lib/app/createServices';"],
		['src/routes/a/+page.svelte', "import { fold } from '$lib/domain/shared/fold';"],
		['src/routes/a/+page.ts', "import { fold } from '$lib/domain/shared/fold';"],
		['src/routes/a/+page.svelte', "import { loadProcedure } from '$lib/app/loadCatalogue';"],
		['src/routes/a/+page.ts', "import { shippedEntries } from '$lib/app/shippedCatalogue';"],
		['supabase/a.ts', "import { vi } from '../src/lib/i18n/vi.ts';"],
		['supabase/worker/a.ts', "import { x } from '#domain/../sync/engine.ts';"],
		['supabase/worker/a.ts', "import { chromium } from '@playwright/test';"],
		['tests/a.ts', "import { x } from '../../src/lib/sync/engine';"]
	])('stops %s: %s', (path, text) => {
		const others = house.filter((other) => other.path !== path);
		expect(importFaults([...others, file(path, text)])).toHaveLength(1);
	});

	it.each([
		['src/lib/features/a/A.svelte', "import { feeText } from '$lib/features/catalogue';"],
		['src/lib/features/a/A.svelte', "import type { Outbox } from '$lib/data/ports/Outbox';"],
		['src/lib/features/a/A.svelte', "import type { LocalStores } from '$lib/app/citizenServices';"],
		['src/lib/features/scan/a.ts', "import { decodeQR } from 'qr/decode.js';"],
		['src/routes/a/+server.ts', "import { shippedEntries } from '$lib/app/shippedCatalogue';"],
		['supabase/importer/a.ts', "import { x } from '#importer/importFiles.ts';"],
		['src/lib/sync/a.test.ts', "import { createOutbox } from '$lib/data/local/outboxStore';"]
	])('lets %s: %s', (path, text) => {
		expect(importFaults([...house, file(path, text)])).toEqual([]);
	});
});

describe('each rule sees a bad file', () => {
	it('a circle of three', () => {
		const files = [
			file('src/lib/sync/a.ts', "import { b } from './b';"),
			file('src/lib/sync/b.ts', "import { c } from './c';"),
			file('src/lib/sync/c.ts', "import { a } from '$lib/sync/a';")
		];
		expect(findCycles(files)).toEqual([
			'src/lib/sync/a.ts → src/lib/sync/b.ts → src/lib/sync/c.ts → src/lib/sync/a.ts'
		]);
	});
	it('a late import and a type make no circle', () => {
		const files = [
			file('src/lib/sync/a.ts', "import { b } from './b';"),
			file('src/lib/sync/b.ts', "const a = import('./a');\nimport type { A } from './a';")
		];
		expect(findCycles(files)).toEqual([]);
	});
	it.each([
		['src/routes/+page.svelte', 41],
		['src/lib/domain/a.ts', 401],
		['supabase/migrations/1.sql', 401],
		['src/lib/domain/a.test.ts', 501]
	])('%s with %i lines', (path, lines) => {
		expect(lengthFaults([file(path, 'x\n'.repeat(lines))])).toHaveLength(1);
		expect(lengthFaults([file(path, 'x\n'.repeat(lines - 1))])).toEqual([]);
	});
	it.each([
		'{@html text}',
		'<p style="color: red">a</p>',
		'<p\n\tstyle={x}>a</p>',
		'<p style:color={x}>a</p>'
	])('%s', (markup) => {
		expect(markupFaults([file('src/lib/ui/A.svelte', markup)])).toHaveLength(1);
	});
	it('a style element is no style attribute', () => {
		const text =
			'<script>\n\tconst style = \'a\';\n</script>\n<p class="style">a</p>\n<style>p {}</style>';
		expect(markupFaults([file('src/lib/ui/A.svelte', text)])).toEqual([]);
	});
	it.each(['// TO' + 'DO later', '/* FIX' + 'ME */', '// @ts-' + 'ignore', 'x as' + ' any'])(
		'%s',
		(text) => {
			expect(leftoverFaults([file('src/lib/a.ts', text)])).toHaveLength(1);
		}
	);
	it('an import without ending', () => {
		expect(endingFaults([file('src/lib/domain/a.ts', "import { b } from './b';")])).toHaveLength(1);
		expect(endingFaults([file('supabase/a.ts', "import { b } from '#domain/b';")])).toHaveLength(1);
	});
});
