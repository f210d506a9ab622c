/** The seconds of a Retry-After header; undefined when there is none, or a date, or it may not be read across origins. */
export function retryAfterSeconds(headers: Headers): number | undefined {
	const value = headers.get('retry-after') ?? '';
	return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
