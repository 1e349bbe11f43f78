import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CreateCommitmentAuthority } from '@etatlotse/contracts/authority';
import { newIdempotencyKey } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { AuthorityForm } from './authority-form';
import { AuthoritiesStore } from './authorities.store';
import { BoundTabs } from './bound-tabs';
import { commitmentLabels } from './commitment.labels';

/** Every commitment authority with what is bound and free of it. */
@Component({
  selector: 'et-authorities-page',
  imports: [
    Download,
    Amount,
    AuthorityForm,
    BoundTabs,
    Button,
    Empty,
    Failure,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Tag,
  ],
  providers: [AuthoritiesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './authorities.page.html',
})
export class AuthoritiesPage {
  /** `?plan=` from a plan version: only its own. */
  readonly plan = input<string>();
  protected readonly store = inject(AuthoritiesStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => commitmentLabels().authorities);
  protected readonly isAdding = signal(false);
  private key = newIdempotencyKey();

  protected readonly lead = computed(() => {
    const count = this.store.rows()?.length ?? 0;
    if (count === 0) return '';
    return count === 1 ? this.t().leadOne : this.t().lead(formatNumber(count));
  });

  constructor() {
    effect(() => this.store.planId.set(this.plan() ?? null));
  }

  protected showAll(): void {
    void this.router.navigate([], { queryParams: { plan: null }, queryParamsHandling: 'merge' });
  }

  protected start(): void {
    this.key = newIdempotencyKey();
    this.store.create.clear();
    this.isAdding.set(true);
  }

  protected async create(authority: CreateCommitmentAuthority): Promise<void> {
    const made = await this.store.create.run(authority, this.key);
    if (made === null) return;
    const { saved, waits } = commitmentLabels().form;
    this.isAdding.set(false);
    this.toasts.show(made.id === null ? waits : saved);
    this.store.reload();
    if (made.id !== null) {
      await this.router.navigate(['/bound-years/authorities', made.id], { queryParamsHandling: 'preserve' });
    }
  }
}
