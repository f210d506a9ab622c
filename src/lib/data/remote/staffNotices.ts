import * as z from 'zod/mini';
import type { StaffNotices } from '$lib/data/ports/StaffNotices';
import { NoticeTexts, Wording } from '$lib/domain/dossier/NoticeTexts';
import type { StaffClient } from './staffClient';

/** The texts of notices, as whoever is signed in. */
export function createStaffNotices(staff: Pick<StaffClient, 'call'>): StaffNotices {
	return {
		texts: () => staff.call('notice_templates', {}, NoticeTexts),
		preview: (text) => staff.call('preview_notice_template', text, Wording),
		save: (text) => staff.call('save_notice_template', text, z.object({ version: z.int() }))
	};
}
