import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { EnterRelease, MoveRelease } from '@etatlotse/contracts/capacity';
import type { ReleaseCandidate, ReleaseRow, ReleaseStageSum } from '@etatlotse/contracts/capacity/plain';
import { newIdempotencyKey } from '../platform/api';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatFte, formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { Unknown } from '../ui/unknown/unknown';
import { ReleaseEntryForm } from './release-entry-form';
import { releaseEntryLabels } from './release-entry.labels';
import { ReleaseForm } from './release-form';
import { releaseLabels } from './release.labels';
import { ReleaseStore } from './release.store';

const LOOKS = {
  assumed: { kind: 'plain', icon: 'help' },
  planned: { kind: 'info', icon: 'schedule' },
  measured: { kind: 'warn', icon: 'timer' },
  realised: { kind: 'ok', icon: 'verified' },
} as const;

/** The release ledger: what is assumed, planned, measured and realised, and what of it the budget may count. */
@Component({
  selector: 'et-release-page',
  imports: [
    Download,
    ...[
      Amount,
      Button,
      Empty,
      Failure,
      Loading,
      Notice,
      PageHead,
      RecordTable,
      ReleaseEntryForm,
      ReleaseForm,
      Scroll,
      Stand,
      Tag,
    ],
    Unknown,
  ],
  providers: [ReleaseStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './release.page.html',
})
export class ReleasePage {
  protected readonly store = inject(ReleaseStore);
  private readonly toasts = inject(Toasts);
  private key = newIdempotencyKey();
  protected readonly t = releaseLabels;
  protected readonly entryWords = releaseEntryLabels;
  protected readonly date = formatDate;
  protected readonly number = formatNumber;

  protected readonly lead = computed(() => {
    const stages = this.store.sums()?.stages;
    if (stages === undefined) return '';
    if (stages.every(({ entries }) => entries === 0)) return this.t().leadNone;
    const total = (of: (sum: ReleaseStageSum) => number | null): string =>
      formatFte(
        stages.reduce((sum, one) => sum + (of(one) ?? 0), 0),
        2,
      );
    const realised = stages.find(({ stage }) => stage === 'realised')?.runRateFte ?? 0;
    return this.t().lead(
      total(({ yearFte }) => yearFte),
      total(({ runRateFte }) => runRateFte),
      formatFte(realised, 2),
    );
  });
  protected readonly sumsFinding = computed(() => {
    const stages = this.store.sums()?.stages ?? [];
    const budget = stages.reduce((sum, { budgetCents }) => sum + (budgetCents ?? 0), 0);
    const entries = stages.reduce((sum, one) => sum + one.entries, 0);
    return this.t().sumsFinding(formatNumber(entries), formatWholeEuro(budget));
  });
  protected readonly operation = computed(() => {
    const sums = this.store.sums();
    if (sums === null) return '';
    const fte = formatFte(sums.operationFte, 2);
    return sums.operationUnknown > 0
      ? this.t().operationOpen(fte, formatNumber(sums.operationUnknown))
      : this.t().operation(fte);
  });
  protected readonly threshold = computed(() => {
    const threshold = this.store.sums()?.thresholdFte ?? null;
    return threshold === null ? '' : this.t().threshold(formatFte(threshold, 2));
  });
  protected readonly sumShape = computed<RecordTableShape<ReleaseStageSum>>(() => {
    const words = this.t();
    const fte = (head: string, of: (sum: ReleaseStageSum) => number | null) => ({
      head,
      kind: 'number' as const,
      of: (sum: ReleaseStageSum): string | null => {
        const value = of(sum);
        return value === null ? null : formatNumber(value, 2);
      },
    });
    return {
      caption: words.sums,
      nameHead: words.stage,
      name: ({ stage }) => words.stages[stage],
      link: () => null,
      under: ({ withoutRate }) => (withoutRate === 0 ? '' : words.withoutRate(formatNumber(withoutRate))),
      columns: [
        { head: words.entries, kind: 'number', of: ({ entries }) => entries },
        fte(words.yearFte, ({ yearFte }) => yearFte),
        fte(words.runRateFte, ({ runRateFte }) => runRateFte),
        fte(words.realisable, ({ realisableFte }) => realisableFte),
        { head: words.fullCost, kind: 'amount', of: ({ fullCostCents }) => fullCostCents },
        { head: words.personnel, kind: 'amount', of: ({ personnelCents }) => personnelCents },
        { head: words.budget, kind: 'amount', of: ({ budgetCents }) => budgetCents },
        { head: words.cases, kind: 'number', of: ({ cases }) => Math.round(cases) },
      ],
    };
  });

  protected look(row: ReleaseRow): (typeof LOOKS)[keyof typeof LOOKS] {
    return LOOKS[row.stage];
  }

  /** "Online-Antrag geht live, erhoben am 01.02.2028, Stelle 40-07" */
  protected evidence({ milestone, surveyedOn, postNumber }: ReleaseRow): string {
    const words = this.t();
    const parts = [
      milestone ?? '',
      surveyedOn === null ? '' : words.surveyed(formatDate(surveyedOn)),
      postNumber === null ? '' : words.kwPost(postNumber),
    ].filter((part) => part !== '');
    return parts.length === 0 ? words.noEvidence : parts.join(', ');
  }

  protected fte(value: number | null): string | null {
    return value === null ? null : formatNumber(value, 2);
  }

  protected async enter(candidate: ReleaseCandidate): Promise<void> {
    if ((await this.store.enter.run(candidate)) === null) return;
    this.toasts.show(this.t().entered);
    this.store.reload();
  }

  protected async enterByHand(release: EnterRelease): Promise<void> {
    if ((await this.store.enterByHand.run(release, this.key)) === null) return;
    this.key = newIdempotencyKey();
    this.leaveEntry();
    this.toasts.show(this.t().entered);
    this.store.reload();
  }

  protected leaveEntry(): void {
    this.store.isEntering.set(false);
    this.store.enterByHand.clear();
  }

  protected async move(move: MoveRelease): Promise<void> {
    const entry = this.store.moving();
    if (entry === null || (await this.store.move.run(entry.id, move)) === null) return;
    this.store.moving.set(null);
    this.toasts.show(this.t().moved);
    this.store.reload();
  }

  protected stay(): void {
    this.store.moving.set(null);
    this.store.move.clear();
  }
}
