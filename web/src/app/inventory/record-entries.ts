import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { formatDate } from '../ui/date/format';
import { inventoryLabels } from './inventory.labels';

/** One entry of a history: what, why, and who recorded it when. */
export interface RecordEntry {
  readonly id: string;
  readonly text: string;
  readonly detail: string;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
  /** Put right by another entry; it stays, and no longer counts. */
  readonly isSuperseded?: boolean;
}

/** A history, the newest entry first. */
@Component({
  selector: 'et-record-entries',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul class="et-inventory-entries">
    @for (entry of entries(); track entry.id) {
      <li>
        @if (entry.isSuperseded) {
          <s>{{ entry.text }}</s> ({{ t().superseded }})
        } @else {
          {{ entry.text }}
        }
        @if (entry.detail) {
          <span class="et-under">{{ entry.detail }}</span>
        }
        <small class="et-under et-muted">{{ t().recorded(date(entry.recordedAt), entry.recordedBy ?? '') }}</small>
      </li>
    }
  </ul>`,
})
export class RecordEntries {
  readonly entries = input.required<readonly RecordEntry[]>();
  protected readonly t = inventoryLabels;
  protected readonly date = formatDate;
}
