import {
	applyAnswerChange,
	freezeAnswer,
	matchLines,
	movedLineId,
	newAnswer,
	type AnswerDraft,
	type LineDraft
} from '$lib/domain/dossier/Answer';
import { freshRow, type AnswerItem } from '$lib/domain/dossier/OutboxItem';
import type { Page } from '$lib/domain/dossier/Page';
import type { Supplement } from '$lib/domain/dossier/Supplement';
import { aJpeg, aUuid, hashOfBytes, type Phone } from './phones.ts';

/** How often a phone asks before the test gives up on the line. */
const MOST_QUESTIONS = 200;

/** The rounds of a dossier as its phone hears of them, over the same bad line. */
export async function hearRounds(phone: Phone, dossierId: string): Promise<Supplement[]> {
	const dossier = phone.outbox.dossiers.get(dossierId);
	if (!dossier) throw new Error(`no dossier ${dossierId} on this phone`);
	for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
		const answer = await phone.gateway.progress([{ id: dossierId, secret: dossier.secret }]);
		if (answer.ok) return answer.value[0]?.progress.own?.supplements ?? [];
	}
	throw new Error('the line never carried an answer');
}

export function openRound(rounds: Supplement[]): Supplement {
	const open = rounds.find(({ closedAt }) => closedAt === null);
	if (!open) throw new Error('no slip is open');
	return open;
}

/** Someone who answers slips on a phone: what they photograph stays with them in `pages`. */
export function createAnswerer(phone: Phone, random: () => number) {
	const { outbox } = phone;
	const pages = new Map<string, Page[]>();

	function photograph(draftId: string, lineId: string, count: number): Page[] {
		return Array.from({ length: count }, (_, position): Page => {
			const bytes = aJpeg(random, Math.round(2_000 + random() * 18_000));
			const id = aUuid(random);
			phone.pages.bytes.set(id, bytes.buffer);
			return {
				id,
				draftId,
				uses: [{ paper: lineId, position }],
				type: 'image/jpeg',
				size: bytes.length,
				sha256: hashOfBytes(bytes),
				width: 1,
				height: 1,
				name: '',
				addedAt: phone.now().toISOString()
			};
		});
	}

	async function send(draft: AnswerDraft, round: Supplement): Promise<AnswerItem> {
		const secret = outbox.dossiers.get(draft.dossierId)?.secret ?? '';
		const own = pages.get(draft.id) ?? [];
		const item: AnswerItem = {
			kind: 'answer',
			id: draft.id,
			secret,
			dossierId: draft.dossierId,
			supplementId: round.id,
			...freezeAnswer(draft, round.lines, own, () => aUuid(random)),
			draft,
			...freshRow(phone.now().toISOString())
		};
		const sent = await outbox.answers.send(item);
		if (!sent.ok) throw new Error(JSON.stringify(sent.error));
		return item;
	}

	/** Answers every line of the round in some way: 1–3 photographs, cannot-get, or a question. */
	async function answer(dossierId: string, round: Supplement): Promise<AnswerItem> {
		const id = aUuid(random);
		let draft = newAnswer({ id, dossierId, supplementId: round.id, now: phone.now() });
		const own: Page[] = [];
		for (const line of round.lines) {
			const photos = Math.floor(random() * 4);
			own.push(...photograph(id, line.id, photos));
			const inWords: Partial<LineDraft> =
				random() < 0.5
					? { way: 'cannot-get', reason: 'cannot-obtain', words: `Xã hẹn tuần sau, ${id}` }
					: { way: 'question', question: `Giấy này xin ở đâu? ${id}` };
			const put: Partial<LineDraft> = photos > 0 ? { way: 'files' } : inWords;
			draft = applyAnswerChange(draft, { [line.id]: put }, phone.now());
		}
		pages.set(id, own);
		return send(draft, round);
	}

	/** Carries a refused answer over to the slip that is open now. */
	async function moveOn(
		item: AnswerItem,
		earlier: Supplement,
		later: Supplement
	): Promise<AnswerItem> {
		const lineIds = matchLines(earlier, later);
		const fresh = {
			id: aUuid(random),
			updatedAt: phone.now().toISOString(),
			moved: { from: earlier.id, supplementId: later.id, lineIds }
		};
		const draft = await outbox.answers.reopen(item.id, fresh);
		if (!draft) throw new Error('a refused answer could not be opened again');
		const moved = (pages.get(item.id) ?? []).map((page) => ({
			...page,
			draftId: fresh.id,
			uses: page.uses.map((use) => ({ ...use, paper: movedLineId(fresh, use.paper) }))
		}));
		pages.set(fresh.id, moved);
		return send(draft, later);
	}

	return { answer, moveOn };
}
