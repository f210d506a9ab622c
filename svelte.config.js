import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Where the browser may connect besides its own origin: the Supabase project of a hosted installation. */
const api = process.env.PUBLIC_SUPABASE_URL;

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ fallback: '200.html', precompress: true }),
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
		prerender: { handleUnseenRoutes: 'ignore' },
		// Our own prompt decides when a waiting version takes over (never in the middle of a form).
		serviceWorker: { register: false },
		version: { pollInterval: 0 }
	}
};
