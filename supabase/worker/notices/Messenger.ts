import type { Result } from '#domain/shared/Result.ts';

/** Ways out of the house that need somebody to carry the message. */
export const CARRIED_CHANNELS = ['email', 'sms', 'zalo'] as const;
export type CarriedChannel = (typeof CARRIED_CHANNELS)[number];

/** One message to one address. `id` stays the same however often it is tried. */
export interface NoticeMessage {
	id: string;
	address: string;
	/** Empty where a channel has no subjects. */
	subject: string;
	body: string;
	createdAt: Date;
}

/**
 * Why a message did not go. `refused`: never for this address; `later`: worth another try. `isChannelDown`: the next
 * message would fare the same now. `detail` is a short code: it names no address and no secret.
 */
export interface SendFault {
	outcome: 'refused' | 'later';
	isChannelDown: boolean;
	detail: string;
}

/** Carries messages by one channel. Expected failures are values, and a call always ends in time. */
export interface Messenger {
	readonly channel: CarriedChannel;
	send(message: NoticeMessage): Promise<Result<{ providerId: string }, SendFault>>;
}
