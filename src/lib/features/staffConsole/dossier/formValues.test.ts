import { expect, it } from 'vitest';
import { shownAnswers, shownForm } from './formValues';
import { aDossier } from './testDossier';

const { procedure } = aDossier();

it('shows values in the order of the form, choices by their label, and hides nothing', () => {
	const shown = shownForm(procedure, {
		'mother-name': 'Trần Thị Bích Ngọc',
		'child-sex': 'female',
		'child-name': 'Nguyễn Minh An',
		'child-hometown': '',
		'field-of-an-older-form': 'còn đây'
	});
	expect(
		shown.sections.map((section) => section.values.map(({ id, value }) => [id, value]))
	).toEqual([
		[
			['child-name', 'Nguyễn Minh An'],
			['child-sex', 'Nữ']
		],
		[['mother-name', 'Trần Thị Bích Ngọc']]
	]);
	expect(shown.others).toEqual([{ id: 'field-of-an-older-form', value: 'còn đây' }]);
});

it('shows answers by their label and "not sure" as no answer', () => {
	expect(
		shownAnswers(procedure, { 'birth-paper': 'paper', 'child-found': 'unsure' }).map(
			({ id, answer }) => [id, answer]
		)
	).toEqual([
		['child-found', undefined],
		['birth-paper', 'Có bản giấy']
	]);
});
