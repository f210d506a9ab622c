import type { Executor } from '#embedded/database.ts';
import type { DemoOffice } from './offices.ts';

/**
 * Writes the offices of the simulated year with their departments, staff and roles, as an office's IT person does at the
 * installation (supabase/README.md). Nobody has an account yet. The first office is the parent of all others.
 */
export async function setUpOffices(
	database: Pick<Executor, 'query'>,
	offices: readonly DemoOffice[]
): Promise<void> {
	const parent = offices[0]?.id;
	await database.query(insertOffices, [
		JSON.stringify(
			offices.map(({ id, code, name, place, receives }) => ({
				id,
				code,
				parent: id === parent ? null : parent,
				name,
				place,
				receives
			}))
		)
	]);
	await database.query(insertDepartments, [
		JSON.stringify(
			offices.flatMap(({ id: agency, departments }) =>
				departments.map((one) => ({ ...one, agency }))
			)
		)
	]);
	const staff = offices.flatMap(({ id: agency, staff }) =>
		staff.map((one) => ({ ...one, agency }))
	);
	await database.query(insertStaff, [JSON.stringify(staff)]);
	await database.query(insertRoles, [JSON.stringify(staff)]);
}

const insertOffices = `
	insert into public.agencies (id, code, parent_id, name, place, address, phone, receives)
	select id, code, parent, name, place, 'Địa chỉ mô phỏng', '0900000000', receives
	from jsonb_to_recordset($1::text::jsonb) as given (id uuid, code text, parent uuid, name text, place text, receives boolean)`;
const insertDepartments = `
	insert into public.departments (id, agency_id, name, field_codes)
	select id, agency, name, array(select jsonb_array_elements_text(fields))
	from jsonb_to_recordset($1::text::jsonb) as given (id uuid, agency uuid, name text, fields jsonb)`;
const insertStaff = `
	insert into public.staff (id, agency_id, department_id, full_name, title)
	select id, agency, department, "fullName", title
	from jsonb_to_recordset($1::text::jsonb) as given (id uuid, agency uuid, department uuid, "fullName" text, title text)`;
const insertRoles = `
	insert into public.staff_roles (staff_id, role)
	select id, jsonb_array_elements_text(roles)
	from jsonb_to_recordset($1::text::jsonb) as given (id uuid, roles jsonb)`;
