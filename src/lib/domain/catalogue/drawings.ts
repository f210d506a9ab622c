/**
 * Small drawings of what the commonest papers look like (`static/giay-to/<name>.svg`): somebody who does not know a
 * paper by its name knows it by its looks.
 */
export const DRAWINGS = [
	'birth-notice',
	'birth-certificate',
	'death-notice',
	'death-certificate',
	'marriage-certificate',
	'marital-status',
	'id-card',
	'passport',
	'authorisation',
	'declaration',
	'statement',
	'court-decision',
	'contract',
	'land-certificate',
	'house-drawing',
	'business-certificate',
	'disability-certificate',
	'document-pages'
] as const;
