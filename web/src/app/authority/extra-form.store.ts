import { httpResource } from '@angular/common/http';
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { ChangeExtraRequest, CheckExtraRequest, CreateExtraRequest } from '@etatlotse/contracts/authority';
import { EXTRA_PATHS, type ExtraAssessment, type ExtraDetail } from '@etatlotse/contracts/authority/plain';
import type { ExtraCoverKind } from '@etatlotse/domain/authority';
import { catchError, debounceTime, map, of, switchMap } from 'rxjs';
import { api, newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import type { ChosenLine } from './extra-line-choice';
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

const CHECK_AFTER_MS = 400;
let made = 0;
const emptyRow = (): ItemRow => ({ key: ++made, line: null, amountCents: null });

/** What the address brings along, from a refused booking or the page of a line. */
export interface ExtraPrefill {
  readonly line: string | undefined;
  readonly amountCents: number | null;
}

/** The form of a request: rows as they are typed, and what the API says they come to. */
@Injectable()
export class ExtraFormStore {
  private readonly client = inject(ExtraClient);
  private readonly yearOfPage = inject(FiscalYear).year;
  /** The request being edited; null for a new one. */
  readonly id = signal<string | null>(null);
  readonly prefill = signal<ExtraPrefill>({ line: undefined, amountCents: null });
  /** One form, one key: a second press after a lost answer makes nothing twice. */
  private readonly key = newIdempotencyKey();

  readonly subject = signal('');
  readonly substanceReason = signal('');
  readonly timeReason = signal('');
  readonly isContinuedInvestment = signal(false);
  readonly items = signal<readonly ItemRow[]>([emptyRow()]);
  readonly covers = signal<readonly CoverRow[]>([]);

  private readonly stored = httpResource<ExtraDetail>(() => {
    const id = this.id();
    return id === null ? undefined : EXTRA_PATHS.request(id);
  });
  readonly request = computed(() => (this.stored.hasValue() ? this.stored.value() : null));
  readonly failure = computed(() => {
    const error = this.stored.error();
    return error ? problemOf(error) : null;
  });
  private readonly named = httpResource<ChosenLine>(() => {
    const { line } = this.prefill();
    return line === undefined || this.id() !== null
      ? undefined
      : { url: api('budget/lines', line), params: query({ fiscalYear: this.yearOfPage() }) };
  });
  readonly year = computed(() => this.request()?.fiscalYear ?? this.yearOfPage());

  private readonly question = computed((): CheckExtraRequest => ({
    fiscalYear: this.year(),
    substanceReason: this.substanceReason(),
    timeReason: this.timeReason(),
    isContinuedInvestment: this.isContinuedInvestment(),
    items: this.items().flatMap(itemOf),
    covers: this.covers().flatMap(coverOf),
  }));
  /** What the rows come to, a moment after the last key; null while there is nothing to ask or it was refused. */
  readonly assessment = toSignal(
    toObservable(this.question).pipe(
      debounceTime(CHECK_AFTER_MS),
      switchMap((question) =>
        question.items.length === 0
          ? of(null)
          : this.client.check(question).pipe(
              map((answer): ExtraAssessment | null => answer),
              catchError(() => of(null)),
            ),
      ),
    ),
    { initialValue: null },
  );

  readonly create = command((request: CreateExtraRequest) => this.client.create(request, this.key));
  readonly change = command((id: string, request: ChangeExtraRequest) => this.client.change(id, request));

  constructor() {
    effect(() => {
      const request = this.request();
      if (request !== null) untracked(() => this.fill(request));
    });
    effect(() => {
      const line = this.named.hasValue() ? this.named.value() : null;
      const { amountCents } = this.prefill();
      if (line === null && amountCents === null) return;
      const chosen = line === null ? null : { id: line.id, number: line.number, name: line.name };
      untracked(() => this.items.set([{ ...emptyRow(), line: chosen, amountCents }]));
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

  /** Stores the draft and answers its id, or null when it was refused. */
  async save(): Promise<string | null> {
    const { fiscalYear, ...content } = { ...this.question(), subject: this.subject().trim() };
    const request = this.request();
    const saved = await (request === null
      ? this.create.run({ ...content, fiscalYear })
      : this.change.run(request.id, { ...content, version: request.version }));
    return saved?.id ?? null;
  }

  private fill(request: ExtraDetail): void {
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

/** A row that says everything, as the API takes it. */
function itemOf({ line, amountCents }: ItemRow): { lineId: string; amountCents: number }[] {
  return line === null || amountCents === null || amountCents <= 0 ? [] : [{ lineId: line.id, amountCents }];
}

function coverOf({ kind, line, amountCents }: CoverRow): CheckExtraRequest['covers'] {
  if (amountCents === null || amountCents <= 0) return [];
  if (kind === 'next_year') return [{ kind, lineId: null, amountCents }];
  return line === null ? [] : [{ kind, lineId: line.id, amountCents }];
}
