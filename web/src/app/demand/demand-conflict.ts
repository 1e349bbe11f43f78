import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { draftOf, type DraftField } from './demand-draft';
import { demandFormLabels } from './demand-form.labels';
import type { Conflict } from './demand-form.store';
import { demandLabels } from './demand.labels';

/** Both versions beside each other, field by field. Neither is lost before somebody has chosen. */
@Component({
  selector: 'et-demand-conflict',
  imports: [Button, Notice, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-notice kind="warn" [live]="true" [heading]="heading()">
    <p>{{ t().conflictText }}</p>
    <et-scroll [label]="heading()">
      <table class="et-table">
        <thead>
          <tr>
            <th scope="col">{{ t().field }}</th>
            <th scope="col">{{ t().mine }}</th>
            <th scope="col">{{ t().theirs }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.field) {
            <tr>
              <th scope="row">{{ t().fields[row.field] }}</th>
              <td class="et-demand__text">{{ row.mine }}</td>
              <td class="et-demand__text">{{ row.theirs }}</td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" (click)="settled.emit('mine')">{{ t().takeMine }}</button>
      <button type="button" etButton="secondary" (click)="settled.emit('theirs')">{{ t().takeTheirs }}</button>
    </div>
  </et-notice>`,
})
export class DemandConflict {
  readonly conflict = input.required<Conflict>();
  readonly settled = output<'mine' | 'theirs'>();
  protected readonly t = demandFormLabels;
  protected readonly heading = computed(() =>
    this.t().conflictTitle(this.conflict().theirs.changedByName ?? this.t().someone),
  );
  protected readonly rows = computed(() => {
    const { mine, theirs, fields } = this.conflict();
    const other = draftOf(theirs);
    return fields.map((field) => ({
      field,
      mine: this.wordsOf(field, mine[field]),
      theirs: this.wordsOf(field, other[field]),
    }));
  });

  private wordsOf(field: DraftField, value: unknown): string {
    const t = this.t();
    if (value === null || value === '') return t.empty;
    if (field === 'papers' && Array.isArray(value)) return value.length === 0 ? t.empty : value.join(', ');
    if (field === 'items' && Array.isArray(value))
      return itemsText(value as readonly { readonly label: string }[], t.empty);
    if (Array.isArray(value)) return value.length === 0 ? t.empty : t.count(value.length);
    const words = demandLabels();
    const known: Readonly<Record<string, string>> = {
      ...words.kinds,
      ...words.reasons,
      ...words.occurrences,
      ...words.classes,
    };
    const text = typeof value === 'string' || typeof value === 'number' ? `${value}` : t.empty;
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : (known[text] ?? text);
  }
}

function itemsText(
  items: readonly { readonly label: string; readonly quantity?: number | null }[],
  empty: string,
): string {
  return items.length === 0 ? empty : items.map(({ label, quantity }) => `${quantity ?? '?'} × ${label}`).join(', ');
}
