import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { Unknown } from '../ui/unknown/unknown';
import { BenefitFigureForm } from './benefit-figure-form';
import { BenefitReviewForm } from './benefit-review-form';
import { benefitLabels } from './benefit.labels';
import { type BenefitErrand, BenefitStore } from './benefit.store';

/** One benefit: planned and realised by year, its review, and who answers for it. */
@Component({
  selector: 'et-benefit-page',
  imports: [
    Amount,
    BenefitFigureForm,
    BenefitReviewForm,
    Button,
    Facts,
    Failure,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Scroll,
    Unknown,
  ],
  providers: [BenefitStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './benefit.page.html',
})
export class BenefitPage {
  /** Of the address. */
  readonly benefitId = input.required<string>();
  protected readonly store = inject(BenefitStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = benefitLabels;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly asking = signal<'figure' | 'review' | null>(null);
  protected readonly crumbs = computed(() => [{ label: this.t().title, link: ['/benefits'] }]);

  protected readonly lead = computed(() => {
    const [t, benefit] = [this.t(), this.store.benefit()];
    if (benefit === null) return '';
    const { plannedHours, plannedCents, realisedHours, realisedCents } = benefit.sums;
    const both = (hours: number | null, cents: number | null): string =>
      hours === null || cents === null ? t.nothing : `${t.hourText(formatNumber(hours))}, ${formatEuro(cents)}`;
    return t.pageLead(both(realisedHours, realisedCents), both(plannedHours, plannedCents));
  });

  protected readonly facts = computed<Fact[]>(() => {
    const [t, benefit] = [this.t(), this.store.benefit()];
    if (benefit === null) return [];
    const { project, capability, reviewOn, lastReview } = benefit;
    return [
      project === null
        ? { term: t.project, text: t.hiddenProject }
        : { term: t.project, text: project.name, link: ['/projects', project.id] },
      { term: t.owner, text: benefit.owner },
      { term: t.unit, text: benefit.unitName ?? t.wholeCity },
      { term: t.capability, text: capability === null ? t.noCapability : t.capabilities[capability] },
      { term: t.review, text: reviewOn === null ? t.noReview : formatDate(reviewOn) },
      ...(lastReview === null ? [] : [{ term: t.lastReview(formatDate(lastReview.heldOn)), text: lastReview.text }]),
    ];
  });

  constructor() {
    effect(() => this.store.benefitId.set(this.benefitId()));
  }

  protected ask(asking: 'figure' | 'review'): void {
    this.store.errand.clear();
    this.asking.set(asking);
  }

  protected async send(errand: BenefitErrand): Promise<void> {
    if ((await this.store.errand.run(errand)) === null) return;
    this.toasts.show(this.t().done);
    this.asking.set(null);
    this.store.reload();
  }
}
