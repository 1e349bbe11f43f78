import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { FRAMES } from '@etatlotse/contracts/budget/plain';
import { frameLabels } from '../platform/frame.labels';
import { Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { LockDraft } from './lock-draft.store';
import { lockFormLabels } from './lock-form.labels';

/** Which lines: by frame, sub-budget, saved filter or words. All of it narrows. */
@Component({
  selector: 'et-lock-selection',
  imports: [Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().which }}</h2>
    <div class="et-fields-2">
      <et-select [label]="t().frame" [options]="frames()" [placeholder]="t().anyFrame" [(value)]="draft.frame" />
      <et-select
        [label]="t().subBudget"
        [options]="subBudgets()"
        [placeholder]="t().anySubBudget"
        [(value)]="draft.subBudget"
      />
      <et-select
        [label]="t().filter"
        [options]="filters()"
        [placeholder]="t().noFilter"
        [optional]="true"
        [(value)]="draft.filterId"
      />
      <et-text-field type="search" [label]="t().search" [(value)]="draft.search" />
    </div>`,
})
export class LockSelection {
  protected readonly draft = inject(LockDraft);
  protected readonly t = lockFormLabels;
  protected readonly frames = computed(() => [
    ...FRAMES.map((value) => ({ value, label: frameLabels().names[value] })),
    { value: 'none', label: lockFormLabels().noFrame },
  ]);
  protected readonly subBudgets = computed(() => this.draft.subBudgets().map((value) => ({ value, label: value })));
  protected readonly filters = computed(() => this.draft.filters().map(({ id, name }) => ({ value: id, label: name })));
}
