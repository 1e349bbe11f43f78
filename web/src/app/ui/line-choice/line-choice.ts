import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  model,
  output,
  signal,
} from '@angular/core';
import { Amount } from '../amount/amount';
import { TextField } from '../field/text-field';
import { labels } from '../language/language';

const words = labels({
  de: {
    line: { hint: 'Ein Teil des Namens oder der Nummer genügt.', none: 'Keine Zeile gefunden.', other: 'andere Zeile' },
    contract: {
      hint: 'Ein Teil der Nummer, der Firma oder des Gegenstands genügt.',
      none: 'Kein Vertrag gefunden.',
      other: 'anderer Vertrag',
    },
    person: { hint: 'Ein Teil des Namens genügt.', none: 'Niemand gefunden.', other: 'andere Person' },
  },
  en: {
    line: { hint: 'Part of the name or number is enough.', none: 'No line found.', other: 'another line' },
    contract: {
      hint: 'Part of the number, vendor or subject is enough.',
      none: 'No contract found.',
      other: 'another contract',
    },
    person: { hint: 'Part of the name is enough.', none: 'Nobody found.', other: 'another person' },
  },
});
const ASK_AFTER_MS = 250;

/** A line as it is chosen and shown. */
export interface ChosenLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** A line that was found, with its unit and what is left on it where the search tells. */
export interface FoundChoice extends ChosenLine {
  readonly unitCode?: string | null;
  readonly availableCents?: number | null;
}

/** A budget line to choose, or a contract or person: type a part of its name, then pick. The page fetches what was found. */
@Component({
  selector: 'et-line-choice',
  imports: [Amount, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (value(); as line) {
      <div class="et-line-choice">
        <p>
          <span class="et-small et-muted">{{ label() }}</span><br />
          <b>{{ line.name }}</b> <span class="et-muted">{{ line.number }}</span>
        </p>
        @if (picks() !== 'none') {
          <button type="button" class="et-link-button" (click)="forget()">
            {{ t().other }}<span class="et-hidden"> ({{ label() }})</span>
          </button>
        }
      </div>
    } @else {
      <et-text-field
        type="search"
        [label]="label()"
        [hint]="hint() ?? t().hint"
        [optional]="optional()"
        [value]="q()"
        [error]="error()"
        (valueChange)="ask($event)"
      />
      @if (q().trim() && found()?.length) {
        <ul class="et-line-choice__hits">
          @for (line of found(); track line.id) {
            <li>
              <button type="button" (click)="pick(line)">
                <span
                  ><b>{{ line.name }}</b> <small class="et-muted">{{ line.number }} {{ line.unitCode }}</small></span
                >
                @if (line.availableCents !== undefined) {
                  <et-amount [cents]="line.availableCents" />
                }
              </button>
            </li>
          }
        </ul>
      } @else if (q().trim() && found()) {
        <p class="et-small et-muted" role="status">{{ t().none }}</p>
      }
    }`,
})
export class LineChoice {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>(null);
  readonly optional = input(false);
  /**
   * `none`: the line is given by where the form was opened and cannot be exchanged here. `many`: what is picked comes by
   * `added` for a list of the page, and the next one can be looked for.
   */
  readonly picks = input<'one' | 'many' | 'none'>('one');
  /** What was found for the last question; null before the first one. */
  readonly found = input.required<readonly FoundChoice[] | null>();
  readonly value = model<ChosenLine | null>(null);
  readonly added = output<ChosenLine>();
  /** Words to look for, when typing has paused. */
  readonly searched = output<string>();
  /** What is chosen here. */
  readonly of = input<'line' | 'contract' | 'person'>('line');
  protected readonly t = computed(() => words()[this.of()]);
  protected readonly q = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected ask(q: string): void {
    this.q.set(q);
    clearTimeout(this.timer);
    if (q.trim().length >= 2) this.timer = setTimeout(() => this.searched.emit(q.trim()), ASK_AFTER_MS);
  }

  protected pick({ id, number, name }: ChosenLine): void {
    const line = { id, number, name };
    if (this.picks() === 'many') this.added.emit(line);
    else this.value.set(line);
    this.q.set('');
  }

  protected forget(): void {
    this.value.set(null);
  }
}
