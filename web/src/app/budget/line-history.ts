import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { LineHistoryEntry } from '@etatlotse/contracts/budget';
import { Amount } from '../ui/amount/amount';
import { formatDateTime } from '../ui/date/format';
import { lineLabels } from './line.labels';

/** Who did what with the line, from the audit log, newest first. */
@Component({
  selector: 'et-line-history',
  imports: [Amount],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().historyQuestion }}</h2>
    @if (entries().length === 0) {
      <p class="et-muted">{{ t().noHistory }}</p>
    } @else {
      <ul class="et-list-plain et-line__papers">
        @for (entry of entries(); track entry.id) {
          <li>
            <span>
              {{ actions()[entry.action] ?? entry.action }}
              @if (entry.amountCents !== null && entry.amountCents !== 0) {
                <et-amount form="euro" [cents]="entry.amountCents" />
              }
            </span>
            @for (change of entry.changes; track change.field) {
              <span class="et-small">{{
                t().changed(
                  change.field,
                  change.beforeLabel ?? change.before ?? t().empty,
                  change.afterLabel ?? change.after ?? t().empty
                )
              }}</span>
            }
            <small class="et-muted">{{ dateTime(entry.recordedAt) }}, {{ entry.actorName ?? t().system }}</small>
          </li>
        }
      </ul>
    }
  </section>`,
})
export class LineHistory {
  readonly entries = input.required<readonly LineHistoryEntry[]>();
  protected readonly t = lineLabels;
  protected readonly dateTime = formatDateTime;
  protected readonly actions = (): Readonly<Record<string, string>> => lineLabels().actions;
}
