import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatNumber } from '../amount/format';
import { Scroll } from '../table/scroll';
import { Unknown } from '../unknown/unknown';
import { heatLabels } from './heat-table.labels';

/** A row of loads in percent; `null` is not known. */
export interface HeatRow {
  readonly key: string;
  readonly name: string;
  readonly detail?: string;
  readonly percents: readonly (number | null)[];
  readonly totalPercent: number | null;
  /** Where the name leads; left out: nowhere. */
  readonly link?: readonly string[];
  /** How far below the rows above it that it is part of; left out: not at all. */
  readonly depth?: 0 | 1 | 2;
  /** Sums up the rows below it. */
  readonly isGroup?: boolean;
}

/** Lower ends of the steps of a load in percent; below the first is the coolest. Around 100 the colour is neutral. */
const LOAD_STEPS = [90, 98, 105, 113, 123] as const;

/** Where something is over its limit, row by column: figures on colours, so that nobody depends on the colour. */
@Component({
  selector: 'et-heat-table',
  imports: [RouterLink, Scroll, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul class="et-heat-scale" [attr.aria-label]="t().scale">
      @for (step of scale(); track step.look) {
        <li [class]="step.look">{{ step.text }}</li>
      }
    </ul>
    <et-scroll [label]="label()">
      <table class="et-heat">
        <thead>
          <tr>
            <th scope="col">{{ rowHead() }}</th>
            @for (column of columns(); track column) {
              <th scope="col">{{ column }}</th>
            }
            <th scope="col">{{ totalHead() }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.key) {
            <tr [class.et-heat__group]="row.isGroup">
              <th scope="row" [class]="'et-heat__depth-' + (row.depth ?? 0)">
                @if (row.link; as link) {
                  <a [routerLink]="link" queryParamsHandling="preserve">{{ row.name }}</a>
                } @else {
                  {{ row.name }}
                }
                @if (row.detail) {
                  <small class="et-muted">{{ row.detail }}</small>
                }
              </th>
              @for (percent of row.percents; track $index) {
                <td [class]="look(percent)">
                  @if (percent === null) {
                    <et-unknown [text]="t().unknown" />
                  } @else {
                    {{ number(percent) }}
                  }
                </td>
              }
              <td class="et-heat__total" [class]="look(row.totalPercent)">
                @if (row.totalPercent === null) {
                  <et-unknown [text]="t().unknown" />
                } @else {
                  {{ number(row.totalPercent) }}
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>`,
})
export class HeatTable {
  readonly label = input.required<string>();
  readonly rowHead = input.required<string>();
  readonly totalHead = input.required<string>();
  readonly columns = input.required<readonly string[]>();
  readonly rows = input.required<readonly HeatRow[]>();
  /** Lower ends of the five upper steps in percent, for something else than a load. */
  readonly steps = input<readonly number[]>(LOAD_STEPS);
  protected readonly t = heatLabels;
  protected readonly number = (percent: number): string => formatNumber(percent);
  protected readonly scale = computed(() => {
    const words = heatLabels();
    const steps = this.steps();
    const [first = 0, ...rest] = steps;
    const texts = [
      words.below(first),
      ...rest.map((to, at) => words.between(steps[at] ?? 0, to - 1)),
      words.from(steps.at(-1) ?? 0),
    ];
    return texts.map((text, at) => ({ text, look: `et-heat-${at}` }));
  });

  protected look(percent: number | null): string {
    return percent === null
      ? 'et-heat-none'
      : `et-heat-${this.steps().filter((step) => Math.round(percent) >= step).length}`;
  }
}
