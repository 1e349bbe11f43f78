import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CreateEarmark } from '@etatlotse/contracts/authority';
import { newIdempotencyKey } from '../platform/api';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { AuthorityTabs } from './authority-tabs';
import { EarmarkForm } from './earmark-form';
import { EarmarkListStore } from './earmark-list.store';
import { proofLook } from './earmark-look';
import { earmarkLabels } from './earmark.labels';

/** The register of grants: what is promised, what came in, what it does to the authority, what is due. */
@Component({
  selector: 'et-earmark-list-page',
  imports: [
    Download,
    Amount,
    AuthorityTabs,
    Button,
    EarmarkForm,
    Empty,
    Failure,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Tag,
  ],
  providers: [EarmarkListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './earmark-list.page.html',
})
export class EarmarkListPage {
  protected readonly store = inject(EarmarkListStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = earmarkLabels;
  protected readonly look = proofLook;
  protected readonly date = formatDate;
  protected readonly isAdding = signal(false);
  private key = newIdempotencyKey();

  protected readonly lead = computed(() => {
    const totals = this.store.totals();
    if (totals === null || totals.count === 0) return '';
    const words = earmarkLabels();
    const promised = formatEuro(totals.promisedCents);
    const { authorityCents, proofsDue } = totals;
    return [
      totals.count === 1 ? words.leadOne(promised) : words.lead(formatNumber(totals.count), promised),
      authorityCents > 0 ? words.leadMore(formatEuro(authorityCents)) : '',
      authorityCents < 0 ? words.leadLess(formatEuro(-authorityCents)) : '',
      proofsDue === 1 ? words.leadDueOne : proofsDue > 1 ? words.leadDue(formatNumber(proofsDue)) : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  });

  protected start(): void {
    this.key = newIdempotencyKey();
    this.store.create.clear();
    this.isAdding.set(true);
  }

  protected async create(grant: CreateEarmark): Promise<void> {
    const made = await this.store.create.run(grant, this.key);
    if (made === null) return;
    this.isAdding.set(false);
    this.toasts.show(earmarkLabels().form.saved(grant.number));
    await this.router.navigate(['/authority/earmarks', made.id], { queryParamsHandling: 'preserve' });
  }
}
