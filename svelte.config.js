import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { appVersion } from './supabase/embedded/sourceHash.ts';

/** Where the browser may connect besides its own origin: the Supabase project of a hosted installation. */
const api = process.env.PUBLIC_SUPABASE_URL;

/** Where the site is written; an office's server writes its own beside its data. */
const site = process.env.SITE_DIR || 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ fallback: '200.html', precompress: true, pages: site, assets: site }),
		outDir: process.env.KIT_DIR || '.svelte-kit',
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				// The one style attribute allowed, by its hash: SvelteKit hides its route announcer with it.
				'style-src': [
					'self',
					'unsafe-hashes',
					'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='
				],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': api ? ['self', api] : ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self']
			}
		},
		prerender: {
			// Where the site stands, for what must name it whole: sitemap, share cards.
			origin: process.env.SITE_URL || 'http://sveltekit-prerender',
			handleUnseenRoutes: 'ignore',
			handleHttpError({ path, message }) {
				// The guides are written beside the authored catalogue; an office may have withdrawn what one leads to.
				if (process.env.CATALOGUE_DIR && path.startsWith('/thu-tuc/')) return;
				throw new Error(message);
			}
		},
		// Our own prompt decides when a waiting version takes over (never in the middle of a form).
		serviceWorker: { register: false },
		// What the office publishes changes pages, not the app: no phone is asked to update for it.
		version: { name: appVersion(import.meta.dirname).slice(0, 16), pollInterval: 0 }
	}
};
