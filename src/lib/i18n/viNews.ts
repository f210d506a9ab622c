/** What the phone says about notices of the office. */
export const viNews = {
	count: (count: number) => `${count} tin mới`,
	title: 'Tin mới của hồ sơ này',
	earlier: (count: number) => `Tin đã báo trước đây (${count})`,
	all: (count: number) => `Tin quầy đã báo (${count})`,
	at: (time: string) => `Lúc ${time}`
};
