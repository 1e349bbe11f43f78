import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { MotionAmountRow, MotionRow, Reading } from '@etatlotse/contracts/council/plain';
import { coverState } from '@etatlotse/domain/council';
import { Amount } from '../ui/amount/amount';
import { Icon } from '../ui/icon/icon';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { COVER_LOOKS, coverLines, fteChange, nameOf, RESULT_LOOKS } from './reading-words';
import { readingLabels } from './reading.labels';
import { ReadingStore } from './reading.store';

/** The motions in the order of votes, each with its amounts, its cover check and its result, and a switch to reckon with it. */
@Component({
  selector: 'et-motion-table',
  imports: [Amount, Icon, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './motion-table.html',
})
export class MotionTable {
  readonly reading = input.required<Reading>();
  readonly edited = output<MotionRow>();
  readonly removed = output<MotionRow>();
  /** The motions in a new order. */
  readonly ordered = output<readonly string[]>();
  protected readonly store = inject(ReadingStore);
  protected readonly t = readingLabels;
  protected readonly resultLooks = RESULT_LOOKS;
  protected readonly coverLooks = COVER_LOOKS;
  protected readonly name = nameOf;
  protected readonly fte = fteChange;
  protected readonly mayChange = computed(() => this.reading().mayWrite && this.reading().state !== 'closed');

  protected readonly rows = computed(() =>
    this.reading().rows.map((motion) => {
      const cover = this.store.coverOf(motion.id);
      return {
        motion,
        state: coverState(cover),
        lines: coverLines(cover),
        excludes: this.namesOf(motion.excludes),
        overtakenBy: motion.overtakenById === null ? null : this.namesOf([motion.overtakenById]),
        unit: this.reading().draft.units.find(({ id }) => id === motion.unitId)?.name ?? '',
      };
    }),
  );

  protected line({ lineId, fiscalYear }: MotionAmountRow): string {
    return `${this.reading().lines.find(({ id }) => id === lineId)?.name ?? ''}, ${fiscalYear}`;
  }

  protected move(motion: MotionRow, by: 1 | -1): void {
    const ids = this.reading().rows.map(({ id }) => id);
    const at = ids.indexOf(motion.id);
    const other = ids[at + by];
    if (other === undefined) return;
    ids[at + by] = motion.id;
    ids[at] = other;
    this.ordered.emit(ids);
  }

  private namesOf(ids: readonly string[]): string {
    return this.reading()
      .rows.filter(({ id }) => ids.includes(id))
      .map(nameOf)
      .join(', ');
  }
}
