import { describe, expect, it } from 'vitest';
import {
	refuseErrors,
	replyErrors,
	returnContent,
	returnErrors,
	withdrawErrors
} from './shortForms';

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

	const blank = {
		recipientName: 'An',
		who: 'self',
		proxyPaper: '',
		postAddress: '',
		postNumber: '',
		carrier: 'Bưu điện Việt Nam'
	};
	const posted = { ...blank, who: 'post', postAddress: 'Thôn Hạ', postNumber: 'EE123456789VN' };

	it.each([
		[{ ...blank, recipientName: 'A' }, ['recipient']],
		[blank, []],
		[{ ...blank, who: 'proxy' }, ['proxy-paper']],
		[{ ...blank, recipientName: '', who: 'proxy', proxyPaper: 'x' }, ['recipient', 'proxy-paper']],
		[{ ...blank, who: 'proxy', proxyPaper: 'giấy ủy quyền' }, []],
		[posted, []],
		[{ ...posted, carrier: '' }, []],
		[{ ...blank, who: 'post' }, ['post-address', 'post-number']],
		[{ ...posted, recipientName: '', postNumber: 'EE 1' }, ['recipient']],
		[{ ...posted, postNumber: '123' }, ['post-number']],
		[{ ...posted, postNumber: 'số 12345' }, ['post-number']],
		[
			{ ...posted, postAddress: 'x'.repeat(301), carrier: 'y'.repeat(81) },
			['post-address', 'carrier']
		]
	])('returning with %j', (draft, expected) => {
		expect(ids(returnErrors(draft))).toEqual(expected);
	});

	it.each([
		[{ ...posted, who: 'self' }, { proxy: false }],
		[
			{ ...posted, who: 'proxy', proxyPaper: ' giấy ủy quyền ' },
			{ proxy: true, proxyPaper: 'giấy ủy quyền' }
		],
		[
			{ ...posted, proxyPaper: 'cũ', postNumber: ' EE123456789VN ', carrier: ' ' },
			{ proxy: false, post: { number: 'EE123456789VN', address: 'Thôn Hạ' } }
		],
		[
			posted,
			{
				proxy: false,
				post: { number: 'EE123456789VN', address: 'Thôn Hạ', carrier: 'Bưu điện Việt Nam' }
			}
		]
	])('%j is sent as %j', (draft, content) => {
		expect(returnContent(draft, ['Sổ'])).toEqual({
			recipientName: 'An',
			originals: ['Sổ'],
			...content
		});
	});
});
