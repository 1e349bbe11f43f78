import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { LineName } from '@etatlotse/contracts/authority/plain';
import type { SearchResult } from '@etatlotse/contracts/search/plain';
import { debounceTime, distinctUntilChanged } from 'rxjs';
import { api, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { Amount } from '../ui/amount/amount';
import { TextField } from '../ui/field/text-field';
import { pickerLabels } from './line-picker.labels';

const SEARCH_AFTER_MS = 250;

/** Chooses one budget line by number or name; what is left on it stands beside it. The chosen line stays until it is changed. */
@Component({
  selector: 'et-line-picker',
  imports: [Amount, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (line(); as chosen) {
      <div class="et-picker__chosen">
        <p>
          <span class="et-small et-muted">{{ label() }}</span><br />
          <b>{{ chosen.name }}</b> <span class="et-muted">{{ chosen.number }}</span>
        </p>
        <button type="button" class="et-link-button" (click)="choose(null)">
          {{ t().change }}<span class="et-hidden"> ({{ label() }})</span>
        </button>
      </div>
    } @else {
      <et-text-field type="search" [label]="label()" [hint]="hint() ?? t().hint" [(value)]="typed" [error]="error()" />
      @if (hits().length > 0) {
        <ul class="et-picker__hits">
          @for (hit of hits(); track hit.id) {
            <li>
              <button type="button" class="et-picker__hit" (click)="choose(hit.id)">
                <span
                  ><b>{{ hit.name }}</b> <small class="et-muted">{{ hit.number }} {{ hit.unitCode }}</small></span
                >
                <et-amount [cents]="hit.availableCents" />
              </button>
            </li>
          }
        </ul>
      } @else if (hasSearched()) {
        <p class="et-muted" role="status">{{ t().noHit }}</p>
      }
    }`,
})
export class LinePicker {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>(null);
  /** The chosen line; null while none is chosen. */
  readonly line = input<LineName | null>(null);
  readonly chosen = output<string | null>();

  protected readonly t = pickerLabels;
  private readonly year = inject(FiscalYear).year;
  protected readonly typed = signal('');
  private readonly settled = toSignal(
    toObservable(this.typed).pipe(debounceTime(SEARCH_AFTER_MS), distinctUntilChanged()),
    { initialValue: '' },
  );
  private readonly found = httpResource<SearchResult>(() =>
    this.settled().trim().length < 2
      ? undefined
      : { url: api('search'), params: query({ q: this.settled(), fiscalYear: this.year() }) },
  );
  protected readonly hits = computed(() => (this.found.hasValue() ? this.found.value().lines.rows : []));
  protected readonly hasSearched = computed(() => this.found.hasValue());

  protected choose(lineId: string | null): void {
    this.typed.set('');
    this.chosen.emit(lineId);
  }
}
