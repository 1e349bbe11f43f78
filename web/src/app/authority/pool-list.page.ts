import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CoverRightRow, DeclareCoverRight } from '@etatlotse/contracts/authority';
import type { CreatePool } from '@etatlotse/contracts/budget';
import { newIdempotencyKey } from '../platform/api';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { AuthorityTabs } from './authority-tabs';
import { CoverRightForm } from './cover-right-form';
import { CoverRights } from './cover-rights';
import { PoolForm } from './pool-form';
import { PoolListStore } from './pool-list.store';
import { PoolQuestion } from './pool-question';
import { poolLabels } from './pool.labels';

/** Every cover pool with what it has left, and the one-sided rights beside them. */
@Component({
  selector: 'et-pool-list-page',
  imports: [
    Amount,
    AuthorityTabs,
    Button,
    CoverRightForm,
    CoverRights,
    Empty,
    Failure,
    Loading,
    PageHead,
    PoolForm,
    PoolQuestion,
    RouterLink,
    Scroll,
  ],
  providers: [PoolListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './pool-list.page.html',
})
export class PoolListPage {
  protected readonly store = inject(PoolListStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = poolLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly form = signal<'pool' | 'right' | null>(null);
  protected readonly ending = signal<CoverRightRow | null>(null);
  private key = newIdempotencyKey();

  protected open(form: 'pool' | 'right'): void {
    this.key = newIdempotencyKey();
    this.store.create.clear();
    this.store.declare.clear();
    this.form.set(form);
  }

  protected async create(pool: CreatePool): Promise<void> {
    const made = await this.store.create.run(pool, this.key);
    if (made === null) return;
    this.toasts.show(poolLabels().created(pool.name));
    await this.router.navigate(['/authority/pools', made.id], { queryParamsHandling: 'preserve' });
  }

  protected async declare(right: DeclareCoverRight): Promise<void> {
    if ((await this.store.declare.run(right, this.key)) === null) return;
    this.toasts.show(poolLabels().declared);
    this.form.set(null);
    this.store.reload();
  }

  protected askEnd(right: CoverRightRow): void {
    this.store.end.clear();
    this.ending.set(right);
  }

  protected async end(right: CoverRightRow): Promise<void> {
    if ((await this.store.end.run(right)) === null) return;
    this.toasts.show(poolLabels().ended);
    this.ending.set(null);
    this.store.reload();
  }
}
