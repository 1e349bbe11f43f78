import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Tone } from './chart.types';

/** Which colour of a chart means what; the table below a chart says the same in figures. */
@Component({
  selector: 'et-chart-keys',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul class="et-keys">
    @for (one of series(); track one.label) {
      <li><span class="et-swatch" [style.background]="'var(--et-d-' + one.tone + ')'"></span>{{ one.label }}</li>
    }
  </ul>`,
})
export class ChartKeys {
  readonly series = input.required<readonly { readonly label: string; readonly tone: Tone }[]>();
}
