import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { AUTHORITY_PATHS, type RulesOfYear } from '@etatlotse/contracts/authority/plain';
import type { BookingCheck, BookMovement, LineDetail, OpenOrder } from '@etatlotse/contracts/budget';
import type { ProvisionalGround } from '@etatlotse/contracts/budget/plain';
import { catchError, debounceTime, map, of, switchMap } from 'rxjs';
import { api, newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { BudgetClient } from './budget.client';

/** What can be booked by hand: an order document, or a single movement. */
export const BOOKINGS = ['place', 'reserve', 'actual', 'lock'] as const;
export type Booking = (typeof BOOKINGS)[number];

const CHECK_AFTER_MS = 300;

/** The kind of movement that a booking writes, for the check while typing. */
export const KIND_OF = { place: 'commitment', reserve: 'reservation', actual: 'actual', lock: 'lock' } as const;

interface Answer {
  readonly check: BookingCheck;
  readonly hasAmount: boolean;
}

/** The booking form: the line, what would happen, and the command. The API decides both times by the same rule. */
@Injectable()
export class BookingStore {
  private readonly client = inject(BudgetClient);
  private readonly fiscalYear = inject(FiscalYear);
  readonly year = this.fiscalYear.year;
  readonly lineId = signal<string | null>(null);
  readonly what = signal<Booking>('place');
  readonly amountCents = signal<number | null>(null);
  /** Why it has to be now, while no budget is in force (§ 116 NKomVG). Each line and year has its own reasons. */
  readonly ground = linkedSignal<string, ProvisionalGround | null>({
    source: () => `${this.lineId()} ${this.year()}`,
    computation: () => null,
  });
  readonly basis = signal('');
  /** One form, one key: a second press after a lost answer books nothing twice. */
  private key = newIdempotencyKey();

  private readonly lineResource = httpResource<LineDetail>(() => {
    const lineId = this.lineId();
    return lineId === null
      ? undefined
      : { url: api('budget/lines', lineId), params: query({ fiscalYear: this.year() }) };
  });
  readonly line = computed(() => (this.lineResource.hasValue() ? this.lineResource.value() : null));

  /** The ground as it is sent. */
  readonly claim = computed(() => {
    const ground = this.ground();
    return ground === null ? {} : { provisional: { ground, basis: this.basis().trim() } };
  });
  private readonly question = computed(() => ({
    lineId: this.lineId(),
    fiscalYear: this.year(),
    kind: KIND_OF[this.what()],
    amountCents: this.amountCents() ?? 0,
    ...this.claim(),
  }));
  /** What the ledger says, 300 ms after the last key. Without an amount a cent is asked for: a line says what it needs. */
  private readonly answer = toSignal(
    toObservable(this.question).pipe(
      debounceTime(CHECK_AFTER_MS),
      switchMap(({ lineId, ...question }) =>
        lineId === null
          ? of(null)
          : this.client.check({ lineId, ...question, amountCents: Math.max(question.amountCents, 1) }).pipe(
              map((check): Answer => ({ check, hasAmount: question.amountCents > 0 })),
              catchError(() => of(null)),
            ),
      ),
    ),
    { initialValue: null },
  );

  /** What would happen to the amount at hand; null: nothing to ask or no answer. */
  readonly check = computed(() => (this.answer()?.hasAmount === true ? (this.answer()?.check ?? null) : null));
  /** Set while no budget is in force for the year of the booking. A lock binds nothing and needs no ground. */
  readonly provisional = computed(() => (this.what() === 'lock' ? null : (this.answer()?.check.provisional ?? null)));
  private readonly ruleResource = httpResource<RulesOfYear>(() =>
    this.provisional() === null
      ? undefined
      : { url: AUTHORITY_PATHS.rules, params: query({ fiscalYear: this.year() }) },
  );
  /** Whether the city has switched on the warning beyond twelfths. */
  readonly warnsOfTwelfths = computed(
    () =>
      this.ruleResource.hasValue() &&
      this.ruleResource.value().settings.some(({ key, value }) => key === 'oneTwelfthWarning' && value === true),
  );

  readonly openOrder = command((order: OpenOrder) => this.client.openOrder(order, this.key));
  readonly book = command((booking: BookMovement) => this.client.book(booking, this.key));

  /** After success the next booking is another one. */
  renewKey(): void {
    this.key = newIdempotencyKey();
    this.ground.set(null);
    this.basis.set('');
    this.lineResource.reload();
  }
}
