import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PROVISIONAL_GROUNDS } from '@etatlotse/contracts/budget/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { provisionalLabels } from './provisional.labels';
import { ProvisionalStore } from './provisional.store';

/** What was booked before the budget was in force, on which ground: the list the council asks for (§ 116 NKomVG). */
@Component({
  selector: 'et-provisional-page',
  imports: [Amount, Button, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Select],
  providers: [ProvisionalStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './provisional.page.html',
})
export class ProvisionalPage {
  /** `?ground=` of the address. */
  readonly ground = input<string>();
  protected readonly store = inject(ProvisionalStore);
  private readonly router = inject(Router);
  protected readonly t = provisionalLabels;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly grounds = computed(() =>
    PROVISIONAL_GROUNDS.map((value) => ({ value, label: this.t().grounds[value] })),
  );
  protected readonly claims = computed(
    () => this.store.answer()?.sums.reduce((sum, { claims }) => sum + claims, 0) ?? 0,
  );
  protected readonly lead = computed(() => {
    const answer = this.store.answer();
    if (answer === null) return '';
    const words = this.t();
    const claims = this.claims();
    if (claims === 0) return words.answerNone(answer.fiscalYear);
    const amount = formatEuro(answer.totalCents);
    const first =
      claims === 1 ? words.answerOne(amount, answer.rule) : words.answer(amount, formatNumber(claims), answer.rule);
    return `${first} ${this.standing()}`;
  });
  /** Whether the budget has come. */
  private readonly standing = computed(() => {
    const answer = this.store.answer();
    if (answer === null || !answer.isPlanInForce) return this.t().open;
    return answer.inForceOn === null ? this.t().inForce : this.t().since(formatDate(answer.inForceOn));
  });

  constructor() {
    effect(() => this.store.wanted.set(this.ground()));
  }

  protected choose(ground: string | null): void {
    void this.router.navigate([], { queryParams: { ground }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
