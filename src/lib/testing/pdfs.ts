import { latin1 } from './images';

const PERMISSIONS = -4;
const FILE_ID = '00112233445566778899aabbccddeeff';

type Proof = { owner: string; user: string };

/**
 * Encryption dictionaries that qpdf 11 wrote (`--static-id`, owner password "chu"): once with an empty user password, once
 * with one that must be typed.
 */
const ENCRYPTIONS = {
	'RC4, 40 bits (revision 2)': {
		rest: '/V 1 /R 2 /Length 40',
		open: {
			owner: '9f6c3340964b30f4587dca87f54d7cdc3946728672adb99e82eba35d6431b116',
			user: '7105068f1ffc6b5893035b83a8de51706d803828186d78cf7530497dc19b6546'
		},
		locked: {
			owner: 'dab20975b05fcf9d8333da9f7f3d3cb0172624cf58c48f3083e7bc73685c5843',
			user: '25af3780565a6c5c4f3a743eafd40f040f4abeff00a0fca7ff396681554302aa'
		}
	},
	'RC4, 128 bits (revision 3)': {
		rest: '/V 2 /R 3 /Length 128',
		open: {
			owner: 'd4179f1246681541af3fb7c08c02963df309b81a752b4382c6b0383b9bbf0639',
			user: '75b80d887040f83b0de5c93c980a12540122456a91bae5134273a6db134c87c4'
		},
		locked: {
			owner: '91c9a527607cea287471a7d80672d651dd69ee535f42752cc7bc271597d2ef6c',
			user: 'a69fbf3e56c08a580295cda7dcb2bfcf0122456a91bae5134273a6db134c87c4'
		}
	},
	'AES, 128 bits (revision 4)': {
		rest: '/V 4 /R 4 /Length 128 /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF',
		open: {
			owner: 'd4179f1246681541af3fb7c08c02963df309b81a752b4382c6b0383b9bbf0639',
			user: '75b80d887040f83b0de5c93c980a12540122456a91bae5134273a6db134c87c4'
		},
		locked: {
			owner: '91c9a527607cea287471a7d80672d651dd69ee535f42752cc7bc271597d2ef6c',
			user: 'a69fbf3e56c08a580295cda7dcb2bfcf0122456a91bae5134273a6db134c87c4'
		}
	},
	'AES, 128 bits, plain metadata (revision 4)': {
		rest: '/V 4 /R 4 /Length 128 /EncryptMetadata false /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF',
		open: {
			owner: 'd4179f1246681541af3fb7c08c02963df309b81a752b4382c6b0383b9bbf0639',
			user: '6159966f905344c66f9746783d6dba080122456a91bae5134273a6db134c87c4'
		},
		locked: {
			owner: '91c9a527607cea287471a7d80672d651dd69ee535f42752cc7bc271597d2ef6c',
			user: '4fdf39b9a0d70c1b51762d1d1ab204920122456a91bae5134273a6db134c87c4'
		}
	},
	'AES, 256 bits (revision 5)': {
		rest: '/V 5 /R 5 /Length 256 /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF',
		open: {
			owner:
				'558f0e07ca7278b8e4cb354e9a4053857406f95f5ff918535cf08cc61a3431d7abe1a72d0f10b6b1c083ef0e61e4c795',
			user: '91f5ed613e5d88faf94b7d326de513102788742e7972c326fb64351133dd50dd3f270da62fca8c262af2c7d99f8e886f'
		},
		locked: {
			owner:
				'bfc2a5600053f90b0ca7eafaef9f6177c45918f45a4494d4f2191dc9d249514b64c38ab75dc139c2d5453ff4ef569161',
			user: '8629e3aa0cafd8aab997d9c8687369d7679b0ecfb3e7ac43467254245dd891976806c933608f05bf00066cb9f51fac84'
		}
	},
	'AES, 256 bits (revision 6)': {
		rest: '/V 5 /R 6 /Length 256 /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF',
		open: {
			owner:
				'a75ade912fc1803c88a39d8f1f37563a62c131bfdf24ded71a742ecd7e783d695635be95882a39435ca50c139f63539b',
			user: '41ada4c26faf1b28d71ebbbef5c1bfbc9ca57734d7becfb1b26396643a58ea9c4ed02121d62de061ab16b6be875d2480'
		},
		locked: {
			owner:
				'59af0da29e2379cb7d2798bccdbc6aaeb44032192ac5edf4e1b9913a070031b142a642ab9b52104d38303c7b6ea30fb2',
			user: 'adc1ebbbb5ae441299b5a37d9452ab6ddf120779c28c4f0da6ef07f90904ec9d479fa394cd273c90061bb1f5702883ac'
		}
	}
} satisfies Record<string, { rest: string; open: Proof; locked: Proof }>;

export type EncryptedKind = keyof typeof ENCRYPTIONS;
export const ENCRYPTED_KINDS = Object.keys(ENCRYPTIONS) as EncryptedKind[];

/** How a PDF of one empty page is to be written. */
export type PdfOptions = {
	encryption?: { kind: EncryptedKind; isLocked: boolean };
	/** An encryption dictionary written out, instead of the above. */
	encryptionText?: string;
	/** Cross-reference stream instead of a table (its data is not needed to judge the file). */
	isStream?: boolean;
	/** Bytes before the header, behind the end. */
	before?: string;
	behind?: string;
	/** Moves the number behind `startxref`. */
	displaced?: number;
	/** Tells at the beginning that the file is this long. */
	linearizedLength?: number;
};

/** A PDF as Latin-1 bytes. */
export function pdfOf(options: PdfOptions = {}): Uint8Array<ArrayBuffer> {
	const { encryption, isStream, before = '', behind = '', displaced = 0 } = options;
	const entries = options.encryptionText ?? (encryption ? encryptionText(encryption) : undefined);
	const linearized = options.linearizedLength
		? `9 0 obj\n<< /Linearized 1 /L ${options.linearizedLength} >>\nendobj\n`
		: '';
	const body = [
		`%PDF-1.7\n${linearized}1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n`,
		'2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
		'3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n',
		// A number that ends like the wanted one must not be taken for it.
		entries ? `15 0 obj\n<< /Filter /None >>\nendobj\n5 0 obj\n<< ${entries} >>\nendobj\n` : ''
	].join('');
	const trailer = `/Root 1 0 R /Size 6 /ID [<${FILE_ID}> <${FILE_ID}>]${entries ? ' /Encrypt 5 0 R' : ''}`;
	const table = isStream
		? `6 0 obj\n<< /Type /XRef /W [1 2 1] /Length 0 ${trailer} >>\nstream\n\nendstream\nendobj\n`
		: `xref\n0 1\n0000000000 65535 f \ntrailer\n<< ${trailer} >>\n`;
	const end = `startxref\n${body.length + displaced}\n%%EOF\n`;
	return latin1(before + body + table + end + behind);
}

/** The entries of one of the dictionaries above. */
export function encryptionText({
	kind,
	isLocked
}: {
	kind: EncryptedKind;
	isLocked: boolean;
}): string {
	const { rest, open, locked } = ENCRYPTIONS[kind];
	const { owner, user } = isLocked ? locked : open;
	return `/Filter /Standard ${rest} /P ${PERMISSIONS} /O <${owner}> /U <${user}>`;
}
