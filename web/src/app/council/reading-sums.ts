import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Reading } from '@etatlotse/contracts/council/plain';
import type { Stack, StackYear } from '@etatlotse/domain/council';
import { frameLabels } from '../platform/frame.labels';
import { Amount } from '../ui/amount/amount';
import { formatCents, formatFte } from '../ui/amount/format';
import { Icon } from '../ui/icon/icon';
import { Scroll } from '../ui/table/scroll';
import { Unknown } from '../ui/unknown/unknown';
import { fteChange } from './reading-words';
import { readingLabels } from './reading.labels';

/** What the chosen motions come to: result, investments, cover, what is bound later, the frames and the posts. */
@Component({
  selector: 'et-reading-sums',
  imports: [Amount, Icon, Scroll, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reading-sums.html',
})
export class ReadingSums {
  readonly reading = input.required<Reading>();
  readonly stack = input.required<Stack>();
  protected readonly t = readingLabels;
  protected readonly frames = frameLabels;

  /** Years from the plan on; the one before it is fixed. */
  protected readonly years = computed(() =>
    this.stack().years.filter(({ fiscalYear }) => fiscalYear >= this.reading().plan.firstYear),
  );
  protected readonly posts = computed(() =>
    this.stack().posts.map(({ unitId, hundredths }) => {
      const unit = this.reading().draft.units.find(({ id }) => id === unitId);
      const planned = unit?.plannedFte ?? 0;
      return this.t().postsLine(
        unit === undefined ? '' : `${unit.code} ${unit.name}`,
        fteChange(hundredths),
        formatFte(planned, 2),
        formatFte(planned + hundredths / 100, 2),
      );
    }),
  );

  /** One word and the amount: missing, left over, or covered. */
  protected cover({ open, missingCents }: StackYear): { readonly text: string; readonly isMissing: boolean } {
    const t = this.t();
    if (missingCents > 0) return { text: t.coverMissing(formatCents(missingCents)), isMissing: true };
    const gained = open.reduce((sum, { openCents }) => sum + Math.max(0, -openCents), 0);
    if (gained > 0) return { text: t.coverGained(formatCents(gained)), isMissing: false };
    return { text: open.length === 0 ? t.nothingMoved : t.covered, isMissing: false };
  }
}
