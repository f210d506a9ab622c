import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { noticeStyle, noticeStylePath, withPageNotice } from './pageNotice.ts';

/** An answer ready to send. */
export interface StaticAnswer {
	status: number;
	headers: Record<string, string>;
	body: Uint8Array;
}

/** What a request says that matters here: decoded path, accept-encoding and if-none-match as given. */
export interface StaticRequest {
	path: string;
	acceptEncoding: string;
	ifNoneMatch: string;
}

type Encoding = 'br' | 'gzip' | 'identity';
type Asset = { type: string; cache: string; tag: string; bodies: Map<Encoding, Uint8Array> };

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.wasm': 'application/wasm',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2'
};
const compressible = /^(text\/|application\/(json|manifest|xml|wasm)|image\/svg)/;

/** Paths whose pages are drawn on the client: they get the shell with 200, whatever follows. */
const clientRendered = /^\/(chuan-bi\/|nop\/|in\/|(ho-so|tra-cuu|can-bo)(\/|$))/;

const shell = '/200.html';

/**
 * Reads the built app into memory, so a rebuild under a running server disturbs nobody, and gives the function that
 * answers GET requests from it. With a `notice` every page says so on top. A missing build gives answers of 503.
 */
export function loadStaticFiles(
	buildDir: string,
	notice?: string
): (request: StaticRequest) => StaticAnswer {
	const assets = existsSync(join(buildDir, shell))
		? readAssets(buildDir, notice)
		: new Map<string, Asset>();
	return (request) => {
		if (assets.size === 0) return plain(503, 'Ứng dụng chưa được dựng. Hãy chạy lại máy chủ.\n');
		const { path } = request;
		const found = assets.get(path) ?? page(assets, path);
		if (found) return send(found, 200, request);
		const withoutSlash = path.replace(/\/+$/, '');
		// Slashes alone are no page: nothing would be left to go to.
		if (withoutSlash !== '' && withoutSlash !== path && page(assets, withoutSlash))
			return {
				status: 308,
				headers: { location: encodeURI(withoutSlash) },
				body: new Uint8Array()
			};
		if (path.startsWith('/_app/')) return plain(404, 'Không có tệp này.\n');
		const shellAsset = assets.get(shell);
		if (!shellAsset) return plain(404, 'Không có trang này.\n');
		return send(shellAsset, clientRendered.test(path) ? 200 : 404, request);
	};
}

function page(assets: Map<string, Asset>, path: string): Asset | undefined {
	if (path === '/') return assets.get('/index.html') ?? assets.get(shell);
	return assets.get(`${path}.html`) ?? assets.get(`${path}/index.html`);
}

function readAssets(buildDir: string, notice: string | undefined): Map<string, Asset> {
	const files = readdirSync(buildDir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	const known = new Set(files);
	const assets = new Map<string, Asset>();
	for (const file of files) {
		const path = file.slice(buildDir.length).split(sep).join('/');
		// Names with a leading dot are notes of the build, not part of the app.
		if (path.includes('/.') || isPrecompressed(file, known)) continue;
		assets.set(path, readAsset(file, path, known, notice));
	}
	if (notice !== undefined)
		assets.set(noticeStylePath, toAsset(Buffer.from(noticeStyle), noticeStylePath));
	return assets;
}

function isPrecompressed(file: string, known: Set<string>): boolean {
	return /\.(br|gz)$/.test(file) && known.has(file.replace(/\.(br|gz)$/, ''));
}

function readAsset(
	file: string,
	path: string,
	known: Set<string>,
	notice: string | undefined
): Asset {
	const bytes = readFileSync(file);
	// What the build compressed does not say it.
	if (notice !== undefined && extname(path) === '.html')
		return toAsset(Buffer.from(withPageNotice(bytes.toString(), notice)), path);
	return toAsset(bytes, path, {
		br: known.has(`${file}.br`) ? readFileSync(`${file}.br`) : undefined,
		gzip: known.has(`${file}.gz`) ? readFileSync(`${file}.gz`) : undefined
	});
}

function toAsset(
	plainBytes: Buffer,
	path: string,
	ready: { br?: Buffer | undefined; gzip?: Buffer | undefined } = {}
): Asset {
	const type = types[extname(path)] ?? 'application/octet-stream';
	const bodies = new Map<Encoding, Uint8Array>([['identity', plainBytes]]);
	if (compressible.test(type) && plainBytes.length > 512) {
		bodies.set('br', ready.br ?? brotli(plainBytes));
		bodies.set('gzip', ready.gzip ?? gzipSync(plainBytes));
	}
	return {
		type,
		cache: path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache',
		tag: createHash('sha256').update(plainBytes).digest('base64url').slice(0, 22),
		bodies
	};
}

function brotli(bytes: Uint8Array): Uint8Array {
	return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

function send(asset: Asset, status: number, request: StaticRequest): StaticAnswer {
	const encoding = chooseEncoding(asset, request.acceptEncoding);
	const tag = `"${asset.tag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
	const headers: Record<string, string> = {
		'content-type': asset.type,
		'cache-control': asset.cache,
		etag: tag,
		vary: 'accept-encoding',
		...(encoding === 'identity' ? {} : { 'content-encoding': encoding })
	};
	const body = asset.bodies.get(encoding) ?? new Uint8Array();
	const unchanged = request.ifNoneMatch
		.split(',')
		.some((given) => given.trim().replace(/^W\//, '') === tag);
	if (unchanged && status === 200) {
		delete headers['content-type'];
		delete headers['content-encoding'];
		return { status: 304, headers, body: new Uint8Array() };
	}
	return { status, headers, body };
}

/** The smallest body the client takes; `br;q=0` refuses it. */
function chooseEncoding(asset: Asset, acceptEncoding: string): Encoding {
	const accepted = new Set(
		acceptEncoding
			.toLowerCase()
			.split(',')
			.filter((entry) => !/;\s*q=0(\.0*)?\s*$/.test(entry))
			.map((entry) => entry.split(';')[0]?.trim())
	);
	for (const encoding of ['br', 'gzip'] as const)
		if (accepted.has(encoding) && asset.bodies.has(encoding)) return encoding;
	return 'identity';
}

function plain(status: number, text: string): StaticAnswer {
	return {
		status,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
		body: Buffer.from(text)
	};
}
