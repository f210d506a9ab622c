import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type { Requirement } from '$lib/domain/catalogue/Requirement';

/**
 * Whether photographs of this paper lead anywhere: only what is filed from this phone takes them along. Nobody should
 * photograph sixteen papers for a procedure that cannot be filed here.
 */
export function takesPhotos(
	{ onlineLevel, eForm }: Pick<Procedure, 'onlineLevel' | 'eForm'>,
	{ photo }: Pick<Requirement, 'photo'>
): boolean {
	return photo && onlineLevel !== 'none' && eForm !== null;
}
