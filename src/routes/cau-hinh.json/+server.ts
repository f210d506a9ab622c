import { json } from '@sveltejs/kit';
import { env } from '$env/dynamic/public';

export const prerender = true;

/** Where the API is. The embedded backend answers this address itself; a hosted installation sets both at build time. */
export function GET() {
	return json({
		url: env.PUBLIC_SUPABASE_URL ?? '',
		publishableKey: env.PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? ''
	});
}
