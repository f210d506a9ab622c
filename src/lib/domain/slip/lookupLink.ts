/**
 * The address a slip's QR code opens: the lookup page with the dossier code filled in, and nothing else of the
 * person (domain §3.3). `lookupUrl` is the agency's own page, '' = the lookup page of this installation at `origin`.
 */
export function lookupLink(slip: { code: string; lookupUrl: string }, origin: string): string {
	const page = slip.lookupUrl || `${origin}/tra-cuu`;
	return `${page}${page.includes('?') ? '&' : '?'}ma=${encodeURIComponent(slip.code)}`;
}
