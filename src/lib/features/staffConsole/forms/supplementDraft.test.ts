import { describe, expect, it } from 'vitest';
import { ReceiveDraft } from './receiveDraft.svelte';
import { aDossier } from '../dossier/testDossier';
import { judge, type PaperLine } from './paperLine';
import { SupplementDraft } from './supplementDraft.svelte';

const today = '2026-11-25';
const CERTIFICATE = 'birth-certificate-paper';

function aJudged(): { papers: PaperLine[]; certificate: PaperLine } {
	const { papers } = new ReceiveDraft(aDossier());
	for (const paper of papers) judge(paper, 'right');
	const certificate = papers.find(({ id }) => id === CERTIFICATE);
	if (!certificate) throw new Error('no certificate');
	return { papers, certificate };
}

function aReady() {
	const { papers, certificate } = aJudged();
	judge(certificate, 'wrong');
	certificate.reason = 'Ảnh mờ.';
	const draft = new SupplementDraft();
	draft.until = '2026-11-30';
	return { papers, certificate, draft };
}

const ids = (errors: { id: string }[]) => errors.map(({ id }) => id);

describe('the lines of a slip', () => {
	it('are the papers to mend in their order, then what is no paper, with ids that repeat', () => {
		const { papers, draft } = aReady();
		draft.extras.push({ name: ' Tờ khai:  ngày sinh của mẹ ', reason: 'Khác giấy tờ' });
		draft.note = ' Chụp lại là được ';
		const request = draft.request(papers, false);
		expect(request).toEqual({
			lines: [
				{
					id: 'line-1',
					requirementId: CERTIFICATE,
					name: 'Giấy chứng sinh',
					verdict: 'wrong',
					reason: 'Ảnh mờ.',
					originals: 1,
					certified: 0,
					copies: 0
				},
				{
					id: 'line-2',
					requirementId: null,
					name: 'Tờ khai: ngày sinh của mẹ',
					verdict: 'wrong',
					reason: 'Khác giấy tờ',
					originals: 0,
					certified: 0,
					copies: 0
				}
			],
			checks: papers.map(({ id, verdict }) => ({ requirementId: id, verdict })),
			until: '2026-11-30',
			note: 'Chụp lại là được'
		});
		expect(request).not.toHaveProperty('again');
		expect(draft.request(papers, false)).toEqual(request);
	});

	it('carry the reason of the leader only when asked again', () => {
		const { papers, draft } = aReady();
		draft.againReason = 'Giấy gửi bổ sung vẫn mờ';
		expect(draft.request(papers, true)).toMatchObject({
			again: { reason: 'Giấy gửi bổ sung vẫn mờ' }
		});
	});
});

describe('what is wrong with a slip', () => {
	it('is nothing when everything was judged and explained', () => {
		const { papers, draft } = aReady();
		expect(draft.errors(papers, today, false)).toEqual([]);
	});

	it('is a paper nobody looked at: the slip is sent only once', () => {
		const { papers, draft } = aReady();
		const [other] = papers.filter(({ id, built }) => id !== CERTIFICATE && !built);
		if (!other) throw new Error('no other paper');
		other.verdict = '';
		expect(ids(draft.errors(papers, today, false))).toEqual([`verdict-${other.id}`]);
	});

	it('is told with the id of each control', () => {
		const { papers, certificate, draft } = aReady();
		certificate.reason = ' ';
		certificate.asked.copies = 'hai';
		draft.extras.push({ name: '', reason: '' });
		draft.until = '';
		draft.note = 'x'.repeat(1001);
		const found = ids(draft.errors(papers, today, true));
		expect(found).toEqual([
			`reason-${CERTIFICATE}`,
			`asked-${CERTIFICATE}-originals`,
			'extra-0-name',
			'extra-0-reason',
			'until',
			'supplement-note',
			'again-reason',
			'again-sure'
		]);
		expect(new Set(found).size).toBe(found.length);
	});

	it.each([
		['2026-11-25', false],
		['2026-11-26', true],
		['2026-11-28', false],
		['2026-11-31', false],
		['2027-11-26', true],
		['2027-11-29', false]
	])('depends on the last date: %s is good: %s', (until, good) => {
		const { papers, draft } = aReady();
		draft.until = until;
		expect(ids(draft.errors(papers, today, false))).toEqual(good ? [] : ['until']);
	});
});

describe('judging a paper', () => {
	it('takes a right one that is kept, and nothing else', () => {
		const { certificate } = aJudged();
		expect(certificate.taken).toBe(true);
		for (const verdict of ['wrong', 'missing', 'not-needed'] as const) {
			judge(certificate, verdict);
			expect(certificate.taken).toBe(false);
		}
		certificate.kept = false;
		judge(certificate, 'right');
		expect(certificate.taken).toBe(false);
	});

	it('explains a missing paper by itself and keeps what was written', () => {
		const { certificate } = aJudged();
		judge(certificate, 'missing');
		expect(certificate.reason).toBe('Hồ sơ chưa có giấy này.');
		judge(certificate, 'wrong');
		expect(certificate.reason).toBe('');
		certificate.reason = 'Giấy đã hết hạn.';
		judge(certificate, 'missing');
		expect(certificate.reason).toBe('Giấy đã hết hạn.');
	});
});

it('comes back as it was typed, and nothing else comes with it', () => {
	const { draft } = aReady();
	draft.extras.push({ name: 'a', reason: 'b' });
	draft.againSure = true;
	const copy = new SupplementDraft();
	copy.restore({ ...JSON.parse(JSON.stringify(draft)), errors: 5, until: 7 });
	expect(copy.toJSON()).toEqual({ ...draft.toJSON(), until: '' });
});
