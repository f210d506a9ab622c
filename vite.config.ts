import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vitest/config';
import { resolve } from 'node:path';
import { appVersion } from './supabase/embedded/sourceHash.ts';

/** `npm run dev` shows the sources; the API comes from a running `npm start` (override with BACKEND_URL). */
const backend = process.env.BACKEND_URL ?? 'http://127.0.0.1:3000';

const version = appVersion(import.meta.dirname);

/** Precached files that hold what is posted today. */
const POSTED = ['/', 'danh-sach.json', 'muc-luc.json'];

/**
 * From Kit's folders to the addresses they are served at, with the shell. What is posted today changes more often than
 * the app: a phone hears of it by its own pull, so it counts as new only with a new app.
 */
function toSiteAddresses(entries: ManifestEntry[]): { manifest: ManifestEntry[] } {
	const manifest = entries.map((entry) => {
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
				outDir: resolve(process.env.KIT_DIR || '.svelte-kit')
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
				globIgnores: ['**/workers/decodeWorker-*.js'],
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
