import { httpResource } from '@angular/common/http';
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { CheckExtraRequest, CreateExtraRequest } from '@etatlotse/contracts/authority';
import type { ExtraAssessment, ExtraDetail } from '@etatlotse/contracts/authority/plain';
import type { ExtraCoverKind } from '@etatlotse/domain/authority';
import { catchError, debounceTime, map, of, switchMap } from 'rxjs';
import { api, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { type ProblemMessage, problemOf } from '../platform/problem';
import type { ChosenLine } from '../ui/line-choice/line-choice';
import { ExtraClient } from './extra.client';

/** One row of the form: a line with an amount, either of which may still be missing. */
export interface ItemRow {
  readonly key: number;
  readonly line: ChosenLine | null;
  readonly amountCents: number | null;
}
export interface CoverRow extends ItemRow {
  readonly kind: ExtraCoverKind;
}

interface Checked {
  readonly assessment: ExtraAssessment | null;
  readonly problem: ProblemMessage | null;
}

const CHECK_AFTER_MS = 400;
let made = 0;
const emptyRow = (): ItemRow => ({ key: ++made, line: null, amountCents: null });

/** What the address brings along, from a refused booking or the page of a line. */
export interface ExtraPrefill {
  readonly line: string | undefined;
  readonly amountCents: number | null;
}
const NOTHING: ExtraPrefill = { line: undefined, amountCents: null };

/** The form of a request: rows as they are typed, and what the API says they come to. */
@Injectable()
export class ExtraFormStore {
  private readonly client = inject(ExtraClient);
  private readonly yearOfPage = inject(FiscalYear).year;
  /** Of a stored request; a new one is for the year of the page. */
  readonly ownYear = signal<number | null>(null);
  readonly year = computed(() => this.ownYear() ?? this.yearOfPage());
  readonly prefill = signal<ExtraPrefill>(NOTHING);

  readonly subject = signal('');
  readonly substanceReason = signal('');
  readonly timeReason = signal('');
  readonly isContinuedInvestment = signal(false);
  readonly items = signal<readonly ItemRow[]>([emptyRow()]);
  readonly covers = signal<readonly CoverRow[]>([]);

  private readonly named = httpResource<ChosenLine>(() => {
    const { line } = this.prefill();
    return line === undefined
      ? undefined
      : { url: api('budget/lines', line), params: query({ fiscalYear: untracked(this.year) }) };
  });

  private readonly question = computed((): CheckExtraRequest => ({
    fiscalYear: this.year(),
    substanceReason: this.substanceReason(),
    timeReason: this.timeReason(),
    isContinuedInvestment: this.isContinuedInvestment(),
    items: this.items().flatMap(itemOf),
    covers: this.covers().flatMap(coverOf),
  }));
  /** What can be stored by now; null while purpose, line or amount are missing. */
  readonly content = computed((): CreateExtraRequest | null => {
    const [question, subject] = [this.question(), this.subject().trim()];
    return subject === '' || question.items.length === 0 ? null : { ...question, subject };
  });
  /** Rows somebody has begun that lack their line or their amount: what stands there cannot be stored yet. */
  readonly hasHalfRows = computed(
    () =>
      this.items().some((row) => isBegun(row) && itemOf(row).length === 0) ||
      this.covers().some((row) => isBegun(row) && coverOf(row).length === 0),
  );
  private readonly checked = toSignal(
    toObservable(this.question).pipe(
      debounceTime(CHECK_AFTER_MS),
      switchMap((question) =>
        question.items.length === 0
          ? of(null)
          : this.client.check(question).pipe(
              map((assessment): Checked => ({ assessment, problem: null })),
              catchError((error: unknown) => of<Checked>({ assessment: null, problem: problemOf(error) })),
            ),
      ),
    ),
    { initialValue: null },
  );
  /** What the rows come to, a moment after the last key; null while there is nothing to ask or it was refused. */
  readonly assessment = computed(() => this.checked()?.assessment ?? null);
  /** Why the rows cannot stand there. */
  readonly refusal = computed(() => this.checked()?.problem ?? null);
  readonly isAsking = computed(() => this.checked() === null && this.question().items.length > 0);

  constructor() {
    effect(() => {
      const { line, amountCents } = this.prefill();
      const chosen = this.named.hasValue() ? this.named.value() : null;
      const isLooking = line !== undefined && chosen === null && this.named.error() === undefined;
      if (isLooking || (line === undefined && amountCents === null)) return;
      const named = chosen === null ? null : { id: chosen.id, number: chosen.number, name: chosen.name };
      // Once: what is typed afterwards stays, whatever happens to the address.
      this.prefill.set(NOTHING);
      this.items.set([{ ...emptyRow(), line: named, amountCents }]);
    });
  }

  addItem(): void {
    this.items.update((rows) => [...rows, emptyRow()]);
  }

  addCover(): void {
    this.covers.update((rows) => [...rows, { ...emptyRow(), kind: 'less_spending' }]);
  }

  setItem(key: number, change: Partial<ItemRow>): void {
    this.items.update((rows) => rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  }

  setCover(key: number, change: Partial<CoverRow>): void {
    this.covers.update((rows) => rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  }

  removeItem(key: number): void {
    this.items.update((rows) => rows.filter((row) => row.key !== key));
  }

  removeCover(key: number): void {
    this.covers.update((rows) => rows.filter((row) => row.key !== key));
  }

  /** Puts what is stored into the form. */
  fill(request: ExtraDetail): void {
    this.ownYear.set(request.fiscalYear);
    this.subject.set(request.subject);
    this.substanceReason.set(request.substanceReason);
    this.timeReason.set(request.timeReason);
    this.isContinuedInvestment.set(request.isContinuedInvestment);
    this.items.set(
      request.items.map(({ lineId, number, name, requestedCents }) => ({
        ...emptyRow(),
        line: { id: lineId, number, name },
        amountCents: requestedCents,
      })),
    );
    this.covers.set(
      request.covers.map(({ kind, line, amountCents }) => ({
        ...emptyRow(),
        kind,
        line: line === null ? null : { id: line.lineId, number: line.number, name: line.name },
        amountCents,
      })),
    );
  }
}

const isBegun = ({ line, amountCents }: ItemRow): boolean => line !== null || amountCents !== null;

/** A row that says everything, as the API takes it. */
function itemOf({ line, amountCents }: ItemRow): { lineId: string; amountCents: number }[] {
  return line === null || amountCents === null || amountCents <= 0 ? [] : [{ lineId: line.id, amountCents }];
}

function coverOf({ kind, line, amountCents }: CoverRow): CheckExtraRequest['covers'] {
  if (amountCents === null || amountCents <= 0) return [];
  if (kind === 'next_year') return [{ kind, lineId: null, amountCents }];
  return line === null ? [] : [{ kind, lineId: line.id, amountCents }];
}
