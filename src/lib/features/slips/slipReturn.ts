/** Only a slip's id travels in the address, so nobody can be led anywhere else after signing in. */
const parameter = 'giay';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The sign-in that comes back to this slip: a slip opened in a new tab starts without a session. */
export function signInHref(slipId: string): string {
	return `/can-bo?${parameter}=${encodeURIComponent(slipId)}`;
}

/** The slip's address that the query string of the sign-in page asks to come back to, if any. */
export function findSlipReturn(search: string): string | undefined {
	const slipId = new URLSearchParams(search).get(parameter);
	return slipId && uuid.test(slipId) ? `/in/${slipId}` : undefined;
}
