import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { LineHistoryEntry } from '@etatlotse/contracts/budget';
import { Amount } from '../ui/amount/amount';
import { formatDateTime } from '../ui/date/format';
import { budgetLabels } from './budget.labels';
import { lineFormLabels } from './line-form.labels';
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
              <span class="et-small">{{ sentenceOf(change) }}</span>
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
  protected readonly sentenceOf = changeSentence;
  protected readonly actions = (): Readonly<Record<string, string>> => lineLabels().actions;
}

type Change = LineHistoryEntry['changes'][number];

/** `Rahmen: Kern-IT wurde Schulnetze`. Of a long text it is only known that it changed. */
export function changeSentence({ field, before, after, beforeLabel, afterLabel }: Change): string {
  const words = lineLabels();
  const names: Readonly<Record<string, string>> = words.changedFields;
  const name = names[field] ?? field;
  if (before === null && after === null) return words.changedText(name);
  return words.changed(name, beforeLabel ?? valueText(field, before), afterLabel ?? valueText(field, after));
}

function valueText(field: string, value: string | null): string {
  const words = lineLabels();
  if (value === null || value === '') return words.empty;
  if (value === 'true' || value === 'false') return value === 'true' ? words.yes : words.no;
  return codeWords(field)[value] ?? value;
}

function codeWords(field: string): Readonly<Record<string, string>> {
  const { frames, runOrChange, serviceClasses, networkZones } = budgetLabels();
  switch (field) {
    case 'frame':
      return frames;
    case 'runOrChange':
      return runOrChange;
    case 'serviceClass':
      return serviceClasses;
    case 'networkZone':
      return networkZones;
    case 'reserve':
      return lineFormLabels().reserves;
    default:
      return {};
  }
}
