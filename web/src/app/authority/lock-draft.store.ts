import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { LockPreview, PreviewLock, RecordLock } from '@etatlotse/contracts/authority';
import type { LockMethod, LockSpread } from '@etatlotse/contracts/authority/plain';
import type { LineGroups, LinePage, SavedFilter } from '@etatlotse/contracts/budget';
import { BUDGET_PATHS, type FrameCode, FRAMES } from '@etatlotse/contracts/budget/plain';
import { parseRate, WHOLE_BASIS_POINTS } from '@etatlotse/domain/shared';
import { query } from '../platform/api';
import { Clock } from '../platform/clock';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { LockClient } from './lock.client';

/** Lines that get an amount of their own are typed one by one; more than this is a share or a sum. */
export const TYPED_LINES = 50;

const SPENDING: readonly string[] = ['expense', 'payment'];
const isFrame = (raw: string | undefined): raw is FrameCode | 'none' =>
  raw === 'none' || FRAMES.some((frame) => frame === raw);

/** A lock while it is written: which lines, how much, and what it would do. */
@Injectable()
export class LockDraft {
  private readonly client = inject(LockClient);
  private readonly clock = inject(Clock);
  readonly year = inject(FiscalYear).year;

  readonly frame = signal<string | null>(null);
  readonly subBudget = signal<string | null>(null);
  readonly filterId = signal<string | null>(null);
  readonly search = signal('');
  readonly method = signal<LockMethod>('percentage');
  readonly percent = signal('10');
  readonly totalCents = signal<number | null>(null);
  readonly spread = signal<LockSpread>('by_appropriation');
  readonly amounts = signal<ReadonlyMap<string, number>>(new Map());
  readonly decidedOn = signal<string | null>(this.clockDay());

  private readonly filterResource = httpResource<readonly SavedFilter[]>(() => BUDGET_PATHS.filters);
  private readonly groupResource = httpResource<LineGroups>(() => ({
    url: BUDGET_PATHS.groups,
    params: query({ fiscalYear: this.year(), groupBy: 'subBudget' }),
  }));
  private readonly lineResource = httpResource<LinePage>(() =>
    this.method() === 'amounts'
      ? { url: BUDGET_PATHS.lines, params: query({ fiscalYear: this.year(), limit: TYPED_LINES, ...this.chosen() }) }
      : undefined,
  );
  readonly filters = computed(() => (this.filterResource.hasValue() ? this.filterResource.value() : []));
  readonly subBudgets = computed(() => {
    const groups = this.groupResource.hasValue() ? this.groupResource.value().groups : [];
    return groups.map(({ key }) => key ?? '').filter((key) => key !== '');
  });
  /** The spending lines of the selection that get an amount of their own, and whether there are more. */
  readonly lines = computed(() => {
    if (!this.lineResource.hasValue()) return null;
    const { rows, nextCursor } = this.lineResource.value();
    return { rows: rows.filter(({ direction }) => SPENDING.includes(direction)), isCut: nextCursor !== null };
  });

  readonly basisPoints = computed(() => basisPointsOf(this.percent()));
  private readonly chosen = computed(() => ({
    frame: this.frame() ?? undefined,
    subBudget: this.subBudget() ?? undefined,
    filterId: this.filterId() ?? undefined,
    q: this.search().trim() || undefined,
  }));

  readonly request = computed<PreviewLock | null>(() => {
    const decidedOn = this.decidedOn();
    const terms = this.terms();
    if (decidedOn === null || terms === null) return null;
    const selection = terms.method === 'amounts' ? { lineIds: [...this.amounts().keys()] } : this.selection();
    return { fiscalYear: this.year(), decidedOn, selection, terms };
  });

  private readonly previewed = signal<{ readonly request: string; readonly preview: LockPreview } | null>(null);
  readonly preview = computed(() => this.previewed()?.preview ?? null);
  /** What is shown no longer belongs to what is typed. */
  readonly isStale = computed(() => {
    const shown = this.previewed();
    return shown !== null && shown.request !== JSON.stringify(this.request());
  });

  readonly askPreview = command((lock: PreviewLock) => this.client.preview(lock));
  readonly record = command((lock: RecordLock, key: string) => this.client.record(lock, key));

  async showPreview(): Promise<void> {
    const request = this.request();
    if (request === null) return;
    const preview = await this.askPreview.run(request);
    this.previewed.set(preview === null ? null : { request: JSON.stringify(request), preview });
  }

  setAmount(lineId: string, amountCents: number | null): void {
    const next = new Map(this.amounts());
    if (amountCents === null || amountCents === 0) next.delete(lineId);
    else next.set(lineId, amountCents);
    this.amounts.set(next);
  }

  private selection(): PreviewLock['selection'] {
    const { filterId, subBudget, frame, q } = this.chosen();
    const criteria = {
      ...(isFrame(frame) ? { frame } : {}),
      ...(subBudget === undefined ? {} : { subBudget: [subBudget] }),
      ...(q === undefined ? {} : { q }),
    };
    return { criteria, ...(filterId === undefined ? {} : { filterId }) };
  }

  private terms(): PreviewLock['terms'] | null {
    const method = this.method();
    if (method === 'percentage') {
      const basisPoints = this.basisPoints();
      return basisPoints === null ? null : { method, basisPoints };
    }
    if (method === 'reduction') {
      const totalCents = this.totalCents();
      return totalCents === null || totalCents === 0 ? null : { method, totalCents, spread: this.spread() };
    }
    const amounts = [...this.amounts()].map(([lineId, amountCents]) => ({ lineId, amountCents }));
    return amounts.length === 0 ? null : { method, amounts };
  }

  private clockDay(): string {
    return new Date(this.clock.nowMs()).toISOString().slice(0, 10);
  }
}

/** A typed share in percent as basis points; null where it is none or not between 0.01 and 100 %. */
function basisPointsOf(typed: string): number | null {
  const read = parseRate(typed, WHOLE_BASIS_POINTS);
  return read.ok && read.value >= 1 ? read.value : null;
}
