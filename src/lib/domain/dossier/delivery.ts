import type { FormField } from '../catalogue/EForm.ts';
import { tidyLine } from '../shared/tidyText.ts';
import type { ApplicantInput } from './Draft.ts';

type Asked = FormField & { id: 'resultBy' | 'postAddress' };

/** Where the result is fetched or sent to (Mẫu số 01, item 6). Nobody knows the postage beforehand: no price is named. */
const RESULT_BY: Asked = {
	id: 'resultBy',
	type: 'choice',
	label: 'Nhận kết quả ở đâu?',
	required: true,
	options: [
		{ value: 'office', label: 'Tại quầy một cửa' },
		{ value: 'post', label: 'Bưu điện mang đến nhà, bạn trả tiền cước khi nhận' }
	]
};

const POST_ADDRESS: Asked = {
	id: 'postAddress',
	type: 'address',
	label: 'Gửi đến địa chỉ nào?',
	help: 'Thôn hoặc số nhà, xã, tỉnh. Bưu tá gọi vào số điện thoại bạn ghi ở trên.',
	required: true
};

/** The address for the parcel as typed: where the person lives, until something else is written. */
function addressOf({ postAddress, address }: ApplicantInput): string {
	return postAddress ?? address;
}

/** What is asked about the result, with what was said so far; fetched at the office unless somebody wants the post. */
export function deliveryFields(applicant: ApplicantInput): { field: Asked; value: string }[] {
	const value = applicant.resultBy ?? 'office';
	return [
		{ field: RESULT_BY, value },
		...(value === 'post' ? [{ field: POST_ADDRESS, value: addressOf(applicant) }] : [])
	];
}

/** Where the result is to be posted to; undefined = it is fetched. */
export function postToOf(applicant: ApplicantInput): string | undefined {
	return applicant.resultBy === 'post' ? tidyLine(addressOf(applicant)) : undefined;
}
