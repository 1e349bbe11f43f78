import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Paper, PAPER_PATHS } from '@etatlotse/contracts/council/plain';
import { problemOf } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { paperLabels } from './paper.labels';
import { PaperText } from './paper-text';
import { PaperStore } from './paper.store';

const HASH_SHOWN = 8;

/** A paper: its head, its way, its text with figures, and what was reported so far. */
@Component({
  selector: 'et-paper-page',
  imports: [Button, Facts, Failure, Loading, Notice, PageHead, PaperText, RouterLink, Tag],
  providers: [PaperStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './paper.page.html',
})
export class PaperPage {
  readonly id = input.required<string>();
  private readonly store = inject(PaperStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = paperLabels;
  protected readonly date = formatDate;
  protected readonly resource = httpResource<Paper>(() => PAPER_PATHS.paper(this.id()));
  protected readonly paper = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly publishing = this.store.publish;
  protected readonly crumbs = computed((): readonly Crumb[] => [{ label: this.t().title, link: ['/council/papers'] }]);
  protected readonly heading = computed(() => {
    const paper = this.paper();
    return paper === null ? '' : `${this.t().kinds[paper.kind]}: ${paper.title}`;
  });
  protected readonly lead = computed(() => {
    const paper = this.paper();
    if (paper === null) return '';
    return paper.snapshotAsOf === null || paper.snapshotSha256 === null
      ? this.t().noFigures
      : this.t().figuresOf(formatDate(paper.snapshotAsOf), paper.snapshotSha256.slice(0, HASH_SHOWN));
  });
  protected readonly facts = computed(() => {
    const paper = this.paper();
    if (paper === null) return [];
    const words = this.t();
    return [
      { term: words.number, text: paper.dsNumber ?? words.noNumber },
      { term: words.office, text: paper.office === '' ? '–' : paper.office },
      { term: words.dated, text: paper.datedOn === null ? '–' : formatDate(paper.datedOn) },
      {
        term: words.status,
        text: paper.isPublic
          ? `${words.publicLong} (${words.publicShort})`
          : `${words.closedLong} (${words.closedShort})`,
      },
      ...(paper.origin === 'manual'
        ? []
        : [{ term: words.state, text: paper.origin === 'source' ? words.source : words.demo }]),
    ];
  });
  protected readonly changed = computed(() => {
    const count = this.paper()?.changedFigures ?? 0;
    if (count === 0) return null;
    return count === 1 ? this.t().changedOne : this.t().changed(formatNumber(count));
  });
  protected readonly pdf = computed(() => PAPER_PATHS.pdf(this.id()));
  protected readonly docx = computed(() => PAPER_PATHS.docx(this.id()));

  protected async publish({ id, version }: Paper): Promise<void> {
    if ((await this.publishing.run(id, version)) === null) return;
    this.resource.reload();
    this.toasts.show(this.t().publishedNow);
  }
}
