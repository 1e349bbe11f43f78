import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Decision, DecisionDemand } from '@etatlotse/contracts/portfolio/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import type { DecisionView } from './decision-look';
import { lostLooks, readyDemands } from './decision-ready';
import { decisionWorkLabels } from './decision-work.labels';
import { DecisionWorkStore, type Pick, type Refused } from './decision-work.store';
import { PlanForm } from './plan-form';
import { StepForm } from './step-form';
import { TransferForm } from './transfer-form';

const SHOWN = 15;
const NAMED = 4;

/** What is asked before a step of one demand. */
interface Asked {
  readonly step: 'unplan' | 'adopt';
  readonly demand: DecisionDemand;
  readonly effect: string;
  readonly reason: string;
}

/** From the decision into the plan: plan what is covered, take it over to the cent, and go back where cover has fallen away. */
@Component({
  selector: 'et-decision-work',
  imports: [Amount, Button, Notice, PlanForm, RouterLink, Scroll, StepForm, Tag, TransferForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './decision-work.html',
})
export class DecisionWork {
  readonly decision = input.required<Decision>();
  readonly view = input.required<DecisionView>();
  protected readonly work = inject(DecisionWorkStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = decisionWorkLabels;
  protected readonly dialog = signal<'plan' | 'transfer' | null>(null);
  protected readonly asked = signal<Asked | null>(null);
  protected readonly refused = signal<readonly Refused[]>([]);
  protected readonly shown = signal(SHOWN);

  protected readonly ready = computed(() => readyDemands(this.decision(), this.view()));
  protected readonly covered = computed(() => this.ready().filter(({ unknowns }) => !unknowns.includes('frame')));
  protected readonly lost = computed(() => lostLooks(this.decision()));
  private readonly lacks = computed(() => {
    const map = new Map<string, string>();
    for (const { demands, short } of this.lost()) {
      for (const { id } of demands) map.set(id, [map.get(id), short].filter(Boolean).join('; '));
    }
    return map;
  });
  private readonly plansOf = computed(() => {
    const offer = this.work.offer();
    const versions = new Map(offer?.versions.map((version) => [version.id, version]));
    return new Map(
      (offer?.demands ?? []).map(({ id, versionIds }) => [id, versionIds.flatMap((one) => versions.get(one) ?? [])]),
    );
  });
  private readonly fixed = computed(() => this.decision().demands.filter(({ fixedYear }) => fixedYear !== null));
  protected readonly rows = computed(() =>
    [...this.fixed()]
      .sort((a, b) => Number(this.lacks().has(b.id)) - Number(this.lacks().has(a.id)) || a.number - b.number)
      .slice(0, this.shown())
      .map((demand) => {
        const plans = this.plansOf().get(demand.id) ?? [];
        return {
          demand,
          plans,
          decided: plans.find(({ decidedOn }) => decidedOn !== null) ?? null,
          lacks: this.lacks().get(demand.id) ?? null,
          firstCents: demand.costs[0] ?? 0,
        };
      }),
  );
  protected readonly hasMore = computed(() => this.fixed().length > this.shown());
  protected readonly open = computed(
    () => (this.work.offer()?.demands ?? []).filter(({ versionIds }) => versionIds.length === 0).length,
  );
  protected readonly sentence = computed(() =>
    this.t().sentence(
      formatNumber(this.covered().length),
      formatNumber(this.fixed().length),
      formatNumber(this.open() + (this.work.offer()?.left ?? 0)),
    ),
  );

  constructor() {
    this.work.showsOffer.set(true);
  }

  protected namesOf(demands: readonly DecisionDemand[]): string {
    const names = demands.slice(0, NAMED).map(({ title }) => `„${title}“`);
    const more = demands.length - names.length;
    return this.t().lostBy(`${names.join(', ')}${more > 0 ? ` ${this.t().andMore(formatNumber(more))}` : ''}`);
  }

  protected showMore(): void {
    this.shown.update((shown) => shown + 3 * SHOWN);
  }

  protected start(dialog: 'plan' | 'transfer'): void {
    this.refused.set([]);
    this.work.transfer.clear();
    this.dialog.set(dialog);
  }

  protected ask(step: Asked['step'], demand: DecisionDemand, planName = ''): void {
    const [t, lacks] = [this.t(), this.lacks().get(demand.id)];
    this.work.step.clear();
    this.asked.set({
      step,
      demand,
      effect: step === 'unplan' ? t.unplanEffect : t.adoptEffect(planName),
      reason: step === 'unplan' && lacks !== undefined ? t.lostReason(lacks) : '',
    });
  }

  protected async take(reason: string): Promise<void> {
    const asked = this.asked();
    if (asked === null || (await this.work.step.run(asked.demand, asked.step, reason)) === null) return;
    const t = this.t();
    this.toasts.show((asked.step === 'unplan' ? t.unplanned : t.adopted1)(asked.demand.title));
    this.asked.set(null);
    this.work.reload();
  }

  protected async plan({ picks, reason }: { readonly picks: readonly Pick[]; readonly reason: string }): Promise<void> {
    const refused = await this.work.plan(picks, reason);
    this.refused.set(refused);
    const done = picks.length - refused.length;
    if (done > 0) this.toasts.show(this.t().planDone(formatNumber(done)));
    if (refused.length === 0) this.dialog.set(null);
  }

  protected finished(sentence: string): void {
    this.dialog.set(null);
    this.toasts.show(sentence);
    this.work.reload();
  }
}
