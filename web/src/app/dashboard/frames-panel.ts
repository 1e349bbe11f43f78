import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FrameOverview } from '@etatlotse/contracts/budget/plain';
import { Amount } from '../ui/amount/amount';
import { formatWholeEuro } from '../ui/amount/format';
import { Icon } from '../ui/icon/icon';
import { StageBar, stageTotalCents } from '../ui/stage-bar/stage-bar';
import { Unknown } from '../ui/unknown/unknown';
import { overviewLabels } from './overview.labels';
import { distributionSentence, type OverviewFigures, sidesSentence, useSentence } from './overview.sentences';
import type { Measure } from './proof-key';

/** The stages that a bar names below itself; what is available stands beside it. */
const STAGES = ['actual', 'commitment', 'reservation', 'lock'] as const;
type KeyMeasure = (typeof STAGES)[number];

/** The three frames on one scale: what is spent, bound, locked and still free. Every amount opens its proof. */
@Component({
  selector: 'et-frames-panel',
  imports: [Amount, Icon, RouterLink, StageBar, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-panel__head">
      <h2>{{ t().framesQuestion }}</h2>
      <span class="et-small et-muted">{{ t().sameScale(scaleText()) }}</span>
    </div>
    <p class="et-finding">{{ sentence() }}</p>
    @for (frame of figures().frames; track frame.frame) {
      <article class="et-frame-use">
        <h3>
          {{ t().frames[frame.frame] }}
          <span class="et-frame-use__hint">{{ t().frameHints[frame.frame] }}</span>
        </h3>
        <p class="et-frame-use__figure">
          @if (frame.availableCents === null) {
            <et-unknown class="et-figure" />
          } @else {
            <et-amount
              class="et-figure"
              form="whole"
              [alarming]="true"
              [cents]="frame.availableCents"
              [of]="of(frame, 'available')"
              [proof]="'frame:' + frame.frame"
            />
          }
          <span class="et-small et-muted">{{ t().available }}</span>
        </p>
        <div class="et-frame-use__bar">
          @if (hasBar(frame)) {
            <et-stage-bar [figures]="frame" [scaleCents]="scaleCents()" [name]="t().frames[frame.frame]" />
          }
          <ul class="et-keys">
            @for (key of keys(frame); track key.measure) {
              <li>
                <span [class]="'et-swatch et-fill-' + key.measure"></span>{{ t().short[key.measure] }}
                <et-amount
                  class="et-strong"
                  form="whole"
                  [cents]="key.cents"
                  [of]="of(frame, key.measure)"
                  [proof]="'frame:' + frame.frame + ':' + key.measure"
                />
              </li>
            }
          </ul>
          @if (frame.ceilingCents !== null) {
            <p class="et-frame-use__facts">
              {{ t().ceiling(whole(frame.ceilingCents)) }} · {{ t().appropriation(whole(frame.appropriationCents)) }} ·
              {{ t().short.adjusted }}
              <et-amount
                form="whole"
                [cents]="frame.adjustedCents"
                [of]="of(frame, 'adjusted')"
                [proof]="'frame:' + frame.frame + ':adjusted'"
              />
              @if (distribution(frame); as words) {
                · {{ words }}
              }
            </p>
            @if (sides(frame); as words) {
              <p class="et-frame-use__facts">{{ words }}</p>
            }
          } @else {
            <p class="et-frame-use__facts">
              <et-icon name="warning" [small]="true" class="et-icon--warn" /> {{ t().noCeiling }}
              @if (mayEnterCeiling()) {
                <a routerLink="/settings" queryParamsHandling="preserve">{{ t().enterCeiling }}</a>
              }
            </p>
          }
        </div>
      </article>
    }`,
})
export class FramesPanel {
  readonly figures = input.required<OverviewFigures>();
  readonly mayEnterCeiling = input(false);
  protected readonly t = overviewLabels;
  protected readonly whole = (cents: number): string => formatWholeEuro(cents);
  protected readonly sentence = computed(() => useSentence(this.figures()));
  /** One end for all bars: the longest of them. */
  protected readonly scaleCents = computed(() => commonScaleCents(this.figures()));
  protected readonly scaleText = computed(() => formatWholeEuro(this.scaleCents()));
  protected readonly distribution = distributionSentence;
  protected readonly sides = sidesSentence;

  /** A frame in which nothing stands has no bar, unless it is the hatch of the unknown. */
  protected readonly hasBar = (frame: FrameOverview): boolean =>
    frame.availableCents === null || stageTotalCents(frame) > 0;

  protected of(frame: FrameOverview, measure: Measure): string {
    return `${overviewLabels().measures[measure]}, ${overviewLabels().frames[frame.frame]}`;
  }

  /** Stages with something in them. */
  protected keys(frame: FrameOverview): readonly { readonly measure: KeyMeasure; readonly cents: number }[] {
    return STAGES.map((measure) => ({ measure, cents: frame[`${measure}Cents`] })).filter(({ cents }) => cents !== 0);
  }
}

/** The longest bar, so that all of them can be compared. */
export function commonScaleCents({ frames }: OverviewFigures): number {
  return Math.max(...frames.map((frame) => Math.max(stageTotalCents(frame), frame.ceilingCents ?? 0)), 1);
}
