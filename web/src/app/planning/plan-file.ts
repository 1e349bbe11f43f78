import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { formatCents, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { Scroll } from '../ui/table/scroll';
import { planFileLabels } from './plan-file.labels';
import { PlanFileStore } from './plan-file.store';

/** The amounts as a spreadsheet: out, and back in after a look at what would change. */
@Component({
  selector: 'et-plan-file',
  imports: [Button, Dialog, Scroll],
  providers: [PlanFileStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-actions' },
  templateUrl: './plan-file.html',
})
export class PlanFile {
  readonly mayWrite = input(false);
  readonly said = output<string>();
  protected readonly store = inject(PlanFileStore);
  protected readonly t = planFileLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly cents = (value: number, isSigned = false): string => formatCents(value, isSigned);
  protected readonly sentence = computed(() => {
    const reading = this.store.reading();
    const words = planFileLabels();
    if (reading === null) return '';
    const count = reading.lineIds.length;
    if (count === 0) return words.same(reading.fileName);
    return count === 1 ? words.changedOne(reading.fileName) : words.changed(reading.fileName, formatNumber(count));
  });

  protected choose(field: HTMLInputElement): void {
    const file = field.files?.item(0);
    // The same file may be chosen once more after it was changed.
    field.value = '';
    if (file) void this.store.choose(file);
  }

  protected take(): void {
    this.said.emit(planFileLabels().taken(formatNumber(this.store.take())));
  }
}
