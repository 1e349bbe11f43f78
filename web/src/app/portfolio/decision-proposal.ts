import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type {
  Decision,
  MandatoryConflict,
  OutReason,
  ProposalAnswer,
  RunView,
} from '@etatlotse/contracts/portfolio/plain';
import { gapBasisPoints } from '@etatlotse/contracts/portfolio/plain';
import type { ProblemMessage } from '../platform/problem';
import { formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Notice } from '../ui/notice/notice';
import { limitAmount, limitName, pointsText, shortText } from './decision-words';
import { portfolioLabels } from './portfolio.labels';

const REASONS_SHOWN = 12;

/** The proposal with its proof, why demands fell out, what a little more would bring; and how far the search is. */
@Component({
  selector: 'et-decision-proposal',
  imports: [Button, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './decision-proposal.html',
})
export class DecisionProposal {
  readonly decision = input.required<Decision>();
  readonly answer = input.required<ProposalAnswer | null>();
  readonly running = input.required<RunView | null>();
  readonly isAsking = input.required<boolean>();
  readonly problem = input.required<ProblemMessage | null>();
  readonly proposed = output<void>();
  readonly stopped = output<void>();
  readonly taken = output<void>();

  protected readonly t = portfolioLabels;
  protected readonly points = pointsText;
  protected readonly proposal = computed(() => this.answer()?.proposal ?? null);
  protected readonly gap = computed(() => gapText(this.proposal()?.gapBasisPoints ?? 0));
  protected readonly soFar = computed(() => {
    const run = this.running();
    if (run === null || run.value === null || run.bound === null) return null;
    return gapText(gapBasisPoints({ value: run.value, bound: run.bound }));
  });
  protected readonly reasons = computed(() =>
    (this.proposal()?.reasons ?? []).slice(0, REASONS_SHOWN).map((reason) => ({
      name: this.nameOf(reason.id),
      text: this.reasonText(reason),
    })),
  );
  protected readonly moreReasons = computed(() => Math.max((this.proposal()?.reasons.length ?? 0) - REASONS_SHOWN, 0));
  protected readonly prices = computed(() =>
    (this.proposal()?.limits ?? [])
      .filter(({ priceHundredths }) => priceHundredths > 0)
      .sort((a, b) => b.priceHundredths - a.priceHundredths)
      .slice(0, 4)
      .map((limit) => {
        const points = pointsText(limit.priceHundredths);
        return limit.kind === 'money'
          ? this.t().priceMoney(limitName(limit), points)
          : this.t().priceStaff(limitName(limit), points);
      }),
  );
  protected readonly conflicts = computed(() =>
    (this.answer()?.impossible?.conflicts ?? []).map((conflict) => this.conflictText(conflict)),
  );
  protected readonly raises = computed(() =>
    (this.answer()?.impossible?.raises ?? []).map(({ limit, amount }) =>
      this.t().raise(limitName(limit), limitAmount(limit, amount)),
    ),
  );
  protected readonly stuck = computed(() =>
    (this.answer()?.impossible?.stuck ?? []).map((id) => this.nameOf(id)).join(', '),
  );

  private nameOf(id: string): string {
    return this.decision().demands.find((one) => one.id === id)?.title ?? '';
  }

  private namesOf(ids: readonly string[]): string {
    return ids.map((id) => `„${this.nameOf(id)}“`).join(', ');
  }

  private reasonText(reason: OutReason): string {
    const t = this.t().reasons;
    const { exchange, roomValue, value } = reason;
    const main = {
      no_start: t.no_start,
      need_missing: t.need_missing,
      excluded: t.excluded(this.namesOf(reason.excludedBy)),
      fits: t.fits,
      no_room: t.no_room(reason.missing.map(shortText).join(', ')),
    }[reason.kind];
    return [
      main,
      ...(reason.company.length > 0 ? [t.company(this.namesOf(reason.company))] : []),
      ...(exchange === null ? [] : [t.exchange(this.namesOf(exchange.out), signed(exchange.gain))]),
      ...(roomValue === null || roomValue <= value ? [] : [t.price(pointsText(roomValue), pointsText(value))]),
    ].join(' ');
  }

  private conflictText(conflict: MandatoryConflict): string {
    const t = this.t().conflicts;
    switch (conflict.kind) {
      case 'no_start':
        return t.no_start(this.nameOf(conflict.id));
      case 'need_missing':
        return t.need_missing(this.nameOf(conflict.id));
      case 'excluded':
        return t.excluded(this.nameOf(conflict.id), this.nameOf(conflict.other));
      case 'over_limit':
        return t.over_limit(
          limitName(conflict.limit),
          limitAmount(conflict.limit, conflict.missing),
          this.namesOf(conflict.ids),
        );
    }
  }
}

/** 37 basis points are 0,37 %. */
const gapText = (basisPoints: number): string => formatPercent(basisPoints / 10_000, 2);

const signed = (hundredths: number): string => (hundredths > 0 ? `+${pointsText(hundredths)}` : pointsText(hundredths));
