import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type {
  DocumentRow,
  LineDetail,
  LineForecast,
  LineHistoryEntry,
  MovementRow,
  MovementsOfLine,
  NoteRow,
  OrderRow,
  ReverseMovement,
  TakeOrderStep,
} from '@etatlotse/contracts/budget';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, listAddress, newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { BudgetClient } from './budget.client';

/** Everything behind the page of one line. After each command it is read again: the page never guesses a figure. */
@Injectable()
export class LineStore {
  private readonly client = inject(BudgetClient);
  private readonly fiscalYear = inject(FiscalYear);
  readonly lineId = signal('');
  readonly year = this.fiscalYear.year;

  private readonly lineResource = httpResource<LineDetail>(() =>
    this.lineId() === ''
      ? undefined
      : { url: api('budget/lines', this.lineId()), params: query({ fiscalYear: this.year() }) },
  );
  readonly line = computed(() => (this.lineResource.hasValue() ? this.lineResource.value() : null));
  readonly failure = computed(() => {
    const error = this.lineResource.error();
    return error ? problemOf(error) : null;
  });

  /** Only what is spent from can run short. */
  private readonly isSpending = computed(() => ['expense', 'payment'].includes(this.line()?.direction ?? ''));
  private readonly forecastResource = httpResource<LineForecast>(() =>
    this.isSpending()
      ? { url: `${api('budget/lines', this.lineId())}/forecast`, params: query({ fiscalYear: this.year() }) }
      : undefined,
  );
  readonly forecast = computed(() => (this.forecastResource.hasValue() ? this.forecastResource.value() : null));

  private readonly cursor = linkedSignal<string, string | null>({
    source: () => `${this.lineId()}/${this.year()}`,
    computation: () => null,
  });
  private readonly movementResource = httpResource<MovementsOfLine>(() =>
    this.lineId() === ''
      ? undefined
      : {
          url: `${api('budget/lines', this.lineId())}/movements`,
          params: query({ fiscalYear: this.year(), cursor: this.cursor() }),
        },
  );
  /** Pages collect under each other; another line or year begins anew. */
  private readonly pages = linkedSignal<
    { readonly key: string; readonly page: MovementsOfLine | null },
    { readonly key: string; readonly rows: readonly MovementRow[] }
  >({
    source: () => ({
      key: `${this.lineId()}/${this.year()}`,
      page: this.movementResource.hasValue() ? this.movementResource.value() : null,
    }),
    computation: ({ key, page }, before) => {
      const earlier = before?.value.key === key ? before.value.rows : [];
      if (page === null) return { key, rows: earlier };
      const known = new Set(earlier.map(({ id }) => id));
      const isFirst = page.rows.length > 0 && this.cursor() === null;
      return isFirst
        ? { key, rows: page.rows }
        : { key, rows: [...earlier, ...page.rows.filter(({ id }) => !known.has(id))] };
    },
  });
  readonly movements = computed(() => this.pages().rows);
  readonly proof = computed(() => (this.movementResource.hasValue() ? this.movementResource.value() : null));
  readonly hasMore = computed(() => this.proof()?.nextCursor !== null && this.proof() !== null);

  private readonly orderResource = httpResource<Page<OrderRow>>(() =>
    this.lineId() === ''
      ? undefined
      : {
          url: api('budget/orders'),
          params: query({ fiscalYear: this.year(), lineId: this.lineId(), open: true, limit: 100 }),
        },
  );
  /** Both as files, all of the year. */
  readonly movementList = computed(() =>
    listAddress(`${api('budget/lines', this.lineId())}/movements`, query({ fiscalYear: this.year() })),
  );
  readonly orderList = computed(() =>
    listAddress(api('budget/orders'), query({ fiscalYear: this.year(), lineId: this.lineId() })),
  );
  readonly orders = computed(() => (this.orderResource.hasValue() ? this.orderResource.value().rows : []));

  private readonly paper = computed(() => query({ subjectType: 'budget_line', subjectId: this.lineId() }));
  private readonly noteResource = httpResource<Page<NoteRow>>(() =>
    this.lineId() === '' ? undefined : { url: api('budget/notes'), params: this.paper() },
  );
  private readonly documentResource = httpResource<Page<DocumentRow>>(() =>
    this.lineId() === '' ? undefined : { url: api('budget/documents'), params: this.paper() },
  );
  private readonly historyResource = httpResource<Page<LineHistoryEntry>>(() =>
    this.lineId() === '' ? undefined : { url: `${api('budget/lines', this.lineId())}/history` },
  );
  readonly notes = computed(() => (this.noteResource.hasValue() ? this.noteResource.value().rows : []));
  readonly documents = computed(() => (this.documentResource.hasValue() ? this.documentResource.value().rows : []));
  readonly history = computed(() => (this.historyResource.hasValue() ? this.historyResource.value().rows : []));

  readonly reverse = command((movementId: string, reversal: ReverseMovement) =>
    this.client.reverse(movementId, reversal, newIdempotencyKey()),
  );
  readonly takeStep = command((orderId: string, step: TakeOrderStep) => this.client.takeStep(orderId, step));
  readonly addNote = command((text: string) =>
    this.client.addNote({ subjectType: 'budget_line', subjectId: this.lineId(), text }, newIdempotencyKey()),
  );
  readonly attach = command((file: File) =>
    this.client.attach({ subjectType: 'budget_line', subjectId: this.lineId() }, file, newIdempotencyKey()),
  );

  documentUrl(document: DocumentRow): string {
    return `${api('budget/documents', document.id)}/content`;
  }

  showMore(): void {
    this.cursor.set(this.proof()?.nextCursor ?? null);
  }

  /** After a booking every figure of the page may be another. */
  reload(): void {
    this.cursor.set(null);
    this.lineResource.reload();
    this.forecastResource.reload();
    this.movementResource.reload();
    this.orderResource.reload();
    this.historyResource.reload();
  }

  reloadPapers(): void {
    this.noteResource.reload();
    this.documentResource.reload();
    this.historyResource.reload();
  }
}
