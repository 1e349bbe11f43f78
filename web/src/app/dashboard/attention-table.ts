import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttentionLine, BudgetOverview } from '@etatlotse/contracts/budget/plain';
import { Amount } from '../ui/amount/amount';
import { formatWholeEuro } from '../ui/amount/format';
import type { IconName } from '../ui/icon/icons';
import { StageBar } from '../ui/stage-bar/stage-bar';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { PlusUnknown } from '../ui/unknown/unknown';
import { overviewLabels } from './overview.labels';
import { unknownNames } from './overview.sentences';

interface Look {
  readonly kind: 'bad' | 'warn' | 'info';
  readonly icon: IconName;
}
const LOOKS: Readonly<Record<AttentionLine['reason'], Look>> = {
  overdrawn: { kind: 'bad', icon: 'error' },
  over_authority: { kind: 'bad', icon: 'error' },
  tight: { kind: 'warn', icon: 'warning' },
  old_order: { kind: 'warn', icon: 'schedule' },
  slow_pace: { kind: 'info', icon: 'schedule' },
};

/** The lines that need a look and why, with the totals of all frames below. */
@Component({
  selector: 'et-attention-table',
  imports: [Amount, PlusUnknown, RouterLink, Scroll, StageBar, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attention-table.html',
})
export class AttentionTable {
  readonly overview = input.required<BudgetOverview>();
  protected readonly t = overviewLabels;
  protected readonly unknown = computed(() => unknownNames(this.overview()));
  protected readonly look = (line: AttentionLine): Look => LOOKS[line.reason];
  protected readonly reasonAmount = (line: AttentionLine): string =>
    overviewLabels().reasonAmount[line.reason](formatWholeEuro(line.reasonCents));

  /** What the amount is, for the spoken name of its proof. */
  protected of(measure: 'available' | 'adjusted' | 'actual' | 'commitment', name: string): string {
    return `${overviewLabels().measures[measure]}, ${name}`;
  }
}
