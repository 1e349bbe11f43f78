import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TakeEarmarkStep } from '@etatlotse/contracts/authority';
import type { EarmarkDetail } from '@etatlotse/contracts/authority/plain';
import { Clock } from '../platform/clock';
import { Permissions } from '../platform/permission';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { proofLook } from './earmark-look';
import { EarmarkStepForm } from './earmark-step-form';
import { EarmarkYears } from './earmark-years';
import { earmarkLabels } from './earmark.labels';
import { EarmarkStore } from './earmark.store';

/** One grant: what it allows to spend, what happened, what holds for the money. */
@Component({
  selector: 'et-earmark-page',
  imports: [
    Amount,
    Button,
    EarmarkStepForm,
    EarmarkYears,
    Facts,
    Failure,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Scroll,
    Tag,
  ],
  providers: [EarmarkStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './earmark.page.html',
})
export class EarmarkPage {
  readonly earmarkId = input.required<string>();
  protected readonly store = inject(EarmarkStore);
  private readonly toasts = inject(Toasts);
  private readonly permissions = inject(Permissions);
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = earmarkLabels;
  protected readonly d = computed(() => earmarkLabels().detail);
  protected readonly date = formatDate;
  protected readonly euro = formatEuro;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly isRecording = signal(false);
  protected readonly seesApprovals = computed(() => this.permissions.has('approval.read'));

  protected readonly crumbs = computed(() => [
    { label: this.t().title, link: ['/authority/earmarks'] },
    { label: this.store.earmark()?.number ?? '' },
  ]);
  protected readonly lead = computed(() => {
    const earmark = this.store.earmark();
    return earmark === null ? '' : sentenceOf(earmark);
  });
  protected readonly look = computed(() => {
    const earmark = this.store.earmark();
    return earmark === null ? null : proofLook(earmark);
  });
  protected readonly facts = computed(() => {
    const earmark = this.store.earmark();
    return earmark === null ? [] : grantFacts(earmark);
  });

  constructor() {
    effect(() => this.store.id.set(this.earmarkId()));
  }

  protected start(): void {
    this.store.takeStep.clear();
    this.isRecording.set(true);
  }

  protected async take(step: TakeEarmarkStep): Promise<void> {
    const taken = await this.store.takeStep.run(step);
    this.store.reload();
    if (taken === null) return;
    const words = earmarkLabels().stepForm;
    this.toasts.show(taken.approvalId === null ? words.done : words.waits(formatEuro(taken.authorityCents, true)));
    this.isRecording.set(false);
  }
}

/** What the grant allows, in one sentence. */
function sentenceOf(earmark: EarmarkDetail): string {
  const words = earmarkLabels().detail;
  const planned = formatEuro(earmark.plannedCents);
  const { authorityCents } = earmark;
  if (authorityCents > 0) return words.more(formatEuro(earmark.securedCents), planned, formatEuro(authorityCents));
  if (authorityCents < 0) return words.less(formatEuro(earmark.expectedCents), planned, formatEuro(-authorityCents));
  return earmark.promisedCents === null ? words.noPromise(planned) : words.asPlanned(formatEuro(earmark.securedCents));
}

function grantFacts(earmark: EarmarkDetail): Fact[] {
  const { facts, none, noteYes, noteNo, open } = earmarkLabels().detail;
  const day = (value: string | null): string => (value === null ? none : formatDate(value));
  const amount = (value: number | null): string => (value === null ? none : formatEuro(value));
  const { revenueLine } = earmark;
  const notice = [earmark.noticeNumber, earmark.noticeOn === null ? '' : formatDate(earmark.noticeOn)];
  return [
    { term: facts.number, text: earmark.number },
    { term: facts.giver, text: earmark.giver },
    { term: facts.planned, text: amount(earmark.plannedCents) },
    { term: facts.promised, text: amount(earmark.promisedCents) },
    { term: facts.notice, text: notice.filter((part) => part !== '').join(', ') || none },
    ...(earmark.verbalCents === null ? [] : [{ term: facts.verbal, text: amount(earmark.verbalCents) }]),
    { term: facts.received, text: amount(earmark.receivedCents) },
    ...(earmark.refundedCents === 0 ? [] : [{ term: facts.refunded, text: amount(earmark.refundedCents) }]),
    revenueLine === null
      ? { term: facts.revenueLine, text: none }
      : {
          term: facts.revenueLine,
          text: `${revenueLine.name}, ${open(formatEuro(revenueLine.openCents))}`,
          link: ['/budget/lines', revenueLine.lineId],
        },
    { term: facts.useBy, text: day(earmark.useBy) },
    { term: facts.proof, text: day(earmark.proofDueOn) },
    { term: facts.note, text: earmark.lowersWithRevenue ? noteYes : noteNo },
  ];
}
