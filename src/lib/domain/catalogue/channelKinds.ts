/** Ways to file (kênh thực hiện): at the counter, on the phone, by post. */
export const CHANNEL_KINDS = ['in-person', 'online', 'post'] as const;
