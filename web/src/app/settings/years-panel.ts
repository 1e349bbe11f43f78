import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BooksStep, FiscalYearRow } from '@etatlotse/contracts/planning/plain';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Empty } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { settingsLabels } from './settings.labels';

const LOOKS = {
  planned: { kind: 'plain', icon: 'schedule' },
  open: { kind: 'ok', icon: 'lock_open' },
  closed: { kind: 'plain', icon: 'lock' },
} as const;

/** Every fiscal year: its budget, the window its plan shows (R12), its books and the plan that holds. */
@Component({
  selector: 'et-years-panel',
  imports: [Button, Empty, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './years-panel.html',
})
export class YearsPanel {
  readonly years = input.required<readonly FiscalYearRow[]>();
  readonly mayWrite = input(false);
  readonly mayClose = input(false);
  readonly linksPlans = input(false);
  readonly add = output<void>();
  readonly take = output<{ year: FiscalYearRow; step: BooksStep }>();
  protected readonly words = settingsLabels;
  protected readonly t = computed(() => settingsLabels().years);
  protected readonly looks = LOOKS;
  protected readonly date = formatDate;

  protected budgetOf(year: FiscalYearRow): string {
    return year.planYears.length > 1 ? this.t().twoYears(year.planYears.join('/')) : this.t().oneYear;
  }
}
