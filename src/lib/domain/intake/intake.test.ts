import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Procedure } from '../catalogue/Procedure.ts';
import { encodeChecklist, scanChecklist } from '../checklist/checklistCode.ts';
import { buildChain } from './buildChain.ts';
import { expectedVersion, formOf, withAnswer, withRefusal } from './Chain.ts';
import { checkIntake } from './checkIntake.ts';
import { feeLines, feeTotal } from './intakeFees.ts';
import { emptyForm, nextMatter, withProcedure, type IntakeForm } from './IntakeForm.ts';
import { intakePapers, missingPapers, outcomeOf } from './intakePapers.ts';
import { prefillFrom, withPerson } from './prefill.ts';

function read(path: string): Procedure {
	return Procedure.parse(JSON.parse(readFileSync(`supabase/catalogue/${path}.json`, 'utf8')));
}

const birth = read('ho-tich/1.001193');
const certified = read('chung-thuc/2.000815');
const HASH = 'ab'.repeat(32);
const NOW = '2026-11-23T09:00';
const mai = {
	fullName: 'Lò Thị Mai',
	phone: '0912 345 678',
	citizenId: '011 199 000 123',
	address: 'Bản Na, xã Mường Phăng',
	email: ''
};

function aForm(procedure: Procedure, changes: Partial<IntakeForm> = {}): IntakeForm {
	return {
		...emptyForm('v1'),
		procedureCode: procedure.code,
		person: { ...mai },
		departmentId: 'd1',
		...changes
	};
}

/** Every paper of the form's case ticked. */
function ticked(procedure: Procedure, form: IntakeForm): IntakeForm {
	const papers = intakePapers(procedure, form).map(({ item }) => [item.id, { taken: true }]);
	return { ...form, papers: Object.fromEntries(papers) };
}

function tools() {
	let ids = 0;
	return {
		now: new Date('2026-11-23T02:00:00Z'),
		newId: () => `id-${(ids += 1)}`,
		builtName: (name: string) => `${name} (bản điện tử)`,
		missingReason: 'Chưa có khi nộp.'
	};
}

describe('what the papers suggest', () => {
	const inCase = { answers: { 'original-at-hand': 'paper', issuer: 'vietnam', condition: 'good' } };

	it('is a supplement slip while a certain paper is missing', () => {
		expect(outcomeOf(certified, aForm(certified, inCase))).toBe('supplement');
	});
	it('is to settle at once when the desk keeps nothing and the day is the limit', () => {
		expect(outcomeOf(certified, ticked(certified, aForm(certified, inCase)))).toBe('settle');
	});
	it('is a receipt when the desk keeps papers', () => {
		expect(outcomeOf(birth, ticked(birth, aForm(birth)))).toBe('receive');
	});
	it('is a receipt for a slip written by hand', () => {
		expect(outcomeOf(certified, aForm(certified, { ...inCase, usesBlank: true }))).toBe('receive');
	});
	it('gives way to the officer, but never settles what came by post', () => {
		expect(outcomeOf(birth, aForm(birth, { outcome: 'refuse' }))).toBe('refuse');
		expect(outcomeOf(certified, aForm(certified, { outcome: 'settle', channel: 3 }))).not.toBe(
			'settle'
		);
	});
	it('leaves papers of unanswered questions as maybe, which nobody owes', () => {
		const papers = intakePapers(certified, aForm(certified));
		expect(papers.some(({ item }) => item.maybe)).toBe(true);
		expect(missingPapers(papers).every(({ item }) => !item.maybe)).toBe(true);
	});
});

describe('fees', () => {
	const label = 'Phí chứng thực bản sao';
	it.each([
		['7', '3', '', 27_000],
		['2', '1', '', 4_000],
		['7', '', '', 9_000],
		['', '3', '', 0],
		['7', '3', 'Hộ nghèo', 0],
		['x', '3', '', undefined],
		['7', '0', '', undefined]
	])('%s pages × %s copies, exempt “%s”', (units, times, exemption, total) => {
		const lines = feeLines(certified, aForm(certified, { fees: { [label]: { units, times } } }));
		expect(feeTotal(lines, exemption)).toBe(total);
	});
});

describe('the form is checked', () => {
	const good = ticked(birth, aForm(birth));
	const settling = aForm(certified, { outcome: 'settle', signedBy: 's1' });
	const blank = { number: '01.000007', date: '2026-11-23', time: '08:30', dueDate: '2026-11-24' };
	it.each<[string, Procedure | undefined, IntakeForm, string[]]>([
		['a whole one', birth, good, []],
		['no procedure', undefined, good, ['procedure']],
		['no name', birth, { ...good, person: { ...mai, fullName: '' } }, ['person-fullName']],
		[
			'no phone and no number',
			birth,
			{ ...good, person: { ...mai, phone: '', citizenId: '' } },
			[]
		],
		['a short phone', birth, { ...good, person: { ...mai, phone: '0912' } }, ['person-phone']],
		['no address', birth, { ...good, person: { ...mai, address: '' } }, ['person-address']],
		['another subject without a name', birth, { ...good, subjectIsOther: true }, ['subject']],
		['no department', birth, { ...good, departmentId: '' }, ['department']],
		[
			'nothing to ask for',
			birth,
			{ ...good, outcome: 'supplement', until: '2026-12-01' },
			['outcome']
		],
		['a refusal without reason', birth, { ...good, outcome: 'refuse' }, ['refuse-reason']],
		['settled', certified, settling, []],
		['nobody signs', certified, { ...settling, signedBy: '' }, ['signer']],
		['a proxy without paper', certified, { ...settling, isProxy: true }, ['proxy-paper']],
		['a blank', birth, { ...good, usesBlank: true, blank }, []],
		[
			'a blank from the future',
			birth,
			{ ...good, usesBlank: true, blank: { ...blank, time: '09:01' } },
			['blank-date']
		],
		[
			'a blank without number and promise',
			birth,
			{ ...good, usesBlank: true, blank: { ...blank, number: ' ', dueDate: '' } },
			['blank-number', 'blank-due']
		],
		[
			'what is filed already is not asked again',
			birth,
			{
				...good,
				person: { ...mai, fullName: '' },
				filed: { dossierId: 'x', steps: [], answers: [] }
			},
			[]
		]
	])('%s', (_, procedure, form, ids) => {
		expect(checkIntake(procedure, form, NOW).map(({ id }) => id)).toEqual(ids);
	});

	it('wants a reason that says something, and a date after today', () => {
		const form = aForm(birth, { outcome: 'supplement', until: '2026-11-23' });
		const [first] = missingPapers(intakePapers(birth, form)).map(({ item }) => item.id);
		expect(first).toBeDefined();
		expect(checkIntake(birth, form, NOW).map(({ id }) => id)).toEqual(['until']);
		const mute = { ...form, papers: { [first ?? '']: { reason: 'ừ' } } };
		expect(checkIntake(birth, mute, NOW).map(({ id }) => id)).toEqual([`${first}-reason`, 'until']);
	});

	it('a slip says of a missing paper what was written, else that it was not there', () => {
		const form = aForm(birth, { outcome: 'supplement', until: '2026-12-01' });
		const [first] = missingPapers(intakePapers(birth, form)).map(({ item }) => item.id);
		const written = { ...form, papers: { [first ?? '']: { reason: ' Trang sau  mờ. ' } } };
		const chain = buildChain({ procedure: birth, contentHash: HASH }, written, tools());
		const [, asked] = chain.steps;
		const reasons =
			asked?.kind === 'supplement' ? asked.content.lines.map(({ reason }) => reason) : [];
		expect(reasons[0]).toBe('Trang sau mờ.');
		expect(new Set(reasons.slice(1))).toEqual(new Set(['Chưa có khi nộp.']));
	});

	it('wants the e-form when the desk files online for somebody', () => {
		const ids = checkIntake(birth, { ...good, channel: 2 }, NOW).map(({ key }) => key);
		expect(ids).toContain('field');
	});
});

describe('the steps', () => {
	it('carry tidy values, and only what the desk keeps is on the slip', () => {
		const form = ticked(birth, aForm(birth));
		const chain = buildChain({ procedure: birth, contentHash: HASH }, form, tools());
		const [file, receive] = chain.steps;
		expect(file).toMatchObject({
			kind: 'file',
			request: {
				dossierId: chain.id,
				visitId: 'v1',
				channel: 1,
				subject: 'Lò Thị Mai',
				applicant: { phone: '0912345678', citizenId: '011199000123' }
			}
		});
		const kept = intakePapers(birth, form).filter((paper) => paper.kept);
		expect(receive?.kind === 'receive' && receive.content.papers.map(({ name }) => name)).toEqual(
			kept.map(({ item }) => item.name)
		);
		expect(receive?.kind === 'receive' && receive.content.slip).toBeUndefined();
	});

	it('of a same-day matter are three, without a slip', () => {
		const form = aForm(certified, {
			outcome: 'settle',
			signedBy: 's1',
			fees: { 'Phí chứng thực bản sao': { units: '7', times: '3' } }
		});
		const { steps } = buildChain({ procedure: certified, contentHash: HASH }, form, tools());
		expect(steps.map(({ kind }) => kind)).toEqual(['file', 'receive', 'settle']);
		expect(steps[1]).toMatchObject({ content: { slip: false } });
		expect(steps[2]).toMatchObject({
			content: {
				signedBy: 's1',
				recipientName: 'Lò Thị Mai',
				proxy: false,
				fees: [{ label: 'Phí chứng thực bản sao', units: 7, times: 3 }]
			}
		});
	});

	it('that are answered stay when a refused one is mended', () => {
		const form = aForm(certified, { outcome: 'settle', signedBy: 'gone' });
		const entry = { procedure: certified, contentHash: HASH };
		let chain = buildChain(entry, form, tools());
		chain = withAnswer(chain, 0, { kind: 'file', reference: 'N-1', version: 1 });
		chain = withAnswer(chain, 1, {
			kind: 'receive',
			code: 'c',
			dueDate: '2026-11-23',
			due: null,
			slipId: null
		});
		chain = withRefusal(chain, 2, { kind: 'invalid', key: 'signer-unknown' });
		const mended = buildChain(entry, { ...formOf(chain), signedBy: 's1' }, tools());
		expect(mended.id).toBe(chain.id);
		expect(mended.steps.slice(0, 2)).toEqual(chain.steps.slice(0, 2));
		expect(mended.answers).toEqual(chain.answers);
		expect(mended.steps[2]).toMatchObject({ kind: 'settle', content: { signedBy: 's1' } });
		expect(expectedVersion(mended)).toBe(2);
	});
});

describe('the result by post, and news by Zalo', () => {
	const entry = { procedure: birth, contentHash: HASH };
	const request = (form: IntakeForm) => {
		const step = buildChain(entry, form, tools()).steps[0];
		return step?.kind === 'file' ? step.request : expect.fail('no filing');
	};
	const posted = ticked(birth, aForm(birth, { byPost: true, postAddress: '  Bản  Na ' }));

	it('are sent when they were asked for, and leave no trace otherwise', () => {
		expect(request(posted)).toMatchObject({ postTo: 'Bản Na' });
		expect(request({ ...posted, byPost: false })).not.toHaveProperty('postTo');
		expect(request({ ...posted, outcome: 'refuse' })).not.toHaveProperty('postTo');
		expect(request({ ...posted, zalo: true })).toMatchObject({ consents: { zalo: true } });
		expect(request(posted)).not.toHaveProperty('consents');
		const noPhone = { ...posted, zalo: true, person: { ...mai, phone: '' } };
		expect(request(noPhone)).not.toHaveProperty('consents');
	});

	it.each([
		[{}, []],
		[{ postAddress: ' a ' }, ['post-address']],
		[{ postAddress: 'x'.repeat(301) }, ['post-address']],
		[{ postAddress: '', byPost: false }, []],
		[{ postAddress: '', outcome: 'refuse' as const, refuseReason: 'Không thuộc xã này' }, []],
		[{ postAddress: '', filed: { dossierId: 'd', steps: [], answers: [] } }, []]
	])('with %j the faults are %j', (change, ids) => {
		expect(checkIntake(birth, { ...posted, ...change }, NOW).map(({ id }) => id)).toEqual(ids);
	});

	it('the address stays for the next matter, the consent is asked for again', () => {
		const next = nextMatter({ ...posted, zalo: true });
		expect(next).toMatchObject({ byPost: true, postAddress: posted.postAddress, zalo: false });
		expect(withProcedure({ ...posted, zalo: true }, certified.code)).toMatchObject({
			byPost: true,
			zalo: true
		});
	});

	it('a form kept from before they were asked is mended as one that asks for neither', () => {
		const { byPost: _byPost, postAddress: _address, zalo: _zalo, ...older } = posted;
		const chain = { ...buildChain(entry, posted, tools()), form: older as IntakeForm };
		expect(formOf(chain)).toMatchObject({ byPost: false, postAddress: '', zalo: false });
	});
});

describe('one sitting', () => {
	it('keeps the person and the visit for the next matter', () => {
		const next = nextMatter(
			aForm(birth, { identityCheck: 'card', refuseReason: 'x', signedBy: 's1' })
		);
		expect(next).toMatchObject({
			visitId: 'v1',
			person: mai,
			identityCheck: 'card',
			signedBy: 's1'
		});
		expect(next).toMatchObject({ procedureCode: '', papers: {}, refuseReason: '' });
	});
	it('drops what hung on the procedure when another is chosen', () => {
		const form = withProcedure(ticked(birth, aForm(birth)), certified.code);
		expect(form).toMatchObject({ procedureCode: certified.code, papers: {}, departmentId: '' });
		expect(form.person).toEqual(mai);
	});
});

describe('a scan', () => {
	const answers = { 'original-at-hand': 'paper', issuer: 'vietnam', condition: 'good' };
	const scanned = (hash: string) => {
		const line = encodeChecklist(certified, hash, answers, { original: 'ready' });
		const parts = scanChecklist(line);
		if (!parts) throw new Error('no checklist');
		return { kind: 'checklist' as const, ...parts };
	};
	const entry = { procedure: certified, contentHash: HASH };

	it('of a checklist brings the case, ticks nothing, and keeps the person', () => {
		const { form, problem } = prefillFrom(scanned(HASH), aForm(birth), entry);
		expect(problem).toBeUndefined();
		expect(form).toMatchObject({
			procedureCode: certified.code,
			answers,
			said: ['original'],
			papers: {},
			person: mai,
			source: 'checklist'
		});
	});
	it('of an older version brings only the procedure', () => {
		const { form, problem } = prefillFrom(scanned('cd'.repeat(32)), aForm(birth), entry);
		expect(problem).toBe('outdated');
		expect(form).toMatchObject({ procedureCode: certified.code, answers: {} });
	});
	it('that is damaged or unknown changes nothing', () => {
		const before = aForm(birth);
		const damaged = { ...scanned(HASH), answerSigns: '0' };
		expect(prefillFrom(damaged, before, entry)).toEqual({ form: before, problem: 'malformed' });
		expect(prefillFrom(damaged, before, undefined)).toEqual({
			form: before,
			problem: 'unknown-procedure'
		});
	});
	it('of a person fills the person and wipes nothing that was typed', () => {
		const person = { fullName: 'Vì Văn Nam', phone: '', citizenId: '1', address: '', email: '' };
		const { form } = prefillFrom({ kind: 'person', person }, aForm(birth), undefined);
		expect(form.person).toEqual({ ...mai, fullName: 'Vì Văn Nam', citizenId: '1' });
		expect(form.source).toBe('person-code');
		expect(withPerson(form, person, 'earlier').source).toBe('earlier');
	});
});
