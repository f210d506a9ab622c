import * as z from 'zod/mini';

/** A figure as a source prints it. `atLeast` = it is printed with "trên": more than this, the exact number is not told. */
export const QuotedFigure = z.object({
	value: z.int().check(z.nonnegative()),
	atLeast: z.boolean()
});
export type QuotedFigure = z.infer<typeof QuotedFigure>;

/**
 * The figures of the 2021 article about Phù Cừ district (Hưng Yên) that the seed year is built after (domain §1). It
 * says "100 %" and names no late dossier, so there is no figure for late here: nought late is only inferred.
 */
export const seedArticle = {
	source: 'Bài viết năm 2021 về cải cách hành chính ở huyện Phù Cừ, tỉnh Hưng Yên',
	/** Nobody of us has seen where it was printed: the figures are quoted, not proven. */
	sourceFound: false,
	from: '2021-01-01',
	to: '2021-08-17',
	/** Procedures posted, and the fields they are of (the article does not name the fields). */
	procedures: { value: 281, atLeast: false },
	fields: { value: 15, atLeast: false },
	/** Dossiers received, all of them solved; of these on the date and before it. */
	solved: { value: 2150, atLeast: true },
	onTime: { value: 1020, atLeast: false },
	early: { value: 1130, atLeast: true },
	/** Dossiers at online level 3 and 4. */
	online: { value: 22, atLeast: false },
	/** By the end of 2021: at least so many per cent of all received at online level 3 and 4. */
	onlineTargetPercent: 5
} as const;
