import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { BookingCheck, BookMovement, LineDetail, OpenOrder } from '@etatlotse/contracts/budget';
import type { SearchResult } from '@etatlotse/contracts/search/plain';
import { catchError, debounceTime, distinctUntilChanged, map, of, switchMap } from 'rxjs';
import { api, newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { BudgetClient } from './budget.client';

/** What can be booked by hand: an order document, or a single movement. */
export const BOOKINGS = ['place', 'reserve', 'actual', 'lock'] as const;
export type Booking = (typeof BOOKINGS)[number];

const CHECK_AFTER_MS = 300;
const SEARCH_AFTER_MS = 250;

/** The kind of movement that a booking writes, for the check while typing. */
export const KIND_OF = { place: 'commitment', reserve: 'reservation', actual: 'actual', lock: 'lock' } as const;

/** The booking form: the line, what would happen, and the command. The API decides both times by the same rule. */
@Injectable()
export class BookingStore {
  private readonly client = inject(BudgetClient);
  private readonly fiscalYear = inject(FiscalYear);
  readonly year = this.fiscalYear.year;
  readonly lineId = signal<string | null>(null);
  readonly what = signal<Booking>('place');
  readonly amountCents = signal<number | null>(null);
  readonly search = signal('');
  /** One form, one key: a second press after a lost answer books nothing twice. */
  private key = newIdempotencyKey();

  private readonly lineResource = httpResource<LineDetail>(() => {
    const lineId = this.lineId();
    return lineId === null
      ? undefined
      : { url: api('budget/lines', lineId), params: query({ fiscalYear: this.year() }) };
  });
  readonly line = computed(() => (this.lineResource.hasValue() ? this.lineResource.value() : null));

  private readonly settledSearch = toSignal(
    toObservable(this.search).pipe(debounceTime(SEARCH_AFTER_MS), distinctUntilChanged()),
    { initialValue: '' },
  );
  private readonly hitResource = httpResource<SearchResult>(() =>
    this.settledSearch().trim().length < 2
      ? undefined
      : { url: api('search'), params: query({ q: this.settledSearch(), fiscalYear: this.year() }) },
  );
  readonly hits = computed(() => (this.hitResource.hasValue() ? this.hitResource.value().lines.rows : []));
  readonly hasSearched = computed(() => this.hitResource.hasValue());

  private readonly question = computed(() => ({
    lineId: this.lineId(),
    fiscalYear: this.year(),
    kind: KIND_OF[this.what()],
    amountCents: this.amountCents(),
  }));
  /** What the ledger says to the amount at hand, 300 ms after the last key. Null: nothing to ask or no answer. */
  readonly check = toSignal(
    toObservable(this.question).pipe(
      debounceTime(CHECK_AFTER_MS),
      switchMap(({ lineId, fiscalYear, kind, amountCents }) =>
        lineId === null || amountCents === null || amountCents <= 0
          ? of(null)
          : this.client.check({ lineId, fiscalYear, kind, amountCents }).pipe(
              map((answer): BookingCheck | null => answer),
              catchError(() => of(null)),
            ),
      ),
    ),
    { initialValue: null },
  );

  readonly openOrder = command((order: OpenOrder) => this.client.openOrder(order, this.key));
  readonly book = command((booking: BookMovement) => this.client.book(booking, this.key));

  /** After success the next booking is another one. */
  renewKey(): void {
    this.key = newIdempotencyKey();
    this.lineResource.reload();
  }
}
