import { expect, test } from 'vitest';
import { CatalogueLine } from './Draft.ts';

const line: CatalogueLine = {
	code: '1.001193',
	title: 'Đăng ký khai sinh',
	shortTitle: 'Khai sinh',
	fieldCode: 'ho-tich',
	verification: 'partial',
	status: 'published',
	versionNumber: 1,
	postedOn: '2026-11-01',
	postedDecision: null,
	decisionNo: null,
	drafts: 0,
	proposals: 0
};

test.each([['partial'], ['listed'], ['full'], [null]] as const)(
	'a line of the list tells that it is checked as %s',
	(verification) => {
		expect(CatalogueLine.parse({ ...line, verification }).verification).toBe(verification);
	}
);

test.each([['checked'], [3], [{}], [undefined]])(
	'a line that says %s is still read: nobody loses the list over it',
	(verification) => {
		expect(CatalogueLine.parse({ ...line, verification })).toEqual({ ...line, verification: null });
	}
);
