import { loadProcedure } from '$lib/app/loadCatalogue';
import type { Services } from '$lib/app/context';
import type { CatalogueIndex, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';
import { buildChain } from '$lib/domain/intake/buildChain';
import { formOf, isDone, type Chain } from '$lib/domain/intake/Chain';
import { checkIntake, mayAssist } from '$lib/domain/intake/checkIntake';
import { DeskSetup, type KnownPerson } from '$lib/domain/intake/Intake';
import { feeLines, feeTotal } from '$lib/domain/intake/intakeFees';
import {
	emptyForm,
	nextMatter,
	withProcedure,
	type IntakeForm
} from '$lib/domain/intake/IntakeForm';
import { intakePapers, isSameDay, outcomeOf } from '$lib/domain/intake/intakePapers';
import { prefillFrom, withPerson } from '$lib/domain/intake/prefill';
import type { Scanned } from '$lib/domain/intake/Scanned';
import { tidyValue } from '$lib/domain/dossier/tidyValue';
import type { getStaffSession } from '$lib/features/staffConsole';
import { localOf } from '$lib/i18n/format';
import { viCounter } from '$lib/i18n/viCounter';
import { viStaff } from '$lib/i18n/viStaff';
import { faultMessages } from './faultMessages';

type Session = ReturnType<typeof getStaffSession>;
type CounterServices = Pick<Services, 'loadStores' | 'newId' | 'now'>;

const FORM = 'intake';
const SITTING = 'cache:sitting';
const SETUP = 'cache:setup';
const CATALOGUE_PAUSE_MS = 400;
/** What the server takes for a whole citizen number: half a number asks for nobody. */
const NUMBER = /^(\d{12}|\d{9}|[A-Z]\d{7,8})$/;

/** One officer's intake: the form, what it comes to, and what was done for the person in front of the desk. */
export class IntakeState {
	form = $state<IntakeForm>(emptyForm(''));
	index = $state.raw<CatalogueIndex>({ hash: '', fields: [], procedures: [] });
	entry = $state.raw<SnapshotEntry | undefined>();
	setup = $state.raw<DeskSetup | undefined>();
	/** People of earlier dossiers with the number that was typed. */
	people = $state.raw<KnownPerson[]>([]);
	errors = $state.raw<{ id: string; message: string }[]>([]);
	/** What a scan or this PC has to say. */
	notice = $state('');
	isReady = $state(false);
	busy = $state(false);
	readonly papers = $derived(this.entry ? intakePapers(this.entry.procedure, this.form) : []);
	readonly outcome = $derived(
		this.entry ? outcomeOf(this.entry.procedure, this.form) : ('receive' as const)
	);
	readonly fees = $derived(this.entry ? feeLines(this.entry.procedure, this.form) : []);
	readonly total = $derived(feeTotal(this.fees, this.form.exemption));
	readonly sameDay = $derived(
		this.entry ? isSameDay(this.entry.procedure, this.form.channel) : false
	);
	readonly canAssist = $derived(this.entry ? mayAssist(this.entry.procedure) : false);
	readonly #session: Session;
	readonly #services: CounterServices;
	#asked = '';
	#isClosed = false;
	/** Settles once this PC has the catalogue, or the page is left. */
	#catalogue: Promise<void> | undefined;

	constructor(session: Session, services: CounterServices) {
		this.#session = session;
		this.#services = services;
		this.form = emptyForm(services.newId());
	}

	get #work() {
		return this.#session.work;
	}

	/** Matters of this sitting, oldest first. */
	get sitting(): Chain[] {
		return (this.#work?.chains ?? []).filter((chain) => chain.visitId === this.form.visitId);
	}

	/** Matters of other sittings: on their way, refused, or answered after the person had gone. */
	get others(): Chain[] {
		return (this.#work?.chains ?? []).filter((chain) => chain.visitId !== this.form.visitId);
	}

	/** Brings back what was being typed, then the catalogue and the office's departments. `blank`: a slip to type in. */
	async start(blank: string): Promise<void> {
		this.#catalogue = this.#loadIndex();
		const kept =
			(await this.#session.store.load(FORM)) ?? (await this.#session.store.load(SITTING));
		if (isForm(kept)) this.form = { ...emptyForm(kept.visitId), ...kept };
		if (this.form.procedureCode) await this.#loadEntry(this.form.procedureCode);
		if (blank) {
			this.form.usesBlank = true;
			this.form.blank.number = blank;
		}
		this.setup = DeskSetup.safeParse(await this.#session.store.load(SETUP)).data;
		this.#route();
		this.isReady = true;
		await this.loadSetup();
	}

	/** The page is left. */
	close(): void {
		this.#isClosed = true;
	}

	/** Asks for departments and signers anew; without a line the copy on this PC serves. */
	async loadSetup(): Promise<void> {
		const answer = this.#session.watch(await this.#session.desk.setup());
		if (!answer.ok) return;
		this.setup = answer.value;
		this.#session.store.save(SETUP, answer.value);
		this.#route();
	}

	/**
	 * Keeps what is typed; an untouched form leaves nothing behind. The person of a sitting in which something was done
	 * is kept too, but is no work begun.
	 */
	keep(form: IntakeForm): void {
		const { procedureCode, person, mends, usesBlank } = form;
		const hasPerson = Object.values(person).some(Boolean);
		const isSitting = hasPerson && this.sitting.length > 0;
		const isBegun = procedureCode !== '' || mends !== '' || usesBlank || (hasPerson && !isSitting);
		const { store } = this.#session;
		if (isBegun) store.save(FORM, form);
		else store.forget(FORM);
		if (isSitting) store.save(SITTING, form);
		else store.forget(SITTING);
	}

	async pick(code: string): Promise<void> {
		this.form = withProcedure($state.snapshot(this.form), code);
		this.errors = [];
		await this.#loadEntry(code);
		this.#route();
	}

	/** Takes over a scanned code, wherever the keyboard is. */
	async takeScan(scanned: Scanned): Promise<void> {
		this.notice = '';
		if (scanned.kind === 'unknown') this.notice = viCounter.scan.unknown;
		else if (scanned.kind === 'dossier') this.notice = viCounter.scan.dossier(scanned.code);
		else {
			const code = scanned.kind === 'checklist' ? scanned.procedureCode : '';
			if (code && this.index.procedures.length === 0) {
				this.notice = viCounter.page.loading;
				await this.#catalogue;
				this.notice = '';
			}
			const entry = code ? await this.#find(code) : this.entry;
			const taken = prefillFrom(scanned, $state.snapshot(this.form), entry);
			this.form = taken.form;
			if (taken.problem) this.notice = viCounter.scan[taken.problem];
			if (entry && this.form.procedureCode === entry.procedure.code) this.entry = entry;
			this.#route();
			if (scanned.kind === 'person') void this.findPeople();
		}
	}

	/** Looks for earlier dossiers of the number that was typed; a name alone finds nobody. */
	async findPeople(): Promise<void> {
		const citizenId = tidyValue('citizen-id', this.form.person.citizenId);
		const phone = tidyValue('phone', this.form.person.phone);
		const who = NUMBER.test(citizenId)
			? { citizenId }
			: /^0\d{9,10}$/.test(phone)
				? { phone }
				: undefined;
		const question = JSON.stringify(who ?? '');
		if (question === this.#asked) return;
		this.#asked = question;
		this.people = [];
		if (!who) return;
		const answer = this.#session.watch(await this.#session.desk.findPerson(who));
		if (this.#asked !== question) return;
		if (answer.ok) this.people = answer.value;
		else this.#asked = '';
	}

	/** The person of an earlier dossier, and with `procedureCode` the same procedure once more. */
	async reuse(person: KnownPerson, procedureCode?: string): Promise<void> {
		this.form = withPerson($state.snapshot(this.form), person, 'earlier');
		this.people = [];
		if (procedureCode) await this.pick(procedureCode);
	}

	/** Keeps the matter and sends it; true when it is on this PC, whatever the line does. */
	async submit(): Promise<boolean> {
		const work = this.#work;
		if (this.busy || !work) return false;
		const form = $state.snapshot(this.form);
		const now = this.#services.now();
		const faults = checkIntake(this.entry?.procedure, form, localOf(now));
		this.errors = faultMessages(faults);
		if (faults.length > 0 || !this.entry) return false;
		this.busy = true;
		const chain = buildChain(this.entry, form, {
			now,
			newId: this.#services.newId,
			builtName: viStaff.receive.builtName,
			missingReason: viCounter.papers.reasonStart
		});
		const kept = await work.add(chain, form.mends);
		this.busy = false;
		if (!kept.ok) {
			this.notice = viCounter.page.storageFailed;
			return false;
		}
		this.notice = '';
		this.form = nextMatter(form);
		this.entry = undefined;
		return true;
	}

	/** The person leaves; what was answered for them is put away, what is not goes on by itself. */
	async nextPerson(): Promise<void> {
		const done = this.sitting.filter(isDone);
		this.clear();
		await Promise.all(done.map((chain) => this.#work?.remove(chain.id)));
	}

	/** An empty page for somebody new. */
	clear(): void {
		this.form = emptyForm(this.#services.newId());
		this.entry = undefined;
		this.people = [];
		this.#asked = '';
		this.errors = [];
		this.notice = '';
	}

	/** Opens a refused matter to be mended. */
	async mend(chain: Chain): Promise<void> {
		this.form = formOf(chain);
		this.errors = [];
		await this.#loadEntry(this.form.procedureCode);
	}

	async discard(chain: Chain): Promise<void> {
		await this.#work?.remove(chain.id);
		if (this.form.mends === chain.id) this.clear();
	}

	/** On a PC that is new here the catalogue is still being taken in: asked for until it is there. */
	async #loadIndex(): Promise<void> {
		while (!this.#isClosed) {
			const stores = await this.#services.loadStores().catch(() => undefined);
			const index = await stores?.catalogue.index().catch(() => undefined);
			if (index) this.index = index;
			if (this.index.procedures.length > 0) return;
			await new Promise((resolve) => setTimeout(resolve, CATALOGUE_PAUSE_MS));
		}
	}

	async #loadEntry(code: string): Promise<void> {
		this.entry = await this.#find(code);
	}

	/** On a PC that is new here the list comes first: a procedure that is not kept yet is fetched by itself. */
	#find(code: string): Promise<SnapshotEntry | undefined> {
		return loadProcedure(code, (...args) => fetch(...args));
	}

	/** The department that alone handles the field, and the only signer, are chosen beforehand. */
	#route(): void {
		const { entry, setup, form } = this;
		if (!entry || !setup) return;
		const handling = setup.departments.filter(({ fields }) =>
			fields.includes(entry.procedure.field)
		);
		if (!form.departmentId && handling.length === 1) form.departmentId = handling[0]?.id ?? '';
		if (!form.signedBy && setup.signers.length === 1) form.signedBy = setup.signers[0]?.id ?? '';
	}
}

function isForm(value: unknown): value is IntakeForm {
	return typeof value === 'object' && value !== null && 'visitId' in value && 'person' in value;
}
