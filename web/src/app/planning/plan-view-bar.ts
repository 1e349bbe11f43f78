import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, output } from '@angular/core';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { type Option, Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { amountLabels } from './plan-amounts.labels';
import { PlanAmountsStore } from './plan-amounts.store';
import { type Comparison, COMPARISONS, type Difference, DIFFERENCES, writeComparison } from './plan-columns';
import { gridLabels } from './plan-grid.labels';
import { GROUPINGS } from './plan-rows';
import { PlanSheetStore } from './plan-sheet.store';

/** Which lines, under which heads, compared with what. Everything chosen stands in the address. */
@Component({
  selector: 'et-plan-view-bar',
  imports: [Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-view-bar.html',
})
export class PlanViewBar {
  protected readonly store = inject(PlanAmountsStore);
  protected readonly sheet = inject(PlanSheetStore);
  /** Changes of the address; null takes a word out. */
  readonly set = output<Readonly<Record<string, string | null>>>();
  /** The line is found, the work goes on in the grid. */
  readonly left = output<void>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = gridLabels;
  protected readonly words = amountLabels;

  protected readonly frames = computed((): readonly Option[] => {
    const words = amountLabels();
    return [
      ...FRAME_CODES.map((code) => ({ value: code, label: frameLabels().names[code] })),
      { value: 'none', label: words.noFrame },
      { value: 'all', label: words.allFrames },
    ];
  });
  protected readonly units = computed((): readonly Option[] =>
    this.store.units().map(({ id, code, name, depth }) => ({
      value: id,
      label: `${'\u2003'.repeat(depth)}${code} ${name}`,
    })),
  );
  protected readonly groupings = computed((): readonly Option[] =>
    GROUPINGS.map((value) => ({ value, label: gridLabels().filter.groups[value] })),
  );
  protected readonly choices = computed(() => {
    const { with: bases, as } = this.store.view().comparison;
    const { comparisons, differences } = gridLabels().filter;
    return [
      ...COMPARISONS.filter((value) => value !== 'before_changes' || this.store.beforeChanges().size > 0).map(
        (value) => ({ value, label: comparisons[value], isChosen: bases.includes(value) }),
      ),
      ...DIFFERENCES.map((value) => ({ value, label: differences[value], isChosen: as.includes(value) })),
    ];
  });

  focusSearch(): void {
    const field = this.host.nativeElement.querySelector<HTMLInputElement>('[data-filter] input');
    field?.focus();
    field?.select();
  }

  protected setPlanned(event: Event): void {
    this.set.emit({ planned: (event.target as HTMLInputElement).checked ? 'yes' : null });
  }

  protected compare(value: Comparison | Difference, event: Event): void {
    const isChosen = (event.target as HTMLInputElement).checked;
    const { with: bases, as } = this.store.view().comparison;
    const keeps = <One extends string>(all: readonly One[], chosen: readonly One[]): One[] =>
      all.filter((one) => (one === value ? isChosen : chosen.includes(one)));
    const choice = { with: keeps(COMPARISONS, bases), as: keeps(DIFFERENCES, as) };
    this.set.emit({ compare: writeComparison(choice, this.store.firstComparison()) });
  }
}
