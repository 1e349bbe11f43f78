import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DocumentRow, LineDetail, MovementRow, OrderRow, TakeOrderStep } from '@etatlotse/contracts/budget';
import { bringsMoney, type OrderStep, parseProjectKey } from '@etatlotse/domain/budget';
import { Clock } from '../platform/clock';
import { Permissions } from '../platform/permission';
import { SessionStore } from '../platform/session.store';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Facts } from '../ui/facts/facts';
import { waterfallOf } from '../ui/formula/formula';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { ProofDrawer } from '../ui/proof/proof';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { Waterfall } from '../ui/waterfall/waterfall';
import { budgetLabels } from './budget.labels';
import { LineCourse } from './line-course';
import { CoverFinder } from './cover-finder';
import { LineHistory } from './line-history';
import { LineMovements } from './line-movements';
import { LineOrders } from './line-orders';
import { LinePapers } from './line-papers';
import { LineRevenue, revenueHead, revenueProof } from './line-revenue';
import { lineRevenueLabels } from './line-revenue.labels';
import { LineReversal } from './line-reversal';
import { LineStep } from './line-step';
import { proofOf } from './line.figures';
import { lineFormLabels } from './line-form.labels';
import { lineLabels } from './line.labels';
import { LineStore } from './line.store';

/** One line: what is left and why, what is ordered, every movement behind it, and everything the line belongs to. */
@Component({
  selector: 'et-line-page',
  imports: [
    Amount,
    Button,
    CoverFinder,
    Facts,
    Failure,
    LineCourse,
    LineHistory,
    LineMovements,
    LineOrders,
    LinePapers,
    LineRevenue,
    LineReversal,
    LineStep,
    Loading,
    Notice,
    PageHead,
    ProofDrawer,
    RouterLink,
    Stand,
    Waterfall,
  ],
  providers: [LineStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './line.page.html',
})
export class LinePage {
  readonly lineId = input.required<string>();
  /** `?proof=` opens the drawer behind the available amount. */
  readonly proof = input<string>();

  protected readonly store = inject(LineStore);
  protected readonly t = lineLabels;
  protected readonly revenueWords = lineRevenueLabels;
  protected readonly formWords = lineFormLabels;
  protected readonly mayWrite = computed(() => this.permissions.has('budget.line_write'));
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly permissions = inject(Permissions);
  private readonly toasts = inject(Toasts);
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly reversal = signal<MovementRow | null>(null);
  protected readonly step = signal<{ order: OrderRow; step: OrderStep } | null>(null);
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly urlOf = (document: DocumentRow): string => this.store.documentUrl(document);

  protected readonly isClerk = computed(() => !this.session.has('finance'));
  protected readonly isSpending = computed(() => ['expense', 'payment'].includes(this.store.line()?.direction ?? ''));
  protected readonly isRevenue = computed(() => bringsMoney(this.store.line()?.direction ?? ''));
  protected readonly mayOrder = computed(() => this.isSpending() && this.session.has('finance', 'clerk'));
  protected readonly mayBook = computed(() => this.mayOrder() && this.store.line()?.isArchived === false);
  protected readonly mayReverse = computed(() => this.session.has('finance'));
  protected readonly mayNote = computed(() => this.session.has('finance', 'clerk', 'department_head', 'coordinator'));

  protected readonly crumbs = computed(() => [
    { label: this.t().crumbLines, link: ['/budget/lines'] },
    { label: this.store.line()?.number ?? '' },
  ]);
  protected readonly question = computed(() => {
    const line = this.store.line();
    if (line === null) return this.t().title;
    const { availableCents } = line.balance;
    if (this.isRevenue()) return revenueHead(line).question;
    if (line.isAuthorityUnknown) return this.t().questionUnknown(line.name);
    return availableCents < 0
      ? this.t().questionOver(line.name, formatEuro(-availableCents))
      : this.t().question(line.name, formatEuro(availableCents));
  });
  protected readonly answer = computed(() => {
    const line = this.store.line();
    if (line === null) return '';
    if (this.isRevenue()) return revenueHead(line).answer;
    if (line.isAuthorityUnknown) return this.t().answerUnknown;
    const { adjustedCents, availableCents } = line.balance;
    if (adjustedCents <= 0) return this.t().answerNothing(line.fiscalYear);
    return this.t().answer(Math.max(0, Math.floor((availableCents * 100) / adjustedCents)), formatEuro(adjustedCents));
  });
  /** What is missing where the line's availability counts; null while nothing is. */
  protected readonly missingCents = computed(() => {
    const line = this.store.line();
    if (line === null || line.isAuthorityUnknown || !this.isSpending()) return null;
    const left = line.pool?.availableCents ?? line.balance.availableCents;
    return left < 0 ? -left : null;
  });
  protected readonly waterfall = computed(() => {
    const line = this.store.line();
    return line === null ? [] : waterfallOf(line.balance);
  });
  protected readonly shownProof = computed(() => {
    const line = this.store.line();
    const movements = this.store.proof();
    if (line === null || movements === null) return undefined;
    const proof = proofOf(line, { rows: this.store.movements(), count: movements.movements });
    return this.isRevenue() ? revenueProof(line, proof) : proof;
  });
  protected readonly facts = computed(() => {
    const line = this.store.line();
    if (line === null) return [];
    const { facts, none } = this.t();
    const words = budgetLabels();
    const text = (value: string): string => (value === '' ? none : value);
    return [
      { term: facts.number, text: line.number },
      { term: facts.frame, text: line.frame === null ? words.noFrame : words.frames[line.frame] },
      { term: facts.unit, text: line.unit === null ? none : `${line.unit.code} ${line.unit.name}` },
      { term: facts.subBudget, text: text(line.subBudget) },
      { term: facts.product, text: text(`${line.product} ${line.productName}`.trim()) },
      { term: facts.account, text: text(`${line.account} ${line.accountName}`.trim()) },
      { term: facts.side, text: `${capital(words.directions[line.direction])}, ${words.spheres[line.sphere]}` },
      { term: facts.statementLine, text: text(line.statementLine) },
      { term: facts.project, text: this.project(line.projectKey) },
      { term: facts.costCentre, text: text(line.costCentre) },
      { term: facts.pool, text: line.pool === null ? none : `${line.pool.code} ${line.pool.name}` },
      ...(line.reserve === null
        ? []
        : [{ term: lineFormLabels().reserve, text: lineFormLabels().reserves[line.reserve] }]),
      ...(line.mayCarryOver ? [] : [{ term: lineFormLabels().carryOver, text: lineFormLabels().notCarriedOver }]),
      { term: facts.runOrChange, text: line.runOrChange === null ? none : words.runOrChange[line.runOrChange] },
      { term: facts.serviceClass, text: line.serviceClass === null ? none : words.serviceClasses[line.serviceClass] },
      { term: facts.networkZone, text: line.networkZone === null ? none : words.networkZones[line.networkZone] },
      { term: facts.origin, text: this.t().origins[line.origin] },
    ];
  });

  constructor() {
    effect(() => this.store.lineId.set(this.lineId()));
  }

  /** What a year leaves: still to come on a revenue line, available on every other; unknown where the authority is. */
  protected restOf(year: LineDetail['years'][number]): number | null {
    if (this.isRevenue()) return year.adjustedCents - year.actualCents;
    return this.store.line()?.isAuthorityUnknown === true ? null : year.availableCents;
  }

  protected closeProof(): void {
    void this.router.navigate([], { queryParams: { proof: null }, queryParamsHandling: 'merge' });
  }

  protected async reverse(movement: MovementRow, reason: string): Promise<void> {
    const done = await this.store.reverse.run(movement.id, { fiscalYear: this.store.year(), reason });
    if (done === null) return;
    this.reversal.set(null);
    this.booked(done.availableCents);
  }

  protected async takeStep(request: TakeOrderStep): Promise<void> {
    const chosen = this.step();
    if (chosen === null) return;
    const done = await this.store.takeStep.run(chosen.order.id, request);
    if (done === null) return;
    this.step.set(null);
    if (done.approvalId) this.toasts.show(this.t().waiting);
    else this.booked(done.availableCents);
  }

  protected async addNote(text: string): Promise<void> {
    if ((await this.store.addNote.run(text)) !== null) this.store.reloadPapers();
  }

  protected async attach(file: File): Promise<void> {
    if ((await this.store.attach.run(file)) !== null) this.store.reloadPapers();
  }

  private booked(availableCents: number): void {
    this.toasts.show(this.t().done(formatEuro(availableCents)));
    this.store.reload();
  }

  /** The key says whether it is a collective or a single project (T3); anything else stands as it is. */
  private project(key: string): string {
    if (key === '') return this.t().none;
    const parsed = parseProjectKey(key);
    if (!parsed.ok) return key;
    return `${key} (${parsed.value.form === 'collective' ? this.t().collective : this.t().single})`;
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
