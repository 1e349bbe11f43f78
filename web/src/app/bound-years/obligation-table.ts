import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ObligationRow } from '@etatlotse/contracts/authority/plain';
import { Amount } from '../ui/amount/amount';
import { formatWholeEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { commitmentLabels } from './commitment.labels';

/** Obligations with what they take from each year; a wrong one can be taken back. */
@Component({
  selector: 'et-obligation-table',
  imports: [Amount, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './obligation-table.html',
})
export class ObligationTable {
  readonly rows = input.required<readonly ObligationRow[]>();
  readonly mayReverse = input(false);
  /** Inside one authority its own name says nothing. */
  readonly showsAuthority = input(true);
  readonly reversed = output<ObligationRow>();
  protected readonly t = computed(() => commitmentLabels().obligations);
  protected readonly date = formatDate;

  protected yearsOf({ amounts }: ObligationRow): string {
    return amounts.map(({ fiscalYear, amountCents }) => `${fiscalYear}: ${formatWholeEuro(amountCents)}`).join(', ');
  }
}
