import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input, model, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { SEARCH_PATH, type SearchResult } from '@etatlotse/contracts/search/plain';
import { debounceTime, distinctUntilChanged } from 'rxjs';
import { query } from '../platform/api';
import { Amount } from '../ui/amount/amount';
import { TextField } from '../ui/field/text-field';
import { extraFormLabels } from './extra-form.labels';

/** A line as the form knows it. */
export interface ChosenLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

const SEARCH_AFTER_MS = 250;

/** Finds a line by what one types, and shows the chosen one with a way to another. */
@Component({
  selector: 'et-extra-line-choice',
  imports: [Amount, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (line(); as chosen) {
      <div class="et-extra__chosen">
        <p>
          <span class="et-small et-muted">{{ t().line }}</span><br />
          <span class="et-strong">{{ chosen.name }}</span>
          <span class="et-muted et-extra__number">{{ chosen.number }}</span>
        </p>
        <button type="button" class="et-link-button" (click)="line.set(null)">{{ t().lineChange }}</button>
      </div>
    } @else {
      <et-text-field
        type="search"
        [label]="t().line"
        [hint]="t().lineHint"
        [(value)]="search"
        [error]="isMissing() ? t().lineMissing : null"
      />
      @if (hits().length > 0) {
        <ul class="et-extra__hits">
          @for (hit of hits(); track hit.id) {
            <li>
              <button type="button" class="et-extra__hit" (click)="choose(hit)">
                <span
                  ><b>{{ hit.name }}</b> <small class="et-muted et-extra__number">{{ hit.number }}</small></span
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
export class ExtraLineChoice {
  readonly line = model.required<ChosenLine | null>();
  readonly isMissing = input(false);
  readonly year = input.required<number>();
  protected readonly t = extraFormLabels;
  protected readonly search = signal('');
  private readonly settled = toSignal(
    toObservable(this.search).pipe(debounceTime(SEARCH_AFTER_MS), distinctUntilChanged()),
    { initialValue: '' },
  );
  private readonly found = httpResource<SearchResult>(() =>
    this.settled().trim().length < 2
      ? undefined
      : { url: SEARCH_PATH, params: query({ q: this.settled(), fiscalYear: this.year() }) },
  );
  protected readonly hits = computed(() => (this.found.hasValue() ? this.found.value().lines.rows : []));
  protected readonly hasSearched = computed(() => this.found.hasValue());

  protected choose({ id, number, name }: ChosenLine): void {
    this.search.set('');
    this.line.set({ id, number, name });
  }
}
