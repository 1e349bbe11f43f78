import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ImportEffects } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { importRunLabels } from './import-run.labels';

/** What a commit does or did, each number with its noun; nothing that stays as it is. */
@Component({
  selector: 'et-import-effects',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (parts().length > 0) {
      <ul class="et-import__effects">
        @for (part of parts(); track part.key) {
          <li>
            <b class="et-num">{{ part.figure }}</b> {{ part.name }}
            @if (part.detail) {
              <span class="et-muted">({{ part.detail }})</span>
            }
          </li>
        }
      </ul>
    } @else {
      <p>{{ t().noEffect }}</p>
    }`,
})
export class ImportEffectsList {
  readonly effects = input.required<ImportEffects>();
  protected readonly t = importRunLabels;
  protected readonly parts = computed(() => {
    const names = this.t().effects;
    return (Object.keys(names) as (keyof typeof names)[])
      .map((key) => {
        const value = this.effects()[key] ?? 0;
        const count = typeof value === 'number' ? value : value.length;
        return {
          key,
          name: count === 1 ? names[key].one : names[key].more,
          count,
          figure: formatNumber(count),
          detail: typeof value === 'number' ? '' : value.join(', '),
        };
      })
      .filter(({ count }) => count > 0);
  });
}
