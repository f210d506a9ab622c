import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';
import { findRoom } from './rooms';

export const load: PageLoad = async ({ params }) => {
	const View = await findRoom(params.room, params.part);
	if (!View) error(404);
	return { View };
};
