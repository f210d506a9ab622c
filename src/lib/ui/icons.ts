/** Path data on a 24×24 grid, drawn as 2-unit round strokes in the colour of the text around it. */
export const icons = {
	home: 'M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-4.5a2 2 0 0 1 4 0V20',
	search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20.5 20.5',
	paper: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
	phone:
		'M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3c0 1-1 2-2 2C11.5 20 4 12.5 4 5.500c0-1 1-2 2-2Z',
	check: 'M4.5 12.5 10 18 20 6.5',
	clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2.5',
	warning: 'M12 3.5 22 20.500H2ZM12 10v5M12 17.600v.4',
	info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v6M12 7.200v.4',
	print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
	share: 'M12 15V3.500M8 7l4-3.500L16 7M6 11H4.500v9.500h15V11H18',
	qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.500v2.500H14zM20 14v2M14 20h2M19 18.500v2h1.5',
	person: 'M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.500a7.5 7.5 0 0 1 15 0',
	back: 'M11 5l-7 7 7 7M4.5 12H20',
	forward: 'M13 5l7 7-7 7M19.5 12H4',
	up: 'M12 20V5M6 11l6-6 6 6',
	down: 'M12 4v15M6 13l6 6 6-6',
	copy: 'M8 8h12v12H8zM16 8V4H4v12h4',
	remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.500M13.500 11v5.500',
	add: 'M12 5v14M5 12h14',
	closed: 'M9 5.500l7 6.500-7 6.500',
	opened: 'M5.500 9l6.500 7 6.500-7'
} as const;

export type IconName = keyof typeof icons;
