import type { PublicFigures } from '$lib/domain/report/PublicFigures';
import type { Result } from '$lib/domain/shared/Result';

/** The figures everybody may read: of an office and a year, or of whoever speaks first. */
export type LoadPublicFigures = (request: {
	agencyId?: string;
	year?: number;
}) => Promise<Result<PublicFigures>>;
