/** Why a password is no good: too short, longer than the server reads, or the e-mail address itself. */
export type PasswordFault = 'short' | 'long' | 'email';

const shortest = 10;
/** What bcrypt reads: everything beyond would be ignored without a word. */
const longestBytes = 72;

/** What is wrong with a new password for this account, or undefined. Counts characters, not bytes, at the short end. */
export function findPasswordFault(password: string, email: string): PasswordFault | undefined {
	if ([...password].length < shortest) return 'short';
	if (new TextEncoder().encode(password).length > longestBytes) return 'long';
	const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
	const address = plain(email);
	const [name] = address.split('@');
	if (address && [address, name].includes(plain(password))) return 'email';
	return undefined;
}
