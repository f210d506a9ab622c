import { describe, expect, it } from 'vitest';
import { judge } from './paperLine';
import { DossierDrafts } from './dossierDrafts.svelte';
import { aDossier, aRound } from '../dossier/testDossier';

const newId = () => 'id';

describe('what was typed', () => {
	it('comes back from its copy, whatever else the copy holds', () => {
		const drafts = new DossierDrafts(aDossier({ supplements: [aRound()] }), newId);
		const paper = drafts.receive.papers.find(({ id }) => id === 'birth-certificate-paper');
		if (!paper || !drafts.brought[0]) throw new Error('no paper');
		judge(paper, 'wrong');
		paper.reason = 'Mờ';
		paper.asked.copies = '2';
		drafts.receive.dueBasis = 'Điều 5';
		drafts.texts.refuse.rightPlace = 'UBND xã bên';
		drafts.texts.bill.amount = '120.000';
		drafts.texts.fee.exempt = true;
		drafts.texts.halt.basis = 'Luật Hộ tịch';
		if (drafts.fees[0]) drafts.fees[0].units = '4';
		drafts.brought[0].taken = true;
		drafts.originals = ['Sổ'];
		const kept = JSON.parse(JSON.stringify(drafts));

		const again = new DossierDrafts(aDossier({ supplements: [aRound()] }), newId);
		again.restore({ ...kept, unknown: 1 });
		expect(again.toJSON()).toEqual(drafts.toJSON());
		expect(again.fees).toMatchObject([{ units: '4', times: '1' }]);
		expect(again.receive.papers.find(({ id }) => id === paper.id)).toMatchObject({
			name: 'Giấy chứng sinh',
			verdict: 'wrong',
			asked: { originals: '1', certified: '0', copies: '2' }
		});
	});

	it.each([
		undefined,
		null,
		'x',
		[],
		{ receive: { papers: [{ id: 'declaration', verdict: 'x' }] } }
	])('stays empty after a damaged copy (%j)', (saved) => {
		const drafts = new DossierDrafts(aDossier(), newId);
		const before = drafts.toJSON();
		drafts.restore(saved);
		expect(drafts.receive.papers.every(({ verdict }) => verdict !== ('x' as string))).toBe(true);
		expect(drafts.toJSON().texts).toEqual(before.texts);
	});
});

describe('handing out the result', () => {
	const applicant = { fullName: 'Trần Thị Bưởi', address: 'Thôn Trung' };

	it('begins with the post where the citizen asked for it', () => {
		const { payload } = aDossier();
		const asked = aDossier({ applicant, payload: { ...payload, postTo: 'Thôn Hạ' } });
		expect(new DossierDrafts(asked, newId).texts.return).toEqual({
			recipientName: 'Trần Thị Bưởi',
			who: 'post',
			proxyPaper: '',
			postAddress: 'Thôn Hạ',
			postNumber: '',
			carrier: 'Bưu điện Việt Nam'
		});
		expect(new DossierDrafts(aDossier({ applicant }), newId).texts.return).toMatchObject({
			recipientName: '',
			who: 'self',
			postAddress: ''
		});
	});
});

describe('what can be handed in', () => {
	it('is what the open round asks for, with its counts', () => {
		const drafts = new DossierDrafts(aDossier(), newId);
		expect(drafts.brought).toEqual([]);
		drafts.follow(aDossier({ supplements: [aRound()] }));
		expect(drafts.brought).toMatchObject([{ name: 'Giấy chứng sinh', originals: '1' }]);
		drafts.follow(aDossier({ supplements: [aRound({ closedAt: '2026-11-26T00:00:00Z' })] }));
		expect(drafts.brought).toEqual([]);
	});

	it('keeps its ticks while the round stays', () => {
		const drafts = new DossierDrafts(aDossier({ supplements: [aRound()] }), newId);
		if (drafts.brought[0]) drafts.brought[0].taken = true;
		drafts.follow(aDossier({ version: 2, supplements: [aRound()] }));
		expect(drafts.brought).toMatchObject([{ taken: true }]);
	});
});
