/** Only the name of a print page travels in the address, so nobody can be led anywhere else after signing in. */
const parameter = 'giay';
const printPage =
	/^(giay-trang|so-theo-doi|ke-hoach\/20\d\d|((chung|ban-giao)\/)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The sign-in that comes back to a slip (its id), a joint sheet or a bordereau ("chung/", "ban-giao/" and an id), the blanks, the
 * register or the report of a plan ("giay-trang", "so-theo-doi", "ke-hoach/2026"): a new tab starts without a session. */
export function signInHref(name: string): string {
	return `/can-bo?${parameter}=${encodeURIComponent(name)}`;
}

/** The address of the print page that the query string of the sign-in page asks to come back to, if any. */
export function findSlipReturn(search: string): string | undefined {
	const name = new URLSearchParams(search).get(parameter);
	return name && printPage.test(name) ? `/in/${name}` : undefined;
}
