import { describe, expect, it } from 'vitest';
import { judge } from './paperLine';
import { ReceiveDraft } from './receiveDraft.svelte';
import { aDossier } from '../dossier/testDossier';

const known = { limit: null, dueDate: '2026-11-23', due: null, error: null, undecided: [] };
const noLimit = { ...known, dueDate: null, error: 'limit-unknown' };
const today = '2026-11-23';

function lineOf(draft: ReceiveDraft, id: string) {
	const line = draft.papers.find((paper) => paper.id === id);
	if (!line) throw new Error(`no paper ${id}`);
	return line;
}

describe('a fresh draft', () => {
	it('fills counts from the checklist and takes only what is in the dossier already', () => {
		const draft = new ReceiveDraft(aDossier());
		expect(lineOf(draft, 'birth-certificate-paper')).toMatchObject({
			originals: '1',
			taken: false,
			kept: true
		});
		expect(lineOf(draft, 'declaration')).toMatchObject({
			built: true,
			taken: true,
			originals: '0'
		});
	});

	it('takes the declaration as paper when it was handed in at the counter', () => {
		const draft = new ReceiveDraft(aDossier({ channel: 1 }));
		expect(lineOf(draft, 'declaration')).toMatchObject({
			built: false,
			taken: false,
			originals: '1'
		});
	});

	it('counts no piece of a paper that came as photographs, and says so on the slip', () => {
		const plain = aDossier();
		const papers = [{ requirementId: 'birth-certificate-paper', state: 'ready', files: ['f1'] }];
		const draft = new ReceiveDraft(aDossier({ payload: { ...plain.payload, papers } }));
		judge(lineOf(draft, 'birth-certificate-paper'), 'right');
		expect(draft.request(known).papers).toContainEqual({
			name: 'Giấy chứng sinh (ảnh gửi trực tuyến)',
			originals: 0,
			certified: 0,
			copies: 0
		});
		lineOf(draft, 'birth-certificate-paper').originals = '1';
		expect(draft.request(known).papers).toContainEqual(
			expect.objectContaining({ name: 'Giấy chứng sinh', originals: 1 })
		);
	});

	it('after a slip keeps what was found right and asks anew about what was asked for', () => {
		const checks = [
			{ requirementId: 'declaration', verdict: 'wrong' },
			{ requirementId: 'birth-certificate-paper', verdict: 'right' }
		];
		const asked = {
			action: 'supplement',
			fromStatus: 1,
			toStatus: 5,
			actor: 'A',
			byStaff: true,
			at: '2026-11-23T02:00:00Z',
			data: { checks }
		};
		const draft = new ReceiveDraft(aDossier({ events: [asked] }));
		expect(lineOf(draft, 'birth-certificate-paper')).toMatchObject({
			verdict: 'right',
			taken: true
		});
		expect(lineOf(draft, 'declaration')).toMatchObject({ verdict: '' });
	});

	it('chooses a department only when exactly one handles the field', () => {
		expect(new ReceiveDraft(aDossier()).departmentId).toBe('d1');
		const two = aDossier().departments.map((department) => ({ ...department, handles: true }));
		expect(new ReceiveDraft(aDossier({ departments: two })).departmentId).toBe('');
	});
});

describe('errors', () => {
	it('asks for the department, and for counts of taken papers only', () => {
		const draft = new ReceiveDraft(aDossier());
		draft.departmentId = '';
		lineOf(draft, 'birth-certificate-paper').originals = 'x';
		expect(draft.errors(known, today).map((error) => error.id)).toEqual(['department']);
		lineOf(draft, 'birth-certificate-paper').taken = true;
		expect(draft.errors(known, today).map((error) => error.id)).toEqual([
			'birth-certificate-paper-originals',
			'department'
		]);
	});

	it('asks for date and basis when no limit is verified, and for a date from today on', () => {
		const draft = new ReceiveDraft(aDossier());
		expect(draft.errors(noLimit, today).map((error) => error.id)).toEqual([
			'due-date',
			'due-basis'
		]);
		draft.dueBasis = 'Điều 5';
		draft.dueDate = '2026-11-22';
		expect(draft.errors(noLimit, today).map((error) => error.id)).toEqual(['due-date']);
		draft.dueDate = '2026-11-23';
		expect(draft.errors(noLimit, today)).toEqual([]);
	});
});

describe('the request', () => {
	it('carries the ticked papers as numbers, and no date of its own when the clock gives one', () => {
		const draft = new ReceiveDraft(aDossier());
		lineOf(draft, 'birth-certificate-paper').taken = true;
		draft.dueDate = '2026-12-01';
		expect(draft.request(known)).toEqual({
			papers: [
				{ name: 'Tờ khai đăng ký khai sinh (bản điện tử)', originals: 0, certified: 0, copies: 0 },
				{ name: 'Giấy chứng sinh', originals: 1, certified: 0, copies: 0 }
			],
			departmentId: 'd1'
		});
	});
});
