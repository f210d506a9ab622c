const features =
	'accelerometer browsing-topics display-capture gamepad geolocation gyroscope hid ' +
	'identity-credentials-get idle-detection local-fonts magnetometer microphone midi otp-credentials payment ' +
	'publickey-credentials-create publickey-credentials-get serial usb window-management xr-spatial-tracking';

/**
 * Sent with every answer. Hashes of scripts and styles stand in each page's meta tag; the header carries what a meta tag
 * cannot. Sharing and copying keep their default (own origin only): a citizen shares the list of papers.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
	'content-security-policy': "frame-ancestors 'none'",
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'permissions-policy': [
		'camera=(self)',
		...features.split(' ').map((feature) => `${feature}=()`)
	].join(', '),
	'cross-origin-opener-policy': 'same-origin',
	'x-frame-options': 'DENY'
};

const shownInPlace = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

/** What an answer of storage carries besides: a stranger's bytes never run, and are saved unless a picture or PDF. */
export function storageHeaders(contentType: string | null): Record<string, string> {
	const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
	return {
		'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
		...(shownInPlace.has(type) ? {} : { 'content-disposition': 'attachment' })
	};
}
