import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The account a request's access token belongs to, or undefined when it has none of ours. Only the signature is looked
 * at, so that nobody uses up the tries of an account with made-up tokens; the backend judges the rest.
 */
export function findSubject(headers: Headers, jwtSecret: string): string | undefined {
	const token = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
	const [head, claims, signature] = token?.split('.') ?? [];
	if (!head || !claims || !signature) return undefined;
	const right = createHmac('sha256', jwtSecret).update(`${head}.${claims}`).digest();
	const given = Buffer.from(signature, 'base64url');
	if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
	try {
		const content: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
		if (typeof content !== 'object' || content === null || !('sub' in content)) return undefined;
		return typeof content.sub === 'string' ? `session of ${content.sub}` : undefined;
	} catch {
		return undefined;
	}
}
