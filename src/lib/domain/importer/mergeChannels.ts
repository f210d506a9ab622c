import type { Channel } from '../catalogue/Procedure.ts';
import { cleanLine, isMissing } from './cleanText.ts';
import { CHANNEL_NAMES } from './draftChannels.ts';
import { readChannels } from './listFigures.ts';
import { limitText, linesPerChannel } from './listTexts.ts';
import { isAlike, type Merge } from './Merge.ts';
import { readDuration } from './readDuration.ts';

/** The ways to file in force with the places and times a row says otherwise; steps stay as they were authored. */
export function mergeChannels(merge: Merge): Channel[] {
	const { base, fresh, cells, before, differs, book, take } = merge;
	if (!(['channels', 'where', 'limit'] as const).some(differs)) return base.channels;
	const listed = differs('channels') ? readChannels(cells.channels ?? '') : undefined;
	const kept = base.channels.filter(({ kind }) => listed?.includes(kind) ?? true);
	for (const { kind } of base.channels)
		if (listed?.includes(kind) === false)
			book.drop(
				'channels.kind',
				before.channels,
				'danh sách không ghi cách nộp này',
				CHANNEL_NAMES[kind]
			);
	const added = fresh.procedure.channels.filter(
		({ kind }) => listed?.includes(kind) && !base.channels.some((one) => one.kind === kind)
	);
	for (const { kind } of added)
		take(['channels.kind', 'channels.where', 'channels.limit'], CHANNEL_NAMES[kind]);
	if (added.length > 0) take(['channels.steps']);
	return [...kept.map((channel) => mergeLimit(mergeWhere(channel, merge), merge)), ...added];
}

/** What a cell says for one way to file; a text without the names of ways speaks for all of them. */
function textFor(cell: string, kind: Channel['kind']): string {
	const own = linesPerChannel(cell);
	const text = own.size > 0 ? (own.get(kind) ?? '') : cell.trim();
	return isMissing(text) ? '' : text;
}

function mergeWhere(channel: Channel, { base, cells, differs, book }: Merge): Channel {
	const cell = cells.where ?? '';
	if (!differs('where')) return channel;
	const where = textFor(cell, channel.kind);
	if (where === '' || isAlike(where, channel.where)) return channel;
	const at = CHANNEL_NAMES[channel.kind];
	const counter = base.channels.find(({ kind }) => kind === 'in-person') ?? base.channels[0];
	// One place for all, where ours have several: it is the place people walk to, not the address of a website.
	if (linesPerChannel(cell).size === 0 && channel.where !== counter?.where) {
		book.drop(
			'channels.where',
			where,
			'danh sách chỉ ghi một nơi nộp; cách nộp này giữ nơi đang dùng',
			at
		);
		return channel;
	}
	book.read('channels.where', where, at);
	return { ...channel, where };
}

function mergeLimit(channel: Channel, { base, cells, differs, book }: Merge): Channel {
	const cell = cells.limit ?? '';
	if (!differs('limit')) return channel;
	const text = textFor(cell, channel.kind);
	if (text === '' || isAlike(text, limitText(channel.limit))) return channel;
	const at = CHANNEL_NAMES[channel.kind];
	const { limit, doubt, lost } = readDuration(text);
	if (limit === null) {
		book.drop(
			'channels.limit',
			cleanLine(text),
			`${lost ?? 'không đọc được'}; giữ thời hạn đang dùng`,
			at
		);
		return channel;
	}
	if (limitText(limit) === limitText(channel.limit)) {
		book.weigh('channels.limit', text, doubt, at);
		return channel;
	}
	const isShared = linesPerChannel(cell).size === 0;
	const wereSeveral = new Set(base.channels.map((one) => limitText(one.limit))).size > 1;
	book.weigh(
		'channels.limit',
		text,
		doubt ??
			(isShared && wereSeveral
				? 'danh sách ghi một thời hạn cho mọi cách nộp; bản đang dùng ghi khác nhau'
				: channel.limitNote
					? 'giữ ghi chú thời hạn của bản đang dùng; hãy xem còn đúng không'
					: undefined),
		at
	);
	return { ...channel, limit };
}
