import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { appVersion } from './supabase/embedded/sourceHash.ts';

/** `npm run dev` shows the sources; the API comes from a running `npm start` (override with BACKEND_URL). */
const backend = process.env.BACKEND_URL ?? 'http://127.0.0.1:3000';

const version = appVersion(import.meta.dirname);

/** Precached files that hold what is posted today. */
const POSTED = ['/', 'danh-sach.json', 'muc-luc.json'];

/** Where the code that citizens share goes over to what only staff use. */
const STAFF_DOORS =
	/\/src\/(routes\/\(staff\)|lib\/data\/remote\/staff[A-Z]|lib\/data\/importer\/|lib\/app\/(deskServices|keepStaffFiles|staffPorts|seldomPorts)\.)/;

/** Where Kit builds. */
const kitDir = resolve(process.env.KIT_DIR || '.svelte-kit');

/** The list of files that only the pages of the staff need. */
const STAFF_LIST = '_app/can-bo.json';

/**
 * Writes the list: no citizen's phone keeps those files, a PC of the office fetches them all when somebody works there
 * (src/lib/app/keepStaffFiles.ts).
 */
function sortOutStaffFiles(): Plugin {
	return {
		name: 'staff-files',
		enforce: 'post',
		generateBundle({ dir }, bundle) {
			if (!dir?.endsWith('client')) return;
			const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
			const isBehindDoor = ({ facadeModuleId }: Rolldown.OutputChunk) =>
				facadeModuleId !== null &&
				[facadeModuleId, ...(this.getModuleInfo(facadeModuleId)?.importedIds ?? [])].some((id) =>
					STAFF_DOORS.test(id)
				);
			const isNode = ({ facadeModuleId }: Rolldown.OutputChunk) =>
				/\/nodes\/\d+\.js$/.test(facadeModuleId ?? '');
			const isStaffs = (chunk: Rolldown.OutputChunk) =>
				isNode(chunk) ? isBehindDoor(chunk) : STAFF_DOORS.test(chunk.facadeModuleId ?? '');
			const shared = new Set<string>();
			const share = (chunk: Rolldown.OutputChunk | undefined) => {
				if (!chunk || shared.has(chunk.fileName)) return;
				for (const file of filesOf(chunk)) shared.add(file);
				const next = [...chunk.imports, ...chunk.dynamicImports];
				for (const name of next) {
					const other = chunks.find(({ fileName }) => fileName === name);
					if (other && (chunk.imports.includes(name) || !isStaffs(other))) share(other);
				}
			};
			for (const chunk of chunks) if (chunk.isEntry && !isStaffs(chunk)) share(chunk);
			// The reader of codes is a worker: its file is no chunk of this build.
			const workers = Object.keys(bundle).filter((name) => /\/workers\/decodeWorker-/.test(name));
			const files = new Set(
				[...chunks.flatMap(filesOf), ...workers].filter((file) => !shared.has(file))
			);
			const source = JSON.stringify({ version: version.slice(0, 16), files: [...files] });
			this.emitFile({ type: 'asset', fileName: STAFF_LIST, source });
		}
	};
}

/** A chunk with its styles. */
function filesOf({ fileName, viteMetadata }: Rolldown.OutputChunk): string[] {
	return [fileName, ...(viteMetadata?.importedCss ?? [])];
}

/**
 * From Kit's folders to the addresses they are served at, with the shell and without what only staff use. What is posted
 * today changes more often than the app: a phone hears of it by its own pull, so it counts as new only with a new app.
 */
function toSiteAddresses(entries: ManifestEntry[]): { manifest: ManifestEntry[] } {
	const list = readFileSync(resolve(kitDir, 'output/client', STAFF_LIST), 'utf8');
	const { files } = JSON.parse(list) as { files: string[] };
	const kept = entries.filter(({ url }) => !files.includes(url.replace('client/', '')));
	const manifest = kept.map((entry) => {
		const path = entry.url.replace(/^(client|prerendered\/(pages|dependencies))\//, '');
		const url = path === 'index.html' ? '/' : path;
		return POSTED.includes(url) ? { ...entry, url, revision: version } : { ...entry, url };
	});
	return { manifest: [...manifest, { url: '200.html', revision: version, size: 0 }] };
}

type ManifestEntry = { url: string; revision: string | null; size: number };

/** The catalogue whose pages are built: the authored one, or what an office has published. */
const catalogue = resolve(process.env.CATALOGUE_DIR || 'supabase/catalogue');

export default defineConfig({
	resolve: { alias: { $catalogue: catalogue } },
	plugins: [
		sveltekit(),
		sortOutStaffFiles(),
		SvelteKitPWA({
			strategies: 'generateSW',
			registerType: 'prompt',
			injectRegister: false,
			manifest: false,
			// Kit builds with relative addresses; the worker belongs to the whole site from whatever page comes first.
			base: '/',
			scope: '/',
			kit: {
				spa: true,
				adapterFallback: '200.html',
				outDir: kitDir
			},
			workbox: {
				// Shell, JavaScript, icons and the catalogue's lines; page HTML changes with every build and is left out. The
				// procedures themselves go to IndexedDB, part by part.
				globPatterns: [
					'client/_app/**/*.{js,css,json,woff2}',
					'client/*.{svg,png,webmanifest}',
					'client/giay-to/*.svg',
					'prerendered/pages/index.html',
					'prerendered/**/{danh-sach,muc-luc}.json'
				],
				// Reading codes is the desk's work: no citizen's phone keeps the reader.
				globIgnores: ['**/workers/decodeWorker-*.js', `client/${STAFF_LIST}`],
				// What a PC of the office has fetched for its own pages; nothing else gets this far.
				runtimeCaching: [
					{
						urlPattern: /\/_app\/immutable\//,
						handler: 'CacheFirst',
						options: { cacheName: 'can-bo' }
					}
				],
				navigateFallback: '/200.html',
				// A procedure's code has a dot too, so only real file endings are left out.
				navigateFallbackDenylist: [
					/^\/(rest|auth|storage)\/v1\//,
					/\.(json|js|css|png|svg|webmanifest|txt)$/
				],
				manifestTransforms: [toSiteAddresses],
				cleanupOutdatedCaches: true,
				clientsClaim: true
			}
		})
	],
	server: {
		proxy: Object.fromEntries(
			['/rest', '/auth', '/storage', '/cau-hinh.json'].map((path) => [path, backend])
		)
	},
	build: { target: ['chrome87', 'firefox78', 'safari14'] },
	test: {
		// A machine of two cores would work with one of them.
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				test: { name: 'unit', include: ['src/**/*.test.ts'], environment: 'node' }
			},
			{
				extends: true,
				test: { name: 'architecture', include: ['tests/{architecture,catalogue}/**/*.test.ts'] }
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: ['supabase/**/*.test.ts', 'tests/database/**/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					testTimeout: 180_000,
					hookTimeout: 180_000,
					fileParallelism: false
				}
			}
		]
	}
});
