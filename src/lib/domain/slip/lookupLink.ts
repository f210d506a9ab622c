/**
 * The address a slip's QR code opens: the lookup page with `key` filled in (the dossier code; before there is one the
 * reference, on a blank the slip's number), and nothing else of the person (domain §3.3). `lookupUrl` is the agency's
 * own page, '' = the lookup page of this installation at `origin`.
 */
export function lookupLink(key: string, lookupUrl: string, origin: string): string {
	const page = lookupPage(lookupUrl, origin);
	return `${page}${page.includes('?') ? '&' : '?'}ma=${encodeURIComponent(key)}`;
}

/** The lookup page itself, which the slip names for those who type. */
export function lookupPage(lookupUrl: string, origin: string): string {
	return lookupUrl || `${origin}/tra-cuu`;
}
