import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CarryOverProposal } from '@etatlotse/contracts/authority';
import { YEAR_END_VIEWS, type YearEndLineRow } from '@etatlotse/contracts/authority/plain';
import { newIdempotencyKey } from '../platform/api';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { CarryOverDecisionForm, type CarryOverVerdict } from './carry-over-decision-form';
import { CarryOverForm } from './carry-over-form';
import { YearEndLines } from './year-end-lines';
import { YearEndSteps } from './year-end-steps';
import { YearEndWarnings } from './year-end-warnings';
import { yearEndLabels } from './year-end.labels';
import { reasonFor } from './year-end.reason';
import { YearEndStore } from './year-end.store';

interface Asking {
  readonly verdict: CarryOverVerdict;
  readonly rows: readonly YearEndLineRow[];
}

/** Whether a year is ready for its end, and what of it goes along into the next one (leap 10). */
@Component({
  selector: 'et-year-end-page',
  imports: [
    Button,
    CarryOverDecisionForm,
    CarryOverForm,
    Empty,
    Failure,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Select,
    TextField,
    YearEndLines,
    YearEndSteps,
    YearEndWarnings,
  ],
  providers: [YearEndStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './year-end.page.html',
})
export class YearEndPage {
  /** `?view=` and `?q=` of the address. */
  readonly view = input<string>();
  readonly q = input<string>();
  protected readonly store = inject(YearEndStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private key = newIdempotencyKey();
  protected readonly t = yearEndLabels;
  protected readonly editing = signal<YearEndLineRow | null>(null);
  protected readonly asking = signal<Asking | null>(null);

  protected readonly views = computed(() =>
    YEAR_END_VIEWS.map((value) => ({ value, label: yearEndLabels().views[value] })),
  );
  protected readonly question = computed(() => {
    const words = yearEndLabels();
    const isOwn = this.store.yearEnd()?.steps.length === 0;
    return isOwn ? words.questionOwn(this.store.year()) : words.question(this.store.year());
  });
  protected readonly lead = computed(() => {
    const year = this.store.yearEnd();
    if (year === null) return '';
    const words = yearEndLabels();
    if (year.booksState === 'closed') return words.leadDone(year.fiscalYear);
    const { proposedCents, approvedCents } = year.totals;
    const money = words.leadMoney(formatEuro(proposedCents), formatEuro(approvedCents));
    if (year.steps.length === 0) return money;
    const left = year.steps.filter(({ step, state }) => step !== 'close_books' && state !== 'done').length;
    return `${left === 0 ? words.leadReady : words.leadLeft(left, year.steps.length)} ${money}`;
  });
  protected readonly decidingCents = computed(() =>
    proposalsOf(this.asking()?.rows ?? []).reduce((sum, { amountCents }) => sum + amountCents, 0),
  );

  constructor() {
    effect(() => this.store.wanted.set({ view: this.view(), q: this.q() }));
  }

  protected filter(key: 'view' | 'q', value: string | null): void {
    void this.router.navigate([], { queryParams: { [key]: value || null }, queryParamsHandling: 'merge' });
  }

  protected edit(row: YearEndLineRow): void {
    this.key = newIdempotencyKey();
    this.store.propose.clear();
    this.editing.set(row);
  }

  protected async propose(proposal: CarryOverProposal): Promise<void> {
    if (await this.send([proposal])) this.editing.set(null);
  }

  /** Takes what each line needs for its open orders, with the ready-made reason. */
  protected async suggest(rows: readonly YearEndLineRow[]): Promise<void> {
    this.key = newIdempotencyKey();
    const nextYear = this.store.year() + 1;
    await this.send(
      rows.map((row) => ({
        lineId: row.lineId,
        amountCents: row.necessaryCents,
        kind: row.kind,
        reason: reasonFor(row, nextYear),
      })),
    );
  }

  protected ask(asking: Asking): void {
    this.store.decide.clear();
    this.asking.set(asking);
  }

  protected async decide(note: string): Promise<void> {
    const asking = this.asking();
    if (asking === null) return;
    const decided = await this.store.decide.run({
      decision: asking.verdict,
      ...(note === '' ? {} : { note }),
      proposals: proposalsOf(asking.rows).map(({ id, version }) => ({ id, version })),
    });
    if (decided === null) return;
    const words = yearEndLabels();
    const text = words.approved(formatEuro(decided.amountCents), decided.movedOrders);
    this.toasts.show(asking.verdict === 'approve' ? text : words.refused);
    this.asking.set(null);
    this.store.reload();
  }

  private async send(proposals: readonly CarryOverProposal[]): Promise<boolean> {
    const fromYear = this.store.year();
    const answer = await this.store.propose.run({ fromYear, proposals: [...proposals] }, this.key);
    if (answer === null) return false;
    const words = yearEndLabels();
    const missing = answer.uncovered.reduce((sum, { uncoveredCents }) => sum + uncoveredCents, 0);
    const warning =
      missing === 0 ? '' : ` ${words.takenWarning(answer.uncovered.length, formatEuro(missing), fromYear + 1)}`;
    this.toasts.show(`${words.taken(answer.proposed)}${warning}`);
    this.store.reload();
    return true;
  }
}

const proposalsOf = (rows: readonly YearEndLineRow[]) =>
  rows.flatMap(({ carryOvers }) => carryOvers.filter(({ state }) => state === 'proposed'));
