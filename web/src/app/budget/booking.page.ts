import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { isProblemCode, PROBLEMS } from '@etatlotse/contracts/problem/plain';
import { cents, scaleCents } from '@etatlotse/domain/shared';
import { Clock } from '../platform/clock';
import { LineSearch } from '../platform/line-search';
import { fieldProblem, fillProblemText } from '../platform/problem';
import { ProcurementCheck } from '../platform/procurement-advice';
import { SessionStore } from '../platform/session.store';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { ErrorSummary } from '../ui/field/error-summary';
import { TextField } from '../ui/field/text-field';
import { LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Toasts } from '../ui/toast/toasts';
import type { Booked } from './budget.client';
import { BookingGround } from './booking-ground';
import { bookingLabels } from './booking.labels';
import { BOOKINGS, BookingStore } from './booking.store';
import { CoverFinder } from './cover-finder';
import { provisionalLabels } from './provisional.labels';

/** Orders are entered with tax; procurement tests its limits without. */
const [WHOLE, USUAL_VAT] = [10_000, 1_900];

type FieldName = 'line' | 'number' | 'subject' | 'amount' | 'day' | 'ground' | 'basis';

/** The booking form with its effect beside it. What the ledger would say is asked while typing, by the rule that books. */
@Component({
  selector: 'et-booking-page',
  imports: [
    Amount,
    AmountField,
    BookingGround,
    Button,
    Choice,
    CoverFinder,
    DateField,
    ErrorSummary,
    LineChoice,
    Notice,
    PageHead,
    ProcurementCheck,
    RouterLink,
    TextField,
  ],
  providers: [BookingStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './booking.page.html',
})
export class BookingPage {
  /** `?line=` from the page of a line. */
  readonly line = input<string>();

  protected readonly store = inject(BookingStore);
  protected readonly lines = inject(LineSearch);
  protected readonly t = bookingLabels;
  protected readonly groundWords = provisionalLabels;
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(Clock);

  protected readonly number = signal('');
  protected readonly supplier = signal('');
  protected readonly subject = signal('');
  protected readonly reason = signal('');
  protected readonly day = linkedSignal<string | null>(() => this.defaultDay());
  protected readonly isChecked = signal(false);

  protected readonly isClerk = computed(() => !this.session.has('finance'));
  protected readonly isOrder = computed(() => this.store.what() === 'place' || this.store.what() === 'reserve');
  protected readonly whats = computed(() =>
    BOOKINGS.filter((name) => !this.isClerk() || name === 'place' || name === 'reserve').map((value) => ({
      value,
      label: this.t().whats[value],
    })),
  );
  /** An order is a purchase: without tax, because the limits of procurement are tested without it. */
  protected readonly purchaseNetCents = computed(() => {
    const amount = this.store.amountCents();
    if (!this.isOrder() || amount === null || amount <= 0) return null;
    return scaleCents(cents(amount), WHOLE, WHOLE + USUAL_VAT);
  });
  protected readonly isFramework = signal(false);
  protected readonly needsReason = computed(() => this.store.line()?.isAuthorityUnknown === true);
  protected readonly availableNow = computed(() => {
    const line = this.store.line();
    return line === null || line.isAuthorityUnknown ? null : line.balance.availableCents;
  });
  protected readonly problem = computed(() => this.store.openOrder.problem() ?? this.store.book.problem());
  /** What the form itself asks for is no refusal while it has not been said. */
  protected readonly refusal = computed(() => {
    const refusal = this.store.check()?.refusal ?? null;
    const isAsked = refusal?.code === 'PROVISIONAL_BUDGET' || refusal?.code === 'PROVISIONAL_BASIS';
    return isAsked && this.store.provisional() !== null ? null : refusal;
  });
  protected readonly isWaitingForGround = computed(
    () => this.refusal() === null && (this.store.check()?.refusal ?? null) !== null,
  );
  protected readonly shortfall = computed(() => {
    const missing = this.refusal()?.params['missingCents'];
    return typeof missing === 'number' ? -missing : null;
  });
  protected readonly refusalText = computed(() => {
    const refusal = this.refusal();
    if (refusal === null) return '';
    return isProblemCode(refusal.code) ? fillProblemText(PROBLEMS[refusal.code].detail, refusal.params) : refusal.code;
  });
  /** What is missing while the authority is the reason: then there are lawful ways on. */
  protected readonly missingCents = computed(() => {
    const shortfall = this.shortfall();
    return shortfall === null || this.refusal()?.code !== 'BUDGET_EXCEEDED' ? null : -shortfall;
  });
  private readonly missing = computed((): Partial<Record<FieldName, string>> => ({
    ...(this.store.lineId() === null ? { line: this.t().lineMissing } : {}),
    ...(this.isOrder() && this.number().trim() === '' ? { number: this.t().numberMissing } : {}),
    ...(this.subject().trim() === '' ? { subject: this.t().subjectMissing } : {}),
    ...((this.store.amountCents() ?? 0) <= 0 ? { amount: this.t().amountMissing } : {}),
    ...(this.day() === null ? { day: this.t().dayMissing } : {}),
    ...this.missingGround(),
  }));
  /** While no budget is in force, a booking says why it has to be now. */
  private missingGround(): Partial<Record<FieldName, string>> {
    if (this.store.provisional() === null) return {};
    const ground = this.store.ground();
    if (ground === null) return { ground: provisionalLabels().groundMissing };
    const needsBasis = ground !== 'continued_investment' && this.store.basis().trim() === '';
    return needsBasis ? { basis: provisionalLabels().basisMissing } : {};
  }

  protected readonly mistakes = computed(() => (this.isChecked() ? Object.values(this.missing()) : []));

  constructor() {
    effect(() => this.store.lineId.set(this.line() ?? null));
  }

  protected mistakeOf(field: FieldName): string | null {
    const own = this.isChecked() ? (this.missing()[field] ?? null) : null;
    return own ?? fieldProblem(this.problem(), WIRE_NAMES[field]);
  }

  protected choose(lineId: string | null): void {
    void this.router.navigate([], { queryParams: { line: lineId }, queryParamsHandling: 'merge' });
  }

  protected pick(value: string | null): void {
    const what = BOOKINGS.find((name) => name === value);
    if (what !== undefined) this.store.what.set(what);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.isChecked.set(true);
    const lineId = this.store.lineId();
    const amountCents = this.store.amountCents();
    const day = this.day();
    if (Object.keys(this.missing()).length > 0 || lineId === null || amountCents === null || day === null) return;
    const done = await this.send(lineId, amountCents, day);
    if (done === null) return;
    this.store.renewKey();
    this.clear();
    this.toasts.show(done.approvalId ? this.t().waiting : this.t().done(formatEuro(done.availableCents)));
  }

  private send(lineId: string, amountCents: number, day: string): Promise<Booked | null> {
    const what = this.store.what();
    const claim = this.store.provisional() === null ? {} : this.store.claim();
    const common = { lineId, fiscalYear: this.store.year(), amountCents, reason: this.reason(), ...claim };
    if (what === 'place' || what === 'reserve') {
      const order = { ...common, number: this.number(), opening: what, orderedOn: day };
      return this.store.openOrder.run({ ...order, supplier: this.supplier(), subject: this.subject() });
    }
    const movement = { ...common, kind: what, bookedOn: day, text: this.subject(), documentNumber: this.number() };
    return this.store.book.run(movement);
  }

  private clear(): void {
    this.isChecked.set(false);
    this.number.set('');
    this.supplier.set('');
    this.subject.set('');
    this.reason.set('');
    this.store.amountCents.set(null);
  }

  /** Today, or the last day of a past year: bookings belong to their fiscal year until its books close. */
  private defaultDay(): string {
    const today = new Date(this.clock.nowMs()).toISOString().slice(0, 10);
    const year = this.store.year();
    if (Number(today.slice(0, 4)) === year) return today;
    return Number(today.slice(0, 4)) > year ? `${year}-12-31` : `${year}-01-01`;
  }
}

/** What the fields are called on the wire, to show the API's sentence at the right one. */
const WIRE_NAMES: Readonly<Record<FieldName, string>> = {
  line: 'lineId',
  number: 'number',
  subject: 'subject',
  amount: 'amountCents',
  day: 'bookedOn',
  ground: 'provisional.ground',
  basis: 'provisional.basis',
};
