import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ChangePool, CreatePool } from '@etatlotse/contracts/budget';
import type { LineName } from '@etatlotse/contracts/authority/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { waterfallOf } from '../ui/formula/formula';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { Waterfall } from '../ui/waterfall/waterfall';
import { CoverRights } from './cover-rights';
import { LinePicker } from './line-picker';
import { PoolDetailStore } from './pool-detail.store';
import { PoolForm } from './pool-form';
import { PoolQuestion } from './pool-question';
import { poolLabels } from './pool.labels';

/** One cover pool: what it has left and why, who covers whom, and which lines belong to it. */
@Component({
  selector: 'et-pool-detail-page',
  imports: [
    Amount,
    Button,
    CoverRights,
    Failure,
    LinePicker,
    Loading,
    Notice,
    PageHead,
    PoolForm,
    PoolQuestion,
    RouterLink,
    Scroll,
    Waterfall,
  ],
  providers: [PoolDetailStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './pool-detail.page.html',
})
export class PoolDetailPage {
  readonly poolId = input.required<string>();
  protected readonly store = inject(PoolDetailStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = poolLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly removing = signal<LineName | null>(null);
  protected readonly isNaming = signal(false);

  protected readonly crumbs = computed(() => [
    { label: poolLabels().title, link: ['/authority/pools'] },
    { label: this.store.pool()?.code ?? '' },
  ]);
  protected readonly question = computed(() => {
    const words = poolLabels();
    const pool = this.store.pool();
    if (pool === null) return words.title;
    const { availableCents } = pool.balance;
    return availableCents < 0
      ? words.detailQuestionOver(pool.name, formatEuro(-availableCents))
      : words.detailQuestion(pool.name, formatEuro(availableCents));
  });
  protected readonly lead = computed(() => {
    const words = poolLabels();
    const balance = this.store.pool()?.balance;
    if (balance === undefined) return '';
    if (balance.adjustedCents <= 0) return words.detailLeadEmpty;
    const percent = Math.max(0, Math.floor((balance.availableCents * 100) / balance.adjustedCents));
    return words.detailLead(percent, formatEuro(balance.adjustedCents));
  });
  protected readonly waterfall = computed(() => {
    const pool = this.store.pool();
    return pool === null ? [] : waterfallOf(pool.balance);
  });
  protected readonly legs = computed(() => {
    const words = poolLabels();
    const name = (line: LineName | null): string => line?.name ?? words.hidden;
    return (this.store.pool()?.legs ?? []).map(({ from, to, amountCents }) =>
      words.leg(name(from), name(to), formatEuro(amountCents)),
    );
  });
  protected readonly proof = computed(() => {
    const words = poolLabels();
    const difference = this.store.pool()?.differenceCents ?? 0;
    return difference === 0 ? words.proved : words.notProved(formatEuro(difference));
  });
  /** What was received and given together; the proof that the statement is whole. */
  protected readonly coverSum = computed(() => {
    const pool = this.store.pool();
    return pool === null ? 0 : pool.members.reduce((sum, member) => sum + member.coverCents, pool.hidden.coverCents);
  });
  protected readonly euro = (cents: number): string => formatEuro(cents);

  constructor() {
    effect(() => this.store.poolId.set(this.poolId()));
  }

  protected async takeIn(lineId: string): Promise<void> {
    if (await this.change({ add: [lineId] }, poolLabels().added)) this.store.candidateId.set(null);
  }

  protected askRemove(line: LineName): void {
    this.store.change.clear();
    this.removing.set(line);
  }

  protected async takeOut(lineId: string): Promise<void> {
    if (await this.change({ remove: [lineId] }, poolLabels().removed)) this.removing.set(null);
  }

  protected askName(): void {
    this.store.change.clear();
    this.isNaming.set(true);
  }

  protected async rename({ name, budgetNote }: CreatePool): Promise<void> {
    if (await this.change({ name, budgetNote: budgetNote ?? '' }, poolLabels().renamed)) this.isNaming.set(false);
  }

  private async change(lines: Omit<ChangePool, 'version'>, done: string): Promise<boolean> {
    const version = this.store.pool()?.version;
    if (version === undefined || (await this.store.change.run({ version, ...lines })) === null) return false;
    this.toasts.show(done);
    this.store.reload();
    return true;
  }
}
