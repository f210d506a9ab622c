import { existsSync, readFileSync } from 'node:fs';

/**
 * JavaScript on the wire (each file brotli-compressed, as it is served), computed from the last build:
 * what the prerendered home page names in its HTML, and the static imports behind it, is what a first visit costs.
 */
const CLIENT = '.svelte-kit/output/client';

/** @typedef {{ file: string, imports?: string[] }} Chunk */
/** @type {Record<string, Chunk>} */
const chunks = JSON.parse(read(`${CLIENT}/.vite/manifest.json`));
const sourceOf = new Map(Object.entries(chunks).map(([source, chunk]) => [chunk.file, source]));

/** Files of these sources and of everything they import statically. @param {string[]} sources */
function closure(sources) {
	/** @type {Set<string>} */
	const seen = new Set();
	/** @param {string} source */
	function visit(source) {
		const chunk = chunks[source];
		if (!chunk)
			throw new Error(`the build has no ${source}: .size-limit.js must be brought up to date`);
		if (seen.has(chunk.file)) return;
		seen.add(chunk.file);
		chunk.imports?.forEach(visit);
	}
	sources.forEach(visit);
	return [...seen].filter((file) => file.endsWith('.js')).map((file) => `build/${file}`);
}

/** The sources a prerendered page loads at once. @param {string} page */
function startOf(page) {
	const html = read(`build/${page}`);
	const files = [...html.matchAll(/(?:href|src|import\()\s*=?\s*"[^"]*?(_app\/[^"]+\.js)"/g)];
	const sources = files.flatMap(([, file]) => (file && sourceOf.get(file)) ?? []);
	if (sources.length === 0) throw new Error(`build/${page} names no JavaScript`);
	return sources;
}

/** The sources of a page that is not prerendered: the entry and the nodes of its route. @param {string} route */
function nodesOf(route) {
	const generated = '.svelte-kit/generated/client-optimized';
	const line = read(`${generated}/app.js`)
		.split('\n')
		.find((text) => text.includes(`"${route}":`));
	const numbers = line?.slice(line.indexOf(':')).match(/\d+/g);
	if (!numbers) throw new Error(`no route ${route}`);
	const nodes = [0, ...numbers].map((number) => `${generated}/nodes/${number}.js`);
	return [
		'node_modules/@sveltejs/kit/src/runtime/client/entry.js',
		`${generated}/app.js`,
		...nodes
	];
}

/** @param {string} file */
function read(file) {
	if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
	return readFileSync(file, 'utf8');
}

/** What every citizen's page fetches by itself once it stands still. */
const AFTER_IDLE = [
	'src/lib/app/backgroundSync.ts',
	'src/lib/app/localStores.ts',
	'src/lib/data/remote/connection.ts',
	'src/lib/data/remote/citizenGateway.ts',
	'src/lib/sync/engine.ts',
	'src/lib/sync/refreshProgress.ts',
	...Object.keys(chunks).filter((source) => /pwa-register$|workbox-window/.test(source))
];

const home = closure(startOf('index.html'));
const desk = closure([
	...nodesOf('/(staff)/can-bo'),
	'src/lib/data/remote/connection.ts',
	'src/lib/app/staffPorts.ts',
	'src/lib/data/remote/staffDesk.ts'
]);
const beyond = (/** @type {string[]} */ files) => files.filter((file) => !home.includes(file));

export default [
	// The promise of the house (design, "Numbers to hold"): a bare page of the framework costs 29.6 kB.
	{ name: "a citizen's first page: home", path: home, limit: '60 kB' },
	{
		name: 'first page: one procedure',
		path: closure(startOf('thu-tuc/1.001193.html')),
		limit: '60 kB'
	},
	// Measured 56.02 kB; the last half kilobyte is what a phone is told of parcels and of corrected results.
	{ name: 'after idle, in the background', path: beyond(closure(AFTER_IDLE)), limit: '57 kB' },
	// Measured 9.8 kB: 4.8 the worker, 5 the questions and turns in life, which were part of the first page before.
	{
		name: 'at the first letter of a search',
		path: [
			'build/_app/immutable/workers/searchWorker-*.js',
			...beyond(closure(['src/lib/features/catalogue/searchHints.ts']))
		],
		limit: '10 kB'
	},
	// Measured 144.6 kB: 48 of it supabase-js, 20 Svelte, 10 SvelteKit, 9 zod. For a PC at the office, not a phone; thirteen
	// kilobytes came with the calls and shapes of the dossier's whole life.
	{ name: "the officer's queue, all of it", path: desk, limit: '146 kB' }
].map((entry) => ({ ...entry, brotli: true }));
