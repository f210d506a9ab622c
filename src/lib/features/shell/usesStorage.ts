/** Whether a page of this address works with what lies on the phone: preparations and dossiers. */
export function usesStorage(pathname: string): boolean {
	return /^\/(chuan-bi|nop|ho-so)(\/|$)/.test(pathname);
}
