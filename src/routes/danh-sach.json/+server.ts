import { json } from '@sveltejs/kit';
import { shippedList } from '$lib/app/shippedCatalogue';

export const prerender = true;

/** What the home page and the list show of every procedure; search reads `/muc-luc.json` when it is needed. */
export async function GET() {
	return json(await shippedList());
}
