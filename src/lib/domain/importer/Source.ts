import type { Channel, Level } from '../catalogue/Procedure.ts';
import type { Duration } from './readDuration.ts';
import type { PaperRow } from './splitRows.ts';
import type { FeeLine } from './readFee.ts';

/** One way to file as the source states it. */
export type SourceMethod = {
	channel: Channel['kind'];
	time: Duration;
	fees: FeeLine[];
	/** What stands beside: conditions, addresses, other times. */
	note: string;
	raw: string;
};

/** A table of papers with its title ("Trường hợp …", "* Giấy tờ phải nộp:", "--"). */
export type SourceTable = { title: string; rows: PaperRow[]; doubt?: string };

/** A record of any shape, cut into its pieces and not yet interpreted; text is clean, "Không có thông tin" is empty. */
export type Source = {
	/** "Cổng Dịch vụ công quốc gia, …": where the figures can be looked up. */
	origin: string;
	/** The date of the record, when it carries one. */
	asOf?: string;
	code: string | number;
	title: string;
	field: string;
	levels: Level[];
	levelsText: string;
	decisionNo: string;
	agency: string;
	address: string;
	subjects: string;
	conditions: string;
	steps: { text: string; doubt?: string };
	methods: SourceMethod[];
	tables: SourceTable[];
	laws: string[];
	lawsText: string;
	/** Why the laws are not simply what the source writes. */
	lawsDoubt?: string;
	results: { name: string; code?: string }[];
	resultsText: string;
	online?: 'full' | 'partial' | 'none';
	/** The words of the source about the online level, also those nobody understands. */
	onlineText: string;
	/** Names of the files of blank forms. */
	forms: string[];
	/** Pieces nobody knew what to do with. */
	leftOver: string[];
};
