import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LOCK_PATHS, type LockRow } from '@etatlotse/contracts/authority/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { AuthorityTabs } from './authority-tabs';
import { lockLabels } from './lock.labels';
import { extentOf, LOCK_LOOKS } from './lock.words';

/** What is locked in a year, why, since when and by whom, and whether the council knows. */
@Component({
  selector: 'et-lock-list-page',
  imports: [Amount, AuthorityTabs, Button, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './lock-list.page.html',
})
export class LockListPage {
  private readonly permissions = inject(Permissions);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = lockLabels;
  protected readonly looks = LOCK_LOOKS;
  protected readonly extent = extentOf;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly resource = httpResource<readonly LockRow[]>(() => ({
    url: LOCK_PATHS.locks,
    params: query({ fiscalYear: this.year() }),
  }));

  protected readonly mayWrite = computed(() => this.permissions.has('lock.write'));
  protected readonly rows = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly lead = computed(() => {
    const rows = this.rows();
    if (rows === null) return '';
    const words = lockLabels();
    const held = rows.filter(({ heldCents }) => heldCents > 0);
    const waiting = rows.filter(({ state }) => state === 'waiting').length;
    const reports = rows.reduce((sum, { openReports }) => sum + openReports, 0);
    const heldCents = held.reduce((sum, row) => sum + row.heldCents, 0);
    return [
      held.length === 0 ? words.leadNone : words.lead(formatEuro(heldCents), held.length),
      ...(waiting === 0 ? [] : [words.leadWaiting(waiting)]),
      ...(reports === 0 ? [] : [words.leadReports(reports)]),
    ].join(' ');
  });
}
