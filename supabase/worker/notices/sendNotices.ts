import * as z from 'zod/mini';
import type { WorkerTools } from '../worker.ts';
import { CARRIED_CHANNELS, type Messenger } from './Messenger.ts';

const Delivery = z.object({
	id: z.string(),
	attempt: z.int(),
	channel: z.enum(CARRIED_CHANNELS),
	address: z.string(),
	subject: z.string(),
	body: z.string(),
	createdAt: z.string()
});
type Delivery = z.infer<typeof Delivery>;

/** Other jobs wait meanwhile; what is left comes a minute later. */
const mostAtOnce = 50;
const mostMilliseconds = 60_000;

/**
 * Sends what waits, one after the other, and tells SQL how each went; SQL decides when one is tried again. A channel that
 * does not answer is left alone until the next run. Also where SQL hears which channels there are. Gives how many went.
 */
export async function sendNotices(
	tools: Pick<WorkerTools, 'run' | 'log' | 'messengers'>
): Promise<number> {
	const { run, log, messengers } = tools;
	const usable = new Map(messengers.map((messenger) => [messenger.channel as string, messenger]));
	const configured = JSON.stringify(
		Object.fromEntries([...usable.keys()].map((key) => [key, true]))
	);
	await run((database) =>
		database.query('select app.note_channels($1::text::jsonb)', [configured])
	);
	const end = Date.now() + mostMilliseconds;
	let sent = 0;
	for (let tried = 0; tried < mostAtOnce && usable.size > 0 && Date.now() < end; tried += 1) {
		const delivery = await take(tools, [...usable.keys()]);
		const messenger = delivery && usable.get(delivery.channel);
		if (!messenger) break;
		const { outcome, detail, isChannelDown } = await carry(messenger, delivery);
		await run((database) =>
			database.query('select app.note_delivery($1::uuid, $2::int, $3::text, $4::text)', [
				delivery.id,
				delivery.attempt,
				outcome,
				detail
			])
		);
		if (outcome === 'sent') sent += 1;
		if (isChannelDown) {
			usable.delete(delivery.channel);
			log(`Chưa gửi được bằng kênh ${delivery.channel} (${detail}), sẽ thử lại.`);
		}
	}
	return sent;
}

async function take({ run }: Pick<WorkerTools, 'run'>, channels: string[]) {
	const [row] = await run((database) =>
		database.query<{ delivery: unknown }>('select app.take_delivery($1::text[]) as delivery', [
			`{${channels.join(',')}}`
		])
	);
	return row?.delivery ? Delivery.parse(row.delivery) : undefined;
}

async function carry(messenger: Messenger, { createdAt, ...message }: Delivery) {
	const sent = await messenger.send({ ...message, createdAt: new Date(createdAt) });
	return sent.ok
		? { outcome: 'sent', detail: sent.value.providerId, isChannelDown: false }
		: sent.error;
}
