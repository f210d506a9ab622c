import { expect, it } from 'vitest';
import { noticesOf, unseenOf } from './CitizenNotice';

const notice = (sequence: number) => ({
	sequence,
	kind: 'receive',
	title: 'Quầy đã tiếp nhận hồ sơ',
	body: '',
	at: '2026-11-23T02:05:00Z'
});
const told = (noticesSeen?: number) => ({
	...(noticesSeen === undefined ? {} : { noticesSeen }),
	progress: { own: { notices: [notice(4), notice(2)] } }
});

it('counts what came since somebody last looked', () => {
	expect(unseenOf(told()).map(({ sequence }) => sequence)).toEqual([4, 2]);
	expect(unseenOf(told(2)).map(({ sequence }) => sequence)).toEqual([4]);
	expect(unseenOf(told(4))).toEqual([]);
});

it('has none before the server was heard, nor from one that sends none', () => {
	expect(noticesOf({ progress: null })).toEqual([]);
	expect(noticesOf({ progress: {} })).toEqual([]);
	expect(unseenOf({ progress: { own: {} } })).toEqual([]);
});
