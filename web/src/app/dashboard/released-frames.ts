import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Amount } from '../ui/amount/amount';
import { formatWholeEuro } from '../ui/amount/format';
import { StageBar } from '../ui/stage-bar/stage-bar';
import { Term } from '../ui/term/term';
import type { Word } from '../ui/term/glossary';
import { Unknown } from '../ui/unknown/unknown';
import { commonScaleCents } from './frames-panel';
import { overviewLabels } from './overview.labels';
import { frameSentence, type OverviewFigures, useSentence } from './overview.sentences';
import { releasedPartLabels } from './released-parts.labels';
import { releasedLabels } from './released.labels';

/** Words below the bars, each with its fill and its explanation. */
const KEYS: readonly { readonly fill: string; readonly word: Word; readonly label: KeyLabel }[] = [
  { fill: 'actual', word: 'ist', label: 'ist' },
  { fill: 'commitment', word: 'obligo', label: 'obligo' },
  { fill: 'reservation', word: 'reservierung', label: 'reservierung' },
  { fill: 'lock', word: 'sperre', label: 'sperre' },
  { fill: 'available', word: 'verfuegbar', label: 'verfuegbar' },
];
type KeyLabel = 'ist' | 'obligo' | 'reservierung' | 'sperre' | 'verfuegbar';

/** The three frames side by side, each with one plain sentence; the words explain themselves. */
@Component({
  selector: 'et-released-frames',
  imports: [Amount, RouterLink, StageBar, Term, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().framesQuestion }}</h2>
    <p class="et-finding">{{ sentence() }}</p>
    <div class="et-released-frames">
      @for (frame of figures().frames; track frame.frame) {
        <article>
          <h3>{{ words().frames[frame.frame] }}</h3>
          <p class="et-small et-muted">{{ words().frameHints[frame.frame] }}</p>
          <p class="et-released-frames__figure">
            @if (frame.availableCents === null) {
              <et-unknown class="et-figure" />
              <span class="et-small et-muted">{{ t().noCeiling }}</span>
            } @else {
              <et-amount class="et-figure" form="whole" [alarming]="true" [cents]="frame.availableCents" />
              <span class="et-small et-muted">{{ t().availableOf(whole(frame.adjustedCents)) }}</span>
            }
          </p>
          <et-stage-bar
            [figures]="frame"
            [thin]="true"
            [scaleCents]="scaleCents()"
            [name]="words().frames[frame.frame]"
          />
          <p class="et-small et-released-frames__plain">{{ plain(frame) }}</p>
          @if (askFrom(); as snapshot) {
            <a
              class="et-small et-no-print"
              routerLink="/council/ask"
              [queryParams]="{
                snapshot: snapshot,
                figure: frame.frame + '.available',
                about: words().frames[frame.frame],
              }"
              [attr.aria-label]="parts().askAbout(words().frames[frame.frame])"
              >{{ parts().ask }}</a
            >
          }
        </article>
      }
    </div>
    <ul class="et-keys">
      @for (key of keys; track key.fill) {
        <li>
          <span [class]="'et-swatch et-fill-' + key.fill"></span
          ><et-term [word]="key.word">{{ t()[key.label] }}</et-term>
        </li>
      }
      @if (hasUnknown()) {
        <li>
          <span class="et-swatch et-fill-unknown"></span><et-term word="unbekannt">{{ words().unknown }}</et-term>
        </li>
      }
    </ul>`,
})
export class ReleasedFrames {
  readonly figures = input.required<OverviewFigures>();
  /** The snapshot about which a member may ask; null for everybody else. */
  readonly askFrom = input<string | null>(null);
  protected readonly parts = releasedPartLabels;
  protected readonly t = releasedLabels;
  protected readonly words = overviewLabels;
  protected readonly keys = KEYS;
  protected readonly plain = frameSentence;
  protected readonly whole = (cents: number): string => formatWholeEuro(cents);
  protected readonly sentence = computed(() => useSentence(this.figures()));
  protected readonly scaleCents = computed(() => commonScaleCents(this.figures()));
  protected readonly hasUnknown = computed(() => this.figures().totals.unknownFrames.length > 0);
}
