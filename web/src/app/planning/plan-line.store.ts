import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type MonthsKind,
  type PlanLineDetail,
  type PlanLineMonths,
  PLANNING_PATHS,
  type PlanText,
} from '@etatlotse/contracts/planning/plain';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { PlanAmountsStore } from './plan-amounts.store';
import { PlanCellsStore } from './plan-cells.store';
import { PlanningClient } from './planning.client';

const NO_TEXT: PlanText = { text: '', writtenBy: null, writtenAt: null, version: 0 };

/** One line of the version in full: explanation, notes and months. Each save says which state was seen. */
@Injectable()
export class PlanLineStore {
  private readonly client = inject(PlanningClient);
  private readonly read = inject(PlanAmountsStore);
  private readonly cells = inject(PlanCellsStore);
  readonly lineId = signal('');
  readonly fiscalYear = signal(0);

  private readonly resource = httpResource<PlanLineDetail>(() =>
    this.lineId() === '' || this.read.versionId() === ''
      ? undefined
      : PLANNING_PATHS.planLine(this.read.versionId(), this.lineId()),
  );
  readonly detail = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly line = computed(() => this.read.places().get(this.lineId()) ?? null);
  /** Words belong to the version until it is adopted, also while its amounts are settled. */
  readonly mayWrite = this.read.mayWriteTexts;
  /** Months belong to the office, not to the decision of the council: they stay open while the version holds. */
  readonly mayPhase = this.read.mayPhase;
  readonly years = computed(() => this.read.grid()?.years.filter((year) => year >= this.read.firstYear()) ?? []);

  readonly explanation = computed(() => this.detail()?.explanation ?? NO_TEXT);
  readonly note = computed(
    () => this.detail()?.notes.find(({ fiscalYear }) => fiscalYear === this.fiscalYear()) ?? NO_TEXT,
  );
  /** The months of the year as they are stored; null while nothing is planned in it. */
  readonly months = computed<PlanLineMonths | null>(
    () => this.detail()?.months.find(({ fiscalYear }) => fiscalYear === this.fiscalYear()) ?? null,
  );

  readonly saveExplanation = command((text: string) =>
    this.client.setExplanation(this.read.versionId(), this.lineId(), { text, version: this.explanation().version }),
  );
  readonly saveNote = command((text: string) =>
    this.client.setNote(this.read.versionId(), this.lineId(), this.fiscalYear(), {
      text,
      version: this.note().version,
    }),
  );
  readonly saveMonths = command((kind: MonthsKind, months: readonly number[]) =>
    this.client.setMonths(this.read.versionId(), this.lineId(), this.fiscalYear(), {
      kind,
      months: [...months],
      version: this.months()?.version ?? 0,
    }),
  );

  amountCents(fiscalYear: number): number | null {
    return this.cells.centsOf(this.lineId(), fiscalYear);
  }

  /** After a save, and when somebody wants to see what another person has written. */
  reload(): void {
    this.resource.reload();
    this.read.reloadMarks();
  }

  /** Months need the year's amount to be saved first. */
  async saveAmounts(): Promise<void> {
    await this.cells.saveNow();
    this.resource.reload();
  }
}
