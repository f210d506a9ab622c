import * as z from 'zod/mini';

/** How one notice went out by one channel. `off` = nobody had configured the channel; `failed` = given up. */
export const Delivery = z.object({
	channel: z.string(),
	address: z.string(),
	state: z.enum(['waiting', 'sent', 'failed', 'off']),
	attempts: z.int(),
	sentAt: z.nullable(z.string())
});
export type Delivery = z.infer<typeof Delivery>;

/** What the citizen was told, as the desk sees it. `inApp`: a phone filed the dossier and shows it. */
export const SentNotice = z.object({
	kind: z.string(),
	title: z.string(),
	body: z.string(),
	at: z.string(),
	inApp: z.boolean(),
	deliveries: z.array(Delivery)
});
export type SentNotice = z.infer<typeof SentNotice>;

/**
 * Whether somebody should ring about this notice: `failed` = a mail or message was given up; `no-way` = there is no phone
 * that shows it and nothing went out.
 */
export function whyToRing({
	inApp,
	deliveries
}: Pick<SentNotice, 'inApp' | 'deliveries'>): 'failed' | 'no-way' | undefined {
	if (deliveries.some(({ state }) => state === 'failed')) return 'failed';
	const isOut = deliveries.some(({ state }) => state === 'sent' || state === 'waiting');
	return inApp || isOut ? undefined : 'no-way';
}
