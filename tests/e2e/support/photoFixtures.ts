import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
const ENTRY = 'virtual:photos';

/** What runs on the served page: the trials with the real preparer and the builders of test pictures. */
const SOURCE = `
	import { createPagePreparer } from '/src/lib/data/images/preparer.ts';
	import { findLeftovers } from '/src/lib/domain/photo/findLeftovers.ts';
	import { indexOfText } from '/src/lib/domain/photo/bytes.ts';
	import * as images from '/src/lib/testing/images.ts';
	import * as pdfs from '/src/lib/testing/pdfs.ts';
	import { createTrials } from '/tests/e2e/support/photoTrials.ts';
	const tools = { createPagePreparer, findLeftovers, indexOfText, ...images, ...pdfs };
	globalThis.photoTrials = createTrials(tools);
`;

const HTML =
	'<!doctype html><html lang="vi"><title>Ảnh</title><script type="module" src="/photos.js"></script></html>';

/** The policy of the app (svelte.config.js) where it touches pictures and workers. */
const POLICY =
	"default-src 'self'; script-src 'self'; worker-src 'self'; img-src 'self' data: blob:; object-src 'none'";

/**
 * Builds the preparer and its worker as the app does (same targets, same form of worker) and serves them under the app's
 * content security policy on a free port. Gives the address, and the function that ends it.
 */
export async function servePhotos(): Promise<{ address: string; stop(): void }> {
	const files = await buildFiles();
	const server = createServer((request, response) => {
		const path = request.url ?? '/';
		const code = files.get(path.slice(1));
		response.setHeader('Content-Security-Policy', POLICY);
		if (path === '/') response.setHeader('Content-Type', 'text/html; charset=utf-8');
		else if (code) response.setHeader('Content-Type', 'text/javascript');
		else response.statusCode = 404;
		response.end(path === '/' ? HTML : code);
	});
	await new Promise<void>((settle) => {
		server.listen(0, '127.0.0.1', settle);
	});
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}/`,
		stop: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}

async function buildFiles(): Promise<Map<string, string | Uint8Array>> {
	const output = (await build({
		root,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: resolve(root, 'src/lib') } },
		plugins: [
			{
				name: 'photos',
				resolveId: (id) => (id === ENTRY ? ENTRY : undefined),
				load: (id) => (id === ENTRY ? SOURCE : undefined)
			}
		],
		build: {
			write: false,
			copyPublicDir: false,
			target: ['chrome87', 'firefox78', 'safari14'],
			rolldownOptions: {
				input: { photos: ENTRY },
				output: { entryFileNames: '[name].js' }
			}
		}
	})) as Rolldown.RolldownOutput;
	return new Map(
		output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source])
	);
}
