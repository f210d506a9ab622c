/** Classes whose message names tables and functions only: privileges, missing objects, broken functions. */
const tellingClasses = /^(42|XX|0A)/;

/**
 * The backend writes every database error to the console, statement, parameters and all: names and numbers of citizens.
 * From here on the console of this process gets one line for what an operator must know, without any value, and
 * nothing for the refusals (PT4xx) that functions raise in the ordinary course.
 */
export function muteBackendConsole(log: (line: string) => void): void {
	console.warn = () => undefined;
	console.error = (...parts: unknown[]) => {
		for (const part of parts) {
			const line = part instanceof Error ? describeFault(part) : undefined;
			if (line) log(line);
		}
	};
}

function describeFault(fault: Error): string | undefined {
	const code = 'code' in fault ? String(fault.code) : '';
	if (/^PT4/.test(code)) return undefined;
	if (/^\w{5}$/.test(code))
		return `Cơ sở dữ liệu báo lỗi ${code}${tellingClasses.test(code) ? `: ${fault.message}` : ''}`;
	return `Máy chủ báo lỗi ${fault.name}${code ? ` (${code})` : ''}`;
}
