import { startServer, type RunningServer, type ServerOptions } from './server.ts';

/**
 * Starts the server, and whenever its database engine breaks starts it anew over the same data at the same address.
 * Gives what the first start gave; its `stop` stops whichever is running. `giveUp` hears why a new start failed.
 */
export async function keepRunning(
	options: ServerOptions,
	giveUp: (cause: unknown) => void
): Promise<Pick<RunningServer, 'url' | 'accounts' | 'firstRun' | 'stop'>> {
	const first = await startServer(options);
	const { url, accounts, firstRun } = first;
	let current = first;
	let stopped = false;
	let restart = Promise.resolve();

	const startAnew = async () => {
		options.log('Cơ sở dữ liệu gặp lỗi, đang mở lại. Những gì đã lưu vẫn còn nguyên.');
		await current.stop();
		current = await startServer({ ...options, port: Number(new URL(url).port) });
		watch();
		options.log('Đã mở lại xong.');
	};
	const watch = () =>
		void current.broken.then(() => {
			if (!stopped) restart = startAnew().catch(giveUp);
		});
	watch();

	const stop = async () => {
		stopped = true;
		await restart;
		await current.stop();
	};
	return { url, accounts, firstRun, stop };
}
