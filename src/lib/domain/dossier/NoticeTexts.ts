import * as z from 'zod/mini';

/** The words of a notice; `subject` is empty where a channel has none. */
export const Wording = z.object({ subject: z.string(), body: z.string() });
export type Wording = z.infer<typeof Wording>;

/** The text in force for one kind and channel. Version 0 = as shipped. */
export const NoticeText = z.object({
	channel: z.string(),
	subject: z.string(),
	body: z.string(),
	version: z.int(),
	savedBy: z.nullable(z.string()),
	savedAt: z.nullable(z.string()),
	shipped: Wording
});
export type NoticeText = z.infer<typeof NoticeText>;

/** What a text may name as {name}; `onlyInApp`: never in a mail or message. */
export const NoticeWord = z.object({
	name: z.string(),
	meaning: z.string(),
	onlyInApp: z.boolean()
});
export type NoticeWord = z.infer<typeof NoticeWord>;

/** Every text of the own agency, with what it may name and which channels are on. */
export const NoticeTexts = z.object({
	channels: z.array(z.object({ channel: z.string(), name: z.string(), isOn: z.boolean() })),
	words: z.array(NoticeWord),
	kinds: z.array(z.object({ kind: z.string(), name: z.string(), texts: z.array(NoticeText) }))
});
export type NoticeTexts = z.infer<typeof NoticeTexts>;

/** Whether a channel has a subject (a title in the app). */
export function hasSubject(channel: string): boolean {
	return channel === 'app' || channel === 'email';
}

/** The names in braces that this channel may not use, each once: unknown ones and those that stay in the app. */
export function strangeNames(
	{ subject, body }: Wording,
	channel: string,
	words: readonly NoticeWord[]
): string[] {
	const named = `${subject}\n${body}`.matchAll(/\{([^{}]*)\}/g);
	const allowed = new Set(
		words.filter(({ onlyInApp }) => channel === 'app' || !onlyInApp).map(({ name }) => name)
	);
	const strange = [...named].map(([, name = '']) => name.normalize('NFC'));
	return [...new Set(strange)].filter((name) => !allowed.has(name));
}
