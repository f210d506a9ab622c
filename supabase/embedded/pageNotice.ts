/** The address of the notice's own style; the pages' policy lets them load styles of the site. */
export const noticeStylePath = '/thong-bao.css';

/** Scrolls away with the page, on top of which the app keeps things of its own. Slips say it by the office's name. */
export const noticeStyle = `.page-notice {
	margin: 0;
	padding: 0.35rem 1rem;
	background: #ffd75e;
	color: #1f1300;
	font: 600 1rem/1.3 system-ui, sans-serif;
	text-align: center;
	text-wrap: balance;
}
@media print {
	.page-notice {
		display: none;
	}
}
`;

/** Puts a sentence on top of a page of the built app, before everything that the app draws. */
export function withPageNotice(html: string, words: string): string {
	return html
		.replace('</head>', `<link rel="stylesheet" href="${noticeStylePath}" /></head>`)
		.replace(
			/<body[^>]*>/,
			(body) => `${body}<aside class="page-notice" aria-label="Thông báo">${escaped(words)}</aside>`
		);
}

function escaped(words: string): string {
	return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
