import { describe, expect, it } from 'vitest';
import type { DossierStore } from '$lib/data/ports/DossierStore';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { Progress } from '$lib/domain/dossier/Receipt';
import type { Supplement } from '$lib/domain/dossier/Supplement';
import type { OutboxFile } from '$lib/domain/dossier/Submission';
import { fail, ok } from '$lib/domain/shared/Result';
import { aFile, aReceipt, anId, aSecret, MORNING, OFFICE, pageBytes } from '$lib/testing/builders';
import { createFakeServer } from '$lib/testing/fakeServer';
import { createMemoryPages } from '$lib/testing/memoryPages';
import { refreshProgress } from './refreshProgress';

function aProgress(status: number, changes: Partial<Progress> = {}): Progress {
	return {
		reference: 'N-1',
		code: null,
		status,
		submittedAt: MORNING.toISOString(),
		receivedAt: null,
		dueDate: null,
		dueAt: null,
		firstDueDate: null,
		finishedAt: null,
		returnedAt: null,
		steps: [],
		office: OFFICE,
		...changes
	};
}

function aDossier(number: number, changes: Partial<MyDossier> = {}): MyDossier {
	return {
		id: anId(number),
		secret: aSecret(number),
		procedureCode: '1.001193',
		title: 'Làm giấy khai sinh cho con',
		subject: 'Nguyễn Minh An',
		receipt: aReceipt(anId(number)),
		draft: null,
		files: [],
		progress: null,
		letGo: 0,
		answers: [],
		checkedAt: null,
		...changes
	};
}

const withStatus = (number: number, status: number) =>
	aDossier(number, { progress: aProgress(status), checkedAt: MORNING.toISOString() });

/** A phone with these dossiers; the office says the same of all: status 2, or `heard`. */
function aPhone(dossiers: MyDossier[], heard = aProgress(2)) {
	const saved: [string, number, string][] = [];
	const savedFiles: [string, OutboxFile[]][] = [];
	const letGo: [string, string[]][] = [];
	const asked: { id: string; secret: string }[][] = [];
	const uploads: { fileId: string; attempt: number; bytes: ArrayBuffer }[] = [];
	const finalized: string[] = [];
	const store: DossierStore = {
		list: async () => dossiers,
		find: async () => undefined,
		add: async () => undefined,
		saveFiles: async (id, files) => void savedFiles.push([id, files]),
		letGo: async (id, fileIds) => void letGo.push([id, [...fileIds]]),
		saveProgress: async (id, progress, at) => void saved.push([id, progress.status, at]),
		saveNoticesSeen: async () => undefined,
		watch: () => () => undefined
	};
	const gateway = {
		...createFakeServer().gateway,
		progress: async (wanted: { id: string; secret: string }[]) => {
			asked.push(wanted);
			return ok(wanted.map(({ id }) => ({ id, progress: heard })));
		},
		uploadFile: async (upload: { fileId: string; attempt: number; bytes: ArrayBuffer }) => {
			uploads.push(upload);
			return ok(null);
		},
		finalizeSubmission: async ({ id }: { id: string }) => {
			finalized.push(id);
			return ok({ receipt: aReceipt(id) });
		}
	};
	const pages = createMemoryPages(1, 2);
	const refresh = () => refreshProgress({ dossiers: store, gateway, pages, now: () => MORNING });
	return { gateway, pages, saved, savedFiles, letGo, asked, uploads, finalized, refresh };
}

describe('asking where my dossiers stand', () => {
	it('asks once, for those under way, and keeps what is heard', async () => {
		const { saved, asked, refresh } = aPhone([
			aDossier(1),
			withStatus(2, 4),
			withStatus(3, 10),
			withStatus(4, 3),
			withStatus(5, 8),
			withStatus(6, 9)
		]);
		await refresh();
		const open = [1, 2, 6];
		expect(asked).toEqual([open.map((n) => ({ id: anId(n), secret: aSecret(n) }))]);
		expect(saved).toEqual(open.map((n) => [anId(n), 2, MORNING.toISOString()]));
	});

	it('asks nothing when every dossier has ended', async () => {
		const { asked, refresh } = aPhone([withStatus(1, 8)]);
		expect(await refresh()).toEqual(ok(null));
		expect(asked).toEqual([]);
	});

	it('asks once a day whether a result that was handed out was corrected', async () => {
		const dayBefore = new Date(MORNING.getTime() - 25 * 60 * 60 * 1000).toISOString();
		const ended = [10, 3, 8].map((status, index) =>
			aDossier(index + 1, { progress: aProgress(status), checkedAt: dayBefore })
		);
		const { asked, refresh } = aPhone(ended);
		await refresh();
		expect(asked).toEqual([[{ id: anId(1), secret: aSecret(1) }]]);
	});

	it('keeps the last known state when no answer comes', async () => {
		const { gateway, saved, refresh } = aPhone([aDossier(1)]);
		gateway.progress = async () => fail({ kind: 'offline' }) as never;
		expect((await refresh()).ok).toBe(false);
		expect(saved).toEqual([]);
	});
});

describe('photographs the server has looked at', () => {
	const files = [aFile(1, { isSent: true }), aFile(2, { isSent: true, attempt: 3 })];
	const receivedAt = MORNING.toISOString();
	const [first, second] = files.map(({ fileId }) => fileId);

	it('are let go when the dossier is received and every one is verified', async () => {
		const { pages, letGo, refresh } = aPhone(
			[aDossier(1, { files })],
			aProgress(2, { receivedAt, files: { verified: 2, wanted: [] } })
		);
		await refresh();
		expect(pages.removed).toEqual([anId(1)]);
		expect(letGo).toEqual([[anId(1), [first, second]]]);
	});

	it.each<[string, Partial<Progress>]>([
		['not received', { files: { verified: 2, wanted: [] } }],
		['one not verified', { receivedAt, files: { verified: 1, wanted: [] } }],
		['one wanted again', { receivedAt, files: { verified: 2, wanted: [anId(77)] } }],
		['nothing said about files', { receivedAt }]
	])('stay on the phone: %s', async (_, changes) => {
		const { pages, letGo, refresh } = aPhone([aDossier(1, { files })], aProgress(2, changes));
		await refresh();
		expect(pages.removed).toEqual([]);
		expect(letGo).toEqual([]);
	});

	it('are noted as kept while they could not be removed', async () => {
		const { pages, letGo, refresh } = aPhone(
			[aDossier(1, { files })],
			aProgress(2, { receivedAt, files: { verified: 2, wanted: [] } })
		);
		pages.removeFor = async () => fail({ kind: 'storage' });
		await refresh();
		expect(letGo).toEqual([]);
	});

	it('are still asked about after the dossier has ended', async () => {
		const { pages, refresh } = aPhone(
			[aDossier(1, { files, progress: aProgress(10, { receivedAt }) })],
			aProgress(10, { receivedAt, files: { verified: 2, wanted: [] } })
		);
		await refresh();
		expect(pages.removed).toEqual([anId(1)]);
	});

	it('are sent again as the next attempt when they are wanted', async () => {
		const { savedFiles, uploads, refresh } = aPhone(
			[aDossier(1, { files })],
			aProgress(1, { files: { verified: 0, wanted: [first ?? '', second ?? ''] } })
		);
		await refresh();
		expect(uploads).toMatchObject([
			{ submissionId: anId(1), fileId: first, attempt: 2, bytes: pageBytes(1) },
			{ submissionId: anId(1), fileId: second, attempt: 4, bytes: pageBytes(2) }
		]);
		expect(savedFiles.at(-1)?.[1].map(({ attempt }) => attempt)).toEqual([2, 4]);
	});

	it('that came again are looked at soon: finalize is asked once more, and only then', async () => {
		const wanted = aProgress(1, { files: { verified: 0, wanted: [first ?? ''] } });
		const again = aPhone([aDossier(1, { files })], wanted);
		await again.refresh();
		expect(again.finalized).toEqual([anId(1)]);
		const quiet = aPhone([aDossier(1, { files })], aProgress(1));
		await quiet.refresh();
		expect(quiet.finalized).toEqual([]);
	});

	it('are not sent a sixth time, and a phone without the bytes sends the others', async () => {
		const last = [aFile(1, { attempt: 5 }), aFile(3), aFile(2)];
		const { uploads, savedFiles, refresh } = aPhone(
			[aDossier(1, { files: last })],
			aProgress(1, { files: { verified: 0, wanted: last.map(({ fileId }) => fileId) } })
		);
		expect(await refresh()).toEqual(ok(null));
		expect(uploads.map(({ fileId }) => fileId)).toEqual([second]);
		expect(savedFiles).toHaveLength(1);
	});

	it('wait for the next question when the line drops', async () => {
		const { gateway, savedFiles, uploads, refresh } = aPhone(
			[aDossier(1, { files })],
			aProgress(1, { files: { verified: 0, wanted: [first ?? '', second ?? ''] } })
		);
		gateway.uploadFile = async (upload) => {
			uploads.push(upload);
			return fail({ kind: 'offline' }) as never;
		};
		expect(await refresh()).toEqual(ok(null));
		expect(uploads).toHaveLength(1);
		expect(savedFiles).toEqual([]);
	});

	it('of an answer are wanted, let go and counted like the others', async () => {
		const answers = [{ id: anId(50), supplementId: 'slip', answeredAt: receivedAt }];
		// One was let go before the answer: two verified files are then not yet both of these.
		const dossier = aDossier(1, { files, letGo: 1, answers });
		const known = (verified: number, wanted: string[] = []) =>
			aProgress(4, { receivedAt, files: { verified, wanted } });
		const early = aPhone([dossier], known(2));
		await early.refresh();
		expect(early.pages.removed).toEqual([]);
		const wanted = aPhone([dossier], known(2, [second ?? '']));
		await wanted.refresh();
		expect(wanted.uploads).toMatchObject([{ submissionId: anId(1), fileId: second, attempt: 4 }]);
		const whole = aPhone([dossier], known(3));
		await whole.refresh();
		expect(whole.pages.removed).toEqual([anId(1), anId(50)]);
		expect(whole.letGo).toEqual([[anId(1), [first, second]]]);
	});

	it('stay on the phone while the desk looks at an answer', async () => {
		const round = { closedAt: null } as unknown as Supplement;
		const own = { supplements: [round], refusal: null, result: null };
		const { pages, refresh } = aPhone(
			[aDossier(1, { files })],
			aProgress(5, { receivedAt, files: { verified: 2, wanted: [] }, own })
		);
		await refresh();
		expect(pages.removed).toEqual([]);
	});
});
