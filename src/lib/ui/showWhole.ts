/** For `onkeyup` of a box of several lines: reached by Tab, a browser brings only the line with the caret into sight. */
export function showWhole({ key, currentTarget }: KeyboardEvent & { currentTarget: HTMLElement }) {
	if (key === 'Tab') currentTarget.scrollIntoView({ block: 'nearest' });
}
