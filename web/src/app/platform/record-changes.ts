import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { RecordChange } from '@etatlotse/contracts/shared/plain';
import { formatDateTime } from '../ui/date/format';
import { labels } from './language';

const words = labels({
  de: {
    heading: 'Wer hat was geändert?',
    none: 'Seit der Einrichtung ist hier nichts geändert worden.',
    kinds: { created: 'Angelegt', changed: 'Geändert' },
    said: (field: string, before: string, after: string) => `${field}: vorher ${before}, jetzt ${after}`,
    unsaid: (field: string) => `${field}: geändert`,
    empty: 'leer',
    yes: 'ja',
    no: 'nein',
    system: 'Etatlotse',
  },
  en: {
    heading: 'Who changed what?',
    none: 'Nothing has been changed here since it was set up.',
    kinds: { created: 'Created', changed: 'Changed' },
    said: (field: string, before: string, after: string) => `${field}: ${before} before, ${after} now`,
    unsaid: (field: string) => `${field}: changed`,
    empty: 'empty',
    yes: 'yes',
    no: 'no',
    system: 'Etatlotse',
  },
});

/** How a field is called and how its values are written; null leaves the value as it stands in the log. */
export interface ChangedFieldWords {
  readonly label: string;
  readonly text?: (value: string) => string | null;
}

/** How a record came to be what it is, newest first: who changed which field from what to what. */
@Component({
  selector: 'et-record-changes',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().heading }}</h2>
    @if (changes().length === 0) {
      <p class="et-muted">{{ t().none }}</p>
    } @else {
      <ul class="et-list-plain et-changes">
        @for (change of changes(); track change.id) {
          <li>
            <strong>{{ t().kinds[change.kind] }}</strong>
            @for (field of change.fields; track field.field) {
              <span class="et-under">{{ said(field) }}</span>
            }
            <small class="et-under et-muted">{{ when(change.recordedAt) }}, {{ change.actorName ?? t().system }}</small>
          </li>
        }
      </ul>
    }
  </section>`,
})
export class RecordChanges {
  readonly changes = input.required<readonly RecordChange[]>();
  readonly fields = input.required<(field: string) => ChangedFieldWords>();
  protected readonly t = words;
  protected readonly when = formatDateTime;

  protected said({ field, before, after }: RecordChange['fields'][number]): string {
    const { label, text } = this.fields()(field);
    if (before === null && after === null) return this.t().unsaid(label);
    const [was, is] = [before, after].map((value) => this.written(value, text));
    return this.t().said(label, was ?? '', is ?? '');
  }

  private written(value: string | null, text: ChangedFieldWords['text']): string {
    if (value === null || value === '') return this.t().empty;
    if (value === 'true') return this.t().yes;
    if (value === 'false') return this.t().no;
    return text?.(value) ?? value;
  }
}
