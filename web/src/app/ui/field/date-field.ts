import { isPlainDate } from '@etatlotse/domain/shared';
import { ChangeDetectionStrategy, Component, computed, effect, input, model, output, signal } from '@angular/core';
import { Control, Field } from './field';
import { fieldLabels } from './field.labels';

/** A typed day: `05.10.2026`, `5.10.26` or `2026-10-05`. `value` is `YYYY-MM-DD` or `null`. */
@Component({
  selector: 'et-date-field',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-field [label]="label()" [hint]="hint() ?? t().dateHint" [error]="shownError()" [optional]="optional()">
    <input
      etControl
      class="et-num"
      inputmode="numeric"
      autocomplete="off"
      [value]="text()"
      (input)="take($event)"
      (blur)="leave()"
    />
  </et-field>`,
})
export class DateField {
  readonly label = input.required<string>();
  readonly value = model<string | null>(null);
  readonly hint = input<string>();
  readonly error = input<string | null>();
  readonly optional = input(false);
  readonly touched = output<void>();

  protected readonly t = fieldLabels;
  protected readonly text = signal('');
  private readonly hasLeft = signal(false);
  private readonly read = computed(() => readDate(this.text()));

  protected readonly shownError = computed(() => {
    const read = this.read();
    if (this.hasLeft() && read === 'format') return fieldLabels().dateFormat;
    if (this.hasLeft() && read === 'missing') return fieldLabels().dateMissing(this.text().trim());
    return this.error() ?? null;
  });

  constructor() {
    effect(() => {
      const value = this.value();
      if (value !== null && dayOf(readDate(this.text())) !== value) this.text.set(writeDate(value));
    });
  }

  protected take(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.text.set(text);
    this.value.set(dayOf(readDate(text)));
  }

  protected leave(): void {
    this.hasLeft.set(true);
    const day = dayOf(this.read());
    if (day) this.text.set(writeDate(day));
    this.touched.emit();
  }
}

type ReadDate = { readonly day: string } | 'empty' | 'format' | 'missing';

/** Reads a typed day; `missing` is a day that no calendar has, such as 31.09. */
export function readDate(typed: string): ReadDate {
  const text = typed.trim();
  if (text === '') return 'empty';
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const parts = german ? [german[3], german[2], german[1]] : iso ? [iso[1], iso[2], iso[3]] : null;
  if (!parts) return 'format';
  const [year = '', month = '', day = ''] = parts;
  const iso8601 = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(iso8601) ? { day: iso8601 } : 'missing';
}

const dayOf = (read: ReadDate): string | null => (typeof read === 'object' ? read.day : null);

const writeDate = (iso: string): string => iso.split('-').reverse().join('.');
