import { describe, expect, it } from 'vitest';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { Progress } from '$lib/domain/dossier/Receipt';
import { aDraft, aFile, anId, aReceipt, birth, MORNING, OFFICE } from '$lib/testing/builders';
import { describeCopy } from './describeCopy';
import { fileRows } from './fileRows';
import { photosWords } from './photosWords';

function aDossier(files: MyDossier['files'], known: Progress['files'], status = 1): MyDossier {
	return {
		id: anId(1),
		secret: '',
		procedureCode: birth.code,
		title: '',
		subject: '',
		receipt: aReceipt(anId(1)),
		draft: null,
		files,
		progress: {
			reference: '',
			code: null,
			status,
			submittedAt: '',
			receivedAt: null,
			dueDate: null,
			dueAt: null,
			firstDueDate: null,
			finishedAt: null,
			returnedAt: null,
			steps: [],
			files: known,
			office: OFFICE
		},
		letGo: 0,
		answers: [],
		checkedAt: null
	};
}

describe('what is said of the photographs of a filed dossier', () => {
	const two = [aFile(1), aFile(2)];
	it.each([
		['no photos', [], { verified: 0, wanted: [] }, []],
		['an older server', two, undefined, []],
		['all compared', two, { verified: 2, wanted: [] }, ['Quầy đã nhận đủ ảnh.']],
		['let go of after that', [], { verified: 2, wanted: [] }, ['Quầy đã nhận đủ ảnh.']],
		[
			'not all yet',
			two,
			{ verified: 1, wanted: [] },
			['Ảnh đã gửi hết. Máy chủ đã kiểm tra 1 trên 2 ảnh.']
		],
		[
			'one wanted again',
			two,
			{ verified: 1, wanted: [aFile(2).fileId] },
			['Một ảnh cần gửi lại, máy đang tự gửi.']
		]
	])('%s', (_, files, known, words) => {
		expect(photosWords(aDossier(files, known))).toEqual(words);
	});

	it('promises nothing this phone cannot do', () => {
		const wanted = [aFile(1).fileId, aFile(2).fileId];
		const words = photosWords(aDossier([aFile(1, { attempt: 5 })], { verified: 0, wanted }));
		expect(words).toHaveLength(1);
		expect(words[0]).toMatch(/^2 ảnh .* Hãy mang các giấy đó khi đến quầy\.$/);
	});

	it('says nothing once the dossier is over', () => {
		expect(photosWords(aDossier(two, { verified: 1, wanted: [] }, 10))).toEqual([]);
	});
});

describe('a copy to keep', () => {
	it('reads in the words of the form, and what was typed stays text', () => {
		const draft = aDraft({
			form: { 'child-name': '<script>alert("x")</script> & Na', 'father-known': 'no' }
		});
		const page = describeCopy(draft, birth, [{ key: 'anh-1.jpeg', value: 'Giấy' }], MORNING);
		expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; Na');
		expect(page).not.toContain('<script');
		expect(page).toContain('Bỏ trống phần về cha');
		expect(page).toContain('Trần Thị Bích Ngọc');
		expect(page).toContain('anh-1.jpeg');
		expect(page).not.toContain('child-name');
	});

	it('holds everything even without the procedure', () => {
		const page = describeCopy(aDraft(), undefined, [], MORNING);
		expect(page).toContain('<dt>child-name</dt><dd>Nguyễn Minh An</dd>');
		expect(page).toContain('Không có ảnh.');
	});
});

describe('the files of a submission', () => {
	it('carry the names of their papers, page after page', () => {
		const requirement = birth.requirements[0];
		const id = requirement?.id ?? '';
		const files = [
			aFile(1, { requirementId: id }),
			aFile(2, { requirementId: id }),
			aFile(3, { requirementId: 'gone' })
		];
		expect(fileRows(files, birth).map(({ name }) => name)).toEqual([
			`${requirement?.name}, trang 1`,
			`${requirement?.name}, trang 2`,
			'Ảnh gửi kèm'
		]);
	});
});
