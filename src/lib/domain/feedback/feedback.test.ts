import { expect, it } from 'vitest';
import { feedbackFaults, type FeedbackDraft } from './Feedback';

const good: FeedbackDraft = {
	id: 'a',
	secret: 's',
	kind: 'complaint',
	topic: 'attitude',
	content: 'Chờ cả buổi sáng',
	agencyCode: '',
	matter: '',
	dossierCode: '',
	aboutName: '',
	name: '',
	phone: '',
	email: '',
	waiting: false
};

it.each([
	['nothing', {}, 1, []],
	['no kind', { kind: '' }, 1, ['kind']],
	['no topic', { topic: 'x' }, 1, ['topic']],
	['too short', { content: '  Chậm quá  ' }, 1, ['content']],
	['too long', { content: 'ế'.repeat(4001) }, 1, ['content']],
	['just long enough', { content: 'ế'.repeat(4000) }, 1, []],
	['one of several offices', {}, 2, ['office']],
	['an office is named', { agencyCode: 'H99.01' }, 2, []],
	['an address that is none', { email: 'binh@thu' }, 1, ['email']],
	['an address', { email: ' binh@thu.test ' }, 1, []]
])('%s', (_, change, offices, faults) => {
	expect(Object.keys(feedbackFaults({ ...good, ...change }, offices))).toEqual(faults);
});
