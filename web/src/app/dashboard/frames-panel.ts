import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FrameOverview } from '@etatlotse/contracts/budget/plain';
import { Amount } from '../ui/amount/amount';
import { formatWholeEuro } from '../ui/amount/format';
import { StageBar, StageKeys, stageTotalCents } from '../ui/stage-bar/stage-bar';
import { Term } from '../ui/term/term';
import { Unknown } from '../ui/unknown/unknown';
import { overviewLabels } from './overview.labels';
import { distributionSentence, type OverviewFigures, useSentence } from './overview.sentences';

/** The three frames on one scale. Live pages link to proofs; released pages explain words instead. */
@Component({
  selector: 'et-frames-panel',
  imports: [Amount, RouterLink, StageBar, StageKeys, Term, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-panel__head">
      <h2>{{ t().framesQuestion }}</h2>
      <span class="et-small et-muted">{{ t().sameScale(scaleText()) }}</span>
    </div>
    <p class="et-finding">{{ sentence() }}</p>
    @for (frame of figures().frames; track frame.frame) {
      <article class="et-frame-use">
        <div>
          <h3>
            {{ t().frames[frame.frame] }} <small class="et-muted">{{ t().frameHints[frame.frame] }}</small>
          </h3>
        </div>
        <p class="et-frame-use__figure">
          @if (frame.availableCents === null) {
            <et-unknown class="et-figure" />
          } @else {
            <et-amount
              class="et-figure"
              form="whole"
              [alarming]="true"
              [cents]="frame.availableCents"
              [of]="t().proofFrame(t().frames[frame.frame])"
              [proof]="isLive() ? 'frame:' + frame.frame : undefined"
            />
          }
          <span class="et-small et-muted">
            @if (isLive()) {
              {{ t().available }}
            } @else {
              <et-term word="verfuegbar">{{ t().available }}</et-term>
            }
          </span>
        </p>
        <div class="et-frame-use__bar">
          <et-stage-bar [figures]="frame" [scaleCents]="scaleCents()" [name]="t().frames[frame.frame]" />
          <et-stage-keys [figures]="frame" />
          <p class="et-tiny et-muted">
            @if (frame.ceilingCents !== null) {
              {{ t().ceiling(whole(frame.ceilingCents)) }} ·
              {{ t().appropriation(whole(frame.appropriationCents)) }}
              {{ whole(frame.adjustedCents) }}
              @if (distribution(frame); as words) {
                · {{ words }}
              }
            } @else if (mayEnterCeiling()) {
              <a routerLink="/settings" queryParamsHandling="preserve">{{ t().enterCeiling }}</a>
            }
          </p>
        </div>
      </article>
    }`,
})
export class FramesPanel {
  readonly figures = input.required<OverviewFigures>();
  readonly isLive = input(true);
  readonly mayEnterCeiling = input(false);
  protected readonly t = overviewLabels;
  protected readonly whole = (cents: number): string => formatWholeEuro(cents);
  protected readonly sentence = computed(() => useSentence(this.figures()));
  /** One end for all bars: the longest of them. */
  protected readonly scaleCents = computed(() =>
    Math.max(...this.figures().frames.map((frame) => Math.max(stageTotalCents(frame), frame.ceilingCents ?? 0)), 1),
  );
  protected readonly scaleText = computed(() => formatWholeEuro(this.scaleCents()));
  protected readonly distribution = (frame: FrameOverview): string | null => distributionSentence(frame);
}
