import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Messenger } from '../worker/notices/Messenger.ts';
import { startWorker, type WorkerTools } from '../worker/worker.ts';
import { createApi, jsonError, type Api } from './api.ts';
import { usualAuthLimits, type AuthLimits } from './authLimits.ts';
import type { Database } from './database.ts';
import { createDossierFiles } from './dossierFiles.ts';
import { openWithAccounts } from './firstAccounts.ts';
import type { DemoAccount } from './firstRun.ts';
import { createFrontDoor } from './frontDoor.ts';
import { createHttpServer } from './httpServer.ts';
import { openOffice, type OfficePlace } from './openOffice.ts';
import { takeOwnership, type Ownership } from './ownership.ts';
import { createPages } from './pages.ts';
import { createBodyRoom } from './requestBody.ts';
import { findPageNotice } from './simulated.ts';
import { StartError } from './StartError.ts';
import { createConcurrentTurns, createSerialTurns, type Turns } from './turns.ts';
import { createUploadGuard, freeBytesAt } from './uploadGuard.ts';

/** Where a server keeps its data, where it answers, and what it serves. */
export interface ServerOptions extends OfficePlace {
	port: number;
	host: string;
	buildDir: string;
	/** Makes the build ready; runs beside the start of the database. */
	prepareBuild?: () => Promise<void>;
	/** Builds a site from a folder of procedures and gives its folder; without it pages stay as they were built. */
	buildPages?: (catalogue: string) => Promise<string>;
	/** Who carries notices by mail or message; none = they are shown in the app only. */
	messengers?: readonly Messenger[];
	/** One reverse proxy of ours stands in front: believe the last hop it names. */
	trustProxy?: boolean;
	/** How often a stranger may try to sign in; what is left out is as usual. */
	authLimits?: Partial<AuthLimits>;
	/** Bytes that the bodies of all requests under way may take together; 64 MiB unless told otherwise. */
	bodyBytes?: number;
}

const usualBodyBytes = 64 * 1024 * 1024;

/** A server that answers. */
export interface RunningServer {
	url: string;
	publishableKey: string;
	accounts: DemoAccount[];
	/** True when this start created the accounts: the moment to show them. */
	firstRun: boolean;
	/** The API without the network, for callers in this process. */
	api: Api;
	/** Resolves when the database engine breaks: from then on every answer is 503 until a new server is started. */
	broken: Promise<unknown>;
	/** Stops taking requests, ends the work under way, closes the database and lets go of the folder. */
	stop(): Promise<void>;
}

/**
 * Starts everything in the one order that works (design §9) and resolves when requests are answered. Throws StartError,
 * in plain Vietnamese, for what the office can mend: folder owned by another process, port taken, migration refused.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const ownership = own(options.dataDir);
	const closers: (() => Promise<unknown>)[] = [async () => ownership.release()];
	const stop = async () => {
		for (const close of closers.splice(0).reverse()) await close();
	};
	try {
		// The build runs in a process of its own; its failure is looked at when its result is needed.
		const build = Promise.allSettled([options.prepareBuild?.()]);
		return await start(options, ownership, build, closers, stop);
	} catch (cause) {
		await stop();
		throw cause;
	}
}

async function start(
	options: ServerOptions,
	ownership: Ownership,
	build: Promise<PromiseSettledResult<void>[]>,
	closers: (() => Promise<unknown>)[],
	stop: () => Promise<void>
): Promise<RunningServer> {
	const { dataDir, log } = options;
	// A folder of the simulated year says so; what stands at DATABASE_URL is none.
	const notice = options.databaseUrl ? undefined : findPageNotice(dataDir);
	const { firstRun, database, files, app, offered } = await openOffice(options, (opened) =>
		closers.push(() => opened.close())
	);
	await app.init();

	const turns = database.engine === 'pglite' ? createSerialTurns() : createConcurrentTurns();
	const uploads = database.engine === 'pglite' ? turns : createSerialTurns();
	const api = createApi(
		async (request) => {
			const answer = await app.fetch(request, { peerAddress: null });
			// Whatever the backend made of it: nothing that a broken engine said is an answer.
			return database.guard?.fault()
				? jsonError(503, 'server-busy', { 'retry-after': '5' })
				: answer;
		},
		turns,
		uploads,
		createUploadGuard(database, () => freeBytesAt(dataDir), log)
	);
	const isFirst = firstRun.content.accounts.some((account) => !account.ready);
	await openWithAccounts({ api, firstRun, database, turns, log });

	const [built] = await build;
	if (built?.status === 'rejected') throw built.reason;
	const { publishableKey, secretKey, jwtSecret } = firstRun.content;
	const run: WorkerTools['run'] = (work) => turns.take(() => work(database));
	const pages = createPages(options.buildDir, {
		folder: join(dataDir, 'pages'),
		run,
		build: options.buildPages ?? (async () => options.buildDir),
		notice,
		log
	});
	const server = createHttpServer({
		door: createFrontDoor(api, [publishableKey, secretKey], jwtSecret, {
			...usualAuthLimits,
			...options.authLimits
		}),
		room: createBodyRoom(options.bodyBytes ?? usualBodyBytes),
		files: pages.serve,
		publishableKey,
		trustProxy: options.trustProxy ?? false,
		log
	});
	const url = await listen(server, options);
	closers.push(() => turns.idle().then(() => uploads.idle()));
	if (options.buildPages) await queueOwnPages(database, offered.hash);
	const worker = startWorker({
		run,
		storage: createDossierFiles(files, run),
		messengers: options.messengers ?? [],
		log,
		rebuildPages: options.buildPages && pages.rebuild
	});
	closers.push(() => worker.stop());
	closers.push(() => drain(server, turns));
	ownership.announce(url);
	const accounts = firstRun.content.accounts.filter((account) => account.ready);
	const broken = database.guard?.broken ?? new Promise<never>(() => undefined);
	return { url, publishableKey, accounts, firstRun: isFirst, api, broken, stop };
}

function own(dataDir: string): Ownership {
	const taken = takeOwnership(dataDir);
	if (taken.ok) return taken.value;
	const { pid, url } = taken.error;
	throw new StartError(
		`Thư mục dữ liệu ${dataDir} đang được một máy chủ khác dùng` +
			`${pid ? ` (tiến trình số ${pid})` : ''}${url ? `, địa chỉ ${url}` : ''}.\n` +
			'Mỗi thư mục chỉ chạy được một máy chủ. Chưa có gì bị thay đổi.\n' +
			`Bạn có thể: ${url ? 'mở địa chỉ trên để dùng tiếp; hoặc ' : ''}dừng máy chủ kia (Ctrl+C) ` +
			'rồi chạy lại; hoặc đặt DATA_DIR là một thư mục khác.'
	);
}

/** An office that publishes differently from the authored catalogue has pages of its own. */
async function queueOwnPages(database: Database, authored: string): Promise<void> {
	const [row] = await database.query<{ hash: string }>('select app.catalogue_hash() as hash');
	if (row?.hash !== authored) await database.query('select app.queue_rebuild()');
}

function listen(server: Server, { host, port }: ServerOptions): Promise<string> {
	return new Promise((resolve, reject) => {
		server.once('error', (cause: NodeJS.ErrnoException) => {
			if (cause.code === 'EADDRINUSE')
				reject(
					new StartError(
						`Cổng ${port} đang có chương trình khác dùng. ` +
							`Hãy tắt chương trình đó, hoặc chạy lại với cổng khác, ví dụ: PORT=${port + 1} npm start`
					)
				);
			else reject(cause);
		});
		server.listen(port, host, () => {
			const bound = server.address() as AddressInfo;
			const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
			resolve(`http://${name}:${bound.port}`);
		});
	});
}

/** Closes the door, lets the requests inside finish for a few seconds, then hangs up on whoever is left. */
async function drain(server: Server, turns: Turns): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	// A connection kept alive turns idle only when its answer is out: look again until none is left.
	const sweep = setInterval(() => server.closeIdleConnections(), 50);
	await Promise.race([closed, wait(5_000, undefined, { ref: false })]);
	clearInterval(sweep);
	await turns.idle();
	server.closeAllConnections();
	await closed;
}
