import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { formatAmount } from '../amount/amount';
import { stageLabels } from './stage-bar.labels';
import { stageTotalCents, type Stage, type StageFigures } from './stage-bar.types';

export { stageTotalCents, type StageFigures } from './stage-bar.types';

interface Segment {
  readonly stage: Stage;
  readonly percent: number;
  readonly text: string;
}

/**
 * Ist, Obligo, reserviert, gesperrt, verfügbar on one bar. Bars that are compared get the same `scaleCents`.
 * Figures below zero (a credit larger than the spending) take no width; the keys still name them.
 */
@Component({
  selector: 'et-stage-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    class: 'et-stage-bar',
    '[class.et-stage-bar--thin]': 'thin()',
    role: 'img',
    '[attr.aria-label]': 'sentence()',
  },
  template: `@for (segment of segments(); track segment.stage) {
    <span [class]="'et-stage et-fill-' + segment.stage" [style.inline-size.%]="segment.percent">{{
      segment.text
    }}</span>
  }`,
})
export class StageBar {
  readonly figures = input.required<StageFigures>();
  /** End of the common scale; without it the bar fills its width. */
  readonly scaleCents = input<number>();
  /** What the bar is about, for the spoken sentence: "Kern-IT". */
  readonly name = input('');
  readonly thin = input(false);

  protected readonly segments = computed<readonly Segment[]>(() => {
    const figures = this.figures();
    const scale = Math.max(this.scaleCents() ?? 0, fullCents(figures), 1);
    const isThin = this.thin();
    return stagesOf(figures).map(({ stage, cents }) => {
      const percent = stage === 'unknown' ? Math.max((100 * cents) / scale, 12) : (100 * Math.max(cents, 0)) / scale;
      return { stage, percent, text: isThin || !isWideEnough(stage, percent) ? '' : stageLabels()[stage] };
    });
  });

  protected readonly sentence = computed(() => {
    const figures = this.figures();
    const words = stageLabels();
    const parts = stagesOf(figures)
      .filter(({ stage }) => stage !== 'unknown')
      .map(({ stage, cents }) => `${words[stage]} ${formatAmount(cents, 'whole')}`);
    if (figures.availableCents === null) parts.push(words.availableUnknown);
    return words.sentence(this.name(), parts.join(', '));
  });
}

/** The words of the bar with their amounts. */
@Component({
  selector: 'et-stage-keys',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul class="et-keys">
    @for (key of keys(); track key.stage) {
      <li>
        <span [class]="'et-swatch et-fill-' + key.stage"></span>{{ key.word }} <b class="et-num">{{ key.amount }}</b>
      </li>
    }
  </ul>`,
})
export class StageKeys {
  readonly figures = input.required<StageFigures>();
  protected readonly keys = computed(() =>
    stagesOf(this.figures())
      .filter(({ stage, cents }) => stage !== 'unknown' && (cents !== 0 || stage === 'available'))
      .map(({ stage, cents }) => ({ stage, word: stageLabels()[stage], amount: formatAmount(cents, 'whole') })),
  );
}

/** The stages in their fixed order; overdrawn shows what is missing instead of what is available. */
export function stagesOf(figures: StageFigures): readonly { readonly stage: Stage; readonly cents: number }[] {
  const bound = [
    { stage: 'actual' as const, cents: figures.actualCents },
    { stage: 'commitment' as const, cents: figures.commitmentCents },
    { stage: 'reservation' as const, cents: figures.reservationCents },
    { stage: 'lock' as const, cents: figures.lockCents },
  ].filter(({ cents }) => cents !== 0);
  const available = figures.availableCents;
  if (available === null) return [...bound, { stage: 'unknown', cents: stageTotalCents(figures) }];
  if (available < 0) return [...bound, { stage: 'missing', cents: -available }];
  return [...bound, { stage: 'available', cents: available }];
}

function fullCents(figures: StageFigures): number {
  const missing = Math.max(-(figures.availableCents ?? 0), 0);
  return stageTotalCents(figures) * (figures.availableCents === null ? 2 : 1) + missing;
}

function isWideEnough(stage: Stage, percent: number): boolean {
  if (stage === 'reservation' || stage === 'lock') return percent > 16;
  return percent > (stage === 'available' || stage === 'unknown' ? 11 : 8);
}
