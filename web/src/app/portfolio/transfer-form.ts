import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  PLAN_SIDES,
  type PlanSide,
  type TransferDemand,
  type TransferOffer,
} from '@etatlotse/contracts/portfolio/plain';
import { newIdempotencyKey } from '../platform/api';
import { LineSearch } from '../platform/line-search';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { decisionWorkLabels } from './decision-work.labels';
import { DecisionWorkStore } from './decision-work.store';
import { frameName } from './decision-words';
import { canGo, firstPicks, missingSides, sidesOf, type TransferPick, writesOf } from './transfer-draft';
import { TransferWrites } from './transfer-writes';

const SHOWN = 20;

/** Planned demands go into a draft of the plan: first which and on which line, then exactly what is written. */
@Component({
  selector: 'et-transfer-form',
  imports: [Button, Dialog, LineChoice, Notice, RouterLink, Select, TransferWrites],
  providers: [LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './transfer-form.html',
})
export class TransferForm {
  readonly offer = input.required<TransferOffer>();
  readonly finished = output<string>();
  readonly closed = output<void>();
  protected readonly work = inject(DecisionWorkStore);
  protected readonly search = inject(LineSearch);
  protected readonly t = decisionWorkLabels;
  protected readonly frame = frameName;
  protected readonly sides = sidesOf;
  protected readonly canGo = canGo;
  protected readonly hasTried = signal(false);
  protected readonly withProjects = signal(false);
  protected readonly shown = signal(SHOWN);
  /** Which line is looked for at the moment. */
  protected readonly asking = signal('');
  /** The key of the deed once it is shown what it writes; null while it is still chosen. */
  protected readonly key = signal<string | null>(null);

  private readonly versions = computed(() => this.offer().versions.filter(({ isOpen }) => isOpen));
  protected readonly versionOptions = computed(() =>
    this.versions().map(({ id, name, state }) => ({
      value: id,
      label: `${name} (${state === 'draft' ? this.t().draft : this.t().introduced})`,
    })),
  );
  /** A draft before a plan that has been introduced, which a change of the administration would alter. */
  protected readonly versionId = linkedSignal<string | null>(() => {
    const versions = this.versions();
    return (versions.find(({ state }) => state === 'draft') ?? versions[0])?.id ?? null;
  });
  private readonly version = computed(() => this.versions().find(({ id }) => id === this.versionId()) ?? null);
  protected readonly picks = linkedSignal<readonly TransferPick[]>(() =>
    firstPicks(this.offer().demands, this.versionId() ?? ''),
  );
  protected readonly visible = computed(() => this.picks().slice(0, this.shown()));
  protected readonly hasMore = computed(() => this.picks().length > this.shown());
  private readonly taken = computed(() => this.picks().filter(({ isIn }) => isIn));
  protected readonly isLineMissing = computed(() => this.taken().some((pick) => missingSides(pick).length > 0));
  protected readonly writes = computed(() => writesOf(this.picks(), this.withProjects()));
  protected readonly sentence = computed(() => {
    const { demands, sumCents } = this.writes();
    return this.t().writesSentence(formatNumber(demands), this.version()?.name ?? '', formatEuro(sumCents));
  });
  protected readonly later = computed(() =>
    this.offer().left === 0
      ? ''
      : this.t().showMany(formatNumber(this.offer().demands.length), formatNumber(this.offer().left)),
  );

  protected count(value: number): string {
    return formatNumber(value);
  }

  protected yearsOf({ demand }: TransferPick, side: PlanSide): readonly string[] {
    return demand[side].map(({ fiscalYear, amountCents }) =>
      this.t().inYear(String(fiscalYear), formatEuro(amountCents)),
    );
  }

  protected isProposed(pick: TransferPick, side: PlanSide): boolean {
    const proposed = side === 'expense' ? pick.demand.expenseLine : pick.demand.investmentLine;
    return proposed !== null && proposed.id === pick[side]?.id;
  }

  protected toggle(id: string): void {
    this.change(id, (pick) => ({ ...pick, isIn: !pick.isIn }));
  }

  protected choose(id: string, side: PlanSide, line: ChosenLine | null): void {
    this.change(id, (pick) => ({ ...pick, [side]: line, isIn: pick.isIn || line !== null }));
  }

  /** Only lines that bear this side of the demand: of its frame, in the operating or the investing budget. */
  protected look({ id, frame }: TransferDemand, side: PlanSide, words: string): void {
    this.asking.set(id + side);
    const sphere = side === 'expense' ? 'operating' : 'investing';
    this.search.ask(words, { frame: frame ?? 'none', sphere });
  }

  protected showMore(): void {
    this.shown.update((shown) => shown + SHOWN);
  }

  protected check(): void {
    this.hasTried.set(true);
    this.work.transfer.clear();
    if (this.taken().length > 0 && !this.isLineMissing()) this.key.set(newIdempotencyKey());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [key, versionId] = [this.key(), this.versionId()];
    if (key === null) return this.check();
    if (versionId === null) return;
    const demands = this.taken().map(({ demand, ...lines }) => {
      const of = (side: PlanSide) => (demand[side].length === 0 ? null : (lines[side]?.id ?? null));
      const [expenseLineId = null, investmentLineId = null] = PLAN_SIDES.map(of);
      return { demandId: demand.id, expenseLineId, investmentLineId };
    });
    const done = await this.work.transfer.run({ versionId, demands, withProjects: this.withProjects() }, key);
    if (done === null) return;
    this.finished.emit(this.t().transferred(formatNumber(done.demands), formatEuro(done.amountCents)));
  }

  private change(id: string, work: (pick: TransferPick) => TransferPick): void {
    this.picks.update((picks) => picks.map((pick) => (pick.demand.id === id ? work(pick) : pick)));
  }
}
