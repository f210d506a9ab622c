import type { SatisfactionCounts } from '$lib/domain/feedback/Satisfaction';
import type { PublicFigures } from '$lib/domain/report/PublicFigures';
import type { Result } from '$lib/domain/shared/Result';

/**
 * The figures everybody may read: of an office and a year, or of whoever speaks first. `satisfaction` = what people answered
 * in that year; undefined where it could not be asked.
 */
export type LoadPublicFigures = (request: {
	agencyId?: string;
	year?: number;
}) => Promise<Result<PublicFigures & { satisfaction?: SatisfactionCounts }>>;
