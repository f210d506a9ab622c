import * as z from 'zod/mini';
import { fail, ok } from '#domain/shared/Result.ts';
import type { CarriedChannel, Messenger, SendFault } from './Messenger.ts';

/** An address of the office's own that hands short messages on to whatever provider it has a contract with. */
export interface GatewaySettings {
	channel: Exclude<CarriedChannel, 'email'>;
	url: URL;
	token?: string;
	mostMilliseconds?: number;
}

const usualMost = 15_000;
const Answer = z.object({ id: z.optional(z.string()) });

/**
 * Short messages by one POST: `{id, to, text}`, with the id as `Idempotency-Key` as well. 2xx = taken, and may name the
 * provider's `id`; 400, 404, 410, 422 = never for this number; anything else is tried again.
 */
export function createGatewayMessenger(settings: GatewaySettings): Messenger {
	const { channel, url, token, mostMilliseconds = usualMost } = settings;
	return {
		channel,
		async send({ id, address, body }) {
			try {
				const answer = await fetch(url, {
					method: 'POST',
					// A number is given to this address and to no other.
					redirect: 'error',
					headers: {
						'content-type': 'application/json',
						'idempotency-key': id,
						...(token ? { authorization: `Bearer ${token}` } : {})
					},
					body: JSON.stringify({ id, to: address, text: body }),
					signal: AbortSignal.timeout(mostMilliseconds)
				});
				if (!answer.ok) return fail(faultOf(answer.status));
				const told = Answer.safeParse(await answer.json().catch(() => ({})));
				return ok({ providerId: told.data?.id ?? '' });
			} catch (cause) {
				const name = cause instanceof Error ? cause.name.toLowerCase() : 'unknown';
				return fail({ outcome: 'later', isChannelDown: true, detail: `gateway-${name}` });
			}
		}
	};
}

function faultOf(status: number): SendFault {
	const isNever = [400, 404, 410, 422].includes(status);
	return {
		outcome: isNever ? 'refused' : 'later',
		isChannelDown: !isNever,
		detail: `gateway-${status}`
	};
}
