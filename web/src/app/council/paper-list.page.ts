import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PAPER_PATHS, type PaperPage, type PaperRow } from '@etatlotse/contracts/council/plain';
import { PAPER_KINDS } from '@etatlotse/domain/council';
import { query } from '../platform/api';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { Download } from '../ui/download/download';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { paperLabels } from './paper.labels';

const SHOWN = 25;

/** Papers, newest first. */
@Component({
  selector: 'et-paper-list-page',
  imports: [Download, Button, Choice, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './paper-list.page.html',
})
export class PaperListPage {
  protected readonly t = paperLabels;
  protected readonly date = formatDate;
  private readonly permissions = inject(Permissions);
  protected readonly mayWrite = computed(() => this.permissions.has('council.write'));
  protected readonly kind = signal<string | null>('all');
  protected readonly papers = paged<PaperRow, PaperPage>(PAPER_PATHS.papers, () =>
    query({ kind: this.kind() === 'all' ? null : this.kind(), limit: SHOWN }),
  );
  protected readonly kinds = computed(() => [
    { value: 'all', label: this.t().all },
    ...PAPER_KINDS.map((value) => ({ value, label: this.t().kinds[value] })),
  ]);
  protected readonly lead = computed(() => {
    const rows = this.papers.rows();
    if (rows === null) return '';
    if (rows.length === 0) return this.t().leadNone;
    const drafts = rows.filter(({ state }) => state === 'draft').length;
    return this.mayWrite() ? this.t().lead(formatNumber(drafts)) : this.t().leadReader;
  });
}
