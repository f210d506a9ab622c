import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vitest/config';

/** `npm run dev` shows the sources; the API comes from a running `npm start` (override with BACKEND_URL). */
const backend = process.env.BACKEND_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
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
			kit: { spa: true, adapterFallback: '200.html' },
			workbox: {
				// Shell, JavaScript, icons and the catalogue's lines; page HTML changes with every build and is left out. The
				// procedures themselves go to IndexedDB, field by field.
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
