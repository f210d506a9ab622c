import { createHash } from 'node:crypto';
import { createCitizenGateway } from '$lib/data/remote/citizenGateway';
import { createConnection } from '$lib/data/remote/connection';
import type { SubmissionItem } from '$lib/domain/dossier/OutboxItem';
import type { OutboxFile } from '$lib/domain/dossier/Submission';
import { createEngine } from '$lib/sync/engine';
import { aDraft, anItem, aPayload, MORNING } from '$lib/testing/builders';
import { commentSegment, greyJpeg, withSegments } from '$lib/testing/images';
import { createLock } from '$lib/testing/lock';
import { createManualClock } from '$lib/testing/manualClock';
import { answersOf, createMemoryOutbox } from '$lib/testing/memoryOutbox';
import { createMemoryPages } from '$lib/testing/memoryPages';

const REQUIREMENT = 'giay-chung-sinh';

/** SHA-256 of bytes as 64 hex digits. */
export function hashOfBytes(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** A UUID v4 of these random numbers. */
export function aUuid(random: () => number): string {
	const hex = bytesOf(random, 16).toString('hex');
	return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

function bytesOf(random: () => number, length: number): Buffer {
	return Buffer.from(Uint8Array.from({ length }, () => Math.floor(random() * 256)));
}

/** One grey pixel as JPEG, about this long and unlike any other. */
export function aJpeg(random: () => number, length: number): Uint8Array<ArrayBuffer> {
	return withSegments(greyJpeg(1, 1), commentSegment(bytesOf(random, length - 150)));
}

export type Phone = ReturnType<typeof createPhone>;

/**
 * A phone number `number` behind `proxy` (its address is its own): the real engine and gateway, storage in memory, and a
 * clock that jumps to the next timer instead of waiting. `tabs` run at once; two of them know no locks.
 */
export function createPhone(number: number, proxy: string, random: () => number, tabs: 1 | 2) {
	const outbox = createMemoryOutbox();
	const pages = createMemoryPages();
	const clock = createManualClock(MORNING);
	const lock = createLock();
	const fetchNow: typeof fetch = (input, init) => {
		const headers = new Headers(init?.headers);
		headers.set('x-phone', String(number));
		headers.set('x-forwarded-for', `198.51.100.${number}`);
		return fetch(new URL(String(input), proxy), { ...init, headers });
	};
	const connect = createConnection(fetchNow, () => proxy);
	const gateway = createCitizenGateway(connect, fetchNow);
	const runs = new Set<Promise<void>>();
	const engines = Array.from({ length: tabs }, () => {
		const engine = createEngine({
			gateway,
			outbox,
			loadAnswerTalk: answersOf(outbox.answers, gateway),
			pages,
			hash: async (text) => hashOfBytes(Buffer.from(text)),
			titleOf: async (code) => code,
			now: clock.now,
			random,
			asLeader: tabs === 1 ? lock.hold : (task) => task(),
			setTimer: (_, ms) => clock.setTimer(() => start(), ms)
		});
		const start = () => {
			const run = engine.run('due').finally(() => runs.delete(run));
			runs.add(run);
		};
		return start;
	});

	/** Files a dossier with these photographs; it waits in the outbox. */
	async function file(sizes: number[], replaced?: SubmissionItem): Promise<SubmissionItem> {
		const id = aUuid(random);
		const secret = bytesOf(random, 32).toString('hex');
		const files = sizes.map((size): OutboxFile => {
			const bytes = aJpeg(random, size);
			const pageId = aUuid(random);
			pages.bytes.set(pageId, bytes.buffer);
			return {
				fileId: aUuid(random),
				requirementId: REQUIREMENT,
				sha256: hashOfBytes(bytes),
				size: bytes.length,
				type: 'image/jpeg',
				pageId,
				attempt: 1,
				isSent: false
			};
		});
		const shown = { state: 'ready' as const, files: files.map(({ fileId }) => fileId) };
		const papers = files.length > 0 ? [{ requirementId: REQUIREMENT, ...shown }] : [];
		const replaces = replaced ? [{ id: replaced.id, secret: replaced.secret }] : undefined;
		const item = anItem(1, {
			id,
			secret,
			files,
			payload: aPayload({ subject: `Trẻ ${id}`, papers }),
			draft: aDraft({ id, secret, replaces }),
			createdAt: new Date(MORNING.getTime() + outbox.rows.size).toISOString()
		});
		await outbox.add(item);
		return item;
	}

	/** Runs until the outbox is empty or nothing is due any more; `most` timers at the most. */
	async function drain(most: number): Promise<void> {
		for (const start of engines) start();
		for (let fired = 0; ; fired += 1) {
			while (runs.size > 0) await Promise.all(runs);
			const next = clock.nextIn();
			if (next === undefined || fired >= most) return;
			clock.advance(next);
		}
	}

	return { outbox, pages, gateway, now: clock.now, file, drain };
}
