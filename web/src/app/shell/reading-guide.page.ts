import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { PageHead } from '../ui/page-head/page-head';
import { StageBar, StageKeys } from '../ui/stage-bar/stage-bar';
import type { StageFigures } from '../ui/stage-bar/stage-bar.types';
import { glossary, type Word } from '../ui/term/glossary';
import { Unknown } from '../ui/unknown/unknown';
import { readingLabels, readingWords } from './reading-guide.labels';

const EXAMPLE: StageFigures = {
  actualCents: 48_000_000,
  commitmentCents: 21_000_000,
  reservationCents: 4_000_000,
  lockCents: 9_000_000,
  availableCents: 18_000_000,
};

@Component({
  selector: 'et-reading-guide-page',
  imports: [PageHead, StageBar, StageKeys, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="t().title">{{ t().lead }}</et-page-head>
    <article class="et-panel et-read">
      <h2>{{ t().barTitle }}</h2>
      <p>{{ t().barText }}</p>
      <et-stage-bar [figures]="example" [name]="t().example" />
      <et-stage-keys [figures]="example" />
      <p class="et-source">{{ t().example }}</p>
      <h2>{{ t().proofTitle }}</h2>
      <p>{{ t().proofText }}</p>
      <h2>{{ t().unknownTitle }}</h2>
      <p><et-unknown /></p>
      <p>{{ t().unknownText }}</p>
      <h2>{{ t().colourTitle }}</h2>
      <p>{{ t().colourText }}</p>
      <h2>{{ t().releasedTitle }}</h2>
      <p>{{ t().releasedText }}</p>
      <h2>{{ t().wordsTitle }}</h2>
      <dl class="et-words">
        @for (entry of words(); track entry.word) {
          <dt>{{ entry.word }}</dt>
          <dd>{{ entry.meaning }}</dd>
        }
      </dl>
    </article>`,
})
export class ReadingGuidePage {
  protected readonly t = readingLabels;
  protected readonly example = EXAMPLE;
  protected readonly words = computed(() =>
    Object.entries(readingWords()).map(([key, word]) => ({ word, meaning: glossary()[key as Word] })),
  );
}
