import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { BarSeries, LineSeries, Tone } from './chart.types';

interface Key extends Pick<Partial<LineSeries>, 'isDashed' | 'band' | 'values'>, Pick<BarSeries, 'hatched'> {
  readonly label: string;
  readonly tone: Tone;
}

/** Which mark of a chart means what, drawn as in the chart; the table below a chart says the same in figures. */
@Component({
  selector: 'et-chart-keys',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul class="et-keys">
    @for (one of series(); track one.label) {
      <li>
        <span [class]="'et-swatch ' + lookOf(one)" [style.color]="'var(--et-d-' + one.tone + ')'"></span>{{ one.label }}
      </li>
    }
  </ul>`,
})
export class ChartKeys {
  readonly series = input.required<readonly Key[]>();

  protected lookOf({ isDashed, band, values, hatched }: Key): string {
    if (hatched === true) return 'et-swatch--hatched';
    if (band && values?.every((value) => value === null)) return 'et-swatch--band';
    return isDashed ? 'et-swatch--dashed' : 'et-swatch--full';
  }
}
