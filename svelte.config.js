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
				'style-src': ['self'],
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
