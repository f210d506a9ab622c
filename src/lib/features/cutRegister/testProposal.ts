import type {
	CutChoices,
	CutProposal,
	CutRegister,
	Savings
} from '$lib/domain/simplification/CutProposal';

/** What a cut saves, for tests: twelve months, some of everything. */
export const aSaving = (more: Partial<Savings> = {}): Savings => ({
	from: '2025-11-26',
	to: '2026-11-25',
	agencies: 1,
	dossiers: 214,
	papers: 214,
	trips: 31,
	time: [
		{ channel: 'in-person', unit: 'working-day', amount: 600, dossiers: 200 },
		{ channel: 'online', unit: 'working-day', amount: 42, dossiers: 14 }
	],
	steps: [],
	...more
});

/** A proposal for tests: just put forward. */
export const aProposal = (more: Partial<CutProposal> = {}): CutProposal => ({
	id: 'p1',
	agency: { id: 'a', name: 'Một cửa' },
	number: 3,
	year: 2026,
	procedureCode: '1.001193',
	procedure: 'Làm giấy khai sinh cho con',
	versionNumber: 2,
	cuts: [
		{ kind: 'paper', requirementId: 'a', name: 'Giấy A' },
		{
			kind: 'time',
			channel: 'in-person',
			from: { unit: 'working-day', value: 7 },
			to: { unit: 'working-day', value: 5 }
		}
	],
	reason: 'Không ai dùng',
	savings: aSaving(),
	state: 'proposed',
	version: 1,
	proposedBy: 'Lê Thị Đào',
	proposedOn: '2026-11-20',
	sent: null,
	reply: null,
	decision: null,
	withdrawn: null,
	draft: null,
	history: [],
	may: ['send', 'withdraw'],
	...more
});

/** A register of these proposals. */
export const aRegister = (proposals: CutProposal[]): CutRegister => ({
	today: '2026-11-26',
	home: 'a',
	agency: 'Một cửa',
	proposes: true,
	editsDrafts: true,
	total: proposals.length,
	proposals
});

/** What may be cut of a procedure, for tests. */
export const someChoices = (more: Partial<CutChoices> = {}): CutChoices => ({
	procedureCode: '1.001193',
	procedure: 'Làm giấy khai sinh cho con',
	versionId: 'v2',
	versionNumber: 2,
	papers: [
		{ requirementId: 'a', name: 'Giấy A', lookedUp: false, database: null },
		{ requirementId: 'c', name: 'Giấy C', lookedUp: true, database: null }
	],
	channels: [
		{ kind: 'in-person', limit: { unit: 'working-day', value: 7 } },
		{ kind: 'online', limit: { unit: 'same-day' } },
		{ kind: 'post', limit: null }
	],
	steps: [{ name: 'Thẩm định', limit: { unit: 'working-day', value: 3 } }],
	savings: aSaving(),
	...more
});
