import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { RecordObligation } from '@etatlotse/contracts/authority';
import type { CommitmentAuthorityRow, ObligationRow } from '@etatlotse/contracts/authority/plain';
import { newIdempotencyKey } from '../platform/api';
import { Clock } from '../platform/clock';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { AuthorityStore } from './authority.store';
import { boundYearsLabels } from './bound-years.labels';
import { commitmentLabels } from './commitment.labels';
import { ObligationForm } from './obligation-form';
import { ObligationReversal } from './obligation-reversal';
import { ObligationTable } from './obligation-table';

/** One commitment authority: what is free of each year, what binds it, where it comes from. */
@Component({
  selector: 'et-authority-page',
  imports: [
    Amount,
    Button,
    Facts,
    Failure,
    Loading,
    Notice,
    ObligationForm,
    ObligationReversal,
    ObligationTable,
    PageHead,
    Scroll,
    Tag,
  ],
  providers: [AuthorityStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './authority.page.html',
})
export class AuthorityPage {
  readonly authorityId = input.required<string>();
  protected readonly store = inject(AuthorityStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = computed(() => commitmentLabels().authority);
  protected readonly lists = computed(() => commitmentLabels().authorities);
  protected readonly isUsing = signal(false);
  protected readonly reversing = signal<ObligationRow | null>(null);
  private key = newIdempotencyKey();

  protected readonly crumbs = computed(() => [
    { label: boundYearsLabels().title, link: ['/bound-years'] },
    { label: this.lists().title, link: ['/bound-years/authorities'] },
    { label: this.store.authority()?.number ?? '' },
  ]);
  protected readonly lead = computed(() => {
    const authority = this.store.authority();
    if (authority === null) return '';
    const { usedCents, totalCents, leftCents } = authority;
    return this.t().leadUsed(formatEuro(usedCents), formatEuro(totalCents), formatEuro(leftCents));
  });
  protected readonly facts = computed(() => {
    const authority = this.store.authority();
    return authority === null ? [] : originFacts(authority);
  });

  /** Until when contracts may be concluded from it. */
  protected readonly lapse = computed(() => {
    const authority = this.store.authority();
    if (authority === null || !authority.isUsable) return null;
    const { fiscalYear, lastDay, isLapsed, leftCents } = authority;
    if (lastDay === null) return this.t().usableOpen(fiscalYear);
    if (!isLapsed) return this.t().usableUntil(formatDate(lastDay));
    return this.t().lapsed(formatDate(lastDay), formatEuro(leftCents));
  });

  constructor() {
    effect(() => this.store.id.set(this.authorityId()));
  }

  protected start(): void {
    this.key = newIdempotencyKey();
    this.store.record.clear();
    this.isUsing.set(true);
  }

  protected async record(obligation: RecordObligation): Promise<void> {
    const recorded = await this.store.record.run(obligation, this.key);
    if (recorded === null) return;
    this.isUsing.set(false);
    this.store.reload();
    const { saved, savedOver } = commitmentLabels().form;
    const [over] = recorded.excesses;
    this.toasts.show(over === undefined ? saved : savedOver(over.fiscalYear, formatEuro(over.overCents)));
  }

  protected ask(obligation: ObligationRow): void {
    this.key = newIdempotencyKey();
    this.store.reverse.clear();
    this.reversing.set(obligation);
  }

  protected async reverse(obligation: ObligationRow, reason: string): Promise<void> {
    if ((await this.store.reverse.run(obligation.id, { reason }, this.key)) === null) return;
    this.reversing.set(null);
    this.store.reload();
    this.toasts.show(commitmentLabels().obligations.reversedDone);
  }

  protected async remove(): Promise<void> {
    if ((await this.store.remove.run()) === null) return;
    this.toasts.show(this.t().removed);
    await this.router.navigate(['/bound-years/authorities'], { queryParamsHandling: 'preserve' });
  }
}

function originFacts(authority: CommitmentAuthorityRow): Fact[] {
  const { facts, none } = commitmentLabels().authority;
  const { line, planVersion, decidedOn, decisionDocument } = authority;
  return [
    { term: facts.number, text: authority.number },
    { term: facts.planYear, text: String(authority.fiscalYear) },
    { term: facts.line, text: `${line.name} ${line.number}`, link: ['/budget/lines', line.id] },
    { term: facts.project, text: line.projectKey || none },
    ...(planVersion === null
      ? [
          { term: facts.decided, text: decidedOn === null ? none : formatDate(decidedOn) },
          { term: facts.document, text: decisionDocument || none },
        ]
      : [{ term: facts.plan, text: planVersion.name }]),
  ];
}
