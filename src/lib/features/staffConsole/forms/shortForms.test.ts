import { describe, expect, it } from 'vitest';
import { refuseErrors, replyErrors, returnErrors, withdrawErrors } from './shortForms';

const ids = (errors: { id: string }[]) => errors.map(({ id }) => id);

describe('the short forms', () => {
	it.each([
		[{ reason: '', rightPlace: '' }, ['refuse-reason']],
		[{ reason: '  x ', rightPlace: 'y'.repeat(301) }, ['refuse-reason', 'right-place']],
		[{ reason: 'Không thuộc xã này', rightPlace: '' }, []]
	])('refusing with %j', (draft, expected) => {
		expect(ids(refuseErrors(draft))).toEqual(expected);
	});

	it.each([
		['', ['reply-text']],
		[' \u200B a', ['reply-text']],
		['Được', []],
		['x'.repeat(1001), ['reply-text']]
	])('replying %j', (text, expected) => {
		expect(ids(replyErrors({ text }))).toEqual(expected);
	});

	it.each([
		['', []],
		['x'.repeat(501), ['withdraw-reason']]
	])('withdrawing because of %j', (reason, expected) => {
		expect(ids(withdrawErrors({ reason }))).toEqual(expected);
	});

	it.each([
		[{ recipientName: 'A', who: 'self', proxyPaper: '' }, ['recipient']],
		[{ recipientName: 'An', who: 'self', proxyPaper: '' }, []],
		[{ recipientName: 'An', who: 'proxy', proxyPaper: '' }, ['proxy-paper']],
		[{ recipientName: '', who: 'proxy', proxyPaper: 'x' }, ['recipient', 'proxy-paper']],
		[{ recipientName: 'An', who: 'proxy', proxyPaper: 'giấy ủy quyền' }, []]
	])('returning with %j', (draft, expected) => {
		expect(ids(returnErrors(draft))).toEqual(expected);
	});
});
