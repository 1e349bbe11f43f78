import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { ImportEffectsList } from './import-effects';
import { importRunLabels } from './import-run.labels';
import { readingLabels } from './reading.labels';

/** What taking over would do, and the one button that does it; or what stands before it. */
@Component({
  selector: 'et-import-decision',
  imports: [Button, ImportEffectsList, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-decision.html',
})
export class ImportDecision {
  readonly run = input.required<ImportRun>();
  readonly mayRun = input(false);
  readonly errorsUrl = input.required<string>();
  readonly committed = output<void>();
  readonly discarded = output<void>();
  /** Whether rows that cannot be read are left out; the file is then read again. */
  readonly leavesOut = output<boolean>();
  protected readonly t = importRunLabels;
  protected readonly words = readingLabels;
  protected readonly stand = computed(() => {
    const { preview, batchId } = this.run();
    if (preview === null) return null;
    if (preview.questions.length > 0) return 'asked';
    if (preview.findings.errors > 0) return 'blocked';
    return batchId === null ? 'ready' : 'batch';
  });
  protected readonly asked = computed(() => {
    const count = this.run().preview?.questions.length ?? 0;
    return this.t().asked(count === 1, formatNumber(count));
  });
  /** How many rows could be left out, in words; null where that is no way out. */
  protected readonly wrongRows = computed(() => {
    const { preview, hasFile } = this.run();
    const rows = preview?.findings.wrongRows ?? 0;
    if (rows === 0 || !hasFile) return null;
    const said = [rows === 1, formatNumber(rows)] as const;
    return { sentence: this.t().wrongRows(...said), button: this.t().leaveOut(...said) };
  });
  protected readonly leftOut = computed(() => {
    const rows = this.leftOutRows();
    return rows === 0 ? null : this.t().leftOut(rows === 1, formatNumber(rows));
  });
  private readonly leftOutRows = computed(() => {
    const { preview } = this.run();
    return preview?.leavesOutWrongRows === true ? (preview.findings.wrongRows ?? 0) : 0;
  });
  protected readonly button = computed(() => {
    const { kind, preview } = this.run();
    const known = kind ?? preview?.mapping.kind ?? 'plan_lines';
    return this.t().commit[known](formatNumber((preview?.rows ?? 0) - this.leftOutRows()));
  });
}
