import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { takesPhotos } from './takesPhotos';

const photo = true;

describe('a paper is photographed', () => {
	it('where the dossier is filed from this phone and the paper may be a picture', () => {
		expect(takesPhotos(birth, { photo })).toBe(true);
		expect(takesPhotos(birth, { photo: false })).toBe(false);
	});
	it('not for what is done at the counter only', () => {
		expect(takesPhotos({ ...birth, onlineLevel: 'none' }, { photo })).toBe(false);
	});
	it('not where there is no form to send it with', () => {
		expect(takesPhotos({ ...birth, eForm: null }, { photo })).toBe(false);
	});
});
