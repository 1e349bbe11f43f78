import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { ChangedCell } from '@etatlotse/contracts/planning/plain';
import { frameLabels } from '../platform/frame.labels';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { amountLabels } from './plan-amounts.labels';
import { PlanAmountsStore } from './plan-amounts.store';
import { PlanCellsStore } from './plan-cells.store';

const SHOWN = 5;

/** Everything that keeps typed amounts from being saved, each with its way out. Nothing typed is lost. */
@Component({
  selector: 'et-plan-cell-notices',
  imports: [Button, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-cell-notices.html',
})
export class PlanCellNotices {
  private readonly read = inject(PlanAmountsStore);
  protected readonly store = inject(PlanCellsStore);
  protected readonly t = amountLabels;
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  protected readonly unreadable = computed(() => {
    const words = amountLabels();
    const all = this.store.unreadable();
    return {
      heading: all.length === 1 ? words.badOne : words.badHeading(formatNumber(all.length)),
      rows: all
        .slice(0, SHOWN)
        .map(({ text, lineId, fiscalYear }) => words.bad(text, this.read.nameOf(lineId), fiscalYear)),
    };
  });
  protected readonly ambiguous = computed(() => {
    const all = this.store.ambiguous();
    const first = all[0];
    if (first?.ambiguous === undefined) return null;
    const words = amountLabels();
    const sentence = words.ambiguous(first.text, first.ambiguous.whole, first.ambiguous.small);
    return all.length === 1 ? sentence : `${sentence} ${words.ambiguousMany(formatNumber(all.length))}`;
  });

  private readonly problem = this.store.save.problem;
  protected readonly conflict = computed(() => {
    const problem = this.problem();
    if (problem?.code !== 'PLAN_CELLS_CHANGED') return null;
    const cells = cellsOf(problem.parameters['cells']);
    const words = amountLabels();
    const write = (amountCents: number | null | undefined): string =>
      typeof amountCents === 'number' ? formatEuro(amountCents) : words.empty;
    return {
      cells,
      sentence: words.conflict(formatNumber(Number(problem.parameters['count'] ?? cells.length))),
      rows: cells
        .slice(0, SHOWN)
        .map(({ lineId, fiscalYear, amountCents }) =>
          words.conflictRow(
            this.read.nameOf(lineId),
            fiscalYear,
            write(amountCents),
            write(this.store.editOf(lineId, fiscalYear)?.cents),
          ),
        ),
    };
  });
  protected readonly unknownFrame = computed(() => {
    const problem = this.problem();
    if (problem?.code !== 'FRAME_CEILING_UNKNOWN') return null;
    const { frame, fiscalYear } = problem.parameters;
    const code = (['CORE', 'SCHOOL_NET', 'FEES'] as const).find((name) => name === frame);
    const name = code === undefined ? '' : frameLabels().names[code];
    return amountLabels().unknownFrame.text(name, typeof fiscalYear === 'number' ? fiscalYear : 0);
  });
  /** Any other refusal, with its rule. */
  protected readonly other = computed(() =>
    this.conflict() === null && this.unknownFrame() === null ? this.problem() : null,
  );

  protected saveWithReason(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const reason = this.reason().trim();
    if (reason !== '') void this.store.saveNow(reason);
  }
}

/** The cells a refusal names. */
function cellsOf(raw: unknown): readonly ChangedCell[] {
  return Array.isArray(raw) ? (raw as ChangedCell[]) : [];
}
