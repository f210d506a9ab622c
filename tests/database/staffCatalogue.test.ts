import { randomUUID } from 'node:crypto';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '#database/pglite.ts';
import { createStaffCatalogue } from '$lib/data/remote/staffCatalogue';
import { CatalogueDelta } from '$lib/domain/catalogue/Snapshot';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { goodContent } from './catalogueRequests.ts';
import { officeSql } from './office.ts';

// What SQL answers is what the schemas of the port take: one working day of two editors and a leader.
let database: PGlite;
beforeAll(async () => {
	database = await openTestDatabase();
	await database.exec(officeSql);
});
afterAll(() => database.close());

/** The port over the database itself, as one of the office. */
const as = (account: string) =>
	createStaffCatalogue({
		async call(name, request, schema) {
			try {
				await database.query(
					`select set_config('request.jwt.claims', jsonb_build_object('role', 'authenticated', 'sub', md5($1)::uuid)::text, false),
						set_config('role', 'authenticated', false)`,
					[account]
				);
				const { rows } = await database.query<{ answer: unknown }>(
					`select public.${name}($1::text::jsonb) as answer`,
					[JSON.stringify({ protocol: 1, ...request })]
				);
				const parsed = schema.safeParse(rows[0]?.answer);
				return parsed.success ? ok(parsed.data) : fail({ kind: 'unknown', cause: parsed.error });
			} catch (cause) {
				const { message } = cause as Error;
				return fail({ kind: 'conflict', key: message });
			} finally {
				await database.exec(`reset role; select set_config('request.jwt.claims', '', false)`);
			}
		}
	});
const editor = as('editor');
const leader = as('leader');

function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error), { cause: result.error.cause });
	return result.value;
}
const code = '1.000001';
const lineOf = async () =>
	valueOf(await editor.list()).procedures.find((line) => line.code === code);
const currentOf = async () => valueOf(await editor.history(code)).find(isCurrent);
const isCurrent = (entry: object) => 'isCurrent' in entry && entry.isCurrent;

test('a procedure changes', async () => {
	const current = await currentOf();
	if (current?.kind !== 'version') throw new Error('nothing is published');
	const draftId = randomUUID();
	const start = {
		actionId: randomUUID(),
		draftId,
		procedureCode: code,
		baseVersionId: current.versionId
	};
	const begun = valueOf(await editor.begin({ ...start, content: goodContent(code, 'Một') }));
	expect(begun).toEqual({ draftId, status: 'open', revision: 1 });
	const saved = valueOf(
		await editor.save({ draftId, expectedRevision: 1, content: goodContent(code, 'Hai') })
	);
	expect(await editor.save({ draftId, expectedRevision: 1, content: {} })).toMatchObject({
		error: { key: 'draft-changed' }
	});
	const rebased = valueOf(
		await editor.rebase({
			draftId,
			expectedRevision: saved.revision,
			baseVersionId: current.versionId,
			content: goodContent(code, 'Lần ba')
		})
	);
	const first = { draftId, expectedRevision: rebased.revision };
	const proposal = { summary: 'Theo quyết định mới', effectiveOn: null };
	valueOf(await editor.propose({ ...first, ...proposal, actionId: randomUUID() }));
	const returned = valueOf(
		await leader.returnProposal({ ...first, actionId: randomUUID(), reason: 'Thiếu căn cứ' })
	);
	const known = { draftId, expectedRevision: returned.revision };
	valueOf(await editor.propose({ ...known, ...proposal, actionId: randomUUID() }));
	expect(await leader.publish({ ...first, actionId: randomUUID() })).toMatchObject({
		error: { key: 'draft-changed' }
	});
	expect(valueOf(await editor.draft(draftId))).toMatchObject({ mine: true, mayPublish: false });
	const seen = valueOf(await leader.draft(draftId));
	expect(seen).toMatchObject({ mine: false, mayPublish: true, status: 'proposed', scheduled: [] });
	expect(seen.current?.versionId).toBe(current.versionId);
	expect(seen.events.map(({ action }) => action)).toEqual([
		'propose',
		'return',
		'propose',
		'rebase',
		'save',
		'begin'
	]);
	expect(await editor.publish({ ...known, actionId: randomUUID() })).toMatchObject({
		error: { key: 'second-person-needed' }
	});
	const published = valueOf(await leader.publish({ ...known, actionId: randomUUID() }));
	expect(published).toMatchObject({ code, number: 2 });
	expect(await lineOf()).toMatchObject({
		title: 'Lần ba',
		versionNumber: 2,
		drafts: 0,
		proposals: 0
	});
	expect(valueOf(await leader.version(published.versionId ?? '')).content).toEqual(
		goodContent(code, 'Lần ba')
	);
});

test('a withdrawal is called off before its date', async () => {
	const current = await currentOf();
	if (current?.kind !== 'version') throw new Error('nothing is published');
	const draftId = randomUUID();
	valueOf(
		await editor.beginWithdrawal({
			actionId: randomUUID(),
			draftId,
			procedureCode: code,
			baseVersionId: current.versionId,
			reason: 'Bãi bỏ'
		})
	);
	valueOf(
		await editor.saveWithdrawal({ draftId, expectedRevision: 1, reason: 'Bãi bỏ theo QĐ 9' })
	);
	const known = { draftId, expectedRevision: 2 };
	const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
	valueOf(
		await editor.propose({
			...known,
			actionId: randomUUID(),
			summary: 'Luật mới',
			effectiveOn: tomorrow
		})
	);
	expect(valueOf(await leader.publish({ ...known, actionId: randomUUID() }))).toEqual({
		code,
		versionId: null,
		number: null,
		revision: null
	});
	expect(valueOf(await editor.draft(draftId)).scheduled).toHaveLength(1);
	valueOf(
		await editor.cancelScheduled({
			draftId,
			actionId: randomUUID(),
			reason: 'Luật lùi ngày có hiệu lực'
		})
	);
	expect(valueOf(await editor.history(code)).map(({ kind, status }) => [kind, status])).toEqual([
		['withdrawal', 'dropped'],
		['version', 'published'],
		['version', 'published']
	]);
	expect(await lineOf()).toMatchObject({ status: 'published' });
});

test('what is begun and not wanted, a field, a posting', async () => {
	const draftId = randomUUID();
	const content = goodContent('2.999999', 'Thủ tục mới');
	valueOf(
		await editor.begin({
			actionId: randomUUID(),
			draftId,
			procedureCode: '2.999999',
			baseVersionId: null,
			content
		})
	);
	expect(valueOf(await leader.list()).drafts).toMatchObject([
		{ draftId, title: 'Thủ tục mới', mine: false }
	]);
	expect(valueOf(await leader.draft(draftId))).toMatchObject({ current: null, base: null });
	expect(valueOf(await editor.discard({ draftId, expectedRevision: 1 })).status).toBe('discarded');
	valueOf(await editor.saveField({ code: 'dat-dai', name: 'Đất đai', help: 'Sổ đỏ', position: 2 }));
	valueOf(await editor.savePosting({ code, postedOn: '2026-01-02', postedDecision: '3/QĐ-UBND' }));
	expect(await lineOf()).toMatchObject({ postedOn: '2026-01-02', postedDecision: '3/QĐ-UBND' });
	expect(valueOf(await editor.list()).fields.map((field) => field.code)).toContain('dat-dai');
	const { rows } = await database.query<{ answer: unknown }>(
		`select public.pull_catalogue('{"protocol": 1, "hashes": {}}') as answer`
	);
	expect(CatalogueDelta.safeParse(rows[0]?.answer)).toMatchObject({ success: true });
});
