import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'vite';
import type { Line } from './run.ts';

type Entry = {
	code: string;
	title: string;
	shortTitle: string;
	synonyms: string[];
	result: string;
	verification: string;
};
type Search = (query: string) => unknown;
type Engine = {
	packEntries(entries: Entry[]): object;
	openSearch(packed: object): Search;
};
type Times = { pack: number; open: number; load: number; keys: number[] };

/** A commune's shelf, and all procedures of the country; `before`: MiniSearch on the same records, measured once. */
const SIZES = [
	{ count: 300, budget: 8, before: { build: 368, key: 6.3 } },
	{ count: 6000, budget: 50, before: { build: 5094, key: 60.6 } }
];
/** Each keystroke is measured so often, after rounds that warm the engine up. */
const ROUNDS = 9;
const WARM_UP = 2;
/** A cheap phone beside this machine: plain arithmetic, no throttled browser. */
const SLOWER = 4;
/** Above this, at a phone's pace, an index is worth keeping. */
const BUILD_BUDGET = 300;
const QUERIES = [
	'làm giấy khai sinh cho con',
	'dang ky ket hon',
	'chuyển mục đích sử dụng đất',
	'xac nhan ho ngheo',
	'giay khai sinhh',
	'1.000123'
];

/**
 * Building the index, taking it from where it is kept, and one search per keystroke, on this machine at full speed: the
 * rules alone, as the worker runs them beside the page.
 */
export async function measureSearch(): Promise<Line[]> {
	const server = await createServer({
		server: { middlewareMode: true, hmr: false, ws: false },
		appType: 'custom',
		logLevel: 'error'
	});
	try {
		const at = '/src/lib/features/catalogue';
		const engine = {
			...(await server.ssrLoadModule(`${at}/searchIndex.ts`)),
			...(await server.ssrLoadModule(`${at}/procedureSearch.ts`))
		} as Engine;
		return SIZES.flatMap((size) => linesOf(size, measure(engine, makeEntries(size.count))));
	} finally {
		await server.close();
	}
}

function linesOf(
	{ count, budget, before }: (typeof SIZES)[number],
	{ pack, open, load, keys }: Times
): Line[] {
	const middle = keys[Math.floor(keys.length / 2)] ?? 0;
	const p95 = keys[Math.floor(keys.length * 0.95)] ?? 0;
	const build = pack + open;
	return [
		{
			what: `search index of ${count} procedures: built, first time (× ${SLOWER})`,
			budget: `≤ ${BUILD_BUDGET} ms at ${SLOWER}×, or kept`,
			measured: `${build.toFixed(0)} ms (${(build * SLOWER).toFixed(0)} ms)`,
			peer: `with MiniSearch ${before.build} ms at ${SLOWER}×`
		},
		{
			what: `search index of ${count} procedures: kept, copied and opened, without the disk (× ${SLOWER})`,
			budget: `≤ ${BUILD_BUDGET} ms at ${SLOWER}×`,
			measured: `${load.toFixed(0)} ms (${(load * SLOWER).toFixed(0)} ms)`,
			peer: ''
		},
		{
			what: `search keystroke in the worker, ${count} procedures, p50 / p95 of ${keys.length} keys (× ${SLOWER})`,
			budget: `p95 ≤ ${budget} ms at ${SLOWER}×`,
			measured: `${middle.toFixed(2)} / ${p95.toFixed(2)} ms (${(middle * SLOWER).toFixed(1)} / ${(p95 * SLOWER).toFixed(1)} ms, ${((p95 * SLOWER) / budget).toFixed(2)} of the budget)`,
			peer: `with MiniSearch ${before.key} ms at ${SLOWER}×`
		}
	];
}

function measure(engine: Engine, entries: Entry[]): Times {
	let packed: object = {};
	let search: Search = () => undefined;
	const pack = workOf(() => (packed = engine.packEntries(entries)));
	const open = workOf(() => (search = engine.openSearch(packed)));
	// As IndexedDB hands it out: a copy.
	const load = workOf(() => engine.openSearch(structuredClone(packed)));
	const typed = QUERIES.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));
	const times = typed.map((): number[] => []);
	for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
		typed.forEach((query, at) => {
			const start = performance.now();
			search(query);
			if (round >= WARM_UP) times[at]?.push(performance.now() - start);
		});
	// A keystroke's middle time over the rounds: on a shared machine single ones are interrupted.
	return { pack, open, load, keys: times.map(middleOf).sort((a, b) => a - b) };
}

function middleOf(times: number[]): number {
	return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Milliseconds of this thread's own work: what else a shared machine does meanwhile is not counted. */
function workOf(act: () => unknown): number {
	const start = process.threadCpuUsage();
	act();
	const { user, system } = process.threadCpuUsage(start);
	return (user + system) / 1000;
}

/** Made-up entries as long as real ones and with as many synonyms; a third of their words is exchanged. */
function makeEntries(count: number): Entry[] {
	const real = readEntries();
	const words = real.flatMap(({ title, synonyms }) => [title, ...synonyms].join(' ').split(' '));
	let state = 20261123;
	/** The same draws in every run. */
	const draw = (below: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state % below;
	};
	const mix = (text: string) =>
		text
			.split(' ')
			.map((word) => (draw(3) === 0 ? (words[draw(words.length)] ?? word) : word))
			.join(' ');
	return Array.from({ length: count }, (_, index) => {
		const { title, shortTitle, synonyms, result, verification } =
			real[draw(real.length)] ?? NOTHING;
		return {
			code: `1.${String(index).padStart(6, '0')}`,
			title: mix(title),
			shortTitle: mix(shortTitle),
			synonyms: synonyms.map(mix),
			result: mix(result),
			verification
		};
	});
}

const NOTHING: Entry = {
	code: '',
	title: '',
	shortTitle: '',
	synonyms: [],
	result: '',
	verification: 'listed'
};

function readEntries(): Entry[] {
	const folder = 'supabase/catalogue';
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\d\.\d{6}\.json$/.test(file))
		.sort()
		.map((file) => {
			const procedure = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Omit<
				Entry,
				'result' | 'verification'
			> & { result: { name: string }; provenance: { verification: string } };
			return {
				...procedure,
				result: procedure.result.name,
				verification: procedure.provenance.verification
			};
		});
}
